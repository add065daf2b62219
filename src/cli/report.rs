//! `gainsay report`: the page that an editor reads, prints and sends, as a file.
//!
//! Its exit status says whether the page was made of all there is, not what
//! stands on it: that is the business of `check`.

use super::input::InputArguments;
use super::output::write_report;
use super::status::Status;
use super::stream::Streams;
use clap::Args;
use gainsay::report::Report;
use gainsay::report::formats::html;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Report this topic only. May be given several times.
    #[arg(long = "topic", value_name = "ID")]
    topics: Vec<String>,
    /// The file to write; it appears whole or not at all.
    #[arg(long, value_name = "FILE", default_value = "report.html")]
    output: PathBuf,
}

pub(crate) fn run(arguments: &ReportArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check(&arguments.topics, streams)?;
    let report = Report::new(&checked);
    write_report(&arguments.output, &checked, |out| (html::FORMAT.write)(&report, &Streams::page(), out))?;
    streams.say(&format!("{} written: {}", arguments.output.display(), report.told.headline));
    Ok(if checked.has_errors() {
        Status::BadInput
    } else if checked.is_empty() {
        Status::NothingChecked
    } else {
        Status::Clean
    })
}
