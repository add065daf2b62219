//! `gainsay add topic`: a question, and how texts answer it.

use super::questions::{self, is_terminal};
use super::{AddArguments, Addition, finish, pair};
use crate::cli::status::Status;
use crate::cli::stream::Streams;
use anyhow::Context;
use clap::Args;
use clap::builder::PossibleValuesParser;
use gainsay::authoring::insert::Place;
use gainsay::authoring::stanza::{NewChoice, NewFacet, NewPoint, NewTopic};
use gainsay::check::Checked;
use gainsay::value::Kind;

#[derive(Args, Clone, Debug, Default)]
pub(crate) struct TopicArguments {
    /// Its id.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// The question that sources answer.
    #[arg(long)]
    pub(crate) question: Option<String>,
    /// What sort of value answers it.
    #[arg(long, value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::name)))]
    pub(crate) kind: Option<String>,
    /// The unit of the value.
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// How texts say it, with {value}. May be given several times.
    #[arg(long = "match", value_name = "PATTERN")]
    pub(crate) patterns: Vec<String>,
    /// A text that must match. May be given several times.
    #[arg(long, value_name = "TEXT")]
    pub(crate) matches: Vec<String>,
    /// A text that must not match. May be given several times.
    #[arg(long, value_name = "TEXT")]
    pub(crate) rejects: Vec<String>,
    /// The words of a topic of kind `quote`.
    #[arg(long, value_name = "WORDS")]
    pub(crate) wording: Option<String>,
    /// An answer of a topic of kind `choice`, and how texts give it. May be
    /// given several times, also for one answer.
    #[arg(long = "option", value_name = "ID=PATTERN", value_parser = pair)]
    pub(crate) options: Vec<(String, String)>,
    /// A dimension of scope, one of its options, and how texts tell it:
    /// `medium/visit=in person`. May be given several times.
    #[arg(long = "facet", value_name = "FACET/OPTION=PATTERN", value_parser = pair)]
    pub(crate) facets: Vec<(String, String)>,
    /// The option of a facet that is meant where texts say nothing.
    #[arg(long = "facet-default", value_name = "FACET=OPTION", value_parser = pair)]
    pub(crate) defaults: Vec<(String, String)>,
    /// A point of a readout, and how texts make it: `ceasefire=called for a
    /// ceasefire`; `ceasefire/refused=…` where the sides can answer
    /// differently. May be given several times.
    #[arg(long = "point", value_name = "POINT[/OPTION]=PATTERN", value_parser = pair)]
    pub(crate) points: Vec<(String, String)>,
    /// What a point asks; without it, its id.
    #[arg(long = "point-question", value_name = "POINT=QUESTION", value_parser = pair)]
    pub(crate) point_questions: Vec<(String, String)>,
    /// A side of a readout. May be given several times.
    #[arg(long = "side", value_name = "CLAIMANT")]
    pub(crate) sides: Vec<String>,
    /// Print the stanza and change nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

pub(super) fn run(
    arguments: &AddArguments,
    of: &TopicArguments,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let is_asking = of.id.is_none() && of.question.is_none() && is_terminal();
    let of = if is_asking { questions::topic(of)? } else { of.clone() };
    let need = |what: &Option<String>, key: &str| what.clone().with_context(|| format!("a topic needs --{key}"));
    let topic = NewTopic {
        id: need(&of.id, "id")?,
        question: need(&of.question, "question")?,
        kind: need(&of.kind, "kind")?,
        unit: of.unit.clone(),
        wording: of.wording.clone(),
        claimants: of.sides.clone(),
        patterns: of.patterns.clone(),
        matches: of.matches.clone(),
        rejects: of.rejects.clone(),
        facets: facets(&of)?,
        options: choices(&of.options),
        points: points(&of),
    };
    let addition = Addition { stanza: topic.stanza(), place: Place::End, is_dry: of.dry_run, is_asking };
    finish(arguments, &addition, checked, streams)
}

/// One choice an id, in the order in which they are first named.
fn choices(pairs: &[(String, String)]) -> Vec<NewChoice> {
    let mut choices: Vec<NewChoice> = Vec::new();
    for (id, pattern) in pairs {
        match choices.iter_mut().find(|choice| choice.id == *id) {
            Some(choice) => choice.patterns.push(pattern.clone()),
            None => choices.push(NewChoice { id: id.clone(), patterns: vec![pattern.clone()] }),
        }
    }
    choices
}

/// The first halves of paths, in order, each once.
fn heads(pairs: &[(String, String)]) -> Vec<&str> {
    let mut heads: Vec<&str> = Vec::new();
    for (path, _) in pairs {
        let head = path.split('/').next().unwrap_or(path);
        if !heads.contains(&head) {
            heads.push(head);
        }
    }
    heads
}

/// What stands under a head: the second halves, with what they are given.
fn under(pairs: &[(String, String)], head: &str) -> Vec<(String, String)> {
    let below = |path: &str| path.split_once('/').filter(|(of, _)| *of == head).map(|(_, rest)| rest.to_owned());
    pairs.iter().filter_map(|(path, pattern)| Some((below(path)?, pattern.clone()))).collect()
}

fn facets(of: &TopicArguments) -> anyhow::Result<Vec<NewFacet>> {
    if let Some((path, _)) = of.facets.iter().find(|(path, _)| !path.contains('/')) {
        anyhow::bail!("which option of the facet `{path}`? say --facet {path}/OPTION=PATTERN");
    }
    let default = |id: &str| of.defaults.iter().find(|(facet, _)| facet == id).map(|(_, option)| option.clone());
    let facet =
        |id: &str| NewFacet { id: id.to_owned(), default: default(id), options: choices(&under(&of.facets, id)) };
    Ok(heads(&of.facets).into_iter().map(facet).collect())
}

fn points(of: &TopicArguments) -> Vec<NewPoint> {
    let question = |id: &str| of.point_questions.iter().find(|(point, _)| point == id).map(|(_, asked)| asked.clone());
    let point = |id: &str| NewPoint {
        id: id.to_owned(),
        question: question(id).unwrap_or_else(|| id.replace('-', " ")),
        patterns: of.points.iter().filter(|(path, _)| path == id).map(|(_, pattern)| pattern.clone()).collect(),
        options: choices(&under(&of.points, id)),
    };
    heads(&of.points).into_iter().map(point).collect()
}
