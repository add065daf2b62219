//! The words of languages that matching needs to know: tables, one
//! [`Lexicon`](lexicon::Lexicon) for a language. It knows nothing of texts.

mod account_words;
pub(super) mod common_words;
mod contrast_words;
mod correction_words;
mod denial_words;
mod document_words;
pub(super) mod elisions;
pub mod english;
pub(super) mod figure_words;
mod happening_words;
mod hour_words;
mod interview_words;
mod level_words;
pub mod lexicon;
mod limit_words;
mod meaning_words;
pub(super) mod none_words;
pub(super) mod person_words;
mod postponing_words;
mod question_words;
mod reckoning_words;
mod said_words;
mod saying_words;
pub(super) mod stance_words;
mod stating_words;
pub(super) mod time_words;
mod verdict_words;
mod voice_words;
mod withdrawn_words;
pub mod words;
