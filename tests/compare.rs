//! Small hand-built topics through `compare`: whole findings, and that neither
//! order nor number of the statements changes what is told.

#![expect(clippy::unwrap_used, reason = "a broken fixture fails its test")]

use gainsay::claims::{Choice, Claim, ClaimSet, Event, Facet, Named, Point, Topic};
use gainsay::compare::{Compared, Finding, Relation, compare};
use gainsay::corpus::{Article, Corpus, Front, Text};
use gainsay::diagnostic::Source;
use gainsay::matching::stance::{Assurance, Revises, Stance};
use gainsay::matching::{Found, FoundBy, Mention, OwnTime, QuoteOutcome};
use gainsay::text::Span;
use gainsay::value::edtf::{parse_date, parse_window};
use gainsay::value::{Amount, Hedge, Kind, Number, Value};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

#[path = "compare/edges.rs"]
mod edges;

const AT: Span = Span { start: 0, end: 0 };

// ---- building -------------------------------------------------------------

fn named(id: &str, name: &str) -> Named {
    Named { id: id.to_owned(), name: name.to_owned(), aliases: vec![], span: AT }
}

fn topic(id: &str, kind: Kind, unit: &str) -> Topic {
    Topic {
        id: id.to_owned(),
        question: format!("When did {id} happen?"),
        kind,
        unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        patterns: vec![],
        matches: vec![],
        rejects: vec![],
        limits: vec![],
        facets: vec![],
        options: vec![],
        wording: None,
        points: vec![],
        claimants: vec![],
        facts: vec![],
        articles: vec![],
        published: None,
        during: None,
        only: BTreeMap::new(),
        since: None,
        threshold: None,
        parts: vec![],
        total: None,
        dates: None,
        day: None,
        between: vec![],
        span: AT,
    }
}

fn claim_set(topics: Vec<Topic>, claims: Vec<Claim>) -> ClaimSet {
    ClaimSet {
        source: Arc::new(Source::new("claims.toml", "")),
        paths: vec![],
        claimants: vec![named("kremlin", "the Kremlin"), named("elysee", "the Élysée")],
        entities: vec![],
        cited: vec![],
        left_out: vec![],
        rulings: vec![],
        events: vec![Event {
            id: "invasion".to_owned(),
            named: named("invasion", "the invasion"),
            on: Some(parse_date("2022-02-24").unwrap()),
        }],
        topics,
        claims,
    }
}

fn claim(id: &str, claimant: Option<&str>, article: Option<&str>, value: Option<Value>, during: &str) -> Claim {
    Claim {
        id: id.to_owned(),
        topic: 0,
        claimant: claimant.map(str::to_owned),
        article: article.map(|article| (article.to_owned(), AT)),
        quote: None,
        silent: value.is_none(),
        value,
        value_text: None,
        during: Some(during).filter(|text| !text.is_empty()).map(|text| parse_window(text).unwrap()),
        scope: BTreeMap::new(),
        point: None,
        note: None,
        span: AT,
    }
}

/// Articles `ap`, `cibuk` and `express`, in this order, ten lines each.
fn corpus() -> Corpus {
    let article = |id: &str, outlet: &str, published: &str| {
        let body = "0123456\n".repeat(10);
        let published_on = Some(parse_date(published).unwrap());
        Article {
            id: id.into(),
            path: format!("{id}.txt").into(),
            front: Front { outlet: Some(outlet.to_owned()), published_on, ..Front::default() }.into(),
            text: Some(Box::new(Text::new(body, vec![]))),
            record: None,
            lines_before: 0,
            points_before: 0,
        }
    };
    let articles = vec![
        article("ap", "Associated Press", "2022-03-07"),
        article("cibuk", "CIBUK", "2022-10"),
        article("express", "Express", "2022-05-04"),
    ];
    Corpus { articles, diagnostics: vec![] }
}

const AP: usize = 0;
const CIBUK: usize = 1;
const EXPRESS: usize = 2;

/// A mention on the first topic, on a line of an article.
fn mention(article: usize, line: usize, claimant: Option<&str>, value: Value, window: &str) -> Mention {
    Mention {
        topic: 0,
        article,
        span: Span::new((line - 1) * 8, (line - 1) * 8 + 5),
        value_span: None,
        value,
        claimant: claimant.map(str::to_owned),
        speaker: None,
        via: Vec::new(),
        attribution: None,
        stance: Stance::default(),
        window: Some(window).filter(|text| !text.is_empty()).map(|text| parse_window(text).unwrap()),
        time: None,
        facets: BTreeMap::new(),
        score: 1.0,
        found_by: FoundBy::Pattern,
        claim: None,
        anchor: None,
        in_headline: false,
        impossible: None,
        currency: None,
        entry: None,
    }
}

fn amount(hedge: Hedge, stated: i64) -> Value {
    let stated = Number::from(stated);
    Value::Amount(Amount { stated: Some(stated), hedge, interval: hedge.interval(stated, Number::ONE), basis: None })
}

fn number(stated: i64) -> Value {
    amount(Hedge::Exact, stated)
}

fn point(id: &str, option: Option<&str>) -> Value {
    Value::Point { point: id.to_owned(), option: option.map(str::to_owned) }
}

fn run(topic: Topic, claims: Vec<Claim>, mentions: Vec<Mention>) -> Compared {
    compare(&claim_set(vec![topic], claims), &corpus(), Found { mentions, quotes: vec![] }, None)
}

fn told<'c>(compared: &'c Compared, rule: &str) -> Vec<&'c Finding> {
    compared.findings.iter().filter(|finding| finding.rule.id == rule).collect()
}

fn only<'c>(compared: &'c Compared, rule: &str) -> &'c Finding {
    let findings = told(compared, rule);
    assert_eq!(findings.len(), 1, "{rule}: {:#?}", compared.findings);
    findings[0]
}

fn rules(compared: &Compared) -> Vec<&str> {
    compared.findings.iter().map(|finding| finding.rule.id).collect()
}

// ---- the story: 60, 14, 6, 20, 4, 11 --------------------------------------

fn calls() -> (Topic, Vec<Claim>, Vec<Mention>) {
    let (kremlin, elysee) = (Some("kremlin"), Some("elysee"));
    let claims = vec![
        claim("kremlin-60", kremlin, Some("cibuk"), Some(number(60)), "2017-05/2022-02-24"),
        claim("kremlin-14", kremlin, Some("cibuk"), Some(number(14)), "2022-02-24/2022-10"),
        claim("elysee-6", elysee, Some("cibuk"), Some(number(6)), "2022-02-24/2022-10"),
        claim("elysee-20", elysee, Some("express"), Some(number(20)), "2021-12/2022-05-03"),
    ];
    let held = |claim: usize, mention: Mention| Mention { claim: Some(claim), ..mention };
    let headline = |mention: Mention| Mention { in_headline: true, ..mention };
    let mentions = vec![
        mention(AP, 5, None, number(4), "2022-02-24/"),
        mention(AP, 6, None, number(11), "2022-02-07/2022-03-07"),
        headline(mention(CIBUK, 1, None, number(60), "/2022-02-24")),
        held(0, mention(CIBUK, 2, None, number(60), "")),
        mention(CIBUK, 3, kremlin, number(60), "2017-05-07/2022-02-24"),
        held(1, mention(CIBUK, 4, kremlin, number(14), "")),
        held(2, mention(CIBUK, 5, elysee, number(6), "")),
        headline(mention(EXPRESS, 1, None, number(20), "")),
        held(3, mention(EXPRESS, 2, elysee, number(20), "")),
    ];
    (topic("calls", Kind::Count, "call"), claims, mentions)
}

#[test]
fn twenty_against_sixty_is_told_as_a_difference_of_periods() {
    let (topic, claims, mentions) = calls();
    let compared = run(topic, claims, mentions);
    let finding = only(&compared, "scope-differs");
    assert_eq!(
        finding.message,
        "20 and 60 calls differ, but count different periods: Dec 2021 to 3 May 2022; \
         7 May 2017 to 24 Feb 2022 (and 4, 6, 11 and 14 yet others)"
    );
    assert!(
        finding
            .detail
            .contains(&"the Élysée: 20 calls, Dec 2021 to 3 May 2022 (express:2, claim elysee-20)".to_owned()),
        "{:#?}",
        finding.detail
    );
    let positions = &compared.topics[0].positions;
    let row = |claimant: Option<&str>, value: i64| {
        let fits = |at: &usize| positions[*at].claimant.as_deref() == claimant && positions[*at].value == number(value);
        (0..positions.len()).find(fits).unwrap()
    };
    let (twenty, sixty) = (row(Some("elysee"), 20), row(Some("kremlin"), 60));
    let related = compared.topics[0].relations.iter().find(|related| (related.a, related.b) == (twenty, sixty));
    let related = related.unwrap();
    assert_eq!(related.relation, Relation::ScopeDiffers);
    assert_eq!(related.reason, "Dec 2021 to 3 May 2022 against 7 May 2017 to 24 Feb 2022");
    assert_eq!(positions[sixty].mentions, [3, 4]);
    assert_eq!(positions[sixty].claims, [0]);
}

#[test]
fn two_claimants_over_one_period_conflict() {
    let (topic, claims, mentions) = calls();
    let compared = run(topic, claims, mentions);
    let finding = only(&compared, "claimants-conflict");
    assert_eq!(
        finding.message,
        "the Élysée says 6 calls, the Kremlin 14: same period (24 Feb 2022 to Oct 2022), they cannot both be right"
    );
    assert_eq!(
        finding.detail,
        [
            "the Élysée: 6 calls, 24 Feb 2022 to Oct 2022 (cibuk:5, claim elysee-6)",
            "the Kremlin: 14 calls, 24 Feb 2022 to Oct 2022 (cibuk:4, claim kremlin-14)"
        ]
    );
    assert_eq!((finding.claims.as_slice(), finding.articles.as_slice()), ([1, 2].as_slice(), [CIBUK].as_slice()));
    assert_eq!(finding.fingerprint.len(), 16);
    assert_eq!(rules(&compared), ["claimants-conflict", "scope-differs", "unlisted-value", "unlisted-value"]);
}

#[test]
fn a_headline_takes_the_period_of_its_body() {
    let (topic, claims, mentions) = calls();
    let compared = run(topic, claims, mentions);
    let window = |at: usize| compared.topics[0].mentions[at].window;
    assert_eq!(window(2), Some(parse_window("2017-05/2022-02-24").unwrap()));
    assert_eq!(window(7), Some(parse_window("2021-12/2022-05-03").unwrap()));
    assert_eq!(window(0), Some(parse_window("2022-02-24/2022-03-07").unwrap()), "as of publication");
}

#[test]
fn disagreeing_donors_give_nothing() {
    let mentions = vec![
        mention(AP, 1, None, number(5), ""),
        mention(AP, 2, None, number(5), "2022-01-01/2022-01-31"),
        mention(AP, 3, None, number(5), "2021-01-01/2021-12-31"),
        mention(AP, 4, None, number(9), "2022-01-01/2022-01-31"),
    ];
    let compared = run(topic("calls", Kind::Count, "call"), vec![], mentions);
    assert_eq!(compared.topics[0].mentions[0].window, None);
    let finding = only(&compared, "scope-unclear");
    assert_eq!(
        finding.message,
        "5 and 9 calls differ, but 5 states no period: it cannot be told whether they conflict"
    );
}

#[test]
fn a_growing_tally_runs_from_its_event_to_publication() {
    let mut tally = topic("tally", Kind::Count, "home");
    tally.since = Some(0);
    let mentions = vec![mention(AP, 1, None, number(5), ""), mention(EXPRESS, 1, None, number(9), "")];
    let compared = run(tally, vec![], mentions);
    let finding = only(&compared, "scope-differs");
    assert_eq!(
        finding.message,
        "5 and 9 homes differ, but count different periods: 24 Feb 2022 to 7 Mar 2022; 24 Feb 2022 to 4 May 2022"
    );
}

// ---- who disagrees ---------------------------------------------------------

#[test]
fn one_article_contradicts_itself_and_two_outlets_each_other() {
    let minutes = || topic("length", Kind::Duration, "minute");
    let within =
        run(minutes(), vec![], vec![mention(AP, 1, None, number(90), ""), mention(AP, 2, None, number(75), "")]);
    assert_eq!(rules(&within), ["self-conflict"]);
    assert_eq!(
        within.findings[0].message,
        "one article of Associated Press contradicts itself: 75 minutes and 90: they cannot both be right"
    );
    let kremlin = Some("kremlin");
    let between = run(
        minutes(),
        vec![],
        vec![mention(AP, 1, kremlin, number(90), ""), mention(EXPRESS, 1, kremlin, number(75), "")],
    );
    assert_eq!(rules(&between), ["outlets-conflict"]);
    assert_eq!(
        between.findings[0].message,
        "the Kremlin is reported differently: Express reports 75 minutes, Associated Press 90: \
         they cannot both be right"
    );
}

#[test]
fn an_outlets_own_voice_is_a_claimant_against_a_named_one() {
    let mentions =
        vec![mention(AP, 1, None, amount(Hedge::MoreThan, 120), ""), mention(AP, 2, Some("elysee"), number(90), "")];
    let compared = run(topic("length", Kind::Duration, "minute"), vec![], mentions);
    assert_eq!(rules(&compared), ["claimants-conflict"]);
    assert_eq!(
        compared.findings[0].message,
        "the Élysée says 90 minutes, Associated Press more than 120: they cannot both be right"
    );
    assert_eq!(compared.findings[0].detail[1], "Associated Press: more than 120 minutes (120; ∞) (ap:1)");
}

#[test]
fn many_positions_are_one_conflict() {
    let mentions: Vec<Mention> = (0..40).map(|at| mention(at % 3, 1 + at % 9, None, number(at as i64), "")).collect();
    let compared = run(topic("calls", Kind::Count, "call"), vec![], mentions);
    assert_eq!(rules(&compared), ["outlets-conflict", "self-conflict", "self-conflict", "self-conflict"]);
    assert_eq!(compared.findings[0].positions.len(), 40);
}

#[test]
fn hundreds_of_positions_list_conflicts_only() {
    let window = |at: i64| if at % 2 == 0 { "2021-01-01/2021-12-31" } else { "2022-01-01/2022-03-01" };
    let mentions: Vec<Mention> = (0..400).map(|at| mention(AP, 1, None, number(at), window(at))).collect();
    let compared = run(topic("calls", Kind::Count, "call"), vec![], mentions);
    let relations = &compared.topics[0].relations;
    assert!(relations.iter().all(|related| related.relation == Relation::Conflict));
    assert_eq!(relations.len(), 2 * 200 * 199 / 2);
    assert_eq!(only(&compared, "scope-differs").positions.len(), 400);
}

#[test]
fn a_claim_known_from_elsewhere_takes_part() {
    let known = claim("known-3", Some("elysee"), None, Some(number(3)), "");
    let compared = run(topic("calls", Kind::Count, "call"), vec![known], vec![mention(AP, 1, None, number(5), "")]);
    assert_eq!(rules(&compared), ["claimants-conflict", "unlisted-value", "claim-unmatched"]);
    assert_eq!(compared.findings[0].detail[0], "the Élysée: 3 calls (claim known-3, known from elsewhere)");
    assert_eq!(compared.findings[2].message, "claim known-3: no article states its value");
    assert_eq!(compared.topics[0].positions[0].origins, 0);
}

#[test]
fn facets_that_differ_are_named() {
    let mut crowd = topic("crowd", Kind::Count, "people");
    let option = |id: &str| Choice { id: id.to_owned(), patterns: vec![], span: AT };
    crowd.facets = vec![Facet {
        id: "rule".to_owned(),
        default: Some("whole-march".to_owned()),
        options: vec![option("whole-march"), option("peak")],
        span: AT,
    }];
    let peak = BTreeMap::from([("rule".to_owned(), "peak".to_owned())]);
    let mentions = vec![
        mention(AP, 1, None, number(128_000), ""),
        Mention { facets: peak, ..mention(AP, 2, None, number(64_000), "") },
    ];
    let compared = run(crowd, vec![], mentions);
    assert_eq!(
        only(&compared, "scope-differs").message,
        "64,000 and 128,000 people differ, but are not of the same rule: peak; whole march"
    );
    assert_eq!(compared.topics[0].relations[0].reason, "rule: peak against whole march");
}

// ---- readouts and silence ---------------------------------------------------

fn readout() -> Topic {
    let asked = |id: &str, question: &str| Point {
        id: id.to_owned(),
        question: question.to_owned(),
        patterns: vec![],
        options: vec![],
        span: AT,
    };
    Topic {
        claimants: vec!["kremlin".to_owned(), "elysee".to_owned()],
        points: vec![asked("war-crimes", "War crimes"), asked("ceasefire", "A ceasefire"), asked("food", "Food?")],
        ..topic("readout", Kind::Readout, "")
    }
}

#[test]
fn readouts_are_compared_point_by_point() {
    let (kremlin, elysee) = (Some("kremlin"), Some("elysee"));
    let mentions = vec![
        mention(EXPRESS, 1, kremlin, point("war-crimes", None), ""),
        mention(EXPRESS, 2, elysee, point("ceasefire", None), ""),
        mention(EXPRESS, 3, elysee, point("food", Some("blockade")), ""),
        mention(EXPRESS, 4, kremlin, point("food", Some("sanctions")), ""),
    ];
    let compared = run(readout(), vec![], mentions);
    assert_eq!(rules(&compared), ["claimants-conflict", "omission", "omission"]);
    assert_eq!(
        compared.findings[0].message,
        "Food? The Élysée says blockade, the Kremlin sanctions: the sides answer differently"
    );
    let omissions = told(&compared, "omission");
    assert_eq!(omissions[0].message, "the Élysée is silent on war crimes, unlike the Kremlin");
    assert_eq!(omissions[0].detail[0], "war-crimes (War crimes): stated by kremlin, not by elysee");
    assert_eq!(omissions[1].message, "the Kremlin is silent on ceasefire, unlike the Élysée");
    let positions = &compared.topics[0].positions;
    let silent = Value::Silent { point: Some("war-crimes".to_owned()) };
    let row = positions.iter().find(|position| position.value == silent).unwrap();
    assert_eq!((row.claimant.as_deref(), row.articles.as_slice()), (elysee, [EXPRESS].as_slice()));
    assert_eq!(compared.topics[0].relations.len(), 1, "other points are other questions");
}

#[test]
fn a_side_without_an_account_omits_nothing() {
    let compared = run(readout(), vec![], vec![mention(EXPRESS, 1, Some("kremlin"), point("food", None), "")]);
    assert_eq!(compared.findings, []);
}

#[test]
fn a_declared_side_without_an_account_is_not_yet_published() {
    let spoken = || mention(EXPRESS, 1, Some("kremlin"), point("food", None), "");
    assert_eq!(run(readout(), vec![], vec![spoken()]).topics[0].unpublished, ["elysee"]);
    let both = vec![spoken(), mention(EXPRESS, 2, Some("elysee"), point("food", None), "")];
    assert_eq!(run(readout(), vec![], both).topics[0].unpublished, [""; 0]);
    let silent = claim("silent", Some("elysee"), None, None, "");
    let silent = Claim { point: Some("food".to_owned()), ..silent };
    assert_eq!(run(readout(), vec![silent], vec![spoken()]).topics[0].unpublished, [""; 0]);
}

#[test]
fn a_sides_own_text_on_the_meeting_is_an_account_also_where_it_has_no_point() {
    let mut corpus = corpus();
    let front = &mut corpus.articles[CIBUK].front;
    *front = Front { claimant: Some("elysee".to_owned()), ..(**front).clone() }.into();
    let compare_on = |topic: Topic| {
        let mentions = vec![mention(EXPRESS, 1, Some("kremlin"), point("food", None), "")];
        compare(&claim_set(vec![topic], vec![]), &corpus, Found { mentions, quotes: vec![] }, None)
    };
    let named = vec![("express".to_owned(), AT), ("cibuk".to_owned(), AT)];
    let on_it = compare_on(Topic { articles: named, ..readout() });
    assert_eq!(rules(&on_it), ["omission"]);
    assert_eq!(only(&on_it, "omission").message, "the Élysée is silent on food, unlike the Kremlin");
    // Nothing says that its text is about this meeting, or it is of another time.
    let anywhere = compare_on(readout());
    assert_eq!((rules(&anywhere), anywhere.topics[0].unpublished.len()), (vec![], 1));
    let may = compare_on(Topic { during: Some(parse_window("2022-05-03").unwrap()), ..readout() });
    assert_eq!((rules(&may), may.topics[0].unpublished.len()), (vec![], 1));
}

#[test]
fn a_silent_claim_is_an_omission_where_another_claimant_speaks() {
    let silent = claim("silent", Some("elysee"), Some("cibuk"), None, "");
    let night = Value::Date(parse_date("2022-02-24").unwrap());
    // The pattern matched at the claim's quote: silence does not hold the Kremlin's date.
    let spoken = Mention { claim: Some(0), ..mention(CIBUK, 1, Some("kremlin"), night.clone(), "") };
    let compared = run(topic("the call", Kind::Date, ""), vec![silent], vec![spoken]);
    assert_eq!(rules(&compared), ["omission"]);
    assert_eq!(compared.findings[0].message, "the Élysée is silent, unlike the Kremlin: When did the call happen?");
    assert_eq!(compared.topics[0].positions[0].claimant.as_deref(), Some("kremlin"));
    assert_eq!(compared.topics[0].positions[0].value, night);
    assert_eq!(compared.topics[0].mentions[0].claim, None);
}

// ---- claims against their articles ------------------------------------------

#[test]
fn a_claim_must_say_what_its_quote_does() {
    let wrong = claim("wrong", None, Some("ap"), Some(number(20)), "");
    let held = Mention { claim: Some(0), ..mention(AP, 7, None, amount(Hedge::MoreThan, 20), "") };
    let compared = run(topic("calls", Kind::Count, "call"), vec![wrong], vec![held]);
    assert_eq!(rules(&compared), ["value-mismatch"]);
    let finding = &compared.findings[0];
    assert_eq!(finding.message, "claim wrong says 20 calls, its article more than 20 calls");
    assert_eq!(finding.detail, ["claim wrong: 20 calls", "ap:7: more than 20 calls (20; ∞)"]);
    assert_eq!(compared.topics[0].positions[0].value, amount(Hedge::MoreThan, 20), "the text's value");
}

#[test]
fn a_claim_whose_quote_is_missing_is_backed_by_no_text() {
    let quoted =
        Claim { quote: Some(("two men have".to_owned(), AT)), ..claim("a", None, Some("ap"), Some(number(4)), "") };
    let claims = claim_set(vec![topic("calls", Kind::Count, "call")], vec![quoted]);
    let backing = |outcome: QuoteOutcome| {
        let compared = compare(&claims, &corpus(), Found { mentions: vec![], quotes: vec![(0, outcome)] }, None);
        compared.topics[0].positions[0].origins
    };
    assert_eq!(backing(QuoteOutcome::Missing { nearest: None, differing: vec![] }), 0);
    assert_eq!(backing(QuoteOutcome::Found { span: Span::new(8, 12), exact: true, differing: vec![] }), 1);
}

#[test]
fn quotes_must_stand_once_and_word_for_word() {
    let quoting = |id: &str| Claim {
        quote: Some(("two men have".to_owned(), AT)),
        ..claim(id, None, Some("ap"), Some(number(4)), "")
    };
    let claims = claim_set(
        vec![topic("calls", Kind::Count, "call")],
        vec![quoting("a"), quoting("b"), quoting("c"), quoting("d")],
    );
    let differing = vec![("men".to_owned(), "leaders".to_owned())];
    let (here, there) = (Span::new(8, 12), Span::new(16, 20));
    let quotes = vec![
        (0, QuoteOutcome::Missing { nearest: Some(here), differing: differing.clone() }),
        (1, QuoteOutcome::Ambiguous(vec![here, there])),
        (2, QuoteOutcome::Found { span: here, exact: false, differing }),
        (3, QuoteOutcome::Found { span: here, exact: true, differing: vec![] }),
    ];
    let compared = compare(&claims, &corpus(), Found { mentions: vec![], quotes }, None);
    let messages: Vec<&str> = told(&compared, "quote-missing").iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the quote of claim a is not in ap",
            "the quote of claim b stands in 2 places of ap: quote more of it",
            "the quote of claim c is in ap only in other words",
        ]
    );
    assert_eq!(
        compared.findings[0].detail,
        ["quoted: “two men have”", "nearest: ap:2", "the quote has “men”, the article “leaders”"]
    );
    let unmatched: Vec<&str> = told(&compared, "claim-unmatched").iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        unmatched,
        [
            "claim c: its quote stands in ap, but no value was read there",
            "claim d: its quote stands in ap, but no value was read there"
        ]
    );
    assert_eq!(only(&compared, "topic-unmatched").message, "no article answers: When did calls happen?");
}

#[test]
fn a_value_without_a_claim_is_listed_once() {
    let held = claim("four", None, Some("ap"), Some(number(4)), "");
    let mentions = vec![
        mention(AP, 1, None, number(4), ""),
        mention(AP, 2, None, number(11), ""),
        mention(EXPRESS, 1, Some("kremlin"), number(11), ""),
    ];
    let compared = run(topic("calls", Kind::Count, "call"), vec![held], mentions);
    let finding = only(&compared, "unlisted-value");
    assert_eq!(finding.message, "no claim holds 11 calls, as stated by Associated Press and the Kremlin");
    assert_eq!(finding.articles, [AP, EXPRESS]);
}

// ---- who disagrees ----------------------------------------------------------

/// A crowd without a period, as three articles tell of it: AP on 7 March, the
/// Express on 4 May, CIBUK in October 2022.
fn crowd() -> Topic {
    Topic { question: "How many marched?".to_owned(), ..topic("crowd", Kind::Count, "person") }
}

fn police(article: usize, line: usize, stated: i64) -> Mention {
    mention(article, line, Some("kremlin"), number(stated), "")
}

fn revising(mention: Mention, from: Option<i64>) -> Mention {
    let revises = Some(Revises { from: from.map(number) });
    Mention { stance: Stance { revises, ..Stance::default() }, ..mention }
}

fn recalled(mention: Mention) -> Mention {
    Mention { stance: Stance { is_superseded: true, ..Stance::default() }, ..mention }
}

#[test]
fn a_later_value_that_says_so_replaces_the_earlier_one() {
    let mentions = vec![police(AP, 1, 15_000), revising(police(EXPRESS, 1, 12_000), None)];
    let compared = run(crowd(), vec![], mentions);
    assert_eq!(rules(&compared), ["revision"]);
    let said = "the Kremlin said 15,000 people on 7 Mar 2022 and revised it to 12,000 on 4 May 2022";
    assert_eq!(only(&compared, "revision").message, said);
    let related = &compared.topics[0].relations[0];
    assert_eq!((related.relation, related.reason.as_str()), (Relation::ScopeDiffers, said));
}

#[test]
fn without_a_sign_or_in_the_wrong_order_it_stays_a_conflict() {
    let conflicts = |mentions: Vec<Mention>| rules(&run(crowd(), vec![], mentions)) == ["outlets-conflict"];
    assert!(conflicts(vec![police(AP, 1, 15_000), police(EXPRESS, 1, 12_000)]));
    assert!(conflicts(vec![revising(police(AP, 1, 15_000), None), police(EXPRESS, 1, 12_000)]));
    let of_another = revising(police(EXPRESS, 1, 12_000), Some(20_000));
    assert!(conflicts(vec![police(AP, 1, 15_000), of_another]));
    // An article of October that still has the old figure.
    let revised = revising(police(EXPRESS, 1, 12_000), None);
    assert!(conflicts(vec![police(AP, 1, 15_000), revised, police(CIBUK, 1, 15_000)]));
}

#[test]
fn whoever_one_article_quotes_without_a_listing_may_revise_there() {
    let unlisted = |mention: Mention| Mention { claimant: None, speaker: Some("Officials".to_owned()), ..mention };
    let recalled = unlisted(recalled(police(EXPRESS, 1, 15_000)));
    let here = vec![recalled.clone(), unlisted(revising(police(EXPRESS, 2, 12_000), Some(15_000)))];
    assert_eq!(rules(&run(crowd(), vec![], here)), ["revision"]);
    // Officials of another article may be others.
    let elsewhere = vec![unlisted(police(AP, 1, 15_000)), unlisted(revising(police(EXPRESS, 2, 12_000), Some(15_000)))];
    assert_eq!(rules(&run(crowd(), vec![], elsewhere)), ["claimants-conflict"]);
}

#[test]
fn a_value_that_is_only_recalled_is_no_contradiction() {
    let mentions = vec![police(EXPRESS, 1, 12_000), recalled(police(EXPRESS, 2, 15_000))];
    let compared = run(crowd(), vec![], mentions);
    assert_eq!(rules(&compared), ["revision"]);
    let said = "the Kremlin said 15,000 people earlier and revised it to 12,000 on 4 May 2022";
    assert_eq!(only(&compared, "revision").message, said);
}

#[test]
fn one_number_that_a_claimant_is_once_told_to_have_bounded_is_no_conflict() {
    let said = |article: usize, line: usize, claimant: Option<&str>, hedge: Hedge| {
        mention(article, line, claimant, amount(hedge, 15_000), "")
    };
    let kremlin = Some("kremlin");
    let passed_on = vec![said(AP, 1, kremlin, Hedge::Nearly), said(EXPRESS, 1, kremlin, Hedge::Exact)];
    let compared = run(crowd(), vec![], passed_on);
    assert_eq!(rules(&compared), ["hedge-drift"]);
    let related = &compared.topics[0].relations[0];
    let reason = "13,500 to under 15,000 and 15,000 people are one number, hedged once";
    assert_eq!((related.relation, related.reason.as_str()), (Relation::Compatible, reason));
    // In one article, too; but not of two claimants, of two outlets' own voices, or of two bounds.
    let rules_of = |a: Mention, b: Mention| rules(&run(crowd(), vec![], vec![a, b])).concat();
    assert_eq!(rules_of(said(AP, 1, None, Hedge::Exact), said(AP, 2, None, Hedge::MoreThan)), "");
    let two_claimants = rules_of(said(AP, 1, kremlin, Hedge::Nearly), said(AP, 2, Some("elysee"), Hedge::Exact));
    assert_eq!(two_claimants, "claimants-conflict");
    assert_eq!(rules_of(said(AP, 1, None, Hedge::Nearly), said(EXPRESS, 1, None, Hedge::Exact)), "outlets-conflict");
    assert_eq!(rules_of(said(AP, 1, kremlin, Hedge::Nearly), said(AP, 2, kremlin, Hedge::MoreThan)), "self-conflict");
}

#[test]
fn what_was_printed_before_the_day_of_another_value_is_not_of_that_day() {
    let of = |day: &str, mention: Mention| Mention { time: Some(OwnTime::At(parse_date(day).unwrap())), ..mention };
    let (before, after) = (police(AP, 1, 14), police(EXPRESS, 1, 62));
    let apart = run(crowd(), vec![], vec![before.clone(), of("2022-05-03", after.clone())]);
    assert_eq!(rules(&apart), ["scope-differs"]);
    let said = "14 and 62 people differ, but are of different times: when it was printed, 7 Mar 2022; 3 May 2022";
    assert_eq!(only(&apart, "scope-differs").message, said);
    // What there was on a later day is never less than what had been told: one of the two is wrong.
    let fallen = run(crowd(), vec![], vec![police(AP, 1, 62), of("2022-05-03", police(EXPRESS, 1, 14))]);
    assert_eq!(rules(&fallen), ["outlets-conflict"]);
    // Neither of the day on which it was printed, nor of one that is to come.
    assert_eq!(
        rules(&run(crowd(), vec![], vec![before.clone(), of("2022-03-07", after.clone())])),
        ["outlets-conflict"]
    );
    assert_eq!(rules(&run(crowd(), vec![], vec![before, of("2022-06-01", after)])), ["outlets-conflict"]);
}

#[test]
fn two_hedges_of_one_figure_are_revised_together() {
    let said = |article: usize, hedge: Hedge| mention(article, 1, Some("kremlin"), amount(hedge, 15_000), "");
    let later = revising(police(CIBUK, 1, 12_000), None);
    let compared = run(crowd(), vec![], vec![said(AP, Hedge::About), said(EXPRESS, Hedge::AtLeast), later]);
    assert_eq!(rules(&compared), ["hedge-drift", "revision"]);
    let said = "the Kremlin said about 15,000 people on 7 Mar 2022 and at least 15,000 on 4 May 2022 \
                and revised it to 12,000 in Oct 2022";
    assert_eq!(only(&compared, "revision").message, said);
}

#[test]
fn what_has_been_replaced_contradicts_no_later_statement_of_the_new_value() {
    let about = |article: usize| mention(article, 1, Some("kremlin"), amount(Hedge::About, 15_000), "");
    let mentions = vec![police(AP, 1, 9_000), revising(police(EXPRESS, 1, 15_000), None), about(CIBUK)];
    assert_eq!(rules(&run(crowd(), vec![], mentions)), ["revision"]);
    // Before the revision it did.
    let mentions = vec![about(AP), police(EXPRESS, 1, 9_000), revising(police(CIBUK, 1, 15_000), None)];
    assert_eq!(rules(&run(crowd(), vec![], mentions))[0], "outlets-conflict");
}

#[test]
fn a_toll_that_was_revised_downwards_is_no_contradiction() {
    let tolls = || Topic { since: Some(0), ..topic("toll", Kind::Count, "person") };
    let revised = vec![police(AP, 1, 22), revising(police(EXPRESS, 1, 19), None)];
    assert_eq!(rules(&run(tolls(), vec![], revised)), ["revision"]);
    let grown = vec![police(AP, 1, 19), revising(police(EXPRESS, 1, 22), None)];
    assert_eq!(rules(&run(tolls(), vec![], grown)), ["scope-differs"]);
    let fallen = vec![police(AP, 1, 22), police(EXPRESS, 1, 19)];
    assert_eq!(rules(&run(tolls(), vec![], fallen)), ["joint-conflict"]);
}

#[test]
fn revisions_in_steps_are_one_finding() {
    let mentions = vec![
        police(AP, 1, 20_000),
        revising(police(EXPRESS, 1, 15_000), None),
        revising(police(CIBUK, 1, 12_000), Some(15_000)),
    ];
    let compared = run(crowd(), vec![], mentions);
    assert_eq!(rules(&compared), ["revision"]);
    let said = "the Kremlin said 20,000 people on 7 Mar 2022 and revised it to 15,000 on 4 May 2022, \
                then to 12,000 in Oct 2022";
    assert_eq!(only(&compared, "revision").message, said);
}

#[test]
fn two_relays_in_one_article_disagree_and_the_article_does_not() {
    let via = |relay: &str, mention: Mention| Mention { via: vec![relay.to_owned()], ..mention };
    let mentions = vec![via("TASS", police(AP, 1, 15_000)), via("BFMTV", police(AP, 2, 12_000))];
    let compared = run(crowd(), vec![], mentions);
    assert_eq!(rules(&compared), ["outlets-conflict"]);
    let finding = only(&compared, "outlets-conflict");
    assert!(finding.message.contains("Associated Press (via BFMTV) reports 12,000"), "{}", finding.message);
    assert!(finding.detail.iter().any(|line| line.contains("via TASS")), "{:?}", finding.detail);
    let same = vec![via("TASS", police(AP, 1, 15_000)), via("TASS", police(AP, 2, 12_000))];
    assert_eq!(rules(&run(crowd(), vec![], same)), ["self-conflict"]);
}

#[test]
fn a_headline_that_its_body_contradicts_is_no_second_claimant() {
    let headline = Mention { in_headline: true, ..mention(AP, 1, None, number(20_000), "") };
    let compared = run(crowd(), vec![], vec![headline.clone(), police(AP, 2, 15_000)]);
    assert_eq!(rules(&compared), ["self-conflict"]);
    let message = &only(&compared, "self-conflict").message;
    assert!(message.contains("the Kremlin says 15,000 people, its headline 20,000"), "{message}");
    // What the article says below its headline is not the headline's.
    let own = mention(AP, 3, None, amount(Hedge::AtLeast, 22_000), "");
    let compared = run(crowd(), vec![], vec![headline.clone(), police(AP, 2, 15_000), own]);
    let message = &only(&compared, "self-conflict").message;
    assert!(
        message.contains("the Kremlin says 15,000 people, its headline 20,000, its own voice at least 22,000"),
        "{message}"
    );
    // Somebody in the body says what the headline does.
    let other = mention(AP, 3, Some("elysee"), number(20_000), "");
    assert_eq!(rules(&run(crowd(), vec![], vec![headline, police(AP, 2, 15_000), other])), ["claimants-conflict"]);
}

#[test]
fn a_hedge_that_hardens_on_the_way_is_told_and_one_that_softens_is_not() {
    let said = |article: usize, hedge: Hedge| mention(article, 1, Some("kremlin"), amount(hedge, 100), "");
    let compared = run(crowd(), vec![], vec![said(AP, Hedge::About), said(EXPRESS, Hedge::AtLeast)]);
    assert_eq!(rules(&compared), ["hedge-drift"]);
    let message = "the Kremlin's “about 100 people” is passed on as “at least 100” by Express";
    assert_eq!(only(&compared, "hedge-drift").message, message);
    let softer = run(crowd(), vec![], vec![said(AP, Hedge::AtLeast), said(EXPRESS, Hedge::About)]);
    assert_eq!(rules(&softer), [""; 0]);
    let both = vec![said(AP, Hedge::About), said(EXPRESS, Hedge::About), said(EXPRESS, Hedge::AtLeast)];
    assert_eq!(rules(&run(crowd(), vec![], both)), [""; 0]);
}

#[test]
fn a_doubt_that_is_lost_on_the_way_is_told() {
    let stance = |assurance| Stance { assurance, ..Stance::default() };
    let cause = Topic { kind: Kind::Choice, ..topic("cause", Kind::Choice, "") };
    let welding = |article: usize, claimant: &str, assurance| Mention {
        stance: stance(assurance),
        ..mention(article, 1, Some(claimant), Value::Choice("welding".to_owned()), "")
    };
    let mentions = |first, later| vec![welding(AP, "elysee", first), welding(EXPRESS, "elysee", later)];
    let lost = run(cause.clone(), vec![], mentions(Assurance::Doubted, Assurance::Proven));
    assert_eq!(rules(&lost), ["hedge-drift"]);
    assert_eq!(only(&lost, "hedge-drift").message, "the Élysée left open “welding”; Express passes it on as proven");
    assert_eq!(rules(&run(cause.clone(), vec![], mentions(Assurance::Plain, Assurance::Doubted))), [""; 0]);
    let other = vec![welding(AP, "kremlin", Assurance::Doubted), welding(EXPRESS, "elysee", Assurance::Plain)];
    assert_eq!(rules(&run(cause, vec![], other)), [""; 0]);
}

#[test]
fn what_could_not_be_confirmed_is_not_stated_but_its_doubt_counts() {
    let withheld = Mention {
        stance: Stance { assurance: Assurance::Doubted, is_withheld: true, ..Stance::default() },
        ..police(AP, 1, 20_000)
    };
    let elsewhere = mention(EXPRESS, 1, Some("elysee"), number(15_000), "");
    let compared = run(crowd(), vec![], vec![withheld.clone(), elsewhere]);
    assert_eq!(rules(&compared), [""; 0]);
    let compared = run(crowd(), vec![], vec![withheld, police(EXPRESS, 1, 20_000)]);
    assert_eq!(rules(&compared), ["hedge-drift"]);
}

// ---- wordings and dates ------------------------------------------------------

#[test]
fn quotations_that_drift_are_told_with_their_words() {
    let wording = |words: &str| Value::Wording(words.to_owned());
    let quote =
        Topic { wording: Some("a serious and frank exchange of views".to_owned()), ..topic("quote", Kind::Quote, "") };
    let mentions = vec![
        mention(AP, 1, None, wording("a frank exchange of views"), ""),
        mention(CIBUK, 1, None, wording("a serious and frank exchange"), ""),
        mention(EXPRESS, 1, None, wording("“A serious and frank exchange of views”"), ""),
    ];
    let compared = run(quote, vec![], mentions);
    assert_eq!(rules(&compared), ["wording-drift"]);
    let finding = &compared.findings[0];
    assert_eq!(finding.message, "the quotation is cut without a mark by Associated Press; shortened by CIBUK");
    assert_eq!(finding.positions.len(), 2);
    let told = |line: &str| assert!(finding.detail.contains(&line.to_owned()), "{line}: {finding:#?}");
    told("Associated Press: “serious and” was left out without a mark");
    told("CIBUK: “of views” was cut");
}

#[test]
fn a_quotation_that_lost_its_not_conflicts_and_is_told_first() {
    let wording = |words: &str| Value::Wording(words.to_owned());
    let reference = "We will not open the border before the summer";
    let quote = Topic { wording: Some(reference.to_owned()), ..topic("quote", Kind::Quote, "") };
    let mentions = vec![
        mention(AP, 1, Some("kremlin"), wording(reference), ""),
        mention(CIBUK, 1, Some("kremlin"), wording("We will … open the border"), ""),
        mention(EXPRESS, 1, Some("kremlin"), wording("We shall not open the frontier before the summer"), ""),
    ];
    let compared = run(quote, vec![], mentions);
    assert_eq!(rules(&compared), ["outlets-conflict", "wording-drift"]);
    let drift = only(&compared, "wording-drift");
    assert_eq!(drift.message, "the quotation is turned round by CIBUK; given another verb by Express");
}

#[test]
fn a_date_after_publication_is_impossible_only_in_the_past() {
    let late = || vec![mention(AP, 1, None, Value::Date(parse_date("2022-03-16").unwrap()), "")];
    let compared = run(topic("it", Kind::Date, ""), vec![], late());
    assert_eq!(
        only(&compared, "date-impossible").message,
        "Associated Press gives 16 Mar 2022, after its own publication on 7 Mar 2022"
    );
    let ahead = Topic { question: "When is the next call?".to_owned(), ..topic("it", Kind::Date, "") };
    assert_eq!(run(ahead, vec![], late()).findings, []);
}

#[test]
fn a_wrong_weekday_is_told() {
    let reason = "3 May 2022 was a Tuesday, not a Monday".to_owned();
    let date = Value::Date(parse_date("2022-05-03").unwrap());
    let wrong = Mention { impossible: Some(reason), ..mention(EXPRESS, 3, None, date, "") };
    let compared = run(topic("it", Kind::Date, ""), vec![], vec![wrong]);
    let finding = only(&compared, "date-impossible");
    assert_eq!(finding.message, "Express gives a date that cannot be right: 3 May 2022 was a Tuesday, not a Monday");
    assert_eq!(finding.detail, ["express:3: 3 May 2022"]);
}

// ---- order --------------------------------------------------------------------

/// What a result says, without indices.
fn essence(claims: &ClaimSet, compared: &Compared) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in &compared.findings {
        let mut ids: Vec<&str> = finding.claims.iter().map(|&at| claims.claims[at].id.as_str()).collect();
        ids.sort_unstable();
        lines.push(format!(
            "{} {:?} {} {ids:?} {}",
            finding.rule.id, finding.positions, finding.message, finding.fingerprint
        ));
    }
    let result = &compared.topics[0];
    for position in &result.positions {
        let window = position.window;
        lines.push(format!("{:?} {:?} {window:?} {:?}", position.claimant, position.value, position.mentions));
    }
    lines.extend(result.relations.iter().map(|related| format!("{related:?}")));
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_claims_and_mentions_changes_nothing(
        claim_order in Just((0..4_usize).collect::<Vec<_>>()).prop_shuffle(),
        mention_order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let (topic, claims, mentions) = calls();
        let expected = {
            let claims = claim_set(vec![topic.clone()], claims.clone());
            let compared = compare(&claims, &corpus(), Found { mentions: mentions.clone(), quotes: vec![] }, None);
            essence(&claims, &compared)
        };
        let moved = claim_set(vec![topic], claim_order.iter().map(|&at| claims[at].clone()).collect());
        let rebind = |claim: usize| claim_order.iter().position(|&at| at == claim);
        let shuffled = mention_order.iter().map(|&at| &mentions[at]);
        let mentions = shuffled.map(|mention| Mention { claim: mention.claim.and_then(rebind), ..mention.clone() });
        let found = Found { mentions: mentions.collect(), quotes: vec![] };
        let compared = compare(&moved, &corpus(), found, None);
        prop_assert_eq!(essence(&moved, &compared), expected);
    }
}

#[test]
fn fingerprints_outlive_moved_lines_and_renamed_files() {
    let (topic, claims, mentions) = calls();
    let before = run(topic.clone(), claims.clone(), mentions.clone());
    let mut corpus = corpus();
    corpus.articles[CIBUK].id = "carbon".into();
    let moved = mentions.into_iter().map(|mention| Mention { span: mention.span.shift(24), ..mention });
    let renamed = |mut claim: Claim| {
        claim.article = claim.article.map(|(id, span)| (id.replace("cibuk", "carbon"), span));
        claim
    };
    let claims = claim_set(vec![topic], claims.into_iter().map(renamed).collect());
    let after = compare(&claims, &corpus, Found { mentions: moved.collect(), quotes: vec![] }, None);
    let prints = |compared: &Compared| compared.findings.iter().map(|f| f.fingerprint.clone()).collect::<Vec<_>>();
    assert_eq!(prints(&before), prints(&after));
}
