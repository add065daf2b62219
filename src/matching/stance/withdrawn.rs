//! Whether a value is told to be wrong by the text itself, or is taken back by whoever stated it.
//!
//! Only the text's own word counts: what one side calls wrong, the other may still say.
//!
//! ```text
//! wrongly reported that 40 died                          40 is told to be wrong
//! the union's figure of 40 is wrong, the firm says       40: the union still says so
//! reported that 40 died; that is a slip                  40 is told to be wrong
//! reported 40 died. That is wrong, says the union.       40: the union denies it
//! the mayor said 40 died. That is wrong.                 40: the mayor still says so
//! a post says that 40 died. That is wrong.               40 is told to be wrong
//! said 40 died, but has since withdrawn the figure       40 is withdrawn
//! said 40 died, and no longer uses the figure            40 is withdrawn
//! used to say 40 died, and now accepts the other figure  40 is withdrawn
//! said 40 died, but the union withdrew its statement     40
//! has withdrawn its statement that 40 died               40 is withdrawn
//! a first offer of 40 was turned down                    40 is offered no more
//! ```

use super::Reader;
use crate::matching::behind::{between, few};
use crate::matching::passage::names::NameAt;
use crate::matching::passage::telling::is_habit;
use std::ops::Range;

/// How far behind its verb what is withdrawn stands, in tokens: `withdrew that statement`.
const OBJECT: usize = 4;
/// How far before a statement its verb of withdrawing stands: `has withdrawn its statement of Thursday that`.
const AHEAD: usize = 14;
/// In how many words a sentence names a thing that nobody has put a name to: `a widely shared post`.
const UNSIGNED: usize = 4;
/// How far before its number, in tokens, it may be told whose figure it is: `the union's latest figure of`.
const OWNED: usize = 6;
/// How far before such a verb a negation keeps it from saying so.
const NEGATED: usize = 4;

impl Reader<'_, '_> {
    /// `Wrongly reported that 40 died`, `reported that 40 died; that is a slip`, `reported that 40 died. That is wrong.` What
    /// somebody said who has a part in it is still said.
    pub(super) fn is_told_wrong(&self, value: &Range<usize>) -> bool {
        let says = |at: usize| self.sentence.contains(&at) && self.passage.lexicon.says(self.stem(at));
        let prints = |at: usize| self.sentence.contains(&at) && self.words.withdrawn.printing.contains(self.stem(at));
        let is_wrongly = |&at: &usize| {
            self.words.withdrawn.mistaken.contains(self.folded(at)) && (prints(at + 1) || at > 0 && prints(at - 1))
        };
        let wrongly = self.before(value.start).find(is_wrongly);
        // `The union says the paper wrongly reported that`.
        let by_another = |at: usize| self.sentence.clone().any(|other| says(other) && other.abs_diff(at) > 1);
        if wrongly.is_some_and(|at| !by_another(at)) {
            return true;
        }
        let before = self.sentence.start..value.start;
        let (is_said, is_printed) = (before.clone().any(says), before.clone().any(prints));
        // `A post says that 40 died. That is false.`
        let is_unsigned = || {
            let first = before.start + usize::from(matches!(self.folded(before.start), "a" | "an" | "one" | "the"));
            let near = first..(first + UNSIGNED).min(before.end);
            let is_post = |at: usize| self.words.withdrawn.unsigned.contains(self.folded(at));
            let post = near.into_iter().find(|&at| is_post(at));
            // Behind the verb names are of what the post says.
            let verb = |post: usize| (post..before.end).find(|&at| says(at)).unwrap_or(before.end);
            post.is_some_and(|post| self.passage.names_in(before.start..verb(post)).next().is_none())
        };
        let is_unsigned = is_said && is_unsigned();
        // `A post wrongly claimed that 40 died`: nobody else answers for it.
        if is_unsigned && before.clone().any(|at| self.words.withdrawn.mistaken.contains(self.folded(at))) {
            return true;
        }
        let is_quoted = || self.passage.quotation_around(self.passage.tokens.get(value.start).span);
        let is_in_print = is_quoted().is_some_and(|quotation| self.is_of_unnamed_print(quotation));
        let semicolon = (value.end..self.sentence.end).find(|&at| self.folded(at) == ";");
        let told = semicolon.map(|at| at + 1..self.sentence.end).or_else(|| self.next_sentence());
        let calls = |told: Range<usize>| {
            self.calls_wrong(&told, is_printed || is_unsigned || is_in_print)
                || is_unsigned && self.finds_no_evidence(&told)
                || (is_printed || is_unsigned) && self.says_never(&told)
        };
        (is_in_print || (is_said || is_printed) && is_quoted().is_none()) && told.is_some_and(calls)
    }

    /// `“40 died”, a tabloid reported`, `a headline said “40 died”`: whether what is quoted is of print that has no name.
    fn is_of_unnamed_print(&self, quotation: usize) -> bool {
        let quoted = self.passage.tokens_of(self.passage.quotations[quotation].span);
        let before = self.sentence.start..quoted.start.max(self.sentence.start);
        let behind = quoted.end.min(self.sentence.end)..self.sentence.end;
        let media = &self.passage.lexicon.voices.media;
        let is_print =
            |at: usize| media.contains(self.folded(at)) || self.words.withdrawn.unsigned.contains(self.folded(at));
        let is_named = |around: &Range<usize>| self.passage.names_in(around.clone()).next().is_some();
        let around = [before, behind];
        !around.iter().any(is_named) && around.into_iter().flatten().any(is_print)
    }

    /// `There is no evidence for this.`: what nobody answers for is then held against nothing.
    fn finds_no_evidence(&self, told: &Range<usize>) -> bool {
        let word = |at: usize| if told.contains(&at) { self.passage.tokens.folded(at) } else { "" };
        let first = told.start;
        let lacks = word(first) == "there"
            && matches!(word(first + 1), "is" | "was")
            && word(first + 2) == "no"
            && matches!(word(first + 3), "evidence" | "proof");
        let of_this = matches!(word(first + 4), "for" | "of") && matches!(word(first + 5), "this" | "that" | "it");
        lacks && told.end - first <= if of_this { 7 } else { 5 }
    }

    /// `He was never arrested for that.` after `a tabloid reported that he had been arrested`; not `He was never arrested, the
    /// union says`.
    fn says_never(&self, told: &Range<usize>) -> bool {
        let word = |at: usize| if told.contains(&at) { self.passage.tokens.folded(at) } else { "" };
        let helps = matches!(word(told.start + 1), "was" | "were" | "has" | "had" | "did" | "is" | "are");
        let not = told.start + 2;
        let verb = not + 1 + usize::from(word(not + 1) == "been");
        let again = |at: usize| self.sentence.clone().any(|of| self.passage.stems[of] == self.passage.stems[at]);
        let is_verb = told.contains(&verb) && self.passage.carries(verb) && again(verb);
        // `He was not arrested at home` leaves it that he was.
        let of_this = matches!(word(verb + 1), "for" | "over")
            && matches!(word(verb + 2), "that" | "this" | "it")
            && matches!(word(verb + 3), "" | ".");
        self.words.withdrawn.subjects.contains(word(told.start))
            && helps
            && self.passage.lexicon.is_negation(word(not))
            && is_verb
            && (matches!(word(verb + 1), "" | ".") || of_this)
    }

    /// The tokens of the next sentence of the same paragraph.
    pub(super) fn next_sentence(&self) -> Option<Range<usize>> {
        let sentences = &self.passage.sentences;
        let here = self.passage.sentence_at(self.passage.tokens.get(self.sentence.start).span.start);
        let next = sentences.get(here + 1).filter(|next| next.block == sentences[here].block)?;
        Some(next.tokens.clone())
    }

    /// `That is a slip.`, and nothing behind it: `That is wrong, says the union` is of the union.
    /// Only a slip is one of whoever said it, too.
    fn calls_wrong(&self, told: &Range<usize>, is_printed: bool) -> bool {
        let word = |at: usize| if told.contains(&at) { self.passage.tokens.folded(at) } else { "" };
        let first = told.start;
        let is_figure = told.contains(&(first + 1)) && self.is_figure(first + 1);
        let is = first + 1 + usize::from(is_figure);
        let skips = |at: usize| usize::from(matches!(word(at), "a" | "an" | "not" | "simply" | "plainly"));
        let is_not = word(is + 1) == "not";
        let wrong = is + 1 + skips(is + 1);
        let is_wrong = if is_not {
            is_printed && matches!(word(wrong), "true" | "so" | "right" | "correct")
        } else {
            is_printed && self.words.withdrawn.untrue.contains(word(wrong))
                || self.words.withdrawn.slips.contains(word(wrong))
        };
        matches!(word(first), "that" | "this" | "it" | "the")
            && matches!(word(is), "is" | "was")
            && is_wrong
            && (wrong + 1 == told.end || word(wrong + 1) == "." && wrong + 2 == told.end)
    }

    /// `Said that 40 died, but has since withdrawn the figure`, `has withdrawn its statement that 40 died`.
    pub(super) fn is_withdrawn(&self, value: &Range<usize>, whole: &Range<usize>) -> bool {
        let start = value.start.min(whole.start);
        let withdraws = |&at: &usize| {
            let begins = self.begins_withdrawal(at)?;
            let first = begins.saturating_sub(NEGATED).max(self.sentence.start);
            let negated = (first..begins).any(|at| self.passage.lexicon.is_negation(self.folded(at)));
            (!negated).then_some(begins)
        };
        let account = |at: usize| self.passage.lexicon.is_account_or_claim(self.stem(at));
        // `Withdrew its claim that the firm said that` is of what the firm says.
        let says = |at: usize| self.passage.lexicon.says(self.stem(at));
        // `Its statement that 40 died`.
        let first = start.saturating_sub(AHEAD).max(self.sentence.start);
        let ahead = (first..start).rev().find(|at| withdraws(at).is_some());
        let told = |verb: usize| {
            let that = between(verb, start).find(|&at| self.folded(at) == self.words.that && at > verb + 1);
            that.is_some_and(|that| between(verb, that).any(account) && !between(that, start).any(says))
        };
        if ahead.is_some_and(told) {
            return true;
        }
        let end = value.end.max(whole.end).min(self.sentence.end);
        let behind =
            (end..self.sentence.end).find_map(|at| Some((withdraws(&at).filter(|&begins| begins >= end)?, at)));
        if self.is_said_once(value.start) && self.accepts_another(end) {
            return true;
        }
        let Some((begins, verb)) = behind else { return false };
        let opens = |at: &usize| matches!(self.folded(*at), "," | "but" | "and" | ";" | "which");
        // `A figure which it later withdrew`.
        let relative = (end + 1..verb).find(|&at| self.folded(at) == "which" && account(at - 1));
        let Some(opening) = relative.or_else(|| (end..verb).find(opens)) else { return false };
        // Nobody else does: `but the union withdrew`.
        let is_small = |at: usize| {
            let word = self.folded(at);
            let adverb = word.ends_with("ly") || matches!(word, "since" | "later" | "then" | "now" | "soon");
            adverb
                || !self.passage.carries(at) && word != "the"
                || self.passage.is_in_value(self.passage.tokens.get(at).span)
        };
        let is_own = (opening..begins).all(is_small);
        let object = few(OBJECT, verb, self.sentence.end).find(|&at| self.passage.carries(at));
        let led = object.is_some_and(|at| matches!(self.word(at - 1), "the" | "that" | "this" | "its" | "his" | "her"));
        let is_it = matches!(self.word(verb + 1), "it" | "them");
        let is_which = (opening..verb).any(|at| self.folded(at) == "which");
        is_own && (is_it || object.is_some_and(account) && led || is_which && object.is_none())
    }

    /// `The union's figure of 62 percent is inflated, the firm says`: what another side calls so, the union still says.
    pub(super) fn is_disputed_by_another(&self, value: &Range<usize>) -> bool {
        let says = |at: usize| self.sentence.contains(&at) && self.passage.lexicon.says(self.stem(at));
        let near = value.start.saturating_sub(OWNED).max(self.sentence.start)..value.start;
        let mut owners = self.passage.names_in(near).filter(|name| matches!(self.folded(name.tokens.end), "'s" | "'"));
        let Some(owner) = owners.next() else { return false };
        let tells = |name: &&NameAt| {
            let (start, end) = (name.tokens.start, name.tokens.end);
            let the = start - usize::from(start > self.sentence.start && self.folded(start - 1) == "the");
            let is_tag = start > value.end && the.checked_sub(1).is_some_and(says);
            name.id != owner.id && (says(end) || is_tag)
        };
        self.passage.names_in(self.sentence.clone()).any(|name| tells(&name))
    }

    /// `A first offer of 540 was turned down`: it was made once, and is no more.
    pub(super) fn is_turned_down(&self, value: &Range<usize>) -> bool {
        let words = self.words.withdrawn;
        let is_first = |at: usize| words.first.contains(self.word(at)) && self.words.offers.contains(self.word(at + 1));
        let offered = self.before(value.start).take(OBJECT + 1).any(is_first);
        let mut behind = self.after(value.end).take_while(|&at| self.folded(at) != ",").take(AHEAD);
        let turned = |at: usize| {
            let phrase = |phrase: &&[&str]| self.passage.reads(at..self.sentence.end, phrase);
            self.is_passive(at) && words.turned_down.iter().any(phrase)
        };
        offered && behind.any(turned)
    }

    /// `Used to say that 40 died`.
    pub(super) fn is_said_once(&self, start: usize) -> bool {
        let used =
            |at: usize| self.folded(at) == "used" && self.word(at + 1) == self.words.to && is_habit(self.passage, at);
        let first = start.saturating_sub(AHEAD).max(self.sentence.start);
        (first..start).any(|at| used(at) && at + 2 < start && self.passage.lexicon.says(self.stem(at + 2)))
    }

    /// `And now accepts the other figure`, by whoever spoke before.
    fn accepts_another(&self, end: usize) -> bool {
        let accepts = |at: usize| {
            let verb = at + 1;
            self.sentence.contains(&verb) && self.words.withdrawn.accepting.contains(self.stem(verb))
        };
        let now = (end..self.sentence.end).find(|&at| self.folded(at) == self.words.now && accepts(at));
        now.is_some_and(|now| matches!(self.folded(now - 1), "it" | "they" | "he" | "she" | "and" | "but" | ","))
    }

    /// Where the words begin that end at a token and take back what was said: `withdrew`, `has stopped using`.
    fn begins_withdrawal(&self, at: usize) -> Option<usize> {
        let words = self.words.withdrawn;
        let stands = |phrase: &&&[&str]| {
            let begins = (at + 1).checked_sub(phrase.len()).filter(|&begins| begins >= self.sentence.start);
            begins.is_some_and(|begins| self.passage.reads(begins..self.sentence.end, phrase))
        };
        let phrase = || words.stopping.iter().find(stands).map(|phrase| at + 1 - phrase.len());
        if words.withdrawing.contains(self.folded(at)) { Some(at) } else { phrase() }
    }
}
