//! Every line and column told, cut from its file, is the quoted text: of every
//! format, so that a new one cannot be forgotten.
//!
//! [`stated`](super::stated) reads each format with a parser of that format and
//! hands back every place it states; here they are cut out of the files.

use super::fixture::{file, reports, written};
use super::stated::{At, READERS, Stated};
use gainsay::report::Report;
use gainsay::report::formats::FORMATS;
use gainsay::report::visible::visible;

/// What stands behind a place, line and column counted in code points.
fn rest(text: &str, (line, column): (u64, u64)) -> String {
    let before: usize = text.split_inclusive('\n').take(line as usize - 1).map(|line| line.chars().count()).sum();
    text.chars().skip(before + column as usize - 1).collect()
}

fn line(text: &str, number: u64) -> &str {
    text.lines().nth(number as usize - 1).unwrap_or_else(|| panic!("there is no line {number}"))
}

/// The offset of a place whose column counts bytes.
fn byte(text: &str, (line, column): (u64, u64)) -> usize {
    text.split_inclusive('\n').take(line as usize - 1).map(str::len).sum::<usize>() + column as usize - 1
}

/// Why what is stated is not what stands there.
fn complaint(stated: &Stated) -> Option<String> {
    let text = file(&stated.file);
    let wanted = &stated.text;
    let first = wanted.lines().next().unwrap_or_default();
    let (cut, is_it) = match stated.at {
        At::Line(number) => {
            let cut = line(&text, number).to_owned();
            let is_it = visible(&cut).contains(&*visible(first));
            (cut, is_it)
        }
        At::Start(from) => {
            let cut: String = rest(&text, from).chars().take(wanted.chars().count()).collect();
            let is_it = cut == *wanted;
            (cut, is_it)
        }
        // What is shown to people has its white space as single spaces.
        At::Shown(from) => {
            let cut = visible(&rest(&text, from)).into_owned();
            let is_it = cut.starts_with(wanted.as_str());
            (cut, is_it)
        }
        At::Range(from, to) => {
            let (from, to) = (rest(&text, from), rest(&text, to));
            let cut = from.strip_suffix(to.as_str()).expect("it ends behind its beginning").to_owned();
            let is_it = cut == *wanted;
            (cut, is_it)
        }
        At::Bytes(from, to) => {
            let cut = text.get(byte(&text, from)..byte(&text, to)).unwrap_or_default().to_owned();
            let is_it = cut == *wanted;
            (cut, is_it)
        }
        At::Points(start, end) => {
            let cut: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
            let is_it = cut == *wanted;
            (cut, is_it)
        }
    };
    let cut: String = cut.chars().take(200).collect();
    (!is_it).then(|| format!("{}, {:?}: “{cut}” is not “{wanted}”", stated.file, stated.at))
}

#[test]
fn every_place_that_any_format_states_is_the_quoted_text() {
    for format in FORMATS {
        let reader = READERS.iter().find(|reader| reader.format == format.name);
        let reader = reader.unwrap_or_else(|| panic!("tests/formats/stated.rs reads no places of {}", format.name));
        for (name, report) in reports() {
            let stated = (reader.read)(report);
            let fewest = (reader.fewest)(report);
            assert!(stated.len() >= fewest, "{}, {name}: {} of {fewest} places", format.name, stated.len());
            let complaints: Vec<String> = stated.iter().filter_map(complaint).collect();
            assert_eq!(complaints, Vec::<String>::new(), "{}, {name}", format.name);
        }
    }
    assert_eq!(READERS.len(), FORMATS.len());
}

/// The only format without places has none to be wrong.
#[test]
fn claimreview_states_no_place() {
    let forbidden = ["line", "column", "start", "end", "region", "range", "selector", "offset"];
    for (_, report) in reports() {
        let text = written("claimreview", report);
        assert!(forbidden.iter().all(|key| !text.contains(&format!("\"{key}\":"))), "{text}");
    }
}

/// The table of places would be blind if a wrong one did not show.
#[test]
fn a_wrong_place_is_seen() {
    let (_, report) = &reports()[0];
    for reader in READERS.iter().filter(|reader| (reader.fewest)(report) > 0) {
        let moved = |mut stated: Stated| {
            stated.at = match stated.at {
                At::Line(line) => At::Line(line - 1),
                At::Start((line, column)) => At::Start((line, column + 1)),
                At::Shown((line, column)) => At::Shown((line, column + 1)),
                At::Range((line, column), to) => At::Range((line, column - 1), to),
                At::Bytes((line, column), to) => At::Bytes((line, column - 1), to),
                At::Points(start, end) => At::Points(start + 1, end),
            };
            stated
        };
        let is_telling = |stated: &Stated| {
            let is_first = matches!(stated.at, At::Range((_, 1), _) | At::Bytes((_, 1), _) | At::Line(1));
            !is_first && !stated.text.is_empty()
        };
        let stated = (reader.read)(report).into_iter().filter(is_telling);
        let seen = stated.map(moved).filter(|stated| complaint(stated).is_some()).count();
        assert!(seen > 0, "{}", reader.format);
    }
}

#[test]
fn sites_of_the_view() {
    for (name, report) in reports() {
        for finding in &report.findings {
            assert!(!finding.sites.is_empty(), "{name}: {}", finding.message);
            let place = |at: gainsay::text::Place| (u64::from(at.line.0), u64::from(at.column.0));
            for site in &finding.sites {
                let at = At::Range(place(site.from), place(site.to));
                let stated = Stated { file: site.file.clone(), at, text: site.text.clone() };
                assert_eq!(complaint(&stated), None, "{name}");
            }
        }
    }
}

/// Offsets into an article's body are those of its lines and columns.
#[test]
fn code_points_of_json_count_from_the_body() {
    for (name, report) in reports() {
        for mention in report.topics.iter().flat_map(|topic| &topic.mentions) {
            let text = file(&report.file_of(report.article(&mention.article).expect("it was read")));
            let from = (u64::from(mention.line.0), u64::from(mention.column.0));
            let behind = rest(&text, from).chars().count();
            let front = text.chars().count() - behind - mention.start.0;
            let body: String = text.chars().skip(front).collect();
            assert!(front == 0 || text.starts_with("+++") || text.starts_with('\u{feff}'), "{name}");
            assert_eq!(body_front(report, &mention.article), front, "{name}: {}", mention.article);
            let cut: String = body.chars().skip(mention.start.0).take(mention.end.0 - mention.start.0).collect();
            assert_eq!(cut, mention.quote, "{name}");
        }
    }
}

/// How much stands before the body of an article, by its first mention.
fn body_front(report: &Report, article: &str) -> usize {
    let mut mentions = report.topics.iter().flat_map(|topic| &topic.mentions);
    let mention = mentions.find(|mention| mention.article == article).expect("it has one");
    mention.site.points.0.0 - mention.start.0
}

/// Trouble in the files is told at its place: in JSON, on the page, in SARIF's
/// notifications and on stderr it is one and the same.
#[test]
fn diagnostics_stand_where_they_say() {
    let checked = super::fixture::checked();
    let report = Report::new(&checked);
    let sarif: serde_json::Value = serde_json::from_str(&written("sarif", &report)).expect("it is JSON");
    let told = &sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    let mut count = 0;
    for (at, diagnostic) in checked.diagnostics.iter().enumerate() {
        let Some(span) = diagnostic.span else { continue };
        let view = &report.diagnostics[at];
        let place = (view.line.expect("a line").0, view.column.expect("a column").0);
        let words = span.of(&diagnostic.source.text);
        assert!(rest(&file(&view.path), (place.0.into(), place.1.into())).starts_with(words), "{}", view.message);
        let region = &told[at]["locations"][0]["physicalLocation"]["region"];
        assert_eq!((&region["startLine"], &region["startColumn"]), (&place.0.into(), &place.1.into()));
        count += 1;
    }
    assert!(count > 0);
}
