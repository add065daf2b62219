//! The window of a value: the stretch of time that its sentence gives it.
//!
//! The nearest window of the sentence is a value's, unless several values stand there and each
//! has a time of its own: then each keeps to its own, be that only a day. Where nothing parts
//! them, one window is that of all.
//!
//! ```text
//! 12 in May and 20 in June                        12 [May], 20 [June]
//! 40 were killed on Monday and 12 on Tuesday      40 [Monday], 12 [Tuesday]
//! 60 times in all, and 12 times in May            60, 12 [May]
//! since May they have met 12 times before today   12 [May to today]
//! the police counted 12 and the union 20 in May   12 [May], 20 [May]
//! On Monday 40 died. On Tuesday 12 died.          40 [Monday], 12 [Tuesday]
//! ```

use super::ahead::is_ahead;
use super::back::{before_that, is_when};
use super::completed::completed;
use super::elsewhere::Elsewhere;
use super::first_part::first_part;
use super::happening::is_of_happening;
use super::left::is_left_after;
use super::listed::is_of_part;
use super::named::is_of_named;
use super::one_of::{is_of_event, is_of_one};
use super::same::inherited;
use super::then::{ever_since, since_then};
use crate::corpus::BlockKind;
use crate::extract::{Reading, window::WindowRead};
use crate::matching::attribution::Place;
use crate::matching::behind::between;
use crate::matching::passage::Passage;
use crate::matching::passage::heads::{window_of_entry, window_of_head, window_of_label};
use crate::matching::scope::{dates_in, is_other_day, remoteness};
use crate::text::Span;
use crate::text::sentence::sentences;
use crate::value::{Edge, Kind, Moment, Window};
use std::ops::Range;

/// How far from a value in the same sentence of a row a window may stand, in tokens.
const ROW: usize = 80;
/// In how many words a clause that an `and` joins has its subject and a verb.
const SUBJECT: usize = 7;

/// The window of the value at a place; `None` when the text gives none.
#[must_use]
pub fn window_of(passage: &Passage<'_>, kind: Kind, place: &Place<'_>) -> Option<Window> {
    let sentence = &passage.sentences[place.sentence];
    if let Some(then) = since_when(passage, place) {
        return Some(then);
    }
    if let Some(since) = ever_since(passage, place) {
        return Some(since);
    }
    if let Some(own) = parted_time(passage, kind, place) {
        return own;
    }
    if let Some(read) = nearest_window(passage, kind, place, sentence.span) {
        return if read.same { inherited(passage, place, read) } else { Some(listed(passage, kind, place, read)) };
    }
    if let Some(other) = first_part(passage, place).or_else(|| since_then(passage, place)) {
        return Some(other);
    }
    match sentence.kind {
        BlockKind::Row => {
            let (row, cell) = (place.sentence, place.tokens.start);
            let of_cell = window_of_head(passage, row, cell).or_else(|| window_of_label(passage, row, cell));
            let of_cell = of_cell.or_else(|| window_of_entry(passage, row));
            if of_cell.is_some() {
                return of_cell;
            }
            let heading = passage.article.blocks.get(sentence.block)?.heading?;
            passage.windows_in(passage.article.blocks[heading].span).next().map(|read| read.window)
        }
        _ => None,
    }
}

/// `The deadliest since 2021, when 34 people died`: the time since which something else holds.
fn since_when(passage: &Passage<'_>, place: &Place<'_>) -> Option<Window> {
    let mut windows = passage.windows_in(passage.sentences[place.sentence].span);
    let since = windows.find(|read| {
        let tokens = passage.tokens_of(read.span);
        passage.tokens.folded(tokens.start) == "since" && is_when(passage, place.tokens.start, &tokens)
    })?;
    let (first, last) = since.window.from.days()?;
    Some(Window { from: Edge::on(first), to: Edge::on(last) })
}

/// The time of one of several values that each have their own: `Some(None)` for one that is
/// said to be of all times, `None` where the sentence does not set its values apart like that.
fn parted_time(passage: &Passage<'_>, kind: Kind, place: &Place<'_>) -> Option<Option<Window>> {
    if place.rivals.is_empty() {
        return None;
    }
    let own = stretch(passage, place, &place.tokens);
    if windows_in(passage, kind, place, passage.span_of(&own)).next().is_some() {
        return None;
    }
    let is_timed = |rival: &Range<usize>| time_in(passage, place, &stretch(passage, place, rival)).is_some();
    if is_overall(passage, &own) && place.rivals.iter().any(is_timed) {
        return Some(None);
    }
    let Some(when) = time_in(passage, place, &own) else {
        // `Two warnings, one in April and one in July`: neither is the time of the two.
        let mut times =
            place.rivals.iter().filter_map(|rival| time_in(passage, place, &stretch(passage, place, rival)));
        let first = times.next()?;
        return times.any(|other| other != first).then_some(None);
    };
    let another = |rival: &Range<usize>| {
        time_in(passage, place, &stretch(passage, place, rival)).is_some_and(|other| other != when)
    };
    place.rivals.iter().any(another).then_some(Some(when))
}

/// `Two warnings, in April and July`: from the first to the last of a list of times.
fn listed(passage: &Passage<'_>, kind: Kind, place: &Place<'_>, read: &WindowRead) -> Window {
    let end = passage.tokens_of(read.span).end;
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let joined = word(end) == "and";
    let next = end + 1 + usize::from(matches!(word(end + 1), "in" | "on" | "during"));
    let is_next = |(tokens, _): &(Range<usize>, Moment)| tokens.start == next || tokens.start + 1 == next;
    let found = dates_in(passage, place.sentence, place).find(is_next).filter(|_| joined && place.rivals.is_empty());
    let last = found.and_then(|(_, moment)| moment.last_day()).map(Edge::on);
    let is_later = |to: &Edge| read.window.to.days().zip(to.days()).is_some_and(|(before, after)| before.1 < after.0);
    let own = || windows_in(passage, kind, place, passage.sentences[place.sentence].span);
    last.filter(is_later).map_or_else(|| completed(passage, place, read, own()), |to| Window { to, ..read.window })
}

/// The day with which the sentence of a place opens, where nobody says then what it states: `On 8
/// November 11,500 people marched.`
pub(super) fn opening_day(passage: &Passage<'_>, place: &Place<'_>) -> Option<Window> {
    let start = passage.sentences[place.sentence].tokens.start;
    let (tokens, moment) = dates_in(passage, place.sentence, place).next()?;
    let opens = tokens.start <= start + 1 && tokens.end <= place.tokens.start;
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
    if !opens || is_other_day(passage, start, &tokens) || (tokens.end..place.tokens.start).any(says) {
        return None;
    }
    whole(&moment).filter(|day| day.from == day.to)
}

/// What is said of one of the values of a sentence and of no other.
fn stretch(passage: &Passage<'_>, place: &Place<'_>, value: &Range<usize>) -> Range<usize> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let others = || place.rivals.iter().chain([&place.tokens]).filter(|other| *other != value);
    let before = others().filter(|other| other.end <= value.start).map(|other| other.end).max();
    let after = others().filter(|other| other.start >= value.end).map(|other| other.start).min();
    let joins = |at: &usize| passage.lexicon.parting.contains(passage.tokens.folded(*at));
    // `Recalled 12; by the summer, after a delay, it had recalled 20`: another clause begins at the semicolon.
    let ends = |at: &usize| {
        let word = |at: usize| passage.tokens.folded(at);
        word(*at) == ";" || word(*at) == "," && matches!(word(at + 1), "but" | "while")
    };
    let first = before.map_or(sentence.start, |before| {
        let starts = (before..value.start).find(ends).or_else(|| (before..value.start).rev().find(joins));
        starts.map_or(value.start, |at| at + 1)
    });
    let last = after.map_or(sentence.end, |after| (value.end..after).find(joins).unwrap_or(after));
    first..last
}

/// The window of a stretch of a sentence, or else its day.
fn time_in(passage: &Passage<'_>, place: &Place<'_>, stretch: &Range<usize>) -> Option<Window> {
    let elsewhere = Elsewhere { passage, statement: stretch.clone() };
    let is_own = |read: &&WindowRead| !read.same && !elsewhere.is_of_basis(&passage.tokens_of(read.span));
    let window = passage.windows_in(passage.span_of(stretch)).find(is_own).map(|read| read.window);
    let start = passage.sentences[place.sentence].tokens.start;
    let day = || {
        let mut told = dates_in(passage, place.sentence, place)
            .filter(|(tokens, _)| stretch.start <= tokens.start && tokens.end <= stretch.end)
            .filter(|(tokens, _)| !is_other_day(passage, start, tokens) && !elsewhere.is_of_basis(tokens));
        told.next().and_then(|(_, moment)| whole(&moment))
    };
    window.or_else(day)
}

/// A moment as a window: all its days.
fn whole(moment: &Moment) -> Option<Window> {
    let (first, last) = (moment.first_day()?, moment.last_day()?);
    Some(Window { from: Edge::on(first), to: Edge::on(last) })
}

/// Whether a stretch says that it tells of all there ever was: `in all`, `altogether`.
pub(super) fn is_overall(passage: &Passage<'_>, stretch: &Range<usize>) -> bool {
    stretch.clone().any(|at| passage.lexicon.overall.iter().any(|words| passage.reads(at..stretch.end, words)))
}

fn nearest_window<'p>(passage: &'p Passage<'_>, kind: Kind, place: &Place<'_>, within: Span) -> Option<&'p WindowRead> {
    let windows = windows_in(passage, kind, place, within);
    let nearest = windows.min_by_key(|read| remoteness(passage, place, &passage.tokens_of(read.span)));
    // What is to be has no other time beside it: `under the deal of April, 60 would be freed in June`.
    nearest.filter(|read| !is_ahead(passage, place, read))
}

/// The windows that could be a value's. A measure (`604 feet`, `78 %`) has no period of its own,
/// so for it only words that tally count, not any time that is mentioned; but a share of an
/// earlier year is not this year's.
fn windows_in<'p>(
    passage: &'p Passage<'_>,
    kind: Kind,
    place: &Place<'_>,
    within: Span,
) -> impl Iterator<Item = &'p WindowRead> {
    let value = passage.span_of(&place.tokens);
    let tallies = move |read: &&WindowRead| {
        let first = passage.tokens_of(read.span).start;
        let tallying = passage.lexicon.tallying.contains(passage.tokens.folded(first));
        kind == Kind::Count || read.same || tallying || kind == Kind::Percent && is_of_earlier_year(passage, read)
    };
    // `3,000 fewer than last year`, `twice the number of last week`: the time of another one.
    let end = place.tokens.end;
    let is_compared = move |read: &&WindowRead| {
        let ahead = between(end, passage.tokens_of(read.span).start);
        ahead.into_iter().any(|at| {
            matches!(passage.tokens.folded(at), "than" | "like" | "unlike" | "where" | "times" | "twice" | "double")
        })
    };
    // `On 10 November last year` is a day, and not that year.
    let is_of_day = move |read: &&WindowRead| {
        let day = passage.value_around(read.span).filter(|value| value.is_moment());
        day.is_some_and(|day| day.span.start < read.span.start)
    };
    let windows = passage.windows_in(within).filter(move |read| !read.span.overlaps(&value) && !is_of_day(read));
    let windows = windows.filter(tallies);
    let start = place.tokens.start;
    let before_that = before_that(passage, place);
    let elsewhere = Elsewhere { passage, statement: start.min(place.whole.start)..end.max(place.whole.end) };
    windows.filter(move |read| {
        !is_compared(read)
            && before_that.is_none_or(|clause| passage.tokens_of(read.span).end > clause)
            && !is_of_former(passage, end, read)
            && !is_of_one(passage, &elsewhere.statement, read)
            && !is_of_event(passage, place, read)
            && !is_of_other_clause(passage, start, read)
            && !is_of_next_clause(passage, end, read)
            && !is_of_joined_clause(passage, elsewhere.statement.end, read)
            && !is_of_other_sentence(passage, &elsewhere.statement, read)
            && !elsewhere.has(&passage.tokens_of(read.span))
            && !is_of_named(passage, &elsewhere.statement, &passage.tokens_of(read.span))
            && !is_of_part(passage, &elsewhere.statement, read)
            && !is_left_after(passage, place, &passage.tokens_of(read.span))
            && !is_of_happening(passage, place, read)
    })
}

/// `- Eight dead, aged 16 to 34. Names will not be given until Monday.`: of what another sentence of its row tells.
fn is_of_other_sentence(passage: &Passage<'_>, statement: &Range<usize>, read: &WindowRead) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(read.span.start)];
    let window = passage.tokens_of(read.span);
    let gap = if window.end <= statement.start { window.end..statement.start } else { statement.end..window.start };
    if sentence.kind != BlockKind::Row || gap.is_empty() {
        return false;
    }
    let span =
        Span::new(passage.span_of(&(gap.start - 1..gap.end)).start, passage.span_of(&(gap.start..gap.end + 1)).end);
    gap.len() > ROW || sentences(&passage.article.body, span).len() > 1
}

/// `1,200 jobs go, and that no depot will close before 2026`, `but pay is frozen until June`, `; since May it is less`: the
/// time of what comes next, or of a reason.
fn is_of_next_clause(passage: &Passage<'_>, end: usize, read: &WindowRead) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let start = passage.tokens_of(read.span).start;
    // `120 were freed, because eight had gone home in January`.
    let gives_reason = |at: usize| {
        matches!(word(at), "because" | "although" | "though") && between(at, start).any(|at| passage.carries(at))
    };
    // `Put it at 28, saying that three more had been freed in May`; not `saying that they had been freed in May`.
    let goes_on = |at: usize| {
        let says = word(at).ends_with("ing") && passage.lexicon.says(&passage.stems[at]);
        let subject = at + 1 + usize::from(word(at + 1) == "that");
        let is_it = matches!(word(subject), "they" | "it" | "all" | "these" | "those");
        says && at > end && word(at - 1) == "," && subject < start && !is_it
    };
    // `Turnout was 61 percent, whereas in 2018 it was 54`: of the other number.
    let next = |at: usize| {
        matches!(word(at), "but" | "whereas" | ";") || word(at) == "and" && word(at + 1) == "that" || goes_on(at)
    };
    (end..start).any(|at| next(at) || gives_reason(at))
}

/// `Six are in intensive care, and there have been no new cases since Tuesday`, `10 died and the line has been shut since
/// May`: the time of what an `and` joins, where that has a subject and a verb of its own and no number.
fn is_of_joined_clause(passage: &Passage<'_>, end: usize, read: &WindowRead) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let start = passage.tokens_of(read.span).start;
    let tells = |first: usize| {
        let clause = first + 1..start.min(first + SUBJECT);
        let lexicon = passage.lexicon;
        let is_verb = |at: usize| {
            lexicon.contrast.helping.contains(word(at))
                || word(at).ends_with("ed")
                || lexicon.stance.came.contains(word(at))
        };
        // `The president they both know was in Bern`: a clause within it.
        let relates =
            |at: &usize| lexicon.subjects.contains(word(*at)) || matches!(word(*at), "that" | "who" | "which");
        let is_subject = match word(first) {
            "it" | "there" | "he" | "she" | "they" | "we" | "nobody" => clause.clone().take(2).any(is_verb),
            "the" | "a" | "an" | "no" | "its" | "his" | "her" | "their" => {
                clause.clone().skip(1).take_while(|at| !relates(at)).any(is_verb)
            }
            _ => false,
        };
        let mut values = passage.values_in(passage.span_of(&(first..start)));
        is_subject && !values.any(|value| !value.is_moment())
    };
    (end..start).any(|at| word(at) == "and" && at + 1 < start && tells(at + 1))
}

/// `Earned 3 million last year while recalling 2,000 tins`: the time of another number, in another clause.
fn is_of_other_clause(passage: &Passage<'_>, start: usize, read: &WindowRead) -> bool {
    let window = passage.tokens_of(read.span);
    let is_start = |at: &usize| passage.lexicon.clause_starts.contains(passage.tokens.folded(*at));
    if window.end < start && is_of_what_followed(passage, &window) {
        return true;
    }
    if window.end > start || !(window.end..start).any(|at| is_start(&at)) {
        return false;
    }
    let first = passage.sentences[passage.sentence_at(read.span.start)].tokens.start;
    let clause = (first..window.start).rev().take_while(|at| !is_start(at)).last();
    let ahead = clause.map(|first| passage.span_of(&(first..window.start)));
    ahead.is_some_and(|span| passage.values_in(span).any(|value| !value.is_moment()))
}

/// `He resigned in May after 301 had voted for it`: of what came of it, or came before it. What opens a sentence is of all
/// of it.
fn is_of_what_followed(passage: &Passage<'_>, window: &Range<usize>) -> bool {
    let first = passage.sentences[passage.sentence_at(passage.tokens.get(window.start).span.start)].tokens.start;
    let tells = (first..window.start).any(|at| passage.carries(at));
    tells && matches!(passage.tokens.folded(window.end), "after" | "before" | "because")
}

pub(super) fn is_ordinal(passage: &Passage<'_>, span: Span) -> bool {
    passage.values_in(span).any(|value| matches!(value.reading, Reading::Ordinal(_)))
}

/// `71 percent, up from 58 percent in 2020`: the time of a number that a value is held against.
fn is_of_former(passage: &Passage<'_>, end: usize, read: &WindowRead) -> bool {
    let window = passage.tokens_of(read.span);
    if window.start <= end {
        return false;
    }
    // `Well short of the record 9,000 set in 2015`.
    let held = |at: usize| {
        matches!(passage.tokens.folded(at), "from" | "with" | "than" | "against" | "record")
            || passage.reads(at - 1..at + 1, &["short", "of"])
    };
    let mut between = passage.values_in(passage.span_of(&(end..window.start)));
    between.any(|value| {
        let tokens = passage.tokens_of(value.span);
        // `Down from the 9,000 feared in the spring`.
        let the = usize::from(tokens.start > end + 1 && passage.tokens.folded(tokens.start - 1) == "the");
        // `214 complaints, then 12 in June`.
        let is_next = tokens.end == window.start && (end..tokens.start).any(|at| passage.tokens.folded(at) == ",");
        tokens.start > end && (held(tokens.start - 1 - the) || is_next) && !value.is_moment()
    })
}

fn is_of_earlier_year(passage: &Passage<'_>, read: &WindowRead) -> bool {
    let published = passage.article.front.published_on.as_ref().and_then(Moment::first_day);
    let ends = read.window.to.days().map(|(_, last)| last);
    read.window.from.days().is_some() && published.zip(ends).is_some_and(|(day, last)| last.year() < day.year())
}
