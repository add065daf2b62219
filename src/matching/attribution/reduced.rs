//! Whoever speaks behind words that only tell which one it is, without a comma: `Notes read to the hearing yesterday show
//! that`, `The nurses who work there say that`. Between the name and its verb nothing may stand that could be another
//! subject.
//!
//! ```text
//! Notes kept by his office show that 40 died           the notes
//! The union that speaks for nurses and cooks says      the union
//! The union that the ministry says is small            not the union
//! The ministry in a statement issued on Monday says     the ministry
//! A police officer who saw it says that 40 died         the police
//! The ministry backed experts who say that 40 died      not the ministry
//! ```

use super::saying::{skip_back, skip_titles, verb_from};
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand between a body and the `who` of whoever is of it.
const STAFF: usize = 3;
/// How many words may stand between a name and its verb.
const REACH: usize = 14;
/// How long what is said of them between commas may be, in tokens.
const ASIDE: usize = 24;
/// How many words may stand between a verb and the `that` of what is said: `claimed last night that`.
const THAT: usize = 4;

/// Where the verb ends that follows a participle or a phrase behind the name that a clause begins with.
pub(super) fn verb_past_aside(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a" | "an") || passage.lexicon.titles.contains(word)
    });
    let begins = start == sentence.start || matches!(word(start - 1), ";" | ":" | "\"" | "(" | "but" | "while");
    let first = name.tokens.end;
    let words = passage.lexicon.voices;
    let participle = words.participles.contains(word(first)) || word(first).ends_with("ed");
    // `In a statement issued yesterday`.
    let led = matches!(word(first), "in" | "on" | "at")
        && (first + 1..first + 4).any(|at| sentence.contains(&at) && passage.lexicon.is_account(&passage.stems[at]));
    if let Some(verb) = past_who(passage, sentence, name).filter(|_| begins) {
        return Some(verb);
    }
    if begins && matches!(word(first), "who" | "which" | "that") {
        return verb_past_relative(passage, sentence, first);
    }
    if begins && matches!(word(first), "we" | "i") {
        return verb_past_contact(passage, sentence, first);
    }
    if !begins || !(participle || led) || name.tokens.end + 2 >= sentence.end {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_word = passage.tokens.get(*at).kind == TokenKind::Word || matches!(word(*at), "'s" | "'" | "-");
        let parts =
            matches!(word(*at), "who" | "which" | "that" | "whose" | "whom" | "and" | "but" | "or" | "what" | "how");
        is_word && !parts && passage.names_in(*at..*at + 1).next().is_none()
    };
    let ahead = (first + 1..sentence.end.min(first + REACH)).take_while(goes_on);
    // `A clerk involved in the talks, who spoke on condition of anonymity, said`.
    let comma = |at: &usize| passage.is_comma(sentence, *at);
    let behind = first + 1 + ahead.clone().count();
    if sentence.contains(&behind) && comma(&behind) && matches!(word(behind + 1), "who" | "which") {
        let closes = (behind + 2..sentence.end.min(behind + ASIDE)).find(comma)?;
        return verb_from(passage, closes + 1, sentence.end).filter(|&end| end <= closes + 4);
    }
    let is_verb = |at: &usize| words.finite.contains(word(*at)) || led && matches!(word(*at), "said" | "told");
    let to = |at: usize| matches!(word(at - 1), "to" | "the" | "a" | "of" | "'s");
    let verb = ahead.into_iter().find(is_verb).filter(|&at| at > first + 1 && !to(at))?;
    matches!(word(verb + 1), "that" | "it" | "there" | "how" | ":").then_some(verb + 1)
}

/// `Insurers we spoke to think`: past what the outlet had to do with them.
fn verb_past_contact(passage: &Passage<'_>, sentence: &Range<usize>, we: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_own = |at: usize| matches!(word(at), "spoke" | "talked") && matches!(word(at + 1), "to" | "with");
    let end = match word(we + 1) {
        _ if is_own(we + 1) => we + 3,
        "met" | "asked" | "contacted" | "interviewed" | "reached" | "rang" | "consulted" => we + 2,
        _ => return None,
    };
    verb_from(passage, end, sentence.end).filter(|&verb| verb <= end + 2)
}

/// `The nurses who work in the five hospitals claimed last night that`: past a clause of which they are the subject.
fn verb_past_relative(passage: &Passage<'_>, sentence: &Range<usize>, who: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_word = |at: usize| {
        sentence.contains(&at) && passage.tokens.get(at).kind == TokenKind::Word
            || matches!(word(at), "'s" | "'" | "-")
            || sentence.contains(&at) && passage.is_in_value(passage.tokens.get(at).span)
    };
    let words = passage.lexicon.voices;
    let is_helper = |at: usize| {
        let folded = word(at);
        passage.lexicon.voices.helping.contains(folded) || passage.lexicon.is_negation(folded) || folded.ends_with("ly")
    };
    // The verb of the clause itself: `who had told`. Whoever stands there instead, is its subject.
    let does = (who + 1..sentence.end).find(|&at| !is_helper(at))?;
    let is_subject = |at: usize| {
        passage.lexicon.pointing.contains(word(at))
            || passage.lexicon.subjects.contains(word(at))
            || matches!(word(at), "a" | "an")
            || passage.names_in(at..at + 1).next().is_some()
    };
    if is_subject(does) || !is_word(does) {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_those = || word(*at) == "who" && *at > 0 && matches!(word(*at - 1), "those" | "people" | "workers");
        let parts = matches!(word(*at), "which" | "that" | "whose" | "whom" | "what" | "how")
            || word(*at) == "who" && !is_those()
            || matches!(word(*at), "when" | "where" | "while" | "because" | "if" | "as" | "since" | "after" | "before");
        is_word(*at) && !parts
    };
    let mut ahead = (does + 1..sentence.end.min(who + REACH)).take_while(goes_on);
    let is_verb = |at: &usize| {
        let folded = word(*at);
        let tells = passage.lexicon.tells(&passage.stems[*at]) && (folded.ends_with("ed") || folded == "said");
        let states = folded.ends_with('s') && passage.lexicon.says(&passage.stems[*at]) && word(*at + 1) == "that";
        tells || words.finite.contains(folded) || folded == "told" || states
    };
    let is_own = |at: usize| {
        let led = skip_back(passage, sentence, at, |word| words.helping.contains(word) || word.ends_with("ly"));
        let before = led.checked_sub(1).filter(|&before| before > does);
        let is_noun = matches!(word(led - 1), "to" | "the" | "a" | "of" | "'s" | "their" | "its")
            || matches!(word(led - 1), "was" | "were" | "is" | "are" | "be" | "being");
        // `That owned what the union said`: of the two nobody can tell, where no `who` does.
        let is_name = |before: usize| passage.names_in(before..before + 1).next().is_some();
        let is_anothers = word(who) == "that" && before.is_some_and(is_name);
        !is_noun && !is_anothers
    };
    let verb = ahead.find(is_verb).filter(|&at| is_own(at))?;
    let told = (verb + 1..verb + 1 + THAT).any(|at| matches!(word(at), "that" | "it" | "there" | "how" | ":"));
    (told || matches!(word(verb), "said" | "say" | "says")).then_some(verb + 1)
}

/// `It mocks the owners who claim that`, `no time for the owners, who say`: where the verb ends of a clause that is of whoever
/// is named right before it. Of `critics of the owners who claim` it may be of the critics.
pub(super) fn who_says(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let who = name.tokens.end + usize::from(word(name.tokens.end) == ",");
    let verb = (who + 1..sentence.end).find(|&at| !passage.lexicon.voices.helping.contains(word(at)))?;
    let says = word(who) == "who" && passage.lexicon.tells(&passage.stems[verb]) && word(verb) != "told";
    let start = skip_titles(passage, sentence, name.tokens.start);
    let link = start.checked_sub(1).filter(|link| sentence.contains(link));
    let is_link = |word: &str| matches!(word, "of" | "for" | "with" | "to" | "against" | "from" | "by");
    let head = link.filter(|&link| is_link(word(link))).and_then(|link| link.checked_sub(1));
    let is_person = |head: usize| {
        let (folded, stem) = (word(head), &passage.stems[head]);
        folded.ends_with('s') && !folded.ends_with("ss")
            || passage.lexicon.holds_office(folded)
            || passage.lexicon.voices.tellers.contains(stem)
            || passage.lexicon.voices.staff.contains(folded)
            || passage.lexicon.voices.someone.contains(folded)
            || passage.lexicon.voices.informants.contains(folded)
            || starts_upper(passage.tokens.raw(head))
            || passage.is_count(head)
            || matches!(
                folded,
                "one" | "some" | "many" | "most" | "few" | "none" | "all" | "each" | "half" | "majority"
            )
    };
    let is_own = head.is_some_and(|head| !is_person(head) && passage.tokens.get(head).kind == TokenKind::Word);
    if says && is_own { verb_from(passage, who + 1, sentence.end) } else { None }
}

/// `A police officer who was there says`: where the verb ends behind what only tells which officer it is.
fn past_who(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let holds =
        |at: usize| sentence.contains(&at) && passage.is_of_body(at) && passage.lexicon.voices.staff.contains(word(at));
    let who = (name.tokens.end..name.tokens.end + STAFF).find(|&at| word(at) == "who")?;
    if !holds(who - 1) {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_word = passage.tokens.get(*at).kind == TokenKind::Word || matches!(word(*at), "'s" | "'" | "-");
        is_word && !matches!(word(*at), "that" | "which") && passage.names_in(*at..*at + 1).next().is_none()
    };
    let mut ahead = (who + 1..sentence.end.min(who + REACH)).take_while(goes_on);
    let verb = ahead.find(|&at| matches!(word(at), "said" | "says" | "told" | "tells"))?;
    // `Who had said`, `who later said`, `who reporters said was there`.
    let before = word(verb - 1);
    let is_own = verb < who + 3
        || matches!(
            before,
            "had" | "has" | "have" | "also" | "later" | "then" | "now" | "once" | "first" | "to" | "who"
        )
        || before.ends_with("ly")
        || matches!(word(verb + 1), "was" | "were" | "is" | "are" | "had" | "would" | "");
    (!is_own).then_some(verb + 1)
}
