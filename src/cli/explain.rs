//! `gainsay explain [RULE]`: the page of a rule, or the list of them.

use super::status::Status;
use super::stream::Streams;
use anyhow::bail;
use clap::Args;
use gainsay::authoring::lint::{LINTS, find_lint};
use gainsay::compare::Rule;
use gainsay::compare::rules::RULES;
use gainsay::diagnostic::nearest;
use gainsay::report::style::{FAINT, of_severity, painted};
use gainsay::report::wrap::wrapped;

#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    /// A rule, as findings name it; without one, all rules are listed.
    rule: Option<String>,
}

pub(crate) fn run(arguments: &ExplainArguments, streams: &Streams) -> anyhow::Result<Status> {
    let Some(id) = &arguments.rule else {
        return list(streams);
    };
    let rule = RULES.iter().find(|rule| rule.id == id).map(|rule| rule.page);
    let Some(page) = rule.or_else(|| find_lint(id).map(|lint| lint.page)) else {
        let lints = LINTS.iter().map(|lint| lint.id);
        match nearest(id, RULES.iter().map(|rule| rule.id).chain(lints)) {
            Some(near) => bail!("there is no rule `{id}`; did you mean `{near}`?"),
            None => bail!("there is no rule `{id}`; `gainsay explain` lists them"),
        }
    };
    streams.write(|out| writeln!(out, "{}", page.trim_end()))?;
    Ok(Status::Clean)
}

fn list(streams: &Streams) -> anyhow::Result<Status> {
    let width = streams.layout().width;
    streams.write(|out| RULES.iter().try_for_each(|rule| write_rule(rule, width, out)))?;
    Ok(Status::Clean)
}

fn write_rule(rule: &Rule, width: u16, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let severity = painted(format!("{:<9}", rule.severity.name()), of_severity(rule.severity));
    let indent = " ".repeat(31);
    let lines = wrapped(rule.summary, width, &indent, &indent);
    let (first, rest) = lines.split_first().map_or(("", &[][..]), |(first, rest)| (first.trim_start(), rest));
    writeln!(out, "{severity} {:<20} {}", rule.id, painted(first, FAINT))?;
    rest.iter().try_for_each(|line| writeln!(out, "{}", painted(line, FAINT)))
}
