//! `gainsay show ID`: the evidence behind a topic, claim, position or finding.

use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::bail;
use clap::Args;
use gainsay::report::Report;
use gainsay::report::evidence::{find_subject, write_evidence};

#[derive(Args, Debug)]
pub(crate) struct ShowArguments {
    /// A topic, a claim, a position (`p3`), a mention (`m7`), or the beginning
    /// of a finding's fingerprint.
    id: String,
    #[command(flatten)]
    input: InputArguments,
}

pub(crate) fn run(arguments: &ShowArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check(&[], streams)?;
    let report = Report::new(&checked);
    let subject = match find_subject(&report, &arguments.id) {
        Ok(subject) => subject,
        Err(Some(near)) => bail!("nothing is called `{}`; did you mean `{near}`?", arguments.id),
        Err(None) => bail!("nothing is called `{}`: no topic, claim, position, mention or finding", arguments.id),
    };
    streams.write(|out| write_evidence(&report, &subject, &streams.layout(), out))?;
    Ok(if checked.has_errors() { Status::BadInput } else { Status::Clean })
}
