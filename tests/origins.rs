//! Who copied whom: cases made by hand, a made-up corpus of which it is known,
//! and that no order of the articles changes the answer.

#[path = "../benches/origins/generator.rs"]
mod generator;
#[path = "../benches/origins/score.rs"]
mod score;

use gainsay::claims::{ReadValue, load_claims};
use gainsay::compare::compare;
use gainsay::compare::origins::{Signature, find_origins, sign};
use gainsay::compare::rules::find_rule;
use gainsay::corpus::{Corpus, article_from};
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::matching::find_mentions;
use gainsay::value::{Kind, Value};
use generator::{Generator, Made};
use proptest::prelude::*;
use score::Score;
use std::collections::BTreeMap;
use std::sync::Arc;

fn signed(id: &str, text: &str) -> Signature {
    sign(&article_from(id, id, text).0)
}

/// An article with a front matter of these lines.
fn article(id: &str, front: &str, body: &str) -> Signature {
    signed(id, &format!("+++\n{front}\n+++\n{body}\n"))
}

/// The id of each article's root, by its id.
fn roots(articles: &[Signature]) -> BTreeMap<String, String> {
    let origins = find_origins(articles);
    let root = |at: usize| articles[origins.root(at)].id().to_owned();
    articles.iter().enumerate().map(|(at, article)| (article.id().to_owned(), root(at))).collect()
}

fn told(roots: &BTreeMap<String, String>) -> String {
    roots.iter().map(|(id, root)| format!("{id}←{root}")).collect::<Vec<_>>().join(" ")
}

/// So many words that nobody else has, in sentences of twelve.
fn prose(voice: u64, words: u64) -> String {
    let word = |at: u64| format!("{}{}", letters(voice), letters(at * 7 + at % 5));
    (0..words).map(|at| word(at) + if at % 12 == 11 { ". " } else { " " }).collect()
}

fn letters(mut number: u64) -> String {
    let mut letters = String::new();
    while letters.is_empty() || number > 0 {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    letters
}

const FIRST: &str = "published = 2023-03-04";
const NEXT: &str = "published = 2023-03-05";

#[test]
fn a_copy_goes_back_to_the_first_whole_cut_or_longer() {
    let text = prose(1, 300);
    let cut: String = text.split_inclusive(". ").take(11).collect();
    let longer = format!("{}{text}{}", prose(2, 60), prose(3, 100));
    let loud = text.to_uppercase().replace(' ', "  ").replace(". ", " – ");
    let found = roots(&[
        article("a-copy", NEXT, &text),
        article("b-cut", NEXT, &cut),
        article("c-longer", NEXT, &longer),
        article("d-undated", "", &text),
        article("e-loud", NEXT, &loud),
        article("f-other", NEXT, &prose(4, 300)),
        article("z-wire", FIRST, &text),
    ]);
    assert_eq!(
        told(&found),
        "a-copy←z-wire b-cut←z-wire c-longer←z-wire d-undated←z-wire e-loud←z-wire f-other←f-other z-wire←z-wire"
    );
}

#[test]
fn light_edits_do_not_hide_a_copy() {
    let text = prose(1, 240);
    for every in [10, 14, 20] {
        let edit = |(at, word): (usize, &str)| match at % every {
            0 if at % 3 == 0 => String::new(),
            0 => format!("{word} indeed "),
            _ => format!("{word} "),
        };
        let edited: String = text.split(' ').enumerate().map(edit).collect();
        let found = roots(&[article("paper", NEXT, &edited), article("wire", FIRST, &text)]);
        assert_eq!(told(&found), "paper←wire wire←wire", "one word in {every}");
    }
}

#[test]
fn one_statement_quoted_twice_is_no_copy() {
    let statement = prose(9, 150);
    for marks in [['“', '”'], ['"', '"'], ['«', '»']] {
        let quoting = |voice| {
            format!("{}\n\n{}{statement}{}\n\n{}", prose(voice, 60), marks[0], marks[1], prose(voice + 100, 60))
        };
        let found = roots(&[article("a", FIRST, &quoting(1)), article("b", NEXT, &quoting(2))]);
        assert_eq!(told(&found), "a←a b←b", "{marks:?}");
        let copied = roots(&[article("a", FIRST, &quoting(1)), article("b", NEXT, &quoting(1))]);
        assert_eq!(told(&copied), "a←a b←a", "{marks:?}");
    }
}

#[test]
fn a_footer_in_many_articles_is_no_copy() {
    let footer = prose(9, 60);
    let mut articles: Vec<Signature> = (0..8)
        .map(|voice| article(&letters(voice), FIRST, &format!("{}\n\n{footer}", prose(voice + 20, 80))))
        .collect();
    articles.push(article("copy", NEXT, &format!("{}\n\n{footer}", prose(20, 80))));
    let found = roots(&articles);
    let expected = "a←a b←b c←c copy←a d←d e←e f←f g←g h←h";
    assert_eq!(told(&found), expected);
}

#[test]
fn a_background_of_one_outlet_is_no_copy_and_an_update_is() {
    let (background, outlet) = (prose(9, 70), "\noutlet = \"The Gazette\"");
    let with = |voice| format!("{}\n\n{background}", prose(voice, 80));
    let (first, next) = (format!("{FIRST}{outlet}"), format!("{NEXT}{outlet}"));
    let found = roots(&[article("a", &first, &with(1)), article("b", &next, &with(2))]);
    assert_eq!(told(&found), "a←a b←b");
    let update = format!("{}\n\n{}", with(1), prose(3, 60));
    let found = roots(&[article("a", &first, &with(1)), article("b", &next, &update)]);
    assert_eq!(told(&found), "a←a b←a");
}

#[test]
fn a_roundup_merges_no_stories_whichever_comes_first() {
    let (wire, agency) = (prose(1, 200), prose(2, 180));
    let both = format!("{}\n\n{wire}\n\n{agency}", prose(3, 20));
    for (roundup, wires) in [(NEXT, FIRST), (FIRST, FIRST), (FIRST, NEXT), (FIRST, ""), ("", "")] {
        let articles = [
            article("a-roundup", roundup, &both),
            article("agency", wires, &agency),
            article("paper", NEXT, &wire),
            article("wire", wires, &wire),
        ];
        let found = roots(&articles);
        assert_ne!(found["agency"], found["wire"], "{roundup} {wires}: {}", told(&found));
        assert_eq!(found["paper"], found["wire"], "{roundup} {wires}: {}", told(&found));
        let origins = find_origins(&articles);
        assert_eq!(origins.of(&[0, 1]).len(), 1, "{roundup} {wires}: the roundup has it from the agency");
        assert_eq!(origins.of(&[0, 1, 2, 3]).len(), 2, "{roundup} {wires}");
    }
}

#[test]
fn overlapping_cuts_of_one_text_stay_one() {
    let text = prose(1, 360);
    let sentences: Vec<&str> = text.split_inclusive(". ").collect();
    let found = roots(&[
        article("cut-1", FIRST, &sentences[..15].concat()),
        article("cut-2", FIRST, &sentences[9..].concat()),
        article("whole", FIRST, &text),
    ]);
    assert_eq!(found["cut-2"], found["cut-1"], "{}", told(&found));
    assert_eq!(found["whole"], found["cut-1"], "{}", told(&found));
}

#[test]
fn what_an_article_cites_is_its_origin() {
    let (wire, own) = (prose(1, 100), prose(2, 100));
    let citing = |name: &str| article("own", &format!("{FIRST}\ncites = [\"{name}\"]"), &own);
    let source = "published = 2023-03-09\noutlet = \"Agence Centrale\"\nurl = \"https://agency.example/7\"";
    for name in ["wire", "agence centrale", "https://agency.example/7"] {
        let found = roots(&[citing(name), article("wire", source, &wire)]);
        assert_eq!(told(&found), "own←wire wire←wire", "{name}");
    }
    for name in ["own", "nobody", ""] {
        let found = roots(&[citing(name), article("wire", source, &wire)]);
        assert_eq!(told(&found), "own←own wire←wire", "{name}");
    }
}

#[test]
fn texts_of_a_few_words_or_none_are_their_own() {
    let found = roots(&[
        article("a", FIRST, "He left on Monday."),
        article("b", NEXT, "He left on Monday."),
        article("c", NEXT, ""),
        article("d", NEXT, ""),
    ]);
    assert_eq!(told(&found), "a←a b←b c←c d←d");
    assert_eq!(told(&roots(&[])), "");
}

#[test]
fn the_copies_of_a_made_up_corpus_are_found() {
    let made: Vec<Made> = Generator::new(7, 2_000).collect();
    let signatures: Vec<Signature> = made.iter().map(|made| signed(&made.id, &made.text)).collect();
    let origins = find_origins(&signatures);
    let roots: Vec<usize> = (0..made.len()).map(|at| origins.root(at)).collect();
    let truths: Vec<_> = made.into_iter().map(|made| made.truth).collect();
    let score = Score::new(&truths, &roots);
    assert!(score.real > 3_000 && score.roundups > 10, "{score:?}");
    assert!(score.precision() >= 0.98 && score.recall() >= 0.98, "{score:?}");
    assert_eq!(score.traced, score.roundups, "{score:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_order_of_the_articles_changes_their_origins(seed in 0_u64..1000, turn in any::<u64>()) {
        let mut articles: Vec<Signature> = Generator::new(seed, 60).map(|made| signed(&made.id, &made.text)).collect();
        let expected = roots(&articles);
        prop_assert_eq!(roots(&articles), expected.clone());
        for at in (1..articles.len()).rev() {
            articles.swap(at, (turn.wrapping_mul(at as u64 | 1) >> 7) as usize % (at + 1));
        }
        prop_assert_eq!(roots(&articles), expected);
    }

    /// What is boilerplate is judged by all articles together, so that one more
    /// may move the others; it goes where the article goes that it reprints.
    #[test]
    fn a_reprint_goes_back_to_where_its_article_does(seed in 0_u64..1000, which in 0_usize..60) {
        let made: Vec<Made> = Generator::new(seed, 60).collect();
        let mut articles: Vec<Signature> = made.iter().map(|made| signed(&made.id, &made.text)).collect();
        articles.push(signed("zz", made[which].text.split("+++\n").last().unwrap_or_default()));
        let found = roots(&articles);
        prop_assert_eq!(&found["zz"], &found[&made[which].id]);
    }
}

/// What is told of one topic's positions that go back to one text, with what ties them.
fn single_origins(articles: &[(&str, &str, &str)]) -> Vec<(String, Vec<String>)> {
    let toml = "version = 1\n[[topic]]\nid = \"crowd\"\nquestion = \"How many marched?\"\nkind = \"count\"\n\
                match = [\"{value} people marched\"]\n";
    let loaded = load_claims(Arc::new(Source::new("claims.toml", toml)), &Reader);
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    let read =
        |(id, front, body): &(&str, &str, &str)| article_from(*id, *id, format!("+++\n{front}\n+++\n{body}\n")).0;
    let corpus = Corpus { articles: articles.iter().map(read).collect(), diagnostics: Vec::new() };
    let compared = compare(&loaded.claims, &corpus, find_mentions(&loaded.claims, &corpus), None);
    let told = compared.findings.into_iter().filter(|finding| finding.rule.id == "single-origin");
    // The passage itself is made up: what stands around it is told.
    let around = |line: String| line.split(['“', '”']).step_by(2).collect::<Vec<_>>().join("…");
    told.map(|finding| (finding.message, finding.detail.into_iter().map(around).collect())).collect()
}

#[test]
fn articles_with_one_text_are_told_with_what_ties_them() {
    let text = prose(1, 60);
    let says = format!("{text}400 people marched.");
    let tie =
        |from: &str, to: &str| format!("{from} shares 63 of its 63 words with {to}; the longest passage: … ({from}:4)");
    let one = single_origins(&[("wire", FIRST, &says), ("paper", NEXT, &says), ("other", NEXT, &prose(4, 60))]);
    let line = "paper and wire: 400 (wire:4, paper:4)".to_owned();
    assert_eq!(
        one,
        [("paper goes back to wire: they count as one source".to_owned(), vec![line, tie("paper", "wire")])]
    );
    // Whose root does not state it.
    let absent = single_origins(&[("wire", FIRST, &text), ("paper", NEXT, &says), ("echo", NEXT, &says)]);
    assert_eq!(absent[0].0, "paper goes back to echo: they count as one source");
    let three = single_origins(&[("wire", FIRST, &says), ("paper", NEXT, &says), ("echo", NEXT, &says)]);
    assert_eq!(three[0].0, "paper and echo go back to wire: they count as one source");
    assert_eq!(three[0].1[1..], [tie("paper", "wire"), tie("echo", "wire")]);
}

#[test]
fn a_ring_of_cites_behind_others_is_broken_by_the_first_date() {
    let ring = |date: &str, cites: &str| format!("published = {date}\ncites = \"{cites}\"");
    let found = roots(&[
        article("a", &ring("2023-03-01", "z"), &prose(1, 60)),
        article("b", &ring("2023-03-02", "c"), &prose(2, 60)),
        article("c", &ring("2023-03-03", "b"), &prose(3, 60)),
        article("d", &ring("2023-03-04", "e"), &prose(4, 60)),
        article("e", &ring("2023-03-05", "d"), &prose(5, 60)),
        article("z", "published = 2023-02-01", &prose(6, 60)),
    ]);
    assert_eq!(told(&found), "a←z b←b c←b d←d e←d z←z");
}

#[test]
fn a_rule_is_found_by_its_id() {
    assert_eq!(find_rule("single-origin").map(|rule| rule.id), Some("single-origin"));
    assert!(find_rule("single-origins").is_none());
}

struct Reader;

impl ReadValue for Reader {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}
