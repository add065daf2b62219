//! Whether a number is a year, or two that follow each other, where the words of a pattern could take it for a count.
//!
//! ```text
//! the quake of 1999 killed many         1999 is a year
//! a convoy of 1999                      1,999 came
//! a 1999 report on the quake            1999 is a year
//! in 2024 to 2025 nobody was killed     a business year
//! ```

use super::whose::Taken;

/// What is of so many, and not of a year.
const CROWDS: &[&str] = &["crowd", "crowds", "group", "groups", "throng", "mob", "audience", "army", "force", "total"];

impl Taken<'_, '_, '_> {
    /// `The quake of 1999`, `a 1999 report`: a year, with nothing behind it that it counts, nor before.
    pub(super) fn is_year(&self) -> Option<usize> {
        let (at, next) = (self.value().start, self.value().end);
        let raw = self.scene.passage.tokens.raw(at);
        let looks = self.value().len() == 1 && raw.len() == 4 && (raw.starts_with("19") || raw.starts_with("20"));
        let of = self.before().filter(|_| looks && raw.bytes().all(|byte| byte.is_ascii_digit()))?;
        // `A 2019 report`: nothing of which there are so many is one.
        if matches!(self.word(of), "a" | "an") && self.word(next) != "-" {
            return Some(at);
        }
        let counts = self.is_said(next) && !self.word(next).ends_with("ed");
        let of_what = of.checked_sub(1).filter(|at| self.scene.tokens.contains(at));
        let is_number_of = |at: usize| {
            let known = self.scene.passage.lexicon.is_account(&self.scene.passage.stems[at]);
            self.is_said(at) || known || CROWDS.contains(&self.word(at)) || self.is_any(at)
        };
        (self.word(of) == "of" && !counts && !of_what.is_some_and(is_number_of)).then_some(at)
    }

    /// `A convoy`, `a huge convoy`: one that the number tells of, as a year would of `the convoy`.
    fn is_any(&self, noun: usize) -> bool {
        let before = noun.saturating_sub(2)..noun;
        before.rev().any(|at| matches!(self.word(at), "a" | "an"))
    }

    /// `In 2024 to 2025`, `for 2024-25`: one year behind the other, which counts nothing.
    pub(super) fn is_pair_of_years(&self) -> Option<usize> {
        let (first, last) = (self.value().start, self.value().end.checked_sub(1)?);
        let before = first.checked_sub(1).filter(|at| self.scene.tokens.contains(at))?;
        let joined = last == first + 2 && matches!(self.word(first + 1), "to" | "-" | "/");
        let year: u16 = Some(self.word(first)).filter(|year| joined && year.len() == 4)?.parse().ok()?;
        let next: u16 = self.word(last).parse().ok()?;
        let follows = next == year + 1 || self.word(last).len() == 2 && next == (year + 1) % 100;
        let is_time = matches!(self.word(before), "in" | "during" | "since");
        let may_be = matches!(self.word(before), "for" | "of" | "from") && !self.is_said(last + 1);
        let is_year = (is_time || may_be) && follows && (1900..2100).contains(&year);
        is_year.then_some(first)
    }
}
