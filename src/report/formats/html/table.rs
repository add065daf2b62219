//! The conflict table of a topic, and a readout as a matrix: points down, sides
//! across.

use super::{severity_class, shown};
use crate::report::excerpt::excerpt;
use crate::report::heard::{Heard, Matrix};
use crate::report::page::{Group, TopicPage};
use crate::report::paragraph::{Mark, Piece};
use crate::report::view::PositionView;
use maud::{Markup, html};

/// How much of a quote a cell of a readout shows.
const QUOTE: usize = 200;

pub(super) fn positions(topic: &TopicPage<'_>) -> Markup {
    html! {
        div class="scroll" role="group" aria-label="Positions" tabindex="0" {
            table class="positions" {
                thead { tr {
                    th scope="col" { "What is said" }
                    th scope="col" { "Who says it" }
                    th scope="col" { "Period and scope" }
                    th scope="col" { "Independent texts" }
                    th scope="col" { "Where" }
                } }
                @for group in &topic.groups { (group_rows(group)) }
            }
        }
    }
}

fn group_rows(group: &Group<'_>) -> Markup {
    html! {
        tbody class=(severity_class(group.worst)) {
            @for (at, (row, tokens)) in group.rows.iter().enumerate() {
                tr data-k=(tokens) {
                    @if at == 0 {
                        th scope="rowgroup" rowspan=[Some(group.rows.len()).filter(|&rows| rows > 1)] {
                            span class="value" { (shown(group.says)) }
                            @if let Some(stated) = &row.stated { span class="stated" { (shown(stated)) } }
                            @if let Some(worst) = group.worst.filter(|worst| *worst != crate::compare::Severity::Note) {
                                span class={ "tag " (worst.name()) } { (worst.name()) }
                            }
                        }
                    }
                    td { (shown(&row.who)) }
                    td { (lines(&row.scope)) }
                    td { (row.origins) }
                    td { (places(row)) }
                }
            }
        }
    }
}

fn lines(texts: &[String]) -> Markup {
    html! {
        @if texts.is_empty() { span class="none" { "not stated" } }
        @for text in texts { span class="line" { (shown(text)) } }
    }
}

fn places(row: &PositionView) -> Markup {
    html! { @for place in &row.places { a href={ "#e-" (row.id) } { (shown(place)) } } }
}

pub(super) fn matrix(matrix: &Matrix) -> Markup {
    html! {
        div class="scroll" role="group" aria-label="Points and sides" tabindex="0" {
            table class="readout" {
                thead { tr {
                    th scope="col" { "Point" }
                    @for side in &matrix.sides { th scope="col" { (shown(side)) } }
                } }
                tbody {
                    @for line in &matrix.lines {
                        tr class=(severity_class(line.worst)) {
                            th scope="row" { (shown(&line.question)) }
                            @for (side, heard) in matrix.sides.iter().zip(&line.cells) { (cell(side, heard)) }
                        }
                    }
                }
            }
        }
    }
}

/// The words of a side, cut around what is marked in them.
fn cut(words: &[Piece]) -> Markup {
    html! {
        @for piece in excerpt(words, QUOTE) {
            @if piece.mark == Mark::Plain { (piece.text) } @else { mark { (piece.text) } }
        }
    }
}

fn cell(side: &str, heard: &Heard) -> Markup {
    html! {
        @match heard {
            Heard::Nothing => td class="nothing" { "–" },
            Heard::Silent => td class="silent" data-head=(shown(side)) { "silent" },
            Heard::Unpublished => td class="unpublished" data-head=(shown(side)) { "not yet published" },
            Heard::Says { option, words, places } => td class="says" data-head=(shown(side)) {
                @if let Some(option) = option { b class="line" { (shown(option)) } }
                @if !words.is_empty() { q { (cut(words)) } }
                @for place in places { span class="line small" { (shown(place)) } }
            },
        }
    }
}
