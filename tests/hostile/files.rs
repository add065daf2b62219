//! Files that are not what they seem.

use crate::program::{folder, run_with};
use crate::{ARTICLE, CLAIMS};
use std::fs::{self, File};
use std::io::{Seek, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn a_claim_reaches_no_file_outside_the_corpus() {
    let claims = format!(
        "{CLAIMS}article = \"../secret\"\n[[claim]]\nid = \"p\"\ntopic = \"boats\"\nvalue = 1\narticle = \"/etc/passwd\"\n"
    );
    let files = [("claims.toml", &*claims), ("articles/a.txt", ARTICLE), ("secret.txt", "9 boats had sunk.\n")];
    let ran = run_with(folder(&files).path(), &["check", "--format", "json"], "");
    assert_eq!(ran.status, 2);
    for unknown in ["unknown article `../secret`", "unknown article `/etc/passwd`"] {
        assert!(ran.stderr.contains(unknown), "{}", ran.stderr);
    }
    assert!(!ran.stdout.contains("9 boats"));
}

#[test]
fn a_link_to_itself_ends() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE)]);
    symlink("..", folder.path().join("articles/up")).expect("a link");
    symlink("itself.txt", folder.path().join("articles/itself.txt")).expect("a link");
    let ran = run_with(folder.path(), &["check"], "");
    assert_eq!(ran.status, 2, "a link to itself is a broken one");
    assert!(ran.stdout.contains("1 article,"), "{}", ran.stdout);
    assert!(ran.stderr.contains("articles/up") && ran.stderr.contains("articles/itself.txt"), "{}", ran.stderr);
}

/// A superuser reads everything, so the program runs as nobody.
#[test]
fn an_unreadable_file_is_told_and_the_rest_is_checked() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE), ("articles/shut.txt", ARTICLE)]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("an open folder");
    fs::set_permissions(folder.path().join("articles/shut.txt"), fs::Permissions::from_mode(0o000))
        .expect("a shut file");
    let mut command = nobody(folder.path());
    let output = command.arg("check").output().expect("the program starts");
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{stdout}{stderr}");
    assert!(stderr.contains("articles/shut.txt") && stderr.contains("cannot be read"), "{stderr}");
    assert!(stdout.contains("14 boats"), "{stdout}");
}

/// The program, run by somebody who owns nothing. The binary is copied to where
/// everybody can reach it.
pub(crate) fn nobody(folder: &std::path::Path) -> Command {
    let program = folder.join("gainsay");
    fs::copy(env!("CARGO_BIN_EXE_gainsay"), &program).expect("a copy");
    let mut command = Command::new(program);
    command.current_dir(folder);
    if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
        command.uid(65534).gid(65534);
    }
    command
}

#[test]
fn a_half_written_file_is_told_and_the_rest_is_checked() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE)]);
    let cut = &"Seven boats à la mer".as_bytes()[..13];
    fs::write(folder.path().join("articles/cut.txt"), cut).expect("a file");
    fs::write(folder.path().join("articles/head.txt"), "+++\ntitle = \"half").expect("a file");
    fs::write(folder.path().join("articles/nul.txt"), "15\0 boats had sunk.\n").expect("a file");
    let ran = run_with(folder.path(), &["check"], "");
    assert_eq!(ran.status, 2);
    for told in ["articles/cut.txt", "is not UTF-8", "articles/head.txt", "articles/nul.txt", "NUL"] {
        assert!(ran.stderr.contains(told), "{told} in {}", ran.stderr);
    }
    assert!(ran.stdout.contains("14 boats"), "{}", ran.stdout);
}

#[test]
fn a_file_that_changes_while_it_is_read_breaks_nothing() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE), ("articles/b.txt", ARTICLE)]);
    let path = folder.path().join("articles/b.txt");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // The writer ends also where something breaks.
        let _end = End(&done);
        scope.spawn(|| {
            let mut file = File::options().write(true).open(&path).expect("the file");
            let mut long = 0;
            while !done.load(Ordering::Relaxed) {
                long = (long * 7 + 4_001) % 200_000;
                let _ = file.set_len(long);
                let _ = file.rewind().and_then(|()| file.write_all("15 boats had sunk. à ".repeat(50).as_bytes()));
            }
        });
        for _ in 0..40 {
            let ran = run_with(folder.path(), &["check"], "");
            assert!((0..=2).contains(&ran.status), "{}", ran.stderr);
            assert!(ran.stdout.contains("14 boats"), "{}", ran.stdout);
        }
    });
}

/// Says that it is done when it goes.
struct End<'d>(&'d AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn a_line_of_a_gigabyte_is_refused_at_once() {
    let folder = folder(&[("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE)]);
    let huge = File::create(folder.path().join("articles/huge.txt")).expect("a file");
    huge.set_len(1 << 30).expect("a sparse file");
    let ran = run_with(folder.path(), &["check"], "");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("articles/huge.txt") && ran.stderr.contains("32 MiB"), "{}", ran.stderr);
    assert!(ran.stdout.contains("14 boats"), "{}", ran.stdout);
}

#[test]
fn a_line_without_end_on_standard_input_is_refused() {
    let folder = folder(&[]);
    let mut command = crate::program::command(folder.path(), &["values", "--jsonl"]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = piped.expect("the program starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let writer = std::thread::spawn(move || {
        let chunk = vec![b'9'; 1 << 20];
        let written = (0..80).all(|_| stdin.write_all(&chunk).is_ok());
        let _ = stdin.write_all(b"\n{\"id\": \"b\", \"text\": \"six boats\"}\n");
        written
    });
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stdout.contains("\"id\":\"b\""), "the lines after it are read: {} {stderr}", stdout.len());
    assert!(stderr.contains("longer than the limit of 64 MiB"), "{stderr}");
}
