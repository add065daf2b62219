//! Where in its clause a voice stands: whether it opens it and speaks for what follows, closes it and speaks
//! for what stands before, or is put in between.
//!
//! ```text
//! According to the police, 40 marched      opens
//! 40 marched, the police said.             closes
//! 40 marched, the police said, and sang    is inserted
//! ```

use crate::matching::passage::Passage;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may name those whom somebody told, with how.
const HEARERS: usize = 6;
/// How many words may tell what somebody is, before their name.
const ROLE: usize = 4;
/// How many tokens may tell where and when something was said.
const TRAIL: usize = 18;

/// Whether a cue stands at the start of the sentence or of a clause, so that
/// it speaks for what follows.
pub(super) fn opens_clause(passage: &Passage<'_>, sentence: &Range<usize>, start: usize) -> bool {
    let mut at = start;
    while at > sentence.start {
        let before = passage.tokens.folded(at - 1);
        if matches!(before, "\"" | "'" | "*" | "#" | "-") {
            at -= 1;
            continue;
        }
        // `Of whom, according to the police, 300 were children`.
        let relative = |at: usize| matches!(passage.tokens.folded(at), "whom" | "which" | "who");
        if before == "," && at > sentence.start + 1 && relative(at - 2) {
            return true;
        }
        return before == ";" || before == ":" || passage.lexicon.clause_starts.contains(before);
    }
    true
}

/// `…, X claimed last night, …`, `…, X claimed last night.`: a voice between commas, or at the end, with its day.
pub(super) fn is_aside(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let comma = |at: usize| sentence.contains(&at) && passage.tokens.folded(at) == ",";
    // `, the federal ethics commissioner said`.
    let is_role = |at: &usize| {
        let word = passage.tokens.folded(*at);
        let is_verb = passage.lexicon.says(&passage.stems[*at]) || passage.lexicon.clause_starts.contains(word);
        (word == "the" || passage.carries(*at)) && !comma(*at) && !is_verb
    };
    let role = (sentence.start..start).rev().take(ROLE).take_while(is_role).count();
    let opens = (start.saturating_sub(2.max(role + 1)).max(sentence.start)..start).any(comma);
    let led = end + usize::from(end < sentence.end && passage.tokens.folded(end) == "on");
    let dated = || {
        let ahead = led..(led + 1).min(sentence.end);
        let span = (!ahead.is_empty()).then(|| passage.span_of(&ahead))?;
        let read = passage.values_in(passage.span_of(sentence)).find(|read| read.span.start == span.start)?;
        read.is_moment().then(|| passage.tokens_of(read.span).end)
    };
    // `They met nine times, X said Thursday.`: a day without a number, behind a statement with one.
    let ends = |day: usize| {
        let is_last = (day..sentence.end).all(|at| matches!(passage.tokens.folded(at), "." | "!" | "?" | "\"" | "'"));
        let digits = |at: usize| passage.tokens.raw(at).bytes().any(|byte| byte.is_ascii_digit());
        let mut values = passage.values_in(passage.span_of(&(sentence.start..start)));
        is_last && !(led..day).any(digits) && values.any(|value| !value.is_moment())
    };
    opens && dated().is_some_and(|day| comma(day) || start > sentence.start && ends(day))
}

/// `10,000 people marched, X said, and …`: a voice between commas, behind a statement with a number
/// that it does not break off (as `The crowd, X said, was of 10,000` does). A day may be no more than when a thing was,
/// and is a statement where another clause follows: `It begins on 3 May, X said, although …`.
pub(super) fn is_inserted(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let end = past_hearers(passage, sentence, end);
    if start == sentence.start || word(start - 1) != "," || !matches!(word(end), "," | "(") {
        return false;
    }
    let parts = |at: &usize| word(*at) == ";" || passage.lexicon.clause_starts.contains(word(*at));
    let first = (sentence.start..start).rev().take_while(|at| !parts(at)).last().unwrap_or(start);
    let values = || passage.values_in(passage.span_of(&(first..start)));
    let counts = values().any(|value| !value.is_moment());
    let joins = || matches!(word(end + 1), "and" | "or") || parts(&(end + 1));
    // `Of the 300 aboard, X said, 20 died`: what begins so is no statement yet.
    let led = || matches!(word(first), "of" | "in" | "on" | "at" | "after" | "with" | "from" | "by" | "among" | "for");
    let goes_on = || matches!(word(end + 1), "was" | "were" | "is" | "are" | "has" | "have" | "had" | "will");
    let is_dated = || parts(&(end + 1)) && !led() && values().next().is_some();
    // `The school stays shut, X said, despite the strike`: a statement without a number, and what only goes along with it.
    let is_whole = || {
        let relative = |at: usize| matches!(word(at), "who" | "which" | "that" | "what" | "whose");
        let helps =
            |at: usize| passage.lexicon.voices.helping.contains(word(at)) || matches!(word(at), "will" | "would");
        let along = matches!(word(end + 1), "despite" | "amid" | "even" | "regardless" | "notwithstanding");
        along && !led() && (first..start).any(helps) && !(first..start).any(relative)
    };
    counts && (joins() || !led() && !goes_on()) || is_dated() || is_whole()
}

/// `…, the mayor told the council, …`: behind whom somebody told, where a comma follows them.
pub(super) fn past_hearers(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> usize {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_hearer = |at: &usize| {
        let is_word = sentence.contains(at) && passage.tokens.get(*at).kind == TokenKind::Word;
        is_word && !matches!(word(*at), "that" | "of" | "about") && !passage.is_in_value(passage.tokens.get(*at).span)
    };
    let hearers = (end..end + HEARERS).take_while(is_hearer).count();
    let told = end > sentence.start && matches!(word(end - 1), "told" | "tells");
    // `Lind told Brask, according to her office`: the office says so.
    let closes = word(end + hearers) == "," && !passage.lexicon.according.contains(word(end + hearers + 1));
    if told && hearers > 0 && closes { end + hearers } else { end }
}

/// Whether a clause ends right here, so that the voice speaks for what stands
/// before it.
pub(super) fn closes_clause(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> bool {
    // `The 3,100 that the mayor speaks of.`
    let leads = end < sentence.end && matches!(passage.tokens.folded(end), "of" | "about");
    let end = end + usize::from(leads);
    let rest = (end..sentence.end).take(3).map(|at| passage.tokens.folded(at)).collect::<Vec<_>>();
    match rest.first() {
        None => true,
        Some(&("." | ";" | "!" | "?" | ")")) => true,
        // `X said on Tuesday.`: a day may follow the verb. (`X insists on 500` gives a number.)
        Some(&"on") => {
            let number = (end + 1 < sentence.end).then(|| passage.value_around(passage.tokens.get(end + 1).span));
            sentence.end <= end + 4 && number.flatten().is_none_or(|value| value.is_moment())
        }
        Some(_) => sentence.end <= end + 1,
    }
}

/// Whether a verb of saying closes what stands before it, with whom it was told, and where or when: `…, it said in a filing
/// with the exchange.`
pub(super) fn closes_speech(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> bool {
    closes_clause(passage, sentence, end)
        || only_hearers_follow(passage, sentence, end - 1)
        || trails_off(passage, sentence, end)
}

/// `“40 died while it burned,” X said in a statement.`, `40 died while it burned, X told reporters in Bern.`: whether a voice
/// stands behind all that is said, with no more behind it than where, when or to whom.
pub(super) fn is_behind_words(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let parts =
        start.checked_sub(1).filter(|&at| at > sentence.start && matches!(passage.tokens.folded(at), "," | "\""));
    let counts = |parts: usize| {
        let mut values = passage.values_in(passage.span_of(&(sentence.start..parts)));
        values.any(|value| !value.is_moment())
    };
    let is_said = |parts: usize| passage.tokens.folded(parts) == "\"" || counts(parts);
    parts.is_some_and(|parts| is_said(parts) && closes_speech(passage, sentence, end))
}

/// Whether no more follows than where or when something was said.
fn trails_off(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = if matches!(word(end - 1), "told" | "tells") {
        (end..end + HEARERS).find(|&at| leads(word(at)))
    } else {
        Some(end)
    };
    let Some(first) = first.filter(|&first| leads(word(first))) else { return false };
    let is_sign =
        |at: usize| passage.tokens.get(at).kind == TokenKind::Sign && !matches!(word(at), "'s" | "'" | "-" | "/");
    let last = (end..sentence.end).rev().find(|&at| !is_sign(at)).map_or(end, |last| last + 1);
    let tells = |at: usize| {
        let value = passage.value_around(passage.tokens.get(at).span);
        let counts = value.is_some_and(|value| !value.is_moment());
        let helps = passage.lexicon.voices.helping.contains(word(at)) && word(at).starts_with('h');
        counts
            || helps
            || is_sign(at) && value.is_none()
            || matches!(
                word(at),
                "that" | "was" | "were" | "is" | "are" | "will" | "would" | "could" | "can" | "may" | "did"
            )
    };
    first < last && last - end <= TRAIL && !(end..last).any(tells)
}

/// Words that tell where or when a thing was said.
fn leads(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "at" | "during" | "after" | "before" | "to" | "by" | "via" | "through" | "from" | "with"
    )
}

/// `She told reporters in Bern.`: whom somebody told stands behind the verb, up to the end of the clause, and nothing
/// that they told.
pub(super) fn only_hearers_follow(passage: &Passage<'_>, sentence: &Range<usize>, verb: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = verb + 1;
    let ends = |at: &usize| closes_clause(passage, sentence, *at);
    let end = (first..(first + HEARERS).min(sentence.end + 1)).find(ends);
    let is_told = |at: usize| matches!(word(at), "that" | "of" | "about" | "," | ":" | "\"") || passage.is_count(at);
    matches!(word(verb), "told" | "tells" | "tell") && end.is_some_and(|end| first < end && !(first..end).any(is_told))
}
