//! Text to windows: the stretch of time that a value of the text is about.
//!
//! `since X` runs to the reference, `from X until Y` between its ends, `over
//! the past month` up to the reference, `in March` through that month. Edges
//! are as wide as what they are read from: a month is its first to its last
//! day, an event its day. A from-part and a to-part that stand in one clause
//! are one window (`since the election, up to the war`).
//!
//! ```
//! use gainsay::extract::{Setting, moment::find_moments, window::find_windows};
//! use gainsay::{text::Tokens, value::{Edge, edtf}};
//! let tokens = Tokens::new("they have met 20 times since December");
//! let setting = Setting { reference: edtf::parse_date("2022-05-04").ok(), ..Setting::default() };
//! let moments = find_moments(&tokens, &setting, &[]);
//! let windows = find_windows(&tokens, &setting, &moments);
//! assert_eq!(windows[0].window.from, edtf::parse_window("2021-12/").unwrap().from);
//! assert_eq!(windows[0].window.to, edtf::parse_window("2022-05-04").unwrap().to);
//! ```
//!
//! **Cost.** Linear: every part looks a bounded way ahead.

mod ending;
mod merged;
mod operand;
mod same;
mod stretch;

pub use ending::last_of;

use super::language::en_beside_dates::{SHORTLY, SINCE_ABOUT};
use super::language::en_tenses::{RELATIVES, SUBJECTS, VERBS};
use super::moment::expr::{self, Expr};
use super::moment::reader::Reader;
use super::moment::sense::{self, Sense, Unit};
use super::moment::{NOTHING_BEFORE, reference_edge};
use super::{Extracted, Prefer, Setting};
use crate::text::{Span, Tokens};
use crate::value::{Edge, Moment, Precision, Window};

/// How many words the subject of a clause may have, with its verb.
const SUBJECT: usize = 5;

/// A window as a text states it.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowRead {
    /// The words that state it.
    pub span: Span,
    /// What they state.
    pub window: Window,
    /// Whether they point back to a window stated before (`in the same
    /// period`): the window is then unknown here, and the caller's to inherit.
    pub same: bool,
    /// That window lies in another year (`in the same period last year`).
    pub year: Option<OtherYear>,
}

/// The year that a window stated before is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherYear {
    /// This one: `in the same period of 2021`.
    In(i16),
    /// So many before its own: `in the same period a year earlier`.
    Before(i16),
    /// Those up to its own: `in the two years before that`.
    UpTo(i16),
}

/// Every window that a text states, in order and apart from each other.
/// `moments` are all moments of the text, the names of events among them.
#[must_use]
pub fn find_windows(tokens: &Tokens<'_>, setting: &Setting, moments: &[Extracted]) -> Vec<WindowRead> {
    let finder = Finder { reader: Reader::new(tokens, moments, setting), setting };
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match finder.part_at(at) {
            Some(part) => {
                at = part.next.max(at + 1);
                parts.push(part);
            }
            None => at += 1,
        }
    }
    finder.merged(parts)
}

/// What a part of a window gives.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gives {
    /// A beginning, and the end it has when no other follows.
    From(Edge, Edge),
    /// A beginning that needs an end: `from X`.
    Opening(Edge),
    /// An end.
    To(Edge),
    /// Both.
    Whole(Edge, Edge),
    /// Those of a window stated before, in this year or another.
    Same(Option<OtherYear>),
}

/// A part of a window, in tokens.
#[derive(Clone, Debug)]
struct Part {
    first: usize,
    next: usize,
    gives: Gives,
}

struct Finder<'t> {
    reader: Reader<'t>,
    setting: &'t Setting,
}

impl Finder<'_> {
    /// The moment of an expression that begins at a token.
    fn resolve(&self, expr: &Expr, at: usize) -> Option<Moment> {
        let is_behind = || {
            let led = (at.saturating_sub(2)..at).any(|at| self.reader.is_any(at, &[Sense::Since, Sense::After]));
            // `In August the firm sold 60`, written in June.
            let opens = at > 0 && self.reader.is_any(at - 1, &[Sense::In, Sense::During]);
            led || self.reader.is_past(at) || opens && self.reader.opens_past(at - 1, at + 1)
        };
        // `June of that year`: which one it is the moments know, that stand before.
        if expr.points_back() {
            return Some(self.reader.known_exactly(at)?.moment.clone());
        }
        if let Some(known) = self.of_year_told(expr, at) {
            return Some(known);
        }
        if self.setting.prefer == Prefer::Past && is_behind() {
            return self.resolve_behind(expr);
        }
        if let Some(planned) = self.reader.planned(at, at + 1, expr, self.setting) {
            return expr::resolve(expr, &planned, NOTHING_BEFORE).moment;
        }
        expr::resolve(expr, self.setting, NOTHING_BEFORE).moment
    }

    /// A date without a year, where the moments have it of an earlier one: `told on 6 November 2023. From June on`.
    fn of_year_told(&self, expr: &Expr, at: usize) -> Option<Moment> {
        if !matches!(expr, Expr::Day { year: None, .. } | Expr::Month { shift: None, .. } | Expr::Part { .. }) {
            return None;
        }
        let known = &self.reader.known_exactly(at)?.moment;
        let own = self.resolve_behind(expr)?;
        let (first, later) = (known.first_day()?, own.first_day()?);
        let same = (first.month(), first.day()) == (later.month(), later.day()) && known.precision == own.precision;
        (same && first.year() < later.year()).then(|| known.clone())
    }

    /// The same of what has happened.
    fn resolve_behind(&self, expr: &Expr) -> Option<Moment> {
        let behind = Setting { prefer: Prefer::Behind, ..self.setting.clone() };
        expr::resolve(expr, &behind, NOTHING_BEFORE).moment
    }

    fn part_at(&self, at: usize) -> Option<Part> {
        if !self.reader.may_lead(at) {
            return None;
        }
        let (gives, next) = self
            .same_at(at)
            .or_else(|| self.ending_at(at))
            .or_else(|| self.first_of_event_at(at))
            .or_else(|| self.counted_back_at(at))
            .or_else(|| self.season_at(at))
            .or_else(|| self.since_at(at))
            .or_else(|| self.starting_at(at))
            .or_else(|| self.between_at(at))
            .or_else(|| self.until_at(at))
            .or_else(|| self.before_or_after_at(at))
            .or_else(|| self.stretch_at(at))?;
        (!self.reader.cuts_word(at, next)).then_some(Part { first: at, next, gives })
    }

    /// `since X`. After a past perfect (`had spoken six times since`) it ends
    /// at a time that the text does not say.
    fn since_at(&self, at: usize) -> Option<(Gives, usize)> {
        if !self.reader.is(at, Sense::Since) {
            return None;
        }
        let about = SINCE_ABOUT.iter().find(|phrase| self.reader.reads(at + 1, phrase));
        let first = at + 1 + about.map_or(0, |phrase| phrase.len());
        let (edge, next) = self.turn_at(first).or_else(|| self.operand_at(first))?;
        let to = if self.past_perfect_before(at) { Edge::Unknown } else { reference_edge(self.setting) };
        Some((Gives::From(edge, to), next))
    }

    fn past_perfect_before(&self, at: usize) -> bool {
        (at.saturating_sub(25)..at)
            .rev()
            .take_while(|&at| !self.reader.sign(at, &['.', '!', '?', ';']))
            .find(|&at| self.reader.is_any(at, &[Sense::Had, Sense::Have]))
            .is_some_and(|at| self.reader.is(at, Sense::Had))
    }

    /// `between X and Y`, `between X, when it began, and Y`, `between Oct. 3, 2023, and May 9, 2024`.
    fn between_at(&self, at: usize) -> Option<(Gives, usize)> {
        if !self.reader.is(at, Sense::Between) {
            return None;
        }
        let (from, next) = self.operand_at(at + 1)?;
        let next = self.after_aside(next);
        let comma = usize::from(self.reader.sign(next, &[',']));
        let next = self.reader.is(next + comma, Sense::And).then_some(next + comma + 1)?;
        let (to, next) = self.operand_at(next)?;
        Some((Gives::Whole(from, to), next))
    }

    /// `from X`, `from X on`, and ranges whose ends share a month (`from 3 to
    /// 5 May`).
    fn starting_at(&self, at: usize) -> Option<(Gives, usize)> {
        // `In January-March`, `in the years 2019-2021`.
        let led = self.within(at);
        if self.reader.may_begin(led)
            && let Some((Expr::Range(from, to), next)) = self.reader.range_at(led)
        {
            // The start of a year is no day of the one before.
            let last = match *to {
                Expr::Beside { ref amounts, ref of } if amounts[..] == [(-1, Unit::Day)] => {
                    Expr::Part { part: sense::Part::Early, of: of.clone() }
                }
                ref other => other.clone(),
            };
            let first = Expr::FirstEnd(from, to);
            if let Some((from, to)) = self.going_on(&first, &last) {
                return Some((Gives::Whole(from, to), next));
            }
            let (from, to) = (self.end(&first, led)?, self.end(&last, led)?);
            return Some((Gives::Whole(from, to), next));
        }
        if !self.reader.is(at, Sense::From) {
            return None;
        }
        // `When inspectors from the agency came in May`: what stands further on is of it only where an end follows.
        if let Some(found) = self.counted_from(at) {
            return Some(found);
        }
        let far = || self.operand_at(at + 1).filter(|(_, next)| self.is_beginning(at + 1) || self.end_follows(*next));
        let (edge, next) = self.near_operand_at(at + 1).or_else(far)?;
        if self.reader.is_any(next, &[Sense::On, Sense::Onwards]) && self.reader.ends_date(next + 1) {
            return Some((Gives::From(edge, reference_edge(self.setting)), next + 1));
        }
        Some((Gives::Opening(edge), next))
    }

    /// Both ends of a range without a year that has begun and is not over: `the 2-6 May summit`, written on 4 May.
    fn going_on(&self, first: &Expr, last: &Expr) -> Option<(Edge, Edge)> {
        let is_yearly = matches!(last, Expr::Day { year: None, .. } | Expr::Month { shift: None, .. });
        let today = self.setting.reference.as_ref().filter(|_| is_yearly)?.last_day()?;
        let ahead = Setting { prefer: Prefer::Future, ..self.setting.clone() };
        let [first, last] = [first, last].map(|end| expr::resolve(end, &ahead, NOTHING_BEFORE).moment);
        let (first, last) = first.zip(last)?;
        (self.setting.prefer == Prefer::Past && first.first_day()? <= today).then(|| (edge_of(&first), edge_of(&last)))
    }

    /// Behind what leads to a stretch that is given by its ends, and the noun for it.
    fn within(&self, at: usize) -> usize {
        let reader = &self.reader;
        let led = reader.skip_any(at, &[Sense::In, Sense::Over, Sense::During, Sense::For]);
        let noun = reader.skip(led, Sense::The);
        let named = noun > led && (reader.is(noun, Sense::Period) || reader.is_plural_unit(noun));
        if led == at {
            at
        } else if named {
            noun + 1
        } else {
            led
        }
    }

    /// Whether somebody tells from which point on: `from the start of the siege in March`, `from the first day of it`.
    fn is_beginning(&self, at: usize) -> bool {
        let reader = &self.reader;
        let noun = reader.skip(at, Sense::The);
        let noun = noun + usize::from(reader.is(noun, Sense::Ordinal(1)));
        let is_edge = |part: sense::Part| reader.is(noun, Sense::Edge(part));
        let named = is_edge(sense::Part::Early) || is_edge(sense::Part::Late) || reader.unit(noun).is_some();
        named && reader.is(noun + 1, Sense::Of)
    }

    /// Whether what ends a stretch stands a few words on: `until Y`, `on`.
    fn end_follows(&self, next: usize) -> bool {
        let after = self.after_aside(next);
        let is_on = self.reader.is_any(next, &[Sense::On, Sense::Onwards]);
        let ends = |at: usize| self.until_at(at).or_else(|| self.before_or_after_at(at)).is_some();
        is_on || (after..=after + merged::GAP).any(ends)
    }

    /// One end of a range that begins at a token, as an edge.
    fn end(&self, expr: &Expr, at: usize) -> Option<Edge> {
        let clock = |expr: &Expr| matches!(expr, Expr::At { .. } | Expr::Clock(_) | Expr::Here);
        if clock(expr) || matches!(expr, Expr::FirstEnd(from, _) if clock(from)) {
            return None;
        }
        Some(edge_of(&self.resolve(expr, at)?))
    }

    /// `until X`, `up to X`, `up until X`, `by the time she left in X`, and `to X` for a from-part.
    fn until_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let reads = |at: usize, said: &str| at < reader.len() && reader.tokens.folded(at) == said;
        if reads(at, "by") && reads(at + 1, "the") && reads(at + 2, "time") {
            let (edge, next) = self.operand_at(at + 3)?;
            return Some((Gives::To(edge), next));
        }
        let up = reader.skip(at, Sense::Up);
        let until = reader.is(up, Sense::Until) || reader.is(up, Sense::To);
        let next = until.then_some(up + 1)?;
        if reader.is(next, Sense::Now) || up == at && reader.is(next, Sense::DateWord) {
            return Some((Gives::To(reference_edge(self.setting)), next + 1));
        }
        let first = reader.skip(next, Sense::The);
        let (edge, next) =
            if reader.is(up, Sense::Until) || up > at { self.operand_at(next)? } else { self.near_operand_at(next)? };
        let edge = match edge {
            Edge::Between(from, to) if reader.is(first, Sense::Edge(sense::Part::Late)) => {
                Edge::Between(last_of(from, to), to)
            }
            edge => edge,
        };
        Some((Gives::To(edge), next))
    }

    /// `before X`, `after X`, unless a length of time before it makes it a
    /// point: `four days before X`, `just days before X`.
    fn before_or_after_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let (before, after) = (reader.is(at, Sense::Before), reader.is(at, Sense::After));
        let measured = at > 0 && (reader.unit(at - 1).is_some() || reader.day_part(at - 1).is_some());
        // `Shortly after six on Wednesday` is about that hour.
        let is_clock = || {
            let known = reader.known_exactly(at + 1).is_some_and(|known| known.moment.precision > Precision::DayPart);
            let hour = matches!(reader.count_at(at + 1), Some((1..=12, next)) if reader.is(next, Sense::On));
            known || hour || matches!(reader.single_at_strong(at + 1), Some((Expr::At { .. } | Expr::Clock(_), _)))
        };
        let near = at.checked_sub(1).and_then(|before| reader.word(before)).is_some_and(|word| SHORTLY.contains(&word));
        if before && measured && self.is_uncounted(at) {
            let (edge, next) = self.near_operand_at(at + 1)?;
            return Some((Gives::Whole(Edge::Unknown, edge), next));
        }
        // `Before dawn on Sunday` is on that day.
        let is_hours = before && reader.day_part(at + 1).is_some();
        if !(before || after) || measured || is_hours || near && is_clock() {
            return None;
        }
        // `Before she left in September`, as `until she left in September`.
        let acts = before && self.acts_at(at + 1);
        let (edge, next) = if acts { self.operand_at(at + 1)? } else { self.near_operand_at(at + 1)? };
        let gives =
            if before { Gives::Whole(Edge::Unknown, edge) } else { Gives::From(edge, reference_edge(self.setting)) };
        Some((gives, next))
    }

    /// `In the months` before a `before`: from when on is not said.
    fn is_uncounted(&self, at: usize) -> bool {
        let reader = &self.reader;
        let led = at >= 3 && reader.is_any(at - 3, &[Sense::In, Sense::Over, Sense::During]);
        led && reader.is(at - 2, Sense::The) && reader.is_plural_unit(at - 1)
    }

    /// Whether somebody does something, or something is done, from a token on: `she left`, `the system was switched off`.
    fn acts_at(&self, at: usize) -> bool {
        let word = |at: usize| self.reader.word(at);
        let mut subject = (at..at + SUBJECT).map_while(word).take_while(|word| !RELATIVES.contains(word));
        word(at).is_some_and(|word| SUBJECTS.contains(&word)) || subject.any(|word| VERBS.contains(&word))
    }
}

/// Whether a window between two edges would end before it begins.
fn ends_before(from: Edge, to: Edge) -> bool {
    Window { from, to }.ends_before_it_begins()
}

/// Whether a moment of this precision is a point of which an event can be
/// known, and no stretch.
fn is_event(precision: Precision) -> bool {
    precision >= Precision::Day
}

/// An edge somewhere in a moment; of a night, on the day that names it.
fn edge_of(moment: &Moment) -> Edge {
    match (moment.precision, moment.first_day()) {
        (Precision::DayPart, Some(day)) => Edge::on(day),
        _ => Edge::within(moment),
    }
}
