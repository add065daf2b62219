//! How often news in English has a piece of text: a rough guess, to choose what
//! is worth searching for. A wrong guess costs time and never a mention.
//!
//! ```text
//! sai…  said       often        zaporizh…  hardly ever
//! ```

use super::forms::Literal;
use crate::matching::float;
use crate::matching::language::common_words::COMMON;
use crate::matching::language::english::ENGLISH;

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
    use super::super::likely::Likely;
    use super::*;

    #[test]
    fn rare_words_are_told_from_common_ones() {
        let of = |text: &str| rarity(&Literal::beginning(text));
        assert!(of("zaporizh") < of("phon"));
        assert!(of("phon") < of("said"));
        assert!(of("the") > of("year"));
        assert!(rarity(&Literal { is_capital: true, ..Literal::beginning("the") }) < of("the"));
    }

    #[test]
    fn a_word_that_no_list_has_is_guessed_by_its_length() {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let rare = |text: &str| rarity(&Literal::beginning(text));
        assert!(near(rare("zqx"), 300.0) && near(rare("zq"), 750.0) && near(rare("zqxv"), 120.0));
        assert!(near(rare("zqxvw"), 48.0) && near(rare("zqxvwzqxvw"), 300.0 * 0.4_f64.powi(7)));
        let looked_at = Literal { likely: Some(Likely::new("zqx", 0.8, Vec::new())), ..Literal::beginning("zqx") };
        assert!(near(rarity(&looked_at), 6.0));
        assert!(near(rarity(&Literal { is_capital: true, ..Literal::beginning("zqx") }), 15.0));
        assert!(near(rarity(&Literal { is_capital: true, ..looked_at }), 0.3));
    }

    #[test]
    fn a_beginning_is_as_common_as_all_its_words() {
        let whole = |text: &str| rarity(&Literal { ends: true, ..Literal::beginning(text) });
        let beginning = |text: &str| rarity(&Literal::beginning(text));
        // Of small words each counts.
        assert!(whole("the") > 600.0 && beginning("the") > whole("the") + 600.0, "there, they, their");
        assert!(beginning("sai") > beginning("zqx") && whole("sai") < beginning("sai"));
        assert!((whole("said") - 420.0).abs() < 1e-9 && (whole("the") - 900.0).abs() < 1e-9);
    }
}
