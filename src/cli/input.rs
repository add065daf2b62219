//! The arguments that say what is checked, shared by the commands that check.

use super::progress::Progress;
use super::stream::Streams;
use anyhow::Context;
use clap::Args;
use gainsay::check::{Answer, CheckError, Checked, Options};
use gainsay::check::{check_loaded, check_or_recall, check_watched, check_with, load, load_text};
use gainsay::corpus::Article;
use gainsay::scan::{Done, Texts};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// The claims file of a folder.
const DEFAULT: &str = "claims.toml";

#[derive(Args, Clone, Debug)]
pub(crate) struct InputArguments {
    /// The claims file.
    #[arg(long, global = true, value_name = "FILE", default_value = DEFAULT)]
    claims: PathBuf,
    /// Articles to read instead of those the claims file names: a file, a
    /// folder or a glob. May be given several times.
    #[arg(long, global = true, value_name = "PATH")]
    corpus: Vec<PathBuf>,
    /// The day on which rulings must hold. Without it, the latest day of
    /// publication in the corpus.
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<Date>,
    /// How many articles to read at once. Without it, as many as there are
    /// processors. The report is the same.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Look at everything anew, and keep nothing for the next run.
    #[arg(long)]
    no_cache: bool,
}

/// Takes so many threads for everything that follows.
fn use_jobs(jobs: Option<u16>) -> anyhow::Result<()> {
    let Some(jobs) = jobs else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs));
    pool.build_global().context("cannot start so many threads")
}

/// What a folder without a claims file has: its articles, and no claim.
const NO_CLAIMS: &str = "version = 1\n[corpus]\npaths = [\".\"]\n";

impl InputArguments {
    /// The claims file.
    pub(crate) fn claims_file(&self) -> &Path {
        &self.claims
    }

    /// Checks; without a claims file, what articles there are with no claim.
    pub(crate) fn check_or_empty(&self, topics: &[String], streams: &Streams) -> anyhow::Result<Checked> {
        if self.claims.exists() || self.claims != Path::new(DEFAULT) {
            return self.check_keeping(Texts::All, topics, streams);
        }
        let options = Options {
            claims: self.claims.clone(),
            corpus: self.corpus.clone(),
            texts: Texts::All,
            ..Options::default()
        };
        let checked = check_loaded(load_text(&self.claims, NO_CLAIMS.to_owned()), &options)?;
        streams.show(&checked.diagnostics);
        Ok(checked)
    }

    /// Checks the same files of another folder, quietly. Topics that it does not
    /// have yet are none there.
    pub(crate) fn check_in(&self, folder: &Path, topics: &[String]) -> anyhow::Result<Checked> {
        let there = |path: &Path| folder.join(path.strip_prefix(".").unwrap_or(path));
        let claims = there(&self.claims);
        let mut topics = topics.to_vec();
        let mut loaded = if claims.exists() { load(&claims)? } else { load_text(&claims, "version = 1\n".to_owned()) };
        let asked = topics.len();
        topics.retain(|topic| loaded.claims.topic(topic).is_some());
        if topics.is_empty() && asked > 0 {
            loaded = load_text(&claims, "version = 1\n".to_owned());
        }
        let corpus = self.corpus.iter().map(|path| there(path)).collect();
        let options = Options { claims, corpus, topics, as_of: self.as_of, texts: Texts::All, cache: None };
        Ok(check_loaded(loaded, &options)?)
    }

    /// Checks with one more article, and its index.
    pub(crate) fn check_with(&self, draft: Article, streams: &Streams) -> anyhow::Result<(Checked, usize)> {
        let options = self.options(&[], Texts::All);
        let (checked, at) = check_with(&options, draft).context("nothing was checked")?;
        streams.show(&checked.diagnostics);
        Ok((checked, at))
    }

    fn options(&self, topics: &[String], texts: Texts) -> Options {
        let (claims, corpus) = (self.claims.clone(), self.corpus.clone());
        Options { claims, corpus, topics: topics.to_vec(), as_of: self.as_of, texts, cache: None }
    }

    /// Checks, with every diagnostic shown on stderr.
    pub(crate) fn check(&self, topics: &[String], streams: &Streams) -> anyhow::Result<Checked> {
        self.check_keeping(Texts::OfSpeakers, topics, streams)
    }

    /// The same, for what looks at articles in which no topic was found as well.
    pub(crate) fn check_keeping(&self, texts: Texts, topics: &[String], streams: &Streams) -> anyhow::Result<Checked> {
        let checked = self.watched(topics, texts, streams, check_watched)?;
        show_trouble(&checked, streams);
        Ok(checked)
    }

    /// The same, unless it was told before; `shown` is how it would be told.
    pub(crate) fn check_or_recall(&self, topics: &[String], shown: &str, streams: &Streams) -> anyhow::Result<Answer> {
        let check = |options: &Options, watch: &mut dyn FnMut(Done)| check_or_recall(options, shown, watch);
        let answer = self.watched(topics, Texts::OfSpeakers, streams, check)?;
        if let Answer::Found(checked, _) = &answer {
            show_trouble(checked, streams);
        }
        Ok(answer)
    }

    fn watched<T>(
        &self,
        topics: &[String],
        texts: Texts,
        streams: &Streams,
        check: impl FnOnce(&Options, &mut dyn FnMut(Done)) -> Result<T, CheckError>,
    ) -> anyhow::Result<T> {
        let cache = if self.no_cache { None } else { super::cache::place() };
        let options = Options { cache, ..self.options(topics, texts) };
        use_jobs(self.jobs)?;
        let mut progress = Progress::new();
        let checked = check(&options, &mut |done| progress.show_check(done));
        progress.clear();
        let checked = checked.inspect_err(|error| {
            if let CheckError::UnknownTopic { diagnostics, .. } = error {
                streams.show(diagnostics);
            }
        });
        checked.context("nothing was checked")
    }
}

fn show_trouble(checked: &Checked, streams: &Streams) {
    checked.notice.iter().for_each(|notice| streams.say(notice));
    streams.show(&checked.diagnostics);
}
