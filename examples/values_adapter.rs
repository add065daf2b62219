//! Turns cases of value extraction into predictions: JSON lines on standard
//! input, as `gainsay values --jsonl` reads them with a `suite` besides, and
//! JSON lines on standard output, `{"id", "pred": [{"kind", "start", "end",
//! "value", "values"}]}`, with offsets in code points.
//!
//! Everything is a map from what `values --jsonl` answers. A bare number is
//! offered as a number and, where it is hedged, as a range too; a quantity in
//! its own unit and in the base unit of its dimension. An amount left open
//! (`several`, `dozens`) is no numeral, and is left out.

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
        let priced = case["suite"].as_str().is_some_and(|suite| suite.starts_with("price-parser"));
        let predictions: Vec<Value> =
            values.iter().flat_map(|value| if priced { vec![price(value)] } else { predictions(value) }).collect();
        writeln!(output, "{}", json!({"id": answer["id"], "pred": predictions}))?;
    }
    Ok(())
}

fn predictions(value: &Value) -> Vec<Value> {
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
        "moment" => vec![prediction("moment", vec![moment(value)])],
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
    let unit = match precision {
        "year" => 1.year(),
        "quarter" => 3.months(),
        "month" => 1.month(),
        "week" => 1.week(),
        "day" => 1.day(),
        _ => return json!({"from": iso(from), "to": iso(to), "interval": true}),
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
