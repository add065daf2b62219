//! What differs between languages: words, and what each of them states.
//!
//! A language is a set of tables; the readers of `extract` know classes of
//! words ([`NumberWord`]) and no words. A table is looked up by folded word
//! in a [`Lexicon`], which turns nearly every word of a text away by its
//! length and the bytes at its ends alone.
//!
//! ```
//! use gainsay::extract::language::{Cardinal, NumberWord, number_word};
//! assert_eq!(number_word("twenty"), Some(NumberWord::Cardinal(Cardinal::Ten(20))));
//! assert_eq!(number_word("twentyish"), None);
//! ```

mod beside;
mod currency;
mod en_behind;
pub(crate) mod en_beside_dates;
mod en_changes;
pub(crate) mod en_expected;
pub(crate) mod en_festivals;
pub(super) mod en_hedges;
pub(crate) mod en_holidays;
mod en_labels;
mod en_measures;
pub(crate) mod en_moments;
mod en_money;
mod en_numbers;
mod en_tallies;
mod en_technical;
pub(crate) mod en_tenses;
mod en_units;
pub(crate) mod en_zones;
mod lexicon;
mod phrases;

pub(super) use beside::*;
pub use lexicon::Lexicon;
pub use phrases::Phrases;

use super::moment::zone::ZoneRule;
use super::{Role, TimeUnit};
use crate::value::Hedge;
use std::sync::LazyLock;

/// A word that builds a whole number, by the place it can take in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cardinal {
    /// `zero` to `nine`.
    Unit(u8),
    /// `ten` to `nineteen`: nothing smaller follows.
    Teen(u8),
    /// `twenty` to `ninety`: a unit may follow.
    Ten(u8),
    /// `hundred`.
    Hundred,
    /// `thousand`, `million`, by its power of ten.
    Scale(u32),
}

/// A word that takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// `five`, `twenty`, `hundred`, `million`.
    Cardinal(Cardinal),
    /// `fifth`, `twentieth`, `hundredth`.
    Ordinal(Cardinal),
    /// `thirds`, `hundredths`: one part of so many.
    Parts(u64),
    /// `half`.
    Half,
    /// `quarter`.
    Quarter,
    /// `dozen`: so many at once.
    Group(u8),
    /// `dozens`: many times so many.
    Groups(u8),
    /// `score`, after a number in words: twenty at once.
    Score,
    /// `hourlong`, and `hour` before `-long`.
    Long(TimeUnit),
    /// `couple`.
    Couple,
    /// `few`.
    Few,
    /// `a`, `an`.
    Article,
    /// `and`.
    And,
    /// `point`, in `two point five`.
    Point,
    /// `minus`, `negative`.
    Minus,
    /// `of`.
    Of,
    /// `dozens`, `several`: an amount left open, by its two ends.
    Vague(u32, u32),
    /// `tens`, `hundreds`, `millions`: many times a power of ten.
    Many(u32),
}

/// What a unit's name says of the number it goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitWord {
    /// `per cent`.
    Percent,
    /// `percentage points`.
    Points,
    /// `hours`.
    Time(TimeUnit),
    /// `square miles`: the id of a unit of `value::unit`.
    Measure(&'static str),
    /// `euros`.
    Money(Currency),
}

/// A currency as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// Its ISO 4217 code, or the sign where that is all the text gives.
    pub unit: &'static str,
    /// A power of ten that is part of the name: `MEUR`.
    pub power: u32,
    /// Whether it is the hundredth part of another: `cents`.
    pub is_minor: bool,
}

const fn major(unit: &'static str) -> Currency {
    Currency { unit, power: 0, is_minor: false }
}

const fn minor(unit: &'static str) -> Currency {
    Currency { unit, power: 0, is_minor: true }
}

/// What the words around a number say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// How exactly it is meant.
    Hedge(Hedge),
    /// What it does.
    Role(Role),
    /// Two numbers follow, with an `and` between.
    Between,
    /// Two numbers follow, with a `to` between.
    From,
    /// The number itself belongs to `less than` or `more than` it.
    OrEqual,
    /// A dash between the ends of a range.
    Dash,
    /// `to` between the ends of a range.
    To,
    /// `or` between two guesses.
    Or,
    /// `, perhaps` before the further one.
    Perhaps,
    /// `and` between the ends of a range.
    And,
}

static NUMBERS: LazyLock<Lexicon<NumberWord>> = LazyLock::new(|| {
    Lexicon::new(&[en_numbers::CARDINALS, en_numbers::ORDINALS, en_numbers::PARTS, en_numbers::OTHERS])
});

/// What a folded word does in a number.
#[must_use]
#[inline]
pub fn number_word(folded: &str) -> Option<NumberWord> {
    NUMBERS.get(folded)
}

/// The same, of the bytes of a word: the look that every word of a text gets.
#[inline]
pub(super) fn number_word_of(folded: &[u8]) -> Option<NumberWord> {
    NUMBERS.get_bytes(folded)
}

/// The two letters after the digits of an ordinal: `20th`.
#[must_use]
pub fn is_ordinal_suffix(folded: &str) -> bool {
    en_numbers::ORDINAL_SUFFIXES.contains(&folded)
}

/// A scale that is written onto its digits (`20k`, `1.2bn`), by its power of
/// ten. `m` is not among them: it may be metres.
#[must_use]
pub fn scale_letters(folded: &str) -> Option<u32> {
    en_numbers::SCALE_LETTERS.iter().find(|(letters, _)| *letters == folded).map(|&(_, power)| power)
}

/// Names of units, found after their number.
pub(super) static UNITS: LazyLock<Phrases<UnitWord>> = LazyLock::new(|| {
    let currencies: Vec<(&str, UnitWord)> = [currency::SIGNS, currency::CODES, en_money::NAMES]
        .into_iter()
        .flatten()
        .map(|&(name, currency)| (name, UnitWord::Money(currency)))
        .collect();
    let measures = [en_measures::SPACES, en_measures::BODIES, en_technical::OTHERS];
    let names: Vec<(&str, UnitWord)> = en_money::NAMES
        .iter()
        .map(|&(name, currency)| (name, UnitWord::Money(currency)))
        .chain(measures.into_iter().flatten().copied())
        .collect();
    let plurals: Vec<(String, UnitWord)> =
        names.iter().filter_map(|&(name, unit)| Some((plural(name)?, unit))).collect();
    let plurals: Vec<(&str, UnitWord)> = plurals.iter().map(|(name, unit)| (name.as_str(), *unit)).collect();
    Phrases::forward(&[
        en_units::SHARES,
        en_units::TIMES,
        en_measures::SPACES,
        en_measures::BODIES,
        en_technical::OTHERS,
        &currencies,
        &plurals,
    ])
});

/// Signs and codes of currencies, found before their number.
pub(super) static MONEY_BEFORE: LazyLock<Phrases<Currency>> =
    LazyLock::new(|| Phrases::backward(&[currency::SIGNS, currency::CODES]));

/// Hedges, found before their number.
pub(super) static BEFORE: LazyLock<Phrases<Qualifier>> = LazyLock::new(|| Phrases::backward(&[en_hedges::BEFORE]));

/// Time zones, found after a clock time.
pub(super) static ZONES: LazyLock<Phrases<ZoneRule>> = LazyLock::new(|| Phrases::forward(&[en_zones::ZONES]));

/// Roles, found before their number.
pub(super) static ROLES_BEFORE: LazyLock<Phrases<Qualifier>> =
    LazyLock::new(|| Phrases::backward(&[en_hedges::ROLES_BEFORE]));

/// Roles, found after their number.
pub(super) static ROLES_AFTER: LazyLock<Phrases<Qualifier>> =
    LazyLock::new(|| Phrases::forward(&[en_hedges::ROLES_AFTER]));

/// What makes an age of a length of time, found after it.
pub(super) static AGES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::forward(&[en_units::AGES]));

/// Names of a share that stand before their number: `per cent of twenty`.
pub(super) static SHARES_BEFORE: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::backward(&[en_units::SHARES_BEFORE]));

/// What joins two numbers, found after the first.
pub(super) static JOINS: LazyLock<Phrases<Qualifier>> = LazyLock::new(|| Phrases::forward(&[en_hedges::JOINS]));

/// Words of change: `rose from 12 to 15` is no range.
pub(super) static CHANGES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(&[en_changes::CHANGES]));

/// What says that a change did not take place.
pub(super) fn is_unchanged(folded: &str) -> bool {
    en_changes::UNCHANGED.contains(&folded)
}

/// What a word of change may have between itself and `from`.
pub(super) fn is_changed(folded: &str) -> bool {
    en_changes::CHANGED.contains(&folded)
}

/// The word before what a change is by.
pub(super) const BY: &str = en_changes::BY;

/// A name with an `s`, where it has letters enough to take one.
fn plural(name: &str) -> Option<String> {
    let last = name.rsplit(' ').next()?;
    let takes = last.len() >= 2 && last.chars().all(|letter| letter.is_ascii_lowercase());
    takes.then(|| format!("{name}s"))
}

/// Names of currencies that are mostly other words, and are read as money only
/// after a scale word: `two billion won`.
pub(super) fn is_doubtful_currency(folded: &str) -> bool {
    en_money::DOUBTFUL.contains(&folded)
}

/// What counts years backwards: `512-511 BC`.
pub(super) fn is_era(folded: &str) -> bool {
    en_numbers::ERAS.contains(&folded)
}

/// Words before a length of time that ends with the reference: `the last 3
/// months`.
pub(super) fn is_up_to_now(folded: &str) -> bool {
    en_numbers::UP_TO_NOW.contains(&folded)
}

/// What counts a length of time back from the reference: `2 days ago`.
pub(super) fn is_ago(folded: &str) -> bool {
    folded == en_numbers::AGO
}

/// Words before which a clock's hours stand: `at 13h15`.
pub(super) fn is_before_clock(folded: &str) -> bool {
    en_numbers::BEFORE_CLOCK.contains(&folded)
}

/// A scale that is one letter, where it can be no unit: `€5m`.
pub(super) fn money_scale(folded: &str) -> Option<u32> {
    match folded {
        "m" => Some(6),
        "b" => Some(9),
        "t" => Some(12),
        _ => None,
    }
}

/// Whether a word is an ordinal too: `second`.
pub(super) fn is_ordinal(folded: &str) -> bool {
    matches!(number_word(folded), Some(NumberWord::Ordinal(_)))
}

/// Words for many things, which are counted in millions (`5m people`).
pub(super) fn counts_by_millions(folded: &str) -> bool {
    en_numbers::MANY_THINGS.contains(&folded)
        || folded.len() > 4 && folded.ends_with('s') && !en_numbers::NOT_PLURAL.contains(&folded)
}

/// Words before a length of time that make it a rate: `twice a day`.
pub(super) fn is_rate(folded: &str) -> bool {
    en_numbers::RATES.contains(&folded)
}

/// Parts of words that stand before a number with a hyphen: `mid-20`.
pub(super) fn is_prefix(folded: &str) -> bool {
    en_numbers::PREFIXES.contains(&folded)
}

/// The dollar of the country whose domain ends an address.
pub(super) fn dollar_of_domain(domain: &str) -> Option<&'static str> {
    currency::DOLLARS.iter().find(|(ending, _)| ending.eq_ignore_ascii_case(domain)).map(|&(_, code)| code)
}

/// Words for what is numbered in Roman numerals: `Chapter IV`.
pub(super) fn is_numbered(folded: &str) -> bool {
    en_numbers::NUMBERED.contains(&folded)
}

/// Words before which `one` is no number: `one can`.
pub(super) fn is_after_pronoun(folded: &str) -> bool {
    en_numbers::AFTER_PRONOUN.contains(&folded)
}

/// Articles before a word and a pronoun: `a good one`.
pub(super) fn is_indefinite(folded: &str) -> bool {
    number_word(folded) == Some(NumberWord::Article) || en_numbers::INDEFINITE.contains(&folded)
}

/// Whether an ordinal before a word is an adverb of it: `first met`. `before`
/// is the word before the ordinal, where there is one.
pub(super) fn is_adverb(before: Option<&str>, folded: &str, after: Option<&str>) -> bool {
    folded == en_numbers::FIRST
        && (before.is_some_and(|before| en_numbers::BEFORE_ADVERB.contains(&before))
            || after.is_some_and(|after| after.len() > 4 && after.ends_with(en_numbers::PAST))
                && !before.is_some_and(|before| en_numbers::BEFORE_ORDINAL.contains(&before)))
}

/// Words after which `one` is no number: `which one`.
pub(super) fn is_before_pronoun(folded: &str) -> bool {
    en_numbers::BEFORE_PRONOUN.contains(&folded)
}

/// What makes a length of the unit of time before its hyphen: `hour-long`.
pub(super) fn is_long(folded: &str) -> bool {
    folded.ends_with(en_numbers::LONG)
}

/// Whether a unit's name is only read when it is written onto its number.
pub(super) fn is_glued_unit(folded: &str) -> bool {
    en_units::GLUED.contains(&folded)
}

/// The negation that stands alone.
pub(super) const NOT: &str = "not";

/// What turns the hedge after it round: `did not exceed 20`.
pub(super) fn is_negation(folded: &str) -> bool {
    en_hedges::NEGATIONS.contains(&folded)
}

/// Whether a verb may stand between a negation and the hedge that it turns round: `will not be above 20`.
pub(super) fn links_negation(folded: &str) -> bool {
    en_hedges::LINKING_NEGATION.contains(&folded)
}

/// Whether a word may stand between a number and its unit: `three more hours`.
pub(super) fn is_filler(folded: &str) -> bool {
    en_units::FILLERS.contains(&folded)
}

/// The hedge that is also a part of verbs (`handed over`).
pub(super) const PARTICLE: &str = en_hedges::PARTICLE;

/// Whether a verb takes a hedge for a part of itself, or of what it is about: `owned up to`, `handed over`, `talk about
/// 40 deaths`.
pub(super) fn takes(verb: &str, hedge: &str) -> bool {
    match hedge {
        "up" => en_hedges::WITH_UP_TO.contains(&verb),
        "about" => en_hedges::WITH_ABOUT.contains(&verb),
        en_hedges::PARTICLE => en_hedges::WITH_PARTICLE.contains(&verb),
        _ => false,
    }
}
