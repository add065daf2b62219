//! A folder of plain files and folders, walked on all cores.
//!
//! Archives are nothing else. Where there is a link, a file that is none, a name that is not UTF-8,
//! something that cannot be read or a great depth, it gives up: [`walk`](super::walk) then goes
//! through the folder step by step, and tells of it.

use rayon::prelude::*;
use std::ffi::OsStr;
use std::fs::read_dir;
use std::path::Path;
use std::sync::Arc;

/// How many folders within each other are walked: each takes some of a thread's stack.
const DEEPEST: usize = 64;

/// What is looked for below a folder.
pub(super) struct Plain<'p> {
    /// What is put before the paths of its files.
    pub(super) root: &'p str,
    /// Judges the path of a file from the folder on.
    pub(super) wanted: &'p (dyn Fn(&Path) -> bool + Sync),
}

/// The files of one folder, not of those in it.
pub(super) struct Folder {
    /// Its path behind the root, with a `/` at the end.
    shown: String,
    /// The names of the files, a NUL behind each. (What threads make one by one and keep would leave
    /// holes between what they let go of.)
    names: String,
}

impl Folder {
    /// The paths of its files, in order.
    pub(super) fn files(&self) -> impl Iterator<Item = Arc<str>> {
        let mut path = self.shown.clone();
        self.names.split_terminator('\0').map(move |name| {
            path.truncate(self.shown.len());
            path.push_str(name);
            Arc::from(&*path)
        })
    }

    /// The same folder, its files in order: most archives have no other, and what is in order is soon sorted.
    fn sorted(mut self) -> Self {
        let mut names: Vec<&str> = self.names.split_terminator('\0').collect();
        names.sort_unstable();
        self.names = names.into_iter().flat_map(|name| [name, "\0"]).collect();
        self
    }
}

impl Plain<'_> {
    /// The folders with wanted files, in the order of their paths; `None` where there is anything but files and
    /// folders.
    pub(super) fn folders(&self, folder: &Path) -> Option<Vec<Folder>> {
        let mut folders = self.below(folder, self.root, DEEPEST)?;
        folders.sort_unstable_by(|a, b| a.shown.cmp(&b.shown));
        Some(folders)
    }

    fn below(&self, folder: &Path, shown: &str, depth: usize) -> Option<Vec<Folder>> {
        let (mut names, mut path, mut folders) = (String::new(), shown.to_owned(), Vec::new());
        for entry in read_dir(folder).ok()? {
            let entry = entry.ok()?;
            let (name, kind) = (entry.file_name(), entry.file_type().ok());
            if is_hidden(&name) {
                continue;
            }
            let (name, kind) = (name.to_str()?, kind?);
            if kind.is_dir() {
                folders.push([shown, name, "/"].concat());
            } else if !kind.is_file() {
                return None;
            } else {
                path.truncate(shown.len());
                path.push_str(name);
                if (self.wanted)(Path::new(&path[self.root.len()..])) {
                    names.extend([name, "\0"]);
                }
            }
        }
        let depth = if folders.is_empty() { depth } else { depth.checked_sub(1)? };
        let name = |path: &str| folder.join(&path[shown.len()..]);
        let deeper = folders.par_iter().map(|path| self.below(&name(path), path, depth));
        let mut found: Vec<Folder> = deeper.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        if !names.is_empty() {
            found.push(Folder { shown: shown.to_owned(), names }.sorted());
        }
        Some(found)
    }
}

pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{create_dir_all, write};

    fn found(folder: &Path) -> Option<Vec<String>> {
        let wanted = |path: &Path| path.extension().is_some_and(|extension| extension == "txt");
        let folders = Plain { root: "old/", wanted: &wanted }.folders(folder)?;
        Some(folders.iter().flat_map(Folder::files).map(|path| path.to_string()).collect())
    }

    #[test]
    fn files_are_found_at_every_depth_and_hidden_ones_are_not() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["2022/05/a.txt", "2022/b.txt", "c.txt", "d.md", ".e.txt", ".git/f.txt", "2023/.g/h.txt"] {
            let path = folder.path().join(path);
            create_dir_all(path.parent().unwrap()).unwrap();
            write(path, "").unwrap();
        }
        let expected = ["old/2022/05/a.txt", "old/2022/b.txt", "old/c.txt"].map(str::to_owned);
        let mut files = found(folder.path());
        files.iter_mut().for_each(|files| files.sort());
        assert_eq!(files, Some(expected.to_vec()));
    }

    #[test]
    fn it_gives_up_where_there_is_more_than_files_and_folders() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(found(folder.path()), Some(Vec::new()));
        let deep = (0..DEEPEST).fold(folder.path().to_path_buf(), |path, _| path.join("d"));
        create_dir_all(&deep).unwrap();
        write(deep.join("a.txt"), "").unwrap();
        assert_eq!(found(folder.path()).map(|files| files.len()), Some(1));
        create_dir_all(deep.join("d")).unwrap();
        assert_eq!(found(folder.path()), None);
        assert_eq!(found(&folder.path().join("missing")), None);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_names_that_are_no_text_are_not_for_it() {
        use std::os::unix::{ffi::OsStrExt, fs::symlink};
        let folder = tempfile::tempdir().unwrap();
        write(folder.path().join("a.txt"), "").unwrap();
        create_dir_all(folder.path().join("b")).unwrap();
        symlink("a.txt", folder.path().join("b/.hidden.txt")).unwrap();
        assert_eq!(found(folder.path()).map(|files| files.len()), Some(1));
        symlink("../a.txt", folder.path().join("b/c.txt")).unwrap();
        assert_eq!(found(folder.path()), None);
        let other = tempfile::tempdir().unwrap();
        write(other.path().join(OsStr::from_bytes(b"\xFF.txt")), "").unwrap();
        assert_eq!(found(other.path()), None);
    }
}
