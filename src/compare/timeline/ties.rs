//! Dates that are tied to each other: so many days from one to the other.
//!
//! Every dated thing has a number, its day. A date says between which days it
//! lies, a tie how many days lie between two of them; that is a system of
//! difference constraints like any other.
//!
//! ```text
//! the call: 20 Feb (one says), five days before the invasion (another); the invasion: 24 Feb
//!   →  20 Feb + 5 days is not 24 Feb
//! ```

use super::explain::Model;
use super::solver::{Arc, System, Weight};
use crate::value::Number;

/// The number that dates are counted from.
pub(crate) const ORIGIN: usize = 0;

/// One says that there are so many days from one thing to another, at least
/// and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    /// The node of the first; [`ORIGIN`] where a date is given.
    pub(crate) from: usize,
    /// The node of the second.
    pub(crate) to: usize,
    /// At least so many days, where that is said.
    pub(crate) low: Option<i64>,
    /// At most so many.
    pub(crate) high: Option<i64>,
}

impl Tie {
    fn arcs(&self, of: Option<usize>) -> impl Iterator<Item = Arc> + use<> {
        let days = |days: i64| Weight::of(Number::from(days));
        let Self { from, to, low, high } = *self;
        let most = high.map(|high| Arc { from, to, most: days(high), of });
        let least = low.map(|low| Arc { from: to, to: from, most: days(-low), of });
        most.into_iter().chain(least)
    }
}

/// What is said of the dates of some things.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ties {
    /// How many nodes there are, the origin among them.
    pub(crate) nodes: usize,
    /// What each statement says.
    pub(crate) said: Vec<Vec<Tie>>,
    /// What goes without saying: two names of one thing.
    pub(crate) given: Vec<Tie>,
}

impl Model for Ties {
    fn size(&self) -> usize {
        self.said.len()
    }

    fn contradiction(&self, chosen: &[usize]) -> Option<Vec<Arc>> {
        let said = chosen.iter().flat_map(|&at| self.said[at].iter().flat_map(move |tie| tie.arcs(Some(at))));
        let arcs = said.chain(self.given.iter().flat_map(|tie| tie.arcs(None))).collect();
        System::new(self.nodes, arcs).find_contradiction()
    }
}

#[cfg(test)]
mod tests {
    use super::super::explain::explain;
    use super::super::oracle::Random;
    use super::*;

    const DAYS: i64 = 6;
    const THINGS: usize = 3;

    fn tie(random: &mut Random) -> Tie {
        let from = usize::try_from(random.below(3)).unwrap_or(0);
        let to = loop {
            let to = usize::try_from(1 + random.below(3)).unwrap_or(1);
            if to != from {
                break to;
            }
        };
        let low = if from == ORIGIN { random.below(DAYS) } else { random.below(2 * DAYS) - DAYS };
        let high = low + random.below(3);
        let (no_low, no_high) = (random.below(8) == 0, random.below(8) == 0);
        Tie { from, to, low: Some(low).filter(|_| !no_low), high: Some(high).filter(|_| !no_high) }
    }

    /// Whether days for all things make every tie true. A thing that is only
    /// tied to others can lie as far off as all ties together reach.
    fn is_possible(ties: &[Tie], reach: i64) -> bool {
        let days = || -reach..=reach;
        // Ties among the first so many things; the others have no day yet.
        let holds = |at: &[i64]| {
            ties.iter().filter(|tie| tie.from.max(tie.to) < at.len()).all(|tie| {
                let apart = at[tie.to] - at[tie.from];
                tie.low.is_none_or(|low| low <= apart) && tie.high.is_none_or(|high| apart <= high)
            })
        };
        let third = |a: i64, b: i64| days().any(|c| holds(&[0, a, b, c]));
        let second = |a: i64| days().any(|b| holds(&[0, a, b]) && third(a, b));
        days().any(|a| holds(&[0, a]) && second(a))
    }

    #[test]
    fn brute_force_finds_days_where_the_solver_says_there_are_some() {
        let mut random = Random(0x2022_0220);
        let (mut contradictions, mut large) = (0, 0);
        for system in 0..10_000 {
            let size = usize::try_from(2 + random.below(4)).unwrap_or(2);
            let said: Vec<Tie> = (0..size).map(|_| tie(&mut random)).collect();
            let model = Ties { nodes: THINGS + 1, said: said.iter().map(|tie| vec![*tie]).collect(), given: vec![] };
            let explanation = explain(&model, &(0..size).collect::<Vec<_>>());
            // Everything that is possible is so within two steps of the dates.
            let possible = |chosen: &[Tie]| is_possible(chosen, 3 * DAYS);
            let Some(explanation) = explanation else {
                assert!(possible(&said), "system {system}: {said:?}");
                continue;
            };
            let chosen = |without: Option<usize>| -> Vec<Tie> {
                explanation.iter().filter(|&&at| Some(at) != without).map(|&at| said[at]).collect()
            };
            assert!(!possible(&chosen(None)), "system {system}: {explanation:?} of {said:?}");
            for &gone in &explanation {
                assert!(
                    possible(&chosen(Some(gone))),
                    "system {system}: {gone} is needless in {explanation:?}: {said:?}"
                );
            }
            contradictions += 1;
            large += usize::from(explanation.len() > 2);
        }
        assert!(contradictions > 2_000 && large > 250, "{contradictions} and {large}");
    }
}
