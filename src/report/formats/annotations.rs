//! W3C Web Annotations: a finding is an assessment whose targets are the places
//! of its sides, found again by their words and by their position.
//!
//! ```json
//! {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [{"type": "Annotation",
//!   "motivation": "assessing", "body": {…}, "target": [{"source": "corpus/a.txt", "selector": […]}]}]}
//! ```
//!
//! `exact` is exactly what the file holds between `start` and `end`, which are
//! code points of the file, its front matter included. `canonical` is the
//! article's address on the web, where its front matter gives one.

use super::Format;
use crate::report::escaped::write_document;
use crate::report::uri::{relative, web};
use crate::report::view::{FindingView, MentionView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use serde_json::{Value, json};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "annotations",
    summary: "W3C Web Annotations",
    page: include_str!("../../../docs/formats/annotations.md"),
    write: write_annotations,
};

fn write_annotations(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Value> = report.findings.iter().map(|finding| annotation(report, finding)).collect();
    write_document(
        &json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "urn:gainsay:findings",
            "type": "AnnotationPage",
            "items": items,
        }),
        out,
    )
}

fn annotation(report: &Report, finding: &FindingView) -> Value {
    let topic = report.topic_of(finding);
    let mut targets: Vec<Value> = topic.map_or_else(Vec::new, |topic| {
        finding.mentions.iter().map(|&at| target(report, &topic.mentions[at])).collect()
    });
    if targets.is_empty() {
        targets.extend(finding.sites.iter().map(|site| {
            let mut target = json!({"type": "SpecificResource", "source": relative(&site.file)});
            if !site.text.is_empty() {
                target["selector"] = json!([
                    {"type": "TextQuoteSelector", "exact": site.text},
                    {"type": "TextPositionSelector", "start": site.points.0, "end": site.points.1},
                ]);
            }
            target
        }));
    }
    json!({
        "id": format!("urn:gainsay:finding:{}", finding.fingerprint),
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "value": visible(&finding.message), "format": "text/plain", "language": "en", "purpose": "assessing"},
            {"type": "TextualBody", "value": finding.rule, "format": "text/plain", "purpose": "classifying"},
        ],
        "target": targets,
    })
}

fn target(report: &Report, mention: &MentionView) -> Value {
    let site = &mention.site;
    let article = report.article(&mention.article);
    let mut target = json!({
        "type": "SpecificResource",
        "source": {"id": relative(&site.file), "type": "Text", "format": "text/plain"},
        "selector": [
            {"type": "TextQuoteSelector", "exact": mention.quote, "prefix": mention.around.0, "suffix": mention.around.1},
            {"type": "TextPositionSelector", "start": site.points.0, "end": site.points.1},
        ],
    });
    if let Some(language) = article.and_then(|article| article.front.language.as_ref()) {
        target["source"]["language"] = json!(language);
    }
    if let Some(url) = article.and_then(|article| web(article.front.url.as_deref()?)) {
        target["source"]["canonical"] = json!(url);
    }
    target
}
