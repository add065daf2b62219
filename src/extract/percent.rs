//! Shares in hundredths: `18 %`, `6.5 per cent`, `3 percentage points`.

use super::language::UnitWord;

/// The unit's name, for the two kinds of share.
pub(super) fn unit(word: UnitWord) -> &'static str {
    if word == UnitWord::Points { "percentage-point" } else { "percent" }
}
