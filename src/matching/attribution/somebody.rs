//! Whether the words before a verb of saying name somebody new: no pronoun, no spokesman of whoever was named
//! before, and not the outlet itself.

use super::described::{CARRY, described};
use super::heralds::announces_answer;
use super::outsiders::is_outsider;
use super::pronouns::is_own_kind;
use super::saying::is_plain_word;
use super::unlisted::Finder;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use std::ops::Range;

/// How far before a spokesman whoever he speaks for may be named, in tokens.
const NAMED: usize = 40;

impl Finder<'_, '_> {
    /// Whether words name somebody of whom the text has not spoken yet.
    pub(super) fn is_somebody(&self, named: &Range<usize>) -> bool {
        let lexicon = self.passage.lexicon;
        let carries = |&at: &usize| self.is_word(at) && !lexicon.is_function_word(self.word(at));
        // `Having put the crowd at 40`.
        let is_doing = named.len() == 1 && self.word(named.start).ends_with("ing");
        let few = || named.len() == 1 && matches!(self.word(named.start), "some" | "others" | "many" | "most");
        // `Both sides` are those named before.
        let are_both = matches!(self.word(named.end - 1), "sides" | "parties") && named.len() <= 3;
        // `I'd`, `they've`; `you've said so` is put to somebody, and not the outlet's.
        let bare = |at: usize| self.word(at).split('\'').next().filter(|word| *word != "you");
        let is_subject = |at: usize| {
            lexicon.subjects.contains(self.word(at)) || bare(at).is_some_and(|word| lexicon.subjects.contains(word))
        };
        // `A person familiar with it`.
        let is_object = |at: usize| {
            let before = at.checked_sub(1).filter(|before| named.contains(before)).map_or("", |at| self.word(at));
            named.len() > 2 && matches!(before, "with" | "of" | "to" | "about" | "on" | "in" | "behind")
        };
        // `A figure that seems to include people told to stay`: a thing.
        let is_figure = |at: usize| {
            let told = matches!(self.word(at + 1), "that" | "which") && named.contains(&(at + 1));
            told && lexicon.figures.nouns.contains(self.word(at))
        };
        if is_doing
            || named.clone().any(is_figure)
            || are_both
            || is_subject(named.start)
            || is_subject(named.end - 1) && !is_object(named.end - 1)
            || matches!(
                self.word(named.start),
                "what"
                    | "whatever"
                    | "whoever"
                    | "how"
                    | "than"
                    | "like"
                    | "nobody"
                    | "none"
                    | "no"
                    | "neither"
                    | "let"
                    | "in"
                    | "at"
                    | "on"
                    | "by"
                    | "from"
                    | "of"
                    | "according"
            )
            || !named.clone().any(|at| carries(&at)) && !few()
            || self.is_outlet(named)
            || self.is_anaphoric(named)
        {
            return false;
        }
        let links = |word: &str| {
            matches!(
                word,
                "of" | "for"
                    | "from"
                    | "at"
                    | "who"
                    | "which"
                    | "whose"
                    | "with"
                    | "near"
                    | "against"
                    | "in"
                    | "by"
                    | "on"
                    | "into"
            )
        };
        // `Police spokesman Jon Poe`: the police are named first.
        let heads = |at: usize| !(named.start..at).any(|at| links(self.word(at)));
        let mut names = self.passage.names_in(named.clone());
        let is_clause = || {
            let is =
                |at: usize| matches!(self.word(at), "was" | "were" | "is" | "are" | "had" | "has" | "have" | "not");
            let relative = |at: usize| (named.start..at).any(|at| matches!(self.word(at), "who" | "which" | "that"));
            named.clone().any(|at| is(at) && !relative(at))
        };
        // `The mayor's brother` is not the mayor.
        let owns = |name: &NameAt| self.word(name.tokens.end) == "'s" && name.tokens.end + 1 < named.end;
        let is_outside = |name: &NameAt| is_outsider(self.passage, self.sentence, name) || self.is_from(named, name);
        let is_theirs =
            |name: &NameAt| (self.may_speak)(name.id) && heads(name.tokens.start) && !owns(name) && !is_outside(name);
        !names.any(is_theirs) && !is_clause()
    }

    /// `Two officials`: a small number in letters before whoever they are.
    pub(super) fn is_number_of_people(&self, at: usize) -> bool {
        let value = self.sentence.contains(&at).then(|| self.passage.value_around(self.passage.tokens.get(at).span));
        let of_one_word = value.flatten().is_some_and(|value| self.passage.tokens_of(value.span).len() == 1);
        let next = self.word(at + 1);
        of_one_word
            && self.is_word(at)
            && !self.is_of_time(at)
            && self.is_plain(at + 1)
            && !matches!(next, "and" | "or")
    }

    /// `A Lund driver`: somebody from there, who does not speak for it.
    fn is_from(&self, named: &Range<usize>, name: &NameAt) -> bool {
        let noun = named.end - 1;
        matches!(self.word(named.start), "a" | "an" | "one" | "another")
            && name.tokens.start == named.start + 1
            && name.tokens.end == noun
            && is_plain_word(self.passage, noun)
            && !self.passage.is_of_body(noun)
    }

    /// `A spokesman`, `its officials`, where a listed name stands before in the sentence.
    fn is_anaphoric(&self, named: &Range<usize>) -> bool {
        let lexicon = self.passage.lexicon;
        let small = |at: usize| lexicon.is_function_word(self.word(at)) || lexicon.pointing.contains(self.word(at));
        let of_body = |at: usize| {
            let word = self.word(at);
            lexicon.speakers.contains(word)
                || lexicon.offices.contains(word)
                || lexicon.is_account(&self.passage.stems[at])
        };
        let theirs = || matches!(self.word(named.start), "its" | "their");
        let is_kind = |at: usize| theirs() && of_body(named.end - 1) && is_own_kind(self.passage, at);
        // `Its rival's report` is the rival's.
        let all_of_body = || named.clone().all(|at| self.word(at) != "'s" && (small(at) || of_body(at) || is_kind(at)));
        if self.is_informant(named) {
            return false;
        }
        let described = || described(self.passage, self.sentence, self.may_speak);
        if named.start == self.sentence.start && described().is_some_and(|(words, _)| words == *named) {
            return true;
        }
        if named.start == self.sentence.start && theirs() && all_of_body() {
            return true;
        }
        // `Last night Railco hit back. “We were late,” said a spokesman.`
        let speaks = lexicon.speakers.contains(self.word(named.end - 1));
        let here = || {
            let before = self.passage.tokens.get(named.start.saturating_sub(3)).span;
            let around = self.passage.quotation_around(before).map(|at| self.passage.quotations[at].speech.0);
            let opening = around.map_or(before.start, |first| self.passage.quotations[first].span.start);
            self.passage.sentence_at(opening)
        };
        if speaks && all_of_body() && announces_answer(self.passage, here(), self.may_speak) {
            return true;
        }
        let of_one =
            || named.start == self.sentence.start || theirs() && !names_several_before(self.passage, self.sentence);
        if of_one() && all_of_body() && self.is_named_before(named, theirs()) {
            return true;
        }
        let first = named.start.saturating_sub(NAMED).max(self.sentence.start);
        let mut before = self.passage.names_in(first..named.start);
        let is_named = before.any(|name| (self.may_speak)(name.id));
        // `The chief said that her officers had found that`.
        let is_staff = || {
            let staff = self.word(named.end - 1);
            matches!(self.word(named.start), "his" | "her") && lexicon.voices.staff.contains(staff) && named.len() == 2
        };
        is_named && (theirs() || all_of_body() || is_staff())
    }

    /// `A source`, and behind a `but` `an official`: whoever that is, not the one named before.
    fn is_informant(&self, named: &Range<usize>) -> bool {
        let words = self.passage.lexicon.voices;
        // `A source there`.
        let there = usize::from(named.len() > 1 && self.word(named.end - 1) == "there");
        let last = self.word(named.end - 1 - there);
        let any = matches!(
            self.word(named.start),
            "a" | "an" | "one" | "another" | "some" | "two" | "three" | "several" | "other"
        );
        let before = named.start.checked_sub(1).map_or("", |before| self.word(before));
        let turns = || matches!(before, "but" | "though" | "although" | "while" | "whereas" | "however");
        let is_plural = named.len() == 1 && last.ends_with('s');
        // `The commission was told, said an official`; `the police, an official said, counted 40` is of theirs.
        let said = || matches!(before, "said" | "says") && any;
        // `According to two officials`: those of a body named before would be `its`.
        let some = || before == "to" && any && last == "officials";
        (any || is_plural)
            && (words.informants.contains(last)
                || (turns() || said() || some()) && matches!(last, "official" | "officials"))
    }

    /// `The police gave higher figures. A spokeswoman said`: whoever the sentence before begins with, and of `its report` the
    /// only one whom it names.
    fn is_named_before(&self, named: &Range<usize>, of_one: bool) -> bool {
        let passage = self.passage;
        let here = passage.sentence_at(passage.tokens.get(self.sentence.start).span.start);
        let block = passage.sentences[here].block;
        // `The police gave higher figures. Their cars had cameras. A spokeswoman said`.
        let tells_on = |at: &usize| {
            let first = passage.tokens.folded(passage.sentences[*at].tokens.start);
            matches!(first, "it" | "its" | "they" | "their") && passage.sentences[*at].block == block
        };
        // `The police gave figures. It was late. Some reports said`: nobody's.
        let last = passage.tokens.folded(named.end - 1);
        let speaks = passage.lexicon.speakers.contains(last) || passage.lexicon.holds_office(last);
        let first = if speaks { here.saturating_sub(CARRY) } else { here };
        let passed = (first..here).rev().take_while(tells_on).count();
        let Some(before) = (here - passed).checked_sub(1).map(|before| &passage.sentences[before]) else {
            return false;
        };
        let last = if of_one { before.tokens.end } else { (before.tokens.start + 2).min(before.tokens.end) };
        let opening = before.tokens.start..last;
        before.block == block && passage.names_in(opening).any(|name| (self.may_speak)(name.id))
    }

    /// `Wire has said`, `an earlier version of this post said`, `our analysis shows`: the outlet itself.
    fn is_outlet(&self, named: &Range<usize>) -> bool {
        let earlier = self.passage.lexicon.stance.earlier;
        if named.clone().any(|at| self.word(at) == "this" || earlier.contains(self.word(at))) {
            return true;
        }
        // `Our report said`, `Correction: A report on Monday said`.
        let printed = named.clone().any(|at| self.passage.lexicon.correction.printed.contains(self.word(at)));
        let first = self.sentence.start;
        let heads = matches!(self.word(first), "correction" | "corrections") && self.word(first + 1) == ":";
        let own =
            self.word(named.start) == "our" && self.passage.lexicon.voices.own_work.contains(self.word(named.end - 1));
        if own || printed && (heads || self.word(named.start) == "our") {
            return true;
        }
        names_outlet(self.passage, named)
    }
}

/// `The Flash can reveal`, in the Daily Flash: whether words name the article's own outlet.
pub(super) fn names_outlet(passage: &Passage<'_>, named: &Range<usize>) -> bool {
    let Some(outlet) = &passage.article.front.outlet else { return false };
    if !starts_upper(passage.tokens.raw(named.end - 1)) && named.len() == 1 {
        return false;
    }
    let folded = crate::text::fold_str(outlet);
    let mut own = folded.split_whitespace().filter(|word| *word != "the");
    let words: Vec<&str> = named.clone().map(|at| passage.tokens.folded(at)).filter(|word| *word != "the").collect();
    let last = || folded.split_whitespace().next_back();
    let short = || words.len() == 1 && starts_upper(passage.tokens.raw(named.end - 1)) && last() == Some(words[0]);
    // `The Herald-Mail can reveal`, in the Daily Herald-Mail.
    let glued = || folded.replace([' ', '-'], "").ends_with(&words.concat().replace('-', ""));
    let long = || words.len() > 1 && starts_upper(passage.tokens.raw(named.end - 1)) && glued();
    own.by_ref().eq(words.iter().copied()) || short() || long()
}

/// `The union met the police. In a letter, their lawyers said`: whether the sentence before names several, whose either may be.
pub(super) fn names_several_before(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    let here = passage.sentence_at(passage.tokens.get(sentence.start).span.start);
    let Some(before) = here.checked_sub(1) else { return false };
    let mut names = passage.names_in(passage.sentences[before].tokens.clone()).map(|name| name.id);
    let first = names.next();
    names.any(|id| Some(id) != first)
}
