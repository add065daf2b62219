//! The one day that a topic asks about, on which its clock times are: a text that answers `When did the call of 26 March
//! 2026 begin?` with `at 4.10pm` often gives no day, or only those of other things.
//!
//! ```text
//! during = 2026-03-26                                   26 March
//! dates = "strike", an event on 9 April                 9 April
//! When did the call of 26 March 2026 begin?             26 March
//! When was the market hit on 9 April 2025?              9 April
//! When did the man arrested on 9 April 2025 leave?      none: it may be that of another thing
//! When did they meet between 3 and 9 April 2025?        none
//! ```

use crate::claims::Topic;
use crate::extract::moment::find_moments;
use crate::extract::{Reading, Setting};
use crate::text::Tokens;
use jiff::civil::Date;

/// The day of a topic: of its `during`, or of the event that it dates, or of its question.
pub(super) fn asked_day(topic: &Topic) -> Option<Date> {
    let is_asked_alone = topic.during.is_none() && topic.dates.is_none();
    topic.day.or_else(|| if is_asked_alone { day_of_question(&topic.question) } else { None })
}

/// The only date of a question, where that says of which day the thing is that it asks about.
fn day_of_question(question: &str) -> Option<Date> {
    let tokens = Tokens::new(question);
    let found = find_moments(&tokens, &Setting::default(), &[]);
    let [read] = found.as_slice() else { return None };
    let Reading::Moment(when) = &read.reading else { return None };
    let within = tokens.within(read.span);
    let word = |at: usize| if at < tokens.len() { tokens.folded(at) } else { "" };
    let before = within.start.checked_sub(1).map(word)?;
    let ends = within.end >= tokens.len() || word(within.end) == "?";
    when.moment.as_ref()?.only_day().filter(|_| before == "of" || before == "on" && ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_the_day_of_what_it_asks_about() {
        let day = |question: &str| day_of_question(question).map(|day| day.to_string());
        assert_eq!(day("When did the call of 26 March 2026 begin?").as_deref(), Some("2026-03-26"));
        assert_eq!(day("When was the market hit on 9 April 2025?").as_deref(), Some("2025-04-09"));
        assert_eq!(day("When did the man arrested on 9 April 2025 leave?"), None);
        assert_eq!(day("When did the call of March 2026 begin?"), None);
        assert_eq!(day("When did the call of 26 March begin?"), None);
        assert_eq!(day("When did the calls of 26 March 2026 and of 3 May 2026 begin?"), None);
    }
}
