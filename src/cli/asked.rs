//! The arguments that say what of a check is told, how, and what fails it,
//! shared by `check` and `diff`.

use super::status::FailLevel;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use gainsay::report::formats::{FORMATS, Format, find_format, table};

#[derive(Args, Debug)]
pub(crate) struct AskedArguments {
    /// Report this topic only. May be given several times.
    #[arg(long = "topic", value_name = "ID")]
    pub(super) topics: Vec<String>,
    /// What to write.
    #[arg(long, value_parser = formats(), default_value = table::FORMAT.name, value_name = "FORMAT")]
    pub(super) format: &'static Format,
    /// Which findings make the exit status 1.
    #[arg(long, value_enum, default_value_t = FailLevel::Conflict, value_name = "LEVEL")]
    pub(super) fail_level: FailLevel,
}

/// The formats by their names, with a line on each.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let known = FORMATS.map(|format| PossibleValue::new(format.name).help(format.summary));
    PossibleValuesParser::new(known).try_map(|name| find_format(&name).ok_or("no such format"))
}
