//! Everything behind one topic, claim, position or finding: each mention in
//! its paragraph with the value marked, the interval, the edges of the period,
//! and how the positions stand to each other.
//!
//! ```text
//! p2  the Kremlin: 14 calls
//!     interval  [14; 14]
//!     period    begins 24 Feb 2022; ends between 1 and 31 Oct 2022
//!     m4  cibuk-sixty-calls:18:117, found by pattern, score 1.00
//!         … Macron has phoned the Russian president ⟦14 times⟧ since.
//! ```

use super::paragraph::{Mark, Paragraph};
use super::sentence::write_finding;
use super::style::{FAINT, STRONG, paint_marks, painted};
use super::together::write_together;
use super::values::{EdgeView, ValueView};
use super::view::{MentionView, PositionView, TopicView};
use super::visible::visible;
use super::wrap::wrapped;
use super::{Layout, Report};
use crate::check::Checked;
use crate::compare::origins::told::say_ties;
use crate::compare::words::{amount_in_words, number_in_words};
use crate::diagnostic::nearest;
use crate::extract::fit::in_unit_of_topic;
use crate::matching::Mention;
use crate::matching::stance::Assurance;
use std::io::{self, Write};

/// What `gainsay show` is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Index in [`Report::topics`].
    pub topic: usize,
    /// Indices of positions of the topic.
    pub positions: Vec<usize>,
    /// Indices of its mentions that are held against nothing.
    pub set_aside: Vec<usize>,
    /// Indices in [`Report::findings`].
    pub findings: Vec<usize>,
}

/// What an id stands for: a topic, a claim, a position (`p3`), a mention
/// (`m7`) or the beginning of a finding's fingerprint.
///
/// # Errors
/// With the most similar id, if any is similar.
pub fn find_subject(report: &Report, id: &str) -> Result<Subject, Option<String>> {
    for (at, topic) in report.topics.iter().enumerate() {
        if topic.id == id {
            let positions = (0..topic.positions.len()).collect();
            let set_aside = (0..topic.mentions.len()).filter(|&at| topic.mentions[at].is_set_aside()).collect();
            return Ok(Subject { topic: at, positions, set_aside, findings: topic.findings.clone() });
        }
        let mention = topic.mentions.iter().position(|mention| mention.id == id);
        if let Some(mention) = mention.filter(|&mention| topic.mentions[mention].is_set_aside()) {
            return Ok(Subject { topic: at, positions: Vec::new(), set_aside: vec![mention], findings: Vec::new() });
        }
        let wanted = mention.and_then(|mention| topic.mentions[mention].position.as_deref()).unwrap_or(id);
        let holds = |position: &PositionView| position.id == wanted || position.claims.iter().any(|claim| claim == id);
        let positions: Vec<usize> = (0..topic.positions.len()).filter(|&at| holds(&topic.positions[at])).collect();
        if !positions.is_empty() {
            let findings = findings_on(report, topic, &positions);
            return Ok(Subject { topic: at, positions, set_aside: Vec::new(), findings });
        }
    }
    if let Some(subject) = by_fingerprint(report, id) {
        return Ok(subject);
    }
    let claims = report.topics.iter().flat_map(|topic| &topic.positions).flat_map(|position| &position.claims);
    let known = report.topics.iter().map(|topic| &topic.id).chain(claims);
    Err(nearest(id, known.map(String::as_str)).map(str::to_owned))
}

fn by_fingerprint(report: &Report, id: &str) -> Option<Subject> {
    let begins = |&at: &usize| id.len() >= 4 && report.findings[at].fingerprint.starts_with(id);
    let first = (0..report.findings.len()).find(begins)?;
    let topic = report.findings[first].topic_at?;
    let is_of_topic = |at: &usize| report.findings[*at].topic_at == Some(topic);
    let findings: Vec<usize> = (first..report.findings.len()).filter(begins).filter(is_of_topic).collect();
    let is_named =
        |position: &PositionView| findings.iter().any(|&at| report.findings[at].positions.contains(&position.id));
    let positions = &report.topics[topic].positions;
    let positions = (0..positions.len()).filter(|&at| is_named(&positions[at])).collect();
    Some(Subject { topic, positions, set_aside: Vec::new(), findings })
}

fn findings_on(report: &Report, topic: &TopicView, positions: &[usize]) -> Vec<usize> {
    let named = |at: &&usize| {
        let finding = &report.findings[**at];
        positions.iter().any(|&position| finding.positions.contains(&topic.positions[position].id))
    };
    topic.findings.iter().filter(named).copied().collect()
}

/// Writes the evidence behind a subject.
///
/// # Errors
/// When `out` does not take it.
pub fn write_evidence(report: &Report, subject: &Subject, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let topic = &report.topics[subject.topic];
    let title = format!("{}  [{}]", visible(&topic.question), visible(&topic.id));
    writeln!(out, "{}\n", painted(title, STRONG))?;
    if subject.positions.is_empty() && subject.set_aside.is_empty() {
        writeln!(out, "Nobody speaks to it.\n")?;
    }
    for &at in &subject.positions {
        write_position(topic, &topic.positions[at], layout, out)?;
    }
    if !subject.set_aside.is_empty() {
        writeln!(out, "Held against nothing:")?;
        for &at in &subject.set_aside {
            write_mention(topic, &topic.mentions[at], layout, out)?;
        }
        writeln!(out)?;
    }
    if let Some(matrix) = topic.matrix.as_ref().filter(|_| subject.positions.len() == topic.positions.len()) {
        super::beside::write_beside(matrix, layout, out)?;
    }
    write_relations(topic, &subject.positions, layout, out)?;
    let asked = |id: &String| subject.positions.iter().any(|&at| topic.positions[at].id == *id);
    write_together(&topic.together, &asked, layout, out)?;
    for &finding in &subject.findings {
        write_finding(&report.findings[finding], layout, out)?;
    }
    Ok(())
}

fn write_position(topic: &TopicView, position: &PositionView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}  {}: {}", position.id, visible(&position.who), painted(visible(&position.says), STRONG))?;
    for (name, said) in &position.facts {
        for line in wrapped(&visible(said), layout.width, &format!("    {name:<10}"), "              ") {
            writeln!(out, "{line}")?;
        }
    }
    for &at in &position.mentions {
        write_mention(topic, &topic.mentions[at], layout, out)?;
    }
    writeln!(out)
}

/// What is known of a position beyond its words, name and text.
pub(super) fn facts(checked: &Checked, position: &PositionView) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Some(interval) = interval(&position.value) {
        facts.push(("interval", interval));
    }
    if let Some(window) = &position.window {
        facts.push(("period", format!("{}; {}", edge("begins", &window.from), edge("ends", &window.to))));
    }
    for (facet, option) in &position.facets {
        facts.push(("scope", super::says::facet(facet, option)));
    }
    for id in &position.claims {
        let note = checked.claims.claims.iter().find(|claim| claim.id == *id).and_then(|claim| claim.note.as_ref());
        facts.push(("claim", note.map_or_else(|| id.clone(), |note| format!("{id} ({note})"))));
    }
    facts.push((
        "backed by",
        match position.origins {
            0 => "no text of the corpus".to_owned(),
            1 => "one independent text".to_owned(),
            more => format!("{more} independent texts"),
        },
    ));
    if position.articles.len() > position.origins {
        facts.extend(ties(checked, position).into_iter().map(|tie| ("shared", tie)));
    }
    facts
}

/// What ties the articles of a position to each other.
fn ties(checked: &Checked, position: &PositionView) -> Vec<String> {
    let Checked { corpus, compared, .. } = checked;
    let articles: Vec<usize> = position.articles.iter().filter_map(|id| Some(corpus.article(id)?.0)).collect();
    say_ties(corpus, &compared.origins, &articles)
}

/// The interval as mathematics: `(120; ∞)`.
fn interval(value: &ValueView) -> Option<String> {
    match value {
        ValueView::Amount { low, high, low_open, high_open, .. } => {
            let end = |figure: &Option<super::values::Figure>, none: &str| {
                figure.map_or_else(|| none.to_owned(), |figure| number_in_words(figure.0))
            };
            let open = if *low_open || low.is_none() { '(' } else { '[' };
            let close = if *high_open || high.is_none() { ')' } else { ']' };
            Some(format!("{open}{}; {}{close}", end(low, "−∞"), end(high, "∞")))
        }
        ValueView::Date { low, high, zone, .. } => {
            let end = |day: &Option<String>| day.clone().unwrap_or_else(|| "open".to_owned());
            let zone = zone.as_ref().map(|zone| format!(", {zone}")).unwrap_or_default();
            Some(format!("[{}; {}]{zone}", end(low), end(high)))
        }
        _ => None,
    }
}

fn edge(what: &str, edge: &Option<EdgeView>) -> String {
    match edge {
        None => format!("{what} at no stated time"),
        Some(edge) if edge.low == edge.high => format!("{what} {}", edge.low),
        Some(edge) => format!("{what} between {} and {}", edge.low, edge.high),
    }
}

fn write_mention(topic: &TopicView, view: &MentionView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let place = format!("{}:{}:{}", visible(&view.article), view.line.0, view.column.0);
    writeln!(out, "    {}  {place}  {}", view.id, painted(visible(&view.found), FAINT))?;
    let mut inside = false;
    for line in wrapped(&marked(&view.paragraph), layout.width, "        ", "        ") {
        writeln!(out, "{}", paint_marks(&line, &mut inside))?;
    }
    if let Some(conversion) = conversion(topic, view) {
        writeln!(out, "        {}", painted(visible(&conversion), FAINT))?;
    }
    Ok(())
}

/// `20,800 ha = 51,400 acres`, where a text counts in another unit than its
/// topic.
fn conversion(topic: &TopicView, view: &MentionView) -> Option<String> {
    let ValueView::Amount { text: Some(words), .. } = &view.value else { return None };
    let amount = in_unit_of_topic(words, topic.kind, topic.unit.as_deref())?;
    Some(format!("{words} = {}", amount_in_words(&amount, topic.unit.as_deref())))
}

/// Through whom a mention came, how its value stands, and how it was found.
pub(super) fn found(checked: &Checked, mention: &Mention, view: &MentionView) -> String {
    let relays: Vec<&str> = view.via.iter().map(|relay| checked.claims.display(relay)).collect();
    let via = if relays.is_empty() { String::new() } else { format!("via {}, ", relays.join(", ")) };
    format!("{via}{}found by {}, score {:.2}", stance(mention), view.found_by, view.score)
}

/// How a value stands, where there is more to say than that it is stated.
fn stance(mention: &Mention) -> String {
    let stance = &mention.stance;
    if let Some(currency) = &mention.currency {
        return format!("in {currency}, in which the topic does not count, ");
    }
    let said = [
        (stance.revises.is_some(), "revises an earlier value, "),
        (stance.is_superseded, "recalled as an earlier value, "),
        (stance.is_withheld && !stance.is_superseded, "expected, foretold or denied, "),
        (stance.assurance == Assurance::Doubted, "left open, "),
        (stance.assurance == Assurance::Proven, "called certain, "),
    ];
    said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, said)| said).collect()
}

/// The paragraph with the value between `⟦` and `⟧`.
fn marked(paragraph: &Paragraph) -> String {
    let pieces = paragraph.pieces.iter().map(|piece| match piece.mark {
        Mark::Value => format!("⟦{}⟧", piece.text),
        _ => piece.text.clone(),
    });
    let lead = if paragraph.goes_before { "… " } else { "" };
    let tail = if paragraph.goes_on { " …" } else { "" };
    format!("{lead}{}{tail}", pieces.collect::<String>())
}

fn write_relations(topic: &TopicView, positions: &[usize], layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let asked = |id: &String| positions.iter().any(|&at| topic.positions[at].id == *id);
    for relation in topic.relations.iter().filter(|relation| asked(&relation.a) || asked(&relation.b)) {
        let told = format!("{} and {}: {}: {}", relation.a, relation.b, relation.relation.name(), relation.reason);
        for line in wrapped(&visible(&told), layout.width, "  ", "    ") {
            writeln!(out, "{line}")?;
        }
    }
    if topic.relations.is_empty() { Ok(()) } else { writeln!(out) }
}
