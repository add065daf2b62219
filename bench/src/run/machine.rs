//! On what it was measured.

use super::scene::Tools;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

/// The machine, and the versions of the programs.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each field is named for what it holds")]
pub struct Machine {
    pub date: String,
    pub cores: usize,
    pub model: String,
    pub memory: String,
    pub load: String,
    pub versions: Vec<String>,
}

/// Looks at it.
///
/// # Errors
/// When a program cannot be run.
pub fn look(tools: &Tools) -> io::Result<Machine> {
    let proc = |name: &str| fs::read_to_string(Path::new("/proc").join(name)).unwrap_or_default();
    let field = |text: &str, key: &str| {
        let line = text.lines().find(|line| line.starts_with(key)).unwrap_or_default();
        line.split_once(':').map_or_else(String::new, |(_, value)| value.trim().to_owned())
    };
    let kib: f64 = field(&proc("meminfo"), "MemTotal").trim_end_matches(" kB").parse().unwrap_or_default();
    let load: Vec<String> = proc("loadavg").split(' ').take(3).map(str::to_owned).collect();
    let rapidfuzz =
        "import sys, rapidfuzz; print('Python', sys.version.split()[0] + ', rapidfuzz', rapidfuzz.__version__)";
    Ok(Machine {
        date: first_line(Command::new("date").args(["-u", "+%F %H:%M UTC"]))?,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        model: field(&proc("cpuinfo"), "model name"),
        memory: format!("{:.0} GiB", kib / 1024.0 / 1024.0),
        load: load.join(" "),
        versions: vec![
            first_line(Command::new(&tools.gainsay).arg("--version"))?,
            first_line(Command::new("rg").arg("--version"))?,
            first_line(Command::new(&tools.python).args(["-c", rapidfuzz]))?,
        ],
    })
}

fn first_line(command: &mut Command) -> io::Result<String> {
    let output = command.output().map_err(|error| io::Error::other(format!("{:?}: {error}", command.get_program())))?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned())
}
