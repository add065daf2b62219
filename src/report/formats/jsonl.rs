//! The machine output line by line: what [`json`](super::json) holds, each
//! thing an object of its own with its `type`, parents before their parts.
//!
//! ```json
//! {"type":"report","version":1,"tool":{"name":"gainsay","version":"0.1.0"}}
//! {"type":"article","id":"ap-open-line", …}
//! {"type":"finding","rule":"claimants-conflict", …}
//! ```

use super::Format;
use super::json::{Tool, VERSION};
use crate::report::escaped::write_line;
use crate::report::view::TopicView;
use crate::report::{Layout, Report};
use serde::Serialize;
use serde_json::json;
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "jsonl",
    summary: "everything, for programs: a line a thing",
    page: include_str!("../../../docs/formats/jsonl.md"),
    write: write_jsonl,
};

#[derive(Serialize)]
struct Typed<'r, T> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'r str>,
    #[serde(flatten)]
    thing: &'r T,
}

fn write_jsonl(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    write_line(&json!({"type": "report", "version": VERSION, "tool": Tool::THIS}), out)?;
    write_each("article", None, &report.articles, out)?;
    for topic in &report.topics {
        write_topic(topic, out)?;
    }
    write_each("finding", None, &report.findings, out)?;
    write_each("diagnostic", None, &report.diagnostics, out)?;
    write_each("summary", None, &[report.summary], out)
}

fn write_topic(topic: &TopicView, out: &mut dyn Write) -> io::Result<()> {
    let TopicView { id, question, kind, unit, .. } = topic;
    write_line(&json!({"type": "topic", "id": id, "question": question, "kind": kind, "unit": unit}), out)?;
    write_each("mention", Some(id), &topic.mentions, out)?;
    write_each("position", Some(id), &topic.positions, out)?;
    write_each("relation", Some(id), &topic.relations, out)?;
    write_each("together", Some(id), &topic.together, out)
}

fn write_each<T: Serialize>(
    kind: &'static str,
    topic: Option<&str>,
    things: &[T],
    out: &mut dyn Write,
) -> io::Result<()> {
    things.iter().try_for_each(|thing| write_line(&Typed { kind, topic, thing }, out))
}
