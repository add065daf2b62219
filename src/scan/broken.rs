//! Lines that are no records: of each file the first are told, and the others
//! counted, whoever read them and in whatever order.
//!
//! A file of a million broken lines must not become a million diagnostics, and
//! must say the same whether it was read at once or in parts.
//!
//! ```text
//! archive.jsonl:4: the line is no record: …   (twenty of these, the first by line)
//! archive.jsonl: 10 more lines are no records
//! ```

use crate::corpus::read::unread;
use crate::diagnostic::{Diagnostic, Severity};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// So many broken lines of a file are told; more are counted.
const MOST: usize = 20;

/// The broken lines of all files.
#[derive(Debug, Default)]
pub(super) struct Broken {
    files: BTreeMap<PathBuf, OfFile>,
}

#[derive(Debug, Default)]
struct OfFile {
    /// The first by line, in no order.
    told: Vec<Diagnostic>,
    others: usize,
}

impl Broken {
    /// Takes in what is wrong with one line.
    pub(super) fn push(&mut self, line: Diagnostic) {
        let file = self.files.entry(line.source.path.clone()).or_default();
        file.told.push(line);
        if file.told.len() > MOST {
            let place = |line: &Diagnostic| (line.source.lines_before(), line.span, line.message.clone());
            let last = (0..file.told.len()).max_by_key(|&at| place(&file.told[at]));
            last.map(|at| file.told.swap_remove(at));
            file.others += 1;
        }
    }

    /// What is told of them.
    pub(super) fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        self.files.into_iter().flat_map(|(path, file)| {
            let message = format!("{} more lines are no records", file.others);
            let others = unread(&path.to_string_lossy(), Severity::Error, message);
            file.told.into_iter().chain((file.others > 0).then_some(others))
        })
    }
}
