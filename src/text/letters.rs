//! Letters at the start of words.

/// A text with a capital at its start.
///
/// ```
/// assert_eq!(gainsay::text::capitalised("élysée: 20"), "Élysée: 20");
/// ```
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
