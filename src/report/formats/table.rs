//! The conflict table, for people: a topic is a table, a position is a row,
//! and under each table stands what the reader must know, with the reason.
//!
//! ```text
//! How many times have Macron and Putin spoken by phone?          [macron-putin-calls]
//!       Who says it   What they say   About                     Where
//!  p2   the Kremlin   14 calls        24 Feb 2022 to Oct 2022   cibuk-sixty-calls:18
//!
//!   conflict: the Kremlin says 14 calls, the Élysée 6 calls …
//! ```
//!
//! Everything is written with colours; the owner of the stream strips them.

use super::Format;
use crate::compare::Severity;
use crate::report::beside;
use crate::report::excerpt::excerpt;
use crate::report::heard::{Heard, Matrix};
use crate::report::paragraph::{Mark, Piece};
use crate::report::sentence::{write_closing, write_finding, write_findings};
use crate::report::style::{self, FAINT, STRONG, painted};
use crate::report::view::{MentionView, PositionView, TopicView};
use crate::report::visible::visible;
use crate::report::wrap::wrapped;
use crate::report::{Detail, Layout, Report};
use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Row, Table, Width};
use comfy_table::{ContentLineStyle, LineStyle, TableStyle};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// No lines down, a rule under the header, an empty line between rows.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none())
    .row_separator(LineStyle::none().fill(' ').junction(' '));

/// How wide a place such as `express-twentieth-call:10` may be unbroken.
const PLACE: u16 = 28;

/// Columns around a cell: one to each side, and one between it and the next.
const PADDING: u16 = 3;

/// From this width on, how many texts back a row is a column of its own.
const ROOMY: u16 = 110;

/// Signs without width that stand for the marks while a table is laid out;
/// [`visible`] lets none of them in from a text.
const MARKED: char = '\u{2061}';
const PLAIN: char = '\u{2062}';
/// What they become: bold on and off, whatever else a cell is painted in.
const BOLD: &str = "\u{1b}[1m";
const NOT_BOLD: &str = "\u{1b}[22m";

/// How wide a side of a readout must be able to be.
const SIDE: u16 = 24;

/// How much of a quote a cell of a readout shows.
const QUOTE: usize = 90;

/// See the module.
pub static FORMAT: Format = Format {
    name: "table",
    summary: "tables for people, in the terminal",
    page: include_str!("../../../docs/formats/table.md"),
    write: write_table,
};

/// Writes the report as tables, findings and a closing line.
///
/// # Errors
/// When `out` does not take it.
pub fn write_table(report: &Report, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    if layout.detail == Detail::Quiet {
        return write_closing(report, layout, out);
    }
    let of_topic = |&at: &usize| {
        let mut written = Vec::new();
        write_topic(report, &report.topics[at], layout, &mut written).map(|()| written)
    };
    let of_topics: io::Result<Vec<Vec<u8>>> = report.spoken.par_iter().map(of_topic).collect();
    of_topics?.iter().try_for_each(|written| out.write_all(written))?;
    write_unspoken(report, layout, out)?;
    if !report.topicless.is_empty() {
        writeln!(out, "{}\n", painted("On no topic", STRONG))?;
        write_findings(report, &report.topicless, layout, out)?;
    }
    write_closing(report, layout, out)
}

fn write_topic(report: &Report, topic: &TopicView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let id = format!("[{}]", visible(&topic.id));
    for line in wrapped(&format!("{}  {id}", visible(&topic.question)), layout.width, "", "") {
        match line.strip_suffix(&id) {
            Some(question) => writeln!(out, "{}{}", painted(question, STRONG), painted(&id, FAINT))?,
            None => writeln!(out, "{}", painted(line, STRONG))?,
        }
    }
    let lines: Vec<String> = match &topic.matrix {
        Some(matrix) if !is_roomy(matrix, layout) => beside::lines(matrix, layout),
        Some(matrix) => fitted(matrix_table(matrix, layout), layout.width),
        None => {
            position_table(topic, layout).map_or_else(|| blocks(topic, layout), |table| fitted(table, layout.width))
        }
    };
    let places = places_of(topic, layout);
    for line in lines {
        writeln!(out, "{}", layout.links.as_ref().map_or_else(|| line.clone(), |links| links.linked(&line, &places)))?;
    }
    writeln!(out)?;
    write_findings(report, &topic.findings, layout, out)?;
    if layout.detail == Detail::Verbose { write_quotes(topic, layout, out) } else { Ok(()) }
}

/// The lines of a table. Its arrangement now and then takes a column or two
/// more than it is given: then it is given less.
fn fitted(mut table: Table, width: u16) -> Vec<String> {
    let line = |line: String| plain_end(&line.replace('\u{a0}', " ").replace(MARKED, BOLD).replace(PLAIN, NOT_BOLD));
    let render = |table: &Table| -> Vec<String> { table.lines().map(line).collect() };
    let plain = |line: &String| anstream::adapter::strip_str(line).to_string().width();
    let mut lines = render(&table);
    for given in (width / 2..width).rev() {
        if lines.iter().map(plain).max().unwrap_or(0) <= usize::from(width) {
            break;
        }
        table.set_width(given);
        lines = render(&table);
    }
    lines
}

/// Where each place of a topic leads.
fn places_of(topic: &TopicView, layout: &Layout) -> BTreeMap<String, String> {
    let Some(links) = &layout.links else { return BTreeMap::new() };
    let place = |mention: &MentionView| {
        let (line, column) = (mention.line.0, mention.column.0);
        (format!("{}:{line}", visible(&mention.article)), links.target(&mention.site.file, line, column))
    };
    topic.mentions.iter().map(place).collect()
}

/// The words behind every row, and how they were found.
fn write_quotes(topic: &TopicView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    for position in topic.rows.iter().map(|&at| &topic.positions[at]) {
        for mention in position.mentions.iter().map(|&at| &topic.mentions[at]) {
            let place = format!("{}:{}:{}", mention.article, mention.line.0, mention.column.0);
            let told = format!("{} {place} “{}” ({})", position.id, mention.quote, mention.found);
            for line in wrapped(&visible(&told), layout.width, "  ", "      ") {
                writeln!(out, "{}", painted(line, FAINT))?;
            }
        }
    }
    writeln!(out)
}

/// Rows where no table fits: who says what, then the scope and the places.
fn blocks(topic: &TopicView, layout: &Layout) -> Vec<String> {
    let mut lines = Vec::new();
    for row in topic.rows.iter().map(|&at| &topic.positions[at]) {
        let first = format!(" {}  {}: {}", row.id, visible_cell(&row.who), visible_cell(&says(row).replace('\n', " ")));
        let said = wrapped(&first, layout.width, "", "      ");
        lines.extend(said.into_iter().map(|line| match row.worst {
            Some(worst) if worst != Severity::Note => painted(line, style::of_severity(worst)),
            _ => line,
        }));
        for scope in &row.scope {
            lines.extend(wrapped(&visible_cell(scope), layout.width, "      ", "        "));
        }
        lines.extend(row.places.iter().flat_map(|place| wrapped(&visible(place), layout.width, "      ", "      ")));
        lines.push(format!("      ({})", visible_cell(&texts(row))));
        lines.push(String::new());
    }
    lines.pop();
    lines.into_iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

/// The table of a topic; `None` where the width has no room for it without
/// breaking a value from its unit, or a place that one wants to follow.
fn position_table(topic: &TopicView, layout: &Layout) -> Option<Table> {
    let rows: Vec<&PositionView> = topic.rows.iter().map(|&at| &topic.positions[at]).collect();
    let mut columns = vec![
        Column { head: "", most: 6, of: |row| row.id.clone() },
        Column { head: "Who says it", most: 12, of: |row| row.who.clone() },
        Column { head: "What they say", most: layout.width / 2, of: says },
    ];
    if rows.iter().any(|row| !row.scope.is_empty()) {
        columns.push(Column { head: "Period and scope", most: 16, of: |row| row.scope.join("\n") });
    }
    if layout.width >= ROOMY {
        columns.push(Column { head: "Where", most: PLACE, of: |row| row.places.join("\n") });
        columns.push(Column { head: "Backed by", most: 11, of: texts });
    } else {
        columns.push(Column {
            head: "Where",
            most: PLACE,
            of: |row| format!("{}\n({})", row.places.join("\n"), texts(row)),
        });
    }
    let longest = |column: &Column| longest_word(rows.iter().map(|row| (column.of)(row))).min(column.most);
    let needed = |columns: &[Column]| columns.iter().map(|column| longest(column) + PADDING).sum::<u16>();
    if needed(&columns) > layout.width {
        return None;
    }
    let mut table = empty_table(layout);
    table.set_header(columns.iter().map(|column| head(column.head)));
    for row in &rows {
        let cell = |column: &Column| {
            let cell = Cell::new((column.of)(row).split('\n').map(visible_cell).collect::<Vec<_>>().join("\n"));
            match row.worst.and_then(colour).filter(|_| column.head == "What they say") {
                Some(color) => cell.fg(color).add_attribute(Attribute::Bold),
                None => cell,
            }
        };
        table.add_row(Row::from(columns.iter().map(cell).collect::<Vec<_>>()));
    }
    for (at, column) in columns.iter().enumerate() {
        keep_whole(&mut table, at, column.most, rows.iter().map(|row| (column.of)(row)));
    }
    Some(table)
}

/// A column of the conflict table.
struct Column {
    head: &'static str,
    /// How wide a word of it may be before it is broken.
    most: u16,
    of: fn(&PositionView) -> String,
}

fn says(row: &PositionView) -> String {
    row.stated.as_ref().map_or_else(|| row.says.clone(), |stated| format!("{}\n{stated}", row.says))
}

fn texts(row: &PositionView) -> String {
    match row.origins {
        0 => "no\u{a0}text".to_owned(),
        1 => "1\u{a0}text".to_owned(),
        more => format!("{more}\u{a0}independent texts"),
    }
}

/// Whether a table of the sides is read rather than cut up.
fn is_roomy(matrix: &Matrix, layout: &Layout) -> bool {
    let sides = u16::try_from(matrix.sides.len()).unwrap_or(u16::MAX);
    layout.width >= SIDE.saturating_mul(sides.saturating_add(1))
}

fn matrix_table(matrix: &Matrix, layout: &Layout) -> Table {
    let mut table = empty_table(layout);
    let sides = matrix.sides.iter().map(|side| visible(side).into_owned());
    table.set_header(Row::from(std::iter::once("Point".to_owned()).chain(sides).map(head).collect::<Vec<_>>()));
    for line in &matrix.lines {
        let mut cells = vec![Cell::new(visible(&line.question))];
        for heard in &line.cells {
            let cell = Cell::new(heard_in_words(heard));
            let says = !matches!(heard, Heard::Nothing | Heard::Unpublished);
            let color = line.worst.filter(|_| says).and_then(colour);
            cells.push(color.map_or(cell.clone(), |color| cell.fg(color)));
        }
        table.add_row(Row::from(cells));
    }
    let most = layout.width / 4 * 3 / u16::try_from(matrix.sides.len()).unwrap_or(u16::MAX).max(1);
    for side in 0..matrix.sides.len() {
        let places = matrix.lines.iter().flat_map(|line| match &line.cells[side] {
            Heard::Says { places, .. } => places.clone(),
            Heard::Silent | Heard::Unpublished | Heard::Nothing => Vec::new(),
        });
        keep_whole(&mut table, side + 1, most.min(PLACE), places);
    }
    table
}

fn heard_in_words(heard: &Heard) -> String {
    match heard {
        Heard::Nothing => "–".to_owned(),
        Heard::Silent => "silent".to_owned(),
        Heard::Unpublished => "not yet published".to_owned(),
        Heard::Says { option, words, places } => {
            let answer = option.as_ref().map(|option| format!("{}\n", visible_cell(option))).unwrap_or_default();
            let quote = if words.is_empty() { String::new() } else { format!("“{}”\n", marked(words)) };
            format!("{answer}{quote}{}", lines(places))
        }
    }
}

/// As much of a side's words as a cell shows. A word is marked by itself, so
/// that no mark runs into the next line of the cell, which is another column's
/// too.
fn marked(words: &[Piece]) -> String {
    let word = |word: &str| if word.is_empty() { String::new() } else { format!("{MARKED}{word}{PLAIN}") };
    let piece = |piece: Piece| match piece.mark {
        Mark::Plain => piece.text,
        _ => piece.text.split(' ').map(word).collect::<Vec<_>>().join(" "),
    };
    excerpt(words, QUOTE).into_iter().map(piece).collect()
}

fn write_unspoken(report: &Report, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    if report.unspoken.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", painted("No answer found", STRONG))?;
    for &at in &report.unspoken {
        let topic = &report.topics[at];
        let told = format!("{} [{}]", visible(&topic.question), visible(&topic.id));
        for line in wrapped(&told, layout.width, "  ", "    ") {
            writeln!(out, "{line}")?;
        }
        for &finding in &topic.findings {
            let finding = &report.findings[finding];
            if finding.severity != Severity::Note {
                write_finding(finding, layout, out)?;
            }
        }
    }
    writeln!(out)
}

/// The line without the spaces that fill it up, also before its last styles.
fn plain_end(line: &str) -> String {
    let (mut rest, mut styles) = (line.trim_end(), String::new());
    while let Some(at) = rest.rfind("\u{1b}[").filter(|_| rest.ends_with('m')) {
        let style = &rest[at..];
        if !style[2..style.len() - 1].bytes().all(|byte| byte.is_ascii_digit() || byte == b';') {
            break;
        }
        styles.insert_str(0, style);
        rest = rest[..at].trim_end();
    }
    format!("{rest}{styles}")
}

fn empty_table(layout: &Layout) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_width(layout.width).set_content_arrangement(ContentArrangement::Dynamic);
    table.enforce_styling();
    table
}

fn head(text: impl ToString) -> Cell {
    Cell::new(text).add_attribute(Attribute::Bold)
}

/// Keeps a column wide enough for its longest word; what no-break spaces hold
/// together is one word.
fn keep_whole(table: &mut Table, column: usize, most: u16, texts: impl Iterator<Item = String>) {
    let longest = longest_word(texts).min(most);
    if let Some(column) = table.column_mut(column) {
        let width = longest + column.padding_width();
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
    }
}

/// What no-break spaces hold together is one word.
fn longest_word(texts: impl Iterator<Item = String>) -> u16 {
    let longest =
        |text: String| visible_cell(&text.replace('\n', " ")).split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    texts.map(longest).max().and_then(|width| u16::try_from(width).ok()).unwrap_or(0)
}

/// Made visible, but with the no-break spaces that hold a value to its unit.
fn visible_cell(text: &str) -> String {
    text.split('\u{a0}').map(visible).collect::<Vec<_>>().join("\u{a0}")
}

fn lines(texts: &[String]) -> String {
    texts.iter().map(|text| visible_cell(text)).collect::<Vec<_>>().join("\n")
}

fn colour(severity: Severity) -> Option<Color> {
    match severity {
        Severity::Conflict => Some(Color::Red),
        Severity::Warning => Some(Color::DarkYellow),
        Severity::Note => None,
    }
}
