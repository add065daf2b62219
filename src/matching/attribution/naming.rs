//! Which words before a verb of saying name whoever says it: back to where their clause begins, past asides, a
//! number or a day.
//!
//! ```text
//! Ada Kim, 34, a nurse, said                  Ada Kim
//! On Monday residents said                    residents
//! 250 minutes by the clock of the hosts, who  the hosts
//! ```

use super::dissent::is_dash;
use super::unlisted::{Finder, GAPPED, LONGEST};
use super::voices::{Reach, Voice};
use crate::matching::passage::names::starts_upper;
use std::ops::Range;

/// How far before its verb a post may be named, in tokens.
const POST: usize = 12;
/// How far before its `that` the `told` may stand, in tokens.
const TOLD: usize = 10;
/// How many asides may stand between a name and its verb.
const ASIDES: usize = 3;

impl Finder<'_, '_> {
    /// `Results released on Monday`, `data seen by the paper`: numbers that nobody is told to have found.
    pub(super) fn is_data(&self, named: &Range<usize>) -> bool {
        let voices = self.passage.lexicon.voices;
        let is_put_out = |at: usize| voices.put_out.contains(self.word(at));
        let is_participle = |at: usize| is_put_out(at) || voices.witnessing.contains(self.word(at));
        let mut found = named.clone().filter(|&at| voices.data.contains(self.word(at)) && is_participle(at + 1));
        let by = |at: usize| named.contains(&(at + 2)) && self.word(at + 2) == "by" && is_put_out(at + 1);
        found.any(|at| !by(at))
    }

    /// `The ransom note he saw`: a noun that is also a verb of the plural, behind the singular.
    pub(super) fn is_note(&self, verb: usize) -> bool {
        let said = self.passage.lexicon.voices.said;
        let is_small = |at: usize| self.is_plain(at) && !starts_upper(self.passage.tokens.raw(at));
        let is_one = |word: &str| !word.ends_with('s') && !said.plurals.contains(word);
        let before = verb.checked_sub(1).filter(|&at| is_small(at));
        let is_owned = || self.is_owned_note(verb);
        said.nouns.contains(self.word(verb)) && (is_owned() || before.is_some_and(|at| is_one(self.word(at))))
    }

    /// `A broker's note circulating in the market`.
    fn is_owned_note(&self, at: usize) -> bool {
        let is_noun = self.passage.lexicon.voices.said.nouns.contains(self.word(at));
        is_noun && at > self.sentence.start && matches!(self.word(at - 1), "'s" | "'")
    }

    /// `A city insider scoffed: “4,000.”`: whatever it means, before a colon and a quotation it says who speaks.
    pub(super) fn leads_to_words(&self, verb: usize) -> bool {
        self.word(verb).ends_with("ed") && self.word(verb + 1) == ":" && self.word(verb + 2) == "\""
    }

    /// `A viral post claims that`: no claims, but what it does.
    pub(super) fn is_of_post(&self, verb: usize) -> bool {
        let before = verb.saturating_sub(POST).max(self.sentence.start)..verb;
        let is_post = |at: usize| self.passage.lexicon.stance.withdrawn.unsigned.contains(self.word(at));
        let first = self.sentence.start;
        self.word(verb + 1) == "that"
            && matches!(self.word(first), "a" | "an" | "one" | "the")
            && before.into_iter().any(is_post)
    }

    /// `His foreign minister claims`: what one who holds an office does. What they have, would be `the minister's claims`.
    pub(super) fn is_done_by_one(&self, verb: usize) -> bool {
        let words = self.passage.lexicon;
        let who = verb.checked_sub(1).map_or("", |at| self.word(at));
        let holds = words.voices.staff.contains(who) || words.holds_office(who);
        holds && !who.ends_with('s') && who != "staff" && self.word(verb) != "states"
    }

    /// `A post shared more than 60,000 times`: the number is of how it spread.
    fn post_before(&self, end: usize) -> Option<Range<usize>> {
        let first = end.saturating_sub(LONGEST).max(self.sentence.start);
        let is_post = |at: &usize| self.passage.lexicon.stance.withdrawn.unsigned.contains(self.word(*at));
        let post = (first..end).find(is_post).filter(|post| post - self.sentence.start <= GAPPED)?;
        let named = self.sentence.start..post + 1;
        let parts = |at: usize| matches!(self.word(at), ";" | ":" | "\"" | "," | "that" | "and");
        (matches!(self.word(named.start), "a" | "an" | "one") && !(post..end).any(parts)).then_some(named)
    }

    /// `40 dead at the port, claims minister`: at the end of a line without a stop, whoever holds an office.
    pub(super) fn ends_headline(&self, verb: usize) -> bool {
        let last = self.sentence.end - 1;
        let is_of_office = self.passage.is_of_body(last) || self.passage.lexicon.holds_office(self.word(last));
        let small = |at: usize| !self.is_plain(at) || self.is_comma(at);
        let says = self.word(verb).ends_with('s') && self.says(verb);
        says && verb < last && last - verb <= GAPPED && is_of_office && !(verb + 1..last).any(small)
    }

    /// Where an aside begins that a comma ends: the comma before `, Omar Berg,`.
    fn opening(&self, closing: usize) -> Option<usize> {
        let first = closing.saturating_sub(LONGEST).max(self.sentence.start);
        (first..closing).rev().find(|&at| self.is_comma(at)).filter(|&at| at > first)
    }

    /// `Ada Kim, 34, a nurse, said`: whoever stands before the asides of which a comma ends the last.
    pub(super) fn before_asides(&self, closing: usize) -> Option<Range<usize>> {
        let mut opening = closing;
        for _ in 0..ASIDES {
            opening = self.opening(opening)?;
            // `The firm, which sails from Aarhus, Denmark, said`: a clause, and nobody.
            let is_clause = |named: &Range<usize>| matches!(self.word(named.start.wrapping_sub(1)), "which" | "who");
            if let Some(named) = self.named(opening).filter(|named| !is_clause(named)) {
                return Some(named);
            }
        }
        None
    }

    /// The words before a token that name somebody, back to where their clause begins.
    pub(super) fn named(&self, end: usize) -> Option<Range<usize>> {
        if let Some(post) = self.post_before(end) {
            return Some(post);
        }
        let lexicon = self.passage.lexicon;
        let first = end.saturating_sub(LONGEST).max(self.sentence.start);
        let is_clause = |at: usize| {
            lexicon.clause_starts.contains(self.word(at))
                || matches!(
                    self.word(at),
                    "and" | "or" | "because" | "as" | "when" | "if" | "since" | "after" | "where"
                )
                || self.word(at) == "that" && self.is_saying_before(at)
                || self.tells(at) && !self.is_noun(at, end) && !self.is_owned_note(at) && !self.is_stranded(at, end)
                || self.word(at) == "quoted"
                || !self.is_word(at) && !matches!(self.word(at), "'s" | "'" | "-" | ".")
                || is_dash(self.passage, at)
        };
        let start = (first..end).rev().take_while(|&at| !is_clause(at)).last()?;
        let cut = start == first && first > self.sentence.start && !is_clause(first - 1);
        let start = start + usize::from(matches!(self.word(start), "which" | "who" | "whom"));
        let start = self.past_the_relative(start, end);
        let start = self.past_the_number(self.past_the_day(start, end), end)?;
        let named = start..end;
        (!cut && self.is_somebody(&named)).then_some(named)
    }

    /// `Insurers we spoke to`: a verb that only tells who they are.
    fn is_stranded(&self, verb: usize, end: usize) -> bool {
        let is_heard =
            matches!(self.word(verb), "spoke" | "spoken" | "talked") && matches!(self.word(verb + 1), "to" | "with");
        is_heard && verb + 2 == end && self.passage.lexicon.subjects.contains(self.word(verb.wrapping_sub(1)))
    }

    /// `A blaze that officials said killed four`: whoever a clause on a thing begins with, behind its `that`.
    fn past_the_relative(&self, start: usize, end: usize) -> usize {
        let Some(that) = (start + 1..end).rev().find(|&at| matches!(self.word(at), "that" | "which")) else {
            return start;
        };
        let words = self.passage.lexicon;
        let is_led = matches!(self.word(that + 1), "the" | "a" | "an" | "its" | "their");
        let is_many = || {
            let last = self.word(end - 1);
            last.ends_with('s') || last == "police" || words.voices.staff.contains(last) || words.holds_office(last)
        };
        let all_upper = (that + 1..end).all(|at| self.is_word(at) && starts_upper(self.passage.tokens.raw(at)));
        let is_subject = match end - that - 1 {
            1 => is_many() && !all_upper,
            2 => is_led && is_many(),
            _ => false,
        };
        if is_subject { that + 1 } else { start }
    }

    /// `A spill that the owners said was small left a mess`: whether words begin a clause on a thing.
    pub(super) fn is_of_relative(&self, start: usize) -> bool {
        let that = start.wrapping_sub(1);
        matches!(self.word(that), "that" | "which") && self.is_word(that - 1) && !self.is_saying_before(that)
    }

    fn is_saying_before(&self, that: usize) -> bool {
        let first = that.saturating_sub(4).max(self.sentence.start);
        self.is_comma(that.wrapping_sub(1))
            || (first..that).any(|at| self.passage.lexicon.says(&self.passage.stems[at]))
            || self.is_told(that)
    }

    /// `Told me in an e-mail yesterday that`: past whom and where; what somebody is told `of` or `about` has a clause itself.
    fn is_told(&self, that: usize) -> bool {
        let first = that.saturating_sub(TOLD).max(self.sentence.start);
        let parts = |at: &usize| matches!(self.word(*at), "of" | "about" | "and" | "but" | "which" | "who" | ";" | ":");
        let mut before = (first..that).rev().take_while(|at| !parts(at) && !self.is_comma(*at));
        before.any(|at| matches!(self.word(at), "told" | "tells"))
    }

    /// Whoever agrees, or is of the body that was named, in what somebody else says, is no other voice: `Torsk said the two
    /// presidents had agreed that`, `Corvane's pilot told me that the firm now accepts that`.
    pub(super) fn is_within_account(&self, named: &Range<usize>, verb: usize) -> bool {
        let last = self.word(named.end - 1);
        let agrees = self.word(verb) == "agreed" && (last.ends_with('s') || matches!(last, "two" | "both"));
        let is_the_body =
            self.word(named.start) == "the" && named.len() == 2 && { self.passage.lexicon.bodies.contains(last) };
        let outer = |voice: &Voice| {
            let (ahead, behind) = (voice.tokens.end <= named.start, voice.tokens.start > verb);
            let of_body = ahead && self.word(voice.named.end) == "'s" && is_the_body;
            let speaks = voice.reach == Reach::Forward && ahead || voice.reach == Reach::Backward && behind;
            let gap = if ahead { voice.tokens.end..named.start } else { verb..voice.tokens.start };
            speaks && (of_body || agrees) && gap.into_iter().all(|at| !matches!(self.word(at), ";" | "but" | "while"))
        };
        (agrees || is_the_body) && self.listed.iter().any(outer)
    }

    /// `250 minutes by the clock of the hosts, who`: what stands behind a number is of whom is named last.
    fn past_the_number(&self, start: usize, end: usize) -> Option<usize> {
        let is_value = |at: usize| self.passage.is_in_value(self.passage.tokens.get(at).span);
        if start == self.sentence.start || !is_value(start - 1) || self.is_word(start - 1) {
            return Some(start);
        }
        let links = |at: &usize| matches!(self.word(*at), "of" | "by" | "with" | "from" | "for" | "to");
        (start..end).rev().find(links).map(|link| link + 1)
    }

    /// `On Monday residents said`: past the day.
    fn past_the_day(&self, start: usize, end: usize) -> usize {
        let led = start + usize::from(matches!(self.word(start), "on" | "in" | "at" | "by"));
        let span = self.passage.span_of(&(led..end.max(led + 1)));
        let mut days = self.passage.values_in(span).filter(|read| read.is_moment());
        let day = days.find(|read| read.span.start == span.start).map(|read| self.passage.tokens_of(read.span).end);
        day.filter(|&at| at < end).unwrap_or(start)
    }
}
