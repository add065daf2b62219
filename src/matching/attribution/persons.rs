//! People who speak for a body: the body is the claimant, and the person need not be declared.
//!
//! A person is a run of capitalised words; that they speak for the body the text must say, by
//! `of`, an office or a verb of leading. Whoever only left it, or met it, does not.
//!
//! ```text
//! Jane Roe of the union said 9,000                  the union
//! according to Jane Roe, who leads the union        the union
//! Jane Roe, head of the union, met the mayor        nobody speaks
//! ```

use super::saying::{is_plain_word, skip_back, skip_titles, verb_from};
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How many words a person's name has at the most.
const LONGEST: usize = 5;
/// How many words may say what somebody is before their name.
const ROLE: usize = 6;

/// How many words may tell what office somebody holds, or name them.
const OFFICES: usize = 4;

/// Where the words begin and end by which a person speaks for the body named; they begin with
/// the person where a verb of theirs follows, else with the verb or the cue before.
pub(super) fn speaks_for(passage: &Passage<'_>, sentence: &Range<usize>, body: &NameAt) -> Option<Range<usize>> {
    let link = skip_titles(passage, sentence, body.tokens.start).checked_sub(1)?;
    if !sentence.contains(&link) {
        return None;
    }
    let end = belongs(passage, sentence, link)?;
    let first =
        (sentence.start.max(end.saturating_sub(LONGEST))..end).rev().take_while(|&at| is_of_person(passage, at));
    let person = first.last().filter(|&first| first + 1 < end)?..end;
    let closes = body.tokens.end < sentence.end && passage.tokens.folded(body.tokens.end) == ",";
    if let Some(verb) = verb_from(passage, body.tokens.end + usize::from(closes), sentence.end) {
        return Some(person.start..verb);
    }
    let before = person.start.checked_sub(1).filter(|&at| at > sentence.start)?;
    let word = |at: usize| passage.tokens.folded(at);
    let according = word(before) == "to" && passage.lexicon.according.contains(word(before - 1));
    let said = passage.lexicon.says(&passage.stems[before]) && matches!(word(before - 1), "," | "\"" | "'");
    (according || said).then(|| before - usize::from(according)..body.tokens.end)
}

/// Where a body begins with the person before it, `Jane Roe of the union`, be that one named in the
/// claims file or not; else where the body itself does.
pub(super) fn person_of(passage: &Passage<'_>, sentence: &Range<usize>, body: &NameAt) -> usize {
    let link = skip_titles(passage, sentence, body.tokens.start).checked_sub(1);
    let end = link.filter(|link| sentence.contains(link)).and_then(|link| belongs(passage, sentence, link));
    let Some(end) = end else { return body.tokens.start };
    let is_name = |at: &usize| passage.is_capital(*at);
    let first = (sentence.start.max(end.saturating_sub(LONGEST))..end).rev().take_while(is_name).last();
    first.filter(|&first| first + 1 < end).unwrap_or(body.tokens.start)
}

/// Whoever is named with the body that they are of: `Jane Roe of the union`, where the claims file names both.
pub(super) fn with_body(passage: &Passage<'_>, sentence: &Range<usize>, person: &NameAt) -> Option<NameAt> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let link = person.tokens.end;
    let is_small = |at: &usize| matches!(word(*at), "the" | "an" | "a");
    let first = (link + 1..sentence.end).find(|at| !is_small(at)).filter(|_| matches!(word(link), "of" | "from"))?;
    let body = passage.names_in(first..first + 1).max_by_key(|body| body.tokens.end)?;
    Some(NameAt { id: person.id, tokens: person.tokens.start..body.tokens.end })
}

/// Whether a body, with the one who speaks for it, ends at a token: `union leader Jane Roe and`.
pub(super) fn ends_person(passage: &Passage<'_>, body: &NameAt, end: usize) -> bool {
    let behind = body.tokens.end..end;
    let office = |at: &usize| passage.lexicon.offices.contains(passage.tokens.folded(*at));
    let held = behind.clone().take_while(office).count();
    let mut rest = behind.skip(held);
    let count = rest.len();
    let comma = count == 1 && end > 0 && passage.tokens.folded(end - 1) == ",";
    count == 0 || comma || held > 0 && count <= LONGEST && rest.all(|at| is_of_person(passage, at))
}

/// Where the name of the person ends who by these words belongs to a body: `of`, `, head of`,
/// `, who leads`.
fn belongs(passage: &Passage<'_>, sentence: &Range<usize>, link: usize) -> Option<usize> {
    let lexicon = passage.lexicon;
    if lexicon.leading.contains(passage.tokens.folded(link)) {
        let who = link.checked_sub(1).filter(|&at| at > sentence.start && passage.tokens.folded(at) == "who")?;
        return (passage.tokens.folded(who - 1) == ",").then_some(who - 1);
    }
    if !matches!(passage.tokens.folded(link), "of" | "from" | "at" | "for") {
        return None;
    }
    let small = |word: &str| matches!(word, "the" | "a" | "an");
    let office = |word: &str| small(word) || lexicon.holds_office(word);
    let held = skip_back(passage, sentence, link, office);
    let comma = held.checked_sub(1).filter(|&at| at > sentence.start && passage.tokens.folded(at) == ",");
    if held == link { Some(link) } else { comma }
}

/// A capitalised word that no claims file names and that is no title.
fn is_of_person(passage: &Passage<'_>, at: usize) -> bool {
    let upper = passage.is_capital(at);
    upper
        && passage.names_in(at..at + 1).next().is_none()
        && !passage.lexicon.is_function_word(passage.tokens.folded(at))
}

/// Where the words begin that say what whoever is named by a clause's first name is: `veteran harbour pilot Jane Roe`,
/// `the rail workers' union RTWU`. Nothing where they do not begin the clause.
pub(super) fn past_role(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let (lexicon, tokens) = (passage.lexicon, &passage.tokens);
    let of_role = |at: &usize| {
        let (word, stem) = (tokens.folded(*at), &passage.stems[*at]);
        let is_word = tokens.get(*at).kind == TokenKind::Word
            && !lexicon.is_function_word(word)
            && !word.ends_with("ed")
            && !word.ends_with("ing")
            && !lexicon.clause_starts.contains(word)
            && (!lexicon.says(stem) || lexicon.is_account(stem) || lexicon.offices.contains(word));
        is_word && passage.names_in(*at..*at + 1).all(|other| other.id == name.id)
            || matches!(word, "'s" | "'" | "-" | "the" | "a" | "an")
    };
    let first = name.tokens.start.saturating_sub(ROLE).max(sentence.start);
    let start = (first..name.tokens.start).rev().take_while(of_role).last()?;
    let begins =
        start == sentence.start || matches!(tokens.folded(start - 1), ";" | "\"" | ":" | "but" | "and" | "while" | ",");
    (begins && starts_upper(tokens.raw(name.tokens.start))).then_some(start)
}

/// `The union leader said`, `the union's general secretary said`: past whoever speaks for a body.
pub(super) fn after_office(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if at < sentence.end { passage.tokens.folded(at) } else { "" };
    let owned = matches!(word(name.tokens.end), "'s" | "'");
    let writes = name.tokens.end + 1;
    if owned && passage.lexicon.voices.writings.contains(word(writes)) {
        return Some(writes + 1);
    }
    let first = name.tokens.end + usize::from(owned);
    // `The minister's own office`.
    let first = first + usize::from(owned && word(first) == "own");
    let (lexicon, stems) = (passage.lexicon, &passage.stems);
    let holds = |at: &usize| lexicon.offices.contains(word(*at));
    // `Its lawyers`, `its finance director`: of whom it is, tells what kind of one they are.
    let is_kind = |at: &usize| {
        holds(at) || owned && *at < sentence.end && is_plain_word(passage, *at) && !lexicon.says(&stems[*at])
    };
    let speaks = |at: &usize| holds(at) || owned && lexicon.voices.tellers.contains(&stems[*at]);
    let end = (first..(first + OFFICES).min(sentence.end)).take_while(is_kind).filter(speaks).last()? + 1;
    // `X's director, Ada Munn, said`, `Ada Munn, X's director, said`.
    let is_person = |at: usize| at < sentence.end && starts_upper(passage.tokens.raw(at));
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let is_apposed =
        || start >= sentence.start + 3 && word(start - 1) == "," && is_person(start - 2) && is_person(start - 3);
    // `Its chief pilot`, `its head of flight operations`; not `its chief rival`.
    let is_field = |at: &usize| is_kind(at) && !lexicon.belongings.contains(word(*at));
    let of = end + usize::from(word(end) == "of");
    let longest = if of > end { OFFICES } else { usize::from(word(end - 1) == "chief") };
    let fields = (of..of + longest).take_while(is_field).count();
    let end = if owned && fields > 0 && !is_apposed() { of + fields } else { end };
    let closes = (end + 2..end + OFFICES + 2).find(|&at| word(at) == ",").filter(|_| word(end) == ",");
    let named = closes.filter(|&closes| (end + 1..closes).all(is_person));
    let apposed = (word(end) == ",").then(is_apposed).unwrap_or_default().then_some(end);
    Some(named.or(apposed).map_or(end, |comma| comma + 1))
}
