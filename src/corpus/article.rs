//! One text of the corpus, with its structure.
//!
//! Of an article in which nobody speaks to a topic only the head is kept: what it
//! is called and what its front matter says. A corpus of a million of these must
//! fit into memory, so what few of them have is held apart.

use super::shared_front::SharedFront;
use crate::text::{CodePoint, Column, Line, Lines, Place, Span};
use crate::value::Moment;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// One article. All spans are bytes of its body; of one of which only the head is kept
/// that is empty.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file stem, or the relative path where two files share a stem.
    pub id: Arc<str>,
    /// Relative path with `/`, as reports show it.
    pub path: Arc<str>,
    /// What the front matter says; shared by all articles that have none.
    pub front: SharedFront,
    /// The text, unless only the head is kept.
    pub text: Option<Box<Text>>,
    /// The line of a JSON Lines file that it is a record of.
    pub record: Option<u32>,
    /// How many lines of the file stand before the body.
    pub lines_before: u32,
    /// How many code points of the file stand before the body.
    pub points_before: u32,
}

/// The text of an article and what was made of it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// What stands after the front matter.
    pub body: String,
    /// Its structure, in order, without gaps that hold words.
    pub blocks: Vec<Block>,
    /// To turn spans into places: made when the first is asked for.
    lines: OnceLock<Lines>,
}

impl Text {
    /// A text with its structure.
    #[must_use]
    pub fn new(body: String, blocks: Vec<Block>) -> Self {
        Self { body, blocks, lines: OnceLock::new() }
    }
}

/// An article without its text has an empty one.
impl Deref for Article {
    type Target = Text;

    fn deref(&self) -> &Text {
        static NOTHING: Text = Text { body: String::new(), blocks: Vec::new(), lines: OnceLock::new() };
        self.text.as_deref().unwrap_or(&NOTHING)
    }
}

impl Article {
    /// Keeps only the head: nobody speaks in it.
    pub fn forget_text(&mut self) {
        self.text = None;
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.body))
    }

    /// Where its body begins in the file.
    #[must_use]
    pub fn begins(&self) -> CodePoint {
        CodePoint(usize::try_from(self.points_before).unwrap_or(usize::MAX))
    }

    /// Line and column **in the file** of a byte offset of the body; of a record
    /// its line, and the code point of its text.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        if let Some(line) = self.record {
            // Inside a record there are no lines: what counts is the text.
            let column = self.code_point(offset).0 + self.begins().0 + 1;
            return Place { line: Line(line), column: Column(u32::try_from(column).unwrap_or(u32::MAX)) };
        }
        let mut place = self.lines().place(&self.body, offset);
        place.line.0 += self.lines_before;
        place
    }

    /// Line **in the file** of a byte offset of the body, as [`place`](Self::place) tells it.
    #[must_use]
    pub fn line(&self, offset: usize) -> Line {
        let of_text = || Line(self.lines().line(offset).0 + self.lines_before);
        self.record.map_or_else(of_text, Line)
    }

    /// Column of a byte offset of the body, counted in bytes.
    #[must_use]
    pub fn byte_column(&self, offset: usize) -> Column {
        self.lines().byte_column(offset)
    }

    /// Code point offset in the body of a byte offset of the body.
    #[must_use]
    pub fn code_point(&self, offset: usize) -> CodePoint {
        self.lines().code_point(&self.body, offset)
    }
}

/// What the front matter of an article says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the keys of the front matter, named in the reference")]
pub struct Front {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    /// As written; `published_on` is its meaning.
    pub published: Option<String>,
    pub published_on: Option<Moment>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// Id of the claimant whose readout the article is.
    pub claimant: Option<String>,
    pub cites: Vec<String>,
    pub note: Option<String>,
}

/// What a block of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The article's own headline.
    Headline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// One row of a list or table: `- Macron : 60`.
    Row,
    /// A caption, credit or source line: `[Source : The Kremlin]`.
    Caption,
}

/// A paragraph, heading, row or caption.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes of the body, without the white space around it and without
    /// list and heading marks.
    pub span: Span,
    /// Its sentences, in order; a row, heading or caption is one, unless it is
    /// [overlong](super::overlong).
    pub sentences: Vec<Span>,
    /// Index of the block that is its heading.
    pub heading: Option<usize>,
    /// Index of the caption that speaks for it (rows only).
    pub caption: Option<usize>,
}
