//! `gainsay review`: the open findings one by one, each with its evidence, and
//! what to decide. Every decision is written at once, so that quitting keeps
//! what was done.

use super::ask::{select, text};
use super::input::InputArguments;
use super::output::replace_file;
use super::rule::{Signature, record};
use super::status::Status;
use super::stream::Streams;
use anyhow::bail;
use clap::{Args, ValueEnum};
use gainsay::authoring::stanza::NewRuling;
use gainsay::check::Checked;
use gainsay::claims::Verdict;
use gainsay::compare::{Finding, Severity};
use gainsay::report::Report;
use gainsay::report::evidence::{find_subject, write_evidence};
use std::io::IsTerminal;

#[derive(Args, Debug)]
pub(crate) struct ReviewArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Walk through these: conflicts, warnings too, or all.
    #[arg(long, value_enum, default_value_t = Level::Warning, value_name = "LEVEL")]
    level: Level,
    #[command(flatten)]
    signature: Signature,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Conflicts only.
    Conflict,
    /// Conflicts and warnings.
    Warning,
    /// Every finding.
    Note,
}

/// What can be chosen besides a verdict, in the order shown.
const OTHERS: [&str; 3] = ["skip", "undo the last decision", "quit"];

/// What an editor does with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Decide(Verdict),
    Skip,
    Undo,
    Quit,
}

fn choose(prompt: &str) -> anyhow::Result<Choice> {
    let verdicts = Verdict::ALL.map(|verdict| format!("{}: {}", verdict.name().replace('-', " "), verdict.meaning()));
    let choices: Vec<String> = verdicts.into_iter().chain(OTHERS.map(str::to_owned)).collect();
    let skip = Verdict::ALL.len();
    let at = select(prompt, &choices, skip)?;
    Ok(match (Verdict::ALL.get(at), at - skip.min(at)) {
        (Some(verdict), _) => Choice::Decide(*verdict),
        (None, 0) => Choice::Skip,
        (None, 1) => Choice::Undo,
        (None, _) => Choice::Quit,
    })
}

/// The claims file as it grows, and how it was before each decision.
struct Session<'s> {
    arguments: &'s ReviewArguments,
    checked: &'s Checked,
    text: String,
    done: Vec<(usize, String)>,
}

pub(crate) fn run(arguments: &ReviewArguments, streams: &Streams) -> anyhow::Result<Status> {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        bail!("a review needs a terminal; `gainsay rule` records one decision");
    }
    let checked = arguments.input.check(&[], streams)?;
    let report = Report::new(&checked);
    let worst = match arguments.level {
        Level::Conflict => Severity::Conflict,
        Level::Warning => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let is_due =
        |finding: &&Finding| finding.standing.is_open() && finding.rule.severity <= worst && finding.topic.is_some();
    let open: Vec<&Finding> = checked.compared.findings.iter().filter(is_due).collect();
    let text = checked.claims.source.text.clone();
    let mut session = Session { arguments, checked: &checked, text, done: Vec::new() };
    let mut at = 0;
    while let Some(finding) = open.get(at) {
        if let Ok(subject) = find_subject(&report, &finding.fingerprint) {
            streams.write(|out| write_evidence(&report, &subject, &streams.layout(), out))?;
        }
        let prompt = format!("{} of {}: {}", at + 1, open.len(), finding.rule.id);
        match choose(&prompt)? {
            Choice::Skip => at += 1,
            Choice::Undo => at = session.undo(at)?,
            Choice::Quit => break,
            Choice::Decide(verdict) => {
                if session.decide(at, finding, verdict)? {
                    at += 1;
                }
            }
        }
    }
    let (done, left) = (session.done.len(), open.len() - session.done.len());
    streams.say(&format!("{done} decided, {left} open"));
    Ok(Status::Clean)
}

impl Session<'_> {
    /// Asks why, and writes the ruling; false when there is no claim to favour.
    fn decide(&mut self, at: usize, finding: &Finding, verdict: Verdict) -> anyhow::Result<bool> {
        let claim = match verdict {
            Verdict::Favours => match self.favoured(finding)? {
                Some(claim) => Some(claim),
                None => return Ok(false),
            },
            _ => None,
        };
        let note = text("Why (empty for no note)", None)?;
        let ruling = NewRuling {
            finding: finding.fingerprint.clone(),
            verdict: verdict.name().to_owned(),
            claim,
            by: self.arguments.signature.by()?,
            on: self.arguments.signature.on().to_string().parse().ok(),
            until: None,
            note: (!note.trim().is_empty()).then_some(note),
        };
        let after = record(&self.text, self.checked, finding, &ruling);
        replace_file(self.arguments.input.claims_file(), &self.text, &after)?;
        self.done.push((at, std::mem::replace(&mut self.text, after)));
        Ok(true)
    }

    /// Which claim of the finding's positions is right.
    fn favoured(&self, finding: &Finding) -> anyhow::Result<Option<String>> {
        let result = self.checked.compared.topics.iter().find(|result| Some(result.topic) == finding.topic);
        let of_positions = result.into_iter().flat_map(|result| {
            finding.positions.iter().filter_map(|&at| result.positions.get(at)).flat_map(|position| &position.claims)
        });
        let mut claims: Vec<usize> = of_positions.chain(&finding.claims).copied().collect();
        claims.sort_unstable();
        claims.dedup();
        let ids: Vec<&str> = claims.iter().map(|&claim| self.checked.claims.claims[claim].id.as_str()).collect();
        if ids.is_empty() {
            return Ok(None);
        }
        let which = select("Which claim is right?", &ids, 0)?;
        Ok(Some(ids[which].to_owned()))
    }

    /// Takes the last decision back, and goes there.
    fn undo(&mut self, at: usize) -> anyhow::Result<usize> {
        let Some((back, before)) = self.done.pop() else { return Ok(at) };
        replace_file(self.arguments.input.claims_file(), &self.text, &before)?;
        self.text = before;
        Ok(back)
    }
}
