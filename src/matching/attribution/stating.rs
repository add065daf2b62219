//! Verbs and phrases that state something only with what is stated behind them: a verb of saying tells who
//! speaks wherever it stands, and these do many other things as well.
//!
//! ```text
//! The firm swore to MPs that 40 died       states
//! The firm assured MPs in May that 40 died the same
//! The firm let it slip that 40 died        the same
//! The firm agreed to a plan that …         does not
//! The firm agreed: 40 died                  the same
//! 40 died, the firm conceded.              states what stands before
//! ```

use super::clauses::closes_clause;
use super::opinion::clause_behind;
use crate::matching::passage::Passage;
use crate::matching::passage::telling::is_habit;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand between the verb and the `that` of what is stated.
const THAT: usize = 12;
/// How many words may name the one who is told.
const TOLD: usize = 6;
/// How many words may stand between the comma behind a statement and the verb that closes it.
const SUBJECT: usize = 9;

/// Where the words end that begin at a token and state, of whoever stands before them, what follows, or what stands
/// before where they close the sentence.
pub(super) fn stated_from(passage: &Passage<'_>, from: usize, at: usize, end: usize) -> Option<usize> {
    let stating = Stating { passage, end };
    let words = passage.lexicon.voices;
    let (folded, stem) = (passage.tokens.folded(at), &passage.stems[at]);
    if passage.lexicon.begins_a_statement(folded) {
        let stands = |phrase: &&&[&str]| stating.stands(at, phrase);
        let behind = words.stating_phrases.iter().find(stands).map(|phrase| at + phrase.len());
        // `It was made clear that`: by whom, is not told.
        let is_told = matches!(folded, "on" | "no") || !stating.is_passive(from, at);
        let is_stated = |behind: &usize| stating.that_behind(*behind, true) || stating.is_clause(*behind);
        if let Some(behind) = behind.filter(is_stated).filter(|_| is_told) {
            return Some(behind);
        }
    }
    if passage.tokens.get(at).kind != TokenKind::Word || stating.is_passive(from, at) {
        return None;
    }
    // `Slammed her for hiding nine calls`.
    if words.blaming.contains(stem) {
        return stating.done_behind(at + 1).map(|doing| doing + 1);
    }
    // `Names eight calls`.
    let number = |at: usize| at < end && passage.is_count(at);
    if words.counting.contains(folded) && number(at + 1) {
        return Some(at + 1);
    }
    // `The paper has printed 212, from May`; not `printed 212 leaflets`.
    let is_bare = || {
        let value = passage.value_around(passage.tokens.get(at + 1).span);
        value.is_some_and(|value| !passage.carries_in(&(at..end), passage.tokens_of(value.span).end))
    };
    if matches!(folded, "printed" | "prints") && number(at + 1) && is_bare() {
        return Some(at + 1);
    }
    if passage.lexicon.informs(stem) {
        return (stating.told_that(at + 1) || stating.told_of(at + 1)).then_some(at + 1);
    }
    if !passage.lexicon.states(stem) || folded.ends_with("ly") {
        return None;
    }
    let is_free = !words.agreeing.contains(folded);
    // `The minister obliges: 40 died`, and not `the ministry's grant: 40 million`.
    let is_owned = || at > 0 && matches!(stating.word(at - 1), "'s" | "'" | "-");
    let is_stated = stating.that_behind(at + 1, is_free)
        || stating.is_clause(at + 1)
        || is_free && clause_behind(passage, at, end)
        || stating.word(at + 1) == ":" && (stating.word(at + 2) == "\"" || !is_owned())
        || stating.closes(at);
    is_stated.then_some(at + 1)
}

/// Where the words end that only say that somebody says on: `goes on`, `was forced to`, before `saying` or `say`.
pub(super) fn said_on(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    if !passage.lexicon.begins_a_statement(passage.tokens.folded(at)) {
        return None;
    }
    let stating = Stating { passage, end };
    // `Goes on` has an `-ing` behind it, `goes on to` has none.
    let leads = |phrase: &&&[&str]| {
        let verb = stating.word(at + phrase.len());
        let is_other = phrase.first() == Some(&"used") && !is_habit(passage, at);
        !is_other
            && stating.stands(at, phrase)
            && !verb.is_empty()
            && verb.ends_with("ing") == (phrase.last() != Some(&"to"))
    };
    passage.lexicon.voices.saying_on.iter().find(leads).map(|phrase| at + phrase.len())
}

/// Where such words begin that end before a verb of saying, with the `had the` of `had the cheek to`.
pub(super) fn said_on_before(passage: &Passage<'_>, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    if word(verb.wrapping_sub(1)) != "to" {
        return None;
    }
    let phrases = passage.lexicon.voices.saying_on.iter();
    let starts = phrases.filter_map(|phrase| {
        verb.checked_sub(phrase.len()).filter(|&from| from > sentence.start).map(|from| (from, phrase))
    });
    // `The software used to say 40`: what it is for.
    let stands = |(from, phrase): &(usize, &&[&str])| {
        phrase.first() != Some(&"used") && passage.reads(*from..sentence.end, phrase)
    };
    let (from, _) = starts.filter(stands).max_by_key(|(_, phrase)| phrase.len())?;
    let has_the = word(from - 1) == "the" && matches!(word(from.wrapping_sub(2)), "had" | "has" | "have");
    Some(if has_the && from >= sentence.start + 3 { from - 2 } else { from })
}

struct Stating<'s, 'a> {
    passage: &'s Passage<'a>,
    end: usize,
}

impl Stating<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if at < self.end { self.passage.tokens.folded(at) } else { "" }
    }

    fn stands(&self, at: usize, phrase: &[&str]) -> bool {
        self.passage.reads(at..self.end, phrase)
    }

    /// `Was assured that`, `is agreed`: whoever hears it, says nothing.
    fn is_passive(&self, from: usize, verb: usize) -> bool {
        let is_be = |at: usize| matches!(self.word(at), "was" | "were" | "is" | "are" | "been" | "be" | "being");
        !self.word(verb).ends_with("ing") && (from..verb).any(is_be)
    }

    /// A word with which no clause of its own begins, nor who a clause is of.
    fn goes_on(&self, at: usize) -> bool {
        let word = self.word(at);
        let is_word = || self.passage.tokens.get(at).kind == TokenKind::Word || matches!(word, "'s" | "'" | "-");
        !matches!(word, "" | "who" | "which" | "whom" | "whose" | "and" | "but" | "or" | "if" | "whether") && is_word()
    }

    /// `That`, past whom it is told and when: `swore to MPs on Monday that`. Whoever agrees to a plan that is
    /// good, states nothing.
    fn that_behind(&self, from: usize, is_free: bool) -> bool {
        let that = (from..from + THAT).find(|&at| self.word(at) == "that" || !self.goes_on(at));
        let Some(that) = that.filter(|&at| self.word(at) == "that") else { return false };
        let first = self.word(from);
        let is_time = || {
            let span = self.passage.span_of(&(from..that));
            let mut values = self.passage.values_in(span);
            values.any(|value| value.is_moment() && value.span.end == span.end)
        };
        let is_fact = || that == from + 2 && first == "the" && self.word(from + 1) == "fact";
        let led =
            || matches!(first, "to" | "in" | "on" | "at" | "under" | "before" | "during" | "with" | "by" | "through");
        that == from
            || that == from + 1 && (first.ends_with("ly") || matches!(first, "also" | "again" | "too" | "today"))
            || is_fact()
            || is_time()
            || is_free && led()
    }

    /// `Assured MPs that`, `informed the two houses of parliament on Monday that`.
    fn told_that(&self, from: usize) -> bool {
        let that = (from..from + THAT).find(|&at| self.word(at) == "that" || !self.goes_on(at));
        let Some(that) = that.filter(|&at| self.word(at) == "that" && at > from) else { return false };
        let first = self.word(from);
        let is_led = matches!(first, "of" | "against" | "on" | "about" | "by" | "in" | "to" | "for");
        let near = that - from <= TOLD || (from..that).any(|at| matches!(self.word(at), "on" | "in" | "at" | "last"));
        !is_led && near
    }

    /// `Informed its insurers of a bill of 40 million`.
    fn told_of(&self, from: usize) -> bool {
        let names = |at: usize| self.word(at) == "&" || self.goes_on(at);
        let of = (from..from + TOLD).find(|&at| matches!(self.word(at), "of" | "about") || !names(at));
        let Some(of) = of.filter(|&at| matches!(self.word(at), "of" | "about") && at > from) else { return false };
        let is_value = |at: usize| at < self.end && self.passage.is_in_value(self.passage.tokens.get(at).span);
        let parts = |at: usize| matches!(self.word(at), "after" | "before" | "when" | "as");
        let goes_on = |at: &usize| is_value(*at) || self.goes_on(*at) && !parts(*at);
        (of + 1..of + TOLD).take_while(goes_on).any(|at| self.passage.is_count(at))
    }

    /// Where the `for` stands behind whom somebody blames, before what they do: `for hiding`.
    fn done_behind(&self, from: usize) -> Option<usize> {
        let led = (from + 1..from + TOLD).find(|&at| self.word(at) == "for" || !self.goes_on(at));
        led.filter(|&at| self.word(at) == "for" && self.word(at + 1).ends_with("ing"))
    }

    /// `Accepts it was four`: what is accepted, without a `that`.
    fn is_clause(&self, from: usize) -> bool {
        let next = self.word(from + 1);
        let is_verb = matches!(
            next,
            "was"
                | "were"
                | "is"
                | "are"
                | "has"
                | "have"
                | "had"
                | "did"
                | "does"
                | "would"
                | "will"
                | "could"
                | "may"
        ) || next.ends_with("ed");
        matches!(self.word(from), "it" | "he" | "she" | "they" | "there" | "we") && is_verb
    }

    /// `40 died, the firm conceded.`: not `40 came, and the firm agreed.`
    fn closes(&self, verb: usize) -> bool {
        let span = self.passage.tokens.get(verb).span;
        let start = self.passage.sentences[self.passage.sentence_at(span.start)].tokens.start;
        let sentence = start..self.end;
        let first = verb.saturating_sub(SUBJECT).max(start);
        let parts = |at: usize| matches!(self.word(at), "," | "\"");
        let is_comma = |at: &usize| parts(*at) && !self.passage.is_in_value(self.passage.tokens.get(*at).span);
        let Some(comma) = (first..verb).rev().find(is_comma).filter(|&comma| comma > start) else { return false };
        (comma + 1..verb)
            .all(|at| self.goes_on(at) && !matches!(self.word(at), "to" | "while" | "as" | "when" | "than" | "what"))
            && closes_clause(self.passage, &sentence, verb + 1)
    }
}
