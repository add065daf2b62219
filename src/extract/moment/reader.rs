//! The tokens of a text with what each can mean in a date, and the small
//! questions that every rule of the grammar asks.
//!
//! A rule is a method `x_at(at) -> Option<(T, next)>`: what begins at token
//! `at`, and the token after it. Rules look a bounded way ahead, so reading
//! is linear in the text.

use super::expr::Expr;
use super::lexicon::{Holiday, Kinds, Start, Word, Words, kind};
use super::sense::{Sense, Unit};
use crate::extract::{DateOrder, Extracted, Prefer, Reading, Setting};
use crate::text::{Span, Token, TokenKind, Tokens};
use crate::value::Moment;
use std::cell::{Cell, RefCell};

/// A moment that the caller has found, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) first: usize,
    pub(crate) next: usize,
    pub(crate) moment: Moment,
}

/// What was read at a token, and whether what stands before made it a date.
pub(super) type Remembered = (usize, bool, Option<(Expr, usize)>);

/// A text being read for dates.
pub(crate) struct Reader<'t> {
    pub(crate) tokens: &'t Tokens<'t>,
    words: &'static Words,
    /// What each token is among the words of dates.
    found: Vec<u16>,
    known: Vec<Known>,
    depth: Cell<u8>,
    /// The last date and the last moment read, by where and how: both are
    /// asked for again as the first end of a range.
    pub(super) last_date: RefCell<Option<Remembered>>,
    pub(super) last_single: RefCell<Option<Remembered>>,
    pub(super) order: DateOrder,
    /// Whether the text looks forward from its reference.
    pub(super) ahead: bool,
}

impl<'t> Reader<'t> {
    /// Looks every token up once.
    pub(crate) fn new(tokens: &'t Tokens<'t>, known: &[Extracted], setting: &Setting) -> Self {
        let words = Words::english();
        let find = |(at, token): (usize, &Token)| match token.kind {
            TokenKind::Word => words.find(tokens.folded(at)),
            TokenKind::Digits | TokenKind::Sign => 0,
        };
        let mut known: Vec<Known> = known.iter().filter_map(|value| in_tokens(tokens, value)).collect();
        known.sort_by_key(|known| (known.first, std::cmp::Reverse(known.next)));
        Self {
            tokens,
            words,
            found: tokens.all().iter().enumerate().map(find).collect(),
            known,
            depth: Cell::new(0),
            last_date: RefCell::default(),
            last_single: RefCell::default(),
            order: setting.order,
            ahead: setting.prefer == Prefer::Future,
        }
    }

    /// Reads a rule inside another, at most four deep: `the start of the
    /// first week of next month`. Deeper nesting is no date, and the bound
    /// keeps reading linear.
    pub(crate) fn nested<T>(&self, read: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.depth.get() >= 4 {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let found = read();
        self.depth.set(self.depth.get() - 1);
        found
    }

    /// Reads what begins at a token, unless that was the last thing read. Only
    /// outside of other rules, within which depth counts.
    pub(super) fn once(
        &self,
        last: &RefCell<Option<Remembered>>,
        at: usize,
        strong: bool,
        read: impl FnOnce() -> Option<(Expr, usize)>,
    ) -> Option<(Expr, usize)> {
        if self.depth.get() > 0 {
            return read();
        }
        if let Some((place, how, found)) = last.borrow().as_ref()
            && (*place, *how) == (at, strong)
        {
            return found.clone();
        }
        let found = read();
        *last.borrow_mut() = Some((at, strong, found.clone()));
        found
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The span of a run of tokens, which must not be empty.
    pub(crate) fn span(&self, first: usize, next: usize) -> Span {
        self.tokens.get(first).span.cover(&self.tokens.get(next - 1).span)
    }

    /// What a token is among the words of dates.
    fn entry(&self, at: usize) -> &'static Word {
        self.words.get(self.found.get(at).copied().unwrap_or_default())
    }

    fn senses(&self, at: usize) -> &'static [Sense] {
        self.entry(at).senses
    }

    /// The holidays whose names a token begins.
    pub(super) fn holidays(&self, at: usize) -> &'static [Holiday] {
        &self.entry(at).holidays
    }

    /// The kinds of rule that a token can begin, or the one after `the`.
    pub(super) fn kinds(&self, at: usize) -> Kinds {
        let at = self.skip(at, Sense::The);
        match self.tokens.all().get(at).map(|token| token.kind) {
            Some(TokenKind::Word) => self.entry(at).kinds,
            Some(TokenKind::Digits) => kind::DIGITS,
            Some(TokenKind::Sign) => kind::APOSTROPHE,
            None => 0,
        }
    }

    /// Whether a token can begin a moment at all, so that most of a text is
    /// passed over at once.
    pub(crate) fn may_begin(&self, at: usize) -> bool {
        match self.tokens.all().get(at).map(|token| token.kind) {
            Some(TokenKind::Word) => {
                self.found[at] != 0
                    && match self.entry(at).start {
                        Start::Sure => true,
                        Start::Never => false,
                        Start::Part => self.can_go_on(at + 1),
                        Start::Lead => self.leads(at + 1),
                    }
            }
            Some(TokenKind::Digits) => self.can_be_date(at),
            Some(TokenKind::Sign) => self.is_digits(at + 1) && self.sign(at, &['\'', '’', '‘']),
            None => false,
        }
    }

    /// Whether digits can begin a date by what follows them: `20 people` and
    /// `(20)` cannot. Four of them can be a year.
    fn can_be_date(&self, at: usize) -> bool {
        let Some(next) = self.tokens.all().get(at + 1) else { return true };
        if self.tokens.get(at).span.len() == 4 {
            return true;
        }
        match next.kind {
            TokenKind::Word => self.found[at + 1] != 0 || !next.spaced,
            TokenKind::Digits => true,
            TokenKind::Sign => match self.tokens.raw(at + 1) {
                ";" | ")" | "%" | "?" | "!" | "\"" | "”" => false,
                "," | "." => self.glued(at + 2),
                _ => true,
            },
        }
    }

    /// Whether a token can stand in a date after its first word.
    fn can_go_on(&self, at: usize) -> bool {
        match self.tokens.all().get(at).map(|token| token.kind) {
            Some(TokenKind::Word) => self.found[at] != 0,
            Some(TokenKind::Digits) => true,
            Some(TokenKind::Sign) if self.sign(at, &[',']) => self.found.get(at + 1).is_some_and(|&found| found != 0),
            Some(TokenKind::Sign) => !self.sign(at, &[';', ')', '?', '!', '"', '”']),
            None => false,
        }
    }

    /// Whether a date can follow a word such as `in` or `the`: at once, or
    /// after more such words.
    fn leads(&self, at: usize) -> bool {
        for next in at..at + 4 {
            if self.is_digits(next) || self.is(next, Sense::About) {
                return true;
            }
            match self.entry(next).start {
                Start::Never => return self.sign(next, &['\'', '’', '‘']) && self.is_digits(next + 1),
                Start::Lead => {}
                Start::Part => {
                    let ends = || self.is(at - 1, Sense::In) && self.unit(next).is_some();
                    return self.can_go_on(next + 1) || self.is(next, Sense::Present) || ends();
                }
                Start::Sure => return true,
            }
        }
        true
    }

    /// What `pick` takes from the senses of a token.
    pub(crate) fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).iter().find_map(|sense| pick(*sense))
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, sense: Sense) -> bool {
        self.found.get(at).is_some_and(|&found| found != 0 && self.words.get(found).senses.contains(&sense))
    }

    pub(crate) fn is_any(&self, at: usize, senses: &[Sense]) -> bool {
        senses.iter().any(|sense| self.is(at, *sense))
    }

    /// Whether the token can mean anything in a date.
    pub(crate) fn has_sense(&self, at: usize) -> bool {
        !self.senses(at).is_empty()
    }

    /// The token before, if any, has one of the senses.
    pub(crate) fn after_any(&self, at: usize, senses: &[Sense]) -> bool {
        at > 0 && self.is_any(at - 1, senses)
    }

    /// Whether a reading would begin or end within a word: a letter or digit
    /// stands on both sides.
    pub(crate) fn cuts_word(&self, first: usize, next: usize) -> bool {
        let text = self.tokens.text();
        let span = self.span(first, next);
        let wordy = |character: Option<char>| character.is_some_and(|c| c.is_alphabetic() || c.is_ascii_digit());
        let cut = |at: usize| wordy(text[..at].chars().next_back()) && wordy(text[at..].chars().next());
        cut(span.start) || cut(span.end)
    }

    /// The token after `at` when `at` has the sense, else `at`.
    pub(crate) fn skip(&self, at: usize, sense: Sense) -> usize {
        if self.is(at, sense) { at + 1 } else { at }
    }

    pub(crate) fn skip_any(&self, at: usize, senses: &[Sense]) -> usize {
        if self.is_any(at, senses) { at + 1 } else { at }
    }

    pub(crate) fn sign(&self, at: usize, signs: &[char]) -> bool {
        self.tokens.all().get(at).is_some_and(|token| token.kind == TokenKind::Sign)
            && self.tokens.raw(at).chars().next().is_some_and(|c| signs.contains(&c))
    }

    pub(crate) fn skip_sign(&self, at: usize, signs: &[char]) -> usize {
        if self.sign(at, signs) { at + 1 } else { at }
    }

    /// Whether nothing stands between a token and the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.all().get(at).is_some_and(|token| !token.spaced)
    }

    pub(crate) fn word(&self, at: usize) -> Option<&'t str> {
        let token = self.tokens.all().get(at)?;
        (token.kind == TokenKind::Word).then(|| self.tokens.raw(at))
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.word(at).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
    }

    /// Whether a token is a run of digits.
    pub(crate) fn is_digits(&self, at: usize) -> bool {
        self.tokens.all().get(at).is_some_and(|token| token.kind == TokenKind::Digits)
    }

    /// A run of one to nine digits and how many they are.
    pub(crate) fn digits(&self, at: usize) -> Option<(i64, usize)> {
        if !self.is_digits(at) {
            return None;
        }
        let raw = self.tokens.raw(at);
        if raw.len() > 9 {
            return None;
        }
        raw.parse().ok().map(|value| (value, raw.len()))
    }

    /// Whether the digits at `at` are part of a longer numeral: `1,999`,
    /// `20.14`, `€2014`, `2014%`.
    pub(crate) fn in_numeral(&self, at: usize, next: usize) -> bool {
        let before = at > 0
            && self.glued(at)
            && (self.sign(at - 1, &['.', ',', '€', '$', '£', '¥', '₽', '#', '№', '+', '\'', '’', '@', '_', '&'])
                && !(self.sign(at - 1, &['.', ',']) && !(at > 1 && self.is_digits(at - 2) && self.glued(at - 1)))
                || self.word(at - 1).is_some());
        let after = self.glued(next)
            && (self.sign(next, &['%', '€', '$', '£', '°', '₽'])
                || self.sign(next, &['.', ',']) && self.is_digits(next + 1) && self.glued(next + 1));
        before || after
    }

    /// A small whole number in digits or words: `3`, `twenty-one`, `a`.
    pub(crate) fn count_at(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((value, length)) = self.digits(at) {
            return (length <= 6 && !self.in_numeral(at, at + 1)).then_some((value, at + 1));
        }
        if self.is(at, Sense::Article) {
            if self.cardinal(at + 1) == Some(2) && self.is(at + 2, Sense::Of) {
                return Some((2, at + 3));
            }
            let next = if self.cardinal(at + 1).is_some_and(|n| n == 2 || n >= 100) { at + 2 } else { at + 1 };
            return Some((if next > at + 1 { self.cardinal(at + 1)? } else { 1 }, next));
        }
        self.cardinal_at(at)
    }

    /// A whole number in words, under a hundred thousand.
    pub(crate) fn cardinal_at(&self, at: usize) -> Option<(i64, usize)> {
        let mut total = 0;
        let mut current = self.cardinal(at).filter(|&n| n < 100)?;
        let mut next = at + 1;
        // `two thousand and fifteen` has at most seven words.
        for _ in 0..7 {
            let joined = if self.sign(next, &['-', '‐']) && self.glued(next) { next + 1 } else { next };
            let joined = if current == 0 || current >= 100 { self.skip(joined, Sense::And) } else { joined };
            let Some(word) = self.cardinal(joined) else { break };
            match word {
                1..=9 if current >= 20 && current % 10 == 0 => current += word,
                1..=99 if current == 0 || current % 100 == 0 => current += word,
                100 if (1..100).contains(&current) => current *= 100,
                1000 if total == 0 && (1..100).contains(&current) => {
                    total = current * 1000;
                    current = 0;
                }
                _ => break,
            }
            next = joined + 1;
        }
        Some((total + current, next))
    }

    fn cardinal(&self, at: usize) -> Option<i64> {
        self.sense(at, |sense| if let Sense::Cardinal(n) = sense { Some(n) } else { None })
    }

    /// `3rd`, `third`, `twenty-first`.
    pub(crate) fn ordinal_at(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((value, length)) = self.digits(at) {
            let fits = length <= 2 && self.is(at + 1, Sense::OrdinalEnd) && self.glued(at + 1);
            return fits.then_some((value, at + 2));
        }
        let ordinal = |at: usize| self.sense(at, |s| if let Sense::Ordinal(n) = s { Some(n) } else { None });
        if let Some(tens) = self.cardinal(at).filter(|n| *n >= 20 && *n < 100) {
            let next = self.skip_sign(at + 1, &['-', '‐']);
            return ordinal(next).filter(|&n| n < 10).map(|ones| (tens + ones, next + 1));
        }
        ordinal(at).map(|n| (n, at + 1))
    }

    pub(crate) fn unit(&self, at: usize) -> Option<(Unit, i64)> {
        self.sense(at, |sense| if let Sense::Unit(unit, count) = sense { Some((unit, count)) } else { None })
    }

    /// The longest known moment that begins at a token, or after at most
    /// three more words of the same phrase: `the Russian invasion`.
    pub(crate) fn known_at(&self, at: usize) -> Option<&Known> {
        let stops =
            [Sense::Since, Sense::Until, Sense::To, Sense::From, Sense::Before, Sense::After, Sense::And, Sense::Or];
        let passes = |to: usize| to == at || self.word(to - 1).is_some() && !self.is_any(to - 1, &stops);
        (at..at + 4).take_while(|&to| passes(to)).find_map(|at| self.known_exactly(at))
    }

    pub(crate) fn known_exactly(&self, at: usize) -> Option<&Known> {
        self.known.get(self.known.partition_point(|known| known.first < at)).filter(|known| known.first == at)
    }
}

fn in_tokens(tokens: &Tokens<'_>, value: &Extracted) -> Option<Known> {
    let Reading::Moment(when) = &value.reading else { return None };
    let moment = when.moment.clone()?;
    let within = tokens.within(value.span);
    (!within.is_empty()).then_some(Known { first: within.start, next: within.end, moment })
}
