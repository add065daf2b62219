//! Rows and items of lists: who speaks in them, which of their words are a label, and which a sentence.
//!
//! ```text
//! The union: 20                                    of the union
//! Raids by the army: 12                            of nobody: what is counted is the army's
//! The union met the army on Monday, and left.      a sentence
//! 9.21 – The army shut the bridge                  of nobody: what the army did
//! ```

use super::antecedent::antecedent;
use super::speakers::voices_of;
use super::tags::is_affiliation;
use super::voices::{Reach, Voice};
use super::{Attributed, Place, Speakers, attributed, elliptic, own_voice};
use crate::corpus::BlockKind;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::matching::passage::tables::column_head;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words a row has at the least that is a sentence.
const PROSE: usize = 8;

/// How many words may stand before the one of whom a row tells.
const OPENING: usize = 4;

/// How far up a list it is looked for the sentence that leads to it, in rows.
const LIST: usize = 100;

/// A row speaks for the claimant over its column, or the one it names, or for its caption's.
pub(super) fn of_row(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let sentence = &passage.sentences[place.sentence];
    let named = |tokens: Range<usize>| {
        let mut names = passage.names_in(tokens);
        let name = names.find(|name| speakers.claimants.contains(&name.id) && !is_of_label(passage, place, name))?;
        Some(Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
    };
    let caption = || {
        let caption = passage.article.blocks.get(sentence.block)?.caption?;
        named(passage.tokens_of(passage.article.blocks[caption].span))
    };
    // `Railco crisis: what we know` is about Railco.
    let heading = || {
        let heading = passage.article.blocks.get(sentence.block)?.heading?;
        let tokens = passage.tokens_of(passage.article.blocks[heading].span);
        let found = named(tokens.clone())?;
        let name = passage.tokens_of(found.span);
        let is_told = |at: usize| {
            let (folded, stem) = (passage.tokens.folded(at), &passage.stems[at]);
            name.contains(&at)
                || passage.tokens.get(at).kind != TokenKind::Word
                || passage.lexicon.is_function_word(folded)
                || passage.lexicon.says(stem)
                || passage.lexicon.is_account_or_claim(stem)
                || matches!(folded, "what" | "how" | "according" | "numbers" | "view" | "side" | "position")
        };
        let voices = voices_of(passage, speakers, passage.sentence_at(found.span.start));
        (voices.iter().any(|voice| voice.id == found.id) || tokens.into_iter().all(is_told)).then_some(found)
    };
    let head = || named(column_head(passage, place.sentence, place.tokens.start)?);
    let beside = elliptic(passage, speakers, place, &[]).map(|voice| attributed(passage, &voice));
    // Whom a sentence of a list names, need not say it.
    let here = || {
        let own = || own_voice(passage, speakers, place, &voices_of(passage, speakers, place.sentence));
        let is_cell = || sentence.tokens.clone().any(|at| passage.tokens.folded(at) == "|");
        if is_prose(passage, &sentence.tokens) {
            return own();
        }
        // `- 40 died at the port, inquiry finds`: the verb that the row ends with tells.
        let voices = voices_of(passage, speakers, place.sentence);
        let closes = |voice: &Voice| {
            let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
            let is_verb = says(voice.tokens.end - 1) || says(voice.tokens.start);
            voice.reach == Reach::Backward && is_verb && voice.tokens.end + 1 >= sentence.tokens.end
        };
        if voices.last().is_some_and(closes) && !is_cell() {
            return own();
        }
        let found = named(sentence.tokens.clone())?;
        if is_cell() || labels(passage, &sentence.tokens, &passage.tokens_of(found.span)) { Some(found) } else { own() }
    };
    beside
        .or_else(head)
        .or_else(here)
        .or_else(|| carried_down(passage, speakers, place.sentence))
        .or_else(caption)
        .or_else(heading)
        .or_else(|| lead_in(passage, speakers, place.sentence))
}

/// Whether a row is a sentence, and no cells.
fn is_prose(passage: &Passage<'_>, row: &Range<usize>) -> bool {
    let is_word = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Word;
    let ends = row.end > row.start && passage.tokens.folded(row.end - 1) == ".";
    ends && row.clone().filter(is_word).count() >= PROSE && !row.clone().any(|at| passage.tokens.folded(at) == "|")
}

/// The first word of a row, past its mark.
pub(super) fn first_word(passage: &Passage<'_>, row: &Range<usize>) -> usize {
    row.clone().find(|&at| passage.tokens.get(at).kind == TokenKind::Word).unwrap_or(row.start)
}

/// Whether a name in an item of a list stands for who gives what it says: `The union: 20`, `20 (the union)`; not `The union
/// has until 1 April`, nor `The union's members: 20`.
fn labels(passage: &Passage<'_>, item: &Range<usize>, name: &Range<usize>) -> bool {
    let word = |at: usize| if item.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_value = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
    let before = name.start.checked_sub(1 + usize::from(word(name.start.wrapping_sub(1)) == "the"));
    let closes = before.is_some_and(|at| matches!(word(at), "(" | "," | "-" | "–" | "—") && at > item.start + 1);
    let next = name.end;
    // `9.21: police stop the concert`: what they do, and not what they say.
    let does = || {
        let stem = &passage.stems[next];
        passage.carries(next) && !passage.lexicon.says(stem) && !passage.lexicon.is_account(stem)
    };
    let closes = closes && (next >= item.end || is_value(next) || !does());
    let owns = word(next) == "'s" && passage.lexicon.is_account_or_claim(&passage.stems[(next + 1).min(item.end - 1)]);
    let is_sign = |at: usize| passage.tokens.get(at).kind == TokenKind::Sign && word(at) != "'s";
    closes || owns || next >= item.end || is_sign(next) || is_value(next)
}

/// `- She repeated that 40 died.`, `- Earlier, they had put it at 31`: in a list, too, that is no outlet.
fn carried_down(passage: &Passage<'_>, speakers: &Speakers, row: usize) -> Option<Attributed> {
    let tokens = &passage.sentences[row].tokens;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_person = |at: usize| matches!(word(at), "he" | "she" | "they");
    let first = first_word(passage, tokens);
    let begins = is_person(first) || few(OPENING, first, tokens.end).any(|at| word(at) == "," && is_person(at + 1));
    let is_cell = tokens.clone().any(|at| matches!(word(at), "|" | ":"));
    (begins && !is_cell).then(|| antecedent(passage, speakers, row)).flatten()
}

/// Whoever the paragraph above a list leads in: `The union said on Monday:`, or, where its last sentence names nobody, who
/// spoke in public by the one before, `The mayor took questions today. The main points:`.
fn lead_in(passage: &Passage<'_>, speakers: &Speakers, row: usize) -> Option<Attributed> {
    let rows = |at: &usize| passage.sentences[*at].kind == BlockKind::Row;
    let before = (row.saturating_sub(LIST)..row).rev().find(|at| !rows(at))?;
    let lead = &passage.sentences[before];
    let word = |at: usize| passage.tokens.folded(at);
    if word(lead.tokens.end - 1) != ":" {
        return None;
    }
    let voices = voices_of(passage, speakers, before);
    let voice = voices.iter().rfind(|voice| voice.id.is_some()).filter(|_| lead.kind == BlockKind::Paragraph);
    voice.map(|voice| attributed(passage, voice)).or_else(|| points_of(passage, speakers, before))
}

/// Who spoke in public, where a sentence says no more than that the points follow. A heading is one sentence, whatever it
/// has.
fn points_of(passage: &Passage<'_>, speakers: &Speakers, lead: usize) -> Option<Attributed> {
    let words = passage.lexicon.voices.interview;
    let tokens = &passage.sentences[lead].tokens;
    let stop = tokens.clone().rev().find(|&at| passage.tokens.folded(at) == ".");
    let above = || {
        let above = &passage.sentences[lead.checked_sub(1)?];
        (above.block == passage.sentences[lead].block).then(|| above.tokens.clone())
    };
    let (told, points) = match stop {
        Some(stop) => (tokens.start..stop, stop + 1..tokens.end - 1),
        None => (above()?, tokens.start..tokens.end - 1),
    };
    // `What we know:` is the outlet's, `the union's points:` those of the union.
    let is_own =
        |at: usize| words.askers.contains(passage.tokens.folded(at)) || passage.names_in(at..at + 1).next().is_some();
    let last = points.clone().next_back().filter(|&at| words.points.contains(passage.tokens.folded(at)))?;
    let spoke = told.clone().find(|&at| words.public.iter().any(|phrase| passage.reads(at..told.end, phrase)))?;
    let mut names = passage.names_in(told.start..spoke).filter(|name| speakers.claimants.contains(&name.id));
    let name = names.next().filter(|_| !(points.start..last).any(is_own))?;
    let others = names.any(|other| other.id != name.id);
    (!others).then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `Raids by the army: 12`, `For the prosecution: 63`: whose the statement says that what it counts is.
pub(super) fn is_of_label(passage: &Passage<'_>, place: &Place<'_>, name: &NameAt) -> bool {
    if is_affiliation(passage, name) {
        return true;
    }
    let row = &passage.sentences[place.sentence].tokens;
    let the = usize::from(name.tokens.start > row.start && passage.tokens.folded(name.tokens.start - 1) == "the");
    let is_led = |at: &usize| passage.lexicon.voices.labelling.contains(passage.tokens.folded(*at));
    let start = name.tokens.start - the;
    let first = start - (row.start.min(start)..start).rev().take_while(is_led).count();
    let opens = first <= row.start || matches!(passage.tokens.folded(first - 1), "|" | "*" | "-" | ":");
    if first < start && opens && name.tokens.end <= place.tokens.start {
        return true;
    }
    let word = |back: usize| name.tokens.start.checked_sub(back).filter(|at| place.whole.contains(at));
    let by = word(1).filter(|&at| passage.tokens.folded(at) != "the").or(word(2));
    let is_led = by.is_some_and(|at| {
        matches!(passage.tokens.folded(at), "by" | "of" | "against" | "between" | "with" | "in" | "for" | "among")
    });
    is_led && by.and_then(|at| at.checked_sub(1)).is_some_and(|at| !passage.lexicon.is_account(&passage.stems[at]))
}
