//! Text that would do something to whoever shows it.

use crate::program::{Ran, folder, run_with};
use crate::{ARTICLE, CLAIMS};
use gainsay::report::formats::FORMATS;

/// Clears a screen, links elsewhere, turns text round, breaks lines.
const CONTROLS: &str = "\\u001b[2J\\u001b]8;;http://evil.example\\u0007\\u202e\\u2066\\u0000\\u009b31m\\r\\u2028";

fn run(articles: &[(&str, &str)], arguments: &[&str]) -> Ran {
    let files: Vec<(String, &str)> =
        articles.iter().map(|(name, text)| (format!("articles/{name}.txt"), *text)).collect();
    let mut all: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    all.push(("claims.toml", CLAIMS));
    run_with(folder(&all).path(), arguments, "")
}

/// An article whose head holds some text in every key that reports show.
fn headed(text: &str) -> String {
    format!(
        "+++\ntitle = \"{text}\"\noutlet = \"{text}\"\nauthor = \"{text}\"\nurl = \"https://a.example/{text}\"\n+++\n{ARTICLE}"
    )
}

fn is_hidden(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

#[test]
fn nothing_hidden_reaches_a_terminal() {
    let raw = "\u{1b}[2J\u{202e}\u{9b}31m\u{7}";
    let text = headed(CONTROLS) + &format!("{raw} Then {raw} 15 boats had {raw} sunk.\n");
    for arguments in [&["check"][..], &["show", "boats"], &["show", "p1"], &["why", "boats", "evil"], &["suggest"]] {
        let ran = run(&[("evil", &text)], arguments);
        assert!(ran.status < 2, "{arguments:?}: {}", ran.stderr);
        let stray = ran.stdout.chars().chain(ran.stderr.chars()).find(|&character| is_hidden(character));
        assert_eq!(stray, None, "{arguments:?}: {}", ran.stdout.escape_debug());
    }
}

#[test]
fn nothing_hidden_reaches_a_terminal_in_a_file_s_name() {
    let name = "e\u{1b}[2J\u{202e}vil";
    let ran = run(&[(name, ARTICLE), ("e\u{1b}[2J\u{202e}mpty", "")], &["check"]);
    let stray = ran.stdout.chars().chain(ran.stderr.chars()).find(|&character| is_hidden(character));
    assert_eq!((ran.status, stray), (1, None), "{}{}", ran.stdout.escape_debug(), ran.stderr.escape_debug());
}

/// The excerpt beside a warning let them through.
#[test]
fn no_control_reaches_a_terminal_in_an_excerpt() {
    let ran = run(&[("evil", &format!("Boats \u{9b}31m\u{85} \0 here. {ARTICLE}"))], &["check"]);
    let stray = ran.stderr.chars().find(|&character| is_hidden(character));
    assert_eq!((ran.status, stray), (1, None), "{}", ran.stderr.escape_debug());
    assert!(ran.stderr.contains("Boats ·31m· ␀ here"), "{}", ran.stderr);
}

#[test]
fn no_format_lets_an_escape_through() {
    for format in FORMATS {
        let ran = run(&[("evil", &headed(CONTROLS))], &["check", "--format", format.name]);
        assert!(ran.status < 2, "{}: {}", format.name, ran.stderr);
        let stray = ran.stdout.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        assert_eq!(stray, None, "{}", format.name);
    }
}

#[test]
fn no_cell_starts_a_formula() {
    for start in ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", " =1"] {
        let ran = run(&[("evil", &headed(&format!("{start}|calc")))], &["check", "--format", "csv"]);
        let mut cells = 0;
        for record in csv::Reader::from_reader(ran.stdout.as_bytes()).records() {
            for cell in record.expect("a row").iter().filter(|cell| !cell.is_empty()) {
                cells += 1;
                assert!(
                    !cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{start}: {cell:?}"
                );
            }
        }
        assert!(cells > 10, "{}", ran.stdout);
    }
}

#[test]
fn html_stays_text() {
    let evil = "<script>alert(1)</script>'\\\"><img src=x onerror=alert(1)>]]>--><svg/onload=alert(1)>";
    let ran = run(&[("evil", &headed(evil))], &["check", "--format", "html"]);
    for opened in ["<script>alert", "<img", "<svg/onload"] {
        assert!(!ran.stdout.contains(opened), "{opened}");
    }
    assert!(ran.stdout.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(ran.stdout.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"));
}

#[test]
fn no_address_runs_a_script() {
    let text = format!("+++\nurl = \"javascript:alert(1)\"\n+++\n{ARTICLE}");
    for format in ["html", "markdown"] {
        let ran = run(&[("evil", &text)], &["check", "--format", format]);
        for link in ["href=\"javascript:", "](javascript:", "](<javascript:"] {
            assert!(!ran.stdout.contains(link), "{format}");
        }
    }
}

#[test]
fn no_text_is_a_workflow_command() {
    let evil = "%0A::set-output name=x::y\\n::error file=a,line=1::b\\r::add-mask::c";
    let text = headed(evil) + "::error::15 boats had sunk\n##[error]16 boats had sunk\n";
    let ran = run(&[("evil,line=77::x", &text)], &["check", "--format", "github"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let commands: Vec<&str> =
        ran.stdout.split(['\n', '\r']).filter(|line| line.trim_start().starts_with("::")).collect();
    assert!(!commands.is_empty());
    for command in commands {
        let (head, message) = command[2..].split_once("::").expect("a command and its message");
        assert!(["error ", "warning ", "notice "].iter().any(|kind| head.starts_with(kind)), "{command}");
        assert!(head.matches(',').count() <= 6 && !message.contains('\n'), "{command}");
        assert!(!head.contains(",line=77") && !head.contains("::"), "{command}");
    }
    assert!(!ran.stdout.lines().any(|line| line.starts_with("##[")));
}

/// GitHub reads `%0A` as the end of a line, wherever it comes from.
#[test]
fn no_text_is_read_as_what_an_escape_stands_for() {
    let claims = CLAIMS.replace("How many boats sank?", "How many%0A%0D%25 boats sank?");
    let claims = claims.replace("the harbour office", "the 5%2C office");
    let files = [("claims.toml", &*claims), ("articles/a%0Ab.txt", ARTICLE)];
    let ran = run_with(folder(&files).path(), &["check", "--format", "github"], "");
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("file=articles/a%250Ab.txt,"), "{}", ran.stdout);
    for own in ["%0A%0D", "many%25", "5%2C office"] {
        assert!(!ran.stdout.contains(own), "{own} in {}", ran.stdout);
    }
}
