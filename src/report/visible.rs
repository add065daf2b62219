//! Text from the open web, safe to print: control characters, marks that turn
//! the direction of the text and signs without width are shown, not obeyed.
//!
//! White space becomes one plain space. Joiners that scripts and emoji need
//! (U+200C, U+200D) stay.

use std::borrow::Cow;

/// The text with everything that a terminal would obey made visible.
///
/// ```
/// use gainsay::report::visible::visible;
/// assert_eq!(visible("60\u{1b}[31m calls"), "60␛[31m calls");
/// assert_eq!(visible("20 \u{202e}sllac"), "20 <U+202E>sllac");
/// assert_eq!(visible("plain"), "plain");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '\n' | '\r' | '\t' | '\u{a0}' | '\u{2028}' | '\u{2029}' => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            '\u{0}'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(sign))),
            '\u{7f}' => shown.push('␡'),
            sign if is_odd(sign) => shown.push_str(&format!("<U+{:04X}>", u32::from(sign))),
            sign => shown.push(sign),
        }
    }
    Cow::Owned(shown)
}

pub(super) fn is_odd(sign: char) -> bool {
    matches!(sign,
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{a0}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// The first `most` columns of a text, ending in `…` where it is cut.
///
/// ```
/// use gainsay::report::visible::shorten;
/// assert_eq!(shorten("lift the blockade on exports", 20), "lift the blockade…");
/// assert_eq!(shorten("short", 20), "short");
/// ```
#[must_use]
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    if unicode_width::UnicodeWidthStr::width(text) <= most {
        return Cow::Borrowed(text);
    }
    let mut width = 0;
    let mut end = 0;
    for (at, sign) in text.char_indices() {
        width += unicode_width::UnicodeWidthChar::width(sign).unwrap_or(0);
        if width + 1 > most {
            break;
        }
        end = at + sign.len_utf8();
    }
    let cut = &text[..end];
    let whole_words = cut.rfind(' ').filter(|&space| space * 3 >= end * 2).map_or(cut, |space| &cut[..space]);
    Cow::Owned(format!("{}…", whole_words.trim_end_matches([' ', ',', ';', ':', '.'])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_shown_is_obeyed(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(is_odd));
        }

        #[test]
        fn a_shortened_text_fits(text in any::<String>(), most in 4usize..40) {
            let text = visible(&text);
            prop_assert!(unicode_width::UnicodeWidthStr::width(&*shorten(&text, most)) <= most);
        }
    }
}
