//! A mention in its paragraph: what stands around the words that state it, with
//! the quote and the value in it marked. Long paragraphs are cut to the
//! sentences of the mention.
//!
//! ```text
//! … Macron has [quote: phoned the Russian president [value: 14 times]] since.
//! ```

use super::visible::visible;
use crate::corpus::Article;
use crate::matching::Mention;
use crate::text::Span;

/// A paragraph longer than this is shown around the mention only.
const PARAGRAPH: usize = 700;

/// How many characters before and after a quote find it again.
const AROUND: usize = 32;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Text around the mention, or words that two wordings share.
    Plain,
    /// The words that state it.
    Quote,
    /// The value itself.
    Value,
    /// Words that the topic's wording has and this one has not.
    LeftOut,
    /// Words that only this wording has.
    Added,
}

/// A piece of text of one mark, safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub mark: Mark,
    /// Its text, with control characters made visible.
    pub text: String,
}

/// The surroundings of a mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Whether the paragraph begins before the first piece.
    pub goes_before: bool,
    /// In the order of the text; their texts joined are the text.
    pub pieces: Vec<Piece>,
    /// Whether the paragraph goes on after the last piece.
    pub goes_on: bool,
}

/// The paragraph of a mention.
#[must_use]
pub fn paragraph(article: &Article, mention: &Mention) -> Paragraph {
    let value = mention.value_span.unwrap_or(mention.span);
    let wanted = mention.span.cover(&value);
    let at = article.blocks.partition_point(|block| block.span.end <= wanted.start);
    let block = article.blocks.get(at).filter(|block| block.span.overlaps(&wanted));
    let mut shown = block.map_or(wanted, |block| block.span.cover(&wanted));
    if shown.len() > PARAGRAPH
        && let Some(block) = block
    {
        let first = block.sentences.partition_point(|sentence| sentence.end <= wanted.start);
        let near = block.sentences[first..].iter().take_while(|sentence| sentence.start < wanted.end);
        shown = near.fold(wanted, |shown, sentence| shown.cover(sentence));
    }
    let shown = narrowed(&article.body, shown, wanted);
    Paragraph {
        goes_before: block.is_some_and(|block| block.span.start < shown.start),
        pieces: pieces(&article.body, shown, mention.span, value),
        goes_on: block.is_some_and(|block| block.span.end > shown.end),
    }
}

/// The text of `shown`, cut where the quote or the value begins or ends.
pub(super) fn pieces(body: &str, shown: Span, quote: Span, value: Span) -> Vec<Piece> {
    let mut cuts = [shown.start, quote.start, quote.end, value.start, value.end, shown.end];
    cuts.sort_unstable();
    let spans = cuts.windows(2).filter(|pair| pair[0] < pair[1]).map(|pair| Span::new(pair[0], pair[1]));
    let mark = |span: &Span| match (value.contains(span), quote.contains(span)) {
        (true, _) => Mark::Value,
        (false, true) => Mark::Quote,
        (false, false) => Mark::Plain,
    };
    spans.map(|span| Piece { mark: mark(&span), text: visible(span.of(body)).into_owned() }).collect()
}

/// What stands right before and after a span, at most so many characters: what
/// tells one of several places with the same words from the others.
#[must_use]
pub fn around(body: &str, span: Span) -> (String, String) {
    let (before, after) = (&body[..span.start], &body[span.end..]);
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    (before[start..].to_owned(), after[..end].to_owned())
}

/// At most [`PARAGRAPH`] bytes to each side of what must be shown.
fn narrowed(body: &str, shown: Span, wanted: Span) -> Span {
    let mut start = shown.start.max(wanted.start.saturating_sub(PARAGRAPH));
    let mut end = shown.end.min(wanted.end.saturating_add(PARAGRAPH));
    while !body.is_char_boundary(start) {
        start += 1;
    }
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}
