//! Several wordings side by side, with the words marked in which each differs
//! from all the others.
//!
//! ```
//! use gainsay::compare::wording::mark_differences;
//! let marked = mark_differences(&["a frank talk", "a useful talk"]);
//! let differing: Vec<&str> = marked[0].iter().filter(|run| run.differs).map(|run| run.text.as_str()).collect();
//! assert_eq!(differing, ["frank"]);
//! ```

use super::align::find_hunks;
use super::printed::Printed;

/// A run of a wording. All runs of one, put together, are its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// As printed.
    pub text: String,
    /// Whether no other wording has these words here.
    pub differs: bool,
}

/// The runs of each wording. A wording without another beside it is one run.
#[must_use]
pub fn mark_differences(texts: &[&str]) -> Vec<Vec<Run>> {
    let printed: Vec<Printed<'_>> = texts.iter().map(|text| Printed::new(text)).collect();
    // For each word, how many others lack it.
    let mut lacking: Vec<Vec<usize>> = printed.iter().map(|words| vec![0; words.len()]).collect();
    for a in 0..printed.len() {
        for b in a + 1..printed.len() {
            for (left, right) in find_hunks(&printed[a], &printed[b]) {
                left.for_each(|at| lacking[a][at] += 1);
                right.for_each(|at| lacking[b][at] += 1);
            }
        }
    }
    let others = texts.len().saturating_sub(1);
    let marked = printed.iter().zip(&lacking).zip(texts);
    marked.map(|((words, lacking), text)| runs(text, words, |at| others > 0 && lacking[at] == others)).collect()
}

/// What stands between two words belongs to a differing run only where both
/// differ.
fn runs(text: &str, words: &Printed<'_>, differs: impl Fn(usize) -> bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |piece: &str, differs: bool| match runs.last_mut() {
        _ if piece.is_empty() => {}
        Some(last) if last.differs == differs => last.text.push_str(piece),
        _ => runs.push(Run { text: piece.to_owned(), differs }),
    };
    let mut from = 0;
    for at in 0..words.len() {
        let span = words.tokens.get(words.kept[at]).span;
        push(&text[from..span.start], at > 0 && differs(at - 1) && differs(at));
        push(span.of(text), differs(at));
        from = span.end;
    }
    push(&text[from..], false);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(texts: &[&str]) -> Vec<String> {
        let show = |run: &Run| if run.differs { format!("⟦{}⟧", run.text) } else { run.text.clone() };
        mark_differences(texts).iter().map(|runs| runs.iter().map(show).collect()).collect()
    }

    #[test]
    fn words_that_no_other_side_has_are_marked() {
        let lift = ["lift the Russian blockade on food", "end the blockade on food"];
        assert_eq!(shown(&lift), ["⟦lift⟧ the ⟦Russian⟧ blockade on food", "⟦end⟧ the blockade on food"]);
        assert_eq!(shown(&["alone"]), ["alone"]);
        let three = shown(&["we agreed to talk", "we agreed to talk", "we refused to talk"]);
        assert_eq!(three, ["we agreed to talk", "we agreed to talk", "we ⟦refused⟧ to talk"]);
    }

    proptest! {
        #[test]
        fn the_runs_are_the_text(a in "\\PC{0,40}", b in "\\PC{0,40}") {
            for (text, runs) in [&a, &b].into_iter().zip(mark_differences(&[&a, &b])) {
                prop_assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), text.clone());
            }
        }
    }
}
