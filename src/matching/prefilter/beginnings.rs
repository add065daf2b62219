//! Where a text has a word that begins like one of those looked for.
//!
//! A word begins at a letter with none before it; digits begin anywhere, and so do
//! letters beyond ASCII, since what stands before them may be a sign. Case is that of
//! ASCII, and counts where a single capital is wanted.
//!
//! ```text
//! call, mac…      The Call of MacLeod: 4 9     recall: nowhere
//! ```
//!
//! **Cost.** Words are found 64 bytes at a time; one costs a look at a table of bits for its
//! first three letters. What passes is looked up by each length of beginnings, up to four letters,
//! and only then compared.

use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// How a word may begin, in lower case, and not empty.
#[derive(Clone, Debug)]
pub(super) struct Beginning {
    pub(super) text: String,
    pub(super) is_capital: bool,
}

/// Beginnings to look for, told by their numbers.
#[derive(Debug)]
pub(super) struct Beginnings {
    texts: Vec<String>,
    /// How a word begins that may be one.
    threes: Threes,
    /// Those of one letter, by that as it stands in the text.
    single: Vec<Vec<usize>>,
    /// The others, by how many letters tell most of them from each other: four where they
    /// are as long.
    tables: Vec<Table>,
    /// Whether some begin with other than a letter of ASCII.
    has_others: bool,
}

/// Which three bytes may stand where something begins, whatever the case: five bits of each tell
/// letters apart.
#[derive(Debug)]
pub(in crate::matching) struct Threes(Box<[u64; 1 << (15 - 6)]>);

/// Beginnings by their first letters.
#[derive(Debug)]
struct Table {
    /// Which bits of four letters are looked at.
    mask: u32,
    /// Which first letters may be among these, by their hash.
    may_have: [u64; 1 << (HASH - 6)],
    of: HashMap<u32, Vec<usize>, FixedState>,
}

/// How many bits of a hash are looked at.
const HASH: u32 = 14;
/// How many first letters are looked at.
const LETTERS: usize = 4;
/// How many bytes are looked through at once.
const STEP: usize = 64;

impl Beginnings {
    /// Gathers beginnings.
    pub(super) fn new(all: impl IntoIterator<Item = Beginning>) -> Self {
        let (mut single, mut tables) = (vec![Vec::new(); 256], Vec::<Table>::new());
        let mut texts = Vec::new();
        for (number, Beginning { text, is_capital }) in all.into_iter().enumerate() {
            if let [letter] = *text.as_bytes() {
                let small = letter.to_ascii_lowercase();
                single[usize::from(small.to_ascii_uppercase())].push(number);
                if !is_capital && small.is_ascii_lowercase() {
                    single[usize::from(small)].push(number);
                }
            } else {
                add_to(&mut tables, &text, number);
            }
            texts.push(text);
        }
        let threes = Threes::of(&texts);
        let has_others = texts.iter().any(|text| !text.starts_with(|first: char| first.is_ascii_alphabetic()));
        Self { texts, threes, single, tables, has_others }
    }

    /// Tells where each begins in a part of a text, by place, up to the one that is
    /// enough; whether one was. It may reach beyond the part.
    pub(super) fn any(&self, text: &[u8], part: Range<usize>, mut enough: impl FnMut(usize, usize) -> bool) -> bool {
        let mut is_in_word = part.start > 0 && text[part.start - 1].is_ascii_alphabetic();
        let mut step = part.start;
        while step < part.end {
            let end = (step + STEP).min(part.end);
            let (letters, others) = match text[step..end].try_into() {
                Ok(whole) => self.kinds(whole),
                Err(_) => {
                    let mut rest = [0; STEP];
                    rest[..end - step].copy_from_slice(&text[step..end]);
                    self.kinds(&rest)
                }
            };
            let mut begins = letters & !(letters << 1 | u64::from(is_in_word)) | others;
            is_in_word = letters >> (STEP - 1) != 0;
            while begins != 0 {
                let at = step + begins.trailing_zeros() as usize;
                begins &= begins - 1;
                if self.any_at(text, at, &mut enough) {
                    return true;
                }
            }
            step = end;
        }
        false
    }

    #[inline]
    fn any_at(&self, text: &[u8], at: usize, enough: &mut impl FnMut(usize, usize) -> bool) -> bool {
        let letters = letters_at(text, at);
        if !self.threes.have(letters) {
            return false;
        }
        let single = &self.single[usize::from(text[at])];
        single.iter().any(|&number| enough(at, number))
            || self.tables.iter().filter(|table| table.may_have(letters)).any(|table| {
                let likely = table.of.get(&(letters & table.mask));
                let mut likely = likely.into_iter().flatten();
                likely.any(|&number| begins_with(&text[at..], self.texts[number].as_bytes()) && enough(at, number))
            })
    }

    /// Which bytes are letters, and which others may begin something: a bit for each.
    #[inline]
    fn kinds(&self, bytes: &[u8; STEP]) -> (u64, u64) {
        let letters = bits_of(bytes, |byte| (byte | 0x20).wrapping_sub(b'a') < 26);
        let others = |byte: u8| byte.wrapping_sub(b'0') < 10 || byte >= 0xC0;
        (letters, if self.has_others { bits_of(bytes, others) } else { 0 })
    }
}

fn add_to(tables: &mut Vec<Table>, text: &str, number: usize) {
    let mask = u32::MAX >> (8 * (LETTERS - text.len().clamp(1, LETTERS)));
    let at = tables.iter().position(|table| table.mask == mask).unwrap_or_else(|| {
        tables.push(Table { mask, may_have: [0; 1 << (HASH - 6)], of: HashMap::default() });
        tables.len() - 1
    });
    tables[at].add(letters_at(text.as_bytes(), 0) & mask, number);
}

impl Default for Threes {
    fn default() -> Self {
        Self(Box::new([0; 1 << (15 - 6)]))
    }
}

impl Threes {
    pub(in crate::matching) fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut threes = Self::default();
        for text in texts.iter().map(AsRef::as_ref) {
            let (letters, known) = (letters_at(text.as_bytes(), 0), 5 * text.len().min(3));
            let first = Self::place(letters) & ((1 << known) - 1);
            // Anything may stand behind a shorter one.
            for behind in 0..1 << (15 - known) {
                let place = first | behind << known;
                threes.0[place / 64] |= 1 << (place % 64);
            }
        }
        threes
    }

    #[inline]
    fn place(letters: u32) -> usize {
        (letters & 0x1F | letters >> 3 & 0x3E0 | letters >> 6 & 0x7C00) as usize
    }

    /// Whether a word may begin so.
    #[inline]
    pub(in crate::matching) fn begin(&self, word: &[u8]) -> bool {
        self.have(letters_at(word, 0))
    }

    #[inline]
    fn have(&self, letters: u32) -> bool {
        let place = Self::place(letters);
        self.0[place / 64] & 1 << (place % 64) != 0
    }
}

impl Table {
    fn add(&mut self, letters: u32, number: usize) {
        let hash = hash(letters);
        self.may_have[hash / 64] |= 1 << (hash % 64);
        self.of.entry(letters).or_default().push(number);
    }

    #[inline]
    fn may_have(&self, letters: u32) -> bool {
        let hash = hash(letters & self.mask);
        self.may_have[hash / 64] & 1 << (hash % 64) != 0
    }
}

#[inline]
fn hash(letters: u32) -> usize {
    (letters.wrapping_mul(0x9E37_79B1) >> (32 - HASH)) as usize
}

/// The first letters from a byte on, in lower case as far as they are letters: so that
/// what is alike but for case is alike. What is wanting at the end is as good as a space.
#[inline]
fn letters_at(text: &[u8], at: usize) -> u32 {
    const LOWER: u32 = 0x2020_2020;
    let rest = &text[at..];
    match rest.first_chunk() {
        Some(letters) => u32::from_le_bytes(*letters) | LOWER,
        None => rest.iter().rev().fold(0, |letters, &byte| letters << 8 | u32::from(byte)) | LOWER,
    }
}

#[inline]
fn begins_with(text: &[u8], beginning: &[u8]) -> bool {
    text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

/// The bytes for which something holds, the first as the lowest bit.
#[inline]
fn bits_of(bytes: &[u8; STEP], holds: impl Fn(u8) -> bool) -> u64 {
    let mut held = [0; STEP];
    held.iter_mut().zip(bytes).for_each(|(held, &byte)| *held = u8::from(holds(byte)));
    let (eights, _) = held.as_chunks::<8>();
    // The product moves the lowest bit of each of eight bytes into the highest byte.
    let bits = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    eights.iter().rev().fold(0, |all, eight| all << 8 | bits(eight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every second one wants a capital.
    fn beginnings(texts: &[String]) -> Beginnings {
        let texts = texts.iter().enumerate();
        Beginnings::new(texts.map(|(at, text)| Beginning { text: text.clone(), is_capital: at % 2 == 1 }))
    }

    fn find(texts: &[String], text: &str, part: Range<usize>) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        beginnings(texts).any(text.as_bytes(), part, |at, number| {
            found.push((at, number));
            false
        });
        found.sort_unstable();
        found
    }

    /// The same, byte by byte.
    fn look_for(texts: &[String], text: &str, part: Range<usize>) -> Vec<(usize, usize)> {
        let bytes = text.as_bytes();
        let begins = |&at: &usize| match bytes[at] {
            byte if byte.is_ascii_alphabetic() => at == 0 || !bytes[at - 1].is_ascii_alphabetic(),
            byte => byte.is_ascii_digit() || byte >= 0xC0,
        };
        // Of longer ones who asks sees himself whether there is a capital.
        let is_small =
            |at: usize, number: usize| number % 2 == 1 && texts[number].len() == 1 && bytes[at].is_ascii_lowercase();
        let of = |at: usize| {
            let rest = text.get(at..).unwrap_or_default().to_ascii_lowercase();
            let has = texts.iter().enumerate().filter(move |(_, wanted)| rest.starts_with(wanted.as_str()));
            has.map(move |(number, _)| (at, number)).filter(move |&(at, number)| !is_small(at, number))
        };
        part.filter(begins).flat_map(of).collect()
    }

    #[test]
    fn words_are_found_where_they_begin() {
        let texts = ["call", "m", "20", "é", "t"].map(str::to_owned);
        let text = "The Call of MacLeod: my recall 2020, an Élan, étude";
        let whole = 0..text.len();
        let found = find(&texts, text, whole.clone());
        assert_eq!(found, look_for(&texts, text, whole.clone()));
        assert!(!found.contains(&(21, 1)), "my is no capital");
        assert_eq!(find(&texts, text, 0..13), [(0, 4), (4, 0), (12, 1)]);
        assert_eq!(find(&texts, text, 5..8), []);
        assert!(beginnings(&texts).any(text.as_bytes(), whole, |at, _| at == 12));
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            texts in prop::collection::vec("[abcé1]{1,6}", 0..12),
            text in "([abcABC]{1,5}[ .'’é1]{0,2}){0,60}",
            ends in (0_usize..400, 0_usize..400),
        ) {
            let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let (one, other) = (floor(ends.0), floor(ends.1));
            for part in [0..text.len(), one.min(other)..one.max(other)] {
                let found = find(&texts, &text, part.clone());
                prop_assert_eq!(found, look_for(&texts, &text, part));
            }
        }
    }
}
