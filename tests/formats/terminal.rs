//! The tables in a terminal: they fit, break no value from its unit, link where
//! links are asked for, and tell as much as was asked.

use super::fixture::{checked, reports};
use gainsay::report::formats::table::write_table;
use gainsay::report::links::Links;
use gainsay::report::{Detail, Layout, Report};
use unicode_width::UnicodeWidthStr;

fn told(report: &Report, layout: &Layout) -> String {
    let mut out = Vec::new();
    write_table(report, layout, &mut out).expect("a vector takes it all");
    String::from_utf8(out).expect("what is written is text")
}

fn plain(report: &Report, width: u16) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    write_table(report, &Layout::wide(width), &mut out).expect("a vector takes it all");
    String::from_utf8(out.into_inner()).expect("what is written is text")
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for (name, report) in reports() {
        for width in [40, 60, 72, 80, 100, 120, 160] {
            for line in plain(report, width).lines() {
                assert!(line.width() <= usize::from(width), "{name} at {width}: {line}");
            }
        }
    }
}

#[test]
fn a_value_is_never_broken_from_its_unit() {
    for (name, report) in reports() {
        for width in [60, 72, 80, 100, 160] {
            let text = plain(report, width);
            let topics = report.spoken.iter().map(|&at| &report.topics[at]).filter(|topic| topic.matrix.is_none());
            for held in topics.flat_map(|topic| &topic.positions).flat_map(|position| position.says.split(' ')) {
                let held = held.replace('\u{a0}', " ");
                let fits = held.width() <= usize::from(width / 2);
                assert!(!fits || text.lines().any(|line| line.contains(&held)), "{name} at {width}: {held}");
            }
        }
    }
}

#[test]
fn places_are_links_only_where_links_are_asked_for() {
    let report = Report::new(&checked());
    assert!(!told(&report, &Layout::wide(100)).contains("\u{1b}]8"));
    let links = Some(Links::new("/home/the desk", false));
    let text = told(&report, &Layout { links, ..Layout::wide(100) });
    let target = "file:///home/the%20desk/tests/formats/fixture/articles/gazette.txt#13";
    assert!(text.contains(&format!("\u{1b}]8;;{target}\u{1b}\\gazette:13\u{1b}]8;;\u{1b}\\")), "{text}");
    let opened = text.matches("\u{1b}]8;;file:").count();
    assert_eq!(text.matches("\u{1b}]8;;\u{1b}").count(), opened, "every link ends");
}

#[test]
fn quiet_is_one_line_and_verbose_shows_every_quote() {
    let report = Report::new(&checked());
    let at = |detail: Detail| told(&report, &Layout { detail, ..Layout::wide(160) });
    assert_eq!(at(Detail::Quiet).lines().count(), 1, "{}", at(Detail::Quiet));
    assert!(at(Detail::Normal).ends_with(&at(Detail::Quiet)));
    let verbose = at(Detail::Verbose);
    for mention in report.topics.iter().flat_map(|topic| &topic.mentions) {
        let place = format!("{}:{}:{}", mention.article, mention.line.0, mention.column.0);
        assert!(verbose.contains(&place), "{place}");
        assert!(!at(Detail::Normal).contains(&place), "{place}");
    }
}
