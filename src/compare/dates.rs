//! Dates, moments and windows in words: `24 Feb 2022`, `May 2017 to 24 Feb 2022`.
//!
//! Every report says dates the same way, because all of them ask here. Nothing
//! here compares two dates.
//!
//! ```
//! use gainsay::compare::dates::window_in_words;
//! use gainsay::value::edtf::parse_window;
//! let window = parse_window("2017-05/2022-02-24").unwrap();
//! assert_eq!(window_in_words(&window), "May 2017 to 24 Feb 2022");
//! ```

use crate::value::{Edge, Moment, Precision, Window};
use jiff::civil::{Date, DateTime};
use jiff::{ToSpan, Unit};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// One day: `24 Feb 2022`.
#[must_use]
pub fn date_in_words(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// A stretch of whole days, both ends included, as briefly as it can be said:
/// `2022`, `May 2017`, `21 to 30 Jun 2022`, `1 Dec 2021 to 3 Jan 2022`.
///
/// ```
/// use gainsay::compare::dates::days_in_words;
/// use jiff::civil::date;
/// assert_eq!(days_in_words(date(2022, 6, 21), date(2022, 6, 30)), "21 to 30 Jun 2022");
/// assert_eq!(days_in_words(date(2022, 5, 1), date(2022, 5, 31)), "May 2022");
/// ```
#[must_use]
pub fn days_in_words(first: Date, last: Date) -> String {
    let whole_months = first.day() == 1 && last == last.last_of_month();
    let same_year = first.year() == last.year();
    if first == last {
        date_in_words(first)
    } else if whole_months && same_year && first.month() == 1 && last.month() == 12 {
        first.year().to_string()
    } else if whole_months && same_year && first.month() == last.month() {
        format!("{} {}", month(first), first.year())
    } else if whole_months && same_year {
        format!("{} to {} {}", month(first), month(last), first.year())
    } else if whole_months {
        format!("{} {} to {} {}", month(first), first.year(), month(last), last.year())
    } else if same_year && first.month() == last.month() {
        format!("{} to {}", first.day(), date_in_words(last))
    } else if same_year {
        format!("{} {} to {}", first.day(), month(first), date_in_words(last))
    } else {
        format!("{} to {}", date_in_words(first), date_in_words(last))
    }
}

/// An edge of a window: the days it may lie on.
#[must_use]
pub fn edge_in_words(edge: &Edge) -> String {
    match edge {
        Edge::Unknown => "an unstated day".to_owned(),
        Edge::Open => "no set day".to_owned(),
        Edge::Between(first, last) => days_in_words(*first, *last),
    }
}

/// A window: `May 2017 to 24 Feb 2022`, `since Dec 2021`, `up to 24 Feb 2022`,
/// `May 2022` where it is that very month.
#[must_use]
pub fn window_in_words(window: &Window) -> String {
    match (window.from.days(), window.to.days()) {
        (None, None) => "an unstated period".to_owned(),
        (Some(_), None) => format!("since {}", edge_in_words(&window.from)),
        (None, Some(_)) => format!("up to {}", edge_in_words(&window.to)),
        (Some((first, low)), Some((high, last))) => {
            if window.from == window.to || (first == low && high == last && first <= last && is_stretch(first, last)) {
                return days_in_words(first, last);
            }
            let (from, to) = (edge_in_words(&window.from), edge_in_words(&window.to));
            if from.contains(" to ") || to.contains(" to ") {
                return format!("from {from} until {to}");
            }
            format!("{from} to {to}")
        }
    }
}

/// A window, or that there is none.
#[must_use]
pub fn period_in_words(window: Option<&Window>) -> String {
    window.map_or_else(|| "no period stated".to_owned(), window_in_words)
}

/// A moment, as finely as it was stated: `24 Feb 2022`, `21 to 30 Jun 2022`,
/// `23:30 on 24 Feb 2022 (Moscow time)`.
///
/// ```
/// use gainsay::compare::dates::moment_in_words;
/// use gainsay::value::{Moment, edtf::parse_date};
/// use jiff::civil::date;
/// assert_eq!(moment_in_words(&parse_date("2022-02").unwrap()), "Feb 2022");
/// let night = Moment::minute(date(2022, 2, 24).at(23, 30, 0, 0));
/// assert_eq!(moment_in_words(&night), "23:30 on 24 Feb 2022");
/// assert_eq!(moment_in_words(&night.about()), "about 23:30 on 24 Feb 2022");
/// ```
#[must_use]
pub fn moment_in_words(moment: &Moment) -> String {
    let zone = moment.zone.as_ref().map(|zone| format!(" ({})", zone.name)).unwrap_or_default();
    let words = match (moment.from, moment.to) {
        (None, None) => "an unstated day".to_owned(),
        (Some(from), None) if is_midnight(from) => format!("{} or later", date_in_words(from.date())),
        (Some(from), None) => format!("{} or later", instant(from)),
        (None, Some(to)) if is_midnight(to) => {
            format!("{} or earlier", date_in_words(moment.last_day().unwrap_or(to.date())))
        }
        (None, Some(to)) => format!("before {}", instant(to)),
        (Some(from), Some(to)) if matches!(moment.precision, Precision::Minute | Precision::Second) => {
            let about = middle(from, to).filter(|stated| is_about(moment, *stated));
            about.map_or_else(|| instant(from), |stated| format!("about {}", instant(stated)))
        }
        (Some(from), Some(to)) if is_midnight(from) && is_midnight(to) => {
            let last = moment.last_day().unwrap_or(from.date());
            days_in_words(from.date(), last)
        }
        (Some(from), Some(to)) if from.date() == to.date() => {
            format!("{} to {} on {}", clock(from), clock(to), date_in_words(from.date()))
        }
        (Some(from), Some(to)) => format!("{} to {}", instant(from), instant(to)),
    };
    words + &zone
}

/// The minute in the middle of a stretch.
fn middle(from: DateTime, to: DateTime) -> Option<DateTime> {
    let minutes = from.until((Unit::Minute, to)).ok()?.get_minutes();
    from.checked_add((minutes / 2).minutes()).ok()
}

/// Whether a moment is as wide as `about` makes a clock time.
fn is_about(moment: &Moment, stated: DateTime) -> bool {
    let about = Moment::minute(stated).about();
    (moment.from, moment.to) == (about.from, about.to)
}

fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

/// A whole month or a whole year, which has a name of its own.
fn is_stretch(first: Date, last: Date) -> bool {
    first == last || !days_in_words(first, last).contains(" to ")
}

fn is_midnight(at: DateTime) -> bool {
    at.time() == jiff::civil::Time::midnight()
}

fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn instant(at: DateTime) -> String {
    format!("{} on {}", clock(at), date_in_words(at.date()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::edtf::parse_window;
    use jiff::civil::date;

    #[test]
    fn windows_are_said_as_briefly_as_they_can_be() {
        let words = |text: &str| window_in_words(&parse_window(text).unwrap());
        assert_eq!(words("2021-12/2022-05-03"), "Dec 2021 to 3 May 2022");
        assert_eq!(words("2022-02-24/2022-10"), "24 Feb 2022 to Oct 2022");
        assert_eq!(words("2022-02-24/.."), "since 24 Feb 2022");
        assert_eq!(words("/2022-02-24"), "up to 24 Feb 2022");
        assert_eq!(words("2023-03-07"), "7 Mar 2023");
        assert_eq!(words("2022-05"), "May 2022");
        assert_eq!(words("2022"), "2022");
    }

    #[test]
    fn an_edge_of_several_days_keeps_its_own_to() {
        let window =
            Window { from: Edge::Between(date(2022, 2, 7), date(2022, 2, 10)), to: Edge::on(date(2022, 3, 7)) };
        assert_eq!(window_in_words(&window), "from 7 to 10 Feb 2022 until 7 Mar 2022");
    }

    #[test]
    fn days_of_two_months_or_years_name_both() {
        assert_eq!(days_in_words(date(2022, 2, 24), date(2022, 3, 7)), "24 Feb to 7 Mar 2022");
        assert_eq!(days_in_words(date(2022, 12, 1), date(2023, 2, 28)), "Dec 2022 to Feb 2023");
        assert_eq!(days_in_words(date(2021, 12, 30), date(2022, 1, 2)), "30 Dec 2021 to 2 Jan 2022");
    }

    #[test]
    fn open_moments_and_hours_are_said() {
        let from = date(2022, 2, 24).at(9, 0, 0, 0);
        let mut moment = Moment {
            from: Some(from),
            to: Some(date(2022, 2, 24).at(12, 0, 0, 0)),
            precision: Precision::DayPart,
            zone: None,
        };
        assert_eq!(moment_in_words(&moment), "09:00 to 12:00 on 24 Feb 2022");
        moment.to = None;
        assert_eq!(moment_in_words(&moment), "09:00 on 24 Feb 2022 or later");
    }
}
