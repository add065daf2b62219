//! How much of a fingerprint is printed, and typed again: enough to tell it from all others of a report.

/// At least so many digits.
const LEAST: usize = 8;

/// The beginning of each fingerprint by which it is known among all.
pub(super) fn beginnings(fingerprints: &[&str]) -> Vec<String> {
    let mut sorted = fingerprints.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let beginning = |&print: &&str| {
        let at = sorted.partition_point(|other| *other < print);
        let before = at.checked_sub(1).and_then(|before| sorted.get(before));
        let near = before.into_iter().chain(sorted.get(at + 1));
        let shared = near.map(|other| shared(print, other)).max().unwrap_or(0);
        print.get(..LEAST.max(shared + 1)).unwrap_or(print).to_owned()
    };
    fingerprints.iter().map(beginning).collect()
}

/// How many bytes two texts begin with alike.
fn shared(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_digits_unless_another_begins_alike() {
        let prints = ["0e9237c75d1ab403", "0e9237c75d2ab403", "17f1e0d45d1ab403", "0e9237c95d1ab403"];
        assert_eq!(beginnings(&prints), ["0e9237c75d1", "0e9237c75d2", "17f1e0d4", "0e9237c9"]);
        assert_eq!(beginnings(&["0e92", "0e92"]), ["0e92", "0e92"]);
    }
}
