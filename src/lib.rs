//! gainsay cross-references hand-curated claims against articles and reports
//! where sources conflict. `ARCHITECTURE.md` draws the house; every folder
//! here is one of its floors, and imports run down only.

pub mod authoring;
pub mod check;
pub mod claims;
pub mod compare;
pub mod corpus;
pub mod diagnostic;
pub mod draft;
pub mod extract;
pub mod history;
pub mod matching;
pub mod report;
pub mod scan;
pub mod suggest;
pub mod text;
pub mod value;
