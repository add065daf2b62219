//! What a page can be filtered by, and the marks that its parts bear.
//!
//! Every choice has a short token (`c3` is the fourth claimant); a part of the
//! page bears the tokens of all that it is about.

use super::super::Report;
use super::super::view::{FindingView, PositionView, TopicView};
use crate::compare::RULES;
use std::collections::{BTreeMap, BTreeSet};

/// One thing to filter by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What parts of the page bear.
    pub token: String,
    /// As people read it.
    pub label: String,
}

/// Everything to filter by.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Topics that somebody speaks to, in the order of the page.
    pub topics: Vec<Choice>,
    /// Who speaks, by name.
    pub claimants: Vec<Choice>,
    /// Articles with a mention, by id.
    pub articles: Vec<Choice>,
    /// Rules with a finding, in the order of the reference.
    pub rules: Vec<Choice>,
    /// The states that findings are in.
    pub statuses: Vec<Choice>,
    tokens: BTreeMap<(char, String), String>,
}

impl Choices {
    /// The choices of a report.
    #[must_use]
    pub fn new(report: &Report) -> Self {
        let mut choices = Self::default();
        let topics = report.spoken.iter().map(|&at| &report.topics[at]);
        let topics = topics.map(|topic| (topic.id.clone(), topic.question.clone())).collect();
        let speakers: BTreeSet<String> =
            report.topics.iter().flat_map(|topic| &topic.positions).map(|position| position.who.clone()).collect();
        let heard = report.articles.iter().filter(|article| article.mentions() > 0);
        let of_article = |article: &super::super::article::ArticleView| {
            let outlet = article.front.outlet.as_ref().map(|outlet| format!(" ({outlet})")).unwrap_or_default();
            (article.id.to_string(), format!("{}{outlet}", article.id))
        };
        let raised: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule).collect();
        let rules =
            RULES.iter().filter(|rule| raised.contains(rule.id)).map(|rule| (rule.id.to_owned(), rule.id.to_owned()));
        let states: BTreeSet<&str> = report.findings.iter().map(|finding| finding.status).collect();
        choices.topics = choices.add('t', topics);
        choices.claimants = choices.add('c', speakers.into_iter().map(|who| (who.clone(), who)).collect());
        choices.articles = choices.add('a', heard.map(of_article).collect());
        choices.rules = choices.add('r', rules.collect());
        choices.statuses =
            choices.add('s', states.into_iter().map(|state| (state.to_owned(), state.to_owned())).collect());
        choices
    }

    fn add(&mut self, kind: char, things: Vec<(String, String)>) -> Vec<Choice> {
        let token = |(at, (id, label)): (usize, (String, String))| {
            let token = format!("{kind}{at}");
            self.tokens.insert((kind, id), token.clone());
            Choice { token, label }
        };
        things.into_iter().enumerate().map(token).collect()
    }

    fn token(&self, kind: char, id: &str) -> Option<&str> {
        self.tokens.get(&(kind, id.to_owned())).map(String::as_str)
    }

    /// The tokens of a topic, without those of its findings.
    #[must_use]
    pub fn of_topic(&self, topic: &TopicView) -> String {
        let mut tokens: BTreeSet<&str> = self.token('t', &topic.id).into_iter().collect();
        topic.positions.iter().for_each(|position| self.add_position(position, &mut tokens));
        joined(&tokens)
    }

    /// The tokens of a row.
    #[must_use]
    pub fn of_position(&self, position: &PositionView) -> String {
        let mut tokens = BTreeSet::new();
        self.add_position(position, &mut tokens);
        joined(&tokens)
    }

    /// The tokens of a finding.
    #[must_use]
    pub fn of_finding(&self, finding: &FindingView) -> String {
        let topic = finding.topic.as_deref().and_then(|topic| self.token('t', topic));
        let speakers = finding.speakers.iter().filter_map(|who| self.token('c', who));
        let articles = finding.articles.iter().filter_map(|article| self.token('a', article));
        let state = [self.token('r', finding.rule), self.token('s', finding.status)];
        let tokens: BTreeSet<&str> =
            topic.into_iter().chain(speakers).chain(articles).chain(state.into_iter().flatten()).collect();
        joined(&tokens)
    }

    fn add_position<'s>(&'s self, position: &PositionView, tokens: &mut BTreeSet<&'s str>) {
        tokens.extend(self.token('c', &position.who));
        tokens.extend(position.articles.iter().filter_map(|article| self.token('a', article)));
    }
}

fn joined(tokens: &BTreeSet<&str>) -> String {
    tokens.iter().copied().collect::<Vec<_>>().join(" ")
}
