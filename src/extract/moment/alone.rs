//! Names and numbers that are dates only in the right company: a month, a
//! weekday, a year, a day of the month standing alone.

use super::calendar as cal;
use super::expr::Expr;
use super::reader::Reader;
use super::sense::{Sense, Shift, Trust};
use crate::extract::language::en_beside_dates::{BEHIND_DAYS, OF_YEARS, ONLY, STREETS, TRUST_IN};
use crate::extract::language::en_moments::ERA_LETTERS;
use crate::value::Precision;

/// What leads a month or a year that is a date.
const LEADS: [Sense; 11] = [
    Sense::In,
    Sense::Since,
    Sense::Until,
    Sense::Of,
    Sense::By,
    Sense::During,
    Sense::Before,
    Sense::After,
    Sense::From,
    Sense::Between,
    Sense::To,
];

/// What leads even a month that is also a name: `in May`.
const SURE_LEADS: [Sense; 4] = [Sense::In, Sense::Since, Sense::Until, Sense::During];

/// How many words of a name are looked at behind a month.
const NAMES: usize = 4;

impl Reader<'_> {
    /// `October`, `May 2017`, `April of 1987`. `strong` says that what stands
    /// before makes it a date.
    pub(super) fn month_alone_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        let (month, trust) = self.month(at)?;
        if self.person_before(at, trust) || self.glued(at) && self.after_hyphen(at) && !strong {
            return None;
        }
        let after = self.after_month(at);
        if let Some((year, next)) = self.year_after(after) {
            return Some((Expr::fixed(cal::month_of(year, month)?), next));
        }
        if self.is(after, Sense::After) && self.is(after + 1, Sense::Shift(Shift::Next)) {
            return Some((Expr::AfterNext(Box::new(Expr::Month { month, shift: None })), after + 2));
        }
        if let Some((Expr::Calendar { unit: super::sense::Unit::Year, shift }, next)) =
            self.relative_at(self.skip(after, Sense::Of))
        {
            let of = Box::new(Expr::Calendar { unit: super::sense::Unit::Year, shift });
            return Some((Expr::NthUnit { n: i64::from(month), unit: super::sense::Unit::Month, of }, next));
        }
        if let Some(next) = self.that_year_at(self.skip(after, Sense::Of)) {
            let of = Box::new(Expr::Same(super::sense::Unit::Year));
            return Some((Expr::NthUnit { n: i64::from(month), unit: super::sense::Unit::Month, of }, next));
        }
        let whole_text = at == 0 && after == self.len();
        let led = match trust {
            Trust::Plain => self.after_any(at, &LEADS),
            Trust::Name | Trust::Short => {
                self.is_capital(at) && self.after_any(at, &LEADS) || self.after_any(at, &SURE_LEADS)
            }
            Trust::Doubtful => {
                self.after_any(at, &SURE_LEADS) && (self.is_capital(at) || self.after_any(at, &[Sense::In]))
            }
        };
        // `Inflation in May was`, where `since May said` is of somebody.
        let in_it = || {
            let trusts = at > 1 && self.word(at - 2).is_some_and(|word| TRUST_IN.contains(&word));
            self.after_any(at, &[Sense::In, Sense::During]) && self.is_capital(at) && !trusts
        };
        let person = trust == Trust::Doubtful && self.is(after, Sense::PersonVerb) && !in_it()
            || trust != Trust::Plain && self.is_name(after) && !self.leads_on(at, after);
        ((led || strong || whole_text) && !person && !self.is_plain_noun(at, after, trust))
            .then_some((Expr::Month { month, shift: None }, after))
    }

    /// `2016 November`, `2016, Nov`.
    pub(super) fn year_month_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (year, 4) = self.digits(at).filter(|_| self.begins_clean(at) && !self.in_numeral(at, at + 1))? else {
            return None;
        };
        let comma = self.skip_sign(at + 1, &[',']);
        let (month, trust) = self.month(comma).filter(|_| self.is_capital(comma))?;
        let next = self.after_month(comma);
        let short = comma == at + 1 || trust == Trust::Short;
        let alone = short && trust != Trust::Doubtful && self.digits(next).is_none() && !self.glued(comma);
        let month = cal::month_of(i16::try_from(year).ok()?, month)?;
        (alone && (1900..2100).contains(&year) && self.ends_date(next)).then_some((Expr::fixed(month), next))
    }

    /// `in May terms`: what follows a doubtful month in lower case.
    fn is_plain_noun(&self, at: usize, after: usize, trust: Trust) -> bool {
        trust == Trust::Doubtful && !self.is_capital(at) && self.is_plain_word(after)
    }

    /// `In April Veltra sold`, `from January to March Veltra sold`: what leads to the month makes it one, and whoever is named
    /// behind it has nothing; not `in April Jones's house`, `since April Jones came`, `in April Jones, the party has`.
    fn leads_on(&self, at: usize, after: usize) -> bool {
        let opens = |lead: usize| lead == 0 || self.word(lead - 1).is_none();
        let ranges = at > 1 && self.is(at - 1, Sense::To) && self.month(at - 2).is_some();
        let led = self.after_any(at, &[Sense::In, Sense::During]) && opens(at - 1) || ranges;
        let is_own = |at: usize| matches!(self.tokens.folded(at), "'s" | "'");
        let owns = (after..self.len().min(after + 3)).any(is_own);
        let past_name = (after..after + NAMES).find(|&at| !self.is_name(at));
        let names = !ranges && past_name.is_some_and(|at| self.sign(at, &[',']));
        let is_street = self.is_capital(after) && self.is_name_of_place(after);
        led && self.is_capital(at) && !owns && !names && !is_street
    }

    /// `In March Street`.
    fn is_name_of_place(&self, at: usize) -> bool {
        at < self.len() && STREETS.contains(&self.tokens.folded(at))
    }

    /// A capitalised word that follows without a break: `April Jones`.
    fn is_name(&self, at: usize) -> bool {
        self.is_capital(at) && !self.has_sense(at)
    }

    /// Whether a doubtful month is the surname of who stands before it.
    pub(super) fn person_before(&self, at: usize, trust: Trust) -> bool {
        if trust != Trust::Doubtful || at == 0 || !self.glued_phrase(at) {
            return false;
        }
        self.is(at - 1, Sense::Title) || self.is_capital(at - 1) && !self.has_sense(at - 1)
    }

    /// Whether no sign stands between a token and the word before it.
    fn glued_phrase(&self, at: usize) -> bool {
        at > 0 && self.word(at - 1).is_some()
    }

    fn after_hyphen(&self, at: usize) -> bool {
        at > 0 && self.sign(at - 1, &['-', '‐', '‑', '@', '#', '/'])
    }

    /// A bare year.
    pub(super) fn year_alone_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let named = self.skip(start, Sense::Calendar);
        let named = if matches!(self.unit(named), Some((super::sense::Unit::Year, 1))) { named + 1 } else { named };
        let labelled = named > start && named > at && self.unit(named - 1).is_some();
        let at = if labelled { named } else { at };
        if let Some((year, next)) = self.year_number(at).filter(|(year, _)| *year <= 0) {
            return Some((Expr::fixed(cal::years(year, year, Precision::Year)?), next));
        }
        let Some((year, 4)) = self.digits(at) else { return self.worded_year_at(at, strong) };
        if !(1000..3000).contains(&year) || self.in_numeral(at, at + 1) || !self.begins_clean(at) {
            return None;
        }
        let next = at + 1;
        let whole = || {
            Some((
                Expr::fixed(cal::years(i16::try_from(year).ok()?, i16::try_from(year).ok()?, Precision::Year)?),
                self.after_era(next),
            ))
        };
        if labelled || self.after_era(next) > next {
            return whole();
        }
        if self.unit(next).is_some()
            || self.glued(next) && (self.word(next).is_some() || self.sign(next, &[':', '/', '@', '_']))
        {
            return None;
        }
        let recent = (1900..2100).contains(&year);
        // `In the last months of 2024 alone`.
        let is_apart = next < self.len() && ONLY.contains(&self.tokens.folded(next));
        let counted = self.is_plain_word(next) && !is_apart && !self.begins_clause(next) && !self.is_in_part(at);
        let sure = self.after_any(at, &SURE_LEADS);
        let compared = at > 1 && self.is(at - 1, Sense::Than) && self.is_any(at - 2, &[Sense::Earlier, Sense::Later])
            || self.after_any(at, &[Sense::Starting])
            || at > 2 && self.is_as_before(at)
            || self.is_listed(at);
        let led = self.after_any(at, &LEADS) || self.is_part_before(at) || strong || compared;
        let bracketed = self.sign(at.wrapping_sub(1), &['(', '='])
            && (next >= self.len() || self.sign(next, &[')', ',', ';']) || self.sign(at - 1, &['=']));
        let whole_text = at == 0 && next == self.len() && recent;
        // `the 2015 Minsk agreement`, `the 2020 report`.
        let one = self.is_plain_word(next) && !crate::extract::language::counts_by_millions(self.tokens.folded(next));
        let naming = self.after_any(at, &[Sense::The]) && (self.is_name(next) || one) && !self.glued(next);
        let fits = sure && (recent || !counted && year >= 1100)
            || led && recent && !counted
            || bracketed && recent
            || naming && recent
            || recent && self.is_opened(next)
            || whole_text;
        if fits { whole() } else { None }
    }

    /// `Since early 2021 inspectors have`, `by the end of 2021 ships`: a part of a year leaves nothing to be counted.
    fn is_in_part(&self, at: usize) -> bool {
        let is_edge = |at: usize| self.sense(at, |sense| matches!(sense, Sense::Edge(_)).then_some(())).is_some();
        let of = at.checked_sub(2).filter(|_| self.is(at - 1, Sense::Of));
        let of_part = of.is_some_and(|of| is_edge(of) || self.word(of).is_some_and(|word| OF_YEARS.contains(&word)));
        self.is_part_before(at) || of_part
    }

    /// `After 2021 they sold`, `from 2019 the`: no number counts such words.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        at < self.len() && BEHIND_DAYS.contains(&self.tokens.folded(at))
    }

    /// `in nineteen eighty-four`, `in two thousand and one`.
    fn worded_year_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        if self.is_digits(at) {
            return None;
        }
        let (year, next) = self.year_number(at)?;
        let led = strong || self.after_any(at, &LEADS) || self.is_part_before(at);
        // `from eleven thirty` is a time of day.
        let fits = led && (1300..2100).contains(&year) && self.ends_date(next);
        fits.then(|| Some((Expr::fixed(cal::years(year, year, Precision::Year)?), next)))?
    }

    /// `in 2014 and 2015`, `in 2014, 2015 or 2016`: another year right before
    /// what joins them, and a lead before that.
    fn is_listed(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..8 {
            let joins = |at: usize| self.is_any(at, &[Sense::And, Sense::Or, Sense::No]) || self.sign(at, &[',']);
            let Some(mut before) = at.checked_sub(1).filter(|&before| joins(before)) else { return false };
            for _ in 0..2 {
                let further = before.checked_sub(1).filter(|&at| joins(at) || self.is(at, Sense::But));
                before = further.unwrap_or(before);
            }
            let Some(year) = before.checked_sub(1) else { return false };
            let recent = matches!(self.digits(year), Some((1900..2100, 4)));
            if !recent || self.in_numeral(year, year + 1) {
                return false;
            }
            if self.after_any(year, &LEADS) || year > 0 && self.month(year - 1).is_some() {
                return true;
            }
            at = year;
        }
        false
    }

    /// `as early as 2012`.
    fn is_as_before(&self, at: usize) -> bool {
        let degree = self.is_part_before(at - 1) || self.is(at - 2, Sense::Recently);
        degree && self.is(at - 1, Sense::As) && self.is(at - 3, Sense::As)
    }

    /// `2016 and later`, `2016 onwards`.
    fn is_opened(&self, at: usize) -> bool {
        let and = self.skip_any(at, &[Sense::And, Sense::Or]);
        let later = and > at && self.is_any(and, &[Sense::Later, Sense::Earlier, Sense::After, Sense::Before]);
        (later || self.is(and, Sense::Onwards)) && self.ends_date(and + 1)
    }

    pub(super) fn is_part_before(&self, at: usize) -> bool {
        at > 0 && self.sense(at - 1, |sense| matches!(sense, Sense::Part(_)).then_some(())).is_some()
    }

    /// `A.D.` after a year.
    fn after_era(&self, at: usize) -> usize {
        if self.is(at, Sense::Era) {
            return at + 1;
        }
        let dotted = self.tokens.len() > at + 3
            && self.tokens.folded(at) == ERA_LETTERS.0
            && self.sign(at + 1, &['.'])
            && self.tokens.folded(at + 2) == ERA_LETTERS.1
            && self.sign(at + 3, &['.']);
        if dotted { at + 4 } else { at }
    }

    /// `Tuesday`, `Tuesday the 19th`, `Sunday 31`.
    pub(super) fn weekday_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        let (weekday, trust) = self.weekday(at)?;
        let next = self.after_weekday(at);
        if self.after_any(at, &[Sense::Every]) || self.is_any_such(at, next) {
            return None;
        }
        if self.is(next, Sense::After) && self.is(next + 1, Sense::Shift(Shift::Next)) {
            return Some((Expr::AfterNext(Box::new(Expr::Weekday { weekday, shift: None })), next + 2));
        }
        let day_at = self.skip_sign(next, &[',']);
        let the = self.skip(day_at, Sense::The);
        if let Some((day, after)) = self.ordinal_at(the).or_else(|| self.bare_day_at(the))
            && (1..=31).contains(&day)
            && self.ends_date(after)
            && trust != Trust::Doubtful
        {
            let day = i8::try_from(day).ok()?;
            return Some((Expr::DayOfMonth { day, weekday: Some(weekday) }, after));
        }
        let led = self.after_any(at, &[Sense::On, Sense::By, Sense::Until, Sense::Since]);
        let sure = match trust {
            Trust::Plain | Trust::Name => {
                !(self.is_name(next) && self.after_any(at, &[Sense::The]) && self.is_capital(at))
            }
            Trust::Short => {
                (led || strong || self.clock_follows(next)) && (self.is_capital(at) || self.clock_follows(next))
            }
            Trust::Doubtful => false,
        };
        sure.then_some((Expr::Weekday { weekday, shift: None }, next))
    }

    fn bare_day_at(&self, at: usize) -> Option<(i64, usize)> {
        let (day, 1..=2) = self.digits(at)? else { return None };
        (!self.in_numeral(at, at + 1) && !self.clock_follows(at)).then_some((day, at + 1))
    }

    /// `on the 24th`.
    pub(super) fn day_alone_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        let led = [Sense::On, Sense::Since, Sense::Until, Sense::By, Sense::Before, Sense::After];
        if !(strong || self.after_any(at, &led)) || !self.is(at, Sense::The) {
            return None;
        }
        // `on the twenty-first`; `on the third` may be a floor.
        let sure = |(n, _): &(i64, usize)| self.is_digits(at + 1) || strong || self.ahead || *n > 12;
        let ordinal = self.ordinal_at(at + 1).filter(sure);
        // `on the 17 between 2 and 4pm`.
        let timed = |next: usize| {
            let from = self.skip_any(next, &[Sense::From, Sense::Between]);
            from > next && self.clock_pair_at(from, true).is_some()
        };
        let bare = || self.bare_day_at(at + 1).filter(|(_, next)| timed(*next));
        let (day, next) = ordinal.or_else(bare)?;
        let fits = (1..=31).contains(&day) && self.ends_date(next);
        fits.then_some((Expr::DayOfMonth { day: i8::try_from(day).ok()?, weekday: None }, next))
    }

    /// Whether nothing that a number could count comes next.
    pub(crate) fn ends_date(&self, at: usize) -> bool {
        if at >= self.len() {
            return true;
        }
        let sign =
            self.word(at).is_none() && !self.is_digits(at) && !self.sign(at, &['%', '°', '-', '/', '$', '€', '£']);
        let joined = [
            Sense::Joiner,
            Sense::To,
            Sense::From,
            Sense::Between,
            Sense::Before,
            Sense::After,
            Sense::About,
            Sense::Until,
        ];
        sign || self.is_any(at, &joined) && !self.is(at, Sense::Of)
    }
}
