//! How long a topic with many statements takes, in seconds for the whole of
//! `compare`: every pair, and all of them together.
//!
//! ```console
//! $ cargo bench --bench timeline
//! ```
//!
//! The statements are made up from one history by a fixed seed: so many calls
//! between two days, hedged here and there, so that all are true; then once
//! more with one that is not, whose contradiction has to be found and proved.

use divan::{Bencher, black_box};
use gainsay::claims::{ReadValue, load_claims};
use gainsay::compare::compare;
use gainsay::corpus::Corpus;
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::matching::Found;
use gainsay::value::{Kind, Value};
use std::fmt::Write;
use std::sync::Arc;

const DAYS: usize = 3000;

fn main() {
    divan::main();
}

struct InTexts;

impl ReadValue for InTexts {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

/// A topic of so many claims, and whether one of them contradicts the others.
fn claims_file(statements: usize, contradicts: bool) -> String {
    let mut state = 0x2022_0224_u64;
    let mut below = |end: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % end as u64).unwrap_or(0)
    };
    let mut up_to = vec![0];
    for day in 0..DAYS {
        up_to.push(up_to[day] + below(4));
    }
    let day = |at: usize| {
        let start = jiff::civil::date(2015, 1, 1);
        start.checked_add(jiff::Span::new().days(i64::try_from(at).unwrap_or(0))).map_or(start, |day| day)
    };
    let mut text = "version = 1\n[[topic]]\nid = \"calls\"\nquestion = \"How many calls?\"\nkind = \"count\"\nunit = \"call\"\nmatch = [\"{value} calls\"]\n".to_owned();
    for at in 0..statements {
        let first = below(DAYS - 400);
        let last = first + 1 + below(399);
        let many = up_to[last + 1] - up_to[first];
        let value = match below(4) {
            0 => format!("\"at least {}\"", many - many / 8),
            1 => format!("\"{} to {}\"", many - many / 9, many + 1 + many / 7),
            _ => many.to_string(),
        };
        let _ = writeln!(
            text,
            "[[claim]]\nid = \"c{at}\"\ntopic = \"calls\"\nvalue = {value}\nduring = \"{}/{}\"",
            day(first),
            day(last)
        );
    }
    if contradicts {
        let many = up_to[900] - up_to[300] - 1;
        let _ = writeln!(
            text,
            "[[claim]]\nid = \"less\"\ntopic = \"calls\"\nvalue = {many}\nduring = \"{}/{}\"",
            day(300),
            day(899)
        );
        let _ = writeln!(
            text,
            "[[claim]]\nid = \"more\"\ntopic = \"calls\"\nvalue = {}\nduring = \"{}/{}\"",
            many + 1,
            day(301),
            day(898)
        );
    }
    text
}

fn bench_topic(bencher: Bencher<'_, '_>, statements: usize, contradicts: bool) {
    let source = Source::new("claims.toml", claims_file(statements, contradicts));
    let loaded = load_claims(Arc::new(source), &InTexts);
    let wrong = loaded.diagnostics.first().map(|diagnostic| &diagnostic.message);
    assert_eq!(wrong, None);
    let run = || compare(&loaded.claims, &Corpus::default(), Found::default(), None);
    let told = run().findings.iter().filter(|finding| finding.rule.id == "joint-conflict").count();
    assert_eq!(told, usize::from(contradicts));
    bencher.bench(|| black_box(run()));
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn consistent(bencher: Bencher<'_, '_>, statements: usize) {
    bench_topic(bencher, statements, false);
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn contradictory(bencher: Bencher<'_, '_>, statements: usize) {
    bench_topic(bencher, statements, true);
}
