//! A path as a relative URI reference, and which addresses of the open web may
//! become links.
//!
//! ```
//! use gainsay::report::uri::{relative, web};
//! assert_eq!(relative("corpus/a b:c%.txt"), "corpus/a%20b%3Ac%25.txt");
//! assert_eq!(web("javascript:alert(1)"), None);
//! ```

/// A path with `/` as a URI reference: what is no plain letter, digit or one of
/// `-._~/` is written in hexadecimal.
#[must_use]
pub fn relative(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

/// An address as it was given, where it begins with `http://` or `https://` and
/// holds nothing that an address must not hold.
#[must_use]
pub fn web(address: &str) -> Option<&str> {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let known = lower.starts_with("https://") || lower.starts_with("http://");
    let plain = address.bytes().all(|byte| {
        byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
    });
    (known && plain).then_some(address)
}
