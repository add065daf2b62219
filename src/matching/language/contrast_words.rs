//! English words that rule each other out, by their stems.

/// Families of meanings, each meaning a row of stems.
pub(super) static ENGLISH: &[&[&[&str]]] = &[
    &[
        &["die", "kill", "perish", "dead", "death", "fatal"],
        &["injur", "hurt", "wound"],
        &["miss", "unaccount"],
        &["arrest", "detain"],
        &["rescu", "surviv"],
    ],
    &[&["favour", "favor", "support", "back", "approv", "endors"], &["oppos", "reject", "disapprov"]],
    &[&["import"], &["export"]],
    &[&["buy", "bought", "purchas"], &["sell", "sold"]],
    &[&["man", "men"], &["woman", "women"], &["child", "children"]],
];
