//! Whose names can be voices in an article, and the voices of its sentences, each sentence read once.
//!
//! Those whom the claims file does not name are voices too, without an id.
//!
//! ```text
//! The police said nothing, but a nurse said 40 died       the police; a nurse
//! ```

use super::unlisted::find_unlisted;
use super::voices::{Voice, find_voices};
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameId;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Whose names can be voices.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    /// Claimants: any cue makes them voices.
    pub claimants: Vec<NameId>,
    /// Entities: they speak only where somebody's own words are asked for.
    pub entities: Vec<NameId>,
    /// The sides of a readout: an account of one of them is carried on until
    /// another voice speaks.
    pub sides: Vec<NameId>,
    /// The voices of the sentences that were asked for: a sentence with many values is read once.
    heard: RefCell<BTreeMap<usize, Rc<[Voice]>>>,
}

impl Speakers {
    /// Whose names can be voices in one article.
    #[must_use]
    pub fn new(claimants: Vec<NameId>, entities: Vec<NameId>, sides: Vec<NameId>) -> Self {
        Self { claimants, entities, sides, heard: RefCell::default() }
    }
}

/// The voices of a sentence, in order.
pub(super) fn voices_of(passage: &Passage<'_>, speakers: &Speakers, sentence: usize) -> Rc<[Voice]> {
    if let Some(known) = speakers.heard.borrow().get(&sentence) {
        return Rc::clone(known);
    }
    let may_speak = |id: NameId| speakers.claimants.contains(&id) || speakers.entities.contains(&id);
    let tokens = &passage.sentences[sentence].tokens;
    let mut voices = find_voices(passage, tokens, &may_speak);
    let unlisted = find_unlisted(passage, tokens, &voices, &may_speak);
    voices.extend(unlisted);
    voices.sort_by_key(|voice| voice.tokens.start);
    let voices: Rc<[Voice]> = voices.into();
    speakers.heard.borrow_mut().insert(sentence, Rc::clone(&voices));
    voices
}
