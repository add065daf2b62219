//! A text as the searches of the [prefilter](super) want it: as it
//! stands, or folded, but for its capitals, where it has letters beyond ASCII.
//!
//! English has few of these, but for dashes, quotes and dots, which part words
//! folded or not; such a text is not copied.
//!
//! ```text
//! “20 calls”, he said – twice     as it stands
//! the Élysée                      the Elysee
//! ```

use crate::text::{ascii_before, fold_but_case};
use std::borrow::Cow;
use std::ops::Range;

/// The bytes to search.
#[derive(Debug)]
pub struct Plain<'t> {
    bytes: Cow<'t, [u8]>,
    /// Where folding may have moved what follows: bytes of what is searched and of the
    /// text.
    moved: Vec<(usize, usize)>,
}

impl<'t> Plain<'t> {
    /// Prepares a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        if has_only_signs_beyond_ascii(text.as_bytes()) {
            return Self { bytes: Cow::Borrowed(text.as_bytes()), moved: Vec::new() };
        }
        let (mut folded, mut moved) = (String::with_capacity(text.len()), Vec::new());
        fold_but_case(text, &mut folded, |made, taken| moved.push((made, taken)));
        Self { bytes: Cow::Owned(folded.into_bytes()), moved }
    }

    /// Whether places in it are others than in the text.
    pub(super) fn is_folded(&self) -> bool {
        matches!(self.bytes, Cow::Owned(_))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The byte of the text that a byte of what is searched comes from.
    pub(super) fn original(&self, at: usize) -> usize {
        let next = self.moved.partition_point(|(made, _)| *made <= at);
        let (made, taken) = next.checked_sub(1).map_or((0, 0), |before| self.moved[before]);
        // A character may be made into several.
        let limit = self.moved.get(next).map_or(usize::MAX, |(_, taken)| taken - 1);
        (taken + (at - made)).min(limit)
    }

    /// Whether a mark that may open a quotation stands before a byte in its paragraph: a
    /// quotation that goes on from one paragraph to the next is opened again there.
    pub(super) fn may_be_quoted(&self, at: usize) -> bool {
        let before = &self.bytes[self.paragraph_around(at).start..at];
        // An apostrophe inside a word, or behind one, opens nothing.
        let is_of_word = |at: usize| at > 0 && before[at - 1].is_ascii_alphanumeric();
        ["\"", "“", "„", "«", "‘"].iter().any(|mark| memchr::memmem::find(before, mark.as_bytes()).is_some())
            || memchr::memchr_iter(b'\'', before).any(|at| !is_of_word(at))
    }

    /// Where the paragraph of a byte ends: at a blank line, or with the text.
    pub(super) fn paragraph_from(&self, at: usize) -> usize {
        let mut ends = memchr::memchr_iter(b'\n', &self.bytes[at..]).map(|end| at + end);
        ends.find(|&end| is_blank(&self.bytes[end + 1..])).unwrap_or(self.bytes.len())
    }

    /// The paragraph that a byte stands in.
    pub(super) fn paragraph_around(&self, at: usize) -> Range<usize> {
        let mut ends = memchr::memrchr_iter(b'\n', &self.bytes[..at]);
        let before = ends.find(|&end| is_blank(&self.bytes[end + 1..]));
        before.map_or(0, |end| end + 1)..self.paragraph_from(at)
    }
}

/// Whether the first line holds nothing, or there is none.
fn is_blank(rest: &[u8]) -> bool {
    rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')).is_none_or(|&byte| byte == b'\n')
}

/// Whether all that is not ASCII are signs: U+2010 to U+2026, `€`, and of Latin-1 the no-break
/// space, `£`, `¥`, `§`, `©`, `°` and angled quotes.
fn has_only_signs_beyond_ascii(bytes: &[u8]) -> bool {
    let mut at = 0;
    loop {
        at += ascii_before(&bytes[at..]);
        at += match bytes[at..] {
            [0xE2, 0x80, 0x90..=0xA6, ..] | [0xE2, 0x82, 0xAC, ..] => 3,
            [0xC2, 0xA0 | 0xA3 | 0xA5 | 0xA7 | 0xA9 | 0xAB | 0xB0 | 0xBB, ..] => 2,
            [] => return true,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        String::from_utf8(Plain::new(text).bytes().to_vec()).unwrap()
    }

    #[test]
    fn a_place_in_a_folded_text_is_told_in_the_text() {
        for text in ["Calls", "L’Élysée – Straße \u{FDFA} 20", "a\u{AD}b œ c"] {
            let plain = Plain::new(text);
            for (at, _) in plain.bytes().iter().enumerate() {
                let original = (0..=at).map(|to| plain.original(to)).max().unwrap();
                assert_eq!(plain.original(at), original, "{text}: places keep their order");
            }
            let last = plain.bytes().len() - 1;
            assert_eq!(plain.original(last), text.len() - 1, "{text}");
        }
        let plain = Plain::new("Élysée œ call");
        let at = |word: &str| std::str::from_utf8(plain.bytes()).unwrap().find(word).unwrap();
        assert_eq!(["lysee", "oe", "call"].map(|word| plain.original(at(word))), [2, 9, 12]);
    }

    #[test]
    fn a_paragraph_lies_between_blank_lines() {
        let text = Plain::new("ab\ncd\n \t\nef\ngh\n\n\nij");
        let around = |at| text.paragraph_around(at);
        assert_eq!((around(0), around(4), around(9)), (0..5, 0..5, 6..14));
        assert_eq!((around(13), around(17), around(18)), (6..14, 16..19, 16..19));
    }

    #[test]
    fn a_quotation_is_opened_in_its_paragraph() {
        let text = Plain::new("“We will,” he said\n\nand did.\n\n„So“ é");
        let at = |word: &str| std::str::from_utf8(text.bytes()).unwrap().find(word).unwrap();
        let quoted = ["We", "said", "did", "So"].map(|word| text.may_be_quoted(at(word)));
        assert_eq!(quoted, [true, true, false, true]);
        assert!(!Plain::new("we").may_be_quoted(0));
        for (text, may) in [("'We will", true), ("said ‘we will", true), ("don't say we will", false)] {
            let text = Plain::new(text);
            assert_eq!(text.may_be_quoted(text.bytes().len() - 1), may);
        }
    }

    #[test]
    fn a_text_is_folded_only_where_it_has_other_letters() {
        let long = "x".repeat(63);
        for text in ["", "Twenty calls", "“Twenty”\u{a0}calls – «or» so…", &format!("{long}–{long}–")] {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("£20 or €30 at 4°"), "£20 or €30 at 4°");
        assert_eq!(plain("The Élysée’s “Call” in Œls"), "The Elysee's \"Call\" in Oels");
        assert_eq!(plain("pho\u{200B}ned pho\u{AD}ned"), "phoned phoned");
        assert_eq!(plain(&format!("{long}–É")), format!("{long}-E"));
    }
}
