//! Every value of a corpus with the words around it.
//!
//! `spoke 60 times on the phone` is a count of `time` among `spoke` and
//! `phone`. Left out is what news counts in passing.

use super::kin::{is_faint, kin};
use super::passing::is_in_passing;
use crate::claims::ClaimSet;
use crate::corpus::{BlockKind, Corpus};
use crate::extract::{Extracted, Measure, Reading, fit};
use crate::matching::Mention;
use crate::matching::language::english::ENGLISH;
use crate::matching::passage::Passage;
use crate::matching::passage::clock_day::on_its_day;
use crate::matching::passage::names::Names;
use crate::text::{Span, TokenKind};
use crate::value::{Amount, Kind, Value, Window, unit};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

/// A value that an article states, and what around it tells what it is of.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Index in [`Corpus::articles`].
    pub article: usize,
    /// The words of the value: bytes of the body.
    pub value_span: Span,
    /// The sentence: bytes of the body.
    pub sentence: Span,
    /// What kind of value it is.
    pub kind: Kind,
    /// The unit that the value is in; `None` for counts and dates.
    pub unit: Option<String>,
    /// What it states.
    pub value: Value,
    /// The nouns that a count is of: what stands right after it, as kin.
    pub heads: Vec<String>,
    /// The noun that a count is of, as the text writes it: `call` of `phone
    /// call`.
    pub noun: Option<String>,
    /// The words around it by what they mean, with how near they stand.
    pub words: BTreeMap<String, f64>,
    /// How the text writes the words that stand nearest, by what they mean.
    pub said: BTreeMap<String, String>,
    /// The content word right before it and the one right after it, as kin:
    /// `injured 140`, `710 metres long`.
    pub before: Option<String>,
    /// See [`Statement::before`].
    pub after: Option<String>,
    /// The stretch of time that its sentence gives.
    pub window: Option<Window>,
    /// The first and last day that its sentence says it is of.
    pub days: Option<(Date, Date)>,
    /// Whether it stands in a table or list.
    pub is_row: bool,
}

/// So many tokens away, a word governs a value.
const NEAREST: usize = 4;

/// The distance, in words, at which a word counts half.
const HALF: f64 = 4.0;

/// Reads all of them, in the order of the articles. What a mention holds
/// already is left out.
#[must_use]
pub fn read_statements(claims: &ClaimSet, corpus: &Corpus, held: &[&Mention]) -> Vec<Statement> {
    let names = Names::new(claims, &ENGLISH);
    let mut taken: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for mention in held {
        taken.entry(mention.article).or_default().push(mention.value_span.unwrap_or(mention.span));
    }
    let of_article = |index: usize| {
        let passage = Passage::read(&corpus.articles[index], claims, &names);
        let taken = taken.get(&index).map(Vec::as_slice).unwrap_or_default();
        let is_free = |value: &&Extracted| !taken.iter().any(|span| span.overlaps(&value.span));
        let values = passage.values().filter(is_free);
        values.filter_map(|value| read_statement(&passage, index, value)).collect::<Vec<_>>()
    };
    let read: Vec<Vec<Statement>> = (0..corpus.articles.len()).into_par_iter().map(of_article).collect();
    read.into_iter().flatten().collect()
}

fn read_statement(passage: &Passage<'_>, article: usize, value: &Extracted) -> Option<Statement> {
    let at = passage.sentence_at(value.span.start);
    let sentence = passage.sentences.get(at).filter(|sentence| sentence.span.contains(&value.span))?;
    if sentence.kind == BlockKind::Caption || is_in_passing(passage, value, &sentence.tokens) {
        return None;
    }
    let (kind, unit, stated) = typed(passage, at, value)?;
    let tokens = passage.tokens_of(value.span);
    let is_row = sentence.kind == BlockKind::Row;
    let heads = if kind == Kind::Count { heads(passage, &tokens, &sentence.tokens) } else { Vec::new() };
    // Of two words that mean the same the last is the noun.
    let noun = heads.last().filter(|(last, _)| heads.iter().all(|(head, _)| head == last)).or(heads.first());
    let noun = noun.map(|(_, at)| passage.tokens.folded(*at).to_owned());
    let heads: Vec<String> = heads.into_iter().map(|(head, _)| head).collect();
    let (mut words, said) = words_around(passage, at, &tokens);
    if let Some(unit) = unit.as_ref().filter(|_| kind == Kind::Quantity) {
        // Few things of a story are measured in one unit.
        words.insert(format!("in {unit}"), 0.5);
    }
    let windows = passage.windows_in(sentence.span);
    let window = windows.min_by_key(|read| distance(read.span, value.span)).map(|read| read.window);
    let made = Statement {
        article,
        value_span: value.span,
        sentence: sentence.span,
        kind,
        unit,
        value: stated,
        heads,
        noun,
        words,
        said,
        before: word_before(passage, &tokens, &sentence.tokens),
        after: word_after(passage, &tokens, &sentence.tokens),
        window,
        days: if kind == Kind::Date { None } else { days(passage, sentence.span, value) },
        is_row,
    };
    (!made.words.is_empty()).then_some(made)
}

/// The days nearest to a value in its sentence.
fn days(passage: &Passage<'_>, sentence: Span, value: &Extracted) -> Option<(Date, Date)> {
    let of = |other: &Extracted| match &other.reading {
        Reading::Moment(when) => {
            let moment = when.moment.as_ref()?;
            Some((distance(other.span, value.span), moment.first_day()?, moment.last_day()?))
        }
        _ => None,
    };
    passage.values_in(sentence).filter_map(of).min().map(|(_, first, last)| (first, last))
}

fn distance(a: Span, b: Span) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}

/// The kind, unit and value, in the unit that values of one dimension share.
fn typed(passage: &Passage<'_>, sentence: usize, value: &Extracted) -> Option<(Kind, Option<String>, Value)> {
    let (kind, unit) = match &value.reading {
        Reading::Number(_) | Reading::Ordinal(_) => (Kind::Count, None),
        Reading::Quantity(measure) if measure.unit.as_deref() == Some("person") => (Kind::Count, None),
        Reading::Quantity(measure) => (Kind::Quantity, Some(shared_unit(measure)?)),
        Reading::Percent(_) => (Kind::Percent, None),
        Reading::Money(measure) => (Kind::Money, measure.unit.clone()),
        Reading::Duration(..) => (Kind::Duration, Some("minute".to_owned())),
        Reading::Moment(when) => {
            let clock = || on_its_day(passage, None, sentence, when.clock?, &passage.tokens_of(value.span));
            let moment = when.moment.clone().or_else(clock)?;
            return Some((Kind::Date, None, Value::Date(moment)));
        }
    };
    let stated = fit(&value.reading, kind, unit.as_deref())?;
    // Two thirds of something are no count.
    let is_part = |amount: &Amount| amount.stated.is_some_and(|stated| !stated.is_integer());
    if matches!(&stated, Value::Amount(amount) if kind == Kind::Count && is_part(amount)) {
        return None;
    }
    Some((kind, unit, stated))
}

/// The first unit of the table that measures the same.
fn shared_unit(measure: &Measure) -> Option<String> {
    let of = unit::find(measure.unit.as_deref()?)?;
    let common = ["metre", "hectare", "litre", "kilogram", "megawatt", "kilometre-per-hour", "celsius"];
    let shared = common.iter().filter_map(|name| unit::find(name)).find(|unit| unit.dimension == of.dimension);
    Some(shared.unwrap_or(of).id.to_owned())
}

/// What a count is of: the run of words right after it, as kin, and where each
/// stands.
fn heads(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> Vec<(String, usize)> {
    let mut heads = Vec::new();
    for at in value.end..(value.end + 4).min(sentence.end) {
        let token = passage.tokens.get(at);
        let folded = passage.tokens.folded(at);
        if matches!(folded, "-" | "st" | "nd" | "rd" | "th") && heads.is_empty() {
            continue;
        }
        if token.kind != TokenKind::Word || passage.lexicon.is_function_word(folded) || heads.len() == 2 {
            break;
        }
        heads.push((kin(&passage.stems[at]).to_owned(), at));
    }
    heads
}

/// The content word that governs a value: none where another value, or a new
/// clause, stands between.
fn word_before(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> Option<String> {
    let first = value.start.saturating_sub(NEAREST).max(sentence.start);
    word_in((first..value.start).rev(), passage)
}

fn word_after(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> Option<String> {
    word_in(value.end..(value.end + NEAREST).min(sentence.end), passage)
}

fn word_in(mut tokens: impl Iterator<Item = usize>, passage: &Passage<'_>) -> Option<String> {
    let ends = |at: usize| {
        let folded = passage.tokens.folded(at);
        let is_end = passage.tokens.get(at).kind == TokenKind::Sign && folded != "-";
        is_end || passage.lexicon.clause_starts.contains(folded) || passage.is_in_value(passage.tokens.get(at).span)
    };
    let found = tokens.find(|&at| ends(at) || is_content(passage, at))?;
    (!ends(found)).then(|| kin(&passage.stems[found]).to_owned())
}

/// The content words of the sentence, each weighed by how near it stands, and
/// those of the heading over a row or of the sentence before `this`.
fn words_around(
    passage: &Passage<'_>,
    sentence: usize,
    value: &Range<usize>,
) -> (BTreeMap<String, f64>, BTreeMap<String, String>) {
    let of = &passage.sentences[sentence];
    let mut words = BTreeMap::new();
    let mut away = 0.0;
    for at in (of.tokens.start..value.start).rev() {
        away += step(passage, at);
        add(passage, at, away, 1.0, &mut words);
    }
    away = 0.0;
    for at in value.end..of.tokens.end {
        away += step(passage, at);
        add(passage, at, away, 1.0, &mut words);
    }
    let block = &passage.article.blocks[of.block];
    if of.kind == BlockKind::Row {
        let above = block.heading.map(|heading| passage.tokens_of(passage.article.blocks[heading].span));
        above.into_iter().flatten().for_each(|at| add(passage, at, 0.0, 0.6, &mut words));
    }
    let opening = passage.tokens.folded(of.tokens.start);
    let carries_on = matches!(opening, "this" | "it" | "that" | "they" | "he" | "she") || words.len() < 4;
    if carries_on
        && of.kind == BlockKind::Paragraph
        && sentence > 0
        && passage.sentences[sentence - 1].block == of.block
    {
        let before = passage.sentences[sentence - 1].tokens.clone();
        before.for_each(|at| add(passage, at, 0.0, 0.35, &mut words));
    }
    let mut said = BTreeMap::new();
    for at in of.tokens.clone() {
        let word = kin(&passage.stems[at]);
        if words.contains_key(word) {
            said.entry(word.to_owned()).or_insert_with(|| passage.tokens.folded(at).to_owned());
        }
    }
    (words, said)
}

/// How much further away a token puts what stands beyond it.
fn step(passage: &Passage<'_>, at: usize) -> f64 {
    let folded = passage.tokens.folded(at);
    match passage.tokens.get(at).kind {
        // Another number has words of its own.
        TokenKind::Digits => 3.0,
        TokenKind::Sign if matches!(folded, ";" | "–" | "—" | ":") => 3.0,
        TokenKind::Sign => 1.0,
        TokenKind::Word if passage.lexicon.clause_starts.contains(folded) => 3.0,
        TokenKind::Word if passage.lexicon.is_function_word(folded) => 0.3,
        TokenKind::Word => 1.0,
    }
}

/// Whether a word tells what a statement is about.
fn is_content(passage: &Passage<'_>, at: usize) -> bool {
    let folded = passage.tokens.folded(at);
    passage.tokens.get(at).kind == TokenKind::Word
        && folded.chars().count() > 1
        && !passage.lexicon.is_function_word(folded)
        && !passage.lexicon.is_negation(folded)
        // Who says it is not what it is of.
        && !passage.lexicon.says(&passage.stems[at])
        && !passage.lexicon.according.contains(folded)
}

fn add(passage: &Passage<'_>, at: usize, away: f64, weight: f64, words: &mut BTreeMap<String, f64>) {
    if !is_content(passage, at) || passage.is_in_value(passage.tokens.get(at).span) {
        return;
    }
    let word = kin(&passage.stems[at]);
    // Everything happens to people: what happened to them tells more.
    let telling = if is_faint(word) { 0.3 } else { 1.0 };
    let near = telling * weight / (1.0 + away / HALF);
    let said = words.entry(word.to_owned()).or_insert(0.0);
    *said = f64::max(*said, near);
}
