//! Files to scanned articles, in parallel, batch by batch: what one batch gave is
//! put away before the next is read.

use super::seen::Seen;
use super::{Gathered, Outcome, Scanned, Scanner};
use crate::corpus::read::{each_batch, read_stamped};
use crate::corpus::walk::{Files, Found, find_files};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many files are read before what they gave is put away.
const BATCH: usize = 4096;

/// What an article of a packed or unpacked file of records takes of it, to guess
/// how many there are.
const RECORD_BYTES: u64 = 3000;

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Articles that were read.
    pub articles: u64,
    /// As many as there will be, or about as many.
    pub of: u64,
}

/// Scans the files that `paths` stand for; the result does not depend on how
/// many threads there are. `watch` is told how far it is.
#[must_use]
pub fn scan_files(scanner: &Scanner<'_>, paths: &[PathBuf], base: &Path, watch: &mut dyn FnMut(Done)) -> Gathered {
    let Files { files, diagnostics } = find_files(paths, base);
    let mut texts = files;
    let records: Vec<Found> = texts.extract_if(.., |file| file.holds_records()).collect();
    let mut gathered = Gathered::with_room(texts.len(), diagnostics);
    let guesses = guesses_of(&records, base);
    scanner.begin(texts.len() + usize::try_from(guesses.iter().sum::<u64>()).unwrap_or(usize::MAX));
    let mut done = Done { articles: 0, of: texts.len() as u64 + guesses.iter().sum::<u64>() };
    let (seen, mut batches) = (scanner.seen(paths, base), 0);
    let mut texts = texts.into_iter();
    let mut scanned: Vec<Outcome> = Vec::new();
    while texts.len() > 0 || !scanned.is_empty() {
        // What is read is let go of: its article holds its path.
        let batch: Vec<Found> = texts.by_ref().take(BATCH).collect();
        let last = std::mem::take(&mut scanned);
        // What the last batch gave is put away while this one is read.
        let put_away = || {
            if last.is_empty() {
                return;
            }
            seen.iter().for_each(|seen| scanner.keep_seen(seen, batches, &last));
            last.into_iter().for_each(|scanned| gathered.take(scanned.map(|(scanned, _)| scanned)));
            scanner.write_cache();
            batches += 1;
        };
        (scanned, ()) = rayon::join(|| scan_texts(scanner, &batch, base, seen.as_ref()), put_away);
        done.articles += scanned.len() as u64;
        watch(done);
    }
    for (file, guess) in records.iter().zip(guesses) {
        let (before, rest) = (done.articles, done.of.saturating_sub(done.articles + guess));
        scan_records(scanner, file, base, &mut gathered, &mut |articles, taken| {
            // The rest of the file has as many for each byte as what was read.
            let of_file = articles.saturating_mul(guess * RECORD_BYTES) / taken.max(1);
            done = Done { articles: before + articles, of: before + of_file.max(articles) + rest };
            watch(done);
        });
    }
    scanner.end();
    gathered
}

/// About how many records files have, by their sizes.
fn guesses_of(records: &[Found], base: &Path) -> Vec<u64> {
    let guess = |file: &Found| std::fs::metadata(file.place(base)).map_or(0, |meta| meta.len() / RECORD_BYTES);
    records.iter().map(guess).collect()
}

fn scan_texts(scanner: &Scanner<'_>, files: &[Found], base: &Path, seen: Option<&Seen>) -> Vec<Outcome> {
    // What stays of a silent article is made here: between what the threads let go of it
    // would leave holes.
    let named: Vec<(&Found, Arc<str>)> = files.iter().map(|file| (file, file.id().into())).collect();
    let of_file = |bytes: &mut Vec<u8>, (file, id): (&Found, Arc<str>)| {
        let seen = seen.filter(|_| scanner.may_skip(&id));
        if let Some((article, stamp)) = seen.and_then(|seen| seen.article(file, base, &id)) {
            return Ok((Scanned::silent(article, Vec::new()), Some(stamp)));
        }
        let (text, stamp) = read_stamped(file, base, bytes, seen.map(|seen| seen.since))?;
        Ok((scanner.scan(id, file.shared(), text), stamp))
    };
    named.into_par_iter().map_init(Vec::new, of_file).collect()
}

fn scan_records(
    scanner: &Scanner<'_>,
    file: &Found,
    base: &Path,
    gathered: &mut Gathered,
    watch: &mut dyn FnMut(u64, u64),
) {
    let mut articles = 0;
    let ended = each_batch(file, base, &mut |lines, taken| {
        let of_line = |at| Ok(scanner.scan_record(&lines.record(file.shown(), at)?));
        let scanned: Vec<Result<Scanned, Box<Diagnostic>>> = (0..lines.len()).into_par_iter().map(of_line).collect();
        for scanned in scanned {
            match scanned {
                Ok(scanned) => gathered.push(scanned),
                Err(broken) => gathered.push_broken(*broken),
            }
        }
        scanner.write_cache();
        articles += lines.len() as u64;
        watch(articles, taken);
    });
    gathered.diagnostics.extend(ended.err().map(|unread| *unread));
}
