//! Verbs of saying where they do something instead: what is recalled is called back, what is written is a letter,
//! what is added is a clerk.
//!
//! ```text
//! The union wrote in May that 40 died      says
//! The union wrote 14 letters               does
//! ```

use super::opinion::clause_behind;
use crate::extract::Extracted;
use crate::matching::passage::Passage;
use crate::text::TokenKind;

/// How far before the end of a name the `and` may stand that joins it to another.
const JOINED: usize = 6;
/// How far behind its verb a deal may be named that two announce.
const DEAL: usize = 6;
/// How many words may tell when somebody spoke of a thing, before its `of`.
const WHEN: usize = 4;
/// How far behind `wrote` the `that` of what is written may stand, in tokens.
const WRITTEN: usize = 10;
/// How far behind `put` it may stand into what, in tokens.
const PUT: usize = 9;
/// How far behind `published` the account may stand that is, in tokens.
const PUBLISHED: usize = 6;
/// How far behind `listed` it may stand what is, in tokens.
const LISTED: usize = 7;
/// How far behind `warned` it may be told of what, in tokens.
const WARNED: usize = 24;
/// How far before it the comma may stand that closes what it was.
const HEARD: usize = 12;

/// `Is recalling two million tins`: calls them back, and says nothing.
pub(super) fn is_of_goods(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let says = |at: usize| {
        let word = passage.tokens.folded(at);
        passage.tokens.get(at).kind == TokenKind::Sign || matches!(word, "that" | "how" | "when" | "seeing" | "hearing")
    };
    passage.tokens.folded(verb).starts_with("recall") && verb + 1 < end && !says(verb + 1)
}

/// `Listed in 1996`: the shares of a firm were, and it lists nothing.
pub(super) fn is_listing(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let is_where = passage.tokens.folded(verb) == "listed" && matches!(word(verb + 1), "in" | "on" | "at" | "here");
    // `Listed on its website 40 deaths`; not `listed on the exchange with 40 depots`.
    let is_led = |at: usize| matches!(word(at), "in" | "on" | "at" | "with" | "by" | "for" | "of" | "to" | "after");
    let lists = |at: usize| {
        let read = if at < end { passage.value_around(passage.tokens.get(at).span) } else { None };
        let Some(read) = read.filter(|read| !read.is_moment() && !is_led(at - 1)) else { return false };
        let next = passage.tokens_of(read.span).end;
        next < end && passage.carries(next) && !matches!(word(next), "times" | "years" | "ago")
    };
    let goes_on = |at: &usize| !matches!(word(*at), "" | "," | ";" | "." | ":");
    let mut ahead = (verb + 3..verb + 2 + LISTED).take_while(goes_on);
    is_where && !ahead.any(lists)
}

/// `Assumed office`, `was accused of hiding`: a verb that says something only with `that` behind it,
/// or only of whoever does it.
pub(super) fn is_no_saying(passage: &Passage<'_>, from: usize, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let is_be = |at: usize| matches!(word(at), "was" | "were" | "is" | "are" | "been" | "be" | "being");
    match &passage.stems[verb] {
        "assum" => !(verb + 1..verb + 4).any(|at| matches!(word(at), "that" | "there" | "it")),
        // `Boasts 300 rooms`.
        "boast" => {
            let is_clause = passage.lexicon.subjects.contains(word(verb + 1)) || word(verb + 1) == "there";
            let is_clause = is_clause || clause_behind(passage, verb, end);
            !is_clause && !matches!(word(verb + 1), "that" | ":" | "\"" | "," | "." | "")
        }
        // `The firm and the union announced a deal that`: what both do, and not what each says of it.
        "announc" => is_joint_deal(passage, from, verb, end),
        // `Remembers only seven`, and not `remembers the 40 who died`.
        "rememb" => {
            let next = verb + 1 + usize::from(matches!(word(verb + 1), "only" | "just" | "at" | "about"));
            !matches!(word(verb + 1), "that" | "it" | "there" | ":" | "\"" | "," | "." | "")
                && !is_number(passage, next, end)
        }
        // `Listed in 1996`: its shares were.
        "list" => is_listing(passage, verb, end),
        // `Thinks of the 40 who died`, `believes in it`; not `the 40 that he thinks of`.
        "think" | "thought" | "believ" => {
            // `Believes about 40 died`, `believed in 2019 that 40 died`.
            let is_that = || word(verb + 1) == "in" && (verb + 2..end).any(|at| word(at) == "that");
            let is_told = is_number(passage, verb + 2, end) || is_that();
            let led = matches!(word(verb + 1), "of" | "about" | "back" | "in");
            led && !matches!(word(verb + 2), "" | "." | "," | "all" | "total") && !is_told
        }
        // `Asked for a call`.
        "ask" => (from..verb).any(is_be) || word(verb + 1) == "for",
        // `Promised 40 million`.
        "repeat" => !matches!(word(verb + 1), "that" | ":" | "\"" | "," | "." | ""),
        "promis" | "vow" | "pledg" => {
            let told = (verb + 1..verb + 6).any(|at| matches!(word(at), "that" | ":" | "\""));
            !told && !clause_behind(passage, verb, end)
        }
        // `Wrote 14 letters`, `wrote to the ministry 14 times`.
        "write" => !states_behind(passage, verb, end),
        // `Has put 40 million into the fund`, and not `put it at 40`.
        "put" => {
            let goes = (verb + 1..verb + 1 + PUT).take_while(|&at| !matches!(word(at), "" | "," | ";" | "." | "at"));
            let mut goes = goes.skip_while(|&at| !is_number(passage, at, end));
            // `Put 40 deaths into their register`: an account.
            let is_account = |at: usize| {
                let stem = |at: usize| if at < end { &passage.stems[at] } else { "" };
                let accounts = |at: usize| passage.lexicon.is_account(stem(at)) || word(at) == "list";
                (at + 1..at + 4).any(|at| accounts(at) || passage.lexicon.voices.reckoning.contains(stem(at)))
            };
            goes.any(|at| matches!(word(at), "into" | "towards" | "aside") && !is_account(at))
        }
        // `Asked them to add 40 clerks`.
        "add" => is_number(passage, verb + 1, end),
        // `Which the union gave us`, `was given a car in 2016`, `showed it on 4 September`.
        "give" | "show" => {
            let ends = matches!(word(verb + 2), "," | "." | "");
            let is_when = matches!(word(verb + 2), "on" | "in" | "at" | "to" | "for" | "live" | "again" | "last");
            (from..verb).any(is_be)
                || matches!(word(verb + 1), "us" | "me" | "them" | "him" | "her") && ends
                || word(verb + 1) == "it" && (ends || is_when)
        }
        // `The mayor's answer stands on a wall`.
        "answer" | "repli" => {
            verb > 0 && word(verb - 1) == "'s" && !matches!(word(verb + 1), "that" | "is" | "was" | ":" | ",")
        }
        // `Have spoken seven times`.
        "speak" | "spoke" | "spoken" => !speaks_of(passage, verb, end),
        // `Holds 640 square kilometres`.
        "hold" => !matches!(word(verb + 1), "that" | "there" | "it" | ":" | "\"" | "," | "." | ""),
        "accus" => (from..verb).any(is_be) || word(verb + 1) == "by",
        // `Were told by witnesses`: they heard it. `Is to blame`. Who is telling, tells.
        "tell" | "blame" | "inform" | "notifi" | "alert" | "advis" | "brief" | "assur" | "remind" => {
            (from..verb).any(is_be) && !word(verb).ends_with("ing")
        }
        // `Warned his company first`: that it was done is no part of what is said.
        "warn" => (from..verb).any(is_be) || !warns_of(passage, verb, end),
        // `As the firm published its annual report`.
        "publish" => {
            let near = verb + 1..(verb + 1 + PUBLISHED).min(end);
            let is_account = |at: usize| {
                passage.lexicon.is_account(&passage.stems[at]) || passage.lexicon.voices.writings.contains(word(at))
            };
            let tells = |at: usize| word(at) == "that" || word(at).ends_with("ing") || is_count(passage, at, end);
            near.into_iter().any(is_account) && !(verb + 1..end.min(verb + WARNED)).any(tells)
        }
        // Learnt of it.
        "find" | "found" => word(verb + 1) == "out",
        "claim" => is_demand(passage, verb, end),
        _ => false,
    }
}

/// `Spoke of four`, `spoke at first of four`, `spoke on Monday of four`.
pub(super) fn speaks_of(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let is_when = |at: usize| {
        let moment = |value: &Extracted| value.is_moment();
        matches!(
            word(at),
            "at" | "on" | "in" | "first" | "initially" | "originally" | "earlier" | "then" | "only" | "still"
        ) || at < end && passage.value_around(passage.tokens.get(at).span).is_some_and(moment)
    };
    let of = (verb + 1..verb + 1 + WHEN).find(|&at| !is_when(at));
    // `Spoke on Monday` of nothing.
    of.is_some_and(|of| word(of) == "of")
}

/// Whether what is written is told behind its verb, or stands before it: `wrote in May that`, `wrote: “`.
fn states_behind(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let is_mark = |at: usize| matches!(word(at), "," | "." | ";" | "") && !(at < end && passage.is_title_dot(at));
    let stops = |at: &usize| is_mark(*at) || *at > verb + WRITTEN;
    let mut ahead = (verb + 1..end).take_while(|at| !stops(at));
    matches!(word(verb + 1), "," | "." | ";" | "\"" | "on" | "")
        || passage.lexicon.subjects.contains(word(verb + 1))
        || ahead.any(|at| matches!(word(at), "that" | ":" | "\"" | "of"))
}

/// Whether it is told what somebody is warned of: `warned MPs that`, `warned of 40`, `warned them: “`; or stands before,
/// as in `40 could die, the union warned ministers`.
fn warns_of(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let span = passage.tokens.get(verb).span;
    let start = passage.sentences[passage.sentence_at(span.start)].tokens.start;
    let parts = |at: &usize| {
        let is_sign = passage.tokens.get(*at).kind == TokenKind::Sign;
        is_sign && !matches!(word(*at), "'s" | "-" | "'") && !passage.is_title_dot(*at)
    };
    // `In October, the union warned him` tells when.
    let is_when = || matches!(word(start), "in" | "on" | "at" | "last" | "this" | "after" | "before" | "when" | "by");
    let closes = |at: usize| at > start && matches!(word(at - 1), "," | "." | "!" | "?");
    let behind = |at: &usize| match word(*at) {
        "," => !is_when() && !passage.is_in_value(passage.tokens.get(*at).span),
        "\"" => closes(*at),
        _ => false,
    };
    let stops = |at: &usize| parts(at) && !matches!(word(*at), ":" | "\"") || *at > verb + WARNED;
    let tells = |at: usize| {
        matches!(word(at), "that" | "of" | "about" | "against" | ":" | "\"" | "there" | "it" | "could" | "would")
            || matches!(word(at), "may" | "might" | "will" | "faces" | "face") && !is_number(passage, at, end)
    };
    // `Warned drivers 40 roads were shut`; not `warned drivers 40 times`.
    let counts = |at: usize| {
        at + 1 < end && passage.is_count(at) && passage.carries(at + 1) && !matches!(word(at + 1), "times" | "time")
    };
    let tells = |at: usize| tells(at) || counts(at);
    let next = verb + 1;
    next >= end
        || parts(&next)
        || is_number(passage, next, end)
        || (next..end).take_while(|at| !stops(at)).any(tells)
        || (start..verb).rev().take(HEARD).any(|at| behind(&at))
}

/// Whether a number stands at a token.
fn is_number(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    at < end && passage.is_in_value(passage.tokens.get(at).span)
}

/// Whether a number stands at a token that is no date.
fn is_count(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    at < end && passage.is_count(at)
}

/// `The union's claim for more` is what it wants, and nothing that it says.
pub(super) fn is_demand(passage: &Passage<'_>, claim: usize, end: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let is_noun =
        matches!(word(claim), "claim" | "claims") && claim > 0 && matches!(word(claim - 1), "'s" | "its" | "their");
    is_noun && claim + 1 < end && word(claim + 1) == "for"
}

/// Whether two who are named before a verb agree by it on a thing.
fn is_joint_deal(passage: &Passage<'_>, from: usize, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let names = |range: std::ops::Range<usize>| !range.is_empty() && passage.names_in(range).next().is_some();
    let first = from.saturating_sub(JOINED);
    let is_joint = |and: usize| word(and) == "and" && names(and.saturating_sub(1)..and) && names(and + 1..verb);
    let is_deal = |at: usize| passage.lexicon.voices.deals.contains(word(at));
    let ahead = (verb + 1..verb + 1 + DEAL).take_while(|&at| !matches!(word(at), "that" | "," | ":" | "\""));
    (first..verb).any(is_joint)
        && matches!(word(verb + 1), "a" | "an" | "the" | "their")
        && ahead.into_iter().any(is_deal)
}
