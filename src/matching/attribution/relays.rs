//! Who passed a statement on: from the first voice to the article.
//!
//! `TASS, citing BFMTV, citing the Élysée`: the Élysée states it, TASS and
//! BFMTV are its relays. A relay is known by a word of citing between two
//! names, by a passive (`as quoted by TASS`), by a saying in a saying (`TASS
//! reported that the Élysée had counted`), or by a report behind the statement
//! (`the Élysée said, TASS reported`). Relays need not be declared: then they
//! are named as printed. A first voice that is not declared cannot be a
//! claimant; the chain then ends at the last one that is.
//!
//! ```text
//! TASS, citing BFMTV, citing the Élysée, said   →  elysee via TASS, BFMTV
//! the police, citing the union's permit, said   →  police
//! ```

use super::saying::says_after;
use super::voices::{Reach, find_voices};
use super::{Attributed, Speakers};
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameId;
use crate::text::Span;
use std::ops::Range;

/// How many small words may stand between a word of citing and a name.
const REACH: usize = 6;
/// How far before its `citing` a relay may be named, in tokens.
const BEFORE: usize = 30;

/// One who passed a statement on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relay {
    /// Somebody whom the claims file names.
    Known(NameId),
    /// Anybody else, by the name the text prints.
    Printed(Span),
}

/// A name in a sentence.
#[derive(Clone, Debug)]
struct Node {
    who: Relay,
    tokens: Range<usize>,
}

/// `relay` has it from `source`: indices of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link {
    relay: usize,
    source: usize,
}

/// The first voice behind one that was found, and its relays, from the nearest
/// to the article to the one next to that voice.
#[must_use]
pub fn trace(passage: &Passage<'_>, speakers: &Speakers, found: Attributed) -> (Attributed, Vec<Relay>) {
    let sentence = passage.sentences[passage.sentence_at(found.span.start)].tokens.clone();
    let chain = Chain::read(passage, speakers, sentence);
    let tokens = passage.tokens_of(found.span);
    let is_found = |node: &Node| {
        found.id.is_none_or(|id| node.who == Relay::Known(id))
            && node.tokens.start < tokens.end
            && tokens.start < node.tokens.end
    };
    let Some(start) = chain.nodes.iter().position(is_found) else { return (found, Vec::new()) };
    let (first, mut via) = chain.down(start);
    // Whoever is not listed is a relay where they have it from one who is, and else the first voice.
    if found.id.is_none() && first == start {
        return (found, Vec::new());
    }
    via.splice(0..0, chain.up(start));
    let Relay::Known(id) = chain.nodes[first].who else { return (found, Vec::new()) };
    let span = if first == start { found.span } else { passage.span_of(&chain.nodes[first].tokens) };
    let relays = via.into_iter().map(|at| chain.nodes[at].who).filter(|who| *who != Relay::Known(id));
    (Attributed { id: Some(id), span }, relays.collect())
}

struct Chain<'c, 'a> {
    passage: &'c Passage<'a>,
    speakers: &'c Speakers,
    sentence: Range<usize>,
    nodes: Vec<Node>,
    links: Vec<Link>,
}

impl<'c, 'a> Chain<'c, 'a> {
    fn read(passage: &'c Passage<'a>, speakers: &'c Speakers, sentence: Range<usize>) -> Self {
        let nodes = find_nodes(passage, &sentence);
        let mut chain = Self { passage, speakers, sentence, nodes, links: Vec::new() };
        for at in chain.sentence.clone() {
            chain.links.extend(chain.cited_at(at));
        }
        let said = chain.said_within();
        chain.links.extend(said);
        chain
    }

    /// The first voice behind a node, and what lies between.
    fn down(&self, start: usize) -> (usize, Vec<usize>) {
        let (mut at, mut via) = (start, Vec::new());
        let (mut first, mut behind) = (start, 0);
        while let Some(link) = self.links.iter().find(|link| link.relay == at) {
            if via.contains(&link.source) || link.source == start {
                break;
            }
            via.push(at);
            at = link.source;
            if self.may_speak(at) {
                (first, behind) = (at, via.len());
            }
        }
        via.truncate(behind);
        (first, via)
    }

    /// Those who have it from a node, the outermost first.
    fn up(&self, start: usize) -> Vec<usize> {
        let (mut at, mut via) = (start, Vec::new());
        while let Some(link) = self.links.iter().find(|link| link.source == at) {
            if via.contains(&link.relay) || link.relay == start {
                break;
            }
            via.push(link.relay);
            at = link.relay;
        }
        via.reverse();
        via
    }

    fn may_speak(&self, node: usize) -> bool {
        let known = |id: NameId| self.speakers.claimants.contains(&id) || self.speakers.entities.contains(&id);
        matches!(self.nodes[node].who, Relay::Known(id) if known(id))
    }

    fn folded(&self, at: usize) -> &str {
        self.passage.tokens.folded(at)
    }

    /// A link made by a word of citing: `A, citing B`; `B, as quoted by A`.
    fn cited_at(&self, at: usize) -> Option<Link> {
        let lexicon = self.passage.lexicon;
        let stem = &self.passage.stems[at];
        let (cites, passes) = (lexicon.citing.contains(stem), lexicon.passing_on.contains(stem));
        if !cites && !passes {
            return None;
        }
        let is_passive = at + 1 < self.sentence.end && lexicon.by.contains(self.folded(at + 1));
        if is_passive {
            let marked = at > self.sentence.start && matches!(self.folded(at - 1), "as" | ",");
            let source = self.voice_before(at).filter(|_| marked || cites)?;
            return Some(Link { relay: self.named_after(at + 2)?, source });
        }
        if !cites || self.folded(at) == "quote" {
            return None;
        }
        let source = self.named_after(at + 1).filter(|&source| !self.owns_a_thing(source))?;
        let relay = self.relay_before(at).or_else(|| self.relay_behind(at, source))?;
        Some(Link { relay, source })
    }

    /// `Citing the Élysée, TASS said`: who cites, where the clause begins with
    /// the citing.
    fn relay_behind(&self, at: usize, source: usize) -> Option<usize> {
        let opens = at == self.sentence.start || matches!(self.folded(at - 1), "," | "\"" | "*" | "#");
        let node = self.nodes.get(source + 1).filter(|_| opens)?;
        let gap = self.nodes[source].tokens.end..node.tokens.start;
        let comma = gap.clone().any(|at| self.folded(at) == ",");
        let near =
            gap.len() <= REACH && comma && gap.into_iter().all(|at| matches!(self.folded(at), "," | "the" | "a"));
        let says = says_after(self.passage, &(node.tokens.start..self.sentence.end), node.tokens.end - 1);
        (near && says.is_some()).then_some(source + 1)
    }

    /// The node named right behind a word, past small words and `a spokesman
    /// for`.
    fn named_after(&self, from: usize) -> Option<usize> {
        let lexicon = self.passage.lexicon;
        let node = self.nodes.iter().position(|node| node.tokens.start >= from)?;
        let passes = |at: usize| {
            let folded = self.folded(at);
            lexicon.is_function_word(folded)
                || lexicon.titles.contains(folded)
                || lexicon.bodies.contains(folded)
                || lexicon.is_account(&self.passage.stems[at])
                || matches!(folded, "officials" | "unnamed" | "local" | "state" | "own")
        };
        let between = from..self.nodes[node].tokens.start;
        (between.len() <= REACH && between.into_iter().all(passes)).then_some(node)
    }

    /// `the union's permit`: what is cited is a thing of theirs, not their word.
    fn owns_a_thing(&self, node: usize) -> bool {
        let end = self.nodes[node].tokens.end;
        let owns = end + 1 < self.sentence.end && self.folded(end) == "'s";
        owns && !few(3, end, self.sentence.end).any(|at| self.passage.lexicon.is_account(&self.passage.stems[at]))
    }

    /// Who cites: the nearest name before the word that stands right before it
    /// or says something itself.
    fn relay_before(&self, at: usize) -> Option<usize> {
        self.before(at).find(|&node| self.stands_before(node, at) || self.is_voice(node, at))
    }

    /// Who is cited: the nearest name before the word that says something.
    fn voice_before(&self, at: usize) -> Option<usize> {
        self.before(at).find(|&node| self.stands_before(node, at) || self.is_voice(node, at))
    }

    /// The nodes before a word, the nearest first, within its clause.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> {
        let ends = move |node: &usize| self.nodes[*node].tokens.end <= at;
        let near = move |node: &usize| {
            let gap = self.nodes[*node].tokens.end..at;
            gap.len() <= BEFORE && !gap.into_iter().any(|at| self.folded(at) == ";")
        };
        (0..self.nodes.len()).rev().filter(ends).take_while(near)
    }

    /// `TASS, which has also cited`: nothing but small words between.
    fn stands_before(&self, node: usize, at: usize) -> bool {
        let mut gap = self.nodes[node].tokens.end..at;
        let passes = |at: usize| {
            matches!(
                self.folded(at),
                "," | "which" | "who" | "that" | "has" | "have" | "had" | "also" | "in" | "turn" | "as" | "itself"
            )
        };
        gap.len() <= REACH && gap.all(passes)
    }

    /// Whether a node says something before a word, or is one from whom the
    /// text has it.
    fn is_voice(&self, node: usize, at: usize) -> bool {
        let tokens = &self.nodes[node].tokens;
        let clause = tokens.start..at;
        if says_after(self.passage, &clause, tokens.end - 1).is_some() {
            return true;
        }
        let lexicon = self.passage.lexicon;
        let first = tokens.start.saturating_sub(4).max(self.sentence.start);
        let cue = (first..tokens.start).rev().find(|&at| !lexicon.is_function_word(self.folded(at)));
        cue.is_some_and(|cue| {
            let stem = &self.passage.stems[cue];
            lexicon.according.contains(self.folded(cue)) || lexicon.citing.contains(stem) || lexicon.says(stem)
        })
    }

    /// A saying in a saying, and a report behind a statement.
    fn said_within(&self) -> Vec<Link> {
        let may_speak = |id: NameId| self.speakers.claimants.contains(&id) || self.speakers.entities.contains(&id);
        let voices = find_voices(self.passage, &self.sentence, &may_speak);
        let mut links = Vec::new();
        for voice in &voices {
            let here = |node: &Node| {
                voice.id.is_some_and(|id| node.who == Relay::Known(id)) && voice.tokens.contains(&node.tokens.start)
            };
            let Some(source) = self.nodes.iter().position(here) else { continue };
            let outer = self.before(voice.tokens.start).find(|&node| self.leads_in(node, voice.tokens.start));
            let behind = (source + 1..self.nodes.len()).find(|&node| self.reports_behind(node));
            // A second voice between them is the one that is reported.
            let nearest = |relay: &usize| {
                !voices.iter().any(|other| {
                    other.tokens.start > voice.tokens.start && other.tokens.end <= self.nodes[*relay].tokens.start
                })
            };
            let speaks = voice.reach == Reach::Forward || voice.tokens.start > self.sentence.start;
            links.extend(outer.map(|relay| Link { relay, source }));
            links.extend(behind.filter(nearest).filter(|_| speaks).map(|relay| Link { relay, source }));
        }
        links
    }

    /// `TASS reported that`, `According to TASS,`, right before another voice.
    fn leads_in(&self, node: usize, voice: usize) -> bool {
        let tokens = &self.nodes[node].tokens;
        let according = self.is_according(node) && self.folded(tokens.end) == ",";
        // `The union's count, the police said`: no verb.
        let is_noun = |verb: &usize| self.folded(tokens.end) == "'s" && *verb == tokens.end + 2;
        let said = says_after(self.passage, &(tokens.start..voice), tokens.end - 1).filter(|verb| !is_noun(verb));
        let Some(verb) = said.or_else(|| according.then_some(tokens.end)) else { return false };
        let lead = (verb..voice).map(|at| self.folded(at)).collect::<Vec<_>>();
        let passes = |word: &&str| matches!(*word, "that" | "the" | "," | "a" | "according" | "to");
        // `There were 20 calls, the Kremlin said, TASS reported`: what it says stands before.
        let the = usize::from(tokens.start > self.sentence.start && self.folded(tokens.start - 1) == "the");
        let first = tokens.start - the;
        if said.is_some() && lead.first() == Some(&",") && first > self.sentence.start && self.folded(first - 1) == ","
        {
            return false;
        }
        verb <= tokens.end + 3 && lead.iter().all(passes) && !lead.is_empty()
    }

    /// `According to TASS`, at the start of the sentence.
    fn is_according(&self, node: usize) -> bool {
        let lead = self.sentence.start..self.nodes[node].tokens.start;
        let passes = |at: usize| matches!(self.folded(at), "to" | "the" | "a");
        let according = |at: usize| self.passage.lexicon.according.contains(self.folded(at));
        lead.clone().next().is_some_and(according) && lead.skip(1).all(passes)
    }

    /// `…, TASS reported`, at the end of a clause.
    fn reports_behind(&self, node: usize) -> bool {
        let tokens = &self.nodes[node].tokens;
        let first = tokens.start.saturating_sub(1);
        let start = if first > self.sentence.start && self.folded(first) == "the" { first - 1 } else { first };
        let after_comma = start > self.sentence.start && matches!(self.folded(start), "," | "\"");
        let verb = tokens.end;
        let reports = verb < self.sentence.end && self.passage.lexicon.passing_on.contains(&self.passage.stems[verb]);
        let ends = verb + 1 >= self.sentence.end || matches!(self.folded(verb + 1), "." | "," | ";" | "on");
        after_comma && reports && ends
    }
}

/// The names of a sentence: those of the claims file, and runs of capitals.
fn find_nodes(passage: &Passage<'_>, sentence: &Range<usize>) -> Vec<Node> {
    let known = passage.names_in(sentence.clone()).filter(|name| name.tokens.end <= sentence.end);
    let mut nodes: Vec<Node> =
        known.map(|name| Node { who: Relay::Known(name.id), tokens: name.tokens.clone() }).collect();
    let taken =
        |at: usize, nodes: &[Node]| nodes.iter().any(|node| node.tokens.start <= at + 1 && at <= node.tokens.end);
    let capital = |at: usize| passage.is_capital(at) && !passage.is_in_value(passage.tokens.get(at).span);
    let mut at = sentence.start;
    while at < sentence.end {
        let run = (at..sentence.end).take_while(|&at| capital(at) && !taken(at, &nodes)).count();
        if run > 0 && !is_small(passage, &(at..at + run)) {
            let skip = usize::from(passage.tokens.folded(at) == "the" && run > 1);
            let tokens = at + skip..at + run;
            nodes.push(Node { who: Relay::Printed(passage.span_of(&tokens)), tokens });
        }
        at += run.max(1);
    }
    nodes.sort_by_key(|node| node.tokens.start);
    nodes
}

/// A first word that is only capital because it is first.
fn is_small(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let participle = || {
        let word = passage.tokens.folded(tokens.start);
        passage.sentences[passage.sentence_at(passage.tokens.get(tokens.start).span.start)].tokens.start == tokens.start
            && (word.ends_with("ed") || word.ends_with("ing"))
    };
    tokens.len() == 1
        && (participle()
            || passage.lexicon.is_function_word(passage.tokens.folded(tokens.start))
            || passage.lexicon.according.contains(passage.tokens.folded(tokens.start))
            || passage.lexicon.citing.contains(&passage.stems[tokens.start]))
}
