//! The verb of saying behind what is told of a name between commas: who somebody is, how old, from where, whose clause it is.
//!
//! Who stands in an aside may have its verb: what another one says there, or right behind it, is not the name's.
//!
//! ```text
//! The union, whose stewards lined the route, said      the union
//! Ada Kim, 44, of Bern, said                           Ada Kim
//! The firm, which sails from Aarhus, Denmark, said     the firm
//! The firm, the union said, walked out                 the union
//! ```

use super::clauses::opens_clause;
use super::saying::{skip_back, verb_from};
use super::views::names_until;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use std::ops::Range;

/// How long an aside between a name and its verb may be, in tokens.
const ASIDE: usize = 16;
/// How far behind the aside the number may begin to move: `, has since come up to 52`.
const MOVED: usize = 4;
/// Within how many words behind its verb the `to` stands of what a number is cut to.
const REVISED: usize = 2;
/// Within how many words of what gives it a number stands: `a figure of some`, `to fewer than half:`.
const GIVEN: usize = 5;
/// How far before the `which` the number may stand that is revised, in tokens.
const HELD: usize = 8;
/// How far behind its closing comma the verb may end: `, has a lower estimate`.
const CLOSING: usize = 6;
/// How long one that begins with a participle or an article may be, where the verb stands right behind its comma.
const LONG_ASIDE: usize = 36;

/// Where the verb ends that a name has behind an aside.
pub(super) fn verb_behind(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| passage.tokens.folded(at);
    let verb = |from: usize| verb_from(passage, from, sentence.end);
    let comma = |at: usize| passage.is_comma(sentence, at);
    let opens = (name.tokens.end < sentence.end && comma(name.tokens.end)).then_some(name.tokens.end)?;
    let reach = (opens + 1 + ASIDE).min(sentence.end);
    // `It was the families, not the firm, who first told the watchdog`, and not `who said that 40 died`.
    if opens + 1 < reach && word(opens + 1) == "not" {
        let said = (opens + 1..sentence.end).find(|&at| comma(at)).filter(|&at| word(at + 1) == "who")? + 2;
        return (said < sentence.end && matches!(word(said), "said" | "says")).then_some(said + 1);
    }
    // `Putin, they recall, had`: somebody else says it.
    let is_theirs = opens + 1 < reach && passage.lexicon.subjects.contains(word(opens + 1));
    // `The company, the union said, walked out`.
    let is_others = |end: usize| passage.names_in(opens + 1..end).any(|other| other.id != name.id);
    // `Met the union, and Ada Kim said`.
    let is_next = opens + 1 < reach && matches!(word(opens + 1), "and" | "but" | "while");
    let is_theirs = is_theirs || is_next && opens + 2 < reach && starts_upper(passage.tokens.raw(opens + 2));
    let within = verb(opens + 1).filter(|&end| opens + 1 < reach && !is_theirs && !is_others(end));
    let closing = |closes: usize| verb(closes + 1).filter(|&end| end <= closes + CLOSING);
    let first = || {
        let closes = (opens + 1..reach).find(|&at| comma(at))?;
        closing(closes).or_else(|| closing(past_place(passage, closes, reach)?))
    };
    // `Petro Marin, the governor of Lutava, who spoke at first of four, now says`: past what else he is.
    let past_who = || {
        let who = |at: &usize| *at + 1 < reach && matches!(word(at + 1), "who" | "which" | "whose");
        let relative = (opens + 1..reach).filter(|&at| comma(at)).find(who).filter(|&at| !is_others(at))?;
        // `52`, `the governor of Lutava`: not `52, met Ada Kim, who`.
        let is_apposed = |at: usize| {
            matches!(word(at), "the" | "a" | "an" | "its" | "his" | "her" | "their")
                || passage.is_in_value(passage.tokens.get(at).span)
                || starts_upper(passage.tokens.raw(at))
                || passage.lexicon.offices.contains(word(at))
                || passage.lexicon.titles.contains(word(at))
        };
        if !(opens..relative).filter(|&at| comma(at)).all(|at| is_apposed(at + 1)) {
            return None;
        }
        let last = (relative + 1 + ASIDE).min(sentence.end);
        verb(relative + 2).or_else(|| closing((relative + 1..last).find(|&at| comma(at))?))
    };
    within.or_else(first).or_else(past_who).or_else(|| {
        // `The group, set up by Ada Kim, 58, after a fire, claims`: right behind a comma.
        let last = (opens + 1 + LONG_ASIDE).min(sentence.end);
        let is_verb = |at: usize| at < last && passage.lexicon.tells(&passage.stems[at]);
        let first = if opens + 1 < last { word(opens + 1) } else { "" };
        // `The group, a firm of engineers hired by the union in 2023 for the whole of the works, said`.
        let begins = first.ends_with("ed") || matches!(first, "set" | "a" | "an" | "one");
        (opens + 1..last).filter(|&at| begins && comma(at) && is_verb(at + 1)).find_map(closing)
    })
}

/// `, Denmark,`, `, of the Ocean Pride,`: the comma behind a place or a name that follows another comma.
fn past_place(passage: &Passage<'_>, comma: usize, limit: usize) -> Option<usize> {
    let word = |at: usize| passage.tokens.folded(at);
    let is_led = |at: usize| matches!(word(at), "of" | "from" | "in" | "at" | "near" | "the" | "-" | "'s");
    let is_upper = |at: usize| passage.is_capital(at);
    let closes = (comma + 1..limit).find(|&at| !is_led(at) && !is_upper(at))?;
    let is_place = (comma + 1..closes).any(is_upper);
    (word(closes) == "," && is_place).then_some(closes)
}

/// `The union spoke of 50,000, which the police cut to 20,000`: where the words begin and end by which somebody puts another
/// number in the place of what was said before, and where that clause ends.
pub(super) fn revised_by(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    name: &NameAt,
) -> Option<(Range<usize>, usize)> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let words = passage.lexicon.stance;
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let which = start.checked_sub(1).filter(|&which| which > sentence.start && word(which) == "which")?;
    let small = |at: &usize| matches!(word(*at), "has" | "had" | "have" | "later" | "then" | "since");
    let verb = name.tokens.end + (name.tokens.end..sentence.end).take_while(small).count();
    let moves = |stem: &str| words.revising.contains(stem) || words.adjusting.contains(stem);
    let to = (verb + 1..verb + 1 + REVISED).find(|&at| word(at) == "to")?;
    let is_number = |at: usize| sentence.contains(&at) && passage.is_count(at);
    // `To fewer than half: 20,000`; not `to pieces`.
    let leads = |at: &usize| {
        is_number(*at)
            || !passage.carries_in(sentence, *at)
            || matches!(word(*at), "half" | "third" | "quarter" | "fewer" | "less" | "nearly" | "almost" | "barely")
    };
    let gives = (to + 1..to + 1 + GIVEN).take_while(leads).any(is_number);
    // `Spoke of 50,000`, `a figure of 50,000`; not `had 50,000`.
    let first = which.saturating_sub(HELD).max(sentence.start);
    let reckoned =
        |at: usize| passage.lexicon.says(&passage.stems[at]) || passage.lexicon.is_account(&passage.stems[at]);
    let is_said = |at: usize| is_number(at) && (at.saturating_sub(GIVEN).max(sentence.start)..at).any(reckoned);
    let until = (to..sentence.end).find(|&at| passage.is_comma(sentence, at)).unwrap_or(usize::MAX);
    let revises = moves(&passage.stems[verb.min(sentence.end - 1)]) && word(which - 1) == ",";
    (revises && gives && (first..which).any(is_said)).then_some((start..to + 1, until))
}

/// `The firm, which said in March that it had 37, has 412`: what an aside says ends with it.
pub(super) fn end_of_relative(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt, verb: usize) -> usize {
    if let Some(until) = names_until(passage, verb, sentence.end) {
        return until;
    }
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let opens = name.tokens.end;
    let comma = |at: &usize| passage.is_comma(sentence, *at);
    // `The firm, saying that it was in debt, shut 40 depots`.
    let is_besides = || {
        let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
        word(opens + 1).ends_with("ing") && opens_clause(passage, sentence, start)
    };
    let begins = matches!(word(opens + 1), "which" | "who") || is_besides();
    if word(opens) != "," || !begins || (opens + 1..verb).any(|at| comma(&at)) {
        return usize::MAX;
    }
    // `The police, which had put it at 40, now say 52` speak on.
    let closes = (verb..sentence.end).find(comma);
    // `Which first guessed at 40, has come up to 52`: the same figure, moved on.
    let moves_on = |closes: usize| {
        let is_move = |at: usize| {
            let moves = passage.lexicon.stance.moving.contains(passage.tokens.folded(at));
            moves && matches!(word(at + 1), "up" | "down") && word(at + 2) == "to"
        };
        let is_number = |at: usize| at < sentence.end && passage.is_in_value(passage.tokens.get(at).span);
        few(MOVED, closes, sentence.end).any(|at| is_move(at) && is_number(at + 3))
    };
    let speaks_on = |closes: usize| verb_from(passage, closes + 1, sentence.end).is_some() || moves_on(closes);
    closes.filter(|&closes| !speaks_on(closes)).unwrap_or(usize::MAX)
}
