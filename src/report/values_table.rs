//! The values of texts as a table for people: where each stands, its kind,
//! its hedge and its normal form.
//!
//! ```text
//! speech.txt, read as of 2022-03-07
//!   3:14   duration   more than two hours   more-than   (PT2H; ∞)
//! ```

use super::style::{FAINT, STRONG, painted};
use super::values_json::TextView;
use super::values_list::ListedValue;
use super::visible::{shorten, visible};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How much of the words of a value is shown.
const WORDS: usize = 40;

/// Writes one table a text.
///
/// # Errors
/// When `out` does not take it.
pub fn write_table(texts: &[TextView<'_>], out: &mut dyn Write) -> io::Result<()> {
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let as_of = match &text.reference {
            Some(reference) => format!(", read as of {}", visible(reference)),
            None => String::new(),
        };
        writeln!(out, "{}{}", painted(visible(text.path), STRONG), painted(as_of, FAINT))?;
        let rows: Vec<[String; 5]> = text.values.iter().map(row).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let widths = [0, 1, 2, 3].map(width);
        for row in &rows {
            let mut line = String::from(" ");
            for (cell, width) in row.iter().zip(widths) {
                line.push(' ');
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', width - cell.width() + 1));
            }
            writeln!(out, "{line} {}", row[4])?;
        }
        if rows.is_empty() {
            writeln!(out, "  {}", painted("no value", FAINT))?;
        }
    }
    Ok(())
}

fn row(value: &ListedValue<'_>) -> [String; 5] {
    let place = value.place.map(|place| format!("{}:{}", place.line.0, place.column.0)).unwrap_or_default();
    let words = visible(value.text);
    let words = shorten(&words, WORDS).into_owned();
    [place, value.kind.to_owned(), words, value.hedge(), visible(&value.normal()).into_owned()]
}
