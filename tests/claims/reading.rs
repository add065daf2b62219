//! Loading a text, with a reader that knows a few words only.

use gainsay::claims::{Loaded, ReadValue, load_claims};
use gainsay::diagnostic::Source;
use gainsay::value::edtf::parse_date;
use gainsay::value::{Amount, Hedge, Interval, Kind, Number, Value};
use std::sync::Arc;

/// Stands for the extractor: `more than 20` is a number, `late June 2022` a
/// date.
pub(crate) struct FewWords;

impl ReadValue for FewWords {
    fn read_value(&self, text: &str, kind: Kind, _unit: Option<&str>) -> Result<Value, String> {
        if kind == Kind::Date {
            let moment = if text == "late June 2022" { parse_date("2022-06") } else { Err("no date in it".to_owned()) };
            return moment.map(Value::Date);
        }
        let number = text.strip_prefix("more than ").and_then(|number| number.parse::<Number>().ok());
        let stated = number.ok_or("no number in it")?;
        let interval = Interval::more_than(stated);
        Ok(Value::Amount(Amount { stated: Some(stated), hedge: Hedge::MoreThan, interval, basis: None }))
    }
}

pub(crate) fn load(text: &str) -> Loaded {
    load_claims(Arc::new(Source::new("claims.toml", text)), &FewWords)
}

/// `line:column message | the text that the span cuts out | help`, a line each.
pub(crate) fn told(loaded: &Loaded) -> Vec<String> {
    let line = |told: &gainsay::diagnostic::Diagnostic| {
        let place = told.place().expect("every diagnostic of a claims file has a place");
        let cut = told.span.expect("it has a span").of(&told.source.text);
        let (line, column) = (place.line.0, place.column.0);
        let help = told.help.as_deref().unwrap_or("-");
        format!("{line}:{column} {} | {cut} | {help}", told.message)
    };
    loaded.diagnostics.iter().map(line).collect()
}
