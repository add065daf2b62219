//! What tells a file from itself before it was changed, without opening it: where its
//! system keeps it, its size, and when it and what is known of it changed.
//!
//! The time of the last change of a file's *status* is set by the system alone: giving a
//! file back its old size and date is a change too. It refuses a file that was changed
//! a moment ago: the clock of a file system may not tell two changes of one moment apart.

use std::fs::{File, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};
use xxhash_rust::xxh3::xxh3_128;

/// So much later a change of a file has another date, where its file system dates changes by parts of a second:
/// these clocks tick a hundred times a second and more.
const FINE: Duration = Duration::from_millis(100);

/// What a file system that knows but hundredths of a second dates all changes by, in nanoseconds.
const COARSE: u32 = 10_000_000;

/// Until when files must have been left alone for a later change to have another date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// On file systems that date changes by seconds, or by two.
    coarse: SystemTime,
    /// On those that date them by small parts of a second.
    fine: SystemTime,
}

impl Since {
    /// For files that are looked at from now on. `settled` is what the coarsest file systems need.
    #[must_use]
    pub fn now(settled: Duration) -> Self {
        let ago = |time| SystemTime::now().checked_sub(time).unwrap_or(SystemTime::UNIX_EPOCH);
        Self { coarse: ago(settled), fine: ago(settled.min(FINE)) }
    }

    /// Before anything was changed.
    #[cfg(test)]
    pub(crate) fn ever() -> Self {
        Self { coarse: SystemTime::UNIX_EPOCH, fine: SystemTime::UNIX_EPOCH }
    }

    /// Later by some time.
    #[cfg(test)]
    pub(crate) fn later(self, time: Duration) -> Self {
        Self { coarse: self.coarse + time, fine: self.fine + time }
    }

    fn has_settled(self, changed: SystemTime) -> bool {
        let parts = changed.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.subsec_nanos());
        changed < if parts.is_multiple_of(COARSE) { self.coarse } else { self.fine }
    }
}

/// A file in one state of its.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stamp(pub u128);

impl Stamp {
    /// The stamp of a regular file that was not changed since a time; where the system does not
    /// tell enough, there is none.
    #[must_use]
    pub fn of(place: &Path, since: Since) -> Option<Self> {
        Self::new(&std::fs::metadata(place).ok()?, since)
    }

    /// The same of an open file. It is to be stamped **before** it is read.
    #[must_use]
    pub fn of_open(file: &File, since: Since) -> Option<Self> {
        Self::new(&file.metadata().ok()?, since)
    }

    fn new(told: &Metadata, since: Since) -> Option<Self> {
        Self::of_state(state_of(told).filter(|_| told.is_file())?, since)
    }

    /// The same of what Linux tells of a file in a folder.
    #[cfg(target_os = "linux")]
    pub(super) fn of_told(told: &rustix::fs::Statx, since: Since) -> Option<Self> {
        use rustix::fs::{FileType, makedev};
        let is_file = FileType::from_raw_mode(told.stx_mode.into()).is_file();
        let times = [told.stx_mtime, told.stx_ctime].map(|time| (time.tv_sec, time.tv_nsec));
        let place = [makedev(told.stx_dev_major, told.stx_dev_minor), told.stx_ino];
        Self::of_state(state(place, told.stx_size, times).filter(|_| is_file)?, since)
    }

    fn of_state((state, changed): State, since: Since) -> Option<Self> {
        since.has_settled(changed).then(|| Self(xxh3_128(state.map(u64::to_le_bytes).as_flattened())))
    }
}

/// The state of a file, and when it came about.
type State = ([u64; 7], SystemTime);

#[cfg(unix)]
fn state_of(told: &Metadata) -> Option<State> {
    use std::os::unix::fs::MetadataExt;
    let (written, changed) = (u32::try_from(told.mtime_nsec()).ok()?, u32::try_from(told.ctime_nsec()).ok()?);
    state([told.dev(), told.ino()], told.size(), [(told.mtime(), written), (told.ctime(), changed)])
}

/// Other systems have no time of change that programs cannot set.
#[cfg(not(unix))]
fn state_of(_: &Metadata) -> Option<State> {
    None
}

/// From device and number, size, and when what is in it and what is known of it changed.
#[cfg(unix)]
fn state([device, number]: [u64; 2], size: u64, [written, changed]: [(i64, u32); 2]) -> Option<State> {
    let whole = u64::try_from(changed.0).ok().filter(|&seconds| seconds > 0)?;
    let times = [written, changed].map(|(whole, rest)| [whole.cast_unsigned(), rest.into()]);
    let state = [device, number, size, times[0][0], times[0][1], times[1][0], times[1][1]];
    Some((state, SystemTime::UNIX_EPOCH.checked_add(Duration::new(whole, changed.1))?))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn any_change_has_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.txt");
        let soon = Since::now(Duration::ZERO).later(Duration::from_secs(3600));
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
        let now = Since::now(Duration::ZERO);
        assert_eq!(Stamp::of(&place, Since::ever()), None);
        assert!(Stamp::of(&place, now.later(Duration::from_secs(2))).is_some());
    }

    #[test]
    fn a_clock_of_whole_seconds_is_given_longer() {
        let at = |seconds: f64| SystemTime::UNIX_EPOCH + Duration::from_secs_f64(seconds);
        let since = Since { coarse: at(997.0), fine: at(999.9) };
        for (changed, settled) in [(996.0, true), (998.0, false), (998.13, false), (998.123_456, true), (999.95, false)]
        {
            assert_eq!(since.has_settled(at(changed)), settled, "{changed}");
        }
    }
}
