//! The conflict table as comma-separated values, for spreadsheets: a line a
//! place where something is stated, with its position, its claim and the worst
//! finding that names it.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a
//! formula; such text gets an apostrophe before it. Plain numbers stay numbers.
//! Everything but numbers stands between quotation marks.

use super::Format;
use crate::report::values::ValueView;
use crate::report::view::{MentionView, PositionView, TopicView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use csv::{QuoteStyle, WriterBuilder};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "csv",
    summary: "every place that states a value, for spreadsheets",
    page: include_str!("../../../docs/formats/csv.md"),
    write: write_csv,
};

/// The first line.
pub const HEAD: [&str; 24] = [
    "topic",
    "question",
    "position",
    "worst",
    "claimant",
    "says",
    "low",
    "high",
    "unit",
    "from",
    "to",
    "facets",
    "claims",
    "independent_texts",
    "mention",
    "article",
    "outlet",
    "published",
    "url",
    "file",
    "line",
    "column",
    "quote",
    "score",
];

fn write_csv(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let mut table = WriterBuilder::new().quote_style(QuoteStyle::NonNumeric).from_writer(out);
    table.write_record(HEAD)?;
    for topic in &report.topics {
        for position in topic.rows.iter().map(|&at| &topic.positions[at]) {
            for &at in &position.mentions {
                table.write_record(record(report, topic, position, Some(&topic.mentions[at])))?;
            }
            if position.mentions.is_empty() {
                table.write_record(record(report, topic, position, None))?;
            }
        }
    }
    table.flush()
}

fn record(report: &Report, topic: &TopicView, position: &PositionView, mention: Option<&MentionView>) -> Vec<String> {
    let article = mention.and_then(|mention| report.article(&mention.article));
    let (low, high) = ends(&position.value);
    let edge = |edge: Option<String>| edge.unwrap_or_default();
    let window = position.window.as_ref();
    let from = window.and_then(|window| window.from.as_ref()).map(|edge| edge.low.clone());
    let to = window.and_then(|window| window.to.as_ref()).map(|edge| edge.high.clone());
    let facets = position.facets.iter().map(|(facet, option)| format!("{facet}={option}"));
    let text = |get: fn(&MentionView) -> String| mention.map(get).unwrap_or_default();
    let of = |value: Option<&String>| value.cloned().unwrap_or_default();
    let cells = [
        topic.id.clone(),
        topic.question.clone(),
        position.id.clone(),
        position.worst.map(|worst| worst.name().to_owned()).unwrap_or_default(),
        position.who.clone(),
        position.says.clone(),
        low,
        high,
        of(topic.unit.as_ref()),
        edge(from),
        edge(to),
        facets.collect::<Vec<_>>().join("; "),
        position.claims.join("; "),
        position.origins.to_string(),
        text(|mention| mention.id.clone()),
        text(|mention| mention.article.clone()),
        of(article.and_then(|article| article.front.outlet.as_ref())),
        of(article.and_then(|article| article.front.published.as_ref())),
        of(article.and_then(|article| article.front.url.as_ref())),
        text(|mention| mention.site.file.clone()),
        text(|mention| mention.line.0.to_string()),
        text(|mention| mention.column.0.to_string()),
        text(|mention| mention.quote.clone()),
        text(|mention| mention.score.to_string()),
    ];
    cells.iter().map(|cell| harmless(cell)).collect()
}

/// The ends of a value as the machine output has them.
fn ends(value: &ValueView) -> (String, String) {
    match value {
        ValueView::Amount { low, high, .. } => {
            let end = |figure: &Option<crate::report::values::Figure>| {
                figure.map(|figure| figure.0.normalize().to_string()).unwrap_or_default()
            };
            (end(low), end(high))
        }
        ValueView::Date { low, high, .. } => (low.clone().unwrap_or_default(), high.clone().unwrap_or_default()),
        _ => (String::new(), String::new()),
    }
}

/// A cell that no spreadsheet runs: what it might take for the beginning of a
/// formula comes after an apostrophe.
fn harmless(text: &str) -> String {
    let shown = visible(text).replace('\u{a0}', " ");
    let is_number = shown.parse::<f64>().is_ok_and(f64::is_finite);
    let starts =
        |sign: char| matches!(sign, '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '\u{2212}');
    if shown.trim_start().starts_with(starts) && !is_number { format!("'{shown}") } else { shown }
}
