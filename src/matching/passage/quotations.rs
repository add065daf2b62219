//! What a text puts between quotation marks.
//!
//! Curly, straight and angle marks. A quotation that a paragraph does not
//! close goes on in the next one that opens with a mark, as newspapers set
//! speeches of several paragraphs; it then has one entry a paragraph.

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
    for block in &article.blocks {
        let text = block.span.of(&article.body);
        let mut open: Option<(usize, char)> = None;
        let first = found.len();
        for (at, character) in marks(text) {
            match open {
                None if opens(text, at, character) => open = Some((at + character.len_utf8(), character)),
                Some((start, mark)) if closes(mark, character) => {
                    found.push(entry(
                        block.span.start,
                        start,
                        at,
                        unclosed && found.len() == first && starts_with_mark(text),
                    ));
                    open = None;
                }
                _ => {}
            }
        }
        let was_unclosed = unclosed;
        unclosed = open.is_some();
        if let Some((start, _)) = open {
            let continues = was_unclosed && found.len() == first && starts_with_mark(text);
            found.push(entry(block.span.start, start, text.len(), continues));
        }
    }
    tell_speeches(&mut found);
    found
}

/// What may be a mark: few characters are, and each begins with one of three bytes.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let [curly, angle] = ['“', '«'].map(|mark| mark.encode_utf8(&mut [0; 4]).as_bytes()[0]);
    let places = memchr::memchr3_iter(b'"', curly, angle, text.as_bytes());
    places.filter_map(|at| Some((at, text[at..].chars().next()?)))
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
    text.starts_with(['“', '"', '«', '„'])
}

/// A straight mark opens after a space or a bracket. Single marks are left
/// alone: nothing tells a closing one from an apostrophe.
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
