//! Words looked up by hash. Nearly every word of a text is in no table: most
//! are turned away by one look at an empty slot.

/// Words looked up by their folded form.
#[derive(Debug)]
pub struct Lexicon<T> {
    entries: Vec<(String, T)>,
    /// One past an index into `entries`, or zero, by [`slot`]; a word whose
    /// place is taken stands in the next free one.
    slots: Vec<u16>,
}

impl<T: Copy> Lexicon<T> {
    /// Sorts the tables into one. Where a word stands twice the first wins.
    #[must_use]
    pub fn new(tables: &[&[(&str, T)]]) -> Self {
        let words = tables.iter().copied().flatten();
        let mut entries: Vec<(String, T)> = words.map(|&(word, meaning)| (word.to_owned(), meaning)).collect();
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        entries.dedup_by(|a, b| a.0 == b.0);
        // Eight places a word, so that most other words meet an empty one.
        let mut slots = vec![0; (entries.len() * 8).next_power_of_two().max(8)];
        for (at, (word, _)) in entries.iter().enumerate() {
            let mut slot = slot(word.as_bytes(), slots.len());
            while slots[slot] > 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = u16::try_from(at + 1).expect("a language has fewer than 65,535 words");
        }
        Self { entries, slots }
    }

    /// What a folded word states.
    #[must_use]
    #[inline]
    pub fn get(&self, word: &str) -> Option<T> {
        self.get_bytes(word.as_bytes())
    }

    /// The same, of the bytes of a word.
    #[must_use]
    #[inline]
    pub fn get_bytes(&self, word: &[u8]) -> Option<T> {
        let mut slot = slot(word, self.slots.len());
        loop {
            let (entry, meaning) = &self.entries[usize::from(self.slots[slot].checked_sub(1)?)];
            if entry.as_bytes() == word {
                return Some(*meaning);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// The place of a word among `count`, a power of two: by its length and the
/// bytes at both its ends.
#[inline]
fn slot(word: &[u8], count: usize) -> usize {
    let ends = match word {
        [] => 0,
        [one] => u32::from_le_bytes([*one, 0, *one, 0]),
        [first, second, ..] => u32::from_le_bytes([*first, *second, word[word.len() - 1], word[word.len() - 2]]),
    };
    let mixed = (ends ^ (word.len() as u32) << 11).wrapping_mul(0x9E37_79B1);
    (mixed >> 12) as usize & (count - 1)
}
