//! A text as the searches of the [prefilter](super::prefilter) want it: as it
//! stands, or folded where it has letters beyond ASCII.
//!
//! English has few of these, but for dashes, quotes and dots, which part words
//! folded or not; such a text is not copied.
//!
//! ```text
//! “20 calls”, he said – twice     as it stands
//! the Élysée                      the elysee
//! ```

use crate::text::fold_into;
use std::borrow::Cow;

/// The bytes to search.
#[derive(Debug)]
pub struct Plain<'t>(Cow<'t, [u8]>);

impl<'t> Plain<'t> {
    /// Prepares a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        if has_only_signs_beyond_ascii(text.as_bytes()) {
            return Self(Cow::Borrowed(text.as_bytes()));
        }
        let mut folded = String::with_capacity(text.len());
        fold_into(text, &mut folded);
        Self(Cow::Owned(folded.into_bytes()))
    }

    /// Whether capitals are gone.
    pub(super) fn is_folded(&self) -> bool {
        matches!(self.0, Cow::Owned(_))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Whether all that is not ASCII is punctuation: U+2010 to U+2026, no-break
/// spaces and angled quotes.
fn has_only_signs_beyond_ascii(bytes: &[u8]) -> bool {
    const STEP: usize = 64;
    let mut at = 0;
    while at < bytes.len() {
        let end = (at + STEP).min(bytes.len());
        if bytes[at..end].is_ascii() {
            at = end;
            continue;
        }
        while at < end {
            match bytes[at..] {
                [0xE2, 0x80, 0x90..=0xA6, ..] => at += 3,
                [0xC2, 0xA0 | 0xAB | 0xBB, ..] => at += 2,
                [0..=0x7F, ..] => at += 1,
                _ => return false,
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        String::from_utf8(Plain::new(text).bytes().to_vec()).unwrap()
    }

    #[test]
    fn a_text_is_folded_only_where_it_has_other_letters() {
        let long = "x".repeat(63);
        for text in ["", "Twenty calls", "“Twenty”\u{a0}calls – «or» so…", &format!("{long}–{long}–")] {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("The Élysée’s “Call”"), "the elysee's \"call\"");
        assert_eq!(plain("pho\u{200B}ned pho\u{AD}ned"), "phoned phoned");
        assert_eq!(plain(&format!("{long}–É")), format!("{long}-e"));
    }
}
