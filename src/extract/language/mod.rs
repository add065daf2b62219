//! What differs between languages: tables of words, and nothing else.

pub(crate) mod en_holidays;
pub(crate) mod en_moments;
