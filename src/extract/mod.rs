//! Text to typed values: every number, date and duration that a text states,
//! with its hedge, where it stands and what it can be.
//!
//! A kind of value is a file; what differs between languages is a table. The
//! readers know nothing of topics, claims or articles.

mod amount;
mod behind;
pub mod digits;
pub mod duration;
pub mod fit;
mod fraction;
mod grouped;
mod hedge;
mod label;
pub mod language;
pub(crate) mod lasting;
pub mod moment;
mod money;
pub mod number;
pub mod numeral;
mod percent;
mod quantity;
mod range;
mod roman;
mod telephone;
pub mod traces;
mod votes;
pub mod window;
pub mod words;

pub use duration::{Length, TimeParts, TimeUnit};
pub use fit::{fit, read_value};
pub use hedge::is_change;

use crate::text::{Span, Tokens};
use crate::value::{Hedge, Interval, Moment, Number, Zone};
use jiff::civil::DateTime;
use serde::Serialize;

/// Which way a date without a year lies from the reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// News looks back, but for what is near: `the next strike is on 25 March`.
    #[default]
    Past,
    /// What has happened lies back, however near the next one is.
    Behind,
    /// Plans look forward.
    Future,
    /// Whichever is nearer.
    Nearest,
}

/// How `3/7/2022` is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    #[default]
    DayMonthYear,
    /// Month, day, year.
    MonthDayYear,
}

/// What reading depends on beyond the text.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// When the text was published, at the precision known: relative dates
    /// resolve against it. A reference of a whole month makes `last week` as
    /// wide as that month leaves it.
    pub reference: Option<Moment>,
    /// Which way a date without a year lies.
    pub prefer: Prefer,
    /// How numeric dates are read.
    pub order: DateOrder,
    /// The ISO 4217 code that a bare `$` stands for, where the outlet's
    /// country says so ([`dollar_of`]); left open otherwise.
    pub dollar: Option<&'static str>,
}

/// The currency that a bare `$` stands for in an article at an address: the
/// outlet's own dollar, by the domain of its country. Most domains say
/// nothing.
///
/// ```
/// use gainsay::extract::dollar_of;
/// assert_eq!(dollar_of("https://www.abc.net.au/news/1"), Some("AUD"));
/// assert_eq!(dollar_of("https://apnews.com/au"), None);
/// ```
#[must_use]
pub fn dollar_of(url: &str) -> Option<&'static str> {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest).split(['/', '?', '#', ':']).next()?;
    language::dollar_of_domain(host.rsplit('.').next()?)
}

/// One value of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    /// All the words that state it, its hedge with it: `more than two hours`.
    pub span: Span,
    /// What they state.
    pub reading: Reading,
}

impl Extracted {
    /// Whether it is a time, and no number.
    #[must_use]
    pub fn is_moment(&self) -> bool {
        matches!(self.reading, Reading::Moment(_))
    }
}

/// What some words state.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A bare number: `20`, `nearly 300`, `four or five`.
    Number(Measure),
    /// `20th`, `third`.
    Ordinal(Measure),
    /// Hundredths; `unit` is `percent` or `percentage-point`.
    Percent(Measure),
    /// A sum; `unit` is an ISO 4217 code, or the sign as written where the
    /// text leaves the currency open.
    Money(Measure),
    /// A measure in a unit of `value::unit`.
    Quantity(Measure),
    /// A length of time, in seconds, with the parts that the text names.
    Duration(Measure, Box<Length>),
    /// A point or stretch of civil time.
    Moment(When),
}

impl Reading {
    /// What it measures; nothing of a moment.
    pub(crate) fn measure(&self) -> Option<&Measure> {
        match self {
            Self::Number(measure)
            | Self::Ordinal(measure)
            | Self::Percent(measure)
            | Self::Money(measure)
            | Self::Quantity(measure)
            | Self::Duration(measure, _) => Some(measure),
            Self::Moment(_) => None,
        }
    }

    /// The moment that it is, where that is resolved.
    pub(crate) fn moment(&self) -> Option<&Moment> {
        match self {
            Self::Moment(when) => when.moment.as_ref(),
            _ => None,
        }
    }
}

/// A number with everything around it that changes what it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The number in the text, before its hedge; `None` for `dozens`.
    pub stated: Option<Number>,
    /// How it is qualified.
    pub hedge: Hedge,
    /// What it can be.
    pub interval: Interval<Number>,
    /// The unit's name, where there is one.
    pub unit: Option<String>,
    /// What the number does in its sentence.
    pub role: Role,
}

/// What a number does in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// It states how much there is.
    #[default]
    Total,
    /// It states what was added: `a further 670,000`.
    Increment,
    /// It states what was before: `up from 12`.
    Former,
    /// It is denied: `not 20 but 60`.
    Denied,
    /// It says how old something is: `one year old`.
    Age,
}

/// A moment as a text states it.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// What it resolves to; `None` when there is nothing to resolve against.
    pub moment: Option<Moment>,
    /// A clock time that no date goes with, in minutes after midnight: the
    /// caller may know the date.
    pub clock: Option<u16>,
    /// The hours of a part of a day that no date goes with: its first, and the
    /// one after its last.
    pub hours: Option<(i8, i8)>,
    /// The zone of that clock time, where the text names one.
    pub zone: Option<Zone>,
    /// The instant to which the words count (`two months ago`), where the
    /// moment is wider, because people do not count so finely.
    pub point: Option<DateTime>,
    /// Why it cannot be right as it stands: `24 February 2022 was a Thursday,
    /// not a Friday`.
    pub impossible: Option<String>,
    /// Whether it was worked out from the reference (`on Tuesday`) and not
    /// stated in full.
    pub relative: bool,
}

impl When {
    /// A moment that is known as it is, such as that of an event.
    #[must_use]
    pub fn known(moment: Moment) -> Self {
        let moment = Some(moment);
        Self { moment, clock: None, hours: None, zone: None, point: None, impossible: None, relative: false }
    }
}

/// Every value of a text, in order and without overlap. `known` are moments that
/// the caller has found already, such as the names of events (`the invasion`), so
/// that `four days before the invasion` can be read. Where readings
/// overlap the one that holds the other wins, and of two alike the one that
/// says more: a date before the bare numbers in it.
///
/// ```
/// use gainsay::extract::{Reading, Setting, extract};
/// let values = extract("more than two hours and 20 calls", &Setting::default(), &[]);
/// assert!(matches!(values[0].reading, Reading::Duration(..)));
/// assert!(matches!(values[1].reading, Reading::Number(..)));
/// ```
#[must_use]
pub fn extract(text: &str, setting: &Setting, known: &[Extracted]) -> Vec<Extracted> {
    extract_part(&Tokens::new(text), setting, known, moment::Earlier::NOTHING)
}

/// The same as [`extract`], of a part of a text that has been cut into tokens;
/// `earlier` tells what is stated before it.
#[must_use]
pub fn extract_part(
    tokens: &Tokens<'_>,
    setting: &Setting,
    known: &[Extracted],
    earlier: moment::Earlier<'_>,
) -> Vec<Extracted> {
    with_amounts(moment::find_moments_after(tokens, setting, known, earlier), tokens, setting)
}

/// The same as [`extract`], for a listing of what a text states: a moment
/// governed by `since`, `until` or their like is the open stretch that they
/// state together ([`moment::find_stretches`]).
#[must_use]
pub fn extract_stretches(text: &str, setting: &Setting) -> Vec<Extracted> {
    let tokens = Tokens::new(text);
    with_amounts(moment::find_stretches(&tokens, setting, &[]), &tokens, setting)
}

fn with_amounts(moments: Vec<Extracted>, tokens: &Tokens<'_>, setting: &Setting) -> Vec<Extracted> {
    let text = tokens.text();
    let mut values = merge(find_amounts(tokens, setting), moments);
    values.retain(|value| !cuts_word(text, value.span.start) && !cuts_word(text, value.span.end));
    values
}

/// Whether letters, digits or both stand on either side of a place: no value
/// begins or ends there, whoever read it.
fn cuts_word(text: &str, at: usize) -> bool {
    let wordy = |character: char| character.is_alphabetic() || character.is_ascii_digit();
    text[..at].chars().next_back().is_some_and(wordy) && text[at..].chars().next().is_some_and(wordy)
}

/// Every value that is a number, a bare `$` in the outlet's own dollars.
fn find_amounts(tokens: &Tokens<'_>, setting: &Setting) -> Vec<Extracted> {
    let mut found = number::find_numbers(tokens);
    if let Some(dollar) = setting.dollar {
        for value in &mut found {
            if let Reading::Money(measure) = &mut value.reading
                && measure.unit.as_deref() == Some("$")
            {
                measure.unit = Some(dollar.to_owned());
            }
        }
    }
    found
}

/// Two lists, each in order and without overlap, as one.
fn merge(left: Vec<Extracted>, right: Vec<Extracted>) -> Vec<Extracted> {
    if left.is_empty() || right.is_empty() {
        return if left.is_empty() { right } else { left };
    }
    let mut both: Vec<Extracted> = left.into_iter().chain(right).collect();
    both.sort_by_key(|value| (value.span.start, value.span.end));
    let mut kept: Vec<Extracted> = Vec::with_capacity(both.len());
    for value in both {
        let beaten = |last: &mut Extracted| last.span.overlaps(&value.span) && !wins(&value, last);
        if kept.last_mut().is_some_and(beaten) {
            continue;
        }
        while kept.last().is_some_and(|last| last.span.overlaps(&value.span)) {
            kept.pop();
        }
        kept.push(value);
    }
    kept
}

/// Whether one of two overlapping values is the better reading: the one that
/// holds the other, else the one that says more, else the longer.
fn wins(value: &Extracted, other: &Extracted) -> bool {
    if value.span == other.span {
        return rank(value) > rank(other);
    }
    if value.span.contains(&other.span) || other.span.contains(&value.span) {
        return value.span.len() > other.span.len();
    }
    (rank(value), value.span.len()) > (rank(other), other.span.len())
}

/// How much a reading says of what it read. What can only be a date and is
/// none yet says least: `3/4` is a fraction until a reference makes it one. A
/// duration comes before the time
/// of day that the same words can be (`1h45`), as its reader leaves those that
/// are one alone.
fn rank(value: &Extracted) -> u8 {
    match &value.reading {
        Reading::Moment(when) if when.moment.is_none() && when.clock.is_none() => 0,
        Reading::Number(_) => 1,
        Reading::Ordinal(_) => 2,
        Reading::Percent(_) | Reading::Money(_) | Reading::Quantity(_) => 3,
        Reading::Moment(_) => 4,
        Reading::Duration(..) => 5,
    }
}
/// Whether a verb in the present tells of what is to come on a day: `opens` on Saturday.
#[must_use]
pub fn is_scheduled(word: &str) -> bool {
    language::en_tenses::SCHEDULED.contains(&word)
}
