//! `gainsay init`: a start that works, in a folder that has no claims file.
//!
//! Nothing that is there is overwritten. Where git would leave one of the new
//! files out, that is told: claims that are not in version control cannot grow
//! by pull requests.

use super::output::write_file;
use super::status::Status;
use super::stream::Streams;
use anyhow::{Context, bail};
use clap::Args;
use gainsay::authoring::schema::claims_schema;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[derive(Args, Debug)]
pub(crate) struct InitArguments {
    /// Where to begin.
    #[arg(default_value = ".", value_name = "FOLDER")]
    folder: PathBuf,
}

/// The files of a start.
const FILES: [(&str, &str); 2] =
    [("claims.toml", include_str!("claims.toml")), ("corpus/first-article.txt", include_str!("first-article.txt"))];

pub(crate) fn run(arguments: &InitArguments, streams: &Streams) -> anyhow::Result<Status> {
    let folder = &arguments.folder;
    let schema = claims_schema();
    let files = || FILES.into_iter().chain([("claims.schema.json", schema.as_str())]);
    if let Some((there, _)) = files().find(|(name, _)| folder.join(name).exists()) {
        bail!("{} is there already: nothing was written", shown(folder, there));
    }
    fs::create_dir_all(folder.join("corpus"))
        .with_context(|| format!("cannot make {}", folder.join("corpus").display()))?;
    for (name, text) in files() {
        write_file(&folder.join(name), |out| out.write_all(text.as_bytes()))?;
        streams.say(&format!("wrote {}", shown(folder, name)));
    }
    for (name, _) in files().filter(|(name, _)| is_ignored(folder, name)) {
        streams.say(&format!("git ignores {name}: add `!{name}` to .gitignore, or it will be in no commit"));
    }
    streams.say("now run `gainsay check`; it finds what the two sides disagree on");
    Ok(Status::Clean)
}

/// A file as people would name it: not `./claims.toml`.
fn shown(folder: &Path, name: &str) -> String {
    folder.strip_prefix(".").unwrap_or(folder).join(name).display().to_string()
}

/// Whether git is there and leaves a file out.
fn is_ignored(folder: &Path, name: &str) -> bool {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["check-ignore", "-q", "--"]).arg(name);
    git.stdout(Stdio::null()).stderr(Stdio::null());
    git.status().is_ok_and(|status| status.success())
}
