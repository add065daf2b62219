//! Two hundred ends at a moment nobody chose, of each command that writes: what
//! was there is whole, what is new is whole or not there, and the next run does
//! what this one was to do and leaves nothing of it lying about.
//!
//! Half of the moments are spread over the time that a run takes, and half over the
//! time from when it begins to write. Only runs that were killed count: one that has
//! ended by itself before its moment is tried again.

use crate::program::{command, folder, read, run};
use crate::{ARTICLE, CLAIMS};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How often each command is killed.
const KILLS: u32 = 200;

/// In so many runs at the most.
const RUNS: u32 = 5 * KILLS;

/// How long from when a temporary file is there until the kill, at the most, in
/// microseconds.
const WRITING: u64 = 3_000;

/// Random moments of a run.
struct Moments {
    state: u64,
    /// About how long a run takes, in microseconds: machines have other work too.
    takes: u64,
}

impl Moments {
    /// Of what takes so long as this does.
    fn of(mut run: impl FnMut()) -> Self {
        let begun = Instant::now();
        (0..3).for_each(|_| run());
        Self { state: 0x2026_1126, takes: u64::try_from(begun.elapsed().as_micros() / 3).unwrap_or(u64::MAX) }
    }

    /// Less than `most`.
    fn below(&mut self, most: u64) -> u64 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % most.max(1)
    }

    /// Most runs are to be killed, at every moment that they have.
    fn learn(&mut self, is_killed: bool) {
        self.takes = if is_killed { self.takes + self.takes / 64 } else { self.takes - self.takes / 16 };
    }
}

/// What became of all the runs.
#[derive(Debug, Default)]
struct Tally {
    /// Were killed, and had not ended by themselves.
    killed: u32,
    /// Left the old file.
    old: u32,
    /// Left a temporary file behind.
    left_behind: u32,
}

/// Kills a run after so many microseconds, or so many after it has begun to write;
/// whether it had not ended by itself.
fn kill(mut child: Child, pause: u64, is_writing: Option<&dyn Fn() -> bool>) -> bool {
    if let Some(is_writing) = is_writing {
        while !is_writing() && child.try_wait().expect("it runs or has ended").is_none() {
            std::thread::sleep(Duration::from_micros(50));
        }
    }
    std::thread::sleep(Duration::from_micros(pause));
    // It may have ended.
    let _ = child.kill();
    child.wait().expect("it ends").code().is_none()
}

/// The names of what lies in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".tmp")
}

/// Kills a command that writes a file of the folder; `again` is how it ends when it
/// is run once more after it has done its work.
fn survives(folder: &TempDir, arguments: &[&str], written: &str, again: i32) {
    let here = folder.path();
    let input = |name: &str| fs::read(here.join(name)).expect("an input");
    let old = input(written);
    let restore = || fs::write(here.join(written), &old).expect("the old file");
    let first = run(here, arguments);
    let new = input(written);
    assert_ne!(old, new, "{arguments:?}: {}", first.stderr);
    let inputs: Vec<&str> = ["claims.toml", "articles/a.txt"].into_iter().filter(|name| *name != written).collect();
    let before: Vec<Vec<u8>> = inputs.iter().map(|name| input(name)).collect();
    let expected = names(here);
    let mut moments = Moments::of(|| (restore(), run(here, arguments)).0);
    let mut tally = Tally::default();
    for number in 0..RUNS {
        restore();
        let child = command(here, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let is_writing = || names(here).iter().any(|name| is_temporary(name));
        let is_killed = if number % 2 == 0 {
            let pause = moments.below(moments.takes);
            kill(child, pause, None)
        } else {
            // At once every other time: where memory is the disk, writing takes no time.
            kill(child, moments.below(WRITING) * u64::from(number % 4 / 2), Some(&is_writing))
        };
        if number % 2 == 0 {
            moments.learn(is_killed);
        }
        let left = input(written);
        assert!(left == old || left == new, "{arguments:?}, kill {number}: {} bytes", left.len());
        if !is_killed {
            continue;
        }
        tally.killed += 1;
        tally.old += u32::from(left == old);
        tally.left_behind += u32::from(is_writing());
        let next = run(here, arguments);
        let expected_status = if left == old { first.status } else { again };
        assert_eq!(next.status, expected_status, "{arguments:?}, after kill {number}: {}", next.stderr);
        assert!(input(written) == new, "{arguments:?}, after kill {number}");
        assert_eq!(names(here), expected, "{arguments:?}, after kill {number}");
        let after: Vec<Vec<u8>> = inputs.iter().map(|name| input(name)).collect();
        assert!(after == before, "{arguments:?}, kill {number}: an input has changed");
        if tally.killed == KILLS {
            break;
        }
    }
    assert_eq!(tally.killed, KILLS, "{arguments:?}: {tally:?}");
    assert!(tally.old > 0 && tally.left_behind > 0, "{arguments:?}: {tally:?}");
}

/// A folder whose claims file takes a while to write.
fn ledger() -> TempDir {
    let claims = format!("{CLAIMS}# {}\n", "and so on ".repeat(4_000));
    folder(&[("claims.toml", &claims), ("articles/a.txt", ARTICLE)])
}

#[test]
fn a_check_that_is_killed_leaves_the_old_report_or_the_new() {
    let folder = ledger();
    fs::write(folder.path().join("report.html"), "old").expect("a file");
    survives(&folder, &["check", "--format", "html", "--output", "report.html"], "report.html", 1);
}

#[test]
fn an_addition_that_is_killed_is_there_or_not() {
    let arguments = ["add", "claim", "--id", "seven", "--topic", "boats", "--value", "7", "--note", "as told"];
    survives(&ledger(), &arguments, "claims.toml", 2);
}

#[test]
fn a_file_whose_formatting_is_killed_is_formatted_or_not() {
    let folder = ledger();
    let rugged = read(folder.path(), "claims.toml").replace(" = ", "   =   ");
    fs::write(folder.path().join("claims.toml"), rugged).expect("a file");
    survives(&folder, &["fmt"], "claims.toml", 0);
}

#[test]
fn a_ruling_that_is_killed_is_there_or_not() {
    let folder = ledger();
    let report: serde_json::Value =
        serde_json::from_str(&run(folder.path(), &["check", "--format", "json"]).stdout).expect("JSON");
    let finding = report["findings"][0]["fingerprint"].as_str().expect("a finding");
    let arguments = ["rule", finding, "--verdict", "explained", "--by", "editor", "--on", "2024-02-01"];
    survives(&folder, &arguments, "claims.toml", 2);
}

/// So many articles that what is found in them is kept; some of them speak.
fn archive(said: fn(usize) -> usize) -> TempDir {
    let folder = folder(&[("claims.toml", CLAIMS)]);
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    for at in 0..500 {
        let text = match at % 8 {
            0 => format!("The harbour office said that {} boats had sunk.\n", said(at / 8)),
            _ => format!("Nobody was hurt, said reader {at}.\n"),
        };
        fs::write(folder.path().join(format!("articles/{at}.txt")), text).expect("an article");
    }
    folder
}

/// Half of the runs begin with no cache, and half with one that knows half of the
/// articles; half of the moments are from when the file changes.
#[test]
fn a_cache_whose_writing_is_killed_changes_nothing() {
    let (folder, other) = (archive(|at| at % 7 + 3), archive(|at| at % 2 * 9 + at % 7 + 3));
    let (here, cache) = (folder.path(), folder.path().join("cache/gainsay"));
    let check = |folder: &Path, more: &[&str]| {
        let mut command = command(folder, &[&["check", "--format", "jsonl"], more].concat());
        command.env("XDG_CACHE_HOME", here.join("cache")).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    };
    let uncached = check(here, &["--no-cache"]).output().expect("it runs").stdout;
    assert!(!uncached.is_empty() && !cache.exists());
    check(other.path(), &[]).output().expect("it runs");
    let file = fs::read_dir(&cache).expect("a cache").flatten().next().expect("its file").path();
    let half = fs::read(&file).expect("a cache");
    let mut moments = Moments::of(|| {
        let _ = fs::remove_file(&file);
        check(here, &[]).output().expect("it runs");
    });
    let (mut killed, mut begun) = (0, 0);
    for number in 0..RUNS {
        match number % 2 {
            0 => _ = fs::remove_file(&file),
            _ => fs::write(&file, &half).expect("a cache"),
        }
        let changed = || fs::metadata(&file).and_then(|meta| meta.modified()).ok();
        let before = changed();
        let child = check(here, &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let is_writing = || changed() != before;
        let is_killed = if number / 2 % 2 == 0 {
            let pause = moments.below(moments.takes);
            kill(child, pause, None)
        } else {
            let pause = moments.below(moments.takes / 4);
            kill(child, pause, Some(&is_writing))
        };
        moments.learn(is_killed);
        if !is_killed {
            continue;
        }
        killed += 1;
        begun += u32::from(is_writing());
        let next = check(here, &[]).output().expect("it runs");
        assert!(next.stdout == uncached, "after kill {number}: {}", String::from_utf8_lossy(&next.stderr));
        assert_eq!(names(&cache).len(), 1, "after kill {number}: {:?}", names(&cache));
        if killed == KILLS {
            break;
        }
    }
    assert_eq!(killed, KILLS);
    assert!(begun > KILLS / 4, "{begun} after the file had changed");
}
