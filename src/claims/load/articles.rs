//! Whether the articles that a claims file names are in the corpus:
//! ``unknown article `expres` ``, with the nearest id that there is.

use super::problems::COMPARISONS;
use crate::claims::ClaimSet;
use crate::diagnostic::{Diagnostic, nearest};
use std::collections::BTreeSet;

/// Tells of every `article` of a claim and every one of a topic's `articles`
/// that is not among the `known` ids, in the order of the file.
///
/// The corpus is read apart from the claims, so this is asked once both are
/// there.
pub fn check_articles<'a>(claims: &ClaimSet, known: impl Iterator<Item = &'a str>) -> Vec<Diagnostic> {
    let known: BTreeSet<&str> = known.collect();
    let mut left = COMPARISONS;
    let unknown = claims.cited.iter().filter(|(id, _)| !known.contains(id.as_str()));
    let mut diagnostics: Vec<Diagnostic> = unknown
        .map(|(id, span)| {
            let near = nearest(id, known.iter().copied().take(left));
            left = left.saturating_sub(known.len());
            let diagnostic = Diagnostic::error(&claims.source, *span, format!("unknown article `{id}`"));
            let diagnostic = diagnostic.label("no article of the corpus has this id");
            diagnostic.help(near.map_or_else(
                || "the id of an article is the name of its file, without the ending".to_owned(),
                |near| format!("did you mean `{near}`?"),
            ))
        })
        .collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics
}
