//! The same of the formats that are for people: the terminal's table, the page,
//! a comment in Markdown.

use super::fixture::written;
use super::stated::{At, Stated};
use anstream::StripStream;
use gainsay::report::formats::table::write_table;
use gainsay::report::visible::visible;
use gainsay::report::{Detail, Layout, Report};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// `herald:8`, where that is an article and a line.
fn place(report: &Report, word: &str) -> Option<(String, u64)> {
    let (id, line) = word.rsplit_once(':')?;
    Some((report.article(id)?.id.to_string(), line.parse().ok()?))
}

fn file_of(report: &Report, id: &str) -> String {
    report.file_of(report.article(id).unwrap_or_else(|| panic!("no article {id}"))).into_owned()
}

/// Words with their article, line and column.
type Quoted = (String, u64, u64, String);

/// A line alone, with the words that are quoted from it elsewhere.
fn line_of(report: &Report, quoted: &[Quoted], (id, line): (String, u64)) -> Stated {
    let words = quoted.iter().find(|(article, at, ..)| (article, at) == (&id, &line));
    let (.., words) = words.unwrap_or_else(|| panic!("{id}:{line} is quoted nowhere"));
    Stated { file: file_of(report, &id), at: At::Line(line), text: words.lines().next().unwrap_or_default().to_owned() }
}

fn shown(report: &Report, quoted: &[Quoted]) -> Vec<Stated> {
    let stated = quoted.iter().map(|(id, line, column, words)| Stated {
        file: file_of(report, id),
        at: At::Shown((*line, *column)),
        text: words.clone(),
    });
    stated.collect()
}

/// Told at length and wide enough that nothing is broken: a line of evidence is
/// `  p2 herald:8:4 “six boats lost” (found by pattern, score 1.00)`.
pub(super) fn of_table(report: &Report) -> Vec<Stated> {
    let mut out = StripStream::new(Vec::new());
    let layout = Layout { detail: Detail::Verbose, ..Layout::wide(9_000) };
    write_table(report, &layout, &mut out).expect("a vector takes it all");
    let text = String::from_utf8(out.into_inner()).expect("what is written is text");
    let evidence = |line: &str| {
        let (place, rest) = line.strip_prefix("  p")?.split_once(' ')?.1.split_once(" “")?;
        let (words, _) = rest.rsplit_once("” (")?;
        let (place, column) = place.rsplit_once(':')?;
        let (id, line) = place.rsplit_once(':')?;
        Some((id.to_owned(), line.parse().ok()?, column.parse().ok()?, words.to_owned()))
    };
    let quoted: Vec<Quoted> = text.lines().filter_map(evidence).collect();
    // The column of places: what stands in the rows, not in the findings.
    let rows = text.lines().filter(|line| line.starts_with(' ') && !line.starts_with("  "));
    let more = text.lines().filter(|line| line.starts_with("      ") && !line.trim_start().starts_with("- "));
    let places = rows.chain(more).flat_map(str::split_whitespace).filter_map(|word| place(report, word));
    let lines: Vec<Stated> = places.map(|place| line_of(report, &quoted, place)).collect();
    [shown(report, &quoted), lines].concat()
}

/// A figure of the page is a mention in its paragraph; what is marked in it is
/// quoted, and its caption says from where. The places in tables are lines.
pub(super) fn of_html(report: &Report) -> Vec<Stated> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(written("html", report));
    let figures = all(&dom.document, &|node| is(node, "figure", "quoted"));
    let quoted: Vec<Quoted> = figures.iter().map(figure).collect();
    let cells = all(&dom.document, &|node| is(node, "td", ""));
    let links = cells.iter().flat_map(|cell| all(cell, &|node| is(node, "a", "") || is(node, "", "line")));
    let places = links.filter_map(|link| place(report, &text(&link)));
    let lines: Vec<Stated> = places.map(|place| line_of(report, &quoted, place)).collect();
    [shown(report, &quoted), lines].concat()
}

/// `The Gazette, 2023-04-04, line 11, column 34 · claim office-14`.
fn figure(figure: &Handle) -> Quoted {
    let quote = all(figure, &|node| is(node, "blockquote", "")).remove(0);
    let children = quote.children.borrow();
    let marks = children.iter().skip_while(|node| !is(node, "mark", "")).take_while(|node| is(node, "mark", ""));
    let words: String = marks.map(text).collect();
    let caption = all(figure, &|node| is(node, "figcaption", "")).remove(0);
    let link = all(&caption, &|node| is(node, "a", "")).remove(0);
    let id = attribute(&link, "href").and_then(|href| Some(href.strip_prefix("#a-")?.to_owned())).expect("its article");
    let told = text(&caption);
    let number = |name: &str| {
        let (_, rest) = told.rsplit_once(name).unwrap_or_else(|| panic!("{told} has no {name}"));
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().expect("a number")
    };
    (id, number(", line "), number(", column "), words)
}

fn all(node: &Handle, wanted: &dyn Fn(&Handle) -> bool) -> Vec<Handle> {
    let below = node.children.borrow().iter().flat_map(|child| all(child, wanted)).collect::<Vec<_>>();
    if wanted(node) { [vec![node.clone()], below].concat() } else { below }
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|one| &*one.name.local == wanted).map(|one| one.value.to_string())
}

/// Whether it is such an element of such a class; empty is any.
fn is(node: &Handle, tag: &str, class: &str) -> bool {
    let NodeData::Element { name, .. } = &node.data else { return false };
    let has_class = || attribute(node, "class").is_some_and(|classes| classes.split(' ').any(|one| one == class));
    (tag.is_empty() || &*name.local == tag) && (class.is_empty() || has_class())
}

fn text(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    node.children.borrow().iter().map(text).collect()
}

/// Rows of the tables under `**rule** (fingerprint): …`: who, what, scope, where.
pub(super) fn of_markdown(report: &Report) -> Vec<Stated> {
    let source = written("markdown", report);
    let (mut stated, mut finding, mut line, mut cells) = (Vec::new(), None, String::new(), Vec::<String>::new());
    for event in Parser::new_ext(&source, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Start(Tag::Paragraph | Tag::TableCell) => line.clear(),
            Event::Start(Tag::TableRow) => cells.clear(),
            Event::Text(text) => line.push_str(&text),
            Event::End(TagEnd::Paragraph) => {
                let named = |print: &str| line.contains(&format!("({print}"));
                finding = report.findings.iter().find(|finding| named(&finding.fingerprint[..8]));
            }
            Event::End(TagEnd::TableCell) => cells.push(line.clone()),
            Event::End(TagEnd::TableRow) => {
                let finding = finding.expect("a table stands under its finding");
                let topic = report.topic_of(finding).expect("it has a topic");
                let own = topic.positions.iter().filter(|position| finding.positions.contains(&position.id));
                let row =
                    own.filter(|position| visible(&position.who) == cells[0] && visible(&position.says) == cells[1]);
                let mentions: Vec<_> = row.flat_map(|row| &row.mentions).map(|&at| &topic.mentions[at]).collect();
                let quoted: Vec<Quoted> = mentions
                    .iter()
                    .map(|one| (one.article.clone(), u64::from(one.line.0), u64::from(one.column.0), one.quote.clone()))
                    .collect();
                let places = cells[3].split(", ").filter_map(|word| place(report, word));
                stated.extend(places.map(|place| line_of(report, &quoted, place)));
            }
            _ => {}
        }
    }
    stated
}
