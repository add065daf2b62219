//! `gainsay scan`: article records in, mention records out, a line each.

use super::status::Status;
use super::stream::Streams;
use anyhow::Context;
use clap::Args;
use gainsay::check::load;
use gainsay::diagnostic::Severity;
use gainsay::scan::wire::scan_stream;
use gainsay::scan::{Scanner, Texts};
use std::io::{self, BufReader};
use std::path::PathBuf;

/// What is read at once from a pipe.
const BUFFER: usize = 1 << 18;

#[derive(Args, Debug)]
pub(crate) struct ScanArguments {
    /// The claims file.
    #[arg(long, value_name = "FILE", default_value = "claims.toml")]
    claims: PathBuf,
    /// The file that the records are in, as reports show it; a record with a
    /// `path` of its own stands there.
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    path: String,
    /// The line of that file that the input begins at.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    first_line: u32,
}

pub(crate) fn run(arguments: &ScanArguments, streams: &Streams) -> anyhow::Result<Status> {
    let loaded = load(&arguments.claims).context("nothing was scanned")?;
    streams.show(&loaded.diagnostics);
    let scanner = Scanner::new(&loaded.claims, Texts::OfSpeakers);
    let place = (arguments.path.as_str(), arguments.first_line);
    let mut from = BufReader::with_capacity(BUFFER, io::stdin());
    streams.write(|out| scan_stream(&scanner, place, &mut from, out))?;
    let has_errors = loaded.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if has_errors { Status::BadInput } else { Status::Clean })
}
