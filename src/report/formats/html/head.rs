//! What the page opens with: how many conflicts, on which topics, between whom;
//! what was and was not checked.

use super::shown;
use crate::report::page::Page;
use crate::report::told::counted;
use maud::{Markup, html};

/// How many conflicts are listed at the top.
const LISTED: usize = 12;

pub(super) fn title(page: &Page<'_>) -> String {
    let told = &page.report.told;
    let open = counted(told.conflicts.len(), "conflict");
    if told.is_nothing { "Nothing was checked – gainsay".to_owned() } else { format!("{open} – gainsay report") }
}

pub(super) fn header(page: &Page<'_>) -> Markup {
    let told = &page.report.told;
    html! {
        header class="top" {
            p class="kicker" { "Where sources contradict each other" }
            h1 { (shown(&told.headline)) }
            (conflicts(page))
            div class="checked" {
                h2 { "What was checked" }
                p { (shown(&told.checked)) }
                @if !told.unchecked.is_empty() {
                    ul { @for line in &told.unchecked { li { (shown(line)) } } }
                }
            }
            (counts(page))
        }
    }
}

fn conflicts(page: &Page<'_>) -> Markup {
    let report = page.report;
    let told = &report.told;
    html! {
        @if !told.conflicts.is_empty() {
            ol class="conflicts" {
                @for finding in told.conflicts.iter().take(LISTED).map(|&at| &report.findings[at]) {
                    li {
                        @if let Some(topic) = report.topic_of(finding) { span class="question" { (shown(&topic.question)) } }
                        a href={ "#f-" (finding.fingerprint) } { (shown(&finding.message)) }
                    }
                }
            }
            @if told.conflicts.len() > LISTED { p { "… and " (told.conflicts.len() - LISTED) " more below." } }
        }
    }
}

fn counts(page: &Page<'_>) -> Markup {
    let summary = &page.report.summary;
    let counts = [
        (summary.articles, "article", "plain"),
        (summary.topics, "topic", "plain"),
        (summary.mentions, "place", "plain"),
        (summary.conflicts, "conflict", "conflict"),
        (summary.warnings, "warning", "warning"),
        (summary.notes, "note", "plain"),
        (summary.ruled, "ruled on", "plain"),
    ];
    html! {
        ul class="counts" aria-label="Counts" {
            @for (count, what, class) in counts {
                li class=(class) { b { (count) } " " (if count == 1 || what.contains(' ') { what.to_owned() } else { format!("{what}s") }) }
            }
        }
    }
}
