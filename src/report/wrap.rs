//! Running text broken into lines at spaces only: ids keep their hyphens, and
//! a no-break space holds.
//!
//! ```
//! use gainsay::report::wrap::wrapped;
//! assert_eq!(wrapped("more than 2\u{a0}h a call", 13, "- ", "  "), ["- more than", "  2\u{a0}h a call"]);
//! ```

use textwrap::{Options, WordSplitter};

/// The lines of a text, the first after `first`, the others after `rest`.
#[must_use]
pub fn wrapped(text: &str, width: u16, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(usize::from(width))
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()).collect()
}
