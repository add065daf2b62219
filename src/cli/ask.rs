//! Questions in a terminal.

use anyhow::Context;
use dialoguer::{Confirm, Input, Select};

pub(crate) fn select<T: std::fmt::Display>(prompt: &str, items: &[T], default: usize) -> anyhow::Result<usize> {
    Select::new().with_prompt(prompt).items(items).default(default).interact().context("nothing was written")
}

pub(crate) fn text(prompt: &str, default: Option<String>) -> anyhow::Result<String> {
    let mut input = Input::<String>::new().with_prompt(prompt).allow_empty(true);
    if let Some(default) = default.filter(|default| !default.is_empty()) {
        input = input.default(default);
    }
    input.interact_text().context("nothing was written")
}

/// Asks until nothing is answered.
pub(crate) fn list(prompt: &str) -> anyhow::Result<Vec<String>> {
    let mut texts = Vec::new();
    loop {
        let line = text(prompt, None)?;
        if line.trim().is_empty() {
            return Ok(texts);
        }
        texts.push(line);
    }
}

/// Yes or no.
pub(crate) fn confirm(prompt: &str, default: bool) -> anyhow::Result<bool> {
    Confirm::new().with_prompt(prompt).default(default).interact().context("nothing was written")
}
