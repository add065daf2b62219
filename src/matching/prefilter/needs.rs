//! What a pattern cannot do without, and whether a text has enough of it.

use super::present::Present;

/// What a pattern needs, of each of its variants: see `met`.
#[derive(Clone, Debug, Default)]
pub struct Needs(pub(super) Vec<Need>);

/// What one variant needs.
#[derive(Clone, Debug)]
pub(super) struct Need {
    pub(super) words: Vec<Wanted>,
    /// What the missing words may cost at most, at their lowest.
    pub(super) most_cost: f64,
    /// What the missing words may weigh at most.
    pub(super) most_weight: f64,
}

/// What a variant has words or names for, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Word(usize),
    Name(usize),
}

impl What {
    pub(super) fn word(self) -> Option<usize> {
        match self {
            Self::Word(word) => Some(word),
            Self::Name(_) => None,
        }
    }

    pub(super) fn name(self) -> Option<usize> {
        match self {
            Self::Word(_) => None,
            Self::Name(name) => Some(name),
        }
    }
}

/// A word or name of a variant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub(super) what: What,
    /// The least that its absence costs.
    pub(super) cost: f64,
    /// What it weighs.
    pub(super) weight: f64,
}

impl Needs {
    /// Whether the text could match: of some variant no more is missing than
    /// the threshold forgives.
    pub(super) fn met(&self, present: &Present) -> bool {
        self.0.iter().any(|need| need.may_lack(need.words.iter().filter(|wanted| !present.has(wanted.what))))
    }
}

impl Present {
    pub(super) fn has(&self, what: What) -> bool {
        match what {
            What::Word(word) => self.words.has(word),
            What::Name(name) => self.names.has(name),
        }
    }
}

impl Need {
    pub(super) fn may_lack<'w>(&self, missing: impl Iterator<Item = &'w Wanted>) -> bool {
        let (mut cost, mut weight) = (0.0, 0.0);
        for word in missing {
            (cost, weight) = (cost + word.cost, weight + word.weight);
            if cost > self.most_cost || weight > self.most_weight {
                return false;
            }
        }
        true
    }
}
