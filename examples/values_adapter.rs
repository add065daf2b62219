//! Turns cases of value extraction into predictions: JSON lines on standard
//! input, `{"id", "text", "suite", "reference", "order"}`, and JSON lines on
//! standard output, `{"id", "pred": [{"kind", "start", "end", "value"}]}`,
//! with offsets in code points.
//!
//! A bare number is offered as a number and, where it is hedged, as a range
//! too; a quantity in its own unit and in the base unit of its dimension. An
//! amount left open (`several`, `dozens`) is no numeral, and is left out.

use gainsay::extract::{DateOrder, Extracted, Measure, Prefer, Reading, Setting, When, extract};
use gainsay::value::{Hedge, Moment, Number, Precision, unit};
use jiff::civil::DateTime;
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> anyhow::Result<()> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let text = case["text"].as_str().unwrap_or_default();
        let values = extract(text, &setting(&case), &[]);
        let mut predictions = Vec::new();
        for value in &values {
            predict(text, value, &mut predictions);
        }
        writeln!(output, "{}", json!({"id": case["id"], "pred": predictions}))?;
    }
    Ok(())
}

fn setting(case: &Value) -> Setting {
    let reference = case["reference"].as_str().and_then(|reference| {
        let at: DateTime = reference.parse().ok()?;
        Some(if reference.contains('T') { Moment::minute(at) } else { Moment::day(at.date()) })
    });
    let suite = case["suite"].as_str().unwrap_or_default();
    let prefer = if suite.starts_with("duckling") { Prefer::Future } else { Prefer::Past };
    let order = if case["order"] == "mdy" { DateOrder::MonthDayYear } else { DateOrder::DayMonthYear };
    Setting { reference, prefer, order }
}

fn predict(text: &str, value: &Extracted, into: &mut Vec<Value>) {
    let start = text[..value.span.start].chars().count();
    let end = start + value.span.of(text).chars().count();
    let mut push = |kind: &str, values: Vec<Value>| {
        into.push(json!({"kind": kind, "start": start, "end": end, "value": values[0], "values": values}));
    };
    match &value.reading {
        Reading::Number(measure) if measure.hedge == Hedge::Vague && measure.stated.is_none() => {}
        Reading::Number(measure) => {
            push("number", amounts(measure));
            if measure.hedge != Hedge::Exact || text[value.span.start..].to_lowercase().starts_with("equal") {
                push("numrange", vec![ends(measure)]);
            }
        }
        Reading::Ordinal(measure) => push("ordinal", amounts(measure)),
        Reading::Percent(measure) => push("percent", amounts(measure)),
        Reading::Money(measure) => push("money", amounts(measure)),
        Reading::Quantity(measure) => push("dimension", quantities(measure)),
        Reading::Duration(measure, iso) => {
            push("duration", vec![json!({"seconds": number(middle(measure)), "iso": iso})]);
        }
        Reading::Moment(when) => push("moment", vec![moment(when)]),
    }
}

/// The stated number, and the two ends where it is hedged.
fn amounts(measure: &Measure) -> Vec<Value> {
    let mut values = vec![json!({"number": number(middle(measure))})];
    if !matches!(measure.hedge, Hedge::Exact | Hedge::Rounded) {
        values.push(ends(measure));
        values.push(json!({"lo": null, "hi": number(measure.interval.high.value().copied())}));
    }
    values
}

fn ends(measure: &Measure) -> Value {
    let open = matches!(measure.hedge, Hedge::LessThan | Hedge::AtMost);
    let end = |end: Option<&Number>| number(end.copied());
    if measure.interval.single().is_none() && matches!(measure.hedge, Hedge::Rounded | Hedge::About | Hedge::Nearly) {
        return json!({"lo": number(measure.stated), "hi": number(measure.stated)});
    }
    let low = if open { Value::Null } else { end(measure.interval.low.value()) };
    json!({"lo": low, "hi": end(measure.interval.high.value())})
}

fn quantities(measure: &Measure) -> Vec<Value> {
    let mut values = amounts(measure);
    let bases = ["gram", "metre", "litre", "inch", "cubic-centimetre"];
    let id = measure.unit.as_deref().unwrap_or_default();
    for base in bases {
        if let Some(number) = measure.stated.and_then(|stated| unit::convert(stated, id, base)) {
            values.push(json!({"number": number.to_string()}));
        }
    }
    values
}

/// What is stated, or the middle of what is not.
fn middle(measure: &Measure) -> Option<Number> {
    measure.stated.or_else(|| {
        let (low, high) = (measure.interval.low.value()?, measure.interval.high.value()?);
        Some(low.checked_add(*high)? / Number::TWO)
    })
}

fn number(number: Option<Number>) -> Value {
    number.map_or(Value::Null, |number| Value::String(number.normalize().to_string()))
}

fn moment(when: &When) -> Value {
    if let Some(minutes) = when.clock {
        return json!({"time": format!("{:02}:{:02}", minutes / 60, minutes % 60)});
    }
    let Some(moment) = &when.moment else { return Value::Null };
    let iso = |at: &Option<DateTime>| at.map(|at| at.to_string());
    if moment.precision >= Precision::Minute {
        return json!({"from": iso(&moment.from), "grain": "minute"});
    }
    json!({"from": iso(&moment.from), "to": iso(&moment.to), "interval": true})
}
