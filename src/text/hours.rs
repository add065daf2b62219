//! Whether the full stop of `p.m.` ends its sentence before a capital.
//!
//! A sentence, or a clause of it, that opens with the time goes on; so does one in which what follows opens none: neither
//! with a word that opens sentences, nor with a name and its verb.
//!
//! ```text
//! It was sent at 6:51 p.m. Records show why.     ends it
//! At 6:51 p.m. Macron called.                    goes on
//! It rose, and at 6:51 p.m. Macron called.       goes on
//! It ends at 9 p.m. Moscow time.                 goes on
//! It rang for 6 p.m. Mass, they say.             goes on
//! the 9 p.m. Fox News show                       goes on
//! ```

use super::calendar::is_calendar_word;
use super::fold_str;

/// Words that lead to a time; the first of them are prepositions, and adverbs before one.
const LEADING: [&str; 27] = [
    "at", "by", "on", "in", "from", "until", "till", "since", "around", "about", "after", "before", "shortly", "just",
    "between", "to", "the", "a", "an", "this", "every", "as", "and", "but", "then", "only", "when",
];
/// How many of them are.
const PREPOSITIONS: usize = 14;
/// Words that begin a clause of their own.
const SUBORDINATING: [&str; 6] = ["that", "when", "because", "while", "if", "since"];
/// Words before a time that is a part of a name or a noun.
const ATTRIBUTING: [&str; 6] = ["the", "a", "an", "this", "every", "s"];
/// How many characters before a clock time are looked at.
const CLAUSE: usize = 80;
/// How many words a name may have with which the next sentence opens.
const NAME: usize = 3;
/// Verbs of more than one ending that show that such a name opens a sentence.
const VERBS: [&str; 38] = [
    "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may",
    "might", "must", "should", "say", "said", "tell", "told", "show", "came", "went", "took", "gave", "made", "knew",
    "saw", "fell", "rose", "began", "found", "left", "put", "held", "ran",
];

/// Whether a word is the `p.m` of a clock time that the clause before it does not open with.
pub(super) fn ends_hours(word: &str, before: &str) -> bool {
    let is_meridiem = matches!(word, "p.m" | "a.m" | "P.M" | "A.M");
    is_meridiem && !opens_with_time(&before[..before.len() - word.len()])
}

/// Whether a clause opens with its time: `At 6:51 `, `, and shortly before 7 `, `the 9 `.
fn opens_with_time(before: &str) -> bool {
    let near = before.char_indices().rev().take(CLAUSE).last().map_or(before, |(first, _)| &before[first..]);
    let clause = near.rfind([',', ';', ':', '—', '–', '“', '"', '(']).map_or(near, |at| {
        // The colon of `6:51` parts nothing.
        let tail = &near[at..];
        let hour = tail.starts_with(':') && tail[1..].starts_with(|c: char| c.is_ascii_digit());
        if hour {
            near[..at].rfind([',', ';', '—', '–', '“', '"', '(']).map_or(near, |at| &near[at..])
        } else {
            tail
        }
    });
    let words: Vec<String> = clause
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ':'))
        .filter(|word| !word.is_empty() && *word != ":")
        .map(|word| fold_str(word).into_owned())
        .collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    // `The 9 p.m. Fox show`: no time at which something was.
    if words.len() > 1 && ATTRIBUTING.contains(&word(words.len() - 2)) {
        return true;
    }
    // `He said that at 6:51 p.m. Macron called`; not `between 6:45 and 7 p.m.`
    let begins = |at: usize| {
        let joins = matches!(word(at), "and" | "but") && LEADING[..PREPOSITIONS].contains(&word(at + 1));
        joins || SUBORDINATING.contains(&word(at))
    };
    let first = (0..words.len()).rev().find(|&at| begins(at)).map_or(0, |at| at + 1);
    words[first..].iter().all(|word| {
        LEADING.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit()) || is_calendar_word(word)
    })
}

/// Whether a sentence begins behind the time: with a name and a verb right behind it, which no time has.
pub(super) fn begins_sentence(body: &str) -> bool {
    let words = body.split_inclusive(' ').take(NAME + 1);
    let mut is_plural = false;
    for (at, word) in words.enumerate() {
        let word = word.trim_end();
        let is_name = word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphanumeric() || c == '-');
        if is_name && !is_calendar_word(&fold_str(word)) {
            is_plural = word.ends_with('s');
            continue;
        }
        let ends = |end: &str| word.len() > end.len() + 2 && word.ends_with(end);
        let is_verb = word.chars().all(char::is_lowercase) && (VERBS.contains(&word) || ends("ed") || ends("s"));
        // `Records of the county show why.`
        return at > 0 && (is_verb || word == "of" && is_plural);
    }
    false
}
