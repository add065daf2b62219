//! Whether two positions are about the same thing, and what differs if not.
//!
//! Windows are compared edge by edge, as intervals of days: `since December`
//! and `since 4 December` may be the same. A facet that only one side states
//! makes no difference. One certain difference outweighs what is unknown.
//!
//! ```text
//! May 2017 to 24 Feb 2022 | Dec 2021 to 3 May 2022   → differs: those two periods
//! place=paris             | place=nationwide         → differs in place
//! no period stated        | Dec 2021 to 3 May 2022   → unknown
//! ```

use super::Position;
use super::dates::period_in_words;
use super::own_times::{are_apart, are_same, times_in_words};
use super::words::option_in_words;
use crate::value::{Basis, Edge, Window};

/// How the scopes of two positions stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Both are about the same thing.
    Same,
    /// They are about different things; at least one difference.
    Differs(Vec<Difference>),
    /// One of them does not say what time it is about.
    Unknown,
}

/// One thing in which two scopes differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub of: Dimension,
    /// What the first position is about, in words.
    pub a: String,
    /// What the second is about.
    pub b: String,
}

/// In what two scopes can differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// The stretch of time over which is counted.
    Period,
    /// The time that the texts give a single value.
    Time,
    /// The period for which the number is given, or that it is of a change.
    Basis,
    /// The facet with this id.
    Facet(String),
}

impl Difference {
    /// In words: `May 2017 to 24 Feb 2022 against Dec 2021 to 3 May 2022`,
    /// `place: paris against nationwide`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match &self.of {
            Dimension::Facet(facet) => format!("{}: {} against {}", option_in_words(facet), self.a, self.b),
            Dimension::Period | Dimension::Time | Dimension::Basis => format!("{} against {}", self.a, self.b),
        }
    }
}

/// Whether two windows may be the same: `None` is unknown. Two positions without one both answer
/// the question as it is put, whatever periods others give; and so do two that only say until when they count.
fn meet(a: Option<Window>, b: Option<Window>) -> Option<bool> {
    match (a, b) {
        (None, None) => Some(true),
        (Some(a), Some(b)) if (a.from, b.from) == (Edge::Unknown, Edge::Unknown) => a.to.meets(&b.to),
        (Some(a), Some(b)) => a.meets(&b),
        _ => None,
    }
}

/// Compares what two positions are about.
#[must_use]
pub fn compare_scopes(a: &Position, b: &Position) -> Scope {
    match same_scope(a, b) {
        Some(true) => Scope::Same,
        Some(false) => Scope::Differs(find_differences(a, b)),
        None => Scope::Unknown,
    }
}

/// The same question without the words: `Some(true)` the same, `Some(false)`
/// different, `None` unknown. The times of single values only tell apart.
pub(super) fn same_scope(a: &Position, b: &Position) -> Option<bool> {
    if differing_facets(a, b).next().is_some() || are_apart(a, b) || are_of_other_bases(a, b) {
        return Some(false);
    }
    // A day that one side states as its window and the other beside its value.
    meet(a.window, b.window).or_else(|| are_same(a, b).then_some(true))
}

fn find_differences(a: &Position, b: &Position) -> Vec<Difference> {
    let windows = meet(a.window, b.window) == Some(false);
    let period = windows.then(|| Difference {
        of: Dimension::Period,
        a: period_in_words(a.window.as_ref()),
        b: period_in_words(b.window.as_ref()),
    });
    let time = (!windows && are_apart(a, b)).then(|| Difference {
        of: Dimension::Time,
        a: times_in_words(&a.times),
        b: times_in_words(&b.times),
    });
    let basis = are_of_other_bases(a, b).then(|| Difference {
        of: Dimension::Basis,
        a: basis_in_words(a),
        b: basis_in_words(b),
    });
    let facets = differing_facets(a, b).map(|(facet, a, b)| Difference {
        of: Dimension::Facet(facet.clone()),
        a: option_in_words(a),
        b: option_in_words(b),
    });
    period.into_iter().chain(time).chain(basis).chain(facets).collect()
}

fn basis_in_words(position: &Position) -> String {
    position.value.basis().map_or_else(|| "not in points".to_owned(), |basis| basis.in_words())
}

/// Whether two numbers are given for periods that cannot be reckoned in each other, or one is of
/// a change and the text of the other says that it is none.
fn are_of_other_bases(a: &Position, b: &Position) -> bool {
    match (a.value.basis(), b.value.basis()) {
        (Some(a), Some(b)) => !a.meets(&b),
        (Some(Basis::Points), None) => !b.mentions.is_empty(),
        (None, Some(Basis::Points)) => !a.mentions.is_empty(),
        _ => false,
    }
}

/// Whether nothing but the times of their values tells two positions apart.
pub(super) fn differs_in_time_only(a: &Position, b: &Position) -> bool {
    let timeless = |position: &Position| Position { times: Vec::new(), ..position.clone() };
    are_apart(a, b) && same_scope(&timeless(a), &timeless(b)) == Some(true)
}

fn differing_facets<'p>(
    a: &'p Position,
    b: &'p Position,
) -> impl Iterator<Item = (&'p String, &'p String, &'p String)> {
    let both = a.facets.iter().filter_map(|(facet, option)| Some((facet, option, b.facets.get(facet)?)));
    both.filter(|(_, a, b)| a != b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Value, edtf::parse_window};
    use proptest::prelude::*;

    fn about(window: Option<&str>, facets: &[(&str, &str)]) -> Position {
        Position {
            claimant: None,
            speaker: None,
            value: Value::Choice("any".to_owned()),
            window: window.map(|text| parse_window(text).unwrap()),
            times: vec![],
            facets: facets.iter().map(|(facet, option)| ((*facet).to_owned(), (*option).to_owned())).collect(),
            mentions: vec![],
            claims: vec![],
            articles: vec![],
            origins: 1,
        }
    }

    fn words(a: &Position, b: &Position) -> Vec<String> {
        match compare_scopes(a, b) {
            Scope::Differs(differences) => differences.iter().map(Difference::in_words).collect(),
            other => vec![format!("{other:?}")],
        }
    }

    fn edge() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["", "..", "2021", "2021-12", "2022-02-24", "2022-05-03", "2022-05"])
    }

    proptest! {
        #[test]
        fn comparison_is_symmetric(a in (edge(), edge()), b in (edge(), edge()), facets in (0..3_u8, 0..3_u8)) {
            let window = |(from, to): (&str, &str)| parse_window(&format!("{from}/{to}")).ok();
            let position = |window, facet: u8| {
                let options = ["paris", "nationwide"];
                let option = options.get(usize::from(facet)).map(|option| ("place", *option));
                Position { window, ..about(None, &option.into_iter().collect::<Vec<_>>()) }
            };
            let (a, b) = (position(window(a), facets.0), position(window(b), facets.1));
            prop_assert_eq!(same_scope(&a, &b), same_scope(&b, &a));
            let differs = |a, b| matches!(compare_scopes(a, b), Scope::Differs(_));
            prop_assert_eq!(differs(&a, &b), differs(&b, &a));
        }
    }

    #[test]
    fn periods_differ_in_words() {
        let kremlin = about(Some("2017-05/2022-02-24"), &[]);
        let elysee = about(Some("2021-12/2022-05-03"), &[]);
        assert_eq!(words(&kremlin, &elysee), ["May 2017 to 24 Feb 2022 against Dec 2021 to 3 May 2022"]);
    }

    #[test]
    fn edges_that_may_be_the_same_day_are_the_same() {
        let month = about(Some("2017-05/2022-02-24"), &[]);
        let day = about(Some("2017-05-07/2022-02-24"), &[]);
        assert_eq!(compare_scopes(&month, &day), Scope::Same);
    }

    #[test]
    fn a_stated_facet_differs_only_from_a_stated_one() {
        let paris = about(None, &[("place", "paris")]);
        let country = about(None, &[("place", "nation-wide")]);
        assert_eq!(words(&paris, &country), ["place: paris against nation wide"]);
        assert_eq!(compare_scopes(&paris, &about(None, &[])), Scope::Same);
    }

    #[test]
    fn a_period_that_one_side_states_is_unknown_of_the_other() {
        let (stated, silent) = (about(Some("2022-05"), &[]), about(None, &[]));
        assert_eq!(compare_scopes(&stated, &silent), Scope::Unknown);
        assert_eq!(compare_scopes(&silent, &silent), Scope::Same);
        let half = about(Some("/2021-05-01"), &[]);
        assert_eq!(words(&stated, &half), ["May 2022 against up to 1 May 2021"]);
    }
}
