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
use super::heard::{Heard, Matrix, MatrixLine};
use super::paragraph::{Mark, Piece};
use super::style::{STRONG, paint_marks, painted};
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
    lines(matrix, layout).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    writeln!(out)
}

/// Each point or fact, and under it what each side says of it.
pub(super) fn lines(matrix: &Matrix, layout: &Layout) -> Vec<String> {
    let widest = matrix.sides.iter().map(|side| visible(side).width()).max().unwrap_or(0);
    let of_line = |line: &MatrixLine| {
        let question = wrapped(&visible(&line.question), layout.width, "  ", "    ");
        [question, side_lines(line, &matrix.sides, widest, layout)].concat()
    };
    matrix.lines.iter().flat_map(of_line).collect()
}

fn side_lines(line: &MatrixLine, sides: &[String], widest: usize, layout: &Layout) -> Vec<String> {
    let heard = sides.iter().zip(&line.cells).filter(|(_, heard)| **heard != Heard::Nothing);
    let of_side = |(side, heard): (&String, &Heard)| {
        let side = visible(side);
        // A long name stands above its words.
        let is_long = widest > usize::from(layout.width) / 3;
        let lead = if is_long { String::new() } else { format!("    {side}{}  ", " ".repeat(widest - side.width())) };
        let indent = " ".repeat(lead.width().max(8));
        let named = if is_long { wrapped(&side, layout.width, "    ", "      ") } else { Vec::new() };
        let mut inside = false;
        let shown = wrapped(&said(heard), layout.width, if is_long { &indent } else { &lead }, &indent);
        let shown = shown.iter().map(|shown| paint_marks(shown, &mut inside));
        named.into_iter().chain(shown).collect::<Vec<String>>()
    };
    heard.flat_map(of_side).collect()
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
