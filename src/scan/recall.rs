//! What a run told, to be told again where nothing at all has changed since.
//!
//! It hangs on the *question* (program, claims file, options and how the answer is shown) and on the
//! *state* of the corpus: the path of every file with its [stamp](Stamp). A run keeps the state that
//! each file had before it was read. It refuses a corpus in which a path leads nowhere, or a file has no
//! stamp since it was changed a moment before; and an answer that is too long to be worth it.

use super::cache::Cache;
use crate::corpus::near::Near;
use crate::corpus::stamp::{Since, Stamp};
use crate::corpus::walk::{Files, Found};
use rayon::prelude::*;
use std::sync::Arc;
use xxhash_rust::xxh3::{xxh3_128, xxh3_128_with_seed};

/// A longer answer is found anew.
pub const LONGEST: usize = 4 << 20;

/// The path and the stamp of every file of a corpus, in any order; of none, it is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State(u128);

impl State {
    /// The state of one file.
    #[must_use]
    pub fn of_file(shown: &str, Stamp(stamp): Stamp) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of it")]
        let seed = stamp as u64 ^ (stamp >> 64) as u64;
        Self(xxh3_128_with_seed(shown.as_bytes(), seed))
    }

    /// The state of the files of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// The state that files are in now; `None` where one was changed since, or cannot be looked at, and where
    /// there is anything to be told of the paths.
    fn of(files: &Files, since: Since) -> Option<Self> {
        let of_file = |near: &mut Near<'_>, file: &Found| Some(Self::of_file(file.shown(), near.stamp(file, since)?));
        let states = files.files.par_iter().map_init(|| Near::new(&files.base), of_file);
        states.try_reduce(Self::default, |a, b| Some(a.and(b))).filter(|_| files.diagnostics.is_empty())
    }
}

/// What a run told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The number that stands for its exit status.
    pub status: u8,
    /// What it wrote, with all colours.
    pub text: Vec<u8>,
}

/// A question, and where answers are kept.
#[derive(Clone, Debug)]
pub struct Recall {
    cache: Arc<Cache>,
    question: u128,
}

impl Recall {
    /// A question: all that an answer hangs on but the files.
    #[must_use]
    pub fn new(cache: Arc<Cache>, question: &str) -> Self {
        let question = xxh3_128(format!("{} {question}", env!("GAINSAY_SOURCES")).as_bytes());
        Self { cache, question }
    }

    /// What was told of these files as they are now.
    #[must_use]
    pub fn told(&self, files: &Files) -> Option<Told> {
        let entry = self.cache.told(self.question)?;
        let (rest, state) = entry.split_last_chunk::<16>()?;
        let (&status, text) = rest.split_last()?;
        let is_same = State::of(files, self.cache.since())? == State(u128::from_le_bytes(*state));
        is_same.then(|| Told { status, text: text.to_vec() })
    }

    /// Keeps what was told of files that were in some state.
    pub fn keep(&self, State(state): State, Told { status, text: mut entry }: Told) {
        if entry.len() <= LONGEST {
            entry.push(status);
            entry.extend(state.to_le_bytes());
            self.cache.put_told(self.question, &entry);
            self.cache.write(0);
        }
    }
}
