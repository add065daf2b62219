//! `gainsay fmt`: a claims file in its canonical form.

use super::output::replace_file;
use super::status::Status;
use super::stream::Streams;
use anyhow::Context;
use clap::Args;
use gainsay::authoring::format_claims;
use gainsay::check::{load, load_text};
use gainsay::claims::Loaded;
use gainsay::diagnostic::{Diagnostic, Severity};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

#[derive(Args, Debug)]
pub(crate) struct FmtArguments {
    /// The claims file; `-` formats what comes in on stdin to stdout.
    #[arg(default_value = "claims.toml", value_name = "FILE")]
    file: PathBuf,
    /// Change nothing; exit with 1 when there is something to change.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &FmtArguments, streams: &Streams) -> anyhow::Result<Status> {
    let is_stdin = arguments.file == Path::new("-");
    let loaded = if is_stdin {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).context("cannot read stdin")?;
        load_text(Path::new("stdin"), text)
    } else {
        load(&arguments.file).context("nothing was formatted")?
    };
    let before = &loaded.claims.source.text;
    let Ok(after) = format_claims(before) else {
        streams.show(&syntax_errors(loaded));
        return Ok(Status::BadInput);
    };
    if arguments.check {
        if *before == after {
            return Ok(Status::Clean);
        }
        let line = before.lines().zip(after.lines()).take_while(|(before, after)| before == after).count() + 1;
        let name = arguments.file.display();
        streams.say(&format!("{name}:{line}: not in canonical form; `gainsay fmt {name}` brings it there"));
        return Ok(Status::Findings);
    }
    if is_stdin {
        streams.write(|out| out.write_all(after.as_bytes()))?;
    } else if *before != after {
        replace_file(&arguments.file, before, &after)?;
        streams.say(&format!("formatted {}", arguments.file.display()));
    }
    Ok(Status::Clean)
}

/// What keeps the file from being TOML; the rest of its mistakes is for
/// `lint` to tell.
fn syntax_errors(loaded: Loaded) -> Vec<Diagnostic> {
    let told = loaded.diagnostics.into_iter();
    told.filter(|told| told.severity == Severity::Error && told.label == "this is not TOML").collect()
}
