//! `suggest` on stories nobody has written a topic for: the contradictions
//! that their gold files know are among its first fifteen suggestions.

#[path = "authoring/program.rs"]
mod program;

use program::{folder, read, run, run_with};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The suggestions for the articles of a folder, without a claims file.
fn suggestions(articles: &Path) -> Vec<Value> {
    let empty = folder(&[]);
    let corpus = fs::canonicalize(articles).expect("the articles are there");
    let ran = run(empty.path(), &["suggest", "--format", "json", "--corpus", corpus.to_str().expect("a plain path")]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let view: Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    view["suggestions"].as_array().expect("a list").iter().take(15).cloned().collect()
}

/// Low and high of a gold value, as numbers or as dates.
type Ends = (Option<String>, Option<String>, Option<f64>, Option<f64>);

fn ends(value: &Value) -> Ends {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    (text("low"), text("high"), value["low"].as_f64(), value["high"].as_f64())
}

fn is_disjoint(a: &Ends, b: &Ends) -> bool {
    let numbers = |a: &Ends, b: &Ends| a.3.zip(b.2).is_some_and(|(high, low)| high < low);
    let dates = |a: &Ends, b: &Ends| a.1.as_ref().zip(b.0.as_ref()).is_some_and(|(high, low)| high < low);
    numbers(a, b) || numbers(b, a) || dates(a, b) || dates(b, a)
}

/// The subjects of a gold file whose values contradict each other, and of each
/// whether one suggestion holds two that do.
fn contradictions(gold: &Path, suggestions: &[Value]) -> Vec<(String, bool)> {
    let gold: Value = serde_json::from_str(&fs::read_to_string(gold).expect("the gold file")).expect("it is JSON");
    let kinds = ["count", "quantity", "money", "percent", "duration", "date"];
    let subjects = gold["subjects"].as_array().expect("subjects").iter();
    let numeric = subjects.filter(|subject| kinds.contains(&subject["kind"].as_str().unwrap_or_default()));
    let mut by_subject: BTreeMap<String, Vec<&Value>> =
        numeric.map(|subject| (subject["id"].as_str().unwrap_or_default().to_owned(), Vec::new())).collect();
    for observation in gold["observations"].as_array().expect("observations") {
        if let Some(of) = by_subject.get_mut(observation["subject"].as_str().unwrap_or_default()) {
            of.push(observation);
        }
    }
    let conflicts = |observations: &[&Value]| {
        let all: Vec<Ends> = observations.iter().map(|observation| ends(&observation["value"])).collect();
        all.iter().any(|a| all.iter().any(|b| is_disjoint(a, b)))
    };
    let is_held = |observation: &Value, suggestion: &Value| {
        let quote = &observation["quote"];
        suggestion["statements"].as_array().expect("statements").iter().any(|statement| {
            statement["article"] == observation["article"]
                && statement["start"].as_u64() < quote["end"].as_u64()
                && quote["start"].as_u64() < statement["end"].as_u64()
        })
    };
    let contradicting = by_subject.into_iter().filter(|(_, observations)| conflicts(observations));
    let found = contradicting.map(|(subject, observations)| {
        let shown = suggestions.iter().any(|suggestion| {
            let held: Vec<&Value> =
                observations.iter().copied().filter(|observation| is_held(observation, suggestion)).collect();
            conflicts(&held)
        });
        (subject, shown)
    });
    found.collect()
}

/// Of the statements of the suggestions that a gold file knows: how many are
/// of the subject that most of their suggestion is of, and how many there are.
fn purity(gold: &Path, suggestions: &[Value]) -> (usize, usize) {
    let gold: Value = serde_json::from_str(&fs::read_to_string(gold).expect("the gold file")).expect("it is JSON");
    let observations = gold["observations"].as_array().expect("observations");
    let subject = |statement: &Value| {
        let holds = |observation: &&Value| {
            let quote = &observation["quote"];
            statement["article"] == observation["article"]
                && statement["start"].as_u64() < quote["end"].as_u64()
                && quote["start"].as_u64() < statement["end"].as_u64()
        };
        let length =
            |of: &&Value| of["quote"]["end"].as_u64().zip(of["quote"]["start"].as_u64()).map(|(to, from)| to - from);
        observations.iter().filter(holds).min_by_key(length).and_then(|of| of["subject"].as_str())
    };
    let of_one = |suggestion: &Value| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for statement in suggestion["statements"].as_array().expect("statements") {
            if let Some(subject) = subject(statement) {
                *counts.entry(subject).or_default() += 1;
            }
        }
        (counts.values().copied().max().unwrap_or(0), counts.values().sum::<usize>())
    };
    suggestions.iter().map(of_one).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
}

#[test]
fn the_contradictions_of_stories_are_suggested_without_a_topic() {
    let stories = fs::read_dir("tests/stories").expect("the stories");
    let (mut all, mut pure, mut known) = (Vec::new(), 0, 0);
    for story in stories {
        let story = story.expect("a story").path();
        let suggestions = suggestions(&story.join("articles"));
        let found = contradictions(&story.join("gold.json"), &suggestions);
        let (most, all_known) = purity(&story.join("gold.json"), &suggestions);
        (pure, known) = (pure + most, known + all_known);
        all.extend(found.into_iter().map(|(subject, shown)| (story.display().to_string(), subject, shown)));
    }
    let missed: Vec<_> = all.iter().filter(|(_, _, shown)| !shown).collect();
    assert!(all.len() >= 30, "the gold files know {} contradictions", all.len());
    assert!(missed.len() * 20 <= all.len(), "missed {missed:?}");
    // A suggestion is about one thing.
    assert!(pure * 100 >= known * 80, "{pure} of {known} statements are of the subject of their suggestion");
}

#[test]
fn the_five_articles_show_their_tallies_lengths_and_dates() {
    let articles = Path::new("../shared/articles");
    if !articles.is_dir() {
        #[expect(clippy::print_stderr, reason = "whoever runs the tests must know")]
        {
            eprintln!("skipped: {} is not here", articles.display());
        }
        return;
    }
    let suggestions = suggestions(articles);
    let one_holds = |kind: &str, wanted: &[&str]| {
        suggestions.iter().any(|suggestion| {
            let statements = suggestion["statements"].as_array().expect("statements");
            let texts: Vec<&str> =
                statements.iter().map(|statement| statement["value"]["text"].as_str().unwrap_or_default()).collect();
            suggestion["kind"] == kind && wanted.iter().all(|text| texts.contains(text))
        })
    };
    assert!(one_holds("count", &["60", "20th", "14", "11", "six", "four"]));
    assert!(one_holds("duration", &["more than two hours", "130-minute", "nearly two hours", "90 minutes"]));
    assert!(one_holds("date", &["February 20", "9pm on 21 February"]));
}

/// The articles of a story, in a folder without a claims file.
fn dropped(story: &Path) -> tempfile::TempDir {
    let folder = folder(&[]);
    for article in fs::read_dir(story.join("articles")).expect("articles") {
        let article = article.expect("an article").path();
        fs::copy(&article, folder.path().join(article.file_name().expect("a name"))).expect("a copy");
    }
    folder
}

#[test]
fn all_that_is_suggested_can_be_written_and_finds_the_conflicts() {
    for story in fs::read_dir("tests/stories").expect("the stories") {
        let story = story.expect("a story").path();
        let folder = dropped(&story);
        let here = folder.path();
        let before = suggestions(&story.join("articles"));
        let wrote = run(here, &["suggest", "--write", "all"]);
        assert_eq!((wrote.status, wrote.stderr.as_str()), (0, "wrote claims.toml\n"), "{}", story.display());
        assert_eq!(run(here, &["fmt", "--check"]).status, 0);
        let checked = run(here, &["check", "--format", "json"]);
        assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{}", story.display());
        let report: Value = serde_json::from_str(&checked.stdout).expect("it is JSON");
        let told: Vec<&str> =
            report["findings"].as_array().expect("findings").iter().filter_map(|of| of["topic"].as_str()).collect();
        // Nearly every suggestion is a finding of its own topic.
        let silent: Vec<&str> =
            before.iter().filter_map(|of| of["topic"].as_str()).filter(|topic| !told.contains(topic)).collect();
        assert!(silent.len() * 5 <= before.len(), "{}: nothing told of {silent:?}", story.display());
        let claimants = report["topics"].as_array().expect("topics").iter().flat_map(|topic| {
            topic["mentions"].as_array().expect("mentions").iter().filter_map(|mention| mention["claimant"].as_str())
        });
        assert!(claimants.count() > 5, "{}: who says it is read", story.display());
    }
}

const GAZETTE: &str = "+++\noutlet = \"Gazette\"\npublished = \"2024-01-09\"\n+++\nStorm\n\nThe storm sank 14 boats in the harbour, the mayor said. It felled 300 trees.\n";
const HERALD: &str = "+++\noutlet = \"Herald\"\npublished = \"2024-01-10\"\n+++\nAfter the storm\n\nSix boats sank in the storm, the crews' union said.\n";

#[test]
fn what_is_written_is_checked_and_in_canonical_form() {
    let folder = folder(&[("gazette.txt", GAZETTE), ("herald.txt", HERALD)]);
    let here = folder.path();
    let shown = run(here, &["suggest"]);
    assert_eq!(shown.status, 0, "{}", shown.stderr);
    for said in [
        "1. How many boats sank in the storm?",
        "gazette:7:16",
        "⟦14⟧ boats",
        "herald:7:1",
        "⟦Six⟧ boats",
        "{value} boats",
    ] {
        assert!(shown.stdout.contains(said), "{said} in\n{}", shown.stdout);
    }
    let stanzas = run(here, &["suggest", "--format", "toml"]).stdout;
    let wrote = run(here, &["suggest", "--write", "1"]);
    assert_eq!((wrote.status, wrote.stderr.as_str()), (0, "wrote claims.toml\n"));
    let claims = read(here, "claims.toml");
    assert!(claims.trim_end().ends_with(stanzas.trim()), "{claims}");
    assert!(
        claims.contains("quote = \"The storm sank 14 boats in the harbour, the mayor said.\"\nvalue = 14\n"),
        "{claims}"
    );
    assert_eq!(run(here, &["fmt", "--check"]).status, 0);
    let checked = run(here, &["check"]);
    assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{}", checked.stdout);
    assert!(checked.stdout.contains("14 boats") && checked.stdout.contains("6 boats"), "{}", checked.stdout);
    // What is held is suggested no more.
    assert!(!run(here, &["suggest"]).stdout.contains("boats"));
}

#[test]
fn a_mention_that_no_claim_holds_is_a_stanza() {
    let claims = "version = 1\n\n[corpus]\npaths = [\"herald.txt\"]\n\n[[claimant]]\nid = \"union\"\nname = \"the crews' union\"\n\n\
                  [[topic]]\nid = \"boats\"\nquestion = \"How many boats sank?\"\nkind = \"count\"\nunit = \"boat\"\n\
                  match = [\"{value} boats sank\"] # the verb after\n\n# The end.\n";
    let folder = folder(&[("claims.toml", claims), ("herald.txt", HERALD)]);
    let here = folder.path();
    let wrote = run(here, &["suggest", "--topic", "boats", "--write", "m1"]);
    assert_eq!(wrote.status, 0, "{}", wrote.stderr);
    let stanza = "\n\n[[claim]]\nid = \"herald-six\"\ntopic = \"boats\"\nclaimant = \"union\"\narticle = \"herald\"\n\
                  quote = \"Six boats sank\"\nvalue = 6\n\n# The end.\n";
    let after = read(here, "claims.toml");
    assert_eq!(after, claims.replace("\n\n# The end.\n", stanza));
    assert_eq!(run(here, &["fmt", "--check"]).status, 0);
}

#[test]
fn nothing_to_look_at_is_nothing_checked_and_a_wrong_number_is_bad_input() {
    let empty = folder(&[]);
    assert_eq!(run(empty.path(), &["suggest"]).status, 3);
    let folder = folder(&[("gazette.txt", GAZETTE), ("herald.txt", HERALD)]);
    let ran = run_with(folder.path(), &["suggest", "--write", "9"], "");
    assert_eq!((ran.status, ran.stderr.as_str()), (2, "error: there is no suggestion 9\n"));
}
