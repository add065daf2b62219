//! A line on stderr that is written over, while a terminal watches long work.

use gainsay::scan::Done;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Work that ends sooner shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often progress is shown.
const BEAT: Duration = Duration::from_millis(200);

/// What is shown, and since when.
pub(super) struct Progress {
    began: Instant,
    shown: Option<Instant>,
    watched: bool,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self { began: Instant::now(), shown: None, watched: io::stderr().is_terminal() }
    }

    /// Shows how far a check is: how fast it reads, and how long it will take.
    pub(super) fn show_check(&mut self, done: Done) {
        let spent = self.began.elapsed();
        self.show(|| told(done, spent));
    }

    /// Shows a line, if it is time to.
    pub(super) fn show(&mut self, told: impl FnOnce() -> String) {
        let due = self.shown.map_or(self.began + PATIENCE, |shown| shown + BEAT);
        if self.watched && Instant::now() >= due {
            // Progress that cannot be shown is no reason to fail.
            let _ = write!(io::stderr(), "\r{}\u{1b}[K", told());
            self.shown = Some(Instant::now());
        }
    }

    pub(super) fn clear(&mut self) {
        if self.shown.is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn told(done: Done, spent: Duration) -> String {
    let millis = u64::try_from(spent.as_millis()).unwrap_or(u64::MAX).max(1);
    let rate = done.articles.saturating_mul(1000) / millis;
    let left = done.of.saturating_sub(done.articles) / rate.max(1);
    let left = if left < 120 { format!("{left} s") } else { format!("{} min", left / 60) };
    format!("{} of {} articles read, {rate} a second, {left} left", done.articles, done.of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_left_are_told() {
        let told = |articles, of, seconds| told(Done { articles, of }, Duration::from_secs(seconds));
        assert_eq!(told(4000, 10_000, 2), "4000 of 10000 articles read, 2000 a second, 3 s left");
        assert_eq!(told(1000, 1_000_000, 1), "1000 of 1000000 articles read, 1000 a second, 16 min left");
        assert_eq!(told(0, 10, 0), "0 of 10 articles read, 0 a second, 10 s left");
    }
}
