//! What the value at a place is about: its facets, read from the text around it, and which dates there are those of
//! a report. Its window is read by [`period`](super::time::period).

use super::attribution::Place;
use super::passage::Passage;
use super::patterns::align::Scene;
use super::patterns::compile::Compiled;
use super::time::back::pointed_back;
use super::topics::FacetProbe;
use crate::extract::Reading;
use crate::text::TokenKind;
use crate::value::Moment;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;

/// A dateline ends within so many tokens.
const DATELINE: usize = 8;
/// How long the name of an agency in brackets may be there, with these.
const AGENCY: usize = 8;
/// How far before a number the words may stand that open its clause: `on long-distance routes 21 percent`.
const LEADING: usize = 5;
/// How long a sentence is, at most, that only says what the next one is about, in tokens.
const ANNOUNCING: usize = 8;
/// How well the words of a facet must fit.
const FACET_THRESHOLD: f64 = 0.8;

/// How far something is from a place, for choosing the nearest: tokens, and
/// more for what parts clauses. What stands beyond another value of the topic
/// is that value's before it is this one's.
pub(super) fn remoteness(passage: &Passage<'_>, place: &Place<'_>, tokens: &Range<usize>) -> usize {
    if tokens.start < place.tokens.end && place.tokens.start < tokens.end {
        return 0;
    }
    let (gap, before) = if tokens.end <= place.tokens.start {
        (tokens.end..place.tokens.start, true)
    } else {
        (place.tokens.end..tokens.start, false)
    };
    let crossed = place.rivals.iter().filter(|rival| gap.start <= rival.start && rival.end <= gap.end).count();
    let price = |at: usize| match passage.tokens.folded(at) {
        ";" => 12,
        "," | "and" => 3,
        word if passage.lexicon.clause_starts.contains(word) => 8,
        _ => 1,
    };
    gap.map(price).sum::<usize>() + 40 * crossed + usize::from(before)
}

/// The facets of the value at a place: from its sentence, the nearest words
/// first; then from the heading above it; then, where nothing is the default,
/// from the sentence before in the same paragraph.
#[must_use]
pub fn facets_of<'f>(
    passage: &Passage<'_>,
    facets: &'f [FacetProbe],
    place: &Place<'_>,
    read_before: &OptionsRead<'f>,
) -> BTreeMap<String, String> {
    let read = |facet: &'f FacetProbe| {
        let options = |sentence: usize| read_before.options_in(passage, facet, sentence);
        // `He had 54 then`: of the round of which the sentence before tells.
        let pointed = || pointed_back(passage, place).and_then(|before| only_option(&options(before)));
        let option = option_at(passage, &options(place.sentence), place)
            .or_else(pointed)
            .or_else(|| option_of_heading(passage, &options, place.sentence))
            .or_else(|| option_announced(passage, &options, place.sentence))
            .or_else(|| facet.default.clone())
            .or_else(|| option_before(passage, &options, place.sentence));
        option.map(|option| (facet.id.clone(), option))
    };
    facets.iter().filter_map(read).collect()
}

/// Where options stand in a sentence.
type Places<'f> = Rc<[(&'f str, Range<usize>)]>;

/// The options of facets already read, by facet and sentence: every value of a
/// sentence, and every row under a heading, asks for the same.
#[derive(Debug, Default)]
pub struct OptionsRead<'f>(RefCell<HashMap<(&'f str, usize), Places<'f>>>);

impl<'f> OptionsRead<'f> {
    fn options_in(&self, passage: &Passage<'_>, facet: &'f FacetProbe, sentence: usize) -> Places<'f> {
        let mut read = self.0.borrow_mut();
        let found = read.entry((&facet.id, sentence)).or_insert_with(|| options_in(passage, facet, sentence).into());
        Rc::clone(found)
    }
}

fn option_at(passage: &Passage<'_>, found: &Places<'_>, place: &Place<'_>) -> Option<String> {
    let is_own = |(_, tokens): &&(&str, Range<usize>)| {
        !names_the_other(passage, place, tokens)
            && !is_of_conversion(passage, place, tokens)
            && !is_of_the_first(passage, place, tokens)
            && !is_condition_of_other(passage, place, tokens)
            && !leads_to_next(passage, place, tokens)
            && !is_of_part(passage, place, tokens)
            && !is_told_besides(passage, place, tokens)
    };
    let nearest = found.iter().filter(is_own).min_by_key(|(_, tokens)| remoteness(passage, place, tokens));
    nearest.map(|(option, _)| (*option).to_owned())
}

/// `168 million before tax, or 184 million with it`: what stands for the option of the other value, where something else
/// is said of this one.
fn names_the_other(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let end = place.tokens.end;
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let beside =
        matches!(word(end), "with" | "without" | "including" | "excluding" | "after" | "before" | "minus" | "plus");
    let stands_before = place.rivals.iter().any(|rival| rival.end <= option.start && rival.end < place.tokens.start);
    option.end <= place.tokens.start && stands_before && beside && matches!(word(end + 1), "it" | "them" | "that")
}

/// `4.5 million tonnes a year, that is 45 million over the whole term`: what is said of the other number that the same one
/// comes to.
fn is_of_conversion(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let turns = |at: usize| match word(at) {
        "or" | "meaning" | "making" | "equals" | "equivalent" => true,
        "that" | "which" => matches!(word(at + 1), "is" | "means" | "makes" | "equals"),
        _ => false,
    };
    let between = place.rivals.iter().filter(|rival| place.tokens.end <= rival.start && rival.end <= option.start);
    between.map(|rival| place.tokens.end..rival.start).any(|mut gap| gap.any(turns))
}

/// `Fell from 54 in the first round to 51`, `its lead, 54 after the first round, fell to 51`: what is said of the
/// number before.
fn is_of_the_first(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let sentence = &passage.sentences[place.sentence];
    if option.end > place.tokens.start {
        return false;
    }
    let values = passage.values_in(sentence.span).filter(|value| !value.is_moment());
    let first = values.map(|value| passage.tokens_of(value.span)).take_while(|value| value.end <= option.start).last();
    let Some(first) = first.filter(|first| first.start > sentence.tokens.start) else { return false };
    let is_mark = |at: usize| matches!(word(at), "," | ";");
    let led = word(first.start - 1);
    let joined = !(first.end..option.start).any(is_mark);
    let is_aside = led == "," && (option.end..place.tokens.start).any(is_mark);
    joined && (is_aside || led == "from" && word(place.tokens.start - 1) == "to")
}

/// `It cost 168 million, or 184 million with tax`, `– 184 million if you count tax`: what stands right behind the other of two
/// numbers, and is a condition of that one.
fn is_condition_of_other(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let opens = |at: usize| {
        matches!(word(at), "if" | "once" | "with" | "without" | "including" | "excluding" | "counting" | "before")
    };
    // A dash, a bracket or an `or` sets it against this one; a comma or an `and` may go on with a list.
    let parts = |at: usize| match word(at) {
        "or" | "(" => true,
        "-" => passage.tokens.get(at).spaced && passage.tokens.get(at + 1).spaced,
        _ => false,
    };
    let is_other = |rival: &&Range<usize>| {
        place.tokens.end <= rival.start && rival.end <= option.start && opens(rival.end.min(option.start))
    };
    let other = place.rivals.iter().find(is_other);
    other.is_some_and(|other| (place.tokens.end..other.start).any(parts))
}

/// `On local lines it was 52 percent, on the others 21 percent`: what opens the clause of the next number is said of that.
fn leads_to_next(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let is_mark = |at: usize| matches!(passage.tokens.folded(at), "," | ";");
    let Some(mark) = (place.tokens.end..option.start).rev().find(|&at| is_mark(at)) else { return false };
    let opens = (mark + 1..option.start).all(|at| passage.lexicon.is_function_word(passage.tokens.folded(at)));
    let sort = |at: usize| {
        let value = passage.value_around(passage.tokens.get(at).span);
        value.map(|value| std::mem::discriminant(&value.reading))
    };
    let own = sort(place.tokens.start);
    let behind = option.end..(option.end + LEADING).min(passage.sentences[place.sentence].tokens.end);
    let goes_on = |at: &usize| !is_mark(*at) && passage.tokens.folded(*at) != "and";
    let next = behind.into_iter().take_while(goes_on).find(|&at| sort(at).is_some());
    opens && own.is_some() && next.is_some_and(|next| sort(next) == own)
}

/// `341 on board: 298 passengers and 43 crew`: what is counted of the parts.
fn is_of_part(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let Some(number) = option.start.checked_sub(1).filter(|&at| at > place.tokens.end && passage.is_count(at)) else {
        return false;
    };
    let word = |at: usize| passage.tokens.folded(at);
    (place.tokens.end..number).any(|at| match word(at) {
        ":" | "(" | "comprising" | "namely" => true,
        "of" => matches!(word(at + 1), "whom" | "them" | "which"),
        word => passage.lexicon.including.contains(word),
    })
}

/// `360 were on board, because the crew are never listed`: of whom a clause tells something besides.
fn is_told_besides(passage: &Passage<'_>, place: &Place<'_>, option: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let opens = |at: usize| matches!(word(at), "because" | "though" | "although");
    let is_verb = matches!(
        word(option.end),
        "is" | "are" | "was" | "were" | "has" | "have" | "had" | "do" | "does" | "did" | "never" | "will" | "would"
    );
    is_verb && place.tokens.end < option.start && (place.tokens.end..option.start).any(opens)
}

/// `Begin with the passengers. The list has 298.`: what a short sentence says the next one is about.
fn option_announced<'f>(
    passage: &Passage<'_>,
    options: &dyn Fn(usize) -> Places<'f>,
    sentence: usize,
) -> Option<String> {
    let before = sentence.checked_sub(1)?;
    let of = &passage.sentences[before];
    let word = |at: usize| if of.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = of.tokens.start + usize::from(matches!(word(of.tokens.start), "or" | "and" | "now" | "first" | "so"));
    let announces = match word(first) {
        "begin" | "start" => word(first + 1) == "with",
        "turn" => word(first + 1) == "to",
        "as" => word(first + 1) == "for",
        "what" => matches!(word(first + 1), "of" | "about"),
        word => matches!(word, "take" | "consider"),
    };
    let is_short = announces && of.tokens.len() <= ANNOUNCING && of.block == passage.sentences[sentence].block;
    (is_short && passage.values_in(of.span).next().is_none()).then(|| only_option(&options(before)))?
}

fn option_of_heading<'f>(
    passage: &Passage<'_>,
    options: &dyn Fn(usize) -> Places<'f>,
    sentence: usize,
) -> Option<String> {
    let heading = passage.article.blocks.get(passage.sentences[sentence].block)?.heading?;
    let index = passage.sentence_at(passage.article.blocks[heading].span.start);
    only_option(&options(index))
}

fn option_before<'f>(passage: &Passage<'_>, options: &dyn Fn(usize) -> Places<'f>, sentence: usize) -> Option<String> {
    let before = sentence.checked_sub(1)?;
    let same_block = passage.sentences[before].block == passage.sentences[sentence].block;
    if same_block { only_option(&options(before)) } else { None }
}

/// The option, when all the words found speak for one.
fn only_option(found: &[(&str, Range<usize>)]) -> Option<String> {
    let (first, _) = found.first()?;
    found.iter().all(|(option, _)| option == first).then(|| (*first).to_owned())
}

/// Where a sentence has words for the options of a facet.
fn options_in<'f>(passage: &Passage<'_>, facet: &'f FacetProbe, sentence: usize) -> Vec<(&'f str, Range<usize>)> {
    let mut found = Vec::new();
    for (option, patterns) in &facet.options {
        found.extend(places_of(passage, patterns, sentence).into_iter().map(|tokens| (option.as_str(), tokens)));
    }
    found
}

/// Every place of a sentence where one of the patterns fits well, found piece
/// by piece: what is left of a place and what is right of it are looked at
/// again.
fn places_of(passage: &Passage<'_>, patterns: &[Compiled], sentence: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let variants = || patterns.iter().flat_map(|pattern| &pattern.variants);
    let mut rest = vec![passage.sentences[sentence].tokens.clone()];
    while let Some(tokens) = rest.pop() {
        if tokens.is_empty() || found.len() >= 16 {
            continue;
        }
        let scene = Scene::new(passage, sentence, tokens.clone());
        let fits = variants().filter(|variant| super::patterns::loose::could_fit(&scene, variant, FACET_THRESHOLD));
        let fits = fits.filter_map(|variant| scene.align(variant, FACET_THRESHOLD));
        let Some(best) = fits.filter(|fit| fit.taken_back.is_none()).max_by(|a, b| a.score.total_cmp(&b.score)) else {
            continue;
        };
        rest.push(tokens.start..best.tokens.start);
        rest.push(best.tokens.end..tokens.end);
        found.push(best.tokens);
    }
    found
}

/// The dates of a sentence, outside the value itself.
pub(super) fn dates_in<'p>(
    passage: &'p Passage<'_>,
    sentence: usize,
    place: &Place<'_>,
) -> impl DoubleEndedIterator<Item = (Range<usize>, Moment)> + use<'p> {
    let value = passage.span_of(&place.tokens);
    let moments = passage.values_in(passage.sentences[sentence].span).filter(move |read| !read.span.overlaps(&value));
    moments.filter_map(|read| match &read.reading {
        Reading::Moment(when) => when.moment.clone().map(|moment| (passage.tokens_of(read.span), moment)),
        _ => None,
    })
}

/// The day of a report or of a saying, not of what is told.
pub(super) fn is_other_day(passage: &Passage<'_>, start: usize, tokens: &Range<usize>) -> bool {
    // `That Thursday` points back at a day named before, and `that Thursday, 3 March` names it.
    let is_named = || tokens.clone().any(|at| passage.tokens.get(at).kind == TokenKind::Digits);
    let points_back = tokens.start > start && passage.tokens.folded(tokens.start - 1) == "that" && !is_named();
    points_back || is_day_of_saying(passage, start, tokens) || is_dateline(passage, start, tokens)
}

/// `said on Tuesday that`: the day of the saying, not of what is said.
pub(super) fn is_day_of_saying(passage: &Passage<'_>, start: usize, tokens: &Range<usize>) -> bool {
    let first = tokens.start.saturating_sub(2).max(start);
    // `Said of Tuesday's call`.
    if tokens.start > start && matches!(passage.tokens.folded(tokens.start - 1), "of" | "about") {
        return false;
    }
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
    let between = |at: usize| passage.lexicon.is_function_word(passage.tokens.folded(at));
    (first..tokens.start).rev().take_while(|&at| between(at) || says(at)).any(says)
}

/// `PARIS, March 7 –`, `PARIS, March 7 (Northern Press Agency) –`: the day of the report, not of what it tells.
fn is_dateline(passage: &Passage<'_>, start: usize, tokens: &Range<usize>) -> bool {
    let dash = |at: usize| at < passage.tokens.len() && passage.tokens.folded(at) == "-";
    let is_early = tokens.end <= start + DATELINE;
    let is_sign = |at: usize, sign: &str| at < passage.tokens.len() && passage.tokens.folded(at) == sign;
    let closing = || (tokens.end..tokens.end + AGENCY).find(|&at| is_sign(at, ")"));
    let named = || is_sign(tokens.end, "(") && closing().is_some_and(|at| dash(at + 1));
    let is_led = (tokens.end..tokens.end + 4).any(dash) || named();
    is_early && is_led && super::passage::names::starts_upper(passage.tokens.raw(start))
}
