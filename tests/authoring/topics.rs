//! `add topic` with all that a kind needs, and claims about scope, points and
//! silence.

use super::program::{command, folder, read, run};
use std::path::Path;

const READOUT: &str = "+++\noutlet = \"The Palace\"\npublished = \"2024-01-09\"\nclaimant = \"palace\"\n+++\nReadout\n\n\
                       The leaders met in person. The call came at their request, and the palace demanded a ceasefire.\n";
const OTHER: &str = "+++\noutlet = \"The Tower\"\npublished = \"2024-01-09\"\nclaimant = \"tower\"\n+++\nReadout\n\n\
                     The leaders discussed trade. They spoke four times by phone.\n";
const CLAIMS: &str = "version = 1\n\n[corpus]\npaths = [\"palace.txt\", \"tower.txt\"]\n\n[[claimant]]\nid = \"palace\"\nname = \"the palace\"\n\n\
                      [[claimant]]\nid = \"tower\"\nname = \"the tower\"\n";

fn begun() -> tempfile::TempDir {
    folder(&[("claims.toml", CLAIMS), ("palace.txt", READOUT), ("tower.txt", OTHER)])
}

fn add(here: &Path, arguments: &[&str]) -> String {
    let before = read(here, "claims.toml");
    let ran = run(here, &[&["add"], arguments].concat());
    assert_eq!(ran.status, 0, "{arguments:?}: {}", ran.stderr);
    assert_eq!(run(here, &["fmt", "--check"]).status, 0);
    let after = read(here, "claims.toml");
    after.strip_prefix(&before).map_or(after.clone(), str::to_owned)
}

const TALKS: [&str; 16] = [
    "topic",
    "--id=talks",
    "--question=What was said?",
    "--kind=readout",
    "--point",
    "ceasefire=demanded a ceasefire",
    "--point",
    "trade=discussed trade",
    "--point",
    "request/theirs=at their request",
    "--point",
    "request/ours=at our request",
    "--point-question",
    "ceasefire=A ceasefire",
    "--side=palace",
    "--side=tower",
];

#[test]
fn a_readout_has_its_points_and_a_silence_is_a_claim() {
    let folder = begun();
    let here = folder.path();
    assert_eq!(
        add(here, &TALKS),
        "\n[[topic]]\nid = \"talks\"\nquestion = \"What was said?\"\nkind = \"readout\"\nclaimants = [\"palace\", \"tower\"]\n\n\
         [[topic.point]]\nid = \"ceasefire\"\nquestion = \"A ceasefire\"\nmatch = [\"demanded a ceasefire\"]\n\n\
         [[topic.point]]\nid = \"trade\"\nquestion = \"trade\"\nmatch = [\"discussed trade\"]\n\n\
         [[topic.point]]\nid = \"request\"\nquestion = \"request\"\n\n\
         [[topic.point.option]]\nid = \"theirs\"\nmatch = [\"at their request\"]\n\n\
         [[topic.point.option]]\nid = \"ours\"\nmatch = [\"at our request\"]\n"
    );
    let of = ["claim", "--topic", "talks", "--article", "tower", "--point", "ceasefire", "--silent"];
    assert_eq!(
        add(here, &of),
        "\n[[claim]]\nid = \"tower-silent\"\ntopic = \"talks\"\npoint = \"ceasefire\"\nclaimant = \"tower\"\narticle = \"tower\"\nsilent = true\n"
    );
    let of =
        ["claim", "--topic", "talks", "--article", "palace", "--point", "ceasefire", "--quote", "demanded a ceasefire"];
    let stanza = add(here, &of);
    assert!(stanza.contains("point = \"ceasefire\"\nclaimant = \"palace\"\n"), "{stanza}");
    let linted = run(here, &["lint"]);
    assert_eq!(linted.status, 0, "{}", linted.stderr);
    let checked = run(here, &["check"]);
    assert!(checked.stdout.contains("the tower is silent on ceasefire"), "{}\n{}", checked.stdout, checked.stderr);
}

#[test]
fn a_choice_has_its_answers_and_a_count_its_facets() {
    let folder = begun();
    let here = folder.path();
    let choice = ["topic", "--id=who", "--question=Who asked?", "--kind=choice", "--option", "them=at their request"];
    assert_eq!(
        add(here, &[&choice[..], &["--option", "us=at our request", "--option", "us=we asked"]].concat()),
        "\n[[topic]]\nid = \"who\"\nquestion = \"Who asked?\"\nkind = \"choice\"\n\n[[topic.option]]\nid = \"them\"\nmatch = [\"at their request\"]\n\n\
         [[topic.option]]\nid = \"us\"\nmatch = [\"at our request\", \"we asked\"]\n"
    );
    let count = ["topic", "--id=calls", "--question=How many calls?", "--kind=count", "--match=spoke {value} times"];
    let facet = ["--facet", "medium/visit=met in person", "--facet-default", "medium=phone"];
    let stanza = add(here, &[&count[..], &facet].concat());
    assert!(
        stanza.ends_with(
            "[[topic.facet]]\nid = \"medium\"\ndefault = \"phone\"\noptions = [{ id = \"visit\", match = [\"met in person\"] }]\n"
        ),
        "{stanza}"
    );
    let claim = ["claim", "--topic", "calls", "--claimant", "tower", "--value", "3", "--note", "heard"];
    let claim = add(here, &[&claim[..], &["--scope", "medium=visit"]].concat());
    assert!(claim.contains("value = 3\nscope = { medium = \"visit\" }\nnote = \"heard\"\n"), "{claim}");
    for (arguments, told) in [
        (vec!["claim", "--topic", "calls", "--value", "3", "--scope", "medium=tv"], "tv"),
        (vec!["claim", "--topic", "calls", "--value", "3", "--scope", "medium"], "write it as KEY=VALUE"),
        (vec!["claim", "--topic", "calls", "--value", "3", "--silent"], "cannot be used with"),
        (vec!["topic", "--id=x", "--question=x", "--kind=count", "--facet", "medium=x"], "which option of the facet"),
    ] {
        let before = read(here, "claims.toml");
        let ran = run(here, &[&["add"], &arguments[..]].concat());
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.stderr.contains(told), "{told} in\n{}", ran.stderr);
        assert_eq!(read(here, "claims.toml"), before);
    }
}

/// `gainsay add` in a terminal: each answer is what is asked, and the keys.
#[cfg(unix)]
fn answer(here: &Path, answers: &[(&str, &str)]) {
    let mut program = command(here, &["add"]);
    program.env("TERM", "xterm");
    let mut terminal = rexpect::session::spawn_command(program, Some(20_000)).expect("a terminal");
    for (prompt, keys) in answers {
        terminal.exp_string(prompt).unwrap_or_else(|error| panic!("{prompt}: {error}"));
        terminal.send(keys).and_then(|_| terminal.flush()).expect("it is typed");
    }
    terminal.exp_eof().expect("it ends");
}

#[cfg(unix)]
#[test]
fn a_terminal_asks_for_what_a_kind_needs() {
    let folder = begun();
    let here = folder.path();
    let down = "j".repeat(gainsay::value::Kind::ALL.iter().position(|kind| kind.name() == "readout").expect("a kind"));
    answer(
        here,
        &[
            ("Add what?", "j\r"),
            ("The question", "What was said?\r"),
            ("Its id", "talks\r"),
            ("What answers it?", &format!("{down}\r")),
            ("A point", "ceasefire\r"),
            ("A point", "\r"),
            ("What ceasefire asks", "A ceasefire\r"),
            ("How texts make ceasefire", "demanded a ceasefire\r"),
            ("How texts make ceasefire", "\r"),
            ("A side", "palace\r"),
            ("A side", "tower\r"),
            ("A side", "\r"),
            ("A dimension of scope", "\r"),
            ("A text that must match", "\r"),
            ("A text that must not match", "\r"),
            ("Add this?", "y"),
        ],
    );
    answer(
        here,
        &[
            ("Add what?", "\r"),
            ("On which topic?", "\r"),
            ("In which article?", "j\r"),
            ("On which point?", "\r"),
            ("leave it out?", "y"),
            ("Who says it?", "\r"),
            ("Over which period", "\r"),
            ("Its id", "\r"),
            ("A note", "\r"),
            ("Add this?", "y"),
        ],
    );
    let claims = read(here, "claims.toml");
    assert!(
        claims.ends_with(
            "[[topic]]\nid = \"talks\"\nquestion = \"What was said?\"\nkind = \"readout\"\nclaimants = [\"palace\", \"tower\"]\n\n\
             [[topic.point]]\nid = \"ceasefire\"\nquestion = \"A ceasefire\"\nmatch = [\"demanded a ceasefire\"]\n\n\
             [[claim]]\nid = \"tower-silent\"\ntopic = \"talks\"\npoint = \"ceasefire\"\nclaimant = \"tower\"\narticle = \"tower\"\nsilent = true\n"
        ),
        "{claims}"
    );
}
