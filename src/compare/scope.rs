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
use super::words::option_in_words;

/// How the scopes of two positions stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Both are about the same thing.
    Same,
    /// They are about different things; at least one difference.
    Differs(Vec<Difference>),
    /// At least one of them does not say what time it is about.
    Unknown,
}

/// One thing in which two scopes differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the facet; `None` is the period.
    pub facet: Option<String>,
    /// What the first position is about, in words.
    pub a: String,
    /// What the second is about.
    pub b: String,
}

impl Difference {
    /// In words: `May 2017 to 24 Feb 2022 against Dec 2021 to 3 May 2022`,
    /// `place: paris against nationwide`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let name = self.facet.as_deref().map(|facet| format!("{}: ", option_in_words(facet))).unwrap_or_default();
        format!("{name}{} against {}", self.a, self.b)
    }
}

/// Compares what two positions are about. `windowed` says whether any position
/// of the topic states a window; where none does, windows play no part.
#[must_use]
pub fn compare_scopes(a: &Position, b: &Position, windowed: bool) -> Scope {
    let windows = match (a.window, b.window) {
        _ if !windowed => Some(true),
        (Some(a), Some(b)) => a.meets(&b),
        _ => None,
    };
    if windows == Some(false) || differing_facets(a, b).next().is_some() {
        return Scope::Differs(find_differences(a, b, windows == Some(false)));
    }
    if windows == Some(true) { Scope::Same } else { Scope::Unknown }
}

/// The same question without the words: `Some(true)` the same, `Some(false)`
/// different, `None` unknown.
pub(super) fn same_scope(a: &Position, b: &Position, windowed: bool) -> Option<bool> {
    if differing_facets(a, b).next().is_some() {
        return Some(false);
    }
    match (a.window, b.window) {
        _ if !windowed => Some(true),
        (Some(a), Some(b)) => a.meets(&b),
        _ => None,
    }
}

fn find_differences(a: &Position, b: &Position, windows: bool) -> Vec<Difference> {
    let period = windows.then(|| Difference {
        facet: None,
        a: period_in_words(a.window.as_ref()),
        b: period_in_words(b.window.as_ref()),
    });
    let facets = differing_facets(a, b).map(|(facet, a, b)| Difference {
        facet: Some(facet.clone()),
        a: option_in_words(a),
        b: option_in_words(b),
    });
    period.into_iter().chain(facets).collect()
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
            value: Value::Choice("any".to_owned()),
            window: window.map(|text| parse_window(text).unwrap()),
            facets: facets.iter().map(|(facet, option)| ((*facet).to_owned(), (*option).to_owned())).collect(),
            mentions: vec![],
            claims: vec![],
            articles: vec![],
            origins: 1,
        }
    }

    fn words(a: &Position, b: &Position) -> Vec<String> {
        match compare_scopes(a, b, true) {
            Scope::Differs(differences) => differences.iter().map(Difference::in_words).collect(),
            other => vec![format!("{other:?}")],
        }
    }

    fn edge() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["", "..", "2021", "2021-12", "2022-02-24", "2022-05-03", "2022-05"])
    }

    proptest! {
        #[test]
        fn comparison_is_symmetric(a in (edge(), edge()), b in (edge(), edge()), facets in (0..3_u8, 0..3_u8), windowed: bool) {
            let window = |(from, to): (&str, &str)| parse_window(&format!("{from}/{to}")).ok();
            let position = |window, facet: u8| {
                let options = ["paris", "nationwide"];
                let option = options.get(usize::from(facet)).map(|option| ("place", *option));
                Position { window, ..about(None, &option.into_iter().collect::<Vec<_>>()) }
            };
            let (a, b) = (position(window(a), facets.0), position(window(b), facets.1));
            prop_assert_eq!(same_scope(&a, &b, windowed), same_scope(&b, &a, windowed));
            let differs = |a, b| matches!(compare_scopes(a, b, windowed), Scope::Differs(_));
            prop_assert_eq!(differs(&a, &b), differs(&b, &a));
        }
    }

    #[test]
    fn periods_differ_in_words() {
        let kremlin = about(Some("2017-05/2022-02-24"), &[]);
        let elysee = about(Some("2021-12/2022-05-03"), &[]);
        assert_eq!(words(&kremlin, &elysee), ["May 2017 to 24 Feb 2022 against Dec 2021 to 3 May 2022"]);
        assert_eq!(compare_scopes(&kremlin, &elysee, false), Scope::Same);
    }

    #[test]
    fn edges_that_may_be_the_same_day_are_the_same() {
        let month = about(Some("2017-05/2022-02-24"), &[]);
        let day = about(Some("2017-05-07/2022-02-24"), &[]);
        assert_eq!(compare_scopes(&month, &day, true), Scope::Same);
    }

    #[test]
    fn a_stated_facet_differs_only_from_a_stated_one() {
        let paris = about(None, &[("place", "paris")]);
        let country = about(None, &[("place", "nation-wide")]);
        assert_eq!(words(&paris, &country), ["place: paris against nation wide"]);
        assert_eq!(compare_scopes(&paris, &about(None, &[]), false), Scope::Same);
    }

    #[test]
    fn a_missing_period_is_unknown_but_a_certain_difference_is_not() {
        let (stated, silent) = (about(Some("2022-05"), &[]), about(None, &[]));
        assert_eq!(compare_scopes(&stated, &silent, true), Scope::Unknown);
        let half = about(Some("/2021-05-01"), &[]);
        assert_eq!(words(&stated, &half), ["May 2022 against up to 1 May 2021"]);
    }
}
