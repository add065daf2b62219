//! What a value is of by the words right beside it, where these are not a pattern's: another noun, another
//! name, a number behind it.
//!
//! ```text
//! 29 bodies, and 41 rescued          29 is of bodies
//! in year 11, 155 pupils            11 counts no pupils
//! two of the beakers are missing    no two objects
//! 12 raids by the rebels            no raids by the army
//! 262 voted against                 262 did not vote for it
//! he has written 12 letters         no 12 calls, where letters are counted too
//! 89 percent voted for the strike   not how many voted
//! 214 soldiers, 33 lorries          no 33 soldiers
//! balloted 41,000 members           no 41,000 days of which the members had so many
//! ```

use super::candidates::{Candidate, Sort};
use super::compile::{Element, Word};
use super::hits::variants;
use super::whose::Taken;
use crate::matching::behind::between;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;

/// How far behind their number, in tokens, it is said how some voted.
const VOTERS: usize = 5;
/// How far behind its number, in tokens, the noun may stand that it counts.
const NOUN: usize = 3;
/// What stands before the name of whom something is by, or of.
const AGENT: &[&str] = &["by", "from", "of", "against", "for", "in", "at"];

impl Taken<'_, '_, '_> {
    /// `In year 11, 155 pupils`, `a total of 55: 31 women`: a mark, and the number that the noun is of.
    pub(super) fn is_before_another(&self) -> Option<usize> {
        let end = self.value().end;
        let next = |other: &&Candidate| other.tokens.start == end + 1;
        (self.counted().is_some() && matches!(self.word(end), "," | ":") && self.all.iter().any(next)).then_some(end)
    }

    /// `Put it at 12 and called for more`, where the pattern has `{value} calls`: what is behind the `and` is not what so
    /// many are.
    pub(super) fn is_joined_with_verb(&self) -> Option<usize> {
        let and = self.value().end;
        let counted = self.counted().filter(|_| self.word(and) == "and" && self.word(and + 1) != "more")?;
        let is_plain = |at: &usize| self.scene.word_cost(counted, *at).is_some();
        (and + 1..self.tokens.end).find(is_plain).filter(|&at| self.word(at) != counted.folded).map(|_| and)
    }

    /// `The two leaders met`, where the pattern has `{value} meetings`: so many did it, however often. (`Met three times`.)
    pub(super) fn counts_doers(&self) -> Option<usize> {
        let words = self.scene.passage.lexicon.contrast;
        let counted = self.counted().filter(|word| words.done_by_several.contains(&word.stem))?;
        let does = |&at: &usize| {
            let did = self.word(at).ends_with("ed") || words.did.contains(self.word(at));
            did && self.scene.word_cost(counted, at).is_some()
        };
        let is_plain =
            self.candidate.sort == Sort::Plain && !matches!(self.word(self.value().end), "times" | "occasions");
        (self.value().end..self.tokens.end).find(does).filter(|_| is_plain)
    }

    /// `The gang stole 15`, where the pattern has `a gang of {value}`: the number is of something else.
    pub(super) fn is_of_no_head(&self) -> Option<usize> {
        let slot = self.variant.slot?;
        let [Element::Word(head), Element::Word(of)] = self.variant.elements.get(slot.checked_sub(2)?..slot)? else {
            return None;
        };
        if of.folded != "of" || head.is_function || self.variant.elements.len() > slot + 1 {
            return None;
        }
        let is_head = |&at: &usize| self.scene.word_cost(head, at).is_some();
        let at = (self.scene.tokens.start..self.value().start).rev().find(is_head)?;
        let is_other = |&at: &usize| self.scene.passage.carries(at);
        let gap = between(at, self.value().start);
        // `A gang of five cleaned out one`: it has its number.
        let is_taken = |of: usize| self.all.iter().any(|other| other.tokens.contains(&of));
        let found = gap.clone().filter(|&at| !is_taken(at)).find(is_other)?;
        let has_number = gap.clone().any(is_taken);
        (has_number || !gap.into_iter().any(|at| self.word(at) == "of")).then_some(found)
    }

    /// `Two of the beakers are missing`, where the pattern counts objects.
    pub(super) fn is_of_other_things(&self) -> Option<usize> {
        let of = self.value().end;
        let counted = self.counted().filter(|_| self.word(of) == "of")?;
        let noun = of + 1 + usize::from(matches!(self.word(of + 1), "the" | "its" | "their" | "these" | "those"));
        let lexicon = self.scene.passage.lexicon;
        let is_noun = noun > of + 1
            && self.scene.tokens.contains(&noun)
            && self.scene.passage.carries(noun)
            && !starts_upper(self.scene.passage.tokens.raw(noun));
        let says_it =
            (noun..(noun + 3).min(self.scene.tokens.end)).any(|at| self.scene.word_cost(counted, at).is_some());
        let is_kind = lexicon.anybody.contains(&self.scene.passage.stems[noun.min(self.scene.tokens.end - 1)]);
        (is_noun && !says_it && !is_kind).then_some(noun)
    }

    /// `Has written 12 letters since`, where the pattern has `{value} since` for calls: what another topic counts.
    pub(super) fn is_of_another_topic(&self) -> Option<usize> {
        let noun = self.value().end;
        let asks = self.counted().is_some() || self.variant.asks_for_part();
        if asks || self.candidate.sort != Sort::Plain || !self.scene.tokens.contains(&noun) || self.is_said(noun) {
            return None;
        }
        let (stem, anybody) = (&self.scene.passage.stems[noun], &self.scene.passage.lexicon.anybody);
        let is_it = |unit: &String| unit == stem || anybody.contains(unit) && anybody.contains(stem);
        self.topic.other_units.iter().any(is_it).then_some(noun)
    }

    /// `How many rounds were there? The firm says 19.`, where the pattern has `{value} times`: what the question asks for.
    pub(super) fn answers_another_question(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let counted = self.counted()?;
        let value = self.value();
        let says = value.start > self.scene.tokens.start && passage.lexicon.says(&passage.stems[value.start - 1]);
        if !says || (value.end..self.scene.tokens.end).any(|at| self.is_said(at)) {
            return None;
        }
        let before = &passage.sentences[self.scene.sentence.checked_sub(1)?].tokens;
        let last = before.clone().next_back()?;
        let many = before.clone().find(|&at| passage.tokens.folded(at) == "many" && at + 1 < last)?;
        let noun = (many + 1..last).find(|&at| passage.carries(at))?;
        let is_asked =
            passage.tokens.folded(last) == "?" && many > before.start && passage.tokens.folded(many - 1) == "how";
        (is_asked && self.scene.word_cost(counted, noun).is_none()).then_some(value.start)
    }

    /// `12 raids by the rebels`, where the pattern has `{value} raids by {army}`: by whom it is, the text says itself.
    pub(super) fn is_by_another(&self) -> Option<usize> {
        let slot = self.variant.slot?;
        let name = |element: &Element| if let Element::Name(id) = element { Some(*id) } else { None };
        let behind = self.variant.elements.get(slot + 1..)?.windows(2).find_map(|pair| match &pair[0] {
            Element::Word(by) if AGENT.contains(&&*by.folded) => Some((&*by.folded, name(&pair[1])?)),
            _ => None,
        });
        // `{rebels} made {value} raids`: of `raids by the rebels and 12 raids by the army` they made none.
        let part = self.part_around(self.value());
        let before = || {
            let id = self.variant.elements[..slot].iter().find_map(name)?;
            (self.own_names(&part).is_empty() && part.start > self.scene.tokens.start).then_some(("by", id))
        };
        let (by, own) = behind.or_else(before)?;
        let names = |at: usize| {
            let next = at + 1 + usize::from(self.word(at + 1) == "the");
            self.scene.passage.names_in(next..next + 1)
        };
        let first = (self.value().end..part.end).find(|&at| self.word(at) == by && names(at).next().is_some())?;
        names(first).all(|name| name.id != own).then_some(first)
    }

    /// `29 bodies, and 41 people were rescued`: what the pattern counts is the other number's, and
    /// this one has a noun of its own.
    pub(super) fn has_own_noun(&self) -> Option<usize> {
        let noun = self.value().end;
        let counted = self.counted().filter(|_| self.scene.tokens.contains(&noun))?;
        let passage = self.scene.passage;
        // `Took in 29, and 41 people died`: the clause ends with it.
        let ends_clause = self.word(noun) == "," && matches!(self.word(noun + 1), "and" | "but" | "while");
        let is_noun = ends_clause
            || passage.carries(noun) && !self.is_said(noun) && matches!(self.word(noun + 1), "," | ";" | "and" | "but");
        let takes = |other: &&Candidate| {
            let end = other.tokens.end;
            other.tokens.start > noun && self.tokens.contains(&end) && self.scene.word_cost(counted, end).is_some()
        };
        (is_noun && self.all.iter().any(takes)).then_some(noun)
    }

    /// `214 soldiers died, 33 lorries were lost`, where a pattern has `killed {value} soldiers`: the noun that it has is that
    /// of the number before, and this one has its own.
    pub(super) fn takes_noun_before(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let value = self.value();
        let is_noun = |at: usize| {
            let is_plural = self.word(at).ends_with('s') && !self.word(at).ends_with("ss");
            is_plural && passage.carries(at) && !self.is_said(at)
        };
        let mut reach = value.end..(value.end + NOUN).min(self.scene.tokens.end);
        let own = reach.by_ref().take_while(|&at| passage.carries(at)).find(|&at| is_noun(at))?;
        let is_theirs = |other: &&&Candidate| {
            let behind = other.tokens.end..(other.tokens.end + NOUN).min(value.start);
            let mut words = behind.take_while(|&at| passage.carries(at));
            words.any(|at| self.tokens.contains(&at) && self.is_said(at) && self.word(at).ends_with('s'))
        };
        let before = self.all.iter().filter(|other| other.sort == Sort::Plain && other.tokens.end < value.start);
        before.max_by_key(|other| other.tokens.end).filter(is_theirs).map(|_| own)
    }

    /// `301 voted to publish and 262 voted against`: those who voted the other way.
    pub(super) fn votes_otherwise(&self) -> Option<usize> {
        let is_vote = |stem: &str| matches!(stem, "vote" | "ballot");
        let says = |folded: &str| self.variant.has_word(folded);
        let end = self.value().end;
        let behind = end..self.scene.tokens.end.min(end + VOTERS);
        let stem = |at: usize| &self.scene.passage.stems[at];
        // `262 MPs voted against`, `262 were against`.
        let leads = |at: &usize| {
            let is_noun = *at == end && self.scene.passage.carries(*at) && !is_vote(stem(*at));
            is_noun && self.word(*at) != "against"
                || is_vote(stem(*at))
                || matches!(self.word(*at), "was" | "were" | "of" | "them" | "mps")
        };
        let other = behind.clone().find(|at| !leads(at)).filter(|&at| self.word(at) == "against")?;
        // `Won 301 votes against 262 for the other`.
        let next = other + 1;
        let is_sign = !self.scene.tokens.contains(&next) || self.scene.passage.tokens.get(next).kind == TokenKind::Sign;
        if !is_sign && behind.clone().any(|at| at < other && self.word(at) == "votes") {
            return None;
        }
        let voted = behind.clone().take_while(|&at| at < other).any(|at| is_vote(stem(at)));
        // `{value} for, [digits] against`: the first of the two is of those whom it asks for.
        let sides = self.variant.elements[self.variant.slot.map_or(0, |slot| slot + 1)..].iter();
        let side =
            sides.filter_map(|element| if let Element::Word(word) = element { Some(&*word.folded) } else { None });
        let asked = side.into_iter().find(|side| matches!(*side, "for" | "against" | "favour" | "favor"));
        let asks_for = says("against") && asked.is_some_and(|side| side != "against");
        let asks = asks_for || self.words().any(|word| is_vote(&word.stem));
        ((asks || voted) && (asks_for || !says("against"))).then_some(other)
    }

    /// `89 percent voted for the strike`, where a pattern asks how many `{value} voted`: how they did, unless the topic
    /// asks for that.
    pub(super) fn votes_for_it(&self) -> Option<usize> {
        let Some(Element::Word(last)) = self.variant.elements.last() else { return None };
        if last.stem != "vote" {
            return None;
        }
        let passage = self.scene.passage;
        let backing = &passage.lexicon.contrast.backing;
        let is_how = |word: &Word| backing.contains(word.stem.as_str()) || matches!(&*word.folded, "for" | "against");
        let said = self.topic.probes.iter().flat_map(variants).flat_map(|(_, variant)| &variant.elements);
        let mut words = said.filter_map(|element| if let Element::Word(word) = element { Some(word) } else { None });
        if words.any(is_how) || self.topic.own.iter().any(is_how) {
            return None;
        }
        let verb = (self.value().end..self.tokens.end).find(|&at| passage.stems[at] == *"vote")?;
        let is_for =
            self.word(verb + 1) == "for" || self.word(verb + 1) == "in" && backing.contains(self.word(verb + 2));
        // `Voted for the first time`, `voted for two days`.
        let times = ["time", "times", "hour", "hours", "day", "days", "week", "weeks"];
        let is_time = (verb + 2..verb + 5).any(|at| times.contains(&self.word(at)));
        (is_for && !is_time).then_some(verb + 1)
    }

    /// `Balloted 41,000 members`, where a pattern has `for members, {value}` and its topic counts days: what the number
    /// counts is one of the pattern's other words.
    pub(super) fn counts_word_ahead(&self) -> Option<usize> {
        let (slot, noun) = (self.variant.slot?, self.value().end);
        if !self.topic.counts_things || self.counted().is_some() || self.candidate.sort != Sort::Plain {
            return None;
        }
        let is = |word: &Word| !word.is_function && self.scene.word_cost(word, noun).is_some();
        let is_ahead = || {
            let mut ahead = self.variant.elements[..slot].iter();
            ahead.any(|element| matches!(element, Element::Word(word) if is(word)))
        };
        let is_plural = self.word(noun).ends_with('s');
        (is_plural && is_ahead() && !self.topic.own.iter().any(is)).then_some(noun)
    }

    /// `Paid 60 million into the fund`: what goes into it, where a pattern asks how much is in it.
    pub(super) fn flows_in(&self) -> Option<usize> {
        let value = self.value();
        let is_turned = value.start == self.tokens.start && value.end < self.tokens.end;
        let asked = self.variant.has_word("into");
        (is_turned && self.word(value.end) == "into" && !asked).then_some(value.end)
    }
}
