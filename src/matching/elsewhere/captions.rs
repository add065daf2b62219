//! What stands over a table, and the unit that a head, a label or that says for bare numbers.
//!
//! A paragraph leads a table in where it ends with a colon, speaks of a table, or is a line without a full stop. Only a
//! unit that is told beside a number, in brackets or behind an `in` is its unit.
//!
//! ```text
//! The table gives the share of buses that ran, in percent.
//! | Day   | Operator (%) | Union |
//! | 3 May | 29           | 18    |      29 and 18 percent
//! ```

use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::extract::fit::read_value;
use crate::extract::{Reading, Setting};
use crate::matching::passage::Passage;
use crate::matching::passage::tables::{cells, head_of, is_head};
use crate::matching::patterns::candidates::{Candidate, Sort};
use crate::value::Kind;
use std::ops::Range;

/// How long the sentence over a table may be, in tokens.
const LONGEST: usize = 32;
/// How long the name of a unit may be, in tokens.
const UNIT: usize = 4;

/// The head of the table that a sentence leads in.
pub(super) fn table_below(passage: &Passage<'_>, sentence: usize) -> Option<usize> {
    let (of, next) = (&passage.sentences[sentence], passage.sentences.get(sentence + 1)?);
    let word = |at: usize| passage.tokens.folded(at);
    let is_last = of.kind == BlockKind::Paragraph && next.block == of.block + 1 && of.tokens.len() <= LONGEST;
    if !is_last || of.tokens.is_empty() {
        return None;
    }
    let leads = match word(of.tokens.end - 1) {
        ":" => true,
        "." | "?" | "!" | "\"" => of.tokens.clone().any(|at| matches!(word(at), "table" | "chart")),
        _ => true,
    };
    (leads && is_head(passage, sentence + 1)).then_some(sentence + 1)
}

/// The tokens of the sentence that leads in the table of a row.
pub(super) fn caption_of(passage: &Passage<'_>, row: usize) -> Range<usize> {
    let head = head_of(passage, row).unwrap_or(row);
    let before = head.checked_sub(1).filter(|&before| table_below(passage, before) == Some(head));
    before.map_or(0..0, |before| passage.sentences[before].tokens.clone())
}

/// The bare numbers of a row in the units that its table gives them.
pub(super) fn in_units(topic: &Topic, passage: &Passage<'_>, row: usize, above: &Range<usize>) -> Vec<Candidate> {
    if !matches!(topic.kind, Kind::Percent | Kind::Money | Kind::Quantity | Kind::Duration) {
        return Vec::new();
    }
    let own = cells(passage, row);
    let heads = head_of(passage, row).map(|head| cells(passage, head)).filter(|heads| heads.len() == own.len());
    let unit_at = |column: usize| {
        let head = heads.as_ref().map(|heads| heads[column].clone());
        let said = [head, own.first().cloned(), Some(caption_of(passage, row)), Some(above.clone())];
        said.into_iter().flatten().find_map(|range| unit_in(passage, topic.kind, &range))
    };
    let numbers = passage.values_in(passage.sentences[row].span).filter_map(|value| {
        let Reading::Number(_) = &value.reading else { return None };
        let tokens = passage.tokens_of(value.span);
        let column = own.iter().position(|cell| cell.start <= tokens.start && tokens.end <= cell.end)?;
        let unit = unit_at(column).filter(|_| column > 0 && !tokens.is_empty())?;
        let text = format!("{} {unit}", value.span.of(&passage.article.body));
        let value_read = read_value(&text, topic.kind, topic.unit.as_deref(), &Setting::default()).ok()?;
        Some(Candidate { tokens, span: value.span, value: value_read, sort: Sort::Plain, currency: None })
    });
    numbers.collect()
}

/// The unit that a head or a caption names: `(%)`, `in tonnes`.
fn unit_in(passage: &Passage<'_>, kind: Kind, range: &Range<usize>) -> Option<String> {
    let word = |at: usize| if range.contains(&at) { passage.tokens.folded(at) } else { "" };
    if kind == Kind::Percent {
        let is_percent = |at: usize| matches!(word(at), "%" | "percent") || word(at) == "per" && word(at + 1) == "cent";
        return range.clone().any(is_percent).then(|| "percent".to_owned());
    }
    let closes = |at: &usize| matches!(word(*at), "" | ")" | "," | ":" | ";" | ".");
    let named = |opening: usize| {
        let end = (opening + 1..range.end + 1).find(closes)?;
        let unit = opening + 1..end;
        let is_unit = !unit.is_empty() && unit.len() <= UNIT;
        is_unit.then(|| passage.span_of(&unit).of(&passage.article.body).to_owned())
    };
    range.clone().rev().filter(|&at| matches!(word(at), "(" | "in")).find_map(named)
}
