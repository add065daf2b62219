//! An article read once, ready for every topic: its tokens, stems and names, its
//! sentences as ranges of tokens, and what they state where it is asked for.

mod asked;
pub mod clock_day;
pub mod dates;
mod half_day;
pub mod heads;
pub(super) mod known;
pub(super) mod limits;
pub mod names;
mod owned;
pub mod quotations;
mod single_marks;
mod stated;
pub mod stems;
pub mod tables;
pub mod telling;

use super::behind::few;
use super::language::english::ENGLISH;
use super::language::lexicon::Lexicon;
use crate::claims::ClaimSet;
use crate::corpus::{Article, BlockKind};
use crate::extract::{self, Extracted, Reading, Setting, When};
use crate::text::{Span, TokenKind, Tokens};
use crate::value::Moment;
use jiff::civil::Date;
use known::{Known, is_woman};
use names::{NameAt, NameId, Names, starts_upper};
use owned::name_owned;
use quotations::{Quotation, find_quotations};
use stated::Stated;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use stems::Stems;

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
    pub tokens: Rc<Tokens<'a>>,
    /// The stem of each token.
    pub stems: Stems<'a>,
    /// The names in it, by first token.
    pub names: Vec<NameAt>,
    /// What the claims file tells of those, by how it names them.
    known: Arc<Known>,
    /// The same of titles in this text: the last words of names, and whether it calls them Ms.
    women: HashMap<String, bool>,
    /// The first tokens of each name's places, in order.
    pub named_at: HashMap<NameId, Vec<usize>>,
    /// The values and windows read so far.
    stated: Stated,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// By sentence, what it costs an alignment to pass over each of its tokens.
    pub(super) skip_costs: Vec<OnceCell<Rc<[f64]>>>,
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
        let quotations = find_quotations(article);
        let mut tokens = Tokens::new(&article.body);
        // A name may have an apostrophe.
        let mut found = names.find(&tokens, lexicon);
        quotations.iter().for_each(|quotation| tokens.mark(quotation.span));
        let tokens = Rc::new(tokens);
        found.retain(|name| is_in_a_block(article, cover(&tokens, &name.tokens)));
        let own = article.front.claimant.as_deref().and_then(|id| names.find_id(id));
        name_bodies(&tokens, &mut found, names, lexicon, own);
        let sentences = sentences_of(article, &tokens);
        name_owned(&tokens, &mut found, names, &sentences, lexicon);
        let dollar = article.front.url.as_deref().and_then(extract::dollar_of);
        let setting = Setting { reference: article.front.published_on.clone(), dollar, ..Setting::default() };
        let events = event_moments(&tokens, &found, names, claims);
        let mut named_at: HashMap<NameId, Vec<usize>> = HashMap::new();
        for name in &found {
            named_at.entry(name.id).or_default().push(name.tokens.start);
        }
        let women = titled(&tokens, &found, lexicon);
        Self {
            article,
            lexicon,
            known: Arc::clone(&names.known),
            women,
            stems: Stems::of(Rc::clone(&tokens), lexicon),
            tokens,
            names: found,
            named_at,
            stated: Stated::nothing(article.blocks.len()),
            skip_costs: vec![OnceCell::new(); sentences.len()],
            sentences,
            setting,
            events,
            quotations,
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
        cover(&self.tokens, tokens)
    }

    /// The last day on which the article may have been printed.
    pub(super) fn printed(&self) -> Option<Date> {
        self.article.front.published_on.as_ref().and_then(Moment::last_day)
    }

    /// Whether a token names a body, somebody of it, or what it says things in: the lists overlap, and each alone has
    /// gaps.
    #[must_use]
    pub(super) fn is_of_body(&self, at: usize) -> bool {
        let (word, lexicon) = (self.tokens.folded(at), self.lexicon);
        lexicon.offices.contains(word)
            || lexicon.speakers.contains(word)
            || lexicon.bodies.contains(word)
            || lexicon.voices.staff.contains(word)
            || lexicon.is_account(&self.stems[at])
    }

    /// Whether a phrase, of folded words, stands at the beginning of some tokens.
    #[must_use]
    pub fn reads(&self, tokens: Range<usize>, phrase: &[&str]) -> bool {
        tokens.len() >= phrase.len() && phrase.iter().zip(tokens).all(|(word, at)| self.tokens.folded(at) == *word)
    }

    /// Whether a token is a word that carries a meaning: no sign, no number and no small word, as `of` is.
    #[must_use]
    pub fn carries(&self, at: usize) -> bool {
        self.tokens.get(at).kind == TokenKind::Word && !self.lexicon.is_function_word(self.tokens.folded(at))
    }

    /// The same of a token that may stand beyond some others.
    #[must_use]
    pub(super) fn carries_in(&self, tokens: &Range<usize>, at: usize) -> bool {
        tokens.contains(&at) && self.carries(at)
    }

    /// Whether a token is a dash between words: no hyphen.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let is_spaced = |at: usize| self.tokens.all().get(at).is_some_and(|token| token.spaced);
        is_spaced(at) && self.tokens.folded(at) == "-" && is_spaced(at + 1)
    }

    /// Whether a token is a word with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).kind == TokenKind::Word && starts_upper(self.tokens.raw(at))
    }

    /// The index of the quotation that a span lies in.
    #[must_use]
    pub fn quotation_around(&self, span: Span) -> Option<usize> {
        let after = self.quotations.partition_point(|quotation| quotation.span.start <= span.start);
        after.checked_sub(1).filter(|&at| self.quotations[at].span.contains(&span))
    }

    /// The index of the sentence that a byte of the body lies in, or the last
    /// before it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start <= offset).saturating_sub(1)
    }

    /// The index of the sentence that is a span; `None` where that has no tokens.
    #[must_use]
    pub fn sentence_with(&self, span: Span) -> Option<usize> {
        self.sentences.binary_search_by_key(&span, |sentence| sentence.span).ok()
    }

    /// Whether a name is that of a woman, where the claims file or a title in the text tells.
    #[must_use]
    pub(super) fn is_woman(&self, name: &NameAt) -> Option<bool> {
        let last = self.tokens.folded(name.tokens.end - 1);
        let is_office = self.lexicon.titles.contains(last) || self.lexicon.offices.contains(last) || last == "mayor";
        let of_all = || self.known.all.get(&name.id).filter(|_| is_office);
        self.known.women.get(last).or_else(|| self.women.get(last)).or_else(of_all).copied()
    }

    /// Whether a name is known to be that of a person.
    #[must_use]
    pub(super) fn is_person(&self, name: &NameAt) -> bool {
        let last = self.tokens.folded(name.tokens.end - 1);
        self.known.is_person(last) || self.women.contains_key(last)
    }

    /// Whether a name ends in a capital of its own: `Police` at the beginning of a sentence does not.
    #[must_use]
    pub(super) fn is_proper(&self, name: &NameAt) -> bool {
        let last = name.tokens.end - 1;
        starts_upper(self.tokens.raw(last)) && !self.known.is_common(self.tokens.folded(last))
    }

    /// Whether a token is the dot of `Ms. Lind`.
    pub(super) fn is_title_dot(&self, at: usize) -> bool {
        let title = || at.checked_sub(1).map_or("", |title| self.tokens.folded(title));
        self.tokens.folded(at) == "."
            && self.lexicon.titles.contains(title())
            && at + 1 < self.tokens.len()
            && self.is_capital(at + 1)
            && self.sentence_at(self.tokens.get(at).span.start) == self.sentence_at(self.tokens.get(at + 1).span.start)
    }

    /// The names whose first token lies in a range.
    pub fn names_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = &NameAt> {
        let first = self.names.partition_point(|name| name.tokens.start < tokens.start);
        let last = self.names.partition_point(|name| name.tokens.start < tokens.end);
        self.names[first..last.max(first)].iter()
    }

    /// `…; on Monday it corrected that`: the pronoun with which the part behind a mark begins, or with when that was.
    pub(super) fn pronoun_behind(&self, sentence: &Range<usize>, mark: usize) -> Option<usize> {
        let word = |at: usize| self.tokens.folded(at);
        let is_when = |at: &usize| {
            let small = self.lexicon.is_function_word(word(*at)) || self.lexicon.voices.helping.contains(word(*at));
            small || self.is_in_value(self.tokens.get(*at).span)
        };
        let is_subject = |at: &usize| self.lexicon.subjects.contains(word(*at));
        let opening = few(WHEN, mark, sentence.end);
        opening.take_while(|at| is_when(at) || is_subject(at)).find(is_subject)
    }

    /// Whether a name was said in this sentence before `token`, or in one of
    /// the two sentences before it: then a pronoun may stand for it.
    #[must_use]
    pub fn was_just_named(&self, id: NameId, sentence: usize, token: usize) -> bool {
        let first = self.sentences[sentence.saturating_sub(NAMED_BEFORE)].tokens.start;
        let Some(places) = self.named_at.get(&id) else { return false };
        let before = places.partition_point(|&place| place < token);
        before > 0 && places[before - 1] >= first
    }
}

/// The last words of names that have a title of a man or a woman.
fn titled(tokens: &Tokens<'_>, found: &[NameAt], lexicon: &Lexicon) -> HashMap<String, bool> {
    let title = |name: &NameAt| {
        // `Ms. Lind` has a dot.
        let dot = name.tokens.start.checked_sub(1).is_some_and(|at| tokens.folded(at) == ".");
        let title = name.tokens.start.checked_sub(1 + usize::from(dot));
        let before = title.and_then(|at| is_woman(tokens.folded(at), lexicon));
        before.or_else(|| is_woman(tokens.folded(name.tokens.start), lexicon))
    };
    let last = |name: &NameAt| tokens.folded(name.tokens.end - 1).to_owned();
    found.iter().filter_map(|name| title(name).map(|is_woman| (last(name), is_woman))).collect()
}

/// How many words may tell when it was of which a part of a sentence speaks, with its pronoun.
const WHEN: usize = 6;
/// How many sentences before its own a pronoun's name may stand in.
pub(super) const NAMED_BEFORE: usize = 2;
/// How far back, in tokens, `the newspaper` may mean one named in full.
const NAMED_LAST: usize = 40;
/// How far back, in names, `the ministry` may mean one named in full.
const NAMES_BACK: usize = 24;

/// `The ministry`, after `the education ministry`: the last named of those who are called so. `The Ministry` in a
/// statement of one that names itself is that one.
fn name_bodies(tokens: &Tokens<'_>, found: &mut Vec<NameAt>, names: &Names, lexicon: &Lexicon, own: Option<NameId>) {
    let is_body = |at: usize| tokens.folded(at - 1) == "the" && lexicon.bodies.contains(tokens.folded(at));
    // `The ministry of defence` is another one.
    let goes_on = |at: usize| at + 1 < tokens.len() && tokens.folded(at + 1) == "of";
    // `The Meridian gave 27. The newspaper has corrected it`: whoever was named last.
    let is_medium = |at: usize| tokens.folded(at - 1) == "the" && lexicon.voices.media.contains(tokens.folded(at));
    let mut media = Vec::new();
    for at in (1..tokens.len()).filter(|&at| is_medium(at) && !goes_on(at)) {
        let last = found[..found.partition_point(|name| name.tokens.start < at)].last();
        let named = last.filter(|name| name.tokens.end + NAMED_LAST > at && names.is_titled(name.id));
        media.extend(named.map(|name| NameAt { id: name.id, tokens: at..at + 1 }));
    }
    let own = own.filter(|own| found.iter().any(|name| name.id == *own));
    let mut bodies = Vec::new();
    for at in (1..tokens.len()).filter(|&at| is_body(at) && !goes_on(at)) {
        let before = found.partition_point(|name| name.tokens.start < at);
        if found[..before].iter().rev().take(4).any(|name| name.tokens.contains(&at)) {
            continue;
        }
        let earlier = found[..before].iter().rev().take(NAMES_BACK);
        let body = tokens.folded(at);
        let own = own.filter(|&own| starts_upper(tokens.raw(at)) && names.has_head(own, body));
        let named = own.or_else(|| earlier.map(|name| name.id).find(|&id| names.has_head(id, body)));
        bodies.extend(named.map(|id| NameAt { id, tokens: at..at + 1 }));
    }
    found.extend(bodies.into_iter().chain(media));
    found.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end), name.id));
}

fn cover(tokens: &Tokens<'_>, range: &Range<usize>) -> Span {
    tokens.get(range.start).span.cover(&tokens.get(range.end - 1).span)
}

/// Whether a block holds a whole span: nothing is read across two.
fn is_in_a_block(article: &Article, span: Span) -> bool {
    let before = article.blocks.partition_point(|block| block.span.start <= span.start);
    before > 0 && article.blocks[before - 1].span.contains(&span)
}

/// The names of dated events, as moments that help to read the dates and
/// windows around them.
fn event_moments(tokens: &Tokens<'_>, found: &[NameAt], names: &Names, claims: &ClaimSet) -> Vec<Extracted> {
    let dated = |name: &NameAt| {
        let event = claims.events.iter().find(|event| event.id == names.id(name.id))?;
        let moment = event.on.clone()?;
        let span = cover(tokens, &name.tokens);
        Some(Extracted { span, reading: Reading::Moment(When::known(moment)) })
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
