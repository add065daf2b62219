//! Words, digit runs and signs of a text.
//!
//! A word is a run of letters and their marks, with an apostrophe inside (`don't`); the
//! possessive `'s` is a token of its own, so that `Macron's` is the name
//! `Macron`. Letters and digits part (`20th` is `20` `th`), as do hyphenated
//! words (`130-minute` is `130` `-` `minute`): readers of values put together
//! what belongs together. White space separates and is not a token.
//!
//! ```
//! use gainsay::text::Tokens;
//! let tokens = Tokens::new("Macron’s 20th call");
//! let words: Vec<&str> = (0..tokens.len()).map(|at| tokens.folded(at)).collect();
//! assert_eq!(words, ["macron", "'s", "20", "th", "call"]);
//! ```
//!
//! **Cost.** Linear, one pass; the folded forms share one buffer, the text in
//! lower case.

use super::Span;
use super::fold::{fold_char, is_apostrophe, is_ignored};
use unicode_normalization::char::is_combining_mark;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Decimal digits.
    Digits,
    /// One other character.
    Sign,
}

/// One token: where it stands, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space (or the start of the text) stands before it.
    pub spaced: bool,
    /// Where its folded form stands: a text of which that could not be told is too large to be held.
    folded: (u32, u32),
}

impl Token {
    #[inline]
    fn folded(&self) -> std::ops::Range<usize> {
        self.folded.0 as usize..self.folded.1 as usize
    }
}

/// A place in a folded text.
///
/// # Panics
/// When that is larger than 4 GiB.
#[inline]
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or_else(|_| panic!("a text of 4 GiB is cut into words"))
}

/// The tokens of one text.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    folded: String,
}

impl<'t> Tokens<'t> {
    /// Cuts `text` into tokens.
    ///
    /// # Panics
    /// When it is folded to 4 GiB or more: no article is so large.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        // In lower case the bytes of ASCII stay where they are; what folds to
        // something else is added behind.
        let mut made = Self { text, tokens: Vec::with_capacity(text.len() / 4), folded: text.to_ascii_lowercase() };
        let (mut at, mut spaced) = (0, true);
        while let Some(&byte) = text.as_bytes().get(at) {
            if matches!(byte, b' ' | b'\t'..=b'\r') {
                (at, spaced) = (at + 1, true);
            } else if let Some((kind, end)) = ascii_token_end(text.as_bytes(), at) {
                made.tokens.push(Token { span: Span::new(at, end), kind, spaced, folded: (place(at), place(end)) });
                (at, spaced) = (end, false);
            } else {
                (at, spaced) = made.push_any(at, spaced);
            }
        }
        made
    }

    /// Takes white space or one token of any characters; where the next one
    /// begins, and whether white space stands before it.
    fn push_any(&mut self, at: usize, spaced: bool) -> (usize, bool) {
        let Some(first) = self.text[at..].chars().next() else { return (self.text.len(), spaced) };
        if is_space(first) {
            return (at + first.len_utf8(), true);
        }
        let (kind, end) = token_end(self.text, at, first);
        let begin = self.folded.len();
        self.text[at..end].chars().for_each(|character| fold_char(character, &mut self.folded));
        let folded = (place(begin), place(self.folded.len()));
        self.tokens.push(Token { span: Span::new(at, end), kind, spaced, folded });
        (end, false)
    }

    /// Has the marks around a quotation read as double ones: a single one is an apostrophe elsewhere.
    pub(crate) fn mark(&mut self, quoted: Span) {
        let before = self.tokens.partition_point(|token| token.span.end < quoted.start);
        let behind = self.tokens.partition_point(|token| token.span.start < quoted.end);
        let sides = [(before, quoted.start, true), (behind, quoted.end, false)];
        for (at, edge, ends) in sides {
            let Some(token) = self.tokens.get_mut(at) else { continue };
            let touches = edge == if ends { token.span.end } else { token.span.start };
            if touches && matches!(token.span.of(self.text), "'" | "‘" | "’") {
                token.folded = (place(self.folded.len()), place(self.folded.len() + 1));
                self.folded.push('"');
            }
        }
    }

    /// The text they were cut from.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// How many there are.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// All of them, in order.
    #[must_use]
    #[inline]
    pub fn all(&self) -> &[Token] {
        &self.tokens
    }

    /// The token at an index.
    ///
    /// # Panics
    /// When there is none, as indexing does.
    #[must_use]
    #[inline]
    pub fn get(&self, index: usize) -> &Token {
        &self.tokens[index]
    }

    /// The folded form of a token: lower case, without diacritics.
    ///
    /// # Panics
    /// When there is no such token, as indexing does.
    #[must_use]
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        &self.folded[self.tokens[index].folded()]
    }

    /// The bytes of [`folded`](Self::folded), for looking words up.
    ///
    /// # Panics
    /// When there is no such token, as indexing does.
    #[must_use]
    #[inline]
    pub fn folded_bytes(&self, index: usize) -> &[u8] {
        &self.folded.as_bytes()[self.tokens[index].folded()]
    }

    /// A token as it stands in the text.
    ///
    /// # Panics
    /// When there is no such token, as indexing does.
    #[must_use]
    #[inline]
    pub fn raw(&self, index: usize) -> &'t str {
        self.tokens[index].span.of(self.text)
    }

    /// The indices of the tokens that lie wholly inside a span.
    #[must_use]
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let last = self.tokens.partition_point(|token| token.span.end <= span.end);
        first..last.max(first)
    }
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

/// What a byte is to a token of plain ASCII.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letter,
    Digit,
    Sign,
    /// An apostrophe, or a byte beyond ASCII: what is right of a word may belong to it.
    Other,
}

const SORTS: [Sort; 256] = {
    let (mut sorts, mut byte) = ([Sort::Sign; 256], 0_u8);
    loop {
        sorts[byte as usize] = match byte {
            b'0'..=b'9' => Sort::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Sort::Letter,
            b'\'' | 128.. => Sort::Other,
            _ => Sort::Sign,
        };
        if byte == u8::MAX {
            break sorts;
        }
        byte += 1;
    }
};

/// The token of plain ASCII that begins here, where nothing after it could
/// still belong to it: no apostrophe, and no character beyond ASCII.
#[inline]
fn ascii_token_end(bytes: &[u8], at: usize) -> Option<(TokenKind, usize)> {
    let sort = SORTS[usize::from(bytes[at])];
    let rest = &bytes[at + 1..];
    let run = || rest.iter().take_while(|&&byte| SORTS[usize::from(byte)] == sort).count();
    match sort {
        Sort::Letter => {
            let run = run();
            let closed = rest.get(run).is_none_or(|&next| SORTS[usize::from(next)] != Sort::Other);
            closed.then_some((TokenKind::Word, at + 1 + run))
        }
        Sort::Digit => Some((TokenKind::Digits, at + 1 + run())),
        Sort::Sign => Some((TokenKind::Sign, at + 1)),
        Sort::Other => None,
    }
}

fn token_end(text: &str, at: usize, first: char) -> (TokenKind, usize) {
    let rest = &text[at..];
    if first.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        return (TokenKind::Digits, at + length);
    }
    if is_letter(first) {
        return (TokenKind::Word, at + word_length(rest));
    }
    let is_owned = || text[..at].trim_end_matches(is_borne).ends_with(is_word_char);
    if is_apostrophe(first)
        && let Some(length) = possessive_length(&rest[first.len_utf8()..])
        && is_owned()
    {
        return (TokenKind::Word, at + first.len_utf8() + length);
    }
    (TokenKind::Sign, at + first.len_utf8())
}

fn word_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if is_letter(character) || is_borne(character) {
            continue;
        }
        let inside = characters.peek().is_some_and(|&(next_at, next)| {
            is_apostrophe(character) && is_letter(next) && possessive_length(&rest[next_at..]).is_none()
        });
        if !inside {
            return at;
        }
    }
    rest.len()
}

/// After an apostrophe: the bytes of an `s`, with what it bears, behind which no letter stands.
fn possessive_length(rest: &str) -> Option<usize> {
    let first = rest.chars().next().filter(|&first| is_s(first))?;
    let behind = rest[first.len_utf8()..].trim_start_matches(is_borne);
    (!behind.starts_with(is_letter)).then_some(rest.len() - behind.len())
}

/// A letter that a word can begin with: a mark is one only on a letter.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic()
        || character.is_alphabetic() && !is_combining_mark(character) && !is_apostrophe(character)
}

/// What a letter bears and folding takes away: marks, and what prints nothing.
fn is_borne(character: char) -> bool {
    !character.is_ascii() && (is_combining_mark(character) || is_ignored(character))
}

fn is_word_char(character: char) -> bool {
    is_letter(character) || character.is_ascii_digit()
}

fn is_s(character: char) -> bool {
    matches!(character, 's' | 'S')
        || !character.is_ascii() && {
            let mut folded = String::new();
            fold_char(character, &mut folded);
            folded == "s"
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn raws(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        (0..tokens.len()).map(|at| tokens.raw(at)).collect()
    }

    #[test]
    fn letters_digits_and_signs_part() {
        assert_eq!(raws("a 130-minute call, 11.30pm"), ["a", "130", "-", "minute", "call", ",", "11", ".", "30", "pm"]);
        assert_eq!(raws("don’t O'Brien’s ‘tu’"), ["don’t", "O'Brien", "’s", "‘", "tu", "’"]);
        assert_eq!(raws("1990's €1.2bn"), ["1990", "'s", "€", "1", ".", "2", "bn"]);
        // A footnote.
        assert_eq!(raws("Macron's2 calls"), ["Macron", "'s", "2", "calls"]);
        // An apostrophe that has a mark of its own.
        assert_eq!(raws("calls'\u{5b2} 2"), ["calls", "'", "\u{5b2}", "2"]);
        assert_eq!(raws("\u{592}'calls"), ["\u{592}", "'", "calls"]);
        assert_eq!(raws("\u{592}'s 5, e\u{301}'s"), ["\u{592}", "'", "s", "5", ",", "e\u{301}", "'s"]);
        // Signs that fold to an apostrophe, and an `s` that bears a mark.
        assert_eq!(
            raws("Macron´s O\u{2BC}Brien\u{2BC}s h's\u{592}3"),
            ["Macron", "´s", "O\u{2BC}Brien", "\u{2BC}s", "h", "'s\u{592}", "3"]
        );
    }

    /// The words and digits of a text, folded.
    fn words(text: &str) -> Vec<(TokenKind, String)> {
        let tokens = Tokens::new(text);
        let all = (0..tokens.len()).map(|at| (tokens.get(at).kind, tokens.folded(at).to_owned()));
        all.filter(|(kind, _)| *kind != TokenKind::Sign).collect()
    }

    /// Words written out: a possessive stands on the one before it.
    fn written(words: &[(TokenKind, String)]) -> String {
        words.iter().fold(String::new(), |text, (_, word)| {
            let gap = if word.starts_with('\'') || text.is_empty() { "" } else { " " };
            text + gap + word
        })
    }

    #[test]
    fn whatever_the_character_folded_words_are_the_words_of_their_text() {
        let places = [
            "@", "a@", "@a", "a@b", "1@", "@1", "a'@", "a'@b", "@'s", "'@", "a'@1", "a's@", "a's@b", "a@s", "a@@s",
            "a@'s", "a'@s", "@'@",
        ];
        for character in ('\0'..=char::MAX).filter(|&character| !is_space(character)) {
            if matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{AC80}'..='\u{D7A3}' | '\u{20000}'..) {
                continue; // Thousands of a kind.
            }
            for place in places {
                let text = place.replace('@', character.encode_utf8(&mut [0; 4]));
                let once = words(&text);
                assert!(once.iter().all(|(_, word)| !word.is_empty()), "{text:?}: {once:?}");
                assert_eq!(words(&written(&once)), once, "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn folded_words_are_the_words_of_their_text(text in "([a-csS19 .'’´ßśſéʼ\u{301}\u{592}\u{345}\u{AD}\u{200B}]|\\PC){0,24}") {
            let once = words(&text);
            prop_assert_eq!(words(&written(&once)), once);
        }

        #[test]
        fn the_short_way_through_ascii_ends_where_the_long_one_does(text in "([a-zB0-9 .\t\n'’é\u{301}\u{AD}-]|\\PC){0,40}") {
            let mut long = Tokens { text: &text, tokens: Vec::new(), folded: String::new() };
            let (mut at, mut spaced) = (0, true);
            while at < text.len() {
                (at, spaced) = long.push_any(at, spaced);
            }
            let short = Tokens::new(&text);
            let shown = |tokens: &Tokens<'_>| -> Vec<(Span, TokenKind, bool, String)> {
                let one = |at: usize| (tokens.get(at).span, tokens.get(at).kind, tokens.get(at).spaced, tokens.folded(at).to_owned());
                (0..tokens.len()).map(one).collect()
            };
            prop_assert_eq!(shown(&short), shown(&long));
        }

        #[test]
        fn tokens_are_in_order_and_leave_out_only_space(text in "\\PC{0,60}") {
            let tokens = Tokens::new(&text);
            let mut end = 0;
            for token in tokens.all() {
                prop_assert!(token.span.start >= end && !token.span.is_empty());
                prop_assert!(text[end..token.span.start].chars().all(is_space));
                end = token.span.end;
            }
            prop_assert!(text[end..].chars().all(is_space));
        }
    }
}
