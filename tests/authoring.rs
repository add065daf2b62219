//! What writes claims files: the canonical form, new stanzas, and that neither
//! loses anything.

#[path = "authoring/fmt.rs"]
mod fmt;
#[path = "authoring/form.rs"]
mod form;
#[path = "authoring/lint.rs"]
mod lint;
#[path = "authoring/meaning.rs"]
mod meaning;
#[path = "authoring/program.rs"]
mod program;
#[path = "authoring/schema.rs"]
mod schema;
#[path = "authoring/session.rs"]
mod session;
#[path = "authoring/start.rs"]
mod start;
