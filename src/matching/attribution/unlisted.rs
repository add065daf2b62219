//! Those who say something and whom the claims file does not name: `residents said`, `said a nurse`,
//! `according to local doctors`.
//!
//! They are voices like any other, so that what they say is given to nobody else. They have no id, only the words that name
//! them. A pronoun, and a spokesman of whoever was named before him, are nobody new.
//!
//! ```text
//! The police said nothing, but a nurse said 40 died       a nurse
//! The police, a spokesman said, counted 40                nobody new
//! Residents rejected claims that 40 died                  nobody says so
//! ```

use super::acts::speaks_of;
use super::clauses::{closes_clause, is_inserted, only_hearers_follow, opens_clause};
use super::inverted::{ends_clause, ends_speech, exclaimed};
use super::papers::is_named_inquiry;
use super::saying::skip_back;
use super::stating::{said_on_before, stated_from};
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How many tokens whoever speaks may be named in.
pub(super) const LONGEST: usize = 16;
/// How many words may name whoever leaves the verb to another.
pub(super) const GAPPED: usize = 4;
/// How far behind its verb the `that` of what is said may stand, in tokens.
const THAT: usize = 8;

/// The voices of a sentence that no claims file names, in order. `listed` are the others.
pub(super) fn find_unlisted(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    listed: &[Voice],
    may_speak: &dyn Fn(NameId) -> bool,
) -> Vec<Voice> {
    let finder = Finder { passage, sentence, listed, may_speak };
    let voice = |at: usize| {
        let lead = finder.lead(at);
        let subject = lead.and_then(|lead| finder.subject(at, lead));
        let second = || lead.and_then(|lead| finder.second(at, lead));
        let said = || finder.quoted(at).or_else(|| finder.gapped_that(at));
        subject.or_else(|| finder.behind(at)).or_else(second).or_else(said)
    };
    finder.label().into_iter().chain(sentence.clone().filter_map(voice)).collect()
}

pub(super) struct Finder<'f, 'a> {
    pub(super) passage: &'f Passage<'a>,
    pub(super) sentence: &'f Range<usize>,
    pub(super) listed: &'f [Voice],
    pub(super) may_speak: &'f dyn Fn(NameId) -> bool,
}

impl<'f, 'a> Finder<'f, 'a> {
    /// Of a sentence of which no voice is known.
    pub(super) fn new(
        passage: &'f Passage<'a>,
        sentence: &'f Range<usize>,
        may_speak: &'f dyn Fn(NameId) -> bool,
    ) -> Self {
        Self { passage, sentence, listed: &[], may_speak }
    }
}

impl Finder<'_, '_> {
    pub(super) fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.passage.tokens.get(at).kind == TokenKind::Word
    }

    pub(super) fn says(&self, at: usize) -> bool {
        self.passage.lexicon.says(&self.passage.stems[at])
    }

    /// No small word: `doctors`, and not `of`.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        self.is_word(at) && !self.passage.lexicon.is_function_word(self.word(at))
    }

    /// A word that may be a verb: `injuring`, `wounded`, `including`.
    pub(super) fn is_doing(&self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly") || self.says(at)
    }

    /// A comma, but for that of `9,000`.
    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.passage.is_comma(self.sentence, at)
    }

    /// `Anna Vogt: “We were 300.”`
    fn label(&self) -> Option<Voice> {
        let start = self.sentence.start;
        let is_name = |at: usize| self.is_word(at) && starts_upper(self.passage.tokens.raw(at));
        let colon = (start..self.sentence.end).find(|&at| !is_name(at))?;
        let named = start..colon;
        let quotes = self.word(colon) == ":" && self.word(colon + 1) == "\"";
        // `CLAIM: “We were 300.”`
        let is_heading = named.len() == 1 && self.passage.lexicon.voices.headings.contains(self.word(start));
        // `INFERNO TOWN: “40 dead” as fire spreads`: a headline goes on behind the quotation.
        let in_capitals = named.clone().all(|at| self.passage.tokens.raw(at).chars().all(char::is_uppercase));
        let is_scene =
            named.clone().next_back().is_some_and(|last| self.passage.lexicon.voices.scenes.contains(self.word(last)));
        let is_heading = is_heading || quotes && is_scene && in_capitals && self.goes_on_behind_quotation(colon + 1);
        let is_other = quotes && !is_heading && (1..=GAPPED).contains(&named.len()) && self.is_somebody(&named);
        is_other.then(|| self.voice(named, start..colon + 1, Reach::Forward, None)).flatten()
    }

    fn goes_on_behind_quotation(&self, mark: usize) -> bool {
        let inside = self.passage.tokens.get((mark + 1).min(self.sentence.end - 1)).span;
        let Some(around) = self.passage.quotation_around(inside) else { return false };
        let end = self.passage.quotations[around].span.end;
        self.sentence.clone().any(|at| self.is_word(at) && self.passage.tokens.get(at).span.start >= end)
    }

    /// `Residents said that`, `a doctor, Omar Berg, told`, `Vera Dorin, who had claimed`.
    fn subject(&self, verb: usize, lead: usize) -> Option<Voice> {
        let end = verb + 1 + usize::from(self.word(verb) == "told" && matches!(self.word(verb + 1), "me" | "us"));
        let closes = closes_clause(self.passage, self.sentence, end);
        let before = lead.checked_sub(1).filter(|at| self.sentence.contains(at))?;
        let is_aside = matches!(self.word(before), "who" | "which");
        let last = if is_aside { before } else { lead };
        let closed = self.is_comma(last.wrapping_sub(1));
        let named = match closed {
            true if is_aside => self.named(last - 1)?,
            true => self.before_asides(last - 1)?,
            false => self.named(last)?,
        };
        // `It says it “takes note” of the talks`: what it does.
        let does = named.len() == 1 && self.word(named.start.wrapping_sub(1)) == "\"";
        if does && self.passage.lexicon.subjects.contains(self.word(named.start.wrapping_sub(2))) {
            return None;
        }
        // `Which last week spoke of 14,000`.
        if named.clone().all(|at| self.is_of_time(at)) {
            return None;
        }
        let follows_comma = matches!(self.word(named.start.wrapping_sub(1)), "," | "\"");
        let closes = closes || only_hearers_follow(self.passage, self.sentence, verb);
        // `“It is over,” a clerk said, while the mayor was out`.
        let is_tag = || self.word(named.start - 1) == "\"" && self.is_comma(end) && self.word(end + 1) != "\"";
        let is_behind = follows_comma
            && (closes || is_tag() || is_inserted(self.passage, self.sentence, named.start, end))
            && !is_aside;
        let of_person = self.word(before) == "who";
        let states = is_behind || self.states(verb, of_person) || self.is_found(verb);
        (states && !self.is_within_account(&named, verb)).then_some(())?;
        // What an aside says ends with it.
        let is_within = is_aside && closed || self.is_of_relative(named.start);
        let ends = |at: &usize| self.word(*at) == ";" || is_within && self.is_comma(*at);
        let until = (end..self.sentence.end).find(ends);
        let reach = if is_behind { Reach::Backward } else { Reach::Forward };
        self.voice(named.clone(), named.start..end, reach, until)
    }

    /// A word of a day or another time.
    pub(super) fn is_of_time(&self, at: usize) -> bool {
        let value = self.passage.value_around(self.passage.tokens.get(at).span);
        value.is_some_and(|value| value.is_moment())
    }

    /// `…,” said a nurse`, `according to local doctors`.
    fn behind(&self, at: usize) -> Option<Voice> {
        let according = self.passage.lexicon.according.contains(self.word(at)) && self.word(at + 1) == "to";
        let exclaims = exclaimed(self.passage, self.sentence, at);
        let inverts = matches!(self.word(at), "said" | "says" | "say") || ends_speech(self.passage, self.sentence, at);
        let inverts = inverts || exclaims.is_some() || self.ends_headline(at);
        let inverted = inverts && at > self.sentence.start && matches!(self.word(at - 1), "," | "\"" | "'");
        // `Police were told by witnesses that`.
        let heard = self.word(at) == "by" && matches!(self.word(at.wrapping_sub(1)), "told" | "accused");
        if !according && !inverted && !heard {
            return None;
        }
        let first = exclaims.unwrap_or(at + 1 + usize::from(according));
        // `According to two officials in Sarn`: how many they are.
        let many = first + usize::from(according && self.is_number_of_people(first));
        let value = |at: usize| self.passage.is_in_value(self.passage.tokens.get(at).span);
        let ends = |at: &usize| {
            !self.is_word(*at) && !matches!(self.word(*at), "-" | "'s" | "'") && !self.passage.is_title_dot(*at)
                || value(*at)
                || matches!(self.word(*at), "who" | "which" | "that" | "and" | "as" | "when" | "on")
                // `According to doctors the real number is higher`.
                || according && *at > first && matches!(self.word(*at), "the" | "a" | "an" | "there") && self.is_plain(at - 1)
                || heard && self.word(*at) == "of"
        };
        let limit = (first + LONGEST).min(self.sentence.end);
        let last = (many..limit).find(ends).or_else(|| (limit == self.sentence.end).then_some(limit))?;
        // `A list of 3 January`.
        let is_small = |at: &usize| self.passage.lexicon.is_function_word(self.word(*at));
        let last = last - (first..last).rev().take_while(is_small).count();
        let named = first..last;
        let is_broken = exclaims.is_some() && !ends_clause(self.passage, self.sentence, last);
        if !self.is_somebody(&named) || according && self.is_data(&named) || is_broken {
            return None;
        }
        let second = self.word(at.wrapping_sub(1)) == "and" && self.word(at.wrapping_sub(2)) == ",";
        let ahead = heard || according && (second || opens_clause(self.passage, self.sentence, at));
        self.voice(named, at..last, if ahead { Reach::Forward } else { Reach::Backward }, None)
    }

    /// `The paper quoted a source close to the board as saying`.
    fn quoted(&self, as_: usize) -> Option<Voice> {
        let says = |at: usize| self.sentence.contains(&at) && self.word(at).ends_with("ing") && self.says(at);
        if self.word(as_) != "as" || !says(as_ + 1) {
            return None;
        }
        let first = as_.saturating_sub(LONGEST).max(self.sentence.start);
        let mut before =
            (first..as_).rev().take_while(|&at| self.is_word(at) || matches!(self.word(at), "'s" | "-" | ","));
        let verb = before.find(|&at| self.passage.lexicon.citing.contains(&self.passage.stems[at]))?;
        let be = verb.checked_sub(1).map_or("", |at| self.word(at));
        let named = verb + 1..as_;
        let is_active = !matches!(be, "was" | "were" | "is" | "are" | "been" | "being" | "");
        let is_somebody = is_active && !named.is_empty() && self.is_somebody(&named);
        let closes = closes_clause(self.passage, self.sentence, as_ + 2);
        let reach = if closes { Reach::Backward } else { Reach::Forward };
        is_somebody.then(|| self.voice(named.clone(), named.start..as_ + 2, reach, None)).flatten()
    }

    /// `Residents disputed the police's count and said`: whoever the clause begins with.
    fn second(&self, verb: usize, lead: usize) -> Option<Voice> {
        let and =
            lead.checked_sub(1).filter(|&at| matches!(self.word(at), "and" | "but") && self.states(verb, false))?;
        let parts = |at: &usize| matches!(self.word(*at), ";" | ":" | "\"" | "but" | "while" | "(" | ")");
        let first = and.saturating_sub(2 * LONGEST).max(self.sentence.start);
        let start = (first..and).rev().take_while(|at| !parts(at)).last()?;
        if start == first && first > self.sentence.start && !parts(&(first - 1)) {
            return None;
        }
        let owned = |name: &NameAt| self.word(name.tokens.end) == "'s";
        let mut names = self.passage.names_in(start..and);
        let is_parted = (start..and).any(|at| self.is_comma(at)) || self.tells(start);
        if is_parted || names.any(|name| (self.may_speak)(name.id) && !owned(name)) {
            return None;
        }
        let first = start + usize::from(matches!(self.word(start), "the" | "a" | "an"));
        let is_upper = |at: &usize| self.is_word(*at) && starts_upper(self.passage.tokens.raw(*at));
        // `Shop owners`: to the plural.
        let plural = (first..and.min(first + 3)).find(|&at| self.word(at).ends_with('s'));
        let upper = first + 1 + (first + 1..and).take_while(is_upper).count();
        let end = plural.map_or(upper, |plural| plural + 1);
        let named = start..end.min(and);
        self.is_somebody(&named).then_some(())?;
        self.voice(named, verb..verb + 1, Reach::Forward, None)
    }

    pub(super) fn voice(
        &self,
        named: Range<usize>,
        tokens: Range<usize>,
        reach: Reach,
        until: Option<usize>,
    ) -> Option<Voice> {
        let in_aside = |voice: &Voice| {
            self.is_comma(voice.named.end) && voice.named.end < tokens.start && tokens.end < voice.tokens.end
        };
        let overlaps =
            |voice: &Voice| voice.tokens.start < tokens.end && tokens.start < voice.tokens.end && !in_aside(voice);
        let is_listed = self.listed.iter().any(overlaps);
        (!is_listed).then(|| Voice { id: None, named, tokens, reach, until: until.unwrap_or(usize::MAX) })
    }

    /// `The annual report says`, `the estimate of the bank is`: no verb, but what is said.
    pub(super) fn is_noun(&self, at: usize, end: usize) -> bool {
        at + 1 == end || self.passage.lexicon.is_account(&self.passage.stems[at]) && !self.word(at).ends_with("ed")
    }

    pub(super) fn tells(&self, at: usize) -> bool {
        let is_small = |at: usize| self.is_word(at) && !starts_upper(self.passage.tokens.raw(at));
        is_small(at)
            && (self.passage.lexicon.tells(&self.passage.stems[at])
                || self.is_stated(at)
                || self.opines(at)
                || self.leads_to_words(at)
                || self.is_found(at))
    }

    /// `A survey of nurses shows 40 percent`: what was asked or looked into tells a number.
    fn is_found(&self, verb: usize) -> bool {
        let words = self.passage.lexicon.voices;
        if !words.finite.contains(self.word(verb)) && !matches!(self.word(verb), "found" | "finds") {
            return false;
        }
        let next = verb + 1 + usize::from(matches!(self.word(verb + 1), "that" | "only" | "just"));
        let counts = self.sentence.contains(&next) && self.passage.is_count(next);
        let first = verb.saturating_sub(LONGEST).max(self.sentence.start);
        let goes_on = |at: &usize| {
            let parts =
                matches!(self.word(*at), "that" | "which" | "who" | "and" | "but" | "was" | "were" | "is" | "are");
            !parts && (self.is_word(*at) || self.is_comma(*at) || matches!(self.word(*at), "'s" | "'" | "-"))
        };
        (counts || self.word(verb + 1) == "that")
            && (first..verb)
                .rev()
                .take_while(goes_on)
                .any(|at| is_named_inquiry(self.passage, first, at) && !words.data.contains(self.word(at)))
    }

    /// `A nurse swore that`, `a driver let slip that`. What experts found out, is told by whoever speaks of them.
    fn is_stated(&self, at: usize) -> bool {
        !self.passage.lexicon.voices.finding.contains(self.word(at))
            && stated_from(self.passage, at, at, self.sentence.end).is_some()
    }

    /// Where the words begin that belong to a verb of telling: `had also said`.
    pub(super) fn lead(&self, verb: usize) -> Option<usize> {
        let (passage, word) = (self.passage, self.word(verb));
        if word.ends_with("ing") || !self.tells(verb) || self.is_note(verb) {
            return None;
        }
        // `The reports`, `claims`: as often things as what is done.
        let is_thing =
            word.ends_with('s') && !matches!(word, "says" | "tells" | "insists" | "believes" | "argues" | "puts");
        let is_thing = is_thing
            && !self.is_found(verb)
            && !self.is_stated(verb)
            && !self.is_of_post(verb)
            && !self.is_done_by_one(verb);
        let by_name = || verb > self.sentence.start + 1 && starts_upper(passage.tokens.raw(verb - 1));
        if is_thing && !by_name() {
            return None;
        }
        let passes = |word: &str| {
            matches!(
                word,
                "has"
                    | "have"
                    | "had"
                    | "can"
                    | "also"
                    | "then"
                    | "later"
                    | "still"
                    | "now"
                    | "already"
                    | "again"
                    | "both"
                    | "all"
            ) || passage.lexicon.stance.earlier.contains(word)
                || passage.lexicon.voices.reflexive.contains(word)
                || matches!(word, "always" | "once" | "long")
                || word.ends_with("ly")
        };
        let lead = skip_back(passage, self.sentence, verb, passes);
        // `Had itself at first spoken of four`.
        let at_first = self.word(lead) == "first" && self.word(lead.wrapping_sub(1)) == "at";
        let lead = if at_first { skip_back(passage, self.sentence, lead - 1, passes) } else { lead };
        let lead = said_on_before(passage, self.sentence, lead)
            .map_or(lead, |lead| skip_back(passage, self.sentence, lead, passes));
        let before = self.word(lead.wrapping_sub(1));
        // `Insurers we spoke to think`.
        let is_to = before == "to" && !matches!(self.word(lead.wrapping_sub(2)), "spoke" | "spoken" | "talked");
        let be = matches!(before, "was" | "were" | "is" | "are" | "be" | "been" | "being" | "would" | "will");
        let is_passive = is_to || be;
        // `My own estimate is that`, `stands by its estimate of`: a thing.
        let is_owned = matches!(before, "own" | "my" | "our" | "your" | "its" | "their" | "his" | "her")
            || matches!(before, "a" | "an" | "the");
        (lead > self.sentence.start && !is_passive && !is_owned && !passage.lexicon.is_negation(before)).then_some(lead)
    }

    /// Whether a verb is followed by what is said, and not by a thing: `claimed 12 lives`.
    fn states(&self, verb: usize, of_person: bool) -> bool {
        let next = self.word(verb + 1);
        if matches!(next, "to" | "dead" | "missing" | "goodbye" | "nothing" | "yes") {
            return matches!(next, "nothing");
        }
        // `Said no to the offer`; not `said no trains ran`.
        if next == "no" && !(verb + 2 < self.sentence.end && self.passage.carries(verb + 2)) {
            return false;
        }
        let ahead = verb + 1..(verb + 1 + THAT).min(self.sentence.end);
        let near =
            |wanted: &str| ahead.clone().take_while(|&at| self.word(at) != ";").any(|at| self.word(at) == wanted);
        match &self.passage.stems[verb] {
            "say" | "tell" => true,
            "put" | "reckon" | "estim" => next != "at" && near("at") || near("that") || self.opines(verb),
            "speak" | "spoken" | "spoke" => speaks_of(self.passage, verb, self.sentence.end),
            "report" => {
                near("that")
                    || self.passage.is_in_value(self.passage.tokens.get((verb + 1).min(self.sentence.end - 1)).span)
            }
            "claim" if of_person => true,
            _ => {
                near("that")
                    || matches!(next, ":" | "\"")
                    || self.passage.lexicon.subjects.contains(next)
                    || self.opines(verb)
            }
        }
    }
}
