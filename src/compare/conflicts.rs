//! Statements that cannot both be true: between claimants, between outlets,
//! within one article.
//!
//! All conflicting pairs of a rule that hang together are one finding: three
//! claimants with three counts of one march are told once. The outlet's own
//! voice is a claimant against a named one, also within one article; so is each who speaks and is not listed.
//!
//! ```text
//! the Élysée says 6 calls, the Kremlin 14: same period (24 Feb 2022 to Oct 2022), they cannot both be right
//! ```

use super::dates::window_in_words;
use super::pairs::Pair;
use super::relation::{compare_values, is_one_number};
use super::retold::Retold;
use super::table::Table;
use super::words::{list_in_words, option_in_words, reckoned_in_words, verb_for};
use super::{Finding, Position, Relation, Rule, Severity};
use crate::matching::Mention;
use crate::text::capitalised;
use crate::value::Kind;
use crate::value::Value;
use std::cell::{LazyCell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

/// Two claimants, same scope, disjoint values.
pub static CLAIMANTS_CONFLICT: Rule = Rule {
    id: "claimants-conflict",
    severity: Severity::Conflict,
    summary: "two claimants give values for the same thing that cannot both be true",
    page: include_str!("../../docs/rules/claimants-conflict.md"),
};

/// One claimant as two articles report it, same scope, disjoint values.
pub static OUTLETS_CONFLICT: Rule = Rule {
    id: "outlets-conflict",
    severity: Severity::Conflict,
    summary: "two articles report one claimant with values that cannot both be right",
    page: include_str!("../../docs/rules/outlets-conflict.md"),
};

/// One article, same claimant and scope, disjoint values.
pub static SELF_CONFLICT: Rule = Rule {
    id: "self-conflict",
    severity: Severity::Conflict,
    summary: "one article states two values for the same thing that cannot both be true",
    page: include_str!("../../docs/rules/self-conflict.md"),
};

/// How many claimants or values a message names.
const NAMED: usize = 4;

/// Finds claimants that contradict each other.
pub(super) fn find_claimant_conflicts(table: &Table<'_>) -> Vec<Finding> {
    let between =
        |pair: &&Pair| !row(table, pair.a).is_of_voice(row(table, pair.b)) && lone_headline(table, pair).is_none();
    let groups = gather_groups(conflicts(table).filter(between));
    groups.iter().map(|group| table.finding(&CLAIMANTS_CONFLICT, group, say_conflict(table, group))).collect()
}

/// Finds articles that report one claimant differently.
pub(super) fn find_outlet_conflicts(table: &Table<'_>) -> Vec<Finding> {
    let (tellers, retold) = (Tellers::new(table), LazyCell::new(|| Retold::new(table)));
    let between = |pair: &&Pair| {
        let (a, b) = (row(table, pair.a), row(table, pair.b));
        if !a.is_of_voice(b) || a.is_own_voice() && retold.has_both(pair) {
            return false;
        }
        let (first, second) = (tellers.of(pair.a), tellers.of(pair.b));
        // An article with both in its text contradicts itself, which is told elsewhere.
        let shared = first.in_text.intersection(&second.in_text).count();
        let is_more = |told: &Told<'_>| told.by.len() > shared;
        let is_one_article = first.by.len() == 1 && first.by == second.by && !first.elsewhere && !second.elsewhere;
        !is_one_article && (shared == 0 || is_more(first) && is_more(second))
    };
    let groups = gather_groups(conflicts(table).filter(between));
    let message = |group: &BTreeSet<usize>| {
        let claimant = group.first().and_then(|&at| row(table, at).claimant.as_deref());
        match claimant {
            Some(id) => say_reports(table, group, table.claims.display(id)),
            None => say_conflict(table, group),
        }
    };
    groups.iter().map(|group| table.finding(&OUTLETS_CONFLICT, group, message(group))).collect()
}

/// Finds articles that contradict themselves.
pub(super) fn find_self_conflicts(table: &Table<'_>) -> Vec<Finding> {
    let (tellers, retold) = (Tellers::new(table), LazyCell::new(|| Retold::new(table)));
    let within = |pair: &&Pair| {
        let (a, b) = (row(table, pair.a), row(table, pair.b));
        let is_retold = || a.is_own_voice() && retold.has_both(pair);
        let is_of_one = a.is_of_voice(b) && !tellers.shared(pair).is_empty() && !is_retold();
        is_of_one || lone_headline(table, pair).is_some()
    };
    let pairs: Vec<&Pair> = conflicts(table).filter(within).collect();
    let mut findings = Vec::new();
    for group in gather_groups(pairs.iter().copied()) {
        let own = pairs.iter().filter(|pair| group.contains(&pair.a));
        let articles: BTreeSet<usize> = own.flat_map(|pair| tellers.articles_within(pair)).collect();
        let articles: Vec<usize> = articles.into_iter().collect();
        let message = say_self_conflict(table, &group, &articles);
        findings.push(Finding { articles, ..table.finding(&SELF_CONFLICT, &group, message) });
    }
    findings
}

fn conflicts<'t>(table: &'t Table<'_>) -> impl Iterator<Item = &'t Pair> {
    table.pairs.iter().filter(|pair| pair.relation == Relation::Conflict)
}

fn row<'t>(table: &'t Table<'_>, at: usize) -> &'t Position {
    &table.positions[at]
}

/// An article, and those it has a statement from.
type Reporter<'t> = (usize, &'t [String]);

/// Who tells of a position.
#[derive(Clone)]
struct Told<'t> {
    /// Those with it in their text. Two relays in one article are two.
    in_text: BTreeSet<Reporter<'t>>,
    /// These and the articles that claims have it from. A claim whose words are not in
    /// its article is told of as such; it is nothing the article says.
    by: BTreeSet<Reporter<'t>>,
    /// Whether a claim has it from no article.
    elsewhere: bool,
}

impl<'t> Told<'t> {
    fn new(table: &'t Table<'_>, position: &Position) -> Self {
        let in_text = reporters_in_text(table, position);
        let with_text: BTreeSet<usize> = in_text.iter().map(|(article, _)| *article).collect();
        let claimed = position.articles.iter().filter(|article| !with_text.contains(article));
        let claimed = claimed.map(|&article| (article, &[] as &[String]));
        let elsewhere = position.claims.iter().any(|&claim| table.claims.claims[claim].article.is_none());
        Self { by: in_text.iter().copied().chain(claimed).collect(), in_text, elsewhere }
    }
}

/// Who tells of each position, found out when it is asked for.
struct Tellers<'t> {
    table: &'t Table<'t>,
    known: Vec<OnceCell<Told<'t>>>,
}

impl<'t> Tellers<'t> {
    fn new(table: &'t Table<'t>) -> Self {
        Self { table, known: vec![OnceCell::new(); table.positions.len()] }
    }

    fn of(&self, at: usize) -> &Told<'t> {
        self.known[at].get_or_init(|| Told::new(self.table, row(self.table, at)))
    }

    /// The articles that state both positions in their text, from the same relays; where
    /// neither is in any text, the one article that claims have both from.
    fn shared(&self, pair: &Pair) -> Vec<usize> {
        let (a, b) = (row(self.table, pair.a), row(self.table, pair.b));
        if a.mentions.is_empty() && b.mentions.is_empty() && a.articles.len() == 1 && a.articles == b.articles {
            return a.articles.clone();
        }
        let both = self.of(pair.a).in_text.intersection(&self.of(pair.b).in_text);
        both.map(|(article, _)| *article).collect()
    }

    /// The articles that contradict themselves in a pair.
    fn articles_within(&self, pair: &Pair) -> Vec<usize> {
        lone_headline(self.table, pair).map_or_else(|| self.shared(pair), |article| vec![article])
    }
}

/// Who says in a text of theirs that a claimant holds a position. Who only recalls it, as what was
/// said before, does not say so.
fn reporters_in_text<'t>(table: &'t Table<'_>, position: &Position) -> BTreeSet<Reporter<'t>> {
    let mentions = position.mentions.iter().map(|&at| &table.mentions[at]);
    let mentions = mentions.filter(|mention| !mention.stance.is_superseded);
    mentions.map(|mention| (mention.article, mention.via.as_slice())).collect()
}

/// The article whose headline states a value in nobody's name that nobody in
/// its body has, while the body ascribes another: that is no second claimant,
/// but a headline that its own article contradicts.
fn lone_headline(table: &Table<'_>, pair: &Pair) -> Option<usize> {
    let of_pair = [(pair.a, pair.b), (pair.b, pair.a)];
    of_pair.into_iter().find_map(|(headline, body)| {
        let (headline, body) = (row(table, headline), row(table, body));
        let [article] = headline.articles.as_slice() else { return None };
        let only_headline = headline.is_own_voice() && headline.claims.is_empty() && table.is_headline(headline);
        let is_below = |mention: &Mention| mention.article == *article && !mention.in_headline;
        let in_body = body.mentions.iter().any(|&at| is_below(&table.mentions[at]));
        let fits = |mention: &Mention| {
            let related = compare_values(table.topic.kind, &mention.value, &headline.value);
            let is_told = related != Some(Relation::Conflict) || is_one_number(&mention.value, &headline.value);
            is_below(mention) && is_told
        };
        (only_headline && in_body && body.claimant.is_some() && !table.mentions.iter().any(fits)).then_some(*article)
    })
}

/// Positions that hang together by pairs, in order.
fn gather_groups<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Vec<BTreeSet<usize>> {
    let mut near: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for pair in pairs {
        near.entry(pair.a).or_default().push(pair.b);
        near.entry(pair.b).or_default().push(pair.a);
    }
    let (mut groups, mut seen) = (Vec::new(), BTreeSet::new());
    for &start in near.keys() {
        let (mut group, mut ahead) = (BTreeSet::new(), vec![start]);
        while let Some(at) = ahead.pop() {
            if seen.insert(at) {
                group.insert(at);
                ahead.extend(near.get(&at).into_iter().flatten());
            }
        }
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups
}

fn say_conflict(table: &Table<'_>, group: &BTreeSet<usize>) -> String {
    let spoken = gather_spoken(table, group, |position| table.who(position));
    say(table, group, say_spoken(&spoken, ("says", "say")))
}

fn say_reports(table: &Table<'_>, group: &BTreeSet<usize>, claimant: &str) -> String {
    let outlets = |position: &Position| {
        let relays = table.relays(position);
        match position.articles.as_slice() {
            [] => "the claims file".to_owned(),
            articles if relays.is_empty() => table.outlets(articles),
            articles => format!("{} (via {relays})", table.outlets(articles)),
        }
    };
    let spoken = gather_spoken(table, group, outlets);
    say(
        table,
        group,
        format!(
            "{claimant} {} reported differently: {}",
            verb_for(claimant, "is", "are"),
            say_spoken(&spoken, ("reports", "report"))
        ),
    )
}

fn say_self_conflict(table: &Table<'_>, group: &BTreeSet<usize>, articles: &[usize]) -> String {
    let outlets = table.outlets(articles);
    let contradict = match articles {
        [_] => format!("one article of {outlets} contradicts itself"),
        _ => format!("articles of {outlets} contradict themselves"),
    };
    let claimant = group.iter().find_map(|&at| row(table, at).claimant.as_deref());
    let who = |position: &Position| match &position.claimant {
        Some(id) => table.claims.display(id).to_owned(),
        None if claimant.is_some() && table.is_headline(position) => "its headline".to_owned(),
        None if claimant.is_some() => "its own voice".to_owned(),
        None => "it".to_owned(),
    };
    let spoken = gather_spoken(table, group, who);
    let said = match claimant {
        Some(_) => say_spoken(&spoken, ("says", "say")),
        None => spoken.iter().map(|speaker| list_in_words(&speaker.values, NAMED)).collect(),
    };
    say(table, group, format!("{contradict}: {said}"))
}

/// A whole message: the point it is about, what is said, why it cannot be.
fn say(table: &Table<'_>, group: &BTreeSet<usize>, said: String) -> String {
    let verdict = verdict(table, group);
    match asked(table, group) {
        // A heading that asks nothing would run on into the answer.
        Some(question) => {
            let end = if question.ends_with(['?', '.', '!', ':']) { "" } else { ":" };
            format!("{question}{end} {}: {verdict}", capitalised(&said))
        }
        None => format!("{said}: {verdict}"),
    }
}

/// One claimant, or the outlets that speak with one voice.
struct Speaker {
    name: String,
    many: bool,
    values: Vec<String>,
}

/// Who says which values, each once, in the order of the positions; the first
/// value has its unit.
fn gather_spoken(table: &Table<'_>, group: &BTreeSet<usize>, who: impl Fn(&Position) -> String) -> Vec<Speaker> {
    let mut spoken: Vec<Speaker> = Vec::new();
    for position in group.iter().map(|&at| row(table, at)) {
        let value = match &position.value {
            Value::Point { option: Some(option), .. } => option_in_words(option),
            value if spoken.is_empty() => table.value(value),
            value => table.bare_value(value),
        };
        let name = who(position);
        let many = name.contains(" and ") && name == table.outlets(&position.articles);
        match spoken.iter_mut().find(|speaker| speaker.name == name) {
            Some(speaker) if speaker.values.contains(&value) => {}
            Some(speaker) => speaker.values.push(value),
            None => spoken.push(Speaker { name, many, values: vec![value] }),
        }
    }
    spoken
}

fn say_spoken(spoken: &[Speaker], (says, say): (&str, &str)) -> String {
    let mut said: Vec<String> = Vec::new();
    for (at, Speaker { name, many, values }) in spoken.iter().take(NAMED).enumerate() {
        let verb = if *many { say } else { verb_for(name, says, say) };
        let verb = if at == 0 { format!(" {verb}") } else { String::new() };
        said.push(format!("{name}{verb} {}", list_in_words(values, NAMED)));
    }
    if spoken.len() > NAMED {
        said.push(format!("and {} more differ", spoken.len() - NAMED));
    }
    said.join(", ")
}

/// The question of the point that a readout conflicts on.
fn asked<'t>(table: &'t Table<'_>, group: &BTreeSet<usize>) -> Option<&'t str> {
    let Value::Point { point, .. } = &row(table, *group.first()?).value else { return None };
    let asked = table.topic.points.iter().find(|candidate| candidate.id == *point);
    asked.map(|point| point.question.as_str())
}

fn verdict(table: &Table<'_>, group: &BTreeSet<usize>) -> String {
    let mut rows = group.iter().map(|&at| row(table, at));
    let window = rows.next().and_then(|position| position.window);
    let period = window.map(|window| format!("same period ({}), ", window_in_words(&window))).unwrap_or_default();
    // Two sides that name different things need not both be wrong or right.
    if table.topic.kind == Kind::Readout {
        return format!("{period}the sides answer differently");
    }
    let values: Vec<&Value> = group.iter().map(|&at| &row(table, at).value).collect();
    let mut others = values.iter().enumerate().flat_map(|(at, a)| values[at + 1..].iter().map(move |b| (a, b)));
    let reckoned = others.find_map(|(a, b)| reckoned_in_words(table.topic, a, b));
    let reckoned = reckoned.map(|words| format!("{words}, ")).unwrap_or_default();
    format!("{period}{reckoned}they cannot {} be right", if group.len() == 2 { "both" } else { "all" })
}
