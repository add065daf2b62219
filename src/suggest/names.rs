//! Names that the statements of a group share, for its patterns: `{putin}`
//! matches `Putin` and `Vladimir Putin` alike.
//!
//! ```text
//! Macron spoke 60 times with Vladimir Putin
//! Emmanuel Macron has called Putin 14 times   →  {macron}, {putin}
//! ```

use super::Statement;
use super::speakers::find_speakers;
use crate::claims::{ClaimSet, Named};
use crate::corpus::Corpus;
use crate::matching::language::english::ENGLISH;
use crate::text::{Span, TokenKind, Tokens, fold_str, is_calendar_word};
use std::collections::{BTreeMap, BTreeSet};

/// So many statements of a group are looked at.
const MOST: usize = 64;
/// So many names are proposed, and other forms of each.
const MOST_NAMES: usize = 24;
const MOST_ALIASES: usize = 6;
/// Capitals that name no one, beside those of the calendar.
const NO_NAMES: [&str; 3] = ["exclusive", "update", "breaking"];

/// Everybody and everything that suggestions name.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Who seems to speak.
    pub claimants: Vec<Named>,
    /// What else has a name.
    pub entities: Vec<Named>,
}

impl Cast {
    /// Of the statements of some groups; who speaks and is named in other ways
    /// too has all these names.
    #[must_use]
    pub fn of(claims: &ClaimSet, corpus: &Corpus, groups: &[Vec<Statement>]) -> Self {
        let mut claimants = find_speakers(claims, corpus, groups);
        let mut entities = Vec::new();
        for named in find_entities(claims, corpus, groups) {
            let is_one = |other: &Named| named.names().any(|name| *fold_str(name) == *fold_str(&other.name));
            let before = claimants.len();
            claimants.retain(|claimant| !is_one(claimant) && claimant.id != named.id);
            if claimants.len() < before { claimants.push(named) } else { entities.push(named) }
        }
        claimants.sort_by(|a, b| a.id.cmp(&b.id));
        Self { claimants, entities }
    }

    /// All of it.
    pub(super) fn all(&self) -> impl Iterator<Item = &Named> {
        self.claimants.iter().chain(&self.entities)
    }
}

/// What is known of one name: who has it, by statement, and its forms.
#[derive(Default)]
struct Seen {
    statements: BTreeSet<usize>,
    forms: BTreeMap<String, usize>,
}

/// The names of groups that the claims file does not have yet.
fn find_entities(claims: &ClaimSet, corpus: &Corpus, groups: &[Vec<Statement>]) -> Vec<Named> {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for (at, statement) in groups.iter().flat_map(|group| group.iter().take(MOST)).enumerate() {
        let sentence = statement.sentence.of(&corpus.articles[statement.article].body);
        for run in runs(sentence) {
            let Some(last) = run.last() else { continue };
            let of = seen.entry(fold_str(last).into_owned()).or_default();
            of.statements.insert(at);
            *of.forms.entry(run.join(" ")).or_default() += 1;
        }
    }
    let known: BTreeSet<String> = known_words(claims);
    let mut found: Vec<(String, Seen)> =
        seen.into_iter().filter(|(word, of)| of.statements.len() > 1 && !known.contains(word)).collect();
    found.sort_by(|a, b| b.1.statements.len().cmp(&a.1.statements.len()).then_with(|| a.0.cmp(&b.0)));
    found.truncate(MOST_NAMES);
    found.into_iter().filter_map(|(word, of)| named(claims, &word, of)).collect()
}

/// Ids and names that the claims file has.
fn known_words(claims: &ClaimSet) -> BTreeSet<String> {
    let named = claims.claimants.iter().chain(&claims.entities).chain(claims.events.iter().map(|event| &event.named));
    let words = named.flat_map(|named| named.names().chain([named.id.as_str()]).flat_map(str::split_whitespace));
    words.map(|word| fold_str(word).into_owned()).collect()
}

fn named(claims: &ClaimSet, word: &str, of: Seen) -> Option<Named> {
    let id: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
    if id.is_empty() || !claims.names(&id).is_empty() {
        return None;
    }
    let mut forms: Vec<String> = of.forms.into_keys().collect();
    forms.sort_by_key(|form| (std::cmp::Reverse(form.split_whitespace().count()), form.clone()));
    let mut read: BTreeSet<String> = BTreeSet::new();
    forms.retain(|form| read.insert(fold_str(form).into_owned()));
    let name = forms.first()?.clone();
    let aliases = forms.into_iter().skip(1).take(MOST_ALIASES).collect();
    Some(Named { id, name, aliases, span: Span::default() })
}

/// Every run of capitals in a sentence, without titles; what only begins the
/// sentence tells nothing.
fn runs(sentence: &str) -> Vec<Vec<String>> {
    let tokens = Tokens::new(sentence);
    let is_name = |at: usize| {
        let (raw, folded) = (tokens.raw(at), tokens.folded(at));
        tokens.get(at).kind == TokenKind::Word
            && raw.starts_with(char::is_uppercase)
            && raw.chars().any(char::is_lowercase)
            && raw.chars().count() > 2
            && !ENGLISH.is_function_word(folded)
            && !is_calendar_word(folded)
            && !NO_NAMES.contains(&folded)
    };
    let mut runs: Vec<Vec<String>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = (at..tokens.len()).find(|&end| !is_name(end)).unwrap_or(tokens.len());
        let named: Vec<usize> = (at..end).filter(|&word| !ENGLISH.titles.contains(tokens.folded(word))).collect();
        let is_opening = at == 0 && named.len() < 2;
        if !named.is_empty() && !is_opening {
            runs.push(named.into_iter().map(|word| tokens.raw(word).to_owned()).collect());
        }
        at = end.max(at) + 1;
    }
    runs
}

/// The words of a pattern with names in place of their forms, the longest
/// first.
pub(super) fn put_names(words: &[&str], cast: &Cast) -> Vec<String> {
    let mut forms: Vec<(Vec<String>, &str)> = Vec::new();
    for of in cast.all() {
        forms.extend(of.names().map(|form| {
            (form.split_whitespace().map(|word| fold_str(word).into_owned()).collect::<Vec<_>>(), of.id.as_str())
        }));
    }
    forms.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    let mut written: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let form = forms
            .iter()
            .find(|(form, _)| words[at..].len() >= form.len() && words[at..].iter().zip(form).all(|(a, b)| a == b));
        match form {
            Some((form, id)) => {
                written.push(format!("{{{id}}}"));
                at += form.len();
            }
            None => {
                written.push(words[at].to_owned());
                at += 1;
            }
        }
    }
    written
}
