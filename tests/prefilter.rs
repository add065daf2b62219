//! The prefilter never loses a mention: texts made from the words of patterns,
//! bent, misspelt, accented and quoted in curls, are scanned as they are and
//! without any prefilter, and must say the same. It also tells in which sentences a
//! topic has a chance.

use gainsay::check::load_text;
use gainsay::claims::ClaimSet;
use gainsay::corpus::article_from;
use gainsay::matching::Mention;
use gainsay::matching::prefilter::chances::Chance;
use gainsay::matching::prefilter::plain::Plain;
use gainsay::matching::topics::Topics;
use gainsay::scan::{Scanner, Texts};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::Cell;

const CLAIMS: &str = r#"
version = 1
[[claimant]]
id = "elysee"
name = "the Élysée"
aliases = ["French presidency", "Elysee Palace"]
[[entity]]
id = "macron"
name = "Emmanuel Macron"
aliases = ["Macron", "the G7 chair", "Mr. Saint-Clair"]
[[entity]]
id = "zelensky"
name = "Volodymyr Zelensky"
aliases = ["Zelensky", "Ukrainian president"]
[[event]]
id = "invasion"
name = "Russia's invasion of Ukraine"
on = 2022-02-24
aliases = ["the start of the war"]
[[topic]]
id = "calls"
question = "How many calls?"
kind = "count"
unit = "call"
match = ["{macron} spoke {value} times on the phone with {zelensky}", "{value} phone calls the two have held", "{macron} phoned {zelensky} {value} times"]
[[topic]]
id = "dead"
question = "How many died?"
kind = "count"
unit = "person"
threshold = 0.6
match = ["{value} (people|demonstrators) died in the [terrible] explosion", "explosion killed {value}"]
[[topic]]
id = "length"
question = "How long?"
kind = "duration"
unit = "minute"
match = ["conversation lasted {value}", "{value} minutes of negotiations with 12 ministers", "telephone conversation after {invasion} took {value}"]
[[topic]]
id = "who"
question = "Who asked for it?"
kind = "choice"
[[topic.option]]
id = "paris"
match = ["{elysee} requested the conversation", "at the request of {macron}"]
[[topic.option]]
id = "kyiv"
match = ["{zelensky} requested the meeting", "possibility of hoping was discussed third"]
"#;

/// Words that say something here, and some that do not.
const WORDS: &[&str] = &[
    "Macron",
    "Macrno",
    "Macronn",
    "Zelensky",
    "Zelenskyj",
    "Selensky",
    "Élysée",
    "Elysee",
    "French presidency",
    "the",
    "spoke",
    "spoken",
    "talked",
    "twice",
    "times",
    "occasions",
    "phone",
    "phoned",
    "telephoned",
    "rang",
    "calls",
    "call",
    "held",
    "had",
    "two",
    "20",
    "4",
    "12",
    "five",
    "people",
    "persons",
    "demonstrators",
    "demonstratrs",
    "died",
    "killed",
    "lost their lives",
    "dying",
    "terrible",
    "explosion",
    "explosions",
    "explotion",
    "exploded",
    "conversation",
    "conversations",
    "convresation",
    "conversaton",
    "talks",
    "lasted",
    "90 minutes",
    "minutes",
    "min",
    "negotiations",
    "negociations",
    "ministers",
    "telephone",
    "telephnoe",
    "invasion",
    "Russian invasion of Ukraine",
    "start of the war",
    "war started",
    "requested",
    "requests",
    "requestd",
    "request",
    "meeting",
    "encounter",
    "meating",
    "possibility",
    "possible",
    "hoping",
    "hoped",
    "discussed",
    "talk",
    "third",
    "Ukrainian president",
    "he",
    "on",
    "with",
    "in",
    "of",
    "at",
    "was",
    "after",
    "to",
    "took",
    "gone",
    "has",
    "not",
    "reporters",
    "weather",
    "window",
    "the G7 chair",
    "Mr. Saint–Clair",
    "G7 chair",
    "Saint-Clair",
    "garden",
    "Emmanuel Macron",
    "and",
    "the two",
    "have",
];

/// A word, written in one of the ways that texts write words.
fn written() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS);
    (word, 0_usize..14, any::<prop::sample::Index>()).prop_map(|(word, how, at)| {
        let letters: Vec<char> = word.chars().collect();
        let at = at.index(letters.len());
        let with = |added: &str| {
            let (before, after) = (&letters[..=at], &letters[at + 1..]);
            format!("{}{added}{}", before.iter().collect::<String>(), after.iter().collect::<String>())
        };
        match how {
            0 => word.to_uppercase(),
            1 => with("\u{301}"),
            2 => with("\u{AD}"),
            3 => with("x"),
            4 => with("’"),
            5 => format!("“{word}”"),
            6 => format!("{word}’s"),
            7 => format!("{word}…"),
            8 => word.replace('e', "é"),
            9 => letters.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, letter)| letter).collect(),
            _ => word.to_owned(),
        }
    })
}

/// A sentence that is near to one that a pattern matches, or far from it.
fn sentence() -> impl Strategy<Value = String> {
    let near = prop::sample::select(
        &[
            "Macron spoke 20 times on the phone with Zelensky",
            "20 phone calls the two have held",
            "Macron phoned Zelensky five times",
            "12 people died in the terrible explosion",
            "explosion killed 12",
            "conversation lasted 90 minutes",
            "90 minutes of negotiations with 12 ministers",
            "telephone conversation after the invasion took 90 minutes",
            "Élysée requested the conversation",
            "at the request of Macron",
            "at the request of the G7 chair",
            "at the request of Mr. Saint-Clair",
            "at the request of Mr. Saint–Clair",
            "Zelensky requested the meeting",
            "possibility of hoping was discussed third",
        ][..],
    );
    let changes = prop::collection::vec((any::<prop::sample::Index>(), written(), 0_u8..3), 0..5);
    let changed = (near, changes).prop_map(|(near, changes)| {
        let mut words: Vec<String> = near.split(' ').map(str::to_owned).collect();
        for (at, word, how) in changes {
            let at = at.index(words.len());
            match how {
                0 => words[at] = word,
                1 => words.insert(at, word),
                _ if words.len() > 1 => _ = words.remove(at),
                _ => {}
            }
        }
        words.join(" ")
    });
    let free = prop::collection::vec(written(), 1..14).prop_map(|words| words.join(" "));
    prop_oneof![4 => changed, 1 => free]
}

fn claims() -> ClaimSet {
    let loaded = load_text("claims.toml".as_ref(), CLAIMS.to_owned());
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.claims
}

fn places(mentions: &[Mention]) -> Vec<String> {
    mentions.iter().map(|mention| format!("{} {:?} {:?}", mention.topic, mention.span, mention.value)).collect()
}

/// How many texts are made.
const TEXTS: u32 = 2000;

#[test]
fn no_mention_is_lost() {
    let claims = claims();
    let scanner = Scanner::new(&claims, Texts::OfSpeakers);
    let (speak, silent) = (Cell::new(0), Cell::new(0));
    let apart = prop::sample::select(&[". ", ". ", ".\n", ".\n\n", " ", "\n \n- "][..]);
    let parts = prop::collection::vec((sentence(), apart), 1..4);
    let texts = parts.prop_map(|parts| parts.into_iter().map(|(sentence, apart)| sentence + apart).collect::<String>());
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(TEXTS) });
    let ran = runner.run(&texts, |text| {
        let everywhere = scanner.find_everywhere(&article_from("a", "a.txt", &text).0);
        let scanned = scanner.scan("a", "a.txt", &text);
        let count = if everywhere.is_empty() { &silent } else { &speak };
        count.set(count.get() + 1);
        prop_assert_eq!(places(&scanned.mentions), places(&everywhere), "{}", text);
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
    // Both kinds of texts were made, and many.
    assert!(speak.get() > TEXTS / 5 && silent.get() > TEXTS / 5, "{} speak, {} are silent", speak.get(), silent.get());
}

/// Each begins with what a rule looks for behind another word.
#[test]
fn nothing_stands_before_the_first_word() {
    let claims = claims();
    let scanner = Scanner::new(&claims, Texts::OfSpeakers);
    let said = "Macron spoke 20 times on the phone with Zelensky.";
    for begins in ["OF ÉLYSÉE.", "Which Élysée cut to 12.", "Who, Élysée?", "12,000-member Élysée.", "Élysée's was 12."]
    {
        let text = format!("{begins} {said}");
        let everywhere = scanner.find_everywhere(&article_from("a", "a.txt", &text).0);
        assert_eq!(places(&scanner.scan("a", "a.txt", &text).mentions), places(&everywhere), "{text}");
        assert!(!everywhere.is_empty(), "{text}");
    }
}

/// A table, an answer or a list under a heading, whose words stand above their values or beside them.
fn cells() -> impl Strategy<Value = String> {
    let few = |most: usize| prop::collection::vec(written(), 0..most).prop_map(|words| words.join(" "));
    let near = prop::sample::select(
        &[
            "died in the explosion",
            "Killed by explosion",
            "people",
            "Phone calls",
            "phone calls held",
            "minutes of negotiations",
        ][..],
    );
    let label = prop_oneof![near.clone().prop_map(str::to_owned), few(4)];
    let whose = prop::sample::select(&["Élysée", "Total", "French presidency", "Macron", "weather"][..]);
    let value = prop::sample::select(&["12", "20", "90 minutes", "five", "–"][..]);
    let heads = (few(5), label, prop_oneof![few(3), near.prop_map(str::to_owned)]);
    (heads, prop::collection::vec((whose, value.clone(), value), 1..4), 0_u8..4).prop_map(|((above, head, other), rows, how)| {
        let cells = |rows: &[(&str, &str, &str)]| -> String {
            rows.iter().map(|(whose, a, b)| format!("| {whose} | {a} | {b} |\n")).collect()
        };
        match how {
            0 => format!("## {above}\n\n| Source | {head} | {other} |\n|---|---|---|\n{}", cells(&rows)),
            1 => {
                let (one, two, ..) = rows[0];
                format!("## {above}\n\n| | {one} | Élysée |\n|---|---|---|\n| {head} | {two} | 12 |\n| {other} | 20 | {two} |\n")
            }
            2 => {
                let (whose, a, b) = rows[0];
                format!("{above}.\n\n## How many {head}?\n\n{whose} says {a}, the Élysée {b}. Macron says {b}.")
            }
            _ => {
                let rows: String = rows.iter().map(|(whose, a, _)| format!("- {whose}: {a}\n")).collect();
                format!("{above}.\n\n## {head} {other}\n\n{rows}")
            }
        }
    })
}

#[test]
fn no_cell_is_lost() {
    let claims = claims();
    let scanner = Scanner::new(&claims, Texts::OfSpeakers);
    let speak = Cell::new(0);
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(TEXTS) });
    let ran = runner.run(&cells(), |text| {
        let everywhere = scanner.find_everywhere(&article_from("a", "a.txt", &text).0);
        let scanned = scanner.scan("a", "a.txt", &text);
        speak.set(speak.get() + usize::from(!everywhere.is_empty()));
        prop_assert_eq!(places(&scanned.mentions), places(&everywhere), "{}", text);
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
    assert!(speak.get() > TEXTS as usize / 20, "{} speak", speak.get());
}

const THREE_KINDS: &str = r#"
    version = 1
    [[claimant]]
    id = "macron"
    name = "Emmanuel Macron"
    aliases = ["Macron"]
    [[claimant]]
    id = "ministry"
    name = "the defence ministry"
    [[topic]]
    id = "calls"
    question = "How many calls did he make?"
    kind = "count"
    unit = "call"
    match = ["{macron} made {value} phone calls"]
    [[topic]]
    id = "drills"
    question = "How many drills were there?"
    kind = "count"
    unit = "drill"
    match = ["{ministry} held {value} military drills"]
    [[topic]]
    id = "words"
    question = "What did he say?"
    kind = "quote"
    wording = "a frank and serious exchange of views"
"#;

/// The sentences in which each topic has a chance.
fn chances_in(text: &str) -> Vec<(String, Vec<&str>)> {
    let claims = load_text("claims.toml".as_ref(), THREE_KINDS.to_owned()).claims;
    let topics = Topics::new(&claims);
    let article = article_from("a", "a.txt", text).0;
    let chances = topics.chances(&claims, &article, 0, &topics.candidates(&claims, &article, &Plain::new(text)));
    let shown = |chance: Chance| {
        let sentences = chance.sentences.iter().map(|span| &text[span.start..span.end]);
        (claims.topics[chance.topic].id.clone(), sentences.collect())
    };
    chances.into_iter().map(shown).collect()
}

#[test]
fn only_sentences_with_the_words_are_left() {
    let text = "Macron spoke. It rained. He made six phone calls. It was late.";
    assert_eq!(chances_in(text), [("calls".to_owned(), vec!["He made six phone calls."])]);
    assert_eq!(chances_in("The defence ministry held a meeting. Military music was played. Drills were sold."), []);
}

#[test]
fn a_name_reaches_as_far_as_a_pronoun_for_it() {
    let near = "Macron spoke. It rained. He made six phone calls.";
    let far = "Macron spoke. It rained. It snowed. He made six phone calls.";
    assert_eq!((chances_in(near).len(), chances_in(far).len()), (1, 0));
}

#[test]
fn a_body_is_meant_from_afar() {
    let text = "The defence ministry spoke. It rained. It snowed. It blew. The ministry held six military drills.";
    assert_eq!(chances_in(text), [("drills".to_owned(), vec!["The ministry held six military drills."])]);
}

#[test]
fn a_wording_needs_a_quotation_and_no_sentence() {
    assert_eq!(chances_in("He spoke of “a frank and serious exchange”."), [("words".to_owned(), vec![])]);
    assert_eq!(chances_in("A frank man. “It was serious,” he said. It was an exchange."), []);
}

#[test]
fn a_wording_of_small_words_alone_is_found() {
    let claims = THREE_KINDS.replace("a frank and serious exchange of views", "to be or not to be");
    let claims = load_text("claims.toml".as_ref(), claims).claims;
    let scanned = Scanner::new(&claims, Texts::OfSpeakers).scan("a", "a.txt", "“To be or not to be,” he said.");
    let quoted = scanned.mentions.iter().map(|mention| mention.span.of(&scanned.article.body));
    assert_eq!(quoted.collect::<Vec<_>>(), ["To be or not to be"]);
}

#[test]
fn a_paragraph_with_a_part_of_a_name_is_no_chance() {
    assert_eq!(chances_in("The ministry of trade held six military drills."), []);
    let apart = "The defence of the town.\n\nA ministry held six military drills.";
    assert_eq!(chances_in(apart), []);
    let folded = "L’Élysée.\n\nThe defence ministry spoke.\n\n«Ça va.» The ministry held six military drills.";
    assert_eq!(chances_in(folded), [("drills".to_owned(), vec!["The ministry held six military drills."])]);
}

/// Whether anything in a text is worth a look at its sentences.
fn could_match(text: &str) -> bool {
    let claims = load_text("claims.toml".as_ref(), THREE_KINDS.to_owned()).claims;
    Topics::new(&claims).could_match(&Plain::new(text))
}

#[test]
fn most_texts_are_read_no_further() {
    for text in [
        "Six phone calls were made.",
        "Phone calls.",
        "The ministry held six military drills.",
        "Military drills were held.",
        "a frank and serious exchange",
        "“A frank man”",
        "macron",
        "It rained.",
    ] {
        assert!(!could_match(text), "{text}");
    }
    for text in [
        "Macron made six phone calls.",
        "Makron made six phone calls.",
        "The defence ministry held six military drills.",
        "“A frank and serious talk”",
        "“exchange of views”",
    ] {
        assert!(could_match(text), "{text}");
    }
}
