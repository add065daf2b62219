//! Sayings without a verb of saying: what somebody is sure of, sticks to, drops or has in view.
//!
//! ```text
//! The court was satisfied that 40 died     the court
//! In Dahl's view, 40 died                  Dahl
//! Halcyon stands by its figure of 40       Halcyon
//! Halcyon stands by its staff              says nothing
//! ```

use super::accounts::{is_measure, kept_by, unnamed_account};
use super::clauses::{closes_clause, opens_clause};
use super::opinion::expects;
use super::saying::{skip_back, skip_titles};
use super::shown::{is_bare_count, level_from, shown_as};
use super::tags::believed_from;
use super::voices::Reach;
use crate::extract::Extracted;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand before the account that somebody sticks to: `its own earlier estimate`.
const OWN: usize = 5;
/// How many words may stand before the number that somebody talks of.
const SPOKEN: usize = 5;
/// How far before `on its figures` the number stands that it is of, in tokens.
const COUNTED: usize = 30;
/// How far behind a verb of what is to come the `to` may stand of what is done then.
const FORETOLD: usize = 7;
/// How far from a verb it may be told who else says so, in tokens.
const TOLD: usize = 40;
/// In how many tokens behind its comma a tag names who says it.
const TAG: usize = 10;
/// How many words may name the thing that somebody gives a name or a day.
const NAMED: usize = 8;

/// Where the words end that begin at a token and say, of whoever stands before them, what he says.
pub(super) fn phrase_from(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let words = passage.lexicon.voices;
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    if let Some(phrase) = words.saying.iter().find(|phrase| passage.reads(at..end, phrase)) {
        let behind = at + phrase.len();
        // `Boasts of having sunk 40 boats`.
        let is_done = || matches!(word(behind - 1), "of" | "to") && word(behind) == "having";
        let is_said = word(behind - 1) == "that" || is_done() || gives_number(passage, behind, end);
        return is_said.then_some(behind);
    }
    if let Some(behind) = reckoned_from(passage, at, end).or_else(|| names_from(passage, at, end)) {
        return Some(behind);
    }
    let account = |from: usize| {
        let is_account = |at: &usize| {
            passage.lexicon.is_account_or_claim(&passage.stems[*at])
                || words.said.assertions.contains(word(*at))
                || words.given.contains(word(*at))
                || passage.lexicon.figures.nouns.contains(word(*at))
        };
        let owned = matches!(word(from), "its" | "their" | "his" | "her" | "the" | "that" | "an" | "a" | "it");
        let noun = (from..(from + OWN).min(end)).find(is_account).filter(|_| owned)?;
        matches!(word(noun + 1), "of" | "that" | "," | ":" | "(").then_some(noun + 1)
    };
    // `Presents it as “40 million over two years”`.
    if let Some(shown) = shown_as(passage, at, end) {
        return Some(shown);
    }
    // `Has a lower estimate of €190 million`.
    if let Some(level) = level_from(passage, at, end) {
        return Some(level);
    }
    let gives = matches!(word(at), "has" | "have" | "had" | "gives" | "gave" | "offers" | "offered");
    if gives || matches!(word(at), "uses" | "use" | "used" | "using" | "prefers") {
        let is_of = |noun: usize| words.reckoned.contains(word(noun - 1)) && word(noun) == "of";
        return account(at + 1).filter(|&noun| is_of(noun) && gives_number(passage, noun + 1, end));
    }
    // `Sticks to 45,000`.
    let number = |from: usize| from < end && passage.is_in_value(passage.tokens.get(from).span);
    let kept = words.keeping.iter().find(|phrase| passage.reads(at..end, phrase)).and_then(|phrase| {
        let behind = at + phrase.len();
        // `Has stuck to its 11`.
        let owned = usize::from(matches!(word(behind), "its" | "their" | "his" | "her"));
        // `Settled for €2 million`: what was paid.
        let is_paid = || phrase.last() == Some(&"for") && !is_bare_count(passage, behind, end);
        let is_number = || phrase.len() > 1 && number(behind + owned) && !is_paid();
        account(behind).or_else(|| is_number().then_some(behind + owned))
    });
    // `Dropped the “nearly four hours” that went round the world`.
    let quoted = |noun: usize| {
        let is_number = matches!(word(noun), "the" | "its" | "their")
            && word(noun + 1) == "\""
            && gives_number(passage, noun + 2, end);
        is_number.then_some(noun + 1)
    };
    let dropped = || words.dropping.contains(word(at)).then(|| account(at + 1).or_else(|| quoted(at + 1))).flatten();
    kept.or_else(dropped).or_else(|| {
        // `Set the figure at`.
        let noun = (at + 2..at + 4).find(|&at| passage.lexicon.figures.nouns.contains(word(at)))?;
        let sets = words.setting.contains(word(at)) && matches!(word(at + 1), "the" | "its" | "their" | "that");
        (sets && word(noun + 1) == "at").then_some(noun + 2)
    })
}

/// `Arrives at four`, `came to a total of $31 million`, `forecasts growth of 0.9 percent`: a number that somebody has
/// worked out. What was forecast and came otherwise is told by another verb.
pub(super) fn reckoned_from(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let words = passage.lexicon.voices;
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let is_small = |at: usize| {
        let folded = word(at);
        passage.lexicon.figures.nouns.contains(folded)
            || matches!(folded, "a" | "an" | "the" | "of" | "about" | "some" | "around" | "nearly" | "only" | "just")
            || matches!(folded, "almost" | "roughly" | "over" | "more" | "than" | "at" | "least" | "sum")
    };
    let number = |at: usize| at < end && passage.is_count(at);
    if let Some(phrase) = words.arriving.iter().find(|phrase| passage.reads(at..end, phrase)) {
        let behind = at + phrase.len();
        let first = (behind..(behind + SPOKEN).min(end)).find(|&at| number(at) || !is_small(at))?;
        // `Settled on 40 trains`: what it took.
        let is_choice = || {
            let value = passage.value_around(passage.tokens.get(first).span);
            let next = value.map_or(end, |value| passage.tokens_of(value.span).end);
            word(behind - 1) == "on" && next < end && passage.carries(next)
        };
        return (number(first) && !is_choice()).then_some(behind);
    }
    let turns =
        |at: usize| matches!(word(at), "but" | "yet" | ";" | "though" | "although" | "while" | "instead" | "only");
    // `Expects the merger to save 40 million`, `plans to cut 40 jobs`: the number is of what is to be done.
    let is_done = |first: usize| {
        // `The line to the harbour`.
        let is_verb =
            |to: usize| !matches!(word(to + 1), "a" | "an") && !passage.lexicon.pointing.contains(word(to + 1));
        let is_to = |at: usize| word(at) == "to" && is_verb(at);
        let to = (first..(first + FORETOLD).min(end)).find(|&at| is_to(at) || parts_clause(passage, at));
        to.is_some_and(|to| word(to) == "to" && gives_number(passage, to + 2, end))
    };
    // `Is targeting 40`; of `the police targeting rebels` it is told whom they are after.
    let is_reduced = || {
        let be = at.checked_sub(1).map_or("", |before| passage.tokens.folded(before));
        word(at).ends_with("ing") && !matches!(be, "is" | "are" | "was" | "were" | "be" | "been" | "now" | "'s" | "'re")
    };
    // `The firm is to expect 40 strikes`, `residents can expect`; `the owners expect` has them for its subject.
    let is_bare = || matches!(word(at), "expect") && at > 0 && !expects(passage, at - 1);
    let foretells = words.foretelling.contains(word(at))
        && !is_reduced()
        && !is_bare()
        && (gives_number(passage, at + 1, end) || is_done(at + 1));
    let plans = at < end && is_planning(passage, at) && word(at + 1) == "to" && gives_number(passage, at + 3, end);
    let plans = plans && !is_told_by_another(passage, at);
    // `Expect it to cost 40 million; at first it was 31 million`: what they still do.
    let still = matches!(word(at), "expect" | "expects");
    let turns = |at: usize| turns(at) && !(still && word(at) == ";");
    ((foretells || plans) && !(at..end).any(turns)).then_some(at + 1)
}

/// `The firm plans to cut 40 jobs, the union says`, `the union fears the firm plans to`: whether the sentence tells who
/// else says of somebody what a verb has them do.
pub(super) fn is_told_by_another(passage: &Passage<'_>, verb: usize) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(verb).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let stems = &passage.stems;
    let says = |at: usize| passage.lexicon.says(&stems[at]) || passage.lexicon.stance.warning.contains(&stems[at]);
    let parts = |at: usize| matches!(word(at), "" | "," | ";" | ":" | "\"" | "and" | "but" | "while" | "who" | "which");
    let near = verb.saturating_sub(TOLD).max(sentence.start)..sentence.end.min(verb + TOLD);
    let leads = (near.start..verb).rev().take_while(|&at| !parts(at)).any(says);
    // `, the union says,`; not `, it says,`.
    let tags = |at: usize| {
        let first = at.saturating_sub(TAG).max(sentence.start);
        let comma = (first..at).rev().find(|&at| parts(at)).filter(|&comma| word(comma) == ",");
        let is_own =
            |first: usize| matches!(word(first), "it" | "they" | "he" | "she" | "its" | "their" | "his" | "her");
        let begins = comma.filter(|&comma| comma + 1 < at && !passage.is_in_value(passage.tokens.get(comma).span));
        says(at) && begins.is_some_and(|comma| !is_own(comma + 1)) && matches!(word(at + 1), "," | "." | "" | "on")
    };
    let accords = |at: usize| passage.lexicon.according.contains(word(at)) && word(at + 1) == "to";
    leads || near.clone().any(|at| at != verb && (tags(at) || accords(at)))
}

/// `Plans`, `intends`, and not `the firm's plan`: what was planned may have come to nothing.
fn is_planning(passage: &Passage<'_>, at: usize) -> bool {
    let (word, before) = (passage.tokens.folded(at), at.checked_sub(1).map_or("", |at| passage.tokens.folded(at)));
    let is_verb = || match word {
        "plan" => passage.lexicon.subjects.contains(before),
        _ => !matches!(before, "'s" | "'") && !word.ends_with("ed"),
    };
    passage.lexicon.stance.intending.contains(word) && is_verb()
}

/// Whether a token ends a clause, or begins another.
fn parts_clause(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens.folded(at);
    matches!(word, "," | ";" | ":" | "\"" | "after" | "since" | "which" | "who")
        || passage.lexicon.clause_starts.contains(word)
}

/// `The ministry's engineers came to $31 million`, `its volunteers counted 40`: where the words end by which those who reckon
/// for a body give a number. What else they say is their own.
pub(super) fn after_reckoners(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if at < sentence.end { passage.tokens.folded(at) } else { "" };
    let who = name.tokens.end + 1;
    let is_theirs = matches!(word(name.tokens.end), "'s" | "'") && passage.lexicon.voices.reckoners.contains(word(who));
    if is_theirs { counted_from(passage, who + 1, sentence.end) } else { None }
}

/// The same of `the volunteers of the league`.
pub(super) fn reckoners_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let of = skip_titles(passage, sentence, name.tokens.start).checked_sub(1)?;
    let is_theirs = word(of) == "of" && of > sentence.start && passage.lexicon.voices.reckoners.contains(word(of - 1));
    if is_theirs { counted_from(passage, name.tokens.end, sentence.end) } else { None }
}

/// Where the verb ends by which those who reckon give a number: `came to`, `counted`, `put it at`.
fn counted_from(passage: &Passage<'_>, from: usize, end: usize) -> Option<usize> {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let verb = from + usize::from(matches!(word(from), "have" | "had" | "has"));
    let counts = || {
        let is_count = verb < end && passage.lexicon.voices.reckoning.contains(&passage.stems[verb]);
        let is_count = is_count && (&passage.stems[verb] != "put" || (verb + 2..verb + 5).any(|at| word(at) == "at"));
        (is_count && gives_number(passage, verb + 1, end)).then_some(verb + 1)
    };
    reckoned_from(passage, verb, end).or_else(counts)
}

/// Whether a number follows that is talked of: `of up to 45,000`, and not `of bringing 45,000`.
pub(super) fn gives_number(passage: &Passage<'_>, from: usize, end: usize) -> bool {
    let word = |at: &usize| passage.tokens.folded(*at);
    let parts = |at: &usize| matches!(word(at), "," | "as" | "when" | "while" | "after") || word(at).ends_with("ing");
    let ahead = from..(from + SPOKEN).min(end);
    ahead.take_while(|at| !parts(at)).any(|at| passage.is_count(at))
}

/// `Called the swap “a farce”`, `dated it to 5 May`: where a verb ends that gives a thing its name, or its day.
fn names_from(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let words = passage.lexicon.voices;
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let (names, dates) = (words.naming.contains(word(at)), words.dating.contains(word(at)));
    // `Called for`, `was called`.
    let is_other = || {
        let next = matches!(word(at + 1), "for" | "on" | "off" | "in" | "upon" | "by" | "to" | "at" | "from" | "back");
        let be = |at: usize| matches!(word(at), "was" | "were" | "is" | "are" | "been" | "be" | "being" | "the" | "a");
        next || at > 0 && be(at - 1)
    };
    if !(names || dates) || is_other() {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_word = passage.tokens.get(*at).kind == TokenKind::Word || matches!(word(*at), "'s" | "'" | "-");
        is_word && !matches!(word(*at), "that" | "and" | "who" | "which" | "but")
    };
    let stop = at + 1 + (at + 1..end.min(at + 1 + NAMED)).take_while(goes_on).count();
    if names && word(stop) == "\"" && stop > at + 1 {
        return Some(at + 1);
    }
    (dates && (at + 2..stop).any(|to| word(to) == "to" && is_moment(passage, to + 1, end))).then_some(at + 1)
}

/// Where the name or the day ends that a verb ending at a token gives: of the rest of the sentence it says nothing.
pub(super) fn names_until(passage: &Passage<'_>, verb: usize, end: usize) -> Option<usize> {
    let words = passage.lexicon.voices;
    let plan = verb.checked_sub(1)?;
    // `Plans to cut 40 jobs, after 12 died`: the plan is told, and no more.
    if is_planning(passage, plan) {
        return (verb..end).find(|&at| parts_clause(passage, at) && !passage.is_in_value(passage.tokens.get(at).span));
    }
    let word = passage.tokens.folded(plan);
    if !words.naming.contains(word) && !words.dating.contains(word) || verb >= end {
        return None;
    }
    let behind = (verb..end.min(verb + NAMED + 2)).find_map(|at| {
        let span = passage.tokens.get(at).span;
        let day = is_moment(passage, at, end).then(|| passage.value_around(span).map(|read| read.span));
        let quotation = || passage.quotation_around(span).map(|quotation| passage.quotations[quotation].span);
        if words.naming.contains(word) { quotation() } else { day.flatten() }
    });
    // `Called the day “a success” and said that 40 died`: they say more.
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]) || passage.tokens.folded(at) == "told";
    behind.map(|span| passage.tokens_of(span).end).filter(|&until| !(until..end).any(says))
}

/// Whether a time stands at a token.
fn is_moment(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let read = (at < end).then(|| passage.value_around(passage.tokens.get(at).span)).flatten();
    read.is_some_and(|read| read.is_moment())
}

/// The words by which a name has something in view, and what they speak for.
pub(super) fn view_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<(Range<usize>, Reach)> {
    let words = passage.lexicon.voices;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_titles(passage, sentence, name.tokens.start);
    let before = |back: usize| start.checked_sub(back).filter(|at| sentence.contains(at));
    let lead = |back: usize| before(back).map_or("", word);
    let reach = |first: usize, end: usize| {
        let ahead = opens_clause(passage, sentence, first) && !closes_clause(passage, sentence, end);
        if ahead { Reach::Forward } else { Reach::Backward }
    };
    let end = name.tokens.end;
    if let Some(tokens) = unnamed_account(passage, sentence, name) {
        return Some((tokens, Reach::Forward));
    }
    if let Some(kept) = kept_by(passage, sentence, name) {
        return Some(kept);
    }
    if let Some(first) = believed_from(passage, sentence, start) {
        return Some((first..end, reach(first, end)));
    }
    if matches!(word(end), "'s" | "'") {
        // `The union's date is 5 May`.
        let given = (end + 1..end + 3).find(|&at| words.given.contains(word(at)));
        let is = |noun: &usize| matches!(word(noun + 1), "is" | "was" | "remains");
        if let Some(noun) = given.filter(|noun| is(noun) && is_moment(passage, noun + 2, sentence.end)) {
            return Some((name.tokens.start..noun + 1, Reach::Forward));
        }
        // `40 marched, on the union's figures, and`.
        let account =
            (end + 1..end + 3).find(|&at| sentence.contains(&at) && passage.lexicon.is_account(&passage.stems[at]));
        let led = before(1)
            .filter(|&first| matches!(word(first), "on" | "by") && first > sentence.start && word(first - 1) == ",");
        if let Some((first, noun)) = led.zip(account).filter(|(_, noun)| matches!(word(noun + 1), "," | "." | ";" | ""))
        {
            let counts = |value: &Extracted| !value.is_moment();
            let before = first.saturating_sub(COUNTED).max(sentence.start)..first;
            let is_behind = passage.values_in(passage.span_of(&before)).any(counts);
            let reach = if is_behind { Reach::Backward } else { Reach::Forward };
            return Some((first..noun + 1, reach));
        }
        if let Some(first) = before(1).filter(|&first| is_measure(passage, sentence, first, end)) {
            return Some((first..account.unwrap_or(end) + 1, Reach::Backward));
        }
        // `The union's loud boast that`.
        let noun = (end + 1..end + 3)
            .find(|&at| words.views.contains(word(at)) || words.said.assertions.contains(word(at)))?;
        if words.said.assertions.contains(word(noun)) && matches!(word(noun + 1), "that" | "of") {
            return Some((name.tokens.start..noun + 1, Reach::Forward));
        }
        let is = matches!(word(noun + 1), "is" | "was" | "remains") && word(noun + 2) == "that";
        if is {
            return Some((name.tokens.start..noun + 3, Reach::Forward));
        }
        let first = before(1).filter(|_| words.views.contains(word(noun)) && matches!(lead(1), "in" | "to" | "by"))?;
        return Some((first..noun + 1, reach(first, noun + 1)));
    }
    // `The finding of the court that`.
    let held = [&words.views, &words.said.assertions, &words.said.contents].iter().any(|of| of.contains(lead(2)));
    if lead(1) == "of" && held && word(end) == "that" {
        return Some((before(2)?..end, Reach::Forward));
    }
    // `In the view of the court`.
    if lead(1) == "of" && words.views.contains(lead(2)) && lead(3) == "the" && lead(4) == "in" {
        let first = before(4)?;
        return Some((first..end, reach(first, end)));
    }
    // `As the court saw it`.
    if lead(1) == "as" && matches!(word(end), "saw" | "sees" | "see") && word(end + 1) == "it" {
        let first = before(1)?;
        return Some((first..end + 2, reach(first, end + 2)));
    }
    // `For Dahl, it is clear that`, `there is no doubt that`: what is so for somebody need not be what they say.
    if lead(1) == "for" && word(end) == "," {
        let clear = (end + 1..end + 5).find(|&at| words.clear.contains(word(at)))?;
        let that = (clear + 1..clear + 4).find(|&at| word(at) == "that")?;
        let first = before(1).filter(|&first| opens_clause(passage, sentence, first))?;
        return (matches!(word(end + 1), "it" | "there")).then_some((first..that, Reach::Forward));
    }
    None
}

/// `The police say that 40 died, the union that 50 did`: where the name ends that leaves its verb to the one before.
pub(super) fn gapped_that(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    if word(name.tokens.end) != "that" {
        return None;
    }
    let start = skip_titles(passage, sentence, name.tokens.start);
    let joined = skip_back(passage, sentence, start, |word| matches!(word, "and" | "but" | "while"));
    let opens = joined > sentence.start && matches!(word(joined - 1), "," | ";");
    let says = |at: usize| word(at + 1) == "that" && passage.lexicon.says(&passage.stems[at]);
    (opens && (sentence.start..joined).any(says)).then(|| name.tokens.clone())
}

/// `Lasted 11 days if one counts so, as the firm does`: whoever counts or says so, too.
pub(super) fn does_so(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let does = name.tokens.end;
    let closes = closes_clause(passage, sentence, does + 1) || word(does + 1) == ",";
    if !matches!(word(does), "does" | "do" | "did") || !closes {
        return None;
    }
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let as_ = start.checked_sub(1).filter(|&at| at > sentence.start && word(at) == "as")?;
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
    (sentence.start..as_).any(says).then_some(name.tokens.start..does + 1)
}
