//! The whole at a glance: articles against topics, all dates on one axis, the
//! articles, what nobody speaks to, trouble in the files.

use super::evidence::source;
use super::{chart, shown};
use crate::report::formats::json::Tool;
use crate::report::page::Page;
use crate::report::page::grid::GridLine;
use crate::report::view::Footing;
use maud::{Markup, html};

pub(super) fn grid(page: &Page<'_>) -> Markup {
    let grid = &page.grid;
    html! {
        @if !grid.lines.is_empty() {
            section class="whole" aria-labelledby="grid-h" {
                h2 id="grid-h" { "Articles and topics" }
                (legend())
                div class="scroll" role="group" aria-label="Articles against topics" tabindex="0" {
                    table class="grid" {
                        thead { tr {
                            th scope="col" { "Article" }
                            @for topic in &grid.topics {
                                th scope="col" class="up" { a href={ "#t-" (topic.id) } { span { (shown(&topic.id)) } } }
                            }
                        } }
                        tbody { @for line in &grid.lines { (grid_line(line)) } }
                    }
                }
                @if grid.left_out != (0, 0) {
                    p class="small" { (grid.left_out.1) " more articles and " (grid.left_out.0) " more topics are left out here: those with the fewest findings." }
                }
            }
        }
    }
}

fn grid_line(line: &GridLine<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { a href={ "#a-" (line.article.id) } { (shown(&line.article.id)) } }
            @for footing in &line.cells { td class=(class(*footing)) { span { (words(*footing)) } } }
        }
    }
}

fn legend() -> Markup {
    let all = [
        Footing::Conflicts,
        Footing::OtherScope,
        Footing::Agrees,
        Footing::Alone,
        Footing::Silent,
        Footing::NotLookedAt,
    ];
    html! { ul class="legend" aria-label="Legend" { @for footing in all { li { i class=(class(footing)) aria-hidden="true" {} " " (words(footing)) } } } }
}

fn class(footing: Footing) -> &'static str {
    match footing {
        Footing::Conflicts => "sc",
        Footing::OtherScope => "so",
        Footing::Agrees => "sa",
        Footing::Alone => "s1",
        Footing::Silent => "ss",
        Footing::NotLookedAt => "sn",
    }
}

fn words(footing: Footing) -> &'static str {
    match footing {
        Footing::Conflicts => "conflicts",
        Footing::OtherScope => "other scope",
        Footing::Agrees => "agrees",
        Footing::Alone => "alone",
        Footing::Silent => "silent",
        Footing::NotLookedAt => "not looked at",
    }
}

pub(super) fn timeline(page: &Page<'_>) -> Markup {
    html! {
        @if let Some(timeline) = &page.timeline {
            section class="whole" aria-labelledby="timeline-h" {
                h2 id="timeline-h" { "Timeline" }
                (chart::figure(timeline))
            }
        }
    }
}

pub(super) fn articles(page: &Page<'_>) -> Markup {
    html! {
        section class="whole" aria-labelledby="articles-h" {
            h2 id="articles-h" { "Articles" }
            ul class="articles" {
                @for article in &page.report.articles {
                    li id={ "a-" (article.id) } tabindex="-1" {
                        (source(article))
                        span class="small line" { code { (shown(&page.report.file_of(article))) } " · " (crate::report::told::counted(article.mentions(), "place")) }
                    }
                }
            }
        }
    }
}

pub(super) fn unspoken(page: &Page<'_>) -> Markup {
    let report = page.report;
    html! {
        @if !report.unspoken.is_empty() {
            section class="whole" aria-labelledby="unspoken-h" {
                h2 id="unspoken-h" { "Topics without an answer" }
                ul {
                    @for topic in report.unspoken.iter().map(|&at| &report.topics[at]) {
                        li { (shown(&topic.question)) " " code { (shown(&topic.id)) } }
                    }
                }
            }
        }
    }
}

pub(super) fn diagnostics(page: &Page<'_>) -> Markup {
    let told = &page.report.diagnostics;
    html! {
        @if !told.is_empty() {
            section class="whole" aria-labelledby="trouble-h" {
                h2 id="trouble-h" { "Trouble in the files" }
                ul {
                    @for told in told {
                        li {
                            code { (shown(&told.path)) @if let Some(line) = told.line { ":" (line.0) } }
                            " " (shown(&told.message))
                            @if let Some(help) = &told.help { " – " (shown(help)) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn footer() -> Markup {
    html! {
        footer {
            p class="small" { "Made by " (Tool::THIS.name) " " (Tool::THIS.version) ". The same files give the same page. Nothing on it was loaded from elsewhere." }
        }
    }
}
