//! Finding the quotes of claims: exact, word for word, by likeness, or not.

use gainsay::claims::{ReadValue, load_claims};
use gainsay::corpus::{Corpus, read::article_from};
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::matching::{QuoteOutcome, find_mentions};
use gainsay::text::Span;
use gainsay::value::{Kind, Value};
use std::sync::Arc;

const BODY: &str = "Macron’s 20th call – the longest so far – took place on Tuesday. \
    The Élysée listed six calls and no visits since the start of the war. \
    Officials spoke of “a serious and frank exchange of views” at length. \
    The two sides met on Monday. The two sides met on Monday.";

struct Reader;

impl ReadValue for Reader {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

fn find(quote: &str) -> QuoteOutcome {
    let quote = quote.replace('"', "\\\"");
    let toml = format!(
        "version = 1\n[[topic]]\nid = \"t\"\nquestion = \"?\"\nkind = \"count\"\nmatch = [\"{{value}} zebras\"]\n\
         [[claim]]\nid = \"c\"\ntopic = \"t\"\narticle = \"a\"\nquote = \"{quote}\"\nvalue = 20\n"
    );
    let loaded = load_claims(Arc::new(Source::new("claims.toml", toml)), &Reader);
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    let corpus = Corpus { articles: vec![article_from("a", "a.txt", BODY).0], diagnostics: Vec::new() };
    let found = find_mentions(&loaded.claims, &corpus);
    found.quotes.into_iter().next().expect("the claim has a quote").1
}

fn found(outcome: &QuoteOutcome) -> Option<(&'static str, bool)> {
    match outcome {
        QuoteOutcome::Found { span, exact, .. } => Some((span.of(BODY), *exact)),
        _ => None,
    }
}

#[test]
fn a_quote_to_the_letter_is_exact() {
    assert_eq!(found(&find("listed six calls and no visits")), Some(("listed six calls and no visits", true)));
}

#[test]
fn case_marks_dashes_and_diacritics_do_not_matter() {
    let outcome = find("macron's 20th call - the longest so far");
    assert_eq!(found(&outcome), Some(("Macron’s 20th call – the longest so far", false)));
    assert_eq!(found(&find("the Elysee listed six calls")), Some(("The Élysée listed six calls", false)));
}

#[test]
fn a_changed_word_is_found_by_likeness_and_shown() {
    let QuoteOutcome::Found { span, exact, differing } = find("a serious and honest exchange of views at length")
    else {
        panic!("one word in nine differs");
    };
    assert_eq!(span.of(BODY), "a serious and frank exchange of views” at length");
    assert!(!exact);
    assert_eq!(differing, [("honest".to_owned(), "frank".to_owned())]);
}

#[test]
fn a_changed_number_or_negation_is_missing_and_says_so() {
    let QuoteOutcome::Missing { nearest, differing } =
        find("The Élysée listed seven calls and no visits since the start")
    else {
        panic!("seven is not six");
    };
    assert_eq!(
        nearest.map(|span: Span| span.of(BODY)),
        Some("The Élysée listed six calls and no visits since the start")
    );
    assert_eq!(differing, [("seven".to_owned(), "six".to_owned())]);
    assert!(matches!(
        find("The Élysée listed six calls and many visits since the start"),
        QuoteOutcome::Missing { .. }
    ));
}

#[test]
fn what_stands_twice_is_ambiguous() {
    let QuoteOutcome::Ambiguous(places) = find("The two sides met on Monday") else { panic!("it stands twice") };
    let places: Vec<&str> = places.iter().map(|span| span.of(BODY)).collect();
    assert_eq!(places, ["The two sides met on Monday", "The two sides met on Monday"]);
}

#[test]
fn short_quotes_must_stand_to_the_letter() {
    assert_eq!(found(&find("20th")), Some(("20th", true)));
    assert!(matches!(find("CALL"), QuoteOutcome::Missing { nearest: None, .. }));
    assert!(matches!(find("all"), QuoteOutcome::Missing { .. }), "a part of `call` is no word");
}

#[test]
fn a_quote_near_two_places_alike_is_of_neither() {
    assert_eq!(found(&find("The two sides had met on Monday")), None);
}

#[test]
fn a_quote_longer_than_its_article_is_missing() {
    assert_eq!(found(&find(&format!("{} and so on, and on, and on", BODY.replace(['“', '”'], "")))), None);
}
