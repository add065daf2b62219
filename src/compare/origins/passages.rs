//! The passages that two articles share, word by word, for people to read.
//!
//! Worked out only for what is told: it reads both texts. A passage is a run of
//! at least five words outside quotations that stands in both; the shorter text
//! is covered with the longest ones, from its start to its end.
//!
//! ```text
//! wire:  the boats were lost in the night, the harbour office said on Monday
//! paper: the boats were lost in the night, it was said on Monday   → one of 7 words
//! ```
//!
//! **Cost.** Linear: a run that many places begin with is tried at
//! [`PLACES`] of them.

use super::words::{SHINGLE, Word, own_words, shingles};
use crate::corpus::Article;
use crate::text::Span;

/// At how many places of the longer text a passage is tried.
const PLACES: usize = 16;

/// What two articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passages {
    /// Whether the second article is the shorter one, whose words are counted.
    pub(super) second_is_shorter: bool,
    /// Words of the shorter article, outside quotations.
    pub(super) words: usize,
    /// How many of them stand in passages.
    pub(super) shared: usize,
    /// Whether either text quotes anything, which is not counted.
    pub(super) without_quotations: bool,
    /// The longest passage, in the first article; of equals the first.
    pub(super) longest: Option<Span>,
}

/// Compares two articles word by word.
pub(super) fn find_passages(first: &Article, second: &Article) -> Passages {
    let ((a, quoted_a), (b, quoted_b)) = (own_words(first), own_words(second));
    let second_is_shorter = b.len() < a.len();
    let (shorter, longer) = if second_is_shorter { (&b, &a) } else { (&a, &b) };
    let runs = shared_runs(shorter, longer);
    let longest = runs.iter().max_by_key(|run| (run.length, std::cmp::Reverse(run.shorter)));
    let start = |run: &Run| if second_is_shorter { run.longer } else { run.shorter };
    Passages {
        second_is_shorter,
        words: shorter.len(),
        shared: runs.iter().map(|run| run.length).sum(),
        without_quotations: quoted_a + quoted_b > 0,
        longest: longest.map(|run| a[start(run)].span.cover(&a[start(run) + run.length - 1].span)),
    }
}

/// Words in a row that stand in two texts.
struct Run {
    shorter: usize,
    longer: usize,
    length: usize,
}

fn shared_runs(shorter: &[Word], longer: &[Word]) -> Vec<Run> {
    let mut begins: Vec<(u64, usize)> = shingles(longer).zip(0..).collect();
    begins.sort_unstable();
    let starts: Vec<u64> = shingles(shorter).collect();
    let (mut runs, mut at) = (Vec::new(), 0);
    while let Some(&hash) = starts.get(at) {
        let first = begins.partition_point(|(begin, _)| *begin < hash);
        let places = begins[first..].iter().take_while(|(begin, _)| *begin == hash).take(PLACES);
        let length = |place: usize| {
            let pairs = shorter[at..].iter().zip(&longer[place..]);
            pairs.take_while(|(a, b)| a.hash == b.hash).count()
        };
        let tried = places.map(|&(_, place)| (length(place), std::cmp::Reverse(place)));
        match tried.max().filter(|(length, _)| *length >= SHINGLE) {
            Some((length, std::cmp::Reverse(longer))) => {
                runs.push(Run { shorter: at, longer, length });
                at += length;
            }
            None => at += 1,
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::article_from;

    fn of(first: &str, second: &str) -> (Passages, Option<String>) {
        let (first, second) = (article_from("a", "a", first).0, article_from("b", "b", second).0);
        let passages = find_passages(&first, &second);
        let longest = passages.longest.map(|span| span.of(&first.body).to_owned());
        (passages, longest)
    }

    #[test]
    fn the_shorter_text_is_covered_with_the_longest_runs() {
        let wire = "Before dawn the boats were lost in the night, the office said. In all, the boats were lost in \
                    the night of the third of March, as far as is known.";
        let paper = "Today: The boats were lost in the night of the third of March; nothing else is known.";
        let (passages, longest) = of(wire, paper);
        assert_eq!((passages.second_is_shorter, passages.words, passages.shared), (true, 17, 12));
        assert_eq!(
            longest.as_deref(),
            Some("the boats were lost in \n                    the night of the third of March")
                .map(|text| text.replace("\n                    ", ""))
                .as_deref()
        );
        let (turned, longest) = of(paper, wire);
        assert_eq!((turned.second_is_shorter, turned.words, turned.shared), (false, 17, 12));
        assert_eq!(longest.as_deref(), Some("The boats were lost in the night of the third of March"));
    }

    #[test]
    fn quotations_are_not_counted_and_said_to_be_left_out() {
        let said = "The office said on Monday: “We have lost all of our boats.” Nobody else was there to speak.";
        let (passages, _) = of(said, said);
        assert_eq!((passages.words, passages.shared, passages.without_quotations), (11, 11, true));
        assert!(!of("one two three four five", "one two three four five").0.without_quotations);
    }

    #[test]
    fn nothing_shared_is_no_passage() {
        let (passages, longest) = of("one two three four five six", "one two three four five-and-twenty");
        assert_eq!((passages.shared, longest), (5, Some("one two three four five".to_owned())));
        let (passages, longest) = of("one two three four", "one two three four");
        assert_eq!((passages.words, passages.shared, longest), (4, 0, None));
    }

    #[test]
    fn a_text_of_one_word_over_and_over_is_covered_once() {
        let long = "boat ".repeat(20_000);
        let (passages, _) = of(&long, &long);
        assert_eq!(passages.shared, 20_000);
    }
}
