//! Numbers of a sentence that answer no pattern, whatever its words: what was before or was added, an age, an hour,
//! a part where none is asked for.
//!
//! ```text
//! a driver of 46         an age
//! at 02.47               an hour
//! nine of them           a part
//! the longest one        one of them, and no number
//! one of its largest     the same
//! was one of 45 victims  45 victims, and no one
//! 25 metres (82 feet)    25 metres, and the same again
//! ```

use super::align::LONGEST_NAME;
use super::candidates::Asks;
use super::shares::is_of_one_in_so_many;
use crate::extract::language::en_beside_dates::SHORTLY;
use crate::extract::{Reading, Role};
use crate::matching::passage::Passage;
use crate::matching::passage::clock_day::dotted_clock;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;
use crate::value::Number;
use crate::value::unit::convert;
use std::ops::Range;

/// The greatest number that may be an age, in years.
const OLDEST: u8 = 120;

/// What answers no pattern of a topic: another thing, or a part where none is asked for.
pub(super) fn is_no_answer(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>, asks: Asks) -> bool {
    is_something_else(passage, reading, tokens, asks)
        || !asks.parts && (is_part(passage, reading, tokens) || is_member(passage, tokens))
        || !asks.of_whom && is_of_whom(passage, tokens)
}

/// Numbers that do not state how much there is: what was before, what was
/// added, what is denied, and an age (`Jane Roe, 46, …`,
/// `a driver of 46, …`).
fn is_something_else(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>, asks: Asks) -> bool {
    let role = reading.measure().map_or(Role::Total, |measure| measure.role);
    // `For the first time` says that something is new, not how much there is.
    let is_first = matches!(reading, Reading::Ordinal(measure) if measure.stated == Some(Number::ONE));
    // `At 02.47` is a time of day.
    let is_padded = |(clock, _): &(Range<usize>, u16)| passage.span_of(clock).len() == "02.47".len();
    let is_clock =
        matches!(reading, Reading::Number(_)) && dotted_clock(passage, tokens).as_ref().is_some_and(is_padded);
    let is_asked = asks.measures && is_measure(passage, tokens.start).is_some();
    let denied = matches!(role, Role::Former | Role::Denied) && !is_asked || is_first || is_clock;
    // `Another 112 were injured` counts the injured beside the dead named
    // before; `a further 112` adds to an earlier count of the same.
    let before = tokens.start.checked_sub(1).map(|at| passage.tokens.folded(at));
    let beside = passage.tokens.folded(tokens.start) == "another" || before == Some("another");
    let added = role == Role::Increment && !beside && !asks.more;
    denied
        || added
        || is_multiplier(passage, tokens)
        || is_left_behind(passage, tokens)
        || is_occasion(passage, tokens)
        || is_one_of_them(passage, tokens)
        || is_the_same_again(passage, reading, tokens)
        || stands_for_a_noun(passage, tokens)
        || is_one_of_the_most(passage, tokens)
        || is_age(passage, reading, tokens)
        || is_time_mark(passage, tokens)
        || is_hour(passage, reading, tokens)
        || counts_speakers(passage, tokens)
        || is_of_one_in_so_many(passage, tokens)
        || is_of_name(passage, tokens)
}

/// `Channel 9`: a number of a name that the claims file has.
pub(in crate::matching) fn is_of_name(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let first = tokens.start.saturating_sub(LONGEST_NAME);
    let mut names = passage.names_in(first..tokens.start);
    names.any(|name| name.tokens.contains(&tokens.start) && tokens.end <= name.tokens.end)
}

/// `Almost three times the toll of Monday`, `four times as many`: how much more, and no number of them.
fn is_multiplier(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let next = word(tokens.end + 1);
    let amount = |word: &str| {
        matches!(
            word,
            "toll"
                | "number"
                | "figure"
                | "total"
                | "amount"
                | "price"
                | "cost"
                | "budget"
                | "rate"
                | "size"
                | "average"
                | "estimate"
        )
    };
    let pointed =
        matches!(next, "the" | "its" | "their" | "that") && (tokens.end + 2..tokens.end + 4).any(|at| amount(word(at)));
    word(tokens.end) == "times"
        && (pointed || next == "as" && matches!(word(tokens.end + 2), "many" | "much" | "high" | "large"))
}

/// `To €65m, from €50m`, `to 16.2 percent from an initial 14.9`: what it was before.
fn is_left_behind(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let small =
        |at: &usize| matches!(word(*at), "a" | "an" | "the" | "its" | "initial" | "previous" | "earlier" | "original");
    let Some(from) = (0..tokens.start).rev().find(|at| !small(at)).filter(|&at| at > 1 && word(at) == "from") else {
        return false;
    };
    let before = if word(from - 1) == "," { from - 1 } else { from };
    passage.value_around(passage.tokens.get(before - 1).span).is_some_and(|value| {
        let of = passage.tokens_of(value.span);
        !value.is_moment() && of.end == before && of.start > 0 && word(of.start - 1) == "to"
    })
}

/// The two words before a number that make it what another is measured by: `compared with 59%`.
pub(in crate::matching) fn is_measure<'p>(passage: &'p Passage<'_>, start: usize) -> Option<(&'p str, &'p str)> {
    let words = (passage.tokens.folded(start.checked_sub(2)?), passage.tokens.folded(start - 1));
    passage.lexicon.contrast.measured_by.contains(&words).then_some(words)
}

/// `14 men, two of whom have been tried`: of a part of them something is said, and nothing of how many there are.
fn is_of_whom(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    word(tokens.end) == "of" && matches!(word(tokens.end + 1), "whom" | "which")
}

/// `The two detectives said that 40 people died`: so many say it. (`20,000 the union says` has a `the` of its own.)
fn counts_speakers(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let is_worded = tokens.len() == 1 && passage.tokens.get(tokens.start).kind == TokenKind::Word;
    if !is_worded || end + 1 >= passage.tokens.len() {
        return false;
    }
    let name = passage.names_in(end..end + 1).next().filter(|name| name.tokens.end < passage.tokens.len());
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
    name.is_some_and(|name| passage.tokens.folded(end) != "the" && says(name.tokens.end))
}

/// `13.00 The union says`, `**9.15** Talks begin`: the time of an entry, before its first word.
fn is_time_mark(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let span = passage.span_of(tokens);
    let Some((hour, minute)) = span.of(&passage.article.body).split_once(['.', ':']) else { return false };
    let is_below = |text: &str, bound: u8| text.parse::<u8>().is_ok_and(|number| number < bound);
    let is_time = minute.len() == 2 && hour.len() <= 2 && is_below(hour, 24) && is_below(minute, 60);
    let sentence = &passage.sentences[passage.sentence_at(span.start)].tokens;
    let is_star = |at: usize| passage.tokens.folded(at) == "*";
    let next = (tokens.end..sentence.end).find(|&at| !is_star(at));
    let begins = |at: usize| starts_upper(passage.tokens.raw(at));
    is_time && (sentence.start..tokens.start).all(is_star) && next.is_some_and(begins)
}

/// `Went out just after seven`, `shortly before nine on Monday`: an hour, where nothing follows that it could count.
fn is_hour(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let Reading::Number(measure) = reading else { return false };
    let is_about = tokens.len() == 2
        && matches!(passage.tokens.folded(tokens.start), "about" | "around" | "nearly" | "almost" | "exactly");
    let is_worded = (tokens.len() == 1 || is_about) && passage.tokens.get(tokens.end - 1).kind == TokenKind::Word;
    let is_of_clock = measure.stated.is_some_and(|stated| Number::ONE <= stated && stated <= Number::from(12));
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| passage.tokens.folded(at));
    // `When they first spoke, at about five`.
    let at_about = is_about && word(1) == "at";
    let led = tokens.len() == 1 && matches!(word(1), "after" | "before") && SHORTLY.contains(&word(2)) || at_about;
    let end = tokens.end;
    let is_alone = end >= passage.tokens.len()
        || passage.tokens.get(end).kind == TokenKind::Sign && passage.tokens.folded(end) != "-"
        || matches!(
            passage.tokens.folded(end),
            "on" | "in" | "at" | "and" | "but" | "that" | "this" | "local" | "when"
        );
    is_worded && is_of_clock && led && is_alone
}

/// `At one time or another`: some time, and no count of times.
fn is_occasion(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: Option<usize>| at.filter(|&at| at < passage.tokens.len()).map(|at| passage.tokens.folded(at));
    let after = word(Some(tokens.end)).is_some_and(|after| passage.lexicon.occasions.contains(after));
    after && word(Some(tokens.start)) == Some("one") && word(tokens.start.checked_sub(1)) == Some("at")
}

/// `In one message she wrote`, `At one meeting, he left`: one of them, and not how many there were.
fn is_one_of_them(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let Some(led) = tokens.start.checked_sub(1).filter(|_| tokens.len() == 1 && word(tokens.start) == "one") else {
        return false;
    };
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(tokens.start).span.start)].tokens;
    let leads = matches!(word(led), "in" | "at" | "on" | "during" | "after" | "from");
    let opens = led == sentence.start
        || led > sentence.start && matches!(word(led - 1), "," | ";" | ":" | "\"" | "and" | "but");
    leads && opens && sentence.contains(&tokens.end) && passage.carries(tokens.end)
}

/// `Some 25 metres (82 feet)`: the number before in another unit, without what hedges it.
fn is_the_same_again(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let (Reading::Quantity(measure), Some(bracket)) = (reading, tokens.start.checked_sub(1)) else { return false };
    if bracket == 0 || passage.tokens.folded(bracket) != "(" {
        return false;
    }
    let before = passage.value_around(passage.tokens.get(bracket - 1).span);
    let Some(Reading::Quantity(first)) = before.map(|value| &value.reading) else { return false };
    let again = || {
        let there = convert(measure.stated?, measure.unit.as_deref()?, first.unit.as_deref()?)?;
        let apart = there.checked_sub(first.stated?)?.abs().checked_mul(Number::TEN)?;
        Some(measure.unit != first.unit && apart <= there.abs())
    };
    again().unwrap_or(false)
}

/// `The longest one was on Monday`: one of them, and no number.
fn stands_for_a_noun(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| passage.tokens.folded(at));
    passage.tokens.folded(tokens.start) == "one"
        && tokens.len() == 1
        && matches!(word(2), "the" | "a" | "this" | "that" | "another" | "every")
        && passage.tokens.get(tokens.start - 1).kind == TokenKind::Word
        && !passage.lexicon.is_function_word(word(1))
        && !is_told(passage, tokens.end)
}

/// How far behind `one of` the superlative may stand, in tokens: `one of the country's three largest`.
const MOST: usize = 5;

/// `At one of England's largest ports`, `one of the most popular`: what it is like, and no number.
fn is_one_of_the_most(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(tokens.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_most = |at: usize| matches!(word(at), "most" | "least") || passage.lexicon.is_superlative(word(at));
    let ends = |at: &usize| matches!(word(*at), "" | "," | ";" | "." | "of" | "in" | "who" | "that" | "which" | "and");
    let is_one = |at: usize| word(at) == "one" && word(at + 1) == "of";
    let picks = |one: usize| (one + 2..one + 2 + MOST).take_while(|at| !ends(at)).any(is_most);
    // `One of the three largest`: nor is it of three that something is said.
    let of_all = || (tokens.start.saturating_sub(1 + MOST)..tokens.start).rev().find(|&at| is_one(at));
    let is_whole =
        |one: usize| (one + 2..tokens.start).all(|at| !ends(&at)) && (tokens.end..one + 2 + MOST).any(is_most);
    tokens.len() == 1
        && (is_one(tokens.start) && picks(tokens.start) || of_all().is_some_and(|one| is_whole(one) && picks(one)))
}

/// How many words may stand between `one of` and the number of all.
const ALL: usize = 2;
/// How many words behind `one of` are asked what became of all.
const FATE: usize = 16;

/// `He was one of at least 45 babies who died`, `Jan Roe, one of 45 who died`: who is one of them is counted with them. `One
/// of 45 babies died` counts one.
fn is_member(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(tokens.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_few = tokens.len() == 1 && matches!(word(tokens.start), "one" | "two" | "three");
    if !is_few || word(tokens.end) != "of" {
        return false;
    }
    let first = tokens.end + 1;
    let whole = (first..first + 1 + ALL).filter(|at| sentence.contains(at)).find_map(|at| {
        let read = passage.value_around(passage.tokens.get(at).span)?;
        (!read.is_moment() && (first..at).all(|at| passage.lexicon.is_function_word(word(at)))).then_some(at)
    });
    let Some(before) = tokens.start.checked_sub(1).filter(|at| whole.is_some() && sentence.contains(at)) else {
        return false;
    };
    // `There was one of 45`.
    let is = |at: usize| {
        let names = matches!(word(at), "is" | "are" | "was" | "were" | "be" | "been" | "became" | "become" | "becomes");
        names && word(at.wrapping_sub(1)) != "there"
    };
    // `He was, the report said, one of`; `Jan Roe, one of`, but not `in Lund, one of`.
    let comma = |at: &usize| word(*at) == ",";
    let aside = (sentence.start..before).rev().find(comma).filter(|&at| at > sentence.start && is(at - 1));
    let is_name = |at: usize| {
        let is_small = passage.lexicon.is_function_word(word(at));
        starts_upper(passage.tokens.raw(at)) && !is_small && !passage.is_in_value(passage.tokens.get(at).span)
    };
    let named = || (sentence.start..before).rev().find(|&at| !is_name(at)).map_or("", word);
    let apposed = || is_name(before - 1) && !matches!(named(), "in" | "at" | "on" | "near" | "from" | "of" | "outside");
    // `One of 45 babies who died`, `one of 45 killed in Lund`, but not `one of 45 babies, died`, where only the one did.
    let closes = |at: &usize| matches!(word(*at), "" | "," | ";" | ":" | ".");
    let told: Vec<usize> = (first..first + FATE).take_while(|at| !closes(at)).collect();
    let relates = told.iter().any(|&at| matches!(word(at), "who" | "whose" | "whom" | "that" | "which"));
    let is_done = |at: usize| word(at).ends_with("ed") && !is_told(passage, at + 1) && !did(word(at));
    let is_fate = relates || told.iter().any(|&at| is_done(at));
    let is_clause = !relates && told.iter().any(|&at| did(word(at)));
    let joined = is(before) || comma(&before) && aside.is_some();
    before > sentence.start && (joined && !is_clause || comma(&before) && apposed() && is_fate)
}

/// Whether a verb is of whoever stands before it: `died`, and not `killed`.
fn did(word: &str) -> bool {
    matches!(word, "died" | "dies" | "die" | "perished" | "survived")
}

/// Whether a word carries something, as `the` does not.
fn is_told(passage: &Passage<'_>, at: usize) -> bool {
    at < passage.tokens.len() && passage.carries(at)
}

/// What tells behind `those` who they are.
const OF_WHOM: &[&str] =
    &["who", "whose", "on", "in", "at", "with", "without", "from", "under", "over", "between", "inside"];

/// `Nine of them`: a part of what is counted, not the whole. A share always is
/// of something: `54 percent of those asked`.
fn is_part(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let who = |at: usize| OF_WHOM.contains(&word(at));
    // `38 were treated, of whom 19 have since left`.
    let of_whom = || {
        tokens.start > 1
            && word(tokens.start - 2) == "of"
            && matches!(word(tokens.start - 1), "whom" | "which" | "them")
    };
    let asked = |at: usize| !matches!(word(at), "" | ".") && (who(at) || !passage.lexicon.is_function_word(word(at)));
    of_whom()
        || word(tokens.end) == "of"
            && match word(tokens.end + 1) {
                "them" | "whom" | "which" => true,
                "those" | "these" => !matches!(reading, Reading::Percent(_)) || !asked(tokens.end + 2),
                _ => false,
            }
}

/// `A driver of 46, who`; not `the city's figure of 46, given on Monday`, nor of more years than anybody has.
fn is_age(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let Reading::Number(number) = reading else { return false };
    let is_comma = |at: usize| at < passage.tokens.len() && passage.tokens.folded(at) == ",";
    let is_word = |at: usize| passage.tokens.get(at).kind == TokenKind::Word;
    let is_old = number.interval.single().is_none_or(|years| *years <= Number::from(OLDEST));
    let one_token = tokens.len() == 1 && is_old;
    let after_name = tokens.start >= 2 && is_comma(tokens.start - 1) && is_word(tokens.start - 2);
    let before = tokens.start.checked_sub(1).map(|at| passage.tokens.folded(at));
    // `Speaks of 17, but` tells of no speaker.
    let is_figure = |at: usize| {
        let (lexicon, stem) = (passage.lexicon, &passage.stems[at]);
        lexicon.is_account(stem)
            || lexicon.stance.figures.contains(stem)
            || lexicon.denial.speaking.contains(stem)
            || lexicon.says(stem)
    };
    let of_one = || before == Some("of") && !tokens.start.checked_sub(2).is_some_and(is_figure);
    one_token && (before == Some("aged") || is_comma(tokens.end) && (after_name || of_one()))
}
