//! The body of an article to its blocks: headline, headings, paragraphs, rows
//! and captions, each with its place.
//!
//! Both ways that texts come in are read: paragraphs wrapped over several
//! lines, and a line a paragraph. Spans leave out list and heading marks and
//! refer to the body as it is, emphasis marks and all; no word of the body is
//! left out. It refuses to judge what the words mean.
//!
//! ```
//! use gainsay::corpus::{BlockKind, structure::blocks};
//! let body = "Sixty calls\n\n- Macron : 60\n\n[Source : The Kremlin]\n";
//! let found = blocks(body, Some("Sixty calls"));
//! assert_eq!(found[0].kind, BlockKind::Headline);
//! assert_eq!((found[1].kind, found[1].span.of(body)), (BlockKind::Row, "Macron : 60"));
//! assert_eq!(found[1].caption, Some(2));
//! ```

use super::article::{Block, BlockKind};
use super::label::{is_figure, reads_as_heading};
use super::line::{Line, Shape, lines};
use crate::text::{Span, fold_str, sentence::sentences};

/// Cuts a body into its blocks, in order.
#[must_use]
pub fn blocks(body: &str, title: Option<&str>) -> Vec<Block> {
    let title = title.map(bare_title).filter(|title| !title.is_empty());
    let mut pieces = Pieces { body, title: title.as_deref(), lines: lines(body), made: Vec::new() };
    pieces.make();
    pieces.raise_colons();
    pieces.find_headline();
    let pieces = pieces.made;
    let headings = headings(&pieces);
    let captions = captions(body, &pieces);
    let links = headings.into_iter().zip(captions);
    pieces.iter().zip(links).map(|(piece, (heading, caption))| block(body, piece, heading, caption)).collect()
}

fn block(body: &str, piece: &Piece, heading: Option<usize>, caption: Option<usize>) -> Block {
    let sentences = match piece.kind {
        BlockKind::Paragraph => sentences(body, piece.span),
        _ => vec![piece.span],
    };
    Block { kind: piece.kind, span: piece.span, sentences, heading, caption }
}

/// The level of a heading without a mark of its own.
const UNMARKED: u8 = 7;

/// A block in the making.
struct Piece {
    kind: BlockKind,
    span: Span,
    /// Of a heading: 1 to 6 as marked, or [`UNMARKED`].
    level: u8,
    /// Whether a dash leads it: as a caption, it names who said it.
    dash: bool,
}

struct Pieces<'b> {
    body: &'b str,
    title: Option<&'b str>,
    lines: Vec<Line>,
    made: Vec<Piece>,
}

impl Pieces<'_> {
    fn make(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let line = self.lines[at];
            at = match line.shape {
                Shape::Rule => at + 1,
                Shape::Hash(level) => self.heading(at, level),
                Shape::Caption => self.single(at, BlockKind::Caption),
                Shape::Teaser => self.single(at, BlockKind::Paragraph),
                Shape::Table => self.single(at, BlockKind::Row),
                Shape::Bullet(mark) => self.bullet(at, mark),
                Shape::Numbered(_) => self.numbered(at),
                Shape::Text => self.text(at),
            };
        }
    }

    fn push(&mut self, kind: BlockKind, span: Span, level: u8, dash: bool) {
        self.made.push(Piece { kind, span, level, dash });
    }

    fn single(&mut self, at: usize, kind: BlockKind) -> usize {
        self.push(kind, self.lines[at].text, UNMARKED, false);
        at + 1
    }

    fn heading(&mut self, at: usize, level: u8) -> usize {
        self.push(BlockKind::Heading, self.lines[at].text, level, false);
        at + 1
    }

    /// A bullet is a row, unless a dash credits the quotation above it or
    /// merely carries on the text.
    fn bullet(&mut self, at: usize, mark: char) -> usize {
        let text = self.lines[at].text.of(self.body);
        let is_twin = |line: &Line| line.shape == Shape::Bullet(mark);
        let in_list = at > 0 && is_twin(&self.lines[at - 1]) || self.lines.get(at + 1).is_some_and(is_twin);
        if !in_list && matches!(mark, '-' | '–' | '—' | '―') {
            let above = self.made.last().filter(|piece| piece.kind == BlockKind::Paragraph);
            let above = above.map(|piece| piece.span.of(self.body));
            let quotes = above.is_some_and(|above| above.starts_with(['“', '"', '„']) || above.ends_with(['”', '"']));
            let credits = reads_as_heading(text) && !is_figure(text);
            if credits && above.is_some() && (mark != '-' || quotes) {
                self.push(BlockKind::Caption, self.lines[at].text, UNMARKED, true);
                return at + 1;
            }
            if mark != '-' && !is_figure(text) && !credits {
                return self.item(at, BlockKind::Paragraph);
            }
        }
        self.item(at, BlockKind::Row)
    }

    /// A numbered line is a heading when rows follow it or when it stands by
    /// itself; else it is a row.
    fn numbered(&mut self, at: usize) -> usize {
        let is_numbered = |line: &Line| matches!(line.shape, Shape::Numbered(_));
        let next = self.lines.get(at + 1);
        let heads_rows = next.is_some_and(|next| matches!(next.shape, Shape::Bullet(_) | Shape::Table));
        let in_list = at > 0 && is_numbered(&self.lines[at - 1]) || next.is_some_and(is_numbered);
        if reads_as_heading(self.lines[at].text.of(self.body)) && (heads_rows || !in_list) {
            return self.heading(at, UNMARKED);
        }
        self.item(at, BlockKind::Row)
    }

    /// A list item with the indented lines that carry it on. One of several
    /// sentences is a paragraph: its sentences matter more than its mark.
    fn item(&mut self, at: usize, kind: BlockKind) -> usize {
        let (first, mut end) = (self.lines[at], at + 1);
        while let Some(line) = self.lines.get(end)
            && line.shape == Shape::Text
            && !line.blank_before
            && (line.indent > first.indent || line.text.of(self.body).starts_with(char::is_lowercase))
        {
            end += 1;
        }
        let span = first.text.cover(&self.lines[end - 1].text);
        let long = span.len() > 120 && sentences(self.body, span).len() > 1;
        self.push(if long { BlockKind::Paragraph } else { kind }, span, UNMARKED, false);
        end
    }

    /// A run of text lines, up to a blank line or a mark.
    fn text(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while self.lines.get(end).is_some_and(|line| !line.blank_before) && self.carries_on(end) {
            end += 1;
        }
        let of = |line: &Line| line.text.of(self.body);
        let underlined = self.lines.get(end).is_some_and(|line| line.shape == Shape::Rule && !line.blank_before);
        if self.lines[at..end].iter().all(|line| is_figure(of(line))) {
            (at..end).for_each(|row| _ = self.single(row, BlockKind::Row));
            return end;
        }
        if underlined && end == at + 1 && reads_as_heading(of(&self.lines[at])) {
            let level = if of(&self.lines[end]).starts_with('=') { 1 } else { 2 };
            return self.heading(at, level) + 1;
        }
        let mut first = at;
        for cut in paragraphs(self.body, self.title, &self.lines[at..end]) {
            let last = at + cut;
            let span = self.lines[first].text.cover(&self.lines[last - 1].text);
            let heads = last == first + 1 && reads_as_heading(span.of(self.body));
            self.push(if heads { BlockKind::Heading } else { BlockKind::Paragraph }, span, UNMARKED, false);
            first = last;
        }
        end
    }

    /// Whether a line right below a text line belongs to the same paragraph:
    /// text does, and so does a mark that wrapping has put at its start.
    fn carries_on(&self, at: usize) -> bool {
        let (above, line, below) = (&self.lines[at - 1], &self.lines[at], self.lines.get(at + 1));
        let open = !above.text.of(self.body).ends_with(['.', ':', ';', '!', '?', '”', '"', ')']);
        match line.shape {
            Shape::Text => true,
            Shape::Numbered(number) => number != 1 && open,
            Shape::Bullet('-' | '–' | '—' | '―') => {
                let lone = below.is_none_or(|below| below.blank_before || below.shape == Shape::Text);
                open && lone && line.text.of(self.body).starts_with(char::is_lowercase)
            }
            _ => false,
        }
    }

    /// A single line ending in `:` heads the rows below it.
    fn raise_colons(&mut self) {
        for at in 1..self.made.len() {
            let rows = self.made[at].kind == BlockKind::Row;
            let above = &mut self.made[at - 1];
            let text = above.span.of(self.body);
            let colon = text.len() <= 200 && text.trim_end_matches('*').ends_with(':') && !text.contains('\n');
            if rows && colon && above.kind == BlockKind::Paragraph {
                above.kind = BlockKind::Heading;
            }
        }
    }

    /// The first block that is the title; else a first line that reads as one
    /// and heads no rows.
    fn find_headline(&mut self) {
        let named = self.title.and_then(|title| {
            let is_title = |piece: &Piece| is_title(piece.span.of(self.body), title);
            self.made.iter().position(|piece| piece.kind != BlockKind::Row && is_title(piece))
        });
        let opens = self.made.first().filter(|first| {
            let text = first.span.of(self.body);
            let heads_rows = self.made.get(1).is_some_and(|next| next.kind == BlockKind::Row);
            let numbered =
                !self.body.trim_start().trim_start_matches('\u{FEFF}').starts_with(text) && first.level == UNMARKED;
            first.kind == BlockKind::Heading && !heads_rows && !numbered && !text.ends_with(':')
        });
        if let Some(at) = named.or(opens.map(|_| 0)) {
            self.made[at].kind = BlockKind::Headline;
        }
    }
}

/// Where the paragraphs of a run of text lines end, as line counts.
///
/// Lines of at most 100 characters are one wrapped paragraph. Where lines are
/// longer, a line that ends a sentence ends its paragraph, and a short line
/// without a stop is a heading; unless all lines fill one width, as a wrapped
/// paragraph does.
fn paragraphs(body: &str, title: Option<&str>, run: &[Line]) -> Vec<usize> {
    let widths: Vec<usize> = run.iter().map(|line| line.text.of(body).chars().count()).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let loose = widest > 100 && !is_filled(body, run, &widths, widest);
    let ends = |at: usize| {
        let (line, next) = (run[at - 1].text.of(body), run[at].text.of(body));
        if at == 1 && title.is_some_and(|title| is_title(line, title)) {
            return true;
        }
        let bare = next.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begins = !bare.starts_with(char::is_lowercase);
        let stopped = line.ends_with(['.', '!', '?', '…', '”', '"', '’', '»', ')']);
        loose && begins && (stopped || reads_as_heading(line))
    };
    let mut cuts: Vec<usize> = (1..run.len()).filter(|&at| ends(at)).collect();
    cuts.push(run.len());
    cuts
}

/// Whether each line is so full that the next line's first word had no room.
fn is_filled(body: &str, run: &[Line], widths: &[usize], widest: usize) -> bool {
    let mut pairs = run.iter().skip(1).zip(widths);
    run.len() > 2
        && widest <= 160
        && pairs.all(|(next, width)| {
            let word = next.text.of(body).split_whitespace().next().unwrap_or_default();
            width + 1 + word.chars().count() > widest
        })
}

/// A title for comparison: folded, without emphasis and final stop, its white
/// space single.
fn bare_title(text: &str) -> String {
    let folded = fold_str(text).replace(['*', '_'], "");
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

fn is_title(text: &str, title: &str) -> bool {
    text.len() <= 4 * title.len() + 64 && bare_title(text) == title
}

/// For each piece the heading above it; a heading's own is the one above it
/// of a higher level.
fn headings(pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut above: Vec<usize> = Vec::new();
    let heading_of = |(at, piece): (usize, &Piece)| {
        if piece.kind != BlockKind::Heading {
            return above.last().copied().filter(|_| piece.kind != BlockKind::Headline);
        }
        while above.last().is_some_and(|&last| pieces[last].level >= piece.level) {
            above.pop();
        }
        let own = above.last().copied();
        above.push(at);
        own
    };
    pieces.iter().enumerate().map(heading_of).collect()
}

/// For each row the caption below its run that names a source, else the one
/// right above.
fn captions(body: &str, pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut captions = vec![None; pieces.len()];
    let (mut at, mut taken) = (0, 0);
    while at < pieces.len() {
        let run = pieces[at..].iter().take_while(|piece| piece.kind == BlockKind::Row).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let end = at + run;
        let is_caption = |&other: &usize| pieces[other].kind == BlockKind::Caption;
        let names_source = |&other: &usize| names_source(&pieces[other], body);
        let below = (end..pieces.len()).take_while(is_caption).find(names_source);
        let above = || (taken..at).rev().take_while(is_caption).find(names_source);
        let caption = below.or_else(above);
        captions[at..end].fill(caption);
        taken = below.map_or(end, |below| below + 1);
        at = end;
    }
    captions
}

/// Whether a caption says whose figures they are: `© …` and photo credits do
/// not.
fn names_source(piece: &Piece, body: &str) -> bool {
    let folded = fold_str(piece.span.of(body));
    let labelled = ["source", "sources", "data", "quelle"].iter().any(|label| {
        folded.match_indices(label).any(|(at, _)| folded[at + label.len()..].trim_start().starts_with(':'))
    });
    piece.dash || labelled || folded.contains("according to")
}
