//! Arguments to library calls: a file a command. The library cannot see it.
//!
//! ```text
//! $ gainsay check --claims claims.toml --format json
//! $ gainsay explain claimants-conflict
//! ```

mod add;
mod ask;
mod asked;
mod base;
mod cache;
mod change;
mod check;
mod collate;
mod diff;
mod draft;
mod explain;
mod fmt;
mod init;
mod input;
mod jsonl;
mod kept;
mod lint;
mod output;
mod progress;
mod report;
mod review;
mod rule;
mod scan;
mod schema;
mod shell;
mod show;
mod shown;
mod status;
mod stream;
mod suggest;
mod temporary;
mod values;
mod why;

use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use status::Status;
use stream::Streams;

/// Cross-references hand-curated claims against articles, and reports where
/// sources conflict.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, after_help = status::HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Colour what is printed.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Find every place that speaks to the claims, and report conflicts.
    Check(check::CheckArguments),
    /// Show the evidence behind a topic, claim, position or finding.
    Show(show::ShowArguments),
    /// Write the page that an editor reads, prints and sends.
    Report(report::ReportArguments),
    /// Say why the sentences of an article matched a topic, or did not.
    Why(why::WhyArguments),
    /// Print every number, date and duration that texts state.
    Values(values::ValuesArguments),
    /// Read article records, and write what was found in each, a line a record.
    Scan(scan::ScanArguments),
    /// Report what `scan` wrote, as `check` would.
    Collate(collate::CollateArguments),
    /// Forget what earlier runs found.
    Cache(cache::CacheArguments),
    /// Begin: a claims file with an explained topic, and an article.
    Init(init::InitArguments),
    /// Add a claim or a topic.
    Add(Box<add::AddArguments>),
    /// Find numbers that disagree, and mentions that no claim holds.
    Suggest(suggest::SuggestArguments),
    /// Tell what is wrong with a claims file, beyond what cannot be read.
    Lint(lint::LintArguments),
    /// Tell which findings a change brings, and what changed articles say now.
    Diff(diff::DiffArguments),
    /// Record an editor's decision on a finding.
    Rule(rule::RuleArguments),
    /// Walk through the open findings in a terminal, and decide.
    Review(review::ReviewArguments),
    /// Print the JSON Schema of claims.toml, or of the front matter of articles.
    Schema(schema::SchemaArguments),
    /// Print what a shell completes with.
    Completions(shell::CompletionsArguments),
    /// Print a page for man.
    Man(shell::ManArguments),
    /// Bring a claims file into its canonical form.
    Fmt(fmt::FmtArguments),
    /// Print the page of a rule; without a rule, list them all.
    Explain(explain::ExplainArguments),
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Also into files and pipes.
    Always,
    /// Not at all.
    Never,
}

impl From<Colour> for anstream::ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
}

/// Runs the program with the arguments of the process.
pub(crate) fn run() -> Status {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => return tell(&told),
    };
    let streams = Streams::new(arguments.color.into());
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, &streams),
        Command::Cache(arguments) => cache::run(&arguments, &streams),
        Command::Scan(arguments) => scan::run(&arguments, &streams),
        Command::Collate(arguments) => collate::run(&arguments, &streams),
        Command::Show(arguments) => show::run(&arguments, &streams),
        Command::Report(arguments) => report::run(&arguments, &streams),
        Command::Why(arguments) => why::run(&arguments, &streams),
        Command::Values(arguments) => values::run(&arguments, &streams),
        Command::Suggest(arguments) => suggest::run(&arguments, &streams),
        Command::Lint(arguments) => lint::run(&arguments, &streams),
        Command::Diff(arguments) => diff::run(&arguments, &streams),
        Command::Init(arguments) => init::run(&arguments, &streams),
        Command::Add(arguments) => add::run(&arguments, &streams),
        Command::Rule(arguments) => rule::run(&arguments, &streams),
        Command::Review(arguments) => review::run(&arguments, &streams),
        Command::Schema(arguments) => schema::run(&arguments, &streams),
        Command::Completions(arguments) => shell::completions(&arguments, &streams),
        Command::Man(arguments) => shell::man(&arguments, &streams),
        Command::Fmt(arguments) => fmt::run(&arguments, &streams),
        Command::Explain(arguments) => explain::run(&arguments, &streams),
    };
    outcome.unwrap_or_else(|error| {
        streams.complain(&format!("{error:#}"));
        Status::BadInput
    })
}

/// Help and version are what was asked for; everything else is bad input. A
/// reader that has gone away is not our trouble.
fn tell(told: &clap::Error) -> Status {
    let _ = told.print();
    if told.use_stderr() { Status::BadInput } else { Status::Clean }
}

impl From<Colour> for ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
}
