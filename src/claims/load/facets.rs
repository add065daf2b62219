//! Facets, and the scopes that are stated in them: `scope = { medium =
//! "phone" }`.
//!
//! A facet's `default` may be an answer that no option has: what texts take
//! for granted and never say (`default = "phone"`) needs no pattern. Where it
//! looks like a misspelt option, it is told.

use super::choices::read_options;
use super::ids::Ids;
use super::names::Names;
use super::problems::Problems;
use super::walk::Table;
use crate::claims::{Facet, keys};
use crate::diagnostic::nearest;
use std::collections::BTreeMap;

/// The facets of a topic.
pub(super) fn read_facets(topic: &Table<'_>, names: &Names<'_>, problems: &mut Problems) -> Vec<Facet> {
    let mut ids = Ids::default();
    let facets = topic.tables("facet", "facet", problems).into_iter().filter_map(|facet| {
        facet.check_keys(&keys::FACET, problems);
        let id = ids.read(&facet, problems);
        let options = read_options(&facet, "options", names, problems);
        if facet.key("options").is_none() {
            facet.missing("options", problems);
        } else if options.is_empty() {
            let span = facet.key("options").unwrap_or(facet.span);
            problems.error(span, "a facet without options", "", Some("give it one or more".to_owned()));
        }
        let default = facet.text("default", problems);
        if let Some(default) = default.filter(|default| !options.iter().any(|option| option.id == default.text))
            && let Some(near) = nearest(default.text, options.iter().map(|option| option.id.as_str()))
        {
            let help = format!("did you mean `{near}`? A default without an option has to be a name of its own");
            problems.error(default.span, format!("unknown option `{}`", default.text), "", Some(help));
        }
        let default = default.map(|default| default.text.to_owned());
        Some(Facet { id: id?.to_owned(), default, options, span: facet.span })
    });
    facets.collect()
}

/// A scope under a key of a claim or topic: facet id to option id.
pub(super) fn read_scope(
    table: &Table<'_>,
    key: &str,
    facets: &[Facet],
    problems: &mut Problems,
) -> BTreeMap<String, String> {
    let mut scope = BTreeMap::new();
    let Some(node) = table.get(key, problems) else { return scope };
    let Some(stated) = node.table("scope", problems) else { return scope };
    for (facet_id, option) in stated.entries(problems) {
        let Some(option) = option.text(problems) else { continue };
        let Some(facet) = facets.iter().find(|facet| facet.id == facet_id.text) else {
            let known = facets.iter().map(|facet| facet.id.as_str());
            problems.unknown("facet", facet_id.text, facet_id.span, known);
            continue;
        };
        let known = || facet.options.iter().map(|option| &option.id).chain(&facet.default).map(String::as_str);
        if known().next().is_none() {
            problems.told();
        } else if known().any(|id| id == option.text) {
            scope.insert(facet_id.text.to_owned(), option.text.to_owned());
        } else {
            problems.unknown("option", option.text, option.span, known());
        }
    }
    scope
}
