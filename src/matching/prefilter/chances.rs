//! Where in an article a topic could be spoken to, before anything of it is read.
//!
//! What the [prefilter](super) asks of a text is asked of each of its paragraphs,
//! and then of each sentence, since no pattern reaches beyond one; that must be
//! `answerable`, too. Only a name may stand in
//! a sentence before, for a pronoun can mean it. Most articles that have the words of a topic
//! have them here and there, and are not even cut into sentences.
//!
//! ```text
//! Macron spoke on Monday. Four calls came from a phone box in Paris.
//! {macron} made {value} phone calls    the second sentence; nothing in the first
//! ```
//!
//! **Cost.** One search of the text.

use super::Needs;
use super::answerable::Answerable;
use super::gate::Wording;
use super::plain::Plain;
use super::present::{Among, Hits, Present};
use crate::claims::ClaimSet;
use crate::corpus::{Article, BlockKind};
use crate::matching::language::english::ENGLISH;
use crate::matching::passage::NAMED_BEFORE;
use crate::matching::passage::quotations::find_quotations;
use crate::matching::patterns::stood_for::BACK;
use crate::matching::topics::{TopicProbe, Topics, is_looked_for};
use crate::text::Span;
use std::cell::OnceCell;
use std::rc::Rc;

/// A name that begins in a sentence may go on in so many more, where these are cut
/// amiss.
const NAME_ENDS: usize = 2;

/// The topics that a text has enough words of.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// Their indices, in order.
    pub topics: Vec<usize>,
    /// What the text has.
    present: Present,
    /// Where, as bytes of the text.
    hits: Hits,
}

/// A topic, and where an article could speak to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// Index of the topic.
    pub topic: usize,
    /// The sentences in which one of its patterns could fit, in order.
    pub sentences: Vec<Span>,
}

impl Chance {
    /// Any sentence of an article.
    #[must_use]
    pub fn everywhere(topic: usize, article: &Article) -> Self {
        Self { topic, sentences: sentences_of(article).map(|(span, _)| span).collect() }
    }
}

impl Topics {
    /// Which topics an article with this text could speak to.
    #[must_use]
    pub fn candidates(&self, claims: &ClaimSet, article: &Article, text: &Plain<'_>) -> Candidates {
        let hits = self.prefilter.search(text);
        // No name goes beyond a paragraph either.
        let spelt: Vec<Present> = hits.by_paragraph(text).map(|hits| self.prefilter.present(hits)).collect();
        let Present { mut words, names } = self.prefilter.present(&[]);
        let mut names = Rc::unwrap_or_clone(names);
        for paragraph in &spelt {
            words.join(&paragraph.words);
            names.join(&paragraph.names);
        }
        let present = Present { words, names: Rc::new(names) };
        let of_paragraph = |words: Among| Present { words, names: Rc::clone(&present.names) };
        let paragraphs: Vec<Present> =
            spelt.into_iter().map(|paragraph| paragraph.words).chain([Among::default()]).map(of_paragraph).collect();
        let could_match = |probe: &TopicProbe| {
            probe.could_fit(&present) && paragraphs.iter().any(|paragraph| probe.could_fit(paragraph))
                || probe.quoted.as_ref().is_some_and(|(_, wording)| wording.could_be_quoted(text, hits.all()))
        };
        let wanted =
            |index: &usize| could_match(&self.probes[*index]) && is_looked_for(&claims.topics[*index], article);
        let topics = (0..self.probes.len()).filter(wanted).collect();
        Candidates { topics, present, hits: hits.in_the_original(text) }
    }

    /// Where an article could speak to topics; those for which there is no place
    /// are left out. Its body begins at a byte of the text that was searched.
    #[must_use]
    pub fn chances(&self, claims: &ClaimSet, article: &Article, body: usize, candidates: &Candidates) -> Vec<Chance> {
        let chance = |&topic: &usize| Chance { topic, sentences: Vec::new() };
        let mut chances: Vec<Chance> = candidates.topics.iter().map(chance).collect();
        if chances.is_empty() {
            return chances;
        }
        let sentences: Vec<(Span, BlockKind)> =
            sentences_of(article).filter(|(span, _)| has_words(span.of(&article.body))).collect();
        let prefilter = &self.prefilter;
        let found = |span: &Span| {
            let hits = candidates.hits.within(body + span.start..body + span.end);
            prefilter.with_names_of(hits, &candidates.present)
        };
        let present: Vec<Present> = sentences.iter().map(|(span, _)| found(span)).collect();
        for (at, &(sentence, block)) in sentences.iter().enumerate() {
            let around = &present[at.saturating_sub(NAMED_BEFORE)..(at + 1 + NAME_ENDS).min(present.len())];
            let text = sentence.of(&article.body);
            // `It lasted 90 minutes`: what, the sentence before says.
            let before = &present[at.saturating_sub(BACK)..at];
            let lent = prefilter.with_subjects_of(&present[at], before).filter(|_| has_pronoun(text));
            let own = lent.as_ref().unwrap_or(&present[at]);
            let (near, answerable) = (OnceCell::new(), OnceCell::new());
            for chance in &mut chances {
                let probe = &self.probes[chance.topic];
                let with_names = || near.get_or_init(|| prefilter.with_names_near(own, around));
                let answerable = || answerable.get_or_init(|| Answerable::of(text, block, &ENGLISH));
                if probe.could_fit(own)
                    && probe.could_fit(with_names())
                    && answerable().could_answer(&claims.topics[chance.topic])
                {
                    chance.sentences.push(sentence);
                }
            }
        }
        let quoted = OnceCell::new();
        let quoted_words =
            || -> Vec<Present> { find_quotations(article).iter().map(|quotation| found(&quotation.span)).collect() };
        chances.retain(|chance| {
            let wording = self.probes[chance.topic].quoted.as_ref();
            let is_quoted = |(needs, _): &(Needs, Wording)| is_quoted(needs, quoted.get_or_init(quoted_words));
            !chance.sentences.is_empty() || wording.is_some_and(is_quoted)
        });
        chances
    }
}

impl TopicProbe {
    /// Whether one of its patterns could fit.
    pub(super) fn could_fit(&self, present: &Present) -> bool {
        self.needs.iter().any(|needs| needs.met(present))
    }
}

/// Whether a quotation has enough words of a wording, one sentence being quoted in
/// two parts at most.
fn is_quoted(wording: &Needs, quotations: &[Present]) -> bool {
    let both = |parts: &[Present]| {
        let mut whole = parts[0].clone();
        whole.words.join(&parts[1].words);
        whole
    };
    quotations.iter().any(|alone| wording.met(alone)) || quotations.windows(2).any(|parts| wording.met(&both(parts)))
}

/// Whether it has a pronoun that may stand for a thing.
fn has_pronoun(sentence: &str) -> bool {
    let words = sentence.split(|letter: char| !letter.is_alphanumeric());
    words.into_iter().any(|word| word.eq_ignore_ascii_case("it") || word.eq_ignore_ascii_case("they"))
}

/// Whether it has more than signs. One of signs alone is not counted here, so that
/// this looks no less far back for a name than reading does.
fn has_words(sentence: &str) -> bool {
    sentence.contains(char::is_alphanumeric)
}

/// The sentences of an article, each with what its block is.
fn sentences_of(article: &Article) -> impl Iterator<Item = (Span, BlockKind)> {
    article.blocks.iter().flat_map(|block| block.sentences.iter().map(|&span| (span, block.kind)))
}
