//! What was passed on stronger than it was said.
//!
//! One claimant, one scope, one number, two hedges: `about 100` became `at
//! least 100`. Or one thing that the claimant left open (`may have`, `could
//! not confirm`) and another article states. The claimant's own text is the
//! original; where there is none, the article published first. What grew
//! weaker on the way is no finding, and neither is an article that has both.
//!
//! ```text
//! the police's “about 100 people” is passed on as “at least 100” by The Paper
//! ```

use super::key::value_key;
use super::relation::contains_all;
use super::table::Table;
use super::{Finding, Position, Relation, Rule, Severity};
use crate::matching::Mention;
use crate::matching::stance::Assurance;
use crate::value::{Amount, Bound, Hedge, Interval, Moment, Number, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Passed on stronger than it was said.
pub static HEDGE_DRIFT: Rule = Rule {
    id: "hedge-drift",
    severity: Severity::Warning,
    summary: "a statement is passed on stronger than its claimant made it",
    page: include_str!("../../docs/rules/hedge-drift.md"),
};

/// Finds hedges and doubts that were lost on the way.
pub(super) fn find_hedge_drift(table: &Table<'_>) -> Vec<Finding> {
    let mut findings = find_stronger_numbers(table);
    findings.extend((0..table.positions.len()).filter_map(|at| find_lost_doubt(table, at)));
    findings
}

/// For each original, the positions that say the same number stronger.
fn find_stronger_numbers(table: &Table<'_>) -> Vec<Finding> {
    let mut drifted: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for pair in table.pairs.iter().filter(|pair| pair.relation == Relation::Compatible) {
        for (original, later) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if is_stronger(table, original, later) && !new_articles(table, original, later).is_empty() {
                drifted.entry(original).or_default().insert(later);
            }
        }
    }
    let tell = |(&original, later): (&usize, &BTreeSet<usize>)| {
        let said = later.iter().map(|&at| {
            let articles: Vec<usize> = new_articles(table, original, at).into_iter().collect();
            format!("“{}” by {}", table.bare_value(&table.positions[at].value), table.outlets(&articles))
        });
        let original_words = table.value(&table.positions[original].value);
        let who = possessive(&table.who(&table.positions[original]));
        let said = said.collect::<Vec<_>>().join(", as ");
        let mut rows = later.clone();
        rows.insert(original);
        table.finding(&HEDGE_DRIFT, &rows, format!("{who} “{original_words}” is passed on as {said}"))
    };
    drifted.iter().map(tell).collect()
}

/// The same number with another hedge, which claims more.
fn is_stronger(table: &Table<'_>, original: usize, later: usize) -> bool {
    let (first, second) = (&table.positions[original], &table.positions[later]);
    let (Value::Amount(a), Value::Amount(b)) = (&first.value, &second.value) else { return false };
    let plain = |hedge: Hedge| if hedge == Hedge::Rounded { Hedge::Exact } else { hedge };
    first.claimant.is_some()
        && first.claimant == second.claimant
        && a.stated.is_some()
        && a.stated == b.stated
        && plain(a.hedge) != plain(b.hedge)
        && claims_more(a, b)
        && is_original(table, first, second)
}

/// Whether the second amount claims more than the first: it rules out the
/// lowest values that the first allows, or allows only some of its values.
/// `More than 100` for `about 100` does, `about 100` for `more than 100` does
/// not. `2 million` is meant as a number here, not as its rounding.
fn claims_more(first: &Amount, second: &Amount) -> bool {
    let meant = |amount: &Amount| match amount.stated.filter(|_| amount.hedge == Hedge::Rounded) {
        Some(stated) => Interval::exact(stated),
        None => amount.interval,
    };
    let (first, second) = (meant(first), meant(second));
    let from_below = |interval: &Interval<Number>| Interval { low: interval.low, high: Bound::Unbounded };
    let raised = !contains_all(&from_below(&second), &from_below(&first));
    raised || contains_all(&first, &second) && !contains_all(&second, &first)
}

/// Whether the first of two positions is what the claimant said, and the
/// second what became of it.
fn is_original(table: &Table<'_>, first: &Position, second: &Position) -> bool {
    let own = |position: &Position| position.articles.iter().any(|&article| is_own_text(table, position, article));
    match (own(first), own(second)) {
        (true, false) => true,
        (false, true) | (true, true) => false,
        (false, false) => {
            let earliest = |position: &Position| {
                let days = position.articles.iter().map(|&article| published(table, article));
                days.collect::<Option<Vec<_>>>()?.into_iter().min_by_key(|day| (day.last_day(), day.first_day()))
            };
            match (earliest(first).and_then(Moment::last_day), earliest(second).and_then(Moment::first_day)) {
                (Some(first), Some(second)) => first < second,
                _ => false,
            }
        }
    }
}

/// The articles that state the later position and not the original one.
fn new_articles(table: &Table<'_>, original: usize, later: usize) -> BTreeSet<usize> {
    let has = |article: &usize| table.positions[original].articles.contains(article);
    let stated = table.positions[later].mentions.iter().map(|&at| table.mentions[at].article);
    stated.filter(|article| !has(article)).collect()
}

fn is_own_text(table: &Table<'_>, position: &Position, article: usize) -> bool {
    let front = table.corpus.articles.get(article).map(|article| &article.front);
    front.is_some_and(|front| front.claimant.is_some() && front.claimant == position.claimant)
}

fn published<'t>(table: &'t Table<'_>, article: usize) -> Option<&'t Moment> {
    table.corpus.articles.get(article)?.front.published_on.as_ref()
}

/// A thing that the original leaves open and a later article states.
fn find_lost_doubt(table: &Table<'_>, at: usize) -> Option<Finding> {
    let position = &table.positions[at];
    position.claimant.as_ref()?;
    let mentions: Vec<&Mention> =
        position.mentions.iter().map(|&at| &table.mentions[at]).chain(withheld(table, position)).collect();
    // An article is as sure as the surest place in it.
    let mut articles: BTreeMap<usize, Assurance> = BTreeMap::new();
    for mention in &mentions {
        let surest = articles.entry(mention.article).or_insert(Assurance::Doubted);
        *surest = (*surest).max(mention.stance.assurance);
    }
    let original = find_original(table, position, articles.keys().copied())?;
    if articles.get(&original) != Some(&Assurance::Doubted) {
        return None;
    }
    let sure: BTreeMap<usize, Assurance> =
        articles.into_iter().filter(|(_, assurance)| *assurance != Assurance::Doubted).collect();
    let surest = *sure.values().max()?;
    let outlets = table.outlets(&sure.keys().copied().collect::<Vec<_>>());
    let verb = if outlets.contains(" and ") { ("pass", "have") } else { ("passes", "has") };
    let as_what = if surest == Assurance::Proven { "as proven" } else { "without the doubt" };
    let (who, value) = (table.who(position), table.value(&position.value));
    // A wording has its quotation marks already.
    let quoted = if value.starts_with('“') { value } else { format!("“{value}”") };
    let message = format!("{who} left open {quoted}; {outlets} {} it on {as_what}", verb.0);
    let mut finding = table.finding(&HEDGE_DRIFT, &BTreeSet::from([at]), message);
    finding.articles = sure.keys().copied().chain([original]).collect();
    finding.articles.sort_unstable();
    let places = mentions.iter().map(|mention| {
        let words = mention.span.of(&table.corpus.articles[mention.article].body);
        format!("{}: {}: “{words}”", table.place(mention.article, mention.span), mention.stance.assurance.name())
    });
    finding.detail.extend(places);
    Some(finding)
}

/// What the claimant could not confirm of a position: no statement, but where
/// the doubt stands.
fn withheld<'t>(table: &'t Table<'_>, position: &'t Position) -> impl Iterator<Item = &'t Mention> {
    let key = value_key(&position.value);
    table.mentions.iter().filter(move |mention| {
        mention.stance.is_withheld
            && mention.claim.is_none()
            && mention.claimant == position.claimant
            && value_key(&mention.value) == key
    })
}

/// The claimant's own text, or else the one article published before all
/// others.
fn find_original(
    table: &Table<'_>,
    position: &Position,
    articles: impl Iterator<Item = usize> + Clone,
) -> Option<usize> {
    let own: Vec<usize> = articles.clone().filter(|&article| is_own_text(table, position, article)).collect();
    match own.as_slice() {
        [one] => return Some(*one),
        [] => {}
        _ => return None,
    }
    let first = articles.clone().min_by_key(|&article| published(table, article).and_then(Moment::last_day))?;
    let last_day = published(table, first)?.last_day()?;
    let is_first = |other: usize| {
        other == first || published(table, other).and_then(Moment::first_day).is_some_and(|day| last_day < day)
    };
    articles.clone().all(is_first).then_some(first)
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(hedge: Hedge) -> Amount {
        let stated = Number::from(100);
        Amount { stated: Some(stated), hedge, interval: hedge.interval(stated, Number::ONE), basis: None }
    }

    #[test]
    fn a_hedge_that_is_dropped_or_hardened_claims_more() {
        let more = |first: Hedge, second: Hedge| claims_more(&amount(first), &amount(second));
        assert!(more(Hedge::About, Hedge::AtLeast));
        assert!(more(Hedge::About, Hedge::Exact));
        assert!(more(Hedge::AtMost, Hedge::Exact));
        assert!(more(Hedge::AtLeast, Hedge::MoreThan));
        assert!(more(Hedge::AtLeast, Hedge::Exact));
        assert!(!more(Hedge::Exact, Hedge::About));
        assert!(!more(Hedge::MoreThan, Hedge::About));
        assert!(!more(Hedge::AtLeast, Hedge::About));
        assert!(!more(Hedge::Rounded, Hedge::About));
    }
}
