//! The page an editor reads, prints and sends: one file that asks nothing of the
//! network and obeys nothing that an article says.
//!
//! What matters stands first, in sentences; then the topics, worst first, each
//! with its charts, its table and its findings with the evidence beside them;
//! then the whole at a glance. Without its script the page can be read whole;
//! the script filters, sorts and opens.
//!
//! ```text
//! gainsay report --output report.html
//! ```
//!
//! Every text is escaped by the templates. The content security policy names
//! the hashes of our own script and style, and allows nothing else.

mod card;
mod chart;
mod end;
mod evidence;
mod filters;
mod head;
mod table;
mod topic;

use super::Format;
use super::json::Tool;
use crate::report::page::Page;
use crate::report::{Layout, Report};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "html",
    summary: "a page to read, print and send",
    page: include_str!("../../../../docs/formats/html.md"),
    write: write_html,
};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

fn write_html(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(document(&Page::new(report)).into_string().as_bytes())?;
    out.write_all(b"\n")
}

fn document(page: &Page<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ (Tool::THIS.name) " " (Tool::THIS.version) };
                title { (head::title(page)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a class="skip" href="#topics" { "Skip to the findings" }
                (head::header(page))
                (filters::filters(page))
                main id="main" {
                    (topic::topics(page))
                    (end::grid(page))
                    (end::timeline(page))
                    (end::articles(page))
                    (end::unspoken(page))
                    (end::diagnostics(page))
                }
                (end::footer())
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// Nothing may be loaded, sent or run but our own style and script.
fn policy() -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// Text as people may see it, with its no-break spaces.
fn shown(text: &str) -> String {
    text.split('\u{a0}').map(crate::report::visible::visible).collect::<Vec<_>>().join("\u{a0}")
}

/// The word of a severity, which never stands in colour alone.
fn severity_class(worst: Option<crate::compare::Severity>) -> &'static str {
    worst.map_or("plain", crate::compare::Severity::name)
}
