//! Reading a corpus from disk, and what holds for the structure of any text.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stderr, reason = "a test that did not run says so")]

use gainsay::corpus::{Article, BlockKind, Corpus, article_from, read_corpus};
use gainsay::diagnostic::Severity;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with files; `bytes` so that they need not be UTF-8.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

fn read(base: &Path, paths: &[&str]) -> Corpus {
    read_corpus(&paths.iter().map(PathBuf::from).collect::<Vec<_>>(), base)
}

fn ids(corpus: &Corpus) -> Vec<(&str, &str)> {
    corpus.articles.iter().map(|article| (&*article.id, &*article.path)).collect()
}

fn told(corpus: &Corpus) -> Vec<String> {
    let tell = |d: &gainsay::diagnostic::Diagnostic| format!("{}: {}", d.source.path.display(), d.message);
    corpus.diagnostics.iter().map(tell).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_folder_is_read_whole_sorted_by_id() {
    let dir = folder(&[
        ("corpus/b.txt", b"B."),
        ("corpus/deep/a.MD", b"A."),
        ("corpus/c.markdown", b"C."),
        ("corpus/notes.json", b"{}"),
        ("corpus/.hidden.txt", b"H."),
        ("corpus/.git/x.txt", b"X."),
    ]);
    let corpus = read(dir.path(), &["corpus"]);
    assert_eq!(ids(&corpus), [("a", "corpus/deep/a.MD"), ("b", "corpus/b.txt"), ("c", "corpus/c.markdown")]);
    assert_eq!(told(&corpus), NONE);
    assert_eq!(corpus.article("b").unwrap().1.body, "B.");
}

#[test]
fn files_of_one_stem_are_told_apart_by_their_paths() {
    let dir = folder(&[("x/a.txt", b"1"), ("y/a.md", b"2"), ("y/b.txt", b"3"), ("y/b.md", b"4"), ("c.txt", b"5")]);
    let corpus = read(dir.path(), &["."]);
    let expected =
        [("c", "c.txt"), ("x/a", "x/a.txt"), ("y/a", "y/a.md"), ("y/b.md", "y/b.md"), ("y/b.txt", "y/b.txt")];
    assert_eq!(ids(&corpus), expected);
}

#[test]
fn globs_name_files_and_folders() {
    let dir =
        folder(&[("c/2022-a.txt", b"1"), ("c/2023-b.txt", b"2"), ("c/2022/d.txt", b"3"), ("c/2022-e.html", b"4")]);
    assert_eq!(ids(&read(dir.path(), &["c/2022-*"])), [("2022-a", "c/2022-a.txt")]);
    assert_eq!(ids(&read(dir.path(), &["./c/2022*"])), [("2022-a", "c/2022-a.txt"), ("d", "c/2022/d.txt")]);
    assert_eq!(ids(&read(dir.path(), &["c/*.html"])), [("2022-e", "c/2022-e.html")]);
    assert_eq!(ids(&read(dir.path(), &["**/{d,2023-b}.txt"])), [("2023-b", "c/2023-b.txt"), ("d", "c/2022/d.txt")]);
    assert_eq!(told(&read(dir.path(), &["c/*.rtf"])), ["c/*.rtf: the glob matches no article"]);
    assert_eq!(told(&read(dir.path(), &["c/[a.txt"])).len(), 1);
}

#[test]
fn a_named_file_of_any_extension_is_read_once() {
    let dir = folder(&[("c/a.story", b"A."), ("c/b.txt", b"B.")]);
    let corpus = read(dir.path(), &["c/a.story", "c", "c/../c/b.txt", dir.path().join("c/b.txt").to_str().unwrap()]);
    assert_eq!(ids(&corpus), [("a", "c/a.story"), ("b", "c/b.txt")]);
}

#[test]
fn paths_outside_the_base_are_shown_as_given() {
    let dir = folder(&[("claims/x.txt", b"X."), ("articles/a.txt", b"A.")]);
    let base = dir.path().join("claims");
    assert_eq!(ids(&read(&base, &["../articles"])), [("a", "../articles/a.txt")]);
    let absolute = dir.path().join("articles");
    let shown = absolute.join("a.txt");
    assert_eq!(ids(&read(&base, &[absolute.to_str().unwrap()])), [("a", shown.to_str().unwrap())]);
    assert_eq!(ids(&read(&base, &[base.to_str().unwrap()])), [("x", "x.txt")]);
    assert_eq!(ids(&read(&base, &["../claims/./x.txt"])), [("x", "x.txt")]);
}

#[test]
fn one_bad_file_never_hides_the_rest() {
    let dir = folder(&[
        ("c/good.txt", "Élysée: 20".as_bytes()),
        ("c/latin.txt", b"\xc3\x89lys\xc3\xa9e\nun caf\xe9 20"),
        ("c/empty.txt", b""),
        ("c/front.txt", b"+++\ntitle = 5\n+++\n  \n"),
        ("c/nul.txt", b"ab\0c"),
        ("c/utf16.txt", b"\xff\xfea\0"),
        ("e/readme", b"no article"),
    ]);
    let corpus = read(dir.path(), &["c", "e", "c/emty.txt"]);
    let expected = [
        "c/empty.txt: the article is empty",
        "c/emty.txt: no such file or folder",
        "c/front.txt: the article is empty",
        "c/front.txt: `title` is a string, not a number",
        "c/latin.txt: is not UTF-8: byte 0xE9 at line 2, column 7 (byte 16)",
        "c/nul.txt: the text holds a NUL character",
        "c/utf16.txt: is not UTF-8: byte 0xFF at line 1, column 1 (byte 1)",
        "e: the folder holds no article",
    ];
    assert_eq!(told(&corpus), expected);
    let help = |at: usize| corpus.diagnostics[at].help.as_deref().unwrap_or_default();
    assert_eq!(help(1), "did you mean `c/empty.txt`?");
    assert_eq!(help(6), "it may be UTF-16: save it as UTF-8");
    let listed: Vec<_> = corpus.articles.iter().map(|article| &*article.id).collect();
    assert_eq!(listed, ["empty", "front", "good", "nul"]);
    assert_eq!((corpus.diagnostics[0].severity, corpus.diagnostics[1].severity), (Severity::Warning, Severity::Error));
    assert!(corpus.article("empty").unwrap().1.blocks.is_empty());
}

#[cfg(unix)]
#[test]
fn links_that_loop_or_break_are_told_and_the_file_goes_before_its_link() {
    use std::os::unix::fs::symlink;
    let dir = folder(&[("c/real/z.txt", b"Z.")]);
    let c = dir.path().join("c");
    symlink(&c, c.join("real/loop")).unwrap();
    symlink("nowhere.txt", c.join("gone.txt")).unwrap();
    symlink("real/z.txt", c.join("a.txt")).unwrap();
    symlink("real", c.join("again")).unwrap();
    let corpus = read(dir.path(), &["c", "c/gone.txt"]);
    assert_eq!(ids(&corpus), [("z", "c/real/z.txt")]);
    let expected = [
        "c/again/loop: is a symbolic link back to `c`, which holds it",
        "c/gone.txt: is a broken symbolic link",
        "c/real/loop: is a symbolic link back to `c`, which holds it",
    ];
    assert_eq!(told(&corpus), expected);
}

#[cfg(unix)]
#[test]
fn a_device_and_a_file_used_as_a_folder_are_refused() {
    let dir = folder(&[("a.txt", b"A.")]);
    let corpus = read(dir.path(), &["/dev/null", "a.txt/b.txt"]);
    assert_eq!(told(&corpus), ["/dev/null: is no regular file", "a.txt/b.txt: cannot be read: not a directory"]);
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let dir = folder(&[("a.txt", b"A.")]);
    let file = fs::File::create(dir.path().join("big.txt")).unwrap();
    file.set_len((32 << 20) + 1).unwrap();
    fs::write(dir.path().join("lines.txt"), "\n".repeat(1_000_001)).unwrap();
    let corpus = read(dir.path(), &["."]);
    let expected = [
        "big.txt: is 33554433 bytes, larger than the limit of 32 MiB (33554432 bytes)",
        "lines.txt: has 1000001 lines, more than the limit of 1000000",
    ];
    assert_eq!(told(&corpus), expected);
    assert_eq!(ids(&corpus), [("a", "a.txt")]);
}

#[test]
fn the_number_of_threads_and_the_order_of_paths_change_nothing() {
    let files: Vec<(String, Vec<u8>)> = (0..60)
        .map(|n| (format!("c/{}.txt", n * 7 % 60), if n % 5 == 0 { vec![0xE9] } else { vec![b'a'; n] }))
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let dir = folder(&files);
    let run = |threads: usize, paths: &[&str]| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let corpus = pool.install(|| read(dir.path(), paths));
        (corpus.articles.iter().map(|a| (a.id.clone(), a.body.clone())).collect::<Vec<_>>(), told(&corpus))
    };
    assert_eq!(run(1, &["c", "c/7.txt"]), run(4, &["c/7.txt", "c"]));
}

#[test]
fn places_are_those_of_the_file() {
    let text = "\u{FEFF}+++\r\noutlet = \"AP\"\r\n+++\r\n\r\nÉlysée: 20 calls.\r\n";
    let (article, _) = article_from("a", "a.txt", text);
    let place = article.place(article.body.find("20").unwrap());
    assert_eq!((place.line.0, place.column.0), (5, 9));
    assert_eq!(article.body, "\r\nÉlysée: 20 calls.\r\n");
}

/// The five articles, where they are.
fn real(id: &str) -> Option<Article> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles").join(format!("{id}.txt"));
    let Ok(text) = fs::read_to_string(path) else {
        eprintln!("skipped: ../shared/articles/{id}.txt is missing");
        return None;
    };
    let (article, diagnostics) = article_from(id, format!("{id}.txt"), text);
    assert_eq!(diagnostics, []);
    Some(article)
}

fn block_with<'a>(article: &'a Article, words: &str) -> &'a gainsay::corpus::Block {
    article.blocks.iter().find(|block| block.span.of(&article.body).contains(words)).unwrap()
}

#[test]
fn the_rows_of_the_real_table_know_their_heading_and_source() {
    let Some(article) = real("cibuk-sixty-calls") else { return };
    for (row, heading) in [("Macron : 60", "up to the start of the war"), ("Macron : 14", "since the war started")] {
        let block = block_with(&article, row);
        assert_eq!((block.kind, block.span.of(&article.body)), (BlockKind::Row, row));
        let text = |link: Option<usize>| article.blocks[link.unwrap()].span.of(&article.body);
        assert!(text(block.heading).ends_with(heading));
        assert_eq!(text(block.caption), "[Source : The Kremlin]");
    }
    assert_eq!(block_with(&article, "Macron call to Putin").kind, BlockKind::Caption);
    assert_eq!(block_with(&article, "in 2014.").kind, BlockKind::Paragraph);
}

#[test]
fn the_headlines_of_the_real_articles_are_their_titles() {
    for id in ["amn-leaked-call", "ap-open-line", "cibuk-sixty-calls", "express-twentieth-call", "secret-zelensky-call"]
    {
        let Some(article) = real(id) else { return };
        let headlines: Vec<_> = article.blocks.iter().filter(|block| block.kind == BlockKind::Headline).collect();
        let texts: Vec<_> = headlines.iter().map(|block| block.span.of(&article.body)).collect();
        assert_eq!(texts, [article.front.title.as_deref().unwrap()], "{id}");
    }
}

#[test]
fn a_quotation_of_two_sentences_is_cut_inside() {
    let Some(article) = real("amn-leaked-call") else { return };
    let block = block_with(&article, "where your lawyer");
    let ends: Vec<_> = block.sentences.iter().map(|s| s.of(&article.body).rsplit(' ').next().unwrap()).collect();
    assert_eq!(ends, ["region.", "law.", "them.”"]);
}

/// Wraps each line of a text at 72 columns.
fn wrap(text: &str) -> String {
    let options = textwrap::Options::new(72).break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation);
    text.lines().map(|line| textwrap::fill(line, &options) + "\n").collect()
}

#[test]
fn wrapping_a_real_article_changes_no_sentence() {
    for id in ["ap-open-line", "cibuk-sixty-calls"] {
        let Some(article) = real(id) else { return };
        let (wrapped, _) = article_from(id, "a.txt", wrap(&article.body));
        let sentences = |article: &Article| -> Vec<String> {
            let spans = article.blocks.iter().flat_map(|block| &block.sentences);
            spans.map(|span| span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
        };
        assert_eq!(sentences(&wrapped), sentences(&article));
    }
}

/// Lines as articles have them, mixed with anything.
fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "[-–*•#>|+ ]{0,4}[A-Z]?[a-z :|]{0,20}[.:?”|]?",
        "[0-9]{1,3}[.)] [A-Z][a-z ]{0,20}",
        Just("[Source : The Kremlin]".to_owned()),
        Just("© Facts 2022".to_owned()),
        Just("+++".to_owned()),
        Just("-----".to_owned()),
        Just("title = \"Calls\"".to_owned()),
        "[A-Z][a-z ,]{90,130}[.”]",
        "\\PC{0,30}",
        "[ \t\r\u{A0}\0]{0,3}",
    ];
    prop::collection::vec(line, 0..14).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn blocks_hold_every_word_once_in_order(text in text()) {
        let (article, _) = article_from("a", "a.txt", text);
        let body = article.body.as_str();
        let mut end = 0;
        for block in &article.blocks {
            let gap = body.get(end..block.span.start).unwrap();
            prop_assert!(!gap.contains(char::is_alphabetic), "lost {:?}", gap);
            prop_assert!(gap.chars().all(|c| c.is_whitespace() || c.is_ascii_digit() || "#>*+-=_|:.)•–—―‣▪●○◦·".contains(c)), "lost {:?}", gap);
            prop_assert!(!block.span.is_empty());
            prop_assert_eq!(block.span.of(body).trim(), block.span.of(body));
            let (mut inner, mut last) = (String::new(), block.span.start);
            for sentence in &block.sentences {
                prop_assert!(block.span.contains(sentence) && sentence.start >= last);
                inner.push_str(sentence.of(body));
                last = sentence.end;
            }
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&inner), bare(block.span.of(body)));
            end = block.span.end;
        }
        prop_assert!(!body[end..].contains(char::is_alphabetic));
    }

    #[test]
    fn headings_stand_above_and_captions_speak_for_rows(text in text()) {
        let (article, _) = article_from("a", "a.txt", text);
        for (at, block) in article.blocks.iter().enumerate() {
            if let Some(heading) = block.heading {
                prop_assert!(heading < at && article.blocks[heading].kind == BlockKind::Heading);
            }
            if let Some(caption) = block.caption {
                prop_assert_eq!((block.kind, article.blocks[caption].kind), (BlockKind::Row, BlockKind::Caption));
            }
        }
    }
}
