//! Quotations between single marks, as the British press has them: `‘We met,’ he said`.
//!
//! The closing mark is an apostrophe too. One opens before a word and behind white space or a
//! bracket, and closes behind a character and before none of a word. Where a closing mark could
//! be that of a plural (`the workers' pay`), a later one that can be no apostrophe is the end,
//! unless another opens before; it closes few words itself, and none that begin as an elision may.
//!
//! ```text
//! 'The workers' pay was cut,' he said      →  The workers' pay was cut,
//! a 'freeze on talks' and the workers' pay →  freeze on talks
//! the '90s, get 'em                        →  nothing
//! ```

use crate::matching::language::elisions::ELISIONS;
use memchr::memchr2_iter;

/// How many words a quotation has at the most that a mark closes which may be an apostrophe.
const FEW: usize = 8;

/// The end of what a single mark before the byte `from` [opens](opening), where it closes.
pub(super) fn closing(text: &str, mark: char, from: usize) -> Option<usize> {
    let closing = if mark == '‘' { '’' } else { mark };
    let weak = is_elision(&text[from..]);
    let mut plural = None;
    for (next, character) in singles(text, from) {
        if opening(text, next).is_some_and(|(other, _)| other == mark) {
            break;
        }
        if character != closing || !may_close(text, next, character) {
            continue;
        }
        if !may_be_plural(text, next, character) {
            return Some(next);
        }
        plural = plural.or(Some(next));
    }
    let is_short = |end: &usize| text[from..*end].split(' ').count() <= FEW;
    plural.filter(is_short).filter(|_| !weak)
}

/// The mark that opens at a place, and the byte behind it.
pub(super) fn opening(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = &text[at..];
    let mark = rest.chars().next().filter(|mark| matches!(mark, '‘' | '\''))?;
    let before = text[..at].chars().next_back();
    let begins = before.is_none_or(|before| before.is_whitespace() || "([*_–—-".contains(before));
    let inside = &rest[mark.len_utf8()..];
    let word = inside.starts_with(|next: char| next.is_alphanumeric() || "…“\"£€$[".contains(next));
    (begins && word && !is_decade(inside)).then_some((mark, at + mark.len_utf8()))
}

/// The single marks from a byte on.
fn singles(text: &str, from: usize) -> impl Iterator<Item = (usize, char)> {
    // The curly ones begin with the same byte, as do dashes.
    let places = memchr2_iter(b'\'', "’".as_bytes()[0], &text.as_bytes()[from..]).map(move |at| from + at);
    let marked = places.filter_map(|at| Some((at, text[at..].chars().next()?)));
    marked.filter(|(_, character)| matches!(character, '\'' | '‘' | '’'))
}

/// `'21`, `'tis`, `Pick 'n' Pay`: what may be a word or a year of which the beginning is left out.
fn is_elision(inside: &str) -> bool {
    let end = inside.find(|next: char| !next.is_alphanumeric()).unwrap_or(inside.len());
    let word = &inside[..end];
    let is_year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year || ELISIONS.iter().any(|elided| word.eq_ignore_ascii_case(elided))
}

/// `'90s`: figures left out.
fn is_decade(inside: &str) -> bool {
    let behind = inside.trim_start_matches(|next: char| next.is_ascii_digit());
    behind.len() + 2 == inside.len() && behind.starts_with('s')
}

fn may_close(text: &str, at: usize, mark: char) -> bool {
    let behind = text[at + mark.len_utf8()..].chars().next();
    let before = text[..at].chars().next_back();
    before.is_some_and(|before| !before.is_whitespace()) && !behind.is_some_and(char::is_alphanumeric)
}

/// `The workers' pay`, `talkin' about`: a letter that a word ends with where it has an apostrophe, and another word.
fn may_be_plural(text: &str, at: usize, mark: char) -> bool {
    let mut behind = text[at + mark.len_utf8()..].chars();
    text[..at].ends_with(['s', 'S', 'z', 'x', 'n'])
        && behind.next() == Some(' ')
        && behind.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_closes_where_no_apostrophe_can_be() {
        let closed_at = |text: &str, at: usize| opening(text, at).and_then(|(mark, from)| closing(text, mark, from));
        for (text, quoted) in [
            ("'We met,' he said.", "We met,"),
            ("‘We didn’t meet,’ he said.", "We didn’t meet,"),
            ("'The workers' pay was cut,' he said of the boys' school.", "The workers' pay was cut,"),
            ("'more talks' and the workers' demands", "more talks"),
            ("'more talks' said it was 'over'", "more talks"),
            ("'no deal' and more, he said.'", "no deal"),
            ("'It is over.'", "It is over."),
            ("'£3m' a day", "£3m"),
            ("'50 dead' in blast", "50 dead"),
            ("‘He said “no” and left’.", "He said “no” and left"),
        ] {
            let (_, from) = opening(text, 0).unwrap();
            assert_eq!(closed_at(text, 0).map(|end| &text[from..end]), Some(quoted), "{text}");
        }
        for text in [
            "'21 the talks were at the ministers' request",
            "'n' Pay says",
            "'t Hof spoke at the ministers' request",
            "'Twas spring at the boys' school",
            "'we all know how this will end for us in the workers' town",
        ] {
            assert_eq!(closed_at(text, 0), None, "{text}");
        }
        for text in
            ["'90s music and the workers' pay.'", "'em and 'us'", "'tis the season", "' is a mark'", "’tis said’."]
        {
            assert_eq!(closed_at(text, 0), None, "{text}");
        }
        assert_eq!(closed_at("don't say 'no'", 3), None, "inside a word");
    }
}
