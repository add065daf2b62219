//! The words of an article, as far as they can show that it was copied.
//!
//! Two outlets that quote one statement are independent all the same, so words
//! between quotation marks are left out: what counts is what an article says
//! in its own words. A few words between marks (`so-called “total war”`) are no
//! statement and stay. Case, diacritics, signs and white space make no
//! difference. Words of languages that put no space between them are taken a
//! clause at a time.
//!
//! ```text
//! He said: “We will never leave this house of ours.” Then he left.  →  he said then he left
//! ```
//!
//! **Cost.** Linear; a word is hashed once, and only its hash is kept.

use crate::corpus::Article;
use crate::matching::passage::quotations::find_quotations;
use crate::text::{Span, TokenKind, Tokens};
use xxhash_rust::xxh3::xxh3_64;

/// How many words in a row are one shingle: what a text is compared by.
pub(super) const SHINGLE: usize = 5;

/// One word outside quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Of its folded form.
    pub(super) hash: u64,
    /// Its bytes of the body.
    pub(super) span: Span,
}

/// The words of an article outside its quotations, in order, and how many
/// there are inside.
pub(super) fn own_words(article: &Article) -> (Vec<Word>, usize) {
    let tokens = Tokens::new(&article.body);
    let is_word = |at: &usize| tokens.get(*at).kind != TokenKind::Sign;
    let mut words = Vec::with_capacity(tokens.len());
    let (mut next, mut quoted) = (0, 0);
    let mut take = |range: std::ops::Range<usize>| {
        let kept = range.filter(is_word);
        words.extend(kept.map(|at| Word { hash: xxh3_64(tokens.folded(at).as_bytes()), span: tokens.get(at).span }));
    };
    for quotation in find_quotations(article) {
        let inside = tokens.within(quotation.span);
        let count = inside.clone().filter(is_word).count();
        if count >= SHINGLE && inside.start >= next {
            take(next..inside.start);
            next = inside.end;
            quoted += count;
        }
    }
    take(next..tokens.len());
    (words, quoted)
}

/// The hash of every run of [`SHINGLE`] words, by where it begins.
pub(super) fn shingles(words: &[Word]) -> impl Iterator<Item = u64> + '_ {
    words.windows(SHINGLE).map(|run| {
        let joined =
            run.iter().fold(0_u64, |hash, word| (hash ^ word.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29));
        // The last mixing of xxh3: which shingles are kept hangs on single bits.
        let mixed = (joined ^ (joined >> 37)).wrapping_mul(0x1656_6791_9e37_79f9);
        mixed ^ (mixed >> 32)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::article_from;

    fn said(body: &str) -> (String, usize) {
        let (article, _) = article_from("a", "a.txt", body);
        let (words, quoted) = own_words(&article);
        (words.iter().map(|word| word.span.of(&article.body)).collect::<Vec<_>>().join(" "), quoted)
    }

    #[test]
    fn statements_between_marks_are_left_out_and_single_words_stay() {
        let text = "He said: “We will never leave this house.” Then a “total war” began.";
        assert_eq!(said(text), ("He said Then a total war began".to_owned(), 6));
        let open = "He said: “We will never leave this house.\n\n“We will stay here for good.” So he left.";
        assert_eq!(said(open), ("He said So he left".to_owned(), 12));
    }

    #[test]
    fn shingles_do_not_see_case_accents_or_signs() {
        let of = |text: &str| {
            let (article, _) = article_from("a", "a.txt", text);
            shingles(&own_words(&article).0).collect::<Vec<u64>>()
        };
        assert_eq!(of("The Élysée counted: 20 calls – all told."), of("the elysee counted 20 calls, all told"));
        assert_eq!(of("one two three four five six").len(), 2);
        assert_ne!(of("one two three four five"), of("one two three five four"));
        assert!(of("one two three four").is_empty());
    }
}
