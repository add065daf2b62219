//! Statements over time and parts of a whole, as a user meets them: claims in,
//! findings and what they imply out.

use serde_json::Value;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// A folder with claimants `a` to `d`, an article that says nothing, and what
/// a test adds.
fn folder(toml: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let claimants: String = ["a", "b", "c", "d"]
        .iter()
        .map(|id| format!("[[claimant]]\nid = \"{id}\"\nname = \"{id} office\"\n"))
        .collect();
    let text = format!("version = 1\n[corpus]\npaths = [\"articles\"]\n{claimants}{toml}");
    fs::write(folder.path().join("claims.toml"), text).expect("the claims");
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    fs::write(folder.path().join("articles/none.txt"), "Nothing of it.\n").expect("an article");
    folder
}

fn topic(id: &str, more: &str) -> String {
    format!(
        "[[topic]]\nid = \"{id}\"\nquestion = \"How many calls ({id})?\"\nkind = \"count\"\nunit = \"call\"\nmatch = [\"{{value}} {id}\"]\n{more}\n"
    )
}

fn claim(topic: &str, claimant: &str, value: &str, more: &str) -> String {
    let id = format!("{topic}-{claimant}-{}", value.replace(|sign: char| !sign.is_alphanumeric(), "-"));
    format!(
        "[[claim]]\nid = \"{id}-{}\"\ntopic = \"{topic}\"\nclaimant = \"{claimant}\"\nvalue = {value}\n{more}\n",
        more.len()
    )
}

fn during(window: &str) -> String {
    format!("during = \"{window}\"")
}

/// The report, and what `show` prints of a topic.
fn check(toml: &str, shown: &str) -> (Value, String) {
    check_articles(toml, &[], shown)
}

/// The same with articles: the day of each, and its text.
fn check_articles(toml: &str, articles: &[(&str, &str)], shown: &str) -> (Value, String) {
    let folder = folder(toml);
    for (number, (day, text)) in articles.iter().enumerate() {
        let text = format!("+++\noutlet = \"Paper {number}\"\npublished = {day}\n+++\n{text}\n");
        fs::write(folder.path().join(format!("articles/{number}.txt")), text).expect("an article");
    }
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let ran = command.current_dir(folder.path()).args(arguments).env("COLUMNS", "200").output();
        let ran = ran.expect("the program starts");
        assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
        String::from_utf8(ran.stdout).expect("text")
    };
    (serde_json::from_str(&run(&["check", "--format", "json"])).expect("a report"), run(&["show", shown]))
}

fn messages<'r>(report: &'r Value, rule: &str) -> Vec<&'r str> {
    let findings = report["findings"].as_array().expect("findings").iter();
    findings
        .filter(|finding| finding["rule"] == rule)
        .map(|finding| finding["message"].as_str().expect("words"))
        .collect()
}

#[test]
fn a_shorter_period_cannot_hold_more() {
    let toml = topic("calls", "")
        + &claim("calls", "a", "11", &during("2022-02-07/2022-03-07"))
        + &claim("calls", "b", "8", &during("2021-12/2022-05-03"));
    let (report, shown) = check(&toml, "calls");
    assert_eq!(
        messages(&report, "joint-conflict"),
        [
            "a office says 11 calls for 7 Feb 2022 to 7 Mar 2022, b office 8 for Dec 2021 to 3 May 2022: the shorter period lies within the longer one, they cannot both be right"
        ]
    );
    assert_eq!(messages(&report, "scope-differs"), Vec::<&str>::new(), "they are no mere difference of periods");
    assert_eq!(report["topics"][0]["relations"][0]["relation"], "scope-differs");
    for line in [
        "at least 11 calls over 7 Feb 2022 to 7 Mar 2022, says a office",
        "at most 8 calls over Dec 2021 to 3 May 2022, says b office",
        "the periods with at least 11 lie within those with at most 8: no number is both",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }
}

#[test]
fn an_edge_that_could_lie_elsewhere_avoids_the_conflict() {
    let toml = topic("calls", "")
        + &claim("calls", "a", "11", &during("2021-12-05/2022-03-07"))
        + &claim("calls", "b", "8", &during("2021-12/2022-05-03"));
    let (report, _) = check(&toml, "calls");
    assert_eq!(messages(&report, "joint-conflict"), Vec::<&str>::new(), "b may have begun on 20 December");
    assert_eq!(messages(&report, "scope-differs").len(), 1);
}

#[test]
fn a_hedge_is_its_whole_interval() {
    let toml = |value: &str| {
        topic("calls", "")
            + &claim("calls", "a", value, &during("2022-02-07/2022-03-07"))
            + &claim("calls", "b", "8", &during("2022-01-01/2022-05-03"))
    };
    assert_eq!(messages(&check(&toml("\"more than 7\""), "calls").0, "joint-conflict").len(), 0);
    assert_eq!(messages(&check(&toml("\"more than 8\""), "calls").0, "joint-conflict").len(), 1);
}

#[test]
fn another_facet_is_another_thing() {
    let facet = "[[topic.facet]]\nid = \"place\"\noptions = [{ id = \"paris\", match = [\"in Paris\"] }, { id = \"lyon\", match = [\"in Lyon\"] }]";
    let at = |place: &str, window: &str| format!("scope = {{ place = \"{place}\" }}\n{}", during(window));
    let toml = |place: &str| {
        topic("calls", facet)
            + &claim("calls", "a", "11", &at("paris", "2022-02-07/2022-03-07"))
            + &claim("calls", "b", "8", &at(place, "2022-01-01/2022-05-03"))
    };
    assert_eq!(messages(&check(&toml("paris"), "calls").0, "joint-conflict").len(), 1);
    assert_eq!(messages(&check(&toml("lyon"), "calls").0, "joint-conflict").len(), 0);
}

#[test]
fn three_statements_of_which_any_two_can_be_true() {
    let toml = topic("calls", "")
        + &claim("calls", "a", "6", &during("2022-01-01/2022-01-31"))
        + &claim("calls", "b", "5", &during("2022-03-01/2022-03-31"))
        + &claim("calls", "c", "10", &during("2022-01-01/2022-12-31"))
        + &claim("calls", "d", "4", &during("2022-06-01/2022-06-30"));
    let (report, _) = check(&toml, "calls");
    assert_eq!(
        messages(&report, "joint-conflict"),
        [
            "5 (b office, Mar 2022), 6 (a office, Jan 2022) and 10 (c office, 2022) cannot all be right: together they need at least 11 calls where there were at most 10"
        ]
    );
}

#[test]
fn before_and_after_make_the_whole() {
    let toml = |whole: &str| {
        topic("calls", "")
            + &claim("calls", "a", "60", &during("2017-05-07/2022-02-24"))
            + &claim("calls", "a", "14", &during("2022-02-24/2022-10-10"))
            + &claim("calls", "b", whole, &during("2017-05-07/2022-10-10"))
    };
    let (report, shown) = check(&toml("80"), "calls");
    assert_eq!(
        messages(&report, "sum-conflict"),
        [
            "14 (a office, 24 Feb 2022 to 10 Oct 2022) and 60 (a office, 7 May 2017 to 24 Feb 2022) make at most 74, not the 80 calls that b office gives for 7 May 2017 to 10 Oct 2022"
        ]
    );
    assert!(shown.contains("the periods with at least 80 lie within those with at most 60 + 14 = 74"), "{shown}");
    for whole in ["74", "70"] {
        assert_eq!(
            messages(&check(&toml(whole), "calls").0, "sum-conflict").len(),
            0,
            "calls of 24 February count twice"
        );
    }
    assert_eq!(messages(&check(&toml("59"), "calls").0, "joint-conflict").len(), 1, "the first part alone is more");
}

#[test]
fn what_only_grows_has_not_fallen() {
    let event = "[[event]]\nid = \"storm\"\nname = \"the storm\"\non = 2023-05-01\n";
    let to = |day: &str| during(&format!("2023-05-01/{day}"));
    let tally = |later: &str| {
        let toml = event.to_owned() + &topic("dead", "since = \"storm\"");
        toml + &claim("dead", "a", "15", &to("2023-05-03")) + &claim("dead", "b", later, &to("2023-05-05"))
    };
    assert_eq!(
        messages(&check(&tally("12"), "dead").0, "joint-conflict"),
        ["a office says 15 calls up to 3 May 2023, b office 12 up to 5 May 2023: what only grows has fallen"]
    );
    assert_eq!(messages(&check(&tally("18"), "dead").0, "joint-conflict").len(), 0);
}

#[test]
fn a_tally_that_grows_is_as_of_the_day_it_is_given_for() {
    let event = "[[event]]\nid = \"storm\"\nname = \"the storm\"\non = 2024-05-01\n";
    let toml = event.to_owned() + &topic("cases", "since = \"storm\"");
    let now = ("2024-05-28", "There are now 168 cases.");
    let windows = |text: &str| {
        let (report, _) = check_articles(&toml, &[now, ("2024-05-28", text)], "cases");
        let mentions = report["topics"][0]["mentions"].as_array().expect("mentions").clone();
        let end = mentions.iter().find(|mention| mention["value"]["text"] == "131");
        let conflicts = ["outlets-conflict", "joint-conflict"].map(|rule| messages(&report, rule).len());
        (end.expect("131 cases")["window"]["to"]["high"].clone(), conflicts)
    };
    for text in [
        "On 24 May there were 131 cases.",
        "On Friday it reported 131 cases.",
        "The mayor said on Friday that there were 131 cases.",
        "As of Friday there were 131 cases.",
    ] {
        assert_eq!(windows(text), ("2024-05-24".into(), [0, 0]), "{text}");
    }
    assert_eq!(windows("There were 131 cases."), ("2024-05-28".into(), [1, 0]));
}

#[test]
fn a_date_that_is_put_off_was_another_before() {
    let toml = "[[topic]]\nid = \"opening\"\nquestion = \"When is the opening?\"\nkind = \"date\"\n\
        match = [\"the opening is (planned for|postponed until) {value}\"]\n";
    let first = ("2023-05-01", "The opening is planned for 1 September 2024.");
    let conflicts = |later: &str| {
        let (report, _) = check_articles(toml, &[first, ("2024-05-01", later)], "opening");
        (messages(&report, "outlets-conflict").len(), messages(&report, "scope-differs").len())
    };
    assert_eq!(conflicts("The opening is postponed until 3 March 2025."), (0, 1));
    assert_eq!(conflicts("The opening is planned for 3 March 2025."), (1, 0));
}

#[test]
fn a_conflict_of_two_hides_no_other() {
    let toml = topic("calls", "")
        + &claim("calls", "a", "14", &during("2022-02-24/2022-10-10"))
        + &claim("calls", "b", "6", &during("2022-02-24/2022-10-10"))
        + &claim("calls", "c", "9", &during("2022-03-01/2022-03-31"));
    let (report, _) = check(&toml, "calls");
    assert_eq!(messages(&report, "claimants-conflict").len(), 1);
    assert_eq!(
        messages(&report, "joint-conflict"),
        [
            "c office says 9 calls for Mar 2022, b office 6 for 24 Feb 2022 to 10 Oct 2022: the shorter period lies within the longer one, they cannot both be right"
        ]
    );
}

#[test]
fn what_they_imply_is_told_with_its_sum() {
    let toml = topic("calls", "")
        + &claim("calls", "a", "20", &during("2021-12-01/2022-05-03"))
        + &claim("calls", "b", "4", &during("2022-02-24/2022-03-07"))
        + &claim("calls", "c", "14", &during("2022-02-24/2022-10-10"));
    let (report, shown) = check(&toml, "calls");
    let implied = &report["topics"][0]["together"][0];
    assert_eq!(implied["without"], Value::Array(Vec::new()));
    let before = implied["implied"].as_array().expect("implied").iter().find(|implied| {
        implied["window"]["from"]["low"] == "2021-12-01" && implied["window"]["to"]["high"] == "2022-02-23"
    });
    let before = before.expect("the time before the 24th");
    assert_eq!((&before["low"], &before["high"]), (&6.into(), &16.into()));
    assert!(shown.contains("1 Dec 2021 to 23 Feb 2022: 6 to 16 calls"), "{shown}");
    assert!(shown.contains("at least 20 − 14 = 6; at most 20 − 4 = 16"), "{shown}");
}

#[test]
fn parts_make_their_total() {
    let toml = |paris: &str, total: &str| {
        topic("total", "parts = [\"paris\", \"elsewhere\"]")
            + &topic("paris", "")
            + &topic("elsewhere", "")
            + &claim("paris", "a", paris, "")
            + &claim("paris", "b", "100", "")
            + &claim("elsewhere", "a", "400", "")
            + &claim("total", "a", total, "")
    };
    let (report, shown) = check(&toml("80", "520"), "total");
    assert_eq!(
        messages(&report, "sum-conflict"),
        ["a office says 520 calls in all, but the parts make 480: paris 80 + elsewhere 400"],
        "b office's 100 is not a's"
    );
    assert!(shown.contains("paris: a office: 80 calls (claim"), "{shown}");
    for (paris, total) in [("80", "480"), ("80", "\"about 500\""), ("\"more than 100\"", "520")] {
        assert_eq!(messages(&check(&toml(paris, total), "total").0, "sum-conflict").len(), 0, "{paris} {total}");
    }
}

#[test]
fn a_part_is_not_more_than_the_whole() {
    let toml = topic("total", "")
        + &topic("paris", "total = \"total\"")
        + &topic("elsewhere", "total = \"total\"")
        + &claim("paris", "b", "600", "")
        + &claim("total", "a", "520", "");
    assert_eq!(
        messages(&check(&toml, "total").0, "sum-conflict"),
        ["a office says 520 calls in all, but one part is at least 600: paris 600"]
    );
}

#[test]
fn parts_over_another_period_are_not_added() {
    let toml = topic("total", "parts = [\"paris\"]")
        + &topic("paris", "")
        + &claim("paris", "b", "600", &during("2022-01-01/2022-12-31"))
        + &claim("total", "a", "520", &during("2021-01-01/2021-12-31"));
    assert_eq!(messages(&check(&toml, "total").0, "sum-conflict").len(), 0);
}

/// Two dates, and a length between them.
fn dated(call: &str, days: &str, invasion: &str) -> String {
    let date = |id: &str, more: &str| {
        format!(
            "[[topic]]\nid = \"{id}\"\nquestion = \"When was the {id}?\"\nkind = \"date\"\nmatch = [\"{id} on {{value}}\"]\n{more}\n"
        )
    };
    let length = "[[topic]]\nid = \"gap\"\nquestion = \"How long before the invasion was the call?\"\nkind = \"duration\"\nunit = \"day\"\nmatch = [\"{value} apart\"]\nbetween = [\"call\", \"invasion\"]\n";
    date("call", "")
        + &date("invasion", "")
        + length
        + &claim("call", "a", call, "")
        + &claim("gap", "b", days, "")
        + &claim("invasion", "c", invasion, "")
}

#[test]
fn a_length_ties_two_dates() {
    let (report, shown) = check(&dated("2022-02-15", "\"four days\"", "2022-02-24"), "call");
    assert_eq!(
        messages(&report, "joint-conflict"),
        [
            "these dates cannot all be right: call 15 Feb 2022 (a office), invasion 24 Feb 2022 (c office) and gap 4 days (b office)"
        ]
    );
    for line in [
        "call: 15 Feb 2022 at the latest, says a office",
        "invasion: at most 5 days after call, says b office",
        "invasion: 24 Feb 2022 at the earliest, says c office",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }
    for (call, days) in
        [("2022-02-20", "\"four days\""), ("\"2022-02\"", "\"four days\""), ("2022-02-15", "\"more than four days\"")]
    {
        let (report, _) = check(&dated(call, days, "2022-02-24"), "call");
        assert_eq!(messages(&report, "joint-conflict"), Vec::<&str>::new(), "{call} {days}");
    }
}

/// Who contradicts whom is told of each topic; here only that no dates go with the lengths.
#[test]
fn dates_that_go_with_no_length_are_told_once() {
    let toml = dated("2022-02-15", "\"four days\"", "2022-02-24")
        + &claim("call", "d", "2022-02-10", "")
        + &claim("invasion", "d", "2022-02-28", "");
    let (report, shown) = check(&toml, "call");
    assert_eq!(
        messages(&report, "joint-conflict"),
        [
            "these dates cannot all be right, in 4 ways: call 10 Feb 2022 (d office), call 15 Feb 2022 (a office), invasion 24 Feb 2022 (c office), invasion 28 Feb 2022 (d office) and gap 4 days (b office)"
        ]
    );
    for line in [
        "not all of call 10 Feb 2022 (d office), invasion 24 Feb 2022 (c office) and gap 4 days (b office):",
        "invasion: at most 5 days after call, says b office",
        "and so in 1 more way",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }
}

#[test]
fn months_are_what_the_calendar_makes_of_them() {
    for (call, invasion) in [("2022-01-01", "2022-03-01"), ("2022-07-01", "2022-08-31")] {
        assert_eq!(messages(&check(&dated(call, "\"two months\"", invasion), "call").0, "joint-conflict").len(), 0);
    }
    assert_eq!(
        messages(&check(&dated("2022-01-01", "\"two months\"", "2022-03-20"), "call").0, "joint-conflict").len(),
        1
    );
}

#[test]
fn a_length_allows_the_days_that_counting_it_can_lose() {
    let conflicts = |length: &str, call: &str, invasion: &str| {
        let (report, _) = check(&dated(call, &format!("\"{length}\""), invasion), "call");
        messages(&report, "joint-conflict").len()
    };
    // Days: one, since the first and the last may be counted or not.
    for (invasion, expected) in [("2022-03-04", 1), ("2022-03-05", 0), ("2022-03-07", 0), ("2022-03-08", 1)] {
        assert_eq!(conflicts("five days", "2022-03-01", invasion), expected, "{invasion}");
    }
    // Months: three in a row have 89 to 92 days.
    for (invasion, expected) in [("2022-05-26", 1), ("2022-05-27", 0), ("2022-06-03", 0), ("2022-06-04", 1)] {
        assert_eq!(conflicts("three months", "2022-03-01", invasion), expected, "{invasion}");
    }
    // Years: with a leap day or without, and a day more for each further one.
    for (invasion, expected) in [("2024-02-26", 1), ("2024-02-27", 0), ("2024-03-04", 0), ("2024-03-05", 1)] {
        assert_eq!(conflicts("two years", "2022-03-01", invasion), expected, "{invasion}");
    }
}

#[test]
fn a_date_given_by_an_event_hangs_on_the_events_date() {
    let toml = "[[event]]\nid = \"war\"\nname = \"the war\"\non = 2022-02-24\naliases = [\"the invasion\"]\n"
        .to_owned()
        + "[[topic]]\nid = \"call\"\nquestion = \"When was the call?\"\nkind = \"date\"\nmatch = [\"the call took place {value}\"]\n"
        + "[[topic]]\nid = \"war-start\"\nquestion = \"When did the war start?\"\nkind = \"date\"\nmatch = [\"war began on {value}\"]\ndates = \"war\"\n"
        + &claim("call", "a", "2022-02-20", "")
        + &claim("war-start", "b", "2022-02-27", "");
    let folder = folder(&toml);
    let article = "+++\noutlet = \"Post\"\npublished = 2022-05-01\n+++\nA look back\n\nThe call took place four days before the invasion.\n";
    fs::write(folder.path().join("articles/post.txt"), article).expect("an article");
    let ran = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .current_dir(folder.path())
        .args(["check", "--format", "json"])
        .output();
    let report: Value = serde_json::from_slice(&ran.expect("the program starts").stdout).expect("a report");
    let told = messages(&report, "joint-conflict");
    assert!(told.contains(&"these dates cannot all be right: the war 24 Feb 2022 (this claims file) and war start 27 Feb 2022 (b office)"), "{told:?}");
    assert!(
        told.iter().any(|message| message.contains("call 20 Feb 2022 (Post)")
            && message.contains("war start 27 Feb 2022 (b office)")),
        "{told:?}"
    );
}
