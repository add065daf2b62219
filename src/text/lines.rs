//! From bytes to what people count: lines, columns and code points.
//!
//! Built once per file. It refuses to answer for offsets past the end: they
//! are clamped to it, so that a place can always be shown.

use schemars::JsonSchema;
use serde::Serialize;

/// A line number, 1-based.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Line(pub u32);

/// A column, 1-based, in Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Column(pub u32);

/// An offset in Unicode code points from the start of a text, 0-based.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct CodePoint(pub usize);

/// A place in a file as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The line, 1-based.
    pub line: Line,
    /// The column, 1-based, in code points.
    pub column: Column,
}

/// The line starts of one text, to turn byte offsets into places.
///
/// ```
/// use gainsay::text::Lines;
/// let text = "un\nÉlysée: 20";
/// let lines = Lines::new(text);
/// let place = lines.place(text, text.find("20").unwrap());
/// assert_eq!((place.line.0, place.column.0), (2, 9));
/// ```
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    /// Code points before every [`STEP`]th byte, so that an offset costs the
    /// same on the longest line as on the shortest.
    points: Vec<usize>,
}

/// How many bytes at most are counted for one offset.
const STEP: usize = 1024;

impl Lines {
    /// Indexes `text` in one pass.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(newlines.map(|at| at + 1)).collect();
        let mut points = vec![0];
        let mut count = 0;
        for step in text.as_bytes().chunks(STEP) {
            count += count_points(step);
            points.push(count);
        }
        Self { starts, points }
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let offset = offset.min(text.len());
        let line = self.index(offset);
        let column = self.code_point(text, offset).0 - self.code_point(text, self.starts[line]).0;
        Place { line: Line(clamp(line + 1)), column: Column(clamp(column + 1)) }
    }

    /// The line of a byte offset.
    #[must_use]
    pub fn line(&self, offset: usize) -> Line {
        Line(clamp(self.index(offset) + 1))
    }

    /// Which line a byte offset lies in, from 0.
    fn index(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The column of a byte offset, counted in bytes, as some tools count.
    #[must_use]
    pub fn byte_column(&self, offset: usize) -> Column {
        let line = self.index(offset);
        Column(clamp(offset - self.starts[line] + 1))
    }

    /// The code point offset of a byte offset.
    #[must_use]
    pub fn code_point(&self, text: &str, offset: usize) -> CodePoint {
        let offset = offset.min(text.len());
        let step = offset / STEP;
        CodePoint(self.points[step] + count_points(&text.as_bytes()[step * STEP..offset]))
    }
}

/// How many bytes begin a character. Sums of one byte are added many at a time.
fn count_points(bytes: &[u8]) -> usize {
    let few = |bytes: &[u8]| bytes.iter().fold(0_u8, |sum, byte| sum + u8::from(byte & 0xC0 != 0x80));
    bytes.chunks(usize::from(u8::MAX)).map(|chunk| usize::from(few(chunk))).sum()
}

fn clamp(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_line_is_counted_from_the_nearest_step() {
        let text = format!("é\n{}", "é–x".repeat(2000));
        let lines = Lines::new(&text);
        for (points, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(lines.code_point(&text, at), CodePoint(points));
        }
        assert_eq!(lines.place(&text, text.len()).column, Column(6001));
    }

    proptest! {
        #[test]
        fn places_and_points_agree_with_counting_by_hand(text in "[a-zé–\n ]{0,60}") {
            let lines = Lines::new(&text);
            for (points, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(lines.code_point(&text, at), CodePoint(points));
                let before = &text[..at];
                let place = lines.place(&text, at);
                prop_assert_eq!(place.line, lines.line(at));
                prop_assert_eq!(place.line.0 as usize, before.matches('\n').count() + 1);
                let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
                prop_assert_eq!(place.column.0 as usize, column);
            }
        }
    }
}
