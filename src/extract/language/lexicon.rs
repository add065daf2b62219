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
            let mut slot = slot(word, slots.len());
            while slots[slot] > 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = u16::try_from(at + 1).expect("a language has fewer than 65,535 words");
        }
        Self { entries, slots }
    }

    /// What a folded word states.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<T> {
        let mut slot = slot(word, self.slots.len());
        loop {
            let (entry, meaning) = &self.entries[usize::from(self.slots[slot].checked_sub(1)?)];
            if entry == word {
                return Some(*meaning);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// The place of a word among `count`, a power of two: by its length and the
/// bytes at both its ends.
fn slot(word: &str, count: usize) -> usize {
    let bytes = word.as_bytes();
    let byte = |at: usize| bytes.get(at).map_or(0, |&byte| u32::from(byte));
    let last = bytes.len().wrapping_sub(1);
    let ends = byte(0) | byte(1) << 8 | byte(last) << 16 | byte(last.wrapping_sub(1)) << 24;
    let mixed = (ends ^ (bytes.len() as u32) << 11).wrapping_mul(0x9E37_79B1);
    (mixed >> 12) as usize & (count - 1)
}
