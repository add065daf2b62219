//! The words of the calendar: months and days of the week, whole and short.
//!
//! For telling a date line or a name from other words; what a date means is read
//! elsewhere.

const MONTHS: [&str; 24] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether a folded word names a month or a day of the week.
///
/// ```
/// use gainsay::text::is_calendar_word;
/// assert!(is_calendar_word("sept") && is_calendar_word("monday") && !is_calendar_word("today"));
/// ```
#[must_use]
pub fn is_calendar_word(folded: &str) -> bool {
    MONTHS.contains(&folded) || is_weekday(folded)
}

/// Whether a folded word names a day of the week.
///
/// ```
/// use gainsay::text::is_weekday;
/// assert!(is_weekday("monday") && !is_weekday("may"));
/// ```
#[must_use]
pub fn is_weekday(folded: &str) -> bool {
    DAYS.contains(&folded)
}
