//! `gainsay completions` and `gainsay man`: made from the arguments themselves.

use super::Arguments;
use super::status::Status;
use super::stream::Streams;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    /// For which shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints what a shell completes with.
pub(crate) fn completions(arguments: &CompletionsArguments, streams: &Streams) -> anyhow::Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "gainsay", &mut script);
    streams.write(|out| out.write_all(&script))?;
    Ok(Status::Clean)
}

#[derive(Args, Debug)]
pub(crate) struct ManArguments {
    /// Of which command; without one, of the program.
    command: Option<String>,
}

/// Prints a page for man.
pub(crate) fn man(arguments: &ManArguments, streams: &Streams) -> anyhow::Result<Status> {
    let mut program = Arguments::command();
    program.build();
    let page_of = match &arguments.command {
        None => clap_mangen::Man::new(program),
        Some(name) => match program.find_subcommand(name) {
            Some(command) => clap_mangen::Man::new(command.clone()).title(format!("gainsay-{name}")),
            None => anyhow::bail!("there is no command `{name}`"),
        },
    };
    let mut page = Vec::new();
    page_of.render(&mut page)?;
    streams.write(|out| out.write_all(&page))?;
    Ok(Status::Clean)
}
