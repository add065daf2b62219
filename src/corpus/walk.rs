//! Paths to files: which files a corpus is made of, each once, in a fixed
//! order.
//!
//! `corpus` stands for the `.txt`, `.md`, `.markdown` and `.jsonl` files below it, packed or not, and
//! `corpus/2022-*.txt` for those that match. Hidden files and folders are
//! skipped, unless they are named. It reads no file.
//!
//! **Cost.** Of a file its path is held, which its article will share, and 24 bytes more:
//! an archive may have ten million of them. Ids are made when they are asked for.

use super::ids::{ids_but_stems, stem};
use super::plain::{Plain, is_hidden};
use super::read::{reason, unread};
use super::unpack::unpacked_name;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use globset::GlobBuilder;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// The extensions of articles in folders.
const EXTENSIONS: [&str; 4] = ["txt", "md", "markdown", RECORDS];

/// The extension of files that hold an article a line.
const RECORDS: &str = "jsonl";

/// What a folder is looked through for.
const ARTICLES: &str = "articles are .txt, .md, .markdown and .jsonl files, also packed as .gz or .zst";

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    shown: Arc<str>,
    /// What few files have.
    rare: Option<Box<Rare>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rare {
    /// Its id, unless that is its stem.
    id: Option<String>,
    /// Where it is, unless the path shown says it.
    place: Option<PathBuf>,
    is_unsure: bool,
}

impl Found {
    /// Its path as reports show it.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The same, for its article to share.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.shown)
    }

    /// The id of its article.
    #[must_use]
    pub fn id(&self) -> Cow<'_, str> {
        let own = self.rare.as_ref().and_then(|rare| rare.id.as_deref());
        own.map_or_else(|| stem(&self.shown), Cow::Borrowed)
    }

    /// Whether it holds an article a line, not one article.
    #[must_use]
    pub fn holds_records(&self) -> bool {
        // A path takes longer to be taken apart.
        let name = self.shown.rsplit_once('/').map_or(&*self.shown, |(_, name)| name);
        is_one_of(unpacked_name(name), &[RECORDS])
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self, base: &Path) -> PathBuf {
        self.place_unless_shown().map_or_else(|| base.join(&*self.shown), Path::to_path_buf)
    }

    /// Whether it may be no regular file: what was named, and what a link leads to.
    pub(super) fn is_unsure(&self) -> bool {
        self.rare.as_ref().is_some_and(|rare| rare.is_unsure)
    }

    pub(super) fn place_unless_shown(&self) -> Option<&Path> {
        self.rare.as_ref()?.place.as_deref()
    }

    /// In the order of corpora.
    fn order(&self) -> (&str, Option<&Path>) {
        (&self.shown, self.place_unless_shown())
    }
}

/// What paths stand for.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The paths, as they were given.
    pub paths: Vec<PathBuf>,
    /// What they, and the paths shown, are relative to.
    pub base: PathBuf,
    /// Sorted by the path shown; each file once.
    pub files: Vec<Found>,
    /// Paths that lead nowhere, loops, folders without articles.
    pub diagnostics: Vec<Diagnostic>,
}

/// The files that `paths` stand for.
#[must_use]
pub fn find_files(paths: &[PathBuf], base: &Path) -> Files {
    let mut finder =
        Finder { base, absolute: None, met: Vec::new(), roots: Vec::new(), diagnostics: Vec::new(), links: Vec::new() };
    paths.iter().for_each(|path| finder.path(path));
    let mut met = std::mem::take(&mut finder.met);
    if paths.len() > 1 || !finder.links.is_empty() || met.iter().any(|met| met.is_linked) {
        met = finder.once(met);
    }
    let mut files: Vec<Found> = met.into_iter().map(|met| met.found).collect();
    files.par_sort_unstable_by(|a, b| a.order().cmp(&b.order()));
    for (at, id) in ids_but_stems(&files.iter().map(Found::shown).collect::<Vec<_>>()) {
        files[at].rare.get_or_insert_default().id = Some(id);
    }
    Files { paths: paths.to_vec(), base: base.to_path_buf(), files, diagnostics: finder.diagnostics }
}

/// A file as it was met.
struct Met {
    found: Found,
    /// Whether a link was met on the way from the root to it.
    is_linked: bool,
    /// Index of the root that it was met below.
    root: u32,
}

struct Finder<'b> {
    base: &'b Path,
    /// The base, absolute: asked for once.
    absolute: Option<Option<PathBuf>>,
    met: Vec<Met>,
    /// What was walked: its place, and how the user gave it.
    roots: Vec<PathBuf>,
    diagnostics: Vec<Diagnostic>,
    /// The folders that are links.
    links: Vec<PathBuf>,
}

impl Finder<'_> {
    /// Each file once, however many paths and links lead to it: the file itself
    /// goes before the links to it, then the first path shown.
    fn once(&self, met: Vec<Met>) -> Vec<Met> {
        let roots: Vec<Option<PathBuf>> = self.roots.iter().map(|root| std::fs::canonicalize(root).ok()).collect();
        let mut by_real: BTreeMap<PathBuf, (bool, Met)> = BTreeMap::new();
        for file in met {
            let root = &self.roots[file.root as usize];
            let place = file.found.place(self.base);
            let below = place.strip_prefix(root).unwrap_or(&place).to_path_buf();
            let is_root = below.as_os_str().is_empty();
            let plain = roots[file.root as usize].as_ref().filter(|_| !file.is_linked);
            let real = match plain {
                Some(root) if is_root => root.clone(),
                Some(root) => root.join(&below),
                None => std::fs::canonicalize(&place).unwrap_or_else(|_| place.clone()),
            };
            let name = if is_root { Path::new(place.file_name().unwrap_or_default()) } else { &below };
            let is_link = !real.ends_with(name);
            match by_real.entry(real) {
                Entry::Vacant(free) => _ = free.insert((is_link, file)),
                Entry::Occupied(mut taken) => {
                    let (other_link, other) = taken.get();
                    if (is_link, file.found.order()) < (*other_link, other.found.order()) {
                        taken.insert((is_link, file));
                    }
                }
            }
        }
        by_real.into_values().map(|(_, met)| met).collect()
    }

    fn path(&mut self, given: &Path) {
        let place = self.base.join(given);
        let place = if place.as_os_str().is_empty() { PathBuf::from(".") } else { place };
        match std::fs::metadata(&place) {
            Ok(meta) if meta.is_dir() => {
                let before = (self.met.len(), self.diagnostics.len());
                self.folder(&place, given, &has_extension);
                if before == (self.met.len(), self.diagnostics.len()) {
                    self.warn(given, "the folder holds no article", ARTICLES);
                }
            }
            Ok(_) => {
                let shown = self.shown(given);
                self.roots.push(place.clone());
                self.push(shown, &place, true, true);
            }
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
        let before = (self.met.len(), self.diagnostics.len());
        if place.is_dir() {
            self.folder(&place, &root, &wanted);
        }
        if before == (self.met.len(), self.diagnostics.len()) {
            let from = if self.base.as_os_str().is_empty() { "working directory" } else { "folder of the claims file" };
            self.warn(given, "the glob matches no article", &format!("globs are relative to the {from}"));
        }
    }

    /// Walks a folder; `wanted` judges the path of a file below it.
    fn folder(&mut self, place: &Path, given: &Path, wanted: &(dyn Fn(&Path) -> bool + Sync)) {
        // The base itself is shown as nothing.
        let mut root = slashed(&self.inside(given).unwrap_or_else(|| given.to_path_buf()));
        if !root.is_empty() && !root.ends_with('/') {
            root.push('/');
        }
        self.roots.push(place.to_path_buf());
        let is_told = self.is_told(&root, place);
        if let Some(folders) = is_told.then(|| Plain { root: &root, wanted }.folders(place)).flatten() {
            let root = self.latest_root();
            let met = |shown| Met { found: Found { shown, rare: None }, is_linked: false, root };
            self.met.extend(folders.iter().flat_map(|folder| folder.files()).map(met));
            return;
        }
        let walk = WalkDir::new(place).follow_links(true).into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {
                    if entry.depth() > 0 && entry.path_is_symlink() {
                        self.links.push(entry.into_path());
                    }
                }
                Ok(entry) => {
                    let below = entry.path().strip_prefix(place).unwrap_or(entry.path());
                    if wanted(below) {
                        let is_linked = entry.path_is_symlink()
                            || self.links.iter().rev().any(|link| entry.path().starts_with(link));
                        let is_unsure = is_linked || !entry.file_type().is_file();
                        self.push(format!("{root}{}", slashed(below)), entry.path(), is_unsure, is_linked);
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

    /// Whether a path as it is shown leads from the base to a place.
    fn is_told(&self, shown: &str, place: &Path) -> bool {
        let told = self.base.join(shown);
        told.as_os_str() == place.as_os_str() || told.components().eq(place.components())
    }

    fn latest_root(&self) -> u32 {
        u32::try_from(self.roots.len() - 1).unwrap_or(u32::MAX)
    }

    /// Takes a file below the latest root.
    fn push(&mut self, shown: String, place: &Path, is_unsure: bool, is_linked: bool) {
        let place = (!self.is_told(&shown, place)).then(|| place.to_path_buf());
        let rare = (is_unsure || place.is_some()).then(|| Box::new(Rare { id: None, place, is_unsure }));
        let root = self.latest_root();
        self.met.push(Met { found: Found { shown: shown.into(), rare }, is_linked, root });
    }

    fn fail(&mut self, given: &Path, message: impl Into<String>, help: Option<String>) {
        let shown = self.shown(given);
        let mut error = unread(&shown, Severity::Error, message);
        error.help = help;
        self.diagnostics.push(error);
    }

    fn warn(&mut self, given: &Path, message: &str, help: &str) {
        let shown = self.shown(given);
        let warning = unread(&shown, Severity::Warning, message);
        self.diagnostics.push(warning.help(help));
    }

    /// Relative to the base where it lies inside, else as given; with `/`.
    fn shown(&mut self, given: &Path) -> String {
        let inside = self.inside(given).filter(|path| !path.as_os_str().is_empty());
        slashed(&inside.unwrap_or_else(|| given.to_path_buf()))
    }

    /// From the base on, where it lies inside.
    fn inside(&mut self, given: &Path) -> Option<PathBuf> {
        let absolute = |path: &Path| std::path::absolute(path).map(|path| normal(&path)).ok();
        let here = if self.base.as_os_str().is_empty() { Path::new(".") } else { self.base };
        let base = self.absolute.get_or_insert_with(|| absolute(here));
        let inside = base.as_ref().zip(absolute(&self.base.join(given)));
        inside.and_then(|(base, path)| path.strip_prefix(base).map(Path::to_path_buf).ok())
    }
}

fn has_extension(path: &Path) -> bool {
    has_one_of(path, &EXTENSIONS)
}

/// Whether a file, unpacked, has one of these extensions.
fn has_one_of(path: &Path, extensions: &[&str]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_one_of(unpacked_name(&name), extensions)
}

/// The same of the name of a file, unpacked. What a name begins with is no extension.
fn is_one_of(name: &str, extensions: &[&str]) -> bool {
    let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or("", |(_, extension)| extension);
    extensions.iter().any(|wanted| extension.eq_ignore_ascii_case(wanted))
}

fn is_wild(part: &OsStr) -> bool {
    part.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// A path with `/`, without `.` parts.
fn slashed(path: &Path) -> String {
    let mut slashed = String::with_capacity(path.as_os_str().len());
    for part in path.components().filter(|part| *part != Component::CurDir) {
        if !slashed.is_empty() && slashed != "/" {
            slashed.push('/');
        }
        slashed.push_str(&part.as_os_str().to_string_lossy());
    }
    slashed
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_plain_path_is_written_as_its_parts_are(path in "[/.ab]{0,8}") {
            let parts = Path::new(&path).components().filter(|part| *part != Component::CurDir);
            let parts: Vec<&str> = parts.map(|part| part.as_os_str().to_str().unwrap()).collect();
            prop_assert_eq!(slashed(Path::new(&path)), parts.join("/").replace("//", "/"));
        }
    }

    /// Ten million tiny files fit into memory by this.
    #[test]
    fn a_file_is_its_path_and_24_bytes() {
        assert_eq!(std::mem::size_of::<Found>(), 24);
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("2022")).unwrap();
        std::fs::write(folder.path().join("2022/calls.txt"), "").unwrap();
        let found = find_files(&[PathBuf::from(".")], folder.path());
        assert_eq!(found.files, [Found { shown: "2022/calls.txt".into(), rare: None }]);
        assert_eq!(found.files[0].id(), "calls");
    }
}
