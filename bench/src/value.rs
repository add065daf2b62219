//! Values as sources state them: the words, and the interval that DESIGN's
//! table of hedges gives them. The truth that reports are held against is
//! reckoned here and nowhere asked of the program.

use crate::prose::MONTHS;
use crate::random::Random;
use crate::subjects::Figures;
use serde::{Deserialize, Serialize};

/// One end of an interval as a report has it: a number, a day, or nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum End {
    /// In the topic's unit.
    Number(f64),
    /// ISO 8601.
    Day(String),
}

/// What a source states.
#[derive(Clone, Debug)]
pub struct Stated {
    /// Its words.
    pub text: String,
    /// From, `None` where it is open.
    pub low: Option<End>,
    /// To.
    pub high: Option<End>,
}

const SMALL: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// How a number is hedged.
#[derive(Clone, Copy)]
enum Hedge {
    Exact,
    About,
    Nearly,
    MoreThan,
    AtLeast,
}

impl Hedge {
    fn draw(random: &mut Random) -> Self {
        match random.below(100) {
            0..55 => Self::Exact,
            55..70 => Self::About,
            70..80 => Self::Nearly,
            80..92 => Self::MoreThan,
            _ => Self::AtLeast,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::About => "about ",
            Self::Nearly => "nearly ",
            Self::MoreThan => "more than ",
            Self::AtLeast => "at least ",
        }
    }
}

impl Stated {
    /// The number that the statements of a topic are near to; `None` for what
    /// has none.
    #[must_use]
    pub fn base(figures: &Figures, random: &mut Random) -> Option<u64> {
        match *figures {
            Figures::Count(low, high)
            | Figures::Millions(_, low, high)
            | Figures::Minutes(low, high)
            | Figures::Hours(low, high)
            | Figures::Percent(low, high)
            | Figures::Hectares(low, high) => Some(random.between(low, high)),
            Figures::Days(from, to) => Some(random.between(from * 12, to * 12 + 11)),
            Figures::Options(_) | Figures::Wording(_) => None,
        }
    }

    /// A statement near to it.
    #[must_use]
    pub fn near(figures: &Figures, base: u64, random: &mut Random) -> Self {
        let spread = (base / 8).max(1);
        let number = (base + random.between(0, 2 * spread)).saturating_sub(spread).max(2);
        let hedge = Hedge::draw(random);
        match *figures {
            Figures::Count(..) => hedged(hedge, &digits(round(number)), round(number), 1.0, 0.0),
            Figures::Millions(unit, ..) => millions(hedge, unit, number),
            Figures::Minutes(..) => minutes(hedge, number),
            Figures::Hours(..) => hours(hedge, number),
            Figures::Percent(..) => hedged(hedge, &format!("{} per cent", number.min(98)), number.min(98), 1.0, 0.0),
            Figures::Hectares(..) => {
                let number = number / 10 * 10;
                hedged(hedge, &format!("{} hectares", digits(number)), number, 1.0, 0.0)
            }
            Figures::Days(..) => day(base, random),
            Figures::Options(_) | Figures::Wording(_) => unreachable!("these have no base"),
        }
    }
}

/// As people round: 1,234 is 1,200.
fn round(number: u64) -> u64 {
    match number {
        0..200 => number,
        200..5_000 => number / 10 * 10,
        _ => number / 500 * 500,
    }
}

/// `1,200`; small ones as words.
fn digits(number: u64) -> String {
    match number {
        0..13 => SMALL[number as usize].to_owned(),
        13..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    }
}

/// `half` is half a unit of the last digit of a number that is rounded by the
/// way it is written.
fn hedged(hedge: Hedge, written: &str, number: u64, unit: f64, half: f64) -> Stated {
    let stated = number as f64 * unit;
    let (low, high) = match hedge {
        Hedge::Exact => (Some(stated - half), Some(stated + half)),
        Hedge::About => (Some(0.9 * stated), Some(1.1 * stated)),
        Hedge::Nearly => (Some(0.9 * stated), Some(stated)),
        Hedge::MoreThan | Hedge::AtLeast => (Some(stated), None),
    };
    let text = format!("{}{written}", hedge.words());
    Stated { text, low: low.map(End::Number), high: high.map(End::Number) }
}

fn millions(hedge: Hedge, unit: &str, number: u64) -> Stated {
    let (sign, word) = if unit == "EUR" { ("€", "euros") } else { ("$", "dollars") };
    let written =
        if number.is_multiple_of(2) { format!("{sign}{number} million") } else { format!("{number} million {word}") };
    hedged(hedge, &written, number, 1e6, 5e5)
}

fn minutes(hedge: Hedge, number: u64) -> Stated {
    if number < 100 {
        return hedged(hedge, &format!("{number} minutes"), number, 1.0, 0.0);
    }
    let hours = number / 60;
    let word = if hours == 1 { "hour" } else { "hours" };
    hedged(hedge, &format!("{} {word}", digits(hours)), hours, 60.0, 0.0)
}

fn hours(hedge: Hedge, number: u64) -> Stated {
    if number >= 48 && number.is_multiple_of(2) {
        let days = number / 24;
        return hedged(hedge, &format!("{} days", digits(days)), days, 24.0, 0.0);
    }
    hedged(hedge, &format!("{} hours", digits(number)), number, 1.0, 0.0)
}

fn day(months: u64, random: &mut Random) -> Stated {
    let (year, month) = (months / 12, months % 12);
    let (day, name) = (random.between(1, 28), MONTHS[month as usize]);
    let text = if random.in_hundred(50) { format!("{day} {name} {year}") } else { format!("{name} {day}, {year}") };
    let iso = format!("{year}-{:02}-{day:02}", month + 1);
    Stated { text, low: Some(End::Day(iso.clone())), high: Some(End::Day(iso)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hedges_are_intervals() {
        let about = hedged(Hedge::About, "40", 40, 1.0, 0.0);
        assert_eq!(
            (&*about.text, about.low, about.high),
            ("about 40", Some(End::Number(36.0)), Some(End::Number(44.0)))
        );
        let money = millions(Hedge::Exact, "EUR", 340);
        assert_eq!((&*money.text, money.low), ("€340 million", Some(End::Number(339.5e6))));
        assert_eq!(hedged(Hedge::MoreThan, "five", 5, 1.0, 0.0).high, None);
    }
}
