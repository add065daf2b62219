//! Made-up corpora with known mentions, and the speed of `gainsay` beside that
//! of its peers.

pub mod article;
pub mod claims;
pub mod corpus;
pub mod measure;
pub mod prose;
pub mod random;
pub mod read;
pub mod run;
pub mod statement;
pub mod subjects;
pub mod topic;
pub mod value;
pub mod verify;
pub mod words;
