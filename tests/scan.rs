//! Articles in whatever way they come: `scan` and `collate` say what `check`
//! says, a file of records what its articles say, packed or not; and what is
//! broken costs only itself.

use gainsay::check::{Checked, Options, check, check_gathered, load};
use gainsay::corpus::records::LONGEST_LINE;
use gainsay::report::formats::FORMATS;
use gainsay::report::{Layout, Report, diagnostics::write_diagnostics};
use gainsay::scan::wire::scan_stream;
use gainsay::scan::{Collator, Gathered, Scanner, Texts, WireError};
use serde_json::json;
use std::fs;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The claims files that come with articles.
fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = fs::read_dir(root.join("tests/stories")).expect("the stories");
    let mut stories: Vec<PathBuf> = folders.map(|folder| folder.expect("a story").path().join("claims.toml")).collect();
    stories.push(root.join("claims.toml"));
    stories.push(root.join("tests/cmd/storm/claims.toml"));
    stories.sort();
    stories
}

fn checked(claims: &Path) -> Checked {
    check(&Options { claims: claims.to_owned(), ..Options::default() }).expect("a check")
}

/// Everything that a check prints, in every format.
fn printed(checked: &Checked) -> Vec<(&'static str, String)> {
    let (report, layout) = (Report::new(checked), Layout::wide(100));
    let text = |out| String::from_utf8(out).expect("text");
    let of_format = |format: &&'static gainsay::report::formats::Format| {
        let mut out = Vec::new();
        (format.write)(&report, &layout, &mut out).expect("memory takes it");
        (format.name, text(out))
    };
    let mut told = Vec::new();
    write_diagnostics(&checked.diagnostics, &layout, &mut told).expect("memory takes it");
    FORMATS.iter().map(of_format).chain([("diagnostics", text(told))]).collect()
}

/// The files of a check as records, each standing in its file.
fn records(claims: &Path, checked: &Checked) -> Vec<String> {
    let base = claims.parent().expect("a folder");
    let record = |article: &gainsay::corpus::Article| {
        let text = fs::read_to_string(base.join(&*article.path)).expect("a text");
        json!({"id": article.id, "path": article.path, "text": text, "desk": "foreign"}).to_string()
    };
    checked.corpus.articles.iter().map(record).collect()
}

fn scanned(claims: &Path, path: &str, input: &str) -> Vec<String> {
    scanned_from(claims, (path, 1), input)
}

/// The same of a part of a file.
fn scanned_from(claims: &Path, place: (&str, u32), input: &str) -> Vec<String> {
    let loaded = load(claims).expect("the claims");
    let scanner = Scanner::new(&loaded.claims, Texts::OfSpeakers);
    let mut out = Vec::new();
    scan_stream(&scanner, place, &mut BufReader::new(input.as_bytes()), &mut out).expect("memory takes it");
    String::from_utf8(out).expect("text").lines().map(str::to_owned).collect()
}

fn collated(claims: &Path, files: &[String]) -> Result<Checked, WireError> {
    let loaded = load(claims).expect("the claims");
    let (collator, mut gathered) = (Collator::new(&loaded.claims), Gathered::default());
    files.iter().try_for_each(|file| collator.read(&mut file.as_bytes(), &mut gathered))?;
    let options = Options { claims: claims.to_owned(), ..Options::default() };
    Ok(check_gathered(loaded, &options, gathered).expect("a check"))
}

#[test]
fn scan_and_collate_say_what_check_says_in_any_order() {
    for claims in stories() {
        let whole = checked(&claims);
        assert!(!whole.is_empty(), "{}", claims.display());
        let mut lines = scanned(&claims, "stdin", &records(&claims, &whole).join("\n"));
        assert_eq!(lines.len(), whole.corpus.articles.len());
        // Every third line to a file of its own, backwards.
        lines.reverse();
        let part = |which: usize| lines.iter().skip(which).step_by(3).cloned().collect::<Vec<_>>().join("\n");
        let parts = collated(&claims, &[part(1), part(2), part(0)]).expect("lines of these claims");
        for ((name, expected), (_, found)) in printed(&whole).into_iter().zip(printed(&parts)) {
            assert_eq!(found, expected, "{name} of {}", claims.display());
        }
    }
}

#[test]
fn lines_of_other_claims_or_versions_are_refused() {
    let claims = stories().remove(0);
    let lines = scanned(&claims, "stdin", "{\"id\": \"a\", \"text\": \"Nothing.\"}\n");
    let with = |change: &str, to: serde_json::Value| {
        let mut line: serde_json::Value = serde_json::from_str(&lines[0]).expect("JSON");
        line[change] = to;
        collated(&claims, &[line.to_string()]).expect_err("another").to_string()
    };
    assert!(with("claims", json!("00")).starts_with("line 1 was made for other claims (00, and these are "));
    assert!(with("version", json!(2)).starts_with("line 1 is of version 2, and this program reads version 1"));
    assert!(with("made_by", json!("0.0.1")).starts_with("line 1 was made by gainsay 0.0.1, and this is "));
    let broken = collated(&claims, &[format!("{}\n{{\"version\"", lines[0])]).expect_err("broken").to_string();
    assert!(broken.starts_with("line 2 is no line of `gainsay scan`: "), "{broken}");
}

/// A folder with one topic, and files in `articles`.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    let claims = "version = 1\n[corpus]\npaths = [\"articles\"]\n[[topic]]\nid = \"calls\"\n\
        question = \"How many calls?\"\nkind = \"count\"\nunit = \"call\"\nmatch = [\"{value} calls were made\"]\n";
    fs::write(folder.path().join("claims.toml"), claims).expect("a file");
    for (name, bytes) in files {
        fs::write(folder.path().join("articles").join(name), bytes).expect("a file");
    }
    folder
}

fn check_in(folder: &TempDir) -> Checked {
    checked(&folder.path().join("claims.toml"))
}

/// Each mention as `id path:line:column words`.
fn mentions(checked: &Checked) -> Vec<String> {
    let said = checked.compared.topics.iter().flat_map(|topic| &topic.mentions);
    let told = said.map(|mention| {
        let article = &checked.corpus.articles[mention.article];
        let place = article.place(mention.span.start);
        let words = mention.span.of(&article.body);
        format!("{} {}:{}:{} {words}", article.id, article.path, place.line.0, place.column.0)
    });
    told.collect()
}

fn told(checked: &Checked) -> Vec<String> {
    let told = checked.diagnostics.iter().map(|diagnostic| {
        let line = diagnostic.place().map(|place| format!(":{}", place.line.0)).unwrap_or_default();
        format!("{}{line}: {}", diagnostic.source.path.display(), diagnostic.message)
    });
    told.collect()
}

const RECORDS: &str = "{\"id\": \"one\", \"text\": \"Quiet.\\n\\nÉlan: 20 calls were made.\", \"outlet\": \"AP\", \"published\": \"2022-05\"}\n\
    {\"id\": 7, \"text\": \"Nothing was said.\"}\n\
    \n\
    {\"id\": \"broken\", \"text\": 3}\n\
    {\"id\": \"one\", \"text\": \"60 calls were made.\", \"published\": \"2022-13\"}\n\
    {\"id\": \"own\", \"path\": \"own.txt\", \"text\": \"+++\\noutlet = \\\"AFP\\\"\\n+++\\n4 calls were made.\"}\n";

#[test]
fn a_file_of_records_is_read_line_by_line() {
    let checked = check_in(&folder(&[("archive.jsonl", RECORDS.as_bytes())]));
    let ids: Vec<&str> = checked.corpus.articles.iter().map(|article| &*article.id).collect();
    assert_eq!(ids, ["7", "one", "one#2", "own"]);
    let expected = [
        "one articles/archive.jsonl:1:15 20 calls were made",
        "one#2 articles/archive.jsonl:5:1 60 calls were made",
        "own own.txt:4:1 4 calls were made",
    ];
    assert_eq!(mentions(&checked), expected);
    let fronts: Vec<_> = checked.corpus.articles.iter().map(|article| article.front.outlet.as_deref()).collect();
    assert_eq!(fronts, [None, Some("AP"), None, Some("AFP")]);
    let expected = [
        "articles/archive.jsonl:4: the line is no record: invalid type: integer `3`, expected a string",
        "articles/archive.jsonl:5: record `one`: `2022-13` is no date: there is no month 13",
        "articles/archive.jsonl:5: another article has the id `one`: this one is called `one#2`",
    ];
    assert_eq!(told(&checked), expected);
}

#[test]
fn what_is_no_record_is_told_in_words_and_the_next_is_read() {
    let records = concat!(
        "{\"id\": \" \", \"text\": \"20 calls were made.\"}\n{\"id\": \"b\", \"text\": \"60 calls were made.\"}\n",
        "[\"c\", \"60 calls were made.\"]\n\"60 calls were made.\"\n{\"id\": true, \"text\": \"60 calls\"}\n",
    );
    let checked = check_in(&folder(&[("archive.jsonl", records.as_bytes())]));
    assert_eq!(mentions(&checked), ["b articles/archive.jsonl:2:1 60 calls were made"]);
    let expected = [
        "articles/archive.jsonl:1: a record needs an id: this one is empty",
        "articles/archive.jsonl:3: the line is no record: a list, expected an object with `id` and `text`",
        "articles/archive.jsonl:4: the line is no record: invalid type: string \"60 calls were made.\", expected an object with `id` and `text`",
        "articles/archive.jsonl:5: the line is no record: `id` is to be a text or a whole number",
    ];
    assert_eq!(told(&checked), expected);
}

/// A corpus of a million articles would not fit into memory otherwise.
#[test]
fn the_text_of_an_article_that_says_nothing_is_let_go_of() {
    let files: [(&str, &[u8]); 3] = [
        ("nearly.txt", b"Calls were made by 20 dogs, not 20 times."),
        ("silent.txt", b"Nothing was said."),
        ("speaks.txt", b"20 calls were made."),
    ];
    let checked = check_in(&folder(&files));
    assert_eq!(mentions(&checked), ["speaks articles/speaks.txt:1:1 20 calls were made"]);
    let bodies: Vec<&str> = checked.corpus.articles.iter().map(|article| &*article.body).collect();
    assert_eq!(bodies, ["", "", "20 calls were made."]);
    assert!(checked.corpus.articles[..2].iter().all(|article| article.blocks.is_empty()));
}

#[test]
fn scanning_a_file_of_records_is_checking_it() {
    let folder = folder(&[("archive.jsonl", RECORDS.as_bytes())]);
    let claims = folder.path().join("claims.toml");
    let lines = scanned(&claims, "articles/archive.jsonl", RECORDS);
    let collated = collated(&claims, &[lines.join("\n")]).expect("lines of these claims");
    assert_eq!(printed(&collated), printed(&check_in(&folder)));
}

#[test]
fn many_broken_lines_are_counted() {
    let lines = "{\n".repeat(30) + "{\"id\": \"a\", \"text\": \"20 calls were made.\"}\n";
    let checked = check_in(&folder(&[("archive.jsonl", lines.as_bytes())]));
    assert_eq!(mentions(&checked), ["a articles/archive.jsonl:31:1 20 calls were made"]);
    let told = told(&checked);
    assert_eq!(told.len(), 21);
    assert!(told.contains(&"articles/archive.jsonl: 10 more lines are no records".to_owned()), "{told:?}");
}

/// It is longer than what is read at once, too.
#[test]
fn a_line_over_the_limit_costs_only_itself() {
    let record = |at: usize| format!("{{\"id\": \"a{at}\", \"text\": \"{at} calls were made.\"}}\n");
    let lines = [record(20).into_bytes(), vec![b'x'; LONGEST_LINE + 1], format!("\n{}", record(60)).into_bytes()];
    let checked = check_in(&folder(&[("archive.jsonl", &lines.concat())]));
    let expected =
        ["a20 articles/archive.jsonl:1:1 20 calls were made", "a60 articles/archive.jsonl:3:1 60 calls were made"];
    assert_eq!(mentions(&checked), expected);
    assert_eq!(told(&checked), ["articles/archive.jsonl:2: the line is longer than the limit of 64 MiB"]);
}

/// Each part has fewer broken lines than are told of a file, or more; and their
/// files come in another order.
#[test]
fn broken_lines_are_counted_alike_however_an_archive_is_cut() {
    let of = |at: usize| match at % 5 {
        0 => format!("{{\"id\": \"a{at}\", \"text\": \"{at} calls were made.\"}}\n"),
        _ => format!("{{{at}\n"),
    };
    let lines: Vec<String> = (1..=90).map(of).collect();
    let folder = folder(&[("archive.jsonl", lines.concat().as_bytes())]);
    let (claims, expected) = (folder.path().join("claims.toml"), printed(&check_in(&folder)));
    for size in [7, 40, 90] {
        let parts = lines.chunks(size).enumerate().map(|(at, part)| {
            let first = u32::try_from(at * size + 1).expect("a small number");
            scanned_from(&claims, ("articles/archive.jsonl", first), &part.concat()).join("\n")
        });
        let parts: Vec<String> = parts.rev().collect();
        assert_eq!(printed(&collated(&claims, &parts).expect("lines of these claims")), expected, "parts of {size}");
    }
}

/// Nothing but what they say tells the articles apart.
#[test]
fn records_of_one_id_and_place_are_told_apart_by_their_text() {
    let record = |text: &str, outlet: &str| {
        json!({"id": "own", "path": "own.txt", "text": text, "outlet": outlet}).to_string() + "\n"
    };
    let lines = [
        record("60 calls were made.", "AP"),
        record("20 calls were made.", "AP"),
        record("20 calls were made.", "AFP"),
        record("Nobody spoke.", "TASS"),
        record("Nobody spoke.", "AFP"),
    ];
    let folder = folder(&[("archive.jsonl", lines.concat().as_bytes())]);
    let (claims, expected) = (folder.path().join("claims.toml"), printed(&check_in(&folder)));
    let scanned = scanned(&claims, "articles/archive.jsonl", &lines.concat());
    for first in 0..scanned.len() {
        let mut turned = scanned.clone();
        turned.rotate_left(first);
        for lines in [turned.join("\n"), turned.iter().rev().cloned().collect::<Vec<_>>().join("\n")] {
            assert_eq!(printed(&collated(&claims, &[lines]).expect("lines of these claims")), expected, "{first}");
        }
    }
}

/// One line of `scan` with one thing in it changed to what no article of these
/// claims could say.
#[test]
fn a_line_that_says_what_cannot_be_is_refused() {
    let claims = stories().into_iter().find(|claims| claims.ends_with("cmd/storm/claims.toml")).expect("the storm");
    let records = records(&claims, &checked(&claims)).join("\n");
    let lines = scanned(&claims, "stdin", &records);
    let span = json!({"start": 5, "end": 100_000});
    let moment = json!({"from": "2024-02-01T00:00:00", "to": "2024-01-01T00:00:00", "precision": "day", "zone": null});
    let edge = json!({"between": ["2024-02-01", "2024-01-01"]});
    let amount = json!({"amount": {"stated": null, "hedge": "exact",
        "interval": {"low": {"included": "9"}, "high": {"included": "3"}}}});
    for (place, forged, why) in [
        ("/mentions/0/topic", json!(9), "there is no topic 9"),
        ("/mentions/0/claim", json!(99), "there is no claim 99"),
        ("/mentions/0/anchor", json!(7), "there is no event 7"),
        ("/mentions/0/span", span.clone(), "`span` is no place in the text"),
        ("/mentions/0/span", json!({"start": 9, "end": 5}), "`span` is no place in the text"),
        ("/mentions/0/span", json!({"start": 5, "end": 5}), "`span` holds nothing"),
        ("/mentions/0/value_span", span.clone(), "`value_span` is no place in the text"),
        ("/mentions/0/attribution", span.clone(), "`attribution` is no place in the text"),
        ("/mentions/0/score", json!(1.5), "`score` is not from 0 to 1"),
        ("/mentions/0/value", json!({"choice": "sunk"}), "no value of the topic `boats-lost` is like that"),
        ("/mentions/0/value", amount.clone(), "no value of the topic `boats-lost` is like that"),
        ("/mentions/0/stance/revises", json!({"from": amount}), "no value of the topic `boats-lost` is like that"),
        ("/mentions/0/window", json!({"from": edge, "to": "open"}), "an edge of `window` ends before it begins"),
        ("/mentions/0/facets", json!({"hue": "red"}), "the topic has no `hue` that is `red`"),
        ("/quotes", json!([[99, {"ambiguous": []}]]), "there is no claim 99"),
        ("/quotes/0/1", json!({"found": {"span": span, "exact": true, "differing": []}}), "`span` is no place"),
        ("/quotes/0/1", json!({"missing": {"nearest": span, "differing": []}}), "`nearest` is no place in the text"),
        ("/article/id", json!("another"), "has no quote from this article"),
        ("/article/text", json!(""), "`span` is no place in the text"),
        ("/article/record", json!(0), "`record` counts from 1"),
        ("/article/front/published_on", moment, "`published_on` is not what `published` says"),
        ("/article", json!(null), "it has no `article`"),
        (
            "/diagnostics",
            json!([{"severity": "error", "message": "m", "path": "p", "text": "é", "lines_before": 0,
            "span": {"start": 0, "end": 1}, "label": "", "help": null}]),
            "a diagnostic stands at no place of its text",
        ),
    ] {
        let has = |line: &serde_json::Value| line["quotes"].is_array() && line["mentions"][0]["topic"] == 0;
        let mut values = lines.iter().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
        let mut line = values.find(has).expect("an article that a claim quotes");
        let (parent, key) = place.rsplit_once('/').expect("a path");
        match line.pointer_mut(parent).expect("it is there") {
            serde_json::Value::Array(list) => list[key.parse::<usize>().expect("an index")] = forged,
            object => object[key] = forged,
        }
        let refused = collated(&claims, &[format!("\n{line}")]).err().unwrap_or_else(|| panic!("{place}")).to_string();
        assert!(refused.starts_with("line 2 is no line of `gainsay scan`: ") && refused.contains(why), "{refused}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).expect("memory takes it");
    packed.finish().expect("memory takes it")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn packed_files_are_unpacked() {
    let (one, two) = (b"+++\noutlet = \"AP\"\n+++\n20 calls were made.\n", b"60 calls were made.");
    let two_frames = [zstd(RECORDS.as_bytes()), zstd(b"{\"id\": \"late\", \"text\": \"9 calls were made.\"}")].concat();
    let (one, two, members) = (gzip(one), zstd(two), [gzip(b"4 calls "), gzip(b"were made.")].concat());
    let files: [(&str, &[u8]); 4] =
        [("a.txt.gz", &one), ("b.md.zst", &two), ("c.txt.gz", &members), ("records.jsonl.zst", &two_frames)];
    let expected = [
        "a articles/a.txt.gz:4:1 20 calls were made",
        "b articles/b.md.zst:1:1 60 calls were made",
        "c articles/c.txt.gz:1:1 4 calls were made",
        "late articles/records.jsonl.zst:7:1 9 calls were made",
        "one articles/records.jsonl.zst:1:15 20 calls were made",
        "one#2 articles/records.jsonl.zst:5:1 60 calls were made",
        "own own.txt:4:1 4 calls were made",
    ];
    assert_eq!(mentions(&check_in(&folder(&files))), expected);
}

#[test]
fn a_file_that_unpacks_without_end_costs_only_itself() {
    let (zeros, line) = (
        gzip(&vec![b'0'; 33 << 20]),
        [&b"{\"id\": \"a\", \"text\": \"4 calls were made.\"}\n"[..], &vec![b' '; 40 << 20]].concat(),
    );
    let (trap, half) = (gzip(&line), &gzip(b"60 calls were made.")[..20]);
    let files: [(&str, &[u8]); 4] =
        [("a.txt.gz", &zeros), ("b.txt", b"20 calls were made."), ("c.jsonl.gz", &trap), ("d.txt.gz", half)];
    let checked = check_in(&folder(&files));
    assert_eq!(mentions(&checked)[1..], ["b articles/b.txt:1:1 20 calls were made"]);
    let told = told(&checked);
    assert_eq!(told[0], "articles/a.txt.gz: cannot be read: it unpacks to more than 200 times its size");
    assert_eq!(told[1], "articles/c.jsonl.gz: cannot be read: it unpacks to more than 200 times its size");
    assert!(told[2].starts_with("articles/d.txt.gz: cannot be read: "), "{told:?}");
    assert_eq!(told.len(), 3);
}
