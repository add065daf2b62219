//! The time that a text gives one value, where that is no window: the day, month or year of
//! what it states, a time of day, or a stage.
//!
//! It tells two values apart and does nothing else: one for which no time is given is of the
//! same time as any. So it refuses what may be the time of something else: of saying or
//! printing it, of a number that it is held against, of what another clause tells. The time of
//! day is that of a level (`41 percent at noon`), but not of what happened (`7 died at noon`):
//! reports put an event at several times.
//!
//! ```text
//! inflation was 7 percent in January        January
//! on 3 January, 20 people marched           3 January
//! 20 people marched, police said on Tuesday  none
//! turnout was 41 percent at noon            12:00
//! turnout was 67 percent when polls closed  the end
//! ```

use super::at_event::{at_event, of_paper_or_basis};
use super::back::{closes_when, is_when, past_when, pointed_back};
use super::elsewhere::Elsewhere;
use super::ends::closing;
use super::named::{is_of_named, is_of_superlative};
use super::of_some::is_of_some;
use super::stages::stage_of;
use super::times::OwnTime;
use crate::extract::{Reading, TimeUnit, When};
use crate::matching::attribution::Place;
use crate::matching::language::time_words::TimeWords;
use crate::matching::passage::Passage;
use crate::matching::passage::heads::day_of_row;
use crate::matching::scope::is_other_day;
use crate::text::{Span, TokenKind};
use crate::value::{Kind, Moment, Number, Precision};
use std::ops::Range;

/// How far behind a statement its time may stand, in tokens.
const BEHIND: usize = 8;
/// How far before it a time may stand that opens its clause.
const BEFORE: usize = 14;

/// How far behind a count, in tokens, its verb may stand.
const NOUN: usize = 4;

/// The time of the value at a place; `None` where the text gives none that is surely its own.
#[must_use]
pub fn own_time_of(passage: &Passage<'_>, kind: Kind, place: &Place<'_>) -> Option<OwnTime> {
    if !kind.is_amount() {
        return None;
    }
    let sentence = &passage.sentences[place.sentence];
    let reader = Reader { passage, kind, place, sentence: &sentence.tokens, words: passage.lexicon.times };
    if kind == Kind::Percent
        && let Some(day) = day_of_row(passage, place.sentence, place.tokens.start)
    {
        return Some(OwnTime::At(Moment::day(day)));
    }
    let (value, mut given) = (passage.span_of(&place.tokens), Vec::new());
    for read in passage.values_in(sentence.span).filter(|read| !read.span.overlaps(&value)) {
        let Reading::Moment(when) = &read.reading else { continue };
        let tokens = passage.tokens_of(read.span);
        if let Some(time) = reader.time_of(when, &tokens)
            && let Some(rank) = reader.rank(&tokens)
        {
            given.push((rank, if reader.is_of_thing(when, &tokens) { OwnTime::Thing } else { time }));
        }
    }
    let nearest = given.into_iter().min_by_key(|(rank, _)| *rank);
    let of_other = || at_event(passage, place).or_else(|| of_paper_or_basis(passage, place));
    let named = || if reader.is_level() { of_other() } else { None };
    let own = nearest
        .map(|(_, time)| time)
        .or_else(named)
        .or_else(|| reader.pointed_back())
        .or_else(|| stage_of(passage, place));
    own.or_else(|| reader.day_of_saying(sentence.span))
}

struct Reader<'r, 'a> {
    passage: &'r Passage<'a>,
    kind: Kind,
    place: &'r Place<'r>,
    sentence: &'r Range<usize>,
    words: &'static TimeWords,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    /// Whether it is how much there is at a time.
    fn is_level(&self) -> bool {
        matches!(self.kind, Kind::Percent | Kind::Money | Kind::Quantity) || self.is_state()
    }

    /// What a moment says of the value: an hour only of a level, or of what was counted up to it.
    fn time_of(&self, when: &When, tokens: &Range<usize>) -> Option<OwnTime> {
        let lead = self.lead(tokens)?;
        let is_timed = self.is_level() || self.words.reaching.contains(self.word(lead));
        let Some(moment) = &when.moment else { return when.clock.filter(|_| is_timed).map(OwnTime::Clock) };
        if moment.precision < Precision::DayPart || moment.precision > Precision::DayPart && is_timed {
            return Some(OwnTime::At(closing(self.passage, self.sentence, tokens, moment)));
        }
        // What happened in a night is put on either of its days.
        Some(OwnTime::At(Moment::day(moment.only_day()?)))
    }

    /// `The police said on Monday that 55 people were missing`: how many there are is told of the day on which it is said.
    fn day_of_saying(&self, sentence: Span) -> Option<OwnTime> {
        let elsewhere = Elsewhere { passage: self.passage, statement: self.place.statement() };
        let moments = self.passage.values_in(sentence).filter_map(|read| match &read.reading {
            Reading::Moment(when) => Some((self.passage.tokens_of(read.span), when.moment.as_ref()?)),
            _ => None,
        });
        let mut said = moments.filter(|_| self.is_state());
        let (tokens, moment) = said.next().filter(|_| said.next().is_none())?;
        let is_day = moment.precision >= Precision::Day && moment.first_day() == moment.last_day();
        (is_day && elsewhere.is_of_saying(&tokens)).then(|| Some(OwnTime::At(Moment::day(moment.first_day()?))))?
    }

    /// `55 people were missing`, and not `55 were killed`: how many there are at a time, and no event that reports
    /// put at several.
    fn is_state(&self) -> bool {
        let first = self.place.tokens.end;
        let is = (first..(first + NOUN).min(self.sentence.end)).find(|&at| self.words.being.contains(self.word(at)));
        let next = is.map(|at| at + 1 + usize::from(self.words.so.contains(self.word(at + 1))));
        next.is_some_and(|next| self.words.states.contains(self.word(next)))
    }

    /// The first token of a time with the words that lead to it. `None` where these turn it into
    /// the time of something else.
    fn lead(&self, tokens: &Range<usize>) -> Option<usize> {
        if self.is_when(tokens) {
            return Some(tokens.start);
        }
        let article = |at: usize| matches!(self.word(at), "the" | "early" | "late");
        let at = (self.sentence.start..tokens.start).rev().find(|&at| !article(at));
        let Some(at) = at else { return Some(self.sentence.start) };
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let ends = self.words.ending.contains(self.word(at)) && self.words.lengths.contains(before);
        if ends {
            let is_lead = |at: &usize| self.words.leading.contains(self.word(*at));
            return (at.saturating_sub(5)..at).rev().find(is_lead);
        }
        if self.words.turning.contains(self.word(at)) && !self.words.joining.contains(self.word(at)) {
            return None;
        }
        if !self.words.leading.contains(self.word(at)) {
            return Some(at + 1);
        }
        // `As of 3 January`, and `than in January`.
        let led = |word: &str| word == "as" && matches!(self.word(at), "of" | "at");
        if led(before) {
            return Some(at - 1);
        }
        let turned = self.words.turning.contains(before) && !self.words.joining.contains(before);
        (!turned).then_some(at)
    }

    /// Whether a time is that of the statement by a `when`.
    fn is_when(&self, tokens: &Range<usize>) -> bool {
        is_when(self.passage, self.place.tokens.start, tokens)
    }

    /// How far a time is from the statement that it is of, the nearest kind of place first;
    /// `None` where it may be that of something else.
    fn rank(&self, tokens: &Range<usize>) -> Option<(u8, usize)> {
        let lead = self.lead(tokens)?;
        if self.is_when(tokens) {
            return Some((0, 0));
        }
        let elsewhere = Elsewhere { passage: self.passage, statement: self.place.statement() };
        if is_other_day(self.passage, self.sentence.start, tokens)
            || self.is_of_date_before(tokens)
            || self.is_deadline(lead)
            || self.is_of_print(lead)
            || elsewhere.is_of_dated(tokens)
            || elsewhere.is_of_basis(tokens)
            || is_of_some(self.passage, &elsewhere.statement, tokens)
        {
            return None;
        }
        let statement = self.place.statement();
        if is_of_named(self.passage, &statement, tokens) {
            return Some((2, between(tokens, &statement).len()));
        }
        if statement.start <= lead && tokens.end <= statement.end {
            let gap = between(tokens, &self.place.tokens);
            return (!self.has_number(&gap)).then(|| (0, gap.len()));
        }
        if statement.end <= lead {
            let gap = statement.end..lead;
            let is_near = gap.len() <= BEHIND && !gap.clone().any(|at| self.parts(at) || self.word(at) == ",");
            return (is_near && !self.has_number(&gap)).then(|| (1, gap.len()));
        }
        let gap = past_when(self.passage, tokens.end, statement.start)..statement.start;
        let opens = lead == self.sentence.start
            || self.words.joining.contains(self.word(lead - 1))
            || closes_when(self.passage, self.sentence.start, lead);
        // `The 2011 flood cost 350 million`.
        let led = tokens.start.checked_sub(1).map_or("", |before| self.word(before));
        let names = tokens.len() == 1 && gap.is_empty() && matches!(led, "the" | "a" | "an");
        let is_near = (opens || names) && tokens.end <= statement.start && gap.len() <= BEFORE;
        let goes_on = |at: usize| self.goes_on(at);
        let parts = |at: usize| self.parts(at) && !goes_on(at) || self.is_account(at);
        let is_one = || !self.has_number(&gap) || gap.clone().any(goes_on);
        let is_free = is_near && !gap.clone().any(parts) && is_one();
        is_free.then(|| (2, gap.len()))
    }

    /// Whether a time is that of the thing of which something is stated: `the contract, signed in 2021, was worth`, `the
    /// outage, from 7 to 17 August, lasted 11 days`.
    fn is_of_thing(&self, when: &When, tokens: &Range<usize>) -> bool {
        let elsewhere = Elsewhere { passage: self.passage, statement: self.place.statement() };
        elsewhere.is_of_aside(tokens)
            || is_of_superlative(self.passage, &elsewhere.statement, tokens)
            || self.kind == Kind::Duration && (self.is_as_long(when) || self.bounds(tokens))
    }

    /// `The talks began in December and lasted 11 months`: the day on which a thing began or ended.
    fn bounds(&self, time: &Range<usize>) -> bool {
        let lead = self.lead(time).unwrap_or(time.start).min(time.start);
        let verb = (self.sentence.start..lead).rev().take(2);
        verb.into_iter().any(|at| self.words.bounding.contains(&self.passage.stems[at]))
    }

    /// Whether a stretch is as long as what is stated: 7 to 17 August are 11 days, or 10.
    fn is_as_long(&self, when: &When) -> bool {
        let days = when.moment.as_ref().and_then(|moment| moment.first_day().zip(moment.last_day()));
        let days = days.and_then(|(first, last)| first.until(last).ok()).map(|days| Number::from(days.get_days()));
        let mut values = self.passage.values_in(self.passage.span_of(&self.place.tokens));
        let stated = values.find_map(|value| match &value.reading {
            Reading::Duration(measure, _) => measure.interval.single().copied(),
            _ => None,
        });
        let stated = stated.and_then(|seconds| seconds.checked_div(TimeUnit::Day.seconds()));
        let is_long =
            |(days, stated): (Number, Number)| days > Number::ONE && days <= stated && stated - days <= Number::ONE;
        days.zip(stated).is_some_and(is_long)
    }

    /// `On 13 March, the day after the session, 29 percent ran`: what explains a date says no other one.
    fn is_of_date_before(&self, tokens: &Range<usize>) -> bool {
        let comma = tokens.start.checked_sub(1).filter(|&at| self.word(at) == ",");
        let ends = |comma: usize| {
            let dates = self.passage.values_in(self.passage.span_of(&(self.sentence.start..comma)));
            dates.filter(|read| read.is_moment()).any(|read| self.passage.tokens_of(read.span).end == comma)
        };
        let lexicon = self.passage.lexicon;
        let counts = |at: usize| lexicon.after.contains(self.word(at)) || lexicon.before.contains(self.word(at));
        (tokens.start..=tokens.end).any(counts) && comma.is_some_and(ends)
    }

    /// `2,000 people will get a letter by the end of April`: they are 2,000 now.
    fn is_deadline(&self, lead: usize) -> bool {
        let will = |at: usize| self.words.limit.possible.contains(self.word(at));
        let first = self.place.tokens.end.min(lead);
        matches!(self.word(lead), "by" | "before") && (first..lead).any(will)
    }

    /// `A list published on 3 January`.
    fn is_of_print(&self, lead: usize) -> bool {
        let first = lead.saturating_sub(2).max(self.sentence.start);
        (first..lead).any(|at| self.passage.lexicon.printing.contains(self.word(at)))
    }

    /// Whether something else is told from a token on.
    fn parts(&self, at: usize) -> bool {
        let (word, token) = (self.word(at), self.passage.tokens.get(at));
        let sign =
            token.kind == TokenKind::Sign && (matches!(word, ";" | ":" | "(" | ")" | "\"" | "|") || token.spaced);
        let lexicon = self.passage.lexicon;
        sign && word != ","
            || self.words.parting.contains(word)
            || lexicon.clause_starts.contains(word)
            || lexicon.says(&self.passage.stems[at])
    }

    fn is_account(&self, at: usize) -> bool {
        self.passage.lexicon.is_account(&self.passage.stems[at]) && self.word(at + 1) != "of"
    }

    fn has_number(&self, gap: &Range<usize>) -> bool {
        let mut values = self.passage.values_in(self.passage.span_of(gap));
        !gap.is_empty() && values.any(|value| !value.is_moment() && !self.is_name(&self.passage.tokens_of(value.span)))
    }

    /// `The Seven Stones reef`: a number of a name.
    fn is_name(&self, number: &Range<usize>) -> bool {
        let is_upper = |at: usize| self.sentence.contains(&at) && self.passage.is_capital(at);
        // With its unit, or what is called so: `Seven Stones`, `the Ten Bells`.
        let behind = if number.len() == 1 { number.end } else { number.end - 1 };
        number.start > self.sentence.start && is_upper(number.start) && is_upper(behind)
    }

    /// `As of Wednesday it had burned 46,900 acres and was 74 percent contained`: of the same thing, at the same time.
    fn goes_on(&self, and: usize) -> bool {
        self.word(and) == "and" && self.words.going_on_with.contains(self.word(and + 1))
    }

    /// `A truce, in 2021, had collapsed. At that time 212 were freed`: the last time that the sentence
    /// before gives.
    fn pointed_back(&self) -> Option<OwnTime> {
        let before = pointed_back(self.passage, self.place)?;
        let told = self.passage.values_in(self.passage.sentences[before].span);
        let mut moments = told.filter_map(|read| match &read.reading {
            Reading::Moment(when) => when.moment.clone(),
            _ => None,
        });
        moments.next_back().map(OwnTime::At)
    }
}

/// The tokens between two stretches.
fn between(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    if a.end <= b.start { a.end..b.start } else { b.end..a.start.max(b.end) }
}
