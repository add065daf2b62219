//! One line of `gainsay values --jsonl`: a text in, its values out.
//!
//! ```
//! use gainsay::extract::Setting;
//! use gainsay::report::values_line::{TextLine, write_answer};
//! let line = TextLine::parse(br#"{"id": "a", "text": "20 calls"}"#).unwrap();
//! let mut out = Vec::new();
//! write_answer(&line, &Setting::default(), &mut out).unwrap();
//! assert!(out.starts_with(br#"{"id":"a","values":[{"kind":"number","text":"20","start":0,"end":2,"#));
//! ```

use super::values_list::{ListedValue, list_values};
use crate::extract::{DateOrder, Setting};
use crate::value::{Moment, edtf};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::io::{self, Write};

/// The language whose tables there are.
pub const LANGUAGE: &str = "en";

/// A text to read, as one line of JSON. Keys that are none of these are left
/// alone.
#[derive(Clone, Debug, Deserialize)]
pub struct TextLine<'l> {
    /// Handed back with the values.
    pub id: Value,
    /// The text.
    #[serde(borrow)]
    pub text: Cow<'l, str>,
    /// What relative dates resolve against, instead of that of the run: EDTF,
    /// or a date with a clock time.
    #[serde(default)]
    reference: Option<String>,
    /// The language of the text.
    #[serde(default)]
    language: Option<String>,
    /// How numeric dates are read, instead of that of the run.
    #[serde(default)]
    order: Option<Order>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Order {
    Dmy,
    Mdy,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    values: Vec<ListedValue<'a>>,
}

impl<'l> TextLine<'l> {
    /// Reads one line.
    ///
    /// # Errors
    /// Says what is wrong with it, as a lowercase fragment.
    pub fn parse(line: &'l [u8]) -> Result<Self, String> {
        let line: Self = serde_json::from_slice(line).map_err(|error| plain(&error))?;
        if !matches!(line.id, Value::String(_) | Value::Number(_)) {
            return Err("`id` is neither a string nor a number".to_owned());
        }
        line.reference.as_deref().map_or(Ok(()), |reference| parse_reference(reference).map(drop))?;
        Ok(line)
    }

    /// The language of the text, where it is one that there are no tables for.
    #[must_use]
    pub fn foreign_language(&self) -> Option<&str> {
        let language = self.language.as_deref()?;
        let first = language.split(['-', '_']).next().unwrap_or_default();
        (!first.eq_ignore_ascii_case(LANGUAGE)).then_some(language)
    }

    /// What the line says of how it is read, and for the rest what the run
    /// says.
    #[must_use]
    pub fn setting(&self, run: &Setting) -> Setting {
        let reference = self.reference.as_deref().and_then(|reference| parse_reference(reference).ok());
        let order = match self.order {
            Some(Order::Dmy) => DateOrder::DayMonthYear,
            Some(Order::Mdy) => DateOrder::MonthDayYear,
            None => run.order,
        };
        Setting { reference: reference.or_else(|| run.reference.clone()), order, ..run.clone() }
    }
}

/// A reference: EDTF, or a date with a clock time.
///
/// # Errors
/// Says what is wrong with it, as a lowercase fragment.
pub fn parse_reference(text: &str) -> Result<Moment, String> {
    if text.contains('T')
        && let Ok(at) = text.parse::<DateTime>()
    {
        return Ok(Moment::minute(at));
    }
    edtf::parse_date(text).map_err(|error| format!("`{text}` is no date: {error}"))
}

/// Writes the values of a text as one line of JSON.
///
/// # Errors
/// When `out` does not take it.
pub fn write_answer(line: &TextLine<'_>, run: &Setting, out: &mut dyn Write) -> io::Result<()> {
    let answer = Answer { id: &line.id, values: list_values(&line.text, &line.setting(run)) };
    serde_json::to_writer(&mut *out, &answer)?;
    out.write_all(b"\n")
}

/// What the parser says, without the line number that is always 1.
fn plain(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let column = error.column();
    match said.strip_suffix(&format!(" at line 1 column {column}")) {
        Some(said) => format!("{said} at column {column}"),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_it_is_read() {
        let line = TextLine::parse(br#"{"id": 7, "text": "3/7", "reference": "2022-03", "order": "mdy", "more": []}"#);
        let line = line.unwrap();
        let setting = line.setting(&Setting::default());
        assert_eq!(setting.order, DateOrder::MonthDayYear);
        assert_eq!(setting.reference, edtf::parse_date("2022-03").ok());
        assert_eq!(line.foreign_language(), None);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_told() {
        let told = |line: &str| TextLine::parse(line.as_bytes()).unwrap_err();
        assert_eq!(told(r#"{"id": "a"}"#), "missing field `text` at column 11");
        assert_eq!(told(r#"{"id": null, "text": ""}"#), "`id` is neither a string nor a number");
        assert!(told(r#"{"id": "a", "text": "", "reference": "soon"}"#).starts_with("`soon` is no date"));
        assert!(told(r#"{"id": "a", "text": "", "order": "ymd"}"#).contains("unknown variant `ymd`"));
        assert!(told("20 calls").contains("column"));
    }

    #[test]
    fn a_language_without_tables_is_seen() {
        let foreign = |language: &str| {
            let line = format!(r#"{{"id": "a", "text": "", "language": "{language}"}}"#);
            TextLine::parse(line.as_bytes()).unwrap().foreign_language().is_some()
        };
        assert_eq!(["en", "EN-gb", "en_US", "fr", "eng"].map(foreign), [false, false, false, true, true]);
    }
}
