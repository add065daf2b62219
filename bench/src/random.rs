//! Numbers that a seed fixes, and words that are as rare as words are.
//!
//! The stream is ChaCha's, whose values are promised to stay: a seed gives the
//! same corpus with any later version of the crate, on any machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// A stream of numbers.
pub struct Random(ChaCha8Rng);

impl Random {
    /// The stream of one part of a corpus: parts can be made in any order.
    #[must_use]
    pub fn new(seed: u64, part: u64) -> Self {
        let mut stream = ChaCha8Rng::seed_from_u64(seed);
        stream.set_stream(part);
        Self(stream)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        ((u64::from(self.0.next_u32()) * end as u64) >> 32) as usize
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below((high - low + 1) as usize) as u64
    }

    /// True in so many cases of a hundred.
    pub fn in_hundred(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of them, each as often.
    pub fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }

    /// The same of words.
    pub fn word<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

/// Draws ranks as Zipf has them: the second half as often as the first.
#[derive(Debug)]
pub struct Zipf(Vec<u16>);

impl Zipf {
    /// For so many items, the frequent ones first.
    #[must_use]
    pub fn new(items: usize) -> Self {
        const SLOTS: usize = 1 << 15;
        let weight = |rank: usize| 1.0 / (rank as f64 + 3.0);
        let sum: f64 = (0..items).map(weight).sum();
        let mut slots = Vec::with_capacity(SLOTS);
        let mut reached = 0.0;
        for rank in 0..items {
            reached += weight(rank) / sum * SLOTS as f64;
            while (slots.len() as f64) < reached && slots.len() < SLOTS {
                slots.push(u16::try_from(rank).unwrap_or(u16::MAX));
            }
        }
        Self(slots)
    }

    /// A rank.
    pub fn draw(&self, random: &mut Random) -> usize {
        usize::from(self.0[random.below(self.0.len())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_the_same_whatever_was_drawn_before() {
        let draw = |part| {
            (0..5).map(|_| 0).fold((Random::new(7, part), Vec::new()), |(mut random, mut all), _| {
                all.push(random.below(1_000));
                (random, all)
            })
        };
        assert_eq!(draw(3).1, draw(3).1);
        assert_ne!(draw(3).1, draw(4).1);
    }

    #[test]
    fn the_first_rank_is_drawn_most_and_the_last_is_drawn_too() {
        let (zipf, mut random) = (Zipf::new(900), Random::new(1, 1));
        let mut drawn = vec![0_u32; 900];
        (0..200_000).for_each(|_| drawn[zipf.draw(&mut random)] += 1);
        assert!(drawn[0] > 3 * drawn[20] && drawn[20] > 10 * drawn[890] && drawn[899] > 0, "{drawn:?}");
    }
}
