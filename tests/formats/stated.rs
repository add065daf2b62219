//! Which places each format states: read from what it writes, with a parser of
//! that format. Where a format does not repeat the words that it points at,
//! they come from the view.
//!
//! A new format gets a line in [`READERS`]; without one a test fails.

use super::fixture::written;
use super::stated_by_people::{of_html, of_markdown, of_table};
use gainsay::compare::Severity;
use gainsay::report::Report;
use gainsay::report::sites::Site;
use gainsay::report::view::FindingView;
use serde_json::Value;

/// Line and column, both from 1.
pub(crate) type Spot = (u64, u64);

/// A place that a format states.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    /// A line alone: the words stand in it.
    Line(u64),
    /// Where the words begin, columns in code points.
    Start(Spot),
    /// The same, of words as people are shown them.
    Shown(Spot),
    /// From where to where, columns in code points, the end exclusive.
    Range(Spot, Spot),
    /// The same with columns in bytes.
    Bytes(Spot, Spot),
    /// Code points of the whole file, the end exclusive.
    Points(u64, u64),
}

/// A place, and the words that are said to stand there.
#[derive(Clone, Debug)]
pub(crate) struct Stated {
    pub(crate) file: String,
    pub(crate) at: At,
    pub(crate) text: String,
}

/// How the places of a format are read.
pub(crate) struct Reader {
    pub(crate) format: &'static str,
    pub(crate) read: fn(&Report) -> Vec<Stated>,
    /// How many there are at least.
    pub(crate) fewest: fn(&Report) -> usize,
}

pub(crate) static READERS: [Reader; 13] = [
    Reader { format: "table", read: of_table, fewest: mentions },
    Reader { format: "html", read: of_html, fewest: mentions },
    Reader { format: "markdown", read: of_markdown, fewest: conflicts_with_places },
    Reader { format: "csv", read: of_csv, fewest: mentions },
    Reader { format: "json", read: of_json, fewest: mentions },
    Reader { format: "jsonl", read: of_jsonl, fewest: mentions },
    Reader { format: "sarif", read: of_sarif, fewest: sites },
    Reader { format: "github", read: of_github, fewest: conflicts_shown },
    Reader { format: "gitlab", read: of_gitlab, fewest: |report| open(report).count() },
    Reader { format: "junit", read: of_junit, fewest: sites },
    Reader {
        format: "rdjson",
        read: of_rdjson,
        fewest: |report| open(report).map(|finding| finding.sites.len()).sum(),
    },
    Reader { format: "annotations", read: of_annotations, fewest: |report| report.findings.len() },
    Reader { format: "claimreview", read: |_| Vec::new(), fewest: |_| 0 },
];

fn mentions(report: &Report) -> usize {
    report.topics.iter().flat_map(|topic| &topic.positions).map(|position| position.mentions.len()).sum()
}

fn sites(report: &Report) -> usize {
    report.findings.iter().map(|finding| finding.sites.len()).sum()
}

fn open(report: &Report) -> impl Iterator<Item = &FindingView> {
    report.findings.iter().filter(|finding| finding.is_open)
}

fn conflicts(report: &Report) -> impl Iterator<Item = &FindingView> {
    report.findings.iter().filter(|finding| finding.severity == Severity::Conflict)
}

fn conflicts_with_places(report: &Report) -> usize {
    conflicts(report).filter(|finding| !finding.mentions.is_empty()).count()
}

/// GitHub shows ten of a kind.
fn conflicts_shown(report: &Report) -> usize {
    conflicts(report).filter(|finding| finding.is_open).count().min(10)
}

pub(crate) fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

fn document(format: &str, report: &Report) -> Value {
    serde_json::from_str(&written(format, report)).expect("it is JSON")
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn with_print<'r>(report: &'r Report, print: &str) -> &'r FindingView {
    report.findings.iter().find(|finding| finding.fingerprint == print).unwrap_or_else(|| panic!("no finding {print}"))
}

fn of_csv(report: &Report) -> Vec<Stated> {
    let text = written("csv", report);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let records = reader.records().map(|record| record.expect("a record"));
    let stated = records.filter_map(|record| {
        let of = |wanted: &str| &record[head.iter().position(|name| name == wanted).expect("a column")];
        let place = (of("line").parse().ok()?, of("column").parse().ok()?);
        // A quote that looks like a formula has an apostrophe before it.
        let quote = of("quote");
        let text = quote.strip_prefix('\'').filter(|rest| !rest.starts_with(char::is_alphanumeric)).unwrap_or(quote);
        Some(Stated { file: of("file").to_owned(), at: At::Shown(place), text: text.to_owned() })
    });
    stated.collect()
}

fn mention(report: &Report, mention: &Value) -> Stated {
    let article = report.article(mention["article"].as_str().expect("an id")).expect("it was read");
    let place = (number(&mention["line"]), number(&mention["column"]));
    Stated { file: report.file_of(article).into_owned(), at: At::Start(place), text: string(&mention["quote"]) }
}

fn of_json(report: &Report) -> Vec<Stated> {
    let document = document("json", report);
    let mentions = array(&document["topics"]).iter().flat_map(|topic| array(&topic["mentions"]));
    mentions.map(|one| mention(report, one)).collect()
}

fn of_jsonl(report: &Report) -> Vec<Stated> {
    let text = written("jsonl", report);
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"));
    lines.filter(|line| line["type"] == "mention").map(|line| mention(report, &line)).collect()
}

fn of_sarif(report: &Report) -> Vec<Stated> {
    let document = document("sarif", report);
    let stated = |location: &Value| {
        let physical = &location["physicalLocation"];
        let region = &physical["region"];
        let place = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
        Stated {
            file: string(&physical["artifactLocation"]["uri"]),
            at: At::Range(place("startLine", "startColumn"), place("endLine", "endColumn")),
            text: region["snippet"]["text"].as_str().unwrap_or_default().to_owned(),
        }
    };
    let results = array(&document["runs"][0]["results"]).iter();
    let all = results.flat_map(|result| [array(&result["locations"]), array(&result["relatedLocations"])].concat());
    all.map(|location| stated(&location)).collect()
}

/// `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`, and in
/// the message a line for each further side: `file:12 the Kremlin: 14 calls`.
fn of_github(report: &Report) -> Vec<Stated> {
    let text = written("github", report);
    let mut stated = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("::")) {
        let (head, told) = line[2..].split_once("::").expect("a command has a message");
        let properties = head.split_once(' ').expect("properties").1;
        let plain =
            |value: &str| value.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%");
        let of = |key: &str| {
            let pair = properties.split(',').find_map(|pair| pair.strip_prefix(&format!("{key}=")));
            pair.map(plain)
        };
        let number = |key: &str| of(key).map(|value| value.parse::<u64>().expect("a number"));
        let print = told.rsplit_once('(').expect("a fingerprint").1.trim_end_matches(')');
        let sites = &with_print(report, print).sites;
        let (from, to) = (number("line").expect("a line"), number("endLine").expect("an end"));
        let at = match (number("col"), number("endColumn")) {
            (Some(start), Some(end)) => At::Range((from, start), (to, end)),
            _ => At::Line(from),
        };
        stated.push(Stated { file: of("file").expect("a file"), at, text: sites[0].text.clone() });
        let plain = plain(told);
        let sides: Vec<&str> = plain.split('\n').collect();
        let first = sides.len() - (sites.len() - 1);
        stated.extend(sides[first..].iter().zip(&sites[1..]).map(|(side, site)| at_line(side, site)));
    }
    stated
}

/// `file:12 …`, where a site is.
fn at_line(told: &str, site: &Site) -> Stated {
    let place = told.match_indices(':').find_map(|(at, _)| {
        let digits: String = told[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        Some((told[..at].to_owned(), digits.parse().ok()?))
    });
    let (file, line) = place.unwrap_or_else(|| panic!("{told} names no line"));
    Stated { file, at: At::Line(line), text: site.text.clone() }
}

fn of_gitlab(report: &Report) -> Vec<Stated> {
    let document = document("gitlab", report);
    let stated = array(&document).iter().map(|issue| {
        let site = &with_print(report, &string(&issue["fingerprint"])).sites[0];
        let line = number(&issue["location"]["lines"]["begin"]);
        Stated { file: string(&issue["location"]["path"]), at: At::Line(line), text: site.text.clone() }
    });
    stated.collect()
}

fn of_junit(report: &Report) -> Vec<Stated> {
    let text = written("junit", report);
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let stated = cases.flat_map(|case| {
        let print = case.attribute("name").and_then(|name| name.rsplit_once(' ')).map(|(_, print)| print);
        let sites = report.findings.iter().find(|finding| Some(&*finding.fingerprint) == print);
        let sites = sites.map_or(&[] as &[Site], |finding| &finding.sites);
        let out = case.children().find(|node| node.has_tag_name("system-out"));
        let told: Vec<&str> = out.and_then(|out| out.text()).unwrap_or_default().lines().collect();
        let first = told.len() - sites.len();
        told[first..].iter().zip(sites).map(|(told, site)| at_line(told, site)).collect::<Vec<_>>()
    });
    stated.collect()
}

fn of_rdjson(report: &Report) -> Vec<Stated> {
    let document = document("rdjson", report);
    let stated = |location: &Value, site: &Site| {
        let place = |end: &str| {
            let at = &location["range"][end];
            (number(&at["line"]), number(&at["column"]))
        };
        let at = At::Bytes(place("start"), place("end"));
        Stated { file: string(&location["path"]), at, text: site.text.clone() }
    };
    let told = array(&document["diagnostics"]).iter();
    assert_eq!(told.len(), open(report).count());
    let all = told.zip(open(report)).flat_map(|(told, finding)| {
        let related = array(&told["related_locations"]).iter().map(|related| &related["location"]);
        let locations = std::iter::once(&told["location"]).chain(related);
        locations.zip(&finding.sites).map(|(location, site)| stated(location, site)).collect::<Vec<_>>()
    });
    all.collect()
}

fn of_annotations(report: &Report) -> Vec<Stated> {
    let document = document("annotations", report);
    let targets = array(&document["items"]).iter().flat_map(|item| array(&item["target"]));
    let stated = targets.filter_map(|target| {
        let source = target["source"]["id"].as_str().or(target["source"].as_str()).expect("a source");
        let selectors = array(&target["selector"]);
        let quote = selectors.iter().find(|selector| selector["type"] == "TextQuoteSelector")?;
        let position = selectors.iter().find(|selector| selector["type"] == "TextPositionSelector")?;
        // With what stands around it a quote is found again where it is not alone.
        let around = |key: &str| quote[key].as_str().unwrap_or_default().to_owned();
        let (prefix, suffix) = (around("prefix"), around("suffix"));
        let points = |text: &str| text.chars().count() as u64;
        let (start, end) = (number(&position["start"]), number(&position["end"]));
        Some(Stated {
            file: source.to_owned(),
            at: At::Points(start - points(&prefix), end + points(&suffix)),
            text: format!("{prefix}{}{suffix}", string(&quote["exact"])),
        })
    });
    stated.collect()
}
