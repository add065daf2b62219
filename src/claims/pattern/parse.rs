//! The pattern language: text to parts.
//!
//! | in a pattern | means |
//! |---|---|
//! | `spoke`, `20`, `20th` | these words and digits, cut and folded as texts are |
//! | `{value}` | the typed slot, at most once on every way through |
//! | `{putin}` | any name of that claimant, entity or event |
//! | `(a\|b)` | one of these |
//! | `[a]` | may be absent |
//! | `...` or `…` | a gap |
//! | `:` | itself, as in the rows of a table |
//! | other punctuation | nothing: it is dropped, hyphens between words too |
//!
//! A pattern that could match without a word, digit or name of its own is
//! refused, and so is one that could blow up: nesting and the number of ways
//! through are limited.
//!
//! ```
//! use gainsay::claims::{Part, parse_pattern};
//! use gainsay::text::Span;
//! let text = "{macron}'s {value} calls";
//! let pattern = parse_pattern(text, Span::new(0, text.len()), &|id| id == "macron").unwrap();
//! let word = |word: &str| Part::Word(word.to_owned());
//! assert_eq!(pattern.parts, [Part::Name("macron".to_owned()), word("'s"), Part::Value, word("calls")]);
//!
//! let errors = parse_pattern("{value} calls [to", Span::new(0, 17), &|_| true).unwrap_err();
//! assert_eq!((errors[0].message.as_str(), errors[0].span), ("`[` is not closed", Span::new(14, 15)));
//! ```
//!
//! **Cost.** Linear in the text, with a recursion no deeper than
//! [`MAX_DEPTH`].

use super::{Part, Pattern};
use crate::text::{Span, TokenKind, Tokens};

/// How deep brackets may nest.
pub const MAX_DEPTH: usize = 8;
/// How many ways through a pattern there may be.
pub const MAX_WAYS: usize = 1_000;
/// How many parts a pattern may have in all.
pub const MAX_PARTS: usize = 400;

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// The bytes of the file that are wrong.
    pub span: Span,
    /// What is wrong, as a lowercase fragment.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The name that nobody bears, for "did you mean".
    pub unknown: Option<String>,
}

/// Parses a pattern. `span` is where the file has it: the bytes of the text
/// itself, or of the quoted token around it. `names` says whether some
/// claimant, entity or event has an id.
///
/// # Errors
/// Everything that is wrong with it, in order.
pub fn parse_pattern(text: &str, span: Span, names: &dyn Fn(&str) -> bool) -> Result<Pattern, Vec<PatternError>> {
    let mut parser = Parser { text, span, names, at: 0, parts: 0, errors: Vec::new(), gave_up: false };
    let all = parser.parse_ways(0, None);
    let last = all.ways.into_iter().next().unwrap_or_default();
    let whole = Span::new(0, text.len());
    if parser.errors.is_empty() && last.anchors == 0 {
        let (message, help) = if last.parts.is_empty() {
            ("empty pattern", "write the words that texts use")
        } else {
            ("a pattern without a word of its own", "it would match almost anywhere: add the words around it")
        };
        parser.error(whole, message.to_owned(), Some(help.to_owned()));
    }
    if parser.parts > MAX_PARTS || last.count > MAX_WAYS {
        let help = format!("it may have {MAX_PARTS} parts and {MAX_WAYS} ways through: split it into several patterns");
        parser.error(whole, "too large a pattern".to_owned(), Some(help));
    }
    if !parser.errors.is_empty() {
        parser.errors.sort_by_key(|error| error.span);
        return Err(parser.errors);
    }
    Ok(Pattern { text: text.to_owned(), span, parts: last.parts })
}

/// Where a piece of a string stands in the file, `token` being the string's
/// token there. Where escapes or line breaks stand between the two, the whole
/// token is the answer.
pub(in crate::claims) fn locate(text: &str, token: Span, piece: Span) -> Span {
    match token.len().checked_sub(text.len()) {
        Some(0) => piece.shift(token.start),
        Some(2) => piece.shift(token.start + 1),
        _ => token,
    }
}

struct Parser<'p> {
    text: &'p str,
    span: Span,
    names: &'p dyn Fn(&str) -> bool,
    at: usize,
    parts: usize,
    errors: Vec<PatternError>,
    /// The rest was not looked at, so that what seems missing may be there.
    gave_up: bool,
}

/// Parts in a row.
#[derive(Default)]
struct Way {
    parts: Vec<Part>,
    /// How many words, digits and names every way through has at least.
    anchors: usize,
    /// How many slots every way through has.
    slots: usize,
    /// How many ways through there are.
    count: usize,
}

impl Way {
    fn push(&mut self, part: Part) {
        self.anchors += usize::from(matches!(part, Part::Word(_) | Part::Digits(_) | Part::Name(_)));
        self.parts.push(part);
    }
}

/// What stands between brackets: rows parted by `|`.
struct Ways {
    ways: Vec<Way>,
    closed: bool,
}

impl Parser<'_> {
    fn error(&mut self, piece: Span, message: String, help: Option<String>) {
        if self.gave_up {
            return;
        }
        let span = locate(self.text, self.span, piece);
        self.errors.push(PatternError { span, message, help, unknown: None });
    }

    /// Reads up to `close`, or to the end. `open` is the bracket that it is to
    /// match.
    fn parse_ways(&mut self, depth: usize, open: Option<(Span, char)>) -> Ways {
        let mut done = Vec::new();
        let mut way = Way { count: 1, ..Way::default() };
        while let Some(next) = self.text[self.at..].chars().next() {
            let here = Span::new(self.at, self.at + next.len_utf8());
            match next {
                '(' | '[' => self.parse_group(here, next, depth, &mut way),
                '{' => self.parse_braces(here, &mut way),
                '|' => {
                    self.at = here.end;
                    if open.is_some() {
                        done.push(std::mem::replace(&mut way, Way { count: 1, ..Way::default() }));
                    } else {
                        let help = "put alternatives in parentheses: (a|b)".to_owned();
                        self.error(here, "`|` outside of brackets".to_owned(), Some(help));
                    }
                }
                ')' | ']' | '}' => {
                    self.at = here.end;
                    if open.is_some_and(|(_, open)| closes(open, next)) {
                        done.push(way);
                        return Ways { ways: done, closed: true };
                    }
                    self.error(here, format!("`{next}` closes nothing"), None);
                }
                _ => self.parse_words(&mut way),
            }
        }
        if let Some((span, open)) = open {
            self.error(span, format!("`{open}` is not closed"), None);
        }
        done.push(way);
        Ways { ways: done, closed: false }
    }

    fn parse_group(&mut self, here: Span, open: char, depth: usize, into: &mut Way) {
        if depth >= MAX_DEPTH {
            self.error(here, format!("brackets more than {MAX_DEPTH} deep"), Some("split the pattern".to_owned()));
            (self.at, self.gave_up) = (self.text.len(), true);
            return;
        }
        self.check_edge(here.start, here.end);
        (self.at, self.parts) = (here.end, self.parts + 1);
        let inner = self.parse_ways(depth + 1, Some((here, open)));
        if inner.closed {
            self.check_edge(self.at - 1, self.at);
        }
        let group = Span::new(here.start, self.at);
        if inner.closed && inner.ways.iter().any(|way| way.parts.is_empty()) {
            let help = "what may be absent goes into [brackets]".to_owned();
            self.error(group, "an empty alternative".to_owned(), Some(help));
        }
        let slots = |way: &Way| way.slots;
        let (least, most) = (inner.ways.iter().map(slots).min(), inner.ways.iter().map(slots).max());
        let sum = inner.ways.iter().fold(0_usize, |sum, way| sum.saturating_add(way.count));
        if open == '[' && most != Some(0) {
            self.error(group, "`{value}` in what may be absent".to_owned(), Some("take it out of [ ]".to_owned()));
        } else if least != most {
            let help = "every alternative needs it, or none".to_owned();
            self.error(group, "`{value}` in one alternative and not in another".to_owned(), Some(help));
        }
        self.add_slots(group, most.unwrap_or(0), into);
        let ways = if open == '[' { sum.saturating_add(1) } else { sum };
        into.count = into.count.saturating_mul(ways.max(1));
        let mut inner = inner.ways;
        if open == '(' {
            into.anchors += inner.iter().map(|way| way.anchors).min().unwrap_or(0);
            into.parts.push(Part::OneOf(inner.into_iter().map(|way| way.parts).collect()));
        } else if inner.len() > 1 {
            let ways = inner.into_iter().map(|way| way.parts).collect();
            into.parts.push(Part::Optional(vec![Part::OneOf(ways)]));
        } else if let Some(way) = inner.pop() {
            into.parts.push(Part::Optional(way.parts));
        }
    }

    fn parse_braces(&mut self, here: Span, into: &mut Way) {
        let inside = &self.text[here.end..];
        let Some(length) = inside.find(['{', '}', '(', ')', '[', ']', '|']).filter(|&at| inside[at..].starts_with('}'))
        else {
            self.error(here, "`{` is not closed".to_owned(), None);
            self.at = here.end;
            return;
        };
        let (name, whole) = (inside[..length].trim(), Span::new(here.start, here.end + length + 1));
        (self.at, self.parts) = (whole.end, self.parts + 1);
        if name == "value" {
            self.add_slots(whole, 1, into);
            into.push(Part::Value);
            return;
        }
        if name.is_empty() {
            self.error(whole, "empty braces".to_owned(), Some("write {value}, or the id of a name".to_owned()));
        } else if !(self.names)(name) {
            self.error(whole, format!("unknown name `{name}`"), None);
            let last = self.errors.last_mut();
            last.into_iter().for_each(|error| error.unknown = Some(name.to_owned()));
        }
        into.push(Part::Name(name.to_owned()));
    }

    fn add_slots(&mut self, piece: Span, slots: usize, into: &mut Way) {
        if slots > 0 && into.slots > 0 {
            let help = "a pattern states one value: split it in two".to_owned();
            self.error(piece, "`{value}` twice".to_owned(), Some(help));
        }
        into.slots = (into.slots + slots).min(1);
    }

    /// Words, digits and signs up to the next bracket.
    fn parse_words(&mut self, into: &mut Way) {
        let rest = &self.text[self.at..];
        let run = &rest[..rest.find(['{', '}', '(', ')', '[', ']', '|']).unwrap_or(rest.len())];
        let after_bracket = self.text[..self.at].ends_with(['}', ')', ']']);
        self.at += run.len();
        // A possessive belongs to the name before it, which a letter stands for.
        let named = format!("x{run}");
        let owned = Tokens::new(&named);
        let possessive = after_bracket && owned.len() > 1 && owned.raw(0) == "x" && owned.folded(1) == "'s";
        let (tokens, first) = if possessive { (owned, 1) } else { (Tokens::new(run), 0) };
        for at in first..tokens.len() {
            let folded = tokens.folded(at);
            let part = match tokens.get(at).kind {
                TokenKind::Word if !folded.is_empty() => Part::Word(folded.to_owned()),
                TokenKind::Digits => Part::Digits(folded.to_owned()),
                TokenKind::Sign if is_gap(&tokens, at) => Part::Gap,
                TokenKind::Sign if folded == ":" => Part::Sign(':'),
                TokenKind::Word | TokenKind::Sign => continue,
            };
            self.parts += 1;
            into.push(part);
        }
    }

    /// Tells when the bracket from `start` to `end` cuts a word in two:
    /// `call[s]` would be two words.
    fn check_edge(&mut self, start: usize, end: usize) {
        let (before, after) = (&self.text[..start], &self.text[end..]);
        if before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric) {
            let help = "words match by stem: write the whole word, or the whole words as (a|b)".to_owned();
            self.error(Span::new(start, end), "a bracket inside a word".to_owned(), Some(help));
        }
    }
}

fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('(', ')') | ('[', ']'))
}

/// Whether the sign is an ellipsis, or the first of three or more full stops.
fn is_gap(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_stop = |at: usize| at < tokens.len() && tokens.raw(at) == ".";
    let follows = |at: usize| is_stop(at) && !tokens.get(at).spaced;
    let begins = is_stop(at) && (at == 0 || tokens.get(at).spaced || !is_stop(at - 1));
    tokens.raw(at) == "…" || (begins && follows(at + 1) && follows(at + 2))
}
