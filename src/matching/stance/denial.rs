//! Which word before a statement takes it back, or leaves it open.
//!
//! It looks at the words of the statement's own clause, and at those over a `that` or `whether`
//! before which it stands. What is taken for granted stands under a negation too: who has not
//! explained why jobs go says that they go. What other words of the sentence say of a value, that
//! it was expected or revised, is for [`stance`](super).
//!
//! ```text
//! ruled out that 12 died            ruled
//! is it true, they ask, that 12 …   nothing
//! investigating whether 12 died     whether
//! nobody disputes that 12 died      nothing: it stands
//! ```

use crate::matching::behind::{between, few};
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;
use std::ops::Range;

/// How far before a statement, in tokens, a word may take it back.
pub(super) const REACH: usize = 7;
/// How far before it the `that` may stand over which one does.
const FAR: usize = 18;
/// How many clauses with `and that` may follow the one that a verb leads to.
const JOINED: usize = 4;
/// How long what is put in before a `that` may be: `it is false, the mayor of Tolva said, that`.
const ASIDE: usize = 8;
/// How far behind a negation the word stands that lets a thing stand all the same.
const GRANTED: usize = 5;
/// How far before a negation the `who` of a speaker may stand whom it tells of.
const WHO: usize = 6;

/// How far before a thing the `familiar with` of whoever knows it may stand, in tokens.
const KNOWN: usize = 4;

/// What keeps a statement from stating anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::matching) enum Denial {
    /// Words that take it back, or ask whether it is so.
    TakenBack,
    /// These, or words that leave it open. (An answer may be left open and
    /// still be somebody's: `if it was a fault, as the owner says`.)
    TakenBackOrOpen,
}

/// The words before a statement.
pub(in crate::matching) struct Ahead<'r, 'a> {
    /// The article.
    pub(in crate::matching) passage: &'r Passage<'a>,
    /// The tokens of the sentence.
    pub(in crate::matching) sentence: Range<usize>,
    /// The first token of the statement.
    pub(in crate::matching) start: usize,
}

impl Ahead<'_, '_> {
    /// The word close before the statement that keeps it from stating anything: `has not phoned`,
    /// `it is not true that`, `plans to phone`, `if he phoned`.
    pub(in crate::matching) fn taken_back(&self, what: Denial) -> Option<usize> {
        if self.is_presupposed() {
            return None;
        }
        let first = self.start.saturating_sub(REACH).max(self.sentence.start);
        let lexicon = self.passage.lexicon;
        let is_kept = |at: usize| {
            let first = at.saturating_sub(GRANTED).max(self.sentence.start);
            (first..at).any(|at| lexicon.denial.keeping.contains(&self.passage.stems[at]) && self.is_granted(at))
        };
        // `If one counts from the first call, for 36 minutes`: a way of reckoning.
        let reckons = |at: usize| {
            let (words, verb) = (lexicon.stance, at + 2);
            let counts_it = self.passage.is_in_value(self.passage.tokens.get(self.start).span);
            !counts_it
                && words.conditions.contains(self.word(at))
                && words.anyone.contains(self.word(at + 1))
                && verb < self.start
                && words.reckoning.contains(&self.passage.stems[verb])
        };
        // `Two people familiar with the plans`: what they know of.
        let is_known = |at: usize| {
            let pairs =
                (at.saturating_sub(KNOWN).max(self.sentence.start)..at).map(|at| (self.word(at), self.word(at + 1)));
            pairs.into_iter().any(|pair| lexicon.voices.near.contains(&pair))
        };
        // `Wishes to make clear that`: says so.
        let is_said = |at: usize| {
            let (words, makes) = (lexicon.denial, self.word(at + 2) == "make");
            let made = || (at + 3..at + 6).any(|at| words.making.contains(self.word(at)));
            let says = words.stressing.contains(self.word(at + 2)) || makes && made();
            words.wishing.contains(self.word(at)) && self.word(at + 1) == "to" && says
        };
        let leaves_open =
            |at: usize| lexicon.leaving_open.contains(self.word(at)) && !reckons(at) && !is_known(at) && !is_said(at);
        let open = |&at: &usize| leaves_open(at) && !self.is_granted(at) && !is_kept(at);
        let opened = || self.within(first, self.start).find(open).filter(|_| what == Denial::TakenBackOrOpen);
        let found = self.clause(first, self.start).find(|&at| self.denies(at));
        found.or_else(|| self.over_an_aside()).or_else(opened)
    }

    /// `Denied negligence in the fire that killed 12`: what a clause tells of a thing stands, whatever
    /// is said of that.
    pub(in crate::matching) fn is_presupposed(&self) -> bool {
        let Some(relative) = self.start.checked_sub(1).filter(|&at| at > self.sentence.start) else { return false };
        let tokens = &self.passage.tokens;
        let is_number = || self.passage.is_in_value(tokens.get(self.start).span);
        let (stem, words) = (&self.passage.stems[relative - 1], self.passage.lexicon.denial);
        // `It is not true that` has none.
        let first = relative.saturating_sub(4).max(self.sentence.start);
        let pointed =
            (first..relative - 1).any(|at| matches!(self.word(at), "the" | "a" | "an" | "this" | "its" | "their"));
        // `Asked the court that he be fined`.
        let wants = |at: usize| {
            let (stance, stem) = (self.passage.lexicon.stance, &self.passage.stems[at]);
            stance.requesting.contains(stem) || stance.demanding.contains(stem)
        };
        let is_noun = pointed
            && !(first..relative).any(wants)
            && self.word(relative - 1) != "case"
            && self.passage.carries(relative - 1)
            && !self.passage.lexicon.says(stem)
            && !words.turning_away.contains(stem)
            && !words.untrue.contains(self.word(relative - 1))
            && !self.is_notion(relative - 1);
        matches!(self.word(relative), "that" | "which" | "who") && is_noun && !is_number()
    }

    /// The same over a `that` or `whether` further ahead: `rejected the theory that the fire at the
    /// old mill in Tolva was laid`.
    pub(in crate::matching) fn taken_back_from_afar(&self) -> Option<usize> {
        let first = self.start.saturating_sub(FAR).max(self.sentence.start);
        let words = &self.passage.lexicon.denial.telling;
        // `Nobody counted the boats that were there`: a clause on the boats.
        let is_relative = |at: usize| {
            self.word(at) == "that"
                && matches!(self.word(at + 1), "was" | "were" | "is" | "are" | "had" | "has" | "have")
        };
        let telling = self.clause(first, self.start).find(|&at| words.contains(self.word(at)) && !is_relative(at))?;
        // `Denied that the union had lied and that 12 died`: under the same verb.
        let joined = |at: usize| at > self.sentence.start && matches!(self.word(at - 1), "and" | "or" | "nor");
        let earlier = |that: &usize| {
            let far = that.saturating_sub(FAR).max(self.sentence.start)..*that;
            far.rev().take_while(|&at| !matches!(self.word(at), ";" | ":")).find(|&at| words.contains(self.word(at)))
        };
        let leads = std::iter::successors(Some(telling), |that| earlier(that).filter(|_| joined(*that)));
        let telling = leads.take(JOINED).last().unwrap_or(telling);
        let first = telling.saturating_sub(REACH).max(self.sentence.start);
        self.clause(first, telling + 1).find(|&at| self.denies(at))
    }

    /// `It is not true, the mayor said, that`.
    fn over_an_aside(&self) -> Option<usize> {
        let first = self.start.saturating_sub(FAR).max(self.sentence.start);
        let clause = self.clause(first, self.start).last().unwrap_or(self.start);
        let comma = clause.checked_sub(1).filter(|&at| at > self.sentence.start && self.word(at) == ",")?;
        let tells = self.passage.lexicon.denial.telling.contains(self.word(clause));
        let before = comma.saturating_sub(ASIDE + 1).max(self.sentence.start)..comma;
        let opens = before.rev().find(|&at| self.word(at) == ",").filter(|_| tells)?;
        let lexicon = self.passage.lexicon;
        let says = |at: usize| lexicon.says(&self.passage.stems[at]) || lexicon.according.contains(self.word(at));
        between(opens, comma).any(says).then_some(())?;
        let first = opens.saturating_sub(REACH).max(self.sentence.start);
        let is_untrue = |at: usize| at + 1 == opens && lexicon.denial.untrue.contains(self.word(at));
        self.clause(first, opens).find(|&at| self.denies(at) || is_untrue(at))
    }

    /// The tokens before one, the nearest first, as far as its clause goes.
    fn within(&self, first: usize, end: usize) -> impl Iterator<Item = usize> {
        let ends = |at: usize| matches!(self.word(at), "," | ";" | ":" | "\"" | "." | "(" | "and" | "but");
        (first..end).rev().take_while(move |&at| !ends(at))
    }

    /// Those up to a word behind which a thing is taken for granted.
    fn clause(&self, first: usize, end: usize) -> impl Iterator<Item = usize> {
        self.within(first, end).take_while(|&at| !self.grants(at))
    }

    /// A word behind which a thing is taken for granted: `did not say why jobs go`.
    fn grants(&self, at: usize) -> bool {
        let words = self.passage.lexicon.denial;
        words.granting.contains(self.word(at)) && !words.degrees.contains(self.word(at + 1))
    }

    fn denies(&self, at: usize) -> bool {
        let (lexicon, words) = (self.passage.lexicon, self.passage.lexicon.denial);
        if self.is_unsupported(at) || self.is_scorned(at) {
            return true;
        }
        if self.is_granted(at) || self.is_of_speaker(at) {
            return false;
        }
        if let Some(end) = self.turns_away(at) {
            let that = between(at, self.start).find(|&at| words.telling.contains(self.word(at)));
            let object = between(at, that.unwrap_or(self.start));
            let of_notion = object.clone().any(|at| self.is_notion(at)) || self.turns_away_notion(at);
            if end - at > 1 || that == Some(end) || of_notion {
                // `Denied the union's claim that` leaves it to the union.
                let is_told =
                    object.clone().any(|at| self.passage.lexicon.is_account_or_claim(&self.passage.stems[at]));
                return !is_told || self.passage.names_in(object).next().is_none();
            }
        }
        // `Was wrong to say that`.
        let says_behind = |at: usize| {
            let says = self.sentence.contains(&(at + 2)) && lexicon.says(&self.passage.stems[at + 2]);
            // `It would be wrong to say they died in vain` leaves it to what is said of them.
            let first = at.saturating_sub(2).max(self.sentence.start);
            let would = (first..at).any(|at| self.word(at) == lexicon.stance.would);
            says && self.word(at + 1) == lexicon.stance.to && !would
        };
        lexicon.is_negation(self.word(at)) && !self.is_doubt(at) && !self.is_of_bound(at)
            || self.is_left_undone(at)
            || words.asking.contains(self.word(at))
            || self.asks_behind(at)
            || self.is_chance(at)
            || words.untrue.contains(self.word(at)) && (self.word(at + 1) == "that" || says_behind(at))
    }

    /// `A source who asked not to be named said`, `Doctors Without Borders`: it tells of whoever says it.
    fn is_of_speaker(&self, at: usize) -> bool {
        let tokens = &self.passage.tokens;
        let upper = |at: usize| starts_upper(tokens.raw(at));
        if at > self.sentence.start && self.word(at) == "without" && upper(at) && upper(at - 1) {
            return true;
        }
        let first = at.saturating_sub(WHO).max(self.sentence.start);
        let who = (first..at).any(|at| self.word(at) == "who");
        let tells = |at: usize| self.passage.lexicon.tells(&self.passage.stems[at]) && !upper(at);
        who && between(at + 2, self.start).any(tells)
    }

    /// `Could not confirm that` leaves it open and takes nothing back.
    fn is_doubt(&self, at: usize) -> bool {
        let confirming = self.passage.lexicon.stance.confirming;
        few(3, at, self.start).any(|at| confirming.contains(&self.passage.stems[at]))
    }

    /// `There were never more than 840`: it turns the bound round, with which the number has been read.
    fn is_of_bound(&self, at: usize) -> bool {
        let behind = at + 1 + usize::from(matches!(self.word(at + 1), "been" | "be"));
        let bounds = self.passage.lexicon.denial.bounding.contains(self.word(behind));
        bounds && self.passage.is_in_value(self.passage.tokens.get(behind).span)
    }

    /// `Has yet to pay`, `failed to reach`.
    fn is_left_undone(&self, at: usize) -> bool {
        let word = &self.passage.stems[at];
        self.word(at + 1) == "to" && self.passage.lexicon.denial.undone.contains(word)
    }

    /// `Too early to say if`.
    fn asks_behind(&self, at: usize) -> bool {
        let words = self.passage.lexicon.denial;
        let is_asked = |at: usize| words.inquiring.contains(&self.passage.stems[at]);
        words.asking_behind.contains(self.word(at)) && at > self.sentence.start && is_asked(at - 1)
    }

    /// `Three days in which to lodge`: right before the statement, which is no number (`the right to 15
    /// percent`).
    fn is_chance(&self, at: usize) -> bool {
        let is_one = self.passage.lexicon.denial.chances.contains(&self.passage.stems[at]);
        let is_number = || self.passage.is_in_value(self.passage.tokens.get(self.start).span);
        // `Crews needed eight hours to rescue 86 people` tells what they did.
        let first = at.saturating_sub(GRANTED).max(self.sentence.start);
        let is_spent = || (first..at).any(|at| self.passage.lexicon.denial.spending.contains(&self.passage.stems[at]));
        is_one && self.word(at + 1) == "to" && at + 2 == self.start && !is_number() && !is_spent()
    }

    /// Whether a negation takes back nothing: `not only`, `nobody disputes that`, `has not explained
    /// why`; nor does the verb of such a pair.
    fn is_granted(&self, at: usize) -> bool {
        lets_stand(self.passage, &self.sentence, at, self.start)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        word(self.passage, &self.sentence, at)
    }
}

fn word<'r>(passage: &'r Passage<'_>, sentence: &Range<usize>, at: usize) -> &'r str {
    if sentence.contains(&at) { passage.tokens.folded(at) } else { "" }
}

/// Whether a negation, or a verb that denies, lets what is said behind it stand, up to `end`.
pub(in crate::matching) fn lets_stand(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, end: usize) -> bool {
    let (lexicon, words) = (passage.lexicon, passage.lexicon.denial);
    let word = |at: usize| word(passage, sentence, at);
    if lexicon.is_negation(word(at)) {
        if words.merely.contains(word(at + 1)) || is_condition(passage, sentence, at) {
            return true;
        }
        // `We will not forget the three who died, nor the 17 who were injured`.
        let before = || (sentence.start..at).rev().find(|&at| lexicon.is_negation(word(at)));
        if word(at) == "nor" && before().is_some_and(|before| lets_stand(passage, sentence, before, at)) {
            return true;
        }
        let ends = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Sign && !matches!(word(*at), "-" | "'");
        let behind = few(GRANTED, at, end.min(sentence.end));
        if behind.take_while(|at| !ends(at)).any(|at| grants(passage, sentence, at, end)) {
            return true;
        }
    }
    let negated = |before: &usize| {
        lexicon.is_negation(word(*before))
            && grants(passage, sentence, at, end)
            && !words.merely.contains(word(before + 1))
    };
    let first = at.saturating_sub(GRANTED).max(sentence.start);
    let mut before = (first..at).rev().take_while(|&at| !matches!(word(at), "," | ";" | ":" | "\"" | "and" | "but"));
    before.any(|at| negated(&at))
}

/// Whether a negation is of a verb of speaking, or of nothing at all: `did not discuss`, `made no mention of`. What is not
/// accepted, or not yet paid, is spoken of.
pub(in crate::matching) fn is_unspoken(passage: &Passage<'_>, at: usize) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(at).span.start)].tokens;
    let words = passage.lexicon.denial;
    let speaks = |at: usize| words.speaking.contains(&passage.stems[at]);
    !passage.lexicon.is_negation(word(passage, sentence, at)) || few(GRANTED, at, sentence.end).any(speaks)
}

/// `Impossible without`, `no peace without`: what must be.
fn is_condition(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| word(passage, sentence, at);
    let impossible = |at: usize| {
        matches!(word(at), "impossible" | "unthinkable" | "inconceivable") || passage.lexicon.is_negation(word(at))
    };
    let mut before = (at.saturating_sub(GRANTED).max(sentence.start)..at).rev();
    word(at) == "without" && before.any(impossible)
}

/// Whether a verb within a statement denies it: `Railco denied that it cancelled 40 trains`, `rejected the charge
/// that`; not `Railco, which denied wrongdoing, cancelled`.
pub(in crate::matching) fn denies_statement(passage: &Passage<'_>, at: usize) -> bool {
    let words = passage.lexicon.denial;
    if !words.denying.contains(passage.tokens.folded(at)) {
        return false;
    }
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(at).span.start)].tokens;
    let word = |at: usize| word(passage, sentence, at);
    let is_sign = |at: usize| !sentence.contains(&at) || passage.tokens.get(at).kind == TokenKind::Sign;
    let is_clause = |at: usize| {
        matches!(word(at), "that" | "it" | "he" | "she" | "they" | "having" | "ever")
            || word(at).ends_with("ing") && !is_sign(at + 1)
    };
    let is_notion = |at: usize| {
        let stem = &passage.stems[at];
        word(at + 1) == "that" && (passage.lexicon.is_account_or_claim(stem) || words.notions.contains(stem))
    };
    let tells = is_clause(at + 1) || (at + 2..(at + GRANTED).min(sentence.end)).any(is_notion);
    // `Nobody denies that`.
    let mut before = (at.saturating_sub(GRANTED).max(sentence.start)..at).rev().take_while(|&at| !is_sign(at));
    tells && !before.any(|at| passage.lexicon.is_negation(word(at)) && !words.merely.contains(word(at + 1)))
}

/// Whether a negation before a word lets what is said behind it stand.
fn grants(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, end: usize) -> bool {
    let (stem, words) = (&passage.stems[at], passage.lexicon.denial);
    let word = |at: usize| word(passage, sentence, at);
    let clause = |at: usize| at < end && (word(at) == "that" || words.granting.contains(word(at)));
    words.granted.contains(stem)
        || words.granted_clause.contains(stem) && clause(at + 1)
        || words.keeping.contains(stem) && at + 1 < end && !words.measuring.contains(word(at + 1))
}
