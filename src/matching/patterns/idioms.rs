//! What the words of a pattern mean only together, as those of a [text](crate::matching::passage::stems) do.
//!
//! `{value} crew lost their lives` says `die` at its `lost`: so does every text with these words.

use super::compile::{Element, Word};
use crate::matching::language::lexicon::Lexicon;

/// Reads the first word of each idiom as what it means.
pub(super) fn read_idioms(elements: &mut [Element], lexicon: &Lexicon) {
    for at in 0..elements.len() {
        let Element::Word(word) = &elements[at] else { continue };
        if word.is_name || !lexicon.begins_an_idiom(&word.stem) {
            continue;
        }
        let mut idioms = lexicon.idioms.iter().filter(|(phrase, _)| phrase[0] == word.stem);
        if let Some((_, meaning)) = idioms.find(|(phrase, _)| goes_on(&elements[at..], phrase, lexicon)) {
            let meant = word.clone().of_stem((*meaning).to_owned(), lexicon);
            elements[at] = Element::Word(meant);
        }
    }
}

fn goes_on(elements: &[Element], phrase: &[&str], lexicon: &Lexicon) -> bool {
    let says = |element: &Element, word: &str| match (element, word) {
        (Element::Word(own), "*") => lexicon.pointing.contains(&own.folded),
        (Element::Word(Word { stem, .. }), word) => stem == word,
        _ => false,
    };
    elements.len() >= phrase.len() && elements.iter().zip(phrase).skip(1).all(|(element, word)| says(element, word))
}
