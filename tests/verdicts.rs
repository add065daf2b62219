//! Runs `tests/verdicts/*.md`: the claims stand in a `toml` block, each block
//! of statements is followed by what comes of them: positions, relations,
//! findings.
//!
//! A statement is `PLACE WHO TOPIC: VALUE [WINDOW] (MARKS)`. Its place is a
//! line of an article (`ap:3`), the article that a claim cites (`ap`), or
//! `claim` for one known from elsewhere; nobody named is `-`. Marks say how it
//! stands (`headline`, `revises 20`, `via TASS`), all others are its facets.

use gainsay::claims::{ClaimSet, ReadValue, load_claims};
use gainsay::compare::dates::window_in_words;
use gainsay::compare::words::value_in_words;
use gainsay::compare::{Compared, Position, TopicResult, compare};
use gainsay::corpus::{Article, Corpus, read::article_from};
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::matching::Found;
use gainsay::value::{Kind, Value};
use std::fmt::Write as _;
use std::sync::Arc;

#[path = "verdicts/statement.rs"]
mod statement;

use statement::{Statement, mention_of, quotes_of, stanza_of};

struct Reader;

impl ReadValue for Reader {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

/// The articles that statements stand in, by id: with outlet and day of
/// publication.
const ARTICLES: [(&str, &str, &str); 4] = [
    ("ap", "Associated Press", "2022-03-07"),
    ("bbc", "BBC", "2022-05-04"),
    ("blog", "", ""),
    ("cnn", "CNN", "2022-10"),
];

fn corpus() -> Corpus {
    let article = |(id, outlet, published): (&str, &str, &str)| -> Article {
        let front = |key: &str, value: &str| match value {
            "" => String::new(),
            value => format!("{key} = \"{value}\"\n"),
        };
        // Each line is its own: articles with the same words have one origin.
        let body: String = (1..10).map(|line| format!("{id} line {line}\n")).collect();
        let text = format!("+++\n{}{}+++\n{body}", front("outlet", outlet), front("published", published));
        article_from(id, format!("{id}.txt"), text).0
    };
    Corpus { articles: ARTICLES.map(article).into(), diagnostics: Vec::new() }
}

/// The claims of a page with those topics only that are spoken of: nothing is
/// to be told of the others.
fn claims(toml: &str, statements: &[Statement<'_>]) -> ClaimSet {
    let mut topics = toml.split("\n[[topic]]\n");
    let names = topics.next().unwrap_or_default().to_owned();
    let topics: Vec<&str> = topics.collect();
    let is_spoken_of =
        |topic: &&&str| statements.iter().any(|said| topic.starts_with(&format!("id = {:?}", said.topic)));
    let kept: Vec<&str> = topics.iter().filter(is_spoken_of).copied().collect();
    let is_named = |topic: &&&str| {
        let id = topic.lines().next().unwrap_or_default().trim_start_matches("id = ");
        kept.iter().any(|kept| kept.contains(id))
    };
    let topics: String = topics.iter().filter(is_named).map(|topic| format!("\n[[topic]]\n{topic}")).collect();
    let stanzas: String = statements.iter().enumerate().filter_map(|(at, said)| stanza_of(at, said)).collect();
    let loaded = load_claims(Arc::new(Source::new("claims.toml", format!("{names}{topics}\n{stanzas}"))), &Reader);
    assert!(loaded.diagnostics.is_empty(), "{statements:?}: {:#?}", loaded.diagnostics);
    loaded.claims
}

/// What comes of some statements, line by line.
fn verdict(toml: &str, statements: &str) -> String {
    let statements: Vec<Statement<'_>> = statements.lines().map(Statement::parse).collect();
    let (claims, corpus) = (claims(toml, &statements), corpus());
    let mentions = statements.iter().filter_map(|said| mention_of(said, &claims, &corpus)).collect();
    let compared = compare(&claims, &corpus, Found { mentions, quotes: quotes_of(&statements) }, None);
    tell(&claims, &corpus, &compared)
}

fn tell(claims: &ClaimSet, corpus: &Corpus, compared: &Compared) -> String {
    let mut told = String::new();
    for result in &compared.topics {
        tell_topic(&mut told, claims, corpus, result);
    }
    for finding in &compared.findings {
        let _ = writeln!(told, "{}: {}", finding.rule.id, finding.message);
        for line in &finding.detail {
            let _ = writeln!(told, "  {line}");
        }
    }
    told
}

fn tell_topic(told: &mut String, claims: &ClaimSet, corpus: &Corpus, result: &TopicResult) {
    let topic = &claims.topics[result.topic];
    for (at, position) in result.positions.iter().enumerate() {
        let value = value_in_words(&position.value, topic);
        let _ = writeln!(told, "{} {}: {value}{}", at + 1, topic.id, behind(claims, corpus, position));
    }
    for related in &result.relations {
        let (a, b) = (related.a + 1, related.b + 1);
        let _ = writeln!(told, "{a} {} {b}: {}", related.relation.name(), related.reason);
    }
    for together in &result.together {
        let without: Vec<String> = together.without.iter().map(|at| (at + 1).to_string()).collect();
        for implied in &together.implied {
            let without = if without.is_empty() { String::new() } else { format!("without {}: ", without.join(", ")) };
            let _ = writeln!(told, "{without}{} ({})", implied.says, implied.because.join("; "));
        }
    }
    if !result.unpublished.is_empty() {
        let _ = writeln!(told, "not yet published: {}", result.unpublished.join(", "));
    }
}

/// Who holds a position, over which scope, and where it stands.
fn behind(claims: &ClaimSet, corpus: &Corpus, position: &Position) -> String {
    let mut told = format!(", {}", position.claimant.as_deref().unwrap_or("-"));
    if let Some(window) = &position.window {
        let _ = write!(told, " [{}]", window_in_words(window));
    }
    for (facet, option) in &position.facets {
        let _ = write!(told, " {facet}={option}");
    }
    let articles = position.articles.iter().map(|&at| corpus.articles[at].id.to_string());
    let cited = position.claims.iter().map(|&at| claims.claims[at].id.clone());
    let _ = write!(told, " ({})", articles.chain(cited).collect::<Vec<_>>().join(", "));
    told
}

/// The `toml` of a page, and its blocks of statements with their verdicts.
fn parse(page: &str) -> (&str, Vec<(&str, &str)>) {
    let mut fences = page.split("```").skip(1).step_by(2);
    let toml = fences.next().and_then(|fence| fence.strip_prefix("toml\n")).expect("the claims");
    let blocks = fences.map(|fence| fence.trim_start().split_once("---\n").expect("statements --- verdict"));
    (toml, blocks.collect())
}

fn run(page: &str) {
    let path = format!("tests/verdicts/{page}");
    let text = std::fs::read_to_string(&path).expect("a page");
    let (toml, blocks) = parse(&text);
    assert!(!blocks.is_empty(), "{path} has no blocks");
    let mut now = text.clone();
    for (statements, expected) in blocks {
        let verdict = verdict(toml, statements.trim_end());
        if verdict != expected {
            let block = |verdict: &str| format!("```\n{statements}---\n{verdict}");
            now = now.replace(&block(expected), &block(&verdict));
        }
    }
    // As the documents are: written anew when asked to, and read before they are kept.
    if std::env::var_os("UPDATE_VERDICTS").is_some() {
        std::fs::write(&path, &now).expect("the page is written");
    }
    assert!(now == text, "{path} tells otherwise now:\n{}", changed(&text, &now));
}

fn changed(text: &str, now: &str) -> String {
    let mut told = String::new();
    for line in text.lines().filter(|line| !now.lines().any(|other| other == *line)) {
        let _ = writeln!(told, "- {line}");
    }
    for line in now.lines().filter(|line| !text.lines().any(|other| other == *line)) {
        let _ = writeln!(told, "+ {line}");
    }
    told
}

#[test]
fn what_comes_of_statements_is_told() {
    run("whole.md");
}
