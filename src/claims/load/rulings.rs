//! Rulings: an editor's decisions, each on one finding.
//!
//! `verdict = "favours"` needs the `claim` it favours, and only it has one.
//! Whether any finding bears a ruling is not known here: that is asked where
//! findings are.

use super::ids::Ids;
use super::problems::Problems;
use super::times::read_moment;
use super::walk::{Table, Text};
use crate::claims::{Claim, Ruling, Verdict, keys};
use crate::text::Span;
use std::collections::BTreeMap;

/// How many digits a fingerprint has.
const DIGITS: usize = 16;

/// Reads them all, sorted by finding; one in which anything is wrong is left
/// out, so that its finding stays open.
pub(super) fn read_rulings(root: &Table<'_>, claims: &[Claim], ids: &Ids<'_>, problems: &mut Problems) -> Vec<Ruling> {
    let (mut rulings, mut first) = (Vec::new(), BTreeMap::new());
    for table in root.tables("ruling", "ruling", problems) {
        let before = problems.mistakes();
        let ruling = read_ruling(&table, claims, ids, &mut first, problems);
        rulings.extend(ruling.filter(|_| problems.mistakes() == before));
    }
    rulings.sort_by(|a: &Ruling, b| a.finding.cmp(&b.finding));
    rulings
}

fn read_ruling<'d>(
    table: &Table<'d>,
    claims: &[Claim],
    ids: &Ids<'_>,
    first: &mut BTreeMap<&'d str, Span>,
    problems: &mut Problems,
) -> Option<Ruling> {
    table.check_keys(&keys::RULING, problems);
    let finding = table.need_text("finding", problems).and_then(|print| read_finding(print, first, problems));
    let verdict = table.need_text("verdict", problems).and_then(|verdict| read_verdict(verdict, problems));
    let claim = read_claim(table, verdict, claims, ids, problems);
    let by = table.need_text("by", problems);
    let on = table.need("on", problems).and_then(|node| read_moment(node, problems));
    let until = table.get("until", problems).and_then(|node| read_moment(node, problems));
    let note = table.text("note", problems).map(|note| note.text.to_owned());
    Some(Ruling {
        finding: finding?.to_owned(),
        verdict: verdict?,
        claim,
        by: by?.text.to_owned(),
        on: on?,
        until,
        note,
        span: table.span,
    })
}

fn read_finding<'d>(print: Text<'d>, first: &mut BTreeMap<&'d str, Span>, problems: &mut Problems) -> Option<&'d str> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if print.text.len() != DIGITS || !print.text.bytes().all(is_digit) {
        let message = format!("`{}` is no fingerprint", print.text.escape_debug());
        let help = format!("it has {DIGITS} of the digits 0-9 and a-f: copy it whole from `check --format json`");
        problems.error(print.span, message, "", Some(help));
        return None;
    }
    if let Some(&earlier) = first.get(print.text) {
        let help = format!("the first is on line {}: keep the one that holds", problems.line(earlier));
        problems.error(print.span, "a second ruling on one finding", "", Some(help));
        return None;
    }
    first.insert(print.text, print.span);
    Some(print.text)
}

fn read_verdict(verdict: Text<'_>, problems: &mut Problems) -> Option<Verdict> {
    let known = Verdict::ALL.into_iter().find(|known| known.name() == verdict.text);
    if known.is_none() {
        problems.unknown("verdict", verdict.text, verdict.span, Verdict::ALL.map(Verdict::name));
    }
    known
}

/// The claim that a verdict favours: there if and only if the verdict does.
fn read_claim(
    table: &Table<'_>,
    verdict: Option<Verdict>,
    claims: &[Claim],
    ids: &Ids<'_>,
    problems: &mut Problems,
) -> Option<usize> {
    let favours = verdict.map(|verdict| verdict == Verdict::Favours);
    if favours == Some(true) && table.key("claim").is_none() {
        table.missing("claim", problems);
        return None;
    }
    let id = table.text("claim", problems)?;
    if favours == Some(false) {
        let help = "only the verdict `favours` names a claim".to_owned();
        problems.error(id.span, "a claim that the verdict does not favour", "", Some(help));
        return None;
    }
    let at = claims.iter().position(|claim| claim.id == id.text);
    match at {
        // A claim that was left out has been told of.
        None if ids.has(id.text) => problems.told(),
        None => problems.unknown("claim", id.text, id.span, ids.all()),
        Some(_) => {}
    }
    at
}
