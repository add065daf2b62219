//! Where a format can point: a stretch of a file, with what stands in it.
//!
//! Every site cuts exactly [`Site::text`] out of its file; nothing is pointed
//! at that cannot be read there.
//!
//! ```text
//! corpus/cibuk-sixty-calls.txt 36:52 to 36:55 “six”   the Élysée: 6 calls
//! ```

use super::since::Since;
use super::view::TopicView;
use crate::check::Checked;
use crate::claims::{Claim, Ruling};
use crate::compare::Finding;
use crate::corpus::Article;
use crate::history::Stanza;
use crate::text::{CodePoint, Column, Place, Span};
use std::borrow::Cow;

/// How many places of one finding are told, besides the first of each side.
const MOST: usize = 24;

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its file from the working directory, with `/`.
    pub file: String,
    /// Where it begins.
    pub from: Place,
    /// Where it ends, exclusive.
    pub to: Place,
    /// The columns of both in bytes, as some tools count.
    pub bytes: (Column, Column),
    /// Both as code points of the file.
    pub points: (CodePoint, CodePoint),
    /// Exactly what stands there.
    pub text: String,
    /// Whose statement it is, and what it says.
    pub label: String,
}

impl Site {
    /// A stretch of an article's body.
    pub(super) fn in_article(checked: &Checked, article: &Article, span: Span, label: String) -> Self {
        let point = |offset: usize| CodePoint(article.code_point(offset).0 + article.begins().0);
        Self {
            file: file_of(checked, article).into_owned(),
            from: article.place(span.start),
            to: article.place(span.end),
            bytes: (article.byte_column(span.start), article.byte_column(span.end)),
            points: (point(span.start), point(span.end)),
            text: cut(&article.body, span),
            label,
        }
    }

    /// A stretch of the claims file.
    pub(super) fn in_claims(checked: &Checked, span: Span, label: String) -> Self {
        let source = &checked.claims.source;
        Self {
            file: slashed(&source.path),
            from: source.place(span.start),
            to: source.place(span.end),
            bytes: (source.byte_column(span.start), source.byte_column(span.end)),
            points: (source.code_point(span.start), source.code_point(span.end)),
            text: cut(&source.text, span),
            label,
        }
    }
}

fn cut(text: &str, span: Span) -> String {
    text.get(span.start..span.end).unwrap_or_default().to_owned()
}

/// An article's file from the working directory.
pub(super) fn file_of<'a>(checked: &Checked, article: &'a Article) -> Cow<'a, str> {
    below(&shown_base(checked), &article.path)
}

/// What the paths of articles are relative to, from the working directory and with `/`; empty where that is it.
pub(super) fn shown_base(checked: &Checked) -> String {
    let base = slashed(&checked.base);
    if base == "." { String::new() } else { base }
}

pub(super) fn below<'p>(base: &str, path: &'p str) -> Cow<'p, str> {
    if base.is_empty() { Cow::Borrowed(path) } else { Cow::Owned(format!("{base}/{path}")) }
}

fn slashed(path: &std::path::Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Where a finding can be pointed at: first of all what of the claims file is
/// known to have changed, then the first place of every side, then further
/// places, then the claims that stay as they were.
pub(super) fn sites(checked: &Checked, since: &Since<'_>, topic: Option<&TopicView>, finding: &Finding) -> Vec<Site> {
    let most = finding.positions.len().max(MOST);
    let (changed, kept): (Vec<_>, Vec<_>) =
        stanzas(checked, since, finding).into_iter().partition(|(is_new, _)| *is_new);
    let stated = topic.map_or_else(Vec::new, |topic| {
        mentions_of(topic, finding).iter().take(most).map(|&at| topic.mentions[at].site.clone()).collect()
    });
    let site = |(_, site): (bool, Site)| site;
    let mut sites: Vec<Site> = changed.into_iter().map(site).chain(stated).chain(kept.into_iter().map(site)).collect();
    sites.truncate(most);
    if sites.is_empty() {
        let span = finding.topic.map(|topic| checked.claims.topics[topic].span).unwrap_or_default();
        sites.push(Site::in_claims(checked, span, "the topic".to_owned()));
    }
    sites
}

/// The rulings and claims that a finding is about, each with whether it is
/// known to be new or changed.
fn stanzas(checked: &Checked, since: &Since<'_>, finding: &Finding) -> Vec<(bool, Site)> {
    let rulings = rulings(checked, finding).into_iter().map(|ruling| {
        let site = Site::in_claims(checked, ruling.span, format!("the ruling of {}", ruling.by));
        (since.touches(Stanza::Ruling, &ruling.finding), site)
    });
    let mut claims: Vec<&Claim> = finding.claims.iter().filter_map(|&at| checked.claims.claims.get(at)).collect();
    claims.sort_by(|a, b| a.id.cmp(&b.id));
    let claims = claims.into_iter();
    let claims =
        claims.map(|claim| (since.touches(Stanza::Claim, &claim.id), claim_site(checked, finding.rule.id, claim)));
    rulings.chain(claims).collect()
}

/// The mentions of a finding's positions: the first of each, then the others.
pub(super) fn mentions_of(topic: &TopicView, finding: &Finding) -> Vec<usize> {
    let positions = || finding.positions.iter().filter_map(|&at| topic.positions.get(at));
    let first = positions().filter_map(|position| position.mentions.first());
    let others = positions().flat_map(|position| position.mentions.iter().skip(1));
    first.chain(others).copied().collect()
}

/// The rulings that a finding about rulings names.
fn rulings<'c>(checked: &'c Checked, finding: &Finding) -> Vec<&'c Ruling> {
    if !finding.rule.id.starts_with("ruling-") {
        return Vec::new();
    }
    let told = |id: &String| finding.message.contains(id) || finding.detail.iter().any(|line| line.contains(id));
    checked.claims.rulings.iter().filter(|ruling| told(&ruling.finding)).collect()
}

/// What of a claim a rule is about: its words, its value, or the whole.
fn claim_site(checked: &Checked, rule: &str, claim: &Claim) -> Site {
    let span = match rule {
        "quote-missing" => claim.quote.as_ref().map(|(_, span)| *span),
        "value-mismatch" => claim.value_text.as_ref().or(claim.quote.as_ref()).map(|(_, span)| *span),
        _ => None,
    };
    Site::in_claims(checked, span.unwrap_or(claim.span), format!("claim {}", claim.id))
}

/// Who speaks in a finding, each once, in the order of its positions.
pub(super) fn speakers(topic: &TopicView, finding: &Finding) -> Vec<String> {
    let mut speakers: Vec<String> = Vec::new();
    for position in finding.positions.iter().filter_map(|&at| topic.positions.get(at)) {
        if !speakers.contains(&position.who) {
            speakers.push(position.who.clone());
        }
    }
    speakers
}
