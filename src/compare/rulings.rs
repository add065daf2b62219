//! What editors decided, held against what is found.
//!
//! A ruling closes the one finding whose fingerprint it names, and with it the
//! exact evidence it was made on. When a value, a wording or a source changed
//! since, or its last day is over, the finding is open again and the ruling is
//! told as stale. A ruling that no finding bears is told too.
//!
//! There is no clock: "today" is the day that is asked for, or else the latest
//! day of publication in the corpus.
//!
//! ```text
//! the ruling of A. Editor (explained, 7 May 2022) no longer holds: the evidence changed since
//! ```

use super::dates::{date_in_words, moment_in_words};
use super::finding::Standing;
use super::fingerprint::{Evidence, fingerprint, likeness};
use super::{Finding, Rule, Severity};
use crate::claims::{ClaimSet, Ruling, Topic, Verdict};
use crate::corpus::Corpus;
use jiff::civil::Date;
use rayon::prelude::*;

/// The evidence under a ruling changed.
pub static RULING_STALE: Rule = Rule {
    id: "ruling-stale",
    severity: Severity::Warning,
    summary: "the evidence under a ruling changed, or its last day is over: the finding is open again",
    page: include_str!("../../docs/rules/ruling-stale.md"),
};

/// No finding bears the ruling.
pub static RULING_UNUSED: Rule = Rule {
    id: "ruling-unused",
    severity: Severity::Warning,
    summary: "no finding bears a ruling",
    page: include_str!("../../docs/rules/ruling-unused.md"),
};

/// The latest day on which an article of the corpus was certainly out.
pub(super) fn latest_publication(corpus: &Corpus) -> Option<Date> {
    corpus.articles.par_iter().filter_map(|article| article.front.published_on.as_ref()?.first_day()).max()
}

/// Gives findings their standing, and adds those about the rulings themselves.
pub(super) fn apply_rulings(claims: &ClaimSet, today: Option<Date>, findings: &mut Vec<Finding>) {
    let mut told = Vec::new();
    let mut homeless = Vec::new();
    for (at, ruling) in claims.rulings.iter().enumerate() {
        let Some(finding) = findings.iter_mut().find(|finding| finding.fingerprint == ruling.finding) else {
            homeless.push(at);
            continue;
        };
        finding.standing = match ended(ruling, today) {
            None => Standing::Ruled(at),
            Some(day) => {
                told.push(tell_stale(claims, ruling, finding, &format!("it was to hold until {day}")));
                Standing::Reopened(at)
            }
        };
    }
    for at in homeless {
        let ruling = &claims.rulings[at];
        match find_nearest(ruling, findings) {
            Some(finding) => {
                told.push(tell_stale(claims, ruling, finding, "the evidence changed since"));
                finding.standing = Standing::Reopened(at);
            }
            None => told.push(tell_unused(claims, ruling)),
        }
    }
    findings.extend(told);
}

/// The last day of a ruling, where it is over.
fn ended(ruling: &Ruling, today: Option<Date>) -> Option<String> {
    let until = ruling.until.as_ref()?;
    let over = until.last_day().is_some_and(|last| today.is_some_and(|today| last < today));
    over.then(|| until.last_day().map(date_in_words)).flatten()
}

/// The open finding that a ruling was most likely made on.
fn find_nearest<'f>(ruling: &Ruling, findings: &'f mut [Finding]) -> Option<&'f mut Finding> {
    let open = findings.iter_mut().filter(|finding| finding.standing == Standing::Open);
    let like = open.filter(|finding| likeness(&finding.fingerprint, &ruling.finding) > 0);
    // Of equals the first: findings are sorted, their order is no accident.
    like.reduce(|best, next| {
        let nearer = likeness(&next.fingerprint, &ruling.finding) > likeness(&best.fingerprint, &ruling.finding);
        if nearer { next } else { best }
    })
}

fn tell_stale(claims: &ClaimSet, ruling: &Ruling, finding: &Finding, why: &str) -> Finding {
    let evidence = Evidence {
        about: vec![ruling.finding.clone()],
        statements: vec![finding.fingerprint.clone(), why.to_owned()],
        ..Evidence::default()
    };
    Finding {
        rule: &RULING_STALE,
        topic: finding.topic,
        positions: finding.positions.clone(),
        claims: finding.claims.clone(),
        articles: finding.articles.clone(),
        message: format!("the ruling of {} no longer holds: {why}", in_words(claims, ruling)),
        detail: vec![
            format!("ruled on: {}", ruling.finding),
            format!("open again: {} {} ({})", finding.rule.id, finding.fingerprint, finding.message),
        ],
        fingerprint: fingerprint(&RULING_STALE, topic_id(claims, finding.topic), evidence),
        standing: Standing::Open,
    }
}

fn tell_unused(claims: &ClaimSet, ruling: &Ruling) -> Finding {
    let evidence = Evidence { about: vec![ruling.finding.clone()], ..Evidence::default() };
    Finding {
        rule: &RULING_UNUSED,
        topic: None,
        positions: Vec::new(),
        claims: ruling.claim.into_iter().collect(),
        articles: Vec::new(),
        message: format!("no finding bears the ruling of {} on {}", in_words(claims, ruling), ruling.finding),
        detail: ruling.note.iter().map(|note| format!("its note: {note}")).collect(),
        fingerprint: fingerprint(&RULING_UNUSED, "", evidence),
        standing: Standing::Open,
    }
}

fn topic_id(claims: &ClaimSet, topic: Option<usize>) -> &str {
    topic.and_then(|topic| claims.topics.get(topic)).map_or("", |topic: &Topic| &topic.id)
}

/// A ruling in words: `A. Editor (favours elysee-6, 7 May 2022)`.
#[must_use]
pub fn in_words(claims: &ClaimSet, ruling: &Ruling) -> String {
    let claim = ruling.claim.and_then(|claim| claims.claims.get(claim));
    let verdict = match (ruling.verdict, claim) {
        (Verdict::Favours, Some(claim)) => format!("favours {}", claim.id),
        (Verdict::BothWrong, _) => "both wrong".to_owned(),
        (verdict, _) => verdict.name().to_owned(),
    };
    format!("{} ({verdict}, {})", ruling.by, moment_in_words(&ruling.on))
}
