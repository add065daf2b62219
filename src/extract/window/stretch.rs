//! Stretches by their name, and those counted back from now.
//!
//! ```text
//! in 2021, last year, over the past month         from one end to the other
//! in the whole of 2021, in all of May             the same
//! so far this year, five calls this year          up to the day of the text
//! This year they have spoken five times           the same
//! This year they will speak five times            to the end of the year
//! five calls over the weekend of 9 April          both days
//! five calls from the first half of 2021          that half
//! ```

use super::{Finder, Gives, edge_of, is_event};
use crate::extract::is_change;
use crate::extract::language::en_beside_dates::{SHARES, WHOLE};
use crate::extract::moment::expr::Expr;
use crate::extract::moment::sense::{Sense, Shift, Unit};
use crate::extract::moment::{back_from, reference_edge};
use crate::extract::number::cardinal_at;
use crate::value::{Edge, Moment};

impl Finder<'_> {
    /// `in 2021`, `last year`, `over the past month`, `so far this year`.
    pub(super) fn stretch_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let so_far = |at: usize| reader.is(at, Sense::So) && reader.is(at + 1, Sense::Far);
        let start = if so_far(at) { reader.skip(at + 2, Sense::In) } else { at };
        let led = [Sense::In, Sense::Over, Sense::During, Sense::For];
        let inner = if start == at { reader.skip_any(at, &led) } else { start };
        if reader.is(at, Sense::During)
            && let Some(known) = reader.known_at(at + 1)
            && is_event(known.moment.precision)
        {
            return Some((Gives::From(edge_of(&known.moment), Edge::Unknown), known.next));
        }
        if let Some(found) = self.running_at(inner, inner > at) {
            return Some(found);
        }
        if inner == at && !reader.may_begin(at) {
            return None;
        }
        let only_rolling = reader.is(at, Sense::For);
        let whole = if inner > at { self.within_whole(inner) } else { inner };
        let (expr, next) = self.long_stretch_at(whole, inner > at && !(only_rolling && whole == inner))?;
        let inner = whole;
        match expr {
            Expr::Rolling { unit, count } => return self.rolling(unit, count, count).map(|gives| (gives, next)),
            Expr::Several { unit, few, many } => return self.rolling(unit, many, few).map(|gives| (gives, next)),
            _ => {}
        }
        let moment = self.resolve(&expr, inner)?;
        let edge = |date: Option<jiff::civil::Date>| date.map_or(Edge::Unknown, Edge::on);
        let (from, to) = (edge(moment.first_day()), edge(moment.last_day()));
        // `Have met twice this year`, `the fifth call of the leaders this year`: as of the day on which it is said.
        let is_ahead = || reader.is_ahead(at) && !reader.is_nth_told(at);
        let is_said =
            || reader.is_past(at) || reader.is_counted_up_to(at) && !is_ahead() || reader.opens_past(at, next);
        // `Held in the current year`.
        let this = reader.skip(inner, Sense::The);
        let so_far_said = || reader.is(this, Sense::Shift(Shift::This)) && is_said() && self.holds_reference(&moment);
        if start == at && !so_far(next) && so_far_said() {
            return Some((Gives::Whole(from, reference_edge(self.setting)), next));
        }
        if start > at || so_far(next) {
            let next = if start > at { next } else { next + 2 };
            return Some((Gives::Whole(from, reference_edge(self.setting)), next));
        }
        Some((Gives::Whole(from, to), next))
    }

    /// `212 letters from the first half of 2024`: what is counted is of a part of a longer stretch. (`Up from the first half`,
    /// `grew by 212 from the first half` hold it against that.)
    pub(super) fn counted_from(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let comma = at - usize::from(at > 0 && reader.sign(at - 1, &[',']));
        let is_number = |at: usize| cardinal_at(reader.tokens, at).is_some_and(|(_, end)| end == at + 1);
        let counted = (1..=2).any(|back| comma.checked_sub(back).is_some_and(is_number));
        let words =
            (1..=2).filter_map(|back| comma.checked_sub(back)).all(|at| is_number(at) || reader.word(at).is_some());
        let is_share = comma > 0 && SHARES.contains(&reader.tokens.folded(comma - 1));
        if !counted || !words || is_share || is_change(reader.tokens, at) {
            return None;
        }
        let (expr, next) = self.long_stretch_at(at + 1, true)?;
        if !matches!(expr, Expr::Part { .. } | Expr::Run { .. } | Expr::NthUnit { .. }) {
            return None;
        }
        let moment = self.resolve(&expr, at + 1)?;
        let (first, last) = (moment.first_day()?, moment.last_day()?);
        // `From the first half of 2024 to the spring`
        (!self.end_follows(next)).then_some((Gives::Whole(Edge::on(first), Edge::on(last)), next))
    }

    /// `In the year so far`, `in the year to date`, `sold 60 year to date`.
    fn running_at(&self, at: usize, led: bool) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let unit_at = if led { reader.skip(at, Sense::The) } else { at };
        let (unit, _) = reader.unit(unit_at).filter(|(unit, times)| *times == 1 && *unit >= Unit::Week)?;
        let so_far = led && reader.is(unit_at + 1, Sense::So) && reader.is(unit_at + 2, Sense::Far);
        let to_date = reader.is(unit_at + 1, Sense::To) && reader.is(unit_at + 2, Sense::DateWord);
        if !(so_far || to_date) || matches!(unit, Unit::Weekend | Unit::Season | Unit::Decade | Unit::Century) {
            return None;
        }
        let first = self.resolve(&Expr::Calendar { unit, shift: 0 }, unit_at)?.first_day()?;
        Some((Gives::Whole(Edge::on(first), reference_edge(self.setting)), unit_at + 3))
    }

    /// Behind what says that all of it is meant: `in the whole of 2020`, `in all of May`.
    fn within_whole(&self, at: usize) -> usize {
        let reader = &self.reader;
        let the = reader.skip(at, Sense::The);
        let is_whole = reader.word(the).is_some_and(|word| WHOLE.contains(&word));
        if is_whole && reader.is(the + 1, Sense::Of) { the + 2 } else { reader.skip(at, Sense::Calendar) }
    }

    /// Whether a stretch is not over on the day of the text.
    fn holds_reference(&self, moment: &Moment) -> bool {
        let day = self.setting.reference.as_ref().and_then(Moment::last_day);
        day.is_some_and(|day| moment.first_day() <= Some(day) && Some(day) <= moment.last_day())
    }

    /// A stretch longer than a day. Without a preposition only what is
    /// counted from now is one: `last year`.
    fn long_stretch_at(&self, at: usize, led: bool) -> Option<(Expr, usize)> {
        let (expr, next) = self.reader.date_at(at, led)?;
        let long = match &expr {
            Expr::Calendar { unit, .. } => *unit > Unit::Day,
            Expr::Rolling { unit, count } | Expr::Whole { unit, count } => *count < 0 && *unit >= Unit::Hour,
            Expr::Several { unit, few, .. } => *few < 0 && *unit >= Unit::Day,
            Expr::Month { .. }
            | Expr::Season { .. }
            | Expr::Part { .. }
            | Expr::Run { .. }
            | Expr::NthUnit { .. }
            | Expr::Holding { .. }
            | Expr::Around { .. }
            | Expr::Beside { .. } => led,
            Expr::Fixed(moment) => led && !is_event(moment.precision),
            _ => false,
        };
        long.then_some((expr, next))
    }

    /// Back from the reference, at most and at least so many units: the edge
    /// is as wide as both leave it.
    pub(super) fn rolling(&self, unit: Unit, most: i64, least: i64) -> Option<Gives> {
        let reference = self.setting.reference.as_ref()?;
        let back = |date: jiff::civil::Date, count| back_from(date, unit, count);
        let from = Edge::Between(back(reference.first_day()?, most)?, back(reference.last_day()?, least)?);
        Some(Gives::Whole(from, reference_edge(self.setting)))
    }
}
