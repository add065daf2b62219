//! Imports run down only: reads every `crate::` path under `src` and holds the
//! floors of `ARCHITECTURE.md`. One package has no crate walls; these are they.
//!
//! A room may look into the rooms of lower floors and about its own folder. It
//! may not look up, and not into the other rooms of its own floor. Comments are
//! not read: a doc may link wherever it likes.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, by floor, lowest first.
const FLOORS: [&[&str]; 10] = [
    &["text", "value"],
    &["diagnostic"],
    &["claims", "corpus"],
    &["extract"],
    &["matching"],
    &["compare", "scan", "suggest"],
    &["check"],
    &["authoring", "draft", "history"],
    &["report"],
    &["cli", "main"],
];

/// Names that say nothing about what is inside.
const NAMELESS: [&str; 4] = ["utils", "helpers", "common", "types"];

#[test]
fn imports_run_down_only() {
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(src().join(path)).expect("a source file is text");
            breaches(path, &text)
        })
        .collect();
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    for path in sources() {
        let room = room(&path);
        assert!(room == "lib" || floor(&room).is_some(), "{} stands on no floor", path.display());
    }
}

#[test]
fn every_folder_has_a_top_and_a_name_that_says_something() {
    for path in sources() {
        let nameless = path.with_extension("").iter().any(|part| NAMELESS.iter().any(|name| part == *name));
        assert!(!nameless, "{} says nothing about what is inside", path.display());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            assert!(src().join(folder).join("mod.rs").is_file(), "{} has no mod.rs", folder.display());
        }
    }
}

#[test]
fn the_library_cannot_see_the_program() {
    let lib = fs::read_to_string(src().join("lib.rs")).expect("the library has a root");
    assert!(!code(&lib).contains("mod cli"));
}

#[test]
fn a_planted_upward_import_is_caught() {
    let caught = |path: &str, text: &str| !breaches(Path::new(path), text).is_empty();
    assert!(caught("claims/topic.rs", "use crate::matching::Mention;"));
    assert!(caught("claims/topic.rs", "use crate::{text::Span, report::Layout};"));
    assert!(caught("claims/topic.rs", "fn f(_: &crate::corpus::Corpus) {}"), "the same floor, another room");
    assert!(caught("value/moment.rs", "use super::super::check::check;"));
    assert!(caught("claims/load/topics.rs", "use super::super::super::compare;"));
    assert!(caught("report/view.rs", "use crate::{\n    check::Checked,\n    cli::Streams,\n};"));
    assert!(!caught("claims/topic.rs", "use crate::value::{Kind, Window};"));
    assert!(!caught("claims/topic.rs", "/// See [there](crate::matching::Mention).\nuse super::Pattern;"));
    assert!(!caught("claims/load/topics.rs", "use super::super::Topic;\nuse crate::claims::Claim;"));
}

/// What a file imports that it must not.
fn breaches(path: &Path, text: &str) -> Vec<String> {
    let from = room(path);
    if from == "lib" || from == "main" || from == "cli" {
        return Vec::new();
    }
    let floor_of = |room: &str| floor(room).unwrap_or(usize::MAX);
    let imported = imported_rooms(path, &code(text)).into_iter();
    let wrong = imported.filter(|to| *to != from && floor_of(to) >= floor_of(&from) && is_room(to));
    wrong.map(|to| format!("{}: {from} must not see {to}", path.display())).collect()
}

/// The rooms that the code of a file names, through `crate::` or enough
/// `super::` to reach the root.
fn imported_rooms(path: &Path, code: &str) -> Vec<String> {
    // How many `super::` lead from the file's module to the root.
    let is_top = path.file_stem().is_some_and(|stem| stem == "mod");
    let depth = path.components().count() - usize::from(is_top);
    let mut rooms = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(depth)] {
        for (at, _) in code.match_indices(&root) {
            let before = code[..at].chars().next_back().unwrap_or(' ');
            if !before.is_alphanumeric() && before != '_' && before != ':' {
                rooms.extend(names_after(&code[at + root.len()..]));
            }
        }
    }
    rooms
}

/// `value` of `value::Kind`, and `text` and `value` of `{text::Span, value}`.
fn names_after(rest: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(word(group[start..at].trim_start()));
                start = at + 1;
                if sign == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

/// The text without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn is_room(name: &str) -> bool {
    floor(name).is_some()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The folder of a path, or the file where it stands in none.
fn room(path: &Path) -> String {
    let first = path.iter().next().expect("a path has a part");
    Path::new(first).with_extension("").to_string_lossy().into_owned()
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file, relative to `src`.
fn sources() -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(src()).sort_by_file_name();
    let files = walk.into_iter().map(|entry| entry.expect("src can be read").into_path());
    let sources = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    sources.map(|path| path.strip_prefix(src()).expect("it is below src").to_owned()).collect()
}
