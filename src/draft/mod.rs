//! An article about to be published, held against the ledger: what its
//! statements agree and conflict with, and what in it no claim covers.
//!
//! The draft is checked as one more article, by the same matcher and the same
//! comparison; the claims and the other articles are the ledger.
//!
//! ```text
//! line 7: "20 calls": conflicts (macron-putin-calls)
//!     safe: between 6 and 14 calls, according to the Élysée and the Kremlin
//! ```

mod source;
mod wording;

use crate::check::Checked;
use crate::compare::words::value_in_words;
use crate::compare::{Position, Related, Relation, TopicResult};
use crate::corpus::Article;
use crate::extract::Extracted;
use crate::matching::Mention;
use crate::matching::language::english::ENGLISH;
use crate::matching::passage::Passage;
use crate::matching::passage::names::Names;
use crate::text::{Place, Span};
use source::Source;
use wording::safe_wording;

/// How a statement of the draft stands to the ledger, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The ledger has something that excludes it.
    Conflicts,
    /// The ledger states scopes, and it states none.
    LacksScope,
    /// Its claimant did say it, and others say something that excludes it.
    Disputed,
    /// What the ledger has is about something else.
    OtherScope,
    /// All that supports it is one text.
    SingleOrigin,
    /// Nothing in the ledger speaks to it.
    Alone,
    /// The ledger supports it.
    Agrees,
}

impl Standing {
    /// Every standing, worst first.
    pub const ALL: [Self; 7] = [
        Self::Conflicts,
        Self::LacksScope,
        Self::Disputed,
        Self::OtherScope,
        Self::SingleOrigin,
        Self::Alone,
        Self::Agrees,
    ];

    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::LacksScope => "lacks its scope",
            Self::Disputed => "attributed correctly, but others differ",
            Self::OtherScope => "is about another scope",
            Self::SingleOrigin => "rests on one origin",
            Self::Alone => "stands alone",
            Self::Agrees => "agrees",
        }
    }
}

/// A statement of the draft on a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftStatement {
    /// Where it stands in the file.
    pub place: Place,
    /// Its words.
    pub words: String,
    /// The topic's id.
    pub topic: String,
    /// How it stands to the ledger.
    pub standing: Standing,
    /// What of the ledger decides that.
    pub reasons: Vec<Reason>,
    /// What can be said without taking a side.
    pub safe: Option<String>,
}

/// A statement of the ledger, and why it decides how one of the draft stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Who says it.
    pub who: String,
    /// What they say, in words.
    pub says: String,
    /// Where: `ap-open-line:5`, or the claim.
    pub place: String,
    /// Why it matters.
    pub why: String,
}

/// A number, date or quotation that no claim covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncovered {
    /// Where it stands in the file.
    pub place: Place,
    /// Its words.
    pub words: String,
    /// `number`, `date` or `quotation`.
    pub what: &'static str,
}

/// What a draft says, held against the ledger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftCheck {
    /// In the order of the draft.
    pub statements: Vec<DraftStatement>,
    /// In the order of the draft.
    pub uncovered: Vec<Uncovered>,
}

/// Holds the article with an index, the draft, against all else of a check.
#[must_use]
pub fn check_draft(checked: &Checked, draft: usize) -> DraftCheck {
    let article = &checked.corpus.articles[draft];
    let mut statements: Vec<(Span, DraftStatement)> = Vec::new();
    let mut covered: Vec<Span> = Vec::new();
    for result in &checked.compared.topics {
        for (at, mention) in result.mentions.iter().enumerate().filter(|(_, mention)| mention.article == draft) {
            covered.extend([mention.span].into_iter().chain(mention.value_span));
            statements.extend(stand(checked, draft, result, at, mention).map(|told| (mention.span, told)));
        }
    }
    statements.sort_by(|a, b| (a.0, &a.1.topic).cmp(&(b.0, &b.1.topic)));
    let statements = statements.into_iter().map(|(_, told)| told).collect();
    DraftCheck { statements, uncovered: uncovered(checked, article, &covered) }
}

fn stand(
    checked: &Checked,
    draft: usize,
    result: &TopicResult,
    at: usize,
    mention: &Mention,
) -> Option<DraftStatement> {
    let topic = &checked.claims.topics[result.topic];
    let article = &checked.corpus.articles[draft];
    let own = result.positions.iter().position(|position| position.mentions.contains(&at))?;
    let is_of_ledger =
        |position: &Position| !position.claims.is_empty() || position.articles.iter().any(|&of| of != draft);
    let related = result.relations.iter().filter_map(|related| match (related.a == own, related.b == own) {
        (true, _) => Some((related.b, related)),
        (_, true) => Some((related.a, related)),
        _ => None,
    });
    let others: Vec<_> = related.filter(|(other, _)| is_of_ledger(&result.positions[*other])).collect();
    let with = |relation: Relation| others.iter().filter(move |(_, related)| related.relation == relation);
    let mine = &result.positions[own];
    let backs =
        |position: &Position| position.articles.iter().filter(|&&of| of != draft).count() + position.claims.len();
    let supported: Vec<usize> =
        with(Relation::Agree).chain(with(Relation::Compatible)).map(|(other, _)| *other).collect();
    let origins: usize = supported.iter().map(|&other| result.positions[other].origins.max(1)).sum::<usize>()
        + mine.origins.saturating_sub(1);
    // That the Kremlin says 14 is right, whoever says something else.
    let is_ascribed = mine.claimant.is_some() && backs(mine) > 0;
    let (standing, because) = if with(Relation::Conflict).next().is_some() {
        (if is_ascribed { Standing::Disputed } else { Standing::Conflicts }, Some(Relation::Conflict))
    } else if with(Relation::Unclear).next().is_some() && mine.window.is_none() {
        (Standing::LacksScope, Some(Relation::Unclear))
    } else if backs(mine) > 0 || !supported.is_empty() {
        (if origins > 1 { Standing::Agrees } else { Standing::SingleOrigin }, None)
    } else if with(Relation::ScopeDiffers).next().is_some() || with(Relation::Unclear).next().is_some() {
        (Standing::OtherScope, Some(Relation::ScopeDiffers))
    } else {
        (Standing::Alone, None)
    };
    let source = |position| Source::new(checked, result, position, draft);
    let reason = |(other, related): &(usize, &Related)| {
        let of = source(&result.positions[*other]);
        Reason { says: value_in_words(of.value(), topic), who: of.who, place: of.place, why: related.reason.clone() }
    };
    let reasons = because.into_iter().flat_map(with).map(reason).collect();
    let told = [Relation::Conflict, Relation::Unclear, Relation::Agree, Relation::Compatible];
    let rivals = told.into_iter().flat_map(with).map(|(other, _)| &result.positions[*other]);
    let own = (backs(mine) > 0).then_some(mine);
    let sources: Vec<Source<'_>> = own.into_iter().chain(rivals).map(source).collect();
    let needs_care = matches!(standing, Standing::Conflicts | Standing::LacksScope | Standing::Disputed);
    let safe = if needs_care { safe_wording(topic, &sources) } else { None };
    let words = mention.span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
    let place = article.place(mention.span.start);
    Some(DraftStatement { place, words, topic: topic.id.clone(), standing, reasons, safe })
}

/// Every number, date and quotation outside of what mentions hold.
fn uncovered(checked: &Checked, article: &Article, covered: &[Span]) -> Vec<Uncovered> {
    let passage = Passage::read(article, &checked.claims, &Names::new(&checked.claims, &ENGLISH));
    let is_free = |span: &Span| !covered.iter().any(|held| held.overlaps(span));
    let found = |span: Span, what: &'static str| {
        let words = span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
        (span, Uncovered { place: article.place(span.start), words, what })
    };
    let what = |value: &Extracted| if value.is_moment() { "date" } else { "number" };
    let values = passage.values().filter(|value| is_free(&value.span)).map(|value| found(value.span, what(value)));
    let quotations = passage.quotations.iter().map(|quotation| quotation.span).filter(is_free);
    let mut all: Vec<(Span, Uncovered)> = values.chain(quotations.map(|span| found(span, "quotation"))).collect();
    all.sort_by_key(|(span, _)| *span);
    all.into_iter().map(|(_, uncovered)| uncovered).collect()
}
