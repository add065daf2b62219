//! Moments with the prepositions that open them: `after 2010` is all that
//! lies behind that year. For listing what a text states; a window is read
//! from the plain moments instead.

use super::find_moments;
use super::reader::Reader;
use super::sense::Sense;
use crate::extract::{Extracted, Reading, Setting, When};
use crate::text::Tokens;
use crate::value::Moment;

/// The same as [`find_moments`], but a moment governed by `since`, `after`,
/// `before`, `until` or `by` is the open stretch that they state together:
/// `since 2014` begins with that year and has no end.
#[must_use]
pub fn find_stretches(tokens: &Tokens<'_>, setting: &Setting, known: &[Extracted]) -> Vec<Extracted> {
    let reader = Reader::new(tokens, known, setting);
    let mut found = find_moments(tokens, setting, known);
    for value in &mut found {
        let first = tokens.within(value.span).start;
        let Reading::Moment(When { moment: Some(moment), .. }) = &value.reading else { continue };
        let Some((open, start)) = opened(&reader, moment, first) else { continue };
        value.span = value.span.cover(&tokens.get(start).span);
        if let Reading::Moment(when) = &mut value.reading {
            when.moment = Some(open);
        }
    }
    found
}

/// What the words before a moment make of it, and where they begin.
fn opened(reader: &Reader<'_>, moment: &Moment, first: usize) -> Option<(Moment, usize)> {
    let at = first.checked_sub(1)?;
    let at = if reader.is(at, Sense::About) { at.checked_sub(1)? } else { at };
    let later = |end| Some((Moment { from: end, to: None, ..moment.clone() }, at));
    let earlier = |end| Some((Moment { from: None, to: end, ..moment.clone() }, at));
    if reader.is(at, Sense::Since) {
        return later(moment.from);
    }
    if reader.is(at, Sense::After) {
        // After a day or a clock time begins with it; after a year, behind it.
        let fine = moment.precision >= crate::value::Precision::Day;
        return later(if fine { moment.from } else { moment.to });
    }
    if reader.is_any(at, &[Sense::Before, Sense::Until]) {
        return earlier(moment.from);
    }
    if reader.is(at, Sense::Than) && at > 0 {
        if reader.is(at - 1, Sense::Later) {
            return later(moment.to).map(|(moment, at)| (moment, at - 1));
        }
        return reader.is(at - 1, Sense::Earlier).then(|| earlier(moment.from)).flatten().map(|(m, at)| (m, at - 1));
    }
    None
}
