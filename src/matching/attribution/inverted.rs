//! Verbs of saying that stand before whoever says it, behind what is said.
//!
//! ```text
//! 40 died, said the police.                          the police
//! “40 died,” fumed the mayor                         the mayor
//! The report, out today, says the police had 40      not the police
//! ```

use super::saying::skip_back;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use std::ops::Range;

/// How many words may say between a verb and a name what whoever is named is.
const OFFICE: usize = 3;

/// `said X`, `claimed the X`: where the verb begins; or, behind a quotation, whoever it is of: `“Enough,” X snapped`.
pub(super) fn verb_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let at = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a") || passage.lexicon.titles.contains(word)
    });
    if tags_quotation(passage, sentence, &(at..name.tokens.end)) {
        return Some(at);
    }
    let office = past_office(passage, sentence, name).unwrap_or(at);
    // `Hit back the mayor`, `hit back spokesman Jan Poe`.
    let first = office.saturating_sub(2).max(sentence.start);
    let exclaims = |verb: &usize| exclaimed(passage, sentence, *verb).is_some_and(|end| end == office || end == at);
    if let Some(verb) = (first..at).find(exclaims).filter(|_| ends_clause(passage, sentence, name.tokens.end)) {
        return Some(verb);
    }
    let at = office;
    let verb = at.checked_sub(1).filter(|&verb| verb >= sentence.start)?;
    if passage.tokens.folded(verb) == "believe" {
        return Some(verb);
    }
    // `said X` follows what was said: a quotation mark or a comma.
    let after_words = verb > sentence.start && matches!(passage.tokens.folded(verb - 1), "," | "\"" | "'");
    let after_words = after_words && (passage.tokens.folded(verb - 1) != "," || !does_next(passage, sentence, name));
    let is_verb = is_inverting(passage, verb) || ends_speech(passage, sentence, verb);
    (is_verb && after_words).then_some(verb)
}

/// `The report, leaked to the paper, says the gang first gained access`: whether a clause begins with a name.
pub(super) fn does_next(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let next = name.tokens.end;
    let at =
        next + usize::from(word(next).ends_with("ly") || matches!(word(next), "first" | "never" | "also" | "then"));
    let is_link = matches!(word(at + 1), "in" | "on" | "at" | "by" | "for" | "to" | "," | "." | "");
    matches!(
        word(at),
        "had" | "has" | "have" | "was" | "were" | "is" | "are" | "will" | "would" | "did" | "could" | "may"
    ) || word(at).ends_with("ed") && !is_link
}

/// `“Four people died,” fumed the mayor`: whatever it means, behind a quotation that is broken off it says
/// who speaks.
pub(super) fn ends_speech(passage: &Passage<'_>, sentence: &Range<usize>, verb: usize) -> bool {
    let word =
        |back: usize| verb.checked_sub(back).filter(|at| sentence.contains(at)).map(|at| passage.tokens.folded(at));
    passage.tokens.folded(verb).ends_with("ed")
        && word(1) == Some("\"")
        && matches!(word(2), Some("," | "!" | "?"))
        && !starts_upper(passage.tokens.raw(verb))
}

/// `“Talk is cheap,” she snapped when we asked`, `“Enough,” the mayor shot back`: whatever it means, a verb whose subject
/// stands right behind a quotation that is broken off tells who speaks; not what is done with the words: `“Talk is cheap,”
/// she dismissed as a slur`.
pub(super) fn tags_quotation(passage: &Passage<'_>, sentence: &Range<usize>, subject: &Range<usize>) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let verb = subject.end + usize::from(word(subject.end).ends_with("ly"));
    let is_broken_off = subject.start > sentence.start + 2
        && word(subject.start - 1) == "\""
        && matches!(word(subject.start - 2), "," | "!" | "?");
    // `“Enough,” the police officer's wife said`: of a name, what it does; not `“Who rang?” Dahl slammed over his call`.
    let is_pronoun = || subject.len() == 1 && passage.lexicon.subjects.contains(word(subject.start));
    // `The banner read “Enough,” Dahl noticed`: words that are not hers.
    let is_own = || {
        let opens = (sentence.start..subject.start - 1).rev().find(|&at| word(at) == "\"");
        opens.is_some_and(|opens| opens == sentence.start || matches!(word(opens - 1), ":" | "." | "\"" | "-"))
    };
    let goes_on = || word(subject.start - 2) == "," && is_own();
    let does = || word(verb).ends_with("ed") || matches!(word(verb + 1), "back" | "out" | "in" | "on" | "off");
    let lexicon = passage.lexicon;
    let handles = || {
        let thing = word(verb + 2);
        let is_one = matches!(thing, "a" | "an");
        let is_of_thing = match word(verb + 1) {
            "as" => is_one,
            "from" | "in" | "on" => is_one || thing == "the" || lexicon.pronouns.contains(thing),
            _ => false,
        };
        is_of_thing && !lexicon.says(&passage.stems[verb])
            || lexicon.voices.commissioned.contains(word(verb))
            || lexicon.denial.denying.contains(word(verb))
    };
    is_broken_off
        && sentence.contains(&verb)
        && passage.carries(verb)
        && !starts_upper(passage.tokens.raw(verb))
        && (is_pronoun() || goes_on() && does())
        && !handles()
}

/// `It was him, raged the mayor`, `“Enough,” hit back the mayor`: where the words end by which somebody exclaims what stands
/// before them.
pub(super) fn exclaimed(passage: &Passage<'_>, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    let behind = verb > sentence.start && matches!(passage.tokens.folded(verb - 1), "," | "\"" | "!" | "?");
    let phrases = passage.lexicon.voices.exclaiming;
    let stands = |phrase: &&&[&str]| passage.reads(verb..sentence.end, phrase);
    let phrase = phrases.iter().find(stands).filter(|_| behind && sentence.contains(&verb))?;
    Some(verb + phrase.len())
}

/// Whether no more follows whoever a verb stands before than what they say: not `the army came, roared down the road and`.
pub(super) fn ends_clause(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> bool {
    !sentence.contains(&end) || matches!(passage.tokens.folded(end), "." | "!" | "?" | ":" | ";" | "," | "\"" | "who")
}

/// Whether a verb of saying may stand before its subject; `…, told police that` and `…, values the firm at` have another
/// one.
pub(super) fn is_inverting(passage: &Passage<'_>, verb: usize) -> bool {
    let stem = &passage.stems[verb];
    passage.lexicon.says(stem) && !matches!(stem, "tell" | "accus" | "blame" | "quot" | "valu" | "put" | "rate")
}

/// `…, says incident commander Jane Roe of`: where the words begin behind the verb that say what she is, and of which no
/// `of` is one. A clause of her own would have its verb behind her name.
fn past_office(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let tokens = &passage.tokens;
    let of_office = |at: &usize| {
        passage.carries(*at)
            && !starts_upper(tokens.raw(*at))
            && !tokens.folded(*at).ends_with("ed")
            && !passage.lexicon.says(&passage.stems[*at])
            && passage.names_in(*at..*at + 1).next().is_none()
    };
    let first = name.tokens.start.saturating_sub(OFFICE).max(sentence.start);
    let office = (first..name.tokens.start).rev().take_while(of_office).last()?;
    let start = before_number(passage, sentence, office);
    let next = if name.tokens.end < sentence.end { tokens.folded(name.tokens.end) } else { "" };
    let ends = matches!(next, "" | "," | "." | ";" | "of" | "from" | "who" | "in" | "at" | "(" | "\"");
    let is_member = || (1..office).contains(&start) && tokens.folded(start - 1) == "the";
    (ends && (starts_upper(tokens.raw(name.tokens.start)) || is_member())).then(|| start - usize::from(is_member()))
}

/// `£900,000-a-year boss`, `48-year-old boss`, `the 12,000-member union`: where the number begins from which hyphens lead
/// up to a word, or else that word.
fn before_number(passage: &Passage<'_>, sentence: &Range<usize>, word: usize) -> usize {
    let mut start = word;
    while start > sentence.start + 1 && passage.tokens.folded(start - 1) == "-" {
        start -= 2;
        if let Some(number) = passage.value_around(passage.tokens.get(start).span) {
            return passage.tokens_of(number.span).start.max(sentence.start);
        }
    }
    word
}
