//! Paths to files: which files a corpus is made of, each once, in a fixed
//! order.
//!
//! `corpus` stands for the `.txt`, `.md` and `.markdown` files below it, and
//! `corpus/2022-*.txt` for those that match. Hidden files and folders are
//! skipped, unless they are named. It reads no file.

use super::read::{reason, unread};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use globset::GlobBuilder;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The extensions of articles in folders.
const EXTENSIONS: [&str; 3] = ["txt", "md", "markdown"];

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Whether a symbolic link leads to it: the file itself goes first.
    linked: bool,
    /// Its path as reports show it.
    pub(super) shown: String,
    /// Where it was found.
    pub(super) place: PathBuf,
    /// Where it is, links resolved: one file is read once.
    real: PathBuf,
}

/// The files that `paths` stand for, sorted by the path shown.
pub(super) fn find_files(paths: &[PathBuf], base: &Path) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut finder = Finder { base, found: Vec::new(), diagnostics: Vec::new() };
    paths.iter().for_each(|path| finder.path(path));
    let Finder { mut found, diagnostics, .. } = finder;
    found.sort();
    let mut once: BTreeMap<PathBuf, Found> = BTreeMap::new();
    for file in found {
        once.entry(file.real.clone()).or_insert(file);
    }
    let mut files: Vec<Found> = once.into_values().collect();
    files.sort_by(|a, b| (&a.shown, &a.place).cmp(&(&b.shown, &b.place)));
    (files, diagnostics)
}

struct Finder<'b> {
    base: &'b Path,
    found: Vec<Found>,
    diagnostics: Vec<Diagnostic>,
}

impl Finder<'_> {
    fn path(&mut self, given: &Path) {
        let place = self.base.join(given);
        let place = if place.as_os_str().is_empty() { PathBuf::from(".") } else { place };
        match std::fs::metadata(&place) {
            Ok(meta) if meta.is_dir() => {
                let before = (self.found.len(), self.diagnostics.len());
                self.folder(&place, given, &has_extension);
                if before == (self.found.len(), self.diagnostics.len()) {
                    self.warn(given, "the folder holds no article", "articles are .txt, .md and .markdown files");
                }
            }
            Ok(_) => self.push(&place, given, Path::new(place.file_name().unwrap_or_default())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => self.missing(given, &place),
            Err(error) => self.fail(given, format!("cannot be read: {}", reason(&error)), None),
        }
    }

    fn missing(&mut self, given: &Path, place: &Path) {
        if place.is_symlink() {
            return self.fail(given, "is a broken symbolic link", None);
        }
        if is_wild(given.as_os_str()) {
            return self.glob(given);
        }
        let (parent, name) = (place.parent().unwrap_or(place), place.file_name().unwrap_or_default());
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        let entries = std::fs::read_dir(parent).into_iter().flatten().flatten().take(10_000);
        let names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let like = nearest(&name.to_string_lossy(), names.iter().map(String::as_str));
        let help = like.map(|like| format!("did you mean `{}`?", self.shown(&given.with_file_name(like))));
        self.fail(given, "no such file or folder", help);
    }

    /// The part before the first wildcard is a folder to walk; the rest is
    /// matched against the paths below it. A folder that matches is read
    /// whole, as a shell would hand it over.
    fn glob(&mut self, given: &Path) {
        let matcher = match GlobBuilder::new(&slashed(given)).literal_separator(true).build() {
            Ok(glob) => glob.compile_matcher(),
            Err(error) => return self.fail(given, format!("is no glob: {}", error.kind()), None),
        };
        let root: PathBuf = given.components().take_while(|part| !is_wild(part.as_os_str())).collect();
        let place = self.base.join(&root);
        let place = if place.as_os_str().is_empty() { PathBuf::from(".") } else { place };
        let names_extension = given.extension().is_some_and(|extension| !is_wild(extension));
        let wanted = |below: &Path| {
            let matches = |path: &Path| matcher.is_match(slashed(&root.join(path)));
            let in_match = below.ancestors().skip(1).any(|folder| !folder.as_os_str().is_empty() && matches(folder));
            names_extension && matches(below) || has_extension(below) && (in_match || matches(below))
        };
        let before = (self.found.len(), self.diagnostics.len());
        if place.is_dir() {
            self.folder(&place, &root, &wanted);
        }
        if before == (self.found.len(), self.diagnostics.len()) {
            self.warn(given, "the glob matches no article", "globs are relative to the claims file");
        }
    }

    /// Walks a folder; `wanted` judges the path of a file below it.
    fn folder(&mut self, place: &Path, given: &Path, wanted: &dyn Fn(&Path) -> bool) {
        let walk = WalkDir::new(place).follow_links(true).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => {
                    let below = entry.path().strip_prefix(place).unwrap_or(entry.path());
                    if wanted(below) {
                        self.push(entry.path(), &given.join(below), below);
                    }
                }
                Err(error) => self.walk_error(&error, place, given),
            }
        }
    }

    fn walk_error(&mut self, error: &walkdir::Error, place: &Path, given: &Path) {
        let at = error.path().unwrap_or(place);
        if at != place && at.file_name().is_some_and(is_hidden) {
            return;
        }
        let shown = given.join(at.strip_prefix(place).unwrap_or(at));
        if let Some(ancestor) = error.loop_ancestor() {
            let ancestor = self.shown(&given.join(ancestor.strip_prefix(place).unwrap_or(ancestor)));
            let message = format!("is a symbolic link back to `{ancestor}`, which holds it");
            return self.warn(&shown, &message, "it is skipped: what it leads to is read once");
        }
        if at.is_symlink() && !at.exists() {
            return self.fail(&shown, "is a broken symbolic link", None);
        }
        let why = error.io_error().map_or_else(|| error.to_string(), reason);
        self.fail(&shown, format!("cannot be read: {why}"), None);
    }

    /// Takes a file; `below` is the part of its path that was walked.
    fn push(&mut self, place: &Path, given: &Path, below: &Path) {
        let real = std::fs::canonicalize(place).unwrap_or_else(|_| place.to_path_buf());
        let (linked, shown) = (!real.ends_with(below), self.shown(given));
        self.found.push(Found { linked, shown, place: place.to_path_buf(), real });
    }

    fn fail(&mut self, given: &Path, message: impl Into<String>, help: Option<String>) {
        let mut error = unread(&self.shown(given), Severity::Error, message);
        error.help = help;
        self.diagnostics.push(error);
    }

    fn warn(&mut self, given: &Path, message: &str, help: &str) {
        let warning = unread(&self.shown(given), Severity::Warning, message);
        self.diagnostics.push(warning.help(help));
    }

    /// Relative to the base where it lies inside, else as given; with `/`.
    fn shown(&self, given: &Path) -> String {
        let absolute = |path: &Path| std::path::absolute(path).map(|path| normal(&path)).ok();
        let base = absolute(if self.base.as_os_str().is_empty() { Path::new(".") } else { self.base });
        let inside = base.zip(absolute(&self.base.join(given)));
        let inside = inside.and_then(|(base, path)| path.strip_prefix(base).map(Path::to_path_buf).ok());
        slashed(&inside.filter(|path| !path.as_os_str().is_empty()).unwrap_or_else(|| given.components().collect()))
    }
}

fn has_extension(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_wild(part: &OsStr) -> bool {
    part.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// A path with `/`, without `.` parts.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/").replacen("//", "/", usize::from(path.is_absolute()))
}

/// A path without `.` and `..` parts, as far as its words go.
fn normal(path: &Path) -> PathBuf {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(parts.last(), Some(Component::Normal(_))) => _ = parts.pop(),
            Component::ParentDir if matches!(parts.last(), Some(Component::RootDir)) => {}
            part => parts.push(part),
        }
    }
    parts.iter().collect()
}
