//! From a checked run to the model of `view`: ids, order, counts, words.
//!
//! Everything that a format might be tempted to work out is worked out here,
//! once. Nothing here judges: severities and relations come from below.

use super::article::ArticleView;
use super::evidence;
use super::footing::footings;
use super::paragraph::{around, paragraph};
use super::row::{claim_ids, label, position_view, speaker};
use super::since::Since;
use super::sites::{Site, mentions_of, shown_base, sites, speakers};
use super::together::together_views;
use super::told::{Sources, tell};
use super::typed::beginnings;
use super::values::{ValueView, WindowView};
use super::view::{
    DiagnosticView, FindingView, Footings, MentionView, RelationView, Report, RulingView, Summary, TopicView,
};
use crate::check::Checked;
use crate::claims::ClaimSet;
use crate::compare::own_times::time_in_words;
use crate::compare::rulings::in_words;
use crate::compare::words::value_in_words;
use crate::compare::{Finding, Severity, TopicResult};
use crate::diagnostic::Diagnostic;
use crate::matching::Mention;
use crate::value::{Kind, Moment, Value};
use rayon::prelude::*;
use std::collections::BTreeMap;

pub(super) fn arrange(checked: &Checked, since: &Since<'_>) -> Report {
    let results = &checked.compared.topics;
    let before = results.iter().scan(Numbers::default(), |before, result| {
        let here = *before;
        *before = here.after(result);
        Some((result, here))
    });
    let before: Vec<(&TopicResult, Numbers)> = before.collect();
    let mut topics: Vec<TopicView> =
        before.into_par_iter().map(|(result, numbers)| topic_view(checked, result, numbers)).collect();
    let found = &checked.compared.findings;
    let typed = beginnings(&found.iter().map(|finding| &*finding.fingerprint).collect::<Vec<_>>());
    let findings = found.par_iter().zip(typed);
    let findings: Vec<FindingView> = findings.map(|finding| finding_view(checked, since, &topics, finding)).collect();
    place_findings(&mut topics, &findings);
    let mentioned = mentions_by_article(checked);
    let heard: Vec<usize> = (0..mentioned.len()).filter(|&at| mentioned[at] > 0).collect();
    topics.par_iter_mut().zip(results).for_each(|(topic, result)| {
        topic.footings = footings(checked, &checked.claims.topics[result.topic], topic, &heard);
    });
    // A readout shows what other topics say of its meeting.
    let matrices: Vec<_> =
        (0..topics.len()).into_par_iter().map(|at| super::matrix::matrix(checked, &topics, at)).collect();
    topics.iter_mut().zip(matrices).for_each(|(topic, matrix)| topic.matrix = matrix);
    let (mut spoken, unspoken): (Vec<usize>, Vec<usize>) =
        (0..topics.len()).partition(|&at| !topics[at].positions.is_empty());
    spoken.sort_by_key(|&at| rank(topics[at].worst));
    let articles = mentioned.into_par_iter().enumerate();
    let articles: Vec<ArticleView> = articles.map(|(at, mentions)| article_view(checked, at, mentions)).collect();
    let diagnostics: Vec<DiagnosticView> = checked.diagnostics.iter().map(diagnostic_view).collect();
    let summary = summary(checked, &topics, &findings);
    let told =
        Sources { topics: &topics, findings: &findings, diagnostics: &diagnostics, summary, articles: &articles };
    Report {
        told: tell(&told),
        base: shown_base(checked),
        articles,
        summary,
        topicless: (0..findings.len()).filter(|&at| findings[at].topic.is_none()).collect(),
        diagnostics,
        topics,
        findings,
        spoken,
        unspoken,
        left_out: checked.claims.left_out.clone(),
    }
}

/// How many positions and mentions stand before a topic.
#[derive(Clone, Copy, Default)]
struct Numbers {
    positions: usize,
    mentions: usize,
}

impl Numbers {
    fn after(self, result: &TopicResult) -> Self {
        Self { positions: self.positions + result.positions.len(), mentions: self.mentions + result.mentions.len() }
    }

    fn position(self, at: usize) -> String {
        format!("p{}", self.positions + at + 1)
    }

    fn mention(self, at: usize) -> String {
        format!("m{}", self.mentions + at + 1)
    }
}

fn topic_view(checked: &Checked, result: &TopicResult, numbers: Numbers) -> TopicView {
    let topic = &checked.claims.topics[result.topic];
    let mut holders: Vec<Option<usize>> = vec![None; result.mentions.len()];
    for (at, position) in result.positions.iter().enumerate() {
        position.mentions.iter().for_each(|&mention| holders[mention] = Some(at));
    }
    let labels: Vec<String> = result.positions.iter().map(|position| label(checked, result, position)).collect();
    let mentions = result.mentions.iter().zip(holders).enumerate();
    let mentions = mentions.map(|(at, (mention, holder))| {
        let label = holder.map(|at| labels[at].clone()).unwrap_or_default();
        mention_view(checked, mention, numbers.mention(at), holder.map(|at| numbers.position(at)), label)
    });
    let positions = result
        .positions
        .iter()
        .enumerate()
        .map(|(at, position)| position_view(checked, result, position, numbers.position(at)));
    let relations = result.relations.iter().map(|related| RelationView {
        a: numbers.position(related.a),
        b: numbers.position(related.b),
        relation: related.relation,
        reason: related.reason.clone(),
    });
    TopicView {
        id: topic.id.clone(),
        question: topic.question.clone(),
        kind: topic.kind,
        unit: topic.unit.clone(),
        mentions: mentions.collect(),
        positions: positions.collect(),
        relations: relations.collect(),
        together: together_views(result, |at| numbers.position(at)),
        unpublished: result.unpublished.clone(),
        rows: Vec::new(),
        findings: Vec::new(),
        worst: None,
        matrix: None,
        footings: Footings::default(),
    }
}

fn mention_view(
    checked: &Checked,
    mention: &Mention,
    id: String,
    position: Option<String>,
    label: String,
) -> MentionView {
    let article = &checked.corpus.articles[mention.article];
    let quote = mention.span.of(&article.body);
    let (start, end) = (article.code_point(mention.span.start), article.code_point(mention.span.end));
    debug_assert_eq!(quote.chars().count(), end.0 - start.0, "a quote is exactly what its code points cut out");
    let place = article.place(mention.span.start);
    let mut view = MentionView {
        id,
        article: article.id.to_string(),
        claimant: mention.claimant.clone(),
        speaker: mention.speaker.clone(),
        via: mention.via.clone(),
        assurance: mention.stance.assurance.name(),
        claim: mention.claim.map(|claim| checked.claims.claims[claim].id.clone()),
        value: ValueView::new(&mention.value, Some(mention.value_span.unwrap_or(mention.span).of(&article.body))),
        window: mention.window.as_ref().and_then(WindowView::new),
        time: mention.time.as_ref().map(time_in_words),
        currency: mention.currency.clone(),
        facets: mention.facets.clone(),
        quote: quote.to_owned(),
        start,
        end,
        line: place.line,
        column: place.column,
        score: mention.score,
        found_by: mention.found_by.name(),
        position,
        found: String::new(),
        site: Site::in_article(checked, article, mention.span, label),
        around: around(&article.body, mention.span),
        paragraph: paragraph(article, mention),
    };
    view.found = evidence::found(checked, mention, &view);
    view
}

fn finding_view(
    checked: &Checked,
    since: &Since<'_>,
    topics: &[TopicView],
    (finding, typed): (&Finding, String),
) -> FindingView {
    let at = finding.topic.and_then(|topic| result_of(checked, topic));
    let topic = at.map(|at| &topics[at]);
    let position = |at: &usize| topic.and_then(|topic| topic.positions.get(*at)).map(|position| position.id.clone());
    FindingView {
        rule: finding.rule.id,
        severity: finding.rule.severity,
        topic: topic.map(|topic| topic.id.clone()),
        positions: finding.positions.iter().filter_map(position).collect(),
        claims: claim_ids(&checked.claims, &finding.claims),
        articles: finding.articles.iter().map(|&article| checked.corpus.articles[article].id.to_string()).collect(),
        message: finding.message.clone(),
        detail: finding.detail.clone(),
        reasons: reasons(checked, finding),
        fingerprint: finding.fingerprint.clone(),
        typed,
        is_open: finding.standing.is_open(),
        status: finding.standing.name(),
        fate: since.fate(&finding.fingerprint),
        ruling: finding.standing.ruling().and_then(|at| ruling_view(&checked.claims, at)),
        topic_at: at,
        mentions: topic.map_or_else(Vec::new, |topic| mentions_of(topic, finding)),
        speakers: topic.map_or_else(Vec::new, |topic| speakers(topic, finding)),
        sites: sites(checked, since, topic, finding),
    }
}

/// Where the result of a topic stands among those that are shown.
fn result_of(checked: &Checked, topic: usize) -> Option<usize> {
    checked.compared.topics.binary_search_by_key(&topic, |result| result.topic).ok()
}

fn ruling_view(claims: &ClaimSet, at: usize) -> Option<RulingView> {
    let ruling = claims.rulings.get(at)?;
    Some(RulingView {
        verdict: ruling.verdict.name(),
        claim: ruling.claim.map(|claim| claims.claims[claim].id.clone()),
        by: ruling.by.clone(),
        on: ruling.on.first_day().map(|day| day.to_string()),
        until: ruling.until.as_ref().and_then(Moment::last_day).map(|day| day.to_string()),
        note: ruling.note.clone(),
        says: in_words(claims, ruling),
    })
}

/// The lines of detail that do not tell a row of the table over again; a
/// readout's matrix tells them all, and a note is its sentence alone.
fn reasons(checked: &Checked, finding: &Finding) -> Vec<String> {
    let topic = finding.topic.map(|topic| &checked.claims.topics[topic]);
    if finding.rule.severity == Severity::Note || topic.is_some_and(|topic| topic.kind == Kind::Readout) {
        return Vec::new();
    }
    let result = finding.topic.and_then(|topic| checked.compared.topics.get(result_of(checked, topic)?));
    let rows: Vec<String> = result.map_or_else(Vec::new, |result| {
        let named = finding.positions.iter().filter_map(|&at| result.positions.get(at));
        let topic = &checked.claims.topics[result.topic];
        named
            .map(|position| format!("{}: {}", speaker(checked, position), value_in_words(&position.value, topic)))
            .collect()
    });
    let told = |line: &&String| rows.iter().any(|row| line.starts_with(row.as_str()));
    finding.detail.iter().filter(|line| !told(line)).cloned().collect()
}

/// Hands topics their findings, and each of their positions the worst of them.
fn place_findings(topics: &mut [TopicView], findings: &[FindingView]) {
    let mut worst: BTreeMap<&str, Severity> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let Some(topic) = finding.topic_at.map(|at| &mut topics[at]) else { continue };
        topic.findings.push(at);
        if !finding.is_open {
            continue;
        }
        topic.worst = topic.worst.into_iter().chain([finding.severity]).min();
        for id in &finding.positions {
            let known = worst.entry(id).or_insert(finding.severity);
            *known = finding.severity.min(*known);
        }
    }
    for topic in topics {
        for position in &mut topic.positions {
            position.worst = worst.get(&*position.id).copied();
        }
        topic.rows = (0..topic.positions.len()).collect();
        topic.rows.sort_by_key(|&at| topic.positions[at].worst != Some(Severity::Conflict));
    }
}

/// Conflicts first, what nothing was found about last.
fn rank(worst: Option<Severity>) -> usize {
    worst.map_or(usize::MAX, |severity| severity as usize)
}

/// How many mentions each article has.
fn mentions_by_article(checked: &Checked) -> Vec<usize> {
    let mut mentions = vec![0; checked.corpus.articles.len()];
    let all = checked.compared.topics.iter().flat_map(|topic| &topic.mentions);
    all.for_each(|mention| mentions[mention.article] += 1);
    mentions
}

fn article_view(checked: &Checked, at: usize, mentions: usize) -> ArticleView {
    let article = &checked.corpus.articles[at];
    let root = &checked.corpus.articles[checked.compared.origins.root(at)];
    ArticleView::new(article, mentions, &root.id)
}

fn diagnostic_view(diagnostic: &Diagnostic) -> DiagnosticView {
    let place = diagnostic.place();
    DiagnosticView {
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        path: diagnostic.source.path.to_string_lossy().into_owned(),
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        help: diagnostic.help.clone(),
    }
}

/// Silence is no mention: nobody said it anywhere.
fn summary(checked: &Checked, topics: &[TopicView], findings: &[FindingView]) -> Summary {
    let open = |finding: &&FindingView| finding.is_open;
    let count = |severity| findings.iter().filter(open).filter(|finding| finding.severity == severity).count();
    let mentions = checked.compared.topics.iter().flat_map(|topic| &topic.mentions);
    Summary {
        articles: checked.corpus.articles.len(),
        topics: topics.len(),
        mentions: mentions.filter(|mention| !matches!(mention.value, Value::Silent { .. })).count(),
        set_aside: topics.iter().flat_map(|topic| &topic.mentions).filter(|mention| mention.is_set_aside()).count(),
        conflicts: count(Severity::Conflict),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        ruled: findings.iter().filter(|finding| !finding.is_open).count(),
    }
}
