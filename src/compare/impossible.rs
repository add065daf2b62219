//! Dates that cannot be right: a weekday that is not that date's, and what is
//! reported as past although it lies after publication.
//!
//! Texts rightly announce what is to come, and nothing here reads tenses. So a
//! date after publication is told only where the topic asks of the past (`When
//! did …`, `When was …`) and no claim, which someone has checked, states it.
//!
//! ```text
//! Example Daily gives 16 Mar 2022, after its own publication on 7 Mar 2022
//! ```

use super::dates::moment_in_words;
use super::finding::Standing;
use super::fingerprint::{Evidence, fingerprint};
use super::key::value_key;
use super::relation::{compare_moments, is_same_statement};
use super::table::Table;
use super::{Finding, Position, Relation, Rule, Severity};
use crate::extract::is_scheduled;
use crate::matching::Mention;
use crate::text::fold_str;
use crate::value::{Moment, Value};

/// How many words before a statement its auxiliary may stand: `would march on 16 June`.
const LEAD: usize = 3;

/// A date after publication, or a weekday that is not that date's.
pub static DATE_IMPOSSIBLE: Rule = Rule {
    id: "date-impossible",
    severity: Severity::Warning,
    summary: "an article gives a date that cannot be right",
    page: include_str!("../../docs/rules/date-impossible.md"),
};

/// Finds dates that cannot be right.
pub(super) fn find_impossible_dates(table: &Table<'_>) -> Vec<Finding> {
    let past = asks_of_the_past(&table.topic.question);
    let mut findings: Vec<Finding> = Vec::new();
    for (at, mention) in table.mentions.iter().enumerate() {
        let outlet = table.outlets(&[mention.article]);
        let reason = match (&mention.impossible, published_before(table, mention)) {
            (Some(reason), _) => format!("{outlet} gives a date that cannot be right: {reason}"),
            // What is only to come nobody states as what was.
            (None, Some((date, published)))
                if past
                    && !mention.stance.is_withheld
                    && !is_to_come(table, mention)
                    && !is_claimed(table, mention) =>
            {
                format!("{outlet} gives {date}, after its own publication on {published}")
            }
            _ => continue,
        };
        let finding = tell_impossible(table, at, mention, reason);
        match findings.iter_mut().find(|told| told.fingerprint == finding.fingerprint) {
            Some(told) => told.detail.extend(finding.detail),
            None => findings.push(finding),
        }
    }
    findings
}

/// The date and the publication that lies wholly before it, in words.
fn published_before(table: &Table<'_>, mention: &Mention) -> Option<(String, String)> {
    let Value::Date(date) = &mention.value else { return None };
    let published = table.corpus.articles.get(mention.article)?.front.published_on.as_ref()?;
    let later = compare_moments(date, published) == Relation::Conflict && starts_after(date, published);
    later.then(|| (moment_in_words(date), moment_in_words(published)))
}

fn starts_after(date: &Moment, published: &Moment) -> bool {
    matches!((date.from, published.to), (Some(from), Some(to)) if to <= from)
}

fn is_claimed(table: &Table<'_>, mention: &Mention) -> bool {
    let mut values = table.topic_claims().filter_map(|(_, claim)| claim.value.as_ref());
    values.any(|claim| is_same_statement(table.topic.kind, claim, &mention.value))
}

/// `The exchange will take place on 17 June`: whatever the question asks, it is not over yet.
fn is_to_come(table: &Table<'_>, mention: &Mention) -> bool {
    let Some(article) = table.corpus.articles.get(mention.article) else { return false };
    let words = |text: &str| -> Vec<String> {
        let folded = fold_str(text);
        let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    // `They would march on 16 June`: the verb before what a pattern asks for.
    let before = words(article.body[..mention.span.start].rsplit(['.', '!', '?', ';']).next().unwrap_or_default());
    let plans = |word: &String| matches!(word.as_str(), "will" | "would" | "to" | "may" | "might" | "could" | "should");
    let is_planned = before.iter().rev().take(LEAD).any(plans);
    let is_said = |word: &String| {
        let plain = matches!(
            word.as_str(),
            "be" | "will"
                | "would"
                | "planned"
                | "scheduled"
                | "due"
                | "expected"
                | "postponed"
                | "delayed"
                | "moved"
                | "pushed"
                | "extended"
                | "prolonged"
                | "deferred"
                | "deadline"
                | "expires"
        );
        plain || is_scheduled(word)
    };
    is_planned || words(mention.span.of(&article.body)).iter().any(is_said)
}

fn asks_of_the_past(question: &str) -> bool {
    let question = fold_str(question);
    let mut words = question.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| matches!(word, "did" | "was" | "were" | "had"))
}

fn tell_impossible(table: &Table<'_>, at: usize, mention: &Mention, message: String) -> Finding {
    let holds = |position: &Position| position.mentions.contains(&at);
    let positions: Vec<usize> = (0..table.positions.len()).filter(|&row| holds(&table.positions[row])).collect();
    let rows: Vec<&Position> = positions.iter().map(|&row| &table.positions[row]).collect();
    let evidence = Evidence { about: vec![message.clone(), value_key(&mention.value)], ..table.evidence(&rows) };
    let place = table.place(mention.article, mention.span);
    Finding {
        rule: &DATE_IMPOSSIBLE,
        topic: Some(table.index),
        claims: mention.claim.into_iter().collect(),
        articles: vec![mention.article],
        detail: vec![format!("{place}: {}", table.value_and_interval(&mention.value))],
        fingerprint: fingerprint(&DATE_IMPOSSIBLE, &table.topic.id, evidence),
        standing: Standing::Open,
        message,
        positions,
    }
}
