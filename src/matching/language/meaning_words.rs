//! What words mean nearly the same, and what some mean only together. A language is one set of lists; its words are
//! stems.

/// Stems that mean nearly the same, a row a meaning.
pub(super) const SYNONYMS: &[&[&str]] = &[
    &["phone", "call", "telephon", "ring"],
    &["speak", "talk", "convers", "discuss"],
    &["time", "occas"],
    &["die", "kill", "perish"],
    &["injur", "hurt", "wound"],
    &["protest", "demonstr", "march", "ralli"],
    &["protest", "demonstr", "marcher"],
    &["person", "individu"],
    &["blaze", "fire"],
    &["last", "go", "take"],
    &["begin", "start"],
    &["end", "finish", "conclud"],
    &["request", "initi", "behest"],
    &["destroy", "burn", "ravag", "scorch", "consum"],
    &["evacu", "displac"],
    &["cost", "price"],
    &["damag", "loss"],
    &["strike", "walkout", "stoppag"],
    &["meet", "encount"],
    &["hold", "have"],
    &["attack", "assault", "invad"],
    &["releas", "publish"],
    &["share", "post"],
    &["minut", "min"],
];

/// Stems that stand together, with any one for `*`, and the stem of what they mean.
pub(super) const IDIOMS: &[(&[&str], &str)] = &[
    (&["lose", "*", "live"], "die"),
    (&["lose", "*", "life"], "die"),
    (&["take", "to", "the", "street"], "demonstr"),
    (&["walk", "off", "the", "job"], "strike"),
    (&["be", "home", "to"], "live"),
    (&["die", "trap"], "trap"),
    (&["die", "threat"], "threat"),
    (&["die", "penalti"], "penalti"),
];
