//! What one command takes: wall time, processor time, peak memory.
//!
//! Each command is run by a process of this program that runs nothing else, so
//! that what the system tells of a process's children is told of it alone.

use nix::sys::resource::{UsageWho, getrusage};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a run took.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Taken {
    /// Seconds from start to end.
    pub wall: f64,
    /// Seconds of processors, of the program and of the system for it.
    pub cpu: f64,
    /// Most memory held at once, in bytes.
    pub peak: u64,
    /// The exit status; `None` when it was killed.
    pub status: Option<i32>,
}

/// A command to be measured.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The program and its arguments.
    pub command: Vec<OsString>,
    /// Where it runs.
    pub dir: PathBuf,
    /// Where its output goes.
    pub stdout: PathBuf,
    /// What is set beyond the environment.
    pub env: Vec<(OsString, OsString)>,
    /// Seconds after which it is stopped, by `timeout`.
    pub limit: Option<u64>,
}

/// The status of a command that was stopped at its limit.
pub const STOPPED: i32 = 124;

impl Measured {
    /// Runs it in a process of its own and reads what it took.
    ///
    /// # Errors
    /// When it cannot be run.
    pub fn run(&self) -> io::Result<Taken> {
        let mut timer = Command::new(std::env::current_exe()?);
        timer.arg("time").arg(&self.stdout).current_dir(&self.dir);
        if let Some(limit) = self.limit {
            timer.arg("timeout").arg(limit.to_string());
        }
        timer.args(&self.command);
        timer.envs(self.env.iter().map(|(key, value)| (key, value)));
        let output = timer.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(io::Error::other(format!("cannot measure {:?}", self.command)));
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}

/// Runs a command and tells what it took: the inside of [`Measured::run`].
///
/// # Errors
/// When it cannot be run.
pub fn time(stdout: &Path, command: &[OsString]) -> io::Result<Taken> {
    let (program, arguments) = command.split_first().ok_or_else(|| io::Error::other("there is no command"))?;
    let stdout = File::create(stdout)?;
    let began = Instant::now();
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(stdout).status()?;
    let wall = began.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    // Linux counts in KiB.
    let peak = u64::try_from(usage.max_rss()).unwrap_or_default() * 1024;
    Ok(Taken { wall, cpu: seconds(usage.user_time()) + seconds(usage.system_time()), peak, status: status.code() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_the_commands_own() {
        let command = ["sh", "-c", "exit 3"].map(OsString::from);
        let taken = time(Path::new("/dev/null"), &command).expect("a shell runs");
        assert_eq!(taken.status, Some(3));
        assert!(taken.wall > 0.0 && taken.peak > 0);
        assert!(time(Path::new("/dev/null"), &["no-such-program".into()]).is_err());
    }
}
