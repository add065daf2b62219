//! What a preposition of a window governs: a date, or an event that the reader knows.
//!
//! ```text
//! since December; since the invasion                            at once
//! since Russian forces attacked Ukraine on February 24          a few words on
//! since the talks began two years ago                           behind their verb
//! since Macron’s election in May 2017                           an event, and its date with it
//! ```

use super::{Finder, edge_of, is_event};
use crate::extract::language::en_tenses::PAST;
use crate::extract::moment::expr::Expr;
use crate::extract::moment::reader::Known;
use crate::extract::moment::sense::Sense;
use crate::value::Edge;

/// How many words may stand between a preposition and the event or date it
/// governs: `since Russian forces attacked Ukraine on February 24`.
const REACH: usize = 8;

impl Finder<'_> {
    /// What a preposition governs: a date or an event, at once or within a
    /// few words of the same phrase.
    pub(super) fn operand_at(&self, at: usize) -> Option<(Edge, usize)> {
        if let Some(found) = self.near_operand_at(at) {
            return Some(found);
        }
        let reader = &self.reader;
        for to in at..at + REACH {
            if let Some(known) = reader.known_exactly(to).filter(|known| self.is_named(known)) {
                return Some(self.with_apposition(edge_of(&known.moment), known.next));
            }
            if reader.is_any(to, &[Sense::In, Sense::On])
                && let Some((expr, next)) = reader.date_at(to + 1, true)
                && let Some(edge) = self.end(&expr, at)
            {
                // `Until it was stopped on Thursday night`
                return Some((edge, next + usize::from(reader.day_part(next).is_some())));
            }
            // `Since the talks began two years ago`.
            let begun =
                || to > at && reader.word(to - 1).is_some_and(|word| PAST.contains(&word) || word.ends_with("ed"));
            if let Some((expr @ Expr::Offset { .. }, next)) = reader.date_at(to, true).filter(|_| begun())
                && reader.is(next - 1, Sense::Ago)
                && let Some(edge) = self.end(&expr, at)
            {
                return Some((edge, next));
            }
            if reader.word(to).is_none() && !reader.sign(to, &['-', '’', '\'']) || self.begins_part(to, at) {
                return None;
            }
        }
        None
    }

    /// Whether a moment is a day, or the name of an event of which no more than the month or year is known: `since the launch`.
    fn is_named(&self, known: &Known) -> bool {
        is_event(known.moment.precision) || self.reader.date_at(known.first, true).is_none()
    }

    /// A date without a year as one that lies back.
    pub(super) fn behind_at(&self, at: usize) -> Option<Edge> {
        let (expr, _) = self.reader.single_at_strong(at)?;
        Some(edge_of(&self.resolve_behind(&expr)?))
    }

    fn begins_part(&self, at: usize, from: usize) -> bool {
        at > from && self.reader.is_any(at, &[Sense::Since, Sense::Until, Sense::Up, Sense::Before, Sense::After])
    }

    /// The same, at once.
    pub(super) fn near_operand_at(&self, at: usize) -> Option<(Edge, usize)> {
        let reader = &self.reader;
        let eve = reader.is(reader.skip(at, Sense::The), Sense::Eve);
        let known = reader.known_at(at).filter(|known| !eve && self.is_named(known));
        let date = reader.single_at_strong(at);
        if let Some(known) = known
            && date.as_ref().is_none_or(|(_, next)| known.next >= *next)
        {
            return Some(self.with_apposition(edge_of(&known.moment), known.next));
        }
        let (expr, next) = date?;
        let moment = match &expr {
            Expr::Clock(_) | Expr::Here | Expr::Range(..) => return None,
            expr => self.resolve(expr, at)?,
        };
        Some((edge_of(&moment), next))
    }

    /// A date right after an event belongs to it: `Macron's election in May
    /// 2017`. The finer of the two is kept; where they contradict each other,
    /// the date that the text states.
    fn with_apposition(&self, edge: Edge, at: usize) -> (Edge, usize) {
        let reader = &self.reader;
        let led = reader.skip_any(at, &[Sense::In, Sense::On]);
        let read = (led > at).then(|| reader.date_at(led, true)).flatten();
        let Some((stated, next)) = read.and_then(|(expr, next)| Some((self.end(&expr, led)?, next))) else {
            return (edge, at);
        };
        match (edge.days(), stated.days()) {
            (Some((a, b)), Some((c, d))) if a <= d && c <= b => (Edge::Between(a.max(c), b.min(d)), next),
            _ => (stated, next),
        }
    }
}
