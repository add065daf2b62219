//! Runs the literate tests in `tests/matching/*.md`: the claims stand in a
//! `toml` block, each row of a table is a text and the mentions it must give.
//!
//! A mention is written `VALUE claimant [window] [facet=option]`, the outlet's
//! own voice as `-`, whoever the claims do not name as `“printed”`; several mentions
//! are parted by `;`, none is `nothing`.

use gainsay::claims::{ClaimSet, ReadValue, load_claims};
use gainsay::compare::own_times::time_in_words;
use gainsay::corpus::{Article, Corpus, read::article_from};
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::matching::stance::{Assurance, Stance, Turn};
use gainsay::matching::{Mention, explain, find_mentions};
use gainsay::value::{Bound, Edge, Kind, Value, Window};
use std::sync::Arc;

#[path = "matching/scores.rs"]
mod scores;

struct Reader;

impl ReadValue for Reader {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

fn claims(text: &str) -> ClaimSet {
    let source = Arc::new(Source::new("claims.toml", text));
    let loaded = load_claims(source, &Reader);
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded.claims
}

fn article(body: &str) -> Article {
    let front = "+++\noutlet = \"The Paper\"\npublished = \"2022-05-04\"\n+++\n";
    article_from("a", "a.txt", format!("{front}{body}\n")).0
}

fn bound(bound: &Bound<gainsay::value::Number>) -> String {
    bound.value().map_or("..".to_owned(), |number| number.normalize().to_string())
}

fn value(value: &Value) -> String {
    match value {
        Value::Amount(amount) => match amount.interval.single() {
            Some(number) => number.normalize().to_string(),
            None => format!("{}~{}", bound(&amount.interval.low), bound(&amount.interval.high)),
        },
        Value::Date(moment) => {
            let from = moment.from.map_or("..".to_owned(), |from| from.to_string());
            let last = moment.last_day().map_or("..".to_owned(), |last| last.to_string());
            if from.ends_with("T00:00:00") && from.starts_with(&last) { last } else { format!("{from}~{last}") }
        }
        Value::Choice(option) => option.clone(),
        Value::Wording(words) => format!("“{words}”"),
        Value::Point { point, option } => option.as_ref().map_or(point.clone(), |option| format!("{point}:{option}")),
        Value::Silent { .. } => "silent".to_owned(),
    }
}

fn edge(edge: Edge) -> String {
    match edge {
        Edge::Unknown => "?".to_owned(),
        Edge::Open => "..".to_owned(),
        Edge::Between(low, high) if low == high => low.to_string(),
        Edge::Between(low, high) => format!("{low}~{high}"),
    }
}

fn window(window: &Window) -> String {
    format!(" [{}/{}]", edge(window.from), edge(window.to))
}

fn stance(stance: &Stance) -> String {
    let mut told = String::new();
    if let Some(revises) = &stance.revises {
        told += " revises";
        told += &revises.from.as_ref().map(|from| format!(" {}", value(from))).unwrap_or_default();
    }
    if stance.is_superseded {
        told += " superseded";
    }
    if stance.is_withheld {
        told += " withheld";
    }
    told += match stance.turn {
        Some(Turn::Up) => " rises",
        Some(Turn::Down) => " falls",
        Some(Turn::SoFar) => " so far",
        Some(Turn::Reached) => " reached",
        Some(Turn::Still) => " still",
        None => "",
    };
    if stance.assurance != Assurance::Plain {
        told += &format!(" {}", stance.assurance.name());
    }
    told
}

fn mention(mention: &Mention) -> String {
    let facets: String = mention.facets.iter().map(|(facet, option)| format!(" {facet}={option}")).collect();
    let window = mention.window.as_ref().map(window).unwrap_or_default();
    let via = if mention.via.is_empty() { String::new() } else { format!(" via {}", mention.via.join(", ")) };
    let quoted =
        |speaker: &String| if speaker.starts_with('“') { speaker.clone() } else { format!("“{speaker}”") };
    let speaker = mention.speaker.as_ref().map(quoted);
    let claimant = mention.claimant.clone().or(speaker).unwrap_or("-".to_owned());
    format!("{} {claimant}{via}{window}{facets}{}", value(&mention.value), stance(&mention.stance))
}

/// The same with the time and the period that the text gives the value.
fn timed(of: &Mention) -> String {
    let time = of.time.as_ref().map(|time| format!(" @ {}", time_in_words(time))).unwrap_or_default();
    let basis = of.value.basis().map(|basis| format!(" / {}", basis.in_words())).unwrap_or_default();
    mention(of) + &time + &basis
}

fn mentions(claims: &ClaimSet, body: &str, tell: fn(&Mention) -> String) -> String {
    let corpus = Corpus { articles: vec![article(body)], diagnostics: Vec::new() };
    let found = find_mentions(claims, &corpus);
    let all: Vec<String> = found.mentions.iter().map(tell).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
}

/// The `toml` blocks of a page, and the rows of its tables: line, text,
/// expectation.
fn parse(page: &str) -> (String, Vec<(usize, String, String)>) {
    let (mut toml, mut rows, mut inside) = (String::new(), Vec::new(), false);
    for (number, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```toml";
        } else if inside {
            toml.push_str(line);
            toml.push('\n');
        } else if let Some(row) = line.strip_prefix("| ") {
            let cells: Vec<&str> = row.trim_end_matches(" |").split(" | ").collect();
            if cells.len() == 2 && !cells[0].starts_with("---") && cells[0] != "text" {
                rows.push((number + 1, cells[0].replace("\\n", "\n"), cells[1].to_owned()));
            }
        }
    }
    (toml, rows)
}

/// A page on tables writes their bars as `¦`.
fn run(page: &str, name: &str) {
    run_told(page, name, mention);
}

fn run_told(page: &str, name: &str, tell: fn(&Mention) -> String) {
    let (toml, rows) = parse(page);
    let claims = claims(&toml);
    assert!(!rows.is_empty(), "{name} has no rows");
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(line, text, expected)| {
            let got = mentions(&claims, &text.replace('¦', "|"), tell);
            (got != *expected).then(|| format!("{name}:{line}\n  text: {text}\n  want: {expected}\n  got:  {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n{} of {} rows", wrong.join("\n"), wrong.len(), rows.len());
}

#[test]
fn attribution() {
    run(include_str!("matching/attribution.md"), "attribution.md");
}

#[test]
fn whose_word_a_paper_is() {
    run(include_str!("matching/papers.md"), "papers.md");
}

#[test]
fn sentences_of_the_press() {
    run(include_str!("matching/press.md"), "press.md");
}

#[test]
fn what_stands_beside_an_answer() {
    run(include_str!("matching/beside.md"), "beside.md");
}

#[test]
fn denial() {
    run(include_str!("matching/denial.md"), "denial.md");
}

#[test]
fn answers() {
    run(include_str!("matching/answers.md"), "answers.md");
}

#[test]
fn cells() {
    run(include_str!("matching/cells.md"), "cells.md");
}

#[test]
fn alignment() {
    run(include_str!("matching/alignment.md"), "alignment.md");
}

#[test]
fn scope() {
    run(include_str!("matching/scope.md"), "scope.md");
}

#[test]
fn times() {
    run_told(include_str!("matching/times.md"), "times.md", timed);
}

#[test]
fn dates() {
    run(include_str!("matching/dates.md"), "dates.md");
}

#[test]
fn about() {
    run(include_str!("matching/about.md"), "about.md");
}

#[test]
fn what_is_of_another_thing() {
    run(include_str!("matching/another.md"), "another.md");
}

#[test]
fn parties() {
    run(include_str!("matching/parties.md"), "parties.md");
}

#[test]
fn what_is_ruled_out() {
    run(include_str!("matching/contrast.md"), "contrast.md");
}

#[test]
fn what_fits_loosely_is_not_about_something_else() {
    run(include_str!("matching/loosely.md"), "loosely.md");
}

#[test]
fn which_of_several_things_a_value_is_of() {
    run(include_str!("matching/whose.md"), "whose.md");
}

#[test]
fn another_number_from_somebody_else() {
    run(include_str!("matching/restated.md"), "restated.md");
}

#[test]
fn planned() {
    run(include_str!("matching/planned.md"), "planned.md");
}

#[test]
fn what_is_given_up() {
    run(include_str!("matching/withdrawn.md"), "withdrawn.md");
}

#[test]
fn what_was_planned_and_what_came() {
    run(include_str!("matching/came.md"), "came.md");
}

#[test]
fn what_is_asked() {
    run(include_str!("matching/asked.md"), "asked.md");
}

#[test]
fn another_thing_in_the_same_words() {
    run(include_str!("matching/things.md"), "things.md");
}

#[test]
fn of_whom_a_number_is() {
    run(include_str!("matching/others.md"), "others.md");
}

#[test]
fn wording() {
    run(include_str!("matching/wording.md"), "wording.md");
}

#[test]
fn relays() {
    run(include_str!("matching/relays.md"), "relays.md");
}

#[test]
fn stances() {
    run(include_str!("matching/stance.md"), "stance.md");
}

#[test]
fn supposed() {
    run(include_str!("matching/supposed.md"), "supposed.md");
}

#[test]
fn names() {
    run(include_str!("matching/names.md"), "names.md");
}

#[test]
fn stating() {
    run(include_str!("matching/stating.md"), "stating.md");
}

#[test]
fn subjects() {
    run(include_str!("matching/subjects.md"), "subjects.md");
}

#[test]
fn who_is_meant() {
    run(include_str!("matching/meant.md"), "meant.md");
}

#[test]
fn voices() {
    run(include_str!("matching/voices.md"), "voices.md");
}

#[test]
fn two_accounts_side_by_side() {
    run(include_str!("matching/accounts.md"), "accounts.md");
}

/// In what a side gave out itself, whomever it lets speak says no more than their own sentence.
#[test]
fn what_a_side_gave_out_goes_on_as_its_own() {
    let (toml, _) = parse(include_str!("matching/accounts.md"));
    let claims = claims(&toml);
    let said = |body: &str| {
        let front = "+++\nclaimant = \"port\"\npublished = \"2022-05-04\"\n+++\n";
        let (article, _) = article_from("a", "a.txt", format!("{front}{body}\n"));
        let found = find_mentions(&claims, &Corpus { articles: vec![article], diagnostics: Vec::new() });
        found.mentions.iter().map(mention).collect::<Vec<_>>().join("; ")
    };
    let demand = "The guild has not moved from its demand for 11 percent.\n\nIn the course of the meeting";
    assert_eq!(
        said(&format!("{demand}, the two agreed on more tugs. The port asked for a rise in pay.")),
        "tugs port; pay port"
    );
    assert_eq!(said("The guild spoke of more tugs. A rise in pay was put off."), "tugs guild; pay port");
    assert_eq!(said("The guild spoke of more tugs. It also spoke of a rise in pay."), "tugs guild; pay guild");
    assert_eq!(said("The guild's own office has suggested that they sat for nine hours."), "9 guild");
}

#[test]
fn who_is_told_to_say_it() {
    run(include_str!("matching/ascribed.md"), "ascribed.md");
}

#[test]
fn who_speaks_by_which_words() {
    run(include_str!("matching/spoken.md"), "spoken.md");
}

#[test]
fn told_in_passing() {
    run(include_str!("matching/told.md"), "told.md");
}

#[test]
fn a_word_that_shares_no_letter_with_its_stem_is_looked_for_beside_letters_of_many_bytes() {
    let claims = claims(
        "version = 1\n[[topic]]\nid = \"t\"\nquestion = \"How many?\"\nkind = \"count\"\nmatch = [\"went {value} times to sea\"]\n",
    );
    let corpus = Corpus {
        articles: vec![article("It cost €180 – and “they” went 3 times to sea.")],
        diagnostics: Vec::new(),
    };
    let found = find_mentions(&claims, &corpus);
    assert_eq!(found.mentions.iter().map(|mention| value(&mention.value)).collect::<Vec<_>>(), ["3"]);
}

#[test]
fn the_word_that_makes_it_another_thing_is_told() {
    let claims = claims(
        "version = 1\n[[topic]]\nid = \"injured\"\nquestion = \"How many?\"\nkind = \"count\"\nunit = \"person\"\n\
         match = [\"the number of people injured has risen to {value}\"]\n",
    );
    let text = "The number of people killed has risen to 152. The number of people injured has risen to 40.";
    let told = explain(&claims, &Corpus::new(vec![article(text)], Vec::new()), 0, 0, None);
    assert_eq!(told[0].reason, "fits, but `killed` makes it say another thing");
    assert!(!told[0].matched && told[0].score >= told[0].threshold && told[1].matched, "{told:?}");
}

#[test]
fn what_a_value_does_that_no_pattern_asks_for_is_told() {
    let claims = claims(
        "version = 1\n[[topic]]\nid = \"share\"\nquestion = \"What share stayed?\"\nkind = \"percent\"\nunit = \"percent\"\n\
         match = [\"{value} of the crew stayed\"]\n",
    );
    let text = "That is little compared with 59% of the crew in the spring.";
    let told = explain(&claims, &Corpus::new(vec![article(text)], Vec::new()), 0, 0, None);
    let reason = "`59%` is what was before, or what another value is measured by, and no pattern has the words of that";
    assert_eq!(told[0].reason, reason);
}

/// What a statement only tells that others say is not that of whoever makes it.
#[test]
fn a_statement_leaves_to_others_what_they_say() {
    let claims = claims(
        "version = 1\n[[claimant]]\nid = \"firm\"\nname = \"Veltra\"\n[[topic]]\nid = \"dead\"\nquestion = \"How many?\"\n\
         kind = \"count\"\nunit = \"person\"\nmatch = [\"{value} people died\"]\n",
    );
    let withheld = |body: &str| {
        let front = "+++\nclaimant = \"firm\"\npublished = \"2022-05-04\"\n+++\n";
        let (article, _) = article_from("a", "a.txt", format!("{front}{body}\n"));
        let found = find_mentions(&claims, &Corpus { articles: vec![article], diagnostics: Vec::new() });
        found.mentions[0].stance.is_withheld
    };
    assert!(withheld("It has been reported that 40 people died."));
    assert!(withheld("Some claim that 40 people died."));
    assert!(!withheld("It is estimated that 40 people died."));
    assert!(!withheld("We report that 40 people died."));
}

/// `The Ministry` of a ministry's statement is itself, whoever was named last.
#[test]
fn a_statement_calls_its_own_ministry_so() {
    let claims = claims(
        "version = 1\n[[claimant]]\nid = \"ours\"\nname = \"the Ministry of Health\"\n[[claimant]]\nid = \"theirs\"\n\
         name = \"the Interior Ministry\"\n[[topic]]\nid = \"dead\"\nquestion = \"How many?\"\n\
         kind = \"count\"\nunit = \"person\"\nmatch = [\"{value} people died\"]\n",
    );
    let body = "The Ministry of Health met the Interior Ministry. The Ministry says that 40 people died.\n";
    let said = |front: &str| {
        let (article, _) = article_from("a", "a.txt", format!("+++\n{front}+++\n{body}"));
        let found = find_mentions(&claims, &Corpus { articles: vec![article], diagnostics: Vec::new() });
        found.mentions[0].claimant.clone()
    };
    assert_eq!(said("claimant = \"ours\"\n").as_deref(), Some("ours"));
    assert_eq!(said("").as_deref(), Some("theirs"));
}

#[test]
fn the_word_that_takes_it_back_is_told() {
    let claims = claims(
        "version = 1\n[[topic]]\nid = \"dead\"\nquestion = \"How many?\"\nkind = \"count\"\nunit = \"person\"\n\
         match = [\"{value} people ... died\"]\n",
    );
    let text = "Nobody says that 40 people died. 40 people have not died. It is a lie that 40 people died.\n\n\
                The mayor ruled out that near the mill in the old quarter 40 people died.";
    let told = explain(&claims, &Corpus::new(vec![article(text)], Vec::new()), 0, 0, None);
    let told: Vec<&str> = told.iter().map(|attempt| attempt.reason.as_str()).collect();
    let expected = ["Nobody", "not", "lie"].map(|word| format!("fits, but `{word}` takes it back or leaves it open"));
    assert_eq!(told[..3], expected);
    assert_eq!(told[3], "a mention, found by pattern; held against nothing: `ruled` takes it back or leaves it open");
}

#[test]
fn where_the_words_of_a_cell_stand_is_told() {
    let claims = claims(
        "version = 1\n[[claimant]]\nid = \"police\"\nname = \"the police\"\naliases = [\"police\"]\n\
         [[topic]]\nid = \"dead\"\nquestion = \"How many?\"\nkind = \"count\"\nunit = \"person\"\nmatch = [\"{value} dead\"]\n",
    );
    let text = "The toll is 64 dead.\n\n| Source | Dead |\n|---|---|\n| Police | 64 |\n";
    let told = explain(&claims, &Corpus::new(vec![article(text)], Vec::new()), 0, 0, None);
    let told: Vec<(bool, &str)> = told.iter().map(|attempt| (attempt.matched, attempt.reason.as_str())).collect();
    let beside = "a mention, found by pattern: its words stand in a head, a question or a statement beside it";
    assert_eq!(told[0], (true, "a mention, found by pattern"));
    assert_eq!(told.last(), Some(&(true, beside)));
}

/// The British press has `‘` and `'` where others have `“`: whatever a row of any page says is read alike with either.
#[test]
fn single_marks_are_read_as_double_ones() {
    let bare = |text: &str| text.replace(['“', '”', '"', '‘', '’', '\''], "");
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for page in std::fs::read_dir("tests/matching").expect("the pages").map(|page| page.expect("a page").path()) {
        let (toml, told) = parse(&std::fs::read_to_string(&page).expect("a page"));
        if toml.is_empty() {
            continue;
        }
        let claims = claims(&toml);
        for (line, text, _) in told.into_iter().filter(|(_, text, _)| text.contains('”')) {
            let text = text.replace('¦', "|");
            let double = bare(&mentions(&claims, &text, mention));
            for (opens, closes) in [("‘", "’"), ("'", "'")] {
                rows += 1;
                let single = text.replace('“', opens).replace('”', closes);
                let got = bare(&mentions(&claims, &single, mention));
                if got != double {
                    wrong.push(format!("{}:{line}\n  text: {single}\n  want: {double}\n  got:  {got}", page.display()));
                }
            }
        }
    }
    assert!(rows > 0, "no rows were read");
    assert!(wrong.is_empty(), "\n{}\n{} of {rows}", wrong.join("\n"), wrong.len());
}
