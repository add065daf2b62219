//! A weekday with an article: that of the date before it, or one of many.
//!
//! ```text
//! 19 November, a Wednesday; 19 November, which was a Wednesday     the weekday of the date
//! at noon on a Tuesday                                              no day
//! in a Tuesday statement                                            Tuesday
//! ```

use super::expr::Expr;
use super::reader::Reader;
use super::sense::Sense;
use crate::extract::language::en_beside_dates::BEING_A;

impl Reader<'_> {
    /// A date with the weekday that is told behind it.
    pub(super) fn with_weekday_behind(&self, (date, next): (Expr, usize)) -> (Expr, usize) {
        let Expr::Day { year, month, day, weekday: None } = date else { return (date, next) };
        let Some((weekday, after)) = self.weekday_behind(next) else { return (date, next) };
        (Expr::Day { year, month, day, weekday: Some(weekday) }, after)
    }

    fn weekday_behind(&self, at: usize) -> Option<(i8, usize)> {
        let first = self.skip_sign(at, &[',', '(', '–', '—']);
        let words = BEING_A.iter().find(|words| first > at && self.reads(first, words))?;
        let (weekday, _) = self.weekday(first + words.len())?;
        let end = self.after_weekday(first + words.len());
        let end = if self.sign(at, &['(']) { self.sign(end, &[')']).then_some(end + 1)? } else { end };
        (end >= self.len() || self.word(end).is_none()).then_some((weekday, end))
    }

    /// `On a Tuesday`, `on a Friday night in March`: one of many, where it says of nothing when that was: `a Tuesday statement`.
    pub(super) fn is_any_such(&self, at: usize, next: usize) -> bool {
        let end = next + usize::from(self.day_part(next).is_some());
        let is_noun = self.word(end).is_some() && !self.has_sense(end) && !self.begins_clause(end);
        let led = at > 1 && self.after_any(at, &[Sense::Article]) && self.is(at - 2, Sense::On);
        led && !is_noun && !self.sign(end, &['-'])
    }
}
