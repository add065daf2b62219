//! Whom a pronoun stands for that says something: whoever an earlier sentence names that it can be.
//!
//! ```text
//! The police came late. They said 20 marched.              the police
//! Eva Roth spoke to police. She said 20 marched.            she
//! The union was there. Its chairman, Per Stahl, said …      the union
//! ```

use super::described::{
    TALK, described, is_of_person, is_said_by, is_told_person, last_stranger, oldest_paragraph, report, stranger,
};
use super::pronouns::{can_be, is_many, may_describe, office_behind};
use super::saying::is_object;
use super::somebody::names_outlet;
use super::speakers::voices_of;
use super::teller::{office_that_tells, pronoun_that_tells};
use super::titles::{heading_of, past_headings, told_of_account};
use super::voices::{Reach, Voice};
use super::{Attributed, Speakers, attributed};
use crate::corpus::BlockKind;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId};
use std::ops::Range;

/// How many sentences back a body may be named for which a pronoun stands.
const NEAR: usize = 3;
/// In how many words a sentence tells whom it begins with: `a man in the crowd`.
const SOMEBODY: usize = 4;

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
    let may_speak = |id: NameId| speakers.claimants.contains(&id);
    let told = pronoun_that_tells(passage, &here.tokens);
    if let Some((words, name)) = told.is_none().then(|| described(passage, &here.tokens, &may_speak)).flatten() {
        return Some(Attributed { id: Some(name.id), span: passage.span_of(&words) });
    }
    let subject = told.or_else(|| office_that_tells(passage, &here.tokens, &may_speak))?;
    meant(passage, speakers, sentence, first, subject)
}

/// Whom a word of a sentence stands for, or the words for them where no claims file lists them; they were named before the
/// sentence `first`.
pub(super) fn meant(
    passage: &Passage<'_>,
    speakers: &Speakers,
    sentence: usize,
    first: usize,
    subject: usize,
) -> Option<Attributed> {
    let here = &passage.sentences[sentence];
    let may_speak = |id: NameId| speakers.claimants.contains(&id);
    let word = |at: usize| if here.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
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
    let first = past_headings(passage, first);
    let far = if is_person { TALK } else { NEAR };
    let earlier = (first.saturating_sub(far)..first).rev();
    // Who `he` is, the whole paragraph before may tell, and where that begins with `he`, the one before that.
    // `The log dates it to May. The ink is faint. / It also lists 14`: that is of the paragraph before, too.
    let goes_on = || pronoun == "it" && word(subject + 1) == "also" && first > 0;
    let above = || goes_on().then(|| passage.sentences[first - 1].block);
    let oldest = if is_person { Some(oldest_paragraph(passage, first, pronoun)) } else { above() };
    let earlier = earlier.filter(|&index| {
        let block = passage.sentences[index].block;
        index + 1 == first || block == here.block || oldest.is_some_and(|oldest| oldest <= block)
    });
    let mut body: Option<&NameAt> = None;
    for index in earlier {
        let tokens = passage.sentences[index].tokens.clone();
        let is_heading = matches!(passage.sentences[index].kind, BlockKind::Heading | BlockKind::Headline);
        let account = || told_of_account(passage, &may_speak, &tokens);
        if let Some(account) = (pronoun == "it" && is_heading).then(account).flatten() {
            return Some(account);
        }
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
        _ => {
            let heading = heading_of(passage, sentence).filter(|_| word(subject) == "it");
            let account = heading.and_then(|heading| told_of_account(passage, &may_speak, &heading));
            account.or_else(|| office().map(|end| unnamed(subject..end)))
        }
    }
}
