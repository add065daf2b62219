//! Hits of patterns without a slot: an option of a choice, a point of a readout.
//!
//! One of them stands once in a sentence, but where another voice states it too.
//!
//! ```text
//! X says that it was Y who rang him                             once
//! X says that it was Y who rang, and Z says: “Y rang him.”      twice
//! it was Y who rang, said X: Y rang him                         once
//! ```

use super::align::Scene;
use super::aside::speaks_aside;
use super::contrast::another_thing;
use super::hit::{Hit, Instead, Wanted};
use super::hits::{hit, variants};
use super::loose;
use super::parties::is_part_of_noun;
use super::replaced::is_replaced;
use super::roles::{acts, is_anothers, is_done_to, is_general, is_of_object, tells_of_another};
use crate::matching::stance::denial::is_unspoken;
use crate::matching::stance::silence::{leaves_out, leaves_out_within};
use crate::matching::topics::Probe;
use crate::value::Value;
use std::ops::Range;

/// The best fit of a probe in a scene, and the best before and behind it, where somebody else speaks there.
pub(super) fn plain_hits(scene: &Scene<'_, '_>, probe: &Probe, wanted: Wanted) -> Vec<Hit> {
    let Some(best) = plain_hit(scene, probe, wanted) else { return Vec::new() };
    let mut hits = vec![best];
    let is_this = matches!(wanted, Wanted::This(least) if least > 0.0);
    if !is_this || probe.option.is_none() || probe.point.is_some() {
        return hits;
    }
    let best = hits[0].tokens.clone();
    let says = |at: usize| scene.passage.lexicon.says(&scene.passage.stems[at]);
    let sides = [scene.tokens.start..best.start, best.end..scene.tokens.end];
    for side in sides.into_iter().filter(|side| side.clone().any(says)) {
        let piece = Scene::new(scene.passage, scene.sentence, side);
        let more = plain_hit(&piece, probe, wanted);
        hits.extend(more.filter(|more| is_told_anew(scene, &best, &more.tokens)));
    }
    hits.sort_by_key(|hit| hit.tokens.start);
    hits
}

/// Whether each of two stretches has a verb of saying of its own, and something parts them.
fn is_told_anew(scene: &Scene<'_, '_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let passage = scene.passage;
    let says = |at: &usize| passage.lexicon.says(&passage.stems[*at]);
    let word = |at: usize| passage.tokens.folded(at);
    let parts = |at: usize| matches!(word(at), "," | ";" | "." | "-" | "and" | "but" | "while");
    let (first, gap) = (a.start.min(b.start), a.end.min(b.end)..a.start.max(b.start));
    let said = usize::from((scene.tokens.start..first).any(|at| says(&at)));
    said + gap.clone().filter(says).count() > 1 && gap.into_iter().any(parts)
}

fn plain_hit(scene: &Scene<'_, '_>, probe: &Probe, wanted: Wanted) -> Option<Hit> {
    let fits = variants(probe).filter(|(_, variant)| loose::could_fit(scene, variant, wanted.least()));
    let fits = fits.filter_map(|(pattern, variant)| {
        let aligned = scene.align(variant, wanted.least())?;
        let another = || {
            another_thing(scene.passage, variant, &aligned.tokens, &scene.tokens)
                .or_else(|| acts(scene, variant, &aligned.tokens))
                .or_else(|| is_anothers(scene, variant, &aligned.tokens))
                .or_else(|| is_general(scene, variant, &aligned.tokens))
                .or_else(|| is_of_object(scene, variant, &aligned.tokens))
                .or_else(|| is_done_to(scene, variant, &aligned.tokens))
                .or_else(|| is_part_of_noun(scene, variant, &aligned.tokens))
                .or_else(|| tells_of_another(scene, variant, &aligned.tokens))
                .or_else(|| speaks_aside(scene, variant, &aligned.tokens))
                .or_else(|| is_replaced(scene, probe, variant, &aligned.tokens, None))
        };
        // `Would not accept the use of gas as a weapon` raises it.
        let is_raised = |at: usize| probe.point.is_some() && probe.option.is_none() && !is_unspoken(scene.passage, at);
        let taken_back = aligned.taken_back.filter(|&at| !is_raised(at));
        let is_own = |at: usize| variant.has_word(scene.passage.tokens.folded(at));
        let within = || leaves_out_within(scene.passage, &scene.tokens, &aligned.tokens, is_own);
        let left_out = || leaves_out(scene.passage, &scene.tokens, &aligned.tokens).or_else(within);
        let taken_back = taken_back.or_else(|| left_out().filter(|_| probe.point.is_some()));
        let instead = taken_back.map(Instead::TakenBack).or_else(|| another().map(Instead::Another));
        wanted.has(instead).then_some((pattern, aligned, instead))
    });
    let (pattern, aligned, instead) = fits.max_by(|a, b| a.1.score.total_cmp(&b.1.score))?;
    let value = match (&probe.point, &probe.option) {
        (Some(point), option) => Value::Point { point: point.clone(), option: option.clone() },
        (None, Some(option)) => Value::Choice(option.clone()),
        (None, None) => return None,
    };
    Some(Hit { instead, ..hit(scene, aligned, value, None, pattern) })
}
