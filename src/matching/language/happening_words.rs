//! The words for what happens once, in whose name a month tells only which one it was. A language is one
//! table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct HappeningWords {
    /// What happens once, in whose name a month tells only which one it was: `in the crash last month`.
    pub(in crate::matching) happenings: Words,
    /// What leads to it.
    pub(in crate::matching) at_happenings: Words,
    /// What goes one way at a time, off which people are taken: `off the ferry last month`.
    pub(in crate::matching) craft: Words,
    /// What leads to it.
    pub(in crate::matching) off_craft: Words,
    /// What tells where it was, right behind its name: `the crash near the mill`.
    pub(in crate::matching) nearby: Words,
    /// What makes either the only one.
    pub(in crate::matching) definite: Words,
}

/// English.
pub(super) static ENGLISH: HappeningWords = HappeningWords {
    happenings: Words::new(&[
        "abduction",
        "accident",
        "ambush",
        "assault",
        "attack",
        "avalanche",
        "blast",
        "blaze",
        "bombing",
        "collapse",
        "collision",
        "crash",
        "crush",
        "derailment",
        "earthquake",
        "explosion",
        "fire",
        "hijack",
        "hijacking",
        "kidnapping",
        "landslide",
        "massacre",
        "mudslide",
        "quake",
        "raid",
        "robbery",
        "seizure",
        "shipwreck",
        "shooting",
        "sinking",
        "stabbing",
        "stampede",
    ]),
    at_happenings: Words::new(&["in", "by", "during", "after", "at", "from"]),
    craft: Words::new(&[
        "aircraft", "airliner", "boat", "bus", "ferry", "jet", "minibus", "plane", "ship", "tanker", "train",
        "trawler", "vessel", "yacht",
    ]),
    off_craft: Words::new(&["off", "from", "aboard"]),
    nearby: Words::new(&["near", "outside", "north", "south", "east", "west", "close", "just", "beside", "along"]),
    definite: Words::new(&["the", "this", "that"]),
};
