//! The pattern compiler: any text is a pattern or a list of what is wrong with
//! it, each with its place; a pattern written from what was read of it is the same, and no
//! way through it has two slots.

#![no_main]

use gainsay::claims::{Part, parse_pattern};
use gainsay::matching::patterns::compile::{Element, MOST_VARIANTS};
use gainsay::matching::topics::Topics;
use gainsay::text::{Span, TokenKind, Tokens};
use gainsay_fuzz::{assert_placed, claims_with, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pattern: &str| {
    let loaded = load(&claims_with(pattern));
    assert_placed(&loaded.diagnostics);
    let topics = Topics::new(&loaded.claims);
    for compiled in topics.probes.iter().flat_map(|topic| &topic.probes).flat_map(|probe| &probe.patterns) {
        assert!(compiled.variants.len() <= MOST_VARIANTS);
        for variant in &compiled.variants {
            let slots = variant.elements.iter().filter(|element| **element == Element::Value).count();
            assert!(slots <= 1 && variant.slot.is_some() == (slots == 1), "{variant:?}");
        }
    }
    let parse = |text: &str| parse_pattern(text, Span::new(0, text.len()), &|id| id == "macron" || id == "kremlin");
    match parse(pattern) {
        Ok(read) => {
            let again = written(&read.parts);
            let mut words = Vec::new();
            take_words(&read.parts, &mut words);
            assert_eq!(words, words_outside_braces(pattern));
            assert_eq!(parse(&again).map(|read| read.parts), Ok(read.parts), "{again}");
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            assert!(errors.iter().all(|error| pattern.get(error.span.start..error.span.end).is_some()), "{errors:?}");
        }
    }
});

/// The words and digits of some parts, in order; a possessive is a matter of what is before it.
fn take_words(parts: &[Part], into: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Word(word) | Part::Digits(word) if !word.starts_with('\'') => into.push(word.clone()),
            Part::OneOf(ways) => ways.iter().for_each(|way| take_words(way, into)),
            Part::Optional(inner) => take_words(inner, into),
            _ => {}
        }
    }
}

/// The same of the text of a pattern that has no mistake: what stands in braces is a name.
fn words_outside_braces(pattern: &str) -> Vec<String> {
    let (mut words, mut rest, mut is_named) = (Vec::new(), pattern, false);
    while let Some(next) = rest.chars().next() {
        if next == '{' {
            (rest, is_named) = (rest.split_once('}').map_or("", |(_, after)| after), true);
            continue;
        }
        let end = rest.find(['{', '(', ')', '[', ']', '|']).unwrap_or(rest.len());
        if end == 0 {
            (rest, is_named) = (&rest[1..], matches!(next, ')' | ']'));
            continue;
        }
        let run = &rest[..end];
        // `{macron}'s`: a letter stands for the name.
        let named = format!("x{run}");
        let owned = Tokens::new(&named);
        let is_owned = is_named && owned.len() > 1 && owned.raw(0) == "x" && owned.folded(1) == "'s";
        let (tokens, first) = if is_owned { (owned, 2) } else { (Tokens::new(run), 0) };
        let wordy = (first..tokens.len()).filter(|&at| tokens.get(at).kind != TokenKind::Sign);
        let folded = wordy.map(|at| tokens.folded(at)).filter(|word| !word.is_empty() && !word.starts_with('\''));
        words.extend(folded.map(str::to_owned));
        (rest, is_named) = (&rest[end..], false);
    }
    words
}

/// A pattern that says these parts.
fn written(parts: &[Part]) -> String {
    let ways = |ways: &[Vec<Part>]| ways.iter().map(|way| written(way)).collect::<Vec<_>>().join(" | ");
    let mut text = String::new();
    for part in parts {
        let part = match part {
            // It belongs to the word before it.
            Part::Word(word) if word.starts_with('\'') => {
                text += word;
                continue;
            }
            Part::Word(word) | Part::Digits(word) => word.clone(),
            Part::Sign(sign) => sign.to_string(),
            Part::Value => "{value}".to_owned(),
            Part::Name(id) => format!("{{{id}}}"),
            Part::OneOf(all) => format!("({})", ways(all)),
            Part::Optional(inner) => match &inner[..] {
                [Part::OneOf(all)] => format!("[{}]", ways(all)),
                inner => format!("[{}]", written(inner)),
            },
            Part::Gap => "…".to_owned(),
        };
        text = format!("{text} {part}");
    }
    text
}
