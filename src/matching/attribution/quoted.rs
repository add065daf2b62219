//! Whose words a quotation is that began in another sentence than the one asked for: of whoever speaks
//! where it begins or ends, whom its caption names, or who was introduced or spoke right before.
//!
//! ```text
//! The union said: “It was great. 300 marched.”              the union
//! “It was great,” said the union. “300 marched.”            the union
//! The union says so. “It was great. 300 marched.”           the union
//! The union was there. “It was great. 300 marched.”         nobody that is known
//! ```

use super::antecedent::{antecedent, antecedent_before};
use super::heralds::heralded;
use super::saying::says_after;
use super::speakers::voices_of;
use super::titles::{begins_entry, entitled};
use super::voices::{Reach, Voice};
use super::{Attributed, Place, Speakers, attributed};
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::stance::verdict::is_contested;
use crate::text::{Span, TokenKind};

/// How many words between quotation marks are what somebody says, and no more than a name or a phrase.
const SPEECH: usize = 5;
/// In how many words it may be told what somebody is, before their name.
const OFFICE: usize = 8;
/// How far behind its verb the number may stand that others give, in tokens.
const SAID: usize = 24;

/// The one whose words a quotation is, when it began in another sentence.
pub(super) fn quoted(passage: &Passage<'_>, speakers: &Speakers, sentence: usize, token: usize) -> Option<Attributed> {
    quoted_past(passage, speakers, sentence, token, true)
}

/// The same, `past` a question before it or not.
fn quoted_past(
    passage: &Passage<'_>,
    speakers: &Speakers,
    sentence: usize,
    token: usize,
    past: bool,
) -> Option<Attributed> {
    let index = passage.quotation_around(passage.tokens.get(token).span)?;
    let (first, last) = passage.quotations[index].speech;
    let opening = passage.sentence_at(passage.quotations[first].span.start);
    let closing = passage.sentence_at(passage.quotations[last].span.end.saturating_sub(1));
    // `She said: “The police say four. There were five.”`: whom the quotation itself lets speak, are not who is quoted.
    let is_quoted = |voice: &Voice| {
        let around = passage.quotation_around(passage.span_of(&voice.named));
        around.is_some_and(|at| (first..=last).contains(&at))
    };
    let last_voice = |index: usize| {
        let voices = voices_of(passage, speakers, index);
        voices.iter().rfind(|voice| !is_quoted(voice)).map(|voice| attributed(passage, voice))
    };
    let credit = |index: usize| {
        let next = passage.sentences.get(index)?;
        // Whoever else says it is not known; and who counts himself says that.
        let counts = || passage.values_in(next.span).any(|value| !value.is_moment());
        // `He said: “We were 300.” The version in the Flash is shorter.`
        let is_led =
            next.kind != BlockKind::Caption && is_led_by_colon(passage, opening, passage.quotations[first].span);
        let signer = || {
            voices_of(passage, speakers, index).first().filter(|voice| voice.tokens.start == next.tokens.start).cloned()
        };
        if let Some(voice) = is_signed(passage, index).then(signer).flatten() {
            return Some(attributed(passage, &voice));
        }
        if is_led
            || goes_on_behind(passage, closing, passage.quotations[last].span)
            || next.kind != BlockKind::Caption && counts()
        {
            return None;
        }
        let introduces = next.kind == BlockKind::Caption || passage.sentences[index - 1].block == next.block;
        let bare = || credited(passage, speakers, index).filter(|_| next.kind == BlockKind::Caption);
        if introduces { last_voice(index).or_else(bare) } else { None }
    };
    // `She replied: “He phoned. We were four.”`
    let pronoun_before = || {
        let inside = passage.tokens_of(passage.quotations[first].span).start;
        let begins = inside - usize::from(inside > 0 && passage.tokens.folded(inside - 1) == "\"");
        let lead = passage.sentences[opening].tokens.start..begins;
        let leads = lead.len() > 2 && matches!(passage.tokens.folded(begins - 1), ":" | ",");
        leads.then(|| antecedent(passage, speakers, opening)).flatten()
    };
    let before = (opening < sentence).then(|| last_voice(opening).or_else(pronoun_before)).flatten();
    // `“Four people died. It is over,” she said.`
    let by_pronoun = || {
        let tells = goes_on_behind(passage, closing, passage.quotations[last].span);
        tells.then(|| antecedent_before(passage, speakers, closing, opening)).flatten()
    };
    let after = (closing > sentence).then(|| last_voice(closing)).flatten();
    // `“I was there. Four people died,” she said`: its last sentence, too.
    let after = after.or_else(|| if closing > opening { by_pronoun() } else { None });
    let asked = || asked_before(passage, speakers, opening, passage.quotations[first].span);
    // `“Where were you?” a man shouts. She tells him: “I was there.”`: its own sentence leads to it.
    let leads = || is_led_by_colon(passage, opening, passage.quotations[first].span);
    let led = || leads().then(pronoun_before).flatten().filter(|found| !is_pronoun(passage, found.span));
    let asked = || asked().or_else(|| credit(closing + 1)).or_else(led);
    let may_speak = |id| speakers.claimants.contains(&id) || speakers.entities.contains(&id);
    let titled = || entitled(passage, &may_speak, opening);
    before.or(after).or_else(asked).or_else(titled).or_else(|| introduced(passage, speakers, opening, past))
}

/// `“They say four. I was there for all five,” she said`: whoever a quotation that begins so holds it against, is not who
/// is quoted. Whom it has named itself, it speaks for: `“Our doctors were there. They say four.”`
pub(super) fn others_say(passage: &Passage<'_>, place: &Place<'_>, voices: &[Voice]) -> Option<Attributed> {
    let value = place.tokens.start;
    let quotation = passage.quotations[passage.quotation_around(passage.tokens.get(value).span)?].span;
    let sentence = &passage.sentences[place.sentence].tokens;
    let inside = passage.tokens_of(quotation);
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = inside.clone().find(|&at| !matches!(passage.tokens.folded(at), "\"" | "but" | "and" | "well" | ","))?;
    // Of `she` it is known who she is, and what she said may be why it is quoted; a number is held against another.
    let counts = || passage.is_in_value(passage.tokens.get(value).span);
    let is_other = word(first) == "they" || matches!(word(first), "he" | "she") && counts();
    let end = is_other
        .then(|| says_after(passage, sentence, first))
        .flatten()
        .filter(|&end| (end..end + SAID).contains(&value))?;
    let says = passage.lexicon.voices.alleging.contains(word(end - 1));
    let goes_on = |at: usize| !matches!(word(at), "," | ";" | "and" | "but" | "so" | "if" | "when");
    let is_named = |voice: &Voice| voice.id.is_some() && (first..value).contains(&voice.named.start);
    (says && (end..value).all(goes_on) && !voices.iter().any(is_named))
        .then(|| Attributed { id: None, span: passage.tokens.get(first).span })
}

/// `What did the mayor say?` right before a block that begins with a quotation: it gives what was asked for.
fn asked_before(passage: &Passage<'_>, speakers: &Speakers, opening: usize, quotation: Span) -> Option<Attributed> {
    let here = &passage.sentences[opening];
    let question = &passage.sentences[opening.checked_sub(1)?];
    let tokens = question.tokens.clone();
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let begins = passage.tokens_of(quotation).start <= here.tokens.start + 1 && here.block != question.block;
    let asks = word(tokens.start) == "what" && matches!(word(tokens.start + 1), "did" | "does" | "has" | "had");
    if !begins || !asks || word(tokens.end - 1) != "?" {
        return None;
    }
    let may_speak = |id| speakers.claimants.contains(&id) || speakers.entities.contains(&id);
    let says = |at: usize| tokens.contains(&at) && passage.lexicon.says(&passage.stems[at]);
    let mut names = passage.names_in(tokens.start + 2..tokens.end);
    let name = names.find(|name| may_speak(name.id) && says(name.tokens.end))?;
    Some(Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `Ruth Hallam, director`, below a quotation and nothing else.
fn credited(passage: &Passage<'_>, speakers: &Speakers, credit: usize) -> Option<Attributed> {
    let tokens = &passage.sentences[credit].tokens;
    let name = passage.names_in(tokens.clone()).find(|name| speakers.claimants.contains(&name.id))?;
    let is_led = |at: usize| {
        let word = passage.tokens.folded(at);
        matches!(word, "the" | "*" | "-" | "–" | "—") || passage.lexicon.titles.contains(word)
    };
    let ends = |at: usize| at >= tokens.end || matches!(passage.tokens.folded(at), "," | "(" | "." | "*");
    let is_bare = (tokens.start..name.tokens.start).all(is_led) && ends(name.tokens.end);
    is_bare.then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// Whether a sentence goes on after a quotation: `,” Marie Dupont said`, `” as a row`. Then it tells
/// itself whose words they are, or nobody does.
fn goes_on_behind(passage: &Passage<'_>, sentence: usize, quotation: Span) -> bool {
    let tokens = passage.sentences[sentence].tokens.clone();
    let behind = tokens.filter(|&at| passage.tokens.get(at).span.start >= quotation.end);
    behind.into_iter().any(|at| passage.tokens.get(at).kind == TokenKind::Word)
}

/// `“We were 300.” (Ada Kim, 14 April)`: whether all of a sentence is the bracket right behind a quotation.
fn is_signed(passage: &Passage<'_>, sentence: usize) -> bool {
    let tokens = &passage.sentences[sentence].tokens;
    let opens = passage.tokens.folded(tokens.start) == "(" && tokens.start > 0;
    opens && passage.tokens.folded(tokens.start - 1) == "\""
}

/// Whether a sentence leads to a quotation by a colon, and tells itself whose words they are, or nobody does.
fn is_led_by_colon(passage: &Passage<'_>, opening: usize, quotation: Span) -> bool {
    let tokens = passage.sentences[opening].tokens.clone();
    let mut before = tokens.rev().filter(|&at| passage.tokens.get(at).span.start < quotation.start);
    before.find(|&at| passage.tokens.folded(at) != "\"").is_some_and(|at| passage.tokens.folded(at) == ":")
}

/// The sentence before a quotation introduces it: `Here is what X says.`
fn introduced(passage: &Passage<'_>, speakers: &Speakers, opening: usize, past: bool) -> Option<Attributed> {
    // What stands above the entry of a live blog, is another entry.
    if begins_entry(passage, opening) {
        return None;
    }
    let heading = |index: &usize| matches!(passage.sentences[*index].kind, BlockKind::Heading | BlockKind::Caption);
    let mut before = (opening.saturating_sub(3)..opening).rev().find(|index| !heading(index))?;
    // `“I came to listen,” she says. She is in the hall. “Talk is cheap.”`: what is only told of whoever speaks.
    let only_tells = |index: usize| {
        let sentence = &passage.sentences[index];
        let is_person = matches!(passage.tokens.folded(sentence.tokens.start), "he" | "she");
        let quotes = || sentence.tokens.clone().any(|at| passage.tokens.folded(at) == "\"");
        is_person && sentence.block == passage.sentences[opening].block && !quotes()
    };
    let tells = |index: usize| only_tells(index) && voices_of(passage, speakers, index).is_empty();
    let direct = before;
    let passed = before + 1 == opening && before > 0 && tells(before);
    // `“Two dinners,” Orlo says. And the phone? “Maybe ten calls.”`: it is put to whoever speaks.
    let asks = past && !passed && before + 1 == opening && before > 0 && is_put(passage, opening);
    before -= usize::from(passed || asks);
    // `“Two dinners,” Orlo says. “I paid.” And the phone? “Maybe ten calls.”`
    let quoted_last = passage.sentences[before].tokens.end.saturating_sub(2);
    if asks && passage.quotation_around(passage.tokens.get(quoted_last).span).is_some() {
        return quoted_past(passage, speakers, before, quoted_last, false);
    }
    let end = passage.sentences[before].tokens.end;
    let is_mark = |at: &usize| matches!(passage.tokens.folded(*at), "." | ":" | ",");
    let closing = (passage.sentences[before].tokens.start..end).rev().find(|at| !is_mark(at)).map_or(end, |at| at + 1);
    let leads_on = passage.tokens.folded(end - 1) == ":";
    let voices = voices_of(passage, speakers, before);
    let one_block = || passage.sentences[before].block + usize::from(asks) >= passage.sentences[opening].block;
    let carries_on = one_block() && before + 1 + usize::from(passed || asks) == opening;
    let last = voices.last().filter(|voice| {
        leads_on || voice.tokens.end == closing && ends_in_verb(passage, voice) || carries_on && is_tag(passage, voice)
    });
    // `The mayor says 17 were hurt. “There were 300.”`: where nobody else is named, and no other clause begins.
    let states = || {
        let tokens = passage.sentences[before].tokens.clone();
        let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
        let the = usize::from(matches!(word(tokens.start), "the" | "but" | "a" | "an"));
        let [voice] = &*voices else { return None };
        let begins = voice.reach == Reach::Forward && voice.named.start <= tokens.start + the;
        let may_speak = |id| speakers.claimants.contains(&id) || speakers.entities.contains(&id);
        let mut others = passage.names_in(voice.tokens.end..tokens.end);
        let parts = |at: usize| match word(at) {
            ";" | "but" | "while" | "although" | "though" | "whereas" => true,
            "," => matches!(word(at + 1), "and" | "a" | "an" | "which"),
            _ => false,
        };
        let is_alone =
            !others.any(|name| may_speak(name.id) && Some(name.id) != voice.id) && !tokens.clone().any(parts);
        (carries_on && before == direct && voice.id.is_some() && begins && is_alone).then_some(voice)
    };
    let last = last.or_else(states);
    // `“It was calm,” she said. “We were 300.”`
    let quotes = || passage.sentences[before].tokens.clone().any(|at| passage.tokens.folded(at) == "\"");
    let pronoun = || if carries_on && quotes() { antecedent(passage, speakers, before) } else { None };
    let gave_out = || heralded(passage, speakers, direct..opening);
    last.map(|voice| attributed(passage, voice)).or_else(pronoun).or_else(gave_out)
}

/// Whether the sentence before a quotation, in its paragraph, is a question that names nobody who could answer.
fn is_put(passage: &Passage<'_>, opening: usize) -> bool {
    let (question, here) = (&passage.sentences[opening - 1], &passage.sentences[opening]);
    let last = question.tokens.end - 1;
    let is_asked = || passage.quotation_around(passage.tokens.get(last).span).is_none();
    question.block == here.block
        && passage.tokens.folded(last) == "?"
        && is_asked()
        && passage.names_in(question.tokens.clone()).next().is_none()
}

/// `“It was calm,” said the mayor. “We were 300.”`: a voice right behind a quotation, which the next
/// one carries on. `,” the head of the council, Ada Lind, told reporters`: or behind what else they are.
fn is_tag(passage: &Passage<'_>, voice: &Voice) -> bool {
    let the = usize::from(passage.tokens.folded(voice.tokens.start.saturating_sub(1)) == "the");
    let comma = voice.tokens.start.saturating_sub(1 + the);
    let is_apposed = passage.tokens.folded(comma) == ",";
    let is_word = |at: usize| passage.tokens.get(at).kind == TokenKind::Word || passage.tokens.folded(at) == "'s";
    let office = comma - (comma.saturating_sub(OFFICE)..comma).rev().take_while(|&at| is_word(at)).count();
    let named = if is_apposed && office < comma { office } else { voice.tokens.start };
    let mut before = (named.saturating_sub(3)..named).rev();
    before.find(|&at| !matches!(passage.tokens.folded(at), "the" | "," | "a")).is_some_and(|at| {
        let behind =
            passage.quotations.partition_point(|quotation| quotation.span.end <= passage.tokens.get(at).span.start);
        passage.tokens.folded(at) == "\"" && behind > 0
    })
}

/// `the Kremlin says`: a voice whose last word says something.
fn ends_in_verb(passage: &Passage<'_>, voice: &Voice) -> bool {
    passage.lexicon.says(&passage.stems[voice.tokens.end - 1])
}

/// The first words of the quotation in which a statement stands that nobody is told to make: it is not the outlet's,
/// whoever speaks. `“We were 300. It was calm.”`
#[must_use]
pub fn of_quotation(passage: &Passage<'_>, place: &Place<'_>) -> Option<Attributed> {
    let span = passage.span_of(&place.whole).cover(&passage.span_of(&place.tokens));
    let tokens = passage.tokens_of(passage.quotations[passage.quotation_around(span)?].span);
    let kind = passage.sentences[place.sentence].kind;
    let is_paragraph = kind == BlockKind::Paragraph;
    // `“She rang me”: fury at the palace`: few words are somebody's who speaks of themselves.
    let is_self =
        |at: usize| passage.lexicon.voices.speaking.contains(passage.tokens.folded(at)) && !is_country(passage, at);
    let is_self_told = kind != BlockKind::Row && tokens.len() > 2 && tokens.clone().any(is_self);
    let is_speech = is_paragraph && tokens.len() >= SPEECH || is_self_told || is_contested(passage, place.sentence);
    let last = passage.tokens.get(tokens.end.min(tokens.start + SPEECH).saturating_sub(1)).span;
    // `1.3 billion` is one.
    let last = passage.value_around(last).map_or(last, |value| value.span);
    is_speech.then(|| Attributed { id: None, span: passage.tokens.get(tokens.start).span.cover(&last) })
}

/// Whether a voice is named by a pronoun alone.
pub(super) fn is_pronoun(passage: &Passage<'_>, span: Span) -> bool {
    let tokens = passage.tokens_of(span);
    tokens.len() == 1 && passage.lexicon.voices.standing_for.contains(passage.tokens.folded(tokens.start))
}

/// Whether a token is `US`, and not `us`.
fn is_country(passage: &Passage<'_>, at: usize) -> bool {
    let raw = passage.tokens.raw(at);
    raw.len() > 1 && raw.chars().all(char::is_uppercase)
}
