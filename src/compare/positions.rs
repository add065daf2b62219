//! Statements to positions: who says what, over which scope.
//!
//! Statements share a position when claimant (or the name printed of whoever is not listed), value and facets are the same
//! and their windows meet; the position's window is what their edges have in
//! common. They are grouped in an order of their own, so that neither the
//! order of the claims nor the names of the files make a difference.
//!
//! ```text
//! the Kremlin, 60, May 2017 to 24 Feb 2022    (body)   ┐
//! the Kremlin, 60, 7 May 2017 to 24 Feb 2022  (table)  ┴ one position: 7 May 2017 to 24 Feb 2022
//! ```

use super::Position;
use super::key::{order_values, value_key};
use super::origins::Origins;
use super::own_times::times_of;
use super::statement::Statement;
use super::words::list_of_in_words;
use crate::claims::Topic;
use crate::value::{Edge, Window};
use std::collections::{BTreeMap, BTreeSet};

/// What statements must share to have one position, besides their window.
type Likeness<'s> = (String, &'s Option<String>, bool, &'s BTreeMap<String, String>);

struct Group<'s> {
    window: Window,
    members: Vec<&'s Statement>,
}

/// Groups statements into positions, in the order reports show them: by value
/// (a readout's points in the order of the topic), claimant and scope.
pub(super) fn group_positions(topic: &Topic, statements: &[Statement], origins: &Origins) -> Vec<Position> {
    let mut sorted: Vec<&Statement> = statements.iter().collect();
    sorted.sort_by_key(|statement| (statement.window, statement.article, statement.mention, statement.claim));
    let mut groups: BTreeMap<Likeness<'_>, Vec<Group<'_>>> = BTreeMap::new();
    for statement in sorted {
        // Who is not listed is told from the others by nothing but a name in one text.
        let is_unlisted = statement.speaker.is_some();
        let likeness = (value_key(&statement.value), &statement.claimant, is_unlisted, &statement.facets);
        let groups = groups.entry(likeness).or_default();
        let joined = groups.iter_mut().find_map(|group| {
            let window = shared_window(&group.window, &statement.window)?;
            Some((group, window))
        });
        match joined {
            Some((group, window)) => {
                group.window = window;
                group.members.push(statement);
            }
            None => groups.push(Group { window: statement.window, members: vec![statement] }),
        }
    }
    let groups = groups.into_values().flatten();
    let mut positions: Vec<Position> = groups.filter_map(|group| to_position(&group, origins)).collect();
    positions.sort_by(|a, b| {
        let voice = |position: &Position| (position.claimant.clone(), position.speaker.clone());
        let scope = |position: &Position| (position.claimant.is_none(), voice(position), position.window);
        let rest = || scope(a).cmp(&scope(b)).then_with(|| a.facets.cmp(&b.facets));
        order_values(&a.value, &b.value, topic).then_with(rest)
    });
    positions
}

/// What two windows have in common when they may be the same one; edges that
/// nobody states are the same only as each other.
fn shared_window(a: &Window, b: &Window) -> Option<Window> {
    Some(Window { from: shared_edge(a.from, b.from)?, to: shared_edge(a.to, b.to)? })
}

fn shared_edge(a: Edge, b: Edge) -> Option<Edge> {
    match (a, b) {
        (Edge::Unknown, Edge::Unknown) => Some(Edge::Unknown),
        (Edge::Open, Edge::Open) => Some(Edge::Open),
        (Edge::Between(first, last), Edge::Between(low, high)) if first <= high && low <= last => {
            Some(Edge::Between(first.max(low), last.min(high)))
        }
        _ => None,
    }
}

fn to_position(group: &Group<'_>, origins: &Origins) -> Option<Position> {
    let first = group.members.first()?;
    let mut mentions: Vec<usize> = group.members.iter().filter_map(|member| member.mention).collect();
    let mut claims: Vec<usize> = group.members.iter().filter_map(|member| member.claim).collect();
    let mut articles: Vec<usize> = group.members.iter().filter_map(|member| member.article).collect();
    let there = group.members.iter().filter(|member| member.is_there);
    let mut backing: Vec<usize> = there.filter_map(|member| member.article).collect();
    for indices in [&mut mentions, &mut claims, &mut articles, &mut backing] {
        indices.sort_unstable();
        indices.dedup();
    }
    Some(Position {
        claimant: first.claimant.clone(),
        speaker: speakers_in_words(&group.members),
        value: first.value.clone(),
        window: Some(group.window).filter(|window| !window.is_unknown()),
        times: times_of(&group.members),
        facets: first.facets.clone(),
        mentions,
        claims,
        origins: origins.of(&backing).len(),
        articles,
    })
}

/// How many of those who are not listed are named.
const NAMED: usize = 3;

/// Those who are not listed and state it: `a nurse, a doctor and 2 more`.
fn speakers_in_words(members: &[&Statement]) -> Option<String> {
    let names: BTreeSet<&String> = members.iter().filter_map(|member| member.speaker.as_ref()).collect();
    // Words that nobody is named for tell less than a name.
    let is_name = |name: &&String| !name.starts_with('“');
    let is_named = names.iter().any(is_name);
    let names: Vec<String> = names.into_iter().filter(|name| !is_named || is_name(name)).cloned().collect();
    // In the text of one who is named they may be his; in another they are of somebody else.
    let speaks = |member: &&&Statement| member.speaker.as_ref().is_some_and(|name| is_name(&name));
    let theirs: BTreeSet<Option<usize>> = members.iter().filter(speaks).map(|member| member.article).collect();
    let is_other = |member: &&&Statement| member.speaker.is_some() && !theirs.contains(&member.article);
    let others: BTreeSet<&String> =
        members.iter().filter(is_other).filter_map(|member| member.speaker.as_ref()).collect();
    let more = if is_named { others.len() } else { 0 };
    (!names.is_empty()).then(|| list_of_in_words(&names, names.len() + more, NAMED.min(names.len())))
}
