//! A mention in its paragraph: what stands around the words that state it, with
//! the quote and the value in it marked. Long paragraphs are cut to the
//! sentences of the mention. Before a cell stands the head of its table, before a row its
//! heading, before an answer the question: they may have the words that it was found by.
//!
//! ```text
//! … Macron has [quote: phoned the Russian president [value: 14 times]] since.
//! ```

use super::visible::visible;
use crate::corpus::{Article, Block, BlockKind};
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
    /// In the order of the text; their texts joined are the text, with what stands above it.
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
    let above = block.and_then(|_| above(article, at)).filter(|above| above.end <= shown.start);
    let above = above.map(|above| Piece {
        mark: Mark::Plain,
        text: format!(
            "{} … ",
            visible(narrowed(&article.body, above, Span::new(above.start, above.start)).of(&article.body))
        ),
    });
    let pieces = pieces(&article.body, shown, mention.span, value);
    Paragraph {
        goes_before: above.is_none() && block.is_some_and(|block| block.span.start < shown.start),
        pieces: above.into_iter().chain(pieces).collect(),
        goes_on: block.is_some_and(|block| block.span.end > shown.end),
    }
}

/// What heads a block: the first row of its table, the heading of its list, the question that
/// it answers.
fn above(article: &Article, at: usize) -> Option<Span> {
    let (blocks, text) = (&article.blocks, |block: &Block| block.span.of(&article.body));
    let is_of_table = |block: &Block| block.kind == BlockKind::Row && text(block).contains('|');
    let block = &blocks[at];
    if is_of_table(block) {
        let head = blocks[..at].iter().rev().take_while(|block| is_of_table(block)).last();
        return head.map(|head| head.span);
    }
    if block.kind == BlockKind::Row {
        return Some(blocks.get(block.heading?)?.span);
    }
    let before = at.checked_sub(1).map(|before| &blocks[before])?;
    text(before).ends_with('?').then_some(before.sentences.last().copied()?)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::load_text;
    use crate::scan::{Scanner, Texts};

    /// What is shown of each mention in a text.
    fn shown(text: &str) -> Vec<String> {
        let claims = "version = 1\n[[claimant]]\nid = \"police\"\nname = \"the police\"\naliases = [\"police\"]\n\
            [[topic]]\nid = \"dead\"\nquestion = \"How many?\"\nkind = \"count\"\nunit = \"person\"\n\
            match = [\"{value} people died\", \"{value} dead\"]\n";
        let claims = load_text("claims.toml".as_ref(), claims.to_owned()).claims;
        let scanned = Scanner::new(&claims, Texts::OfSpeakers).scan("a", "a.md", text);
        let told = |mention: &Mention| {
            let paragraph = paragraph(&scanned.article, mention);
            assert!(!paragraph.goes_before);
            paragraph.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>()
        };
        scanned.mentions.iter().map(told).collect()
    }

    #[test]
    fn what_has_the_words_is_shown_with_the_value() {
        let table = "| Source | Dead |\n|---|---|\n| Red Cross | – |\n| Police | 64 |\n";
        assert_eq!(shown(table), ["Source | Dead … Police | 64"]);
        assert_eq!(shown("## Dead\n\n- Police: 64\n"), ["Dead … Police: 64"]);
        let question = "It blew. How many people died?\n\nThe police say 70.\n";
        assert_eq!(shown(question), ["How many people died? … The police say 70."]);
        assert_eq!(shown("It blew.\n\nThere were 64 dead.\n"), ["There were 64 dead."]);
    }
}
