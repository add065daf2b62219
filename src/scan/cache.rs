//! What earlier runs found, so that only what changed is looked through again.
//!
//! An entry holds the mentions of one topic in one text. Its key is all that
//! these hang on: the text with its front matter, the topic with every name and
//! event, and the sources that the program was made from. Nothing has to be
//! forgotten when a file changes: its text has another key. Beside them stands which of all
//! topics a text has words enough of, and the texts (`silent.rs`) and the files (`seen.rs`) in
//! which nobody speaks to any; and what a whole run told (`recall.rs`).
//!
//! It refuses to be believed: an entry carries a checksum, and one that does not
//! fit is none. A file that is damaged, foreign or of another version is thrown
//! away and begun again, which is told in one line; one that another process holds
//! is left alone. No trouble with it ever fails a run.

use super::silent::Silent;
use crate::claims::{ClaimSet, Topic};
use crate::corpus::stamp::Since;
use crate::matching::Mention;
use crate::matching::topics::{TopicProbe, Topics};
use rayon::prelude::*;
use redb::{Builder, Database, DatabaseError, Durability, ReadOnlyTable, ReadableDatabase, TableDefinition};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

/// The name of the file, which says its version.
pub const FILE: &str = "mentions-1.redb";

/// Keys to entries.
const ENTRIES: TableDefinition<'static, &[u8], &[u8]> = TableDefinition::new("mentions");

/// The mentions that earlier runs found.
pub struct Cache {
    database: Database,
    known: Option<ReadOnlyTable<&'static [u8], &'static [u8]>>,
    /// Files that were changed since then are read.
    since: Since,
    fresh: Mutex<Vec<(Key, Vec<u8>)>>,
}

/// What an entry is found by: the text, then the topic.
type Key = [u8; 32];

/// In place of a text: what is found is the list of those in which nobody speaks.
const SILENT: u128 = 0;

/// In place of a text: what is found is what a run told.
const TOLD: u128 = 1;

/// In place of a text: what is found are the keys of the topics that a claims file had.
const TOPICS: u128 = 2;

impl std::fmt::Debug for Cache {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Cache")
    }
}

/// Where a cache is, and when it is worth opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheAt {
    /// Its folder.
    pub folder: PathBuf,
    /// How many files there must be: fewer are read sooner than a cache is
    /// opened.
    pub from: u64,
    /// How long ago a file must have been changed for that to be told from a
    /// later change: file systems date what happens by ticks of up to two seconds. (Where one dates it by
    /// small parts of a second, a tenth of one is enough.)
    pub settled: Duration,
}

/// A larger cache is begun again: most of what it holds is of texts and topics
/// that are no more.
const LARGEST: u64 = 2 << 30;

/// So many bytes of its pages are held: an entry is read once.
const PAGES: usize = 8 << 20;

/// A cache, or why there is none, or a new one.
#[derive(Debug, Default)]
pub struct Opened {
    /// The cache, where it can be used.
    pub cache: Option<Arc<Cache>>,
    /// What the user is to be told.
    pub notice: Option<String>,
}

/// Opens a cache for so many files, making it where there is none.
#[must_use]
pub fn open_cache(at: &CacheAt, files: u64) -> Opened {
    let file = at.folder.join(FILE);
    if files < at.from || fs::create_dir_all(&at.folder).is_err() {
        return Opened::default();
    }
    let since = Since::now(at.settled);
    if fs::metadata(&file).is_ok_and(|meta| meta.len() > LARGEST) {
        // Whoever holds it keeps what is his.
        let _ = fs::remove_file(&file);
    }
    match sound(&file, since) {
        Ok(cache) => Opened { cache: Some(Arc::new(cache)), notice: None },
        // Another process is at it: this one finds everything itself.
        Err(Trouble::Taken) => Opened::default(),
        Err(Trouble::Unsound) => {
            let notice = "the cache could not be used, and is begun again".to_owned();
            let again = fs::remove_file(&file).ok().and_then(|()| sound(&file, since).ok());
            Opened { cache: again.map(Arc::new), notice: Some(notice) }
        }
    }
}

/// Removes the cache of a folder; whether there was one.
///
/// # Errors
/// When it cannot be removed.
pub fn clear_cache(folder: &Path) -> std::io::Result<bool> {
    match fs::remove_file(folder.join(FILE)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

enum Trouble {
    Taken,
    Unsound,
}

/// A file whose every page is as it was written.
fn sound(file: &Path, since: Since) -> Result<Cache, Trouble> {
    // What is no database may be anything: looking at it may panic, quietly.
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let opened = catch_unwind(AssertUnwindSafe(|| -> Result<Cache, Trouble> {
        let mut database = match Builder::new().set_cache_size(PAGES).create(file) {
            Ok(database) => database,
            Err(DatabaseError::DatabaseAlreadyOpen) => return Err(Trouble::Taken),
            Err(_) => return Err(Trouble::Unsound),
        };
        if !database.check_integrity().unwrap_or(false) {
            return Err(Trouble::Unsound);
        }
        let reading = database.begin_read().map_err(|_| Trouble::Unsound)?;
        let known = reading.open_table(ENTRIES).ok();
        Ok(Cache { database, known, since, fresh: Mutex::new(Vec::new()) })
    }));
    set_hook(hook);
    opened.unwrap_or(Err(Trouble::Unsound))
}

impl Cache {
    /// What was found of a topic in a text; `None` where nobody has looked.
    pub(super) fn get(&self, text: u128, topic: u128) -> Option<Vec<Mention>> {
        serde_json::from_slice(&self.read(&key(text, topic))?).ok()
    }

    /// Which of all topics a text could speak to.
    pub(super) fn asked(&self, text: u128, topics: u128) -> Option<Vec<usize>> {
        serde_json::from_slice(&self.read(&key(text, topics))?).ok()
    }

    /// Keeps which of all topics a text could speak to.
    pub(super) fn put_asked(&self, text: u128, topics: u128, asked: &[usize]) {
        self.put_json(key(text, topics), &asked);
    }

    /// The texts in which none of some topics is spoken to.
    pub(super) fn silent(&self, topics: u128) -> Silent {
        self.read(&key(SILENT, topics)).map_or_else(Silent::default, |bytes| Silent::from_bytes(&bytes))
    }

    /// The keys of the topics that a claims file had when it was last checked.
    pub(super) fn last_topics(&self, of: u128) -> Vec<u128> {
        self.read(&key(TOPICS, of)).map_or_else(Vec::new, |bytes| keys_from(&bytes))
    }

    /// Keeps the keys of the topics that a claims file has.
    pub(super) fn put_last_topics(&self, of: u128, topics: &[u128]) {
        self.put_bytes(key(TOPICS, of), &bytes_of(topics));
    }

    /// What became of a batch of files.
    pub(super) fn files(&self, [files, topics]: [u128; 2]) -> Option<Vec<u8>> {
        self.read(&key(files, topics))
    }

    /// Keeps what became of a batch of files.
    pub(super) fn put_files(&self, [files, topics]: [u128; 2], entry: &[u8]) {
        self.put_bytes(key(files, topics), entry);
    }

    /// Files that were changed since then are read: a later change may look the same.
    pub(super) fn since(&self) -> Since {
        self.since
    }

    /// What was told in answer to a question.
    pub(super) fn told(&self, question: u128) -> Option<Vec<u8>> {
        self.read(&key(TOLD, question))
    }

    /// Keeps what was told in answer to a question.
    pub(super) fn put_told(&self, question: u128, told: &[u8]) {
        self.put_bytes(key(TOLD, question), told);
    }

    fn read(&self, key: &Key) -> Option<Vec<u8>> {
        let entry = self.known.as_ref()?.get(key.as_slice()).ok()??;
        let (sum, written) = entry.value().split_first_chunk::<8>().map(|(sum, rest)| (*sum, rest.to_vec()))?;
        (checksum(key, &written) == sum).then_some(written)
    }

    /// Keeps what was found.
    pub(super) fn put(&self, text: u128, topic: u128, mentions: &[&Mention]) {
        self.put_json(key(text, topic), &mentions);
    }

    /// Keeps the texts in which none of some topics is spoken to.
    pub(super) fn put_silent(&self, topics: u128, silent: &Silent) {
        silent.to_bytes().into_iter().for_each(|bytes| self.put_bytes(key(SILENT, topics), &bytes));
    }

    fn put_json(&self, key: Key, entry: &impl serde::Serialize) {
        let written = serde_json::to_vec(entry);
        written.into_iter().for_each(|written| self.put_bytes(key, &written));
    }

    fn put_bytes(&self, key: Key, written: &[u8]) {
        let entry = [&checksum(&key, written)[..], written].concat();
        if let Ok(mut fresh) = self.fresh.lock() {
            fresh.push((key, entry));
        }
    }

    /// Writes what was kept, once it is so many bytes: each time the disk is waited for.
    /// Where that fails, the next run looks again. Whether there was anything to write.
    pub(super) fn write(&self, least: usize) -> bool {
        let Ok(mut fresh) = self.fresh.lock() else { return false };
        if fresh.is_empty() || fresh.iter().map(|(_, entry)| entry.len()).sum::<usize>() < least {
            return false;
        }
        let entries = std::mem::take(&mut *fresh);
        // Others go on while the disk is waited for.
        drop(fresh);
        let _ = self.write_all(&entries);
        true
    }

    fn write_all(&self, entries: &[(Key, Vec<u8>)]) -> Result<(), redb::Error> {
        let mut writing = self.database.begin_write()?;
        writing.set_durability(Durability::Immediate)?;
        {
            let mut table = writing.open_table(ENTRIES)?;
            for (key, entry) in entries {
                table.insert(key.as_slice(), entry.as_slice())?;
            }
        }
        writing.commit()?;
        Ok(())
    }
}

fn key(text: u128, topic: u128) -> Key {
    let mut key = [0; 32];
    key[..16].copy_from_slice(&text.to_le_bytes());
    key[16..].copy_from_slice(&topic.to_le_bytes());
    key
}

/// Keys as they are written.
pub(super) fn bytes_of(keys: &[u128]) -> Vec<u8> {
    keys.iter().flat_map(|key| key.to_le_bytes()).collect()
}

/// Reads what [`bytes_of`] wrote.
pub(super) fn keys_from(bytes: &[u8]) -> Vec<u128> {
    bytes.as_chunks::<16>().0.iter().map(|key| u128::from_le_bytes(*key)).collect()
}

fn checksum(key: &Key, entry: &[u8]) -> [u8; 8] {
    (xxh3_64(key) ^ xxh3_64(entry).rotate_left(1)).to_le_bytes()
}

/// For each topic all that its mentions hang on, but the text.
pub(super) fn topic_keys(claims: &ClaimSet, topics: &Topics) -> Vec<u128> {
    let names = format!("{:?}", (&claims.claimants, &claims.entities, &claims.events));
    let of_topic = |(topic, probe): (&Topic, &TopicProbe)| {
        // Of the other topics it hangs on what they count alone.
        let all = format!("{} {names} {topic:?} {:?}", env!("GAINSAY_SOURCES"), probe.other_units);
        xxh3_128(super::wire::without_spans(&all).as_bytes())
    };
    claims.topics.par_iter().zip(&topics.probes).map(of_topic).collect()
}
