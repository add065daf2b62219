//! Files to scanned articles, in parallel, batch by batch: what one batch gave is
//! put away before the next is read.

use super::recall::State;
use super::seen::Seen;
use super::{Gathered, Outcome, Scanned, Scanner};
use crate::corpus::near::Near;
use crate::corpus::read::{each_batch, read_stamped};
use crate::corpus::stamp::Stamp;
use crate::corpus::walk::{Files, Found};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::path::Path;
use std::sync::Arc;

/// How many files are read before what they gave is put away.
pub(super) const BATCH: usize = 4096;

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

/// About how many articles files hold.
#[must_use]
pub fn about(files: &Files) -> u64 {
    files.files.par_iter().map(|file| if file.holds_records() { guess(file, &files.base) } else { 1 }).sum()
}

/// Scans files; the result does not depend on how many threads there are. `watch` is told how far it is.
#[must_use]
pub fn scan_files(scanner: &Scanner<'_>, files: Files, watch: &mut dyn FnMut(Done)) -> Gathered {
    let mut done = Done { articles: 0, of: about(&files) };
    let (seen, mut number) = (scanner.seen(&files), 0);
    let Files { files: mut texts, diagnostics, base, .. } = files;
    let base = &*base;
    let records: Vec<Found> = texts.extract_if(.., |file| file.holds_records()).collect();
    let mut gathered = Gathered::with_room(texts.len(), diagnostics);
    let mut texts = texts.into_iter();
    let mut state = seen.is_some().then(State::default);
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
            seen.iter().for_each(|seen| scanner.keep_seen(seen, number - 1, &last));
            state = state.and_then(|state| Some(state.and(state_of(&last)?)));
            last.into_iter().for_each(|scanned| gathered.take(scanned.map(|(scanned, _)| scanned)));
            scanner.write_cache();
        };
        (scanned, ()) = rayon::join(|| scan_texts(scanner, &batch, base, number, seen.as_ref()), put_away);
        number += 1;
        done.articles += scanned.len() as u64;
        watch(done);
    }
    for file in &records {
        let guess = guess(file, base);
        // Before it is read, as texts are.
        let stamp = seen.as_ref().and_then(|seen| Stamp::of(&file.place(base), seen.since));
        state = state.and_then(|state| Some(state.and(State::of_file(file.shown(), stamp?))));
        let (before, rest) = (done.articles, done.of.saturating_sub(done.articles + guess));
        scan_records(scanner, file, base, &mut gathered, &mut |articles, taken| {
            // The rest of the file has as many for each byte as what was read.
            let of_file = articles.saturating_mul(guess * RECORD_BYTES) / taken.max(1);
            done = Done { articles: before + articles, of: before + of_file.max(articles) + rest };
            watch(done);
        });
    }
    scanner.end();
    gathered.state = state;
    gathered
}

/// The state of the files of a batch.
fn state_of(scanned: &[Outcome]) -> Option<State> {
    scanned.iter().try_fold(State::default(), |state, outcome| {
        let (scanned, stamp) = outcome.as_ref().ok()?;
        Some(state.and(State::of_file(&scanned.article.path, (*stamp)?)))
    })
}

/// About how many records a file has, by its size.
fn guess(records: &Found, base: &Path) -> u64 {
    std::fs::metadata(records.place(base)).map_or(0, |meta| meta.len() / RECORD_BYTES)
}

fn scan_texts(scanner: &Scanner<'_>, files: &[Found], base: &Path, number: usize, seen: Option<&Seen>) -> Vec<Outcome> {
    // What stays of a silent article is made here: between what the threads let go of it
    // would leave holes.
    let named: Vec<(&Found, Arc<str>)> = files.iter().map(|file| (file, file.id().into())).collect();
    let of_file = |(bytes, near): &mut (Vec<u8>, Near<'_>), (at, (file, id)): (usize, (&Found, Arc<str>))| {
        let skips = seen.filter(|_| scanner.may_skip(&id));
        if let Some((article, stamp)) = skips.and_then(|seen| seen.article([number, at], file, near, &id)) {
            return Ok((Scanned::silent(article, Vec::new()), Some(stamp)));
        }
        let (text, stamp) = read_stamped(file, near, bytes, seen.map(|seen| seen.since))?;
        Ok((scanner.scan(id, file.shared(), text), stamp))
    };
    named.into_par_iter().enumerate().map_init(|| (Vec::new(), Near::new(base)), of_file).collect()
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
