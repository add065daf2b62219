//! What `diff` shows: findings that are new, changed and gone, what changed in
//! the claims file, and what changed articles say now.
//!
//! ```text
//! new conflict: the Élysée says 6 calls, the Kremlin 15: … (claimants-conflict 0e9237c7)
//! ap-open-line: "four times" became "five times" (macron-putin-calls)
//! ```

use super::Layout;
use super::style::{FAINT, STRONG, of_severity, painted};
use super::visible::visible;
use super::wrap::wrapped;
use crate::history::{ArticleChange, Changes, ClaimChange, Fate, FindingChange, Meaning};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes the changes for people.
///
/// # Errors
/// When `out` does not take it.
pub fn write_changes(changes: &Changes, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    for change in changes.findings.iter().filter(|change| change.fate != Fate::Unchanged) {
        write_finding(change, layout, out)?;
    }
    for article in &changes.articles {
        for line in article_lines(article) {
            write_wrapped(&line, layout, out)?;
        }
    }
    for change in &changes.claims {
        let line = format!("{} {} {}", change.fate.name(), change.stanza.name(), change.id);
        writeln!(out, "{}", painted(visible(&line), FAINT))?;
    }
    let count = |fate: Fate| changes.with(fate).count();
    let counts = Fate::ALL.map(|fate| format!("{} {}", count(fate), fate.name()));
    writeln!(out, "{}", painted(format!("findings: {}", counts.join(", ")), STRONG))
}

/// The changes for programs.
#[must_use]
pub fn changes_json(changes: &Changes) -> Value {
    let finding = |change: &FindingChange| {
        json!({
            "fate": change.fate.name(), "rule": change.rule, "severity": change.severity.name(),
            "topic": change.topic, "message": change.message, "before": change.before,
            "fingerprint": change.fingerprint, "to_decide": change.is_to_decide,
        })
    };
    let claim = |change: &ClaimChange| json!({"fate": change.fate.name(), "what": format!("{} {}", change.stanza.name(), change.id)});
    let meaning = |meaning: &Meaning| match meaning {
        Meaning::Came => json!({"change": "came"}),
        Meaning::Went => json!({"change": "went"}),
        Meaning::Became { topic, before, after } => {
            json!({"change": "became", "topic": topic, "before": before, "after": after})
        }
        Meaning::Says { topic, words } => json!({"change": "says", "topic": topic, "after": words}),
        Meaning::Dropped { topic, words } => json!({"change": "dropped", "topic": topic, "before": words}),
    };
    let article = |change: &ArticleChange| json!({"article": change.article, "meanings": change.meanings.iter().map(meaning).collect::<Vec<_>>()});
    json!({
        "version": 1,
        "findings": changes.findings.iter().map(finding).collect::<Vec<_>>(),
        "claims": changes.claims.iter().map(claim).collect::<Vec<_>>(),
        "articles": changes.articles.iter().map(article).collect::<Vec<_>>(),
    })
}

fn write_finding(change: &FindingChange, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let severity = painted(change.severity.name(), of_severity(change.severity));
    let print = change.fingerprint.get(..8).unwrap_or(&change.fingerprint);
    let of = change.topic.as_deref().map(|topic| format!("{topic}, ")).unwrap_or_default();
    let text = format!("{} {severity}: {} ({of}{} {print})", change.fate.name(), visible(&change.message), change.rule);
    write_wrapped(&text, layout, out)?;
    match &change.before {
        Some(before) if *before != change.message => {
            write_wrapped(&format!("    before: {}", visible(before)), layout, out)
        }
        _ => Ok(()),
    }
}

fn article_lines(change: &ArticleChange) -> Vec<String> {
    let article = visible(&change.article);
    if change.meanings.is_empty() {
        return vec![format!("{article}: its text changed, and nothing of what the topics ask for")];
    }
    let line = |meaning: &Meaning| match meaning {
        Meaning::Came => format!("{article}: a new article"),
        Meaning::Went => format!("{article}: is there no more"),
        Meaning::Became { topic, before, after } => {
            format!("{article}: \"{}\" became \"{}\" ({topic})", visible(before), visible(after))
        }
        Meaning::Says { topic, words } => format!("{article}: says \"{}\" now ({topic})", visible(words)),
        Meaning::Dropped { topic, words } => format!("{article}: no longer says \"{}\" ({topic})", visible(words)),
    };
    change.meanings.iter().map(line).collect()
}

fn write_wrapped(text: &str, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    wrapped(text, layout.width, "", "    ").iter().try_for_each(|line| writeln!(out, "{line}"))
}
