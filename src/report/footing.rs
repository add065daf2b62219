//! How each article stands to a topic: does what it says conflict, differ in
//! scope, agree, or does it say nothing, or was it not looked at.
//!
//! ```text
//!                  macron-putin-calls   may-calls
//! ap-open-line     other scope          silent
//! cibuk            conflicts            alone
//! ```

use super::view::{Footing, Footings, PositionView, RelationView, TopicView};
use crate::check::Checked;
use crate::claims::Topic;
use crate::compare::{Relation, Severity};
use crate::matching::is_looked_for;
use std::collections::BTreeMap;

/// Of the articles that speak to any topic, given by index, each its footing.
pub(super) fn footings(checked: &Checked, topic: &Topic, view: &TopicView, heard: &[usize]) -> Footings {
    let relations = by_position(&view.relations);
    let mut spoken: BTreeMap<&str, Footing> = BTreeMap::new();
    for position in &view.positions {
        let footing = of_position(position, relations.get(position.id.as_str()).map_or(&[], Vec::as_slice));
        for article in &position.articles {
            let worst = spoken.entry(article).or_insert(footing);
            *worst = footing.min(*worst);
        }
    }
    let looked_for = |article| if is_looked_for(topic, article) { Footing::Silent } else { Footing::NotLookedAt };
    let articles = &checked.corpus.articles;
    let mut of: BTreeMap<usize, Footing> = heard.iter().map(|&at| (at, looked_for(&articles[at]))).collect();
    of.extend(spoken.into_iter().filter_map(|(id, footing)| Some((checked.corpus.article(id)?.0, footing))));
    let left_out = if topic.articles.is_empty() && topic.published.is_none() {
        0
    } else {
        articles.iter().filter(|article| !is_looked_for(topic, article)).count()
    };
    Footings { of, left_out }
}

fn by_position(relations: &[RelationView]) -> BTreeMap<&str, Vec<Relation>> {
    let mut by_position: BTreeMap<&str, Vec<Relation>> = BTreeMap::new();
    for relation in relations {
        for end in [&relation.a, &relation.b] {
            by_position.entry(end).or_default().push(relation.relation);
        }
    }
    by_position
}

fn of_position(position: &PositionView, relations: &[Relation]) -> Footing {
    let some = |wanted: &[Relation]| relations.iter().any(|relation| wanted.contains(relation));
    if position.worst == Some(Severity::Conflict) || some(&[Relation::Conflict]) {
        Footing::Conflicts
    } else if position.worst == Some(Severity::Warning) || some(&[Relation::ScopeDiffers, Relation::Unclear]) {
        Footing::OtherScope
    } else if some(&[Relation::Agree, Relation::Compatible]) || position.articles.len() > 1 {
        Footing::Agrees
    } else {
        Footing::Alone
    }
}
