//! Claims that a fact-check sets out before it judges them: the line `Claim 6: …`, and the verdict that the next one begins
//! with. Whoever claims it, the outlet does not; and what it calls false is told not to be so.
//!
//! ```text
//! Claim 6: “40 died” / FALSE. There were 12.        40 is told to be wrong
//! Claim 6: “40 died” / It depends on how one counts. 40 is of whoever claims it
//! Claim 6: “40 died” / TRUE. We saw the list.       40 is the outlet's, too
//! “40 died” / False. There were 12.                 40 is told to be wrong
//! “40 died” / It was a Monday.                      no claim set out
//! “40 died” / False. (in a text of the police)      40 is of whoever claims it
//! 3. “40 died” / The union says so. / Verdict: no.  40 is told to be wrong
//! ```

use super::Reader;
use crate::matching::passage::Passage;
use crate::text::TokenKind;

/// How many words a verdict has at the most, with `Verdict:` before it: `our verdict: pants on fire`.
const VERDICT: usize = 8;

/// How many sentences behind a claim its verdict may stand.
const FAR: usize = 16;

/// What a fact-check says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::matching) enum Verdict {
    /// That it is so.
    True,
    /// That it is not, or not quite.
    False,
    /// Neither in so many words.
    Open,
}

impl Reader<'_, '_> {
    /// Whether the statement is in the line of a claim that is judged to be false.
    pub(super) fn is_judged_false(&self) -> bool {
        let here = self.passage.sentence_at(self.passage.tokens.get(self.sentence.start).span.start);
        verdict_on(self.passage, here) == Some(Verdict::False)
    }
}

/// Whether a sentence sets out a claim that the text does not make its own.
pub(in crate::matching) fn is_contested(passage: &Passage<'_>, sentence: usize) -> bool {
    verdict_on(passage, sentence).is_some_and(|verdict| verdict != Verdict::True)
}

/// What is said of the claim that a sentence sets out, where it sets one out.
pub(in crate::matching) fn verdict_on(passage: &Passage<'_>, sentence: usize) -> Option<Verdict> {
    let tokens = &passage.sentences[sentence].tokens;
    let words = passage.lexicon.stance.verdicts;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = tokens.start + usize::from(word(tokens.start) == "the");
    let next = passage.sentences.get(sentence + 1);
    let verdict = || next.map_or(Verdict::Open, |next| read(passage, next.tokens.start, next.tokens.end));
    if !words.claims.contains(word(first)) {
        if !is_quoted(passage, sentence) {
            return None;
        }
        let near = Some(verdict()).filter(|verdict| *verdict != Verdict::Open);
        let verdict = near.or_else(|| verdict_behind(passage, sentence));
        // Who speaks for himself contradicts others: what they said stands, and is theirs.
        let is_party = passage.article.front.claimant.is_some();
        return verdict.map(|verdict| if is_party { Verdict::Open } else { verdict });
    }
    let is_number = |at: usize| tokens.contains(&at) && passage.tokens.get(at).kind == TokenKind::Digits;
    let colon = first + 1 + usize::from(word(first + 1) == "#");
    let colon = colon + usize::from(is_number(colon));
    if !matches!(word(colon), ":" | "-" | "–" | "—" | ".") || colon + 2 >= tokens.end {
        return None;
    }
    let verdict = below_quotation(passage, colon + 1, tokens.end).unwrap_or_else(verdict);
    // `Myth: 40 died. Fact: 12 did.`
    let is_myth = words.myths.contains(word(first)) && verdict == Verdict::Open;
    Some(if is_myth { Verdict::False } else { verdict })
}

/// Whether a sentence is a quotation and nothing else.
fn is_quoted(passage: &Passage<'_>, sentence: usize) -> bool {
    let tokens = &passage.sentences[sentence].tokens;
    let is_mark = |at: usize| passage.tokens.folded(at) == "\"";
    tokens.len() > 2 && is_mark(tokens.start) && is_mark(tokens.end - 1)
}

/// What a line `Verdict: …` says, before the next claim is set out.
fn verdict_behind(passage: &Passage<'_>, sentence: usize) -> Option<Verdict> {
    let words = passage.lexicon.stance.verdicts;
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let sets_out = |at: &usize| {
        let first = passage.sentences[*at].tokens.start;
        is_quoted(passage, *at) || words.claims.contains(word(first + usize::from(word(first) == "the")))
    };
    let last = (sentence + 1 + FAR).min(passage.sentences.len());
    let mut behind = (sentence + 1..last).take_while(|at| !sets_out(at));
    behind.find_map(|at| {
        let tokens = &passage.sentences[at].tokens;
        let first = tokens.start + usize::from(matches!(word(tokens.start), "our" | "the"));
        let is_verdict = words.lines.contains(word(first)) && word(first + 1) == ":";
        is_verdict.then(|| read(passage, tokens.start, tokens.end))
    })
}

/// The verdict on the line below a quoted claim, where no full stop parts the two.
fn below_quotation(passage: &Passage<'_>, quote: usize, end: usize) -> Option<Verdict> {
    let inside =
        (quote + 1 < end && passage.tokens.folded(quote) == "\"").then(|| passage.tokens.get(quote + 1).span)?;
    let closes = passage.quotations[passage.quotation_around(inside)?].span.end;
    let first =
        (quote..end).find(|&at| passage.tokens.get(at).span.start >= closes && passage.tokens.folded(at) != "\"")?;
    (end - first <= VERDICT).then(|| read(passage, first, end)).filter(|verdict| *verdict != Verdict::Open)
}

/// The verdict with which a sentence begins: `FALSE.`, `Verdict: mostly false`, `Not true:`, `Pants on fire!`.
fn read(passage: &Passage<'_>, start: usize, end: usize) -> Verdict {
    let (untrue, words) = (passage.lexicon.stance.withdrawn.untrue, passage.lexicon.stance.verdicts);
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let opens = |at: &usize| words.opening.contains(word(*at));
    let first = start + (start..end.min(start + VERDICT)).take_while(opens).count();
    let not = usize::from(word(first) == "not");
    let is_partly = words.partly.contains(word(first + not));
    let at = first + not + usize::from(is_partly);
    // `False alarms rang` judges nothing.
    let ends = |at: usize| matches!(word(at), "" | "." | "!" | ":" | ";" | "," | "-" | "–" | "—" | "*" | "(");
    let is_phrase = |phrase: &&[&str]| {
        let after = first + phrase.len();
        passage.reads(first..end, phrase) && (ends(after) || word(after) == "by")
    };
    let is_right = words.for_it.contains(word(at)) && ends(at + 1);
    let is_wrong = (untrue.contains(word(at)) || words.against.contains(word(at))) && ends(at + 1);
    if words.phrases.iter().any(is_phrase) || is_wrong && not == 0 || is_right && not == 1 {
        Verdict::False
    } else if is_right && !is_partly {
        Verdict::True
    } else {
        Verdict::Open
    }
}
