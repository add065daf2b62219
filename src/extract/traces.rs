//! What kinds of value some words could state, by single words: a look before anything is read.
//!
//! It overlooks nothing: what is read as a value of a kind is written with what is looked for here. Most
//! that has it states nothing all the same.
//!
//! ```
//! use gainsay::extract::traces::Traces;
//! use gainsay::{text::Tokens, value::Kind};
//! let traces = Traces::of(&Tokens::new("Only 4 of the 73 years were dry."));
//! assert!(traces.could_be(Kind::Count) && traces.could_be(Kind::Duration));
//! assert!(!traces.could_be(Kind::Quantity) && !traces.could_be(Kind::Money));
//! ```
//!
//! **Cost.** A few looks at tables for each word.

use super::language::{self, Cardinal, NumberWord, UnitWord};
use super::number::is_number_sign;
use super::roman::numbered;
use crate::text::{TokenKind, Tokens};
use crate::value::Kind;

/// How far behind its number a unit may stand, in tokens: `two or perhaps even three full hours`.
const NEAR: usize = 8;

/// What some words have of that with which values are written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traces {
    /// Digits, or a word for a number.
    number: bool,
    /// A part of something: `half`, `a third`, `one in five`.
    part: bool,
    time: bool,
    measure: bool,
    money: bool,
    percent: bool,
}

impl Traces {
    /// Those of a text, or of a part of one in which a value lies whole.
    #[must_use]
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let (mut traces, mut last) = (Self::default(), None);
        for at in 0..tokens.len() {
            traces.look_for_number(tokens, at, &mut last);
            if last.is_some_and(|last| last + NEAR >= at) {
                traces.add(language::UNITS.at(tokens, at).map(|(unit, _)| unit));
                // Metres, behind digits.
                traces.measure |= tokens.folded(at) == "m";
            }
        }
        traces
    }

    /// Whether a value of a kind could be among them; of what is no number, always.
    #[must_use]
    pub fn could_be(&self, kind: Kind) -> bool {
        match kind {
            // Days are counted, too.
            Kind::Count => self.number || self.time,
            Kind::Quantity => self.measure,
            Kind::Money => self.money,
            Kind::Percent => self.percent || self.part,
            Kind::Duration => self.time,
            Kind::Date | Kind::Choice | Kind::Quote | Kind::Readout => true,
        }
    }

    fn add(&mut self, unit: Option<UnitWord>) {
        match unit {
            Some(UnitWord::Time(_)) => self.time = true,
            // Pounds may be sterling.
            Some(UnitWord::Measure(unit)) => (self.measure, self.money) = (true, self.money || unit == "pound"),
            Some(UnitWord::Money(_)) => self.money = true,
            Some(UnitWord::Percent | UnitWord::Points) => self.percent = true,
            None => {}
        }
    }

    fn look_for_number(&mut self, tokens: &Tokens<'_>, at: usize, last: &mut Option<usize>) {
        let word = match tokens.get(at).kind {
            TokenKind::Digits => Some(NumberWord::Cardinal(Cardinal::Unit(0))),
            TokenKind::Word => language::number_word_of(tokens.folded_bytes(at)),
            TokenKind::Sign => None,
        };
        let is_number = match word {
            Some(NumberWord::Article) => {
                let filler = at + 1 < tokens.len() && language::is_filler(tokens.folded(at + 1));
                let unit = language::UNITS.at(tokens, at + 1 + usize::from(filler)).map(|(unit, _)| unit);
                self.add(unit.filter(|unit| !matches!(unit, UnitWord::Percent | UnitWord::Points)));
                false
            }
            Some(NumberWord::Half | NumberWord::Quarter | NumberWord::Parts(_) | NumberWord::Ordinal(_)) => {
                self.part = true;
                true
            }
            Some(NumberWord::Long(_)) => {
                let tail = at + 2 < tokens.len() && language::is_long(tokens.folded(at + 2));
                self.time |= tail || language::is_long(tokens.folded(at));
                false
            }
            Some(NumberWord::And | NumberWord::Of | NumberWord::Point | NumberWord::Minus) => false,
            Some(_) => true,
            None if is_number_sign(tokens, at) || numbered(tokens, at).is_some() => {
                self.part = true;
                true
            }
            None => false,
        };
        // `€ minus 5`, `€ a half`.
        if word.is_some() || is_number {
            self.money |= language::MONEY_BEFORE.before(tokens, at).is_some();
            self.percent |= language::SHARES_BEFORE.before(tokens, at).is_some();
        }
        if is_number {
            self.part |= at > 0 && matches!(tokens.folded(at - 1), "/" | "in" | "of" | "every");
            (self.number, *last) = (true, Some(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Reading, Setting, extract};
    use proptest::prelude::*;

    /// The kinds of number that words could state.
    fn kinds(text: &str) -> Vec<Kind> {
        let traces = Traces::of(&Tokens::new(text));
        let numbers = [Kind::Count, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Duration];
        numbers.into_iter().filter(|kind| traces.could_be(*kind)).collect()
    }

    #[test]
    fn a_unit_alone_states_nothing() {
        use Kind::{Count, Duration, Money, Percent, Quantity};
        for (text, expected) in [
            ("the people of the country", vec![]),
            ("By the end of the week the euro had lost a per cent", vec![]),
            ("the week of 12 trains", vec![Count, Percent]),
            ("12 trains a week", vec![Count, Duration]),
            ("an hour late", vec![Count, Duration]),
            ("a short hour", vec![]),
            ("a whole hour", vec![Count, Duration]),
            ("an hourlong talk", vec![Count, Duration]),
            ("a week-long strike", vec![Count, Duration]),
            ("twelve hectares", vec![Count, Quantity]),
            ("5m high", vec![Count, Quantity]),
            ("€5 paid", vec![Count, Money]),
            ("USD 5", vec![Count, Money]),
            ("half the voters", vec![Count, Percent]),
            ("one in five", vec![Count, Quantity, Percent]),
            ("one in every five", vec![Count, Quantity, Percent]),
            ("six out of ten", vec![Count, Percent]),
            ("Per cent of twenty", vec![Count, Percent]),
            ("7% more", vec![Count, Percent]),
            ("½ of them", vec![Count, Percent]),
            ("Part IV", vec![Count, Percent]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
    fn words() -> impl Strategy<Value = String> {
        let word = prop::sample::select(
            &[
                "5",
                "20",
                "1.5",
                "2,000",
                "½",
                "two",
                "twenty",
                "hundred",
                "third",
                "thirds",
                "half",
                "quarter",
                "dozen",
                "dozens",
                "couple",
                "few",
                "several",
                "a",
                "an",
                "the",
                "and",
                "or",
                "of",
                "in",
                "out",
                "every",
                "to",
                "-",
                "–",
                "/",
                "%",
                "per cent",
                "percentage points",
                "pc",
                "€",
                "$",
                "US$",
                "USD",
                "euros",
                "pence",
                "p",
                "m",
                "km",
                "hectares",
                "feet",
                "ft",
                "sq km",
                "hour",
                "hours",
                "h",
                "long",
                "hour-long",
                "weeks",
                "decade",
                "day",
                "full",
                "more than",
                "about",
                "or more",
                "perhaps",
                "give or take",
                "between",
                "from",
                "minus",
                "point",
                "million",
                "bn",
                "IV",
                "Part",
                "years",
                "old",
                "bare",
                ",",
                ".",
            ][..],
        );
        let joint = prop::sample::select(&[" ", " ", " ", ""][..]);
        prop::collection::vec((word, joint), 1..9)
            .prop_map(|words| words.into_iter().flat_map(|(word, joint)| [word, joint]).collect())
    }

    proptest! {
        #[test]
        fn what_is_read_has_its_traces(text in words()) {
            let traces = Traces::of(&Tokens::new(&text));
            for value in extract(&text, &Setting::default(), &[]) {
                let kind = match value.reading {
                    Reading::Number(_) | Reading::Ordinal(_) => Kind::Count,
                    Reading::Quantity(_) => Kind::Quantity,
                    Reading::Money(_) => Kind::Money,
                    Reading::Percent(_) => Kind::Percent,
                    Reading::Duration(..) => Kind::Duration,
                    Reading::Moment(_) => Kind::Date,
                };
                prop_assert!(traces.could_be(kind), "{:?}", value);
            }
        }
    }
}
