//! Typed access to a TOML tree: each step either gives what was asked for or
//! tells of the mistake at its place.
//!
//! Every function answers `None` both for "not there" and for "there, and
//! wrong": the wrong has been told, and [`Problems::mistakes`] counts it.
//! `table.text("quote", problems)` on `quote = 3` tells ``expected a string,
//! found an integer``.

use super::problems::Problems;
use crate::text::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A string of the file, and the bytes of its token, quotation marks included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'d> {
    pub(super) text: &'d str,
    pub(super) span: Span,
}

impl Text<'_> {
    /// For the checked set.
    pub(super) fn owned(self) -> (String, Span) {
        (self.text.to_owned(), self.span)
    }
}

/// A value of the file, of any type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'d> {
    pub(super) value: &'d DeValue<'d>,
    pub(super) span: Span,
}

impl<'d> Node<'d> {
    /// A value of the tree, unless it is no TOML: the parser puts something
    /// in its place, and has told of it.
    fn new(value: &'d Spanned<DeValue<'d>>, problems: &mut Problems) -> Option<Self> {
        let span = Span::from(value.span());
        let has_parts = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        // Of an array or table, what it holds is looked at one by one.
        let telling = if has_parts { Span::new(span.start, span.start) } else { span };
        if span.is_empty() || problems.is_garbled(telling) {
            problems.told();
            return None;
        }
        Some(Self { value: value.get_ref(), span })
    }

    /// The string that it is to be.
    pub(super) fn text(self, problems: &mut Problems) -> Option<Text<'d>> {
        self.text_if_string().or_else(|| self.mistyped("a string", None, problems))
    }

    /// The string, where it is one; anything else is no mistake.
    pub(super) fn text_if_string(self) -> Option<Text<'d>> {
        match self.value {
            DeValue::String(text) => Some(Text { text, span: self.span }),
            _ => None,
        }
    }

    /// The table that it is to be; `what` is what reports call it.
    pub(super) fn table(self, what: &'static str, problems: &mut Problems) -> Option<Table<'d>> {
        match self.value {
            DeValue::Table(keys) => Some(Table { keys, span: self.span, what }),
            _ => self.mistyped("a table", None, problems),
        }
    }

    /// Tells that it has the wrong type.
    pub(super) fn mistyped<T>(self, expected: &str, help: Option<String>, problems: &mut Problems) -> Option<T> {
        let message = format!("expected {expected}, found {}", type_name(self.value));
        problems.error(self.span, message, &format!("this is {}", type_name(self.value)), help);
        None
    }
}

/// A table of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'d> {
    keys: &'d DeTable<'d>,
    /// Its header, or all of an inline table.
    pub(super) span: Span,
    /// What reports call it: `claim`.
    pub(super) what: &'static str,
}

impl<'d> Table<'d> {
    /// The whole file.
    pub(super) fn root(keys: &'d DeTable<'d>) -> Self {
        Self { keys, span: Span::default(), what: "file" }
    }

    /// Tells of every key that is not one of `known`.
    pub(super) fn check_keys(&self, known: &[&str], problems: &mut Problems) {
        for key in self.keys.keys() {
            if !known.contains(&key.get_ref().as_ref()) && !problems.is_garbled(key.span().into()) {
                problems.unknown("key", key.get_ref(), key.span().into(), known.iter().copied());
            }
        }
    }

    /// All keys with their values, by name.
    pub(super) fn entries(&self, problems: &mut Problems) -> Vec<(Text<'d>, Node<'d>)> {
        let entries = self.keys.iter().filter_map(|(key, value)| {
            let key = Text { text: key.get_ref(), span: key.span().into() };
            Some((key, Node::new(value, problems)?))
        });
        entries.collect()
    }

    /// The `id` as it is written, for a first look: nothing is told.
    pub(super) fn id(&self) -> Option<&'d str> {
        self.keys.get("id")?.get_ref().as_str()
    }

    /// Whether a key is a certain string, for a first look: nothing is told.
    pub(super) fn is(&self, key: &str, text: &str) -> bool {
        self.keys.get(key).and_then(|value| value.get_ref().as_str()) == Some(text)
    }

    /// Where a key stands.
    pub(super) fn key(&self, key: &str) -> Option<Span> {
        self.keys.get_key_value(key).map(|(key, _)| key.span().into())
    }

    /// The value of a key, of any type. A value that is no TOML counts as a
    /// mistake that has been told.
    pub(super) fn get(&self, key: &str, problems: &mut Problems) -> Option<Node<'d>> {
        let (key, value) = self.keys.get_key_value(key)?;
        if problems.is_garbled(key.span().into()) {
            problems.told();
            return None;
        }
        Node::new(value, problems)
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, key: &str, problems: &mut Problems) -> Option<Node<'d>> {
        if !self.keys.contains_key(key) {
            self.missing(key, problems);
            return None;
        }
        self.get(key, problems)
    }

    /// Tells that a key is missing, unless a part of the table that is no
    /// TOML may hold it.
    pub(super) fn missing(&self, key: &str, problems: &mut Problems) {
        if problems.has_garbled_table(self.span) {
            return problems.told();
        }
        let article = if self.what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let help = format!("{article} {} needs `{key}`", self.what);
        problems.error(self.span, format!("missing key `{key}`"), &format!("in this {}", self.what), Some(help));
    }

    /// A string that may be there.
    pub(super) fn text(&self, key: &str, problems: &mut Problems) -> Option<Text<'d>> {
        self.get(key, problems)?.text(problems)
    }

    /// A string that must be there, and hold more than white space.
    pub(super) fn need_text(&self, key: &str, problems: &mut Problems) -> Option<Text<'d>> {
        let text = self.need(key, problems)?.text(problems)?;
        if text.text.trim().is_empty() {
            problems.error(text.span, format!("`{key}` is empty"), "", None);
            return None;
        }
        Some(text)
    }

    /// Strings in brackets; none when the key is not there.
    pub(super) fn texts(&self, key: &str, problems: &mut Problems) -> Vec<Text<'d>> {
        let Some(node) = self.get(key, problems) else { return Vec::new() };
        let DeValue::Array(items) = node.value else {
            let help = matches!(node.value, DeValue::String(_))
                .then(|| format!("put it in brackets: {key} = [{}]", problems.raw(node.span)));
            node.mistyped::<()>("an array of strings", help, problems);
            return Vec::new();
        };
        let texts = items.iter().filter_map(|item| {
            let text = Node::new(item, problems)?.text(problems)?;
            if text.text.trim().is_empty() {
                problems.error(text.span, format!("an empty string in `{key}`"), "", None);
                return None;
            }
            Some(text)
        });
        texts.collect()
    }

    /// True or false that may be there.
    pub(super) fn flag(&self, key: &str, problems: &mut Problems) -> Option<bool> {
        let node = self.get(key, problems)?;
        match node.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => node.mistyped("true or false", None, problems),
        }
    }

    /// The tables under a key, `[[key]]` or inline.
    pub(super) fn tables(&self, key: &str, what: &'static str, problems: &mut Problems) -> Vec<Table<'d>> {
        let Some(node) = self.get(key, problems) else { return Vec::new() };
        let DeValue::Array(items) = node.value else {
            let help = matches!(node.value, DeValue::Table(_)).then(|| "write its name in double brackets".to_owned());
            node.mistyped::<()>("an array of tables", help, problems);
            return Vec::new();
        };
        items.iter().filter_map(|item| Node::new(item, problems)?.table(what, problems)).collect()
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(at) if at.date.is_some() => "a date",
        DeValue::Datetime(_) => "a time of day",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
