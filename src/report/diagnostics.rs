//! Trouble in the user's files, each with its excerpt, a caret and what to do.
//!
//! ```text
//! error: unknown key `quot`
//!  --> claims.toml:12:1
//!    |
//! 12 | quot = "the 20th phone call"
//!    | ^^^^
//!    |
//!    = help: did you mean `quote`?
//! ```

use super::Layout;
use super::visible::visible;
use crate::diagnostic::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::io::{self, Write};

/// The renderer trims long lines; of longer ones only the place is told.
const LONGEST: usize = 4000;

/// Writes the diagnostics one after the other, with colours.
///
/// # Errors
/// When `out` does not take it.
pub fn write_diagnostics(diagnostics: &[Diagnostic], layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(usize::from(layout.width));
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", renderer.render(&[group(diagnostic)]))?;
    }
    Ok(())
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = diagnostic.source.path.to_string_lossy();
    let path = visible(&path).into_owned();
    let mut title = level.primary_title(visible(&diagnostic.message));
    if let Some(code) = diagnostic.code {
        title = title.id(code);
    }
    let mut group = Group::with_title(title);
    match excerpt(diagnostic) {
        Some((text, line, span)) => {
            let mut caret = AnnotationKind::Primary.span(span);
            if !diagnostic.label.is_empty() {
                caret = caret.label(visible(&diagnostic.label));
            }
            group =
                group.element(Snippet::source(without_controls(text)).line_start(line).path(path).annotation(caret));
        }
        None => group = group.element(origin(diagnostic, path)),
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(visible(help))),
        None => group,
    }
}

/// An excerpt without the controls of eight bits, which the renderer would let through; each is
/// replaced by a sign of as many bytes, so that every place stays.
fn without_controls(text: &str) -> Cow<'_, str> {
    let is_control = |sign: char| matches!(sign, '\u{80}'..='\u{9f}');
    if text.contains(is_control) { text.replace(is_control, "\u{b7}").into() } else { text.into() }
}

fn origin(diagnostic: &Diagnostic, path: String) -> Origin<'static> {
    let origin = Origin::path(path);
    match diagnostic.place() {
        Some(place) => origin.line(place.line.0 as usize).char_column(place.column.0 as usize),
        None => origin,
    }
}

/// The lines a diagnostic points at, cut to what can be read: the text, the
/// number of its first line, and the span in it. `None` where there is
/// nothing to point at, or where the line is too long to show.
fn excerpt(diagnostic: &Diagnostic) -> Option<(&str, usize, std::ops::Range<usize>)> {
    let text = diagnostic.source.text.as_str();
    let span = diagnostic.span?;
    if text.is_empty() || span.end > text.len() {
        return None;
    }
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    if line_end - start > LONGEST {
        return None;
    }
    let line = diagnostic.place()?.line.0 as usize;
    let end = span.end.clamp(span.start, line_end);
    Some((&text[start..line_end], line, span.start - start..end - start))
}
