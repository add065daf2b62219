//! What points back to a window stated before, and to the like of it in another year.
//!
//! ```text
//! in the same period, over those three weeks             that window
//! in the same period last year, in the same month of 2021    that window in the year given
//! in the same period a year earlier                      that window a year before
//! in the two years before that                           the two years up to its beginning
//! ```

use super::{Finder, Gives, OtherYear};
use crate::extract::language::en_beside_dates::{THAT, YEAR_BEFORE};
use crate::extract::moment::expr::Expr;
use crate::extract::moment::sense::{Sense, Unit};
use crate::value::{Moment, Precision};

impl Finder<'_> {
    /// `in the same period`.
    pub(super) fn same_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let led = reader.is_any(at, &[Sense::In, Sense::Over, Sense::During, Sense::For]);
        let same = reader.skip(at + 1, Sense::The);
        // `Over the same three weeks`, `in those three weeks`.
        let those = reader.word(at + 1) == Some("those");
        if let Some(found) = self.years_before_that(same).filter(|_| led) {
            return Some(found);
        }
        let points = led && (reader.is(same, Sense::Same) || those);
        let unit = reader.count_at(same + 1).map_or(same + 1, |(_, unit)| unit);
        if reader.unit(unit).is_some_and(|_| points && (unit > same + 1 || those)) {
            return Some(self.in_year(unit + 1));
        }
        let what = reader.is(same + 1, Sense::Period) || reader.unit(same + 1).is_some();
        // `In that time` points back just so; `in that year` names one.
        let that = reader.word(at + 1) == Some("that") && reader.is(at + 2, Sense::Period);
        if led && that {
            return Some((Gives::Same(None), at + 3));
        }
        (points && what).then(|| self.in_year(same + 2))
    }

    /// `In the two years before that`.
    fn years_before_that(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let (years, unit) = reader.count_at(at)?;
        let is_years = matches!(reader.unit(unit), Some((Unit::Year, 1))) && reader.is(unit + 1, Sense::Before);
        let years = i16::try_from(years).ok().filter(|_| is_years && reader.word(unit + 2) == Some(THAT))?;
        Some((Gives::Same(Some(OtherYear::UpTo(years))), unit + 3))
    }

    /// The same, and in which other year, if the words go on to that.
    fn in_year(&self, at: usize) -> (Gives, usize) {
        self.year_at(at).map_or((Gives::Same(None), at), |(year, next)| (Gives::Same(Some(year)), next))
    }

    fn year_at(&self, at: usize) -> Option<(OtherYear, usize)> {
        let reader = &self.reader;
        let year = reader.skip_any(at, &[Sense::Of, Sense::In]);
        if let Some(phrase) = YEAR_BEFORE.iter().find(|phrase| reader.reads(year, phrase)) {
            return Some((OtherYear::Before(1), year + phrase.len()));
        }
        // A year behind `of` counts nothing: `in the same month of 2021 three died`.
        if let Some((digits @ 1900..2100, 4)) = reader.digits(year).filter(|_| year > at) {
            return Some((OtherYear::In(i16::try_from(digits).ok()?), year + 1));
        }
        let (expr, next) = reader.date_at(year, true)?;
        let whole = match &expr {
            Expr::Calendar { unit: Unit::Year, shift: ..=-1 } => self.resolve(&expr, year)?,
            Expr::Fixed(moment) if moment.precision == Precision::Year => Moment::clone(moment),
            _ => return None,
        };
        Some((OtherYear::In(whole.first_day()?.year()), next))
    }
}
