//! Every value that one text states, as `gainsay values` lists them: where it
//! stands, how it is hedged, and its normal form.
//!
//! Numbers are decimal strings, exact. A moment is half-open, `null` where it
//! is open; one that nothing resolves has no `precision` either.
//!
//! ```
//! use gainsay::extract::Setting;
//! use gainsay::report::values_list::list_values;
//! let values = list_values("The call took more than two hours.", &Setting::default());
//! assert_eq!((values[0].kind, values[0].text), ("duration", "more than two hours"));
//! assert_eq!(values[0].normal(), "(PT2H; ∞)");
//! ```

use crate::corpus::Article;
use crate::extract::{Extracted, Measure, Reading, Role, Setting, TimeParts, TimeUnit, When, extract_stretches};
use crate::text::{CodePoint, Lines, Place};
use crate::value::{Bound, Hedge, Number, Precision};
use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::Serialize;

/// One value of a text.
#[derive(Clone, Debug, Serialize)]
pub struct ListedValue<'t> {
    /// `number`, `ordinal`, `percent`, `money`, `quantity`, `duration` or
    /// `moment`.
    pub kind: &'static str,
    /// The words that state it, its hedge with them.
    pub text: &'t str,
    /// Where they begin.
    pub start: CodePoint,
    /// Where they end, exclusive.
    pub end: CodePoint,
    /// Where they stand in their file, where they come from one.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What they state.
    #[serde(flatten)]
    pub said: Said,
}

/// What the words of a value state.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub enum Said {
    Amount {
        stated: Option<String>,
        hedge: Hedge,
        low: Option<String>,
        high: Option<String>,
        low_open: bool,
        high_open: bool,
        unit: Option<String>,
        role: Role,
        /// The ISO 8601 form of a duration; of a range, that of its two ends.
        #[serde(skip_serializing_if = "Option::is_none")]
        iso: Option<String>,
    },
    Moment {
        from: Option<String>,
        to: Option<String>,
        precision: Option<Precision>,
        /// A clock time that no date goes with.
        #[serde(skip_serializing_if = "Option::is_none")]
        time: Option<String>,
        /// The end of a part of a day that no date goes with.
        #[serde(skip_serializing_if = "Option::is_none")]
        time_to: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
        /// East of Greenwich, in minutes.
        #[serde(skip_serializing_if = "Option::is_none")]
        offset: Option<i32>,
        /// Where it begins in UTC, where its zone's offset is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        utc: Option<String>,
        /// The instant to which the words count, where people do not mean it
        /// so finely.
        #[serde(skip_serializing_if = "Option::is_none")]
        point: Option<String>,
        /// Whether it was worked out from the reference.
        relative: bool,
        /// Why it cannot be right as it stands.
        #[serde(skip_serializing_if = "Option::is_none")]
        impossible: Option<String>,
        /// Its days or minutes, both ends inclusive, for people.
        #[serde(skip)]
        shown: String,
    },
}

/// Every value of a text, in order and without overlap.
#[must_use]
pub fn list_values<'t>(text: &'t str, setting: &Setting) -> Vec<ListedValue<'t>> {
    let lines = Lines::new(text);
    extract_stretches(text, setting)
        .iter()
        .map(|value| listed(value, text, 0, |at| lines.code_point(text, at), None))
        .collect()
}

/// Every value of an article, block by block, so that a heading never runs
/// into its paragraph.
#[must_use]
pub fn list_article<'a>(article: &'a Article, setting: &Setting) -> Vec<ListedValue<'a>> {
    let mut all = Vec::new();
    for block in &article.blocks {
        let text = block.span.of(&article.body);
        for value in extract_stretches(text, setting) {
            let place = article.place(block.span.start + value.span.start);
            all.push(listed(&value, text, block.span.start, |at| article.code_point(at), Some(place)));
        }
    }
    all
}

fn listed<'t>(
    value: &Extracted,
    text: &'t str,
    before: usize,
    point: impl Fn(usize) -> CodePoint,
    place: Option<Place>,
) -> ListedValue<'t> {
    let (kind, said) = match &value.reading {
        Reading::Number(measure) => ("number", amount(measure, None)),
        Reading::Ordinal(measure) => ("ordinal", amount(measure, None)),
        Reading::Percent(measure) => ("percent", amount(measure, None)),
        Reading::Money(measure) => ("money", amount(measure, None)),
        Reading::Quantity(measure) => ("quantity", amount(measure, None)),
        Reading::Duration(measure, length) => ("duration", amount(measure, Some(length.iso()))),
        Reading::Moment(when) => ("moment", moment(when)),
    };
    let (start, end) = (point(before + value.span.start), point(before + value.span.end));
    ListedValue { kind, text: value.span.of(text), start, end, place, said }
}

fn amount(measure: &Measure, iso: Option<String>) -> Said {
    let written = |number: &Number| number.normalize().to_string();
    let end = |bound: &Bound<Number>| bound.value().map(written);
    let (low, high) = (&measure.interval.low, &measure.interval.high);
    Said::Amount {
        stated: measure.stated.as_ref().map(written),
        hedge: measure.hedge,
        low: end(low),
        high: end(high),
        low_open: low.is_open(),
        high_open: high.is_open(),
        unit: measure.unit.clone(),
        role: measure.role,
        iso,
    }
}

fn moment(when: &When) -> Said {
    let found = when.moment.as_ref();
    let fine = found.is_some_and(|moment| moment.precision >= Precision::DayPart);
    let at = |edge: Option<DateTime>| edge.map(|at| iso(at, fine));
    let (from, to) = (found.and_then(|moment| moment.from), found.and_then(|moment| moment.to));
    let time = when.clock.map(|minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60));
    let hour = |hour: i8| format!("{hour:02}:00");
    let time = time.or(when.hours.map(|(from, _)| hour(from)));
    let time_to = when.hours.map(|(_, to)| hour(to));
    let zone = found.and_then(|moment| moment.zone.as_ref()).or(when.zone.as_ref());
    let offset = zone.and_then(|zone| zone.offset_minutes);
    let utc = offset.and_then(|offset| in_utc(from, when.clock, offset));
    let there = match (zone, &utc) {
        (Some(zone), Some(utc)) if offset != Some(0) => format!(" {} ({utc})", zone.name),
        (Some(zone), _) => format!(" {}", zone.name),
        _ => String::new(),
    };
    let shown = match (&time, &time_to, found) {
        (Some(time), Some(to), None) => format!("{time}/{to}, on no date"),
        (Some(time), None, None) => format!("{time}{there}, on no date"),
        (None, _, None) => "unresolved".to_owned(),
        _ => inclusive(from, to, fine) + &there,
    };
    Said::Moment {
        from: at(from),
        to: at(to),
        precision: found.map(|moment| moment.precision),
        time,
        time_to,
        zone: zone.map(|zone| zone.name.clone()),
        offset,
        utc,
        point: when.point.map(|at| iso(at, true)),
        relative: when.relative,
        impossible: when.impossible.clone(),
        shown,
    }
}

/// `2022-02-24T20:30Z`; `20:30Z` of a clock time on no date.
fn in_utc(from: Option<DateTime>, clock: Option<u16>, offset: i32) -> Option<String> {
    if let Some(from) = from {
        let there = from.checked_sub(i64::from(offset).minutes()).ok()?;
        return Some(format!("{}Z", iso(there, true)));
    }
    let minutes = (i32::from(clock?) - offset).rem_euclid(24 * 60);
    Some(format!("{:02}:{:02}Z", minutes / 60, minutes % 60))
}

/// A day, or a minute of one; seconds only where there are any.
fn iso(at: DateTime, fine: bool) -> String {
    let midnight = at.time() == jiff::civil::Time::midnight();
    match (fine || !midnight, at.second()) {
        (false, _) => at.date().to_string(),
        (true, 0) => format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute()),
        (true, _) => format!("{}T{}", at.date(), at.time()),
    }
}

/// `2022-02-21/2022-02-28`, as the notation of `claims.toml` has it.
fn inclusive(from: Option<DateTime>, to: Option<DateTime>, fine: bool) -> String {
    let last = to.map(|to| if fine { to.checked_sub(1.minute()) } else { to.checked_sub(1.day()) }.unwrap_or(to));
    let last = last.map(|last| from.map_or(last, |from| last.max(from)));
    let shown = |edge: Option<DateTime>| edge.map_or_else(|| "..".to_owned(), |at| iso(at, fine));
    let (from, last) = (shown(from), shown(last));
    if from == last && from != ".." { from } else { format!("{from}/{last}") }
}

impl ListedValue<'_> {
    /// The normal form: `20`, `(20; ∞)`, `[4; 6] EUR`, `PT2H17M`,
    /// `2022-02-24`.
    #[must_use]
    pub fn normal(&self) -> String {
        match &self.said {
            Said::Moment { shown, impossible, .. } => match impossible {
                Some(why) => format!("{shown}, impossible: {why}"),
                None => shown.clone(),
            },
            Said::Amount { stated, hedge, low, high, low_open, high_open, unit, iso, role } => {
                let role = match role {
                    Role::Increment => ", added",
                    Role::Former => ", before",
                    Role::Denied => ", denied",
                    Role::Total | Role::Age => "",
                };
                let shown = |number: &Option<String>| match number {
                    None => "∞".to_owned(),
                    Some(number) if self.kind == "duration" => seconds_iso(number),
                    Some(number) => number.clone(),
                };
                let unit = unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
                if let (Hedge::Exact, Some(stated)) = (hedge, stated) {
                    return iso.clone().unwrap_or_else(|| format!("{stated}{unit}")) + role;
                }
                let open = bracket(*low_open || low.is_none(), '(', '[');
                let low = if low.is_none() { "-∞".to_owned() } else { shown(low) };
                let close = bracket(*high_open || high.is_none(), ')', ']');
                format!("{open}{low}; {}{close}{unit}{role}", shown(high))
            }
        }
    }

    /// The hedge, as the machine output names it; empty where there is none.
    #[must_use]
    pub fn hedge(&self) -> String {
        match &self.said {
            Said::Amount { hedge, .. } if *hedge != Hedge::Exact => {
                serde_json::to_value(hedge).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

fn bracket(open: bool, yes: char, no: char) -> char {
    if open { yes } else { no }
}

/// So many seconds in the largest unit of the clock that they are a whole
/// number of.
fn seconds_iso(seconds: &str) -> String {
    let Ok(seconds) = seconds.parse::<Number>() else { return seconds.to_owned() };
    [TimeUnit::Year, TimeUnit::Month, TimeUnit::Week, TimeUnit::Day, TimeUnit::Hour, TimeUnit::Minute]
        .into_iter()
        .find(|unit| !seconds.is_zero() && (seconds % unit.seconds()).is_zero())
        .and_then(|unit| TimeParts::of(seconds.checked_div(unit.seconds())?, unit))
        .or_else(|| TimeParts::of(seconds, TimeUnit::Second))
        .map_or_else(|| format!("{seconds} s"), |parts| parts.iso())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::edtf;

    fn normals(text: &str) -> Vec<String> {
        let reference = edtf::parse_date("2022-03-07").ok();
        let setting = Setting { reference, ..Setting::default() };
        list_values(text, &setting).iter().map(|value| format!("{}: {}", value.text, value.normal())).collect()
    }

    #[test]
    fn the_normal_form_shows_ends_and_units() {
        for (text, normal) in [
            ("nearly 20 calls", "nearly 20: [18; 20)"),
            ("$5-7 million", "$5-7 million: [5000000; 7000000] $"),
            ("1 hour and 45 minutes", "1 hour and 45 minutes: PT1H45M"),
            ("two to three hours", "two to three hours: [PT2H; PT3H]"),
            ("dozens of them", "dozens: [24; 240]"),
            ("a further 670,000 doses", "670,000: 670000, added"),
            ("at 23:30 Moscow time", "23:30 Moscow time: 23:30 Moscow time (20:30Z), on no date"),
            ("at noon GMT on Monday", "noon GMT on Monday: 2022-03-07T12:00 GMT"),
            ("on 24 February", "24 February: 2022-02-24"),
            ("since 2014", "since 2014: 2014-01-01/.."),
            ("in late February", "late February: 2022-02-21/2022-02-28"),
        ] {
            assert_eq!(normals(text), [normal], "{text}");
        }
    }

    #[test]
    fn offsets_are_code_points_and_cut_out_the_text() {
        let text = "À l’Élysée: 20 calls";
        let values = list_values(text, &Setting::default());
        let cut: String = text.chars().skip(values[0].start.0).take(values[0].end.0 - values[0].start.0).collect();
        assert_eq!(cut, values[0].text);
    }
}
