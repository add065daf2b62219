//! A finding: the verdict, and the evidence of its sides beside it.

use super::{evidence, shown};
use crate::history::Fate;
use crate::report::Report;
use crate::report::page::{Card, PLACES, Page};
use crate::report::view::PositionView;
use maud::{Markup, html};

pub(super) fn card(page: &Page<'_>, card: &Card<'_>) -> Markup {
    let report = page.report;
    let finding = card.view;
    let id = format!("f-{}", finding.fingerprint);
    let severity = finding.severity.name();
    let state = if finding.is_open { severity } else { "ruled" };
    html! {
        article class={ "finding " (state) } id=(id) aria-labelledby={ (id) "-h" } data-k=(card.tokens) tabindex="-1" {
            h3 id={ (id) "-h" } {
                span class={ "tag " (state) } { (state) }
                @if let Some(fate) = finding.fate.filter(|fate| *fate != Fate::Unchanged) {
                    " " span class="tag note" { (fate.name()) }
                }
                " " (shown(&finding.message)) " "
                a class="permalink" href={ "#" (id) } aria-label="Permanent link to this finding" { "#" }
            }
            @if card.is_beside {
                (sides(report, card))
            } @else if !card.sides.is_empty() {
                details {
                    summary { @if let [_] = card.sides.as_slice() { "The position" } @else { "The " (card.sides.len()) " positions" } }
                    (sides(report, card))
                }
            }
            @if !card.why.is_empty() {
                details {
                    summary { "Why" }
                    ul class="detail" { @for line in card.why { li { (shown(line)) } } }
                }
            }
            @if let Some(ruling) = &finding.ruling {
                p class="ruling" {
                    b { "Ruling: " } (shown(&ruling.says))
                    @if let Some(note) = &ruling.note { " – " (shown(note)) }
                    @if finding.is_open { " (it no longer holds)" }
                }
            }
            p class="foot small" { code { (finding.rule) } " · " (finding.status) " · " code { (finding.fingerprint) } }
        }
    }
}

fn sides(report: &Report, card: &Card<'_>) -> Markup {
    html! { div class="sides" { @for position in &card.sides { (side(report, card, position)) } } }
}

fn side(report: &Report, card: &Card<'_>, position: &PositionView) -> Markup {
    let mentions = card.topic.map(|topic| topic.mentions.as_slice()).unwrap_or_default();
    html! {
        section class="side" {
            h4 { span class="who" { (shown(&position.who)) } " " span class="value" { (shown(&position.says)) } }
            @if !position.scope.is_empty() { p class="scope" { (shown(&position.scope.join("; "))) } }
            @for &at in position.mentions.iter().take(PLACES) { (evidence::quoted(report, &mentions[at], true)) }
            @if !position.wording.is_empty() { (evidence::wording(&position.wording)) }
            @if position.mentions.is_empty() {
                p class="small" { @for claim in &position.claims { "claim " code { (claim) } " " } "stands in no article" }
            }
            @if position.mentions.len() > PLACES { p class="small" { a href={ "#e-" (position.id) } { "and " (position.mentions.len() - PLACES) " more" } } }
        }
    }
}
