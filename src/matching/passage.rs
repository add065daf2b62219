//! An article read once, ready for every topic: its tokens, stems, names,
//! values and windows, and its sentences as ranges of tokens.

use super::lexicon::{ENGLISH, Lexicon};
use super::names::{NameAt, NameId, Names};
use super::quotations::{Quotation, find_quotations};
use crate::claims::ClaimSet;
use crate::corpus::{Article, BlockKind};
use crate::extract::{self, Extracted, Reading, Setting, When, window::WindowRead};
use crate::text::{Span, Tokens, stem};
use std::collections::HashMap;
use std::ops::Range;

/// A sentence, as tokens and as part of its block.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// Index of its block in the article.
    pub block: usize,
    /// What its block is.
    pub kind: BlockKind,
}

/// An article read once.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The article.
    pub article: &'a Article,
    /// The words matching needs for its language.
    pub lexicon: &'static Lexicon,
    /// The tokens of the body.
    pub tokens: Tokens<'a>,
    /// The stem of each token.
    pub stems: Vec<String>,
    /// The names in it, by first token.
    pub names: Vec<NameAt>,
    /// The first tokens of each name's places, in order.
    pub named_at: HashMap<NameId, Vec<usize>>,
    /// Every value it states, by place; names of events count as moments only
    /// where they help to read others.
    pub values: Vec<Extracted>,
    /// The windows it states.
    pub windows: Vec<WindowRead>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// What relative dates resolved against.
    pub setting: Setting,
    /// The names of events, as moments.
    pub events: Vec<Extracted>,
    /// What it puts between quotation marks.
    pub quotations: Vec<Quotation>,
}

impl<'a> Passage<'a> {
    /// Reads an article.
    #[must_use]
    pub fn read(article: &'a Article, claims: &ClaimSet, names: &Names) -> Self {
        let lexicon = &ENGLISH;
        let tokens = Tokens::new(&article.body);
        let stems = (0..tokens.len()).map(|at| stem(tokens.folded(at)).into_owned()).collect();
        let found = names.find(&tokens, lexicon);
        let setting = Setting { reference: article.front.published_on.clone(), ..Setting::default() };
        let events = event_moments(&tokens, &found, names, claims);
        let values = extract::extract(&article.body, &setting, &events);
        let mut moments: Vec<Extracted> =
            values.iter().chain(&events).filter(|value| is_moment(value)).cloned().collect();
        moments.sort_by_key(|moment| (moment.span.start, moment.span.end));
        let windows = extract::window::find_windows(&tokens, &setting, &moments);
        let sentences = sentences_of(article, &tokens);
        let mut named_at: HashMap<NameId, Vec<usize>> = HashMap::new();
        for name in &found {
            named_at.entry(name.id).or_default().push(name.tokens.start);
        }
        Self {
            article,
            lexicon,
            tokens,
            stems,
            names: found,
            named_at,
            values,
            windows,
            sentences,
            setting,
            events,
            quotations: find_quotations(article),
        }
    }

    /// The tokens of a span.
    #[must_use]
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        self.tokens.within(span)
    }

    /// The span of some tokens.
    ///
    /// # Panics
    /// When the range is empty: that is a bug of the caller.
    #[must_use]
    pub fn span_of(&self, tokens: &Range<usize>) -> Span {
        self.tokens.get(tokens.start).span.cover(&self.tokens.get(tokens.end - 1).span)
    }

    /// The index of the sentence that a byte of the body lies in, or the last
    /// before it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start <= offset).saturating_sub(1)
    }

    /// The names whose first token lies in a range.
    pub fn names_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = &NameAt> {
        let first = self.names.partition_point(|name| name.tokens.start < tokens.start);
        let last = self.names.partition_point(|name| name.tokens.start < tokens.end);
        self.names[first..last.max(first)].iter()
    }

    /// The values that lie wholly in a span.
    pub fn values_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &Extracted> {
        let first = self.values.partition_point(|value| value.span.start < span.start);
        let last = self.values.partition_point(|value| value.span.end <= span.end);
        self.values[first..last.max(first)].iter()
    }

    /// The windows that begin in a span.
    pub fn windows_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &WindowRead> {
        let first = self.windows.partition_point(|window| window.span.start < span.start);
        let last = self.windows.partition_point(|window| window.span.start < span.end);
        self.windows[first..last.max(first)].iter().filter(move |window| window.span.end <= span.end)
    }

    /// Whether a name was said in this sentence before `token`, or in one of
    /// the two sentences before it: then a pronoun may stand for it.
    #[must_use]
    pub fn was_just_named(&self, id: NameId, sentence: usize, token: usize) -> bool {
        let first = self.sentences[sentence.saturating_sub(2)].tokens.start;
        let Some(places) = self.named_at.get(&id) else { return false };
        let before = places.partition_point(|&place| place < token);
        before > 0 && places[before - 1] >= first
    }
}

fn is_moment(value: &Extracted) -> bool {
    matches!(value.reading, Reading::Moment(_))
}

/// The names of dated events, as moments that help to read the dates and
/// windows around them.
fn event_moments(tokens: &Tokens<'_>, found: &[NameAt], names: &Names, claims: &ClaimSet) -> Vec<Extracted> {
    let dated = |name: &NameAt| {
        let event = claims.events.iter().find(|event| event.id == names.id(name.id))?;
        let moment = event.on.clone()?;
        let span = tokens.get(name.tokens.start).span.cover(&tokens.get(name.tokens.end - 1).span);
        let when = When { moment: Some(moment), clock: None, impossible: None, relative: false };
        Some(Extracted { span, reading: Reading::Moment(when) })
    };
    let mut events: Vec<Extracted> = found.iter().filter_map(dated).collect();
    events.dedup_by(|later, earlier| earlier.span.overlaps(&later.span));
    events
}

fn sentences_of(article: &Article, tokens: &Tokens<'_>) -> Vec<Sentence> {
    let blocks = article.blocks.iter().enumerate();
    let sentences = blocks.flat_map(|(block, of)| of.sentences.iter().map(move |span| (block, of.kind, *span)));
    let made = sentences.map(|(block, kind, span)| Sentence { tokens: tokens.within(span), span, block, kind });
    made.filter(|sentence| !sentence.tokens.is_empty()).collect()
}
