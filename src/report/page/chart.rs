//! Charts as places and labels: bars over an axis, from 0 to 100. What draws
//! them need not know what they mean.
//!
//! Three charts have one shape. Windows: every statement over its period, with
//! the days on which an edge may lie as the lighter part. Values: every
//! statement's interval. The timeline: dated statements of all topics.
//!
//! ```text
//! the Élysée: 6 calls      ░░████████████▒▒
//! the Kremlin: 14 calls    ░░████████████▒▒   conflict
//! ```

use super::super::Report;
use super::super::values::{EdgeView, Figure, ValueView};
use super::super::view::{PositionView, TopicView};
use super::super::visible::{shorten, visible};
use super::scale::{Scale, number_of};
use crate::compare::Severity;
use crate::compare::words::plural;
use jiff::civil::{Date, DateTime};
use rust_decimal::prelude::ToPrimitive;
use unicode_width::UnicodeWidthStr;

/// How much of a label fits beside a chart on a telephone.
const LABEL: usize = 44;
/// Charts of more rows than this are no longer seen at a glance.
const ROWS: usize = 60;

/// A mark on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, from 0 to 100.
    pub at: f64,
    /// What is there.
    pub label: String,
}

/// How a bar ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The end belongs to it.
    Closed,
    /// The end does not belong to it.
    Open,
    /// It goes on without end.
    Endless,
}

/// What a bar says of its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// In a conflict.
    Conflict,
    /// In none.
    Plain,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands under, where that changes.
    pub heading: Option<String>,
    /// Who says what.
    pub label: String,
    /// The position, to link to.
    pub position: String,
    /// What it says of its statement.
    pub tone: Tone,
    /// Where it lies for certain; `None` where no part is certain.
    pub sure: Option<(f64, f64)>,
    /// Where it may lie.
    pub perhaps: (f64, f64),
    /// How it begins and ends; stretches of time have no ends to tell apart.
    pub ends: (End, End),
    /// Whether it is a stretch of time.
    pub is_time: bool,
    /// The same in words.
    pub told: String,
}

/// Bars over an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// From the top.
    pub bars: Vec<Bar>,
    /// Along the axis.
    pub ticks: Vec<Tick>,
    /// How many statements there was no room for.
    pub left_out: usize,
}

/// A stretch before it has a place: outer low, inner low, inner high, outer
/// high; `None` where it is endless.
#[derive(Clone, Copy)]
struct Stretch {
    low: Option<(f64, f64)>,
    high: Option<(f64, f64)>,
    open: (bool, bool),
    is_time: bool,
}

impl Stretch {
    fn known(&self) -> impl Iterator<Item = f64> + Clone {
        let ends = [self.low, self.high].into_iter().flatten();
        ends.flat_map(|(a, b)| [a, b])
    }

    fn order(&self) -> (f64, f64) {
        (self.low.map_or(f64::NEG_INFINITY, |low| low.0), -self.high.map_or(f64::INFINITY, |high| high.1))
    }
}

/// Every statement of a topic over its period, those of one period together.
pub(super) fn window_chart(topic: &TopicView) -> Option<Chart> {
    let edge = |edge: &Option<EdgeView>| edge.as_ref().and_then(|edge| Some((day(&edge.low)?, day(&edge.high)?)));
    let stretch = |position: &PositionView| {
        let window = position.window.as_ref()?;
        let high = edge(&window.to).map(|(low, high)| (low + 1.0, high + 1.0));
        Some(Stretch { low: edge(&window.from), high, open: (false, false), is_time: true })
    };
    let title = "When: each statement over its period";
    let chart = chart(title, topic, stretch, Axis::Days, |position| position.scope.first().cloned())?;
    Some(chart).filter(|chart| !chart.bars.is_empty())
}

/// Every statement's interval.
pub(super) fn value_chart(topic: &TopicView) -> Option<Chart> {
    let numbers = topic.positions.iter().any(|position| matches!(position.value, ValueView::Amount { .. }));
    let axis = if numbers { Axis::Numbers } else { Axis::Days };
    let unit = topic.unit.as_ref().map(|unit| format!(", in {}", plural(unit))).unwrap_or_default();
    let title = if numbers {
        format!("How much: each statement’s interval{unit}")
    } else {
        "When: each statement’s days".to_owned()
    };
    let chart = chart(&title, topic, |position| interval(&position.value), axis, |_| None)?;
    Some(chart).filter(|chart| chart.bars.len() > 1)
}

/// Every dated statement on one axis, by topic.
pub(super) fn timeline(report: &Report) -> Option<Chart> {
    let topics = report.spoken.iter().map(|&at| &report.topics[at]);
    let mut rows: Vec<(&TopicView, &PositionView, Stretch)> = Vec::new();
    for topic in topics {
        let dated = topic.positions.iter().filter(|position| matches!(position.value, ValueView::Date { .. }));
        rows.extend(dated.filter_map(|position| Some((topic, position, interval(&position.value)?))));
    }
    let first = |topic: &TopicView| {
        let own = rows.iter().filter(|(of, ..)| of.id == topic.id);
        own.map(|(.., stretch)| stretch.order().0).fold(f64::INFINITY, f64::min)
    };
    let mut ordered: Vec<(f64, &(&TopicView, &PositionView, Stretch))> =
        rows.iter().map(|row| (first(row.0), row)).collect();
    ordered
        .sort_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| x.0.id.cmp(&y.0.id)).then_with(|| by_order(&x.2, &y.2)));
    let scale = Axis::Days.over(&rows.iter().flat_map(|(.., stretch)| stretch.known()).collect::<Vec<_>>());
    let mut bars: Vec<Bar> = Vec::new();
    let mut last = "";
    for (_, (topic, position, stretch)) in ordered.iter().take(ROWS) {
        let mut bar = bar(position, stretch, &scale, &[]);
        bar.heading = (topic.id != last).then(|| shorten(&visible(&topic.question), LABEL * 2).into_owned());
        last = &topic.id;
        bars.push(bar);
    }
    let chart = Chart {
        title: "Dated statements of all topics".to_owned(),
        ticks: Axis::Days.ticks(&scale),
        left_out: rows.len() - bars.len(),
        bars,
    };
    Some(chart).filter(|chart| chart.bars.len() > 1)
}

/// What stands along an axis.
#[derive(Clone, Copy)]
enum Axis {
    Numbers,
    Days,
}

impl Axis {
    fn over(self, values: &[f64]) -> Scale {
        match self {
            Self::Numbers => Scale::over(values.iter().copied()),
            Self::Days => Scale::over_days(values.iter().copied()),
        }
    }

    fn ticks(self, scale: &Scale) -> Vec<Tick> {
        match self {
            Self::Numbers => scale.number_ticks(),
            Self::Days => scale.day_ticks(),
        }
    }
}

fn by_order(a: &Stretch, b: &Stretch) -> std::cmp::Ordering {
    let (a, b) = (a.order(), b.order());
    a.0.total_cmp(&b.0).then_with(|| a.1.total_cmp(&b.1))
}

fn chart(
    title: &str,
    topic: &TopicView,
    stretch: impl Fn(&PositionView) -> Option<Stretch>,
    axis: Axis,
    more: impl Fn(&PositionView) -> Option<String>,
) -> Option<Chart> {
    let mut rows: Vec<(&PositionView, Stretch)> =
        topic.positions.iter().filter_map(|position| Some((position, stretch(position)?))).collect();
    rows.sort_by(|(_, a), (_, b)| by_order(a, b));
    let known: Vec<f64> = rows.iter().flat_map(|(_, stretch)| stretch.known()).collect();
    if known.is_empty() {
        return None;
    }
    let scale = axis.over(&known);
    let bars = rows.iter().take(ROWS).map(|(position, stretch)| {
        let extra: Vec<String> = more(position).into_iter().collect();
        bar(position, stretch, &scale, &extra)
    });
    let bars: Vec<Bar> = bars.collect();
    Some(Chart { title: title.to_owned(), ticks: axis.ticks(&scale), left_out: rows.len() - bars.len(), bars })
}

fn bar(position: &PositionView, stretch: &Stretch, scale: &Scale, more: &[String]) -> Bar {
    let place =
        |end: Option<(f64, f64)>, endless: f64| end.map_or((endless, endless), |(a, b)| (scale.at(a), scale.at(b)));
    let (low, high) = (place(stretch.low, 0.0), place(stretch.high, 100.0));
    let end = |known: bool, is_open: bool| match (known, is_open) {
        (false, _) => End::Endless,
        (true, true) => End::Open,
        (true, false) => End::Closed,
    };
    let plain = |text: &str| visible(text).replace('\u{a0}', " ");
    let (who, says) = (plain(&position.who), plain(&position.says));
    // Where both do not fit, who says it is cut before what is said.
    let room = LABEL.saturating_sub(says.width() + 2).max(LABEL / 3);
    let short = format!("{}: {says}", shorten(&who, room));
    let label = format!("{who}: {says}");
    let told: Vec<String> = std::iter::once(label.clone()).chain(more.iter().map(|text| plain(text))).collect();
    Bar {
        heading: None,
        label: shorten(&short, LABEL).into_owned(),
        position: position.id.clone(),
        tone: match position.worst {
            Some(Severity::Conflict) => Tone::Conflict,
            _ => Tone::Plain,
        },
        sure: (low.1 <= high.0).then_some((low.1, high.0)),
        perhaps: (low.0, high.1.max(low.0)),
        is_time: stretch.is_time,
        ends: (end(stretch.low.is_some(), stretch.open.0), end(stretch.high.is_some(), stretch.open.1)),
        told: told.join(", "),
    }
}

/// A value as a stretch of numbers or days.
fn interval(value: &ValueView) -> Option<Stretch> {
    let twice = |end: Option<f64>| end.map(|end| (end, end));
    match value {
        ValueView::Amount { low, high, low_open, high_open, .. } => {
            let number = |figure: &Option<Figure>| figure.and_then(|figure| figure.0.to_f64());
            Some(Stretch {
                low: twice(number(low)),
                high: twice(number(high)),
                open: (*low_open, *high_open),
                is_time: false,
            })
        }
        ValueView::Date { low, high, .. } => {
            let (from, to) = (low.as_deref().and_then(day), high.as_deref().and_then(day));
            // A whole day ends where the next begins; a minute is a minute.
            let to = to.map(|to| {
                if to.fract() == 0.0 && !high.as_ref().is_some_and(|high| high.contains('T')) { to + 1.0 } else { to }
            });
            Some(Stretch { low: twice(from), high: twice(to), open: (false, false), is_time: true })
        }
        _ => None,
    }
}

/// `2022-02-24` or `2022-02-24T23:30` as days.
fn day(text: &str) -> Option<f64> {
    if let Ok(at) = text.parse::<Date>() {
        return number_of(at);
    }
    let at: DateTime = text.parse().ok()?;
    Some(number_of(at.date())? + (f64::from(at.hour()) * 60.0 + f64::from(at.minute())) / 1440.0)
}
