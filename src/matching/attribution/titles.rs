//! Headings inside a text: whose account they say stands below, and whether what stands below goes on from above.
//!
//! ```text
//! 22:05 Railco statement in full / “We were late.”      Railco's
//! A look at the Railco statement / It says …            Railco's statement says so
//! Railco hits back at a statement / “We were late.”     nobody's that is known
//! The log puts it at 40. / THE CALLS / It also lists 9  the log lists them
//! ```

use super::Attributed;
use super::accounts::is_account_name;
use super::saying::skip_titles;
use crate::corpus::BlockKind;
use crate::extract::language::en_zones::is_zone_name;
use crate::matching::passage::names::{NameAt, NameId};
use crate::matching::passage::{Passage, Sentence};
use std::ops::Range;

/// How many headings may stand one below the other.
const HEADINGS: usize = 3;
/// Among how many blocks the headline stands.
const HEAD: usize = 8;
/// How many tokens the time takes with which the entry of a live blog begins.
const CLOCK: usize = 5;
/// How many words may tell what kind of account it is: `the union's open letter`.
const KIND: usize = 1;

/// The first of the headings right above a sentence, or the sentence itself, where one of them begins an entry of its own
/// or names somebody.
pub(super) fn past_headings(passage: &Passage<'_>, sentence: usize) -> usize {
    let names = |heading: &Sentence| passage.names_in(heading.tokens.clone()).next().is_some();
    let above = headings_above(passage, sentence);
    if begins_entry(passage, sentence) || passage.sentences[above.clone()].iter().any(names) {
        return sentence;
    }
    above.start
}

/// Whether the entry of a live blog begins right above a sentence.
pub(super) fn begins_entry(passage: &Passage<'_>, sentence: usize) -> bool {
    let above = &passage.sentences[headings_above(passage, sentence)];
    above.iter().any(|heading| past_clock(passage, &heading.tokens) > heading.tokens.start)
}

/// Whose account the heading right above a sentence says that all below it is: `Railco statement in full`.
pub(super) fn entitled(
    passage: &Passage<'_>,
    may_speak: &dyn Fn(NameId) -> bool,
    sentence: usize,
) -> Option<Attributed> {
    let heading = passage.sentences[headings_above(passage, sentence)].last()?.tokens.clone();
    let word = |at: usize| if heading.contains(&at) { passage.tokens.folded(at) } else { "" };
    let (name, account) = account_in(passage, may_speak, &heading)?;
    let first = past_clock(passage, &heading);
    let begins = first + (first..heading.end).take_while(|&at| matches!(word(at), "the" | "full" | "in")).count();
    let opening = name.tokens.start.min(account.start);
    let led = skip_titles(passage, &heading, opening);
    let behind = name.tokens.end.max(account.end);
    let in_full = behind + if word(behind) == "in" && word(behind + 1) == "full" { 2 } else { 0 };
    let is_all = in_full >= heading.end || matches!(word(in_full), ":" | "-" | "–" | "—");
    (led <= begins && is_all).then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// Whose account a heading names that `it` below it stands for: `A second look at the Railco statement`.
pub(super) fn told_of_account(
    passage: &Passage<'_>,
    may_speak: &dyn Fn(NameId) -> bool,
    heading: &Range<usize>,
) -> Option<Attributed> {
    let (name, _) = account_in(passage, may_speak, heading)?;
    Some(Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// The headline or heading above a sentence, whatever paragraphs stand between.
pub(super) fn heading_of(passage: &Passage<'_>, sentence: usize) -> Option<Range<usize>> {
    let heading = passage.article.blocks.get(passage.sentences[sentence].block)?.heading;
    let headline = || passage.article.blocks.iter().take(HEAD).position(|block| block.kind == BlockKind::Headline);
    let block = heading.or_else(headline)?;
    Some(passage.tokens_of(passage.article.blocks[block].span))
}

/// The headings right above a sentence.
fn headings_above(passage: &Passage<'_>, sentence: usize) -> Range<usize> {
    let is_heading = |at: &usize| passage.sentences[*at].kind == BlockKind::Heading;
    let above = (sentence.saturating_sub(HEADINGS)..sentence).rev().take_while(is_heading);
    sentence - above.count()..sentence
}

/// `Railco statement`, `Railco's open letter`, `a statement from Railco`, `full text: Railco`: the first claimant whose account
/// a heading names, and the words for it.
fn account_in<'p>(
    passage: &'p Passage<'_>,
    may_speak: &dyn Fn(NameId) -> bool,
    heading: &Range<usize>,
) -> Option<(&'p NameAt, Range<usize>)> {
    let words = passage.lexicon.voices;
    let word = |at: usize| if heading.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_account = |at: usize| {
        let word = word(at);
        words.documents.given_out.contains(word)
            || words.documents.nouns.contains(word)
            || words.writings.contains(word)
    };
    let account_of = |name: &NameAt| {
        let end = name.tokens.end;
        let next = end + usize::from(matches!(word(end), "'s" | "'"));
        let kind = |at: &usize| (next..*at).all(|at| passage.carries_in(heading, at));
        if is_account_name(passage, name) {
            return Some(name.tokens.clone());
        }
        let behind = (next..next + 1 + KIND).find(|&at| is_account(at)).filter(kind);
        let by = skip_titles(passage, heading, name.tokens.start);
        let from = by.checked_sub(1).filter(|&from| matches!(word(from), "from" | "by" | "of" | ":"));
        let before = || from.and_then(|from| from.checked_sub(1)).filter(|&at| is_account(at));
        behind.or_else(before).map(|at| at..at + 1)
    };
    let mut named = passage.names_in(heading.clone()).filter(|name| may_speak(name.id));
    named.find_map(|name| account_of(name).map(|account| (name, account)))
}

/// Behind the time with which a heading begins: `22:05`, `10.41pm`.
fn past_clock(passage: &Passage<'_>, heading: &Range<usize>) -> usize {
    let is_part = |at: &usize| {
        let (word, raw) = (passage.tokens.folded(*at), passage.tokens.raw(*at));
        matches!(word, ":" | "." | "*" | "-" | "am" | "pm")
            || word.starts_with(|first: char| first.is_ascii_digit())
            || raw.bytes().all(|byte| byte.is_ascii_uppercase()) && is_zone_name(raw)
    };
    let end = heading.end.min(heading.start + CLOCK);
    let parts = (heading.start..end).take_while(is_part).count();
    // `40 dead` and `2026` are no time.
    let is_clock =
        (heading.start..heading.start + parts).any(|at| matches!(passage.tokens.folded(at), ":" | "." | "am" | "pm"));
    heading.start + if is_clock { parts } else { 0 }
}
