//! The streams of the process: data on stdout, messages on stderr, colours
//! where they are wanted. A reader that goes away ends the writing quietly.

use anstream::{AutoStream, ColorChoice};
use gainsay::diagnostic::Diagnostic;
use gainsay::report::style::{ERROR, painted};
use gainsay::report::visible::visible;
use gainsay::report::{Layout, diagnostics};
use std::io::{self, BufWriter, ErrorKind, Write};
use terminal_size::{Width, terminal_size_of};

/// The width of a page that is no terminal, unless COLUMNS says.
const PAGE: u16 = 100;

/// Where output goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Streams {
    colour: ColorChoice,
}

impl Streams {
    pub(crate) fn new(colour: ColorChoice) -> Self {
        Self { colour }
    }

    /// Writes data to stdout.
    pub(crate) fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
        let mut out = BufWriter::new(AutoStream::new(io::stdout().lock(), self.colour));
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                // What is left in the buffer has no reader: drop it unwritten.
                drop(out.into_parts());
                Ok(())
            }
            done => done.map_err(|error| anyhow::anyhow!("cannot write to stdout: {error}")),
        }
    }

    /// How wide a page is that is no terminal.
    pub(crate) fn page() -> Layout {
        width_of(None)
    }

    /// How wide stdout is.
    pub(crate) fn layout(&self) -> Layout {
        width_of(terminal_size_of(io::stdout()).map(|(width, _)| width))
    }

    /// Says on stderr what went wrong.
    pub(crate) fn complain(&self, message: &str) {
        let shown = visible(message).into_owned();
        self.message(|err| writeln!(err, "{}: {shown}", painted("error", ERROR)));
    }

    /// Says on stderr what was done.
    pub(crate) fn say(&self, message: &str) {
        let shown = visible(message).into_owned();
        self.message(|err| writeln!(err, "{shown}"));
    }

    /// Writes a longer message to stderr.
    pub(crate) fn tell(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        self.message(write);
    }

    /// Shows diagnostics on stderr.
    pub(crate) fn show(&self, told: &[Diagnostic]) {
        let layout = width_of(terminal_size_of(io::stderr()).map(|(width, _)| width));
        self.message(|err| diagnostics::write_diagnostics(told, &layout, err));
    }

    /// A message that nobody can read is no reason to fail.
    fn message(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        let mut err = BufWriter::new(AutoStream::new(io::stderr().lock(), self.colour));
        if write(&mut err).and_then(|()| err.flush()).is_err() {
            drop(err.into_parts());
        }
    }
}

fn width_of(terminal: Option<Width>) -> Layout {
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|&columns: &u16| columns > 0);
    Layout::wide(terminal.map(|Width(width)| width).or_else(columns).unwrap_or(PAGE))
}
