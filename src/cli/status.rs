//! What the exit status means, and nothing else.

use clap::ValueEnum;
use gainsay::check::Checked;
use gainsay::compare::Severity;
use gainsay::report::Report;
use std::process::ExitCode;

/// The end of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Nothing at or above the fail level.
    Clean = 0,
    /// Findings at or above the fail level.
    Findings = 1,
    /// Bad input or environment; it wins over findings.
    BadInput = 2,
    /// There was no article, or no topic.
    NothingChecked = 3,
}

/// The meaning of the statuses, for `--help`.
pub(crate) const HELP: &str = "\
Exit status:
  0  nothing at or above --fail-level
  1  findings at or above --fail-level
  2  bad input or environment; wins over 1
  3  nothing was checked: no article, or no topic";

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// From which severity on findings make the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailLevel {
    /// Conflicts only.
    Conflict,
    /// Conflicts and warnings.
    Warning,
    /// Any finding.
    Note,
    /// None.
    Never,
}

impl FailLevel {
    pub(super) fn fails(self, worst: Severity) -> bool {
        match self {
            Self::Conflict => worst == Severity::Conflict,
            Self::Warning => worst <= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

impl Status {
    /// The status of a check.
    pub(crate) fn of(checked: &Checked, report: &Report, level: FailLevel, allow_empty: bool) -> Self {
        if checked.has_errors() {
            Self::BadInput
        } else if checked.is_empty() && !allow_empty {
            Self::NothingChecked
        } else if report.worst().is_some_and(|worst| level.fails(worst)) {
            Self::Findings
        } else {
            Self::Clean
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_fails_on_itself_and_on_what_is_worse() {
        let failing =
            |level: FailLevel| [Severity::Conflict, Severity::Warning, Severity::Note].map(|worst| level.fails(worst));
        assert_eq!(failing(FailLevel::Conflict), [true, false, false]);
        assert_eq!(failing(FailLevel::Warning), [true, true, false]);
        assert_eq!(failing(FailLevel::Note), [true, true, true]);
        assert_eq!(failing(FailLevel::Never), [false, false, false]);
    }
}
