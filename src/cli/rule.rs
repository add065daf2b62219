//! `gainsay rule FINDING`: an editor's decision, recorded in the claims file.

use super::change::{Change, apply};
use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::bail;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use gainsay::authoring::insert::{Place, insert};
use gainsay::authoring::rulings::replace_ruling;
use gainsay::authoring::stanza::NewRuling;
use gainsay::check::Checked;
use gainsay::claims::Verdict;
use gainsay::compare::Finding;
use jiff::civil::Date;
use std::process::{Command, Stdio};

#[derive(Args, Debug)]
pub(crate) struct RuleArguments {
    /// The finding's fingerprint, or its beginning.
    finding: String,
    /// What is decided.
    #[arg(long, value_parser = verdicts())]
    verdict: Verdict,
    /// The claim that the verdict favours.
    #[arg(long, value_name = "ID")]
    claim: Option<String>,
    /// Why, for those who read it later.
    #[arg(long)]
    note: Option<String>,
    #[command(flatten)]
    signature: Signature,
    /// The last day it holds.
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Print the stanza and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    input: InputArguments,
}

/// Who decides, and when.
#[derive(Args, Clone, Debug)]
pub(crate) struct Signature {
    /// Who decides; without it, the name that git commits with.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day of the decision; without it, today.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

/// The verdicts of the reference.
fn verdicts() -> impl TypedValueParser<Value = Verdict> {
    let known = Verdict::ALL.map(|verdict| PossibleValue::new(verdict.name()).help(verdict.meaning()));
    PossibleValuesParser::new(known)
        .try_map(|name| Verdict::ALL.into_iter().find(|verdict| verdict.name() == name).ok_or("no such verdict"))
}

impl Signature {
    pub(crate) fn by(&self) -> anyhow::Result<String> {
        let of_git = || {
            let output = Command::new("git").args(["config", "user.name"]).stderr(Stdio::null()).output().ok()?;
            let name = String::from_utf8(output.stdout).ok()?.trim().to_owned();
            (!name.is_empty()).then_some(name)
        };
        let Some(by) = self.by.clone().or_else(of_git) else { bail!("who decides? say --by NAME") };
        Ok(by)
    }

    pub(crate) fn on(&self) -> Date {
        self.on.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
    }
}

pub(crate) fn run(arguments: &RuleArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check(&[], streams)?;
    let finding = find(&checked, &arguments.finding)?;
    if !finding.standing.is_open() {
        bail!("the finding {} has been ruled on already", finding.fingerprint);
    }
    let date = |date: Date| date.to_string().parse().ok();
    let ruling = NewRuling {
        finding: finding.fingerprint.clone(),
        verdict: arguments.verdict.name().to_owned(),
        claim: arguments.claim.clone(),
        by: arguments.signature.by()?,
        on: date(arguments.signature.on()),
        until: arguments.until.and_then(date),
        note: arguments.note.clone(),
    };
    if arguments.dry_run {
        streams.write(|out| write!(out, "{}", ruling.stanza()))?;
        return Ok(Status::Clean);
    }
    let mut change = Change::of(arguments.input.claims_file(), &checked);
    change.after = record(&change.after, &checked, finding, &ruling);
    apply(&change, streams)
}

/// The finding with a fingerprint that begins so.
fn find<'c>(checked: &'c Checked, print: &str) -> anyhow::Result<&'c Finding> {
    let found: Vec<&Finding> =
        checked.compared.findings.iter().filter(|finding| finding.fingerprint.starts_with(print)).collect();
    match found.as_slice() {
        [finding] => Ok(finding),
        [] => bail!("no finding has a fingerprint that begins with `{print}`; `gainsay check` shows them"),
        several => bail!("{} findings have a fingerprint that begins with `{print}`: write more of it", several.len()),
    }
}

/// The text with a ruling; one that held for the same finding makes room.
pub(crate) fn record(text: &str, checked: &Checked, finding: &Finding, ruling: &NewRuling) -> String {
    match finding.standing.ruling() {
        Some(stale) => replace_ruling(text, &checked.claims.rulings[stale].finding, ruling),
        None => insert(text, &ruling.stanza(), Place::Ruling),
    }
}
