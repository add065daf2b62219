//! What sort of difference a stretch is: a negation, a number, a verb, a cut,
//! or only other words.
//!
//! ```text
//! will → may            verb          60 → 16       number
//! frank → open          variant       (end) → –     cut
//! ```

use super::ChangeKind;
use super::negation::{are_opposed, is_negation, loses_negation};
use super::printed::Printed;
use crate::extract::number::{cardinal_at, ordinal_at};
use crate::extract::{Reading, Setting, extract};
use crate::matching::language::english::ENGLISH;
use crate::text::{TokenKind, stem};
use std::ops::Range;

/// Words that say how sure or when a verb is, by themselves.
const MODALS: [&str; 37] = [
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought", "'ll", "'d", "is", "are",
    "was", "were", "am", "be", "been", "being", "'re", "'m", "has", "have", "had", "having", "'ve", "do", "does",
    "did", "don", "doing", "want", "wants", "wanted", "need", "needs",
];

/// Plurals that look like no plural, so that no verb is seen in them.
const PLURALS: [&str; 7] = ["men", "women", "children", "feet", "teeth", "people", "persons"];

/// Words that translators put or leave out.
const ARTICLES: [&str; 5] = ["a", "an", "the", "that", "of"];

/// Words right before a verb.
const BEFORE_VERBS: [&str; 22] = [
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "do", "does", "did", "don't",
    "doesn't", "didn't", "won't", "i", "we", "you", "they", "never",
];

/// The kind of the difference between a stretch of one printing and what
/// stands for it in the other.
pub(super) fn kind_of(a: &Printed<'_>, left: &Range<usize>, b: &Printed<'_>, right: &Range<usize>) -> ChangeKind {
    if right.is_empty() {
        return kind_of_lost(a, left, b, right).unwrap_or(ChangeKind::LeftOut);
    }
    if left.is_empty() {
        return kind_of_lost(b, right, a, left).unwrap_or(ChangeKind::Added);
    }
    if spelt_out(a, left) == spelt_out(b, right) {
        return ChangeKind::Variant;
    }
    if turns(a, left, b, right) {
        return ChangeKind::Negation;
    }
    let (from, to) = (numbers(a, left), numbers(b, right));
    if from != to && !from.is_empty() && !to.is_empty() || is_other_unit(a, left, b, right) {
        return ChangeKind::Number;
    }
    if is_verb_change(a, left, b, right) { ChangeKind::Verb } else { ChangeKind::Variant }
}

/// The words of a stretch, `won't` as `will not`: it is no other verb.
fn spelt_out<'w>(words: &'w Printed<'_>, range: &Range<usize>) -> Vec<&'w str> {
    let spelt = |at: usize| {
        let word = words.folded(at);
        match word {
            "won't" => vec!["will", "not"],
            "can't" | "cannot" => vec!["can", "not"],
            "shan't" => vec!["shall", "not"],
            _ => {
                let endings = [("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am")];
                let full = endings.iter().find_map(|(ending, full)| Some((word.strip_suffix(ending)?, *full)));
                full.map_or(vec![word], |(verb, full)| {
                    [verb, full].into_iter().filter(|word| !word.is_empty()).collect()
                })
            }
        }
    };
    range.clone().flat_map(spelt).collect()
}

/// A stretch that the other printing lacks at the place `at`.
fn kind_of_lost(whole: &Printed<'_>, lost: &Range<usize>, part: &Printed<'_>, at: &Range<usize>) -> Option<ChangeKind> {
    let is_end = at.start == 0 || at.start == part.len();
    if loses_negation(whole, lost, at, part) {
        return Some(ChangeKind::Negation);
    }
    if is_end || part.is_marked(at.start) {
        return Some(ChangeKind::Cut);
    }
    if lost.clone().all(|at| ARTICLES.contains(&whole.folded(at))) {
        return Some(ChangeKind::Variant);
    }
    let is_number = |at: usize| !numbers(whole, &(at..at + 1)).is_empty();
    let beside =
        is_number(lost.start - 1) && !whole.is_parted(lost.start) || is_number(lost.end) && !whole.is_parted(lost.end);
    if lost.clone().all(is_number) && beside {
        return Some(ChangeKind::Number);
    }
    let verbs = lost.clone().all(|at| MODALS.contains(&whole.folded(at)));
    verbs.then_some(ChangeKind::Verb)
}

/// Whether one side negates what the other says.
fn turns(a: &Printed<'_>, left: &Range<usize>, b: &Printed<'_>, right: &Range<usize>) -> bool {
    let negations =
        |words: &Printed<'_>, range: &Range<usize>| range.clone().filter(|&at| is_negation(words.folded(at))).count();
    let opposed = left.clone().any(|at| right.clone().any(|to| are_opposed(a.folded(at), b.folded(to))));
    let (from, to) = (negations(a, left), negations(b, right));
    // `not impossible` is possible: an opposite counts as one negation more.
    if opposed { from.abs_diff(to) != 1 } else { from != to }
}

/// `Ten miles` for `ten kilometres`: the same number of something longer is another number.
fn is_other_unit(a: &Printed<'_>, left: &Range<usize>, b: &Printed<'_>, right: &Range<usize>) -> bool {
    let measured = |words: &Printed<'_>, unit: &Range<usize>| -> Option<Reading> {
        let number = unit.start.checked_sub(1)?;
        numbers(words, &(number..unit.start)).first()?;
        let all = extract(&format!("2 {}", words.said(unit)), &Setting::default(), &[]);
        all.into_iter().map(|value| value.reading).find(|reading| !matches!(reading, Reading::Number(_)))
    };
    let (from, to) = (measured(a, left), measured(b, right));
    from.is_some() && to.is_some() && from != to
}

/// The numbers of a stretch, in order, whether in digits or in words.
fn numbers(words: &Printed<'_>, range: &Range<usize>) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    for at in range.clone().map(|at| words.kept[at]) {
        if at < from {
            continue;
        }
        let read = cardinal_at(&words.tokens, at).or_else(|| ordinal_at(&words.tokens, at));
        if let Some((number, end)) = read {
            found.push(number.normalize().to_string());
            from = end;
        } else if words.tokens.get(at).kind == TokenKind::Digits {
            found.push(words.tokens.folded(at).to_owned());
        }
    }
    found
}

/// Whether nothing but a verb differs: its modal, its tense, or the verb of
/// the sentence itself.
fn is_verb_change(a: &Printed<'_>, left: &Range<usize>, b: &Printed<'_>, right: &Range<usize>) -> bool {
    let content = |words: &Printed<'_>, range: &Range<usize>| -> Vec<usize> {
        range.clone().filter(|&at| !MODALS.contains(&words.folded(at))).collect()
    };
    let (from, to) = (content(a, left), content(b, right));
    let has_modal = |all: &Range<usize>, content: &[usize]| all.len() > content.len();
    match (from.as_slice(), to.as_slice()) {
        ([], []) => true,
        ([], [_]) | ([_], []) => false,
        ([from], [to]) => {
            let (one, other) = (a.folded(*from), b.folded(*to));
            let modal = has_modal(left, &[*from]) || has_modal(right, &[*to]);
            if stem(one) == stem(other) {
                return modal || is_other_tense(one, other);
            }
            let says = |word: &str| ENGLISH.says(&stem(word));
            says(one) && says(other) || same_ending(one, other) || in_verb_slot(a, *from) && in_verb_slot(b, *to)
        }
        _ => false,
    }
}

/// Two forms of one word that are no singular and plural.
fn is_other_tense(a: &str, b: &str) -> bool {
    let plural = |one: &str, many: &str| {
        many.strip_suffix('s').is_some_and(|rest| one == rest || rest.strip_suffix('e') == Some(one))
            || PLURALS.contains(&many)
    };
    a != b && !plural(a, b) && !plural(b, a)
}

/// `attacked` for `defended`: two verbs of one form.
fn same_ending(a: &str, b: &str) -> bool {
    let verb = |word: &str, ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
    ["ed", "ing"].iter().any(|ending| verb(a, ending) && verb(b, ending))
}

/// Whether a word stands where only a verb can: right after a modal or a
/// subject.
fn in_verb_slot(words: &Printed<'_>, at: usize) -> bool {
    let is_name = words.raw(at).chars().next().is_some_and(char::is_uppercase);
    !is_name && at > 0 && !words.is_parted(at) && BEFORE_VERBS.contains(&words.folded(at - 1))
}
