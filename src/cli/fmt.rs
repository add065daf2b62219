//! `gainsay fmt`: claims files in their canonical form.

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
    /// The claims files; `-` formats what comes in on stdin to stdout.
    #[arg(default_value = "claims.toml", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Change nothing; exit with 1 when there is something to change.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &FmtArguments, streams: &Streams) -> anyhow::Result<Status> {
    let mut all = Status::Clean;
    for file in &arguments.files {
        // Bad input wins over what is to be changed.
        let status = format(file, arguments.check, streams)?;
        all = if (status as u8) > (all as u8) { status } else { all };
    }
    Ok(all)
}

fn format(file: &Path, is_check: bool, streams: &Streams) -> anyhow::Result<Status> {
    let is_stdin = file == Path::new("-");
    let loaded = if is_stdin {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).context("cannot read stdin")?;
        load_text(Path::new("stdin"), text)
    } else {
        load(file).context("nothing was formatted")?
    };
    let before = &loaded.claims.source.text;
    let Ok(after) = format_claims(before) else {
        streams.show(&syntax_errors(loaded));
        return Ok(Status::BadInput);
    };
    let name = file.display();
    if is_check {
        if *before == after {
            return Ok(Status::Clean);
        }
        let line = before.lines().zip(after.lines()).take_while(|(before, after)| before == after).count() + 1;
        streams.say(&format!("{name}:{line}: not in canonical form; `gainsay fmt {name}` brings it there"));
        return Ok(Status::Findings);
    }
    if is_stdin {
        streams.write(|out| out.write_all(after.as_bytes()))?;
    } else if *before != after {
        replace_file(file, before, &after)?;
        streams.say(&format!("formatted {name}"));
    }
    Ok(Status::Clean)
}

/// What keeps the file from being TOML; the rest of its mistakes is for
/// `lint` to tell.
fn syntax_errors(loaded: Loaded) -> Vec<Diagnostic> {
    let told = loaded.diagnostics.into_iter();
    told.filter(|told| told.severity == Severity::Error && told.label == "this is not TOML").collect()
}
