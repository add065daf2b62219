//! An id for each file of a corpus: its stem, packed or not, and more of its path only where two
//! share a stem.
//!
//! ```text
//! calls.txt  2022/talks.txt  2023/talks.txt   →   calls  2022/talks  2023/talks
//! ```

use super::unpack::unpacked_name;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// The ids of those paths, by their place among all, whose id may not be their stem.
///
/// There may be ten million paths, so no stem is held: each is hashed. Only those
/// that share a hash are looked at, and those that one of their ids could be the
/// stem of.
pub(super) fn ids_but_stems(shown: &[&str]) -> Vec<(usize, String)> {
    let hash = |shown: &str| xxh3_64(stem(shown).as_bytes());
    let mut hashes: Vec<u64> = shown.par_iter().map(|shown| hash(shown)).collect();
    hashes.par_sort_unstable();
    let mut wanted: HashSet<u64> = hashes.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect();
    drop(hashes);
    if wanted.is_empty() {
        return Vec::new();
    }
    let of = |wanted: &HashSet<u64>| -> Vec<usize> {
        (0..shown.len()).filter(|&at| wanted.contains(&hash(shown[at]))).collect()
    };
    wanted.extend(of(&wanted).iter().map(|&at| xxh3_64(shown[at].as_bytes())).collect::<Vec<_>>());
    let places = of(&wanted);
    let ids = ids(&places.iter().map(|&at| shown[at]).collect::<Vec<_>>());
    places.into_iter().zip(ids).collect()
}

/// An id for each path shown: its stem; where two share a stem, their paths
/// without extension; where they share that too, their paths.
fn ids(shown: &[&str]) -> Vec<String> {
    let mut ids: Vec<String> = shown.iter().map(|shown| stem(shown).into_owned()).collect();
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
pub(super) fn stem(shown: &str) -> Cow<'_, str> {
    let unpacked = unpacked_name(shown);
    let name = unpacked.rsplit_once('/').map_or(unpacked, |(_, name)| name);
    match name.rsplit_once('.') {
        // A path takes longer to be taken apart.
        Some((stem, _)) if !matches!(stem, "" | ".") && !cfg!(windows) => Cow::Borrowed(stem),
        _ => Path::new(unpacked).file_stem().map_or(Cow::Borrowed(""), std::ffi::OsStr::to_string_lossy),
    }
}

/// A path without its extension.
pub(super) fn bare(shown: &str) -> String {
    let name = shown.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}{}", &shown[..name], stem(shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The ids of all, from those that are no stems.
    fn all_ids(shown: &[&str]) -> Vec<String> {
        let mut all: Vec<String> = shown.iter().map(|shown| stem(shown).into_owned()).collect();
        ids_but_stems(shown).into_iter().for_each(|(at, id)| all[at] = id);
        all
    }

    #[test]
    fn a_path_is_no_id_of_a_file_that_is_called_so() {
        let shown = ["a.md", "a.txt", "a.md.txt", "b.txt", "2022/b.txt", "c.txt"];
        assert_eq!(all_ids(&shown), ["a.md", "a.txt", "a.md#2", "b", "2022/b", "c"]);
    }

    proptest! {
        #[test]
        fn a_stem_is_that_of_the_path(path in "[/.ab]{0,8}") {
            let stem_of_path = Path::new(&path).file_stem().map_or(Cow::Borrowed(""), std::ffi::OsStr::to_string_lossy);
            prop_assert_eq!(stem(&path), stem_of_path);
        }

        /// Few names, so that they meet in every way.
        #[test]
        fn ids_are_those_of_looking_at_all(paths in prop::collection::vec("([ab]/){0,2}[ab](\\.(md|txt)){1,2}(\\.gz)?", 1..12)) {
            let shown: Vec<&str> = paths.iter().map(String::as_str).collect();
            prop_assert_eq!(all_ids(&shown), ids(&shown));
        }
    }
}
