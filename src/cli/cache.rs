//! `gainsay cache clear`: forgets what earlier runs found.

use super::status::Status;
use super::stream::Streams;
use anyhow::Context;
use clap::{Args, Subcommand};
use etcetera::{BaseStrategy, choose_base_strategy};
use gainsay::scan::cache::{CacheAt, clear_cache};
use std::path::PathBuf;
use std::time::Duration;

#[derive(Args, Debug)]
pub(crate) struct CacheArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Forget what earlier runs found: the next one looks at everything.
    Clear,
}

/// The folder of the user's caches that is ours, if there is one.
pub(super) fn folder() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.cache_dir().join("gainsay"))
}

/// Where the cache is, and from how many files on it is used.
pub(super) fn place() -> Option<CacheAt> {
    Some(CacheAt { folder: folder()?, from: 500, settled: Duration::from_secs(3) })
}

pub(crate) fn run(arguments: &CacheArguments, streams: &Streams) -> anyhow::Result<Status> {
    let What::Clear = arguments.what;
    let folder = folder().context("there is no folder for caches")?;
    let was_there = clear_cache(&folder).with_context(|| format!("cannot clear the cache in {}", folder.display()))?;
    streams.say(if was_there { "the cache is empty now" } else { "there is no cache" });
    Ok(Status::Clean)
}
