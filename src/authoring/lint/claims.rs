//! Claims that repeat or contradict each other, and evidence that shows too
//! much, nothing, or something else.

use super::{Complaint, Lint};
use crate::check::Checked;
use crate::claims::{Claim, ClaimSet};
use crate::compare::rules::{QUOTE_MISSING, VALUE_MISMATCH};
use crate::corpus::BlockKind;
use crate::diagnostic::Severity;
use crate::matching::QuoteOutcome;
use crate::matching::language::english::ENGLISH;
use crate::matching::passage::Passage;
use crate::matching::passage::names::Names;
use crate::matching::wording::quotes::find_quote;
use crate::value::Value;
use std::collections::BTreeMap;

/// A quote that its article does not have.
pub(super) static QUOTE_NOT_THERE: Lint = Lint {
    id: "quote-not-there",
    severity: Severity::Error,
    summary: "the claim's quote is not in its article",
    page: include_str!("../../../docs/lints/quote-not-there.md"),
};

/// A quote that its article has more than once.
pub(super) static AMBIGUOUS_QUOTE: Lint = Lint {
    id: "ambiguous-quote",
    severity: Severity::Error,
    summary: "the claim's quote stands in several places of its article",
    page: include_str!("../../../docs/lints/ambiguous-quote.md"),
};

/// A value that the quote does not state.
pub(super) static WRONG_VALUE: Lint = Lint {
    id: "wrong-value",
    severity: Severity::Error,
    summary: "the claim's value is not what its quote states",
    page: include_str!("../../../docs/lints/wrong-value.md"),
};

/// Two claims that say the same.
pub(super) static DUPLICATE_CLAIM: Lint = Lint {
    id: "duplicate-claim",
    severity: Severity::Error,
    summary: "two claims say the same, of the same place",
    page: include_str!("../../../docs/lints/duplicate-claim.md"),
};

/// Two claims of one claimant in one article that cannot both be right.
pub(super) static CONTRADICTING_CLAIMS: Lint = Lint {
    id: "contradicting-claims",
    severity: Severity::Error,
    summary: "two claims have one claimant say two things in one article",
    page: include_str!("../../../docs/lints/contradicting-claims.md"),
};

/// A quote that nobody reads.
pub(super) static LONG_QUOTE: Lint = Lint {
    id: "long-quote",
    severity: Severity::Warning,
    summary: "a quote is a whole paragraph",
    page: include_str!("../../../docs/lints/long-quote.md"),
};

/// A claim that shows no evidence.
pub(super) static NO_EVIDENCE: Lint = Lint {
    id: "no-evidence",
    severity: Severity::Warning,
    summary: "a claim shows no evidence",
    page: include_str!("../../../docs/lints/no-evidence.md"),
};

/// More words than this are a paragraph, wherever its end is.
const LONGEST: usize = 60;

pub(super) fn check_claims(checked: &Checked) -> Vec<Complaint> {
    let mut complaints = check_findings(checked);
    complaints.extend(check_pairs(checked));
    for claim in &checked.claims.claims {
        complaints.extend(check_quote(checked, claim));
        complaints.extend(check_evidence(checked, claim));
    }
    complaints
}

/// What `check` finds wrong with a claim itself.
fn check_findings(checked: &Checked) -> Vec<Complaint> {
    let findings = checked.compared.findings.iter();
    let about_claims = findings.filter_map(|finding| {
        let claim = &checked.claims.claims[*finding.claims.first()?];
        let (lint, place) = match finding.rule.id {
            id if id == QUOTE_MISSING.id && is_ambiguous(checked, claim) => (&AMBIGUOUS_QUOTE, &claim.quote),
            id if id == QUOTE_MISSING.id => (&QUOTE_NOT_THERE, &claim.quote),
            id if id == VALUE_MISMATCH.id => (&WRONG_VALUE, &claim.value_text),
            _ => return None,
        };
        let span = place.as_ref().map_or(claim.span, |(_, span)| *span);
        let complaint = lint.complain(checked, span, finding.message.clone());
        Some(match finding.detail.first() {
            Some(detail) => complaint.help(detail.clone()),
            None => complaint,
        })
    });
    about_claims.collect()
}

/// Whether the words of a claim are in its article more than once.
fn is_ambiguous(checked: &Checked, claim: &Claim) -> bool {
    let article = claim.article.as_ref().and_then(|(id, _)| checked.corpus.article(id));
    let (Some((_, article)), Some((quote, _))) = (article, &claim.quote) else { return false };
    let passage = Passage::read(article, &checked.claims, &Names::new(&checked.claims, &ENGLISH));
    matches!(find_quote(&passage, quote), QuoteOutcome::Ambiguous(_))
}

/// The claim that says what the one with this index says, of the same place.
#[must_use]
pub fn find_repeated(claims: &ClaimSet, index: usize) -> Option<&Claim> {
    let claim = &claims.claims[index];
    let about = about(claim);
    let mut others = claims.claims.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, other)| other);
    others.find(|other| self::about(other) == about && says_the_same(other, claim))
}

/// What a claim is on, whose it is, and where it stands.
fn about(claim: &Claim) -> String {
    let article = claim.article.as_ref().map(|(id, _)| id);
    format!("{:?}", (claim.topic, &claim.claimant, article, &claim.during, &claim.scope, &claim.point))
}

/// Claims on one thing, by one claimant, in one article.
fn check_pairs(checked: &Checked) -> Vec<Complaint> {
    let mut groups: BTreeMap<String, Vec<&Claim>> = BTreeMap::new();
    for claim in &checked.claims.claims {
        groups.entry(about(claim)).or_default().push(claim);
    }
    let mut complaints = Vec::new();
    for group in groups.values_mut() {
        group.sort_by_key(|claim| claim.span);
        for (at, claim) in group.iter().enumerate().skip(1) {
            if let Some(first) = group[..at].iter().find(|first| says_the_same(first, claim)) {
                let message = format!("the claim `{}` says what `{}` says", claim.id, first.id);
                complaints.push(DUPLICATE_CLAIM.complain(checked, claim.span, message).help("keep one of the two"));
            } else if let Some(first) = group[..at].iter().find(|first| excludes(first, claim)) {
                let message = format!(
                    "the claim `{}` contradicts `{}`: one claimant, one article, one scope",
                    claim.id, first.id
                );
                let help = "give each its `during` or `scope`, or mend one of them";
                complaints.push(CONTRADICTING_CLAIMS.complain(checked, claim.span, message).help(help));
            }
        }
    }
    complaints
}

fn says_the_same(a: &Claim, b: &Claim) -> bool {
    let quote = |claim: &Claim| claim.quote.as_ref().map(|(words, _)| words.clone());
    a.value == b.value && a.silent == b.silent && quote(a) == quote(b)
}

fn excludes(a: &Claim, b: &Claim) -> bool {
    match (&a.value, &b.value) {
        (Some(Value::Amount(a)), Some(Value::Amount(b))) => a.interval.is_disjoint(&b.interval),
        (Some(Value::Date(a)), Some(Value::Date(b))) => a.is_disjoint(b),
        (Some(Value::Choice(a)), Some(Value::Choice(b))) => a != b,
        _ => false,
    }
}

fn check_quote(checked: &Checked, claim: &Claim) -> Option<Complaint> {
    let (quote, span) = claim.quote.as_ref()?;
    let words = quote.split_whitespace().count();
    let (_, article) = checked.corpus.article(&claim.article.as_ref()?.0)?;
    let paragraphs =
        article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph && block.sentences.len() > 1);
    let is_whole = || {
        paragraphs.into_iter().any(|block| block.span.of(&article.body).split_whitespace().eq(quote.split_whitespace()))
    };
    (words > LONGEST || is_whole()).then(|| {
        let message = format!("the quote of `{}` is a whole paragraph: {words} words", claim.id);
        LONG_QUOTE.complain(checked, *span, message).help("keep the sentence that states the value")
    })
}

fn check_evidence(checked: &Checked, claim: &Claim) -> Option<Complaint> {
    let (message, help) = match (&claim.article, &claim.quote, &claim.note) {
        (None, _, None) => {
            ("has neither an article nor a note", "name the article, or say in a `note` where it is known from")
        }
        (Some(_), None, _) if !claim.silent => {
            ("names an article and no words of it", "add the `quote` that states the value")
        }
        _ => return None,
    };
    Some(NO_EVIDENCE.complain(checked, claim.span, format!("the claim `{}` {message}", claim.id)).help(help))
}
