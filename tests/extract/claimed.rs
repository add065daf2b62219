//! The values of `claims.toml`, read in the unit of their topic: which
//! currencies a sign can stand for, and what is refused with its reason.

use gainsay::extract::Setting;
use gainsay::extract::fit::{in_unit_of_topic, read_value};
use gainsay::value::{Kind, Number, Precision, Value};

fn stated(text: &str, kind: Kind, unit: &str) -> Option<String> {
    match read_value(text, kind, Some(unit), &Setting::default()) {
        Ok(Value::Amount(amount)) => Some(amount.stated?.normalize().to_string()),
        _ => None,
    }
}

#[test]
fn a_sign_stands_for_any_currency_that_bears_it_and_for_no_other() {
    for (text, units) in [
        ("$5", "USD AUD CAD NZD HKD SGD TWD MXN ARS CLP COP JMD"),
        ("¥5", "JPY CNY"),
        ("5 kr", "SEK NOK DKK ISK CZK"),
        ("5 francs", "CHF FRF BEF XOF XAF"),
        ("5 marks", "DEM"),
        ("5 lira", "TRY ITL"),
        ("5 pesos", "MXN ARS CLP COP PHP UYU CUP"),
        ("5 rupees", "INR PKR LKR NPR"),
        ("5 dirhams", "AED MAD"),
        ("5 dinars", "KWD BHD JOD IQD TND DZD RSD"),
        ("5 riyals", "SAR QAR YER"),
        ("5 rials", "IRR OMR YER"),
        ("5 shillings", "KES UGX TZS SOS"),
    ] {
        for unit in units.split(' ') {
            assert_eq!(stated(text, Kind::Money, unit).as_deref(), Some("5"), "{text} in {unit}");
        }
        for unit in ["EUR", "GBP", "BRL"] {
            assert_eq!(stated(text, Kind::Money, unit), None, "{text} in {unit}");
        }
    }
}

#[test]
fn a_hundred_small_coins_are_one_large() {
    for (text, units) in [
        ("50p", "GBP"),
        ("50 pennies", "GBP USD $"),
        ("50 kopeks", "RUB UAH BYN"),
        ("50 paisa", "INR PKR"),
        ("50 centimes", "CHF FRF EUR"),
        ("50 centavos", "MXN ARS BRL PHP"),
        ("50 cents", "EUR $ USD AUD"),
    ] {
        for unit in units.split(' ') {
            assert_eq!(stated(text, Kind::Money, unit).as_deref(), Some("0.5"), "{text} in {unit}");
        }
        assert_eq!(stated(text, Kind::Money, "JPY"), None, "{text} in JPY");
    }
    assert_eq!(stated("50 cents", Kind::Money, "GBP"), None);
    assert_eq!(stated("€5", Kind::Money, "EUR").as_deref(), Some("5"));
}

#[test]
fn a_number_without_a_unit_takes_that_of_an_amount_and_a_date_is_a_date() {
    assert_eq!(stated("5", Kind::Money, "EUR").as_deref(), Some("5"));
    assert_eq!(stated("5 km", Kind::Count, "person"), None);
    assert!(read_value("5", Kind::Date, None, &Setting::default()).is_err());
    let read = read_value("February 2022", Kind::Date, None, &Setting::default());
    let Ok(Value::Date(date)) = read else { panic!("{read:?}") };
    assert_eq!(
        (date.precision, date.first_day().map(|day| day.to_string())),
        (Precision::Month, Some("2022-02-01".to_owned()))
    );
}

#[test]
fn a_refusal_says_what_was_read() {
    let refused = |text: &str, kind: Kind, unit: Option<&str>| {
        read_value(text, kind, unit, &Setting::default()).expect_err("it is refused")
    };
    let count = Kind::Count;
    assert_eq!(refused("5 km", count, Some("call")), "`5 km` is a quantity in kilometre, not a count in call");
    assert_eq!(refused("5 %", count, None), "`5 %` is a percentage, not a count");
    assert_eq!(refused("€5", count, None), "`€5` is a sum of money in EUR, not a count");
    assert_eq!(refused("5 hours", Kind::Percent, None), "`5 hours` is a duration, not a percent");
    assert_eq!(refused("5 May 2022", count, None), "`5 May 2022` is a date or time, not a count");
    assert_eq!(refused("5 calls", count, None), "`5 calls` is more than one value: only `5` was read");
}

#[test]
fn what_is_in_the_topics_own_unit_is_not_converted() {
    let there = |text: &str, kind: Kind, unit: &str| {
        in_unit_of_topic(text, kind, Some(unit)).and_then(|amount| amount.stated).map(|stated| stated.normalize())
    };
    assert_eq!(there("20,800 ha", Kind::Quantity, "acre"), Some(Number::from(51_400)));
    assert_eq!(there("20,800 acres", Kind::Quantity, "acre"), None);
    assert_eq!(there("90 minutes", Kind::Duration, "minute"), None);
    assert_eq!(there("two hours", Kind::Duration, "minute"), Some(Number::from(120)));
    assert_eq!(there("more than two hours", Kind::Duration, "minute"), Some(Number::from(120)));
    assert_eq!(there("two hours and 20 calls", Kind::Duration, "minute"), None);
    assert_eq!(there("3,000 m", Kind::Quantity, "kilometre"), Some(Number::from(3)));
    assert_eq!(there("300 miles", Kind::Quantity, "kilometre"), Some(Number::from(483)));
}
