//! Folding: what differs between two copies of the same words but does not
//! matter, with a map back to the original.
//!
//! Folded away: case, diacritics (`Élysée` is `elysee`), curly quotes, the
//! kinds of dash, no-break and thin spaces, soft hyphens and zero-width marks.
//! Not folded: digits, words, order, punctuation, runs of white space.
//!
//! ```
//! use gainsay::text::{Fold, Span};
//! let text = "L’Élysée – 20";
//! let fold = Fold::new(text);
//! assert_eq!(fold.text(), "l'elysee - 20");
//! let at = fold.text().find("elysee").unwrap();
//! assert_eq!(fold.original(Span::new(at, at + 6)).of(text), "Élysée");
//! ```
//!
//! **Cost.** Linear. ASCII is lowered in place and needs no map; only a text
//! with other characters pays for decomposition and eight bytes a byte of map.

use super::Span;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text folded for comparison, with a map back.
#[derive(Clone, Debug)]
pub struct Fold {
    text: String,
    /// For each folded byte, the original character it came from. `None` when
    /// the text is ASCII: then folded and original offsets are the same.
    map: Option<Vec<Span>>,
    length: usize,
}

impl Fold {
    /// Folds `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { text: text.to_ascii_lowercase(), map: None, length: text.len() };
        }
        let mut folded = String::with_capacity(text.len());
        let mut map = Vec::with_capacity(text.len());
        for (at, character) in text.char_indices() {
            let before = folded.len();
            fold_char(character, &mut folded);
            let origin = Span::new(at, at + character.len_utf8());
            map.extend(std::iter::repeat_n(origin, folded.len() - before));
        }
        Self { text: folded, map: Some(map), length: text.len() }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the original that a span of the folded text came from.
    #[must_use]
    pub fn original(&self, folded: Span) -> Span {
        let Some(map) = &self.map else { return folded };
        if folded.is_empty() {
            let at = map.get(folded.start).map_or(self.length, |origin| origin.start);
            return Span::new(at, at);
        }
        Span::new(map[folded.start].start, map[folded.end - 1].end)
    }
}

/// Folds a short string where no map is needed, such as a name or a word.
///
/// ```
/// assert_eq!(gainsay::text::fold_str("Zelenskÿ’s"), "zelensky's");
/// ```
#[must_use]
pub fn fold_str(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(text.to_ascii_lowercase());
        }
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    Cow::Owned(folded)
}

/// Folds a text to the end of another. What is ASCII is taken over in runs.
pub fn fold_into(text: &str, into: &mut String) {
    let start = into.len();
    fold_but_case(text, into, |_, _| {});
    into[start..].make_ascii_lowercase();
}

/// The same with the capitals of ASCII, and with one where a capital beyond ASCII is folded
/// to letters of it; behind each character that is not ASCII it tells how far it is, in bytes
/// of what it made and of the text.
pub fn fold_but_case(text: &str, into: &mut String, mut tell: impl FnMut(usize, usize)) {
    let mut rest = text;
    loop {
        let at = ascii_before(rest.as_bytes());
        into.push_str(&rest[..at]);
        let mut others = rest[at..].chars();
        let Some(character) = others.next() else { return };
        let made = into.len();
        fold_char(character, into);
        if character.is_uppercase() && into[made..].starts_with(|first: char| first.is_ascii()) {
            into[made..=made].make_ascii_uppercase();
        }
        rest = others.as_str();
        tell(into.len(), text.len() - rest.len());
    }
}

/// How many bytes stand before the first that is not ASCII.
#[must_use]
pub fn ascii_before(bytes: &[u8]) -> usize {
    /// So many are looked at together.
    const STEP: usize = 32;
    let plain = STEP * bytes.chunks_exact(STEP).take_while(|step| step.is_ascii()).count();
    let rest = bytes[plain..].iter();
    plain + rest.take_while(|byte| byte.is_ascii()).count()
}

pub(super) fn fold_char(character: char, into: &mut String) {
    match character {
        c if c.is_ascii() => into.push(c.to_ascii_lowercase()),
        c if is_apostrophe(c) => into.push('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{00AB}' | '\u{00BB}' | '\u{2033}' => into.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => into.push('-'),
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => into.push(' '),
        c if is_ignored(c) => {}
        '\u{2026}' => into.push_str("..."),
        'ß' | 'ẞ' => into.push_str("ss"),
        'Æ' | 'æ' => into.push_str("ae"),
        'Œ' | 'œ' => into.push_str("oe"),
        'Ø' | 'ø' => into.push('o'),
        'Ł' | 'ł' => into.push('l'),
        'Đ' | 'đ' => into.push('d'),
        // й and ё are letters of their own in Cyrillic, not marked ones.
        'Й' | 'й' => into.push('й'),
        c => {
            for part in std::iter::once(c).nfd().filter(|&part| !is_combining_mark(part)) {
                if part == c {
                    into.extend(part.to_lowercase().filter(|&low| !is_combining_mark(low)));
                } else {
                    // A part may itself be a letter or a mark with a fold of its
                    // own, as the æ of ǽ is; parts of parts there are none.
                    fold_char(part, into);
                }
            }
        }
    }
}

/// An apostrophe, and what stands for one: a word is the same once it is folded.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{00B4}' | '\u{1FFD}'
    )
}

/// Characters that print nothing: soft hyphens, zero-width and bidi marks.
pub(super) fn is_ignored(character: char) -> bool {
    matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folded_offsets_map_back_to_what_folds_to_them(text in "\\PC{0,40}") {
            let fold = Fold::new(&text);
            for (at, character) in fold.text().char_indices() {
                let span = fold.original(Span::new(at, at + character.len_utf8()));
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                prop_assert!(fold_str(span.of(&text)).contains(character));
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold_str(&text).into_owned();
            prop_assert_eq!(fold_str(&once).into_owned(), once);
        }
    }

    #[test]
    fn marked_ligatures_and_spacing_accents_fold_like_their_parts() {
        assert_eq!(fold_str("ǽ\u{1FFD}x"), "ae'x");
    }

    #[test]
    fn dashes_quotes_and_spaces_fold_to_ascii() {
        assert_eq!(fold_str("“20–25”\u{202F}‘tu’"), "\"20-25\" 'tu'");
    }
}
