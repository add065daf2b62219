//! A statement of a page: how it is written, and the claim or the mention
//! that it stands for.

use super::Reader;
use gainsay::claims::{ClaimSet, ReadValue, Topic};
use gainsay::corpus::Corpus;
use gainsay::matching::stance::{Assurance, Revises, Stance, Turn};
use gainsay::matching::{FoundBy, Mention, OwnTime, QuoteOutcome};
use gainsay::text::Span;
use gainsay::value::edtf::{parse_date, parse_window};
use gainsay::value::{Basis, Kind, Value, basis::Period};
use std::collections::BTreeMap;

/// Which way a value has moved, by mark.
const TURNS: [(&str, Turn); 5] = [
    ("rises", Turn::Up),
    ("falls", Turn::Down),
    ("so far", Turn::SoFar),
    ("still", Turn::Still),
    ("reached", Turn::Reached),
];

/// `ap:3 police crowd: about 20,000 [2022-03] (headline, place=paris)`.
#[derive(Debug)]
pub(super) struct Statement<'p> {
    place: &'p str,
    line: Option<usize>,
    who: Option<&'p str>,
    pub(super) topic: &'p str,
    value: &'p str,
    window: Option<&'p str>,
    marks: Vec<&'p str>,
}

impl<'p> Statement<'p> {
    pub(super) fn parse(text: &'p str) -> Self {
        let parse = || {
            let (head, rest) = text.split_once(": ")?;
            let mut words = head.split(' ');
            let (place, who, topic) = (words.next()?, words.next()?, words.next()?);
            let (rest, marks) = behind(rest, " (", ')');
            let (value, window) = behind(rest, " [", ']');
            let (place, line) = place.split_once(':').map_or((place, None), |(place, line)| (place, line.parse().ok()));
            let marks = marks.map(|marks| marks.split(", ").collect()).unwrap_or_default();
            Some(Self { place, line, who: Some(who).filter(|who| *who != "-"), topic, value, window, marks })
        };
        parse().unwrap_or_else(|| panic!("no statement: {text}"))
    }

    fn has(&self, mark: &str) -> bool {
        self.marks.contains(&mark)
    }

    /// What stands behind a mark: `TASS` of `via TASS`.
    fn marked(&self, mark: &str) -> Option<&'p str> {
        self.marks.iter().find_map(|found| found.strip_prefix(mark)?.strip_prefix(' '))
    }

    /// The value for the period that it is given for: `per month`, `growth per year`.
    fn of_period(&self, value: &Value) -> Value {
        let period = |name: &str| match name {
            "day" => Period::Day,
            "month" => Period::Month,
            "year" => Period::Year,
            other => panic!("no period: {other}"),
        };
        let basis = self.marked("per").map(|name| Basis::Per(period(name)));
        let basis = basis.or_else(|| self.marked("growth per").map(|name| Basis::Growth(period(name))));
        basis.map_or_else(|| value.clone(), |basis| value.on_basis(Some(basis)))
    }

    fn facets(&self) -> BTreeMap<String, String> {
        let facets = self.marks.iter().filter_map(|mark| mark.split_once('='));
        facets.map(|(facet, option)| (facet.to_owned(), option.to_owned())).collect()
    }
}

/// A text and what stands in brackets at its end.
fn behind<'p>(text: &'p str, open: &str, close: char) -> (&'p str, Option<&'p str>) {
    let inner = text.strip_suffix(close).and_then(|text| text.rsplit_once(open));
    inner.map_or((text, None), |(before, inner)| (before, Some(inner)))
}

/// The stanza of a claim; nothing for a mention.
pub(super) fn stanza_of(at: usize, said: &Statement<'_>) -> Option<String> {
    if said.line.is_some() {
        return None;
    }
    let mut stanza = format!("[[claim]]\nid = \"c{}\"\ntopic = \"{}\"\n", at + 1, said.topic);
    let mut set = |key: &str, value: Option<&str>| {
        stanza += &value.map(|value| format!("{key} = \"{value}\"\n")).unwrap_or_default();
    };
    let (point, value) = said.value.split_once(" = ").map_or((None, said.value), |(point, value)| (Some(point), value));
    set("point", point);
    set("claimant", said.who);
    set("article", Some(said.place).filter(|place| *place != "claim"));
    set("quote", said.marked("quote"));
    set("value", Some(value).filter(|value| !matches!(*value, "silent" | "said")));
    set("during", said.window);
    if value == "silent" {
        stanza += "silent = true\n";
    }
    let scope: Vec<String> = said.facets().iter().map(|(facet, option)| format!("{facet} = \"{option}\"")).collect();
    if !scope.is_empty() {
        stanza += &format!("scope = {{ {} }}\n", scope.join(", "));
    }
    Some(stanza)
}

/// The mention that a statement with a line stands for.
pub(super) fn mention_of(said: &Statement<'_>, claims: &ClaimSet, corpus: &Corpus) -> Option<Mention> {
    let line = said.line?;
    let topic = claims.topics.iter().position(|topic| topic.id == said.topic).expect("a topic");
    let article = corpus.articles.iter().position(|article| &*article.id == said.place).expect("an article");
    let start = corpus.articles[article].body.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let event = |id: &str| claims.events.iter().position(|event| event.id == id).expect("an event");
    Some(Mention {
        topic,
        article,
        span: Span::new(start, start + said.place.len()),
        value_span: None,
        value: said.of_period(&value_of(&claims.topics[topic], said.value)),
        claimant: said.who.map(str::to_owned),
        speaker: None,
        via: said.marked("via").map(str::to_owned).into_iter().collect(),
        attribution: None,
        window: said.window.map(|window| parse_window(window).expect("a window")),
        time: said.marked("at").map(time_of),
        facets: said.facets(),
        stance: stance_of(said, &claims.topics[topic]),
        score: if said.has("unsure") { 0.7 } else { 1.0 },
        found_by: if said.has("by quote") { FoundBy::Quote } else { FoundBy::Pattern },
        claim: said
            .marked("held by")
            .map(|claim| claims.claims.iter().position(|held| held.id == claim).expect("a claim")),
        anchor: said.marked("from").map(event),
        in_headline: said.has("headline"),
        impossible: said.marked("impossible").map(str::to_owned),
        currency: None,
        entry: said.marked("entry").map(|minute| minute.parse().expect("minutes after midnight")),
    })
}

/// The day, month or year that a text gives a value, `noon`, or `the end`.
fn time_of(text: &str) -> OwnTime {
    match text {
        "noon" => OwnTime::Clock(12 * 60),
        "the end" => OwnTime::Final,
        "before the end" => OwnTime::Interim,
        "the thing" => OwnTime::Thing,
        date => OwnTime::At(parse_date(date).expect("a date")),
    }
}

fn value_of(topic: &Topic, text: &str) -> Value {
    match topic.kind {
        Kind::Choice => Value::Choice(text.to_owned()),
        Kind::Quote => Value::Wording(text.to_owned()),
        Kind::Readout => {
            let (point, option) = text.split_once(" = ").map_or((text, None), |(point, option)| (point, Some(option)));
            Value::Point { point: point.to_owned(), option: option.filter(|said| *said != "said").map(str::to_owned) }
        }
        kind => Reader.read_value(text, kind, topic.unit.as_deref()).unwrap_or_else(|why| panic!("{text}: {why}")),
    }
}

fn stance_of(said: &Statement<'_>, topic: &Topic) -> Stance {
    let from = said.marked("revises").map(|from| value_of(topic, from));
    Stance {
        assurance: match () {
            () if said.has("doubted") || said.has("withheld") => Assurance::Doubted,
            () if said.has("proven") => Assurance::Proven,
            () => Assurance::Plain,
        },
        revises: (from.is_some() || said.has("revises")).then_some(Revises { from }),
        is_superseded: said.has("superseded"),
        turn: TURNS.into_iter().find_map(|(mark, turn)| said.has(mark).then_some(turn)),
        is_to_date: said.has("to date"),
        is_withheld: said.has("withheld"),
    }
}

/// What became of the quotes of claims: `missing`, `reworded`, `twice`, or found.
pub(super) fn quotes_of(statements: &[Statement<'_>]) -> Vec<(usize, QuoteOutcome)> {
    let claims = statements.iter().filter(|said| said.line.is_none()).enumerate();
    let quoted = claims.filter(|(_, said)| said.marked("quote").is_some());
    let word = || vec![("calls".to_owned(), "talks".to_owned())];
    let span = Span::new(0, 3);
    let outcome = |said: &Statement<'_>| match () {
        () if said.has("missing") => QuoteOutcome::Missing { nearest: None, differing: Vec::new() },
        () if said.has("nearly missing") => QuoteOutcome::Missing { nearest: Some(span), differing: word() },
        () if said.has("twice") => QuoteOutcome::Ambiguous(vec![span, Span::new(11, 14)]),
        () if said.has("reworded") => QuoteOutcome::Found { span, exact: false, differing: word() },
        () => QuoteOutcome::Found { span, exact: !said.has("folded"), differing: Vec::new() },
    };
    quoted.map(|(at, said)| (at, outcome(said))).collect()
}
