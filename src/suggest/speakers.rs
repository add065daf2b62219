//! Who seems to speak, where nobody has declared a claimant: what stands where
//! a text names who says something. Whether it does is for the matcher to
//! tell; who says none of the statements is left out.
//!
//! ```text
//! the labour inspectorate says …   →  labour-inspectorate
//! …, according to Valley Voice     →  valley-voice
//! ```

use super::Statement;
use crate::claims::{ClaimSet, Named};
use crate::corpus::Corpus;
use crate::matching::language::english::ENGLISH;
use crate::text::{Span, TokenKind, Tokens, fold_str, stem};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many statements of a group are looked at.
const MOST: usize = 64;
/// What stands before a verb and names nobody.
const MODAL: &[&str] = &["should", "would", "could", "can", "may", "might", "must", "shall", "also", "now", "then"];
/// A name has no more words than this.
const LONGEST: usize = 5;

/// Everybody who seems to speak in the sentences of some groups, and in those
/// before them.
pub(super) fn find_speakers(claims: &ClaimSet, corpus: &Corpus, groups: &[Vec<Statement>]) -> Vec<Named> {
    let mut found: BTreeMap<String, Named> = BTreeMap::new();
    for statement in groups.iter().flat_map(|group| group.iter().take(MOST)) {
        let article = &corpus.articles[statement.article];
        let sentences = article.blocks.iter().flat_map(|block| &block.sentences);
        let near = sentences.filter(|span| span.start <= statement.sentence.start).copied().collect::<Vec<_>>();
        for sentence in near.iter().rev().take(2) {
            let text = sentence.of(&article.body);
            let tokens = Tokens::new(text);
            for name in speakers(&tokens) {
                let words = Span::new(tokens.get(name.start).span.start, tokens.get(name.end - 1).span.end).of(text);
                if let Some(named) = named(claims, words) {
                    found.entry(named.id.clone()).or_insert(named);
                }
            }
        }
    }
    found.into_values().collect()
}

/// The tokens that name who speaks.
fn speakers(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let says = |at: usize| tokens.get(at).kind == TokenKind::Word && ENGLISH.says(&stem(tokens.folded(at)));
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if ENGLISH.according.contains(tokens.folded(at)) && at + 2 < tokens.len() && tokens.folded(at + 1) == "to" {
            found.extend(forward(tokens, at + 2));
        } else if says(at) {
            found.extend(backward(tokens, at));
            // `…, said the mayor's office`.
            let is_after = at > 0 && tokens.get(at - 1).kind == TokenKind::Sign;
            if is_after {
                found.extend(forward(tokens, at + 1));
            }
        }
    }
    found
}

fn is_name_word(tokens: &Tokens<'_>, at: usize) -> bool {
    let folded = tokens.folded(at);
    matches!(folded, "'s" | "'" | "’") && at > 0 && tokens.get(at - 1).kind == TokenKind::Word
        || tokens.get(at).kind == TokenKind::Word
            && !ENGLISH.is_function_word(folded)
            && !ENGLISH.clause_starts.contains(folded)
            && !ENGLISH.says(&stem(folded))
            && !MODAL.contains(&folded)
}

fn forward(tokens: &Tokens<'_>, from: usize) -> Option<Range<usize>> {
    let first = from + usize::from(from < tokens.len() && tokens.folded(from) == "the");
    let end = (first..tokens.len()).find(|&at| !is_name_word(tokens, at)).unwrap_or(tokens.len());
    settle(tokens, from..end, first)
}

fn backward(tokens: &Tokens<'_>, verb: usize) -> Option<Range<usize>> {
    let first = (0..verb).rev().take_while(|&at| is_name_word(tokens, at)).last()?;
    let from = first - usize::from(first > 0 && tokens.folded(first - 1) == "the");
    // `The court in Halm ruled`: it is not Halm that speaks.
    let is_of_another = from > 0
        && matches!(tokens.folded(from - 1), "in" | "of" | "at" | "from" | "for" | "on" | "to" | "by" | "with" | "and");
    if is_of_another {
        return None;
    }
    settle(tokens, from..verb, first)
}

/// A name: `the …`, or something with a capital, or one word such as `police`.
fn settle(tokens: &Tokens<'_>, whole: Range<usize>, first: usize) -> Option<Range<usize>> {
    let words = whole.end.checked_sub(first).filter(|words| (1..=LONGEST).contains(words))?;
    let is_capital = tokens.raw(first).starts_with(char::is_uppercase) && first > 0;
    let is_told = whole.start < first || is_capital || words == 1 && tokens.folded(first).ends_with('s');
    let is_plain = words == 1 && matches!(tokens.folded(first), "police" | "unions" | "organisers" | "officials");
    let ends_well = tokens.get(whole.end - 1).kind == TokenKind::Word && tokens.folded(whole.end - 1) != "'s";
    ((is_told || is_plain || first == 0 && words > 1) && ends_well).then_some(whole)
}

fn named(claims: &ClaimSet, words: &str) -> Option<Named> {
    let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let titled = name.split(' ').take_while(|word| ENGLISH.titles.contains(&fold_str(word))).count();
    let name = name.split(' ').skip(titled).collect::<Vec<_>>().join(" ");
    let name = name.strip_prefix("The ").map_or(name.clone(), |rest| format!("the {rest}"));
    let folded = fold_str(&name).into_owned();
    let parts =
        folded.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|part| part.len() > 1 && *part != "the");
    let id = parts.collect::<Vec<_>>().join("-");
    let is_known = !claims.names(&id).is_empty() || {
        let named = claims.claimants.iter().chain(&claims.entities);
        named.flat_map(Named::names).any(|known| *fold_str(known) == *folded)
    };
    (!id.is_empty() && !is_known).then_some(Named { id, name, aliases: Vec::new(), span: Span::default() })
}
