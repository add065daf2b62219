//! One text of the corpus, with its structure.

use crate::text::{CodePoint, Column, Lines, Place, Span};
use crate::value::Moment;

/// One article. All spans are bytes of [`Article::body`].
#[derive(Clone, Debug)]
pub struct Article {
    /// The file stem, or the relative path where two files share a stem.
    pub id: String,
    /// Relative path with `/`, as reports show it.
    pub path: String,
    /// What the front matter says.
    pub front: Front,
    /// The text after the front matter.
    pub body: String,
    /// How many lines of the file stand before the body.
    pub lines_before: u32,
    /// How many code points of the file stand before the body.
    pub points_before: usize,
    /// The structure of the body, in order, without gaps that hold words.
    pub blocks: Vec<Block>,
    /// To turn spans into places.
    pub lines: Lines,
}

impl Article {
    /// Line and column **in the file** of a byte offset of the body.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let mut place = self.lines.place(&self.body, offset);
        place.line.0 += self.lines_before;
        place
    }

    /// Column of a byte offset of the body, counted in bytes.
    #[must_use]
    pub fn byte_column(&self, offset: usize) -> Column {
        self.lines.byte_column(offset)
    }

    /// Code point offset in the body of a byte offset of the body.
    #[must_use]
    pub fn code_point(&self, offset: usize) -> CodePoint {
        self.lines.code_point(&self.body, offset)
    }
}

/// What the front matter of an article says.
#[derive(Clone, Debug, Default)]
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
