//! The registry holds together.

use gainsay::compare::RULES;
use gainsay::report::formats::FORMATS;
use gainsay::report::schema::report_schema;
use std::collections::BTreeSet;

#[test]
fn every_format_has_a_name_a_summary_and_a_page_of_its_own() {
    let names: BTreeSet<&str> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names.len(), FORMATS.len());
    for format in FORMATS {
        assert!(!format.summary.is_empty() && !format.summary.ends_with('.'), "{}", format.name);
        assert!(format.page.starts_with(&format!("# {}\n", format.name)), "{}", format.name);
        assert!(format.page.len() > 300, "{} has a page that says something", format.name);
    }
}

#[test]
fn every_format_has_a_snapshot() {
    for format in FORMATS {
        let name = format!("tests/formats/snapshots/formats__snapshots__{}.snap", format.name);
        assert!(std::path::Path::new(&name).is_file(), "{name} is missing");
    }
}

#[test]
fn the_shared_run_has_every_rule() {
    let checked = super::fixture::checked();
    let raised: BTreeSet<&str> = checked.compared.findings.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(raised, RULES.iter().map(|rule| rule.id).collect());
}

/// The page of the machine output shows one whole, as it is.
#[test]
fn the_example_of_the_documents_is_what_is_written() {
    let report = gainsay::report::Report::new(&super::fixture::run("tests/cmd/storm/claims.toml"));
    let page = std::fs::read_to_string("docs/formats/json.md").expect("the page is there");
    let (before, rest) = page.split_once("```json\n").expect("it has an example");
    let (example, after) = rest.split_once("```").expect("the example ends");
    let written = super::fixture::written("json", &report);
    if std::env::var_os("INSTA_UPDATE").is_some() {
        std::fs::write("docs/formats/json.md", format!("{before}```json\n{written}```{after}")).expect("written");
        return;
    }
    assert!(example == written, "INSTA_UPDATE=always cargo test --test formats writes it anew");
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let published = std::fs::read_to_string("docs/schema/report.schema.json").unwrap_or_default();
    if std::env::var_os("INSTA_UPDATE").is_some() {
        std::fs::write("docs/schema/report.schema.json", report_schema()).expect("the schema can be written");
        return;
    }
    assert!(published == report_schema(), "INSTA_UPDATE=always cargo test --test formats writes it anew");
}
