//! Disks that are full, folders that nothing can be written to, and an end at
//! any moment: what was there is whole, and what is new is whole or not there.

use crate::files::nobody;
use crate::program::{command, folder, run_with};
use crate::{ARTICLE, CLAIMS};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A fault of the disk that a limit of the shell stands in for: no file may
/// grow past nothing, and the signal that says so is ignored.
fn with_full_disk(folder: &std::path::Path, arguments: &str) -> (Option<i32>, String) {
    let program = env!("CARGO_BIN_EXE_gainsay");
    let script = format!("trap '' XFSZ; ulimit -f 0; exec '{program}' {arguments}");
    let output = Command::new("sh").args(["-c", &script]).current_dir(folder).stdin(Stdio::null()).output();
    let output = output.expect("a shell");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let rugged = CLAIMS.replace(" = ", "   =   ");
    for arguments in [
        "fmt",
        "check --format html --output report.html",
        "add claim --id seven --topic boats --value 7",
        "rule FINDING --verdict explained --note checked --by editor",
    ] {
        let folder = folder(&[("claims.toml", &rugged), ("articles/a.txt", ARTICLE), ("report.html", "old")]);
        let json = run_with(folder.path(), &["check", "--format", "json"], "").stdout;
        let fingerprint =
            json.split_once("\"fingerprint\": \"").expect("a finding").1.split_once('"').expect("its end").0;
        let arguments = &arguments.replace("FINDING", fingerprint);
        let (status, stderr) = with_full_disk(folder.path(), arguments);
        assert_eq!(status, Some(2), "{arguments}: {stderr}");
        assert!(stderr.contains("claims.toml") || stderr.contains("report.html"), "{arguments}: {stderr}");
        assert_eq!(fs::read_to_string(folder.path().join("claims.toml")).expect("it is there"), rugged, "{arguments}");
        assert_eq!(fs::read_to_string(folder.path().join("report.html")).expect("it is there"), "old");
        let left: Vec<_> =
            fs::read_dir(folder.path()).expect("the folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left.len(), 3, "{arguments}: {left:?}");
    }
}

#[test]
fn a_full_disk_under_standard_output_is_told() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE)]);
    let full = fs::File::options().write(true).open("/dev/full").expect("a full disk");
    let output = command(folder.path(), &["check"]).stdout(full).output().expect("the program starts");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("cannot write"), "{stderr}");
}

#[test]
fn a_folder_that_cannot_be_written_to_is_told() {
    let folder = folder(&[("claims.toml", &CLAIMS.replace(" = ", "   =   ")), ("articles/a.txt", ARTICLE)]);
    let mut command = nobody(folder.path());
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).expect("a shut folder");
    let output = command.arg("fmt").output().expect("the program starts");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("claims.toml"), "{stderr}");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("an open folder");
}

/// Two hundred runs that end at a moment nobody chose. `fmt`, `add` and the
/// other writers of a claims file are killed in the tests of authoring.
#[test]
fn a_report_is_old_or_new_whenever_the_program_is_killed() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE)]);
    let arguments = ["check", "--format", "html", "--output", "report.html"];
    let whole = || {
        assert_eq!(command(folder.path(), &arguments).status().expect("it runs").code(), Some(1));
        fs::read(folder.path().join("report.html")).expect("a report")
    };
    let before = std::time::Instant::now();
    let new = whole();
    let takes = u64::try_from(before.elapsed().as_micros()).unwrap_or(u64::MAX);
    let (mut state, mut killed) = (0x2026_1126_u64, 0);
    for run in 0..200 {
        fs::write(folder.path().join("report.html"), "old").expect("a file");
        let mut child = command(folder.path(), &arguments).spawn().expect("it starts");
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((state >> 33) % takes));
        let _ = child.kill();
        killed += usize::from(child.wait().expect("it ends").code().is_none());
        let left = fs::read(folder.path().join("report.html")).expect("a report");
        assert!(left == b"old" || left == new, "run {run}: {} bytes", left.len());
        for input in [("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE)] {
            assert_eq!(fs::read_to_string(folder.path().join(input.0)).expect("an input"), input.1);
        }
    }
    assert!(killed > 20, "only {killed} runs were killed");
    assert_eq!(whole(), new);
}

/// A corpus of so many articles that what is found in them is kept.
fn archive() -> tempfile::TempDir {
    let folder = folder(&[("claims.toml", CLAIMS)]);
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    for at in 0..600 {
        let text = format!("The harbour office said that {} boats had sunk.\n", at % 7 + 3);
        fs::write(folder.path().join(format!("articles/{at}.txt")), text).expect("an article");
    }
    folder
}

#[test]
fn a_cache_that_was_being_written_when_the_program_was_killed_changes_nothing() {
    let folder = archive();
    let check = |more: &[&str]| {
        let mut command = command(folder.path(), &[&["check", "--format", "jsonl"], more].concat());
        command.env("XDG_CACHE_HOME", folder.path().join("cache")).stdout(Stdio::piped()).stderr(Stdio::null());
        command
    };
    let before = std::time::Instant::now();
    let uncached = check(&["--no-cache"]).output().expect("it runs").stdout;
    let takes = u64::try_from(before.elapsed().as_micros()).unwrap_or(u64::MAX);
    let mut state = 0x2026_1127_u64;
    for run in 0..25 {
        let mut child = check(&[]).stdout(Stdio::null()).spawn().expect("it starts");
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((state >> 33) % (2 * takes)));
        let _ = child.kill();
        child.wait().expect("it ends");
        if run % 5 == 4 {
            assert!(check(&[]).output().expect("it runs").stdout == uncached, "after run {run}");
        }
    }
    assert!(folder.path().join("cache/gainsay").is_dir(), "something was kept");
}

#[test]
fn an_interrupt_ends_it_at_once_and_leaves_the_report_that_was_there() {
    let folder = archive();
    fs::write(folder.path().join("report.html"), "old").expect("a file");
    // A pipe that nobody writes to keeps it reading for ever.
    let made = Command::new("mkfifo").arg(folder.path().join("claims.pipe")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo is there");
    let arguments = ["check", "--claims", "claims.pipe", "--format", "html", "--output", "report.html"];
    let mut child = command(folder.path(), &arguments).spawn().expect("it starts");
    std::thread::sleep(Duration::from_millis(100));
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the signal is sent");
    let ended = child.wait().expect("it ends");
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&ended), Some(2), "{ended}");
    assert_eq!(fs::read_to_string(folder.path().join("report.html")).expect("it is there"), "old");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 4, "no temporary file is left");
}
