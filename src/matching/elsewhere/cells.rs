//! Values that stand in a table or a list, whose words stand above or beside them: the column's
//! head, the row's label, the heading of a list.
//!
//! A cell is taken where the words of a pattern are said by its head or its label, and where
//! the other of the two says whose figure it is: a claimant, a place or rule that the topic
//! knows, a year or month, or the total. A row of something else (a village) is a part of unknown
//! scope, and no statement on the topic.
//!
//! ```text
//! | Source  | Dead | Missing |
//! | Police  | 64   | 41      |      64 dead, the police
//! | Tarvik  | 12   | 3       |      nothing
//! - Contained: 35 %                 35 % contained
//! ```

use super::captions::{caption_of, in_units, table_below};
use super::ellipsis::is_facet_word;
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::passage::heads::{day_of_label, is_period};
use crate::matching::passage::names::NameId;
use crate::matching::passage::tables::{ROWS, cells, head_of, is_table_row};
use crate::matching::patterns::candidates::{Candidate, Sort, candidates};
use crate::matching::patterns::compile::{Element, Variant};
use crate::matching::patterns::hit::Hit;
use crate::matching::patterns::hits::variants;
use crate::matching::patterns::likeness::likeness_at;
use crate::matching::patterns::loose::{could_say, is_counted_noun};
use crate::matching::topics::TopicProbe;
use crate::text::TokenKind;
use crate::value::Kind;
use std::ops::Range;

/// A label has at most so many tokens.
const LABEL: usize = 6;
/// What stands behind the value of an item has at most so many.
const TAIL: usize = 8;

/// The variants that are asked for, each with its pattern as written.
type Asked<'v> = Vec<(&'v str, &'v Variant)>;

/// Finds the cells of a topic.
pub(in crate::matching) struct Cells<'c, 'a> {
    pub(in crate::matching) topic: &'c Topic,
    pub(in crate::matching) probe: &'c TopicProbe,
    pub(in crate::matching) passage: &'c Passage<'a>,
    pub(in crate::matching) claimants: &'c [NameId],
}

impl Cells<'_, '_> {
    /// The hits below a head of a table or of a list, or in a row itself by its label.
    pub(in crate::matching) fn hits(&self, sentence: usize) -> Vec<Hit> {
        if !self.topic.kind.has_slot() {
            return Vec::new();
        }
        let is_heading = self.passage.sentences[sentence].kind == BlockKind::Heading;
        let table = table_below(self.passage, sentence);
        let is_head = is_heading || table.is_some() || is_table_row(self.passage, sentence);
        let item = if is_head { None } else { self.item(sentence) };
        // Most sentences are neither, and are asked nothing.
        if !is_head && item.is_none() {
            return Vec::new();
        }
        let asked = self.probe.probes.iter().flat_map(variants);
        let asked: Asked<'_> =
            asked.filter(|(_, variant)| could_say(self.passage, sentence, variant, self.probe.threshold)).collect();
        if asked.is_empty() {
            return Vec::new();
        }
        match item {
            Some(item) => self.in_item(sentence, item, &asked).into_iter().collect(),
            None if is_heading => self.below_heading(sentence, &asked),
            None if table.is_some() => table.map_or(Vec::new(), |head| self.below_caption(sentence, head, &asked)),
            None => {
                let mut hits = match head_of(self.passage, sentence) {
                    Some(head) => self.in_row(sentence, head, &asked),
                    None => self.below_head(sentence, &asked),
                };
                hits.extend(self.in_pairs(sentence, &asked));
                hits
            }
        }
    }

    /// The columns whose head says what is counted, row by row.
    fn below_head(&self, head: usize, asked: &Asked<'_>) -> Vec<Hit> {
        let heads = cells(self.passage, head);
        let rows = (head + 1..self.passage.sentences.len()).take(ROWS);
        let rows = rows.take_while(|&row| head_of(self.passage, row) == Some(head));
        let of_row = |row: usize| {
            let own = cells(self.passage, row);
            let label = own.first().cloned().unwrap_or(0..0);
            let says_whose = own.len() == heads.len() && self.says_whose(&label);
            let alone = self.alone_in(row, own).into_iter().filter(move |(column, _)| says_whose && *column > 0);
            alone.filter_map(|(column, candidate)| self.hit(row, &candidate, &heads[column], asked)).collect::<Vec<_>>()
        };
        rows.flat_map(of_row).collect()
    }

    /// The columns of claimants in a row whose label says what is counted.
    fn in_row(&self, row: usize, head: usize, asked: &Asked<'_>) -> Vec<Hit> {
        let (heads, own) = (cells(self.passage, head), cells(self.passage, row));
        if heads.len() != own.len() {
            return Vec::new();
        }
        let label = own[0].clone();
        self.of_claimants(row, &heads, own, &label, asked)
    }

    /// The cells of a row below claimants, where some words say what is counted.
    fn of_claimants(
        &self,
        row: usize,
        heads: &[Range<usize>],
        own: Vec<Range<usize>>,
        counted: &Range<usize>,
        asked: &Asked<'_>,
    ) -> Vec<Hit> {
        let of_claimant = |(column, _): &(usize, Candidate)| *column > 0 && self.names_claimant(&heads[*column]);
        let found = self.alone_in(row, own).into_iter().filter(of_claimant);
        found.filter_map(|(_, candidate)| self.hit(row, &candidate, counted, asked)).collect()
    }

    /// `Dead | 40 | Injured | 120`: a label before each value.
    fn in_pairs(&self, row: usize, asked: &Asked<'_>) -> Vec<Hit> {
        let own = cells(self.passage, row);
        let alone = self.alone_in(row, own.clone());
        let is_value = |column: usize| alone.iter().any(|(of, _)| *of == column);
        let pairs = own.len() >= 4 && own.len().is_multiple_of(2);
        if !pairs || !(0..own.len()).all(|column| is_value(column) == (column % 2 == 1)) {
            return Vec::new();
        }
        alone.iter().filter_map(|(column, candidate)| self.hit(row, candidate, &own[column - 1], asked)).collect()
    }

    /// The two sides of an item that may be no more than a label and a value.
    fn item(&self, row: usize) -> Option<Vec<Range<usize>>> {
        let own = sides(self.passage, row).filter(|own| own[0].len() <= LABEL)?;
        let is_negation = |at: usize| self.passage.lexicon.is_negation(self.passage.tokens.folded(at));
        (!own[0].clone().any(is_negation)).then_some(own)
    }

    /// `- Contained: 35 %`, and nothing else.
    fn in_item(&self, row: usize, own: Vec<Range<usize>>, asked: &Asked<'_>) -> Option<Hit> {
        let label = own[0].clone();
        let (_, candidate) = self.alone_in(row, own).into_iter().find(|(column, _)| *column == 1)?;
        let hit = self.hit(row, &candidate, &label, asked)?;
        Some(Hit { tokens: label.start..candidate.tokens.end, ..hit })
    }

    /// `Turnout`, and below it `- Police: 64 %`.
    fn below_heading(&self, heading: usize, asked: &Asked<'_>) -> Vec<Hit> {
        let of = &self.passage.sentences[heading];
        let block = of.block;
        let is_below = |row: &usize| {
            let sentence = &self.passage.sentences[*row];
            let heading = self.passage.article.blocks.get(sentence.block).and_then(|block| block.heading);
            sentence.kind == BlockKind::Row && heading == Some(block)
        };
        let rows = (heading + 1..self.passage.sentences.len()).take(ROWS).filter(is_below);
        let of_item = |row: usize| {
            let own = sides(self.passage, row).or_else(|| self.named_side(row))?;
            let label = own[0].clone();
            let (_, candidate) = self.alone_in(row, own).into_iter().find(|(column, _)| *column == 1)?;
            self.says_whose(&label).then(|| self.hit(row, &candidate, &of.tokens, asked))?
        };
        let of_row = |row: usize| match head_of(self.passage, row) {
            Some(head) => self.by_claimant(row, head, &of.tokens, asked),
            None if is_table_row(self.passage, row) => Vec::new(),
            None => of_item(row).into_iter().collect(),
        };
        rows.flat_map(of_row).collect()
    }

    /// The same below the sentence that leads in a table.
    fn below_caption(&self, caption: usize, head: usize, asked: &Asked<'_>) -> Vec<Hit> {
        let said = &self.passage.sentences[caption].tokens;
        let rows = (head + 1..self.passage.sentences.len()).take(ROWS);
        let rows = rows.take_while(|&row| head_of(self.passage, row) == Some(head));
        rows.flat_map(|row| self.by_claimant(row, head, said, asked)).collect()
    }

    /// `2020 | 64 | 75` below `Year | Police | Red Cross`: the columns of claimants in a row of a period or of all, where
    /// the heading of the table says what is counted.
    fn by_claimant(&self, row: usize, head: usize, heading: &Range<usize>, asked: &Asked<'_>) -> Vec<Hit> {
        let (heads, own) = (cells(self.passage, head), cells(self.passage, row));
        let is_meant = |label: &Range<usize>| !self.names_claimant(label) && self.says_whose(label);
        if heads.len() != own.len() || !own.first().is_some_and(is_meant) {
            return Vec::new();
        }
        self.of_claimants(row, &heads, own, heading, asked)
    }

    /// The values that fill a cell alone, with its number.
    fn alone_in(&self, row: usize, cells: Vec<Range<usize>>) -> Vec<(usize, Candidate)> {
        let all = candidates(self.topic, self.passage, row);
        let in_unit = in_units(self.topic, self.passage, row, &self.heading(row));
        let plain = all.into_iter().chain(in_unit).filter(|candidate| candidate.sort == Sort::Plain);
        let place = |candidate: Candidate| {
            let inside =
                |cell: &&Range<usize>| cell.start <= candidate.tokens.start && candidate.tokens.end <= cell.end;
            let column = cells.iter().position(|cell| inside(&cell))?;
            let is_sign = |at: usize| self.passage.tokens.get(at).kind == TokenKind::Sign;
            let is_noun = |at: usize| {
                at == candidate.tokens.end && is_counted_noun(self.passage, self.topic, &self.passage.stems[at])
            };
            let alone =
                |mut cell: Range<usize>| cell.all(|at| candidate.tokens.contains(&at) || is_sign(at) || is_noun(at));
            let cell = cells[column].clone();
            let is_item = || !is_table_row(self.passage, row) && self.is_tail(candidate.tokens.end..cell.end);
            let is_alone = alone(cell.clone()) || alone(cell.start..candidate.tokens.end) && is_item();
            is_alone.then_some((column, candidate))
        };
        plain.filter_map(place).collect()
    }

    /// `412 million last year`, `1,900 so far`, `1,900, says the union`: what may stand behind the value of an item.
    fn is_tail(&self, tail: Range<usize>) -> bool {
        let passage = self.passage;
        let word = |at: usize| passage.tokens.folded(at);
        if tail.is_empty() || tail.len() > TAIL {
            return false;
        }
        let span = passage.span_of(&tail);
        let times: Vec<Range<usize>> = passage
            .windows_in(span)
            .map(|read| read.span)
            .chain(passage.values_in(span).filter(|value| value.is_moment()).map(|value| value.span))
            .map(|span| passage.tokens_of(span))
            .collect();
        let is_time =
            |at: usize| times.iter().any(|time| time.contains(&at)) || matches!(word(at), "on" | "in" | "." | ",");
        let so_far = (2..4).contains(&tail.len()) && word(tail.start) == "so" && word(tail.start + 1) == "far";
        let is_voice = word(tail.start) == ","
            && tail
                .clone()
                .any(|at| passage.lexicon.says(&passage.stems[at]) || passage.lexicon.according.contains(word(at)));
        // `120 (the hospital)`.
        let is_source = word(tail.start) == "(" && word(tail.end - 1) == ")" && self.names_claimant(&tail);
        so_far || is_voice || is_source || !times.is_empty() && tail.clone().all(is_time)
    }

    fn hit(&self, row: usize, candidate: &Candidate, head: &Range<usize>, asked: &Asked<'_>) -> Option<Hit> {
        let scored = asked.iter().filter_map(|(pattern, variant)| Some((pattern, self.score(row, variant, head)?)));
        let (pattern, score) = scored.max_by(|a, b| a.1.total_cmp(&b.1))?;
        Some(Hit::elsewhere(row, candidate, pattern, score))
    }

    /// How much of a variant a head says, with what stands above it; `None` where that is too
    /// little, or none of it stands in the head itself.
    fn score(&self, row: usize, variant: &Variant, head: &Range<usize>) -> Option<f64> {
        let (mut said, mut all, mut in_head) = (0.0, 0.0, false);
        let mut is_named = false;
        for element in &variant.elements {
            match element {
                Element::Word(word) if word.is_function && !word.is_name => {}
                Element::Word(word) => {
                    let says = |at: usize| likeness_at(self.passage, word, at).is_some();
                    let here = head.clone().any(says);
                    if !here && is_counted_noun(self.passage, self.topic, &word.stem) {
                        continue;
                    }
                    in_head |= here;
                    all += word.weight;
                    said += if here || self.above(row).any(says) { word.weight } else { 0.0 };
                }
                Element::Name(id) => {
                    let named = |range: Range<usize>| self.passage.names_in(range).any(|name| name.id == *id);
                    let above = self.above(row).any(|at| named(at..at + 1));
                    let here = named(head.clone());
                    is_named |= here;
                    (here || above).then_some(())?;
                }
                Element::Digits(_) => return None,
                Element::Sign(_) | Element::Value | Element::Gap => {}
            }
        }
        // `{marek} : {value}`, below the head `Marek`.
        let is_above = head.end <= self.passage.sentences[row].tokens.start;
        if all == 0.0 && is_named && is_above && variant.elements.contains(&Element::Sign(':')) {
            return Some(1.0);
        }
        let score = if all > 0.0 { said / all } else { 0.0 };
        (variant.slot.is_some() && in_head && score >= self.probe.threshold).then_some(score)
    }

    /// The tokens over a row: of its heading, and of what leads in its table.
    fn above(&self, row: usize) -> impl Iterator<Item = usize> + use<> {
        self.heading(row).chain(caption_of(self.passage, row))
    }

    fn heading(&self, row: usize) -> Range<usize> {
        let block = self.passage.article.blocks.get(self.passage.sentences[row].block);
        let heading = block.and_then(|block| self.passage.article.blocks.get(block.heading?));
        heading.map_or(0..0, |heading| self.passage.tokens_of(heading.span))
    }

    /// Whether a label says whose figure it is, or that it is of all.
    fn says_whose(&self, label: &Range<usize>) -> bool {
        let is_total = |at: usize| self.passage.lexicon.totals.contains(self.passage.tokens.folded(at));
        let is_facet = |at: usize| is_facet_word(self.passage, &self.probe.facets, at);
        self.names_claimant(label)
            || label.clone().any(is_facet)
            || label.len() < 3 && label.clone().any(is_total)
            || is_period(self.passage, label)
            || self.topic.kind == Kind::Percent && day_of_label(self.passage, label).is_some()
    }

    /// The two sides of `Police 64`, which has no more than a claimant and a value.
    fn named_side(&self, row: usize) -> Option<Vec<Range<usize>>> {
        let tokens = self.passage.sentences[row].tokens.clone();
        let first = tokens.start + usize::from(self.passage.tokens.folded(tokens.start) == "the");
        let mut names = self.passage.names_in(tokens.clone());
        let name = names.find(|name| name.tokens.start == first && self.claimants.contains(&name.id))?;
        Some(vec![tokens.start..name.tokens.end, name.tokens.end..tokens.end])
    }

    fn names_claimant(&self, cell: &Range<usize>) -> bool {
        self.passage.names_in(cell.clone()).any(|name| self.claimants.contains(&name.id))
    }
}

/// The two sides of `Police: 64`.
fn sides(passage: &Passage<'_>, row: usize) -> Option<Vec<Range<usize>>> {
    let tokens = passage.sentences[row].tokens.clone();
    let parts = |at: &usize| matches!(passage.tokens.folded(*at), ":" | "-") && passage.tokens.get(*at + 1).spaced;
    let at = (tokens.start..tokens.end.saturating_sub(1)).find(parts)?;
    Some(vec![tokens.start..at, at + 1..tokens.end])
}
