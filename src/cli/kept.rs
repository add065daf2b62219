//! What is written to stdout, kept so that it can be told again.

use gainsay::scan::recall::LONGEST;
use std::io::{self, Write};

/// What was written, unless that failed, is too long, or is not wanted.
#[derive(Debug)]
pub(super) struct Kept(Option<Vec<u8>>);

impl Kept {
    /// Keeps what is written, where that is wanted.
    pub(super) fn new(is_wanted: bool) -> Self {
        Self(is_wanted.then(Vec::new))
    }

    /// Writes to `out`, and keeps it.
    pub(super) fn through<'w>(&'w mut self, out: &'w mut dyn Write) -> Keeping<'w> {
        Keeping { out, kept: self }
    }

    /// What was written.
    pub(super) fn written(self) -> Option<Vec<u8>> {
        self.0
    }
}

/// Where something is written and kept.
pub(super) struct Keeping<'w> {
    out: &'w mut dyn Write,
    kept: &'w mut Kept,
}

impl Write for Keeping<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes).inspect_err(|_| self.kept.0 = None)?;
        match &mut self.kept.0 {
            Some(kept) if kept.len() + written <= LONGEST => kept.extend(&bytes[..written]),
            kept => *kept = None,
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that has gone away.
    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn all_that_was_written_is_kept_or_nothing() {
        let (mut out, mut kept) = (Vec::new(), Kept::new(true));
        kept.through(&mut out).write_all(b"20 calls, ").unwrap();
        kept.through(&mut out).write_all(b"60 calls").unwrap();
        assert_eq!((kept.written().as_deref(), &*out), (Some(&b"20 calls, 60 calls"[..]), &b"20 calls, 60 calls"[..]));
        let mut unwanted = Kept::new(false);
        unwanted.through(&mut out).write_all(b"20 calls").unwrap();
        assert_eq!(unwanted.written(), None);
        let mut long = Kept::new(true);
        long.through(&mut out).write_all(&vec![b'a'; LONGEST]).unwrap();
        assert!(long.0.is_some());
        long.through(&mut out).write_all(b"b").unwrap();
        long.through(&mut out).write_all(b"c").unwrap();
        assert_eq!(long.written(), None);
        let mut failed = Kept::new(true);
        failed.through(&mut out).write_all(b"20 ").unwrap();
        assert!(failed.through(&mut Gone).write_all(b"calls").is_err());
        assert_eq!(failed.written(), None);
    }
}
