//! Whether a name of a pattern stands only in an aside that tells who says it, where an aside ends that is passed freely,
//! and what it costs to pass over what stands between the words of a pattern.

use super::align::Scene;
use super::compile::{Element, Variant};
use super::describing::is_of_noun;
use super::price::{NEVER, is_in_compound, skip_cost};
use crate::extract::{Reading, Role};
use crate::matching::behind::between;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use std::ops::Range;

/// What passing over another value costs: the words beyond it are rather its.
const PASSED_VALUE: f64 = 0.6;
/// The same for a date or a part, which often stands in the middle of a statement.
const PASSED_ASIDE: f64 = 0.15;
/// The same of each word of a date from which something is moved to another, or of a number that another is set against.
const PASSED_FROM: f64 = 0.02;

/// What passing over a token costs in a clause that tells something besides.
const PASSED_RELATIVE: f64 = 0.01;
/// What it costs to come into one.
const ENTERED: f64 = 0.25;
/// How long such a clause may be, in tokens.
const LONGEST_RELATIVE: usize = 28;

/// `The company, the union said, walked out`: where a name of the pattern stands that only tells of it. (Who is
/// said to say something does that aside too.)
pub(super) fn speaks_aside(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let word = |at: usize| if scene.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let says = |stem: &str| passage.lexicon.says(stem);
    let tells = variant.elements.iter().any(|element| matches!(element, Element::Word(word) if says(&word.stem)));
    let is_aside = |name: &NameAt| {
        let the = name.tokens.start - usize::from(word(name.tokens.start.wrapping_sub(1)) == "the");
        let end = name.tokens.end;
        let said = word(the.wrapping_sub(1)) == "," && word(end + 1) == "," && says(&passage.stems[end]);
        let according = word(the.wrapping_sub(1)) == "to"
            && passage.lexicon.according.contains(word(the.wrapping_sub(2)))
            && matches!(word(end), "," | ".");
        said || according
    };
    let mut ids = variant.elements.iter().filter_map(|element| match element {
        Element::Name(id) if !tells => Some(*id),
        _ => None,
    });
    ids.find_map(|id| {
        let named = || scene.names.iter().filter(|name| tokens.contains(&name.tokens.start) && name.id == id);
        named().all(|name| is_aside(name)).then(|| named().next().map(|name| name.tokens.start)).flatten()
    })
}

impl Scene<'_, '_> {
    /// Where the words end before a value that are not passed freely: `alerted two years later, in June`.
    pub(super) fn before_passed(&self, gap: Range<usize>) -> usize {
        let is_comma = |at: &usize| gap.contains(at) && self.passage.tokens.folded(*at) == ",";
        let Some(comma) = (1..3).filter_map(|back| gap.end.checked_sub(back)).find(is_comma) else { return gap.end };
        let passed = (gap.start..comma + 1).rev().take_while(|at| self.skip_of(at - self.tokens.start) <= 0.0).count();
        if passed > 0 { comma + 1 - passed } else { gap.end }
    }
}

/// What it costs to pass over each of some tokens.
pub(super) fn skip_costs(passage: &Passage<'_>, tokens: &Range<usize>) -> Vec<f64> {
    let mut skip: Vec<f64> = tokens.clone().map(|at| skip_cost(passage, at)).collect();
    if !tokens.is_empty() {
        for value in passage.values_in(passage.span_of(tokens)) {
            let at = passage.tokens_of(value.span).start;
            let first = at - tokens.start;
            // `40 people, including 12 children, were killed`, `40 people, six of them children, were killed`.
            let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
            let end = passage.tokens_of(value.span).end;
            let of_them = || {
                let (of, whom) = (word(end), word(end + 1));
                of == "of" && matches!(whom, "them" | "whom") || of == "from" && word(end + 1) == "each"
            };
            let is_part = first > 0
                && (passage.lexicon.including.contains(passage.tokens.folded(at - 1))
                    || word(at - 1) == "," && of_them());
            // `Dahl, 54, resigned`: how old they are.
            let is_age =
                first > 1 && word(at - 1) == "," && word(end) == "," && end == at + 1 && passage.is_capital(at - 2);
            let aside = is_part
                || is_age
                || is_in_an_aside(passage, tokens, at)
                || value.is_moment()
                || describes(passage, &value.reading, end);
            // `Postponed from March to May`.
            let is_left =
                value.is_moment() && first > 0 && word(at - 1) == "from" && matches!(word(end), "to" | "until");
            // `Fined not 40 million but 60 million`.
            let is_denied = value.reading.measure().is_some_and(|measure| measure.role == Role::Denied);
            if is_denied && word(end) == "but" && passage.value_around(passage.tokens.get(end + 1).span).is_some() {
                let not = usize::from(first > 0 && passage.lexicon.is_negation(word(at - 1)));
                skip[first - not..end + 1 - tokens.start].fill(PASSED_FROM);
                continue;
            }
            let is_of_noun = || is_of_noun(passage, &(at..end), &value.reading);
            if is_left || is_of_noun() {
                skip[first - usize::from(is_left)..end - tokens.start].fill(PASSED_FROM);
                continue;
            }
            let price = if aside { PASSED_ASIDE } else { PASSED_VALUE };
            skip[first] = skip[first].max(price);
            // `Took place on 18 May and lasted an hour`: a date is passed as one.
            if value.is_moment() && word(end) == "and" && tokens.contains(&(end + 1)) && passage.carries(end + 1) {
                skip[first..end - tokens.start].fill(PASSED_FROM);
                skip[first] = price;
            }
        }
        for aside in relative_asides(passage, tokens) {
            let skip = &mut skip[aside.start - tokens.start..aside.end - tokens.start];
            // What takes a statement back there is for those to see that go on within.
            skip.iter_mut().for_each(|cost| *cost = cost.min(PASSED_RELATIVE));
            // Whoever goes on within pays for it.
            skip[0] = skip[0].max(ENTERED);
        }
    }
    skip
}

/// The word within such a clause that takes back what goes on there: `Dahl, who never met Toska, rang her` says that he rang,
/// and not that they met.
pub(super) fn taken_back_aside(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let is_value = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
    let goes_on = |aside: &Range<usize>, at: usize| {
        let says = |at: usize| {
            let mut words = variant.elements.iter();
            words.any(|element| match element {
                Element::Word(word) => !word.is_function && scene.word_cost(word, at).is_some(),
                _ => false,
            })
        };
        tokens.end <= aside.end
            || between(at, aside.end).any(|at| says(at) || variant.slot.is_some() && passage.is_count(at))
    };
    let is_own = |at: usize| variant.has_word(passage.tokens.folded(at));
    let is_within =
        |at: &usize| tokens.contains(at) && skip_cost(passage, *at) >= NEVER && !is_own(*at) && !is_value(*at);
    let asides = relative_asides(passage, &scene.tokens).into_iter();
    asides
        .filter(|aside| tokens.start < aside.end && aside.start < tokens.end)
        .find_map(|aside| aside.clone().find(|at| is_within(at) && goes_on(&aside, *at)))
}

/// `Dahl, who had been in office since 2010, resigned`: what is told besides of whom a sentence is about, with its commas.
fn relative_asides(passage: &Passage<'_>, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let comma = |at: usize| passage.is_comma(tokens, at);
    let mut asides = Vec::new();
    let mut at = tokens.start + 1;
    while at < tokens.end {
        let relates = matches!(word(at), "who" | "which" | "whose") && comma(at - 1);
        let closes = || (at + 1..tokens.end.min(at + LONGEST_RELATIVE)).find(|&at| comma(at));
        if relates && let Some(closes) = closes() {
            asides.push(at - 1..closes + 1);
            at = closes;
        }
        at += 1;
    }
    asides
}

/// Whether a length or a measure that ends before a token describes a thing: `three-year-old`.
fn describes(passage: &Passage<'_>, reading: &Reading, end: usize) -> bool {
    matches!(reading, Reading::Duration(..) | Reading::Quantity(_)) && is_in_compound(passage, end - 1)
}

/// Whether a value ends an aside: `which was to last two hours,`.
fn is_in_an_aside(passage: &Passage<'_>, tokens: &Range<usize>, at: usize) -> bool {
    const LONGEST_ASIDE: usize = 8;
    let first = at.saturating_sub(LONGEST_ASIDE).max(tokens.start);
    let opens =
        |&at: &usize| matches!(passage.tokens.folded(at), "which" | "who") && passage.tokens.folded(at - 1) == ",";
    let comma = |&at: &usize| passage.tokens.folded(at) == ",";
    let begins = between(first, at).rev().take_while(|at| !comma(at)).find(opens).is_some();
    begins && between(at, tokens.end.min(at + LONGEST_ASIDE)).find(comma).is_some()
}
