//! Those whom a sentence names and who say nothing in it, whatever verb stands behind them: of whom somebody speaks,
//! who is asked to do something, where somebody is.
//!
//! ```text
//! The minister asked Railco to add 40 clerks     not Railco
//! MPs voted to have the minutes published        not the minutes
//! A report ordered by Railco says that 40 died   not Railco
//! A driver in Lund said that 40 died             not Lund
//! An official in Lund said that 40 died          Lund
//! 40 resigned before the report came out         not the report
//! ```

use super::saying::{is_plain_word, skip_back, skip_titles};
use super::somebody::names_outlet;
use crate::matching::behind::between;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How far before a name the `who` of a clause that it ends may stand, in tokens.
const RELATIVE: usize = 8;
/// How many words may name a person of whom it is told where they are.
const PERSON: usize = 5;
/// How far behind whoever quotes somebody the `as saying` may stand, in tokens.
const QUOTED: usize = 7;
/// How far behind a name what was done to it may stand, in tokens.
const DONE: usize = 4;

/// Whether a name is that of somebody who says nothing.
pub(super) fn is_bystander(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    is_somebodys_own(passage, sentence, name)
        || is_counted(passage, sentence, name)
        || is_topic(passage, sentence, name)
        || closes_relative(passage, sentence, name)
        || is_made_to(passage, sentence, name)
        || is_whereabouts(passage, sentence, name)
        || is_orderer(passage, sentence, name)
        || is_out(passage, sentence, name)
        || is_quoter(passage, sentence, name)
        || names_outlet(passage, &name.tokens)
}

/// `Asked Railco to add 40 clerks`, `have the minutes published`: whoever is made to do it, or to have it done to
/// them. Whom somebody forced to admit a thing, admits it.
pub(super) fn is_made_to(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a" | "an" | "both") || passage.lexicon.titles.contains(word)
    });
    let Some(verb) = start.checked_sub(1).filter(|&verb| verb > sentence.start) else { return false };
    let end = name.tokens.end;
    let words = passage.lexicon.voices;
    let is_forced = || {
        let tells = |at: usize| sentence.contains(&at) && passage.lexicon.tells(&passage.stems[at]);
        words.forcing.contains(word(verb)) && tells(end + 1) && word(end + 1) != "add"
    };
    // `Asked them to explain how it can be that`: they said so.
    let explains = || matches!(word(end + 1), "explain" | "justify");
    if word(end) == "to" && is_plain_word(passage, verb) {
        return !is_forced() && !explains();
    }
    let done = |at: usize| word(at).ends_with("ed") && passage.tokens.get(at).kind == TokenKind::Word;
    words.having.contains(word(verb)) && (end..end + DONE).any(done)
}

/// `A report commissioned by the trust says`: whoever had it written, says nothing; `by the trust, which says` does.
fn is_orderer(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a" | "an" | "its") || passage.lexicon.titles.contains(word)
    });
    let Some(done) = start.checked_sub(2).filter(|&done| done > sentence.start && word(done + 1) == "by") else {
        return false;
    };
    let told = done - usize::from(word(done - 1).ends_with("ly"));
    let is_noun =
        told > sentence.start && (is_plain_word(passage, told - 1) || starts_upper(passage.tokens.raw(told - 1)));
    let goes_on = word(name.tokens.end) == "," && matches!(word(name.tokens.end + 1), "which" | "who");
    passage.lexicon.voices.commissioned.contains(word(done)) && is_noun && !goes_on
}

/// `Resigned before the report came out`, `figures released alongside the report show`: what is only out, or was beside
/// something, says nothing there.
fn is_out(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let led = start.checked_sub(1).map_or("", word);
    let end = name.tokens.end;
    let be = end + usize::from(matches!(word(end), "is" | "was" | "were" | "are" | "had" | "has"));
    let be = be + usize::from(word(be) == "been");
    // `As the police had published`: they did.
    let is_active = led == "as" && matches!(word(be.wrapping_sub(1)), "had" | "has");
    let comes_out = matches!(word(end), "came" | "comes" | "come" | "coming") && word(end + 1) == "out";
    let is_put_out = be > end
        && !is_active
        && (passage.lexicon.printing.contains(word(be)) || passage.lexicon.voices.put_out.contains(word(be)));
    let is_when = matches!(led, "before" | "after" | "since" | "until" | "till" | "when" | "once" | "as");
    led == "alongside" || is_when && (comes_out || is_put_out || matches!(word(end), "appeared" | "landed"))
}

/// `Was quoted by the paper as saying`, `was quoted in its report as saying`, `as saying by the paper`: whoever only quotes.
fn is_quoter(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let says = |at: usize| word(at).ends_with("ing") && passage.lexicon.says(&passage.stems[at]);
    let is_said = |at: usize| word(at) == "as" && sentence.contains(&(at + 1)) && says(at + 1);
    // `The paper quoted a source as saying`.
    let end = name.tokens.end + usize::from(matches!(word(name.tokens.end), "has" | "had" | "have" | "also"));
    if matches!(word(end), "quoted" | "quotes" | "quote" | "cited" | "cites") {
        return (end + 2..end + 2 + 2 * QUOTED).any(is_said);
    }
    let Some(verb) = start.checked_sub(2).filter(|&verb| verb > sentence.start) else { return false };
    let cites = passage.lexicon.citing.contains(&passage.stems[verb]) || word(verb) == "reported";
    match word(verb + 1) {
        "by" if is_said(verb - 1) => true,
        "by" | "in" | "on" => cites && (name.tokens.end..name.tokens.end + QUOTED).any(is_said),
        _ => false,
    }
}

/// `A driver in Lund said`: where a person is, says nothing. An official there speaks for it.
fn is_whereabouts(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let Some(link) = start.checked_sub(1).filter(|&link| matches!(word(link), "in" | "near" | "outside" | "around"))
    else {
        return false;
    };
    let first = link.saturating_sub(PERSON).max(sentence.start);
    let is_word =
        |at: &usize| passage.tokens.get(*at).kind == TokenKind::Word && !passage.lexicon.says(&passage.stems[*at]);
    let any = |at: &usize| matches!(word(*at), "a" | "an" | "one" | "another" | "two" | "three" | "several");
    let Some(any) = (first..link).rev().take_while(is_word).find(any) else { return false };
    link > any + 1 && !between(any, link).any(|at| passage.is_of_body(at))
}

/// `Its observers`: somebody's own, and not those whom the claims file calls so; nor is `the former
/// mayor`, `the mayor of Lund` or `the mayor's brother` the mayor.
fn is_somebodys_own(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: Option<usize>| at.filter(|at| sentence.contains(at)).map_or("", |at| passage.tokens.folded(at));
    let (before, end) = (word(name.tokens.start.checked_sub(1)), name.tokens.end);
    let is_common = !starts_upper(passage.tokens.raw(name.tokens.start));
    // The mayor's lawyer speaks for her.
    let speaks = || sentence.contains(&(end + 1)) && passage.lexicon.voices.tellers.contains(&passage.stems[end + 1]);
    let is_kin = word(Some(end)) == "'s" && passage.lexicon.belongings.contains(word(Some(end + 1))) && !speaks();
    let is_of_place =
        word(Some(end)) == "of" && sentence.contains(&(end + 1)) && starts_upper(passage.tokens.raw(end + 1));
    let is_other = matches!(before, "its" | "their" | "his" | "her" | "former" | "ex" | "late") || is_of_place;
    is_kin || is_common && is_other
}

/// `As for the union's numbers, she said`: what is spoken of.
fn is_topic(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    start == sentence.start + 2 && passage.reads(sentence.start..start, &["as", "for"])
}

/// `The number of firefighters deployed`: those who are counted say nothing. (`The count of the
/// police` is theirs.)
fn is_counted(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let Some(of) = name.tokens.start.checked_sub(1).filter(|&of| of > sentence.start) else { return false };
    passage.tokens.folded(of) == "of"
        && !starts_upper(passage.tokens.raw(name.tokens.start))
        && matches!(passage.tokens.folded(of - 1), "number" | "numbers" | "total" | "count" | "tally" | "list")
}

/// `A spokesman for relatives who are suing the police said`: the name ends what is told of
/// somebody else, whose verb follows.
fn closes_relative(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let start = skip_titles(passage, sentence, name.tokens.start);
    let first = start.saturating_sub(RELATIVE).max(sentence.start);
    let word = |at: usize| passage.tokens.folded(at);
    let is_plain = |at: usize| passage.tokens.get(at).kind == TokenKind::Word;
    let Some(who) = (first..start).rev().take_while(|&at| is_plain(at)).find(|&at| matches!(word(at), "who" | "which"))
    else {
        return false;
    };
    let led = who > sentence.start && is_plain(who - 1);
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]) || word(at) == "that";
    let does = |at: usize| !passage.lexicon.is_function_word(word(at)) && !word(at).ends_with("ly");
    led && between(who + 1, start).any(does) && !between(who + 1, start).any(says)
}
