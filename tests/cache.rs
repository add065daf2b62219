//! The cache never changes a result: not when it is new or old, after something
//! changed, damaged in any byte, or held by another.

use gainsay::check::{Answer, Checked, Options, check, check_or_recall, load};
use gainsay::report::formats::FORMATS;
use gainsay::report::{Layout, Report, diagnostics::write_diagnostics};
use gainsay::scan::cache::{CacheAt, FILE, clear_cache, open_cache};
use gainsay::scan::recall::Told;
use gainsay::scan::{Scanner, Texts};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

fn storm() -> TempDir {
    let (copy, from) =
        (tempfile::tempdir().expect("a folder"), Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/storm"));
    fs::create_dir(copy.path().join("articles")).expect("a folder");
    for file in ["claims.toml", "articles/gazette.txt", "articles/herald.txt"] {
        fs::copy(from.join(file), copy.path().join(file)).expect("a copy");
    }
    // Nobody names this one: the others may be named by claims, whose quotes are looked for in each run.
    let text = fs::read_to_string(copy.path().join("articles/herald.txt")).expect("a text");
    fs::write(copy.path().join("articles/echo.txt"), text).expect("a file");
    let silent = "+++\ntitle = \"Harbour\"\noutlet = \"Courier\"\npublished = 2020-01-01\n+++\nNobody counted.\n";
    fs::write(copy.path().join("articles/silent.txt"), silent).expect("a file");
    copy
}

/// A cache that is always used.
fn at(folder: &Path) -> CacheAt {
    CacheAt { folder: folder.to_owned(), from: 0, settled: Duration::ZERO }
}

fn checked(folder: &Path, cache: Option<PathBuf>) -> Checked {
    let cache = cache.map(|folder| at(&folder));
    check(&Options { claims: folder.join("claims.toml"), cache, ..Options::default() }).expect("a check")
}

/// Everything that a check prints, in every format.
fn printed(checked: &Checked) -> String {
    let (report, layout, mut out) = (Report::new(checked), Layout::wide(100), Vec::new());
    for format in FORMATS.iter() {
        (format.write)(&report, &layout, &mut out).expect("memory takes it");
    }
    write_diagnostics(&checked.diagnostics, &layout, &mut out).expect("memory takes it");
    String::from_utf8(out).expect("text")
}

#[test]
fn cached_and_uncached_reports_are_the_same_bytes() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let cached = || Some(cache.path().to_owned());
    let agree = |what: &str| {
        let without = printed(&checked(folder.path(), None));
        for run in ["first", "second"] {
            let with = checked(folder.path(), cached());
            assert_eq!((printed(&with), with.notice), (without.clone(), None), "{what}, the {run} run");
        }
        without
    };
    let before = agree("at first");
    let claims = folder.path().join("claims.toml");
    let toml = fs::read_to_string(&claims).expect("the claims");
    fs::write(&claims, format!("# moved\n\n{toml}")).expect("a file");
    agree("with every stanza moved");
    let echo = folder.path().join("articles/echo.txt");
    let text = fs::read_to_string(&echo).expect("a text");
    fs::write(&echo, text.replace('6', "9")).expect("a file");
    assert_ne!(agree("with another text"), before);
    fs::write(&echo, format!("+++\npublished = 2020-01-01\n+++\n{text}")).expect("a file");
    agree("with another date");
    let harbour = "[[topic]]\nid = \"harbour\"\nquestion = \"Did anybody count?\"\nkind = \"choice\"\n\
        option = [{ id = \"nobody\", match = [\"nobody counted\"] }, { id = \"all\", match = [\"everybody counted\"] }]\n";
    fs::write(&claims, format!("{toml}\n{harbour}")).expect("a file");
    assert!(agree("with a topic that a silent text speaks to").contains("Nobody counted"));
    fs::write(&claims, format!("{toml}\n{}", harbour.replace("nobody counted", "nobody came"))).expect("a file");
    assert!(!agree("with that topic looked for in other words").contains("Nobody counted"));
    fs::write(&claims, &toml).expect("a file");
    agree("without that topic");
    let echo =
        "[[claim]]\nid = \"echo-6\"\ntopic = \"boats-lost\"\narticle = \"echo\"\nquote = \"six boats\"\nvalue = 6\n";
    fs::write(&claims, format!("{toml}\n{echo}")).expect("a file");
    assert!(agree("with a claim on an article that nobody named").contains("echo-6"));
    let silent = echo.replace("article = \"echo\"", "article = \"silent\"").replace("six boats", "Nobody counted");
    fs::write(&claims, format!("{toml}\n{silent}")).expect("a file");
    assert!(agree("with a claim on a silent one").contains("echo-6"));
    fs::write(&claims, &toml).expect("a file");
    agree("without these claims");
    assert!(clear_cache(cache.path()).expect("it is ours") && !clear_cache(cache.path()).expect("it is gone"));
    agree("after it was cleared");
}

/// What a run tells, all formats together, and whether it was told before.
fn answered(options: &Options, shown: &str) -> (String, bool) {
    match check_or_recall(options, shown, &mut |_| {}).expect("a check") {
        Answer::Told(told) => (String::from_utf8(told.text).expect("text"), true),
        Answer::Found(checked, recall) => {
            let text = printed(&checked);
            if let Some((recall, state)) = recall.zip(checked.state) {
                recall.keep(state, Told { status: 1, text: text.clone().into_bytes() });
            }
            (text, false)
        }
    }
}

/// The clocks of file systems tick some hundred times a second.
fn let_time_pass() {
    std::thread::sleep(Duration::from_millis(50));
}

#[test]
fn what_was_told_is_told_again_while_nothing_changes() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let options =
        Options { claims: folder.path().join("claims.toml"), cache: Some(at(cache.path())), ..Options::default() };
    let told_anew = |what: &str| {
        let_time_pass();
        let expected = printed(&checked(folder.path(), None));
        assert_eq!(answered(&options, "table"), (expected.clone(), false), "{what}");
        assert_eq!(answered(&options, "table"), (expected, true), "{what}, asked again");
    };
    told_anew("at first");
    assert!(!answered(&options, "json").1, "shown in another way");
    let of_topic = Options { topics: vec!["boats-lost".to_owned()], ..options.clone() };
    assert!(!answered(&of_topic, "table").1, "of one topic");
    let on_a_day = Options { as_of: Some(jiff::civil::date(2031, 1, 1)), ..options.clone() };
    assert!(!answered(&on_a_day, "table").1, "on another day");
    let articles = folder.path().join("articles");
    let text = fs::read_to_string(articles.join("echo.txt")).expect("a text");
    fs::write(articles.join("echo.txt"), text.replace('6', "9")).expect("a file");
    told_anew("an article changed");
    fs::write(articles.join("more.txt"), &text).expect("a file");
    told_anew("an article came");
    fs::rename(articles.join("more.txt"), articles.join("most.txt")).expect("a name");
    told_anew("an article has another name");
    fs::remove_file(articles.join("most.txt")).expect("a file");
    told_anew("an article went");
    let toml = fs::read_to_string(&options.claims).expect("the claims");
    fs::write(&options.claims, format!("# moved\n{toml}")).expect("a file");
    told_anew("the claims moved by a line");
    // What is said of the paths hangs on no file.
    fs::write(&options.claims, toml.replacen("paths = [", "paths = [\"missing\", ", 1)).expect("a file");
    let_time_pass();
    let with = checked(folder.path(), None);
    assert!(with.has_errors());
    for _ in 0..2 {
        assert_eq!(answered(&options, "table"), (printed(&with), false), "a path that leads nowhere");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_told_again_of_a_corpus_in_which_something_cannot_be_read() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let options =
        Options { claims: folder.path().join("claims.toml"), cache: Some(at(cache.path())), ..Options::default() };
    let_time_pass();
    assert!(!answered(&options, "table").1 && answered(&options, "table").1);
    std::os::unix::fs::symlink("nowhere", folder.path().join("articles/broken.txt")).expect("a link");
    let with = checked(folder.path(), None);
    assert!(with.has_errors());
    assert_eq!(answered(&options, "table"), (printed(&with), false), "no file is another, and a link leads nowhere");
}

/// A file that is not opened again is told by more than its size and date.
#[test]
fn a_file_that_looks_unchanged_is_read() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("articles/silent.txt");
    let speaks = fs::read_to_string(folder.path().join("articles/echo.txt")).expect("a text");
    fs::write(&path, " ".repeat(speaks.len() - 1) + ".").expect("a file");
    let was_written = fs::metadata(&path).expect("a file").modified().expect("a date");
    for _ in 0..2 {
        checked(folder.path(), Some(cache.path().to_owned()));
    }
    let_time_pass();
    fs::write(&path, speaks).expect("a file");
    fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(was_written)).expect("a date");
    let with = checked(folder.path(), Some(cache.path().to_owned()));
    let (_, article) = with.corpus.article("silent").expect("it is there");
    assert!(article.text.is_some(), "it speaks");
    assert_eq!(printed(&with), printed(&checked(folder.path(), None)));
}

#[test]
fn what_was_found_is_not_looked_for_again() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    checked(folder.path(), Some(cache.path().to_owned()));
    let loaded = load(&folder.path().join("claims.toml")).expect("the claims");
    let at = CacheAt { from: 10, ..at(cache.path()) };
    let text = fs::read_to_string(folder.path().join("articles/echo.txt")).expect("a text");
    assert!(open_cache(&at, 9).cache.is_none(), "too few files to open it");
    let scanner = Scanner::new(&loaded.claims, Texts::OfSpeakers).with_cache(open_cache(&at, 10).cache);
    assert!(scanner.knows("echo", "articles/echo.txt", &text));
    assert!(!scanner.knows("echo", "articles/echo.txt", &format!("{text} ")));
}

#[test]
fn what_another_topic_counts_is_no_answer_once_it_is_asked_for() {
    const CALLS: &str = "version = 1\n[corpus]\npaths = [\"articles\"]\n[[topic]]\nid = \"calls\"\n\
        question = \"How many calls were made?\"\nkind = \"count\"\nunit = \"call\"\nmatch = [\"has made {value} since\"]\n";
    const LETTERS: &str = "[[topic]]\nid = \"letters\"\nquestion = \"How many letters?\"\nkind = \"count\"\n\
        unit = \"letter\"\nmatch = [\"wrote {value} letters\"]\n";
    let (folder, cache) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    fs::write(folder.path().join("articles/a.txt"), "He has made 12 letters since then.\n").expect("a file");
    let found = |cache| checked(folder.path(), cache).compared.topics[0].mentions.len();
    for (claims, mentions) in [(CALLS.to_owned(), 1), (format!("{CALLS}{LETTERS}"), 0)] {
        fs::write(folder.path().join("claims.toml"), claims).expect("a file");
        assert_eq!(found(None), mentions);
        assert_eq!(found(Some(cache.path().to_owned())), mentions, "with a cache");
    }
}

#[test]
fn a_damaged_byte_never_changes_a_result() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let expected = printed(&checked(folder.path(), Some(cache.path().to_owned())));
    let options =
        Options { claims: folder.path().join("claims.toml"), cache: Some(at(cache.path())), ..Options::default() };
    let_time_pass();
    assert!(!answered(&options, "table").1 && answered(&options, "table").1);
    let file = cache.path().join(FILE);
    let whole = fs::read(&file).expect("a cache");
    // Every kind of place: the head of the file, then all that is not empty.
    let used: Vec<usize> = (0..whole.len()).filter(|&at| at < 400 || whole[at] != 0).collect();
    let mut begun_again = 0;
    for &at in used.iter().step_by((used.len() / 150).max(1)) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x41;
        fs::write(&file, &damaged).expect("a file");
        let with = checked(folder.path(), Some(cache.path().to_owned()));
        begun_again += usize::from(with.notice.is_some());
        assert_eq!(printed(&with), expected, "byte {at}");
        fs::write(&file, &damaged).expect("a file");
        assert_eq!(answered(&options, "table").0, expected, "byte {at}");
    }
    assert!(begun_again > 0);
    for foreign in [&b""[..], b"no database", &whole[..whole.len() / 2]] {
        fs::write(&file, foreign).expect("a file");
        assert_eq!(printed(&checked(folder.path(), Some(cache.path().to_owned()))), expected);
        assert_eq!(checked(folder.path(), Some(cache.path().to_owned())).notice, None, "it is whole again");
    }
}

#[test]
fn a_cache_that_another_process_holds_is_left_alone() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let held = open_cache(&at(cache.path()), 0);
    assert!(held.cache.is_some());
    let with = checked(folder.path(), Some(cache.path().to_owned()));
    assert_eq!((printed(&with), with.notice), (printed(&checked(folder.path(), None)), None));
}

#[test]
fn a_cache_over_its_limit_is_begun_again() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    let expected = printed(&checked(folder.path(), Some(cache.path().to_owned())));
    let file = cache.path().join(FILE);
    // A hole: it takes no room on the disk.
    fs::File::options().write(true).open(&file).and_then(|file| file.set_len((2 << 30) + 1)).expect("a large file");
    let with = checked(folder.path(), Some(cache.path().to_owned()));
    assert_eq!((printed(&with), with.notice), (expected, None));
    assert!(fs::metadata(&file).expect("a cache").len() < 1 << 30);
}

/// The program itself, on as many articles as it keeps a cache for.
#[test]
fn the_program_prints_the_same_again() {
    let (folder, cache) = (storm(), tempfile::tempdir().expect("a folder"));
    for at in 0..500 {
        let text = format!("Article {at}: nobody counted.\n");
        fs::write(folder.path().join(format!("articles/silent-{at}.txt")), text).expect("a file");
    }
    // Files that were changed a moment ago are not relied on.
    std::thread::sleep(Duration::from_millis(300));
    let run = |more: &[&str]| {
        let mut gainsay = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let gainsay = gainsay.current_dir(folder.path()).env("XDG_CACHE_HOME", cache.path());
        let output = gainsay.arg("check").args(more).output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"), output.stderr)
    };
    let forms: [&[&str]; 5] =
        [&[], &["--quiet"], &["--color", "always"], &["--format", "json"], &["--fail-level", "never"]];
    for more in forms {
        let without = run(&[more, &["--no-cache"]].concat());
        for time in ["first", "second", "third"] {
            assert_eq!(run(more), without, "{more:?}, the {time} time");
        }
    }
    let path = folder.path().join("articles/echo.txt");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, text.replace('6', "9")).expect("a file");
    let (before, after) = (run(&["--no-cache"]), run(&[]));
    assert_eq!(after, before);
    assert_ne!(after, run(&["--fail-level", "never"]));
}
