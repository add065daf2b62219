//! Sentence ends in news text.
//!
//! A sentence ends at `.`, `!`, `?` or an ellipsis, together with the quotes
//! and brackets that close there, when what follows can begin another one: a
//! capital, a digit, a quotation. The full stop of an abbreviation ends one
//! only under the terms of its row in `ABBREVIATIONS`. A blank line always
//! ends one; a colon never does.
//!
//! It refuses to guess at text without capitals: `he left. she stayed` is one
//! sentence.
//!
//! ```
//! use gainsay::text::{Span, sentence::sentences};
//! let text = "“Mr. Putin called at 11.30pm on Feb. 24. He spoke to the U.S.” It was brief.";
//! let found = sentences(text, Span::new(0, text.len()));
//! let found: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
//! assert_eq!(found[0], "“Mr. Putin called at 11.30pm on Feb. 24.");
//! assert_eq!(found[1], "He spoke to the U.S.”");
//! assert_eq!(found[2], "It was brief.");
//! ```
//!
//! **Cost.** Linear, one pass: looking ahead stays between two stops, looking
//! back stays within `LONGEST_WORD` characters.

use super::Span;
use super::hours::{begins_sentence, ends_hours};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What must follow an abbreviation for its full stop to end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EndsBefore {
    /// It never ends one: a name or an example follows.
    Nothing,
    /// Anything but a number: `No. 5`, `Feb. 24`.
    NoNumber,
    /// Only a word of [`OPENERS`]: `the U.S. The`, but `U.S. President`.
    Opener,
}

/// The abbreviations of news text, without their last full stop.
const ABBREVIATIONS: &[(EndsBefore, &str)] = &[
    (EndsBefore::Nothing, "Mr Mrs Ms Mx Dr Prof Messrs Mme Mlle Gen Col Lt Cmdr Cpl Sgt Capt Maj Adm Brig Pvt"),
    (
        EndsBefore::Nothing,
        "Sen Rep Gov Pres Rev Hon Supt Amb Msgr St Ste Mt Ft vs v cf e.g i.e eg ie viz approx ca incl",
    ),
    (EndsBefore::NoNumber, "No no Nos nos Nr nr Art art Sec sec Ch ch Fig fig Vol vol p pp par"),
    (
        EndsBefore::NoNumber,
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
    ),
    (
        EndsBefore::Opener,
        "Inc Ltd Corp Co Cos Bros Jr Sr al Ave Blvd Rd Dept Univ Calif Conn Mass Mich Minn Wash Fla Va Ga",
    ),
];

/// Words that open a sentence and hardly ever belong to a name.
const OPENERS: &str = "The A An He She It They We I You This That These Those There Here His Her Its Their Our My Your \
    In On At By For From To With Under Over After Before During Since Until Despite According Among Between \
    But And Or Nor So Yet Still Then Now Also However Meanwhile Moreover Later Earlier Instead Only Last \
    When While Where What Who Why How Which If As Although Though Because Once Not No Yes \
    Some Many Most Both Each Every All One Two Asked Mr Mrs Ms";

/// German writes a day as `24. Februar`.
const GERMAN_MONTHS: &str = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";

/// How many characters before a full stop are looked at.
const LONGEST_WORD: usize = 24;

/// The sentences of a part of a text, in order, without the white space
/// between them.
///
/// # Panics
/// When `within` does not lie on character boundaries of `text`.
#[must_use]
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let text = &text[..within.end];
    let (mut found, mut start, mut at) = (Vec::new(), skip_space(text, within.start), within.start);
    loop {
        // Most of a text is letters and single spaces, which end nothing.
        at += text.as_bytes()[at..].iter().take_while(|&&byte| ends_nothing(byte)).count();
        let Some(character) = text[at..].chars().next() else { break };
        let (end, ends) = if character.is_whitespace() {
            let end = skip_space(text, at);
            (end, is_paragraph_break(&text[at..end]))
        } else if is_stop(character) {
            let opening = found.is_empty() || text[..start].ends_with('\n');
            let stop = Stop::read(text, start, at, opening);
            (stop.end, stop.ends_sentence(text))
        } else {
            (at + character.len_utf8(), false)
        };
        if ends && start < end {
            push(text, start, end, &mut found);
            start = skip_space(text, end);
        }
        at = end;
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let sentence = text.get(start..end).unwrap_or_default().trim_end();
    if !sentence.is_empty() {
        found.push(Span::new(start, start + sentence.len()));
    }
}

/// One or more stops in a row with the quotes and brackets closing there.
struct Stop<'t> {
    /// The word before it; empty after a quote or a bracket.
    word: &'t str,
    /// Whether that word opens a line: a number there counts items.
    opens: bool,
    /// Whether it ends a clock time that its sentence does not open with.
    ends_hours: bool,
    /// Whether it is a single full stop.
    dot: bool,
    /// Whether it is an ellipsis and nothing else.
    ellipsis: bool,
    /// Whether a quotation closes with it.
    quoted: bool,
    end: usize,
}

impl<'t> Stop<'t> {
    fn read(text: &'t str, start: usize, at: usize, opening: bool) -> Self {
        let word = word_before(text, start, at);
        let marks = text[at..].chars().take_while(|&c| is_stop(c));
        let (mut length, mut count, mut plain) = (0, 0, true);
        for mark in marks {
            length += mark.len_utf8();
            count += if mark == '…' { 3 } else { 1 };
            plain &= matches!(mark, '.' | '…');
        }
        let (end, quoted) = closing(text, at + length);
        Self {
            word,
            opens: opening && word.len() == at - start,
            ends_hours: ends_hours(word, &text[start.min(at)..at]),
            dot: plain && count == 1,
            ellipsis: plain && count > 1,
            quoted,
            end,
        }
    }

    fn ends_sentence(&self, text: &str) -> bool {
        let rest = &text[self.end..];
        let Some(next) = rest.chars().next() else { return true };
        let spaced = next.is_whitespace();
        let body = rest.trim_start().trim_start_matches(is_opening);
        let Some(first) = body.chars().next() else { return true };
        if !spaced {
            let wide = text[..self.end].ends_with(['。', '！', '？', '।']);
            let missing_space = first.is_uppercase() && (self.quoted || is_opening_quote(next));
            return wide || missing_space && !(self.dot && self.is_abbreviation(body));
        }
        if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | '/' | '&' | '%' | '|') {
            return false;
        }
        if self.ellipsis {
            return first.is_uppercase();
        }
        !(self.dot && !self.quoted && self.is_abbreviation(body))
    }

    /// Whether the word before a single full stop keeps its sentence going
    /// into `body`.
    fn is_abbreviation(&self, body: &str) -> bool {
        let next = body.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if self.word.is_empty() {
            return false;
        }
        let opener = || lists(OPENERS, next);
        match abbreviation(self.word) {
            Some(EndsBefore::Nothing) => return true,
            Some(EndsBefore::NoNumber) => return next.starts_with(|c: char| c.is_ascii_digit()),
            Some(EndsBefore::Opener) => return !opener(),
            None => {}
        }
        if self.ends_hours && (opener() || begins_sentence(body)) {
            return false;
        }
        if is_acronym(self.word) {
            return !opener();
        }
        if self.word.chars().count() == 1 && is_letters(self.word) {
            let initial = next.chars().count() == 1 && body[next.len()..].starts_with('.');
            return initial || self.word != "I" && !opener();
        }
        let number = self.word.bytes().all(|byte| byte.is_ascii_digit());
        number && (self.opens || lists(GERMAN_MONTHS, next))
    }
}

/// Under which terms the full stop of an abbreviation ends a sentence.
fn abbreviation(word: &str) -> Option<EndsBefore> {
    static ROWS: OnceLock<HashMap<&str, EndsBefore>> = OnceLock::new();
    let words = |(ends, words): &(EndsBefore, &'static str)| {
        let ends = *ends;
        words.split(' ').map(move |word| (word, ends))
    };
    let rows = ROWS.get_or_init(|| ABBREVIATIONS.iter().flat_map(words).collect());
    rows.get(word).copied()
}

/// Whether a word stands in a row of a table.
fn lists(words: &str, word: &str) -> bool {
    words.split(' ').any(|listed| listed == word)
}

/// Letters with full stops between them: `U.S`, `p.m`, `Ph.D`.
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && is_letters(part))
}

fn is_letters(part: &str) -> bool {
    part.chars().all(char::is_alphabetic)
}

/// Letters, digits and inner full stops right before `at`; not before
/// `start`. What an apostrophe joins to a word is none of its own: `last week’s. Velden`, `they don’t. Velden`.
fn word_before(text: &str, start: usize, at: usize) -> &str {
    let before = text[start.min(at)..at].char_indices().rev().take(LONGEST_WORD);
    let word = before.take_while(|&(_, c)| c.is_alphanumeric() || c == '.').last();
    let word = word.map_or("", |(first, _)| &text[start + first..at]);
    let mut ahead = text[start.min(at)..at - word.len()].chars().rev();
    let joined = word.starts_with(char::is_lowercase)
        && ahead.next().is_some_and(|c| matches!(c, '\'' | '’'))
        && ahead.next().is_some_and(char::is_alphabetic);
    if joined { "" } else { word }
}

/// The end of the quotes, brackets, emphasis and note numbers that close at
/// `at`, and whether a quotation is among them.
fn closing(text: &str, mut at: usize) -> (usize, bool) {
    let mut quoted = false;
    loop {
        let mut rest = text[at..].chars();
        let Some(first) = rest.next() else { break };
        let joined = rest.next().is_some_and(char::is_alphanumeric);
        let closes = match first {
            '”' | ')' | ']' | '}' => true,
            '"' | '\'' | '’' | '»' | '*' | '_' => !joined,
            c => is_stop(c),
        };
        if closes {
            quoted |= matches!(first, '”' | '"' | '\'' | '’' | '»');
            at += first.len_utf8();
        } else if let Some(length) = note_number(&text[at..]) {
            at += length;
        } else {
            break;
        }
    }
    // Machine translation leaves a space before the closing quote.
    let apart = skip_space(text, at);
    let mut rest = text[apart..].chars();
    let stray = rest.next().filter(|c| matches!(c, '”' | '»' | '"' | '’'));
    match stray {
        Some(quote) if apart > at && !is_paragraph_break(&text[at..apart]) => match rest.next() {
            Some(next) if !next.is_whitespace() => (at, quoted),
            _ => (apart + quote.len_utf8(), true),
        },
        _ => (at, quoted),
    }
}

/// The length of a reference mark such as `[12]`.
fn note_number(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix('[')?.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[1 + digits..].starts_with(']')).then_some(digits + 2)
}

fn is_stop(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '‽')
}

/// Of ASCII only stops and line ends can end a sentence: of white space no more than these count.
fn ends_nothing(byte: u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'.' | b'!' | b'?' | b'\t'..=b'\r')
}

fn is_opening(character: char) -> bool {
    is_opening_quote(character)
        || matches!(character, '(' | '[' | '*' | '_' | '¿' | '¡' | '-' | '–' | '—' | '\'' | '’' | '>')
}

fn is_opening_quote(character: char) -> bool {
    matches!(character, '“' | '„' | '‘' | '«' | '»' | '"' | '‹')
}

fn is_paragraph_break(space: &str) -> bool {
    space.bytes().filter(|&byte| byte == b'\n').count() > 1 || space.contains('\u{2029}')
}

/// The offset of the first character at or after `at` that is no space.
fn skip_space(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect()
    }

    /// `|` marks where the sentences end.
    fn check(marked: &str) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(cut(&marked.replace('|', "")), expected);
    }

    #[test]
    fn abbreviations_and_figures_do_not_end_a_sentence() {
        check("Mr. Putin met Gen. Milley and J. K. Rowling at 11.30pm on Feb. 24, e.g. about No. 5.| They left.");
        check("It grew by 3.5 million, i.e. 2.1%, vs. 1.2 in Sept. 2021.| In Dec.| The end.");
        check("The answer is no.| He said No.| Five left.");
        check("Sen. Joe R. Biden Jr. met M. Le Drian on brexit.Org.| Am 24. Februar begann es, z. B. Krieg.");
        check("1. Phone calls with Putin.| How many?| 60.| The Kremlin counted.");
    }

    #[test]
    fn an_acronym_ends_one_before_a_word_that_opens_sentences() {
        check("The U.S. President left the U.S.| The talks ended at 9 p.m. Moscow time.| So do I.| Macron knows.");
        check("It was last week’s.| Velden says four.| They didn't.| Velden did.| Is it O’B. Smith’s.| Velden knows.");
        check(
            "It came between 6:45 and 7 p.m.| Records show why.| At 6:51 p.m. Macron called.| It ended at 9 p.m. Eastern.",
        );
        check(
            "He says that at 6:51 p.m. Macron called.| It rose, and by 9 a.m. Macron knew.| He saw the 9 p.m. Fox show.",
        );
        check(
            "It rang for 6 p.m. Mass, they say.| It was 9 p.m. Halloween night and dark.| It began at 3 p.m. Tokyo on 3 May.",
        );
        check("It came between 6 and 7 p.m.| Records of the county show why.| It came at 7 p.m.| Nobody knew why.");
        check("He works at Apple Inc.| He met Apple Inc. Chief Cook.| It was Plan B.| The end.");
    }

    #[test]
    fn closing_quotes_and_brackets_belong_to_the_sentence_before() {
        check(
            "He said: “I saw the law.| I’m just looking.”| “Why?” asked Macron.| \"No!\"| (He left.)| **Now.**| Later.",
        );
        check("It is distant. ”| (It was evening.)| « Oui. »| Il part.| Note.[12]| 'Stop!'| Then he stopped.");
        check("She left.|“We are here,” he said.|\"They are not.\"| “Of course.|\n\n“We have to.”");
    }

    #[test]
    fn ellipses_end_one_before_a_capital_only() {
        check("He said…nothing… and left…| Then he came... but not in... 2022.| What?!| Yes...");
    }

    #[test]
    fn a_blank_line_ends_one_and_a_line_break_does_not() {
        check("The Kremlin\nsaid |\r\n \r\n no: it| \u{2029} did.");
    }

    #[test]
    fn only_the_span_is_cut() {
        let text = "One. Two. Three.";
        assert_eq!(sentences(text, Span::new(5, 9)), [Span::new(5, 9)]);
        assert_eq!(sentences(text, Span::new(4, 4)), []);
    }

    proptest! {
        #[test]
        fn sentences_cover_all_but_space(text in "([A-Z.!?…”“\"'()\\[\\]\n *]|[a-z1é。 ]|\\PC){0,60}") {
            let mut end = 0;
            for span in sentences(&text, Span::new(0, text.len())) {
                prop_assert!(text[end..span.start].trim().is_empty());
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
                prop_assert!(!span.is_empty());
                end = span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
