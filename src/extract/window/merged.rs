//! From-parts and to-parts that stand in one clause, put together.
//!
//! ```text
//! since the election, up to the war           one window, from one to the other
//! from May 2017, when he came, until June      from that May to that June
//! this year, up to and including 5 June        from 1 January to 5 June
//! to him since May 2017; a letter from May    since May; none
//! ```

use super::{Finder, Gives, Part, WindowRead, ends_before};
use crate::extract::language::en_beside_dates::WHEN;
use crate::extract::moment::sense::Sense;
use crate::value::{Edge, Window};

/// How many words may stand between a from-part and its to-part.
pub(super) const GAP: usize = 4;

/// How many tokens an aside in brackets between them may have.
const ASIDE: usize = 16;

impl Finder<'_> {
    /// Puts from-parts and to-parts of one clause together, and drops what
    /// is no window on its own.
    pub(super) fn merged(&self, parts: Vec<Part>) -> Vec<WindowRead> {
        let mut windows = Vec::new();
        let mut parts = parts.into_iter().peekable();
        while let Some(part) = parts.next() {
            let from = match part.gives {
                Gives::From(from, _) | Gives::Opening(from) => Some(from),
                _ => None,
            };
            // `This year, up to 5 June`: the end lies in what it ends.
            let cut = |to: &Part| match (part.gives, to.gives) {
                (Gives::Whole(from, last), Gives::To(end) | Gives::Whole(Edge::Unknown, end)) => {
                    is_within(end, from, last)
                        && (!self.is_bare_to(to.first) || to.first == part.next)
                        && (part.next..to.first).all(|at| self.reader.sign(at, &[',']))
                }
                _ => from.is_some(),
            };
            let end = parts.next_if(|to| cut(to) && self.ends(&part, to));
            let bare_to = matches!(part.gives, Gives::To(_)) && self.is_bare_to(part.first);
            let window = match (part.gives, end.as_ref().map(|end| end.gives)) {
                (Gives::From(from, _) | Gives::Opening(from), Some(Gives::To(to)))
                | (Gives::From(from, _) | Gives::Opening(from), Some(Gives::Whole(Edge::Unknown, to)))
                | (Gives::Whole(from, _), Some(Gives::To(to) | Gives::Whole(Edge::Unknown, to)))
                | (Gives::From(from, to) | Gives::Whole(from, to), None) => Window { from, to },
                (Gives::To(to), _) if !bare_to => Window { from: Edge::Unknown, to },
                (Gives::Same(_), _) => Window::UNKNOWN,
                _ => continue,
            };
            // `From 1 January until 31 October`, written in November.
            let behind = || self.behind_at(part.first + 1).filter(|from| !ends_before(*from, window.to));
            let from = if ends_before(window.from, window.to) { behind().unwrap_or(window.from) } else { window.from };
            let window = Window { from, ..window };
            // `Since 7 March 2028`, published in 2022: one of the two is wrong, and no end is known.
            let to = if window.ends_before_it_begins() { Edge::Unknown } else { window.to };
            let window = Window { to, ..window };
            let next = end.map_or(part.next, |end| end.next);
            let (same, year) = match part.gives {
                Gives::Same(year) => (true, year),
                _ => (false, None),
            };
            windows.push(WindowRead { span: self.reader.span(part.first, next), window, same, year });
        }
        windows
    }

    /// `to X` without a from-part is a direction, not an end.
    fn is_bare_to(&self, at: usize) -> bool {
        self.reader.is(at, Sense::To) && !self.reader.is(at, Sense::Until)
    }

    fn ends(&self, from: &Part, to: &Part) -> bool {
        let kind = matches!(to.gives, Gives::To(_) | Gives::Whole(Edge::Unknown, _));
        let after = self.after_aside(from.next);
        let near = after <= to.first && to.first <= after + GAP;
        kind && near && (after..to.first).all(|at| self.reader.word(at).is_some() || self.reader.sign(at, &[',']))
    }

    /// The token after an aside: `from May 2017 (his election) to …`, `from May 2017, when he was elected, until …`.
    pub(super) fn after_aside(&self, at: usize) -> usize {
        let clause = self.reader.sign(at, &[',']) && self.reader.word(at + 1).is_some_and(|word| word == WHEN);
        let closes = match () {
            () if self.reader.sign(at, &['(']) => ')',
            () if clause => ',',
            () => return at,
        };
        let parts = |at: &usize| !self.reader.sign(*at, &['.', '!', '?', ';']);
        let mut aside = (at + 1..at + ASIDE).take_while(parts);
        aside.find(|&at| self.reader.sign(at, &[closes])).map_or(at, |close| close + 1)
    }
}

/// Whether an edge surely lies between two others.
fn is_within(edge: Edge, from: Edge, to: Edge) -> bool {
    let days = edge.days().zip(from.days()).zip(to.days());
    days.is_some_and(|((edge, from), to)| from.1 <= edge.0 && edge.1 <= to.1)
}
