//! Finding the quote of a claim in its article: to the letter, then word for
//! word, then by likeness within bounds. Never a wild anchor: what stands in
//! two places is ambiguous, and a number or a negation that differs is
//! missing.

use super::words_of;
use super::wordwise::{SideBySide, side_by_side};
use crate::matching::float;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::mention::QuoteOutcome;
use crate::matching::passage::Passage;
use crate::text::{Span, TokenKind, Tokens, fold_str};
use std::ops::Range;

/// Quotes of this many characters or less must stand there to the letter.
const SHORT: usize = 8;
/// How many of a quote's words must be there for a quote found by likeness.
const LIKENESS: f64 = 0.8;
/// From how many shared words on a place is worth showing as the nearest.
const NEAREST: f64 = 0.5;

/// Looks for a quote.
#[must_use]
pub fn find_quote(passage: &Passage<'_>, quote: &str) -> QuoteOutcome {
    let quote = quote.trim();
    let body = &passage.article.body;
    let exact = whole_words(body, quote);
    if let Some(outcome) = settle(&exact, true) {
        return outcome;
    }
    if quote.chars().count() <= SHORT {
        return QuoteOutcome::Missing { nearest: None, differing: Vec::new() };
    }
    let tokens = Tokens::new(quote);
    let words = words_of(&tokens, 0..tokens.len());
    let folded: Vec<&str> = words.iter().map(|&at| tokens.folded(at)).collect();
    let text = words_of(&passage.tokens, 0..passage.tokens.len());
    let same_words = word_for_word(passage, &text, &folded);
    settle(&same_words, false).unwrap_or_else(|| by_likeness(passage, &folded))
}

/// One place is found, several are ambiguous, none leaves it open.
fn settle(places: &[Span], exact: bool) -> Option<QuoteOutcome> {
    match places {
        [] => None,
        [span] => Some(QuoteOutcome::Found { span: *span, exact, differing: Vec::new() }),
        several => Some(QuoteOutcome::Ambiguous(several.to_vec())),
    }
}

/// Every place where the quote stands to the letter and cuts no word.
fn whole_words(body: &str, quote: &str) -> Vec<Span> {
    if quote.is_empty() {
        return Vec::new();
    }
    let cuts = |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric());
    let whole = |&(start, found): &(usize, &str)| {
        let end = start + found.len();
        !cuts(body[..start].chars().next_back(), found.chars().next())
            && !cuts(found.chars().next_back(), body[end..].chars().next())
    };
    body.match_indices(quote).filter(whole).map(|(start, found)| Span::new(start, start + found.len())).collect()
}

/// Every place where the same words stand in the same order, whatever their
/// case, marks and spaces.
fn word_for_word(passage: &Passage<'_>, text: &[usize], quote: &[&str]) -> Vec<Span> {
    if quote.is_empty() || text.len() < quote.len() {
        return Vec::new();
    }
    let starts = 0..=text.len() - quote.len();
    let same = |start: &usize| {
        quote.iter().enumerate().all(|(offset, word)| passage.tokens.folded(text[start + offset]) == *word)
    };
    starts.filter(same).map(|start| passage.span_of(&(text[start]..text[start + quote.len() - 1] + 1))).collect()
}

/// A place like a quote: how like, where, and the words that differ.
struct Likely {
    likeness: f64,
    span: Span,
    differing: Vec<(String, String)>,
}

/// The place most like the quote, in one sentence or two in a row.
fn by_likeness(passage: &Passage<'_>, quote: &[&str]) -> QuoteOutcome {
    let mut places: Vec<Likely> = Vec::new();
    for sentence in 0..passage.sentences.len() {
        let words = words_of(&passage.tokens, stretch(passage, sentence, quote.len()));
        let folded: Vec<&str> = words.iter().map(|&at| passage.tokens.folded(at)).collect();
        if !shares_half(quote, &folded) {
            continue;
        }
        let Some(found) = side_by_side(quote, &folded) else { continue };
        let span = passage.span_of(&(words[found.right.start]..words[found.right.end - 1] + 1));
        let differing = whole_difference(&found, quote, &folded);
        places.push(Likely { likeness: likeness(&found, quote.len()), span, differing });
    }
    places.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.span.cmp(&b.span)));
    let mut places = places.into_iter();
    let Some(best) = places.next() else {
        return QuoteOutcome::Missing { nearest: None, differing: Vec::new() };
    };
    let rival = places.find(|place| !place.span.overlaps(&best.span)).map_or(0.0, |rival| rival.likeness);
    let harmless =
        best.differing.iter().all(|(a, b)| is_harmless(passage.lexicon, a) && is_harmless(passage.lexicon, b));
    if best.likeness >= LIKENESS && harmless && rival < best.likeness - 0.1 {
        return QuoteOutcome::Found { span: best.span, exact: false, differing: best.differing };
    }
    let is_near = best.likeness >= NEAREST;
    let differing = if is_near { best.differing } else { Vec::new() };
    QuoteOutcome::Missing { nearest: is_near.then_some(best.span), differing }
}

/// The tokens of a sentence, and of the one after it where the quote may reach
/// into it; at most a few times the quote's length.
fn stretch(passage: &Passage<'_>, sentence: usize, words: usize) -> Range<usize> {
    let tokens = passage.sentences[sentence].tokens.clone();
    let next = passage.sentences.get(sentence + 1).map_or(tokens.end, |next| next.tokens.end);
    let end = if words * 2 > tokens.len() { next } else { tokens.end };
    tokens.start..end.min(tokens.start + 400 + words * 4)
}

fn shares_half(quote: &[&str], words: &[&str]) -> bool {
    let there = quote.iter().filter(|word| words.contains(word)).count();
    there * 2 >= quote.len()
}

fn likeness(found: &SideBySide, words: usize) -> f64 {
    float(found.shared) / float(words.max(found.right.len()))
}

/// The differing words, with the words of the quote that lie outside the part
/// that is alike.
fn whole_difference(found: &SideBySide, quote: &[&str], text: &[&str]) -> Vec<(String, String)> {
    let lost = |range: Range<usize>| range.map(|at| (quote[at].to_owned(), String::new())).collect::<Vec<_>>();
    let mut differing = lost(0..found.left.start);
    differing.extend(found.differing(quote, text));
    differing.extend(lost(found.left.end..quote.len()));
    differing
}

/// Whether a word may differ: no number, no negation.
fn is_harmless(lexicon: &Lexicon, word: &str) -> bool {
    let tokens = Tokens::new(word);
    let is_number = !tokens.is_empty()
        && (tokens.get(0).kind == TokenKind::Digits || crate::extract::number::cardinal_at(&tokens, 0).is_some());
    !is_number && !lexicon.is_negation(&fold_str(word))
}
