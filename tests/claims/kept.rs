//! What is kept of a file with mistakes, and what values become.

use crate::reading::{load, told};
use gainsay::claims::Claim;
use gainsay::value::{Hedge, Interval, Number, Precision, Value};

fn ids<'l, T>(list: &'l [T], id: impl Fn(&'l T) -> &'l String) -> Vec<&'l str> {
    list.iter().map(|item| id(item).as_str()).collect()
}

#[test]
fn what_is_wrong_is_left_out_and_the_rest_is_kept() {
    let set = load(include_str!("mistakes/ids.toml")).claims;
    assert_eq!(ids(&set.claimants, |named| &named.id), ["kremlin"]);
    assert_eq!(ids(&set.events, |event| &event.id), ["election", "invasion", "wrong"]);
    assert_eq!(ids(&set.topics, |topic| &topic.id), ["good", "talks"]);
    assert_eq!(ids(&set.claims, |claim| &claim.id), Vec::<&str>::new());
    let set = load(include_str!("mistakes/values.toml")).claims;
    assert_eq!(ids(&set.claims, |claim| &claim.id), ["good"]);
    let set = load(include_str!("mistakes/syntax.toml")).claims;
    assert_eq!(ids(&set.claimants, |named| &named.id), ["elysee"]);
    assert_eq!(ids(&set.entities, |named| &named.id), ["may", "putin"]);
    assert_eq!(ids(&set.events, |event| &event.id), ["call"]);
}

#[test]
fn a_sum_with_a_part_left_out_is_not_checked() {
    let topic = |id: &str, more: &str| {
        format!("[[topic]]\nid = \"{id}\"\nquestion = \"?\"\nkind = \"count\"\nmatch = [\"{{value}} calls\"]\n{more}\n")
    };
    let parts = topic("all", "parts = [\"a\", \"b\"]") + &topic("a", "total = \"all\"");
    let good = load(&format!("version = 1\n{parts}{}", topic("b", "")));
    assert_eq!(told(&good), Vec::<String>::new());
    assert_eq!((good.claims.topics[0].parts.len(), good.claims.topics[1].total.as_deref()), (2, Some("all")));
    let broken = load(&format!("version = 1\n{parts}{}", topic("b", "colour = 1")));
    assert_eq!(broken.diagnostics.len(), 1);
    assert_eq!((broken.claims.topics.len(), broken.claims.topics[0].parts.len()), (2, 0));
}

fn claims(kind: &str, values: &[&str]) -> Vec<Claim> {
    let topic = "version = 1\n[[topic]]\nid = \"t\"\nquestion = \"?\"\n";
    let mut text = format!("{topic}kind = \"{kind}\"\nmatch = [\"on {{value}}\"]\n");
    for (at, value) in values.iter().enumerate() {
        text += &format!("[[claim]]\nid = \"{at}\"\ntopic = \"t\"\n{value}\n");
    }
    let loaded = load(&text);
    assert_eq!(told(&loaded), Vec::<String>::new());
    loaded.claims.claims
}

#[test]
fn toml_numbers_are_exact_and_words_go_to_the_reader() {
    let written = ["20", "0x14", "2_000", "2e3", "\"more than 20\"", "-0"];
    let claims = claims("count", &written.map(|value| format!("value = {value}")).each_ref().map(String::as_str));
    let stated: Vec<(Hedge, Interval<Number>)> = claims
        .iter()
        .map(|claim| match claim.value.as_ref() {
            Some(Value::Amount(amount)) => (amount.hedge, amount.interval),
            other => panic!("no amount: {other:?}"),
        })
        .collect();
    let exact = |number: i64| (Hedge::Exact, Interval::exact(Number::from(number)));
    let more = (Hedge::MoreThan, Interval::more_than(Number::from(20)));
    assert_eq!(stated, [exact(20), exact(20), exact(2000), exact(2000), more, exact(0)]);
    let texts: Vec<&str> = claims.iter().filter_map(|claim| Some(claim.value_text.as_ref()?.0.as_str())).collect();
    assert_eq!(texts, ["20", "0x14", "2_000", "2e3", "more than 20", "-0"]);
}

#[test]
fn dates_are_toml_edtf_or_words() {
    let rows = [
        ("2022-02-24", "2022-02-24T00:00:00/2022-02-25T00:00:00", Precision::Day),
        ("2022-02-24T23:30:00", "2022-02-24T23:30:00/2022-02-24T23:31:00", Precision::Minute),
        ("2022-02-24 23:30:07", "2022-02-24T23:30:07/2022-02-24T23:30:08", Precision::Second),
        ("2022-02-24T23:30:00+03:00", "2022-02-24T23:30:00/2022-02-24T23:31:00", Precision::Minute),
        ("\"2022-02\"", "2022-02-01T00:00:00/2022-03-01T00:00:00", Precision::Month),
        ("\"2022-02-20/2022-03\"", "2022-02-20T00:00:00/2022-04-01T00:00:00", Precision::Month),
        ("\"2022-02-20/..\"", "2022-02-20T00:00:00/..", Precision::Day),
        ("\"late June 2022\"", "2022-06-01T00:00:00/2022-07-01T00:00:00", Precision::Month),
    ];
    let claims = claims("date", &rows.map(|row| format!("value = {}", row.0)).each_ref().map(String::as_str));
    for (claim, (written, expected, precision)) in claims.iter().zip(rows) {
        let Some(Value::Date(moment)) = &claim.value else { panic!("no date: {:?}", claim.value) };
        let side = |at: Option<jiff::civil::DateTime>| at.map_or("..".to_owned(), |at| at.to_string());
        assert_eq!(format!("{}/{}", side(moment.from), side(moment.to)), expected, "{written}");
        assert_eq!(moment.precision, precision, "{written}");
    }
    let zone = claims.iter().filter_map(|claim| match claim.value.as_ref()? {
        Value::Date(moment) => moment.zone.clone(),
        _ => None,
    });
    let zones: Vec<_> = zone.map(|zone| (zone.name, zone.offset_minutes)).collect();
    assert_eq!(zones, [("+03:00".to_owned(), Some(180))]);
}

#[test]
fn a_readout_says_points_options_or_nothing() {
    let set = load(include_str!("story.toml")).claims;
    let value = |id: &str| set.claims.iter().find(|claim| claim.id == id)?.value.as_ref();
    let values = ["food-1", "ceasefire-1", "ceasefire-2"].map(value);
    let point =
        |point: &str, option: Option<&str>| Value::Point { point: point.to_owned(), option: option.map(str::to_owned) };
    let silent = Value::Silent { point: Some("ceasefire".to_owned()) };
    assert_eq!(values, [Some(&point("food", Some("sanctions"))), Some(&point("ceasefire", None)), Some(&silent)]);
}
