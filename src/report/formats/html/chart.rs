//! A chart as SVG: places are percentages, so that it grows with the page while
//! its letters stay as large as they are.

use crate::report::page::{Bar, Chart, End, Tick, Tone};
use maud::{Markup, html};

/// The height of a bar with its label.
const ROW: f64 = 40.0;
/// The height of a heading above a bar.
const HEADING: f64 = 30.0;
/// Where a bar begins below its label.
const BELOW_LABEL: f64 = 21.0;
/// How thick a bar is.
const THICK: f64 = 12.0;
/// A bar narrower than this, of a hundred, would not be seen: it is a dot.
const NARROW: f64 = 0.35;
/// Room for the marks of the axis.
const AXIS: f64 = 26.0;

/// A chart in a figure, with the same in words for those who cannot see it.
pub(super) fn figure(chart: &Chart, id: &str) -> Markup {
    let height = chart.bars.iter().map(row_height).sum::<f64>();
    let (title, told) = (format!("{id}-title"), format!("{id}-told"));
    html! {
        figure class="chart" {
            figcaption id=(title) { (chart.title) }
            svg role="img" aria-labelledby=(title) aria-describedby=(told) width="100%" height=(height + AXIS) {
                desc id=(told) { (in_words(chart)) }
                @for tick in &chart.ticks { line class="grid" x1=(percent(tick.at)) x2=(percent(tick.at)) y2=(height) {} }
                (rows(chart))
                @for tick in &chart.ticks { (label(tick, height)) }
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

fn row(bar: &Bar, top: f64) -> Markup {
    let start = top + if bar.heading.is_some() { HEADING } else { 0.0 };
    let (y, middle) = (start + BELOW_LABEL, start + BELOW_LABEL + THICK / 2.0);
    let tone = match bar.tone {
        Tone::Conflict => "bar conflict",
        Tone::Plain => "bar plain",
    };
    html! {
        @if let Some(heading) = &bar.heading { text class="heading" y=(top + HEADING - 8.0) { (heading) } }
        g class=(tone) {
            text y=(start + 15.0) {
                (bar.label)
                @if bar.tone == Tone::Conflict { tspan class="tag" { " ✕ conflict" } }
            }
            line class="track" x2="100%" y1=(middle) y2=(middle) {}
            @if bar.sure != Some(bar.perhaps) { (stretch("perhaps", bar.perhaps, y)) }
            @if let Some(sure) = bar.sure { (stretch("sure", sure, y)) }
            @if bar.is_time && bar.perhaps.1 - bar.perhaps.0 < NARROW {
                circle class="closed" cx=(percent((bar.perhaps.0 + bar.perhaps.1) / 2.0)) cy=(middle) {}
            } @else if bar.perhaps.0 == bar.perhaps.1 && bar.ends.0 == bar.ends.1 {
                (end(bar, bar.ends.0, bar.perhaps.0, middle, true))
            } @else {
                (end(bar, bar.ends.0, bar.perhaps.0, middle, true))
                (end(bar, bar.ends.1, bar.perhaps.1, middle, false))
            }
        }
    }
}

/// A part of a bar; a point has none.
fn stretch(class: &str, (from, to): (f64, f64), y: f64) -> Markup {
    html! { @if to > from { rect class=(class) x=(percent(from)) width=(percent(to - from)) y=(y) {} } }
}

/// A filled ring where the end belongs to the bar, a hollow one where it does
/// not, an arrow where it has none.
fn end(bar: &Bar, end: End, at: f64, middle: f64, is_left: bool) -> Markup {
    let arrow = if is_left { "M11 -7 L0 0 L11 7 Z" } else { "M-11 -7 L0 0 L-11 7 Z" };
    html! {
        @match end {
            End::Closed | End::Open if bar.is_time => {},
            End::Closed => circle class="closed" cx=(percent(at)) cy=(middle) {},
            End::Open => circle class="open" cx=(percent(at)) cy=(middle) {},
            End::Endless => svg class="endless" x=(percent(at)) y=(middle) { path d=(arrow) {} },
        }
    }
}

fn label(tick: &Tick, height: f64) -> Markup {
    let class = match tick.at {
        at if at < 12.0 => "tick first",
        at if at > 88.0 => "tick last",
        _ => "tick",
    };
    html! { text class=(class) x=(percent(tick.at)) y=(height + 17.0) { (tick.label) } }
}

fn percent(at: f64) -> String {
    format!("{}%", (at * 100.0).round() / 100.0)
}
