//! A long wording cut to what fits, around the words that are marked in it: a
//! mark that lies behind the cut would be a difference that nobody sees.
//!
//! What is left out between two marks, before the first and behind the last is
//! `…`. A wording without marks keeps its beginning.
//!
//! ```text
//! … demanded of him that he lift **the Russian** blockade on food …
//! ```

use super::paragraph::{Mark, Piece};
use super::visible::shorten;
use unicode_width::UnicodeWidthStr;

/// What stands where words are left out.
const GAP: &str = "…";

/// Of the pieces of a wording at most so many columns, around what is marked.
///
/// ```
/// use gainsay::report::excerpt::excerpt;
/// use gainsay::report::paragraph::{Mark, Piece};
/// let piece = |mark, text: &str| Piece { mark, text: text.to_owned() };
/// let wording = [piece(Mark::Plain, "after a long talk on many things they spoke for "), piece(Mark::Value, "two hours")];
/// let cut: Vec<String> = excerpt(&wording, 26).into_iter().map(|piece| piece.text).collect();
/// assert_eq!(cut, ["… they spoke for ", "two hours"]);
/// ```
#[must_use]
pub fn excerpt(pieces: &[Piece], most: usize) -> Vec<Piece> {
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    if whole.width() <= most {
        return pieces.to_vec();
    }
    let words = words_of(pieces);
    let marked: Vec<usize> = (0..words.len()).filter(|&at| words[at].is_marked()).collect();
    let Some(first) = pieces.iter().find(|piece| piece.mark != Mark::Plain) else {
        return vec![Piece { mark: Mark::Plain, text: shorten(&whole, most).into_owned() }];
    };
    let kept = kept(&words, &marked, most);
    if kept.contains(&true) {
        return joined(&words, &kept);
    }
    // One word, in a script that writes none, is longer than all the room.
    let text = shorten(&first.text, most.saturating_sub(GAP.width())).into_owned();
    vec![Piece { mark: Mark::Plain, text: GAP.to_owned() }, Piece { mark: first.mark, text }]
}

/// A word, in as many pieces as it has marks.
#[derive(Default)]
struct Word {
    pieces: Vec<Piece>,
}

impl Word {
    fn is_marked(&self) -> bool {
        self.pieces.iter().any(|piece| piece.mark != Mark::Plain)
    }

    fn width(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.width()).sum()
    }
}

fn words_of(pieces: &[Piece]) -> Vec<Word> {
    let mut words = vec![Word::default()];
    for piece in pieces {
        for (at, text) in piece.text.split(' ').enumerate() {
            if at > 0 {
                words.push(Word::default());
            }
            if let Some(word) = words.last_mut().filter(|_| !text.is_empty()) {
                word.pieces.push(Piece { mark: piece.mark, text: text.to_owned() });
            }
        }
    }
    words.retain(|word| !word.pieces.is_empty());
    words
}

/// Which words stay: those that are marked, then those next to them, as many as
/// fit.
fn kept(words: &[Word], marked: &[usize], most: usize) -> Vec<bool> {
    let distance = |at: &usize| marked.iter().map(|&mark| mark.abs_diff(*at)).min();
    let mut nearest: Vec<usize> = (0..words.len()).collect();
    nearest.sort_by_key(distance);
    let mut kept = vec![false; words.len()];
    for at in nearest {
        kept[at] = true;
        if width(words, &kept) > most {
            kept[at] = false;
            break;
        }
    }
    kept
}

/// How many columns the words that stay take, with what stands for the others.
fn width(words: &[Word], kept: &[bool]) -> usize {
    let (mut width, mut was_kept) = (0, true);
    for (word, &is_kept) in words.iter().zip(kept) {
        if is_kept || was_kept {
            width += 1 + if is_kept { word.width() } else { GAP.width() };
        }
        was_kept = is_kept;
    }
    width.saturating_sub(1)
}

fn joined(words: &[Word], kept: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut was_kept = true;
    for (word, &is_kept) in words.iter().zip(kept) {
        let gap = [Piece { mark: Mark::Plain, text: GAP.to_owned() }];
        let next: &[Piece] = match (is_kept, was_kept) {
            (true, _) => &word.pieces,
            (false, true) => &gap,
            (false, false) => &[],
        };
        if let Some(first) = next.first() {
            push_space(&mut pieces, first.mark);
        }
        next.iter().for_each(|piece| push(&mut pieces, piece.mark, &piece.text));
        was_kept = is_kept;
    }
    pieces
}

/// What stands between two words is marked only where both are.
fn push_space(pieces: &mut Vec<Piece>, next: Mark) {
    if let Some(last) = pieces.last() {
        let mark = if last.mark == next { next } else { Mark::Plain };
        push(pieces, mark, " ");
    }
}

fn push(pieces: &mut Vec<Piece>, mark: Mark, text: &str) {
    match pieces.last_mut() {
        Some(last) if last.mark == mark => last.text.push_str(text),
        _ => pieces.push(Piece { mark, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `[` and `]` around what is marked.
    fn parsed(text: &str) -> Vec<Piece> {
        let pieces = text.split(['[', ']']).enumerate();
        let pieces = pieces.map(|(at, text)| {
            let mark = if at % 2 == 0 { Mark::Plain } else { Mark::Added };
            Piece { mark, text: text.to_owned() }
        });
        pieces.filter(|piece| !piece.text.is_empty()).collect()
    }

    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece.mark {
            Mark::Plain => piece.text.clone(),
            _ => format!("[{}]", piece.text),
        };
        pieces.iter().map(piece).collect()
    }

    fn cut(text: &str, most: usize) -> String {
        shown(&excerpt(&parsed(text), most))
    }

    #[test]
    fn a_mark_behind_the_cut_is_shown_with_what_stands_around_it() {
        let text = "They spoke of the grain, of the ships and of the winter; he demanded [an end] to the blockade.";
        assert_eq!(cut(text, 200), text);
        assert_eq!(cut(text, 44), "… winter; he demanded [an end] to the …");
    }

    #[test]
    fn marks_far_apart_are_all_shown() {
        let text = "[Moscow] says that the call was long and useful to both, and [Paris] that it was [frank].";
        assert_eq!(cut(text, 50), "[Moscow] says that … and [Paris] that … was [frank].");
        assert_eq!(cut(text, 18), "[Moscow] … [Paris] …");
    }

    #[test]
    fn without_a_mark_the_beginning_stays() {
        assert_eq!(cut("lift the blockade on exports", 20), "lift the blockade…");
    }

    proptest! {
        #[test]
        fn an_excerpt_fits_and_says_nothing_new(text in "([a-z]{1,9} |\\[[a-z]{1,9}( [a-z]{1,5})?\\] ){1,60}", most in 12usize..120) {
            let pieces = parsed(&text);
            let cut = excerpt(&pieces, most);
            let plain = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.clone()).collect::<String>();
            let (whole, told) = (plain(&pieces), plain(&cut));
            prop_assert!(told.width() <= most, "{}", told);
            let mut from = 0;
            for part in told.split('…') {
                let at = whole[from..].find(part.trim());
                prop_assert!(at.is_some(), "{} of {}", part, whole);
                from += at.unwrap_or(0) + part.trim().len();
            }
            let has_marks = |pieces: &[Piece]| pieces.iter().any(|piece| piece.mark != Mark::Plain);
            prop_assert_eq!(has_marks(&pieces), has_marks(&cut));
        }
    }
}
