//! What is settled before anything is aligned: whether a sentence has words enough for a
//! pattern, and whether two words could be the same.

use super::align::Scene;
use super::compile::{Element, Word};
use super::likeness::{LIKENESS, could_be_alike, word_likeness};
use super::loose::could_fit;
use crate::claims::{ClaimSet, ReadValue, load_claims};
use crate::corpus::article_from;
use crate::diagnostic::Source;
use crate::extract::{Setting, fit};
use crate::matching::passage::Passage;
use crate::matching::topics::Topics;
use crate::value::{Kind, Value};
use proptest::prelude::*;
use std::sync::Arc;

const CLAIMS: &str = r#"
version = 1
[[entity]]
id = "sund"
name = "Marta Sund"
aliases = ["Sund"]
[[topic]]
id = "crowd"
question = "How many?"
kind = "count"
unit = "person"
match = ["{value} demonstrators marched peacefully through the harbour", "{sund} phoned the {value} dockers twelve times"]
"#;

struct Reader;

impl ReadValue for Reader {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

fn claims() -> ClaimSet {
    load_claims(Arc::new(Source::new("claims.toml", CLAIMS)), &Reader).claims
}

/// What is said of the first sentence of a text.
fn with_first<T>(text: &str, tell: impl FnOnce(&Passage<'_>, &Topics) -> T) -> T {
    let claims = claims();
    let topics = Topics::new(&claims);
    let article = article_from("a", "a.txt", text).0;
    tell(&Passage::read(&article, &claims, &topics.names), &topics)
}

/// The best score that a sentence could have with a pattern of the topic, in hundredths.
fn at_best(text: &str, pattern: usize) -> Option<u8> {
    with_first(text, |passage, topics| {
        let scene = &Scene::of_sentence(passage, 0);
        let variant = &topics.probes[0].probes[0].patterns[pattern].variants[0];
        (0..=100).rev().find(|&score| could_fit(scene, variant, f64::from(score) / 100.0))
    })
}

#[test]
fn a_sentence_could_fit_as_well_as_its_missing_words_allow() {
    for (text, pattern, best) in [
        ("200 demonstrators marched peacefully through the harbour.", 0, Some(100)),
        ("200 demonstrators marched through the harbour.", 0, Some(81)),
        ("200 demonstrators marched peacefully.", 0, Some(63)),
        // Half of the words are too few, whatever the score.
        ("200 demonstrators marched.", 0, None),
        ("200 boats sank.", 0, None),
        ("Sund phoned the 40 dockers twelve times.", 1, Some(100)),
        // `Twice` has the `times` of `two times` in it.
        ("Sund phoned the 40 dockers twelve.", 1, Some(100)),
        ("Sund phoned the 40 dockers.", 1, Some(81)),
        // What is counted may be left out at a lower price.
        ("Sund phoned 40 twelve times.", 1, Some(94)),
        // A name must be there, or meant.
        ("Roig phoned the 40 dockers twelve times.", 1, None),
        ("He phoned the 40 dockers twelve times.", 1, None),
    ] {
        assert_eq!(at_best(text, pattern), best, "{text}");
    }
}

fn words(pattern: usize) -> Vec<Word> {
    with_first("It sank.", |_, topics| {
        let elements = topics.probes[0].probes[0].patterns[pattern].variants[0].elements.clone();
        elements
            .into_iter()
            .filter_map(|element| if let Element::Word(word) = element { Some(word) } else { None })
            .collect()
    })
}

#[test]
fn a_word_is_known_by_its_stem_a_synonym_or_but_for_a_mistake() {
    let words: Vec<Word> = words(0).into_iter().chain(words(1)).collect();
    let cost = |of: &str, found: &str| {
        let word = words.iter().find(|word| word.folded == of).unwrap();
        word_likeness(word, found, &crate::text::stem(found)).map(|cost| format!("{:.2}", cost / word.weight))
    };
    for (of, found, share) in [
        ("marched", "march", Some("0.00")),
        ("peacefully", "peaceful", Some("0.00")),
        ("demonstrators", "demonstrations", Some("0.60")),
        ("demonstrators", "protesters", Some("0.20")),
        ("phoned", "called", Some("0.20")),
        ("demonstrators", "demonstratos", Some("0.25")),
        ("harbour", "harbor", Some("0.25")),
        ("harbour", "harbouur", Some("0.25")),
        ("phoned", "phonned", Some("0.25")),
        ("through", "throuhg", Some("0.25")),
        // The first three letters are certain, and a number is no other.
        ("harbour", "arbour", None),
        ("through", "trough", None),
        ("twelve", "twelfe", None),
        ("demonstrators", "demo", None),
        ("harbour", "harbr", None),
        ("harbour", "harbourmaster", None),
        ("dockers", "docks", None),
        ("phoned", "1", None),
    ] {
        assert_eq!(cost(of, found).as_deref(), share, "{of}: {found}");
    }
}

proptest! {
    #[test]
    fn what_is_alike_could_be(one in "[a-cé]{0,9}", other in "[a-cé]{0,9}", likeness in 0.5..0.9) {
        if strsim::normalized_damerau_levenshtein(&one, &other) >= likeness {
            prop_assert!(could_be_alike(&one, &other, likeness));
        }
    }
}

#[test]
fn words_are_alike_only_where_no_more_letters_are_missing_than_mistakes_are_allowed() {
    assert!(could_be_alike("harbour", "harbours", LIKENESS) && !could_be_alike("harbour", "harboursss", LIKENESS));
    assert!(!could_be_alike("", "abcdef", LIKENESS) && !could_be_alike("abcdef", "ghijkl", LIKENESS));
    // In another order they are the same letters.
    assert!(could_be_alike("harbour", "rouhbra", LIKENESS) && !could_be_alike("harbour", "herbuir", LIKENESS));
    // Four letters of 25 are just allowed, of 24 too many.
    let of = |letters: usize| "x".repeat(letters);
    assert!(could_be_alike(&of(21), &of(25), LIKENESS) && !could_be_alike(&of(20), &of(24), LIKENESS));
    // Letters beyond ASCII are several bytes each.
    assert!(could_be_alike("élysée", "elyse", LIKENESS) && could_be_alike("elyse", "ééééé", LIKENESS));
}
