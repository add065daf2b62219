//! `gainsay check --draft FILE`: an article about to be published, held
//! against the ledger.

use super::input::InputArguments;
use super::status::{FailLevel, Status};
use super::stream::Streams;
use anyhow::bail;
use gainsay::compare::Severity;
use gainsay::corpus::read_corpus;
use gainsay::draft::{Standing, check_draft};
use gainsay::report::draft::{draft_json, write_draft};
use std::path::{Path, PathBuf};

/// Checks a draft; only what conflicts, or with `warning` lacks its scope,
/// fails.
pub(crate) fn run(
    input: &InputArguments,
    draft: &PathBuf,
    is_json: bool,
    level: FailLevel,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let read = read_corpus(std::slice::from_ref(draft), Path::new(""));
    streams.show(&read.diagnostics);
    let Some(article) = read.articles.into_iter().next() else { bail!("{} is no article", draft.display()) };
    let path = article.path.clone();
    let (checked, at) = input.check_with(article, streams)?;
    let of_draft = check_draft(&checked, at);
    streams.write(|out| {
        if is_json {
            serde_json::to_writer_pretty(&mut *out, &draft_json(&of_draft, &path))?;
            return writeln!(out);
        }
        write_draft(&of_draft, &path, &streams.layout(), out)
    })?;
    let severities = of_draft.statements.iter().filter_map(|told| match told.standing {
        Standing::Conflicts => Some(Severity::Conflict),
        Standing::LacksScope | Standing::Disputed | Standing::SingleOrigin => Some(Severity::Warning),
        Standing::OtherScope | Standing::Alone | Standing::Agrees => None,
    });
    let worst = severities.min();
    Ok(if checked.has_errors() {
        Status::BadInput
    } else if checked.claims.topics.is_empty() {
        streams.complain("nothing was checked: there is no topic");
        Status::NothingChecked
    } else if worst.is_some_and(|worst| level.fails(worst)) {
        Status::Findings
    } else {
        Status::Clean
    })
}
