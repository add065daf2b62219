//! The arguments that say what is checked, shared by the commands that check.

use super::stream::Streams;
use anyhow::Context;
use clap::Args;
use gainsay::check::{CheckError, Checked, Options, check};
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Args, Clone, Debug)]
pub(crate) struct InputArguments {
    /// The claims file.
    #[arg(long, value_name = "FILE", default_value = "claims.toml")]
    claims: PathBuf,
    /// Articles to read instead of those the claims file names: a file, a
    /// folder or a glob. May be given several times.
    #[arg(long, value_name = "PATH")]
    corpus: Vec<PathBuf>,
    /// The day on which rulings must hold. Without it, the latest day of
    /// publication in the corpus.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

impl InputArguments {
    /// Checks, with every diagnostic shown on stderr.
    pub(crate) fn check(&self, topics: &[String], streams: &Streams) -> anyhow::Result<Checked> {
        let options = Options {
            claims: self.claims.clone(),
            corpus: self.corpus.clone(),
            topics: topics.to_vec(),
            as_of: self.as_of,
        };
        let checked = check(&options).inspect_err(|error| {
            if let CheckError::UnknownTopic { diagnostics, .. } = error {
                streams.show(diagnostics);
            }
        });
        let checked = checked.context("nothing was checked")?;
        streams.show(&checked.diagnostics);
        Ok(checked)
    }
}
