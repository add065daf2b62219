//! An id for each file of a corpus: its stem, packed or not, and more of its path only where two
//! share a stem.
//!
//! ```text
//! calls.txt  2022/talks.txt  2023/talks.txt   →   calls  2022/talks  2023/talks
//! ```

use super::unpack::unpacked_name;
use std::collections::HashMap;
use std::path::Path;

/// An id for each path shown: its stem; where two share a stem, their paths
/// without extension; where they share that too, their paths.
pub(super) fn ids(shown: &[&str]) -> Vec<String> {
    let mut ids: Vec<String> = shown.iter().map(|shown| stem(shown)).collect();
    for longer in [bare as fn(&str) -> String, str::to_owned] {
        let shared = are_shared(&ids);
        for ((id, shown), _) in ids.iter_mut().zip(shown).zip(shared).filter(|(_, is_shared)| *is_shared) {
            *id = longer(shown);
        }
    }
    // Paths that are not UTF-8 may still read the same, and a path as another's without extension.
    let mut seen: HashMap<String, u32> = HashMap::new();
    let shared = are_shared(&ids);
    for (id, _) in ids.iter_mut().zip(shared).filter(|(_, is_shared)| *is_shared) {
        let times = seen.entry(id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            *id = format!("{id}#{times}");
        }
    }
    ids
}

/// Which ids others have too.
fn are_shared(ids: &[String]) -> Vec<bool> {
    let mut count: HashMap<&str, u32> = HashMap::with_capacity(ids.len());
    ids.iter().for_each(|id| *count.entry(id).or_default() += 1);
    ids.iter().map(|id| count[id.as_str()] > 1).collect()
}

/// The name of a file without its extension.
pub(super) fn stem(shown: &str) -> String {
    Path::new(unpacked_name(shown)).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// A path without its extension.
pub(super) fn bare(shown: &str) -> String {
    let name = shown.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}{}", &shown[..name], stem(shown))
}
