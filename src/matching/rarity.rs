//! How often news in English has a piece of text: a rough guess, to choose what
//! is worth searching for. A wrong guess costs time and never a mention.
//!
//! ```text
//! sai…  said       often        zaporizh…  hardly ever
//! ```

use super::common_words::COMMON;
use super::english::ENGLISH;
use super::float;
use super::forms::Literal;

/// How often a text has it, in a hundred thousand words.
pub(super) fn rarity(literal: &Literal) -> f64 {
    let stands_in = |word: &str| match literal.ends {
        true => word == literal.text,
        false => word.starts_with(&literal.text),
    };
    let common = COMMON.iter().map(|(often, words)| often * float(words.iter().filter(|word| stands_in(word)).count()));
    let function = 600.0 * float(ENGLISH.function_words.iter().filter(|word| stands_in(word)).count());
    let letters = i32::try_from(literal.text.len()).unwrap_or(i32::MAX);
    let often = common.sum::<f64>() + function + 300.0 * 0.4_f64.powi(letters - 3);
    // The word around it is looked at, and is hardly ever like the one wanted.
    let checked = if literal.likely.is_some() { CHECKED } else { 1.0 };
    let capital = if literal.is_capital { CAPITAL } else { 1.0 };
    checked * capital * often
}

/// What it costs to look at a word, against reading the text that it stands in.
const CHECKED: f64 = 0.02;

/// How much rarer a word is with a capital.
const CAPITAL: f64 = 0.05;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_are_told_from_common_ones() {
        let of = |text: &str| rarity(&Literal::beginning(text));
        assert!(of("zaporizh") < of("phon"));
        assert!(of("phon") < of("said"));
        assert!(of("the") > of("year"));
        assert!(rarity(&Literal { is_capital: true, ..Literal::beginning("the") }) < of("the"));
    }
}
