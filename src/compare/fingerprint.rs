//! Fingerprints: the names by which findings are known from one run to the
//! next.
//!
//! A fingerprint is 16 hexadecimal digits in three parts, so that two of them
//! tell how their findings stand to each other:
//!
//! ```text
//! 0e92 37c7 5d1ab403
//! │    │    └ the exact evidence: values, wordings, how many texts have them
//! │    └ who speaks, over which scope
//! └ the rule, the topic, and what of the topic it is about
//! ```
//!
//! Nothing in it depends on where a statement stands: not on lines, files, nor
//! the order of the claims.

use super::Rule;
use xxhash_rust::xxh3::xxh3_64;

/// Parts of a canonical text are kept apart by a character no text prints.
pub(super) const APART: char = '\u{1f}';

/// How many digits two findings share that are about the same thing.
const FAMILY: usize = 4;

/// How many digits two findings share that have the same speakers and scope
/// besides.
const SUBJECT: usize = 8;

/// What a finding rests on, in canonical texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// What of the topic it is about: a claim's id, a point, a value.
    pub(super) about: Vec<String>,
    /// Who speaks over which scope, a line a position.
    pub(super) speakers: Vec<String>,
    /// What is said, a line a statement; equal lines count.
    pub(super) statements: Vec<String>,
}

/// The fingerprint of a finding.
pub(super) fn fingerprint(rule: &Rule, topic: &str, evidence: Evidence) -> String {
    let Evidence { mut about, mut speakers, mut statements } = evidence;
    about.sort_unstable();
    speakers.sort_unstable();
    speakers.dedup();
    statements.sort_unstable();
    about.extend([rule.id.to_owned(), topic.to_owned()]);
    let family = digest(&[&about]);
    let subject = digest(&[&about, &speakers]);
    let exact = digest(&[&about, &speakers, &statements]);
    format!("{:04x}{:04x}{:08x}", family >> 48, subject >> 48, exact >> 32)
}

/// How much two findings have in common: 2 who speaks about what, 1 what it is
/// about, 0 nothing.
#[must_use]
pub fn likeness(a: &str, b: &str) -> usize {
    let same = |digits: usize| a.get(..digits).is_some_and(|start| b.starts_with(start));
    usize::from(same(FAMILY)) + usize::from(same(SUBJECT))
}

fn digest(parts: &[&Vec<String>]) -> u64 {
    let mut canonical = String::new();
    for part in parts {
        canonical.push(APART);
        for line in *part {
            canonical.push_str(line);
            canonical.push(APART);
        }
    }
    xxh3_64(canonical.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::rules::CLAIMANTS_CONFLICT;
    use super::*;

    fn print(about: &str, speakers: &[&str], statements: &[&str]) -> String {
        let lines = |lines: &[&str]| lines.iter().map(|&line| line.to_owned()).collect();
        let evidence =
            Evidence { about: vec![about.to_owned()], speakers: lines(speakers), statements: lines(statements) };
        fingerprint(&CLAIMANTS_CONFLICT, "calls", evidence)
    }

    #[test]
    fn a_changed_statement_changes_the_last_part_only() {
        let (before, after) = (print("", &["a", "b"], &["6", "14"]), print("", &["b", "a"], &["6", "15"]));
        assert_eq!(before[..8], after[..8]);
        assert_ne!(before[8..], after[8..]);
        assert_eq!(likeness(&before, &after), 2);
    }

    #[test]
    fn another_speaker_leaves_the_family() {
        let (before, after) = (print("", &["a", "b"], &["6", "14"]), print("", &["a", "c"], &["6", "14"]));
        assert_eq!(likeness(&before, &after), 1);
        assert_eq!(likeness(&before, &print("food", &["a", "b"], &["6", "14"])), 0);
    }

    #[test]
    fn one_more_text_with_the_same_words_is_more_evidence() {
        assert_ne!(print("", &["a"], &["6", "6"]), print("", &["a"], &["6"]));
        assert_eq!(print("", &["a", "a"], &["6"]), print("", &["a"], &["6"]));
    }
}
