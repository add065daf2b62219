//! What every word can do in a date, looked up once a token.
//!
//! A word that is no part of any date, which is nearly every word of a text,
//! is turned away by one look at an empty slot; one that is, but cannot begin
//! a date (`and`, `said`), by its [`Start`]; and of those that can, the
//! [`Kinds`] say which rules can apply.

use super::holidays::Rule;
use super::sense::Sense;
use crate::extract::language::en_festivals::FESTIVALS;
use crate::extract::language::en_holidays::{HOLIDAYS, NATIONAL};
use crate::extract::language::en_moments::{SAINT, WORDS};
use std::sync::LazyLock;

/// Whether a word can be the first of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Start {
    /// It cannot.
    #[default]
    Never,
    /// Before one that can: `the`, `in`.
    Lead,
    /// Before any word of a date, digits or a sign: `two`, `week`, `late`.
    Part,
    /// On its own.
    Sure,
}

/// What kinds of senses a word has, a bit each.
pub(crate) type Kinds = u32;

/// The kinds by which rules are chosen.
pub(crate) mod kind {
    use super::Kinds;
    pub(crate) const DIGITS: Kinds = 1;
    pub(crate) const MONTH: Kinds = 1 << 1;
    pub(crate) const WEEKDAY: Kinds = 1 << 2;
    pub(crate) const UNIT: Kinds = 1 << 3;
    pub(crate) const CARDINAL: Kinds = 1 << 4;
    pub(crate) const ORDINAL: Kinds = 1 << 5;
    pub(crate) const DAY: Kinds = 1 << 6;
    pub(crate) const DAY_PART: Kinds = 1 << 7;
    pub(crate) const SEASON: Kinds = 1 << 8;
    pub(crate) const SHIFT: Kinds = 1 << 9;
    pub(crate) const PART: Kinds = 1 << 10;
    pub(crate) const SHARE: Kinds = 1 << 11;
    pub(crate) const NOW: Kinds = 1 << 12;
    pub(crate) const CALENDAR: Kinds = 1 << 13;
    pub(crate) const CLOCK_NAME: Kinds = 1 << 14;
    pub(crate) const HALF: Kinds = 1 << 15;
    pub(crate) const ARTICLE: Kinds = 1 << 16;
    pub(crate) const IN: Kinds = 1 << 17;
    pub(crate) const HOLIDAY: Kinds = 1 << 18;
    /// An apostrophe, which can begin a year.
    pub(crate) const APOSTROPHE: Kinds = 1 << 19;
    pub(crate) const RUNNING: Kinds = 1 << 20;
    pub(crate) const FISCAL: Kinds = 1 << 21;
    pub(crate) const TENS: Kinds = 1 << 22;
    pub(crate) const SEVERAL: Kinds = 1 << 23;
    /// What a whole number can begin with.
    pub(crate) const NUMBER: Kinds = DIGITS | CARDINAL | ORDINAL;
    /// What a clock time can begin with.
    pub(crate) const CLOCK: Kinds = CLOCK_NAME | ARTICLE | HALF | UNIT | NUMBER;
}

/// A word with what it means in a date.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub(crate) senses: &'static [Sense],
    pub(crate) start: Start,
    pub(crate) kinds: Kinds,
    /// The bits of its senses.
    pub(crate) flags: u128,
    /// The holidays whose names begin with it.
    pub(crate) holidays: Vec<Holiday>,
}

/// A holiday by name.
#[derive(Clone, Debug)]
pub(crate) struct Holiday {
    /// The words of its name.
    pub(crate) words: Vec<&'static str>,
    pub(crate) rule: Rule,
    /// Whether other countries have one of that name on another day.
    pub(crate) national: bool,
}

/// The part of a holiday's name that is a word of its own.
pub(crate) const POSSESSIVE: &str = "'s";

/// The words of a language: a table of slots by hash, one in ten of them
/// taken.
pub(crate) struct Words {
    slots: Vec<u16>,
    /// The first stands for all words that are no part of a date.
    words: Vec<(String, Word)>,
}

const SLOTS: usize = 8192;

impl Words {
    /// The words of English.
    pub(crate) fn english() -> &'static Self {
        static ENGLISH: LazyLock<Words> =
            LazyLock::new(|| Words::new(WORDS, &[(HOLIDAYS, false), (FESTIVALS, false), (NATIONAL, true)]));
        &ENGLISH
    }

    fn new(words: &[(&str, &'static [Sense])], names: &[(&[(&'static str, Rule)], bool)]) -> Self {
        let mut made = Self { slots: vec![0; SLOTS], words: vec![(String::new(), Word::default())] };
        for (word, senses) in words {
            let entry = made.entry(word);
            entry.senses = senses;
            entry.flags = senses.iter().fold(0, |flags, sense| flags | sense.flag());
            entry.start = senses.iter().map(start_of).max_by_key(|start| *start as u8).unwrap_or_default();
            entry.kinds = senses.iter().map(kind_of).fold(0, |kinds, kind| kinds | kind);
        }
        for (table, national) in names {
            for (name, rule) in *table {
                made.name(name, *rule, *national);
            }
        }
        made
    }

    /// Enters a holiday under every word that its name can begin with.
    fn name(&mut self, name: &'static str, rule: Rule, national: bool) {
        let words: Vec<&'static str> = name.split(' ').collect();
        let mut heads = vec![words[0].to_owned()];
        if words.get(1) == Some(&POSSESSIVE) {
            heads.push(format!("{}s", words[0]));
        }
        heads.extend(SAINT.iter().filter(|(short, _)| words[0] == *short).map(|(_, long)| (*long).to_owned()));
        for head in heads {
            let entry = self.entry(&head);
            entry.start = Start::Sure;
            entry.kinds |= kind::HOLIDAY;
            entry.holidays.push(Holiday { words: words.clone(), rule, national });
        }
    }

    /// The entry of a word, which is made when there is none.
    fn entry(&mut self, word: &str) -> &mut Word {
        let number = match self.find(word.as_bytes()) {
            0 => {
                let mut slot = slot_of(word.as_bytes());
                while self.slots[slot] != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                let number = u16::try_from(self.words.len()).unwrap_or_default();
                self.slots[slot] = number;
                self.words.push((word.to_owned(), Word::default()));
                number
            }
            number => number,
        };
        &mut self.words[usize::from(number)].1
    }

    /// The number of a word; 0 when it is no part of a date.
    #[inline]
    pub(crate) fn find(&self, folded: &[u8]) -> u16 {
        let mut slot = slot_of(folded);
        loop {
            let number = self.slots[slot];
            if number == 0 || self.words[usize::from(number)].0.as_bytes() == folded {
                return number;
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// The word of a number that [`Words::find`] gave.
    #[inline]
    pub(crate) fn get(&self, number: u16) -> &Word {
        &self.words[usize::from(number)].1
    }
}

/// Where the search for a word begins: by its length, its first three bytes
/// and its last.
#[inline]
fn slot_of(word: &[u8]) -> usize {
    let mixed = match word {
        [] => 0,
        [a] => u32::from(*a),
        [a, b] => u32::from_le_bytes([*a, *b, 0, *b]),
        [a, b, c, ..] => u32::from_le_bytes([*a, *b, *c, word[word.len() - 1]]),
    };
    let mixed = (mixed ^ (word.len() as u32).wrapping_mul(0x85EB_CA6B)).wrapping_mul(0x9E37_79B1);
    (mixed >> 19) as usize % SLOTS
}

fn kind_of(sense: &Sense) -> Kinds {
    match sense {
        Sense::Month(..) => kind::MONTH,
        Sense::Weekday(..) => kind::WEEKDAY,
        Sense::Unit(..) => kind::UNIT,
        Sense::Cardinal(_) => kind::CARDINAL,
        Sense::Ordinal(_) => kind::ORDINAL,
        Sense::Day(_) => kind::DAY,
        Sense::DayPart(_) | Sense::Eve => kind::DAY_PART,
        Sense::Season(..) => kind::SEASON,
        Sense::Shift(_) | Sense::Same | Sense::All => kind::SHIFT,
        Sense::Part(_) | Sense::Edge(_) | Sense::EndOf(_) | Sense::StartOf(_) | Sense::Earlier | Sense::Later => {
            kind::PART
        }
        Sense::Share(_) => kind::SHARE,
        Sense::Now | Sense::Right | Sense::At => kind::NOW,
        Sense::Calendar => kind::CALENDAR,
        Sense::ClockName(_) => kind::CLOCK_NAME,
        Sense::Half => kind::HALF,
        Sense::Article => kind::ARTICLE,
        Sense::Rest | Sense::ToDate(_) | Sense::Closest | Sense::Ides => kind::RUNNING,
        Sense::Fiscal | Sense::FiscalYear => kind::FISCAL,
        Sense::Tens(_) => kind::TENS,
        Sense::Several(..) | Sense::Another => kind::SEVERAL,
        Sense::In => kind::IN,
        _ => 0,
    }
}

fn start_of(sense: &Sense) -> Start {
    match sense {
        Sense::Month(..)
        | Sense::Weekday(..)
        | Sense::Day(_)
        | Sense::DayPart(_)
        | Sense::Season(..)
        | Sense::EndOf(_)
        | Sense::ToDate(_)
        | Sense::Tens(_)
        | Sense::Now
        | Sense::ClockName(_) => Start::Sure,
        Sense::The | Sense::Article | Sense::In | Sense::At | Sense::For | Sense::From | Sense::Between => Start::Lead,
        Sense::Unit(..)
        | Sense::Cardinal(_)
        | Sense::Ordinal(_)
        | Sense::Shift(_)
        | Sense::Part(_)
        | Sense::Edge(_)
        | Sense::Half
        | Sense::Share(_)
        | Sense::Earlier
        | Sense::Later
        | Sense::Present
        | Sense::Right
        | Sense::Eve
        | Sense::Same
        | Sense::All
        | Sense::Rest
        | Sense::StartOf(_)
        | Sense::Closest
        | Sense::Ides
        | Sense::Fiscal
        | Sense::FiscalYear
        | Sense::Several(..)
        | Sense::Another
        | Sense::Calendar => Start::Part,
        _ => Start::Never,
    }
}
