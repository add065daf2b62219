//! `gainsay collate`: what `scan` wrote, in any number of files and any order,
//! reported as `check` would.

use super::check::show;
use super::shown::ShownArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::Context;
use clap::Args;
use gainsay::check::{Options, check_gathered, load};
use gainsay::scan::{Collator, Gathered};
use jiff::civil::Date;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

#[derive(Args, Debug)]
pub(crate) struct CollateArguments {
    /// What `scan` wrote; `-` is the standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The claims file.
    #[arg(long, value_name = "FILE", default_value = "claims.toml")]
    claims: PathBuf,
    /// The day on which rulings must hold. Without it, the latest day of
    /// publication among the articles.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    #[command(flatten)]
    shown: ShownArguments,
}

pub(crate) fn run(arguments: &CollateArguments, streams: &Streams) -> anyhow::Result<Status> {
    let (claims, topics) = (arguments.claims.clone(), arguments.shown.asked.topics.clone());
    let options = Options { claims, topics, as_of: arguments.as_of, ..Options::default() };
    let loaded = load(&options.claims).context("nothing was collated")?;
    let collator = Collator::new(&loaded.claims);
    let mut gathered = Gathered::default();
    for file in &arguments.files {
        let read = if file == Path::new("-") {
            collator.read(&mut io::stdin().lock(), &mut gathered)
        } else {
            let opened = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
            collator.read(&mut BufReader::with_capacity(1 << 18, opened), &mut gathered)
        };
        read.with_context(|| file.display().to_string())?;
    }
    let checked = check_gathered(loaded, &options, gathered)?;
    streams.show(&checked.diagnostics);
    show(&arguments.shown, &checked, streams)
}
