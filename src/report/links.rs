//! Links from a place in the table to its line in the file, for terminals that
//! can follow them (OSC 8). Nothing is written where none are asked for.
//!
//! ```
//! use gainsay::report::links::Links;
//! let links = Links::new("/home/desk", false);
//! assert_eq!(links.target("corpus/a b.txt", 12, 4), "file:///home/desk/corpus/a%20b.txt#12");
//! ```

use super::uri::relative;
use std::collections::BTreeMap;

/// How links are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The working directory, as a path of a URI.
    base: String,
    /// Whether they are for the editor whose terminal it is.
    is_editor: bool,
}

impl Links {
    /// Links from a working directory: for the terminal of Visual Studio Code
    /// in its own form, else as addresses of files with the line behind `#`.
    #[must_use]
    pub fn new(folder: &str, is_editor: bool) -> Self {
        let folder = relative(&folder.replace('\\', "/"));
        let lead = if folder.starts_with('/') { "" } else { "/" };
        Self { base: format!("{lead}{}", folder.trim_end_matches('/')), is_editor }
    }

    /// Where a link to a place leads.
    #[must_use]
    pub fn target(&self, file: &str, line: u32, column: u32) -> String {
        let path = format!("{}/{}", self.base, relative(file));
        if self.is_editor { format!("vscode://file{path}:{line}:{column}") } else { format!("file://{path}#{line}") }
    }

    /// A line in which every place that is known is a link.
    #[must_use]
    pub fn linked(&self, line: &str, places: &BTreeMap<String, String>) -> String {
        let link = |word: &str| {
            let bare = word.trim_end();
            let Some(target) = places.get(bare) else { return word.to_owned() };
            format!("\u{1b}]8;;{target}\u{1b}\\{bare}\u{1b}]8;;\u{1b}\\{}", &word[bare.len()..])
        };
        line.split_inclusive(' ').map(link).collect()
    }
}
