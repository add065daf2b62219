//! A readout's sides side by side, for `show`: the facts of the meeting, then
//! each point that several sides have, with the words marked that only one of
//! them has.
//!
//! ```text
//! What threatens the food supply?
//!     the Kremlin   sanctions: “complicated ⟦due to the sanctions⟧” (express:12)
//!     the Élysée    blockade: “lift ⟦the Russian blockade⟧” (express:14)
//! ```

use super::Layout;
use super::paragraph::{Mark, Piece};
use super::style::{STRONG, paint_marks, painted};
use super::view::{Heard, Matrix, MatrixLine};
use super::visible::visible;
use super::wrap::wrapped;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Writes every line of a matrix, side by side.
///
/// # Errors
/// When `out` does not take it.
pub(super) fn write_beside(matrix: &Matrix, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {}", painted("Side by side", STRONG))?;
    let widest = matrix.sides.iter().map(|side| visible(side).width()).max().unwrap_or(0);
    for line in &matrix.lines {
        for question in wrapped(&visible(&line.question), layout.width, "  ", "    ") {
            writeln!(out, "{question}")?;
        }
        write_line(line, &matrix.sides, widest, layout, out)?;
    }
    writeln!(out)
}

fn write_line(
    line: &MatrixLine,
    sides: &[String],
    widest: usize,
    layout: &Layout,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (side, heard) in sides.iter().zip(&line.cells).filter(|(_, heard)| **heard != Heard::Nothing) {
        let side = visible(side);
        let lead = format!("    {side}{}  ", " ".repeat(widest - side.width()));
        let indent = " ".repeat(lead.width());
        let mut inside = false;
        for shown in wrapped(&said(heard), layout.width, &lead, &indent) {
            writeln!(out, "{}", paint_marks(&shown, &mut inside))?;
        }
    }
    Ok(())
}

fn said(heard: &Heard) -> String {
    match heard {
        Heard::Nothing => String::new(),
        Heard::Silent => "silent".to_owned(),
        Heard::Unpublished => "not yet published".to_owned(),
        Heard::Says { option, words, places } => {
            let piece = |piece: &Piece| match piece.mark {
                Mark::Plain => piece.text.clone(),
                _ => format!("⟦{}⟧", piece.text),
            };
            let said: String = words.iter().map(piece).collect();
            let quoted = if words.is_empty() { String::new() } else { format!("“{said}”") };
            let answer = option.as_ref().map(|option| visible(&option.replace('\u{a0}', " ")).into_owned());
            let said: Vec<String> =
                answer.into_iter().chain(Some(quoted).filter(|quoted| !quoted.is_empty())).collect();
            format!("{} ({})", said.join(": "), visible(&places.join(", ")))
        }
    }
}
