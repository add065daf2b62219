//! `gainsay why TOPIC ARTICLE[:LINE]`: why sentences matched, or did not.

use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::{Context, anyhow, bail};
use clap::Args;
use gainsay::check::Checked;
use gainsay::diagnostic::nearest;
use gainsay::matching::explain;
use gainsay::report::why::write_attempts;
use gainsay::scan::Texts;

#[derive(Args, Debug)]
pub(crate) struct WhyArguments {
    /// The topic's id.
    topic: String,
    /// The article's id, and a line of its file where only that is asked for.
    #[arg(value_name = "ARTICLE[:LINE]")]
    place: String,
    #[command(flatten)]
    input: InputArguments,
}

pub(crate) fn run(arguments: &WhyArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check_keeping(Texts::All, std::slice::from_ref(&arguments.topic), streams)?;
    let (topic, _) = checked.claims.topic(&arguments.topic).context("a topic that was checked is in the set")?;
    let (article, line) = find_place(&checked, &arguments.place)?;
    let attempts = explain(&checked.claims, &checked.corpus, topic, article, line);
    if attempts.is_empty() {
        match line {
            Some(line) => bail!("no sentence stands on line {line} of `{}`", checked.corpus.articles[article].path),
            None => bail!("`{}` has no sentence", checked.corpus.articles[article].path),
        }
    }
    streams.write(|out| write_attempts(&checked, topic, article, &attempts, &streams.layout(), out))?;
    Ok(if checked.has_errors() { Status::BadInput } else { Status::Clean })
}

/// The article and line of `ARTICLE[:LINE]`. An id may itself hold a colon.
fn find_place(checked: &Checked, place: &str) -> anyhow::Result<(usize, Option<u32>)> {
    if let Some((at, _)) = checked.corpus.article(place) {
        return Ok((at, None));
    }
    let (id, line) = place.rsplit_once(':').unwrap_or((place, ""));
    let known = checked.corpus.articles.iter().map(|article| &*article.id);
    let (at, _) = checked.corpus.article(id).ok_or_else(|| match nearest(id, known) {
        Some(near) => anyhow!("there is no article `{id}`; did you mean `{near}`?"),
        None => anyhow!("there is no article `{id}`"),
    })?;
    let line = line.parse().ok().filter(|&line| line > 0).with_context(|| format!("`{line}` is no line number"))?;
    Ok((at, Some(line)))
}
