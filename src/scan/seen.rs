//! Files in which nobody speaks to any topic, as an earlier run saw them: one that has not been
//! changed since need not be opened again.
//!
//! Of each its [stamp](Stamp) is kept, and its head, which reports list. What one batch of
//! files gave is one entry of the cache, under its number, the corpus and all topics. It
//! refuses files of which anything was told: these are read again, and it is told again.

use super::cache::Cache;
use super::files::BATCH;
use crate::corpus::front::published_on;
use crate::corpus::near::Near;
use crate::corpus::stamp::{Since, Stamp};
use crate::corpus::walk::{Files, Found};
use crate::corpus::{Article, Front};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
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
    /// Where in it a file is.
    places: HashMap<Stamp, u32, foldhash::fast::FixedState>,
}

/// How much of an entry stands before the front matter of a file: its stamp, lines and code
/// points before the body, and the length of what follows.
const HEAD: usize = 16 + 4 + 4 + 4;

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

    /// The head of a file in which nobody speaks, and its stamp. Most files are in the batch that they were in.
    pub(super) fn article(
        &self,
        batch: usize,
        file: &Found,
        near: &mut Near<'_>,
        id: &Arc<str>,
    ) -> Option<(Article, Stamp)> {
        let likely = self.known.get(batch).or(self.known.first())?;
        let stamp = near.stamp(file, self.since)?;
        let under = under(stamp, id);
        let (head, rest) = std::iter::once(likely).chain(&self.known).find_map(|batch| batch.file(&under))?;
        let front = read(rest.get(..number(head, 24) as usize)?)?;
        let article = Article {
            id: Arc::clone(id),
            path: file.shared(),
            front: front.shared(),
            text: None,
            record: None,
            lines_before: number(head, 16),
            points_before: number(head, 20),
        };
        Some((article, stamp))
    }

    /// Keeps what a batch of files gave: its silent articles.
    pub(super) fn keep<'a>(
        &self,
        cache: &Cache,
        batch: usize,
        silent: impl Iterator<Item = (Stamp, &'a Article)> + Clone,
    ) {
        if self.has_just(batch, silent.clone()) {
            return;
        }
        let mut entry = Vec::new();
        for (stamp, article) in silent {
            let Stamp(stamp) = under(stamp, &article.id);
            let Some(front) = written(&article.front) else { continue };
            let Ok(length) = u32::try_from(front.len()) else { continue };
            entry.extend(stamp.to_le_bytes());
            entry.extend([article.lines_before, article.points_before, length].map(u32::to_le_bytes).concat());
            entry.extend(front);
        }
        cache.put_files(self.key(batch), &entry);
    }

    /// Whether the entry of a batch has these files and no other.
    fn has_just<'a>(&self, batch: usize, silent: impl Iterator<Item = (Stamp, &'a Article)>) -> bool {
        let Some(known) = self.known.get(batch) else { return false };
        let is_here = |(stamp, article): (Stamp, &Article)| known.places.contains_key(&under(stamp, &article.id));
        let mut files = 0;
        silent.inspect(|_| files += 1).all(is_here) && files == known.places.len()
    }
}

impl Batch {
    fn new(entry: Vec<u8>) -> Self {
        let places = files_of(&entry).collect();
        Self { entry, places }
    }

    /// The head of a file, and all that follows.
    fn file(&self, stamp: &Stamp) -> Option<(&[u8; HEAD], &[u8])> {
        let &at = self.places.get(stamp)?;
        self.entry.get(at as usize..)?.split_first_chunk()
    }
}

/// What a file is known by: topics may name the articles they look in.
fn under(Stamp(stamp): Stamp, id: &str) -> Stamp {
    Stamp(stamp ^ xxh3_128(id.as_bytes()))
}

/// A number at a place.
fn number(head: &[u8; HEAD], at: usize) -> u32 {
    u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]])
}

/// The files of an entry, each with its place there.
fn files_of(entry: &[u8]) -> impl Iterator<Item = (Stamp, u32)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (head, rest) = entry.get(at..)?.split_first_chunk::<HEAD>()?;
        let (stamp, _) = head.split_first_chunk::<16>()?;
        let here = u32::try_from(at).ok()?;
        at += HEAD + rest.get(..number(head, 24) as usize)?.len();
        Some((Stamp(u128::from_le_bytes(*stamp)), here))
    })
}

/// What front matter says, in the order of [`front::KEYS`](crate::corpus::front::KEYS); what is meant by a date is
/// read again.
type Said<T, L> = (T, T, T, T, T, T, T, L, T);

/// Most articles have no front matter: theirs takes no room.
fn written(front: &Front) -> Option<Vec<u8>> {
    if *front == Front::default() {
        return Some(Vec::new());
    }
    let Front { title, outlet, author, published, published_on: _, url, language, claimant, cites, note } = front;
    let said: Said<&Option<String>, &Vec<String>> =
        (title, outlet, author, published, url, language, claimant, cites, note);
    serde_json::to_vec(&said).ok()
}

fn read(written: &[u8]) -> Option<Front> {
    if written.is_empty() {
        return Some(Front::default());
    }
    let said: Said<Option<String>, Vec<String>> = serde_json::from_slice(written).ok()?;
    let (title, outlet, author, published, url, language, claimant, cites, note) = said;
    let published_on = published.as_deref().map(published_on).transpose().ok()?;
    Some(Front { title, outlet, author, published, published_on, url, language, claimant, cites, note })
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
    fn front_matter_comes_back_as_it_was() {
        let keys = "title = 'A \"b\"'\noutlet = 'AP'\nauthor = 'C'\npublished = '2022-05~'\nurl = 'u'\nlanguage = 'fr'\n\
            claimant = 'elysee'\ncites = ['ap', 'afp']\nnote = 'é'\n";
        for front in ["", keys, "published = 2022-05-04T10:00:00+02:00\n"] {
            let (article, told) = article_from("a", "a.txt", format!("+++\n{front}+++\nText."));
            assert!(told.is_empty());
            assert_eq!(read(&written(&article.front).unwrap()).as_ref(), Some(&*article.front), "{front}");
        }
    }

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
        let (first, id) = (cache(), Arc::from("a"));
        let stamp = Stamp::of(&place, Since::now(Duration::ZERO).later(Duration::from_secs(9))).unwrap();
        let (article, _) = article_from("a", "a.txt", std::fs::read_to_string(&place).unwrap());
        seen(&first, 1).keep(&first, 0, [(stamp, &article)].into_iter());
        first.write(0);
        drop(first);
        let second = cache();
        let (known, same) = seen(&second, 1).article(0, file, &mut Near::new(folder.path()), &id).unwrap();
        assert_eq!(
            (&known.front, known.lines_before, known.points_before, same),
            (&article.front, article.lines_before, article.points_before, stamp)
        );
        assert!(known.text.is_none());
        assert!(seen(&second, 1).article(5, file, &mut Near::new(folder.path()), &id).is_some(), "in another batch");
        assert!(seen(&second, 2).article(0, file, &mut Near::new(folder.path()), &id).is_none(), "other topics");
        assert!(
            seen(&second, 1).article(0, file, &mut Near::new(folder.path()), &Arc::from("b")).is_none(),
            "another id"
        );
        let written = |silent: &[(Stamp, &Article)]| {
            seen(&second, 1).keep(&second, 0, silent.iter().copied());
            second.write(0)
        };
        assert!(!written(&[(stamp, &article)]), "nothing new");
        let other = Stamp(stamp.0 ^ 1);
        for changed in [&[(other, &article)][..], &[(stamp, &article), (other, &article)], &[]] {
            assert!(written(changed), "{changed:?}");
        }
        let late = Seen { since: Since::ever(), ..seen(&second, 1) };
        assert!(late.article(0, file, &mut Near::new(folder.path()), &id).is_none(), "changed a moment ago");
        std::fs::write(&place, "Text").unwrap();
        assert!(seen(&second, 1).article(0, file, &mut Near::new(folder.path()), &id).is_none(), "another size");
    }

    #[test]
    fn an_entry_that_is_cut_has_the_files_before() {
        let (mut entry, mut places) = (Vec::new(), Vec::new());
        for (stamp, front) in [(7_u128, "ab"), (9, ""), (8, "c")] {
            places.push((Stamp(stamp), u32::try_from(entry.len()).unwrap()));
            entry.extend(stamp.to_le_bytes());
            entry.extend([[3, 0, 0, 0], [5, 0, 0, 0], [u8::try_from(front.len()).unwrap(), 0, 0, 0]].concat());
            entry.extend(front.as_bytes());
        }
        assert_eq!(files_of(&entry).collect::<Vec<_>>(), places);
        assert_eq!(files_of(&entry[..entry.len() - 1]).collect::<Vec<_>>(), places[..2]);
        assert_eq!(files_of(&entry[..HEAD - 1]).count(), 0);
    }
}
