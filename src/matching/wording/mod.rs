//! Quotations of a topic's wording: what articles put between quotation marks
//! and is, or is part of, or nearly is, the words that the topic asks about.
//!
//! A sentence quoted in two parts is one quotation, so that what stands before
//! `he said` is not taken for left out.
//!
//! ```text
//! “We do not,” he said, “give a damn”   →  We do not give a damn
//! he did not “give a damn”              →  not give a damn
//! ```

pub mod quotes;
pub mod wordwise;

use super::behind::between;
use super::float;
use super::passage::Passage;
use crate::text::{Span, TokenKind, Tokens};
use wordwise::side_by_side;

/// How much of the wording a quotation must have to be one of it.
const MOST_OF_WORDING: f64 = 0.6;
/// How much of a shorter quotation must be in the wording.
const MOST_OF_QUOTATION: f64 = 0.8;
/// The fewest shared words by which a shortened quotation is known.
const FEWEST: usize = 4;
/// How many words more than the wording has before the first shared one, or behind the last, may stand there in a
/// quotation.
const LEAD: usize = 2;
/// How many words of a quotation are looked at on each side of the first
/// shared one, in wordings.
const WINDOW: usize = 3;
/// How many words and signs may stand between two parts of one sentence that
/// an article quotes with its `he said` in the middle.
pub(super) const INTERRUPTION: usize = 12;

/// A quotation of the wording: where, which words, and how much of it is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// Where the article prints them: bytes of the body.
    pub span: Span,
    /// The words, without what the article says between them (`he said`), but
    /// with a `not` that it puts before the marks instead of inside.
    pub words: String,
    /// Shared words among all that stand side by side, 0 to 1.
    pub score: f64,
    /// How many words are shared.
    shared: usize,
}

/// Every quotation of a wording in an article, in order.
#[must_use]
pub fn find_wording(passage: &Passage<'_>, wording: &str) -> Vec<Quoted> {
    let wording = Tokens::new(wording);
    let words: Vec<&str> = words_of(&wording, 0..wording.len()).into_iter().map(|at| wording.folded(at)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let spans: Vec<Span> = passage.quotations.iter().map(|quotation| quotation.span).collect();
    let mut found: Vec<Quoted> = Vec::new();
    let mut at = 0;
    while at < spans.len() {
        let alone = in_quotation(passage, &spans[at..=at], &words);
        let both = spans.get(at + 1).filter(|next| is_interrupted(passage, spans[at], **next));
        let joined = both.and_then(|next| {
            let most = [&alone, &in_quotation(passage, &[*next], &words)]
                .into_iter()
                .flatten()
                .map(|quoted| quoted.shared)
                .max();
            in_quotation(passage, &spans[at..at + 2], &words).filter(|joined| joined.shared > most.unwrap_or(0))
        });
        at += if joined.is_some() { 2 } else { 1 };
        found.extend(joined.or(alone));
    }
    found
}

/// Whether one sentence is quoted in two parts, with somebody's `he said`
/// between them.
fn is_interrupted(passage: &Passage<'_>, first: Span, second: Span) -> bool {
    let ended = first.of(&passage.article.body).trim_end().ends_with(['.', '!', '?']);
    let between = passage.tokens_of(Span::new(first.end, second.start.max(first.end)));
    let same_block = |at: usize| passage.sentences.get(passage.sentence_at(at)).map(|sentence| sentence.block);
    !ended && between.len() <= INTERRUPTION && same_block(first.start) == same_block(second.start)
}

fn in_quotation(passage: &Passage<'_>, parts: &[Span], wording: &[&str]) -> Option<Quoted> {
    let of_part = |span: &Span| words_of(&passage.tokens, passage.tokens.within(*span));
    let all: Vec<usize> = parts.iter().flat_map(of_part).collect();
    // A long quotation is looked at where it first has a word of the wording.
    let reach = wording.len() * WINDOW;
    let starts = (0..all.len()).step_by(wording.len().max(1));
    let pieces = starts.map(|start| &all[start..(start + reach).min(all.len())]);
    let fits = pieces.filter_map(|piece| {
        let folded: Vec<&str> = piece.iter().map(|&at| passage.tokens.folded(at)).collect();
        let found = side_by_side(wording, &folded)?;
        // Whoever turns a wording round, keeps to it.
        let kept = float(found.kept(wording, &folded));
        let of_wording = kept / float(wording.len());
        let of_quotation = kept / float(all.len().min(marked_off(passage, &piece[found.right.clone()])));
        let is_shortened = of_quotation >= MOST_OF_QUOTATION && found.shared >= FEWEST.min(wording.len());
        let score = float(found.shared) / float(found.pairs.len().max(1));
        let negation = negation_before(passage, piece[found.right.start], &wording[..found.left.start]);
        // `Not a single cent more of public money` for `not one more cent of public money`.
        let before = found.right.start.saturating_sub(found.left.start + LEAD)..found.right.start;
        let is_lead = |&at: &usize| wording[..found.left.start].contains(&passage.tokens.folded(piece[at]));
        let first = before.into_iter().find(is_lead).unwrap_or(found.right.start);
        // `Someone's` is one word, whatever the wording has before its own `'s`.
        let is_cut = first > 0 && is_glued(passage, piece[first - 1], piece[first]);
        let first = first - usize::from(is_cut);
        let missing = wording.len() - found.left.end;
        let right = first..found.right.end + replaced_end(passage, piece, found.right.end, missing);
        let quoted = || Quoted {
            span: printed(passage, negation, &piece[right.clone()]),
            words: said(passage, parts, negation, &piece[right.clone()]),
            score,
            shared: found.shared,
        };
        (of_wording >= MOST_OF_WORDING || is_shortened).then(quoted)
    });
    fits.fold(None, |best: Option<Quoted>, fit| match best {
        Some(best) if best.score >= fit.score => Some(best),
        _ => Some(fit),
    })
}

/// How many words the sentence has in which words of a quotation stand, or, where these have marks of their own within it,
/// how many stand between those: `“What he said was ‘I can't’.”`
fn marked_off(passage: &Passage<'_>, words: &[usize]) -> usize {
    let (first, last) = (words[0], words[words.len() - 1]);
    let span = |at: usize| passage.tokens.get(at).span.start;
    let sentences = passage.sentence_at(span(first))..=passage.sentence_at(span(last));
    let tokens = passage.sentences[*sentences.start()].tokens.start..passage.sentences[*sentences.end()].tokens.end;
    let Some(around) = passage.quotation_around(passage.tokens.get(first).span) else { return usize::MAX };
    let within = passage.tokens.within(passage.quotations[around].span);
    let is_mark = |at: &usize| matches!(passage.tokens.folded(*at), "\"" | "'" | "«" | "»" | "„");
    let tokens = tokens.start.max(within.start)..tokens.end.min(within.end);
    let opens = (tokens.start..first).rev().find(is_mark).map_or(tokens.start, |at| at + 1);
    let closes = (last + 1..tokens.end).find(is_mark).unwrap_or(tokens.end);
    words_of(&passage.tokens, opens..closes).len()
}

/// Whether a token carries on the word right before it: the `'s` of `someone's`.
fn is_glued(passage: &Passage<'_>, before: usize, at: usize) -> bool {
    before + 1 == at && !passage.tokens.get(at).spaced && passage.tokens.folded(at).starts_with('\'')
}

/// `We were left to drown in silence` for `… in the dark`: how many words behind the last shared one stand in the place
/// of those that are missing at the end, up to where the sentence ends.
fn replaced_end(passage: &Passage<'_>, words: &[usize], end: usize, missing: usize) -> usize {
    let goes_on = |&at: &usize| words[at] == words[at - 1] + 1;
    let rest = (end..words.len()).take_while(goes_on).count();
    let last = words[end + rest - 1] + 1;
    let sign = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let ends = matches!((sign(last), sign(last + 1)), ("" | "." | "!" | "?" | ";" | "\"", _) | (",", "\""));
    if missing > 0 && rest <= missing + LEAD && ends { rest } else { 0 }
}

/// `did not “give in”`: the `not` that the article puts before the marks, where
/// the wording has one that the quoted words lack.
fn negation_before(passage: &Passage<'_>, first: usize, missing: &[&str]) -> Option<usize> {
    let negates = |word: &str| passage.lexicon.is_negation(word) || word.ends_with("n't");
    let before = (first.saturating_sub(3)..first).rev();
    let outside = before.filter(|&at| passage.tokens.get(at).kind == TokenKind::Word).take(1);
    let is_marked = |at: usize| between(at, first).any(|sign| matches!(passage.tokens.folded(sign), "\"" | "«" | "„"));
    outside
        .filter(|&at| negates(passage.tokens.folded(at)) && is_marked(at))
        .find(|_| missing.iter().any(|word| negates(word)))
}

fn printed(passage: &Passage<'_>, negation: Option<usize>, words: &[usize]) -> Span {
    let first = negation.unwrap_or(words[0]);
    passage.span_of(&(first..words[words.len() - 1] + 1))
}

/// The words of each part, as printed.
fn said(passage: &Passage<'_>, parts: &[Span], negation: Option<usize>, words: &[usize]) -> String {
    let body = &passage.article.body;
    let mut said: Vec<&str> = negation.map(|at| passage.tokens.raw(at)).into_iter().collect();
    for part in parts {
        let inside: Vec<usize> =
            words.iter().copied().filter(|&at| part.contains(&passage.tokens.get(at).span)).collect();
        if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
            said.push(passage.span_of(&(*first..last + 1)).of(body));
        }
    }
    said.join(" ")
}

/// The tokens that are words or digits.
fn words_of(tokens: &Tokens<'_>, range: std::ops::Range<usize>) -> Vec<usize> {
    range.filter(|&at| tokens.get(at).kind != TokenKind::Sign).collect()
}
