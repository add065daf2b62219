//! Every value of a text that is a number: bare numbers and ordinals, shares,
//! sums, measures and lengths of time, with their hedges.
//!
//! Not read: version and telephone numbers, scores (`3-1`), addresses of the
//! web, digits in names (`COVID-19`, `747B`), and `one` where it is a pronoun.
//!
//! ```
//! use gainsay::{extract::number::cardinal_at, text::Tokens, value::Number};
//! let tokens = Tokens::new("four days before");
//! assert_eq!(cardinal_at(&tokens, 0), Some((Number::from(4), 1)));
//! ```
//!
//! **Cost.** One pass. A token that is neither a digit nor a number word is
//! turned away by one look at a table; everything else happens around the
//! numbers, within a bounded number of tokens of each.

use super::amount::{Amount, amount_at, is_cut};
use super::behind;
use super::hedge::{self, Before, Frame};
use super::label::is_label;
use super::language::{self, Cardinal, NumberWord, UnitWord};
use super::roman::numbered;
use super::telephone::telephone_end;
use super::words::{ordinal_words_at, whole_at};
use super::{Extracted, Length, Measure, Reading, Role, percent, range};
use crate::text::{Span, TokenKind, Tokens};
use crate::value::{Bound, Hedge, Interval, Number};

/// The plain cardinal that begins with the token `at`, in digits or words and
/// without sign, fraction or hedge, and one past its last token. What is
/// written onto either side of it is not looked at: `11` of `11pm` is read.
#[must_use]
pub fn cardinal_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    let read = whole_at(tokens, at)?;
    Some((read.sum.value()?, read.end))
}

/// The ordinal that begins with the token `at`, in digits or words: `20th`,
/// `twenty-first`, and one past its last token.
#[must_use]
pub fn ordinal_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    ordinal_words_at(tokens, at)
}

/// Every value of the text that is a number, in order and without overlap.
#[must_use]
pub fn find_numbers(tokens: &Tokens<'_>) -> Vec<Extracted> {
    let mut found = Vec::new();
    let (mut at, mut floor, mut address) = (0, 0, false);
    while at < tokens.len() {
        let token = tokens.get(at);
        address = opens_address(tokens, at) || address && !token.spaced;
        let candidate = match token.kind {
            _ if address => false,
            TokenKind::Digits => true,
            TokenKind::Word => {
                if let Some(value) = numbered(tokens, at) {
                    found.push(value);
                    (at, floor) = (at + 1, at + 1);
                    continue;
                }
                language::number_word_of(tokens.folded_bytes(at)).is_some_and(opens_number)
            }
            TokenKind::Sign => is_number_sign(tokens, at),
        };
        if !candidate {
            at += 1;
            continue;
        }
        if token.kind == TokenKind::Digits
            && let Some(end) = telephone_end(tokens, at)
        {
            (at, floor) = (end, end);
            continue;
        }
        match value_at(tokens, at, floor) {
            Some((value, end)) => {
                found.push(value);
                (at, floor) = (end, end);
            }
            None if token.kind == TokenKind::Digits => at = past_cluster(tokens, at),
            None => at += 1,
        }
    }
    found
}

/// Whether a number can begin with a word of that class.
fn opens_number(word: NumberWord) -> bool {
    !matches!(
        word,
        NumberWord::And
            | NumberWord::Of
            | NumberWord::Point
            | NumberWord::Few
            | NumberWord::Couple
            | NumberWord::Group(_)
            | NumberWord::Score
            | NumberWord::Parts(_)
    )
}

/// The value at a token that may begin a number, and one past its last token.
fn value_at(tokens: &Tokens<'_>, at: usize, floor: usize) -> Option<(Extracted, usize)> {
    if is_inside_name(tokens, at) || is_pronoun(tokens, at) || is_label(tokens, at) {
        return None;
    }
    if let Some((value, end)) = ordinal_at(tokens, at) {
        if is_adverb(tokens, at, end) {
            return None;
        }
        let whole = !is_cut(tokens, at) && !is_cut(tokens, end);
        return whole.then(|| (ordinal(tokens, value, at, end), end));
    }
    let amount = amount_at(tokens, at, floor)?;
    if is_score(tokens, &amount) || describes(tokens, &amount) {
        return None;
    }
    let before = hedge::before(tokens, amount.start, floor);
    if let Some((first, second)) = range::second_end(tokens, &amount, &before) {
        let start = match before.frame {
            Some(Frame::From(from)) => from,
            _ => before.start,
        };
        let interval = Interval::closed(first.value, second.value);
        return Some(finish(
            tokens,
            Stated { amount: second, hedge: Hedge::Range, interval, stated: None },
            start,
            &first,
        ));
    }
    Some(alone(tokens, amount, &before))
}

/// One number with its hedges.
fn alone(tokens: &Tokens<'_>, amount: Amount, before: &Before) -> (Extracted, usize) {
    let start = if before.frame == Some(Frame::Between) { before.inner } else { before.start };
    let mut amount = amount;
    let mut hedge = before.hedge;
    if hedge == Some(Hedge::MoreThan) && hedge::is_in_the_course(tokens, before, &amount) {
        hedge = Some(Hedge::AtLeast);
    }
    if hedge.is_none()
        && let Some((amount, interval)) = behind::margin(tokens, &amount)
    {
        return finish(tokens, Stated { amount, hedge: Hedge::Range, interval, stated: None }, start, &amount);
    }
    if let Some((after, end)) = behind::after(tokens, amount.end, hedge) {
        hedge = Some(after);
        amount.end = end;
        amount = with_late_unit(tokens, amount);
    } else if hedge.is_none() {
        hedge = behind::after_noun(tokens, &amount);
    }
    if let Some(near) = hedge
        && let Some((far, far_hedge)) = range::far_bound(tokens, &amount, near)
    {
        let (low, high) = range::in_order(amount.value, far.value);
        let (low_hedge, high_hedge) = if low == amount.value { (near, far_hedge) } else { (far_hedge, near) };
        let bound = |value, open| if open { Bound::Excluded(value) } else { Bound::Included(value) };
        let interval = Interval {
            low: bound(low, low_hedge == Hedge::MoreThan),
            high: bound(high, high_hedge == Hedge::LessThan),
        };
        return finish(tokens, Stated { amount: far, hedge: Hedge::Range, interval, stated: None }, start, &amount);
    }
    let (hedge, interval) = qualified(&amount, hedge);
    let stated = amount.is_stated.then_some(amount.value);
    let is_left = |from: usize| {
        let stays =
            hedge::is_no_change(tokens, from) && !(amount.end < tokens.len() && tokens.folded(amount.end) == "to");
        hedge::is_change(tokens, from) && !stays
    };
    let is_former = matches!(before.frame, Some(Frame::From(from)) if is_left(from));
    let (mut value, end) = finish(tokens, Stated { amount, hedge, interval, stated }, start, &amount);
    if is_former {
        set_role(&mut value.reading, Role::Former);
    }
    if before.is_turned {
        set_role(&mut value.reading, Role::Total);
    }
    (value, end)
}

/// The first value of a change was so before it, and the `not` of a hedge is
/// no denial.
fn set_role(reading: &mut Reading, role: Role) {
    match reading {
        Reading::Number(measure)
        | Reading::Percent(measure)
        | Reading::Money(measure)
        | Reading::Quantity(measure)
        | Reading::Duration(measure, _) => measure.role = role,
        Reading::Ordinal(_) | Reading::Moment(_) => {}
    }
}

/// The unit after a hedge: `two or more hours`, `20-odd years`.
fn with_late_unit(tokens: &Tokens<'_>, amount: Amount) -> Amount {
    if amount.unit.is_some() {
        return amount;
    }
    match language::UNITS.at(tokens, amount.end) {
        Some((unit, end)) if tokens.raw(amount.end).len() > 1 && !is_cut(tokens, end) => {
            amount.with_unit(unit).map_or(amount, |with| Amount { end, ..with })
        }
        _ => amount,
    }
}

/// What an amount can be under its hedge. An amount left open keeps its lower
/// end under `more than` and `at least`, and is as open under any other.
fn qualified(amount: &Amount, hedge: Option<Hedge>) -> (Hedge, Interval<Number>) {
    match (amount.top, hedge) {
        (Some(_), Some(hedge @ (Hedge::MoreThan | Hedge::AtLeast))) => (hedge, Interval::at_least(amount.value)),
        (Some(top), _) => (Hedge::Vague, Interval::closed(amount.value, top)),
        (None, Some(hedge)) => (hedge, hedge.interval(amount.value, amount.step)),
        (None, None) if is_price(amount) => (Hedge::Exact, Interval::exact(amount.value)),
        (None, None) if !amount.step.is_zero() => (Hedge::Rounded, Hedge::Rounded.interval(amount.value, amount.step)),
        (None, None) => (Hedge::Exact, Interval::exact(amount.value)),
    }
}

/// Money to the cent is not rounded: `$3.50`.
fn is_price(amount: &Amount) -> bool {
    let cent = Number::try_new(1, 2).unwrap_or(Number::ZERO);
    matches!(amount.unit, Some(UnitWord::Money(_))) && amount.step == cent
}

struct Stated {
    amount: Amount,
    hedge: Hedge,
    interval: Interval<Number>,
    stated: Option<Number>,
}

fn finish(tokens: &Tokens<'_>, said: Stated, start: usize, first: &Amount) -> (Extracted, usize) {
    let end = said.amount.end.max(first.end);
    let age = matches!(said.amount.unit, Some(UnitWord::Time(_))).then(|| age_end(tokens, end)).flatten();
    let end = age.unwrap_or(end);
    let span = Span::new(tokens.get(start).span.start, tokens.get(end - 1).span.end);
    let role = if age.is_some() { Role::Age } else { hedge::role(tokens, start, first.start, end) };
    let interval = said.interval.map(|number| number.normalize());
    let stated = said.stated.map(|number| number.normalize());
    let measure = Measure { stated, hedge: said.hedge, interval, unit: None, role };
    let parts = |amount: &Amount| amount.time.unwrap_or_default();
    let named = |unit: &str| Measure { unit: Some(unit.to_owned()), ..measure.clone() };
    let reading = match said.amount.unit {
        None => Reading::Number(measure),
        Some(UnitWord::Time(_)) if said.stated.is_none() && said.amount.start != first.start => {
            Reading::Duration(measure, Box::new(Length { first: parts(first), last: Some(parts(&said.amount)) }))
        }
        Some(UnitWord::Time(_)) => {
            Reading::Duration(measure, Box::new(Length { first: parts(&said.amount), last: None }))
        }
        Some(UnitWord::Measure(id)) => Reading::Quantity(named(id)),
        Some(UnitWord::Money(currency)) => Reading::Money(named(currency.unit)),
        Some(unit @ (UnitWord::Percent | UnitWord::Points)) => Reading::Percent(named(percent::unit(unit))),
    };
    (Extracted { span, reading }, end)
}

/// Past the `old` of `one year old` and `a 25-year-old`.
fn age_end(tokens: &Tokens<'_>, end: usize) -> Option<usize> {
    let hyphen = tokens.all().get(end).is_some_and(|next| !next.spaced) && tokens.folded(end) == "-";
    let (_, after) = language::AGES.at(tokens, end + usize::from(hyphen))?;
    (!is_cut(tokens, after)).then_some(after)
}

/// `first met`, `at first`: not an ordinal.
fn is_adverb(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let word = |at: usize| tokens.all().get(at).map(|_| tokens.folded(at));
    end == at + 1 && language::is_adverb(at.checked_sub(1).and_then(word), tokens.folded(at), word(end))
}

fn ordinal(tokens: &Tokens<'_>, value: Number, at: usize, end: usize) -> Extracted {
    let span = Span::new(tokens.get(at).span.start, tokens.get(end - 1).span.end);
    let role = hedge::role(tokens, at, at, end);
    let interval = Interval::exact(value);
    let role = if role == Role::Increment { Role::Total } else { role };
    Extracted {
        span,
        reading: Reading::Ordinal(Measure { stated: Some(value), hedge: Hedge::Exact, interval, unit: None, role }),
    }
}

/// A sign that can begin a number: a point, a minus or a fraction.
pub(super) fn is_number_sign(tokens: &Tokens<'_>, at: usize) -> bool {
    let sign = tokens.raw(at);
    let glued = |at: usize, kind| tokens.all().get(at).is_some_and(|next| !next.spaced && next.kind == kind);
    match sign {
        "." => glued(at + 1, TokenKind::Digits) && (at == 0 || tokens.get(at).spaced || tokens.folded(at - 1) == "-"),
        "-" | "−" | "–" => {
            tokens.get(at).spaced && (glued(at + 1, TokenKind::Digits) || glued(at + 1, TokenKind::Sign))
        }
        _ => !sign.is_ascii() && sign.chars().all(char::is_numeric),
    }
}

/// Digits hang on a name (`COVID-19`), on more digits (`2013-14`, where the
/// first part was turned away) or on a sign of the web.
fn is_inside_name(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.get(at);
    if token.spaced || at == 0 {
        return false;
    }
    let sign = tokens.folded(at - 1);
    if matches!(sign, "_" | "=" | "&" | "?" | "@" | "\\") {
        return true;
    }
    let before = at.checked_sub(2).map(|before| (tokens.get(before).kind, tokens.folded(before)));
    let hangs = !tokens.get(at - 1).spaced;
    match (sign, before) {
        ("-", Some((TokenKind::Word, word))) => {
            hangs
                && token.kind == TokenKind::Digits
                && language::number_word(word).is_none()
                && !language::is_prefix(word)
        }
        (":" | "." | "/", Some((TokenKind::Digits, _))) => hangs && token.kind == TokenKind::Digits,
        _ => false,
    }
}

/// `which one`, `no one`: not a number.
fn is_pronoun(tokens: &Tokens<'_>, at: usize) -> bool {
    let one = language::number_word(tokens.folded(at)) == Some(NumberWord::Cardinal(Cardinal::Unit(1)));
    if !one || tokens.get(at).kind != TokenKind::Word {
        return false;
    }
    let unit = language::UNITS.at(tokens, at + 1).map(|_| tokens.raw(at + 1).len());
    // After an adjective `in` is no inch.
    if at >= 2 && is_described(tokens, at - 1) && unit.is_none_or(|length| length <= 2) && !is_counted(tokens, at + 1) {
        return true;
    }
    if unit.is_some() {
        return false;
    }
    let after = tokens.all().get(at + 1).is_some_and(|_| language::is_after_pronoun(tokens.folded(at + 1)));
    after || at.checked_sub(1).is_some_and(|before| language::is_before_pronoun(tokens.folded(before)))
}

/// Whether a number goes on here: `one hundred`.
fn is_counted(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.all().get(at).and_then(|_| language::number_word(tokens.folded(at)));
    word.is_some_and(|word| word != NumberWord::Of)
}

/// The `good` of `a good one`.
fn is_described(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).kind == TokenKind::Word
        && language::number_word(tokens.folded(at)).is_none()
        && language::BEFORE.before(tokens, at + 1).is_none()
        && language::is_indefinite(tokens.folded(at - 1))
}

/// `3-1`, `20:15`: bare digits, a dash and as many or fewer; not the years
/// `512-511 BC`.
fn is_score(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let dash = amount.end;
    if !amount.in_digits || amount.unit.is_some() || dash + 1 >= tokens.len() || tokens.folded(dash) != "-" {
        return false;
    }
    let glued = !tokens.get(dash).spaced && !tokens.get(dash + 1).spaced;
    let years = tokens.all().get(dash + 2).is_some_and(|_| language::is_era(tokens.folded(dash + 2)));
    glued
        && !years
        && tokens.get(dash + 1).kind == TokenKind::Digits
        && whole_at(tokens, dash + 1).and_then(|next| next.sum.value()).is_none_or(|next| next <= amount.value)
}

/// `A one-off payment`, `a two-way street`: what kind it is, and not how many.
fn describes(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let dash = amount.end;
    let glued = |at: usize| tokens.all().get(at).is_some_and(|token| !token.spaced);
    let is_joined = !amount.in_digits && glued(dash) && glued(dash + 1) && tokens.folded(dash) == "-";
    is_joined && language::is_described_by_number(tokens.folded(dash + 1))
}

/// Past everything written onto digits that are no number.
fn past_cluster(tokens: &Tokens<'_>, at: usize) -> usize {
    (at + 1..tokens.len()).find(|&next| tokens.get(next).spaced).unwrap_or(tokens.len())
}

/// Whether an address of the web begins here.
fn opens_address(tokens: &Tokens<'_>, at: usize) -> bool {
    let glued =
        |at: usize, sign: &str| tokens.all().get(at).is_some_and(|next| !next.spaced && tokens.folded(at) == sign);
    match tokens.get(at).kind {
        TokenKind::Word if glued(at + 1, ":") => {
            matches!(tokens.folded(at), "http" | "https" | "ftp") && glued(at + 2, "/")
        }
        TokenKind::Word => glued(at + 1, ".") && tokens.folded(at) == "www",
        TokenKind::Sign => tokens.folded(at) == "@" && at > 0 && !tokens.get(at).spaced,
        TokenKind::Digits => false,
    }
}
