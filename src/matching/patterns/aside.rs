//! Whether a name of a pattern stands only in an aside that tells who says it, and where an aside ends that is passed freely.

use super::align::Scene;
use super::compile::{Element, Variant};
use crate::matching::passage::names::NameAt;
use std::ops::Range;

/// `The company, the union said, walked out`: where a name of the pattern stands that only tells of it. (Who is
/// said to say something does that aside too.)
pub(super) fn speaks_aside(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let word = |at: usize| if scene.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let says = |stem: &str| passage.lexicon.says(stem);
    let tells = variant.elements.iter().any(|element| matches!(element, Element::Word(word) if says(&word.stem)));
    let is_aside = |name: &NameAt| {
        let the = name.tokens.start - usize::from(word(name.tokens.start.wrapping_sub(1)) == "the");
        let end = name.tokens.end;
        let said = word(the.wrapping_sub(1)) == "," && word(end + 1) == "," && says(&passage.stems[end]);
        let according = word(the.wrapping_sub(1)) == "to"
            && passage.lexicon.according.contains(word(the.wrapping_sub(2)))
            && matches!(word(end), "," | ".");
        said || according
    };
    let mut ids = variant.elements.iter().filter_map(|element| match element {
        Element::Name(id) if !tells => Some(*id),
        _ => None,
    });
    ids.find_map(|id| {
        let named = || scene.names.iter().filter(|name| tokens.contains(&name.tokens.start) && name.id == id);
        named().all(|name| is_aside(name)).then(|| named().next().map(|name| name.tokens.start)).flatten()
    })
}

impl Scene<'_, '_> {
    /// Where the words end before a value that are not passed freely: `alerted two years later, in June`.
    pub(super) fn before_passed(&self, gap: Range<usize>) -> usize {
        let is_comma = |at: &usize| gap.contains(at) && self.passage.tokens.folded(*at) == ",";
        let Some(comma) = (1..3).filter_map(|back| gap.end.checked_sub(back)).find(is_comma) else { return gap.end };
        let passed = (gap.start..comma + 1).rev().take_while(|at| self.skip_of(at - self.tokens.start) <= 0.0).count();
        if passed > 0 { comma + 1 - passed } else { gap.end }
    }
}
