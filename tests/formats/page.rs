//! The page of a report, read by an HTML5 parser: what a browser does with it
//! is tested in `tests/browser`.

use super::fixture::{HOSTILE, checked, reports, written};
use gainsay::report::Report;
use gainsay::report::page::Page;
use gainsay::report::visible::visible;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::BTreeSet;

/// The elements of a page in their order: name and attributes.
type Elements = Vec<(String, Vec<(String, String)>)>;

fn parsed(text: &str) -> (Elements, String) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
    assert_eq!(dom.errors.borrow().as_slice(), [] as [&str; 0], "an HTML5 parser has nothing to mend");
    let (mut elements, mut words) = (Vec::new(), String::new());
    walk(&dom.document, &mut elements, &mut words);
    (elements, words)
}

fn walk(node: &Handle, elements: &mut Elements, words: &mut String) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let attributes =
                attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
            elements.push((name.local.to_string(), attributes));
        }
        NodeData::Text { contents } => words.push_str(&contents.borrow()),
        _ => {}
    }
    node.children.borrow().iter().for_each(|child| walk(child, elements, words));
}

fn attribute<'e>(attributes: &'e [(String, String)], wanted: &str) -> Option<&'e str> {
    attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
}

#[test]
fn every_page_is_html_whose_links_lead_somewhere() {
    for (name, report) in reports() {
        let (elements, _) = parsed(&written("html", report));
        let all: Vec<&str> = elements.iter().filter_map(|(_, attributes)| attribute(attributes, "id")).collect();
        let ids: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(ids.len(), all.len(), "{name}: an id stands twice");
        for (_, attributes) in &elements {
            for (key, value) in attributes {
                let refers = matches!(key.as_str(), "aria-labelledby" | "aria-describedby");
                assert!(!refers || ids.contains(value.as_str()), "{name}: {key} {value}");
            }
            if let Some(target) = attribute(attributes, "href").and_then(|href| href.strip_prefix('#')) {
                assert!(ids.contains(target), "{name}: #{target} leads nowhere");
            }
        }
        for finding in &report.findings {
            let is_told = finding.topic_at.is_none_or(|at| !report.topics[at].positions.is_empty());
            assert!(!is_told || ids.contains(&*format!("f-{}", finding.fingerprint)), "{name}: {}", finding.message);
        }
    }
}

#[test]
fn nothing_of_an_article_is_an_element_a_script_or_a_link() {
    let (elements, words) = parsed(&written("html", &Report::new(&checked())));
    let count = |wanted: &str| elements.iter().filter(|(name, _)| name == wanted).count();
    assert_eq!((count("script"), count("style"), count("img"), count("iframe")), (1, 1, 0, 0));
    for (name, attributes) in &elements {
        for (key, value) in attributes {
            assert!(!key.starts_with("on") && key != "style", "<{name} {key}>");
            assert!(key != "href" || value.starts_with('#') || value.starts_with("https://"), "{value}");
        }
    }
    assert!(words.contains(&*visible(HOSTILE)), "it is told as it was said");
    let policy = elements.iter().filter_map(|(_, attributes)| attribute(attributes, "content"));
    let policy = policy.filter(|content| content.starts_with("default-src 'none'"));
    assert_eq!(policy.filter(|content| !content.contains("unsafe")).count(), 1);
}

#[test]
fn equal_windows_are_equal_bars_and_nested_ones_lie_within() {
    let report = Report::new(&super::fixture::run("claims.toml"));
    let page = Page::new(&report);
    let calls = page.topics.iter().find(|topic| topic.view.id == "macron-putin-calls").expect("the topic");
    let windows = calls.windows.as_ref().expect("its windows");
    let bar = |label: &str| windows.bars.iter().find(|bar| bar.told.starts_with(label)).expect(label);
    let (six, fourteen, four, sixty) = (
        bar("the Élysée: 6 calls"),
        bar("the Kremlin: 14 calls"),
        bar("Associated Press (own voice): 4 calls"),
        bar("the Kremlin: 60 calls"),
    );
    assert_eq!((six.perhaps, six.sure), (fourteen.perhaps, fourteen.sure), "equal");
    assert!(six.perhaps.0 <= four.perhaps.0 && four.perhaps.1 <= six.perhaps.1, "nested");
    assert!(sixty.perhaps.1 - six.perhaps.0 < 1.0 && sixty.perhaps.0 < six.perhaps.0, "touching");
    assert_eq!((six.tone, four.tone), (gainsay::report::page::Tone::Conflict, gainsay::report::page::Tone::Plain));
}

/// What stands beside a verdict is not quoted again below, but referred to; and
/// nothing is lost.
#[test]
fn a_long_page_quotes_every_place_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let syllable = |at: usize| ["bar", "den", "fil", "gom", "kup", "las", "met", "niv", "pox"][at];
    let town = |at: usize| {
        let (one, other) = (syllable(at % 9), syllable(at / 9));
        format!("{}{other}{one}", one.to_uppercase())
    };
    let topic = |at: usize| {
        let town = town(at);
        format!(
            "[[topic]]\nid = \"in-{at}\"\nquestion = \"How many boats left {town}?\"\nkind = \"count\"\nunit = \"boat\"\nmatch = [\"{{value}} boats left {town}\"]\n"
        )
    };
    let topics: String = (0..81).map(topic).collect();
    let claims = folder.path().join("claims.toml");
    std::fs::write(&claims, format!("version = 1\n[corpus]\npaths = [\"one.txt\", \"two.txt\"]\n{topics}"))
        .expect("claims");
    for (name, step) in [("one", 20), ("two", 60)] {
        let told = (0..81).map(|at| format!("On that day {} boats left {}.\n\n", step + at % 7, town(at)));
        let text = format!("+++\noutlet = \"Paper {name}\"\n+++\n{}", told.collect::<String>());
        std::fs::write(folder.path().join(name).with_extension("txt"), text).expect("an article");
    }
    let report = Report::new(&super::fixture::run(claims.to_str().expect("a plain path")));
    let mentions: usize = report.topics.iter().map(|topic| topic.mentions.len()).sum();
    assert_eq!((report.spoken.len(), mentions, report.summary.conflicts), (81, 162, 81));
    let (elements, words) = parsed(&written("html", &report));
    assert_eq!(elements.iter().filter(|(name, _)| name == "blockquote").count(), mentions);
    assert_eq!(words.matches("quoted beside the verdict").count(), mentions);
    for mention in report.topics.iter().flat_map(|topic| &topic.mentions) {
        let place = format!(", line {}, column {}", mention.line.0, mention.column.0);
        assert!(words.contains(&place), "{place}");
    }
}
