//! Each format held against its own schema or parser, over every run.

use super::fixture::{broken, checked, reports, written};
use gainsay::compare::Severity;
use gainsay::report::Report;
use gainsay::report::formats::markdown::comment;
use gainsay::report::schema::report_schema;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

/// Everything a schema has against a document.
fn complaints(schema: &str, document: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema is one");
    let told = validator.iter_errors(document).map(|error| format!("{} at {}", error, error.instance_path()));
    told.take(10).collect()
}

fn every_report() -> impl Iterator<Item = &'static (String, Report)> {
    reports().iter().chain([broken()])
}

fn hold_against(schema: &str, format: &str) {
    for (name, report) in every_report() {
        let document = serde_json::from_str(&written(format, report)).expect("it is JSON");
        assert_eq!(complaints(schema, &document), Vec::<String>::new(), "{format} of {name}");
    }
}

fn hostile() -> Report {
    Report::new(&checked())
}

#[test]
fn json_is_what_the_published_schema_says() {
    hold_against(&report_schema(), "json");
}

#[test]
fn a_report_with_a_wrong_key_is_caught() {
    let mut document: Value = serde_json::from_str(&written("json", &hostile())).expect("it is JSON");
    document["findings"][0]["severity"] = "deadly".into();
    document["topics"][0]["mentions"][0]["line"] = "5".into();
    document["summary"].as_object_mut().expect("an object").remove("conflicts");
    assert_eq!(complaints(&report_schema(), &document).len(), 3);
}

#[test]
fn sarif_is_what_oasis_published() {
    // One pattern of the published schema has a stray bracket, which no
    // stricter reader of regular expressions takes.
    let published = include_str!("schemas/sarif-2.1.0.json").replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}?$");
    hold_against(&published, "sarif");
}

#[test]
fn links_of_sarif_lead_to_its_related_locations() {
    let log: Value = serde_json::from_str(&written("sarif", &hostile())).expect("it is JSON");
    for result in log["runs"][0]["results"].as_array().expect("results") {
        let ids: Vec<u64> = result["relatedLocations"]
            .as_array()
            .expect("related")
            .iter()
            .map(|location| location["id"].as_u64().expect("an id"))
            .collect();
        let text = result["message"]["text"].as_str().expect("a text");
        let bare = text.replace("\\\\", "").replace("\\[", "").replace("\\]", "");
        let linked: Vec<u64> = bare
            .match_indices("](")
            .map(|(at, _)| bare[at + 2..].split(')').next().expect("an end").parse().expect("only our own links"))
            .collect();
        assert_eq!(linked, ids);
    }
}

/// The schema of reviewdog's format that is published for other programs.
#[test]
fn rdjson_is_what_is_published_of_it() {
    hold_against(include_str!("schemas/rdformat.json"), "rdjson");
}

/// Of these none is published as a schema: `schemas/README.md` says what there
/// is instead, and what they were written after.
#[test]
fn gitlab_annotations_and_claimreview_are_what_their_documents_say() {
    hold_against(include_str!("schemas/gitlab.json"), "gitlab");
    hold_against(include_str!("schemas/annotations.json"), "annotations");
    hold_against(include_str!("schemas/claimreview.json"), "claimreview");
}

#[test]
fn a_review_comes_from_a_ruling_only() {
    let mut report = hostile();
    let reviews = |report: &Report| written("claimreview", report).matches("\"ClaimReview\"").count();
    let ruled = report.findings.iter().filter(|finding| !finding.is_open).count();
    assert_eq!((ruled, reviews(&report)), (1, 1));
    report.findings.iter_mut().for_each(|finding| finding.is_open = true);
    assert_eq!(reviews(&report), 0);
}

#[test]
fn every_line_of_jsonl_is_an_object_of_a_known_type() {
    let order = [
        "report",
        "article",
        "topic",
        "mention",
        "position",
        "relation",
        "finding",
        "diagnostic",
        "summary",
        "together",
    ];
    for (name, report) in every_report() {
        let mut seen = [0; 10];
        for line in written("jsonl", report).lines() {
            let thing: Value = serde_json::from_str(line).expect("a line is JSON");
            let kind = thing["type"].as_str().expect("a type");
            seen[order.iter().position(|known| *known == kind).expect("a known type")] += 1;
        }
        let mentions = report.topics.iter().map(|topic| topic.mentions.len()).sum::<usize>();
        let of = (seen[1], seen[2], seen[3], seen[6], seen[8]);
        assert_eq!(of, (report.articles.len(), report.topics.len(), mentions, report.findings.len(), 1), "{name}");
    }
}

#[test]
fn no_cell_of_csv_starts_a_formula() {
    for (name, report) in every_report() {
        let text = written("csv", report);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let width = reader.headers().expect("a head").len();
        let mut rows = 0;
        for record in reader.records() {
            let record = record.expect("every line has as many cells as the head");
            assert_eq!(record.len(), width);
            rows += 1;
            for cell in &record {
                let risky = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
                assert!(!risky || cell.parse::<f64>().is_ok(), "{name}: {cell}");
                assert!(!cell.contains(['\n', '\r', '\u{1b}']), "{name}: {cell}");
            }
        }
        let positions = report.topics.iter().flat_map(|topic| &topic.positions);
        let expected: usize = positions.map(|position| position.mentions.len().max(1)).sum();
        assert_eq!(rows, expected, "{name}");
    }
}

/// Everything that the schema by which Jenkins takes or refuses a file has
/// against a document.
fn complaints_of_junit(document: &str) -> Vec<String> {
    let schema = uppsala::parse(include_str!("schemas/junit-10.xsd")).expect("the schema is XML");
    let validator = uppsala::XsdValidator::from_schema(&schema).expect("the schema is one");
    let document = uppsala::parse(document).expect("it is XML");
    validator.validate(&document).iter().map(ToString::to_string).collect()
}

#[test]
fn junit_is_what_the_schema_of_its_readers_says() {
    for (name, report) in every_report() {
        assert_eq!(complaints_of_junit(&written("junit", report)), Vec::<String>::new(), "{name}");
    }
    let good = written("junit", &hostile());
    for (from, to) in [
        ("<testsuites name=", "<testsuites skipped=\"3\" name="),
        (" errors=\"0\" skipped", " skipped"),
        ("<testcase name=", "<testcase label="),
        ("<skipped ", "<ignored "),
        ("<failure ", "<failure line=\"3\" "),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(good != bad && !complaints_of_junit(&bad).is_empty(), "{to} is let through");
    }
}

#[test]
fn the_counts_of_junit_are_those_of_its_cases() {
    for (name, report) in every_report() {
        let text = written("junit", report);
        let document = roxmltree::Document::parse(&text).expect("it is XML");
        let root = document.root_element();
        let open = report.findings.iter().filter(|finding| finding.severity == Severity::Conflict && finding.is_open);
        assert_eq!(root.attribute("failures"), Some(&*open.count().to_string()), "{name}");
        for counted in root.descendants().filter(|node| node.has_attribute("tests")) {
            let count = |tag: &str| counted.descendants().filter(|node| node.has_tag_name(tag)).count().to_string();
            let told = |attribute: &str| counted.attribute(attribute).map(str::to_owned);
            assert_eq!(told("tests"), Some(count("testcase")), "{name}");
            assert_eq!(told("failures"), Some(count("failure")), "{name}");
            assert_eq!(told("errors"), Some(count("error")), "{name}");
            assert!(told("skipped").is_none_or(|skipped| skipped == count("skipped")), "{name}");
        }
        for case in root.descendants().filter(|node| node.has_tag_name("testcase")) {
            assert!(case.attribute("classname").is_some_and(|name| !name.is_empty()));
            assert_eq!(case.parent_element().map(|node| node.tag_name().name()), Some("testsuite"));
        }
    }
}

#[test]
fn what_nobody_speaks_to_is_not_passed() {
    let text = written("junit", &hostile());
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let suite = document.descendants().find(|node| node.attribute("name") == Some("boats-sold")).expect("its suite");
    assert!(suite.descendants().any(|node| node.has_tag_name("skipped")));
}

#[test]
fn nothing_in_markdown_is_a_link_or_mark_up_of_an_article() {
    for (name, report) in every_report() {
        let text = written("markdown", report);
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("{name}: {dest_url}"),
                Event::Html(html) | Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->", "{name}"),
                Event::Code(code) => panic!("{name}: {code}"),
                _ => {}
            }
        }
        assert!(!text.contains("http://") && !text.contains("https://"), "{name}: an address");
        assert!(
            text.starts_with(&format!("### gainsay: {}", report.told.conflicts.len()))
                || report.told.conflicts.is_empty()
        );
    }
}

#[test]
fn a_comment_keeps_its_bound_and_counts_the_rest() {
    let mut report = hostile();
    let many: Vec<_> = (0..400).flat_map(|_| report.findings.clone()).collect();
    report.findings = many;
    for most in [2_000, 10_000, 60_000] {
        let text = comment(&report, most);
        assert!(text.len() <= most, "{} of {most}", text.len());
        assert!(text.contains("more findings that did not fit here"));
    }
    assert!(written("markdown", &report).len() <= 60_000);
}

#[test]
fn github_gets_ten_of_a_kind_and_only_known_commands() {
    let mut report = hostile();
    report.findings = (0..30).flat_map(|_| report.findings.clone()).collect();
    report.findings.sort_by_key(|finding| finding.severity);
    let text = written("github", &report);
    for command in ["::error ", "::warning ", "::notice "] {
        assert_eq!(text.lines().filter(|line| line.starts_with(command)).count(), 10, "{command}");
    }
    for line in text.lines() {
        let known = ["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command));
        assert!(known || line.starts_with("gainsay: "), "{line}");
        assert!(!line.contains("##["), "{line}");
    }
    assert!(text.lines().next().is_some_and(|line| line.starts_with("::error ")), "the worst come first");
}
