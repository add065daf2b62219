//! What `suggest` shows: statements that seem to be about one thing, each with
//! its evidence, and the topic that would hold them.
//!
//! ```text
//! 1. How many: phone, putin, spoke?
//!    60   cibuk:8:34    the French President spoke ⟦60⟧ times on the phone
//!    14   cibuk:14:96   has spoken on the phone to the Russian president ⟦14⟧ times
//! ```

use super::Layout;
use super::style::{FAINT, MARK, STRONG, painted};
use super::values::ValueView;
use super::visible::visible;
use super::wrap::wrapped;
use crate::corpus::Corpus;
use crate::suggest::{Statement, Suggestion};
use crate::text::{CodePoint, Column, Line, Span};
use serde::Serialize;
use std::io::{self, Write};

/// Everything that is suggested.
#[derive(Clone, Debug, Serialize)]
pub struct SuggestionsView {
    /// The version of this format.
    pub version: u32,
    /// Numbers that disagree, the likeliest first.
    pub suggestions: Vec<SuggestionView>,
    /// Mentions of topics that no claim holds.
    pub unlisted: Vec<UnlistedView>,
}

/// Statements that seem to be about one thing and differ.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct SuggestionView {
    /// What `--write` takes.
    pub id: String,
    pub topic: String,
    pub question: String,
    pub kind: &'static str,
    pub unit: Option<String>,
    pub score: f64,
    pub statements: Vec<StatementView>,
    pub patterns: Vec<String>,
    pub matches: Vec<String>,
    pub rejects: Vec<String>,
    /// Claimants and entities that it needs and the claims file does not have.
    pub names: Vec<NameView>,
    /// The topic and its claims, as the claims file would have them.
    pub toml: String,
}

/// A claimant or entity, as the claims file would have it.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct NameView {
    pub id: String,
    pub toml: String,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct StatementView {
    pub article: String,
    pub value: ValueView,
    pub start: CodePoint,
    pub end: CodePoint,
    pub line: Line,
    pub column: Column,
    /// The sentence.
    pub quote: String,
    /// Where the value stands in the sentence, in bytes.
    #[serde(skip)]
    pub marked: Span,
}

/// A mention that no claim holds, as a claim.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct UnlistedView {
    /// What `--write` takes.
    pub id: String,
    pub topic: String,
    pub article: String,
    pub line: Line,
    pub column: Column,
    pub quote: String,
    pub toml: String,
}

impl SuggestionView {
    /// A suggestion; `toml` are its stanzas, `names` those it needs.
    #[must_use]
    pub fn new(corpus: &Corpus, suggestion: &Suggestion, id: String, names: Vec<NameView>, toml: String) -> Self {
        let of = &suggestion.proposal;
        let statements = suggestion.statements.iter().map(|statement| StatementView::new(corpus, statement)).collect();
        Self {
            id,
            topic: of.id.clone(),
            question: of.question.clone(),
            kind: of.kind.name(),
            unit: of.unit.clone(),
            score: (suggestion.score * 1000.0).round() / 1000.0,
            statements,
            patterns: of.patterns.clone(),
            matches: of.matches.clone(),
            rejects: of.rejects.clone(),
            names,
            toml,
        }
    }
}

impl StatementView {
    fn new(corpus: &Corpus, statement: &Statement) -> Self {
        let article = &corpus.articles[statement.article];
        let place = article.place(statement.value_span.start);
        let words = statement.value_span.of(&article.body);
        Self {
            article: article.id.to_string(),
            value: ValueView::new(&statement.value, Some(words)),
            start: article.code_point(statement.value_span.start),
            end: article.code_point(statement.value_span.end),
            line: place.line,
            column: place.column,
            quote: statement.sentence.of(&article.body).to_owned(),
            marked: Span::new(
                statement.value_span.start - statement.sentence.start,
                statement.value_span.end - statement.sentence.start,
            ),
        }
    }
}

/// Writes them for people.
///
/// # Errors
/// When `out` does not take it.
pub fn write_suggestions(view: &SuggestionsView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    for suggestion in &view.suggestions {
        let title = format!("{}. {}", suggestion.id, visible(&suggestion.question));
        writeln!(out, "{}", painted(title, STRONG))?;
        for statement in &suggestion.statements {
            write_statement(statement, layout, out)?;
        }
        let names = suggestion.names.iter().map(|name| name.id.as_str()).collect::<Vec<_>>().join(", ");
        if !names.is_empty() {
            writeln!(out, "      {}", painted(visible(&format!("names: {names}")), FAINT))?;
        }
        for line in suggestion.toml.split("\n[[claim]]").next().unwrap_or_default().lines() {
            writeln!(out, "      {}", painted(visible(line), FAINT))?;
        }
        writeln!(out)?;
    }
    for unlisted in &view.unlisted {
        let place = format!("{}:{}:{}", unlisted.article, unlisted.line.0, unlisted.column.0);
        writeln!(
            out,
            "{} {}",
            painted(format!("{}.", unlisted.id), STRONG),
            visible(&format!("{place}, no claim holds it"))
        )?;
        for line in unlisted.toml.lines() {
            writeln!(out, "      {}", painted(visible(line), FAINT))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_statement(statement: &StatementView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let value = statement.marked.of(&statement.quote);
    let place = format!("{}:{}:{}", statement.article, statement.line.0, statement.column.0);
    writeln!(out, "   {}  {}", painted(visible(&one_line(value)), MARK), visible(&place))?;
    let (before, after) = (&statement.quote[..statement.marked.start], &statement.quote[statement.marked.end..]);
    let sentence = one_line(&format!("{before}⟦{value}⟧{after}"));
    for line in wrapped(&visible(&sentence), layout.width, "      ", "      ") {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
