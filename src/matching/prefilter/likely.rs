//! Whether the word around a place of a text is like another: what a plain
//! search asks where it met a few letters of a word that may be misspelt.
//!
//! ```text
//! phoned, likeness 0.84:   pho|ned  yes   pho|nned  yes   pho|tos  no
//! ```
//!
//! It may take a word for likely that is not; the other way round never. Words
//! with signs or letters beyond ASCII are taken for likely where they have one of some
//! pieces, if there are such.
//!
//! **Cost.** A comparison from both ends; words that forgive two mistakes or more are measured.

use crate::matching::patterns::likeness::least_mistakes;

/// A word that may be misspelt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Likely {
    /// The word as it should be, folded.
    pub(super) word: String,
    /// How like a misspelling must be, in hundredths of the longer word.
    pub(super) hundredths: u8,
    /// Of these it has at least one; where there are none, anything will do.
    pub(super) pieces: Vec<String>,
}

impl Likely {
    /// What is like a word at least so much.
    pub(super) fn new(folded: &str, likeness: f64, pieces: Vec<String>) -> Self {
        // In whole hundredths, so that words can be told apart by it.
        let hundredths = (0..100).find(|&part| f64::from(part) / 100.0 >= likeness - 1e-9).unwrap_or(100);
        Self { word: folded.to_owned(), hundredths, pieces }
    }

    /// Whether the word of a text around `start..end` may be this one.
    pub(super) fn is_around(&self, text: &[u8], start: usize, end: usize) -> bool {
        match word_around(text, start, end).filter(|_| self.word.is_ascii()) {
            Some(word) => self.is_like(word),
            None => self.pieces.is_empty() || self.has_piece(&text[start..]),
        }
    }

    /// Whether one of the pieces stands before the next space.
    fn has_piece(&self, rest: &[u8]) -> bool {
        // A letter takes up to four bytes, and no misspelling is twice as long.
        let near = &rest[..rest.len().min(8 * self.word.len())];
        let joined = near.split(u8::is_ascii_whitespace).next().unwrap_or_default();
        let has = |piece: &String| {
            piece.is_empty() || joined.windows(piece.len()).any(|part| part.eq_ignore_ascii_case(piece.as_bytes()))
        };
        self.pieces.iter().any(has)
    }

    /// How many mistakes a word of so many letters may have.
    fn forgiven(&self, letters: usize) -> usize {
        letters.max(self.word.len()) * (100 - usize::from(self.hundredths)) / 100
    }

    fn is_like(&self, found: &[u8]) -> bool {
        let word = self.word.as_bytes();
        let forgiven = self.forgiven(found.len());
        if word.len().abs_diff(found.len()) > forgiven {
            return false;
        }
        let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
        let ahead = word.iter().zip(found).take_while(same).count();
        let behind = word.iter().rev().zip(found.iter().rev()).take_while(same).count();
        let shorter = word.len().min(found.len());
        match forgiven {
            0 => ahead == shorter,
            // One letter changed, or two in each other's place; one more or one less.
            1 if word.len() == found.len() => ahead + behind + 2 >= shorter,
            1 => ahead + behind >= shorter,
            _ if least_mistakes(word, found) > forgiven => false,
            _ => {
                let found: String = found.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
                let likeness = strsim::normalized_damerau_levenshtein(&self.word, &found);
                likeness >= f64::from(self.hundredths) / 100.0 - 1e-9
            }
        }
    }
}

/// Longer words are not looked at, nor are parts of words.
pub(super) const LONGEST: usize = 64;

/// The letters around a place; `None` where the word may have others, or is
/// too long.
pub(super) fn word_around(text: &[u8], start: usize, end: usize) -> Option<&[u8]> {
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic();
    let before = text[..start].iter().rev().take(LONGEST).take_while(is_letter).count();
    let after = text[end..].iter().take(LONGEST).take_while(is_letter).count();
    let (start, end) = (start - before, end + after);
    let is_whole = before < LONGEST && after < LONGEST && !joins(text, end) && !ends_joined(text, start);
    is_whole.then(|| &text[start..end])
}

/// Whether a word goes on behind an apostrophe, or in letters that are not
/// ASCII.
fn joins(text: &[u8], end: usize) -> bool {
    let goes_on = |rest: &[u8]| match rest {
        [b's' | b'S', next, ..] => next.is_ascii_alphanumeric() || *next >= 0x80,
        [b's' | b'S'] => false,
        [next, ..] => next.is_ascii_alphabetic() || *next >= 0x80,
        [] => false,
    };
    match &text[end..] {
        [b'\'', rest @ ..] | [0xE2, 0x80, 0x98 | 0x99 | 0x9B | 0xB2, rest @ ..] => goes_on(rest),
        [0xE2, 0x80, 0x90..=0xA6, ..] | [0xC2, 0xA0 | 0xAB | 0xBB, ..] => false,
        [next, ..] => *next >= 0x80,
        [] => false,
    }
}

/// Whether something joins a word from before.
fn ends_joined(text: &[u8], start: usize) -> bool {
    match &text[..start] {
        [.., before, b'\''] | [.., before, 0xE2, 0x80, 0x98 | 0x99 | 0x9B] => {
            before.is_ascii_alphabetic() || *before >= 0x80
        }
        [.., 0xE2, 0x80, 0x90..=0xA6] | [.., 0xC2, 0xA0 | 0xAB | 0xBB] => false,
        [.., before] => *before >= 0x80,
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_around(word: &str, hundredths: u8, text: &str, at: &str) -> bool {
        let start = text.find(at).unwrap();
        Likely { word: word.to_owned(), hundredths, pieces: Vec::new() }.is_around(
            text.as_bytes(),
            start,
            start + at.len(),
        )
    }

    #[test]
    fn the_whole_word_is_compared() {
        assert!(is_around("phoned", 84, "He Phonned.", "Pho"));
        assert!(!is_around("phoned", 84, "He saw photos.", "pho"));
        assert!(is_around("macron", 80, "said Macrno today", "Mac"));
        assert!(!is_around("macron", 80, "the front", "ron"));
        assert!(is_around("telephone", 84, "tele’phone", "tel"));
        assert!(is_around("meeting", 84, "‘meating’ was", "mea"));
        assert!(!is_around("meeting", 84, "‘meanings’ was", "mea"));
    }

    proptest! {
        #[test]
        fn what_alignment_takes_is_likely(word in "[a-d]{6,14}", found in "[a-d]{5,16}", hundredths in 80_u8..85) {
            if strsim::normalized_damerau_levenshtein(&word, &found) >= f64::from(hundredths) / 100.0 {
                prop_assert!(is_around(&word, hundredths, &found, &found[..1]));
            }
        }
    }

    #[test]
    fn as_many_mistakes_are_forgiven_as_the_longer_word_allows() {
        // Six letters allow none, seven one, thirteen two at 84 %.
        assert!(is_around("phoned", 84, "phoned", "pho") && !is_around("phoned", 84, "phomed", "pho"));
        assert!(is_around("meeting", 84, "meetings", "mee") && !is_around("meeting", 84, "maetting", "m"));
        assert!(!is_around("meeting", 84, "maeteng", "m"));
        assert!(is_around("demonstration", 84, "denonstratiom", "de"));
        assert!(!is_around("demonstration", 84, "denonstrotiom", "de"));
        // Four of 25 letters are exactly what is allowed.
        let long = "abcdefghijklmnopqrstuvwxy";
        assert!(is_around(long, 84, "abcdefghijklmnopqrstu1234".replace(['1', '2', '3', '4'], "z").as_str(), "abc"));
        assert!(!is_around(long, 84, "abcdefghijklmnopqrstzzzzz", "abc"));
    }

    #[test]
    fn a_very_long_word_is_not_looked_at() {
        let (less, more) = ("x".repeat(LONGEST - 1), "x".repeat(LONGEST));
        for (before, after) in [(less.as_str(), ""), ("", less.as_str())] {
            assert!(!is_around("phoned", 84, &format!("{before}phoned{after}"), "phoned"));
        }
        for (before, after) in [(more.as_str(), ""), ("", more.as_str()), (more.as_str(), more.as_str())] {
            assert!(is_around("phoned", 84, &format!("{before}phoned{after}"), "phoned"));
        }
    }

    #[test]
    fn a_word_ends_at_a_mark_and_not_at_a_letter_beyond_ascii() {
        for (text, is_whole) in [
            ("pho", true),
            ("pho’s", true),
            ("pho’s home", true),
            ("pho's", true),
            ("pho’ and", true),
            ("pho–ned", true),
            ("“pho”", true),
            ("«pho»", true),
            ("pho\u{a0}ned", true),
            ("pho’t", false),
            ("pho’st", false),
            ("pho’s1", false),
            ("pho’sé", false),
            ("pho’é", false),
            ("phoé", false),
            ("épho", false),
            ("o’pho", false),
            ("o'pho", false),
            ("é’pho", false),
            ("é'pho", false),
            ("1’pho", true),
            ("1'pho", true),
            (" ’pho", true),
            ("–pho", true),
        ] {
            let start = text.find("pho").unwrap();
            let word = word_around(text.as_bytes(), start, start + 3);
            assert_eq!(word, is_whole.then_some(b"pho".as_slice()), "{text}");
        }
    }

    #[test]
    fn of_a_word_with_other_letters_a_piece_must_stand_before_the_next_space() {
        let has = |pieces: &[&str], text: &str| {
            let pieces = pieces.iter().map(|&piece| piece.to_owned()).collect();
            Likely::new("macron", 0.8, pieces).is_around(text.as_bytes(), 0, 1)
        };
        assert!(has(&["mac", "ron"], "mäcRon spoke") && has(&["mac", "ron"], "Macrön"));
        assert!(!has(&["mac", "ron"], "mäcröns ron") && has(&["mac", ""], "mäcröns"));
        assert!(has(&[], "mäcröns"));
        let far = |letters: usize| format!("m{}ron", "é".repeat(letters));
        assert!(has(&["ron"], &far(22)) && !has(&["ron"], &far(23)), "48 bytes are looked at");
    }
}
