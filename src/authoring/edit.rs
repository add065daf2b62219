//! A change to the document of a claims file: line ends stay as they are, and
//! a text in canonical form stays in it.

use super::format::{NotToml, format_claims};
use toml_edit::{Decor, DocumentMut, RawString};

/// The text after a change.
///
/// # Errors
/// When the text is no TOML.
pub(super) fn edit(text: &str, change: impl FnOnce(&mut DocumentMut)) -> Result<String, NotToml> {
    let is_crlf = text.contains("\r\n");
    let mut document: DocumentMut = text.replace("\r\n", "\n").parse().map_err(NotToml::from)?;
    change(&mut document);
    let changed = document.to_string();
    let changed = if is_crlf { changed.replace('\n', "\r\n") } else { changed };
    let was_formed = format_claims(text).is_ok_and(|formed| formed == text);
    if was_formed { format_claims(&changed) } else { Ok(changed) }
}

/// The comments above and beside something, each as it is written.
pub(super) fn comments(decor: &Decor) -> Vec<String> {
    [decor.prefix(), decor.suffix()].into_iter().flat_map(comments_of).collect()
}

/// The comments of white space.
pub(super) fn comments_of(raw: Option<&RawString>) -> Vec<String> {
    let lines = raw.and_then(RawString::as_str).unwrap_or_default().lines();
    lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
