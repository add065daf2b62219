//! Negations, and whether words that were cut negated words that stayed.
//!
//! A negation reaches to the end of its clause, both ways; `without`, `with
//! no` and words of denial only forward. A clause ends at a sign, at a
//! conjunction, and at an `and` or `or` that begins a statement of its own;
//! not at `that`: who never said that we left says no such thing.
//!
//! ```text
//! we do not | give a damn            lost `we do not`       → turned
//! we left, and they did not | stay   lost `they did not stay` → cut
//! I don't know | where he learned it lost `I don't know`     → cut
//! ```

use super::printed::Printed;
use std::ops::Range;

/// Words that turn a sentence round.
const NEGATIONS: [&str; 20] = [
    "not", "no", "never", "cannot", "without", "neither", "nor", "none", "nothing", "nobody", "nowhere", "hardly",
    "pas", "jamais", "aucun", "aucune", "nicht", "nie", "kein", "keine",
];

/// Words of denial, which turn what follows.
const DENIALS: [&str; 15] = [
    "deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "reject", "rejects", "rejected",
    "untrue", "false", "wrong", "failed",
];

/// Words that begin a clause of its own.
const CLAUSES: [&str; 19] = [
    "but", "because", "if", "whether", "when", "where", "while", "who", "whom", "which", "why", "how", "although",
    "though", "so", "unless", "until", "than", "whereas",
];

/// Words that join: a clause of its own begins only where a subject or a verb
/// follows.
const JOINTS: [&str; 3] = ["and", "or", "yet"];

const SUBJECTS: [&str; 8] = ["i", "we", "you", "he", "she", "they", "it", "there"];

/// What a finite clause has near its beginning.
const AUXILIARIES: [&str; 24] = [
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "is", "are", "was", "were", "am",
    "has", "have", "had", "do", "does", "did", "cannot", "won't", "'ll", "'re",
];

/// How far after `and` the verb of a clause of its own may stand.
const NEAR: usize = 4;

/// How many words an aside between commas may have.
const ASIDE: usize = 6;

/// Whether a folded word is a negation or a denial.
pub(super) fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || NEGATIONS.contains(&word) || DENIALS.contains(&word)
}

/// Whether a negation means the same on either side of some words: of auxiliaries, subjects and their like.
pub(super) fn passes_over(words: &Printed<'_>, range: &Range<usize>) -> bool {
    let small = |word: &str| AUXILIARIES.contains(&word) || SUBJECTS.contains(&word) || matches!(word, "be" | "been");
    range.clone().all(|at| small(words.folded(at)))
}

/// Whether two words are each other's opposite by a syllable: `acceptable`,
/// `unacceptable`.
pub(super) fn are_opposed(a: &str, b: &str) -> bool {
    is_opposite(a, b) || is_opposite(b, a)
}

fn is_opposite(word: &str, plain: &str) -> bool {
    const DISAGREE: [&str; 8] = ["agree", "approve", "believe", "honest", "like", "trust", "satisfied", "loyal"];
    const ENDINGS: [&str; 11] = ["ible", "able", "ent", "ant", "ite", "ate", "ect", "ete", "ular", "ure", "al"];
    let Some(prefix) = word.strip_suffix(plain) else { return false };
    match prefix {
        "un" | "non" => plain.len() >= 4,
        "in" | "im" | "ir" | "il" => plain.len() >= 5 && ENDINGS.iter().any(|ending| plain.ends_with(ending)),
        "dis" => DISAGREE.iter().any(|root| plain.starts_with(root)),
        _ => false,
    }
}

/// Whether a stretch of `whole` that `part` lacks at the place `at` negates
/// words that stayed beside it.
pub(super) fn loses_negation(whole: &Printed<'_>, lost: &Range<usize>, at: &Range<usize>, part: &Printed<'_>) -> bool {
    let stays_after = lost.end < whole.len() && at.end < part.len();
    let stays_before = lost.start > 0 && at.start > 0;
    let governs = |negation: usize| {
        let forward = stays_after && is_one_clause(whole, negation, lost.end);
        let back = stays_before && reaches_back(whole, negation) && is_one_clause(whole, lost.start - 1, negation);
        forward || back
    };
    lost.clone().filter(|&word| is_negation(whole.folded(word))).any(governs)
}

/// Whether a negation also turns what stands before it in its clause.
fn reaches_back(whole: &Printed<'_>, at: usize) -> bool {
    let word = whole.folded(at);
    let after_with = at > 0 && whole.folded(at - 1) == "with";
    !matches!(word, "without" | "nor") && !DENIALS.contains(&word) && !after_with
}

/// Whether two words stand in one clause. An aside in commas between them
/// parts nothing: `we will not, of course, go`.
fn is_one_clause(whole: &Printed<'_>, first: usize, last: usize) -> bool {
    let mut at = first + 1;
    while at <= last {
        if whole.is_parted(at) {
            match aside_end(whole, at, last) {
                Some(end) => at = end,
                None => return false,
            }
        } else if begins_clause(whole, at) {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether a clause of its own begins with a word, by the word itself.
fn begins_clause(whole: &Printed<'_>, at: usize) -> bool {
    let word = whole.folded(at);
    CLAUSES.contains(&word) || JOINTS.contains(&word) && begins_statement(whole, at + 1)
}

/// Whether a subject, or a verb after a few words, follows.
fn begins_statement(whole: &Printed<'_>, at: usize) -> bool {
    if at >= whole.len() || SUBJECTS.contains(&whole.folded(at)) {
        return at < whole.len();
    }
    let ahead = at..(at + NEAR).min(whole.len());
    let in_clause = |word: &usize| {
        let opens = matches!(whole.folded(*word), "that" | "who" | "which" | "to");
        !opens && (*word == at || !whole.is_parted(*word))
    };
    ahead.take_while(in_clause).any(|word| AUXILIARIES.contains(&whole.folded(word)))
}

/// Where an aside ends that begins with a word after a comma: the first word
/// after the comma that closes it, no later than `last`. An aside has no
/// subject and no verb of its own, and the clause goes on behind it.
fn aside_end(whole: &Printed<'_>, at: usize, last: usize) -> Option<usize> {
    let plain = |word: usize| {
        let folded = whole.folded(word);
        !SUBJECTS.contains(&folded)
            && !AUXILIARIES.contains(&folded)
            && !JOINTS.contains(&folded)
            && !CLAUSES.contains(&folded)
    };
    let end = (at + 1..=(at + ASIDE).min(last)).find(|&word| whole.is_parted(word))?;
    let goes_on = plain(end) && !begins_statement(whole, end);
    (goes_on && (at..end).all(plain)).then_some(end)
}
