//! English number words.

use super::Cardinal::{Hundred, Scale, Teen, Ten, Unit};
use super::NumberWord::{self, Cardinal, Ordinal, Parts, Vague};
use crate::extract::TimeUnit;

/// What builds whole numbers.
pub(super) const CARDINALS: &[(&str, NumberWord)] = &[
    ("zero", Cardinal(Unit(0))),
    ("nought", Cardinal(Unit(0))),
    ("one", Cardinal(Unit(1))),
    ("two", Cardinal(Unit(2))),
    ("three", Cardinal(Unit(3))),
    ("four", Cardinal(Unit(4))),
    ("five", Cardinal(Unit(5))),
    ("six", Cardinal(Unit(6))),
    ("seven", Cardinal(Unit(7))),
    ("eight", Cardinal(Unit(8))),
    ("nine", Cardinal(Unit(9))),
    ("ten", Cardinal(Teen(10))),
    ("eleven", Cardinal(Teen(11))),
    ("twelve", Cardinal(Teen(12))),
    ("thirteen", Cardinal(Teen(13))),
    ("fourteen", Cardinal(Teen(14))),
    ("fifteen", Cardinal(Teen(15))),
    ("sixteen", Cardinal(Teen(16))),
    ("seventeen", Cardinal(Teen(17))),
    ("eighteen", Cardinal(Teen(18))),
    ("nineteen", Cardinal(Teen(19))),
    ("twenty", Cardinal(Ten(20))),
    ("thirty", Cardinal(Ten(30))),
    ("forty", Cardinal(Ten(40))),
    ("fourty", Cardinal(Ten(40))),
    ("fifty", Cardinal(Ten(50))),
    ("sixty", Cardinal(Ten(60))),
    ("seventy", Cardinal(Ten(70))),
    ("eighty", Cardinal(Ten(80))),
    ("ninety", Cardinal(Ten(90))),
    ("hundred", Cardinal(Hundred)),
    ("thousand", Cardinal(Scale(3))),
    ("lakh", Cardinal(Scale(5))),
    ("lakhs", Cardinal(Scale(5))),
    ("lac", Cardinal(Scale(5))),
    ("lkh", Cardinal(Scale(5))),
    ("million", Cardinal(Scale(6))),
    ("crore", Cardinal(Scale(7))),
    ("crores", Cardinal(Scale(7))),
    ("krore", Cardinal(Scale(7))),
    ("krores", Cardinal(Scale(7))),
    ("billion", Cardinal(Scale(9))),
    ("trillion", Cardinal(Scale(12))),
    ("quadrillion", Cardinal(Scale(15))),
    ("quintillion", Cardinal(Scale(18))),
    ("sextillion", Cardinal(Scale(21))),
    ("septillion", Cardinal(Scale(24))),
];

/// What ends an ordinal.
pub(super) const ORDINALS: &[(&str, NumberWord)] = &[
    ("zeroth", Ordinal(Unit(0))),
    ("first", Ordinal(Unit(1))),
    ("second", Ordinal(Unit(2))),
    ("third", Ordinal(Unit(3))),
    ("fourth", Ordinal(Unit(4))),
    ("fifth", Ordinal(Unit(5))),
    ("sixth", Ordinal(Unit(6))),
    ("seventh", Ordinal(Unit(7))),
    ("eighth", Ordinal(Unit(8))),
    ("ninth", Ordinal(Unit(9))),
    ("tenth", Ordinal(Teen(10))),
    ("eleventh", Ordinal(Teen(11))),
    ("twelfth", Ordinal(Teen(12))),
    ("thirteenth", Ordinal(Teen(13))),
    ("fourteenth", Ordinal(Teen(14))),
    ("fifteenth", Ordinal(Teen(15))),
    ("sixteenth", Ordinal(Teen(16))),
    ("seventeenth", Ordinal(Teen(17))),
    ("eighteenth", Ordinal(Teen(18))),
    ("nineteenth", Ordinal(Teen(19))),
    ("twentieth", Ordinal(Ten(20))),
    ("thirtieth", Ordinal(Ten(30))),
    ("fortieth", Ordinal(Ten(40))),
    ("fiftieth", Ordinal(Ten(50))),
    ("sixtieth", Ordinal(Ten(60))),
    ("seventieth", Ordinal(Ten(70))),
    ("eightieth", Ordinal(Ten(80))),
    ("ninetieth", Ordinal(Ten(90))),
    ("hundredth", Ordinal(Hundred)),
    ("thousandth", Ordinal(Scale(3))),
    ("millionth", Ordinal(Scale(6))),
    ("billionth", Ordinal(Scale(9))),
    ("trillionth", Ordinal(Scale(12))),
    ("quadrillionth", Ordinal(Scale(15))),
    ("quintillionth", Ordinal(Scale(18))),
];

/// The lower half of a fraction. `seconds` is not among them: it is a time.
pub(super) const PARTS: &[(&str, NumberWord)] = &[
    ("thirds", Parts(3)),
    ("fourths", Parts(4)),
    ("quarters", Parts(4)),
    ("fifths", Parts(5)),
    ("sixths", Parts(6)),
    ("sevenths", Parts(7)),
    ("eighths", Parts(8)),
    ("ninths", Parts(9)),
    ("tenths", Parts(10)),
    ("twelfths", Parts(12)),
    ("sixteenths", Parts(16)),
    ("twentieths", Parts(20)),
    ("hundredths", Parts(100)),
    ("thousandths", Parts(1000)),
    ("billionths", Parts(1_000_000_000)),
    ("trillionths", Parts(1_000_000_000_000)),
    ("half", NumberWord::Half),
    ("quarter", NumberWord::Quarter),
];

/// What joins, turns or replaces a number. The ends of the open amounts are
/// wide on purpose, so that `dozens` is never in conflict with 30 or 150.
pub(super) const OTHERS: &[(&str, NumberWord)] = &[
    ("a", NumberWord::Article),
    ("an", NumberWord::Article),
    ("and", NumberWord::And),
    ("point", NumberWord::Point),
    ("minus", NumberWord::Minus),
    ("negative", NumberWord::Minus),
    ("of", NumberWord::Of),
    ("hour", NumberWord::Long(TimeUnit::Hour)),
    ("hourlong", NumberWord::Long(TimeUnit::Hour)),
    ("day", NumberWord::Long(TimeUnit::Day)),
    ("daylong", NumberWord::Long(TimeUnit::Day)),
    ("week", NumberWord::Long(TimeUnit::Week)),
    ("weeklong", NumberWord::Long(TimeUnit::Week)),
    ("month", NumberWord::Long(TimeUnit::Month)),
    ("monthlong", NumberWord::Long(TimeUnit::Month)),
    ("year", NumberWord::Long(TimeUnit::Year)),
    ("yearlong", NumberWord::Long(TimeUnit::Year)),
    ("dozen", NumberWord::Group(12)),
    ("score", NumberWord::Score),
    ("couple", NumberWord::Couple),
    ("several", Vague(3, 20)),
    ("dozens", NumberWord::Groups(12)),
    ("scores", NumberWord::Groups(20)),
    ("few", NumberWord::Few),
    ("tens", NumberWord::Many(1)),
    ("hundreds", NumberWord::Many(2)),
    ("thousands", NumberWord::Many(3)),
    ("millions", NumberWord::Many(6)),
    ("billions", NumberWord::Many(9)),
    ("trillions", NumberWord::Many(12)),
];

/// What follows the digits of an ordinal.
pub(super) const ORDINAL_SUFFIXES: &[&str] = &["st", "nd", "rd", "th"];

/// Scales written onto digits, by power of ten.
pub(super) const SCALE_LETTERS: &[(&str, u32)] =
    &[("k", 3), ("mn", 6), ("mln", 6), ("mio", 6), ("bn", 9), ("bln", 9), ("tn", 12), ("trn", 12)];

/// Words for many things that do not end in `s`.
pub(super) const MANY_THINGS: &[&str] =
    &["people", "men", "women", "children", "of", "more", "euro", "tonne", "barrel"];

/// Persons, who are counted whole.
pub(super) const PERSONS: &[&str] = &[
    "people",
    "persons",
    "men",
    "women",
    "children",
    "adults",
    "civilians",
    "citizens",
    "demonstrators",
    "displaced",
    "employees",
    "fans",
    "fighters",
    "homes",
    "houses",
    "households",
    "inhabitants",
    "jobs",
    "marchers",
    "members",
    "migrants",
    "officers",
    "participants",
    "passengers",
    "patients",
    "prisoners",
    "protesters",
    "protestors",
    "pupils",
    "refugees",
    "residents",
    "soldiers",
    "spectators",
    "students",
    "supporters",
    "teachers",
    "tourists",
    "troops",
    "victims",
    "visitors",
    "voters",
    "votes",
    "workers",
];

/// Words that end in `s` and are not plural.
pub(super) const NOT_PLURAL: &[&str] = &["across", "always", "perhaps", "besides", "towards", "upwards", "sometimes"];

/// What makes a rate of the length of time after it.
pub(super) const RATES: &[&str] = &["once", "twice", "thrice", "times", "per", "each", "every"];

/// Parts of words that keep a number after a hyphen what it is.
pub(super) const PREFIXES: &[&str] =
    &["mid", "sub", "pre", "post", "non", "ex", "under", "over", "top", "all", "pro", "anti", "multi", "super"];

/// What makes a pronoun of the `one` before it.
pub(super) const AFTER_PRONOUN: &[&str] = &[
    "can",
    "cannot",
    "can't",
    "could",
    "couldn't",
    "may",
    "might",
    "must",
    "should",
    "shouldn't",
    "would",
    "wouldn't",
    "does",
    "doesn't",
    "another",
    "knows",
    "expects",
    "wonders",
    "thinks",
    "imagines",
    "hopes",
    "'s",
];

/// What makes a pronoun of `one`.
pub(super) const BEFORE_PRONOUN: &[&str] = &["which", "that", "this", "no", "every", "any", "each"];

/// Words that are articles before a pronoun.
pub(super) const INDEFINITE: &[&str] = &["another", "some"];

/// The ordinal that is an adverb too.
pub(super) const FIRST: &str = "first";

/// How verbs of the past end, after `first`.
pub(super) const PAST: &str = "ed";

/// Words after which `first` is an adverb.
pub(super) const BEFORE_ADVERB: &[&str] = &["at", "he", "she", "they", "we", "it", "who"];

/// Words after which `first` is an ordinal, whatever follows: `the first
/// planned visit`.
pub(super) const BEFORE_ORDINAL: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "'s", "this", "that", "one", "very", "no",
    "and", "or", "in", "for", "of",
];

/// Eras that count years backwards.
pub(super) const ERAS: &[&str] = &["bc", "bce"];

/// What stands before a length of time that ends with the reference.
pub(super) const UP_TO_NOW: &[&str] = &["last", "past", "previous"];

/// What counts a length of time back from the reference.
pub(super) const AGO: &str = "ago";

/// What stands before a time of day.
pub(super) const BEFORE_CLOCK: &[&str] = &["at", "by", "until", "till", "from", "since", "before", "after", "around"];

/// What makes a length of the unit of time before its hyphen: `hour-long`.
pub(super) const LONG: &str = "long";

/// What is numbered in Roman numerals.
pub(super) const NUMBERED: &[&str] = &[
    "act",
    "amendment",
    "annex",
    "appendix",
    "article",
    "book",
    "canto",
    "chapter",
    "clause",
    "figure",
    "grade",
    "level",
    "no",
    "number",
    "paragraph",
    "part",
    "phase",
    "plate",
    "scene",
    "schedule",
    "section",
    "stage",
    "table",
    "title",
    "tome",
    "volume",
    "vol",
];

/// What stands between `half` and the whole that it is of: `half the voters`.
pub(super) const DETERMINERS: &[&str] = &["the", "its", "their", "our", "his", "her", "these", "those", "all"];

/// What stands before the part by which something changed: `fell by a third`.
pub(super) const BEFORE_CHANGE: &[&str] = &["by"];

/// What half of is no share: `half the national average`, `half the time`.
pub(super) const LEVELS: &[&str] = &[
    "average", "level", "levels", "size", "rate", "price", "cost", "value", "figure", "number", "amount", "total",
    "time", "battle", "way", "distance", "length", "width", "height", "weight", "speed", "pace", "norm", "limit",
];

/// What a number in words describes behind a hyphen, and does not count: `a one-off payment`.
pub(super) const DESCRIBED: &[&str] = &["off", "offs", "way", "sided", "time", "stop", "faced", "track"];
