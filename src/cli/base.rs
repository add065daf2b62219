//! The check of an earlier state: a revision of git, or a directory.
//!
//! Of a revision it is the merge base with what is checked out, so that what
//! others have landed since is not told as a change of ours. The files of that
//! commit are laid out in a temporary folder; the repository, its index and
//! its working tree are not touched.

use super::input::InputArguments;
use anyhow::{Context, bail};
use gainsay::check::Checked;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Checks the state at `base` with the same arguments.
pub(crate) fn check_base(input: &InputArguments, topics: &[String], base: &str) -> anyhow::Result<Checked> {
    if Path::new(base).is_dir() {
        return input.check_in(Path::new(base), topics);
    }
    let here = std::env::current_dir().context("there is no working directory")?;
    let git = Git { here: &here };
    if git.run(["rev-parse", "--git-dir"]).is_err() {
        bail!("{base} is no directory, and this is no git repository");
    }
    let commit = git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{base}^{{commit}}")]);
    let Ok(commit) = commit else { bail!("git knows no revision {base}, and there is no such directory") };
    // Without a common past, as in a shallow clone, the revision itself is what there is.
    let merge_base = git.run(["merge-base", &commit, "HEAD"]).unwrap_or(commit);
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    git.lay_out(&merge_base, folder.path())?;
    let prefix = git.run(["rev-parse", "--show-prefix"])?;
    input.check_in(&folder.path().join(prefix), topics)
}

struct Git<'h> {
    here: &'h Path,
}

impl Git<'_> {
    fn command(&self) -> Command {
        let mut git = Command::new("git");
        git.arg("-C").arg(self.here).args(["-c", "core.symlinks=false", "-c", "core.fsmonitor=false"]);
        git
    }

    fn run<const N: usize>(&self, arguments: [&str; N]) -> anyhow::Result<String> {
        let output = self.command().args(arguments).stderr(Stdio::piped()).output().context("cannot run git")?;
        if !output.status.success() {
            bail!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches(['\n', '\r']).to_owned())
    }

    /// Lays out the texts of a commit: claims files and articles.
    fn lay_out(&self, commit: &str, folder: &Path) -> anyhow::Result<()> {
        let index: PathBuf = folder.join(".index");
        let root = self.run(["rev-parse", "--show-toplevel"])?;
        let with_index = |arguments: &[&OsStr]| {
            let mut git = Git { here: Path::new(&root) }.command();
            git.args(arguments).env("GIT_INDEX_FILE", &index).stdout(Stdio::piped()).stderr(Stdio::piped());
            git
        };
        let read = with_index(&["read-tree".as_ref(), commit.as_ref()]).output().context("cannot run git")?;
        if !read.status.success() {
            bail!("git read-tree: {}", String::from_utf8_lossy(&read.stderr).trim());
        }
        let listed = with_index(&["ls-files".as_ref(), "-z".as_ref()]).output().context("cannot run git")?;
        let is_text =
            |name: &&[u8]| [".toml", ".txt", ".md", ".markdown"].iter().any(|end| name.ends_with(end.as_bytes()));
        let names: Vec<&[u8]> = listed.stdout.split(|&byte| byte == 0).filter(is_text).collect();
        let prefix = format!("--prefix={}/", folder.display());
        let arguments = ["checkout-index", "-q", "-f", "-z", "--stdin", &prefix].map(OsStr::new);
        let mut child = with_index(&arguments).stdin(Stdio::piped()).spawn().context("cannot run git")?;
        let mut stdin = child.stdin.take().context("git reads nothing")?;
        stdin.write_all(&names.join(&0)).context("git reads nothing")?;
        drop(stdin);
        let done = child.wait_with_output().context("cannot run git")?;
        if !done.status.success() {
            bail!("git checkout-index: {}", String::from_utf8_lossy(&done.stderr).trim());
        }
        Ok(())
    }
}
