//! What a short line standing alone is: heading, caption, teaser or figure.
//!
//! It judges by the line's own form: `[Source : The Kremlin]` is a caption,
//! `Macron : 60` a figure. It refuses to judge lines of running text, which
//! are longer than [`LONGEST_LABEL`].

use crate::text::{Span, fold_str, is_calendar_word, sentence::sentences};

/// A line of more bytes is none of a heading, a caption or a teaser.
pub(super) const LONGEST_LABEL: usize = 400;
/// A heading has at most this many characters.
const LONGEST_HEADING: usize = 100;

const CREDITS: &[&str] = &[
    "source",
    "sources",
    "photo",
    "photos",
    "photograph",
    "image",
    "images",
    "picture",
    "credit",
    "credits",
    "caption",
    "graphic",
    "graphics",
    "chart",
    "illustration",
    "video",
    "data",
    "quelle",
    "foto",
    "bild",
];

/// Whether a line credits someone: `[Source : …]`, `© …`, `(AP Photo/…)`.
pub(super) fn is_caption(folded: &str, line: &str) -> bool {
    if line.contains('©') || folded.starts_with("(c) ") {
        return true;
    }
    // A lower-case word may stand there because wrapping has put it there.
    if line.starts_with(char::is_lowercase) {
        return false;
    }
    let bare = folded.trim_start_matches(['[', '(', '*', '_']);
    let word = bare.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let rest = bare[word.len()..].trim_start();
    let rest = rest.strip_prefix("credit").or_else(|| rest.strip_prefix("by")).unwrap_or(rest);
    if CREDITS.contains(&word) && rest.trim_start_matches(['*', '_', ' ']).starts_with(':') {
        return true;
    }
    // `Macron and Putin (AP Photo/…)`: the line ends in a credit.
    let credit = folded.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    credit.is_some_and(|(_, credit)| {
        ["/released", "photo/", "photo by", "photo:", "getty", "/reuters", "/afp"]
            .iter()
            .any(|mark| credit.contains(mark))
    })
}

const TEASERS: &[&str] = &[
    "see also",
    "read more",
    "read also",
    "also read",
    "read next",
    "related:",
    "more:",
    "don't miss",
    "click here",
    "watch:",
    "recommended:",
];

/// Whether a line leads to another article: `Putin warns [INSIGHT]`.
pub(super) fn is_teaser(folded: &str, line: &str) -> bool {
    let tag = line.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let tag = tag.is_some_and(|(before, tag)| {
        before.ends_with(char::is_whitespace) && tag.len() > 3 && tag.chars().all(|c| c.is_uppercase() || c == ' ')
    });
    let link = folded.starts_with('[') && folded.ends_with(')') && folded.matches("](").count() == 1;
    let address =
        !line.contains(char::is_whitespace) && ["http://", "https://", "www."].iter().any(|a| folded.starts_with(a));
    let title = folded.trim_start_matches(['*', '_', '[', '(']);
    tag || link
        || address
        || !line.starts_with(char::is_lowercase) && TEASERS.iter().any(|teaser| title.starts_with(teaser))
}

/// Whether a line standing alone reads as a heading: short, one sentence, no
/// final stop, no quotation, no date.
pub(super) fn reads_as_heading(line: &str) -> bool {
    if line.len() > LONGEST_LABEL || line.chars().count() > LONGEST_HEADING {
        return false;
    }
    let bare = line.trim_matches(['*', '_', ' ']);
    let inner = bare.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»']);
    let Some(first) = bare.chars().find(|c| c.is_alphanumeric()) else { return false };
    let quoted = bare.starts_with(['“', '"', '„', '«']);
    let closed = bare.ends_with(['”', '"', '“', '»']) || !bare.contains(['”', '»']);
    let unfit = first.is_lowercase()
        || inner.ends_with(['.', '!', '…', ',', ';', ':'])
        || quoted && closed
        || bare.starts_with(['(', '@'])
        || bare.ends_with('*');
    !unfit
        && bare.contains(char::is_alphabetic)
        && !is_date(bare)
        && sentences(bare, Span::new(0, bare.len())).len() == 1
}

/// Whether a line is `Macron : 60`: a label and a figure.
pub(super) fn is_figure(line: &str) -> bool {
    let Some((label, figure)) = line.split_once(':').filter(|_| line.len() <= 120) else { return false };
    let (label, figure) = (label.trim_end(), figure.trim_start().trim_start_matches(['€', '$', '£', '~', '*']));
    label.contains(char::is_alphabetic)
        && !label.contains(['.', '?', '!', ','])
        && figure.starts_with(|c: char| c.is_ascii_digit())
        && !figure.starts_with(|c: char| c.is_ascii_digit() && label.ends_with(|l: char| l.is_ascii_digit()))
        && figure.split_whitespace().count() <= 4
}

/// What a date line has beside the words of the calendar.
const DATE_WORDS: [&str; 13] =
    ["published", "updated", "last", "on", "at", "am", "pm", "gmt", "utc", "st", "nd", "rd", "th"];

/// Whether a line is nothing but a date: `July 08, 2022`.
pub(super) fn is_date(line: &str) -> bool {
    let folded = fold_str(line);
    let words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut any = false;
    words.inspect(|_| any = true).all(|word| is_calendar_word(word) || DATE_WORDS.contains(&word))
        && any
        && folded.contains(|c: char| c.is_ascii_digit())
}

/// `1998`, as in `1998: the pit closes`.
fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20") || text.starts_with("18"))
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// How long the date may be with which an entry begins, in bytes.
const LONGEST_DATE: usize = 40;

/// Whether a line is an entry of a timeline, a date and what happened then: `9 March: Talks begin`, `2 May – Talks end`.
pub(super) fn is_entry(line: &str) -> bool {
    // Most lines have no digit where a date could be.
    let begins = line.trim_start_matches(['*', '_', ' ']);
    if !begins.bytes().take(LONGEST_DATE).any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let marks = [": ", " – ", " — ", " - "];
    let Some((date, _)) = marks.iter().filter_map(|mark| line.split_once(mark)).min_by_key(|(date, _)| date.len())
    else {
        return false;
    };
    let date = date.trim_matches(['*', '_', ' ']);
    date.len() <= LONGEST_DATE && (is_date(date) || is_year(date))
}

/// How long the label may be with which a line begins, in bytes and words.
const LONGEST_SPEAKER: (usize, usize) = (48, 6);

/// Whether a line begins with whoever or whatever it is of: `Police: 40 dead, not 46`, `REPORTER: How many died?`.
pub(super) fn is_labelled(line: &str) -> bool {
    // Most lines have a small letter or more words before any colon.
    let begins = line.trim_start_matches(['*', '_', ' ']);
    if !begins.starts_with(char::is_uppercase) || !begins.contains(':') {
        return false;
    }
    let Some((label, words)) = line.split_once(": ") else { return false };
    let label = label.trim_matches(['*', '_', ' ']);
    label.len() <= LONGEST_SPEAKER.0
        && label.split_whitespace().count() <= LONGEST_SPEAKER.1
        && !label.contains(['.', ',', '?', '!', '“', '‘', '"', '(', ';'])
        && words.contains(char::is_alphanumeric)
}

/// Whether a line is nothing but an hour: `18.05 GMT`, `9:41pm`.
pub(super) fn is_bare_clock(line: &str) -> bool {
    let small = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut words = line.trim_matches(['*', '_', ' ']).split_whitespace();
    let is_rest = |word: &str| small(word) || matches!(fold_str(word).as_ref(), "am" | "pm" | "a.m." | "p.m.");
    opens_with_clock(line) && words.next().is_some() && words.all(is_rest)
}

/// Whether a line begins with the time of day at which an entry was made: `3.40pm Police say`, `15:40 – Police say`, or is
/// nothing else. `15.40 euros` is no hour.
pub(super) fn opens_with_clock(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '_', '[', '(', ' ']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return false;
    }
    let rest = &line[digits..];
    let minutes = rest.strip_prefix([':', '.']).and_then(|rest| {
        let is_minute = rest.bytes().take_while(u8::is_ascii_digit).count() == 2;
        is_minute.then(|| &rest[2..])
    });
    let behind = minutes.unwrap_or(rest);
    let folded = fold_str(behind.get(..8).unwrap_or(behind));
    let half = ["am", "pm", "a.m.", "p.m."].iter().any(|half| {
        folded.trim_start().strip_prefix(half).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let goes_on = behind.trim_start_matches([' ', '*', '_', ':', '–', '—', '-', ']', ')']);
    // A dot parts decimals, too.
    let is_hour = rest.starts_with(':') || digits == 2;
    let begins = goes_on.is_empty() || goes_on.starts_with(char::is_uppercase);
    half || minutes.is_some() && is_hour && begins
}

/// Words that no line ends with but one that goes on: `The minister said that`.
const LEFT_OPEN: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "near", "of", "on", "or", "than",
    "that", "the", "to", "when", "which", "who", "with",
];

/// Whether a line is one that goes on in the next.
pub(super) fn is_left_open(line: &str) -> bool {
    line.split_whitespace().next_back().is_some_and(|last| LEFT_OPEN.contains(&last))
}
