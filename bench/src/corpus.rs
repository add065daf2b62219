//! A made-up corpus on disk.
//!
//! ```text
//! DIR/corpus/000/…txt   articles, a thousand a folder
//! DIR/corpus.jsonl      the same as JSON Lines, where asked for
//! DIR/claims.toml       fifty topics, and claims on what articles say
//! DIR/claims-plus.toml  the same and one claim more
//! DIR/phrases.txt       what a plain search would look for
//! DIR/truth.jsonl       every mention that is there
//! ```

use crate::article::{Article, Density, Writer};
use crate::claims::{claims_file, phrases};
use crate::statement::{How, Known};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The same seed gives the same bytes.
    pub seed: u64,
    /// How many articles speak.
    pub density: Density,
    /// When to stop.
    pub size: Size,
    /// Whether articles open with `+++` and what is known of them.
    pub front: bool,
    /// Whether `corpus.jsonl` is written too.
    pub jsonl: bool,
}

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// At least so many bytes of articles: the last one is whole.
    Bytes(u64),
    /// So many articles.
    Articles(usize),
}

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Of articles.
    pub articles: usize,
    /// Of their files.
    pub bytes: u64,
    /// Of mentions.
    pub known: usize,
}

const IN_A_FOLDER: usize = 1_000;
/// How many claims stand on each topic, at most.
const CLAIMS: usize = 3;

/// Writes a corpus into a folder, which is made if it is not there.
///
/// # Errors
/// When something cannot be written.
pub fn write_corpus(dir: &Path, order: &Order) -> io::Result<Made> {
    fs::create_dir_all(dir)?;
    let writer = Writer::new(order.seed, order.density);
    let create = |name: &str| File::create(dir.join(name)).map(BufWriter::new);
    let mut truth = create("truth.jsonl")?;
    let mut jsonl = if order.jsonl { Some(create("corpus.jsonl")?) } else { None };
    let (mut made, mut claims) = (Made::default(), Claims::default());
    while !is_enough(&made, order.size) {
        let article = writer.article(made.articles);
        let folder = dir.join(format!("corpus/{:03}", made.articles / IN_A_FOLDER));
        if made.articles % IN_A_FOLDER == 0 {
            fs::create_dir_all(&folder)?;
        }
        let text = if order.front { format!("{}{}", front(&article), article.body) } else { article.body.clone() };
        fs::write(folder.join(format!("{}.txt", article.id)), &text)?;
        if let Some(jsonl) = &mut jsonl {
            writeln!(jsonl, "{}", record(&article, order.front))?;
        }
        for known in &article.known {
            writeln!(truth, "{}", serde_json::to_string(known)?)?;
            claims.take(known);
        }
        made.articles += 1;
        made.bytes += text.len() as u64;
        made.known += article.known.len();
    }
    truth.flush()?;
    jsonl.map_or(Ok(()), |mut jsonl| jsonl.flush())?;
    let plus = claims.kept.len();
    fs::write(dir.join("claims.toml"), claims_file(&writer.topics, &claims.kept[..plus.saturating_sub(1)]))?;
    fs::write(dir.join("claims-plus.toml"), claims_file(&writer.topics, &claims.kept))?;
    fs::write(dir.join("phrases.txt"), phrases(&writer.topics).join("\n") + "\n")?;
    Ok(made)
}

fn is_enough(made: &Made, size: Size) -> bool {
    match size {
        Size::Bytes(bytes) => made.bytes >= bytes,
        Size::Articles(articles) => made.articles >= articles,
    }
}

fn front(article: &Article) -> String {
    let (title, outlet) = (serde_json::Value::from(&*article.title), serde_json::Value::from(article.outlet));
    let published = &article.published;
    format!("+++\ntitle = {title}\noutlet = {outlet}\npublished = \"{published}\"\nlanguage = \"en\"\n+++\n")
}

fn record(article: &Article, front: bool) -> serde_json::Value {
    let mut record = serde_json::json!({ "id": article.id, "text": article.body });
    if front {
        record["title"] = article.title.as_str().into();
        record["outlet"] = article.outlet.into();
        record["published"] = article.published.as_str().into();
        record["language"] = "en".into();
    }
    record
}

/// The first statements on each topic, as curated claims.
#[derive(Default)]
struct Claims {
    kept: Vec<Known>,
    of_topic: BTreeMap<String, usize>,
}

impl Claims {
    fn take(&mut self, known: &Known) {
        let so_far = self.of_topic.entry(known.topic.clone()).or_default();
        if known.how == How::Plain && *so_far < CLAIMS {
            *so_far += 1;
            self.kept.push(known.clone());
        }
    }
}
