//! Disks that are full, folders that nothing can be written to, and an interrupt:
//! what was there is whole, and what is new is whole or not there.

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

#[test]
fn an_interrupt_ends_it_at_once_and_leaves_the_report_that_was_there() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE), ("report.html", "old")]);
    // A pipe that nobody writes to keeps it reading for ever.
    let made = Command::new("mkfifo").arg(folder.path().join("claims.pipe")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo is there");
    let arguments = ["check", "--claims", "claims.pipe", "--format", "html", "--output", "report.html"];
    let mut child = command(folder.path(), &arguments).spawn().expect("it starts");
    std::thread::sleep(Duration::from_millis(100));
    // Whoever runs the tests in the background may have interrupts ignored, in what they start too.
    let (name, number) = if ignores_interrupts() { ("-TERM", 15) } else { ("-INT", 2) };
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the signal is sent");
    let ended = child.wait().expect("it ends");
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&ended), Some(number), "{ended}");
    assert_eq!(fs::read_to_string(folder.path().join("report.html")).expect("it is there"), "old");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 4, "no temporary file is left");
}

/// The kernel tells it as bits, the first of them for signal 1.
fn ignores_interrupts() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok()).is_some_and(|bits| bits & 2 != 0)
}
