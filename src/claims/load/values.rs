//! The `value` of a claim, read as its topic's kind has it.
//!
//! TOML numbers are exact: `20`, and `1.2` too, since who wants the rounding of
//! `1.2 million` writes it as a string. Strings go to the reader of texts; for
//! dates to EDTF first, and only to EDTF where they can be nothing else, so
//! that `2022-02-30` is a wrong date and never a month.

use super::ReadValue;
use super::problems::Problems;
use super::times::{is_edtf_like, no_date, parse_stretch, read_moment};
use super::walk::{Node, Table, Text};
use crate::claims::{Choice, Topic};
use crate::value::{Amount, Hedge, Interval, Kind, Number, Value};
use toml::de::DeValue;

/// What a claim states; `None` when it leaves that to its quote, or when it is
/// wrong.
pub(super) fn read_claim_value(
    table: &Table<'_>,
    topic: &Topic,
    point: Option<Text<'_>>,
    reader: &dyn ReadValue,
    problems: &mut Problems,
) -> Option<Value> {
    if topic.kind == Kind::Readout {
        return read_answer(table, topic, point, problems);
    }
    let node = table.get("value", problems)?;
    match topic.kind {
        Kind::Date => read_date(node, reader, problems),
        Kind::Choice => read_option(node, &topic.options, problems).map(Value::Choice),
        Kind::Quote => node.text(problems).map(|wording| Value::Wording(wording.text.to_owned())),
        _ => read_amount(node, topic, reader, problems),
    }
}

/// What a readout says of a point: that it has it, or which of its answers.
fn read_answer(table: &Table<'_>, topic: &Topic, point: Option<Text<'_>>, problems: &mut Problems) -> Option<Value> {
    let value = table.get("value", problems);
    let asked = topic.points.iter().find(|asked| point.is_some_and(|point| point.text == asked.id))?;
    let has_answer = |option| Value::Point { point: asked.id.clone(), option };
    if asked.options.is_empty() {
        if let Some(value) = value {
            let help = "a claim that the account has it needs no `value`".to_owned();
            problems.error(value.span, format!("the point `{}` has no options", asked.id), "", Some(help));
        }
        return Some(has_answer(None));
    }
    if let Some(value) = value {
        return read_option(value, &asked.options, problems).map(|option| has_answer(Some(option)));
    }
    if table.key("quote").is_none() {
        let ids: Vec<&str> = asked.options.iter().map(|option| option.id.as_str()).collect();
        let help = format!("say which answer: `{}`", ids.join("`, `"));
        problems.error(table.span, "missing key `value`", &format!("the point `{}` has options", asked.id), Some(help));
    }
    None
}

fn read_option(node: Node<'_>, options: &[Choice], problems: &mut Problems) -> Option<String> {
    let option = node.text(problems)?;
    let ids = || options.iter().map(|option| option.id.as_str());
    if !ids().any(|id| id == option.text) {
        problems.unknown("option", option.text, option.span, ids());
        return None;
    }
    Some(option.text.to_owned())
}

fn read_date(node: Node<'_>, reader: &dyn ReadValue, problems: &mut Problems) -> Option<Value> {
    let Some(text) = node.text_if_string() else { return read_moment(node, problems).map(Value::Date) };
    match parse_stretch(text.text) {
        Ok(moment) => Some(Value::Date(moment)),
        Err(why) if is_edtf_like(text.text) => {
            no_date(text, &why, problems);
            None
        }
        Err(_) => read_words(text, Kind::Date, None, reader, problems),
    }
}

fn read_amount(node: Node<'_>, topic: &Topic, reader: &dyn ReadValue, problems: &mut Problems) -> Option<Value> {
    let number = match node.value {
        DeValue::String(_) => {
            return read_words(node.text(problems)?, topic.kind, topic.unit.as_deref(), reader, problems);
        }
        DeValue::Integer(number) => i128::from_str_radix(number.as_str(), number.radix())
            .ok()
            .and_then(|number| Number::try_from_i128_with_scale(number, 0).ok()),
        DeValue::Float(number) => parse_float(number.as_str()),
        _ => return node.mistyped("a number or a string", None, problems),
    };
    let Some(number) = number else {
        let help = "up to 28 digits can be counted with".to_owned();
        problems.error(node.span, "a number that cannot be counted with", "", Some(help));
        return None;
    };
    if topic.kind == Kind::Count && !number.fract().is_zero() {
        let help = "kind `quantity` is for what can be parted".to_owned();
        problems.error(node.span, "a count is a whole number", "", Some(help));
    }
    if matches!(topic.kind, Kind::Count | Kind::Duration) && number.is_sign_negative() && !number.is_zero() {
        problems.error(node.span, format!("a {} is never negative", topic.kind.name()), "", None);
    }
    Some(Value::Amount(Amount {
        stated: Some(number),
        hedge: Hedge::Exact,
        interval: Interval::exact(number),
        basis: None,
    }))
}

fn parse_float(text: &str) -> Option<Number> {
    let is_scientific = text.contains(['e', 'E']);
    if is_scientific { Number::from_scientific(text).ok() } else { Number::from_str_exact(text).ok() }
}

/// A value in the notation of texts.
fn read_words(
    text: Text<'_>,
    kind: Kind,
    unit: Option<&str>,
    reader: &dyn ReadValue,
    problems: &mut Problems,
) -> Option<Value> {
    let why = match reader.read_value(text.text, kind, unit) {
        Ok(value @ Value::Amount(_)) if kind.is_amount() => return Some(value),
        Ok(value @ Value::Date(_)) if kind == Kind::Date => return Some(value),
        Ok(_) => "it is a value of another kind".to_owned(),
        Err(why) => why,
    };
    let help = match kind {
        Kind::Date => "write it as 2022-02-24, \"2022-02\", or as a text would: \"late June 2022\"",
        _ => "write a number, or as a text would: \"more than 20\"",
    };
    let message = format!("`{}` is no {}: {why}", text.text.escape_debug(), kind.name());
    problems.error(text.span, message, "", Some(help.to_owned()));
    None
}
