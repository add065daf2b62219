//! Sums in another currency than their topic's. Nothing here knows rates of exchange, which are
//! those of a day: such a sum is shown and held against nothing.
//!
//! ```text
//! 75 million GBP (Globe) and 4.6 billion USD (CNN) are held against nothing: the topic counts in EUR
//! ```

use super::finding::Standing;
use super::fingerprint::{Evidence, fingerprint};
use super::key::value_key;
use super::table::Table;
use super::words::{amount_in_words, list_in_words};
use super::{Finding, Rule, Severity};
use crate::matching::Mention;
use crate::value::Value;
use std::collections::BTreeSet;

/// An article answers in another currency.
pub static OTHER_CURRENCY: Rule = Rule {
    id: "other-currency",
    severity: Severity::Warning,
    summary: "an article answers in a currency that the topic does not count in",
    page: include_str!("../../docs/rules/other-currency.md"),
};

/// Finds sums in other currencies: those of a topic together.
pub(super) fn find_other_currencies(table: &Table<'_>) -> Vec<Finding> {
    let others: Vec<&Mention> = table.mentions.iter().filter(|mention| mention.currency.is_some()).collect();
    let (Some(_), Some(unit)) = (others.first(), &table.topic.unit) else { return Vec::new() };
    let sum = |mention: &Mention| match &mention.value {
        Value::Amount(amount) => amount_in_words(amount, mention.currency.as_deref()),
        _ => String::new(),
    };
    let said = |mention: &&Mention| format!("{} ({})", sum(mention), table.outlets(&[mention.article]));
    let told: BTreeSet<String> = others.iter().map(said).collect();
    let told: Vec<String> = told.into_iter().collect();
    let are = if told.len() == 1 { "is" } else { "are" };
    let articles: BTreeSet<usize> = others.iter().map(|mention| mention.article).collect();
    let detail =
        others.iter().map(|mention| format!("{}: {}", table.place(mention.article, mention.span), sum(mention)));
    let about = others
        .iter()
        .map(|mention| format!("{} {}", value_key(&mention.value), mention.currency.as_deref().unwrap_or_default()));
    let evidence = Evidence { about: about.collect(), ..Evidence::default() };
    vec![Finding {
        rule: &OTHER_CURRENCY,
        topic: Some(table.index),
        positions: Vec::new(),
        claims: Vec::new(),
        articles: articles.into_iter().collect(),
        message: format!("{} {are} held against nothing: the topic counts in {unit}", list_in_words(&told, 4)),
        detail: detail.collect(),
        fingerprint: fingerprint(&OTHER_CURRENCY, &table.topic.id, evidence),
        standing: Standing::Open,
    }]
}
