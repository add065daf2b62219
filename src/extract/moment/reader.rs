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
use std::ops::Range;

/// A moment that the caller has found, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) first: usize,
    pub(crate) next: usize,
    pub(crate) moment: Moment,
    /// Whether it was worked out from the day of the text.
    relative: bool,
}

/// How many tokens the first end of a range can have.
const LONGEST_END: usize = 24;

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
    /// The first place from some token on where a range can be joined.
    joint: Cell<usize>,
    /// The last date and the last moment read, by where and how: both are
    /// asked for again as the first end of a range.
    pub(super) last_date: RefCell<Option<Remembered>>,
    pub(super) last_single: RefCell<Option<Remembered>>,
    pub(super) order: DateOrder,
    /// Whether the text looks forward from its reference.
    pub(super) ahead: bool,
    /// Whether it is read for a listing, which also shows what has no date:
    /// `in the afternoon`.
    pub(super) lists: bool,
}

impl<'t> Reader<'t> {
    /// Looks every token up once.
    pub(crate) fn new(tokens: &'t Tokens<'t>, known: &[Extracted], setting: &Setting) -> Self {
        let words = Words::english();
        let find = |(at, token): (usize, &Token)| match token.kind {
            TokenKind::Word => words.find(tokens.folded_bytes(at)),
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
            joint: Cell::new(0),
            last_date: RefCell::default(),
            last_single: RefCell::default(),
            order: setting.order,
            ahead: setting.prefer == Prefer::Future,
            lists: false,
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

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The span of a run of tokens, which must not be empty.
    pub(crate) fn span(&self, first: usize, next: usize) -> Span {
        self.tokens.get(first).span.cover(&self.tokens.get(next - 1).span)
    }

    /// What a token is among the words of dates.
    #[inline]
    fn entry(&self, at: usize) -> &'static Word {
        self.words.get(self.found.get(at).copied().unwrap_or_default())
    }

    #[inline]
    fn senses(&self, at: usize) -> &'static [Sense] {
        self.entry(at).senses
    }

    /// The holidays whose names a token begins.
    pub(super) fn holidays(&self, at: usize) -> &'static [Holiday] {
        &self.entry(at).holidays
    }

    /// The kinds of rule that a token can begin, or the one after `the`.
    #[inline]
    pub(super) fn kinds(&self, at: usize) -> Kinds {
        let at = self.skip(at, Sense::The);
        match self.tokens.all().get(at).map(|token| token.kind) {
            Some(TokenKind::Word) => self.entry(at).kinds,
            Some(TokenKind::Digits) => kind::DIGITS,
            Some(TokenKind::Sign) => kind::APOSTROPHE,
            None => 0,
        }
    }

    /// Whether a token has a sense, or can begin a moment without one: nothing else leads to a
    /// stretch of time.
    #[inline]
    pub(crate) fn may_lead(&self, at: usize) -> bool {
        self.found[at] != 0 || self.may_begin(at)
    }

    /// Whether a token can begin a moment at all, so that most of a text is
    /// passed over at once.
    #[inline]
    pub(crate) fn may_begin(&self, at: usize) -> bool {
        match self.tokens.all().get(at).map(|token| token.kind) {
            Some(TokenKind::Word) => {
                self.found[at] != 0
                    && match self.entry(at).start {
                        Start::Sure => true,
                        Start::Never => false,
                        Start::Part => self.goes_on(at),
                        Start::Lead => self.leads(at + 1),
                    }
            }
            Some(TokenKind::Digits) => self.can_be_date(at),
            Some(TokenKind::Sign) => self.is_digits(at + 1) && self.sign(at, &['\'', '’', '‘']),
            None => false,
        }
    }

    /// Whether the ends of a range can be joined within a few tokens: no dash,
    /// `to` or their like before a word of a date, no range. What was looked
    /// for is kept, so that each token is looked at once.
    pub(super) fn has_joint(&self, at: usize) -> bool {
        if self.joint.get() < at + 1 {
            let rest = at + 1..self.len();
            self.joint.set(rest.into_iter().find(|&at| self.is_joint(at)).unwrap_or(usize::MAX));
        }
        self.joint.get() <= at + LONGEST_END
    }

    fn is_joint(&self, at: usize) -> bool {
        let joins = match self.tokens.get(at).kind {
            TokenKind::Sign => self.sign(at, &['-', '–', '—', '‐', '‑']),
            TokenKind::Word => {
                self.found[at] != 0 && self.is_any(at, &[Sense::To, Sense::And, Sense::For, Sense::From])
            }
            TokenKind::Digits => false,
        };
        joins && (self.kinds(at + 1) != 0 || self.is(at + 1, Sense::DateWord))
    }

    /// Whether digits can begin a date by what follows them: `20 people` and
    /// `(20)` cannot. Four of them can be a year.
    fn can_be_date(&self, at: usize) -> bool {
        if self.glued(at) && self.sign(at - 1, &['€', '$', '£', '¥', '₽']) {
            return false;
        }
        let Some(next) = self.tokens.all().get(at + 1) else { return true };
        if self.tokens.get(at).span.len() == 4 || self.is_of_list(at) {
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

    /// Whether a date can go on after a word that only begins one. A count
    /// and its unit are none before a word of no date: `two hours of talks`.
    fn goes_on(&self, at: usize) -> bool {
        let next = at + 1;
        let counted = self.entry(at).kinds & kind::CARDINAL != 0
            && self.found.get(next).is_some_and(|&found| found != 0)
            && self.entry(next).kinds == kind::UNIT;
        if counted { self.can_go_on(next + 1) } else { self.can_go_on(next) }
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
                    return self.goes_on(next) || self.is(next, Sense::Present) || ends();
                }
                Start::Sure => return true,
            }
        }
        true
    }

    /// What `pick` takes from the senses of a token.
    #[inline]
    pub(crate) fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).iter().find_map(|sense| pick(*sense))
    }

    #[inline(always)]
    pub(crate) fn is(&self, at: usize, sense: Sense) -> bool {
        let flag = sense.flag();
        if flag == 0 { self.senses(at).contains(&sense) } else { self.flags(at) & flag != 0 }
    }

    #[inline(always)]
    pub(crate) fn is_any(&self, at: usize, senses: &[Sense]) -> bool {
        self.has_sense(at) && senses.iter().any(|sense| self.is(at, *sense))
    }

    /// The bits of what a token can mean.
    #[inline]
    fn flags(&self, at: usize) -> u128 {
        match self.found.get(at) {
            Some(&found) => self.words.get(found).flags,
            None => 0,
        }
    }

    /// Whether the token can mean anything in a date.
    #[inline]
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
    #[inline]
    pub(crate) fn skip(&self, at: usize, sense: Sense) -> usize {
        if self.is(at, sense) { at + 1 } else { at }
    }

    #[inline]
    pub(crate) fn skip_any(&self, at: usize, senses: &[Sense]) -> usize {
        if self.is_any(at, senses) { at + 1 } else { at }
    }

    #[inline]
    pub(crate) fn sign(&self, at: usize, signs: &[char]) -> bool {
        self.tokens.all().get(at).is_some_and(|token| token.kind == TokenKind::Sign)
            && self.tokens.raw(at).chars().next().is_some_and(|c| signs.contains(&c))
    }

    #[inline]
    pub(crate) fn skip_sign(&self, at: usize, signs: &[char]) -> usize {
        if self.sign(at, signs) { at + 1 } else { at }
    }

    /// Whether nothing stands between a token and the one before it.
    #[inline]
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.all().get(at).is_some_and(|token| !token.spaced)
    }

    #[inline]
    pub(crate) fn word(&self, at: usize) -> Option<&'t str> {
        let token = self.tokens.all().get(at)?;
        (token.kind == TokenKind::Word).then(|| self.tokens.raw(at))
    }

    /// Whether a token begins these words.
    pub(crate) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(beside, word)| self.word(at + beside) == Some(*word))
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.word(at).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
    }

    /// Whether a token is a run of digits.
    #[inline]
    pub(crate) fn is_digits(&self, at: usize) -> bool {
        self.tokens.all().get(at).is_some_and(|token| token.kind == TokenKind::Digits)
    }

    #[inline]
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

    /// Whether a holiday's name is what the caller calls an event: `election day`, the day of the claims and
    /// not the first Tuesday of November. A holiday that the text itself gives is no event.
    pub(super) fn is_event(&self, name: Range<usize>) -> bool {
        let led = name.start.checked_sub(1).filter(|&before| self.is(before, Sense::The));
        let mut known = [Some(name.start), led].into_iter().flatten().filter_map(|at| self.known_exactly(at));
        known.any(|known| known.next == name.end && !known.relative)
    }

    pub(crate) fn known_exactly(&self, at: usize) -> Option<&Known> {
        self.known.get(self.known.partition_point(|known| known.first < at)).filter(|known| known.first == at)
    }
}

fn in_tokens(tokens: &Tokens<'_>, value: &Extracted) -> Option<Known> {
    let Reading::Moment(when) = &value.reading else { return None };
    let moment = when.moment.clone()?;
    let within = tokens.within(value.span);
    let relative = when.relative;
    (!within.is_empty()).then_some(Known { first: within.start, next: within.end, moment, relative })
}
