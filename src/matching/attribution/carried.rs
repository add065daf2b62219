//! Sentences that carry on what an earlier one said: whose words those are that a pronoun says, or the
//! one whose name and colon begin the paragraph.
//!
//! Of `he` and `she` it is known that they are a person, and not the outlet, whoever they are.
//!
//! ```text
//! The police came late. They said 20 marched.              the police
//! Eva Roth spoke to police. She said 20 marched.            she
//! The union was there. Its chairman, Per Stahl, said …      the union
//! ```

use super::clauses::{closes_speech, past_hearers};
use super::described::{
    CARRY, described, is_of_person, is_said_by, is_told_person, last_stranger, office, oldest_paragraph, report,
    stranger, subject_at,
};
use super::inverted::tags_quotation;
use super::labels::labelled;
use super::pronouns::{can_be, counted_behind, is_many, may_describe, office_behind, office_says};
use super::rebuttals::{is_behind_claim, is_rebuttal};
use super::resumed::goes_on_saying;
use super::saying::{is_object, says_after};
use super::somebody::names_outlet;
use super::speakers::voices_of;
use super::voices::{Reach, Voice};
use super::witnessed::is_witnessed;
use super::{Attributed, Place, Speakers, attributed};
use crate::corpus::BlockKind;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use std::ops::Range;

/// The same of a body.
const NEAR: usize = 3;
/// How far behind a pronoun the colon may stand that leads to a quotation, in tokens.
const TALKING: usize = 14;
/// How far from its end a sentence may name who says it by a pronoun, in tokens.
const CLOSING: usize = 20;
/// In how many words a sentence tells whom it begins with: `a man in the crowd`.
const SOMEBODY: usize = 4;
/// In how many words an `it` is told to be a thing that has a number.
const STANDS: usize = 5;

/// A sentence that carries on what an earlier one said: a pronoun in the same
/// paragraph; `also`, where the earlier voice speaks of the same person; in a
/// readout, anything up to the next voice.
pub(super) fn carried_on(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let sentence = place.sentence;
    let here = &passage.sentences[sentence];
    if !matches!(here.kind, BlockKind::Paragraph) {
        return None;
    }
    if let Some(speaker) = labelled(passage, speakers, sentence) {
        return Some(speaker);
    }
    let words: Vec<&str> = here.tokens.clone().take(8).map(|at| passage.tokens.folded(at)).collect();
    if is_impersonal(&words) {
        return None;
    }
    if is_behind_claim(passage, place) {
        return None;
    }
    if let Some(antecedent) = antecedent(passage, speakers, sentence) {
        return Some(antecedent);
    }
    let also = words.iter().position(|word| *word == "also").map(|at| here.tokens.start + at);
    // `Renko also met the family`: of somebody else.
    let is_of = |voice: &Voice, also: usize| {
        let upper = |at: &usize| starts_upper(passage.tokens.raw(*at));
        let small = |at: &usize| passage.lexicon.is_function_word(passage.tokens.folded(*at));
        let mut others = (here.tokens.start..also).filter(|at| upper(at) && !small(at));
        others.all(|at| passage.names_in(at..at + 1).any(|name| Some(name.id) == voice.id))
    };
    // `It now stands at 800`: a thing.
    let opens_with = |word: &str| words.first() == Some(&word);
    let is_thing =
        opens_with("it") && words.iter().take(STANDS).any(|word| passage.lexicon.voices.standing.contains(word));
    let pronoun = words.first().is_some_and(|first| passage.lexicon.carrying_on.contains(first)) && !is_thing;
    let earlier = (sentence.saturating_sub(CARRY)..sentence)
        .rev()
        .filter(|&index| passage.sentences[index].kind == BlockKind::Paragraph);
    for index in earlier {
        let same_block = passage.sentences[index].block == here.block;
        if let Some(voice) = voices_of(passage, speakers, index).last() {
            // `They spoke, Benoit said. It lasted 25 minutes. It was late, she said.`
            if index + 1 == sentence && same_block && goes_on_saying(passage, speakers, sentence, voice) {
                return Some(attributed(passage, voice));
            }
            let is_side = voice.id.is_some_and(|id| speakers.sides.contains(&id));
            // What is only told of her, she does not say.
            let spoken = voice.id.is_some();
            if opens_with("they") && place.whole.contains(&here.tokens.start) && is_of_parties(passage, index) {
                return None;
            }
            return (is_side || same_block && spoken && (pronoun || also.is_some_and(|also| is_of(voice, also))))
                .then(|| attributed(passage, voice));
        }
        if speakers.sides.is_empty() && (!same_block || is_witnessed(passage, index) || is_rebuttal(passage, index)) {
            return None;
        }
    }
    None
}

/// `Roe and Poe met, says the police. The union puts the crowd at 31. They have met twice`: whether `they`, of whom a
/// statement is, are those of whom the paragraph spoke before the sentence in which a body gave only a number.
fn is_of_parties(passage: &Passage<'_>, voice: usize) -> bool {
    let block = passage.sentences[voice].block;
    let are_two = |index: usize| {
        let tokens = &passage.sentences[index].tokens;
        let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
        let joined = |name: &NameAt| {
            let and = name.tokens.end;
            let next = and + 1 + usize::from(word(and + 1) == "the");
            word(and) == "and" && passage.names_in(next..tokens.end).any(|other| other.tokens.start == next)
        };
        tokens.clone().any(|at| word(at) == "the" && matches!(word(at + 1), "two" | "pair") || word(at) == "both")
            || passage.names_in(tokens.clone()).any(joined)
    };
    let mut before = (voice.saturating_sub(CARRY)..voice).filter(|&index| passage.sentences[index].block == block);
    !are_two(voice) && before.any(are_two)
}

/// `They said 20,000`, `20,000 marched, they said`: the claimant named first in the sentence before, or in
/// the same paragraph a little earlier, when this one begins with a pronoun
/// that says something.
pub(super) fn antecedent(passage: &Passage<'_>, speakers: &Speakers, sentence: usize) -> Option<Attributed> {
    // `“They came. They paid,” it bragged`: it is named before all of the quotation.
    let begins = passage.tokens.get(passage.sentences[sentence].tokens.start).span;
    let around = passage.quotation_around(begins).map(|at| passage.quotations[passage.quotations[at].speech.0].span);
    let opening = around.map_or(sentence, |span| passage.sentence_at(span.start));
    antecedent_before(passage, speakers, sentence, opening.min(sentence))
}

/// The same of a sentence that ends a quotation: whoever it tells of was named before the sentence in which that began.
pub(super) fn antecedent_before(
    passage: &Passage<'_>,
    speakers: &Speakers,
    sentence: usize,
    first: usize,
) -> Option<Attributed> {
    let here = &passage.sentences[sentence];
    let opening = here.tokens.start..(here.tokens.start + 6).min(here.tokens.end);
    let is_pronoun = |at: &usize| passage.lexicon.carrying_on.contains(passage.tokens.folded(*at));
    // `When it was declared out`: what is said of it.
    let is_said = |at: usize| {
        let behind = passage.tokens.folded(here.tokens.end.min(at + 2) - 1);
        matches!(behind, "was" | "were" | "is" | "are" | "be") && at + 1 < here.tokens.end
    };
    let word = |at: usize| if here.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    // `“The ship was late,” it reads`: a letter.
    let reads = |at: usize| (word(at) == "it" && word(at + 1) == "reads").then_some(at + 2);
    let says = |at: usize| says_after(passage, &here.tokens, at).or_else(|| reads(at)).filter(|_| !is_said(at));
    let behind = || subject_at(passage, &here.tokens).filter(|at| !opening.contains(at));
    let opens = opening.clone().find(|at| is_pronoun(at) && says(*at).is_some());
    let opens = opens.or_else(|| behind().filter(|at| is_pronoun(at) && says(*at).is_some()));
    // `20,000 people marched, it said.`
    let closes = |at: &usize| {
        is_pronoun(at)
            && matches!(passage.tokens.folded(at - 1), "," | "\"")
            && says(*at).is_some_and(|end| closes_speech(passage, &here.tokens, end))
    };
    let last = here.tokens.end.saturating_sub(CLOSING).max(here.tokens.start + 1)..here.tokens.end;
    // `It took six days, they say, since clerks were called back.`
    let inserted = |at: &usize| {
        let ends = |end: usize| matches!(word(past_hearers(passage, &here.tokens, end)), "," | ";");
        is_pronoun(at) && word(at - 1) == "," && says(*at).is_some_and(ends)
    };
    let tagged = || (here.tokens.start + 1..here.tokens.end).find(inserted);
    // `Asked who had phoned, she replied: “He did.”`
    let leads = |at: &usize| {
        let quotes = |end: usize| matches!(word(end), ":" | ",") && word(end + 1) == "\"";
        // `She has been talking to our reporter: “It was dark.”`
        let talks = |at: usize| {
            let colon = few(TALKING, at, here.tokens.end).find(|&at| word(at) == ":")?;
            let words = passage.lexicon.voices.documents.addressing;
            (at + 1..colon).any(|at| words.contains(&(word(at), word(at + 1)))).then_some(colon)
        };
        is_pronoun(at) && says(*at).or_else(|| talks(*at)).is_some_and(quotes)
    };
    let led = || here.tokens.clone().find(leads);
    let is_end = |end: usize| matches!(word(end), "" | "." | "," | ";");
    // `Four people died, its spokeswoman says.`
    let spoken_for = || {
        let closes = |at: &usize| {
            matches!(word(*at), "its" | "their")
                && matches!(word(at - 1), "," | "\"")
                && office_says(passage, &here.tokens, *at).is_some()
        };
        // `…, according to its annual report.`
        let accords = |at: &usize| {
            let cue = matches!(word(*at), "its" | "their") && word(at.wrapping_sub(1)) == "to" && *at >= 2;
            let end = || office_behind(passage, &here.tokens, *at);
            cue && passage.lexicon.according.contains(word(at - 2)) && end().is_some_and(is_end)
        };
        (here.tokens.start + 1..here.tokens.end).find(|at| closes(at) || accords(at))
    };
    // `By her count four people died`, `the call, by his account, lasted`: where nobody else is named before.
    let counted = || {
        let is_counted = |its: &usize| {
            let counted = counted_behind(passage, &here.tokens, *its);
            let is_aside = |end: usize| word(its.wrapping_sub(2)) == "," && matches!(word(end), "," | "." | "" | ";");
            counted.is_some_and(|end| *its == here.tokens.start + 1 || is_aside(end))
        };
        let its = (here.tokens.start + 1..here.tokens.end).find(is_counted)?;
        let is_own = |name: &NameAt| {
            speakers.claimants.contains(&name.id) && can_be(passage, &here.tokens, name, passage.tokens.folded(its))
        };
        (!passage.names_in(here.tokens.start..its).any(is_own)).then_some(its)
    };
    // `“Talk is cheap,” she snapped when we asked.`
    let snaps = || {
        let mut person = here.tokens.clone().filter(|&at| matches!(word(at), "he" | "she"));
        person.find(|&at| tags_quotation(passage, &here.tokens, &(at..at + 1)))
    };
    let told = last.rev().find(closes).or(opens).or_else(tagged).or_else(led).or_else(snaps);
    let may_speak = |id: NameId| speakers.claimants.contains(&id);
    if let Some((words, name)) = told.is_none().then(|| described(passage, &here.tokens, &may_speak)).flatten() {
        return Some(Attributed { id: Some(name.id), span: passage.span_of(&words) });
    }
    let subject = told.or_else(|| office(passage, &here.tokens)).or_else(spoken_for).or_else(counted)?;
    // `His diary has four`.
    let pronoun = match passage.tokens.folded(subject) {
        "its" | "their" => "it",
        _ if matches!(word(here.tokens.start), "his" | "her") && subject > here.tokens.start => word(here.tokens.start),
        pronoun => pronoun,
    };
    let pronoun = match pronoun {
        "his" => "he",
        "her" => "she",
        pronoun => pronoun,
    };
    let is_person = matches!(pronoun, "he" | "she");
    let speaks = |name: &&NameAt, tokens: &Range<usize>| {
        speakers.claimants.contains(&name.id)
            && !(is_person
                && (is_object(passage, tokens, name) && !is_of_person(passage, tokens, name)
                    || names_outlet(passage, &name.tokens)))
            && passage.quotation_around(passage.span_of(&name.tokens)).is_none()
    };
    let far = if is_person { CARRY } else { NEAR };
    let earlier = (first.saturating_sub(far)..first).rev();
    // Who `he` is, the whole paragraph before may tell, and where that begins with `he`, the one before that.
    let oldest = is_person.then(|| oldest_paragraph(passage, first, pronoun));
    let earlier = earlier.filter(|&index| {
        let block = passage.sentences[index].block;
        index + 1 == first || block == here.block || oldest.is_some_and(|oldest| oldest <= block)
    });
    let mut body: Option<&NameAt> = None;
    for index in earlier {
        let tokens = passage.sentences[index].tokens.clone();
        // `A guard laughs. “9,000,” he says`: whoever comes in first there is the one.
        let word = |at: usize| passage.tokens.folded(at.min(tokens.end - 1));
        let holds = |at: usize| passage.lexicon.holds_office(word(at));
        let first = tokens.start;
        // `A police officer, who did not want to be named, said`: of those who are listed.
        let is_listed = || {
            let voices = voices_of(passage, speakers, index);
            let begins = |voice: &&Voice| voice.id.is_some() && voice.named.start <= first + 1;
            let mut names = passage.names_in(first..first + 1);
            names.any(|name| name.tokens.start == first) || voices.first().filter(begins).is_some()
        };
        let is_one = || is_person && matches!(word(first), "a" | "an") && !holds(first + 1) && !holds(first + 2);
        let may_be = |words: &Range<usize>| may_describe(passage, words, pronoun);
        if is_one() && !is_listed() && may_be(&few(SOMEBODY, first, tokens.end)) {
            break;
        }
        // `She says the minister lies. She says`: of the same.
        if is_said_by(passage, &tokens, passage.tokens.folded(subject)) {
            continue;
        }
        // `Deutsche Bahn met Dahl. He said`: no person, as long as nothing tells that it is one.
        let may_be_listed = || {
            let mut listed =
                passage.names_in(tokens.clone()).filter(|name| may_speak(name.id) && passage.is_person(name));
            listed.any(|name| can_be(passage, &tokens, name, pronoun))
        };
        let is_one = |named: &Range<usize>| is_person && (is_told_person(passage, &tokens, named) || !may_be_listed());
        if let Some(person) = stranger(passage, &tokens, &may_speak).filter(is_one) {
            return Some(Attributed { id: None, span: passage.span_of(&person) });
        }
        if let Some(report) = report(passage, &tokens).filter(|_| passage.tokens.folded(subject) == "it") {
            return Some(Attributed { id: None, span: passage.span_of(&report) });
        }
        let mut names: Vec<&NameAt> = passage.names_in(tokens.clone()).filter(|name| speaks(name, &tokens)).collect();
        // `Dahl asked Ms Roth to wait. She said`: whoever is known to be a woman, where nobody before may be.
        let is_known = |name: &&NameAt| {
            let is_she = pronoun == "she";
            is_person && passage.is_woman(name) == Some(is_she) && speakers.claimants.contains(&name.id)
        };
        if names.iter().all(|name| !can_be(passage, &tokens, name, pronoun)) {
            names.extend(passage.names_in(tokens.clone()).find(is_known));
        }
        // `Ms Roth was there, and the agency gave its figures. It says`: no person, where somebody else is named.
        let is_it = |name: &NameAt| can_be(passage, &tokens, name, "it") && !passage.is_person(name);
        if pronoun == "it" && names.iter().any(|name| is_it(name)) {
            names.retain(|name| is_it(name));
        }
        let first_named = names.first().copied();
        // `The regulator wrote, and union bosses did nothing. By their own account they`: those who are several.
        let several = |name: &&&NameAt| {
            let staff = name.tokens.end;
            let is_staff = staff < tokens.end && passage.lexicon.voices.staff.contains(word(staff));
            is_many(passage, name) || is_staff && word(staff).ends_with('s')
        };
        let are_they = matches!(passage.tokens.folded(subject), "they" | "their") && index + 1 == sentence;
        let bosses = names.iter().rfind(several).copied().filter(|_| are_they);
        let may_be_it = |name: &&NameAt| !is_person || can_be(passage, &tokens, name, pronoun);
        // `Corvane says Marsh resigned. “I was fired,” she said.`: whoever is known to be a person.
        let is_unknown = first_named.is_some_and(|name| {
            passage.is_proper(name) && !passage.is_person(name) && !is_of_person(passage, &tokens, name)
        });
        let is_known = |name: &&NameAt| is_unknown && may_be_it(name) && passage.is_person(name);
        let person = names.iter().copied().find(is_known).filter(|_| is_person);
        let named = bosses.or(person).or_else(|| names.into_iter().find(may_be_it));
        // `Dahl is here. The union is angry. He said`: of the union only where nobody else was named.
        let is_other = |name: &NameAt| {
            let one_of = |pronoun| passage.is_woman(name).is_some_and(|is_woman| is_woman == (pronoun == "he"));
            // `The ministry's head, Ruth Amery`: of the ministry.
            let owns = word(name.tokens.end) == "'s";
            one_of(pronoun) || !owns && last_stranger(passage, &tokens).is_some()
        };
        let is_last = |name: &&NameAt| is_person && named.is_none() && !is_many(passage, name) && !is_other(name);
        body = body.or_else(|| first_named.filter(is_last));
        // `Eva Roth says the minister lies. She says`: whoever speaks, and not who is spoken of.
        let voices = voices_of(passage, speakers, index);
        // `“The letter says so,” Dahl said. She told MPs`.
        let is_thing = |voice: &Voice| {
            let last = voice.named.end - 1;
            passage.lexicon.is_account(&passage.stems[last]) || passage.lexicon.voices.writings.contains(word(last))
        };
        let told = voices.iter().find(|voice| !is_person || !is_thing(voice));
        let told = told.filter(|voice| is_person && voice.id.is_none() && voice.reach == Reach::Forward);
        let told = told
            .filter(|voice| may_be(&voice.named) && named.is_some_and(|name| voice.tokens.end <= name.tokens.start));
        if let Some(voice) = told {
            return Some(attributed(passage, voice));
        }
        // `Railco is lying, the union says. It puts`: whoever closes the sentence speaks on, not who is spoken of.
        let is_led = |voice: &Voice| {
            let small = |at: &usize| word(*at) == "the" || passage.lexicon.says(&passage.stems[*at]);
            let before = (tokens.start..voice.tokens.start).rev().find(|at| !small(at));
            before.is_some_and(|at| matches!(word(at), "," | "\""))
        };
        let closes = |voice: &&Voice| {
            let of_kind = voice.id.is_some() || is_person && may_be(&voice.named);
            let is_last = voice.tokens.end + 2 >= tokens.end && is_led(voice);
            of_kind && is_last && named.is_some_and(|name| name.tokens.end < voice.tokens.start)
        };
        if let Some(voice) = voices.last().filter(closes) {
            return Some(attributed(passage, voice));
        }
        if let Some(name) = named {
            return Some(Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) });
        }
        // `Lind was there. “Where were you?” a man shouts. She says`.
        let is_one = |voice: &&Voice| voice.id.is_none() && !is_thing(voice) && may_be(&voice.named);
        if let Some(voice) = voices.last().filter(|voice| is_person && is_one(voice)) {
            return Some(attributed(passage, voice));
        }
    }
    if let Some(name) = body {
        return Some(Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) });
    }
    // Whoever `she` is, or those whom `its managers` are of, the outlet is not.
    let unnamed = |words: Range<usize>| Attributed { id: None, span: passage.span_of(&words) };
    let is_office = word(subject - usize::from(subject > here.tokens.start)) == "," && word(subject) != pronoun;
    let office = || office_behind(passage, &here.tokens, subject).filter(|_| is_office);
    match pronoun {
        "he" | "she" => {
            let near = &passage.sentences[first.saturating_sub(1)].tokens;
            let named = last_stranger(passage, near).filter(|named| first > 0 && may_describe(passage, named, pronoun));
            Some(unnamed(named.unwrap_or(subject..subject + 1)))
        }
        _ => office().map(|end| unnamed(subject..end)),
    }
}

/// `It must also be remembered that`, `it is often said that`: nobody says so.
fn is_impersonal(words: &[&str]) -> bool {
    let told = words.windows(2).position(|pair| pair[1] == "that" && (pair[0].ends_with("ed") || pair[0] == "said"));
    let before = told.and_then(|told| words[..told].iter().rfind(|word| !word.ends_with("ly") && **word != "often"));
    words.first() == Some(&"it") && before.is_some_and(|word| matches!(*word, "be" | "been" | "being" | "is" | "was"))
}
