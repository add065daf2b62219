//! What patterns parse to.

use gainsay::claims::{Part, parse_pattern};
use gainsay::text::Span;
use proptest::prelude::*;

/// The parts in short: words as they are, `#20` digits, `@x` names, `$` the
/// slot, `~` a gap.
fn short(parts: &[Part]) -> String {
    let one = |part: &Part| match part {
        Part::Word(word) => word.clone(),
        Part::Digits(digits) => format!("#{digits}"),
        Part::Sign(sign) => sign.to_string(),
        Part::Value => "$".to_owned(),
        Part::Name(name) => format!("@{name}"),
        Part::OneOf(ways) => format!("({})", ways.iter().map(|way| short(way)).collect::<Vec<_>>().join("|")),
        Part::Optional(inner) => format!("[{}]", short(inner)),
        Part::Gap => "~".to_owned(),
    };
    parts.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn parse(text: &str) -> String {
    let pattern = parse_pattern(text, Span::new(0, text.len()), &|_| true);
    pattern.map_or_else(|errors| format!("{errors:?}"), |pattern| short(&pattern.parts))
}

#[test]
fn patterns_are_cut_as_texts_are() {
    let rows = [
        ("The Élysée’s 20th call", "the elysee 's #20 th call"),
        ("it doesn't well-known pre-war", "it doesn't well known pre war"),
        ("{macron}'s {value} calls", "@macron 's $ calls"),
        ("{macron}’s own", "@macron 's own"),
        ("({macron}|he)'s calls", "(@macron|he) 's calls"),
        ("{macron} 's gravenhage", "@macron s gravenhage"),
        ("{macron} : {value}", "@macron : $"),
        ("{ macron }: {value}, in all.", "@macron : $ in all"),
        ("spoken ... and {value} … times", "spoken ~ and $ ~ times"),
        ("spoken .... and. {value}..", "spoken ~ and $"),
        ("(a [b] c|d (e|f)) [g [h]]", "(a [b] c|d (e|f)) [g [h]]"),
        ("({value} calls|called {value})", "($ calls|called $)"),
        ("1.2 million \"people\"", "#1 #2 million people"),
        ("у Путина было", "у путина было"),
    ];
    for (text, expected) in rows {
        assert_eq!(parse(text), expected, "{text}");
    }
}

#[test]
fn large_patterns_are_refused() {
    let ways = "(a|b) ".repeat(10) + "c";
    assert!(parse(&ways).contains("too large a pattern"), "{}", parse(&ways));
    let parts = "word ".repeat(401);
    assert!(parse(&parts).contains("too large a pattern"));
    assert_eq!(parse(&"word ".repeat(400)).len(), 400 * 5 - 1);
    assert!(parse(&"[".repeat(100_000)).contains("more than 8 deep"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_parses_or_says_where_not(text in "([a-c{}()|\\[\\].…:’' é]|\\{value\\}|\\PC){0,40}") {
        let span = Span::new(3, 3 + text.len());
        if let Err(errors) = parse_pattern(&text, span, &|name| name.len() < 3) {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(span.contains(&error.span));
                let piece = error.span.start - 3..error.span.end - 3;
                prop_assert!(text.get(piece).is_some());
            }
        }
    }
}
