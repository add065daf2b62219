//! Each mention in its paragraph, with the quote and the value marked, and what
//! is known of its position.

use super::shown;
use crate::compare::words::list_in_words;
use crate::report::Report;
use crate::report::article::ArticleView;
use crate::report::page::{Page, TopicPage};
use crate::report::paragraph::{Mark, Paragraph, Piece};
use crate::report::uri::web;
use crate::report::view::{MentionView, PositionView, TopicView};
use maud::{Markup, html};

pub(super) fn evidence(page: &Page<'_>, topic: &TopicPage<'_>) -> Markup {
    html! {
        details class="evidence" {
            summary { "Evidence and arithmetic" }
            @for group in &topic.groups {
                @for (position, tokens) in &group.rows { (of_position(page.report, topic, position, tokens)) }
            }
            @if !topic.view.relations.is_empty() {
                h3 { "How they stand to each other" }
                ul class="relations" {
                    @for relation in &topic.view.relations {
                        li class=(relation.relation.name()) {
                            a href={ "#e-" (relation.a) } { (relation.a) } " and " a href={ "#e-" (relation.b) } { (relation.b) }
                            ": " b { (relation.relation.name()) } ": " (shown(&relation.reason))
                        }
                    }
                }
            }
        }
    }
}

/// What the statements of a topic imply that none of them says.
pub(super) fn together(topic: &TopicView) -> Markup {
    html! {
        @for together in &topic.together {
            details class="together" {
                summary {
                    "Taken together"
                    @if !together.without.is_empty() { ", leaving out " (shown(&named(topic, &together.without))) }
                }
                ul {
                    @for implied in &together.implied {
                        li {
                            (shown(&implied.says))
                            span class="small line" { (shown(&implied.because.join("; "))) " (" (links(&implied.positions)) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// `the Élysée (6 calls)`: a row of the page has no number.
fn named(topic: &TopicView, ids: &[String]) -> String {
    let positions = topic.positions.iter().filter(|position| ids.contains(&position.id));
    list_in_words(&positions.map(|position| format!("{} ({})", position.who, position.says)).collect::<Vec<_>>(), 6)
}

fn links(ids: &[String]) -> Markup {
    html! { @for (at, id) in ids.iter().enumerate() { @if at > 0 { ", " } a href={ "#e-" (id) } { (id) } } }
}

fn of_position(report: &Report, topic: &TopicPage<'_>, position: &PositionView, tokens: &str) -> Markup {
    html! {
        section class="position" id={ "e-" (position.id) } data-k=(tokens) tabindex="-1" {
            h3 { span class="id" { (position.id) } " " (shown(&position.who)) ": " span class="value" { (shown(&position.says)) } }
            dl { @for (name, said) in &position.facts { dt { (name) } dd { (shown(said)) } } }
            @if !position.wording.is_empty() { (wording(&position.wording)) }
            @for &at in &position.mentions {
                @match topic.quoted.get(&at) {
                    Some(print) => (referred(report, &topic.view.mentions[at], print)),
                    None => (quoted(report, &topic.view.mentions[at], false)),
                }
            }
        }
    }
}

/// A mention in its paragraph, and where it stands; with the address of its
/// article, or only with the way to where that stands.
pub(super) fn quoted(report: &Report, mention: &MentionView, has_address: bool) -> Markup {
    html! {
        figure class="quoted" {
            blockquote { (paragraph(&mention.paragraph)) }
            figcaption { (place(report, mention, has_address)) }
        }
    }
}

/// Where a mention stands, and the way to the verdict beside which it is quoted.
fn referred(report: &Report, mention: &MentionView, print: &str) -> Markup {
    html! { p class="small" { (place(report, mention, false)) " · quoted beside " a href={ "#f-" (print) } { "the verdict" } } }
}

fn place(report: &Report, mention: &MentionView, has_address: bool) -> Markup {
    html! {
        @match report.article(&mention.article) {
            Some(article) => (short_source(article, has_address)),
            None => (shown(&mention.article)),
        }
        ", line " (mention.line.0) ", column " (mention.column.0)
        @if let Some(claim) = &mention.claim { " · claim " code { (claim) } }
    }
}

fn paragraph(paragraph: &Paragraph) -> Markup {
    html! {
        @if paragraph.goes_before { "… " }
        (pieces(&paragraph.pieces))
        @if paragraph.goes_on { " …" }
    }
}

fn pieces(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece.mark {
                Mark::Plain => (piece.text),
                Mark::Quote => mark { (piece.text) },
                Mark::Value => mark class="v" { (piece.text) },
                Mark::LeftOut => { " " del { (piece.text) } " " },
                Mark::Added => { " " ins { (piece.text) } " " },
            }
        }
    }
}

/// A quotation beside the wording of its topic.
pub(super) fn wording(printed: &[Piece]) -> Markup {
    html! { p class="wording" { span class="small" { "Against the wording: " } (pieces(printed)) } }
}

/// The outlet and the day of an article, with the way to its text.
fn short_source(article: &ArticleView, has_address: bool) -> Markup {
    html! {
        a href={ "#a-" (article.id) } { (shown(article.front.outlet.as_deref().unwrap_or(&article.id))) }
        @if let Some(published) = &article.front.published { ", " (shown(published)) }
        @if let Some(url) = article.front.url.as_deref().and_then(web).filter(|_| has_address) { ", " a href=(url) { "original" } }
    }
}

/// The title, the outlet, the day and the address of an article.
pub(super) fn source(article: &ArticleView) -> Markup {
    let title = article.front.title.as_deref().unwrap_or(&article.id);
    html! {
        @match article.front.url.as_deref().and_then(web) {
            Some(url) => a href=(url) { cite { (shown(title)) } },
            None => cite { (shown(title)) },
        }
        @if let Some(outlet) = &article.front.outlet { ", " (shown(outlet)) }
        @if let Some(published) = &article.front.published { ", " (shown(published)) }
    }
}
