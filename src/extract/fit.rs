//! What an extracted reading is as a value of a topic.
//!
//! The kinds are strict: a duration is not a count, and a sum in euros is no
//! answer in dollars. Conversion keeps the hedge and which ends are open.
//!
//! ```
//! use gainsay::extract::{Setting, read_value};
//! use gainsay::value::{Kind, Value};
//! let Ok(Value::Amount(long)) = read_value("more than two hours", Kind::Duration, None, &Setting::default()) else {
//!     panic!("two hours are a duration")
//! };
//! assert_eq!(long.stated, Some(120.into()));
//! ```

use super::lasting::lasting;
use super::{Extracted, Measure, Reading, Setting, TimeParts, TimeUnit, extract};
use crate::text::Tokens;
use crate::value::{Amount, Basis, Hedge, Interval, Kind, Number, Value, unit};
use rust_decimal::RoundingStrategy;

/// What a reading is as a value of a topic of that kind and unit; `None` when
/// it cannot answer such a topic.
#[must_use]
pub fn fit(reading: &Reading, kind: Kind, unit: Option<&str>) -> Option<Value> {
    let amount =
        |measure: &Measure, change: &dyn Fn(Number) -> Option<Number>| converted(measure, change).map(Value::Amount);
    match (kind, reading) {
        (Kind::Count, Reading::Number(measure) | Reading::Ordinal(measure)) => amount(measure, &Some),
        (Kind::Count, Reading::Quantity(measure)) if measure.unit.as_deref() == Some("person") => {
            amount(measure, &Some)
        }
        // Of a topic that counts days, so many days, and no hours.
        (Kind::Count, Reading::Duration(measure, length)) => {
            let unit = TimeUnit::named(unit?)?;
            let counted = lasting(measure, length, unit)?;
            (TimeParts::of(counted.stated?, unit)? == length.first).then_some(Value::Amount(counted))
        }
        (Kind::Percent, Reading::Percent(measure)) => {
            let basis = (measure.unit.as_deref() == Some("percentage-point")).then_some(Basis::Points);
            Some(amount(measure, &Some)?.on_basis(basis))
        }
        (Kind::Duration, Reading::Duration(measure, length)) => {
            lasting(measure, length, TimeUnit::named(unit.unwrap_or("minute"))?).map(Value::Amount)
        }
        (Kind::Money, Reading::Money(measure)) => {
            let parts = currency_parts(measure.unit.as_deref()?, unit)?;
            amount(measure, &|number| number.checked_div(parts).map(|number| number.normalize()))
        }
        // Pounds below a million read as a weight: where sterling is asked for, they are that.
        (Kind::Money, Reading::Quantity(measure)) => {
            let is_sterling = measure.unit.as_deref() == Some("pound") && POUNDS.contains(&unit?);
            is_sterling.then(|| amount(measure, &Some))?
        }
        (Kind::Quantity, Reading::Quantity(measure)) => {
            let (from, to) = (measure.unit.as_deref()?, unit.or(measure.unit.as_deref())?);
            if shifts_digits_only(from, to)? {
                return amount(measure, &|number| unit::convert(number, from, to));
            }
            measured(measure, from, to).map(Value::Amount)
        }
        (Kind::Date, Reading::Moment(when)) => when.moment.clone().map(Value::Date),
        _ => None,
    }
}

/// A measure in another unit, as finely as it was stated: `20,800 ha` are not
/// 51,397.9 acres, but what rounds to 20,800 ha, and so `51,400 acres` too.
fn measured(measure: &Measure, from: &str, to: &str) -> Option<Amount> {
    let plain = matches!(measure.hedge, Hedge::Exact | Hedge::Rounded);
    let interval = match measure.stated.filter(|_| plain) {
        Some(stated) => {
            let half = last_digit(stated)?.checked_div(Number::TWO)?;
            let wide = Interval::closed(stated.checked_sub(half)?, stated.checked_add(half)?);
            if measure.hedge == Hedge::Exact { wide } else { measure.interval }
        }
        None => measure.interval,
    };
    let hedge = if measure.hedge == Hedge::Exact { Hedge::Rounded } else { measure.hedge };
    let there = converted(&Measure { interval, ..measure.clone() }, &|number| unit::convert(number, from, to))?;
    let digits = digits_of(measure.stated);
    let short = |number: Number| number.round_sf(digits).unwrap_or(number).normalize();
    let low = there.interval.low.map(|low| outward(low, RoundingStrategy::ToNegativeInfinity));
    let high = there.interval.high.map(|high| outward(high, RoundingStrategy::ToPositiveInfinity));
    Some(Amount { stated: there.stated.map(short), hedge, interval: Interval { low, high }, basis: None })
}

/// Whether a unit is a power of ten of another, so that a number keeps its
/// digits: 2 km² are 200 ha, as exactly as they were stated.
fn shifts_digits_only(from: &str, to: &str) -> Option<bool> {
    let (none, one) = (unit::convert(Number::ZERO, from, to)?, unit::convert(Number::ONE, from, to)?);
    let one = one.normalize().mantissa().to_string();
    Some(none.is_zero() && one.trim_end_matches('0') == "1")
}

/// One unit of the last digit that is stated: 100 of 20,800, but 1 of 40 and
/// 10 of 300, since two digits of a number are always meant.
pub(super) fn last_digit(stated: Number) -> Option<Number> {
    let mut stated = stated.normalize();
    let mut unit = Number::try_new(1, stated.scale()).ok()?;
    while stated.scale() == 0 && stated.abs() >= Number::ONE_HUNDRED && (stated % Number::TEN).is_zero() {
        stated /= Number::TEN;
        unit = unit.checked_mul(Number::TEN)?;
    }
    Some(unit)
}

/// An end of an interval with no more decimals than matter, away from its
/// middle: what is cut off could make a conflict.
pub(super) fn outward(end: Number, strategy: RoundingStrategy) -> Number {
    let whole = end.trunc().abs().normalize().to_string().len();
    let decimals = u32::try_from(5_usize.saturating_sub(whole)).unwrap_or(0);
    end.round_dp_with_strategy(decimals, strategy).normalize()
}

/// A value of a text in the unit of a topic that counts in another: what the
/// words `20,800 ha` are in acres. `None` where the text has the topic's own
/// unit, or states none that can be converted.
///
/// ```
/// use gainsay::extract::fit::in_unit_of_topic;
/// use gainsay::value::{Kind, Number};
/// let acres = in_unit_of_topic("20,800 ha", Kind::Quantity, Some("acre")).unwrap();
/// assert_eq!(acres.stated, Some(Number::from(51_400)));
/// assert_eq!(in_unit_of_topic("51,400 acres", Kind::Quantity, Some("acre")), None);
/// ```
#[must_use]
pub fn in_unit_of_topic(text: &str, kind: Kind, unit: Option<&str>) -> Option<Amount> {
    let values = extract(text, &Setting::default(), &[]);
    let [value] = values.as_slice() else { return None };
    let Some(Value::Amount(amount)) = fit(&value.reading, kind, unit) else { return None };
    let other = match &value.reading {
        Reading::Quantity(measure) => unit::find(measure.unit.as_deref()?)?.id != unit::find(unit?)?.id,
        Reading::Duration(_, length) => {
            let stated = amount.stated.or(amount.interval.low.value().copied())?;
            let parts = TimeParts::of(stated, TimeUnit::named(unit.unwrap_or("minute"))?);
            parts.is_none_or(|parts| parts.iso() != length.first.iso())
        }
        _ => false,
    };
    other.then_some(amount)
}

/// How many digits a text states, as far as they are not naughts at the end:
/// at least three, so that no conversion is coarser than that.
fn digits_of(stated: Option<Number>) -> u32 {
    let digits = stated.map_or(28, |stated| {
        let digits = stated.normalize().mantissa().unsigned_abs().to_string();
        digits.trim_end_matches('0').len()
    });
    u32::try_from(digits).unwrap_or(28).max(3)
}

fn converted(measure: &Measure, change: &dyn Fn(Number) -> Option<Number>) -> Option<Amount> {
    let stated = match measure.stated {
        Some(number) => Some(change(number)?),
        None => None,
    };
    let interval = measure.interval.try_map(change)?;
    Some(Amount { stated, hedge: measure.hedge, interval, basis: None })
}

/// How many of what the text counts make one of the topic's currency; `None`
/// when the two cannot be the same.
fn currency_parts(stated: &str, wanted: Option<&str>) -> Option<Number> {
    let Some(wanted) = wanted.filter(|wanted| *wanted != stated) else { return Some(Number::ONE) };
    let one = Number::ONE;
    let hundred = Number::ONE_HUNDRED;
    let open = |codes: &[&str], parts: Number| codes.contains(&wanted).then_some(parts);
    match stated {
        "$" => open(DOLLARS, one),
        "¥" => open(&["JPY", "CNY"], one),
        "kr" => open(&["SEK", "NOK", "DKK", "ISK", "CZK"], one),
        "franc" => open(&["CHF", "FRF", "BEF", "XOF", "XAF"], one),
        "mark" => open(&["DEM"], one),
        "lira" => open(&["TRY", "ITL"], one),
        "peso" => open(&["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "CUP"], one),
        "rupee" => open(&["INR", "PKR", "LKR", "NPR"], one),
        "dirham" => open(&["AED", "MAD"], one),
        "dinar" => open(&["KWD", "BHD", "JOD", "IQD", "TND", "DZD", "RSD"], one),
        "riyal" => open(&["SAR", "QAR", "YER"], one),
        "rial" => open(&["IRR", "OMR", "YER"], one),
        "shilling" => open(&["KES", "UGX", "TZS", "SOS"], one),
        "GBX" => open(&["GBP"], hundred),
        "penny" => open(&["GBP", "USD", "$"], hundred),
        "kopek" => open(&["RUB", "UAH", "BYN"], hundred),
        "paisa" => open(&["INR", "PKR"], hundred),
        "sen" => open(&["MYR", "IDR"], hundred),
        "centime" => open(&["CHF", "FRF", "EUR"], hundred),
        "centavo" => open(&["MXN", "ARS", "BRL", "PHP"], hundred),
        "¢" => (wanted == "EUR" || wanted == "$" || DOLLARS.contains(&wanted)).then_some(hundred),
        _ => None,
    }
}

/// Currencies that are counted in pounds.
const POUNDS: [&str; 6] = ["GBP", "EGP", "LBP", "SYP", "SDG", "GIP"];

/// Currencies that a bare `$` can stand for.
const DOLLARS: &[&str] = &["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "JMD"];

/// Reads a text that is, as a whole, one value of a kind: the strings of
/// `claims.toml`. A bare number takes the topic's unit.
///
/// # Errors
/// Says what was read instead, as a lowercase fragment.
pub fn read_value(text: &str, kind: Kind, unit: Option<&str>, setting: &Setting) -> Result<Value, String> {
    let values = extract(text, setting, &[]);
    let whole = Tokens::new(text);
    let [value] = values.as_slice() else {
        return Err(match values.len() {
            0 => format!("`{text}` states no value"),
            count => format!("`{text}` states {count} values, where one is wanted"),
        });
    };
    let all = whole.within(value.span).len() == whole.len();
    if !all {
        let read = value.span.of(text);
        return Err(format!("`{text}` is more than one value: only `{read}` was read"));
    }
    if let (Kind::Percent, Reading::Number(measure)) = (kind, &value.reading)
        && let Some(share) = measure.stated.filter(|_| is_share(measure, text))
    {
        let percent = (share * Number::ONE_HUNDRED).round();
        return Err(format!("`{text}` is a part of the whole: write it in percent, as in `about {percent}%`"));
    }
    let direct = fit(&value.reading, kind, unit);
    direct.or_else(|| bare(&value.reading, kind)).ok_or_else(|| mismatch(value, text, kind, unit))
}

/// `Two thirds`, `1/2`; `0.5` is half of one percent.
fn is_share(measure: &Measure, text: &str) -> bool {
    let is_part = measure.stated.is_some_and(|stated| Number::ZERO < stated && stated < Number::ONE);
    is_part && !text.contains(['.', ',']) && !text.contains("point")
}

/// A bare number is in the topic's unit already.
fn bare(reading: &Reading, kind: Kind) -> Option<Value> {
    match reading {
        Reading::Number(measure) if kind.is_amount() => converted(measure, &Some).map(Value::Amount),
        _ => None,
    }
}

fn mismatch(value: &Extracted, text: &str, kind: Kind, unit: Option<&str>) -> String {
    let read = match &value.reading {
        Reading::Number(_) => "a number",
        Reading::Ordinal(_) => "an ordinal",
        Reading::Percent(_) => "a percentage",
        Reading::Money(_) => "a sum of money",
        Reading::Quantity(_) => "a quantity",
        Reading::Duration(..) => "a duration",
        Reading::Moment(_) => "a date or time",
    };
    let of = match &value.reading {
        Reading::Money(measure) | Reading::Quantity(measure) => {
            measure.unit.as_deref().map(|unit| format!(" in {unit}")).unwrap_or_default()
        }
        _ => String::new(),
    };
    let wanted = unit.map(|unit| format!(" in {unit}")).unwrap_or_default();
    format!("`{text}` is {read}{of}, not a {}{wanted}", kind.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Bound;

    fn read(text: &str, kind: Kind, unit: Option<&str>) -> Result<String, String> {
        let Value::Amount(amount) = read_value(text, kind, unit, &Setting::default())? else {
            return Err("no amount".to_owned());
        };
        let end = |bound: Bound<Number>| match bound {
            Bound::Unbounded => "∞".to_owned(),
            Bound::Included(number) => format!("{number}"),
            Bound::Excluded(number) => format!("|{number}"),
        };
        Ok(format!("{}..{}", end(amount.interval.low), end(amount.interval.high)))
    }

    #[test]
    fn a_measure_in_another_unit_is_as_fine_as_its_digits() {
        let read = |text: &str, unit: &str| {
            let values = extract(text, &Setting::default(), &[]);
            let Some(Value::Amount(amount)) = fit(&values[0].reading, Kind::Quantity, Some(unit)) else {
                panic!("{text}")
            };
            let end = |bound: Bound<Number>| bound.value().map(ToString::to_string).unwrap_or_default();
            let (low, high) = (end(amount.interval.low), end(amount.interval.high));
            (amount.stated.map(|stated| stated.to_string()).unwrap_or_default(), low, high)
        };
        let said = |stated: &str, low: &str, high: &str| (stated.to_owned(), low.to_owned(), high.to_owned());
        assert_eq!(read("20,800 ha", "acre"), said("51400", "51274", "51522"));
        assert_eq!(read("51,400 acres", "acre"), said("51400", "51400", "51400"));
        assert_eq!(read("2 km²", "hectare"), said("200", "200", "200"));
        assert_eq!(read("40C", "fahrenheit"), said("104", "103.1", "104.9"));
        assert_eq!(read("3 miles", "kilometre"), said("4.83", "4.0233", "5.6328"));
        assert_eq!(read("more than 100 miles", "kilometre"), said("161", "160.93", ""));
    }

    #[test]
    fn strings_of_claims_are_read_in_the_topics_unit() {
        for (text, kind, unit, expected) in [
            ("more than two hours", Kind::Duration, None, "|120..∞"),
            ("2h17", Kind::Duration, Some("minute"), "137..137"),
            ("90", Kind::Duration, Some("minute"), "90..90"),
            ("20 to 25", Kind::Count, Some("call"), "20..25"),
            ("the 20th", Kind::Count, None, ""),
            ("nearly 20", Kind::Count, None, "18..|20"),
            ("€1.2bn", Kind::Money, Some("EUR"), "1150000000..1250000000"),
            ("$50", Kind::Money, Some("USD"), "50..50"),
            ("50p", Kind::Money, Some("GBP"), "0.5..0.5"),
            ("850,000 pounds", Kind::Money, Some("GBP"), "850000..850000"),
            ("850,000 pounds", Kind::Money, Some("USD"), ""),
            ("850,000 ounces", Kind::Money, Some("GBP"), ""),
            ("2 square kilometres", Kind::Quantity, Some("hectare"), "200..200"),
            ("at least 6 per cent", Kind::Percent, None, "6..∞"),
            ("¥50", Kind::Money, Some("JPY"), "50..50"),
            ("50 kr", Kind::Money, Some("SEK"), "50..50"),
            ("50 francs", Kind::Money, Some("CHF"), "50..50"),
            ("50 francs", Kind::Money, Some("EUR"), ""),
            ("50 marks", Kind::Money, Some("DEM"), "50..50"),
            ("50 lira", Kind::Money, Some("TRY"), "50..50"),
            ("50 pesos", Kind::Money, Some("MXN"), "50..50"),
            ("50 rupees", Kind::Money, Some("INR"), "50..50"),
            ("50 dirhams", Kind::Money, Some("AED"), "50..50"),
            ("50 dinars", Kind::Money, Some("KWD"), "50..50"),
            ("50 riyals", Kind::Money, Some("SAR"), "50..50"),
            ("50 rials", Kind::Money, Some("IRR"), "50..50"),
            ("50 shillings", Kind::Money, Some("KES"), "50..50"),
            ("50 pence", Kind::Money, Some("GBP"), "0.5..0.5"),
            ("50 pennies", Kind::Money, Some("USD"), "0.5..0.5"),
            ("50 kopeks", Kind::Money, Some("RUB"), "0.5..0.5"),
            ("50 paise", Kind::Money, Some("INR"), "0.5..0.5"),
            ("50 centimes", Kind::Money, Some("EUR"), "0.5..0.5"),
            ("50 centavos", Kind::Money, Some("MXN"), "0.5..0.5"),
            ("50¢", Kind::Money, Some("EUR"), "0.5..0.5"),
            ("50¢", Kind::Money, Some("CAD"), "0.5..0.5"),
            ("50¢", Kind::Money, Some("GBP"), ""),
        ] {
            let result = read(text, kind, unit);
            if expected.is_empty() {
                assert!(result.is_err(), "{text}");
            } else {
                assert_eq!(result.as_deref(), Ok(expected), "{text}");
            }
        }
    }

    #[test]
    fn the_error_says_what_was_read_instead() {
        let error = |text, kind, unit| read(text, kind, unit).unwrap_err();
        assert_eq!(error("20 minutes", Kind::Count, Some("call")), "`20 minutes` is a duration, not a count in call");
        assert_eq!(error("€5", Kind::Money, Some("USD")), "`€5` is a sum of money in EUR, not a money in USD");
        assert_eq!(error("soon", Kind::Count, None), "`soon` states no value");
        let share = "`two thirds` is a part of the whole: write it in percent, as in `about 67%`";
        assert_eq!(error("two thirds", Kind::Percent, None), share);
        assert_eq!(read("0.5", Kind::Percent, None).as_deref(), Ok("0.45..0.55"));
        assert_eq!(error("20 and then 60", Kind::Count, None), "`20 and then 60` states 2 values, where one is wanted");
    }
}
