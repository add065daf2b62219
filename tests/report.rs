//! One hand-built run through every format: what the formats show is what the
//! run holds, whatever finding mentions and comparing them will make of it.

use gainsay::check::Checked;
use gainsay::claims::{ClaimSet, Named, Point, Topic};
use gainsay::compare::{Compared, Finding, Position, Related, Relation, Rule, Severity, Standing, TopicResult};
use gainsay::corpus::{Article, Block, BlockKind, Corpus, Front};
use gainsay::diagnostic::{Diagnostic, Source};
use gainsay::matching::stance::Stance;
use gainsay::matching::{FoundBy, Mention};
use gainsay::report::{Layout, Report, diagnostics, json, table};
use gainsay::text::{Lines, Span};
use gainsay::value::edtf::parse_window;
use gainsay::value::{Amount, Hedge, Interval, Kind, Number, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

static CONFLICT: Rule = Rule {
    id: "claimants-conflict",
    severity: Severity::Conflict,
    summary: "two claimants, same scope, disjoint values",
    page: "",
};
static OMISSION: Rule =
    Rule { id: "omission", severity: Severity::Warning, summary: "one side is silent on a point", page: "" };

const HARBOUR: &str = "The harbour office counted 14 boats lost since 3 March.\n\nIn a note, the crews’ union said “only six boats” were lost since 3 March, and called for a ceasefire\u{1b}[31m.\n";

fn article(id: &str, outlet: &str, body: &str) -> Article {
    let span = Span::new(0, body.len());
    Article {
        id: id.to_owned(),
        path: format!("articles/{id}.txt"),
        front: Front { outlet: Some(outlet.to_owned()), published: Some("2023-04".to_owned()), ..Front::default() },
        body: body.to_owned(),
        lines_before: 5,
        blocks: vec![Block { kind: BlockKind::Paragraph, span, sentences: vec![span], heading: None, caption: None }],
        lines: Lines::new(body),
    }
}

fn topic(id: &str, question: &str, kind: Kind) -> Topic {
    Topic {
        id: id.to_owned(),
        question: question.to_owned(),
        kind,
        unit: Some("boat".to_owned()),
        patterns: Vec::new(),
        matches: Vec::new(),
        rejects: Vec::new(),
        limits: Vec::new(),
        facets: Vec::new(),
        options: Vec::new(),
        wording: None,
        points: Vec::new(),
        claimants: Vec::new(),
        articles: Vec::new(),
        published: None,
        during: None,
        only: BTreeMap::new(),
        since: None,
        threshold: None,
        parts: Vec::new(),
        total: None,
        span: Span::default(),
    }
}

fn named(id: &str, name: &str) -> Named {
    Named { id: id.to_owned(), name: name.to_owned(), aliases: Vec::new(), span: Span::default() }
}

fn mention(topic: usize, words: &str, value: Value, claimant: &str) -> Mention {
    let start = HARBOUR.find(words).expect("the words stand in the article");
    Mention {
        topic,
        article: 0,
        span: Span::new(start, start + words.len()),
        value_span: None,
        value,
        claimant: Some(claimant.to_owned()),
        via: Vec::new(),
        attribution: None,
        stance: Stance::default(),
        window: None,
        facets: BTreeMap::new(),
        score: 1.0,
        found_by: FoundBy::Pattern,
        claim: None,
        in_headline: false,
        impossible: None,
    }
}

fn position(value: Value, claimant: &str, mention: Option<usize>) -> Position {
    Position {
        claimant: Some(claimant.to_owned()),
        value,
        window: None,
        facets: BTreeMap::new(),
        mentions: mention.into_iter().collect(),
        claims: Vec::new(),
        articles: mention.map(|_| 0).into_iter().collect(),
        origins: 1,
    }
}

fn boats(count: i64, hedge: Hedge) -> Value {
    let stated = Number::from(count);
    Value::Amount(Amount { stated: Some(stated), hedge, interval: Interval::exact(stated) })
}

fn finding(rule: &'static Rule, topic: usize, positions: Vec<usize>, message: &str, detail: &[&str]) -> Finding {
    Finding {
        rule,
        topic: Some(topic),
        positions,
        claims: Vec::new(),
        articles: vec![0],
        message: message.to_owned(),
        detail: detail.iter().map(|&line| line.to_owned()).collect(),
        fingerprint: "0123456789abcdef".to_owned(),
        standing: Standing::Open,
    }
}

/// A count on which two sides conflict, a readout with silence, and a topic
/// that nobody speaks to.
fn checked() -> Checked {
    let text = "[corpus]\npahts = [\"articles\"]\n";
    let source = Arc::new(Source { path: "claims.toml".into(), text: text.to_owned() });
    let mut readout = topic("union-note", "What does each side's note say?", Kind::Readout);
    readout.claimants = vec!["office".to_owned(), "union".to_owned()];
    readout.points = vec![Point {
        id: "ceasefire".to_owned(),
        question: "A ceasefire".to_owned(),
        patterns: Vec::new(),
        options: Vec::new(),
        span: Span::default(),
    }];
    let point = || Value::Point { point: "ceasefire".to_owned(), option: None };
    let silent = Value::Silent { point: Some("ceasefire".to_owned()) };
    let mut first = mention(1, "14 boats lost since 3 March", boats(14, Hedge::Exact), "office");
    let mut second = mention(1, "only six boats", boats(6, Hedge::Exact), "union");
    let since = parse_window("2023-03-03/..").ok();
    (first.window, second.window) = (since, since);
    let mut positions = vec![
        position(boats(20, Hedge::MoreThan), "insurers", None),
        position(boats(14, Hedge::Exact), "office", Some(0)),
        position(boats(6, Hedge::Exact), "union", Some(1)),
    ];
    positions.iter_mut().skip(1).for_each(|position| position.window = since);
    let reason = "the same period, since 3 March 2023; 14 is not 6".to_owned();
    let relations = vec![Related { a: 1, b: 2, relation: Relation::Conflict, reason: reason.clone() }];
    let help = Diagnostic::error(&source, Span::new(9, 14), "unknown key `pahts`").help("did you mean `paths`?");
    Checked {
        claims: ClaimSet {
            source: Arc::clone(&source),
            paths: Vec::new(),
            claimants: vec![named("office", "the harbour office"), named("union", "the crews’ union")],
            entities: Vec::new(),
            cited: Vec::new(),
            rulings: Vec::new(),
            events: Vec::new(),
            topics: vec![
                topic("boats-sold", "How many boats were sold?", Kind::Count),
                topic("boats-lost", "How many boats were lost?", Kind::Count),
                readout,
            ],
            claims: Vec::new(),
        },
        corpus: Corpus { articles: vec![article("harbour", "The Gazette", HARBOUR)], diagnostics: Vec::new() },
        compared: Compared {
            topics: vec![
                TopicResult {
                    topic: 0,
                    mentions: Vec::new(),
                    positions: Vec::new(),
                    relations: Vec::new(),
                    together: Vec::new(),
                },
                TopicResult { topic: 1, mentions: vec![first, second], positions, relations, together: Vec::new() },
                TopicResult {
                    topic: 2,
                    mentions: vec![mention(2, "called for a ceasefire\u{1b}[31m", point(), "union")],
                    positions: vec![position(point(), "union", Some(0)), position(silent, "office", None)],
                    relations: Vec::new(),
                    together: Vec::new(),
                },
            ],
            findings: vec![
                finding(
                    &CONFLICT,
                    1,
                    vec![1, 2],
                    "the harbour office says 14 boats, the crews’ union 6 boats",
                    &[&reason],
                ),
                finding(&OMISSION, 2, vec![0, 1], "the harbour office is silent on a ceasefire", &[]),
            ],
        },
        diagnostics: vec![help],
    }
}

fn shown(width: u16) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    table::write_table(&Report::new(&checked()), &Layout::wide(width), &mut out).expect("a vector takes it all");
    String::from_utf8(out.into_inner()).expect("what is written is text")
}

#[test]
fn a_table_at_80_columns() {
    insta::assert_snapshot!(shown(80));
}

#[test]
fn a_table_at_160_columns() {
    insta::assert_snapshot!(shown(160));
}

#[test]
fn no_line_of_a_table_is_wider_than_the_page() {
    for width in [72, 80, 100, 160] {
        for line in shown(width).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= usize::from(width), "{width}: {line}");
            assert!(!line.contains('\u{1b}'), "an article commands the terminal: {line}");
        }
    }
}

#[test]
fn the_machine_output() {
    let mut out = Vec::new();
    json::write_json(&Report::new(&checked()), &mut out).expect("a vector takes it all");
    insta::assert_snapshot!(String::from_utf8(out).expect("what is written is text"));
}

#[test]
fn a_quote_is_exactly_what_its_code_points_cut_out() {
    for mention in Report::new(&checked()).topics.iter().flat_map(|topic| &topic.mentions) {
        let points = HARBOUR.chars().skip(mention.start.0).take(mention.end.0 - mention.start.0);
        assert_eq!(points.collect::<String>(), mention.quote);
        let line = HARBOUR.lines().nth(mention.line.0 as usize - 6).expect("the line is in the body");
        let there: String = line.chars().skip(mention.column.0 as usize - 1).collect();
        assert!(there.starts_with(&mention.quote), "{there}");
    }
}

#[test]
fn a_diagnostic_points_at_the_words() {
    let mut out = anstream::StripStream::new(Vec::new());
    diagnostics::write_diagnostics(&checked().diagnostics, &Layout::wide(80), &mut out).expect("a vector takes it all");
    insta::assert_snapshot!(String::from_utf8(out.into_inner()).expect("what is written is text"));
}
