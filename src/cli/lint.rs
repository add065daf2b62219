//! `gainsay lint`: what is wrong with a claims file, beyond what cannot be
//! read.

use super::change::{Change, apply};
use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use clap::{Args, ValueEnum};
use gainsay::authoring::lint::{Complaint, Fix, apply_fixes, lint};
use gainsay::check::Checked;
use gainsay::diagnostic::{Diagnostic, Severity};
use gainsay::report::style::{STRONG, painted};
use gainsay::report::told::counted;

#[derive(Args, Debug)]
pub(crate) struct LintArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Mend what needs no decision.
    #[arg(long)]
    fix: bool,
    /// Which complaints make the exit status 1.
    #[arg(long, value_enum, default_value_t = Level::Error, value_name = "LEVEL")]
    fail_level: Level,
}

/// From which severity on complaints make the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// None.
    Never,
}

pub(crate) fn run(arguments: &LintArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check(&[], streams)?;
    let complaints = lint(&checked);
    let (mended, left): (Vec<Complaint>, Vec<Complaint>) =
        complaints.into_iter().partition(|complaint| arguments.fix && complaint.fix.is_some());
    if !mended.is_empty() {
        mend(arguments, &checked, &mended, streams)?;
    }
    let told: Vec<Diagnostic> = left.iter().map(|complaint| complaint.diagnostic.clone()).collect();
    streams.show(&told);
    // What could not be read counts as well: `0 errors` is no word for a file that has one.
    let count = |severity: Severity| {
        let complained = left.iter().filter(|complaint| complaint.lint.severity == severity);
        complained.count() + checked.diagnostics.iter().filter(|told| told.severity == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let line = format!(
        "{}, {}: {}, {}",
        counted(checked.claims.topics.len(), "topic"),
        counted(checked.claims.claims.len(), "claim"),
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    streams.write(|out| writeln!(out, "{}", painted(line, STRONG)))?;
    let fails = match arguments.fail_level {
        Level::Error => errors > 0,
        Level::Warning => errors + warnings > 0,
        Level::Never => false,
    };
    Ok(if checked.has_errors() {
        Status::BadInput
    } else if checked.claims.topics.is_empty() {
        streams.complain("nothing was checked: there is no topic");
        Status::NothingChecked
    } else if fails {
        Status::Findings
    } else {
        Status::Clean
    })
}

fn mend(arguments: &LintArguments, checked: &Checked, mended: &[Complaint], streams: &Streams) -> anyhow::Result<()> {
    let fixes: Vec<&Fix> = mended.iter().filter_map(|complaint| complaint.fix.as_ref()).collect();
    let mut change = Change::of(arguments.input.claims_file(), checked);
    change.after = apply_fixes(&change.after, fixes.into_iter())?;
    apply(&change, streams)?;
    for complaint in mended {
        streams.say(&format!("mended: {}", complaint.diagnostic.message));
    }
    Ok(())
}
