//! Claims files as people write them: keys in any order, any spacing, and
//! comments in every place that a comment can stand.

use proptest::prelude::*;
use std::fmt::Write;

/// A place inside of a list where a comment may stand.
const PLACE: char = '¤';

/// A key with its value.
pub(crate) type Key = (&'static str, &'static str);

/// How one key is written: spaces before and after it, which comments it has,
/// and their words.
type Manner = (usize, usize, u8, String);

fn manners(count: usize) -> impl Strategy<Value = Vec<Manner>> {
    prop::collection::vec((0..3_usize, 0..3_usize, any::<u8>(), "[a-z =\"\\[]{0,8}"), count)
}

/// Some of these keys, in any order.
pub(crate) fn some_keys(keys: &'static [Key]) -> impl Strategy<Value = String> {
    (prop::sample::subsequence(keys, 0..=keys.len()).prop_shuffle(), manners(keys.len()))
        .prop_map(|(keys, manners)| written(&keys, &manners))
}

/// All of these keys, in any order.
pub(crate) fn all_keys(keys: &'static [Key]) -> impl Strategy<Value = String> {
    (Just(keys.to_vec()).prop_shuffle(), manners(keys.len())).prop_map(|(keys, manners)| written(&keys, &manners))
}

fn written(keys: &[Key], manners: &[Manner]) -> String {
    let mut text = String::new();
    for ((key, value), (before, after, notes, note)) in keys.iter().zip(manners) {
        let (before, after) = (" ".repeat(*before), " ".repeat(*after));
        let has = |bit: u8| notes >> bit & 1 == 1;
        if has(0) {
            let _ = write!(text, "\n{before}# above {key} {note}\n{after}\n");
        }
        let _ = write!(text, "{before}{key}{after}={before}");
        for (at, part) in value.split(PLACE).enumerate() {
            if at > 0 && has(u8::try_from(2 + at % 6).unwrap_or(2)) {
                let _ = write!(text, "{before}# inside {key} {at} {note}\n{after}");
            }
            text.push_str(part);
        }
        if has(1) {
            let _ = write!(text, "{after}# beside {key} {note}");
        }
        text.push('\n');
    }
    text
}

/// A table with a header, what is noted beside it and above it.
fn table(header: &'static str, body: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (body, 0..4_u8, "[a-z =]{0,6}").prop_map(move |(body, notes, note)| {
        let above = if notes & 1 == 1 { format!("\n# above {header} {note}\n\n") } else { String::new() };
        let beside = if notes & 2 == 2 { format!(" # beside {header} {note}") } else { String::new() };
        format!("{above}[[{header}]]{beside}\n{body}")
    })
}

/// The articles that the files of [`ledger`] are about.
pub(crate) const ARTICLES: [(&str, &str); 2] = [
    (
        "gazette.txt",
        "+++\noutlet = \"Gazette\"\npublished = \"2024-01-09\"\n+++\nStorm\n\nThe storm sank 14 boats, the mayor said. \
         It felled 300 trees in the park.\n",
    ),
    (
        "herald.txt",
        "+++\noutlet = \"Herald\"\npublished = \"2024-01-10\"\n+++\nAfter it\n\nThe storm sank six boats, the crews' \
         union said. The storm felled 120 trees in the park.\n",
    ),
];

const MAYOR: &[Key] = &[
    ("id", "'mayor'"),
    ("name", "\"the mayor\""),
    ("aliases", "[¤'Mayor Élan'¤,¤ \"mayor Élan\"¤ ,¤ 'Mayor Élan'¤, \"Élan\"¤]"),
];
const UNION: &[Key] = &[("name", "\"the crews' union\""), ("id", "'union'")];
const VOTE: &[Key] =
    &[("id", "'vote'"), ("name", "\"the vote\""), ("on", "\"2022-04-24\""), ("aliases", "[¤ 'ballot',¤\"poll\"¤ ]")];
const BOATS: &[Key] = &[
    ("kind", "\"count\""),
    ("id", "\"boats\""),
    ("question", "\"How many boats sank?\""),
    ("unit", "'boat'"),
    ("match", "[¤\"sank {value} boats\"¤]"),
    ("matches", "[¤ 'it sank 3 boats' ¤,¤ ]"),
    ("limits", "[¤'storms sank 14 boats'¤,¤ \"fourteen went down\"¤]"),
    ("note", "'of the harbour'"),
];
const FOURTEEN: &[Key] = &[
    ("topic", "'boats'"),
    ("value", "14"),
    ("id", "\"fourteen\""),
    ("quote", "\"The storm sank 14 boats\""),
    ("claimant", "'mayor'"),
    ("article", "\"gazette\""),
];
/// Ended before the articles were published: it is stale.
const ENDED: &[Key] = &[
    ("verdict", "'unresolved'"),
    ("finding", "'FINGERPRINT'"),
    ("by", "\"A. Editor\""),
    ("on", "\"2024-01-02\""),
    ("until", "2024-01-03"),
    ("note", "'for now'"),
];

/// A claims file that is about something: a conflict over boats with a ruling
/// that has ended, a claim and a mention that none holds, trees that no topic
/// asks for, an alias and a limit that can be mended. What is in it is always
/// the same, how it is written never.
pub(crate) fn ledger() -> impl Strategy<Value = String> {
    let ruling = table("ruling", all_keys(ENDED));
    (
        (table("claimant", all_keys(MAYOR)), table("claimant", all_keys(UNION)), table("event", all_keys(VOTE))),
        (table("topic", all_keys(BOATS)), table("claim", all_keys(FOURTEEN)), ruling),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|((mayor, union, vote), (boats, fourteen, ruling), is_last, is_crlf)| {
            let head =
                "# the file\n\nversion=1 # of the format\n\n[corpus] # here\npaths=['gazette.txt',\"herald.txt\"]\n";
            let end = if is_last { "\n\n# the end\n\n" } else { "# no line after this" };
            let text = [head, &mayor, &union, &vote, &boats, &fourteen, &ruling, end].concat();
            if is_crlf { text.replace('\n', "\r\n") } else { text }
        })
}
