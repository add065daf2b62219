//! How well and how fast origins are found in a corpus made up by a seed, and
//! with how much memory.
//!
//! ```console
//! $ cargo bench --bench origins -- 100000
//! ```
//!
//! Making the articles is not timed; reading them into their parts, as every
//! check does, is told apart. Memory is the most that the whole process had,
//! as Linux counts it.

mod generator;
mod score;

use gainsay::compare::origins::{Signature, find_origins, sign};
use gainsay::corpus::{Article, article_from};
use generator::{Generator, Made};
use rayon::prelude::*;
use score::Score;
use std::io::Write;
use std::time::{Duration, Instant};

/// How many articles are held at a time.
const BATCH: usize = 2_000;

fn main() -> std::io::Result<()> {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let (mut truths, mut signatures, mut words) = (Vec::new(), Vec::new(), 0);
    let (mut reading, mut signing) = (Duration::ZERO, Duration::ZERO);
    let mut articles = Generator::new(1, count);
    loop {
        let batch: Vec<Made> = articles.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        words += batch.iter().map(|made| made.text.split_whitespace().count()).sum::<usize>();
        truths.extend(batch.iter().map(|made| made.truth.clone()));
        let began = Instant::now();
        let read: Vec<Article> = batch.into_par_iter().map(|made| article_from(made.id, "", made.text).0).collect();
        reading += began.elapsed();
        let began = Instant::now();
        signatures.extend(read.par_iter().map(sign).collect::<Vec<Signature>>());
        signing += began.elapsed();
    }
    let began = Instant::now();
    let origins = find_origins(&signatures);
    let finding = began.elapsed();
    let roots: Vec<usize> = (0..count).map(|at| origins.root(at)).collect();
    let score = Score::new(&truths, &roots);
    let mut out = std::io::stdout();
    writeln!(out, "{count} articles of {} words on average", words / count.max(1))?;
    writeln!(out, "read {reading:.1?}, signed {signing:.1?}, origins {finding:.1?}, at most {} MB", peak())?;
    writeln!(out, "precision {:.4}, recall {:.4}: {score:?}", score.precision(), score.recall())
}

/// The most memory that this process had, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
