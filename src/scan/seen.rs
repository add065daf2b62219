//! Files in which nobody speaks to any topic, as an earlier run saw them: one that has not been
//! changed since need not be opened again.
//!
//! Of each its [stamp](Stamp) is kept, and its head, which reports list. What one batch of
//! files gave is one entry of the cache, under its number, the corpus and all topics: file by
//! file, so that each is first looked for where it was. It
//! refuses files of which anything was told: these are read again, and it is told again.

use super::cache::Cache;
use super::files::BATCH;
use crate::corpus::near::Near;
use crate::corpus::stamp::{Since, Stamp};
use crate::corpus::walk::{Files, Found};
use crate::corpus::{Article, SharedFront};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use xxhash_rust::xxh3::xxh3_128;

/// The files that earlier runs saw.
#[derive(Debug)]
pub(super) struct Seen {
    /// Stands for the corpus and all topics: entries are found by it.
    of: [u128; 2],
    /// Files that were changed since then are read.
    pub(super) since: Since,
    /// The entries of an earlier run, batch by batch; none where all are empty.
    known: Vec<Batch>,
}

/// What an earlier run saw of a batch of files.
#[derive(Debug, Default)]
struct Batch {
    entry: Vec<u8>,
    /// Where in it each file is, in the order of the batch.
    places: Vec<u32>,
    /// The same by stamps, made once a file is not where it was.
    by_stamp: OnceLock<HashMap<Stamp, u32, foldhash::fast::FixedState>>,
}

/// A file that was read or recalled: its stamp, where it has one, and its article where that is silent.
pub(super) type File<'a> = (Option<Stamp>, &'a str, Option<&'a Article>);

/// How much of an entry stands before the front matter of a file: its stamp, lines and code
/// points before the body, and the length of what follows.
const HEAD: usize = 16 + 4 + 4 + 4;

/// In place of that length: the file is to be read.
const TO_BE_READ: u32 = u32::MAX;

impl Seen {
    /// What an earlier run saw of a corpus.
    pub(super) fn read(cache: &Cache, files: &Files, topics: u128) -> Self {
        let Files { base, paths, .. } = files;
        let place = std::path::absolute(base).unwrap_or_else(|_| base.clone());
        let of = [xxh3_128(format!("{place:?} {paths:?}").as_bytes()), topics];
        let empty = Self { of, since: cache.since(), known: Vec::new() };
        let batch = |number| cache.files(empty.key(number)).map(Batch::new).unwrap_or_default();
        // Where there were more files, those of the rest are read.
        let known: Vec<Batch> = (0..=files.files.len() / BATCH).into_par_iter().map(batch).collect();
        if known.iter().all(|batch| batch.places.is_empty()) { empty } else { Self { known, ..empty } }
    }

    /// What is known by the number of a batch.
    fn key(&self, batch: usize) -> [u128; 2] {
        [self.of[0] ^ xxh3_128(&batch.to_le_bytes()), self.of[1]]
    }

    /// The head of a file in which nobody speaks, and its stamp. `at` is its batch and its place there: most
    /// files are where they were.
    pub(super) fn article(
        &self,
        at: [usize; 2],
        file: &Found,
        near: &mut Near<'_>,
        id: &Arc<str>,
    ) -> Option<(Article, Stamp)> {
        let [batch, place] = at;
        let likely = self.known.get(batch).or(self.known.first())?;
        let stamp = near.stamp(file, self.since)?;
        let under = under(Some(stamp), id);
        let known = likely.file(place).filter(|known| known.under == under);
        let known = known.or_else(|| self.known.iter().find_map(|batch| batch.find(under)))?;
        let front = SharedFront::from_kept(known.front?)?;
        let article = Article {
            id: Arc::clone(id),
            path: file.shared(),
            front,
            text: None,
            record: None,
            lines_before: known.lines_before,
            points_before: known.points_before,
        };
        Some((article, stamp))
    }

    /// Keeps what a batch of files gave.
    pub(super) fn keep<'a>(&self, cache: &Cache, batch: usize, files: impl Iterator<Item = File<'a>> + Clone) {
        if self.has_just(batch, files.clone()) {
            return;
        }
        let mut entry = Vec::new();
        for (stamp, id, silent) in files {
            let Stamp(under) = under(stamp, id);
            let front = silent.map(|article| article.front.to_kept());
            let length = front.as_ref().and_then(|front| u32::try_from(front.len()).ok()).unwrap_or(TO_BE_READ);
            let before = silent.map_or([0, 0], |article| [article.lines_before, article.points_before]);
            entry.extend(under.to_le_bytes());
            entry.extend(before.map(u32::to_le_bytes).as_flattened());
            entry.extend(length.to_le_bytes());
            entry.extend(front.filter(|_| length != TO_BE_READ).unwrap_or_default().iter());
        }
        cache.put_files(self.key(batch), &entry);
    }

    /// Whether the entry of a batch has these files and no other.
    fn has_just<'a>(&self, batch: usize, files: impl Iterator<Item = File<'a>> + Clone) -> bool {
        let Some(known) = self.known.get(batch) else { return false };
        let is_same = |here: Known<'_>, (stamp, id, silent): File<'_>| {
            here.under == under(stamp, id) && here.front.is_some() == silent.is_some()
        };
        let is_here = |(place, file)| known.file(place).is_some_and(|here| is_same(here, file));
        files.clone().count() == known.places.len() && files.enumerate().all(is_here)
    }
}

/// What is known of a file.
#[derive(Debug, PartialEq)]
struct Known<'e> {
    under: Stamp,
    lines_before: u32,
    points_before: u32,
    /// `None` where the file is to be read.
    front: Option<&'e [u8]>,
}

impl Batch {
    fn new(entry: Vec<u8>) -> Self {
        let mut places = Vec::new();
        let mut at = 0;
        while let (Some(known), Ok(place)) = (known_at(&entry, at), u32::try_from(at)) {
            places.push(place);
            at += HEAD + known.front.map_or(0, <[u8]>::len);
        }
        Self { entry, places, by_stamp: OnceLock::new() }
    }

    /// The file at a place of the batch.
    fn file(&self, place: usize) -> Option<Known<'_>> {
        known_at(&self.entry, *self.places.get(place)? as usize)
    }

    /// The file with a stamp, wherever it was.
    fn find(&self, under: Stamp) -> Option<Known<'_>> {
        let of_place = |&at: &u32| Some((known_at(&self.entry, at as usize)?.under, at));
        let by_stamp = self.by_stamp.get_or_init(|| self.places.iter().filter_map(of_place).collect());
        known_at(&self.entry, *by_stamp.get(&under)? as usize)
    }
}

/// The file that is told of at a place of an entry; `None` where the entry ends before.
fn known_at(entry: &[u8], at: usize) -> Option<Known<'_>> {
    let (stamp, rest) = entry.get(at..)?.split_first_chunk()?;
    let (lines_before, rest) = rest.split_first_chunk()?;
    let (points_before, rest) = rest.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let front = match u32::from_le_bytes(*length) {
        TO_BE_READ => None,
        length => Some(rest.get(..length as usize)?),
    };
    Some(Known {
        under: Stamp(u128::from_le_bytes(*stamp)),
        lines_before: u32::from_le_bytes(*lines_before),
        points_before: u32::from_le_bytes(*points_before),
        front,
    })
}

/// What a file is known by: topics may name the articles they look in. One without a stamp is not known.
fn under(stamp: Option<Stamp>, id: &str) -> Stamp {
    stamp.map_or(Stamp::default(), |Stamp(stamp)| Stamp(stamp ^ xxh3_128(id.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::super::cache::{CacheAt, open_cache};
    use super::*;
    use crate::corpus::article_from;
    use crate::corpus::walk::find_files;
    use std::path::PathBuf;
    use std::time::Duration;

    #[test]
    fn a_file_is_known_until_it_changes() {
        let (folder, of_cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let place = folder.path().join("a.txt");
        std::fs::write(&place, "+++\noutlet = 'AP'\n+++\nText.").unwrap();
        let paths = [PathBuf::from("a.txt")];
        let files = &find_files(&paths, folder.path());
        let file = &files.files[0];
        let at = CacheAt { folder: of_cache.path().to_path_buf(), from: 0, settled: Duration::ZERO };
        let cache = || open_cache(&at, 1).cache.unwrap();
        let seen = |cache: &Cache, topics| {
            let seen = Seen::read(cache, files, topics);
            // The clock of the file system may be behind.
            Seen { since: seen.since.later(Duration::from_secs(9)), ..seen }
        };
        let first = cache();
        let stamp = Stamp::of(&place, Since::now(Duration::ZERO).later(Duration::from_secs(9))).unwrap();
        let (article, _) = article_from("a", "a.txt", std::fs::read_to_string(&place).unwrap());
        seen(&first, 1).keep(&first, 0, [(Some(stamp), "a", Some(&article))].into_iter());
        first.write(0);
        drop(first);
        let second = cache();
        let known = |seen: Seen, at, id: &str| seen.article(at, file, &mut Near::new(folder.path()), &Arc::from(id));
        let (as_it_was, same) = known(seen(&second, 1), [0, 0], "a").unwrap();
        assert_eq!(
            (&as_it_was.front, as_it_was.lines_before, as_it_was.points_before, same),
            (&article.front, article.lines_before, article.points_before, stamp)
        );
        assert!(as_it_was.text.is_none());
        assert!(known(seen(&second, 1), [0, 7], "a").is_some(), "at another place");
        assert!(known(seen(&second, 1), [5, 0], "a").is_some(), "in another batch");
        assert!(known(seen(&second, 2), [0, 0], "a").is_none(), "other topics");
        assert!(known(seen(&second, 1), [0, 0], "b").is_none(), "another id");
        let written = |files: &[File<'_>]| {
            seen(&second, 1).keep(&second, 0, files.iter().copied());
            second.write(0)
        };
        let file = (Some(stamp), "a", Some(&article));
        assert!(!written(&[file]), "nothing new");
        let other = (Some(Stamp(stamp.0 ^ 1)), "a", Some(&article));
        let speaks = (Some(stamp), "a", None);
        for changed in [&[other][..], &[speaks], &[(None, "a", Some(&article))], &[file, other], &[file, speaks], &[]] {
            assert!(written(changed), "{changed:?}");
        }
        assert!(
            known(Seen { since: Since::ever(), ..seen(&second, 1) }, [0, 0], "a").is_none(),
            "changed a moment ago"
        );
        std::fs::write(&place, "Text").unwrap();
        assert!(known(seen(&second, 1), [0, 0], "a").is_none(), "another size");
    }

    #[test]
    fn an_entry_that_is_cut_has_the_files_before() {
        let (mut entry, mut places) = (Vec::new(), Vec::new());
        for (stamp, front) in [(7_u128, Some("ab")), (9, Some("")), (6, None), (8, Some("c"))] {
            places.push(entry.len());
            let length = front.map_or(TO_BE_READ, |front| u32::try_from(front.len()).unwrap());
            entry.extend(stamp.to_le_bytes());
            entry.extend([3, 5, length].map(u32::to_le_bytes).concat());
            entry.extend(front.unwrap_or_default().bytes());
        }
        let of = |entry: &[u8]| Batch::new(entry.to_vec());
        let places_of = |batch: Batch| batch.places.iter().map(|&at| at as usize).collect::<Vec<_>>();
        assert_eq!(places_of(of(&entry)), places);
        assert_eq!(places_of(of(&entry[..entry.len() - 1])), places[..3]);
        assert!(places_of(of(&entry[..HEAD - 1])).is_empty());
        let known = |stamp, front| Some(Known { under: Stamp(stamp), lines_before: 3, points_before: 5, front });
        let batch = of(&entry);
        assert_eq!((batch.file(0), batch.file(3)), (known(7, Some(&b"ab"[..])), known(8, Some(&b"c"[..]))));
        assert_eq!((batch.find(Stamp(6)), batch.find(Stamp(9))), (known(6, None), known(9, Some(&b""[..]))));
        assert_eq!((batch.file(4), batch.find(Stamp(5))), (None, None));
    }
}
