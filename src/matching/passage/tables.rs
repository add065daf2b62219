//! The rows of a table: their cells, and which row heads the columns.
//!
//! ```text
//! | Source | Dead |      heads the row below it
//! | Police | 64   |      64 stands below `Dead`
//! ```

use super::Passage;
use crate::corpus::BlockKind;
use std::ops::Range;

/// A table has at most so many rows under one head.
pub const ROWS: usize = 500;

/// The head of the column that a token of a table stands in, and no part of the head itself.
#[must_use]
pub fn column_head(passage: &Passage<'_>, sentence: usize, token: usize) -> Option<Range<usize>> {
    let head = head_of(passage, sentence)?;
    let (heads, own) = (cells(passage, head), cells(passage, sentence));
    let column = own.iter().position(|cell| cell.contains(&token))?;
    (heads.len() == own.len() && column > 0).then(|| heads[column].clone())
}

/// Whether a row of a table heads others.
#[must_use]
pub fn is_head(passage: &Passage<'_>, row: usize) -> bool {
    let is_headed = || row + 1 < passage.sentences.len() && head_of(passage, row + 1) == Some(row);
    is_table_row(passage, row) && is_headed()
}

/// Whether a sentence is a row of a table, with a bar between its cells.
#[must_use]
pub fn is_table_row(passage: &Passage<'_>, sentence: usize) -> bool {
    let row = &passage.sentences[sentence];
    row.kind == BlockKind::Row && row.tokens.clone().any(|at| passage.tokens.folded(at) == "|")
}

/// The first row of a table, which heads its columns, for any other row of it.
#[must_use]
pub fn head_of(passage: &Passage<'_>, row: usize) -> Option<usize> {
    let follows = |row: usize| {
        let before = row.checked_sub(1)?;
        let joined = passage.sentences[before].block + 1 == passage.sentences[row].block;
        (joined && is_table_row(passage, row) && is_table_row(passage, before)).then_some(before)
    };
    let mut at = follows(row)?;
    for _ in 0..ROWS {
        match follows(at) {
            Some(before) => at = before,
            None => return Some(at),
        }
    }
    None
}

/// The cells of a row, empty ones too.
#[must_use]
pub fn cells(passage: &Passage<'_>, row: usize) -> Vec<Range<usize>> {
    let tokens = passage.sentences[row].tokens.clone();
    let mut bars: Vec<usize> = tokens.clone().filter(|&at| passage.tokens.folded(at) == "|").collect();
    bars.push(tokens.end);
    let mut start = tokens.start;
    let cell = |bar: usize| {
        let cell = start..bar;
        start = bar + 1;
        cell
    };
    bars.into_iter().map(cell).collect()
}
