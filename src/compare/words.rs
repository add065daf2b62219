//! Values in words: `more than 120 minutes`, `1 call`, `108 to under 120`.
//!
//! Messages and reports say values the same way, because all of them ask here.
//!
//! ```
//! use gainsay::compare::words::amount_in_words;
//! use gainsay::value::{Amount, Hedge, Number};
//! let two_hours = Number::from(120);
//! let interval = Hedge::MoreThan.interval(two_hours, Number::ONE);
//! let amount = Amount { stated: Some(two_hours), hedge: Hedge::MoreThan, interval, basis: None };
//! assert_eq!(amount_in_words(&amount, Some("minute")), "more than 120 minutes");
//! ```

use super::dates::moment_in_words;
use crate::claims::Topic;
use crate::value::{Amount, Basis, Bound, Hedge, Interval, Kind, Number, Value};

/// How many characters of a quotation are shown before it is cut.
const QUOTATION: usize = 120;

/// A value as an answer to its topic: with the unit of a number, the question
/// of a readout's point.
#[must_use]
pub fn value_in_words(value: &Value, topic: &Topic) -> String {
    match value {
        Value::Amount(amount) => amount_in_words(amount, unit_of(topic)),
        other => bare_value_in_words(other),
    }
}

/// A value without its unit: `more than 120`.
#[must_use]
pub fn bare_value_in_words(value: &Value) -> String {
    match value {
        Value::Amount(amount) => amount_in_words(amount, None),
        Value::Date(moment) => moment_in_words(moment),
        Value::Choice(option) => option_in_words(option),
        Value::Wording(words) => quotation(words),
        Value::Point { point, option: None } => option_in_words(point),
        Value::Point { point, option: Some(option) } => {
            format!("{}: {}", option_in_words(point), option_in_words(option))
        }
        Value::Silent { point: None } => "silent".to_owned(),
        Value::Silent { point: Some(point) } => format!("silent on {}", option_in_words(point)),
    }
}

/// An amount with its unit, where it has one.
#[must_use]
pub fn amount_in_words(amount: &Amount, unit: Option<&str>) -> String {
    let number = match (amount.hedge, amount.stated) {
        (Hedge::Rounded, Some(stated)) => number_in_words(stated),
        (Hedge::About, Some(stated)) => format!("about {}", number_in_words(stated)),
        _ => interval_in_words(&amount.interval),
    };
    let words = match unit {
        _ if amount.basis == Some(Basis::Points) => {
            let points = if number == "1" { "percentage point" } else { "percentage points" };
            return format!("{number} {points}");
        }
        None => number,
        Some("%") => format!("{number}%"),
        Some(unit) if number == "1" || number.ends_with(" 1") => format!("{number} {}", singular(unit)),
        Some(unit) => format!("{number} {}", plural(unit)),
    };
    amount.basis.map_or_else(|| words.clone(), |basis| format!("{words} {}", basis.in_words()))
}

/// Two numbers that are of different periods, the one reckoned in that of the other: `100 EUR a
/// month is 1,200 EUR a year`.
#[must_use]
pub fn reckoned_in_words(topic: &Topic, a: &Value, b: &Value) -> Option<String> {
    let (Value::Amount(first), Value::Amount(second)) = (a, b) else { return None };
    let (from, to) = match (first.on_basis_of(second), second.on_basis_of(first)) {
        (Some(to), _) => (first, to),
        (None, to) => (second, to?),
    };
    let say = |amount: &Amount| amount_in_words(amount, unit_of(topic));
    Some(format!("{} is {}", say(from), say(&to)))
}

/// An interval read aloud: `at least 15`, `20 to 25`, `up to 60`.
#[must_use]
pub fn interval_in_words(interval: &Interval<Number>) -> String {
    let words = |number: &Number| number_in_words(*number);
    if let Some(single) = interval.single() {
        return words(single);
    }
    match (&interval.low, &interval.high) {
        (Bound::Unbounded, Bound::Unbounded) => "any number".to_owned(),
        (Bound::Included(low), Bound::Unbounded) => format!("at least {}", words(low)),
        (Bound::Excluded(low), Bound::Unbounded) => format!("more than {}", words(low)),
        (low, Bound::Included(high)) if is_floor(low) => format!("up to {}", words(high)),
        (low, Bound::Excluded(high)) if is_floor(low) => format!("under {}", words(high)),
        (low, high) => {
            let over = if low.is_open() { "over " } else { "" };
            let under = if high.is_open() { "under " } else { "" };
            let end = |bound: &Bound<Number>| bound.value().map(words).unwrap_or_default();
            format!("{over}{} to {under}{}", end(low), end(high))
        }
    }
}

/// An interval as mathematics: `[14, 14]`, `(120, ∞)`.
#[must_use]
pub fn interval_notation(interval: &Interval<Number>) -> String {
    let low = match &interval.low {
        Bound::Unbounded => "(−∞".to_owned(),
        Bound::Included(low) => format!("[{}", number_in_words(*low)),
        Bound::Excluded(low) => format!("({}", number_in_words(*low)),
    };
    let high = match &interval.high {
        Bound::Unbounded => "∞)".to_owned(),
        Bound::Included(high) => format!("{}]", number_in_words(*high)),
        Bound::Excluded(high) => format!("{})", number_in_words(*high)),
    };
    format!("{low}; {high}")
}

/// A number as it is read: `2.5`, `96,000`, `1.2 million`. Nothing that somebody wrote is rounded:
/// a number that needs more than two decimals of a million keeps its digits. What was reckoned and does not
/// end, as ten seconds in minutes, has two decimals.
#[must_use]
pub fn number_in_words(number: Number) -> String {
    let scales = [(1_000_000_000_000_i64, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    for (scale, name) in scales {
        let scale = Number::from(scale);
        let quotient = (number / scale).normalize();
        if number.abs() >= scale && quotient.scale() <= 2 {
            return format!("{} {name}", digits_in_words(quotient));
        }
    }
    digits_in_words(number)
}

/// A longer fraction is of a number that no digits end.
const LONGEST: u32 = 8;

/// A number in digits, its thousands apart.
fn digits_in_words(number: Number) -> String {
    let number = number.normalize();
    let number = if number.scale() > LONGEST { number.round_dp(2) } else { number };
    let plain = number.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut grouped = String::with_capacity(plain.len() + plain.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction.map(|part| format!(".{part}")).unwrap_or_default();
    format!("{sign}{grouped}{fraction}")
}

/// Whoever speaks and is not listed, and where: `“a nurse” (not listed, in the Ledger)`. Of a quotation
/// that nobody is named for there are only its first words: `whoever says “We were 300 …” (not named)`.
#[must_use]
pub fn unlisted_in_words(speaker: &str, within: Option<&str>) -> String {
    let place = within.map(|outlets| format!(", in {outlets}")).unwrap_or_default();
    if speaker.starts_with('“') {
        format!("whoever says {speaker} (not named{place})")
    } else {
        format!("“{speaker}” (not listed{place})")
    }
}

/// `a`, `a and b`, `a, b and c`; past `most` only how many more.
#[must_use]
pub fn list_in_words(items: &[impl AsRef<str>], most: usize) -> String {
    list_of_in_words(items, items.len(), most)
}

/// The same of so many items, of which the first `most` are enough.
#[must_use]
pub fn list_of_in_words(first: &[impl AsRef<str>], of: usize, most: usize) -> String {
    let items: Vec<&str> = first.iter().take(of.min(most)).map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        _ if of > items.len() => format!("{} and {} more", items.join(", "), of - items.len()),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The form of a verb for a name: `the Kremlin says`, `the police say`, `state
/// prosecutors say`. A plural is a last word in small letters that ends in `s`.
///
/// ```
/// use gainsay::compare::words::verb_for;
/// assert_eq!(verb_for("the firefighters", "says", "say"), "say");
/// assert_eq!(verb_for("Le Temps", "says", "say"), "says");
/// ```
#[must_use]
pub fn verb_for<'v>(name: &str, one: &'v str, many: &'v str) -> &'v str {
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let small = last.starts_with(char::is_lowercase);
    let plural = last == "police" || last == "people" || (small && last.ends_with('s') && !last.ends_with("ss"));
    if plural { many } else { one }
}

/// An id as words: `french-side` is `french side`.
#[must_use]
pub fn option_in_words(id: &str) -> String {
    id.replace(['-', '_'], " ")
}

/// The unit that a topic's numbers are said in.
#[must_use]
pub fn unit_of(topic: &Topic) -> Option<&str> {
    match topic.kind {
        Kind::Percent => Some("%"),
        _ => topic.unit.as_deref(),
    }
}

/// Nouns of which many are called otherwise; `man` also at the end of a word.
const IRREGULAR: [(&str, &str); 8] = [
    ("woman", "women"),
    ("man", "men"),
    ("person", "people"),
    ("child", "children"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("life", "lives"),
    ("wife", "wives"),
];

/// Those that end in `man` and are none.
const REGULAR: [&str; 6] = ["German", "german", "roman", "human", "norman", "ottoman"];

/// Nouns of which one and many are called alike.
const UNCHANGED: [&str; 8] = ["aircraft", "spacecraft", "staff", "personnel", "police", "sheep", "fish", "cattle"];

/// A unit for any number but one: `calls`, `people`, `EUR`, `km`.
#[must_use]
pub fn plural(unit: &str) -> String {
    let symbol = !unit.chars().any(|letter| "aeiouyAEIOUY".contains(letter)) || matches!(unit, "ha" | "min");
    let code = !unit.chars().any(char::is_lowercase);
    let last = unit.rsplit(' ').next().unwrap_or(unit);
    if symbol
        || code
        || last.ends_with('s')
        || UNCHANGED.contains(&last)
        || IRREGULAR.iter().any(|(_, many)| last == *many)
    {
        return unit.to_owned();
    }
    let is_whole = |one: &str| last.len() == one.len() || one == "man" && !REGULAR.contains(&last);
    if let Some((one, many)) = IRREGULAR.iter().find(|(one, _)| last.ends_with(one) && is_whole(one)) {
        return format!("{}{many}", &unit[..unit.len() - one.len()]);
    }
    if ["x", "ch", "sh"].iter().any(|end| unit.ends_with(end)) {
        return format!("{unit}es");
    }
    match unit.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{unit}s"),
    }
}

fn singular(unit: &str) -> &str {
    match unit {
        "people" => "person",
        other => other,
    }
}

/// `[0, x]` and `(−∞, x]` are both "up to x".
fn is_floor(low: &Bound<Number>) -> bool {
    matches!(low, Bound::Unbounded) || *low == Bound::Included(Number::ZERO)
}

/// A quotation in its marks, on one line, cut where it is long.
#[must_use]
pub fn quotation(words: &str) -> String {
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= QUOTATION {
        return format!("“{one_line}”");
    }
    format!("“{}…”", one_line.chars().take(QUOTATION).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(hedge: Hedge, stated: i64, unit: Option<&str>) -> String {
        let stated = Number::from(stated);
        amount_in_words(
            &Amount { stated: Some(stated), hedge, interval: hedge.interval(stated, Number::TEN), basis: None },
            unit,
        )
    }

    #[test]
    fn amounts_agree_with_their_units() {
        assert_eq!(said(Hedge::Exact, 20, Some("call")), "20 calls");
        assert_eq!(said(Hedge::Exact, 1, Some("call")), "1 call");
        assert_eq!(said(Hedge::Nearly, 120, Some("minute")), "108 to under 120 minutes");
        assert_eq!(said(Hedge::LessThan, 60, Some("family")), "under 60 families");
        assert_eq!(said(Hedge::AtLeast, 1, Some("person")), "at least 1 person");
        assert_eq!(said(Hedge::About, 8000, Some("people")), "about 8,000 people");
        assert_eq!(said(Hedge::Rounded, 1_200_000, Some("EUR")), "1.2 million EUR");
        assert_eq!(said(Hedge::Exact, 1_234_567, None), "1,234,567");
        assert_eq!(said(Hedge::Exact, 31, Some("%")), "31%");
        assert_eq!(said(Hedge::Exact, -5, None), "−5");
    }

    #[test]
    fn intervals_are_written_as_mathematics() {
        let interval = Hedge::MoreThan.interval(Number::from(120), Number::ONE);
        assert_eq!(interval_notation(&interval), "(120; ∞)");
        assert_eq!(interval_notation(&Interval::exact(Number::from(14))), "[14; 14]");
    }

    #[test]
    fn lists_end_with_and() {
        let items: Vec<String> = ["4", "6", "20"].map(str::to_owned).to_vec();
        assert_eq!(list_in_words(&items, 6), "4, 6 and 20");
        assert_eq!(list_in_words(&items, 2), "4, 6 and 1 more");
    }

    #[test]
    fn a_long_quotation_is_cut() {
        let words = bare_value_in_words(&Value::Wording("word ".repeat(100)));
        assert!(words.ends_with("…”") && words.chars().count() == QUOTATION + 3);
    }

    #[test]
    fn many_are_called_as_people_call_them() {
        let units =
            ["woman", "policeman", "German", "human", "child", "dead person", "life", "aircraft", "call", "women"];
        let many = units.map(plural);
        let said = [
            "women",
            "policemen",
            "Germans",
            "humans",
            "children",
            "dead people",
            "lives",
            "aircraft",
            "calls",
            "women",
        ];
        assert_eq!(many, said);
    }
}
