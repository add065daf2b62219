//! A chart as SVG: places are percentages, so that it grows with the page while
//! its letters stay as large as they are.

use crate::report::page::{Bar, Chart, End, Tick, Tone};
use maud::{Markup, html};

/// The height of a bar with its label.
const ROW: f64 = 40.0;
/// The height of a heading above a bar.
const HEADING: f64 = 30.0;
/// Where the foot of a label is; the style places the bar below it.
const LABEL: f64 = 15.0;
/// The middle of a bar below the foot of its label, as the style has it.
const MIDDLE: f64 = 12.0;
/// A bar narrower than this, of a hundred, would not be seen: it is a dot.
const NARROW: f64 = 0.35;
/// Room for the marks of the axis.
const AXIS: f64 = 26.0;

/// A chart in a figure, with the same in words for those who cannot see it. A
/// page can have a thousand charts: what all of them share is in the style.
pub(super) fn figure(chart: &Chart) -> Markup {
    let height = chart.bars.iter().map(row_height).sum::<f64>();
    html! {
        figure class="chart" {
            figcaption { (chart.title) }
            svg role="img" aria-label=(in_words(chart)) height=(height + AXIS) {
                svg class="lines" height=(height) { @for tick in &chart.ticks { rect x=(percent(tick.at)) {} } }
                (rows(chart))
                svg class="ticks" y=(height + 17.0) { @for tick in &chart.ticks { (label(tick)) } }
            }
            @if chart.left_out > 0 { p class="small" { (chart.left_out) " more statements are in the table." } }
        }
    }
}

fn row_height(bar: &Bar) -> f64 {
    ROW + if bar.heading.is_some() { HEADING } else { 0.0 }
}

fn in_words(chart: &Chart) -> String {
    let told = chart.bars.iter().map(|bar| match bar.tone {
        Tone::Conflict => format!("{} (in conflict)", bar.told),
        Tone::Plain => bar.told.clone(),
    });
    told.collect::<Vec<_>>().join("; ")
}

fn rows(chart: &Chart) -> Markup {
    let mut top = 0.0;
    let mut tops = Vec::with_capacity(chart.bars.len());
    for bar in &chart.bars {
        tops.push(top);
        top += row_height(bar);
    }
    html! { @for (bar, top) in chart.bars.iter().zip(tops) { (row(bar, top)) } }
}

/// A label with its bar; what stands in it is placed from the foot of the label.
fn row(bar: &Bar, top: f64) -> Markup {
    let start = top + if bar.heading.is_some() { HEADING } else { 0.0 };
    let tone = match bar.tone {
        Tone::Conflict => "bar conflict",
        Tone::Plain => "bar",
    };
    html! {
        @if let Some(heading) = &bar.heading { text class="heading" y=(top + HEADING - 8.0) { (heading) } }
        svg class=(tone) y=(start + LABEL) {
            text { (bar.label) @if bar.tone == Tone::Conflict { tspan { " ✕ conflict" } } }
            line x2="100%" {}
            @if bar.is_time && bar.perhaps.1 - bar.perhaps.0 < NARROW {
                circle cx=(percent((bar.perhaps.0 + bar.perhaps.1) / 2.0)) {}
            } @else {
                @if bar.sure != Some(bar.perhaps) { (stretch(Some("perhaps"), bar.perhaps)) }
                @if let Some(sure) = bar.sure { (stretch(None, sure)) }
                (end(bar, bar.ends.0, bar.perhaps.0, true))
                @if bar.perhaps.0 != bar.perhaps.1 || bar.ends.0 != bar.ends.1 {
                    (end(bar, bar.ends.1, bar.perhaps.1, false))
                }
            }
        }
    }
}

/// A part of a bar; a point has none.
fn stretch(class: Option<&str>, (from, to): (f64, f64)) -> Markup {
    html! { @if to > from { rect class=[class] x=(percent(from)) width=(percent(to - from)) {} } }
}

/// A filled ring where the end belongs to the bar, a hollow one where it does
/// not, an arrow where it has none.
fn end(bar: &Bar, end: End, at: f64, is_left: bool) -> Markup {
    let arrow = if is_left { "M11 -7 L0 0 L11 7 Z" } else { "M-11 -7 L0 0 L-11 7 Z" };
    html! {
        @match end {
            End::Closed | End::Open if bar.is_time => {},
            End::Closed => circle cx=(percent(at)) {},
            End::Open => circle class="open" cx=(percent(at)) {},
            End::Endless => svg x=(percent(at)) y=(MIDDLE) { path d=(arrow) {} },
        }
    }
}

fn label(tick: &Tick) -> Markup {
    let class = match tick.at {
        at if at < 12.0 => Some("first"),
        at if at > 88.0 => Some("last"),
        _ => None,
    };
    html! { text class=[class] x=(percent(tick.at)) { (tick.label) } }
}

fn percent(at: f64) -> String {
    format!("{}%", (at * 100.0).round() / 100.0)
}
