//! Lines to pieces: joins the lines of a paragraph, and settles what a mark
//! means among its neighbours.
//!
//! `– Macron call to Putin, according to the Kremlin` below a quotation is its
//! credit, one of several such lines is a row, and a dash that wrapping has
//! put at the start of a line is none of them. What the blocks are to each
//! other is [`structure`](super::structure)'s.

use super::article::BlockKind;
use super::label::{
    is_bare_clock, is_date, is_entry, is_figure, is_labelled, is_left_open, opens_with_clock, reads_as_heading,
};
use super::line::{Line, Shape, lines};
use crate::text::{Span, fold_str, sentence::sentences};

/// The pieces of a body, in order; `title` is folded by [`bare_title`].
pub(super) fn pieces(body: &str, title: Option<&str>) -> Vec<Piece> {
    let mut maker = Maker { body, title, lines: lines(body), made: Vec::new() };
    maker.make();
    maker.made
}

/// How long an item of a list without marks may be, in characters.
const ITEM: usize = 66;

/// How many lines a list without marks has, and more.
const ITEMS: usize = 3;

/// The level of a heading without a mark of its own.
pub(super) const UNMARKED: u8 = 7;

/// What a line that ends its sentence ends with.
const STOPS: [char; 9] = ['.', '!', '?', '…', '”', '"', '’', '»', ')'];

/// A block in the making.
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) span: Span,
    /// Of a heading: 1 to 6 as marked, or [`UNMARKED`].
    pub(super) level: u8,
    /// Whether a dash leads it: as a caption, it names who said it.
    pub(super) dash: bool,
}

struct Maker<'b> {
    body: &'b str,
    title: Option<&'b str>,
    lines: Vec<Line>,
    made: Vec<Piece>,
}

impl Maker<'_> {
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
        let (span, end) = self.item(at);
        let text = span.of(self.body);
        let is_twin = |line: &Line| line.shape == Shape::Bullet(mark);
        let in_list = at > 0 && is_twin(&self.lines[at - 1]) || self.lines.get(end).is_some_and(is_twin);
        let above = self.made.last().filter(|piece| piece.kind == BlockKind::Paragraph);
        let above = above.map(|piece| piece.span.of(self.body));
        let quotes = above.is_some_and(|above| above.starts_with(['“', '"', '„']) || above.ends_with(['”', '"']));
        let credits = reads_as_heading(text) && !is_figure(text);
        let kind = match mark {
            '-' | '–' | '—' | '―' if !in_list && credits && above.is_some() && (mark != '-' || quotes) => {
                BlockKind::Caption
            }
            '–' | '—' | '―' if !in_list && !credits && !is_figure(text) => BlockKind::Paragraph,
            _ => self.row_or_paragraph(span),
        };
        self.push(kind, span, UNMARKED, kind == BlockKind::Caption);
        end
    }

    /// A numbered line is a heading when rows follow it or when it stands by
    /// itself; else it is a row.
    fn numbered(&mut self, at: usize) -> usize {
        let (span, end) = self.item(at);
        let is_numbered = |line: &Line| matches!(line.shape, Shape::Numbered(_));
        let next = self.lines.get(end);
        let heads_rows = next.is_some_and(|next| matches!(next.shape, Shape::Bullet(_) | Shape::Table));
        let in_list = at > 0 && is_numbered(&self.lines[at - 1]) || next.is_some_and(is_numbered);
        let heads = reads_as_heading(span.of(self.body)) && (heads_rows || !in_list);
        self.push(if heads { BlockKind::Heading } else { self.row_or_paragraph(span) }, span, UNMARKED, false);
        end
    }

    /// The text of a list item, and the line after the last that carries it
    /// on: by its indent, its lower case, or because the line above is full.
    fn item(&self, at: usize) -> (Span, usize) {
        let (first, mut end) = (self.lines[at], at + 1);
        while let Some(line) = self.lines.get(end)
            && line.shape == Shape::Text
            && !line.blank_before
            && (line.indent > first.indent || self.is_lower(end) || self.is_full(end - 1, line))
        {
            end += 1;
        }
        (first.text.cover(&self.lines[end - 1].text), end)
    }

    /// An item of several sentences is a paragraph: its sentences matter more
    /// than its mark.
    fn row_or_paragraph(&self, span: Span) -> BlockKind {
        let long = span.len() > 120 && sentences(self.body, span).len() > 1;
        if long { BlockKind::Paragraph } else { BlockKind::Row }
    }

    fn is_lower(&self, at: usize) -> bool {
        self.lines[at].text.of(self.body).starts_with(char::is_lowercase)
    }

    /// Whether a line looks wrapped: the first word of the next had no room.
    fn is_full(&self, at: usize, next: &Line) -> bool {
        let (text, next) = (self.lines[at].text.of(self.body), next.text.of(self.body));
        let word = next.split_whitespace().next().unwrap_or_default();
        let widest = if text.ends_with(STOPS) { 80 } else { 120 };
        width(text) + 1 + width(word) > 66 && width(text) <= widest && width(next) <= 120
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
        if self.is_signed(at, end) {
            self.single(at, BlockKind::Paragraph);
            self.push(BlockKind::Caption, self.lines[at + 1].text, UNMARKED, true);
            return end;
        }
        if self.is_list(at, end) {
            return self.list(at, end);
        }
        if end > at + 1 && (at..end).filter(|&at| self.is_entry(at)).count() > 1 {
            self.entries(at, end);
            return end;
        }
        let mut first = at;
        for cut in paragraphs(self.body, self.title, &self.lines[at..end]) {
            let last = at + cut;
            let span = self.lines[first].text.cover(&self.lines[last - 1].text);
            let leads_away = self.lines[last - 1].shape == Shape::Teaser;
            let wrapped = end == at + 2 && !leads_away && self.is_full(at, &self.lines[at + 1]);
            let heads = (last == first + 1 || wrapped) && reads_as_heading(span.of(self.body));
            self.push(if heads { BlockKind::Heading } else { BlockKind::Paragraph }, span, UNMARKED, false);
            first = last;
        }
        end
    }

    /// Lines that each begin anew and end without a stop: a list without marks, or a headline and what stands below it.
    /// Of two lines the first must have had room for more.
    fn is_list(&self, at: usize, end: usize) -> bool {
        let of = |at: usize| self.lines[at].text.of(self.body);
        let closes = |text: &str| text.ends_with(['’', '”', '"', ')']);
        let is_item = |at: usize| {
            let text = of(at);
            let goes_on = text.ends_with([',', ';', '-']) || is_left_open(text);
            let ends = text.ends_with(STOPS) && !closes(text) || goes_on;
            let begins = text.trim_start_matches(['*', '_', '“', '‘', '"', '\'', '€', '£', '$']);
            begins.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
                && (text.chars().any(char::is_lowercase) || at + 1 < end)
                && !ends
                && width(text) <= ITEM
        };
        let is_short = || !self.is_full(at, &self.lines[at + 1]) && (is_labelled(of(end - 1)) || !closes(of(end - 1)));
        end > at + 1 && (at..end).all(is_item) && !of(end - 1).ends_with(':') && (end > at + ITEMS - 1 || is_short())
    }

    /// The first line of a list heads it unless it is an item itself; of two lines the first is a headline, and below a bare
    /// hour the second is that of an entry.
    fn list(&mut self, at: usize, end: usize) -> usize {
        let first = self.lines[at].text.of(self.body);
        if end == at + 2 && is_bare_clock(first) && reads_as_heading(self.lines[at + 1].text.of(self.body)) {
            (at..end).for_each(|line| _ = self.heading(line, UNMARKED));
            return end;
        }
        let is_item = is_date(first) || self.is_entry(at);
        let heads = reads_as_heading(first) && !is_item;
        let leads = first.ends_with(':');
        if heads || leads {
            self.push(
                if heads { BlockKind::Heading } else { BlockKind::Paragraph },
                self.lines[at].text,
                UNMARKED,
                false,
            );
        }
        let kind = if heads && end == at + 2 { BlockKind::Paragraph } else { BlockKind::Row };
        (at + usize::from(heads || leads)..end).for_each(|row| _ = self.single(row, kind));
        end
    }

    /// `“We paid nothing”`, and right below it `Ruth Hallam, director`: a quotation that stands by itself, and whose it is.
    fn is_signed(&self, at: usize, end: usize) -> bool {
        let of = |at: usize| self.lines[at].text.of(self.body).trim_matches(['*', '_', ' ']);
        end == at + 2
            && of(at).starts_with(['“', '‘', '"', '\'', '«'])
            && of(at).ends_with(['”', '’', '"', '\'', '»'])
            && of(at + 1).starts_with(char::is_uppercase)
            && reads_as_heading(of(at + 1))
            && width(of(at + 1)) <= ITEM
            && !self.is_full(at, &self.lines[at + 1])
    }

    /// Whether a line begins an entry of its own: a date, an hour, or whoever speaks, and what is told of them.
    fn is_entry(&self, at: usize) -> bool {
        let text = self.lines[at].text.of(self.body);
        is_entry(text) || opens_with_clock(text) || is_labelled(text)
    }

    /// A run of lines of which several begin an entry: a block each, since what happened on one day did not on the next,
    /// and what one has said the next has not.
    fn entries(&mut self, at: usize, end: usize) {
        let mut first = at;
        for next in at + 1..=end {
            if next < end && !self.is_entry(next) {
                continue;
            }
            let span = self.lines[first].text.cover(&self.lines[next - 1].text);
            let text = span.of(self.body);
            let kind = if is_entry(self.lines[first].text.of(self.body)) {
                self.row_or_paragraph(span)
            } else {
                match self.is_entry(first) {
                    true if !text.contains('\n') && !text.ends_with(STOPS) => BlockKind::Row,
                    false if reads_as_heading(text) => BlockKind::Heading,
                    _ => BlockKind::Paragraph,
                }
            };
            self.push(kind, span, UNMARKED, false);
            first = next;
        }
    }

    /// Whether a line right below a text line belongs to the same paragraph:
    /// text does, and so does a mark that wrapping has put at its start.
    fn carries_on(&self, at: usize) -> bool {
        let (above, line, below) = (&self.lines[at - 1], &self.lines[at], self.lines.get(at + 1));
        let open = !above.text.of(self.body).ends_with(['.', ':', ';', '!', '?', '”', '"', ')']);
        match line.shape {
            Shape::Text => above.shape != Shape::Teaser,
            Shape::Teaser => open && above.shape != Shape::Teaser,
            Shape::Numbered(number) => number != 1 && open,
            Shape::Bullet('-' | '–' | '—' | '―') => {
                let lone = below.is_none_or(|below| below.blank_before || below.shape == Shape::Text);
                open && lone && line.text.of(self.body).starts_with(char::is_lowercase)
            }
            _ => false,
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
    let widths: Vec<usize> = run.iter().map(|line| width(line.text.of(body))).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let loose = widest > 100 && !is_filled(body, run, &widths, widest);
    let ends = |at: usize| {
        let (line, next) = (run[at - 1].text.of(body), run[at].text.of(body));
        if title.is_some_and(|title| is_title(line, title) || is_title(next, title)) {
            return true;
        }
        let bare = next.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begins = !bare.starts_with(char::is_lowercase);
        loose && begins && (line.ends_with(STOPS) || reads_as_heading(line) || is_date(line))
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

/// The characters of a line, counted no further than wrapping goes.
fn width(text: &str) -> usize {
    const FURTHEST: usize = 200;
    match text.as_bytes().get(..FURTHEST) {
        Some(beginning) if beginning.is_ascii() => FURTHEST,
        None if text.is_ascii() => text.len(),
        _ => text.chars().take(FURTHEST).count(),
    }
}

/// A title for comparison: folded, without emphasis and final stop, its white
/// space single.
pub(super) fn bare_title(text: &str) -> String {
    let folded = fold_str(text).replace(['*', '_'], "");
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// Whether a block's text is the title.
pub(super) fn is_title(text: &str, title: &str) -> bool {
    text.len() <= 4 * title.len() + 64 && bare_title(text) == title
}
