//! The claims file: every mistake is told at its place, and what is good is
//! kept.

#[path = "claims/reading.rs"]
mod reading;

#[path = "claims/story.rs"]
mod story;

#[path = "claims/mistakes.rs"]
mod mistakes;

#[path = "claims/kept.rs"]
mod kept;

#[path = "claims/patterns.rs"]
mod patterns;

#[path = "claims/hostile.rs"]
mod hostile;
