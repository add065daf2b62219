//! What each block of an article states, values and windows, read when it is first
//! asked for: most blocks never are.
//!
//! Nothing is read across two blocks (`4`, new row, `May: 1`). Only a moment that
//! points back (`two days later`) looks beyond its own, to the last one that the
//! text states before, and a date without a year, to one with its year in the paragraph before. What is read does not depend on the order in which it is asked for.

use super::Passage;
use crate::corpus::BlockKind;
use crate::extract::moment::Earlier;
use crate::extract::window::{WindowRead, find_windows};
use crate::extract::{Extracted, Reading, extract_part};
use crate::text::{Span, Tokens};
use crate::value::{Moment, Precision};
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// How far before the end of a paragraph, in tokens, a date may stand from which the next takes its year.
const NEAR: usize = 50;

/// By block, what has been read so far.
#[derive(Debug)]
pub(super) struct Stated(Vec<OfBlock>);

#[derive(Debug, Default)]
struct OfBlock {
    /// In order and apart from each other.
    values: OnceCell<Vec<Extracted>>,
    windows: OnceCell<Vec<WindowRead>>,
    /// The last moment that the article states up to the end of the block.
    last: OnceCell<Option<Moment>>,
}

impl Stated {
    /// Of so many blocks nothing.
    pub(super) fn nothing(blocks: usize) -> Self {
        Self(std::iter::repeat_with(OfBlock::default).take(blocks).collect())
    }
}

impl Passage<'_> {
    /// Every value that the article states, by place; the names of events are none.
    pub fn values(&self) -> impl Iterator<Item = &Extracted> {
        (0..self.stated.0.len()).flat_map(|block| self.values_of(block))
    }

    /// The values that lie wholly in a span.
    pub fn values_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &Extracted> {
        self.blocks_in(span).flat_map(move |block| {
            let values = self.values_of(block);
            let first = values.partition_point(|value| value.span.start < span.start);
            let last = values.partition_point(|value| value.span.end <= span.end);
            &values[first..last.max(first)]
        })
    }

    /// What is impossible about a date in a part of the text, where anything is.
    pub(in crate::matching) fn impossible_in(&self, span: Span) -> Option<String> {
        self.values_in(span).find_map(|value| match &value.reading {
            Reading::Moment(when) => when.impossible.clone(),
            _ => None,
        })
    }

    /// Whether something is a part of a value, as `seven` of `seven hours` is.
    #[must_use]
    pub fn is_in_value(&self, part: Span) -> bool {
        self.value_around(part).is_some()
    }

    /// Whether a token is a part of a value that is no time.
    pub(in crate::matching) fn is_count(&self, at: usize) -> bool {
        self.value_around(self.tokens.get(at).span).is_some_and(|read| !read.is_moment())
    }

    /// Whether a token within some others is a comma, and none of a number.
    pub(in crate::matching) fn is_comma(&self, within: &Range<usize>, at: usize) -> bool {
        within.contains(&at) && self.tokens.folded(at) == "," && !self.is_in_value(self.tokens.get(at).span)
    }

    /// The value that something is a part of.
    #[must_use]
    pub fn value_around(&self, part: Span) -> Option<&Extracted> {
        self.blocks_in(part).find_map(|block| {
            let values = self.values_of(block);
            let before = values.partition_point(|value| value.span.start <= part.start);
            values[..before].last().filter(|value| value.span.contains(&part))
        })
    }

    /// The windows that lie wholly in a span.
    pub fn windows_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &WindowRead> {
        self.windows_from(span).filter(move |window| window.span.end <= span.end)
    }

    /// The windows that begin in a span.
    pub fn windows_from(&self, span: Span) -> impl DoubleEndedIterator<Item = &WindowRead> {
        self.blocks_in(span).flat_map(move |block| {
            let windows = self.windows_of(block);
            let first = windows.partition_point(|window| window.span.start < span.start);
            let last = windows.partition_point(|window| window.span.start < span.end);
            &windows[first..last.max(first)]
        })
    }

    /// The blocks that share a byte with a span.
    fn blocks_in(&self, span: Span) -> Range<usize> {
        let blocks = &self.article.blocks;
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        let last = blocks.partition_point(|block| block.span.start < span.end);
        first..last.max(first)
    }

    fn values_of(&self, block: usize) -> &[Extracted] {
        if let Some(known) = self.stated.0[block].values.get() {
            return known;
        }
        let (alone, points_back) = self.read_alone(block);
        let values = if points_back {
            let before = block.checked_sub(1).and_then(|before| self.last_moment_up_to(before));
            self.read_values(block, &|| before.clone())
        } else {
            alone
        };
        self.stated.0[block].values.get_or_init(|| values)
    }

    /// The last date that the paragraph before states with its year, where it is near.
    fn date_before(&self, block: usize) -> Option<Moment> {
        let blocks = &self.article.blocks;
        let before = block.checked_sub(1)?;
        let is_text = |at: usize| matches!(blocks[at].kind, BlockKind::Paragraph | BlockKind::Row);
        if !is_text(before) || !is_text(block) {
            return None;
        }
        let values = self.read_after(before, Earlier::NOTHING);
        let mut dates = values.iter().filter_map(|value| match &value.reading {
            Reading::Moment(when) if !when.relative => Some((value.span, when.moment.as_ref()?)),
            _ => None,
        });
        let (at, last) = dates.next_back()?;
        let is_near = self.tokens_of(blocks[before].span).end - self.tokens_of(at).end <= NEAR;
        (is_near && last.precision >= Precision::Month && last.from.is_some()).then(|| last.clone())
    }

    /// The values of a block as if nothing stood before it, and whether it points there.
    fn read_alone(&self, block: usize) -> (Vec<Extracted>, bool) {
        let points_back = Cell::new(false);
        let values = self.read_values(block, &|| {
            points_back.set(true);
            None
        });
        (values, points_back.get())
    }

    fn read_values(&self, block: usize, before: &dyn Fn() -> Option<Moment>) -> Vec<Extracted> {
        self.read_after(block, Earlier { last: before, in_full: &|| self.date_before(block) })
    }

    fn read_after(&self, block: usize, earlier: Earlier<'_>) -> Vec<Extracted> {
        let span = self.article.blocks[block].span;
        let tokens = Tokens::new(span.of(&self.article.body));
        let events: Vec<Extracted> = self.events_in(span).collect();
        let values = extract_part(&tokens, &self.setting, &events, earlier);
        values.into_iter().map(|value| Extracted { span: value.span.shift(span.start), ..value }).collect()
    }

    /// The last moment that the article states up to the end of a block: goes back
    /// to where it is certain, and from there on again.
    fn last_moment_up_to(&self, block: usize) -> Option<Moment> {
        let stated = &self.stated.0;
        let is_certain = |&at: &usize| {
            stated[at].last.get().is_some() || {
                let (alone, points_back) = self.read_alone(at);
                let last = (!points_back).then(|| last_moment(&alone)).flatten();
                last.is_some_and(|last| stated[at].last.set(Some(last)).is_ok())
            }
        };
        let first = (0..=block).rev().find(is_certain).unwrap_or(0);
        let mut last = None;
        for (at, of) in stated.iter().enumerate().take(block + 1).skip(first) {
            let up_to = || last_moment(&self.read_values(at, &|| last.clone())).or_else(|| last.clone());
            let up_to = of.last.get_or_init(up_to).clone();
            last = up_to;
        }
        last
    }

    fn windows_of(&self, block: usize) -> &[WindowRead] {
        self.stated.0[block].windows.get_or_init(|| {
            let span = self.article.blocks[block].span;
            let tokens = Tokens::new(span.of(&self.article.body));
            let moments = self.values_of(block).iter().filter(|value| value.is_moment()).cloned();
            let moments = moments.map(|value| Extracted { span: back(value.span, span.start), ..value });
            let mut moments: Vec<Extracted> = moments.chain(self.events_in(span)).collect();
            moments.sort_by_key(|moment| (moment.span.start, moment.span.end));
            let windows = find_windows(&tokens, &self.setting, &moments);
            windows.into_iter().map(|read| WindowRead { span: read.span.shift(span.start), ..read }).collect()
        })
    }

    /// The names of events in a block, as moments with their place in it.
    fn events_in(&self, block: Span) -> impl Iterator<Item = Extracted> {
        let first = self.events.partition_point(|event| event.span.start < block.start);
        let events = self.events[first..].iter().take_while(move |event| event.span.end <= block.end);
        events.map(move |event| Extracted { span: back(event.span, block.start), ..event.clone() })
    }
}

/// A span of a text as one of its part that begins at a byte.
fn back(span: Span, start: usize) -> Span {
    Span::new(span.start - start, span.end - start)
}

fn last_moment(values: &[Extracted]) -> Option<Moment> {
    values.iter().rev().find_map(|value| match &value.reading {
        Reading::Moment(when) => when.moment.clone().filter(|moment| moment.from.is_some()),
        _ => None,
    })
}
