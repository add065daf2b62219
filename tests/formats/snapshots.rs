//! The hostile run through every format, as it is written.

use super::fixture::{checked, written};
use gainsay::report::formats::{FORMATS, table};
use gainsay::report::{Layout, Report, diagnostics};

#[test]
fn every_format() {
    let report = Report::new(&checked());
    for format in FORMATS {
        insta::assert_snapshot!(format.name, written(format.name, &report));
    }
}

#[test]
fn diagnostics_point_at_the_words() {
    let mut out = anstream::StripStream::new(Vec::new());
    diagnostics::write_diagnostics(&checked().diagnostics, &Layout::wide(80), &mut out).expect("a vector takes it all");
    insta::assert_snapshot!("diagnostics", String::from_utf8(out.into_inner()).expect("text"));
}

fn table(report: &Report, width: u16) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    table::write_table(report, &Layout::wide(width), &mut out).expect("a vector takes it all");
    String::from_utf8(out.into_inner()).expect("what is written is text")
}

#[test]
fn a_table_at_80_and_at_160_columns() {
    let report = Report::new(&checked());
    insta::assert_snapshot!("table_80", table(&report, 80));
    insta::assert_snapshot!("table_160", table(&report, 160));
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let (one, other) = (Report::new(&checked()), Report::new(&checked()));
    for format in FORMATS {
        assert!(written(format.name, &one) == written(format.name, &other), "{}", format.name);
    }
}

#[test]
fn nothing_written_commands_a_terminal() {
    let report = Report::new(&checked());
    for format in FORMATS {
        let text = written(format.name, &report);
        let obeyed = |sign: char| sign == '\u{1b}' || sign == '\u{7}' || ('\u{202a}'..='\u{202e}').contains(&sign);
        assert!(!text.contains(obeyed), "{}", format.name);
    }
}
