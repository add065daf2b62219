//! What holds of every report, whatever it is about: places cut out what they
//! claim to, and no order of the input reaches the output.
//!
//! Both are tried on every claims file there is with articles: the shipped one,
//! the stories, and the five real articles where `../shared` has them.

#![expect(clippy::print_stderr, reason = "a test that did not run says so")]

use gainsay::check::{Checked, Options, check};
use gainsay::report::formats::FORMATS;
use gainsay::report::{Layout, Report};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A claims file and the folder of its articles.
fn stories() -> Vec<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut stories = vec![(root.join("claims.toml"), root.join("corpus"))];
    let folders = fs::read_dir(root.join("tests/stories")).expect("the stories");
    for folder in folders {
        let folder = folder.expect("a story").path();
        stories.push((folder.join("claims.toml"), folder.join("articles")));
    }
    let real = root.join("../shared/articles");
    if real.is_dir() {
        stories.push((root.join("tests/story/claims.toml"), real));
    } else {
        eprintln!("skipped: {} is missing", real.display());
    }
    stories.sort();
    stories
}

/// The files of a folder, by name.
fn texts(folder: &Path) -> BTreeMap<PathBuf, String> {
    let entries = fs::read_dir(folder).expect("the articles").map(|entry| entry.expect("an article").path());
    let texts = entries.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| (path.clone(), fs::read_to_string(&path).expect("a text"))).collect()
}

fn checked(claims: &Path, corpus: &[PathBuf]) -> Checked {
    check(&Options { claims: claims.to_owned(), corpus: corpus.to_vec(), ..Options::default() }).expect("a check")
}

fn written(checked: &Checked) -> String {
    let (report, mut out) = (Report::new(checked), Vec::new());
    // The others tell lines of the claims file, which move with its order.
    for format in FORMATS
        .iter()
        .filter(|format| ["table", "csv", "json", "jsonl", "markdown", "claimreview"].contains(&format.name))
    {
        (format.write)(&report, &Layout::wide(100), &mut out).expect("memory takes it");
    }
    String::from_utf8(out).expect("text")
}

/// The text without its mark, and its body, found by other means than the
/// program's.
fn body_of(text: &str) -> (&str, &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut fences = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((line.trim_end() == "+++", *at))
    });
    let opens = fences.next().is_some_and(|(is_fence, _)| is_fence);
    let closed = fences.find(|(is_fence, _)| *is_fence).filter(|_| opens);
    (text, closed.map_or(text, |(_, end)| &text[end..]))
}

/// Every mention's quote is what its code points cut out of the body, and
/// begins at its line and column of the file.
fn assert_places(report: &Report, texts: &BTreeMap<String, String>, what: &str) -> usize {
    let mentions = report.topics.iter().flat_map(|topic| &topic.mentions);
    for mention in mentions.clone() {
        let (file, body) = body_of(&texts[&mention.article]);
        let cut: String = body.chars().skip(mention.start.0).take(mention.end.0 - mention.start.0).collect();
        assert_eq!(cut, mention.quote, "{what}: {} of {}", mention.id, mention.article);
        let lines = file.split_inclusive('\n').skip(mention.line.0 as usize - 1);
        let there: String = lines.collect::<String>().chars().skip(mention.column.0 as usize - 1).collect();
        assert!(there.starts_with(&mention.quote), "{what}: {} of {} at its place", mention.id, mention.article);
    }
    mentions.count()
}

/// Ways in which the same text comes in.
fn spoilt(text: &str) -> Vec<(&'static str, String)> {
    let (bare, body) = body_of(text);
    let fenced = format!("+++\noutlet = \"L’Écho\"\nnote = \"\"\"\n𝄞\n+\n\"\"\"\n+++\n\n\n{body}");
    let wide = bare.replace("’", "'").replace('\'', "’").replace(" - ", " – ").replace(". ", "\u{2026}. ");
    let padded = format!("{}\u{1f4de}\u{301} 𝄞𝄞 e\u{301}lan.\n\n{body}", &bare[..bare.len() - body.len()]);
    vec![
        ("as it is", text.to_owned()),
        ("with CRLF", bare.replace("\r\n", "\n").replace('\n', "\r\n")),
        ("with a byte order mark", format!("\u{feff}{bare}")),
        ("without front matter", body.to_owned()),
        ("with another front matter", fenced.clone()),
        ("with all of it", format!("\u{feff}{}", fenced.replace('\n', "\r\n"))),
        ("with curly marks", wide),
        ("after signs of many bytes", padded),
    ]
}

#[test]
fn every_mention_stands_at_its_place() {
    for (claims, folder) in stories() {
        let texts = texts(&folder);
        let ways = spoilt("").len();
        for way in 0..ways {
            let copy = tempfile::tempdir().expect("a folder");
            let (mut by_id, mut name) = (BTreeMap::new(), "");
            for (path, text) in &texts {
                let (what, text) = spoilt(text).swap_remove(way);
                fs::write(copy.path().join(path.file_name().expect("a file")), &text).expect("a copy");
                by_id.insert(path.file_stem().expect("a stem").to_string_lossy().into_owned(), text);
                name = what;
            }
            let checked = checked(&claims, &[copy.path().to_owned()]);
            let count = assert_places(&Report::new(&checked), &by_id, name);
            assert!(count > 0, "{} {name}: nothing was found", claims.display());
        }
    }
}

/// A fixed stream of numbers: the same shuffles in every run.
struct Numbers(u64);

impl Numbers {
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            items.swap(at, (self.0 >> 33) as usize % (at + 1));
        }
    }
}

/// The claims file with its tables in another order. Topics are told in the
/// order of the file, and keep it among themselves.
fn turned(text: &str, numbers: &mut Numbers) -> String {
    const TABLES: [&str; 5] = ["[[claimant]]", "[[entity]]", "[[event]]", "[[topic]]", "[[claim]]"];
    let mut blocks: Vec<String> = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if TABLES.contains(&line.trim_end()) {
            blocks.push(String::new());
        }
        blocks.last_mut().expect("there is one").push_str(line);
    }
    let head = blocks.remove(0);
    let topics: Vec<String> = blocks.iter().filter(|block| block.starts_with("[[topic]]")).cloned().collect();
    numbers.shuffle(&mut blocks);
    let mut in_order = topics.into_iter();
    for block in blocks.iter_mut().filter(|block| block.starts_with("[[topic]]")) {
        *block = in_order.next().expect("as many as there were");
    }
    head + &blocks.concat()
}

#[test]
fn no_order_of_files_claims_or_threads_reaches_the_report() {
    let mut numbers = Numbers(8);
    for (claims, folder) in stories() {
        let mut files: Vec<PathBuf> = texts(&folder).into_keys().collect();
        let text = fs::read_to_string(&claims).expect("the claims");
        let expected = written(&checked(&claims, &files));
        let copy = tempfile::tempdir().expect("a folder");
        for threads in [1, 2, 7] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            numbers.shuffle(&mut files);
            let shuffled = copy.path().join("claims.toml");
            fs::write(&shuffled, turned(&text, &mut numbers)).expect("a copy");
            let by_file = pool.install(|| written(&checked(&claims, &files)));
            assert!(by_file == expected, "{}: the order of files, {threads} threads", claims.display());
            let by_claim = pool.install(|| written(&checked(&shuffled, &files)));
            if by_claim != expected {
                let lines = expected.lines().zip(by_claim.lines());
                let first = lines.enumerate().find(|(_, (a, b))| a != b);
                panic!("{}: the order of claims, {threads} threads: {first:#?}", claims.display());
            }
        }
    }
}
