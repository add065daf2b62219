//! One line of an article: its mark, if it has one, and its shape.
//!
//! Only what a line says by itself is decided here; what its neighbours make
//! of it is [`structure`](super::structure)'s. `- Macron : 60` is a bullet
//! with the text `Macron : 60`.

use super::label::{LONGEST_LABEL, is_caption, is_teaser};
use crate::text::{Span, fold_str};

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Markdown `#`, with its level.
    Hash(u8),
    /// `1. ` or `1) `, with its number.
    Numbered(u16),
    /// `* `, `• `, `- `, `– `: the mark itself.
    Bullet(char),
    /// `| a | b |`.
    Table,
    /// `[Source : …]`, `© …`, `(Photo: …)`.
    Caption,
    /// A link to another article: a paragraph by itself.
    Teaser,
    /// `---` or `===`, holding no word.
    Rule,
    /// Anything else.
    Text,
}

/// One line that holds something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) shape: Shape,
    /// The text after the mark, without white space at either end.
    pub(super) text: Span,
    /// How far it is indented, in characters.
    pub(super) indent: usize,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(super) blank_before: bool,
}

/// The lines of `body` that hold something.
pub(super) fn lines(body: &str) -> Vec<Line> {
    let (mut found, mut start, mut blank_before) = (Vec::new(), 0, true);
    for raw in body.split_inclusive('\n') {
        match read_line(raw) {
            Some((shape, text, indent)) => {
                found.push(Line { shape, text: text.shift(start), indent, blank_before });
                blank_before = false;
            }
            None => blank_before = true,
        }
        start += raw.len();
    }
    found
}

fn read_line(raw: &str) -> Option<(Shape, Span, usize)> {
    let bare = raw.trim_start_matches(|c: char| c.is_whitespace() || c == '>').trim_end();
    if bare.is_empty() {
        return None;
    }
    let start = raw.len() - raw.trim_start_matches(|c: char| c.is_whitespace() || c == '>').len();
    let (shape, length) = shape_of(bare);
    let rest = bare[length..].trim_start();
    let text = match shape {
        Shape::Hash(_) => closed_heading(rest),
        Shape::Table => rest.trim_end_matches('|').trim_end(),
        _ => rest,
    };
    if text.is_empty() {
        return None;
    }
    let at = start + bare.len() - rest.len();
    let indent = raw[..start].chars().count();
    Some((shape, Span::new(at, at + text.len()), indent))
}

/// `Title ##` is `Title`.
fn closed_heading(rest: &str) -> &str {
    let bare = rest.trim_end_matches('#');
    if bare.is_empty() || bare.ends_with(char::is_whitespace) { bare.trim_end() } else { rest }
}

/// How long a row of a table without bars at its sides may be, in bytes.
const LONGEST_ROW: usize = 300;

/// The shape of a line and the length of its mark.
fn shape_of(line: &str) -> (Shape, usize) {
    let first = line.chars().next().unwrap_or(' ');
    let spaced = |length: usize| line[length..].starts_with(char::is_whitespace) || line.len() == length;
    if is_rule(line) {
        return (Shape::Rule, 0);
    }
    match first {
        '#' => {
            let level = line.bytes().take_while(|&byte| byte == b'#').count();
            if level <= 6 && spaced(level) {
                return (Shape::Hash(u8::try_from(level).unwrap_or(6)), level);
            }
        }
        '*' | '+' | '-' if spaced(1) => return (Shape::Bullet(first), 1),
        '-' if line.starts_with("--") && spaced(2) => return (Shape::Bullet('—'), 2),
        '•' | '‣' | '▪' | '●' | '○' | '◦' | '·' => return (Shape::Bullet(first), first.len_utf8()),
        '–' | '—' | '―' => {
            let after = line[first.len_utf8()..].chars().next();
            if after.is_none_or(|c| c.is_whitespace() || c.is_uppercase()) {
                return (Shape::Bullet(first), first.len_utf8());
            }
        }
        '|' if line[1..].contains('|') => return (Shape::Table, 1),
        '0'..='9' => {
            let digits = line.bytes().take(4).take_while(u8::is_ascii_digit).count();
            if digits <= 3 && line[digits..].starts_with(['.', ')']) && spaced(digits + 1) && line.len() > digits + 1 {
                return (Shape::Numbered(line[..digits].parse().unwrap_or(u16::MAX)), digits + 1);
            }
        }
        _ => {}
    }
    // A table may leave out the bars at either side.
    if line.len() <= LONGEST_ROW && line.matches(" | ").count() >= 2 {
        return (Shape::Table, 0);
    }
    if line.len() > LONGEST_LABEL {
        return (Shape::Text, 0);
    }
    let shape = match fold_str(line) {
        folded if is_caption(&folded, line) => Shape::Caption,
        folded if is_teaser(&folded, line) => Shape::Teaser,
        _ => Shape::Text,
    };
    (shape, 0)
}

fn is_rule(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    if first == '|' || first == '-' && line.contains('|') {
        return line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '));
    }
    let marks = || line.chars().filter(|c| !c.is_whitespace());
    matches!(first, '-' | '=' | '_' | '*') && marks().all(|c| c == first) && marks().take(3).count() == 3
}
