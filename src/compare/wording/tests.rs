use super::*;
use proptest::prelude::*;

fn kinds(a: &str, b: &str) -> Vec<ChangeKind> {
    compare_wordings(a, b).changes.iter().map(|change| change.kind).collect()
}

fn contradicts(a: &str, b: &str) -> bool {
    compare_wordings(a, b).contradicts
}

#[test]
fn type_and_case_are_no_drift() {
    assert_eq!(compare_wordings("This is “total” war.", "this is total war"), Drift::default());
}

#[test]
fn a_cut_is_told_as_a_cut() {
    let drift = compare_wordings("exchange of views", "a frank exchange of views on Ukraine");
    assert!(drift.is_cut);
    assert_eq!(drift.in_words(), ["“a frank” is quoted as well", "“on Ukraine” is quoted as well"]);
    let marked = compare_wordings("a serious and frank exchange of views", "a serious … exchange of views");
    assert!(marked.is_cut && !marked.contradicts);
    assert_eq!(marked.in_words(), ["“and frank” was cut"]);
    assert!(compare_wordings("a serious and frank exchange", "a serious [...] exchange").is_cut);
}

#[test]
fn words_missing_inside_without_a_mark_are_no_cut() {
    let drift = compare_wordings("a serious and frank exchange of views", "a serious exchange of views");
    assert!(!drift.is_cut);
    assert_eq!(drift.in_words(), ["“and frank” was left out without a mark"]);
    assert_eq!(kinds("a serious exchange", "a serious and frank exchange"), [ChangeKind::Added]);
}

#[test]
fn a_lost_negation_contradicts_and_a_lost_adverb_does_not() {
    let turned = compare_wordings("we do not give a damn", "we do give a damn");
    assert!(turned.contradicts);
    assert_eq!(turned.in_words(), ["“not” was dropped, which turns its sense"]);
    assert!(!contradicts("we really do give a damn", "we do give a damn"));
    assert!(contradicts("I don't know him", "know him"));
}

#[test]
fn a_contraction_is_no_other_verb() {
    for (full, short) in [
        ("we did not pay and we will not pay", "we did not pay and we won't pay"),
        ("they do not know it", "they don't know it"),
        ("they cannot know it", "they can not know it"),
        ("we have seen it", "we've seen it"),
    ] {
        assert_eq!(kinds(full, short), [ChangeKind::Variant], "{short}");
        assert_eq!(kinds(short, full), [ChangeKind::Variant], "{short}");
    }
    assert!(contradicts("we will pay", "we won't pay"));
    assert_eq!(kinds("we won't pay it", "we don't pay it"), [ChangeKind::Verb]);
}

#[test]
fn a_negation_cut_with_other_words_of_its_clause_contradicts() {
    assert!(contradicts("We do not in any way give a damn", "give a damn"));
    assert!(contradicts("We never said that we would leave the treaty", "we would leave the treaty"));
    assert!(contradicts("We will not, under any pressure, give in", "We will … give in"));
    assert!(contradicts("We will not under any circumstances give in", "We will [...] give in"));
    assert!(contradicts("It is not true that we fired first", "we fired first"));
    assert!(contradicts("They denied that we fired first", "we fired first"));
    assert!(contradicts("We love them not", "We love them"));
}

#[test]
fn a_negation_that_only_changed_places_turns_nothing() {
    let chip = "the dam is not a chip and it never will be";
    assert!(!contradicts(chip, "the dam is not a chip and will never be"));
    assert!(!contradicts(chip, "the dam is not a chip and it will never be"));
    assert!(contradicts(chip, "the dam is a chip and it never will be"));
    assert!(contradicts(chip, "the dam is not a chip and it will be"));
    assert!(contradicts("I never said that he left", "I said that he never left"));
}

#[test]
fn a_whole_clause_may_be_cut_with_its_negation() {
    let cut = |whole: &str, part: &str| {
        let drift = compare_wordings(whole, part);
        assert!(drift.is_cut && !drift.contradicts, "{part}: {:?}", drift.changes);
    };
    cut("We do not want war, we want peace", "we want peace");
    cut("We want peace, not war", "We want peace");
    cut("No, we will leave tomorrow", "we will leave tomorrow");
    cut("I don't know where your lawyer learned the law", "your lawyer learned the law");
    cut("We did not start it and we will end it", "we will end it");
    cut("We want peace but not at any price", "We want peace");
    cut("It was a frank talk without preconditions", "It was a frank talk");
    cut("We accept the plan, not happily, and we will sign", "We accept the plan … we will sign");
}

#[test]
fn an_and_that_goes_on_with_the_same_verb_ends_no_clause() {
    assert!(contradicts("We do not want war and destruction", "destruction"));
    assert!(contradicts("We will not yield or surrender", "surrender"));
}

#[test]
fn a_piece_that_stands_twice_is_the_one_that_was_not_negated() {
    assert!(!contradicts("I do not give a damn but you give a damn", "give a damn"));
}

#[test]
fn a_changed_unit_contradicts_and_another_name_of_it_does_not() {
    assert_eq!(kinds("within ten kilometres of it", "within ten miles of it"), [ChangeKind::Number]);
    assert_eq!(kinds("cost 5 million euros a year", "cost 5 million dollars a year"), [ChangeKind::Number]);
    assert!(!contradicts("within 10 kilometres of it", "within 10 km of it"));
    assert!(!contradicts("for miles around it", "for hours around it"), "no number");
}

#[test]
fn a_changed_number_contradicts_in_digits_and_in_words() {
    let drift = compare_wordings("all 60 calls count", "all 16 calls count");
    assert!(drift.contradicts);
    assert_eq!(drift.in_words(), ["“60” became “16”, which changes the number"]);
    assert!(contradicts("the first seven boats", "the first nine boats"));
    assert!(contradicts("some 1.2 million people", "some 1.3 million people"));
    assert!(!contradicts("all twenty calls count", "all 20 calls count"));
}

#[test]
fn verbs_negations_and_translations_are_told_apart() {
    use ChangeKind::{Negation, Number, Variant, Verb};
    assert_eq!(kinds("we will answer at once", "we may answer at once"), [Verb]);
    assert_eq!(kinds("they attacked the convoy", "they are attacking the convoy"), [Verb]);
    assert_eq!(kinds("they were killed at sea", "they had been killed at sea"), [Verb]);
    assert_eq!(kinds("he warned of a war", "he spoke of a war"), [Verb]);
    assert_eq!(kinds("we will defend the border", "we will cross the border"), [Verb]);
    assert_eq!(kinds("a serious and frank exchange", "a serious and open exchange"), [Variant]);
    assert_eq!(kinds("the proposal of the men", "the proposals of the man"), [Variant, Variant]);
    assert_eq!(kinds("this is acceptable to us", "this is unacceptable to us"), [Negation]);
    assert_eq!(kinds("we can accept this", "we cannot accept this"), [Negation]);
    assert_eq!(kinds("it is not impossible", "it is possible"), [Variant]);
    assert_eq!(kinds("a serious and frank talk", "a frank and serious talk"), [Variant, Variant]);
    assert_eq!(kinds("in two weeks we meet", "in three weeks we meet"), [Number]);
}

#[test]
fn long_wordings_are_compared_all_the_same() {
    let (a, b) = ("one ".repeat(900), "two ".repeat(900));
    assert_eq!(compare_wordings(&a, &b).changes.len(), 1);
    assert!(contradicts(&format!("not {}", "very ".repeat(4000)), &"very ".repeat(2000)));
}

/// A clause with a negation or without, and where its words after the
/// negation begin.
fn clause() -> impl Strategy<Value = (Vec<&'static str>, Option<usize>)> {
    let subject = prop::sample::select(vec!["we", "they", "you"]);
    let auxiliary = prop::sample::select(vec!["will", "did", "can", "would"]);
    let negation = prop::sample::select(vec![None, Some("not"), Some("never"), Some("in no way")]);
    let filler = prop::sample::select(vec!["", "ever", "of our own will", "again"]);
    let verb = prop::sample::select(vec!["open", "leave", "accept", "cross"]);
    let object = prop::sample::select(vec!["the border", "every port of theirs", "these terms today"]);
    (subject, auxiliary, negation, filler, verb, object).prop_map(|(subject, aux, negation, filler, verb, object)| {
        let mut words = vec![subject, aux];
        words.extend(negation.into_iter().flat_map(str::split_whitespace));
        let after = negation.map(|_| words.len());
        words.extend([filler, verb, object].into_iter().flat_map(str::split_whitespace));
        (words, after)
    })
}

proptest! {
    #[test]
    fn comparison_is_symmetric(a in "[abn ]{0,12}( not| 7)?", b in "[abn ]{0,12}( not| 7)?") {
        let (there, back) = (compare_wordings(&a, &b), compare_wordings(&b, &a));
        prop_assert_eq!(there.contradicts, back.contradicts);
        prop_assert_eq!(there.changes.is_empty(), back.changes.is_empty());
        prop_assert_eq!(there.is_cut, back.is_cut);
    }

    /// However a `not` is lost while words of its clause stay, the two
    /// printings contradict each other; and either way round.
    #[test]
    fn a_dropped_negation_is_never_compatible(
        first in clause(), second in clause(), (from, to) in (0.0..1.0_f64, 0.0..1.0_f64), mark in "(…|\\.\\.\\.|\\[\\.\\.\\.\\])",
        joint in prop::sample::select(vec![", and ", "; ", ", but ", ": "]),
    ) {
        let ((words, after), (other, _)) = (first, second);
        prop_assume!(after.is_some() && words[0] != other[0]);
        let after = after.unwrap_or_default();
        let negation = if words[2] == "in" { 2..5 } else { 2..3 };
        let whole = format!("{}{joint}{}", words.join(" "), other.join(" "));
        let rest = &words[negation.end..];
        let keep_from = after + (from * (words.len() - after - 1) as f64) as usize;
        let keep_to = keep_from + 1 + (to * (words.len() - keep_from) as f64) as usize;
        let printings = [
            format!("{} {}", words[..2].join(" "), rest.join(" ")),
            format!("{} {mark} {}", words[..2].join(" "), words[keep_from..].join(" ")),
            words[keep_from..keep_to.min(words.len())].join(" "),
            format!("{}{joint}{}", words[keep_from..].join(" "), other.join(" ")),
        ];
        for printing in printings {
            prop_assume!(!other.join(" ").contains(&printing));
            prop_assert!(contradicts(&whole, &printing), "{whole} | {printing}");
            prop_assert!(contradicts(&printing, &whole), "{printing} | {whole}");
        }
    }

    /// A clause that goes whole takes its own `not` with it.
    #[test]
    fn a_clause_cut_whole_is_only_a_cut(
        first in clause(), second in clause(), joint in prop::sample::select(vec![", and ", "; ", ", but ", ". ", " and "]),
    ) {
        let (first, second) = (first.0.join(" "), second.0.join(" "));
        prop_assume!(first != second);
        let whole = format!("{first}{joint}{second}");
        for printing in [&first, &second] {
            let drift = compare_wordings(&whole, printing);
            prop_assert!(drift.is_cut && !drift.contradicts, "{whole} | {printing}: {:?}", drift.changes);
        }
    }

    /// Words that are only put otherwise neither turn nor cut a quotation.
    #[test]
    fn another_adjective_is_a_translation(first in clause()) {
        let words = first.0.join(" ");
        let drift = compare_wordings(&format!("{words} for good"), &format!("{words} for ever"));
        prop_assert_eq!(drift.gravest(), Some(ChangeKind::Variant));
    }
}
