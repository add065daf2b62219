//! Packed files, unpacked as they are read: `.gz` and `.zst`.
//!
//! It refuses to unpack without end: past [`FREE`] bytes no file may give more
//! than [`MOST_RATIO`] times its own size. Text packs to a tenth; what packs to a
//! thousandth is a trap.

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// So many bytes may come out of any file.
pub const FREE: u64 = 32 << 20;

/// Beyond these, a file may unpack to so many times what was read of it.
pub const MOST_RATIO: u64 = 200;

/// The endings of packed files.
const PACKED: [&str; 2] = [".gz", ".zst"];

/// A name without the ending of its packing.
pub(super) fn unpacked_name(name: &str) -> &str {
    PACKED.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// A file being read, unpacked where its name says that it is packed.
pub(super) fn unpacked(file: File, shown: &str) -> Unpacked {
    let taken = Arc::new(AtomicU64::new(0));
    let file = Counted { file, taken: Arc::clone(&taken) };
    let (inner, is_packed): (Box<dyn Read + Send>, bool) = if shown.ends_with(".gz") {
        (Box::new(MultiGzDecoder::new(BufReader::new(file))), true)
    } else if shown.ends_with(".zst") {
        (Box::new(Frames { now: None, rest: Some(BufReader::new(file)) }), true)
    } else {
        (Box::new(file), false)
    };
    Unpacked { inner, is_packed, given: 0, taken }
}

/// What comes out of a file.
pub(super) struct Unpacked {
    inner: Box<dyn Read + Send>,
    is_packed: bool,
    given: u64,
    taken: Arc<AtomicU64>,
}

impl Unpacked {
    /// How many bytes of the file itself were read.
    pub(super) fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.given += read as u64;
        if self.is_packed && self.given > FREE && self.given / MOST_RATIO > self.taken() {
            let message = format!("it unpacks to more than {MOST_RATIO} times its size");
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(read)
    }
}

/// A file that counts what is read of it.
struct Counted {
    file: File,
    taken: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.taken.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// The frames of a Zstandard file, one after the other.
struct Frames {
    now: Option<Box<StreamingDecoder<BufReader<Counted>, ruzstd::decoding::FrameDecoder>>>,
    rest: Option<BufReader<Counted>>,
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if let Some(frame) = &mut self.now {
                let read = frame.read(buffer)?;
                if read > 0 {
                    return Ok(read);
                }
                self.rest = self.now.take().map(|frame| frame.into_inner());
            }
            let Some(mut rest) = self.rest.take() else { return Ok(0) };
            if rest.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame = StreamingDecoder::new(rest);
            let broken = |error| io::Error::new(io::ErrorKind::InvalidData, format!("{error}"));
            self.now = Some(Box::new(frame.map_err(broken)?));
        }
    }
}
