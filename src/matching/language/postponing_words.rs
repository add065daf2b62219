//! The words by which a date is put off or brought nearer, and those of a date that is yet to come. A language is one
//! table; verbs are stems, the other words folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct PostponingWords {
    /// Verbs that put a date off: `postponed until May`.
    pub(in crate::matching) postponing: Words,
    /// The same of two words: `put off until May`.
    pub(in crate::matching) putting_off: &'static [(&'static str, &'static str)],
    /// Words that bring one nearer: `brought forward to May`.
    pub(in crate::matching) bringing_forward: &'static [(&'static str, &'static str)],
    /// What is said of a date that is yet to come: `planned for May`.
    pub(in crate::matching) dating: Words,
}

/// English.
pub(super) static ENGLISH: PostponingWords = PostponingWords {
    postponing: Words::new(&["postpone", "postpones", "postponed", "delayed", "deferred", "rescheduled"]),
    putting_off: &[("put", "off"), ("put", "back"), ("pushed", "back"), ("moved", "back")],
    bringing_forward: &[("brought", "forward"), ("moved", "forward"), ("moved", "up")],
    dating: Words::new(&["planned", "scheduled", "due", "set", "announced", "expected", "meant", "intended", "slated"]),
};
