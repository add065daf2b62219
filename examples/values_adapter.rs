//! Turns cases of value extraction into predictions: JSON lines on standard
//! input, as `gainsay values --jsonl` reads them with a `suite` besides, and
//! JSON lines on standard output, `{"id", "pred": [{"kind", "start", "end",
//! "value", "values"}]}`, with offsets in code points.
//!
//! Everything is a map from what `values --jsonl` answers. A bare number is
//! offered as a number and, where it is hedged, as a range too; a quantity in
//! its own unit and in the base unit of its dimension. An amount left open
//! (`several`, `dozens`) is no numeral, and is left out.
//!
//! Where suites agree on what words mean and not on how it is written down,
//! a moment is offered in their manner too ([`Manner`]): an instant counted
//! to at the precision that a suite gives it, the hours that a suite means by
//! an evening, a clock time of another zone in that of the suite's reference.

use gainsay::extract::{Prefer, Setting};
use gainsay::report::values_line::{TextLine, write_answer};
use gainsay::value::{Number, unit};
use jiff::ToSpan;
use jiff::civil::DateTime;
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> anyhow::Result<()> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let case: Value = serde_json::from_str(&line)?;
        let forward = case["suite"].as_str().is_some_and(|suite| suite.starts_with("duckling"));
        let prefer = if forward { Prefer::Future } else { Prefer::Past };
        let text = TextLine::parse(line.as_bytes()).map_err(anyhow::Error::msg)?;
        let mut answer = Vec::new();
        write_answer(&text, &Setting { prefer, ..Setting::default() }, &mut answer)?;
        let answer: Value = serde_json::from_slice(&answer)?;
        let values = answer["values"].as_array().map(Vec::as_slice).unwrap_or_default();
        let manner = Manner::of(case["suite"].as_str().unwrap_or_default());
        let priced = case["suite"].as_str().is_some_and(|suite| suite.starts_with("price-parser"));
        let predictions: Vec<Value> = values
            .iter()
            .flat_map(|value| if priced { vec![price(value)] } else { predictions(value, manner) })
            .collect();
        writeln!(output, "{}", json!({"id": answer["id"], "pred": predictions}))?;
    }
    Ok(())
}

fn predictions(value: &Value, manner: &Manner) -> Vec<Value> {
    let prediction = |kind: &str, values: Vec<Value>| json!({"kind": kind, "start": value["start"], "end": value["end"], "value": values[0], "values": values});
    match value["kind"].as_str().unwrap_or_default() {
        "number" if value["hedge"] == "vague" && value["stated"].is_null() => Vec::new(),
        "number" => {
            let number = prediction("number", amounts(value));
            let equal = value["text"].as_str().is_some_and(|text| text.to_lowercase().starts_with("equal"));
            let ranged = value["hedge"] != "exact" || equal;
            let range = ranged.then(|| prediction("numrange", vec![ends(value)]));
            std::iter::once(number).chain(range).collect()
        }
        "quantity" => vec![prediction("dimension", quantities(value))],
        "duration" if value["role"] == "age" => vec![prediction("dimension", vec![json!({"number": age(value)})])],
        "duration" => vec![prediction("duration", vec![json!({"seconds": middle(value), "iso": value["iso"]})])],
        "moment" => vec![prediction("moment", moments(value, manner))],
        kind => vec![prediction(kind, amounts(value))],
    }
}

/// A value in a field of prices: a sum also where it names no currency, and
/// of a range of prices the lower one.
fn price(value: &Value) -> Value {
    let mut values = amounts(value);
    values.push(json!({"number": value["low"]}));
    json!({"kind": "money", "start": value["start"], "end": value["end"], "value": values[0], "values": values})
}

/// The stated number, and the two ends where it is hedged.
fn amounts(value: &Value) -> Vec<Value> {
    let mut values = vec![json!({"number": middle(value)})];
    if value["hedge"] != "exact" && value["hedge"] != "rounded" {
        values.push(ends(value));
        values.push(json!({"lo": null, "hi": value["high"]}));
    }
    values
}

/// The ends of a range. `at most` has no lower one there, and what only
/// rounds has one number for both.
fn ends(value: &Value) -> Value {
    match value["hedge"].as_str() {
        Some("rounded" | "about" | "nearly") => json!({"lo": value["stated"], "hi": value["stated"]}),
        Some("less-than" | "at-most") => json!({"lo": null, "hi": value["high"]}),
        _ => json!({"lo": value["low"], "hi": value["high"]}),
    }
}

fn quantities(value: &Value) -> Vec<Value> {
    let id = value["unit"].as_str().unwrap_or_default();
    let stated = number(&value["stated"]);
    let bases = ["gram", "metre", "litre", "inch", "cubic-centimetre"];
    let converted = bases.iter().filter_map(|base| unit::convert(stated?, id, base));
    amounts(value).into_iter().chain(converted.map(|number| json!({"number": number.to_string()}))).collect()
}

/// `18` of the `P18M` of eighteen months of age.
fn age(value: &Value) -> Option<String> {
    let iso = value["iso"].as_str()?;
    let count = iso.trim_start_matches(['P', 'T']).trim_end_matches(char::is_alphabetic);
    count.parse::<Number>().ok().map(|count| count.to_string())
}

fn number(value: &Value) -> Option<Number> {
    value.as_str()?.parse().ok()
}

/// What is stated, or the middle of what is not.
fn middle(value: &Value) -> Option<String> {
    let between = || Some(number(&value["low"])?.checked_add(number(&value["high"])?)? / Number::TWO);
    Some(number(&value["stated"]).or_else(between)?.normalize().to_string())
}

/// How a suite writes down what it means by a moment.
struct Manner {
    /// Minutes east of Greenwich of its reference, where it moves clock times
    /// of other zones there.
    zone: Option<i64>,
    /// Hours of the day that it means by a part of one.
    day_parts: &'static [(&'static [&'static str], u32, u32)],
    /// Hours before Saturday at which its weekend begins.
    weekend: i64,
    /// Whether a festival is the evening on which it begins.
    eve: bool,
}

const DUCKLING: Manner = Manner {
    zone: Some(-120),
    day_parts: &[
        (&["early"], 0, 9),
        (&["late"], 21, 24),
        (&["morning"], 0, 12),
        (&["night", "nite", "evening"], 18, 24),
    ],
    weekend: 6,
    eve: true,
};

const RECOGNIZERS: Manner = Manner {
    zone: None,
    day_parts: &[(&["morning"], 8, 12), (&["afternoon"], 12, 16), (&["evening"], 16, 20), (&["night", "nite"], 20, 24)],
    weekend: 0,
    eve: false,
};

const OTHERS: Manner = Manner { zone: None, day_parts: &[], weekend: 0, eve: false };

impl Manner {
    fn of(suite: &str) -> &'static Self {
        match suite.split('/').next() {
            Some("duckling") => &DUCKLING,
            Some("recognizers") => &RECOGNIZERS,
            _ => &OTHERS,
        }
    }
}

/// A moment as it is, and in the manner of a suite.
fn moments(value: &Value, manner: &Manner) -> Vec<Value> {
    let mut all = vec![moment(value)];
    let text = value["text"].as_str().unwrap_or_default().to_lowercase();
    let part = manner.day_parts.iter().find(|(names, ..)| names.iter().any(|name| text.contains(name)));
    if !value["time_to"].is_null() {
        let own = json!({"from": value["time"], "to": value["time_to"], "interval": true});
        let theirs = part.map(|(_, from, to)| {
            json!({"from": format!("{from:02}:00"), "to": format!("{:02}:00", to % 24), "interval": true})
        });
        return std::iter::once(own).chain(theirs).collect();
    }
    let at = |key: &str| -> Option<DateTime> { value[key].as_str()?.parse().ok() };
    let stretch =
        |from: Option<DateTime>, to: Option<DateTime>| json!({"from": iso(from), "to": iso(to), "interval": true});
    let (from, to, point) = (at("from"), at("to"), at("point"));
    let precision = value["precision"].as_str().unwrap_or_default();
    if let (Some(zone), Some(offset)) = (manner.zone, value["offset"].as_i64()) {
        let moved = |at: Option<DateTime>| at.and_then(|at| at.checked_add((zone - offset).minutes()).ok());
        let mut there = value.clone();
        there["from"] = json!(iso(moved(from)));
        there["to"] = json!(iso(moved(to)));
        all.push(moment(&there));
    }
    if let Some(point) = point {
        let month = point.date().first_of_month();
        all.push(json!({"from": iso(Some(point)), "grain": "minute"}));
        all.push(json!({"from": point.strftime("%Y-%m-%dT%H:00:00").to_string(), "grain": "hour"}));
        all.push(json!({"from": point.date().to_string(), "grain": "day"}));
        all.push(json!({"from": month.to_string(), "grain": "month"}));
    }
    if let (Some(from), Some(to), "day-part" | "part") = (from, to, precision)
        && let Some((_, first, last)) = part
        && to.duration_since(from).as_hours() <= 24
    {
        let midnight = from.date().at(0, 0, 0, 0);
        let end: i64 = if *last == 24 && !manner.eve { -1 } else { 0 };
        let hour = |hour: &u32| midnight.checked_add(i64::from(*hour).hours()).ok();
        all.push(stretch(hour(first), hour(last).and_then(|last| last.checked_add(end.seconds()).ok())));
    }
    if precision == "weekend" && manner.weekend > 0 {
        all.push(stretch(from.and_then(|from| from.checked_sub(manner.weekend.hours()).ok()), to));
    }
    let two_days = from.zip(to).is_some_and(|(from, to)| to.duration_since(from).as_hours() == 48);
    if precision == "week" && two_days && manner.eve {
        all.push(stretch(from, from.and_then(|from| from.checked_add(1.day()).ok())));
    }
    all.extend(last_unit(from, to, precision));
    all
}

/// Of several units the last, which some mean by `the upcoming two weeks`.
fn last_unit(from: Option<DateTime>, to: Option<DateTime>, precision: &str) -> Option<Value> {
    let last = to?.checked_sub(unit_of(precision)?).ok()?;
    (from? < last).then(|| json!({"from": iso(Some(last)), "to": iso(to), "interval": true}))
}

fn unit_of(precision: &str) -> Option<jiff::Span> {
    Some(match precision {
        "year" => 1.year(),
        "quarter" => 3.months(),
        "month" => 1.month(),
        "week" => 1.week(),
        "day" => 1.day(),
        _ => return None,
    })
}

/// A clock time, an instant of one minute, or a stretch. A stretch of several
/// units is also offered as its first and last unit.
fn moment(value: &Value) -> Value {
    if !value["time"].is_null() {
        return json!({"time": value["time"]});
    }
    let at = |key: &str| -> Option<DateTime> { value[key].as_str()?.parse().ok() };
    let (from, to, precision) = (at("from"), at("to"), value["precision"].as_str().unwrap_or_default());
    let minute = from.is_some_and(|from| from.checked_add(1.minute()).ok() == to);
    if matches!(precision, "minute" | "second") && minute {
        return json!({"from": iso(from), "grain": "minute"});
    }
    let Some(unit) = unit_of(precision) else {
        return json!({"from": iso(from), "to": iso(to), "interval": true});
    };
    match (from, to.and_then(|to| to.checked_sub(unit).ok())) {
        (Some(from), Some(last)) if last > from => {
            json!({"from": iso(Some(from)), "to": iso(Some(last)), "to_grain": precision, "interval": true})
        }
        _ => json!({"from": iso(from), "to": iso(to), "interval": true}),
    }
}

fn iso(at: Option<DateTime>) -> Option<String> {
    at.map(|at| at.to_string())
}
