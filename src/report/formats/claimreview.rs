//! schema.org's `Claim`: who says what, and where it appears. A `ClaimReview` is
//! written only where an editor has ruled; the program rates nothing.
//!
//! ```json
//! {"@context": "https://schema.org", "@graph": [{"@type": "Claim", "@id": "urn:gainsay:statement:8c…", …}]}
//! ```

use super::Format;
use crate::report::article::ArticleView;
use crate::report::escaped::write_document;
use crate::report::uri::{relative, web};
use crate::report::view::{FindingView, PositionView, TopicView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "claimreview",
    summary: "schema.org Claim, and ClaimReview from rulings",
    page: include_str!("../../../docs/formats/claimreview.md"),
    write: write_claimreview,
};

fn write_claimreview(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let mut graph: Vec<Value> = Vec::new();
    for topic in &report.topics {
        graph.extend(topic.positions.iter().map(|position| claim(report, topic, position)));
    }
    graph.extend(
        report.findings.iter().filter(|finding| !finding.is_open).filter_map(|finding| review(report, finding)),
    );
    write_document(&json!({"@context": "https://schema.org", "@graph": graph}), out)
}

fn id(position: &PositionView) -> String {
    format!("urn:gainsay:statement:{}", position.key)
}

fn claim(report: &Report, topic: &TopicView, position: &PositionView) -> Value {
    let articles: Vec<Value> = position.articles.iter().filter_map(|id| report.article(id)).map(appearance).collect();
    let plain = |text: &str| visible(text).into_owned();
    let mut claim = json!({
        "@type": "Claim",
        "@id": id(position),
        "name": plain(&format!("{}: {}", position.who, position.says)),
        "about": plain(&topic.question),
        "text": plain(&position.says),
        "appearance": articles,
    });
    let authors = authors(report, position);
    if !authors.is_empty() {
        claim["author"] = json!(authors);
    }
    claim
}

/// The claimant, whoever is not listed, or the outlets that say it in their own voice. Of a claimant it
/// is not known whether it is a person.
fn authors(report: &Report, position: &PositionView) -> Vec<Value> {
    let author = |kind: &str, what: &str, id: &str, name: &str| json!({"@type": kind, "@id": format!("urn:gainsay:{what}:{}", relative(id)), "name": visible(name)});
    if let Some(claimant) = &position.claimant {
        return vec![author("Thing", "claimant", claimant, &position.who)];
    }
    if let Some(speaker) = &position.speaker {
        return vec![author("Thing", "speaker", speaker, speaker)];
    }
    let articles = position.articles.iter().filter_map(|id| report.article(id));
    let outlets: BTreeSet<&String> = articles.filter_map(|article| article.front.outlet.as_ref()).collect();
    outlets.into_iter().map(|outlet| author("Organization", "outlet", outlet, outlet)).collect()
}

fn appearance(article: &ArticleView) -> Value {
    let plain = |text: &Option<String>| text.as_deref().map(|text| visible(text).into_owned());
    let mut creative = json!({
        "@type": "Article",
        "@id": format!("urn:gainsay:article:{}", relative(&article.id)),
        "headline": plain(&article.front.title),
        "publisher": article.front.outlet.as_ref().map(|outlet| json!({"@type": "Organization", "name": visible(outlet)})),
        "author": article.front.author.as_ref().map(|author| json!({"@type": "Person", "name": visible(author)})),
        "datePublished": plain(&article.front.published),
        "inLanguage": plain(&article.front.language),
        "url": article.front.url.as_deref().and_then(web),
    });
    if let Some(fields) = creative.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    creative
}

/// The editor's words, never a rating of ours.
fn review(report: &Report, finding: &FindingView) -> Option<Value> {
    let ruling = finding.ruling.as_ref()?;
    let topic = report.topic_of(finding)?;
    let about = topic.positions.iter().filter(|position| finding.positions.contains(&position.id));
    let reviewed: Vec<Value> = about.map(|position| json!({"@id": id(position)})).collect();
    let said = ruling.note.as_ref().map_or_else(|| ruling.says.clone(), |note| format!("{}: {note}", ruling.says));
    Some(json!({
        "@type": "ClaimReview",
        "@id": format!("urn:gainsay:ruling:{}", finding.fingerprint),
        "claimReviewed": visible(&finding.message),
        "itemReviewed": reviewed,
        "author": {"@type": "Person", "name": visible(&ruling.by)},
        "datePublished": ruling.on,
        "reviewBody": visible(&said),
    }))
}
