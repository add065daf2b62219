//! What is measured: how large, how often, with which programs.

use crate::article::Density;
use crate::corpus::{Made, Order, Size, write_corpus};
use crate::measure::Measured;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The programs.
#[derive(Clone, Debug)]
pub struct Tools {
    /// `gainsay`, built for release.
    pub gainsay: PathBuf,
    /// A Python that has rapidfuzz.
    pub python: PathBuf,
    /// `desk.py`.
    pub script: PathBuf,
    /// The folder of the shipped claims.
    pub shipped: PathBuf,
}

/// How much text.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Bytes.
    pub sparse: u64,
    /// Bytes.
    pub dense: u64,
    /// Bytes, dense.
    pub script: u64,
    /// Articles, sparse, with front matter.
    pub archive: usize,
    /// Articles of the small archive that growth is reckoned from.
    pub beginning: usize,
}

impl Sizes {
    /// As the goals have them.
    pub const FULL: Self =
        Self { sparse: 1_000_000_000, dense: 200_000_000, script: 20_000_000, archive: 100_000, beginning: 1_000 };
    /// To see whether everything runs.
    pub const SMALL: Self =
        Self { sparse: 50_000_000, dense: 5_000_000, script: 500_000, archive: 5_000, beginning: 500 };
}

/// What to do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// With which programs.
    pub tools: Tools,
    /// On how much text.
    pub sizes: Sizes,
    /// How often each command is run.
    pub rounds: usize,
    /// Seconds after which a command is stopped.
    pub limit: u64,
    /// Of the corpora.
    pub seed: u64,
}

/// A corpus on disk.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Its name in the table.
    pub name: &'static str,
    /// Where it is.
    pub dir: PathBuf,
    /// How large it is.
    pub made: Made,
}

impl Scene {
    /// Makes a corpus below `dir`, or takes the one that this program made there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn make(
        plan: &Plan,
        dir: &Path,
        name: &'static str,
        density: Density,
        size: Size,
        front: bool,
    ) -> io::Result<Self> {
        let dir = dir.join(name.replace(' ', "-"));
        // Where articles have front matter, records have metadata.
        let order = Order { seed: plan.seed, density, size, front, jsonl: front };
        let (stamp, made_by) = (dir.join("made.json"), format!("{order:?} by {}", own_build()?));
        if let Some(made) = fs::read(&stamp).ok().and_then(|bytes| stamped(&bytes, &made_by)) {
            return Ok(Self { name, dir, made });
        }
        eprintln!("making {name}");
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        let made = write_corpus(&dir, &order)?;
        fs::write(&stamp, serde_json::to_vec(&(made_by, made))?)?;
        Ok(Self { name, dir, made })
    }
}

fn stamped(bytes: &[u8], made_by: &str) -> Option<Made> {
    let (by, made): (String, Made) = serde_json::from_slice(bytes).ok()?;
    (by == made_by).then_some(made)
}

/// What tells this build of the generator from another.
fn own_build() -> io::Result<String> {
    let own = fs::metadata(std::env::current_exe()?)?;
    Ok(format!("{} bytes of {:?}", own.len(), own.modified()?))
}

/// How `gainsay check` and its peers are called.
impl Plan {
    /// `gainsay check`, with a cache of its own.
    #[must_use]
    pub fn gainsay(&self, scene: &Scene, cache: &Path, more: &[&str]) -> Measured {
        let claims = scene.dir.join("claims.toml");
        let mut command = vec![self.tools.gainsay.clone().into_os_string(), "check".into(), "--claims".into()];
        command.push(claims.into_os_string());
        command.extend(more.iter().map(OsString::from));
        let env = vec![("XDG_CACHE_HOME".into(), cache.as_os_str().to_owned())];
        self.measured(scene, command, env)
    }

    /// The search for the phrases as fixed strings, in any case.
    #[must_use]
    pub fn ripgrep(&self, scene: &Scene) -> Measured {
        let mut command: Vec<OsString> = ["rg", "-c", "-i", "-F", "-f"].map(OsString::from).to_vec();
        command.extend([scene.dir.join("phrases.txt").into_os_string(), scene.dir.join("corpus").into_os_string()]);
        self.measured(scene, command, Vec::new())
    }

    /// Reading and nothing else.
    pub fn reading(&self, scene: &Scene) -> io::Result<Measured> {
        let own = std::env::current_exe()?.into_os_string();
        Ok(self.measured(scene, vec![own, "read".into(), scene.dir.join("corpus").into_os_string()], Vec::new()))
    }

    /// The script.
    #[must_use]
    pub fn script(&self, scene: &Scene) -> Measured {
        let mut command = vec![self.tools.python.clone().into_os_string(), self.tools.script.clone().into_os_string()];
        command.extend([scene.dir.join("phrases.txt").into_os_string(), scene.dir.join("corpus").into_os_string()]);
        self.measured(scene, command, Vec::new())
    }

    fn measured(&self, scene: &Scene, command: Vec<OsString>, env: Vec<(OsString, OsString)>) -> Measured {
        Measured { command, dir: scene.dir.clone(), stdout: scene.dir.join("output"), env, limit: Some(self.limit) }
    }
}
