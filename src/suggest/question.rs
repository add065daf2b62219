//! A question for a group of statements: the clause of one of them, with the
//! value asked for.
//!
//! ```text
//! 14 workers have been killed since construction began  →  How many workers have been killed since construction began?
//! The dam will cost €2.4bn, including the access road   →  The dam will cost how much?
//! The fire broke out at 11.40pm on 22 September         →  The fire broke out when?
//! ```
//!
//! Where no clause can be turned so, the words that the statements share are
//! named.

use super::Statement;
use super::kin::kin;
use crate::corpus::Corpus;
use crate::matching::language::english::ENGLISH;
use crate::text::{Span, TokenKind, Tokens, capitalised, stem};
use crate::value::Kind;
use std::ops::Range;

/// A question has at most this many words before and after what it asks for.
const REACH: usize = 9;
/// So many statements are looked at.
const MOST: usize = 48;
/// What a length is asked by: `how high`.
const MEASURED: &[&str] = &["high", "long", "deep", "wide", "tall", "thick", "far"];
/// No clause begins so: it is a rest of one.
const NO_OPENING: &[&str] = &[
    "of", "with", "by", "among", "from", "to", "for", "than", "as", "was", "were", "is", "are", "have", "has", "had",
    "be", "been", "will", "would", "can", "could", "may", "might", "in", "on", "at", "along", "through", "whose",
    "which",
];
/// What stands before a date and not before `when`.
const BEFORE_DATES: &[&str] = &["on", "at", "in", "by", "for", "around", "about", "during", "the", "of"];

/// The question that a group of statements answers; `shared` are the words
/// that they have in common, the most telling first.
pub(super) fn ask(corpus: &Corpus, group: &[Statement], shared: &[String]) -> String {
    let telling: Vec<String> = shared.iter().map(|word| kin(&stem(word)).to_owned()).collect();
    let asked = group.iter().take(MOST).filter_map(|statement| {
        let article = &corpus.articles[statement.article];
        turn(statement.sentence.of(&article.body), statement, &telling)
    });
    // The first of the best: the order of the corpus decides between equals.
    let best = asked.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or_else(|| fallback(group[0].kind, shared), |(_, question)| question)
}

/// The question that one sentence gives, and how well it asks.
fn turn(sentence: &str, statement: &Statement, telling: &[String]) -> Option<(i64, String)> {
    let tokens = Tokens::new(sentence);
    let start = statement.value_span.start.checked_sub(statement.sentence.start)?;
    let span = Span::new(start, start + statement.value_span.len());
    let value = tokens.within(span);
    if statement.is_row || value.is_empty() || is_ordinal(span.of(sentence)) || sentence[span.end..].starts_with('-') {
        return None;
    }
    let clause = clause(&tokens, &value);
    let (before, mut after) = (clause.start..value.start, value.end..clause.end);
    let (before, what) = match statement.kind {
        Kind::Date => (trim_end(&tokens, before, |word| BEFORE_DATES.contains(&word)), "when".to_owned()),
        Kind::Duration => (before, "how long".to_owned()),
        Kind::Money => (before, "how much".to_owned()),
        Kind::Percent => (before, "what share".to_owned()),
        Kind::Quantity => match after.clone().next().map(|at| tokens.folded(at)).filter(|word| MEASURED.contains(word))
        {
            Some(measured) => {
                after.start += 1;
                (before, format!("how {measured}"))
            }
            None => (before, "how much".to_owned()),
        },
        _ => (before, "how many".to_owned()),
    };
    let after = trim_end(&tokens, after, |word| ENGLISH.is_function_word(word));
    let words = || before.clone().chain(after.clone());
    let is_content =
        |at: &usize| tokens.get(*at).kind == TokenKind::Word && !ENGLISH.is_function_word(tokens.folded(*at));
    let content: Vec<usize> = words().filter(is_content).collect();
    if content.len() < 2 || statement.kind == Kind::Count && after.is_empty() && before.len() < 3 {
        return None;
    }
    let opens = before.clone().next().map(|at| tokens.folded(at));
    let is_bare = matches!(statement.kind, Kind::Date | Kind::Duration) && before.is_empty();
    if is_bare || opens.is_some_and(|word| NO_OPENING.contains(&word)) {
        return None;
    }
    // Cut off where it is too long, it begins anywhere.
    let is_cut = before.len() == REACH;
    let numbers = words().filter(|&at| tokens.get(at).kind == TokenKind::Digits).count();
    let names_it =
        content.iter().filter(|&&at| telling.iter().any(|word| word == kin(&stem(tokens.folded(at))))).count();
    let points = words().filter(|&at| ENGLISH.pronouns.contains(tokens.folded(at))).count();
    let score = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let begins = i64::from(before.is_empty()) * 2;
    // `When` stands last.
    let is_amid = statement.kind == Kind::Date && !after.is_empty();
    let odd = 5 * i64::from(is_amid) + 3 * score(points) + 3 * score(numbers) + 6 * i64::from(is_cut);
    let good = 4 * score(names_it) + begins - odd - score(before.len() + after.len()) / 3;
    let question = format!("{} {what} {}", text(&tokens, sentence, &before), text(&tokens, sentence, &after));
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((good, format!("{}?", capitalised(&question))))
}

/// The words around a value that belong to it: to the next sign or clause, and
/// without who says it.
fn clause(tokens: &Tokens<'_>, value: &Range<usize>) -> Range<usize> {
    let goes_on = |at: usize| {
        let folded = tokens.folded(at);
        match tokens.get(at).kind {
            TokenKind::Word => !ENGLISH.clause_starts.contains(folded) && !ENGLISH.according.contains(folded),
            TokenKind::Digits => true,
            TokenKind::Sign => matches!(tokens.raw(at), "-" | "'" | "’"),
        }
    };
    // Who `spoke 14 times` says nothing of a number.
    let says = |at: usize| {
        let stem = stem(tokens.folded(at));
        tokens.get(at).kind == TokenKind::Word && ENGLISH.says(&stem) && kin(&stem) != kin("speak")
    };
    let first = (value.start.saturating_sub(REACH)..value.start)
        .rev()
        .take_while(|&at| goes_on(at) && !says(at))
        .last()
        .unwrap_or(value.start);
    let last = (value.end..(value.end + REACH).min(tokens.len()))
        .take_while(|&at| goes_on(at) && !says(at))
        .last()
        .map_or(value.end, |at| at + 1);
    // What a `that` brings in is a clause of its own, and none begins with `and`.
    let first = (first..value.start).rev().find(|&at| tokens.folded(at) == "that").map_or(first, |at| at + 1);
    let joins = |at: &usize| matches!(tokens.folded(*at), "and" | "but" | "or" | "then");
    let first = (first..value.start).find(|at| !joins(at)).unwrap_or(value.start);
    first..last
}

fn trim_end(tokens: &Tokens<'_>, range: Range<usize>, is_idle: impl Fn(&str) -> bool) -> Range<usize> {
    let last = range.clone().rev().find(|&at| !is_idle(tokens.folded(at)));
    range.start..last.map_or(range.start, |at| at + 1)
}

fn text<'t>(tokens: &Tokens<'_>, sentence: &'t str, range: &Range<usize>) -> &'t str {
    if range.is_empty() {
        return "";
    }
    Span::new(tokens.get(range.start).span.start, tokens.get(range.end - 1).span.end).of(sentence)
}

/// `the 20th call`, `the ninth round`: nobody asks for one in this way.
fn is_ordinal(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    last != "thousand" && ["st", "nd", "rd", "th"].iter().any(|end| last.ends_with(end))
}

fn fallback(kind: Kind, shared: &[String]) -> String {
    let about = match shared {
        [] => "this".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    match kind {
        Kind::Date => format!("When was it, of {about}?"),
        Kind::Duration => format!("How long was it, of {about}?"),
        Kind::Money => format!("How much money was it, of {about}?"),
        Kind::Percent => format!("What share was it, of {about}?"),
        Kind::Quantity => format!("How much was it, of {about}?"),
        _ => format!("How many were there, of {about}?"),
    }
}
