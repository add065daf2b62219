//! What tells a file from itself before it was changed, without opening it: where its
//! system keeps it, its size, and when it and what is known of it changed.
//!
//! The time of the last change of a file's *status* is set by the system alone: giving a
//! file back its old size and date is a change too. It refuses a file that was changed
//! a moment ago: the clock of a file system may not tell two changes of one moment apart.

use std::fs::{File, Metadata};
use std::path::Path;
use std::time::SystemTime;
use xxhash_rust::xxh3::xxh3_128;

/// A file in one state of its.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp(pub u128);

impl Stamp {
    /// The stamp of a regular file that was not changed since a time; where the system does not
    /// tell enough, there is none.
    #[must_use]
    pub fn of(place: &Path, since: SystemTime) -> Option<Self> {
        Self::new(&std::fs::metadata(place).ok()?, since)
    }

    /// The same of an open file. It is to be stamped **before** it is read.
    #[must_use]
    pub fn of_open(file: &File, since: SystemTime) -> Option<Self> {
        Self::new(&file.metadata().ok()?, since)
    }

    fn new(told: &Metadata, since: SystemTime) -> Option<Self> {
        let (state, changed) = state_of(told).filter(|_| told.is_file())?;
        (changed < since).then(|| Self(xxh3_128(&state.map(u64::to_le_bytes).concat())))
    }
}

/// The state of a file, and when it came about.
#[cfg(unix)]
fn state_of(told: &Metadata) -> Option<([u64; 7], SystemTime)> {
    use std::os::unix::fs::MetadataExt;
    use std::time::Duration;
    let whole = u64::try_from(told.ctime()).ok().filter(|&seconds| seconds > 0)?;
    let rest = u32::try_from(told.ctime_nsec()).ok()?;
    let times = [told.mtime(), told.mtime_nsec(), told.ctime(), told.ctime_nsec()].map(i64::cast_unsigned);
    let state = [told.dev(), told.ino(), told.size(), times[0], times[1], times[2], times[3]];
    Some((state, SystemTime::UNIX_EPOCH.checked_add(Duration::new(whole, rest))?))
}

/// Other systems have no time of change that programs cannot set.
#[cfg(not(unix))]
fn state_of(_: &Metadata) -> Option<([u64; 7], SystemTime)> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::time::Duration;

    #[test]
    fn any_change_has_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.txt");
        let soon = SystemTime::now() + Duration::from_secs(3600);
        assert_eq!(Stamp::of(&place, soon), None);
        assert_eq!(Stamp::of(folder.path(), soon), None);
        fs::write(&place, "20 calls").unwrap();
        let first = Stamp::of(&place, soon);
        assert!(first.is_some());
        assert_eq!(Stamp::of(&place, soon), first);
        let was_written = fs::metadata(&place).unwrap().modified().unwrap();
        // The clocks of file systems tick some hundred times a second.
        std::thread::sleep(Duration::from_millis(50));
        fs::write(&place, "60 calls").unwrap();
        fs::File::options().write(true).open(&place).unwrap().set_modified(was_written).unwrap();
        assert_eq!(fs::metadata(&place).unwrap().modified().unwrap(), was_written);
        let second = Stamp::of(&place, soon);
        assert!(second.is_some() && second != first);
        assert_eq!(Stamp::of_open(&File::open(&place).unwrap(), soon), second);
    }

    #[test]
    fn what_changed_a_moment_ago_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.txt");
        fs::write(&place, "20 calls").unwrap();
        let now = SystemTime::now();
        assert_eq!(Stamp::of(&place, now - Duration::from_secs(2)), None);
        assert!(Stamp::of(&place, now + Duration::from_secs(2)).is_some());
    }
}
