//! Names that nothing uses: neither the claims file nor any article.

use super::{Complaint, Lint};
use crate::check::Checked;
use crate::claims::{ClaimSet, Named, Part, Pattern, Topic};
use crate::diagnostic::Severity;
use crate::matching::language::english::ENGLISH;
use crate::matching::passage::names::{NameId, Names};
use crate::text::Tokens;
use std::collections::BTreeSet;

/// A name that nothing uses.
pub(super) static UNUSED_NAME: Lint = Lint {
    id: "unused-name",
    severity: Severity::Warning,
    summary: "nothing uses a claimant, entity or event, and no article names it",
    page: include_str!("../../../docs/lints/unused-name.md"),
};

pub(super) fn check_unused(checked: &Checked) -> Vec<Complaint> {
    let claims = &checked.claims;
    let events = claims.events.iter().map(|event| ("event", &event.named));
    let claimants = claims.claimants.iter().map(|named| ("claimant", named));
    let all = claimants.chain(claims.entities.iter().map(|named| ("entity", named))).chain(events);
    let used = used_in_file(claims);
    let idle: Vec<(&str, &Named)> = all.filter(|(_, named)| !used.contains(named.id.as_str())).collect();
    // Without articles nobody can tell.
    if idle.is_empty() || checked.corpus.articles.is_empty() {
        return Vec::new();
    }
    let named = named_in_articles(checked);
    let unused = idle.into_iter().filter(|(_, of)| !named.contains(of.id.as_str()));
    let complain = |(table, of): (&str, &Named)| {
        let message = format!("nothing uses the {table} `{}`, and no article names it", of.id);
        let help = "add the name that texts give it to `aliases`, or drop it";
        UNUSED_NAME.complain(checked, of.span, message).help(help)
    };
    unused.map(complain).collect()
}

/// Every id that the claims file refers to.
fn used_in_file(claims: &ClaimSet) -> BTreeSet<&str> {
    let mut used: BTreeSet<&str> = claims.claims.iter().filter_map(|claim| claim.claimant.as_deref()).collect();
    for topic in &claims.topics {
        used.extend(topic.claimants.iter().chain(&topic.between).map(String::as_str));
        let events = topic.since.iter().chain(&topic.dates);
        used.extend(events.filter_map(|&at| claims.events.get(at)).map(|event| event.named.id.as_str()));
        patterns(topic).for_each(|pattern| name_parts(&pattern.parts, &mut used));
    }
    used
}

/// Every pattern of a topic, wherever it stands.
fn patterns(topic: &Topic) -> impl Iterator<Item = &Pattern> {
    let of_points = topic
        .points
        .iter()
        .flat_map(|point| point.patterns.iter().chain(point.options.iter().flat_map(|option| &option.patterns)));
    let choices = topic.options.iter().chain(topic.facets.iter().flat_map(|facet| &facet.options));
    topic.patterns.iter().chain(of_points).chain(choices.flat_map(|choice| &choice.patterns))
}

fn name_parts<'p>(parts: &'p [Part], used: &mut BTreeSet<&'p str>) {
    for part in parts {
        match part {
            Part::Name(id) => drop(used.insert(id)),
            Part::OneOf(several) => several.iter().for_each(|parts| name_parts(parts, used)),
            Part::Optional(parts) => name_parts(parts, used),
            Part::Word(_) | Part::Digits(_) | Part::Sign(_) | Part::Value | Part::Gap => {}
        }
    }
}

/// Every id that an article names, or is by.
fn named_in_articles(checked: &Checked) -> BTreeSet<String> {
    let names = Names::new(&checked.claims, &ENGLISH);
    let mut named: BTreeSet<NameId> = BTreeSet::new();
    for article in &checked.corpus.articles {
        let tokens = Tokens::new(&article.body);
        let found = names.find(&tokens, &ENGLISH);
        named.extend(found.into_iter().map(|name| name.id));
    }
    let by = checked.corpus.articles.iter().filter_map(|article| article.front.claimant.clone());
    named.into_iter().map(|id| names.id(id).to_owned()).chain(by).collect()
}
