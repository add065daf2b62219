//! Where one verdict ends and the next begins: who shares an article with
//! whom, what a scope takes from its topic, which ends of a value are open.

use super::*;
use gainsay::compare::dates::{days_in_words, moment_in_words, window_in_words};
use gainsay::compare::relation::{compare_intervals, compare_moments, compare_values};
use gainsay::value::{Bound, Edge, Interval, Moment, Precision, Window, Zone};
use jiff::civil::date;

fn kremlin(article: usize, line: usize, stated: i64) -> Mention {
    mention(article, line, Some("kremlin"), number(stated), "")
}

fn calls_of(mentions: Vec<Mention>) -> Compared {
    run(topic("calls", Kind::Count, "call"), vec![], mentions)
}

#[test]
fn articles_that_report_both_values_are_no_two_outlets() {
    let both = calls_of(vec![kremlin(EXPRESS, 1, 60), kremlin(EXPRESS, 2, 14), kremlin(AP, 1, 60)]);
    assert_eq!(rules(&both), ["self-conflict"]);
    let finding = only(&both, "self-conflict");
    assert_eq!(finding.articles, [EXPRESS], "the other article says one thing only");
    let crossed =
        calls_of(vec![kremlin(AP, 1, 60), kremlin(AP, 2, 14), kremlin(EXPRESS, 1, 60), kremlin(CIBUK, 1, 14)]);
    assert_eq!(rules(&crossed), ["outlets-conflict", "self-conflict"]);
    assert_eq!(only(&crossed, "self-conflict").articles, [AP]);
}

#[test]
fn a_headline_alone_is_one_that_nothing_else_upholds() {
    let headline = |article: usize| Mention { in_headline: true, ..mention(article, 1, None, number(60), "") };
    let lone = calls_of(vec![headline(EXPRESS), kremlin(EXPRESS, 2, 14)]);
    assert_eq!(only(&lone, "self-conflict").articles, [EXPRESS]);
    // The body of another article is not its own.
    assert_eq!(rules(&calls_of(vec![headline(AP), kremlin(EXPRESS, 2, 14)])), ["claimants-conflict"]);
    // A claim holds what the headline says, or the body says it again.
    let held = vec![claim("express-60", None, Some("express"), Some(number(60)), "")];
    let mentions = vec![Mention { claim: Some(0), ..headline(EXPRESS) }, kremlin(EXPRESS, 2, 14)];
    let compared = run(topic("calls", Kind::Count, "call"), held, mentions);
    assert!(told(&compared, "self-conflict").is_empty(), "{:?}", rules(&compared));
    let again = mention(EXPRESS, 3, None, number(60), "");
    let compared = calls_of(vec![headline(EXPRESS), again, kremlin(EXPRESS, 2, 14)]);
    assert_eq!(rules(&compared), ["claimants-conflict"]);
    // Nobody is named in the body: the article contradicts itself, and no one else.
    let own = calls_of(vec![headline(EXPRESS), mention(EXPRESS, 2, None, number(14), "")]);
    assert_eq!(rules(&own), ["self-conflict"]);
}

/// What somebody says whom the claims file does not name.
fn unlisted(article: usize, line: usize, speaker: &str, stated: i64) -> Mention {
    Mention { speaker: Some(speaker.to_owned()), ..mention(article, line, None, number(stated), "") }
}

#[test]
fn words_that_nobody_is_named_for_are_not_of_whoever_is_named_in_another_text() {
    let speaker = |article: usize| {
        let compared = calls_of(vec![unlisted(EXPRESS, 1, "a nurse", 60), unlisted(article, 2, "“We were 60 …”", 60)]);
        compared.topics[0].positions[0].speaker.clone().unwrap()
    };
    assert_eq!(speaker(EXPRESS), "a nurse");
    assert_eq!(speaker(AP), "a nurse and 1 more");
}

#[test]
fn who_is_not_listed_is_a_claimant_and_not_the_outlet() {
    let own = mention(EXPRESS, 1, None, number(60), "");
    let compared = calls_of(vec![own.clone(), unlisted(EXPRESS, 2, "a nurse", 14)]);
    assert_eq!(rules(&compared), ["claimants-conflict"]);
    let message = &only(&compared, "claimants-conflict").message;
    assert_eq!(message, "“a nurse” (not listed, in Express) says 14 calls, Express 60: they cannot both be right");
    // Two of them may be one or not, in one article and in two.
    let two = |article: usize| calls_of(vec![unlisted(EXPRESS, 1, "a nurse", 60), unlisted(article, 2, "a nurse", 14)]);
    assert_eq!((rules(&two(EXPRESS)), rules(&two(AP))), (vec!["claimants-conflict"], vec!["claimants-conflict"]));
    // What the headline has others say is not the headline's word.
    let headline = Mention { in_headline: true, ..unlisted(EXPRESS, 1, "insiders", 60) };
    assert_eq!(rules(&calls_of(vec![headline, kremlin(EXPRESS, 2, 14)])), ["claimants-conflict"]);
    // A claim that names a claimant knows better.
    let held = vec![claim("kremlin-14", Some("kremlin"), Some("express"), Some(number(14)), "")];
    let told = Mention { claim: Some(0), ..unlisted(EXPRESS, 2, "a spokesman", 14) };
    let compared = run(topic("calls", Kind::Count, "call"), held, vec![told, kremlin(EXPRESS, 3, 60)]);
    assert_eq!(rules(&compared), ["self-conflict", "unlisted-value"]);
    // Those who agree are two rows, and no conflict.
    let agree = calls_of(vec![own, unlisted(EXPRESS, 2, "a nurse", 60)]);
    assert_eq!((rules(&agree), agree.topics[0].positions.len()), (vec![""; 0], 2));
}

#[test]
fn a_correction_of_one_outlet_is_not_confirmed_by_another() {
    let own = |article: usize, stated: i64| mention(article, 1, None, number(stated), "");
    let about = Mention { value: amount(Hedge::About, 12), ..own(CIBUK, 12) };
    let revised = || revising(own(EXPRESS, 12), Some(20));
    let old = Mention {
        stance: Stance { is_superseded: true, ..Stance::default() },
        ..mention(EXPRESS, 2, None, number(20), "")
    };
    let compared = calls_of(vec![old, revised(), about]);
    let said = &only(&compared, "revision").message;
    assert_eq!(said, "Express said 20 calls earlier and revised it to 12 on 4 May 2022");
}

#[test]
fn outlets_that_agree_speak_together_and_many_are_not_all_named() {
    let compared = calls_of(vec![
        mention(AP, 1, None, number(20), ""),
        mention(CIBUK, 1, None, number(20), ""),
        kremlin(EXPRESS, 1, 12),
    ]);
    let message = &only(&compared, "claimants-conflict").message;
    assert_eq!(message, "the Kremlin says 12 calls, Associated Press and CIBUK 20: they cannot both be right");
    let compared = calls_of(vec![
        mention(AP, 1, None, number(12), ""),
        mention(CIBUK, 1, None, number(12), ""),
        kremlin(EXPRESS, 1, 20),
    ]);
    let message = &only(&compared, "claimants-conflict").message;
    assert_eq!(message, "Associated Press and CIBUK say 12 calls, the Kremlin 20: they cannot both be right");
    let speakers = |count: usize| {
        let ids = ["kremlin", "elysee", "b", "c", "d", "e"];
        let mentions = (0..count).map(|at| mention(AP, at + 1, Some(ids[at]), number(10 * (at as i64 + 1)), ""));
        let compared = calls_of(mentions.collect());
        only(&compared, "claimants-conflict").message.clone()
    };
    assert!(!speakers(4).contains("more differ"), "{}", speakers(4));
    assert!(speakers(5).contains(", and 1 more differ: they cannot all be right"), "{}", speakers(5));
    assert!(speakers(6).contains(", and 2 more differ"), "{}", speakers(6));
}

#[test]
fn a_topic_of_one_day_is_about_that_day_and_one_of_a_month_leaves_what_the_text_says() {
    let window = |during: &str, stated: &str| {
        let during = Some(parse_window(during).unwrap());
        let topic = Topic { during, ..topic("crowd", Kind::Count, "person") };
        let compared = run(topic, vec![], vec![mention(AP, 1, None, number(5), stated)]);
        compared.topics[0].mentions[0].window
    };
    let read = |text: &str| Some(parse_window(text).unwrap());
    assert_eq!(window("2022-03-07", "2022-03-01/2022-03-07"), read("2022-03-07"));
    assert_eq!(window("2022-03-07", ""), read("2022-03-07"));
    assert_eq!(window("2022-03", "2022-03-01/2022-03-07"), read("2022-03-01/2022-03-07"));
    assert_eq!(window("2022-03", ""), read("2022-03"));
    assert_eq!(window("2022-03-06/2022-03-07", "2022-03-01/2022-03-07"), read("2022-03-01/2022-03-07"));
}

#[test]
fn a_period_is_taken_from_the_same_claimant_and_only_where_it_fits() {
    let first = |mentions: Vec<Mention>| calls_of(mentions).topics[0].mentions[0].window;
    let read = |text: &str| Some(parse_window(text).unwrap());
    let said = |who: &str, window: &str| mention(AP, 2, Some(who), number(5), window);
    let bare = |window: &str| mention(AP, 1, Some("kremlin"), number(5), window);
    assert_eq!(first(vec![bare(""), said("kremlin", "2022-01-01/2022-01-31")]), read("2022-01-01/2022-01-31"));
    assert_eq!(first(vec![bare(""), said("elysee", "2022-01-01/2022-01-31")]), None);
    // An end is taken from one that begins alike; otherwise it is the day of publication.
    assert_eq!(
        first(vec![bare("2022-01-01/"), said("kremlin", "2022-01-01/2022-01-31")]),
        read("2022-01-01/2022-01-31")
    );
    assert_eq!(
        first(vec![bare("2022-01-01/"), said("kremlin", "2021-06-01/2022-01-31")]),
        read("2022-01-01/2022-03-07")
    );
    assert_eq!(first(vec![bare("/2022-01-31"), said("kremlin", "2021-06-01/2022-02-28")]), read("/2022-01-31"));
    assert_eq!(
        first(vec![bare("/2022-01-31"), said("kremlin", "2021-06-01/2022-01-31")]),
        read("2021-06-01/2022-01-31")
    );
}

#[test]
fn a_scope_is_taken_from_what_does_not_contradict_it() {
    let with = |line: usize, facets: &[(&str, &str)]| {
        let facets = facets.iter().map(|(facet, option)| ((*facet).to_owned(), (*option).to_owned())).collect();
        Mention { facets, ..mention(AP, line, Some("kremlin"), number(5), "") }
    };
    let facets = |mentions: Vec<Mention>| {
        let facets = calls_of(mentions).topics[0].mentions[0].facets.clone();
        facets.into_iter().map(|(facet, option)| format!("{facet}={option}")).collect::<Vec<_>>().join(" ")
    };
    let (phone, visit) = (("medium", "phone"), ("medium", "visit"));
    let paris = ("place", "paris");
    assert_eq!(facets(vec![with(1, &[]), with(2, &[phone, paris])]), "medium=phone place=paris");
    assert_eq!(facets(vec![with(1, &[phone]), with(2, &[phone, paris])]), "medium=phone place=paris");
    assert_eq!(facets(vec![with(1, &[visit]), with(2, &[phone, paris])]), "medium=visit");
    assert_eq!(facets(vec![with(1, &[]), with(2, &[phone]), with(3, &[visit])]), "");
}

fn interval(low: Bound<Number>, high: Bound<Number>) -> Interval<Number> {
    Interval { low, high }
}

#[test]
fn open_ends_of_a_count_are_whole_numbers_only_where_they_are_stated_so() {
    let half = |whole: i64| Number::new(whole * 10 + 5, 1);
    let none = Bound::Unbounded;
    let exactly = |number: i64| Interval::exact(Number::from(number));
    let relate = |a: &Interval<Number>, b: &Interval<Number>| compare_intervals(Kind::Count, a, b);
    assert_eq!(relate(&interval(Bound::Excluded(half(2)), none), &exactly(3)), Relation::Compatible);
    assert_eq!(relate(&interval(none, Bound::Excluded(half(2))), &exactly(2)), Relation::Compatible);
    let fewer = interval(Bound::Included(Number::ZERO), Bound::Excluded(Number::from(21)));
    let at_most = interval(Bound::Included(Number::ZERO), Bound::Included(Number::from(20)));
    assert_eq!(relate(&fewer, &at_most), Relation::Agree);
    assert_eq!(compare_intervals(Kind::Quantity, &fewer, &at_most), Relation::Compatible);
}

#[test]
fn stretches_agree_only_when_both_ends_do() {
    let read = |text: &str| parse_date(text).unwrap();
    assert_eq!(compare_moments(&read("2022-02"), &read("2022-02-01")), Relation::Compatible);
    assert_eq!(compare_moments(&read("2022-02"), &read("2022-02-28")), Relation::Compatible);
    assert_eq!(compare_moments(&read("2022-02"), &read("2022-02")), Relation::Agree);
    assert_eq!(compare_moments(&read("2022-02"), &read("2022-03-01")), Relation::Conflict);
    // Two places without an offset may keep different time: nothing agrees for sure.
    let local = |name: &str| {
        let zone = Some(Zone { name: name.to_owned(), offset_minutes: None });
        Moment { zone, ..Moment::minute(date(2022, 2, 24).at(20, 30, 0, 0)) }
    };
    assert_eq!(compare_moments(&local("local time"), &local("ship's time")), Relation::Compatible);
    assert_eq!(compare_moments(&local("local time"), &local("local time")), Relation::Agree);
}

#[test]
fn two_sides_that_raise_a_point_agree_on_raising_it() {
    let relate = |a: &Value, b: &Value| compare_values(Kind::Readout, a, b);
    assert_eq!(relate(&point("food", None), &point("food", None)), Some(Relation::Agree));
    assert_eq!(relate(&point("food", None), &point("food", Some("blockade"))), Some(Relation::Compatible));
    assert_eq!(relate(&point("food", None), &point("war", None)), None);
}

#[test]
fn days_are_a_month_or_a_year_only_when_they_are_all_of_it() {
    let words = |from: (i8, i8), to: (i8, i8)| days_in_words(date(2022, from.0, from.1), date(2022, to.0, to.1));
    assert_eq!(words((2, 1), (2, 10)), "1 to 10 Feb 2022");
    assert_eq!(words((2, 10), (2, 28)), "10 to 28 Feb 2022");
    assert_eq!(words((1, 5), (12, 20)), "5 Jan to 20 Dec 2022");
    assert_eq!(words((1, 1), (3, 31)), "Jan to Mar 2022");
    assert_eq!(words((3, 1), (12, 31)), "Mar to Dec 2022");
    assert_eq!(words((1, 1), (12, 31)), "2022");
    let on = |month: i8, day: i8| Edge::on(date(2022, month, day));
    let between = |low: i8, high: i8| Edge::Between(date(2022, 5, low), date(2022, 5, high));
    let window = |from: Edge, to: Edge| window_in_words(&Window { from, to });
    assert_eq!(window(on(5, 1), on(5, 31)), "May 2022");
    assert_eq!(window(between(1, 2), on(5, 31)), "from 1 to 2 May 2022 until 31 May 2022");
    assert_eq!(window(on(5, 1), between(30, 31)), "from 1 May 2022 until 30 to 31 May 2022");
    assert_eq!(window(on(5, 31), on(5, 1)), "31 May 2022 to 1 May 2022");
}

#[test]
fn hours_of_one_day_and_of_two_are_told_apart() {
    let part = |from: (i8, i8), to: (i8, i8)| {
        let at = |(day, hour): (i8, i8)| Some(date(2022, 7, day).at(hour, 0, 0, 0));
        moment_in_words(&Moment { from: at(from), to: at(to), precision: Precision::DayPart, zone: None })
    };
    assert_eq!(part((4, 0), (4, 9)), "00:00 to 09:00 on 4 Jul 2022");
    assert_eq!(part((4, 18), (5, 0)), "18:00 on 4 Jul 2022 to 00:00 on 5 Jul 2022");
    assert_eq!(part((4, 18), (5, 6)), "18:00 on 4 Jul 2022 to 06:00 on 5 Jul 2022");
    assert_eq!(part((4, 0), (5, 0)), "4 Jul 2022");
    assert_eq!(part((4, 0), (7, 0)), "4 to 6 Jul 2022");
}

#[test]
fn parts_add_up_whatever_tells_them_from_their_whole() {
    let facet = |place: &str| BTreeMap::from([("place".to_owned(), place.to_owned())]);
    let part = |place: &str| Topic {
        only: facet(place),
        total: Some("all".to_owned()),
        ..topic(place, Kind::Count, "person")
    };
    let topics = vec![topic("all", Kind::Count, "person"), part("paris"), part("lyon")];
    let said = |topic: usize, stated: i64, facets: BTreeMap<String, String>| Mention {
        topic,
        facets,
        ..mention(AP, topic + 1, Some("kremlin"), number(stated), "")
    };
    let sums = |whole: i64, topics: &[Topic]| {
        let mentions = vec![said(0, whole, BTreeMap::new()), said(1, 80, facet("paris")), said(2, 50, facet("lyon"))];
        let compared =
            compare(&claim_set(topics.to_vec(), vec![]), &corpus(), Found { mentions, quotes: vec![] }, None);
        told(&compared, "sum-conflict").iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()
    };
    let expected = "the Kremlin says 100 people in all, but the parts make 130: paris 80 + lyon 50";
    assert_eq!(sums(100, &topics), [expected]);
    assert_eq!(sums(130, &topics), [""; 0]);
    // Other units and kinds are no parts of it.
    let mut homes = topics.clone();
    homes[2].unit = Some("home".to_owned());
    assert_eq!(sums(70, &homes), ["the Kremlin says 70 people in all, but one part is 80: paris 80"]);
    let mut alone = topics;
    alone[1].total = None;
    assert_eq!(sums(40, &alone), ["the Kremlin says 40 people in all, but one part is 50: lyon 50"]);
}
