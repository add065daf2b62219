//! `gainsay schema`: the JSON Schemas, for editors and other programs.

use super::status::Status;
use super::stream::Streams;
use clap::{Args, ValueEnum};
use gainsay::authoring::schema::{claims_schema, front_matter_schema};

#[derive(Args, Debug)]
pub(crate) struct SchemaArguments {
    /// Of what.
    #[arg(value_enum, default_value_t = Of::Claims)]
    of: Of,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Of claims.toml.
    Claims,
    /// Of the front matter of articles.
    FrontMatter,
}

pub(crate) fn run(arguments: &SchemaArguments, streams: &Streams) -> anyhow::Result<Status> {
    let schema = match arguments.of {
        Of::Claims => claims_schema(),
        Of::FrontMatter => front_matter_schema(),
    };
    streams.write(|out| write!(out, "{schema}"))?;
    Ok(Status::Clean)
}
