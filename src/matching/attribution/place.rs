//! A place in a sentence whose voice is asked for, and what the other values beside it leave to it:
//! whether a voice is parted from it by one of them, or has spoken for that one.
//!
//! It says whose a voice is not, and in two ways whose it is; who speaks is for
//! [`attribution`](super).
//!
//! ```text
//! 10,000 according to the police, 50,000 marched     of the 50,000 the police say nothing
//! there were 412, not 438, as the firm claims        of the 412 the firm says nothing
//! we do not have 412, as the firm claims             the 412 are left to the firm
//! ```

use super::clauses::closes_speech;
use super::saying::is_plain_word;
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand between a value and the bracket that says whose it
/// is: `20,000 people marched (police)`.
const BRACKET_REACH: usize = 3;

/// How far behind its verb the `of` may stand of what somebody is told, in tokens.
const CONTENT: usize = 4;

/// How far a denial before a number, and behind it the `as X says` of whom it is left to, may stand.
const DENIED_REACH: usize = 6;

/// How far before its `that` a `so` may stand.
const SO_REACH: usize = 4;

/// How many words may stand between whoever leaves the verb to another and their `at`.
const IN_BETWEEN: usize = 10;

/// How many words may stand between a subject and whom its verb is done to, with the verb.
const OBJECT: usize = 4;

/// How many words may stand between a value and the `claimed by` that says whose it is.
const CLAIMED_REACH: usize = 2;

/// A place whose voice is asked for.
#[derive(Clone, Debug)]
pub struct Place<'r> {
    /// Index of its sentence.
    pub sentence: usize,
    /// Its tokens: those of the value, where there is one.
    pub tokens: Range<usize>,
    /// The tokens of the whole statement.
    pub whole: Range<usize>,
    /// The tokens of the other values of the sentence that speak to the topic.
    pub rivals: &'r [Range<usize>],
}

impl Place<'_> {
    /// `Kim met the firm nine times`, where it is asked how often she did, and behind her name: whom a verb is done to.
    pub(super) fn has_object(&self, passage: &Passage<'_>, name: &NameAt) -> bool {
        let start = passage.sentences[self.sentence].tokens.start;
        let the = usize::from(passage.tokens.folded(name.tokens.start.saturating_sub(1)) == "the");
        let end = name.tokens.start.saturating_sub(the).max(start);
        let plain = (start..end).rev().take_while(|&at| is_plain_word(passage, at)).count().min(OBJECT);
        let subject = end - plain;
        let is_behind = passage.names_in(start..subject).any(|other| other.tokens.end == subject);
        let is_within = self.whole.start < end && name.tokens.end <= self.whole.end;
        plain > 0 && (is_behind || is_within)
    }

    /// The tokens from the first to the last of the value and its statement.
    pub(in crate::matching) fn statement(&self) -> Range<usize> {
        self.tokens.start.min(self.whole.start)..self.tokens.end.max(self.whole.end)
    }

    /// Whether another value of the topic stands between a voice and the place.
    pub(super) fn is_parted_by_rival(&self, voice: &Voice) -> bool {
        let gap = gap(voice, self);
        self.rivals.iter().any(|rival| gap.start <= rival.start && rival.end <= gap.end)
    }

    /// `31 calls, on the ministry's figures, eight of them this year`: a part of what the voice right before it told.
    pub(super) fn is_part_behind(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
        let end = self.tokens.end;
        voice.tokens.end + 1 == self.tokens.start
            && word(voice.tokens.end) == ","
            && word(end) == "of"
            && matches!(word(end + 1), "them" | "which" | "whom" | "those" | "these")
    }

    /// `The ministry put it at 31, the union in a first estimate at 52`: where whoever leaves the verb to another ends, and
    /// where and when they say so begins. The same small word must lead to both values.
    pub(super) fn gapped_until(&self, passage: &Passage<'_>) -> Option<usize> {
        let word = |at: usize| passage.tokens.folded(at);
        let start = passage.sentences[self.sentence].tokens.start;
        let led =
            self.tokens.start.checked_sub(1).filter(|&led| led > start && matches!(word(led), "at" | "as" | "to"))?;
        let first = led.saturating_sub(IN_BETWEEN).max(start);
        let is_word = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Word || word(*at) == "-";
        let opens = (first..led).rev().find(|at| !is_word(at) || matches!(word(*at), "and" | "while" | "but"))?;
        let until = (opens + 2..led).find(|&at| matches!(word(at), "in" | "on" | "after" | "from" | "by" | "with"))?;
        let is_parallel = |rival: &Range<usize>| {
            rival.end <= opens && rival.start.checked_sub(1).is_some_and(|at| word(at) == word(led))
        };
        self.rivals.iter().any(is_parallel).then_some(until)
    }

    /// `The 60,000 marchers claimed by the union`: a participle right behind what is stated.
    pub(super) fn is_claimed_by(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let by = voice.tokens.start;
        let Some(verb) = by.checked_sub(1).filter(|&verb| verb >= self.tokens.end) else { return false };
        passage.lexicon.by.contains(passage.tokens.folded(by))
            && passage.lexicon.says(&passage.stems[verb])
            && verb <= self.tokens.end + CLAIMED_REACH
            && (self.tokens.end..verb).all(|at| passage.carries(at))
    }

    /// `We do not have 412, as the firm says`: who denies a number leaves it to whom they name.
    pub(super) fn is_left_to(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let first = passage.sentences[self.sentence].tokens.start.max(self.tokens.start.saturating_sub(DENIED_REACH));
        let before = (first..self.tokens.start).rev().map(|at| passage.tokens.folded(at));
        let is_denied = before.take_while(|word| !matches!(*word, "," | ";" | ":" | "and" | "but"));
        is_as(passage, voice)
            && is_denied.into_iter().any(|word| passage.lexicon.is_negation(word))
            && gap(voice, self).len() <= DENIED_REACH
            && !gap(voice, self).any(|at| passage.tokens.folded(at) == ";")
            && !self.is_parted_by_rival(voice)
    }

    /// `The clinic warned its supplier in May that`, where it is asked who warned whom: that somebody told a thing is not
    /// what they told.
    pub(super) fn is_telling(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let inside = self.whole.start <= voice.named.start && voice.tokens.end <= self.whole.end;
        let verb = voice.tokens.end.saturating_sub(1);
        let hears = |at: usize| passage.names_in(at..at + 1).next().is_some() || !passage.carries(at);
        let is_content = |at: usize| matches!(passage.tokens.folded(at), "that" | ":" | "\"" | "of");
        let mut behind = voice.tokens.end..self.whole.end;
        inside
            && voice.reach == Reach::Forward
            && (passage.lexicon.informs(&passage.stems[verb]) || matches!(&passage.stems[verb], "warn" | "tell"))
            && !behind.is_empty()
            && behind.all(|at| hears(at) && !is_content(at))
    }

    /// `The 40 million inquiry found that`: what something is like is no part of what it says.
    pub(super) fn describes(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let before = self.tokens.start.checked_sub(1).map_or("", |at| passage.tokens.folded(at));
        self.tokens.end == voice.named.start && matches!(before, "the" | "a" | "an" | "this" | "its")
    }

    /// `There were 412, and not 438, as the coast guard claims`: the voice is that of the number denied.
    pub(super) fn is_disputed(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let gap = gap(voice, self);
        let denies = |at: &usize| passage.lexicon.is_negation(passage.tokens.folded(*at));
        let mut denied = gap.clone().filter(denies);
        is_as(passage, voice)
            && voice.tokens.start > self.tokens.start
            && denied.any(|at| {
                let number = passage.tokens.get((at + 1).min(gap.end)).span.start;
                passage.values_in(passage.span_of(&gap)).any(|value| value.span.start == number)
            })
    }

    /// `The ministry, accused of hiding that 40 died, said nothing`: what an aside between a name and
    /// its verb says.
    pub(super) fn is_in_aside_of(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let opens = voice.named.end;
        let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
        if voice.id.is_none() {
            return voice.reach == Reach::Forward && voice.tokens.contains(&self.tokens.start);
        }
        // `The clinic that shut 40 beds said`.
        let is_relative = || matches!(passage.tokens.folded(opens), "who" | "which" | "that");
        let is_inside = self.tokens.start >= opens && self.tokens.end < voice.tokens.end;
        if is_inside && is_relative() {
            return true;
        }
        voice.tokens.contains(&self.tokens.start)
            && self.tokens.start > opens
            && passage.tokens.folded(opens) == ","
            && passage.tokens.folded(opens + 1) != "whose"
            && (opens + 1..self.tokens.start).any(says)
    }

    /// `X said so; 20 marched`, `X said nothing, but 20 marched`: another clause than that of a voice
    /// before it.
    pub(super) fn is_in_next_clause(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        let turns = |at: usize| matches!(word(at), "but" | "while" | "whereas" | "although" | "though" | "however");
        gap(voice, self).any(|at| word(at) == ";")
            || voice.tokens.end <= self.tokens.start
                && gap(voice, self).any(|at| turns(at) && !matches!(word(at + 1), "that" | "not" | "only"))
    }

    /// `38 ran on Monday, the firm says, and on Tuesday only 29 did`: the same at another time, behind the voice of the first
    /// that an `and` carries on. Whoever else is named there may have another number.
    pub(super) fn goes_on_behind(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        let and = voice.tokens.end + 1;
        if voice.reach != Reach::Backward || and >= self.tokens.start || voice.id.is_none() {
            return false;
        }
        let behind = and..passage.sentences[self.sentence].tokens.end;
        let is_told = |rival: &Range<usize>| rival.end <= voice.tokens.start;
        let parts = |at: usize| matches!(word(at), ";" | ":" | "\"" | "but" | "while");
        let mut times = passage.values_in(passage.span_of(&behind));
        word(and - 1) == ","
            && word(and) == "and"
            && self.rivals.iter().any(is_told)
            && times.any(|value| value.is_moment())
            && !behind.clone().any(parts)
            && passage.names_in(behind).next().is_none()
    }

    /// `Signed to 2030, although his agent put his salary at less`: whoever begins another clause.
    pub(super) fn is_before_clause_of(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        if voice.tokens.start <= self.tokens.start {
            return false;
        }
        // `24 people died, with the police saying that`.
        let saying = passage.tokens.folded(voice.tokens.end - 1).ends_with("ing");
        let with = |at: usize| saying && passage.tokens.folded(at) == "," && passage.tokens.folded(at + 1) == "with";
        // `24 people died, and the police said so`.
        let word = |at: usize| passage.tokens.folded(at);
        let titles = |at: usize| passage.lexicon.titles.contains(word(at));
        let first = (0..voice.tokens.start).rev().find(|&at| !matches!(word(at), "the" | "a") && !titles(at));
        // `24 people have died since May, when the police told drivers to slow down`: of something else.
        let is_aside = || says_something(passage, voice) && !self.is_moved(passage);
        let when = |at: usize| first == Some(at) && passage.lexicon.voices.aside.contains(word(at)) && is_aside();
        let and = |at: usize| matches!(word(at), "," | "-") && word(at + 1) == "and" && first == Some(at + 1);
        // `24 people died, most of whom, according to police, were children`.
        let relative = |at: usize| matches!(word(at), "whom" | "which") && word(at + 1) == ",";
        let opens = |at| {
            with(at)
                || and(at)
                || relative(at)
                || when(at)
                || passage.lexicon.clause_starts.contains(passage.tokens.folded(at))
        };
        // `24 people died, as the police warned drivers of ice`.
        let tells = |at: usize| matches!(word(at), "of" | "to");
        let end = passage.sentences[self.sentence].tokens.end;
        let ahead = (voice.tokens.end + 1).min(end)..(voice.tokens.end + CONTENT).min(end);
        let warns = || is_as(passage, voice) && says_something(passage, voice);
        voice.reach == Reach::Forward && gap(voice, self).any(opens)
            || warns() && ahead.clone().take_while(|&at| !matches!(word(at), "," | ".")).any(tells)
    }

    /// `The toll rose to 24 after the police said that more had died`: what is said is why.
    fn is_moved(&self, passage: &Passage<'_>) -> bool {
        let before = passage.sentences[self.sentence].tokens.start..self.tokens.start;
        let moves = passage.lexicon.voices;
        before.into_iter().any(|at| {
            let word = passage.tokens.folded(at);
            moves.standing.contains(word) || moves.moving.contains(word)
        })
    }

    /// `40 people died, so many that on Monday, according to the union, the shops shut`: a voice put into a clause of
    /// what came of it.
    pub(super) fn is_before_consequence_of(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        let end = passage.sentences[self.sentence].tokens.end;
        let is_so = |that: usize| {
            word(that) == "that"
                && (that.saturating_sub(SO_REACH).max(self.tokens.end)..that)
                    .any(|at| matches!(word(at), "so" | "such"))
        };
        voice.reach == Reach::Backward
            && voice.tokens.start > self.tokens.end
            && word(voice.tokens.start - 1) == ","
            && (voice.tokens.end..end).any(|at| word(at) == ",")
            && gap(voice, self).any(is_so)
    }

    /// `Police say 161 were aboard, and that 23 were hurt, according to the clinic`: a second clause has its own source.
    pub(super) fn closes_with(&self, passage: &Passage<'_>, ahead: Option<&Voice>, behind: &Voice) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        let sentence = &passage.sentences[self.sentence].tokens;
        let Some(ahead) = ahead.filter(|_| passage.lexicon.according.contains(word(behind.tokens.start))) else {
            return false;
        };
        let says = ahead.tokens.end.min(self.tokens.start)..self.tokens.start;
        let joins = |&at: &usize| matches!(word(at), "and" | "but") && (word(at - 1) == "," || word(at + 1) == "that");
        let is_whole = |joint: usize| {
            (says.start..joint).any(|at| {
                let helps =
                    matches!(word(at), "was" | "were" | "is" | "are" | "has" | "have" | "had" | "will" | "would");
                helps || word(at).ends_with("ed")
            })
        };
        // `According to minutes that we have seen`: of what the first one says.
        let is_paper = |at: usize| {
            passage.lexicon.is_account(&passage.stems[at]) || passage.lexicon.denial.papers.contains(word(at))
        };
        let is_record = || behind.named.clone().any(is_paper);
        if behind.id.is_none() && is_record() {
            return false;
        }
        let follows = says.clone().rev().find(joins).is_some_and(is_whole);
        let is_one = |at: usize| !matches!(word(at), ";" | "but" | "while" | "although");
        follows && gap(behind, self).all(is_one) && closes_speech(passage, sentence, behind.tokens.end)
    }

    /// `Seven people died (the ministry says nine)`: a name that in its brackets speaks of something else.
    pub(super) fn is_before_bracket(&self, passage: &Passage<'_>, named: &Range<usize>) -> bool {
        let gap = self.tokens.end..named.start.max(self.tokens.end);
        let mut open = gap.rev().take_while(|&at| passage.tokens.folded(at) != ")");
        named.start > self.tokens.start && open.any(|at| passage.tokens.folded(at) == "(") && counts_on(passage, named)
    }

    /// Whether a voice behind another value, `10,000 according to the police,`, has spoken for that.
    pub(super) fn is_of_rival(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let comma = (voice.tokens.end..self.tokens.start).any(|at| passage.tokens.folded(at) == ",");
        voice.reach == Reach::Backward && comma && self.rivals.iter().any(|rival| rival.end <= voice.tokens.start)
    }

    /// Whether a name stands in brackets behind another value, which is then
    /// what it says: `20,000 marchers (police), 60,000 (union)`.
    pub(super) fn gives_to_rival(&self, passage: &Passage<'_>, name: &NameAt) -> bool {
        let opens = |at: &usize| passage.tokens.folded(*at) == "(";
        let bracket = (name.tokens.start.saturating_sub(2)..name.tokens.start).rev().find(opens);
        let behind = |rival: &Range<usize>, at: usize| rival.end <= at && at <= rival.end + BRACKET_REACH;
        bracket
            .filter(|_| !counts_on(passage, &name.tokens))
            .is_some_and(|at| self.rivals.iter().any(|rival| behind(rival, at)))
    }
}

/// Whether what somebody says follows their verb: `said that the road was wet`, `told drivers to slow down`, and not `said
/// so`, `said on Monday`.
fn says_something(passage: &Passage<'_>, voice: &Voice) -> bool {
    let end = passage.sentences[passage.sentence_at(passage.tokens.get(voice.tokens.start).span.start)].tokens.end;
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let next = voice.tokens.end;
    let is_said = |at: usize| passage.tokens.get(at).kind == TokenKind::Word && !matches!(word(at), "so" | "it");
    let mut ahead = (next..end.min(next + CONTENT)).take_while(|&at| is_said(at));
    let is_when = || {
        let led = matches!(word(next), "on" | "in" | "at" | "last" | "this" | "later" | "earlier" | "yesterday");
        led || passage.value_around(passage.tokens.get(next).span).is_some_and(|value| value.is_moment())
    };
    next < end && is_said(next) && (!is_when() || ahead.any(|at| word(at) == "that"))
}

/// The tokens between a voice and a place.
pub(super) fn gap(voice: &Voice, place: &Place<'_>) -> Range<usize> {
    if voice.tokens.end <= place.tokens.start {
        voice.tokens.end..place.tokens.start
    } else {
        place.tokens.end..voice.tokens.start
    }
}

/// Whether a voice is that of a name.
pub(super) fn has_name(voice: &Voice, name: &NameAt) -> bool {
    voice.id == Some(name.id) && voice.tokens.contains(&name.tokens.start)
}

/// `As X says`.
pub(super) fn is_as(passage: &Passage<'_>, voice: &Voice) -> bool {
    let before = (0..voice.tokens.start).rev().map(|at| passage.tokens.folded(at)).find(|&word| word != "the");
    before == Some("as")
}

/// Whether a number stands behind a name in the brackets: `(the union 50,000)`.
fn counts_on(passage: &Passage<'_>, named: &Range<usize>) -> bool {
    let end = passage.sentences[passage.sentence_at(passage.tokens.get(named.start).span.start)].tokens.end;
    let inside = (named.end..end).take_while(|&at| passage.tokens.folded(at) != ")").last();
    let Some(last) = inside else { return false };
    let mut values = passage.values_in(passage.span_of(&(named.end..last + 1)));
    values.any(|value| !value.is_moment())
}
