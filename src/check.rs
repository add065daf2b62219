//! The whole pipeline on one page: load, scan, gather, compare.
//!
//! It never prints and never exits. Trouble in the user's own files is
//! collected, and the run goes on with what is good; only an environment that
//! leaves nothing to check is an error.

use crate::claims::{ClaimSet, Loaded, ReadValue, check_articles, load_claims};
use crate::compare::{Compared, compare};
use crate::corpus::walk::{Files, find_files};
use crate::corpus::{Article, Corpus, read::LARGEST_FILE};
use crate::diagnostic::{self, Diagnostic, Source, nearest};
use crate::extract::{Setting, fit};
use crate::scan::cache::{Cache, CacheAt, Opened, open_cache};
use crate::scan::recall::{Recall, State, Told};
use crate::scan::{Done, Gathered, Scanner, Texts, about, scan_files};
use crate::text::Lines;
use crate::value::{Kind, Value};
use jiff::civil::Date;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// What to check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The claims file.
    pub claims: PathBuf,
    /// Files, folders or globs relative to the working directory; empty is
    /// what the claims file says.
    pub corpus: Vec<PathBuf>,
    /// Ids of the topics to report; empty is all of them.
    pub topics: Vec<String>,
    /// The day on which rulings must hold; `None` is the latest day of
    /// publication in the corpus.
    pub as_of: Option<Date>,
    /// Of which articles the text is kept.
    pub texts: Texts,
    /// Where the cache is; `None` is without.
    pub cache: Option<CacheAt>,
}

/// What a run found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was asked.
    pub claims: ClaimSet,
    /// Where it was looked for.
    pub corpus: Corpus,
    /// What was found, on the topics that were asked for.
    pub compared: Compared,
    /// Trouble in the claims file, then in the articles, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The folder that the paths of the articles begin at, from the working
    /// directory.
    pub base: PathBuf,
    /// What was wrong with the cache: the result is the same.
    pub notice: Option<String>,
    /// The state of the articles' files before they were read, where a cache keeps it.
    pub state: Option<State>,
}

/// What came of a question that may have been asked before.
#[derive(Debug)]
pub enum Answer {
    /// Nothing has changed since this was told.
    Told(Told),
    /// What was found, and where the answer may be kept.
    Found(Box<Checked>, Option<Recall>),
}

impl Checked {
    /// Whether something of the user's could not be used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == diagnostic::Severity::Error)
    }

    /// Whether a file is one that was read: the claims file or that of an article.
    #[must_use]
    pub fn has_read(&self, file: &Path) -> bool {
        let Ok(real) = file.canonicalize() else { return false };
        let same = |read: &Path| read.canonicalize().is_ok_and(|read| read == real);
        // Of an archive only what is called the same is asked for.
        let is_called = |path: &str| Path::new(path).file_name() == real.file_name();
        let mut articles = self.corpus.articles.iter().filter(|article| is_called(&article.path));
        same(&self.claims.source.path) || articles.any(|article| same(&self.base.join(&*article.path)))
    }

    /// Whether there was no article, or no topic.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.corpus.articles.is_empty() || self.compared.topics.is_empty()
    }
}

/// Why nothing could be checked.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "each message says what its variant is")]
pub enum CheckError {
    #[error("cannot read the claims file {}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("the claims file {} is a folder; did you mean {}?", path.display(), path.join("claims.toml").display())]
    Folder { path: PathBuf },
    #[error("the claims file {} is larger than the limit of 32 MiB", path.display())]
    TooLarge { path: PathBuf },
    #[error("the claims file {} is not UTF-8: byte 0x{byte:02X} at line {line}, column {column}", path.display())]
    NotUtf8 { path: PathBuf, byte: u8, line: u32, column: u32 },
    #[error("there is no topic `{id}`{}", nearest.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
    UnknownTopic {
        id: String,
        nearest: Option<String>,
        /// What is wrong with the claims file: perhaps the topic is in it, and
        /// broken.
        diagnostics: Vec<Diagnostic>,
    },
}

/// Runs the whole pipeline.
///
/// # Errors
/// When the claims file cannot be read as text, or a topic asked for is not in
/// it. Everything else that goes wrong is a diagnostic.
///
/// ```
/// use gainsay::check::{CheckError, Options, check};
/// let missing = Options { claims: "no/such/claims.toml".into(), ..Options::default() };
/// assert!(matches!(check(&missing), Err(CheckError::Unreadable { .. })));
/// ```
pub fn check(options: &Options) -> Result<Checked, CheckError> {
    check_loaded(load(&options.claims)?, options)
}

/// The same, telling how far it is.
///
/// # Errors
/// As [`check`].
pub fn check_watched(options: &Options, watch: &mut dyn FnMut(Done)) -> Result<Checked, CheckError> {
    check_found(load(&options.claims)?, options, watch)
}

/// The same, unless a run with these options told something of the very same claims and articles.
/// `shown` is all that the text hangs on beside them.
///
/// # Errors
/// As [`check`].
pub fn check_or_recall(options: &Options, shown: &str, watch: &mut dyn FnMut(Done)) -> Result<Answer, CheckError> {
    let loaded = load(&options.claims)?;
    let files = files_of(&loaded.claims, options);
    let opened = open_for(&files, options);
    let recall = opened.cache.clone().map(|cache| {
        // The paths of the options, and of the claims file, are relative to it.
        let here = std::env::current_dir().ok();
        let text = &loaded.claims.source.text;
        Recall::new(cache, &format!("{here:?} {:?} {options:?} {shown:?} {text}", files.paths))
    });
    if let Some(told) = recall.as_ref().and_then(|recall| recall.told(&files)) {
        // Nobody has to wait until the paths of an archive are given back.
        rayon::spawn(move || drop(files));
        return Ok(Answer::Told(told));
    }
    let checked = check_files(loaded, options, files, opened, watch)?;
    Ok(Answer::Found(Box::new(checked), recall))
}

/// The same as [`check`], of claims that have been loaded; paths of the corpus are relative
/// to the file that `options` names, whether it is there or not.
///
/// # Errors
/// When a topic asked for is not in it.
pub fn check_loaded(loaded: Loaded, options: &Options) -> Result<Checked, CheckError> {
    check_found(loaded, options, &mut |_| {})
}

/// The same of articles that were scanned before, for the same claims.
///
/// # Errors
/// When a topic asked for is not in it.
pub fn check_gathered(loaded: Loaded, options: &Options, gathered: Gathered) -> Result<Checked, CheckError> {
    check_all(loaded, options, options.texts, None, |_| gathered)
}

/// The same with one more article, a draft, and its index. Where the corpus has
/// it already, it counts once.
///
/// # Errors
/// When the claims file cannot be read, or a topic asked for is not in it.
pub fn check_with(options: &Options, mut draft: Article) -> Result<(Checked, usize), CheckError> {
    draft.id = format!("draft:{}", draft.id).into();
    let id = draft.id.clone();
    let loaded = load(&options.claims)?;
    let files = files_of(&loaded.claims, options);
    let checked = check_all(loaded, options, Texts::All, None, |scanner| {
        let mut gathered = scan_files(scanner, files, &mut |_| {});
        gathered.forget(&draft.body);
        gathered.push(scanner.scan_article(draft));
        gathered
    })?;
    let at = checked.corpus.article(&id).map_or(0, |(at, _)| at);
    Ok((checked, at))
}

fn check_found(loaded: Loaded, options: &Options, watch: &mut dyn FnMut(Done)) -> Result<Checked, CheckError> {
    let files = files_of(&loaded.claims, options);
    let opened = open_for(&files, options);
    check_files(loaded, options, files, opened, watch)
}

fn check_files(
    loaded: Loaded,
    options: &Options,
    files: Files,
    Opened { cache, notice }: Opened,
    watch: &mut dyn FnMut(Done),
) -> Result<Checked, CheckError> {
    let checked = check_all(loaded, options, options.texts, cache, |scanner| scan_files(scanner, files, watch))?;
    Ok(Checked { notice, ..checked })
}

fn open_for(files: &Files, options: &Options) -> Opened {
    options.cache.as_ref().map_or_else(Opened::default, |at| open_cache(at, about(files)))
}

fn check_all(
    loaded: Loaded,
    options: &Options,
    texts: Texts,
    cache: Option<Arc<Cache>>,
    gather: impl FnOnce(&Scanner<'_>) -> Gathered,
) -> Result<Checked, CheckError> {
    let Loaded { claims, mut diagnostics } = loaded;
    let asked = asked_topics(&claims, &options.topics, &diagnostics)?;

    let scanner = Scanner::new(&claims, texts).with_cache(cache);
    let gathered = gather(&scanner);
    let state = gathered.state();
    let (corpus, found) = gathered.in_order(&scanner);
    diagnostics.extend(unknown_articles(&claims, &corpus, options));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.extend(corpus.diagnostics.iter().cloned());

    let mut compared = compare(&claims, &corpus, found, options.as_of);
    keep_asked(&mut compared, &claims, &asked);
    let base = base_of(&claims, options);
    Ok(Checked { claims, corpus, compared, diagnostics, base, notice: None, state })
}

/// Loads a claims file without looking at any article.
///
/// # Errors
/// When the file cannot be read as text.
pub fn load(path: &Path) -> Result<Loaded, CheckError> {
    Ok(load_claims(read_source(path)?, &AsInArticles))
}

/// Loads a text as the claims file that it is to become.
#[must_use]
pub fn load_text(path: &Path, text: String) -> Loaded {
    load_claims(Arc::new(Source::new(shown_path(path), text)), &AsInArticles)
}

fn read_source(path: &Path) -> Result<Arc<Source>, CheckError> {
    if path.is_dir() {
        return Err(CheckError::Folder { path: path.to_owned() });
    }
    let read = |file: File| {
        let mut bytes = Vec::new();
        file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes =
        File::open(path).and_then(read).map_err(|source| CheckError::Unreadable { path: path.to_owned(), source })?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(CheckError::TooLarge { path: path.to_owned() });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let place = Lines::new(&before).place(&before, valid);
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        CheckError::NotUtf8 { path: path.to_owned(), byte, line: place.line.0, column: place.column.0 }
    })?;
    Ok(Arc::new(Source::new(shown_path(path), text)))
}

/// A relative path as it was given; an absolute one from the working
/// directory where it lies below it, and by its name alone where it does not:
/// no output depends on where somebody keeps their files.
fn shown_path(path: &Path) -> PathBuf {
    if path.is_relative() {
        return path.to_owned();
    }
    let below = std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| path.file_name().map_or_else(|| path.to_owned(), PathBuf::from))
}

/// The claims file and the articles are read by the same readers.
struct AsInArticles;

impl ReadValue for AsInArticles {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

/// Indices of the topics asked for, in the order of the file; all of them
/// when none is named.
fn asked_topics(claims: &ClaimSet, ids: &[String], diagnostics: &[Diagnostic]) -> Result<Vec<usize>, CheckError> {
    if let Some(id) = ids.iter().find(|id| claims.topic(id).is_none()) {
        let known = claims.topics.iter().map(|topic| topic.id.as_str());
        return Err(CheckError::UnknownTopic {
            id: id.clone(),
            nearest: nearest(id, known).map(str::to_owned),
            diagnostics: diagnostics.to_vec(),
        });
    }
    let asked = |at: &usize| ids.is_empty() || ids.contains(&claims.topics[*at].id);
    Ok((0..claims.topics.len()).filter(asked).collect())
}

/// Paths of the claims file are relative to it, paths of the command line to
/// the working directory.
fn files_of(claims: &ClaimSet, options: &Options) -> Files {
    if !options.corpus.is_empty() {
        return find_files(&options.corpus, Path::new(""));
    }
    let paths: Vec<PathBuf> = claims.paths.iter().map(|(path, _)| PathBuf::from(path)).collect();
    find_files(&paths, options.claims.parent().unwrap_or(Path::new("")))
}

/// Where the paths of the articles begin: never an absolute path.
fn base_of(claims: &ClaimSet, options: &Options) -> PathBuf {
    let beside_claims = claims.source.path.parent().filter(|_| options.corpus.is_empty());
    beside_claims.map(Path::to_owned).unwrap_or_default()
}

/// Articles that the claims name and nobody has. One that is there and could
/// not be read has its own diagnostic; without any article nothing is checked,
/// and that is told once. Articles given on the command line may be but a part
/// of those the claims are about: then it is no error.
fn unknown_articles(claims: &ClaimSet, corpus: &Corpus, options: &Options) -> Vec<Diagnostic> {
    // Most often all are there: then an archive need not be gone through.
    if corpus.articles.is_empty() || claims.cited.iter().all(|(id, _)| corpus.article(id).is_some()) {
        return Vec::new();
    }
    let unread = corpus.diagnostics.iter().filter_map(|diagnostic| diagnostic.source.path.file_stem()?.to_str());
    let known = corpus.articles.iter().map(|article| &*article.id).chain(unread);
    let mut unknown = check_articles(claims, known);
    if !options.corpus.is_empty() {
        unknown.iter_mut().for_each(|diagnostic| diagnostic.severity = diagnostic::Severity::Warning);
    }
    unknown
}

/// Leaves out what is about other topics: everything is compared all the
/// same, since what is asked for must not change what is found.
fn keep_asked(compared: &mut Compared, claims: &ClaimSet, asked: &[usize]) {
    if asked.len() == claims.topics.len() {
        return;
    }
    compared.topics.retain(|result| asked.contains(&result.topic));
    compared.findings.retain(|finding| match finding.topic {
        Some(topic) => asked.contains(&topic),
        None => finding.claims.iter().any(|&claim| asked.contains(&claims.claims[claim].topic)),
    });
}
