//! The colours, in one place. Everything is written with them; whoever owns
//! the stream strips them where they are not wanted.

use crate::compare::Severity;
use anstyle::{AnsiColor, Style};
use std::fmt::Display;

/// What stands out.
pub const STRONG: Style = Style::new().bold();
/// What stands back.
pub const FAINT: Style = Style::new().dimmed();
/// What went wrong.
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// What to know before trusting the outcome.
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// The value inside its sentence.
pub const MARK: Style = Style::new().bold().underline();

/// The colour of a severity.
#[must_use]
pub fn of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Conflict => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default(),
        Severity::Note => AnsiColor::Cyan.on_default(),
    }
}

/// `text` in a style.
///
/// ```
/// use gainsay::report::style::{STRONG, painted};
/// assert_eq!(painted("20", STRONG), "\u{1b}[1m20\u{1b}[0m");
/// ```
#[must_use]
pub fn painted(text: impl Display, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

/// One line of several, with what stands between `⟦` and `⟧` painted; `inside`
/// says whether such a stretch has begun on an earlier line.
///
/// ```
/// use gainsay::report::style::paint_marks;
/// let mut inside = false;
/// assert_eq!(paint_marks("called ⟦14", &mut inside), "called \u{1b}[1m\u{1b}[4m⟦14\u{1b}[0m");
/// assert_eq!(paint_marks("times⟧ since", &mut inside), "\u{1b}[1m\u{1b}[4mtimes⟧\u{1b}[0m since");
/// ```
#[must_use]
pub fn paint_marks(line: &str, inside: &mut bool) -> String {
    let mut shown = if *inside { format!("{MARK}") } else { String::new() };
    for sign in line.chars() {
        match sign {
            '⟦' => (*inside, shown) = (true, format!("{shown}{MARK}⟦")),
            '⟧' => (*inside, shown) = (false, format!("{shown}⟧{MARK:#}")),
            sign => shown.push(sign),
        }
    }
    if *inside { format!("{shown}{MARK:#}") } else { shown }
}
