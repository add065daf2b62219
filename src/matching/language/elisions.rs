//! Words whose beginning English leaves out, behind an apostrophe that opens no quotation.

/// As they stand behind the apostrophe, in lower case: `'tis`, `rock 'n' roll`, `Van 't Hoff`.
pub(in crate::matching) const ELISIONS: &[&str] =
    &["n", "t", "s", "em", "til", "till", "tis", "twas", "cause", "cos", "cuz", "bout", "round", "neath", "un", "ere"];
