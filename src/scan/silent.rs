//! The texts in which nobody speaks to any topic, as earlier runs found: most of an
//! archive, of which nothing but that has to be known.
//!
//! Texts are told by their keys, sixteen bytes each. A run keeps what it met and forgets
//! the rest; past [`MOST`] it keeps no more. The list holds for one set of topics.

use super::cache::{bytes_of, keys_from};
use std::sync::Mutex;

/// So many texts are kept: 64 MiB.
const MOST: usize = 4 << 20;

/// Texts, told by their keys.
#[derive(Debug, Default)]
pub(super) struct Silent {
    /// What an earlier run met, in order.
    known: Vec<u128>,
    /// What this one met.
    met: Mutex<Vec<u128>>,
}

impl Silent {
    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let known = keys_from(bytes);
        Self { known: if known.is_sorted() { known } else { Vec::new() }, met: Mutex::default() }
    }

    /// Whether nobody speaks in a text.
    pub(super) fn holds(&self, text: u128) -> bool {
        self.known.binary_search(&text).is_ok()
    }

    /// Keeps a text.
    pub(super) fn keep(&self, text: u128) {
        if let Ok(mut met) = self.met.lock()
            && met.len() < MOST
        {
            met.push(text);
        }
    }

    /// What is to be written; `None` where it is known already.
    pub(super) fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut met = std::mem::take(&mut *self.met.lock().ok()?);
        met.sort_unstable();
        met.dedup();
        (met != self.known).then(|| bytes_of(&met))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_run_met_is_known_to_the_next() {
        let first = Silent::default();
        assert!(!first.holds(7));
        [9, 7, 9].into_iter().for_each(|text| first.keep(text));
        let written = first.to_bytes().unwrap();
        let second = Silent::from_bytes(&written);
        assert!(second.holds(7) && second.holds(9) && !second.holds(8));
        [7, 9].into_iter().for_each(|text| second.keep(text));
        assert_eq!(second.to_bytes(), None);
        let third = Silent::from_bytes(&written);
        third.keep(9);
        assert_eq!(third.to_bytes(), Some(9_u128.to_le_bytes().to_vec()));
    }

    #[test]
    fn a_list_in_disorder_is_none() {
        let bytes: Vec<u8> = [9_u128, 7].iter().flat_map(|key| key.to_le_bytes()).collect();
        assert!(!Silent::from_bytes(&bytes).holds(9));
    }
}
