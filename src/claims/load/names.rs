//! Claimants, entities and events: what has names in texts. A claimant and an
//! entity may share an id: they are then one and the same, with the names of
//! both.
//!
//! They are kept as far as they could be read: an entity with a mistyped key
//! is still the one that patterns mean by `{putin}`.

use super::ids::Ids;
use super::problems::Problems;
use super::times::read_moment;
use super::walk::{Table, Text};
use crate::claims::{Event, Named, keys};
use std::collections::BTreeSet;

/// Everything in a file that has names.
pub(super) struct Names<'d> {
    pub(super) claimants: Vec<Named>,
    pub(super) entities: Vec<Named>,
    pub(super) events: Vec<Event>,
    /// Ids of claimants and entities: who can state something.
    speakers: BTreeSet<&'d str>,
    event_ids: Ids<'d>,
    /// Ids of events whose date was wrong, and told.
    undated: BTreeSet<&'d str>,
}

impl<'d> Names<'d> {
    /// Reads all three kinds.
    pub(super) fn read(root: &Table<'d>, problems: &mut Problems) -> Self {
        let (mut claimant_ids, mut entity_ids) = (Ids::default(), Ids::default());
        let claimants = read_all(root, "claimant", &mut claimant_ids, problems);
        let entities = read_all(root, "entity", &mut entity_ids, problems);
        let speakers = claimant_ids.all().chain(entity_ids.all()).collect();
        let (event_ids, events, undated) = (Ids::default(), Vec::new(), BTreeSet::new());
        let mut names = Self { claimants, entities, events, speakers, event_ids, undated };
        for table in root.tables("event", "event", problems) {
            names.read_event(&table, problems);
        }
        names.events.sort_by(|a, b| a.id.cmp(&b.id));
        names
    }

    /// Whether a pattern may say `{id}`.
    pub(super) fn has(&self, id: &str) -> bool {
        self.speakers.contains(id) || self.event_ids.has(id)
    }

    /// What a pattern may put in braces.
    pub(super) fn all(&self) -> impl Iterator<Item = &'d str> {
        self.speakers.iter().copied().chain(self.event_ids.all())
    }

    /// Who states something: the id of a claimant or entity.
    pub(super) fn speaker(&self, id: Text<'d>, problems: &mut Problems) -> Option<String> {
        if !self.speakers.contains(id.text) {
            problems.unknown("claimant", id.text, id.span, self.speakers.iter().copied());
            return None;
        }
        Some(id.text.to_owned())
    }

    /// Whether there is such an event.
    pub(super) fn has_event(&self, id: &str) -> bool {
        self.event_ids.has(id)
    }

    /// The ids of all events.
    pub(super) fn all_events(&self) -> impl Iterator<Item = &'d str> {
        self.event_ids.all()
    }

    /// An event, dated or not.
    pub(super) fn event(&self, id: Text<'d>, problems: &mut Problems) -> Option<usize> {
        let at = self.events.iter().position(|event| event.id == id.text);
        if at.is_none() {
            problems.unknown("event", id.text, id.span, self.event_ids.all());
        }
        at
    }

    /// An event from which a tally counts, so one that has a date.
    pub(super) fn start(&self, id: Text<'d>, problems: &mut Problems) -> Option<usize> {
        let Some(at) = self.events.iter().position(|event| event.id == id.text) else {
            problems.unknown("event", id.text, id.span, self.event_ids.all());
            return None;
        };
        if self.events[at].on.is_some() {
            return Some(at);
        }
        if self.undated.contains(id.text) {
            problems.told();
            return None;
        }
        let help = format!("give the event `{}` its date: on = 2022-02-24", id.text);
        problems.error(id.span, format!("event `{}` has no date", id.text), "this needs one", Some(help));
        None
    }

    fn read_event(&mut self, table: &Table<'d>, problems: &mut Problems) {
        table.check_keys(&keys::EVENT, problems);
        let (before, on) = (problems.mistakes(), table.get("on", problems));
        let on = on.and_then(|on| read_moment(on, problems));
        let undated = problems.mistakes() > before;
        let named = read_named(table, &mut self.event_ids, problems);
        let Some((id, named)) = named else { return };
        if undated {
            self.undated.insert(id);
        }
        self.events.push(Event { id: id.to_owned(), named, on });
    }
}

fn read_all<'d>(root: &Table<'d>, what: &'static str, ids: &mut Ids<'d>, problems: &mut Problems) -> Vec<Named> {
    let mut all = Vec::new();
    for table in root.tables(what, what, problems) {
        table.check_keys(&keys::NAMED, problems);
        all.extend(read_named(&table, ids, problems).map(|(_, named)| named));
    }
    all.sort_by(|a: &Named, b| a.id.cmp(&b.id));
    all
}

fn read_named<'d>(table: &Table<'d>, ids: &mut Ids<'d>, problems: &mut Problems) -> Option<(&'d str, Named)> {
    let id = ids.read(table, problems);
    let name = table.need_text("name", problems);
    let aliases = table.texts("aliases", problems);
    let id = id?;
    let name = name.map_or(id, |name| name.text).to_owned();
    let aliases = aliases.into_iter().map(|alias| alias.text.to_owned()).collect();
    Some((id, Named { id: id.to_owned(), name, aliases, span: table.span }))
}
