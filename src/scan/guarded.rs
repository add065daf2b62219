//! A fault of the program in one article costs that article, and says so: a run over an archive goes on.
//!
//! The run ends with the status of bad input, since something was not looked through. In a debug build it ends at once:
//! tests are to see it.

use super::Scanned;
use crate::corpus::Article;
use crate::corpus::read::unread;
use crate::diagnostic::Severity;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What was found in an article, of which the head is given; or that nothing could be.
pub(super) fn guarded(head: &Article, find: impl FnOnce() -> Scanned) -> Scanned {
    if cfg!(debug_assertions) { find() } else { caught(head, find) }
}

fn caught(head: &Article, find: impl FnOnce() -> Scanned) -> Scanned {
    // Nothing that is shared is left half-written: all that a text gives is its own until it is returned.
    catch_unwind(AssertUnwindSafe(find)).unwrap_or_else(|_| {
        let message = format!("the article `{}` could not be looked through: this is a fault of gainsay", head.id);
        let error = unread(&head.path, Severity::Error, message);
        let help = "everything else was checked; please report it, with the text and the claims file";
        Scanned::silent(head.clone(), vec![error.help(help)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::read::head_from;

    #[test]
    fn a_fault_costs_its_article_and_is_told() {
        let (head, ..) = head_from("herald", "corpus/herald.txt", "20 calls were made.");
        let scanned = caught(&head, || Scanned::silent(head.clone(), Vec::new()));
        assert!(scanned.diagnostics.is_empty());
        let scanned = caught(&head, || panic!("a fault"));
        let [error] = scanned.diagnostics.as_slice() else { panic!("{:?}", scanned.diagnostics) };
        assert_eq!((error.severity, &*scanned.article.id, scanned.mentions.len()), (Severity::Error, "herald", 0));
        assert_eq!(error.message, "the article `herald` could not be looked through: this is a fault of gainsay");
        assert_eq!(error.source.path.to_str(), Some("corpus/herald.txt"));
    }
}
