//! What the reader is told of two printings: a table of both, and the
//! sentences that say how they differ.

use super::*;

/// Holds both printings against what is told of them; `!` before the first
/// sentence says that they contradict each other.
fn told(whole: &str, printing: &str, expected: &[&str]) {
    let drift = compare_wordings(whole, printing);
    let mut said = drift.in_words();
    if drift.contradicts {
        said.insert(0, "!".to_owned());
    }
    assert_eq!(said, expected, "{whole} | {printing}");
}

#[test]
fn each_kind_of_change_has_its_sentence_whichever_side_has_the_words() {
    let (full, short) = ("we do not give a damn", "we do give a damn");
    told(full, short, &["!", "“not” was dropped, which turns its sense"]);
    told(short, full, &["!", "“not” was added, which turns its sense"]);
    told(
        "this is acceptable to us",
        "this is unacceptable to us",
        &["!", "“acceptable” became “unacceptable”, which turns its sense"],
    );
    let (full, short) = ("the first twenty 5 calls count", "the first twenty calls count");
    told(full, short, &["!", "“5” was dropped, which changes the number"]);
    told(short, full, &["!", "“5” was added, which changes the number"]);
    told("we will answer", "we may answer", &["“will” became “may”, which changes the verb"]);
    let (full, short) = ("they had been killed at sea", "they had killed at sea");
    told(full, short, &["“been” was left out, which changes the verb"]);
    told(short, full, &["“been” was added, which changes the verb"]);
    let (full, short) = ("it closes the port of Riga", "it closes port of Riga");
    told(full, short, &["“the” was left out"]);
    told(short, full, &["“the” was added"]);
    told("a frank exchange of views", "an open exchange of views", &["“a frank” became “an open”"]);
    told("we spoke of war in Riga", "we spoke in Riga", &["“of war” was left out without a mark"]);
    told("we spoke in Riga", "we spoke of war in Riga", &["“of war” was added"]);
    told("we spoke of war in Riga", "we spoke … in Riga", &["“of war” was cut"]);
    told("we spoke … in Riga", "we spoke of war in Riga", &["“of war” is quoted as well"]);
}

#[test]
fn a_number_is_lost_only_where_it_stood_beside_another() {
    told("we lost 3 4 boats today", "we lost 3 boats today", &["!", "“4” was dropped, which changes the number"]);
    told("we lost 4 boats today", "we lost boats today", &["“4” was left out without a mark"]);
    told("we lost 3, 4 boats today", "we lost 3 boats today", &["“4” was left out without a mark"]);
    told("we lost 3 big boats today", "we lost 3 boats today", &["“big” was left out without a mark"]);
    told("two hundred 7 boats sank", "two hundred boats sank", &["!", "“7” was dropped, which changes the number"]);
    told("some 9 two boats sank", "some two boats sank", &["!", "“9” was dropped, which changes the number"]);
}

#[test]
fn two_verbs_of_one_form_are_a_change_of_verb() {
    told(
        "they attacked the convoy",
        "they defended the convoy",
        &["“attacked” became “defended”, which changes the verb"],
    );
    told(
        "all are leaving the port",
        "all are entering the port",
        &["“leaving” became “entering”, which changes the verb"],
    );
    told("the red convoy", "the shed convoy", &["“red” became “shed”"]);
    told("the king spoke", "the ring spoke", &["“king” became “ring”"]);
    told("the attacked convoy", "the leaving convoy", &["“attacked” became “leaving”"]);
    told("he accepts the plan", "he accepted the plan", &["“accepts” became “accepted”, which changes the verb"]);
    told("the boxes of tea", "the box of tea", &["“boxes” became “box”"]);
    told("the boat of tea", "the boats of tea", &["“boat” became “boats”"]);
    told("the child of Riga", "the children of Riga", &["“child” became “children”"]);
    told("we will have accepted it", "we will accept it", &["“have accepted” became “accept”, which changes the verb"]);
}

#[test]
fn opposites_by_a_syllable_turn_the_sense() {
    told(
        "he was honest with us",
        "he was dishonest with us",
        &["!", "“honest” became “dishonest”, which turns its sense"],
    );
    told("we have the cover", "we have the discover", &["“cover” became “discover”"]);
    told(
        "it was possible then",
        "it was impossible then",
        &["!", "“possible” became “impossible”, which turns its sense"],
    );
    told("he was famous there", "he was infamous there", &["“famous” became “infamous”"]);
    told("the able men", "the unable men", &["!", "“able” became “unable”, which turns its sense"]);
    told("the act of it", "the inact of it", &["“act” became “inact”"]);
    told("it was not possible then", "it was impossible then", &["“not possible” became “impossible”"]);
}

#[test]
fn a_negation_that_stays_with_its_clause_turns_nothing() {
    const CUT: bool = false;
    const TURNED: bool = true;
    let table = [
        // What stands before a `without` is not turned by it, before a `not` it is.
        (CUT, "we shall come without arms", "we shall come"),
        (CUT, "we shall come with no arms", "we shall come"),
        (TURNED, "no we shall come", "we shall come"),
        (CUT, "we shall come and they deny it", "we shall come"),
        // An aside parts nothing, a clause with a subject or a verb does.
        (TURNED, "we will not, for our part, come", "come"),
        (CUT, "we will not, they said, and you will come", "you will come"),
        (CUT, "we will not, and you will come", "you will come"),
        (CUT, "we will not, as you are here, come", "come"),
        (CUT, "we will not, but our friends come", "our friends come"),
        (TURNED, "we will not in war and peace come", "come"),
        (TURNED, "we will not for bread and for the water of others come", "come"),
        (CUT, "we will not stay and our old friends will come", "our old friends will come"),
        (TURNED, "we will not stay and, as ever, come", "come"),
        // A number and a name hold their own signs.
        (TURNED, "we will not pay 1,200 euros in the U.S. now", "euros in the U.S. now"),
        (CUT, "we will not pay - they will", "they will"),
        (TURNED, "we will not pay the well-known men", "known men"),
        (TURNED, "we will not pay the:men", "men"),
    ];
    let wrong = |(turned, whole, printing): &(bool, &str, &str)| {
        let drift = compare_wordings(whole, printing);
        (drift.contradicts != *turned || !turned && !drift.is_cut).then(|| format!("{whole} | {printing}: {drift:?}"))
    };
    let wrong: Vec<String> = table.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
