//! What writes claims files: the canonical form, new stanzas, and that neither
//! loses anything.

#[path = "authoring/base.rs"]
mod base;
#[path = "authoring/draft.rs"]
mod draft;
#[path = "authoring/fmt.rs"]
mod fmt;
#[path = "authoring/form.rs"]
mod form;
#[path = "authoring/generator.rs"]
mod generator;
#[path = "authoring/lint.rs"]
mod lint;
#[path = "authoring/meaning.rs"]
mod meaning;
#[path = "authoring/program.rs"]
mod program;
#[cfg(unix)]
#[path = "authoring/review.rs"]
mod review;
#[path = "authoring/schema.rs"]
mod schema;
#[path = "authoring/session.rs"]
mod session;
#[path = "authoring/start.rs"]
mod start;
#[path = "authoring/topics.rs"]
mod topics;
#[cfg(unix)]
#[path = "authoring/writers.rs"]
mod writers;
