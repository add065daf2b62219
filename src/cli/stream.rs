//! The streams of the process: data on stdout, messages on stderr, colours
//! where they are wanted. A reader that goes away ends the writing quietly.

use anstream::{AutoStream, ColorChoice};
use gainsay::diagnostic::Diagnostic;
use gainsay::report::links::Links;
use gainsay::report::style::{ERROR, WARNING, painted};
use gainsay::report::visible::visible;
use gainsay::report::{Layout, diagnostics};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::{Child, Command, Stdio};
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

    /// Writes data to a pager, with the colours that stdout would have. Where
    /// none can be started, it is written to stdout.
    pub(crate) fn page_through(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
        let Some(mut pager) = start_pager() else { return self.write(write) };
        let has_colour = match self.colour {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        };
        let mut written = Ok(());
        if let Some(input) = pager.stdin.take() {
            let mut input = BufWriter::new(input);
            written = if has_colour {
                write(&mut input).and_then(|()| input.flush())
            } else {
                let mut plain = anstream::StripStream::new(Box::new(input) as Box<dyn Write>);
                write(&mut plain).and_then(|()| plain.flush())
            };
        }
        // Its reader decides when it ends; one that left early is no trouble.
        pager.wait()?;
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Whether stdout is a terminal that follows links.
    pub(crate) fn follows_links(&self) -> bool {
        self.colour != ColorChoice::Never && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout)
    }

    /// Links from the working directory.
    pub(crate) fn links() -> Option<Links> {
        let folder = std::env::current_dir().ok()?;
        let is_editor = std::env::var_os("TERM_PROGRAM").is_some_and(|program| program == "vscode");
        Some(Links::new(&folder.to_string_lossy(), is_editor))
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

    /// Says on stderr what the reader should know before he trusts the outcome.
    pub(crate) fn warn(&self, message: &str) {
        let shown = visible(message).into_owned();
        self.message(|err| writeln!(err, "{}: {shown}", painted("warning", WARNING)));
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

/// The pager that the environment names, or `less`; its words are parted at
/// spaces, and no shell reads them.
fn start_pager() -> Option<Child> {
    let named = ["GAINSAY_PAGER", "PAGER"].into_iter().find_map(|name| std::env::var(name).ok());
    let named = named.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| "less -R".to_owned());
    let mut words = named.split_whitespace();
    Command::new(words.next()?).args(words).stdin(Stdio::piped()).spawn().ok()
}
