//! Commands that take turns.

use crate::measure::{Measured, STOPPED, Taken};
use std::fs;
use std::io;
use std::path::PathBuf;

/// How a command fared over all rounds.
#[derive(Clone, Debug)]
pub struct Times {
    taken: Vec<Taken>,
    /// Whether it was stopped at the limit.
    pub stopped: bool,
}

impl Times {
    /// Before the first round.
    pub const NONE: Self = Self { taken: Vec::new(), stopped: false };

    /// The least wall time.
    #[must_use]
    pub fn best(&self) -> f64 {
        self.sorted().first().copied().unwrap_or(f64::NAN)
    }

    /// The middle wall time.
    #[must_use]
    pub fn median(&self) -> f64 {
        let sorted = self.sorted();
        sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// The least processor time.
    #[must_use]
    pub fn cpu(&self) -> f64 {
        self.taken.iter().map(|taken| taken.cpu).fold(f64::INFINITY, f64::min)
    }

    /// The most memory, in bytes.
    #[must_use]
    pub fn peak(&self) -> u64 {
        self.taken.iter().map(|taken| taken.peak).max().unwrap_or_default()
    }

    /// How often it ran.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.taken.len()
    }

    fn sorted(&self) -> Vec<f64> {
        let mut walls: Vec<f64> = self.taken.iter().map(|taken| taken.wall).collect();
        walls.sort_by(f64::total_cmp);
        walls
    }

    /// Whether it has taken so many seconds in all, or was stopped.
    #[must_use]
    pub fn is_enough(&self, seconds: f64) -> bool {
        self.stopped || self.taken.iter().map(|taken| taken.wall).sum::<f64>() >= seconds
    }
}

/// A command that takes its turn, and the exit statuses that are good.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The command.
    pub measured: Measured,
    /// What it may end with.
    pub good: &'static [i32],
    /// A folder that is emptied before it runs.
    pub fresh: Option<PathBuf>,
}

impl Turn {
    /// Runs it once.
    ///
    /// # Errors
    /// When it cannot be run or fails: nothing that failed is called fast.
    pub fn run(&self, times: &mut Times) -> io::Result<()> {
        if let Some(folder) = &self.fresh {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
            fs::create_dir_all(folder)?;
        }
        let taken = self.measured.run()?;
        match taken.status {
            Some(STOPPED) => times.stopped = true,
            Some(status) if self.good.contains(&status) => {}
            status => return Err(io::Error::other(format!("{:?} ended with {status:?}", self.measured.command))),
        }
        times.taken.push(taken);
        Ok(())
    }
}

/// Runs commands in turns. One that has taken more than `enough` seconds in
/// all, or was stopped, is run no more.
///
/// # Errors
/// When one cannot be run, or fails.
pub fn take_turns(turns: &[Turn], rounds: usize, enough: f64) -> io::Result<Vec<Times>> {
    let mut times = vec![Times::NONE; turns.len()];
    for _ in 0..rounds {
        for (turn, times) in turns.iter().zip(&mut times) {
            if !times.is_enough(enough) {
                turn.run(times)?;
            }
        }
    }
    Ok(times)
}
