//! A report against what is known to be there.
//!
//! A known mention is found when the report has one of the same article and
//! topic that shares a code point with it; it is right when the interval is the
//! one that the words have. What the report has beyond is an extra. Speed that
//! is bought with misses shows here.

use crate::statement::{How, Known};
use crate::value::End;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// How well a report knows what is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Mentions that are there.
    pub known: usize,
    /// Of these, how many the report has.
    pub found: usize,
    /// Of these, how many with the right value.
    pub right: usize,
    /// Mentions that nobody wrote.
    pub extra: usize,
    /// Known and found, by how the statement differs from its pattern.
    pub by_how: BTreeMap<How, (usize, usize)>,
    /// A few of what went wrong, to look at.
    pub samples: Vec<String>,
}

impl Verdict {
    /// Found of known.
    #[must_use]
    pub fn recall(&self) -> f64 {
        if self.known == 0 { 1.0 } else { self.found as f64 / self.known as f64 }
    }
}

/// The parts of a report that are looked at.
#[derive(Debug, Deserialize)]
struct Report {
    topics: Vec<ReportedTopic>,
}

#[derive(Debug, Deserialize)]
struct ReportedTopic {
    id: String,
    mentions: Vec<Reported>,
}

#[derive(Debug, Deserialize)]
struct Reported {
    article: String,
    value: ReportedValue,
    quote: String,
    start: usize,
    end: usize,
}

#[derive(Debug, Deserialize)]
struct ReportedValue {
    #[serde(default)]
    low: Option<End>,
    #[serde(default)]
    high: Option<End>,
    #[serde(default)]
    option: Option<String>,
}

/// Reads both and compares.
///
/// # Errors
/// When a file cannot be read, or is not what it should be.
pub fn verify(truth: &Path, report: &Path, samples: usize) -> io::Result<Verdict> {
    let report: Report = serde_json::from_reader(BufReader::new(File::open(report)?))?;
    let mut there: BTreeMap<(String, String), Vec<Known>> = BTreeMap::new();
    for line in BufReader::new(File::open(truth)?).lines() {
        let known: Known = serde_json::from_str(&line?)?;
        there.entry((known.topic.clone(), known.article.clone())).or_default().push(known);
    }
    Ok(compare(&there, &report, samples))
}

fn compare(there: &BTreeMap<(String, String), Vec<Known>>, report: &Report, samples: usize) -> Verdict {
    let mut verdict = Verdict::default();
    let mut reported: BTreeMap<(&str, &str), Vec<&Reported>> = BTreeMap::new();
    for topic in &report.topics {
        for mention in &topic.mentions {
            reported.entry((&topic.id, &mention.article)).or_default().push(mention);
        }
    }
    let tell = |verdict: &mut Verdict, what: String| {
        if verdict.samples.len() < samples {
            verdict.samples.push(what);
        }
    };
    for ((topic, article), known) in there {
        let mentions = reported.get(&(topic.as_str(), article.as_str())).map_or(&[][..], Vec::as_slice);
        for known in known {
            let by_how = verdict.by_how.entry(known.how).or_default();
            by_how.0 += 1;
            verdict.known += 1;
            let mut over = mentions.iter().filter(|mention| overlap(known, mention)).peekable();
            let Some(first) = over.peek().copied() else {
                tell(&mut verdict, format!("missed in {article}, {topic}: {}", known.quote));
                continue;
            };
            by_how.1 += 1;
            verdict.found += 1;
            if over.any(|mention| same_value(known, &mention.value)) {
                verdict.right += 1;
            } else {
                let (value, quote) = (&first.value, &first.quote);
                tell(&mut verdict, format!("wrong in {article}, {topic}: {} is {value:?} of {quote}", known.quote));
            }
        }
    }
    for ((topic, article), mentions) in &reported {
        let known = there.get(&((*topic).to_owned(), (*article).to_owned())).map_or(&[][..], Vec::as_slice);
        for extra in mentions.iter().filter(|mention| !known.iter().any(|known| overlap(known, mention))) {
            verdict.extra += 1;
            tell(&mut verdict, format!("extra in {article}, {topic}: {}", extra.quote));
        }
    }
    verdict
}

fn overlap(known: &Known, mention: &Reported) -> bool {
    known.start < mention.end && mention.start < known.end
}

fn same_value(known: &Known, value: &ReportedValue) -> bool {
    if let Some(option) = &value.option {
        return *option == known.value;
    }
    same_end(known.low.as_ref(), value.low.as_ref()) && same_end(known.high.as_ref(), value.high.as_ref())
}

fn same_end(known: Option<&End>, reported: Option<&End>) -> bool {
    match (known, reported) {
        (Some(End::Number(a)), Some(End::Number(b))) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(start: usize, low: f64) -> Known {
        Known {
            article: "a".to_owned(),
            topic: "t".to_owned(),
            value: "9".to_owned(),
            low: Some(End::Number(low)),
            high: None,
            start,
            end: start + 5,
            how: How::Plain,
            quote: String::new(),
            during: None,
            claimant: None,
        }
    }

    fn report(mentions: &[(usize, f64)]) -> Report {
        let mentions = mentions.iter().map(|&(start, low)| {
            let value = ReportedValue { low: Some(End::Number(low)), high: None, option: None };
            Reported { article: "a".to_owned(), value, quote: String::new(), start, end: start + 3 }
        });
        Report { topics: vec![ReportedTopic { id: "t".to_owned(), mentions: mentions.collect() }] }
    }

    #[test]
    fn misses_wrong_values_and_extras_are_told_apart() {
        let there =
            BTreeMap::from([(("t".to_owned(), "a".to_owned()), vec![known(10, 9.0), known(30, 9.0), known(50, 9.0)])]);
        let verdict = compare(&there, &report(&[(12, 9.0), (31, 8.0), (70, 9.0)]), 9);
        assert_eq!((verdict.known, verdict.found, verdict.right, verdict.extra), (3, 2, 1, 1));
        assert_eq!(verdict.samples.len(), 3);
    }
}
