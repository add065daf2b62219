//! A numeral with its unit: what all kinds of value that are numbers share.
//!
//! `€5`, `5 %`, `5 km`, `five hours`, `5`. A unit that does not end where a
//! word ends is no unit, and a number that does not end there is no number:
//! `747B` and `A4` are names.

use super::fraction::{inner, vulgar};
use super::grouped::in_thousands;
use super::language::{self, Currency, NumberWord, Qualifier, UnitWord};
use super::numeral::{Numeral, numeral_at};
use super::{TimeParts, TimeUnit, duration, money, percent, quantity};
use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// A numeral with its unit. For a length of time the numbers are in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) value: Number,
    /// The upper end of an amount left open.
    pub(super) top: Option<Number>,
    pub(super) is_stated: bool,
    pub(super) step: Number,
    /// Whether it stands in digits, with no scale word.
    pub(super) in_digits: bool,
    pub(super) scale: Option<u32>,
    pub(super) unit: Option<UnitWord>,
    pub(super) time: Option<TimeParts>,
    /// Whether the number is an article: `an hour`.
    pub(super) is_article: bool,
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
}

impl Amount {
    fn bare(read: Numeral) -> Self {
        Self {
            value: read.value,
            top: read.top,
            is_stated: read.is_stated,
            step: read.step,
            in_digits: read.in_digits,
            scale: read.scale,
            unit: None,
            time: None,
            is_article: false,
            start: read.start,
            end: read.end,
        }
    }

    /// One of a unit, in a single token.
    fn one(unit: UnitWord, at: usize) -> Self {
        Self { unit: Some(unit), ..Self::bare(Numeral::plain(Number::ONE, at, at + 1)) }
    }

    /// The same times ten to a power, ending at another token.
    pub(super) fn scaled(self, power: u32, end: usize) -> Option<Self> {
        let read = Numeral {
            value: self.value,
            top: self.top,
            is_stated: self.is_stated,
            step: self.step,
            in_digits: self.in_digits,
            scale: self.scale,
            start: self.start,
            end: self.end,
        };
        Some(Self { unit: self.unit, is_article: self.is_article, ..Self::bare(read.scaled(power, end)?) })
    }

    /// The same in a unit that another number names for both: `two to three
    /// hours`.
    pub(super) fn with_unit(self, unit: UnitWord) -> Option<Self> {
        let with = Self { unit: Some(unit), ..self };
        let UnitWord::Time(time) = unit else { return Some(with) };
        let seconds = time.seconds();
        let top = match self.top {
            Some(top) => Some(top.checked_mul(seconds)?),
            None => None,
        };
        let parts = TimeParts::of(self.value, time)?;
        let (value, step) = (self.value.checked_mul(seconds)?, self.step.checked_mul(seconds)?);
        Some(Self { value, step, top, time: Some(parts), ..with })
    }
}

/// Whether the tokens on both sides of an index are parts of one word.
pub(super) fn is_cut(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.all().get(at).filter(|token| at > 0 && !token.spaced) else { return false };
    let wordy = |kind| kind != TokenKind::Sign;
    let possessive = token.kind == TokenKind::Word && !tokens.raw(at).starts_with(char::is_alphabetic);
    wordy(token.kind) && wordy(tokens.get(at - 1).kind) && !possessive
}

/// Whether a clause ends before a token: a number there is of no thing behind it.
pub(super) fn ends_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.all().get(at).is_none_or(|next| next.kind == TokenKind::Sign && matches!(tokens.folded(at), "." | "," | ";"))
}

/// `died.[3]`, `died [12], the ministry said`: the number of a note. (`said [12] people` has a
/// number that the editor put in.)
fn is_note(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let is = |at: usize, sign: &str| at < tokens.len() && tokens.folded(at) == sign;
    let Some(open) = start.checked_sub(1).filter(|&open| is(open, "[") && is(end, "]")) else { return false };
    let is_glued = open > 0 && !tokens.get(open).spaced;
    let goes_on = tokens.all().get(end + 1).is_some_and(|next| next.spaced && next.kind == TokenKind::Word);
    is_glued || !goes_on
}

/// Reads the amount whose number begins with the token `at`; `floor` is where
/// the value before it ended.
pub(super) fn amount_at(tokens: &Tokens<'_>, at: usize, floor: usize) -> Option<Amount> {
    let Some(read) = numeral_at(tokens, at) else {
        return article_at(tokens, at, floor).or_else(|| long_at(tokens, at));
    };
    if is_note(tokens, at, read.end) {
        return None;
    }
    let bare = Amount::bare(read);
    let prefix = money::before(tokens, at).filter(|(_, start)| *start >= floor);
    if is_cut(tokens, at) && prefix.is_none() {
        return None;
    }
    let whole = match prefix {
        Some((currency, start)) => Some(with_sign(tokens, Amount { start, ..bare }, currency, floor)),
        None => suffix(tokens, bare).filter(|amount| !is_cut(tokens, amount.end)),
    };
    let mut amount = whole.unwrap_or(bare);
    if amount.unit.is_none()
        && let Some(start) = percent::before(tokens, at, floor)
    {
        amount = Amount { unit: Some(UnitWord::Percent), start, ..amount };
    }
    amount = in_thousands(tokens, amount);
    let lonely = amount.unit.is_none() && is_lonely_fraction(tokens, &amount);
    (!is_cut(tokens, amount.end) && !lonely).then_some(amount)
}

/// `half` and `quarter` alone are mostly other things: `the second half`.
fn is_lonely_fraction(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let one = amount.end == amount.start + 1;
    let word = language::number_word(tokens.folded(amount.start));
    let follow = tokens.all().get(amount.end).and_then(|_| language::number_word(tokens.folded(amount.end)));
    let is_followed = match word {
        Some(NumberWord::Half) => {
            matches!(follow, Some(NumberWord::Of | NumberWord::Article)) || is_of_whole(tokens, amount.end)
        }
        Some(NumberWord::Quarter) => follow == Some(NumberWord::Of),
        _ => return false,
    };
    one && !is_followed && !is_by(tokens, amount.start, amount.end)
}

/// `half the voters`; not `half the average`, which is no part of anything.
fn is_of_whole(tokens: &Tokens<'_>, at: usize) -> bool {
    const NOUN: usize = 3;
    let word = |at: usize| if at < tokens.len() { tokens.folded(at) } else { "" };
    language::is_determiner(word(at)) && !(at + 1..=at + NOUN).any(|at| language::is_level(word(at)))
}

/// `fell by half`, `by a third since May`: a part of what it was, and no half or third of anything.
pub(super) fn is_by(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    /// How far before `by` it may be told that something changed, in tokens.
    const NEAR: usize = 5;
    let ends = tokens.all().get(end).is_none_or(|next| match next.kind {
        TokenKind::Word => language::may_follow_noun(tokens.folded(end)),
        TokenKind::Sign => next.spaced || tokens.folded(end) != "-",
        TokenKind::Digits => false,
    });
    let changes =
        |by: usize| (by.saturating_sub(NEAR)..by).any(|at| language::CHANGES.get(tokens.folded(at)).is_some());
    // `By nearly a third`, `fell almost a third`.
    let led = match language::BEFORE.before(tokens, start) {
        Some((Qualifier::Hedge(_), at)) => at,
        _ => start,
    };
    let by = led.checked_sub(1).filter(|&by| language::leads_change(tokens.folded(by)));
    let falls = || led < start && led > 0 && language::CHANGES.get(tokens.folded(led - 1)).is_some();
    ends && (by.is_some_and(changes) || falls())
}

/// An amount of money whose sign stands before it.
fn with_sign(tokens: &Tokens<'_>, amount: Amount, currency: Currency, floor: usize) -> Amount {
    let mut amount = Amount { unit: Some(UnitWord::Money(currency)), ..amount };
    // `2½m` is as fine as `2.5m`.
    let is_vulgar = amount.end > amount.start && vulgar(tokens.raw(amount.end - 1)).is_some();
    if (amount.in_digits || is_vulgar)
        && let Some(power) = glued_scale(tokens, amount.end)
    {
        let step = if is_vulgar { Number::try_new(1, 1).unwrap_or(Number::ONE) } else { amount.step };
        amount = Amount { step, ..amount };
        amount = amount.scaled(power, amount.end + 1).unwrap_or(amount);
    }
    let minus = amount.start.checked_sub(1).filter(|&before| {
        before >= floor && tokens.folded(before) == "-" && tokens.get(before).spaced && !tokens.get(amount.start).spaced
    });
    if let Some(before) = minus {
        amount = Amount { value: -amount.value, start: before, ..amount };
    }
    // `$40 million US dollars`, `$5 USD`
    if let Some((UnitWord::Money(named), end)) = language::UNITS.at(tokens, amount.end)
        && !named.is_minor
        && !is_cut(tokens, end)
    {
        let unit = if named.unit.len() == 3 { named } else { currency };
        amount = Amount { unit: Some(UnitWord::Money(unit)), end, ..amount };
    }
    amount
}

/// `m`, `b` and `t` are a scale where the number is money.
fn glued_scale(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    tokens.all().get(at).filter(|token| token.kind == TokenKind::Word)?;
    if is_cut(tokens, at + 1) {
        return None;
    }
    language::money_scale(tokens.folded(at))
}

/// The unit after a number, and what follows it and belongs.
fn suffix(tokens: &Tokens<'_>, bare: Amount) -> Option<Amount> {
    let end = bare.end;
    let token = tokens.all().get(end)?;
    let hyphen = token.kind == TokenKind::Sign
        && !token.spaced
        && tokens.folded(end) == "-"
        && tokens.all().get(end + 1).is_some_and(|next| !next.spaced && next.kind == TokenKind::Word);
    let fraction = !bare.in_digits && (bare.value < Number::ONE || !bare.value.fract().is_zero());
    let mut at = end + usize::from(hyphen);
    if (fraction || bare.top.is_some()) && (!hyphen || after_of(tokens, at) > at) {
        at = after_of(tokens, at);
    } else if !hyphen && token.kind == TokenKind::Word && token.spaced && language::is_filler(tokens.folded(at)) {
        at += 1;
    }
    // `2 long tons` before the tons of `3 long years`.
    let named = if at == end + 1 && !hyphen { unit_at(tokens, &bare, end) } else { None };
    let (unit, after) = named.or_else(|| unit_at(tokens, &bare, at)).or_else(|| unit_at(tokens, &bare, end))?;
    match unit {
        Suffix::Scale(power) => {
            let scaled = bare.scaled(power, after)?;
            Some(suffix_money(tokens, scaled).unwrap_or(scaled))
        }
        Suffix::Unit(unit) => extended(tokens, Amount { unit: Some(unit), end: after, ..bare }),
    }
}

/// `1.8M dollars`
fn suffix_money(tokens: &Tokens<'_>, scaled: Amount) -> Option<Amount> {
    let (unit, end) = language::UNITS.at(tokens, scaled.end)?;
    extended(tokens, Amount { unit: Some(unit), end, ..scaled })
}

fn extended(tokens: &Tokens<'_>, amount: Amount) -> Option<Amount> {
    match amount.unit? {
        UnitWord::Time(unit) => duration::extend(tokens, amount, unit),
        UnitWord::Money(currency) => Some(money::extend(tokens, amount, currency)),
        UnitWord::Measure(id) => Some(quantity::extend(tokens, amount, id)),
        UnitWord::Percent | UnitWord::Points => Some(amount),
    }
}

enum Suffix {
    Scale(u32),
    Unit(UnitWord),
}

fn unit_at(tokens: &Tokens<'_>, bare: &Amount, at: usize) -> Option<(Suffix, usize)> {
    let token = tokens.all().get(at)?;
    let raw = tokens.raw(at);
    if let Some((unit, after)) = language::UNITS.at(tokens, at) {
        let fits = is_unit(tokens, bare, unit, at, after);
        return fits.then_some((Suffix::Unit(pounds(bare, unit)), after));
    }
    if !bare.in_digits || token.kind != TokenKind::Word || is_cut(tokens, at + 1) {
        return None;
    }
    let power = language::money_scale(tokens.folded(at))?;
    let money = matches!(language::UNITS.at(tokens, at + 1), Some((UnitWord::Money(_), _)));
    if money || !token.spaced && (raw == "M" || power == 9 && !bare.step.is_zero() || quantity::is_millions(tokens, at))
    {
        return Some((Suffix::Scale(power), at + 1));
    }
    (power == 6 && raw == "m").then_some((Suffix::Unit(UnitWord::Measure("metre")), at + 1))
}

/// Whether a unit's name is meant as one.
fn is_unit(tokens: &Tokens<'_>, bare: &Amount, unit: UnitWord, at: usize, after: usize) -> bool {
    let raw = tokens.raw(at);
    if after == at + 1 && raw.len() == 1 && tokens.get(at).kind == TokenKind::Word {
        let glued = !tokens.get(at).spaced;
        let lower = raw.chars().all(char::is_lowercase) || matches!(raw, "L" | "K" | "C" | "F" | "W" | "J");
        let glued_to = |at: usize| tokens.all().get(at).is_some_and(|next| !next.spaced);
        // `620p-a-share` has its unit in front of the rate.
        let is_rate = || glued_to(after + 1) && is_each(tokens.folded(after + 1)) && glued_to(after + 2);
        let followed = glued_to(after) && (tokens.folded(after) == "/" || tokens.folded(after) == "-" && !is_rate());
        let decade = raw == "s" && (bare.value % Number::TEN).is_zero() && bare.value > Number::TEN;
        return bare.in_digits
            && lower
            && !followed
            && !decade
            && (glued || !matches!(raw, "c" | "p" | "s" | "F" | "W" | "J"));
    }
    if tokens.get(at).kind == TokenKind::Sign
        && matches!(unit, UnitWord::Money(_))
        && tokens.all().get(after).is_some_and(|next| next.kind == TokenKind::Digits)
    {
        return false;
    }
    if language::is_glued_unit(tokens.folded(at)) && (tokens.get(at).spaced || !bare.in_digits) {
        return false;
    }
    if after == at + 1 && bare.scale.is_none() && language::is_doubtful_currency(tokens.folded(at)) {
        return false;
    }
    let hyphen = at > bare.end;
    let single = bare.value == Number::ONE || hyphen || bare.value < Number::ONE;
    unit != UnitWord::Time(TimeUnit::Second) || single || !language::is_ordinal(tokens.folded(at))
}

/// What a rate is of each of: `a share`, `per share`.
pub(super) fn is_each(folded: &str) -> bool {
    language::is_rate(folded) || language::number_word(folded) == Some(NumberWord::Article)
}

/// Pounds are money from a million up, and a weight below.
fn pounds(bare: &Amount, unit: UnitWord) -> UnitWord {
    let sterling = Currency { unit: "GBP", power: 0, is_minor: false };
    match unit {
        UnitWord::Measure("pound") if bare.scale.is_some_and(|power| power >= 6) => UnitWord::Money(sterling),
        unit => unit,
    }
}

/// Past the `of`, `an` and `of an` of `half an hour`, `a quarter of an hour`.
fn after_of(tokens: &Tokens<'_>, mut at: usize) -> usize {
    for word in [NumberWord::Of, NumberWord::Article] {
        if at < tokens.len() && language::number_word(tokens.folded(at)) == Some(word) {
            at = inner(tokens, at + 1);
        }
    }
    at
}

/// `an hour`, `a kilo`, `a dollar`; not the rate of `$5 an hour`.
fn article_at(tokens: &Tokens<'_>, at: usize, floor: usize) -> Option<Amount> {
    if at >= tokens.len() || language::number_word(tokens.folded(at)) != Some(NumberWord::Article) || is_cut(tokens, at)
    {
        return None;
    }
    let filler = tokens.all().get(at + 1).is_some_and(|_| language::is_filler(tokens.folded(at + 1)));
    let unit_at = at + 1 + usize::from(filler);
    let next = tokens.all().get(unit_at).filter(|next| next.spaced && next.kind == TokenKind::Word)?;
    let (unit, end) = language::UNITS.at(tokens, unit_at)?;
    let named = match unit {
        UnitWord::Time(TimeUnit::Second | TimeUnit::Weekend | TimeUnit::Millisecond) => false,
        UnitWord::Time(_) => next.span.len() > 2,
        UnitWord::Measure(id) => quantity::WITH_ARTICLE.contains(&id) && next.span.len() > 1,
        UnitWord::Money(currency) => matches!(currency.unit, "$" | "USD" | "EUR") && next.span.len() > 3,
        UnitWord::Percent | UnitWord::Points => false,
    };
    let rate = at > 0 && (at == floor || language::is_rate(tokens.folded(at - 1)));
    if !named || rate || is_cut(tokens, end) {
        return None;
    }
    extended(tokens, Amount { is_article: true, end, ..Amount::one(unit, at) })
}

/// `hourlong`, `hour-long`: one of its unit.
fn long_at(tokens: &Tokens<'_>, at: usize) -> Option<Amount> {
    let word = tokens.all().get(at).map(|_| tokens.folded(at))?;
    let Some(NumberWord::Long(time)) = language::number_word(word) else { return None };
    let amount = Amount::one(UnitWord::Time(time), at);
    let tail = tokens.all().get(at + 2).is_some_and(|next| !next.spaced)
        && tokens.folded(at + 1) == "-"
        && language::is_long(tokens.folded(at + 2));
    let end = if tail { at + 3 } else { at + 1 };
    let whole = !is_cut(tokens, at) && !is_cut(tokens, end) && (tail || language::is_long(word));
    Amount { end, ..amount }.with_unit(UnitWord::Time(time)).filter(|_| whole)
}
