//! Values that a sentence states without saying the words again: `the police
//! counted 20,000 marchers, the union 60,000`.
//!
//! A value of the same kind is taken along when nothing but another claimant
//! or another facet parts it from one that was found, and nothing follows it
//! that says it counts something else.

use super::against::{held_against, is_held_against};
use super::another::day_of_somebody;
use super::given::{given_behind, is_mark, number_given};
use super::restated::First;
use super::sourced::is_somebodys;
use crate::claims::Topic;
use crate::extract::Reading;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameId;
use crate::matching::passage::telling::is_told;
use crate::matching::patterns::candidates::{Candidate, Sort, all_in_unit_of};
use crate::matching::patterns::hit::Hit;
use crate::matching::topics::FacetProbe;
use crate::text::{Span, TokenKind};
use crate::value::{Kind, Value};
use std::ops::Range;

/// How many tokens may part the two values.
const REACH: usize = 14;
/// The same where the second value has a window of its own.
const REACH_OVER_WINDOW: usize = 40;
/// How close to the value, in tokens, the other claimant or facet stands.
const NEAR: usize = 4;
/// How much further behind a word for `according to`.
const ACCORDING: usize = 3;

/// Adds the values that the hits of one sentence take along: none of which `is_other` says that it has words of its own.
pub fn take_along(
    topic: &Topic,
    passage: &Passage<'_>,
    facets: &[FacetProbe],
    claimants: &[NameId],
    candidates: &[Candidate],
    is_other: &dyn Fn(&Candidate) -> bool,
    hits: &mut Vec<Hit>,
) {
    let mut free: Vec<Waiting<'_>> = candidates
        .iter()
        .filter(|candidate| {
            matches!(candidate.sort, Sort::Plain | Sort::Multiple) && !is_pair(passage, &candidate.tokens)
        })
        .filter(|candidate| !is_of_group(passage, &candidate.tokens) && !is_besides(passage, &candidate.tokens))
        .map(|candidate| Waiting { candidate, seen: 0, given: given_behind(topic, passage, candidate) })
        .collect();
    loop {
        let is_free = |waiting: &Waiting<'_>| {
            let new = &hits[waiting.seen..];
            new.iter().all(|hit| hit.value_span.is_none_or(|span| !span.overlaps(&waiting.candidate.span)))
        };
        free.retain(is_free);
        let mut follow = |waiting: &mut Waiting<'_>| {
            let (candidate, new) = (waiting.candidate, &hits[waiting.seen..]);
            waiting.seen = hits.len();
            let ends = |hit: &Hit| hit.value_span.map_or(hit.tokens.end, |span| passage.tokens_of(span).end);
            let is_given = |hit: &Hit| waiting.given.is_some_and(|mark| ends(hit) <= mark);
            let hit = new.iter().find(|hit| is_given(hit) || follows(passage, facets, claimants, hit, candidate));
            let hit = hit.filter(|_| !is_other(candidate))?;
            Some(Hit::elsewhere(hit.sentence, candidate, &hit.pattern, hit.score))
        };
        let Some(hit) = free.iter_mut().find_map(&mut follow) else { return };
        hits.push(hit);
    }
}

/// `131 cases, it says, with 29 people in hospital`: what else there is.
fn is_besides(passage: &Passage<'_>, value: &Range<usize>) -> bool {
    let led = value.start.checked_sub(1).is_some_and(|at| passage.tokens.folded(at) == "with");
    led && value.end < passage.tokens.len() && passage.carries(value.end)
}

/// The numbers without a unit behind a hit that has one, past a mark: they may be in its unit. Of dates, the day that
/// somebody else says there.
pub(in crate::matching) fn bare_numbers(
    topic: &Topic,
    passage: &Passage<'_>,
    hits: &[Hit],
    sentence: usize,
) -> Vec<Candidate> {
    let [hit] = hits else { return Vec::new() };
    let Some(value) = hit.value_span else { return Vec::new() };
    let here = &passage.sentences[sentence];
    let behind = passage.tokens_of(value).end..here.tokens.end;
    let word = |at: usize| passage.tokens.folded(at);
    let mark = behind.clone().find(|&at| is_mark(passage, at));
    // Where nobody says the first, the second is set against nothing, but for `the union puts the figure at 480`.
    let is_given = |mark: usize| number_given(topic, passage, mark + 1..here.tokens.end).is_some();
    let mark = mark.filter(|&mark| is_told(passage, &(here.tokens.start..mark)) || is_given(mark));
    // `It lasted 75 minutes, according to the office, and 40, according to the union`.
    let soft = || {
        let soft = behind.clone().find(|&at| matches!(word(at), "," | "and" | "or" | "while" | "whereas"))?;
        let has_account = || here.tokens.clone().any(|at| passage.lexicon.is_account(&passage.stems[at]));
        (is_told(passage, &here.tokens) || has_account()).then_some(soft)
    };
    if topic.kind == Kind::Date {
        let clause = mark.map(|mark| mark + 1..here.tokens.end);
        return clause.and_then(|clause| day_of_somebody(First::of(topic), passage, clause)).into_iter().collect();
    }
    let against = held_against(topic, passage, sentence);
    let Some(start) = mark.or_else(soft) else { return against };
    let rest = Span::new(passage.tokens.get(start).span.end, here.span.end);
    let mut bare = all_in_unit_of(topic, passage, rest, value);
    bare.retain(|candidate| {
        !is_in_so_many(passage, candidate)
            && !mark.is_some_and(|mark| is_for_so_many(passage, mark, candidate))
            && (mark.is_some() || is_somebodys(passage, &here.tokens, &candidate.tokens))
    });
    bare.into_iter().chain(against).collect()
}

/// `One in five`, `4 out of 10`: either of the two numbers of a share.
fn is_in_so_many(passage: &Passage<'_>, candidate: &Candidate) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let counts = |at: usize| {
        let read = (at < passage.tokens.len()).then(|| passage.value_around(passage.tokens.get(at).span)).flatten();
        read.is_some_and(|read| matches!(read.reading, Reading::Number(_)))
    };
    let Range { start, end } = candidate.tokens;
    let begins = match (word(end), word(end + 1)) {
        ("in", "every") | ("out", "of") => counts(end + 2),
        ("in", _) => counts(end + 1),
        _ => false,
    };
    let back = |by: usize| start.checked_sub(by);
    let ends = match (back(2).map_or("", word), back(1).map_or("", word)) {
        ("in", "every") | ("out", "of") => back(3).is_some_and(counts),
        (_, "in") => back(2).is_some_and(counts),
        _ => false,
    };
    begins || ends
}

/// `; for two it is less`: whom it is for, and no value.
fn is_for_so_many(passage: &Passage<'_>, mark: usize, candidate: &Candidate) -> bool {
    candidate.tokens.start == mark + 2 && passage.tokens.folded(mark + 1) == "for"
}

/// `The two`: whom the text has named.
pub(super) fn is_pair(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let pointed = |at: usize| passage.lexicon.pointing.contains(passage.tokens.folded(at));
    let is_worded = tokens.len() == 1 && passage.tokens.get(tokens.start).kind == TokenKind::Word;
    is_worded && tokens.start.checked_sub(1).is_some_and(pointed)
}

/// `Two of our guests`: some of those of whom something is told.
fn is_of_group(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    word(tokens.end) == "of" && matches!(word(tokens.end + 1), "our" | "my" | "your" | "his" | "her" | "its" | "their")
}

/// A candidate that no hit holds yet, and how many hits it has been held
/// against: each pair is looked at once.
struct Waiting<'c> {
    candidate: &'c Candidate,
    seen: usize,
    /// The mark behind which its clause gives it, and tells nothing else.
    given: Option<usize>,
}

/// Whether a candidate is the same statement by somebody, or somewhere, else.
fn follows(
    passage: &Passage<'_>,
    facets: &[FacetProbe],
    claimants: &[NameId],
    hit: &Hit,
    candidate: &Candidate,
) -> bool {
    let Some(value) = hit.value_span.map(|span| passage.tokens_of(span)) else { return false };
    let between = if value.end <= candidate.tokens.start {
        value.end..candidate.tokens.start
    } else if candidate.tokens.end <= value.start {
        candidate.tokens.end..value.start
    } else {
        return false;
    };
    // `Met nine times in 2019 and twice in 2020`, where `cost nine million and has doubled twice` says it of another thing.
    let is_multiple = candidate.sort == Sort::Multiple && !counts_times(passage, &value);
    if is_multiple || has_own_subject(passage, hit, &between) {
        return false;
    }
    // What stands before the statement is somebody else's where a name of theirs does too; a day
    // before it is that of something else.
    let is_ahead = candidate.tokens.end <= value.start;
    if !is_ahead && is_held_against(passage, &passage.sentences[hit.sentence].tokens, &candidate.tokens) {
        return true;
    }
    // `Came to 118, of which the army lifted 74`: of the 118, so many.
    let is_parted =
        |at: usize| passage.tokens.folded(at) == "of" && matches!(passage.tokens.folded(at + 1), "which" | "whom");
    if !is_ahead && between.clone().any(is_parted) {
        return false;
    }
    // `Fired six, with three intercepted`: of the six, three.
    let is_whole = |at: usize| hit.tokens.contains(&at) && passage.tokens.folded(at) == "with";
    if is_ahead && (matches!(candidate.value, Value::Date(_)) || between.clone().any(is_whole)) {
        return false;
    }
    if has_own_window(passage, &value, &candidate.tokens) && between.len() <= REACH_OVER_WINDOW {
        return true;
    }
    if between.len() > REACH || !stands_alone(passage, &value, &candidate.tokens) {
        return false;
    }
    let end = passage.sentences[hit.sentence].tokens.end;
    // `The union wanted 30 days; the firm offered ten`: what it has to do with the first is another thing.
    let repeats = |at: usize| hit.tokens.clone().any(|of| passage.stems[of] == passage.stems[at]);
    let wants_it = |name: &Range<usize>| {
        (name.end..candidate.tokens.start)
            .any(|at| !is_light(passage, at) && !repeats(at) && !is_facet_word(passage, facets, at))
    };
    // `(Two, according to the authority)`.
    let cue = |at: usize| at < end && passage.lexicon.according.contains(passage.tokens.folded(at));
    let led = if (candidate.tokens.end..candidate.tokens.end + 2).any(cue) { ACCORDING } else { 0 };
    let near = candidate.tokens.start.saturating_sub(NEAR)..(candidate.tokens.end + NEAR + led).min(end);
    let names: Vec<Range<usize>> = passage
        .names_in(between.start.min(near.start)..near.end)
        .filter(|name| claimants.contains(&name.id))
        .filter(|name| !is_ahead || !hit.tokens.contains(&name.tokens.start) && !wants_it(&name.tokens))
        .map(|name| name.tokens.clone())
        .collect();
    if is_of_another(passage, hit, &value, candidate, end) {
        return false;
    }
    // `And the union that it had been 25,000`, `the union has told us it was 25,000`.
    let small = |at: &usize| {
        passage.lexicon.is_function_word(passage.tokens.folded(*at)) || passage.lexicon.says(&passage.stems[*at])
    };
    let led = candidate.tokens.start
        - (between.start..candidate.tokens.start.max(between.start)).rev().take_while(small).count();
    let named =
        names.iter().any(|name| near.contains(&name.start) && near.contains(&(name.end - 1)) || name.end == led);
    let changes = named || near.clone().any(|at| between.contains(&at) && is_facet_word(passage, facets, at));
    let in_hit = |at: usize| hit.tokens.contains(&at);
    let days: Vec<Range<usize>> = passage
        .values_in(passage.span_of(&passage.sentences[hit.sentence].tokens))
        .filter(|read| read.is_moment() && !matches!(candidate.value, Value::Date(_)))
        .map(|read| passage.tokens_of(read.span))
        .collect();
    // `The call lasted 50 minutes; the firm said it lasted 70.`
    let verb = value.start.checked_sub(1).filter(|&at| in_hit(at));
    let again = |at: usize| {
        let it = at > 0 && matches!(passage.tokens.folded(at - 1), "it" | "they");
        it && verb.is_some_and(|verb| passage.stems[verb] == passage.stems[at])
    };
    changes
        && between.clone().all(|at| {
            in_hit(at)
                || again(at)
                || days.iter().any(|day| day.contains(&at))
                || names.iter().any(|name| name.contains(&at))
                || is_facet_word(passage, facets, at)
                || is_light(passage, at)
        })
}

/// Whether a value says how often: `nine times`, `twice`.
fn counts_times(passage: &Passage<'_>, value: &Range<usize>) -> bool {
    let is_times = |at: usize| at < passage.tokens.len() && &passage.stems[at] == "time";
    is_times(value.end) || matches!(passage.tokens.folded(value.end - 1), "once" | "twice" | "thrice" | "times")
}

/// `212 raids by the army and 87 by the rebels`: what the statement says by whom it was done is said of the other
/// value with another name.
fn is_of_another(passage: &Passage<'_>, hit: &Hit, value: &Range<usize>, candidate: &Candidate, end: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let name_behind = |by: usize| {
        let start = (by + 1..(by + 3).min(end)).find(|&at| word(at) != "the")?;
        passage.names_in(start..start + 1).next().map(|name| name.id)
    };
    let behind = value.end..hit.tokens.end;
    let is_agent = |&at: &usize| matches!(word(at), "by" | "from" | "of" | "against" | "for" | "in");
    let near = candidate.tokens.end..(candidate.tokens.end + 3).min(end);
    let Some(next) = near.into_iter().find(is_agent) else { return false };
    let same = behind.into_iter().find(|&at| word(at) == word(next)).and_then(name_behind);
    same.zip(name_behind(next)).is_some_and(|(own, other)| own != other)
}

/// `spoken four times since Monday, and 11 times over the past month`: the same
/// noun, and a window of its own right after it.
fn has_own_window(passage: &Passage<'_>, value: &Range<usize>, candidate: &Range<usize>) -> bool {
    let noun = |tokens: &Range<usize>| (tokens.end < passage.tokens.len()).then(|| &passage.stems[tokens.end]);
    let joined = candidate.start > value.end
        && matches!(passage.tokens.folded(candidate.start - 1), "and" | "," | "but" | "against");
    if joined && is_followed_by_time(passage, candidate.end) {
        return true;
    }
    if !joined || noun(value) != noun(candidate) {
        return false;
    }
    let after = few(2, candidate.end, passage.tokens.len());
    !after.is_empty() && passage.windows_from(passage.span_of(&after)).next().is_some()
}

/// `Cut 800 jobs in 2019, and 350 in 2020`, `40 on Monday and 12 on Tuesday`.
pub(super) fn is_followed_by_time(passage: &Passage<'_>, end: usize) -> bool {
    let led = end + usize::from(end < passage.tokens.len() && passage.tokens.folded(end) == "on");
    if led >= passage.tokens.len() {
        return false;
    }
    let begins = |span: Span| matches!(passage.tokens_of(span).start, start if start == end || start == led);
    let after = passage.span_of(&(end..(led + 2).min(passage.tokens.len())));
    let mut dates = passage.values_in(after).filter(|read| read.is_moment());
    passage.windows_from(after).next().is_some_and(|read| begins(read.span)) || dates.any(|read| begins(read.span))
}

/// Whether nothing after the value says what else it counts: the sentence
/// ends, a mark or a small word follows, or the very word that follows the
/// value it is compared with.
fn stands_alone(passage: &Passage<'_>, value: &Range<usize>, candidate: &Range<usize>) -> bool {
    let next = |tokens: &Range<usize>| (tokens.end < passage.tokens.len()).then_some(tokens.end);
    let Some(after) = next(candidate) else { return true };
    let same = next(value).is_some_and(|at| passage.stems[at] == passage.stems[after]);
    same || ends_there(passage, after)
}

/// `The prosecution called 63 witnesses and the defence called 14`: the verb of the first, done by another.
fn has_own_subject(passage: &Passage<'_>, hit: &Hit, between: &Range<usize>) -> bool {
    let is_repeated = |at: usize| hit.tokens.clone().any(|of| passage.stems[of] == passage.stems[at]);
    let is_verb = |at: usize| passage.carries(at) && is_repeated(at) && !passage.lexicon.says(&passage.stems[at]);
    let is_other = |at: usize| passage.carries(at) && !is_repeated(at) && passage.names_in(at..at + 1).next().is_none();
    between.clone().skip(1).any(|at| is_verb(at) && is_other(at - 1))
}

/// Whether no word at a token says what is counted before it.
pub(in crate::matching) fn ends_there(passage: &Passage<'_>, after: usize) -> bool {
    if after >= passage.tokens.len() {
        return true;
    }
    let dash = || passage.tokens.folded(after) == "-" && matches!(passage.tokens.raw(after), "—" | "–");
    let is_mark = passage.tokens.get(after).kind == TokenKind::Sign
        && (!matches!(passage.tokens.folded(after), "-" | ":") || dash());
    let is_name = passage.names_in(after..after + 1).next().is_some();
    let folded = passage.tokens.folded(after);
    is_mark || is_name || passage.lexicon.is_function_word(folded) || passage.lexicon.according.contains(folded)
}

/// Whether a word says nothing of what is counted.
pub(super) fn is_light(passage: &Passage<'_>, at: usize) -> bool {
    let (folded, stem) = (passage.tokens.folded(at), &passage.stems[at]);
    let lexicon = passage.lexicon;
    // The next cell of a table is something else.
    if lexicon.is_negation(folded) || folded == "|" {
        return false;
    }
    passage.tokens.get(at).kind == TokenKind::Sign
        || lexicon.is_function_word(folded)
        || lexicon.says(stem)
        || lexicon.is_account(stem)
        || lexicon.clause_starts.contains(folded)
        || lexicon.titles.contains(folded)
        || lexicon.according.contains(folded)
}

/// Whether a word is one of those that tell the options of facets.
pub(super) fn is_facet_word(passage: &Passage<'_>, facets: &[FacetProbe], at: usize) -> bool {
    use crate::matching::patterns::compile::Element;
    let patterns = facets.iter().flat_map(|facet| &facet.options).flat_map(|(_, patterns)| patterns);
    let mut elements = patterns.flat_map(|pattern| &pattern.variants).flat_map(|variant| &variant.elements);
    elements
        .any(|element| matches!(element, Element::Word(word) if !word.is_function && word.stem == passage.stems[at]))
}
