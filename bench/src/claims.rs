//! The `claims.toml` of a made-up corpus, and its phrases for a plain search.

use crate::statement::Known;
use crate::subjects::{CLAIMANTS, ENTITIES, EVENTS, Named};
use crate::topic::{Topic, find};
use std::fmt::Write as _;

/// The whole file.
#[must_use]
pub fn claims_file(topics: &[Topic], claims: &[Known]) -> String {
    let mut out = "# Made up for measuring.\nversion = 1\n\n[corpus]\npaths = [\"corpus\"]\n".to_owned();
    let tables = [("claimant", &CLAIMANTS[..]), ("entity", &ENTITIES[..]), ("event", &EVENTS[..])];
    for (table, all) in tables {
        all.iter().for_each(|named| write_named(&mut out, table, named));
    }
    topics.iter().for_each(|topic| write_topic(&mut out, topic));
    claims.iter().enumerate().for_each(|(number, known)| write_claim(&mut out, number, known, topics));
    out
}

/// What a person would look for with a plain search: the names of what the
/// topics ask about, and of each pattern the longer of its sides, as it stands
/// with the names written out.
#[must_use]
pub fn phrases(topics: &[Topic]) -> Vec<String> {
    let subjects = topics.iter().flat_map(|topic| topic.subjects.iter());
    let names = subjects.flat_map(|named| named.aliases.iter().copied().chain([named.name]).map(str::to_owned));
    let patterns = topics.iter().flat_map(|topic| topic.patterns.iter()).map(|pattern| plain(&pattern.text));
    let wordings = topics.iter().filter_map(|topic| topic.wording.map(str::to_owned));
    let mut phrases: Vec<String> = names.chain(patterns).chain(wordings).collect();
    phrases.sort();
    phrases.dedup();
    phrases
}

/// The first of each `(a|b)`, no `[a]`, names for slots, and the longer side
/// of the value.
fn plain(pattern: &str) -> String {
    let mut text = pattern.to_owned();
    while let Some((start, end)) = text.find('(').zip(text.find(')')) {
        let first = text[start + 1..end].split('|').next().unwrap_or_default().to_owned();
        text.replace_range(start..=end, &first);
    }
    while let Some((start, end)) = text.find('[').zip(text.find(']')) {
        text.replace_range(start..=end, "");
    }
    let sides = text.split("{value}").map(str::trim);
    let mut side = sides.max_by_key(|side| side.len()).unwrap_or_default().to_owned();
    while let Some((start, end)) = side.find('{').zip(side.find('}')) {
        let name = find(&side[start + 1..end]).name;
        side.replace_range(start..=end, name);
    }
    side.trim().to_owned()
}

fn write_named(out: &mut String, table: &str, named: &Named) {
    push(out, format_args!("\n[[{table}]]\nid = \"{}\"\nname = {}\n", named.id, quoted(named.name)));
    if let Some(day) = named.on {
        push(out, format_args!("on = {day}\n"));
    }
    push(out, format_args!("aliases = {}\n", list(named.aliases.iter().copied())));
}

fn write_topic(out: &mut String, topic: &Topic) {
    let family = topic.family;
    push(out, format_args!("\n[[topic]]\nid = \"{}\"\nquestion = {}\n", topic.id, quoted(&topic.question())));
    push(out, format_args!("kind = \"{}\"\n", family.kind));
    if let Some(unit) = family.unit {
        push(out, format_args!("unit = \"{unit}\"\n"));
    }
    if let Some(wording) = topic.wording {
        push(out, format_args!("wording = {}\n", quoted(wording)));
    }
    let of = |option: Option<&str>| {
        let texts = topic.patterns.iter().filter(move |pattern| pattern.option == option);
        list(texts.map(|pattern| pattern.text.as_str()))
    };
    let mut options: Vec<&str> = topic.patterns.iter().filter_map(|pattern| pattern.option).collect();
    options.dedup();
    if options.is_empty() && topic.wording.is_none() {
        push(out, format_args!("match = {}\n", of(None)));
    }
    for option in options {
        push(out, format_args!("\n[[topic.option]]\nid = \"{option}\"\nmatch = {}\n", of(Some(option))));
    }
}

fn write_claim(out: &mut String, number: usize, known: &Known, topics: &[Topic]) {
    push(out, format_args!("\n[[claim]]\nid = \"c{number}-{}\"\ntopic = \"{}\"\n", known.topic, known.topic));
    if let Some(claimant) = &known.claimant {
        push(out, format_args!("claimant = \"{claimant}\"\n"));
    }
    push(out, format_args!("article = \"{}\"\nquote = {}\n", known.article, quoted(&known.quote)));
    let is_date = topics.iter().any(|topic| topic.id == known.topic && topic.family.kind == "date");
    let value = match &known.low {
        Some(crate::value::End::Day(day)) if is_date => day.clone(),
        _ => quoted(&known.value),
    };
    push(out, format_args!("value = {value}\n"));
    if let Some(during) = &known.during {
        push(out, format_args!("during = \"{during}\"\n"));
    }
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let lines: String = texts.map(|text| format!("  {},\n", quoted(text))).collect();
    format!("[\n{lines}]")
}

/// A TOML string: what JSON escapes, TOML reads.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn push(out: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a string never fails.
    let _ = out.write_fmt(what);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_the_longer_side_of_the_value() {
        assert_eq!(
            plain("{value} people (were|had been) killed in {velden-ferry}"),
            "people were killed in the Velden ferry disaster"
        );
    }

    #[test]
    fn each_pattern_has_a_phrase_of_its_own() {
        let phrases = phrases(&crate::topic::topics(1));
        assert!(phrases.len() > 380 && phrases.iter().all(|phrase| phrase.len() > 4), "{phrases:?}");
    }
}
