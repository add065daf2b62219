//! A topic for a group of statements: a question, patterns cut from the
//! sentences themselves, sentences that must match and sentences of the same
//! corpus that must not. All of it is held against the matcher before it is
//! shown: what does not do what it says is left out.
//!
//! ```text
//! spoke 60 times on the phone with Putin  →  "spoke {value} times on the phone with putin"
//! ```

use super::Statement;
use super::kin::is_generic;
use super::names::{Cast, put_names};
use super::question::ask;
use crate::claims::{ClaimSet, Named, Pattern, Topic, parse_pattern};
use crate::corpus::{Corpus, article_from};
use crate::matching::language::english::ENGLISH;
use crate::matching::{Mention, find_mentions};
use crate::text::{Span, TokenKind, Tokens};
use crate::value::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A topic that would hold a group of statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its id.
    pub id: String,
    /// What the statements seem to answer.
    pub question: String,
    /// The kind of their values.
    pub kind: Kind,
    /// The unit of their values.
    pub unit: Option<String>,
    /// How they say it.
    pub patterns: Vec<String>,
    /// Their words.
    pub matches: Vec<String>,
    /// Words of the corpus that state something else.
    pub rejects: Vec<String>,
    /// Names in its patterns that the claims file does not have.
    pub entities: Vec<Named>,
    /// Who states something, and is not in the claims file.
    pub claimants: Vec<Named>,
    /// Who states what, a statement of the group each; `None` is the outlet.
    pub said_by: Vec<Option<String>>,
}

/// A pattern reaches this many words before and after its value.
const REACH: usize = 6;
/// So many patterns, and examples of each sort, are enough to begin with.
const MOST: usize = 8;
const MOST_REJECTS: usize = 3;
/// In so many articles it is looked for who says what.
const MOST_READ: usize = 200;

/// Makes a topic of a group; `all` are the statements of the corpus.
#[must_use]
pub fn propose(claims: &ClaimSet, corpus: &Corpus, all: &[Statement], group: &[Statement], cast: &Cast) -> Proposal {
    let shared = shared_words(group);
    let (kind, unit) = (group[0].kind, unit_of(group));
    let mut proposal = Proposal {
        id: id(&shared, kind),
        question: ask(corpus, group, &shared),
        kind,
        unit,
        patterns: Vec::new(),
        matches: Vec::new(),
        rejects: Vec::new(),
        entities: cast.entities.clone(),
        claimants: cast.claimants.clone(),
        said_by: Vec::new(),
    };
    let known = with_cast(claims, cast);
    for statement in group {
        if proposal.patterns.len() == MOST {
            break;
        }
        let body = &corpus.articles[statement.article].body;
        let Some((pattern, words)) = cut_pattern(body, statement, cast) else { continue };
        let trial = Proposal { patterns: vec![pattern.clone()], ..proposal.clone() };
        if !proposal.patterns.contains(&pattern) && trial.matches(&known, corpus, statement.article, &words) {
            proposal.patterns.push(pattern);
            proposal.matches.push(words);
        }
    }
    proposal.matches.dedup();
    proposal.rejects = rejects(&known, corpus, all, group, &proposal);
    proposal.attribute(&known, corpus, group);
    let said_by: BTreeSet<&String> = proposal.said_by.iter().flatten().collect();
    let is_in_patterns = |id: &str| proposal.patterns.iter().any(|pattern| pattern.contains(&format!("{{{id}}}")));
    proposal.entities.retain(|entity| is_in_patterns(&entity.id));
    proposal.claimants.retain(|claimant| said_by.contains(&claimant.id) || is_in_patterns(&claimant.id));
    proposal
}

/// The claims, with everybody and everything that a cast adds.
fn with_cast(claims: &ClaimSet, cast: &Cast) -> ClaimSet {
    let mut known = claims.clone();
    known.entities.extend(cast.entities.iter().cloned());
    known.claimants.extend(cast.claimants.iter().cloned());
    known.entities.sort_by(|a, b| a.id.cmp(&b.id));
    known.claimants.sort_by(|a, b| a.id.cmp(&b.id));
    known
}

impl Proposal {
    /// Who states what, as the matcher has it.
    fn attribute(&mut self, claims: &ClaimSet, corpus: &Corpus, group: &[Statement]) {
        self.said_by = vec![None; group.len()];
        let Some(topic) = self.topic() else { return };
        let set = ClaimSet { topics: vec![topic], claims: Vec::new(), ..claims.clone() };
        let read: BTreeSet<usize> = group.iter().map(|statement| statement.article).take(MOST_READ).collect();
        let read: Vec<usize> = read.into_iter().collect();
        let articles = read.iter().map(|&at| corpus.articles[at].clone()).collect();
        let found = find_mentions(&set, &Corpus { articles, diagnostics: Vec::new() });
        for (statement, said_by) in group.iter().zip(&mut self.said_by) {
            let Ok(at) = read.binary_search(&statement.article) else { continue };
            let holds = |mention: &&Mention| {
                mention.article == at && mention.value_span.is_some_and(|span| span.overlaps(&statement.value_span))
            };
            *said_by = found.mentions.iter().find(holds).and_then(|mention| mention.claimant.clone());
        }
    }

    /// Whether the topic finds something in a text.
    fn matches(&self, claims: &ClaimSet, corpus: &Corpus, article: usize, text: &str) -> bool {
        let Some(topic) = self.topic() else { return false };
        let published = corpus.articles[article].front.published.as_deref().unwrap_or("2000-01-01");
        let file = format!("+++\npublished = \"{published}\"\n+++\n{text}\n");
        let corpus = Corpus { articles: vec![article_from("example", "example.txt", file).0], diagnostics: Vec::new() };
        let alone = ClaimSet { topics: vec![topic], claims: Vec::new(), ..claims.clone() };
        !find_mentions(&alone, &corpus).mentions.is_empty()
    }

    /// The topic itself; `None` when one of its patterns is none.
    fn topic(&self) -> Option<Topic> {
        let is_name = |id: &str| self.entities.iter().chain(&self.claimants).any(|named| named.id == id);
        let parse = |text: &String| parse_pattern(text, Span::new(0, text.len()), &is_name).ok();
        let patterns: Option<Vec<Pattern>> = self.patterns.iter().map(parse).collect();
        Some(Topic {
            id: self.id.clone(),
            question: self.question.clone(),
            kind: self.kind,
            unit: self.unit.clone(),
            patterns: patterns?,
            matches: Vec::new(),
            rejects: Vec::new(),
            limits: Vec::new(),
            facets: Vec::new(),
            options: Vec::new(),
            wording: None,
            points: Vec::new(),
            claimants: Vec::new(),
            facts: Vec::new(),
            articles: Vec::new(),
            published: None,
            during: None,
            only: BTreeMap::new(),
            since: None,
            threshold: None,
            parts: Vec::new(),
            total: None,
            dates: None,
            day: None,
            between: Vec::new(),
            span: Span::default(),
        })
    }
}

/// The words that most of the group stand near, as the texts write them, the
/// strongest first.
fn shared_words(group: &[Statement]) -> Vec<String> {
    let mut weights: BTreeMap<&str, (f64, f64, &str)> = BTreeMap::new();
    for statement in group {
        for (word, weight) in &statement.words {
            if let Some(said) = statement.said.get(word) {
                let shared = weights.entry(word).or_insert((0.0, 0.0, said));
                shared.0 += weight;
                shared.1 += 1.0;
            }
        }
    }
    let mut words: Vec<(f64, &str, &str)> = weights
        .into_iter()
        .filter(|(word, _)| !is_generic(word))
        .map(|(word, (sum, count, said))| (sum * count, word, said))
        .collect();
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    words.into_iter().map(|(_, _, said)| said.to_owned()).take(3).collect()
}

/// The unit that reports name: what is counted, or what it is measured in.
fn unit_of(group: &[Statement]) -> Option<String> {
    if group[0].kind != Kind::Count {
        return group[0].unit.clone();
    }
    let mut heads: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for statement in group {
        let Some(head) = statement.heads.first().filter(|head| !is_generic(head)) else { continue };
        let said = statement.noun.as_deref().unwrap_or(head);
        heads.entry(head).or_insert((0, said)).0 += 1;
    }
    let most = heads.into_iter().max_by_key(|(head, (count, _))| (*count, std::cmp::Reverse(*head)));
    Some(match most {
        None => "time".to_owned(),
        Some(("people", _)) => "person".to_owned(),
        Some((_, (_, said))) => singular(said),
    })
}

/// `boat` of `boats`, as far as the end of a word tells.
fn singular(word: &str) -> String {
    let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ if is_plural => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

/// `phone-putin-spoke-count`.
fn id(shared: &[String], kind: Kind) -> String {
    let plain = |word: &String| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let mut parts: Vec<String> = shared.iter().map(plain).filter(|part| !part.is_empty()).collect();
    parts.push(kind.name().to_owned());
    parts.join("-")
}

/// The words around a value, with `{value}` in its place, and the words of the
/// text that they were cut from.
fn cut_pattern(body: &str, statement: &Statement, cast: &Cast) -> Option<(String, String)> {
    let sentence = statement.sentence.of(body);
    let tokens = Tokens::new(sentence);
    let start = statement.value_span.start - statement.sentence.start;
    let value = tokens.within(Span::new(start, start + statement.value_span.len()));
    if value.is_empty() {
        return None;
    }
    let goes_on = |at: usize| {
        let folded = tokens.folded(at);
        match tokens.get(at).kind {
            TokenKind::Word => !ENGLISH.clause_starts.contains(folded),
            TokenKind::Digits => false,
            TokenKind::Sign => folded == "-" || statement.is_row && folded == ":",
        }
    };
    let first = (value.start.saturating_sub(REACH)..value.start)
        .rev()
        .take_while(|&at| goes_on(at))
        .last()
        .unwrap_or(value.start);
    let last = (value.end..(value.end + REACH).min(tokens.len()))
        .take_while(|&at| goes_on(at))
        .last()
        .map_or(value.end, |at| at + 1);
    let kept = trim(&tokens, first..last, &value);
    let written =
        |range: Range<usize>| -> Vec<&str> { range.map(|at| tokens.folded(at)).filter(|word| *word != "-").collect() };
    let (before, after) = (written(kept.start..value.start), written(value.end..kept.end));
    let is_content = |word: &&&str| word.chars().all(char::is_alphanumeric) && !ENGLISH.is_function_word(word);
    let content = before.iter().chain(&after).filter(is_content).count();
    if content < 1 || content < 2 && !statement.is_row && kept.len() < 4 {
        return None;
    }
    let (before, after) = (put_names(&before, cast), put_names(&after, cast));
    let pattern = [before, vec!["{value}".to_owned()], after].concat().join(" ").replace(" 's", "'s");
    let words = Span::new(tokens.get(kept.start).span.start, tokens.get(kept.end - 1).span.end).of(sentence);
    Some((pattern, words.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Function words at the ends of a pattern tell nothing.
fn trim(tokens: &Tokens<'_>, range: Range<usize>, value: &Range<usize>) -> Range<usize> {
    let is_idle = |at: usize| ENGLISH.is_function_word(tokens.folded(at)) || tokens.folded(at) == "-";
    let first = (range.start..value.start).find(|&at| !is_idle(at)).unwrap_or(value.start);
    let last = (value.end..range.end).rev().find(|&at| !is_idle(at)).map_or(value.end, |at| at + 1);
    first..last
}

/// Statements of the same kind that share words with the group and are none of
/// it, as far as the patterns leave them alone.
fn rejects(
    claims: &ClaimSet,
    corpus: &Corpus,
    all: &[Statement],
    group: &[Statement],
    proposal: &Proposal,
) -> Vec<String> {
    let members: BTreeSet<(usize, Span)> =
        group.iter().map(|statement| (statement.article, statement.value_span)).collect();
    let words: BTreeSet<&String> = group.iter().flat_map(|statement| statement.words.keys()).collect();
    let shared = |statement: &Statement| {
        statement.words.iter().filter(|(word, _)| words.contains(word)).map(|(_, weight)| weight).sum::<f64>()
    };
    let others =
        all.iter().filter(|other| other.kind == proposal.kind && !members.contains(&(other.article, other.value_span)));
    let mut near: Vec<(f64, &Statement)> =
        others.map(|other| (shared(other), other)).filter(|(shared, _)| *shared > 0.0).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1.article, a.1.value_span).cmp(&(b.1.article, b.1.value_span))));
    let mut rejects: Vec<String> = Vec::new();
    for (_, other) in near.into_iter().take(4 * MOST_REJECTS) {
        let Some((_, words)) = cut_pattern(&corpus.articles[other.article].body, other, &Cast::default()) else {
            continue;
        };
        if rejects.len() < MOST_REJECTS
            && !rejects.contains(&words)
            && !proposal.matches(claims, corpus, other.article, &words)
        {
            rejects.push(words);
        }
    }
    rejects
}
