//! Who speaks before a colon, or signs a quotation.
//!
//! ```text
//! The police: 12,000                                      the police
//! Hallam on the outage: systems were down for 17 days     Hallam
//! Hallam, who has resigned, is calm: “We paid nothing.”   Hallam
//! “We paid nothing.” (Ruth Hallam, 14 April)              Hallam
//! ```

use super::described::CARRY;
use super::persons::past_role;
use super::saying::{skip_back, skip_titles};
use super::speakers::voices_of;
use super::{Attributed, Speakers, attributed};
use crate::extract::language::en_zones::is_zone_name;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How many tokens may stand between a name and the colon before its words.
const QUOTED: usize = 12;
/// How many tokens the asides behind that name may take.
const ASIDES: usize = 36;
/// In how many words a sentence is labelled with whoever speaks, with its colon.
const LABEL: usize = 4;
/// How many words may tell what somebody speaks on.
const MATTER: usize = 7;

/// `The police: 12,000`, `Hallam on the outage: …`, at the start of a sentence.
pub(super) fn colon_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let first = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "*" | "-") || passage.lexicon.titles.contains(word)
    });
    let named = passage.names_in(sentence.start..first).next();
    let first = named
        .filter(|other| other.id == name.id && other.tokens.end == first)
        .map_or(first, |other| other.tokens.start);
    let colon = on_matter(passage, sentence, name).unwrap_or(name.tokens.end);
    let is_label = colon < sentence.end && passage.tokens.folded(colon) == ":";
    let opens = || first == sentence.start || is_clock(passage, sentence.start..first);
    (is_label && opens()).then_some(colon)
}

/// `Hallam on the outage:`, `Hallam on how it began:`: where the colon stands behind what somebody speaks on; not behind
/// `on the brink`.
fn on_matter(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let words = passage.lexicon.voices.interview;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let on = name.tokens.end;
    let matter = on + 1..on + 1 + MATTER;
    let colon = matter.clone().find(|&at| matches!(word(at), ":" | "," | ";" | "." | ""))?;
    let speaks = word(on) == "on" && words.headed.contains(word(on + 1)) && word(colon) == ":" && colon > on + 2;
    (speaks && !(on..colon).any(|at| words.plights.contains(word(at)))).then_some(colon)
}

/// `**06:25** The police: …`, `06.25 BST The police: …`: the time at which an entry of a live blog was made.
fn is_clock(passage: &Passage<'_>, before: Range<usize>) -> bool {
    let raw = |at: usize| passage.tokens.raw(at);
    let is_zone = |at: &usize| raw(*at).bytes().all(|byte| byte.is_ascii_uppercase()) && is_zone_name(raw(*at));
    let before = before.start..before.end - usize::from(before.clone().next_back().is_some_and(|at| is_zone(&at)));
    let words: Vec<&str> = before
        .map(|at| passage.tokens.folded(at))
        .filter(|word| !matches!(*word, "*" | "_" | "-" | "–" | "the"))
        .collect();
    let is_number = |word: &str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    match words[..] {
        [hour, ":" | ".", minute] | [hour, ":" | ".", minute, "am" | "pm" | ":"] => {
            is_number(hour) && is_number(minute)
        }
        _ => false,
    }
}

/// `The mayor addressed the crowd: “We …`: the colon before the words of whoever a sentence
/// begins with, also past what else they are or did: `Hallam, who resigned in May, is calm: “We …`.
pub(super) fn quotes_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a" | "an") || passage.lexicon.titles.contains(word)
    });
    let is_word = |at: usize| passage.tokens.get(at).kind == TokenKind::Word;
    let first = past_role(passage, sentence, name).filter(|&at| at == sentence.start).unwrap_or(first);
    // `On Monday Hallam texted Pike: “We …`
    let is_led = || {
        let opens = passage.lexicon.voices.opening.contains(word(sentence.start));
        let is_time =
            || passage.value_around(passage.tokens.get(first - 1).span).is_some_and(|value| value.is_moment());
        opens && (word(first - 1) == "," || is_time()) && passage.names_in(sentence.start..first).next().is_none()
    };
    if (sentence.start..first).any(is_word) && !is_led() {
        return None;
    }
    let end = name.tokens.end;
    let last = (end + QUOTED + ASIDES).min(sentence.end.saturating_sub(1));
    let parts = |at: &usize| matches!(word(*at), "\"" | ";");
    let colon = (end..last).take_while(|at| !parts(at)).find(|&at| word(at) == ":" && word(at + 1) == "\"")?;
    let comma = |at: &usize| passage.is_comma(sentence, *at);
    // `Hallam's words, on a recording of a call in May, are: “We …`
    let is_theirs = |at: usize| {
        let says = |stem: &str| passage.lexicon.is_account(stem) || stem == "word";
        word(end) == "'s" && sentence.contains(&at) && says(&passage.stems[at])
    };
    let aside = if is_theirs(end + 1) { end + 2 } else { end };
    let closes = (end..colon).rev().find(comma).filter(|&closes| closes > aside && comma(&aside));
    // `Hallam, who resigned, was calm, and Pike laughed: “We …`
    let goes_on = |at: usize| {
        let is_own =
            |at: usize| word(at) == "that" || !passage.lexicon.clause_starts.contains(word(at)) && word(at) != "and";
        colon - at <= QUOTED && (at + 1..colon).all(is_own)
    };
    // `Was told: “You …`
    let is_be = |at: usize| matches!(word(at), "was" | "is" | "were" | "been" | "be" | "being");
    // `Was told by Pike: “You …`
    let is_told = |at: usize| is_be(at) && passage.lexicon.says(&passage.stems[at + 1]) && word(at + 2) == "by";
    let is_hearer = colon > end + 1 && (is_be(colon - 2) || (end..colon).any(is_told));
    ((colon < end + QUOTED || closes.is_some_and(goes_on)) && !is_hearer).then_some(colon)
}

/// `“We paid nothing.” (Ruth Hallam, 14 April)`, `“We paid nothing” – Ruth Hallam, director`: where a signature begins and
/// ends that a quotation has right behind it.
pub(super) fn signature(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let opens = name.tokens.start.checked_sub(1)?;
    let word = |at: usize| passage.tokens.folded(at);
    let the = usize::from(word(opens) == "the");
    let opens = opens.checked_sub(the).filter(|&opens| opens >= sentence.start)?;
    // The mark may end the sentence before.
    let is_dash = matches!(word(opens), "–" | "—" | "-");
    let quote = opens.checked_sub(1).filter(|&at| word(at) == "\"" && (word(opens) == "(" || is_dash))?;
    let ends =
        passage.quotations.partition_point(|quotation| quotation.span.end <= passage.tokens.get(quote).span.start);
    if ends == 0 {
        return None;
    }
    if is_dash {
        // `“We paid nothing” – Hallam laughed.` tells, and is no signature.
        let tells = |at: usize| word(at) == "\"" || passage.lexicon.says(&passage.stems[at]);
        let is_bare = name.tokens.end >= sentence.end || word(name.tokens.end) == ",";
        let rest = name.tokens.end..sentence.end;
        return (is_bare && rest.len() <= QUOTED && !rest.into_iter().any(tells)).then_some(opens..sentence.end);
    }
    let closes = (name.tokens.end..sentence.end.min(name.tokens.end + QUOTED)).find(|&at| word(at) == ")")?;
    let is_signed = matches!(word(name.tokens.end), "," | ")");
    // `(The mayor said no.)` is a sentence, and behind a signature begins another line.
    let is_closed = word(closes - 1) != "." && (closes + 1 >= sentence.end || !goes_on_below(passage, closes + 1));
    (is_signed && is_closed).then_some(opens..closes + 1)
}

/// `“We paid nothing.” That was Ruth Hallam to our reporter.`: the name that a sentence points back with, behind a quotation.
pub(super) fn pointed_back(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = sentence.start;
    let points = matches!(word(first), "that" | "this") && matches!(word(first + 1), "was" | "is");
    let quotes = || first.checked_sub(1).is_some_and(|mark| passage.tokens.folded(mark) == "\"");
    let start = past_role(passage, sentence, name).unwrap_or_else(|| skip_titles(passage, sentence, name.tokens.start));
    let end = name.tokens.end;
    let is_when = matches!(word(end), "earlier" | "yesterday" | "today" | "just" | "last")
        || word(end) == "a" && matches!(word(end + 1), "moment" | "minute" | "while" | "few");
    // `That was the union's doing`, `that was Hallam at her worst`.
    let ends = is_when || matches!(word(end), "" | "." | "," | "to" | "speaking" | "talking");
    (points && quotes() && start <= first + 2 && ends).then_some(first..name.tokens.end)
}

fn goes_on_below(passage: &Passage<'_>, at: usize) -> bool {
    passage.tokens.get(at).kind == TokenKind::Word && !starts_upper(passage.tokens.raw(at))
}

/// `The mayor: It was calm. We counted 20,000.`: the one whose name and colon begin a paragraph
/// says all of it, as in an interview.
pub(super) fn labelled(passage: &Passage<'_>, speakers: &Speakers, sentence: usize) -> Option<Attributed> {
    let block = passage.sentences[sentence].block;
    let first = (sentence.saturating_sub(CARRY)..=sentence).find(|&index| passage.sentences[index].block == block)?;
    let opens = first == 0 || passage.sentences[first - 1].block != block;
    let voices = voices_of(passage, speakers, first);
    let voice = voices.first().filter(|_| opens)?;
    let is_label = passage.tokens.folded(voice.tokens.end - 1) == ":";
    // `The mayor: about eight minutes. The recording: 23 minutes.`
    let has_label = |index: usize| {
        let tokens = passage.sentences[index].tokens.clone();
        let colon = tokens.clone().take(LABEL).position(|at| passage.tokens.folded(at) == ":");
        colon.is_some_and(|colon| colon > 0 && (tokens.start..tokens.start + colon).any(|at| passage.carries(at)))
    };
    if !is_label || (first + 1..=sentence).any(has_label) {
        return None;
    }
    let after = passage.tokens.all().get(voice.tokens.end)?;
    // Behind a colon and a quotation mark the quotation tells who speaks.
    (after.kind == TokenKind::Word).then(|| attributed(passage, voice))
}
