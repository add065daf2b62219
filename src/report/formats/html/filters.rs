//! What the page can be filtered and sorted by. Without the script the form
//! stays hidden: the page is whole.

use super::shown;
use crate::report::page::{Choice, Page};
use maud::{Markup, html};

pub(super) fn filters(page: &Page<'_>) -> Markup {
    let choices = &page.choices;
    html! {
        search class="filters" hidden {
            form id="filters" {
                details id="filter-box" open {
                    summary { "Filter and sort" }
                    div class="fields" {
                        (select("topic", "Topic", &choices.topics))
                        (select("claimant", "Claimant", &choices.claimants))
                        (select("article", "Article", &choices.articles))
                        (select("rule", "Rule", &choices.rules))
                        (select("status", "Status", &choices.statuses))
                        label {
                            span { "Sort topics" }
                            select name="sort" {
                                option value="worst" { "worst first" }
                                option value="order" { "as in the claims file" }
                                option value="question" { "by question" }
                                option value="count" { "most findings first" }
                            }
                        }
                        button type="reset" { "Show all" }
                    }
                }
            }
            p id="shown" role="status" {}
        }
    }
}

fn select(name: &str, label: &str, choices: &[Choice]) -> Markup {
    html! {
        label {
            span { (label) }
            select name=(name) {
                option value="" { "all" }
                @for choice in choices { option value=(choice.token) { (shown(&choice.label)) } }
            }
        }
    }
}
