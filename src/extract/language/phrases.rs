//! Phrases of one or more words, found from either end.
//!
//! A phrase is cut into tokens as a text is, so `km/h` and `up to` are both
//! phrases, and white space between their tokens does not matter. A phrase
//! with a capital letter (`A$`, `MW`) must stand in the text exactly as it is
//! here, and digits (`km2`) stand without white space. A hyphen may stand for the white space between two words.

use super::Lexicon;
use crate::text::{Span, TokenKind, Tokens};

/// Phrases, and what each of them states.
#[derive(Debug)]
pub struct Phrases<T> {
    /// By first word (or last, when they are found from their end): where the
    /// phrases that begin with it stand in `entries`.
    heads: Lexicon<(usize, usize)>,
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    /// In the order in which they are compared.
    words: Vec<String>,
    /// How it must be written, where that matters.
    exact: Option<String>,
    meaning: T,
}

impl<T: Copy> Phrases<T> {
    /// Phrases that are found from their first word on.
    #[must_use]
    pub fn forward(tables: &[&[(&str, T)]]) -> Self {
        Self::new(tables, false)
    }

    /// Phrases that are found from their last word back.
    #[must_use]
    pub fn backward(tables: &[&[(&str, T)]]) -> Self {
        Self::new(tables, true)
    }

    fn new(tables: &[&[(&str, T)]], reversed: bool) -> Self {
        let mut entries: Vec<Entry<T>> = Vec::new();
        for &(phrase, meaning) in tables.iter().copied().flatten() {
            let exact = phrase.chars().any(char::is_uppercase).then(|| phrase.to_owned());
            let mut words = cut(phrase);
            if reversed {
                words.reverse();
            }
            entries.push(Entry { words, exact, meaning });
        }
        // Longer first, so that the first that fits is the longest.
        entries.sort_by(|a, b| (&a.words[0], b.words.len(), &b.exact).cmp(&(&b.words[0], a.words.len(), &a.exact)));
        let mut heads: Vec<(&str, (usize, usize))> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            match heads.last_mut() {
                Some((word, range)) if *word == entry.words[0] => range.1 = at + 1,
                _ => heads.push((&entry.words[0], (at, at + 1))),
            }
        }
        Self { heads: Lexicon::new(&[&heads]), entries }
    }

    /// The longest phrase that begins with the token `at`, and one past its
    /// last token.
    #[must_use]
    pub fn at(&self, tokens: &Tokens<'_>, at: usize) -> Option<(T, usize)> {
        if at >= tokens.len() {
            return None;
        }
        let (first, last) = self.heads.get(tokens.folded(at))?;
        self.entries[first..last].iter().find_map(|entry| {
            let end = entry.match_forward(tokens, at)?;
            entry.is_written(tokens, at, end).then_some((entry.meaning, end))
        })
    }

    /// The longest phrase that ends just before the token `end`, and its
    /// first token.
    #[must_use]
    pub fn before(&self, tokens: &Tokens<'_>, end: usize) -> Option<(T, usize)> {
        let (first, last) = self.heads.get(tokens.folded(end.checked_sub(1)?))?;
        self.entries[first..last].iter().find_map(|entry| {
            let at = entry.match_backward(tokens, end)?;
            entry.is_written(tokens, at, end).then_some((entry.meaning, at))
        })
    }
}

impl<T> Entry<T> {
    fn match_forward(&self, tokens: &Tokens<'_>, start: usize) -> Option<usize> {
        let mut at = start;
        for word in &self.words {
            if at > start && at < tokens.len() && *word != "-" && is_inner_hyphen(tokens, at) {
                at += 1;
            }
            if at >= tokens.len() || tokens.folded(at) != *word {
                return None;
            }
            if tokens.get(at).kind == TokenKind::Digits && tokens.get(at).spaced {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    fn match_backward(&self, tokens: &Tokens<'_>, end: usize) -> Option<usize> {
        let mut at = end;
        for word in &self.words {
            at = at.checked_sub(1)?;
            if at + 1 < end && at > 0 && *word != "-" && is_inner_hyphen(tokens, at) {
                at -= 1;
            }
            if tokens.folded(at) != *word {
                return None;
            }
        }
        Some(at)
    }

    fn is_written(&self, tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
        let Some(exact) = &self.exact else { return true };
        Span::new(tokens.get(at).span.start, tokens.get(end - 1).span.end).of(tokens.text()) == exact
    }
}

fn is_inner_hyphen(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.folded(at) == "-" && !tokens.get(at).spaced && tokens.all().get(at + 1).is_some_and(|next| !next.spaced)
}

/// Words and signs, as [`Tokens`] cuts them.
fn cut(phrase: &str) -> Vec<String> {
    let tokens = Tokens::new(phrase);
    (0..tokens.len()).map(|at| tokens.folded(at).to_owned()).collect()
}
