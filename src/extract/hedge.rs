//! The words before a number that say how it is meant, and those around it that say what it does: `nearly`,
//! `a further`, `up from`.
//!
//! Only what touches the number counts. Where two hedges meet the outer one
//! decides (`at least about 20`); words that change nothing (`only`, `just`,
//! `exactly`, `a total of`) are not in the tables, and leave the number exact.

use super::Role;
use super::amount::{Amount, is_cut};
use super::language::en_hedges::{EXPLETIVE, PRAISE};
use super::language::{self, Qualifier};
use super::numeral::numeral_at;
use crate::text::{TokenKind, Tokens};
use crate::value::{Hedge, Number};

/// What stands before a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) hedge: Option<Hedge>,
    pub(super) frame: Option<Frame>,
    /// Whether a `not` before the hedge turned it round.
    pub(super) is_turned: bool,
    /// First token of hedge or number.
    pub(super) start: usize,
    /// The same without a `between`, which belongs to the value only in a range.
    pub(super) inner: usize,
}

/// A word that opens a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    Between,
    /// With its first token, which belongs to the value only in a range.
    From(usize),
}

/// A negation stands before so many verbs at most: `has not been`, `will not have risen`.
const MOST_VERBS: usize = 2;

/// No number has more hedges than this.
const MOST_HEDGES: usize = 3;

/// Reads the hedges that end where the token `start` begins and begin at or
/// after the token `floor`.
pub(super) fn before(tokens: &Tokens<'_>, start: usize, floor: usize) -> Before {
    let mut found = Before { start, inner: start, ..Before::default() };
    for _ in 0..MOST_HEDGES {
        let phrase = language::BEFORE.before(tokens, found.start).or_else(|| of_tally(tokens, found.start));
        let Some((qualifier, at)) = phrase else { break };
        let is_none = || is_particle(tokens, at, found.start) || is_praise(tokens, found.start) || ends_tag(tokens, at);
        if at < floor || is_cut(tokens, at) || is_none() {
            break;
        }
        match qualifier {
            Qualifier::Hedge(hedge) => {
                found.hedge = if hedge == Hedge::Exact { found.hedge } else { Some(hedge) };
                (found.start, found.inner) = (at, at);
            }
            Qualifier::Between => {
                found.frame = Some(Frame::Between);
                found.start = at;
            }
            Qualifier::From => found.frame = Some(Frame::From(at)),
            _ => {}
        }
        if found.frame.is_some() {
            break;
        }
    }
    turned(tokens, found, floor)
}

/// `Handed over 405 prisoners`, `owned up to 38 cases`, `talk about 40 deaths`: the `over` is the verb's, not the number's.
fn is_particle(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let is_up_to = end == at + 2 && tokens.folded(at) == "up" && tokens.folded(at + 1) == "to";
    let is_hedge = is_up_to || end == at + 1 && tokens.folded(at) != "up";
    // `There came up to 9,000`: so many came.
    let is_there = |verb: usize| verb.checked_sub(1).is_some_and(|before| tokens.folded(before) == EXPLETIVE);
    at.checked_sub(1)
        .is_some_and(|verb| is_hedge && !is_there(verb) && language::takes(tokens.folded(verb), tokens.folded(at)))
}

/// `A good one`, `a good 2023`: not so many at least.
fn is_praise(tokens: &Tokens<'_>, end: usize) -> bool {
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let is_one = || numeral_at(tokens, end).is_some_and(|read| read.value == Number::ONE);
    tokens.folded(end - 1) == PRAISE && (is_one() || is_year(tokens.raw(end)))
}

/// `the toll passed 30`, `prices climbed past 30`; not `parliament passed 30 laws`, `the past 30 days`.
fn of_tally(tokens: &Tokens<'_>, end: usize) -> Option<(Qualifier, usize)> {
    const NEAR: usize = 6;
    let (qualifier, at) = language::TALLY_BEFORE.before(tokens, end)?;
    let before = at.checked_sub(1).map(|before| tokens.folded(before))?;
    if end == at + 1 && tokens.folded(at) == language::PAST {
        return language::is_rising(before).then_some((qualifier, at));
    }
    let mut clause = (at.saturating_sub(NEAR)..at).rev();
    let subject = clause.find_map(|at| {
        let parts = tokens.get(at).kind == TokenKind::Sign && tokens.folded(at) != "-";
        let word = tokens.folded(at);
        (parts || language::parts_tally(word) || language::is_tally(word)).then(|| language::is_tally(word))
    });
    subject.filter(|is_tally| *is_tally).map(|_| (qualifier, at))
}

/// `heard witnesses over 71 days`, where `over` is in the course of, and the length itself: no more than at least that
/// long. (`Lasted over two hours`, `for well over two hours` are longer.)
pub(super) fn is_in_the_course(tokens: &Tokens<'_>, before: &Before, amount: &Amount) -> bool {
    let over = amount.start.checked_sub(1).filter(|&at| at == before.start && tokens.folded(at) == language::PARTICLE);
    let Some(word) = over.and_then(|over| over.checked_sub(1)) else { return false };
    let is_word = tokens.get(word).kind == TokenKind::Word && language::number_word(tokens.folded(word)).is_none();
    amount.time.is_some() && is_word && !language::keeps_over(tokens.folded(word))
}

/// `<b>7</b>`: the `>` is of the markup, and no `more than`.
fn ends_tag(tokens: &Tokens<'_>, at: usize) -> bool {
    const LONGEST: usize = 40;
    let opens = |at: usize| {
        let next = tokens.get(at + 1);
        tokens.folded(at) == "<" && !next.spaced && (next.kind == TokenKind::Word || tokens.folded(at + 1) == "/")
    };
    let mut before = (at.saturating_sub(LONGEST)..at).rev();
    tokens.folded(at) == ">" && before.find(|&at| matches!(tokens.folded(at), "<" | ">")).is_some_and(opens)
}

/// `is not more than 20`, `will not be above 20` is at most 20. The hedge takes a plain `not` in; of
/// `isn't`, and of a verb between the two, it leaves the words alone.
fn turned(tokens: &Tokens<'_>, found: Before, floor: usize) -> Before {
    let stands = |at: &usize| *at >= floor;
    let Some(touching) = found.start.checked_sub(1).filter(stands) else { return found };
    let negates = |at: &usize| language::is_negation(tokens.folded(*at));
    let over_verbs = || {
        let is_verb = |at: &usize| stands(at) && language::links_negation(tokens.folded(*at));
        let verbs = (0..=touching).rev().take(MOST_VERBS).take_while(is_verb).count();
        touching.checked_sub(verbs).filter(|at| verbs > 0 && stands(at) && negates(at))
    };
    let Some(before) = Some(touching).filter(negates).or_else(over_verbs) else { return found };
    let opposite = match found.hedge {
        Some(Hedge::MoreThan) => Hedge::AtMost,
        Some(Hedge::AtLeast) => Hedge::LessThan,
        Some(Hedge::LessThan) => Hedge::AtLeast,
        Some(Hedge::AtMost) => Hedge::MoreThan,
        _ => return found,
    };
    if found.frame.is_some() {
        return found;
    }
    let takes = before == touching && tokens.folded(before) == language::NOT;
    Before { hedge: Some(opposite), is_turned: true, start: if takes { before } else { found.start }, ..found }
}

/// What the number does, by the words on either side of it and its hedges, and
/// between it and its unit: `three more hours`.
pub(super) fn role(tokens: &Tokens<'_>, start: usize, number: usize, end: usize) -> Role {
    if let Some((Qualifier::Role(role), _)) = language::ROLES_BEFORE.before(tokens, start) {
        return role;
    }
    let inside = |at: usize| {
        matches!(language::ROLES_AFTER.at(tokens, at), Some((Qualifier::Role(_), next)) if language::UNITS.at(tokens, next).is_some())
            && language::JOINS.at(tokens, at - 1).is_none()
    };
    if (number + 1..end).any(inside) {
        return Role::Increment;
    }
    match language::ROLES_AFTER.at(tokens, end) {
        Some((Qualifier::Role(role), _)) if !tokens.get(end).spaced || tokens.get(end).kind == TokenKind::Word => role,
        _ => Role::Total,
    }
}

/// Whether a word of change stands a few words before `from`, or a little further before a
/// figure that it changes: then `from A to B` is two values, the first of them the former one.
#[must_use]
pub fn is_change(tokens: &Tokens<'_>, from: usize) -> bool {
    const NEAR: usize = 4;
    const FAR: usize = 12;
    const FIGURE: usize = 6;
    let changes = |at: usize| language::CHANGES.get(tokens.folded(at)).is_some();
    let near = (0..NEAR).fold(from, |at, _| figure_start(tokens, at.saturating_sub(1)));
    let parts = |at: &usize| tokens.get(*at).kind != TokenKind::Word && tokens.folded(*at) != "'";
    // `Lifted its stake in the firm to 12 percent from 11`.
    let to = (from.saturating_sub(FIGURE)..from).rev().find(|&at| tokens.folded(at) == "to");
    let is_to_figure = |to: &usize| to + 1 < from && parts(&(to + 1));
    let end = to.filter(is_to_figure).unwrap_or(from);
    let first = (end.saturating_sub(FAR)..end).rev().find(parts).map_or(end.saturating_sub(FAR), |at| at + 1);
    (near..from).any(changes)
        || (first..near.min(end))
            .filter(|&at| changes(at))
            .any(|at| (at..end).any(|at| language::is_changed(tokens.folded(at))))
}

/// `Has not moved from 24 million`: it is so still.
pub(super) fn is_no_change(tokens: &Tokens<'_>, from: usize) -> bool {
    const NEAR: usize = 4;
    let verb = (from.saturating_sub(NEAR)..from).rev().find(|&at| language::CHANGES.get(tokens.folded(at)).is_some());
    let denied = |verb: usize| (verb.saturating_sub(NEAR)..verb).any(|at| language::is_unchanged(tokens.folded(at)));
    verb.is_some_and(denied)
}

/// The first token of the figure that ends with a token: of `12,000` the `12`, of other tokens themselves.
fn figure_start(tokens: &Tokens<'_>, mut at: usize) -> usize {
    let is_digits = |at: usize| tokens.get(at).kind == TokenKind::Digits;
    let glued = |at: usize| !tokens.get(at).spaced && matches!(tokens.folded(at - 1), "," | ".");
    while at > 1 && is_digits(at) && glued(at) && !tokens.get(at - 1).spaced && is_digits(at - 2) {
        at -= 2;
    }
    at
}

/// `rose by three to 43`, `fell 3,000 to 12,000`: the first number is how far, and no end of a range, where what
/// follows it is far more. (`Rose by 3 to 5` leaves open what it means, and is a range.)
pub(super) fn is_change_by(tokens: &Tokens<'_>, first: &Amount, second: &Amount) -> bool {
    let Some(before) = first.start.checked_sub(1) else { return false };
    let far = first.value.checked_mul(Number::TWO).is_some_and(|twice| twice < second.value);
    let by = || tokens.folded(before) == language::BY && is_change(tokens, before);
    far && (by() || language::CHANGES.get(tokens.folded(before)).is_some())
}
