//! Every line and column told, cut from its file, is the quoted text.

use super::fixture::{file, reports, written};
use gainsay::report::view::FindingView;
use gainsay::report::visible::visible;
use serde_json::Value;

/// What stands between two places of a file, columns in code points, the end
/// exclusive.
fn cut(text: &str, from: (u64, u64), to: (u64, u64)) -> String {
    let offset = |(line, column): (u64, u64)| {
        let before: usize = text.split_inclusive('\n').take(line as usize - 1).map(|line| line.chars().count()).sum();
        before + column as usize - 1
    };
    text.chars().skip(offset(from)).take(offset(to) - offset(from)).collect()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn document(format: &str, report: &gainsay::report::Report) -> Value {
    serde_json::from_str(&written(format, report)).expect("it is JSON")
}

#[test]
fn sites_of_the_view() {
    for (name, report) in reports() {
        for finding in &report.findings {
            assert!(!finding.sites.is_empty(), "{name}: {}", finding.message);
            for site in &finding.sites {
                let place = |at: gainsay::text::Place| (u64::from(at.line.0), u64::from(at.column.0));
                assert_eq!(cut(&file(&site.file), place(site.from), place(site.to)), site.text, "{name}");
            }
        }
    }
}

#[test]
fn mentions_of_json() {
    for (name, report) in reports() {
        for topic in document("json", report)["topics"].as_array().expect("topics") {
            for mention in topic["mentions"].as_array().expect("mentions") {
                let article = report.article(mention["article"].as_str().expect("an id")).expect("it was read");
                let quote = mention["quote"].as_str().expect("a quote");
                let text = file(&article.file);
                let line = text.split_inclusive('\n').nth(number(&mention["line"]) as usize - 1).expect("the line");
                let rest: String = line.chars().skip(number(&mention["column"]) as usize - 1).collect();
                let first = quote.split('\n').next().expect("a first line");
                assert!(rest.starts_with(first), "{name}: {rest} is not {quote}");
            }
        }
    }
}

#[test]
fn regions_of_sarif() {
    for (name, report) in reports() {
        let log = document("sarif", report);
        for result in log["runs"][0]["results"].as_array().expect("results") {
            let related = result["relatedLocations"].as_array().expect("related");
            for location in result["locations"].as_array().expect("locations").iter().chain(related) {
                let physical = &location["physicalLocation"];
                let region = &physical["region"];
                let uri = physical["artifactLocation"]["uri"].as_str().expect("a URI");
                let place = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
                let text = cut(&file(uri), place("startLine", "startColumn"), place("endLine", "endColumn"));
                assert_eq!(text, region["snippet"]["text"].as_str().unwrap_or_default(), "{name}");
            }
        }
    }
}

#[test]
fn ranges_of_rdjson_count_bytes() {
    for (name, report) in reports() {
        let told = document("rdjson", report);
        let open: Vec<&FindingView> = report.findings.iter().filter(|finding| finding.is_open).collect();
        let diagnostics = told["diagnostics"].as_array().expect("diagnostics");
        assert_eq!(open.len(), diagnostics.len());
        for (finding, diagnostic) in open.iter().zip(diagnostics) {
            let location = &diagnostic["location"];
            let text = file(location["path"].as_str().expect("a path"));
            let offset = |at: &Value| {
                let lines = text.split_inclusive('\n').take(number(&at["line"]) as usize - 1);
                lines.map(str::len).sum::<usize>() + number(&at["column"]) as usize - 1
            };
            let range = offset(&location["range"]["start"])..offset(&location["range"]["end"]);
            assert_eq!(text[range], finding.sites[0].text, "{name}");
        }
    }
}

#[test]
fn selectors_of_annotations() {
    for (name, report) in reports() {
        for item in document("annotations", report)["items"].as_array().expect("items") {
            for target in item["target"].as_array().expect("targets") {
                let source = target["source"]["id"].as_str().or(target["source"].as_str()).expect("a source");
                let Some(selectors) = target["selector"].as_array() else { continue };
                let (quote, position) = (&selectors[0], &selectors[1]);
                let exact = quote["exact"].as_str().expect("the words");
                let text: Vec<char> = file(source).chars().collect();
                let (start, end) = (number(&position["start"]) as usize, number(&position["end"]) as usize);
                assert_eq!(text[start..end].iter().collect::<String>(), exact, "{name}");
                let before: String = text[..start].iter().collect();
                let after: String = text[end..].iter().collect();
                assert!(before.ends_with(quote["prefix"].as_str().unwrap_or_default()), "{name}");
                assert!(after.starts_with(quote["suffix"].as_str().unwrap_or_default()), "{name}");
            }
        }
    }
}

#[test]
fn lines_of_csv() {
    for (name, report) in reports() {
        let text = written("csv", report);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().expect("a head").clone();
        let column = |wanted: &str| head.iter().position(|name| name == wanted).expect("a column");
        for record in reader.records() {
            let record = record.expect("a record");
            let of = |wanted: &str| record[column(wanted)].to_owned();
            if of("mention").is_empty() {
                continue;
            }
            let (line, at): (usize, usize) = (of("line").parse().expect("a line"), of("column").parse().expect("one"));
            let text = file(&of("file"));
            let rest: String =
                text.split_inclusive('\n').nth(line - 1).expect("the line").chars().skip(at - 1).collect();
            let shown = visible(&rest).into_owned();
            let quote = of("quote");
            let quote = quote.trim_start_matches('\'');
            let first: String = quote.chars().take(shown.chars().count()).collect();
            assert!(shown.trim_start_matches('\'').starts_with(first.trim_end()), "{name}: {shown} is not {quote}");
        }
    }
}

/// `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.
#[test]
fn commands_of_github() {
    for (name, report) in reports() {
        for line in written("github", report).lines().filter(|line| line.starts_with("::")) {
            let (head, told) = line[2..].split_once("::").expect("a command has a message");
            let properties = head.split_once(' ').expect("properties").1;
            let of = |key: &str| {
                let pair = properties.split(',').find_map(|pair| pair.strip_prefix(&format!("{key}=")));
                pair.map(|value| value.replace("%3A", ":").replace("%2C", ",").replace("%25", "%"))
            };
            let fingerprint = told.rsplit_once('(').expect("a fingerprint").1.trim_end_matches(')');
            let finding = report.findings.iter().find(|finding| finding.fingerprint == fingerprint).expect("known");
            let number = |key: &str| of(key).map(|value| value.parse::<u64>().expect("a number"));
            let text = file(&of("file").expect("a file"));
            let (from, to) = (number("line").expect("a line"), number("endLine").expect("an end"));
            if let (Some(start), Some(end)) = (number("col"), number("endColumn")) {
                assert_eq!(cut(&text, (from, start), (to, end)), finding.sites[0].text, "{name}");
            }
        }
    }
}

#[test]
fn lines_of_gitlab_and_junit() {
    for (name, report) in reports() {
        for issue in document("gitlab", report).as_array().expect("issues") {
            let finding = report.findings.iter().find(|finding| issue["fingerprint"] == *finding.fingerprint);
            let text = file(issue["location"]["path"].as_str().expect("a path"));
            let line = number(&issue["location"]["lines"]["begin"]) as usize;
            let first = finding.expect("known").sites[0].text.lines().next().unwrap_or_default().to_owned();
            assert!(text.lines().nth(line - 1).unwrap_or_default().contains(&first), "{name}: {first} in {issue}");
        }
        let junit = written("junit", report);
        for site in report.findings.iter().flat_map(|finding| &finding.sites) {
            assert!(junit.contains(&format!("{}:{}: ", site.file, site.from.line.0)), "{name}");
        }
    }
}
