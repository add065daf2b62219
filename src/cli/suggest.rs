//! `gainsay suggest`: numbers that disagree, and mentions that no claim holds.

use super::change::{Change, apply};
use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::bail;
use clap::{Args, ValueEnum};
use gainsay::authoring::insert::Place;
use gainsay::authoring::propose::{claim_of_mention, proposed_claims, proposed_names, proposed_topic, taken_ids};
use gainsay::check::Checked;
use gainsay::matching::Mention;
use gainsay::report::suggestions::{NameView, SuggestionView, SuggestionsView, UnlistedView, write_suggestions};
use gainsay::suggest::{Suggestion, find_disagreements};
use std::collections::BTreeSet;

#[derive(Args, Debug)]
pub(crate) struct SuggestArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Only the mentions of this topic that no claim holds. May be given
    /// several times.
    #[arg(long = "topic", value_name = "ID")]
    topics: Vec<String>,
    /// Show no more disagreements than this.
    #[arg(long, default_value_t = 15, value_name = "NUMBER")]
    most: usize,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Add these to the claims file: their numbers, or `all`.
    #[arg(long, value_name = "NUMBER", value_delimiter = ',')]
    write: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Evidence and topics, for people.
    Table,
    /// Everything, for programs.
    Json,
    /// Stanzas for a claims file.
    Toml,
}

pub(crate) fn run(arguments: &SuggestArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check_or_empty(&arguments.topics, streams)?;
    let view = suggestions(&checked, arguments);
    if checked.corpus.articles.is_empty() {
        streams.complain("there is no article to look at");
        return Ok(Status::NothingChecked);
    }
    if !arguments.write.is_empty() {
        return write(arguments, &checked, &view, streams);
    }
    streams.write(|out| match arguments.format {
        Format::Table => write_suggestions(&view, &streams.layout(), out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &view)?;
            writeln!(out)
        }
        Format::Toml => names(&view, &|_| true)
            .into_iter()
            .chain(stanzas(&view).map(|(_, toml)| toml))
            .try_for_each(|toml| writeln!(out, "{toml}")),
    })?;
    if arguments.format == Format::Table {
        let (found, unlisted) = (view.suggestions.len(), view.unlisted.len());
        let counts = format!(
            "{found} {}, {unlisted} {}",
            if found == 1 { "disagreement" } else { "disagreements" },
            if unlisted == 1 { "mention that no claim holds" } else { "mentions that no claim holds" },
        );
        streams.say(&if found + unlisted == 0 {
            format!("{counts}: there is nothing to add")
        } else {
            format!("{counts}; `gainsay suggest --write NUMBER` adds them to the claims file")
        });
    }
    Ok(if checked.has_errors() { Status::BadInput } else { Status::Clean })
}

fn suggestions(checked: &Checked, arguments: &SuggestArguments) -> SuggestionsView {
    let (claims, corpus) = (&checked.claims, &checked.corpus);
    let held: Vec<&Mention> = checked.compared.topics.iter().flat_map(|topic| &topic.mentions).collect();
    let most = if arguments.topics.is_empty() { arguments.most } else { 0 };
    let found = find_disagreements(claims, corpus, &held, most);
    let mut taken = taken_ids(claims);
    let new = |(at, suggestion): (usize, &Suggestion)| {
        let topic = proposed_topic(suggestion).stanza();
        let claims: Vec<String> = proposed_claims(corpus, suggestion, &mut taken)
            .iter()
            .map(|claim| format!("\n{}", claim.stanza()))
            .collect();
        let names = proposed_names(suggestion).into_iter().map(|(id, toml)| NameView { id, toml }).collect();
        SuggestionView::new(corpus, suggestion, (at + 1).to_string(), names, topic + &claims.concat())
    };
    let suggestions: Vec<SuggestionView> = found.iter().enumerate().map(new).collect();
    let is_stated = |mention: &&Mention| !mention.stance.is_withheld && mention.claim.is_none();
    let free = held.into_iter().filter(is_stated);
    let unlisted = free.enumerate().map(|(at, mention)| {
        let article = &corpus.articles[mention.article];
        let place = article.place(mention.span.start);
        let claim = claim_of_mention(claims, corpus, mention, &mut taken);
        UnlistedView {
            id: format!("m{}", at + 1),
            topic: claim.topic.clone(),
            article: article.id.to_string(),
            line: place.line,
            column: place.column,
            quote: mention.span.of(&article.body).to_owned(),
            toml: claim.stanza(),
        }
    });
    SuggestionsView { version: 1, suggestions, unlisted: unlisted.collect() }
}

/// Every stanza, with the topic whose claims it belongs to.
fn stanzas(view: &SuggestionsView) -> impl Iterator<Item = (&str, &str)> {
    let new = view.suggestions.iter().map(|suggestion| (suggestion.id.as_str(), suggestion.toml.as_str()));
    new.chain(view.unlisted.iter().map(|unlisted| (unlisted.id.as_str(), unlisted.toml.as_str())))
}

/// The names that chosen suggestions need, each once.
fn names<'v>(view: &'v SuggestionsView, is_chosen: &dyn Fn(&str) -> bool) -> Vec<&'v str> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let chosen = view.suggestions.iter().filter(|suggestion| is_chosen(&suggestion.id));
    let names = chosen.flat_map(|suggestion| &suggestion.names);
    names.filter(|name| told.insert(&name.id)).map(|name| name.toml.as_str()).collect()
}

fn write(
    arguments: &SuggestArguments,
    checked: &Checked,
    view: &SuggestionsView,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let all = arguments.write.iter().any(|number| number == "all");
    if let Some(unknown) =
        arguments.write.iter().find(|number| *number != "all" && !stanzas(view).any(|(id, _)| id == number.as_str()))
    {
        bail!("there is no suggestion {unknown}");
    }
    let is_chosen = |id: &str| all || arguments.write.iter().any(|number| number == id);
    let topic_of = |id: &str| view.unlisted.iter().find(|unlisted| unlisted.id == id).map(|unlisted| &unlisted.topic);
    let mut change = Change::of(arguments.input.claims_file(), checked);
    for toml in names(view, &is_chosen) {
        change.insert(toml, Place::End);
    }
    for (id, toml) in stanzas(view).filter(|(id, _)| is_chosen(id)) {
        change.insert(toml, topic_of(id).map_or(Place::End, |topic| Place::ClaimOf(topic)));
    }
    apply(&change, streams)
}
