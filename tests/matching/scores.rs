//! Runs `tests/matching/scores.md`: what is found in sentences that lie near a
//! pattern or at its edge, how likely it is, and at which words.
//!
//! A row names the page whose claims it is read with; a mention is followed by
//! its score and the words that it is shown at.

use super::{article, claims, mention, parse};
use gainsay::claims::ClaimSet;
use gainsay::corpus::Corpus;
use gainsay::matching::find_mentions;
use std::fs;

fn scored(claims: &ClaimSet, body: &str) -> String {
    let corpus = Corpus { articles: vec![article(body)], diagnostics: Vec::new() };
    let found = find_mentions(claims, &corpus);
    let shown = found.mentions.iter().map(|found| {
        let words = found.span.of(&corpus.articles[0].body).replace('\n', " ");
        format!("{} ({:.3}) “{words}”", mention(found), found.score)
    });
    let shown: Vec<String> = shown.collect();
    if shown.is_empty() { "nothing".to_owned() } else { shown.join("; ") }
}

#[test]
fn what_lies_near_a_pattern_is_found_as_surely_as_it_fits() {
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for (page, expected) in parse_rows(include_str!("scores.md")) {
        let toml = parse(&fs::read_to_string(format!("tests/matching/{page}.md")).expect("a page")).0;
        let claims = claims(&toml);
        for (line, text, expected) in expected {
            rows += 1;
            let got = scored(&claims, &text);
            if got != expected {
                wrong.push(format!("scores.md:{line}\n  text: {text}\n  want: {expected}\n  got:  {got}"));
            }
        }
    }
    assert!(rows > 0, "no rows were read");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

type Row = (usize, String, String);

/// The sections with their rows: `## With the claims of PAGE`.
fn parse_rows(page: &str) -> Vec<(String, Vec<Row>)> {
    let mut sections: Vec<(String, Vec<Row>)> = Vec::new();
    for (number, line) in page.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## With the claims of ") {
            sections.push((name.to_owned(), Vec::new()));
        }
        let row = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")?.split_once(" | "));
        if let (Some((text, expected)), Some((_, rows))) = (row, sections.last_mut())
            && text != "text"
            && !text.starts_with("---")
        {
            rows.push((number + 1, text.replace("\\n", "\n").replace('¦', "|"), expected.to_owned()));
        }
    }
    sections
}
