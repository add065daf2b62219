//! One topic: its question, its charts, its table, its findings.

use super::{card, chart, evidence, shown, table};
use crate::compare::Severity;
use crate::report::page::{Page, TopicPage};
use maud::{Markup, html};

pub(super) fn topics(page: &Page<'_>) -> Markup {
    html! {
        div id="topics" class=[page.is_long.then_some("many")] {
            @for topic in &page.topics { (section(page, topic)) }
            @if !page.topicless.is_empty() {
                section class="topic" data-k="" data-order=(usize::MAX) {
                    h2 { "On no topic" }
                    @for card in &page.topicless { (card::card(page, card)) }
                }
            }
            p id="nothing" hidden { "Nothing fits these filters." }
        }
    }
}

fn section(page: &Page<'_>, topic: &TopicPage<'_>) -> Markup {
    let view = topic.view;
    let id = format!("t-{}", view.id);
    html! {
        section class={ "topic " (super::severity_class(view.worst)) } id=(id) data-k=(topic.tokens) data-order=(topic.order) {
            h2 { a href={ "#" (id) } { (shown(&view.question)) } }
            p class="about" { code { (view.id) } " · " (view.kind.name()) }
            @for card in topic.cards.iter().filter(|card| card.view.severity == Severity::Conflict) { (card::card(page, card)) }
            @if topic.windows.is_some() || topic.values.is_some() {
                div class="charts" {
                    @if let Some(windows) = &topic.windows { (chart::figure(windows)) }
                    @if let Some(values) = &topic.values { (chart::figure(values)) }
                }
            }
            @match &view.matrix {
                Some(matrix) => (table::matrix(matrix)),
                None => (table::positions(topic)),
            }
            (evidence::together(view))
            @for card in topic.cards.iter().filter(|card| card.view.severity != Severity::Conflict) { (card::card(page, card)) }
            (evidence::evidence(page, topic))
        }
    }
}
