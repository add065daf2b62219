//! What a text puts between quotation marks.
//!
//! Curly, straight, angle and single marks. A quotation that a paragraph does not
//! close goes on in the next one that opens with a mark, as newspapers set
//! speeches of several paragraphs; it then has one entry a paragraph.

use super::single_marks;
use crate::corpus::Article;
use crate::text::Span;

/// A stretch between quotation marks, without the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What is quoted: bytes of the body.
    pub span: Span,
    /// Whether it carries on the entry before.
    pub continues: bool,
    /// The first and the last entry of the speech it belongs to.
    pub speech: (usize, usize),
}

/// Every quotation of an article, in order.
#[must_use]
pub fn find_quotations(article: &Article) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut unclosed = false;
    for (at, block) in article.blocks.iter().enumerate() {
        let text = block.span.of(&article.body);
        let goes_on = || article.blocks.get(at + 1).is_some_and(|next| starts_with_single(next.span.of(&article.body)));
        let mut open: Option<(usize, char)> = None;
        let (first, mut from) = (found.len(), 0);
        let carries_on = unclosed && starts_with_mark(text);
        for (at, character) in marks(text) {
            if at < from {
                continue;
            }
            match open {
                None if matches!(character, '‘' | '\'') => {
                    let Some((_, start)) = single_marks::opening(text, at) else { continue };
                    if let Some(end) = single_marks::closing(text, character, start) {
                        let continues = carries_on && found.len() == first && at == 0;
                        found.push(entry(block.span.start, start, end, continues));
                        from = end + 1;
                    } else if at == 0 && goes_on() {
                        open = Some((start, character));
                        from = text.len();
                    }
                }
                None if opens(text, at, character) => open = Some((at + character.len_utf8(), character)),
                Some((start, mark)) if closes(mark, character) => {
                    found.push(entry(block.span.start, start, at, carries_on && found.len() == first));
                    open = None;
                }
                _ => {}
            }
        }
        unclosed = open.is_some();
        if let Some((start, _)) = open {
            found.push(entry(block.span.start, start, text.len(), carries_on && found.len() == first));
        }
    }
    tell_speeches(&mut found);
    found
}

/// What may be a mark: few characters are, and each begins with one of four bytes.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let [curly, angle] = ['“', '«'].map(|mark| mark.encode_utf8(&mut [0; 4]).as_bytes()[0]);
    let may_be = move |byte: &u8| matches!(byte, b'"' | b'\'') || *byte == curly || *byte == angle;
    let places = text.bytes().enumerate().filter(move |(_, byte)| may_be(byte));
    places.filter_map(|(at, _)| Some((at, text[at..].chars().next()?)))
}

/// Sets the ends of every run of entries that carry each other on.
fn tell_speeches(found: &mut [Quotation]) {
    let mut first = 0;
    for end in 1..=found.len() {
        if found.get(end).is_some_and(|next| next.continues) {
            continue;
        }
        found[first..end].iter_mut().for_each(|entry| entry.speech = (first, end - 1));
        first = end;
    }
}

fn entry(base: usize, start: usize, end: usize, continues: bool) -> Quotation {
    Quotation { span: Span::new(start, end.max(start)).shift(base), continues, speech: (0, 0) }
}

fn starts_with_mark(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„']) || starts_with_single(text)
}

fn starts_with_single(text: &str) -> bool {
    single_marks::opening(text, 0).is_some()
}

/// A straight mark opens after a space or a bracket.
fn opens(text: &str, at: usize, character: char) -> bool {
    let before = text[..at].chars().next_back();
    match character {
        '“' | '«' | '„' => true,
        '"' => before.is_none_or(|before| before.is_whitespace() || "([*_–—-".contains(before)),
        _ => false,
    }
}

fn closes(mark: char, character: char) -> bool {
    match mark {
        '“' => matches!(character, '”' | '"'),
        '„' => matches!(character, '“' | '”'),
        '«' => character == '»',
        _ => character == '"' || character == '”',
    }
}
