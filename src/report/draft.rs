//! What `check --draft` shows: each statement of the draft with how it stands,
//! why, and what can be said instead; then what no claim covers.

use super::Layout;
use super::style::{FAINT, MARK, STRONG, painted};
use super::visible::visible;
use super::wrap::wrapped;
use crate::draft::{DraftCheck, Reason, Standing};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes it for people; `path` is the draft's.
///
/// # Errors
/// When `out` does not take it.
pub fn write_draft(check: &DraftCheck, path: &str, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    for told in &check.statements {
        let place = format!("{path}:{}:{}", told.place.line.0, told.place.column.0);
        let standing = painted(told.standing.name(), if told.standing == Standing::Agrees { STRONG } else { MARK });
        writeln!(out, "{}  {standing}  [{}]", visible(&place), visible(&told.topic))?;
        lines(&format!("“{}”", visible(&told.words)), "    ", layout, out)?;
        for of in &told.reasons {
            let line = format!("{}: {} ({}): {}", of.who, of.says, of.place, of.why);
            lines(&visible(&line), "    ", layout, out)?;
        }
        if let Some(safe) = &told.safe {
            lines(&format!("safe: {}", visible(safe)), "    ", layout, out)?;
        }
    }
    if !check.uncovered.is_empty() {
        writeln!(out, "{}", painted("covered by no claim:", STRONG))?;
    }
    for uncovered in &check.uncovered {
        let place = format!("{}:{}", uncovered.place.line.0, uncovered.place.column.0);
        lines(&format!("{place}  {} “{}”", uncovered.what, visible(&uncovered.words)), "    ", layout, out)?;
    }
    let count = |standing: Standing| check.statements.iter().filter(|told| told.standing == standing).count();
    let counts: Vec<String> = Standing::ALL
        .into_iter()
        .filter(|&standing| count(standing) > 0)
        .map(|standing| format!("{} {}", count(standing), standing.name()))
        .collect();
    let counts = if counts.is_empty() { "no statement on any topic".to_owned() } else { counts.join(", ") };
    writeln!(out, "{}", painted(format!("{counts}; {} covered by no claim", check.uncovered.len()), FAINT))
}

/// The same for programs.
#[must_use]
pub fn draft_json(check: &DraftCheck, path: &str) -> Value {
    let statements: Vec<Value> = check
        .statements
        .iter()
        .map(|told| {
            let reasons: Vec<&str> = told.reasons.iter().map(|of| of.why.as_str()).collect();
            let reason = |of: &Reason| json!({"who": of.who, "says": of.says, "place": of.place, "why": of.why});
            let others: Vec<Value> = told.reasons.iter().map(reason).collect();
            json!({
                "line": told.place.line.0, "column": told.place.column.0, "quote": told.words, "topic": told.topic,
                "standing": told.standing.name(), "reasons": reasons, "others": others,
                "safe": told.safe,
            })
        })
        .collect();
    let uncovered: Vec<Value> = check
        .uncovered
        .iter()
        .map(|of| json!({"line": of.place.line.0, "column": of.place.column.0, "what": of.what, "quote": of.words}))
        .collect();
    json!({"version": 1, "path": path, "statements": statements, "uncovered": uncovered})
}

fn lines(text: &str, indent: &str, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    wrapped(text, layout.width, indent, &format!("{indent}  ")).iter().try_for_each(|line| writeln!(out, "{line}"))
}
