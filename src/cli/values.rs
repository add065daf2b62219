//! `gainsay values [FILE…]`: every number, date and duration that texts
//! state; with `--jsonl`, of a text a line, on all cores.

use super::jsonl::answer_lines;
use super::status::Status;
use super::stream::Streams;
use anyhow::Context;
use clap::{Args, ValueEnum};
use gainsay::corpus::{Corpus, article_from, read_corpus};
use gainsay::diagnostic::Severity;
use gainsay::extract::{DateOrder, Prefer, Setting, dollar_of};
use gainsay::report::values_json::{TextView, write_json};
use gainsay::report::values_line::parse_reference;
use gainsay::report::values_list::list_article;
use gainsay::report::values_table::write_table;
use gainsay::value::Moment;
use std::io::Read;
use std::path::{Path, PathBuf};

#[derive(Args, Debug)]
pub(crate) struct ValuesArguments {
    /// Texts to read: files, folders or globs. Without one, standard input.
    files: Vec<PathBuf>,
    /// Resolve relative dates against this one (EDTF, or with a clock time),
    /// not against what the front matter of a text says.
    #[arg(long, value_name = "DATE", value_parser = parse_as_of)]
    as_of: Option<AsOf>,
    /// Which way a date without a year lies.
    #[arg(long, value_enum, default_value_t = Direction::Past)]
    prefer: Direction,
    /// How numeric dates are read: 3/7 is the 3rd of July, or March 7th.
    #[arg(long, value_enum, default_value_t = Order::Dmy)]
    order: Order,
    /// The language of the texts.
    #[arg(long, value_enum, default_value_t = Language::En)]
    language: Language,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Table, conflicts_with = "jsonl")]
    format: Format,
    /// Read {"id", "text", "reference"?, "language"?, "order"?} lines from
    /// standard input, and write {"id", "values"} lines in the same order.
    #[arg(long, conflicts_with = "files")]
    jsonl: bool,
}

/// Which way a date without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Direction {
    /// Before the reference, as in news.
    Past,
    /// After the reference, as in plans.
    Future,
    /// Whichever is nearer.
    Nearest,
}

/// How numeric dates are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Order {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

/// The languages that there are tables for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English.
    En,
}

/// How values are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for people.
    Table,
    /// Everything, for programs.
    Json,
}

/// A reference, and how it was written.
#[derive(Clone, Debug)]
struct AsOf {
    written: String,
    moment: Moment,
}

fn parse_as_of(written: &str) -> Result<AsOf, String> {
    Ok(AsOf { written: written.to_owned(), moment: parse_reference(written)? })
}

pub(crate) fn run(arguments: &ValuesArguments, streams: &Streams) -> anyhow::Result<Status> {
    let Language::En = arguments.language;
    let setting = setting(arguments);
    if arguments.jsonl {
        return answer_lines(&setting, streams);
    }
    let corpus = if arguments.files.is_empty() { from_stdin()? } else { read_corpus(&arguments.files, Path::new(".")) };
    streams.show(&corpus.diagnostics);
    let texts: Vec<TextView<'_>> = corpus
        .articles
        .iter()
        .map(|article| {
            let own = || Some((article.front.published.clone()?, article.front.published_on.clone()?));
            let given = arguments.as_of.clone().map(|as_of| (as_of.written, as_of.moment));
            let (written, reference) = given.or_else(own).unzip();
            let dollar = article.front.url.as_deref().and_then(dollar_of);
            let setting = Setting { reference, dollar, ..setting.clone() };
            TextView { path: &article.path, reference: written, values: list_article(article, &setting) }
        })
        .collect();
    streams.write(|out| match arguments.format {
        Format::Table => write_table(&texts, out),
        Format::Json => write_json(&texts, out),
    })?;
    let broken = corpus.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if broken { Status::BadInput } else { Status::Clean })
}

fn setting(arguments: &ValuesArguments) -> Setting {
    Setting {
        reference: arguments.as_of.as_ref().map(|as_of| as_of.moment.clone()),
        prefer: match arguments.prefer {
            Direction::Past => Prefer::Past,
            Direction::Future => Prefer::Future,
            Direction::Nearest => Prefer::Nearest,
        },
        order: match arguments.order {
            Order::Dmy => DateOrder::DayMonthYear,
            Order::Mdy => DateOrder::MonthDayYear,
        },
        dollar: None,
    }
}

/// Standard input as one text.
fn from_stdin() -> anyhow::Result<Corpus> {
    let mut text = String::new();
    std::io::stdin().lock().read_to_string(&mut text).context("cannot read standard input")?;
    let (article, diagnostics) = article_from("-", "-", text);
    Ok(Corpus { articles: vec![article], diagnostics })
}
