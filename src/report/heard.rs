//! A readout as formats show it: who says which point, and who leaves it out. It refuses to be made
//! here: `matrix.rs` makes it.

use super::paragraph::Piece;
use crate::compare::Severity;

/// A readout: facts of the meeting and points down, claimants across.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The names across.
    pub sides: Vec<String>,
    /// Facts of the meeting (how long it was, who asked for it), then the
    /// points, down.
    pub lines: Vec<MatrixLine>,
}

/// One point of a readout or fact of its meeting, with what each side says.
#[derive(Clone, Debug)]
pub struct MatrixLine {
    /// The point or fact, as shown to people.
    pub question: String,
    /// The topic that a fact is the answer of; `None` is a point.
    pub fact: Option<String>,
    /// One per side.
    pub cells: Vec<Heard>,
    /// The worst finding that names one of its positions.
    pub worst: Option<Severity>,
}

/// What one side says of one point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Its account has the point.
    Says {
        /// The answer, where the point has several, or the value of a fact.
        option: Option<String>,
        /// The words of the first mention; none where no article has it. Of a
        /// point the words are marked that no other side has, of a fact its
        /// value.
        words: Vec<Piece>,
        /// `article:line`, each once.
        places: Vec<String>,
    },
    /// Its account leaves the point out.
    Silent,
    /// Its account is not in the corpus: it may yet say it.
    Unpublished,
    /// There is no account to be silent.
    Nothing,
}
