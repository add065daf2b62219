//! What the elements of a pattern weigh: what it costs where a sentence has not got them.

use super::compile::Element;
use super::whose::WINNING;

pub(super) const CONTENT: f64 = 1.2;
/// A small word in a pattern that has three other words or more.
pub(super) const FUNCTION: f64 = 0.15;
/// The same where two others, or one, carry the pattern: then the small
/// words tell it from other sentences.
pub(super) const FUNCTION_OF_TWO: f64 = 0.35;
pub(super) const FUNCTION_OF_ONE: f64 = 0.6;
/// The word right after the slot says what is counted; where it is left
/// out and something else is counted, the statement is another.
pub(super) const COUNTED: f64 = 2.0;
/// That word, left out where nothing else is counted.
pub(super) const ELIDED: f64 = 0.5;
pub(super) const NAME: f64 = 1.0;
/// A name that the sentence leaves to the one before.
pub(super) const UNNAMED: f64 = 2.0;
/// `before`, `after`, `since` or `until` beside the slot.
pub(super) const RELATION: f64 = 2.0;
pub(super) const VALUE: f64 = 0.5;
pub(super) const SIGN: f64 = 0.6;
pub(super) const CAPITAL: f64 = 1.5;

/// The fewer other words a variant has, the more its small ones tell.
pub(super) fn function_words(elements: &mut [Element]) {
    let tells = |element: &&Element| match element {
        Element::Word(word) => !word.is_function,
        Element::Name(_) | Element::Digits(_) => true,
        _ => false,
    };
    let weight = match elements.iter().filter(tells).count() {
        0 | 1 => FUNCTION_OF_ONE,
        2 => FUNCTION_OF_TWO,
        _ => FUNCTION,
    };
    for element in elements {
        if let Element::Word(word) = element
            && word.is_function
        {
            word.weight = weight;
        }
    }
}

/// How much more the word for what is counted weighs behind `the number of`: just so much that it cannot be left out.
const COUNTED_MORE: f64 = 1.2;

/// `The number of missing rose to {value}`: without the word for what is counted it is any number.
pub(super) fn counted(elements: &mut [Element]) {
    let is = |element: &Element, words: &[&str]| matches!(element, Element::Word(word) if words.contains(&word.folded.as_str()));
    for at in 2..elements.len() {
        let counts =
            is(&elements[at - 1], &["of"]) && is(&elements[at - 2], &["number", "total", "count", "tally", "toll"]);
        if let Element::Word(word) = &mut elements[at]
            && counts
            && !word.is_function
        {
            word.weight *= COUNTED_MORE;
        }
    }
}

/// A `before` or `since` beside the slot, and the `by` of a contest, says how the value relates to the rest:
/// no statement is the same without it.
pub(super) fn relations(elements: &mut [Element], slot: Option<usize>) {
    let Some(slot) = slot else { return };
    let is_contest =
        |element: &Element| matches!(element, Element::Word(word) if WINNING.contains(&word.folded.as_str()));
    let of_contest = slot.checked_sub(2).is_some_and(|verb| is_contest(&elements[verb]));
    for at in [slot.checked_sub(1), Some(slot + 1)].into_iter().flatten() {
        if let Some(Element::Word(word)) = elements.get_mut(at)
            && (matches!(word.folded.as_str(), "before" | "after" | "since" | "until")
                || of_contest && at < slot && word.folded == "by")
        {
            word.weight = RELATION;
        }
    }
}
