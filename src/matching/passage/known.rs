//! What the claims file tells of whom it names by how it names them: whether they are a woman, a person at all, or called
//! so in small letters.
//!
//! ```text
//! Ms Lind              of Lind: a woman
//! Ada Kim, Kim         of Kim: a person
//! police               of Police, where a sentence begins with it: no name of its own
//! ```

use super::names::{NameId, starts_upper};
use crate::matching::language::lexicon::Lexicon;
use crate::text::fold_str;
use std::collections::{HashMap, HashSet};

/// What the names of a claims file tell of whom they name, by their last words.
#[derive(Debug, Default)]
pub(in crate::matching) struct Known {
    /// Of persons who are called Ms or Mr, and whether it is Ms.
    pub(super) women: HashMap<String, bool>,
    /// The same of all who have one such name: `the mayor` is Ms Lind.
    pub(super) all: HashMap<NameId, bool>,
    /// Of those who are called so in small letters: `the police`.
    common: HashSet<String>,
    /// Of those who are called `Ada Kim`, and `Kim`.
    persons: HashSet<String>,
}

impl Known {
    /// Whether a name in small letters ends so, that only a sentence which it begins writes with a capital.
    #[must_use]
    pub(in crate::matching) fn is_common(&self, last: &str) -> bool {
        self.common.contains(last)
    }

    /// Whether a person's name ends so.
    #[must_use]
    pub(in crate::matching) fn is_person(&self, last: &str) -> bool {
        self.persons.contains(last) || self.women.contains_key(last)
    }

    /// Reads the names of everybody.
    pub(super) fn of(people: &[(NameId, Vec<&str>)], lexicon: &Lexicon) -> Self {
        let mut known = Self::default();
        for (id, names) in people {
            let words: Vec<Vec<&str>> = names.iter().map(|name| name.split_whitespace().collect()).collect();
            for name in &words {
                let Some(&last) = name.last() else { continue };
                let folded = fold_str(last).into_owned();
                if !starts_upper(last) {
                    known.common.insert(folded.clone());
                }
                if let Some(is_woman) = is_woman(&fold_str(name[0]), lexicon).filter(|_| name.len() > 1) {
                    known.women.insert(folded.clone(), is_woman);
                    known.all.insert(*id, is_woman);
                }
                let is_full = name.len() == 2 && name.iter().all(|word| starts_upper(word));
                if is_full && words.iter().any(|other| other[..] == name[1..]) {
                    known.persons.insert(folded);
                }
            }
        }
        let proper = people.iter().flat_map(|(_, names)| names).filter_map(|name| name.split_whitespace().last());
        for last in proper.filter(|last| starts_upper(last)) {
            known.common.remove(fold_str(last).as_ref());
        }
        known
    }
}

/// Whether a title is a woman's, or a man's.
#[must_use]
pub(in crate::matching) fn is_woman(title: &str, lexicon: &Lexicon) -> Option<bool> {
    let titles = lexicon.voices.persons.honorifics;
    titles.iter().find(|(word, _)| *word == title).and_then(|(_, is_woman)| *is_woman)
}
