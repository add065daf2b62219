//! The topics of a claim set, compiled once for all articles.

use super::language::english::ENGLISH;
use super::language::lexicon::Lexicon;
use super::passage::names::{NameId, Names};
use super::patterns::candidates::Asks;
use super::patterns::compile::{Compiled, Element, Variant, Word, words_of};
use super::patterns::intents::asks_ahead;
use super::prefilter::gate::Wording;
use super::prefilter::plain::Plain;
use super::prefilter::{Gather, Needs, Prefilter};
use crate::claims::{Choice, ClaimSet, Topic};
use crate::corpus::Article;
use crate::text::{Tokens, fold_str, stem};
use crate::value::Kind;

/// Below this score a match does not count, unless the topic says otherwise.
pub const THRESHOLD: f64 = 0.7;

/// One thing a topic looks for, and what it means when it is found.
#[derive(Debug)]
pub struct Probe {
    /// The readout point it belongs to.
    pub point: Option<String>,
    /// The option it stands for, of the topic or of the point.
    pub option: Option<String>,
    /// The patterns that say it.
    pub patterns: Vec<Compiled>,
}

/// A facet, compiled.
#[derive(Debug)]
pub struct FacetProbe {
    /// Its id.
    pub id: String,
    /// The option meant where the text says nothing.
    pub default: Option<String>,
    /// Its options: id and patterns.
    pub options: Vec<(String, Vec<Compiled>)>,
}

/// A topic, compiled.
#[derive(Debug)]
pub struct TopicProbe {
    /// What it looks for: one probe for a topic with patterns, one an option
    /// of a choice, one a point (or option of a point) of a readout.
    pub probes: Vec<Probe>,
    /// Its facets.
    pub facets: Vec<FacetProbe>,
    /// The score below which a match does not count.
    pub threshold: f64,
    /// What its patterns ask for that is no answer to others.
    pub asks: Asks,
    /// The sides of a readout.
    pub sides: Vec<NameId>,
    /// Whom and what its patterns name.
    pub(super) names: Vec<NameId>,
    /// The entities that they do not name.
    pub(super) others: Vec<NameId>,
    /// The events of the claims: these do nothing.
    pub(super) events: Vec<NameId>,
    /// The stems of what other topics count and this one does not.
    pub other_units: Vec<String>,
    /// The words of its question and its unit.
    pub(super) own: Vec<Word>,
    /// Whether it counts things, and no people.
    pub(super) counts_things: bool,
    /// Whether it asks what is to come.
    pub(super) asks_ahead: bool,
    /// What each pattern needs.
    pub(super) needs: Vec<Needs>,
    /// What a quotation of its wording has, and what a text that has one.
    pub(super) quoted: Option<(Needs, Wording)>,
}

/// All topics of a claim set, compiled.
#[derive(Debug)]
pub struct Topics {
    /// In the order of the claim set.
    pub probes: Vec<TopicProbe>,
    /// The names of the claim set.
    pub names: Names,
    pub(super) prefilter: Prefilter,
}

impl Topics {
    /// Compiles a claim set.
    #[must_use]
    pub fn new(claims: &ClaimSet) -> Self {
        let lexicon = &ENGLISH;
        let names = Names::new(claims, lexicon);
        let mut gather = Gather::default();
        let probe = |topic: &Topic| TopicProbe::new(topic, &names, lexicon, &mut gather);
        let mut probes: Vec<TopicProbe> = claims.topics.iter().map(probe).collect();
        let entities: Vec<NameId> = claims.entities.iter().filter_map(|entity| names.find_id(&entity.id)).collect();
        let events: Vec<NameId> = claims.events.iter().filter_map(|event| names.find_id(&event.id)).collect();
        let speakers: Vec<NameId> = claims.claimants.iter().filter_map(|speaker| names.find_id(&speaker.id)).collect();
        for probe in &mut probes {
            let is_other = |id: &NameId| !probe.names.contains(id) && !speakers.contains(id);
            probe.others = entities.iter().copied().filter(is_other).collect();
            probe.events.clone_from(&events);
        }
        for (topic, probe) in claims.topics.iter().zip(&mut probes) {
            probe.other_units = other_units(topic, claims, lexicon);
        }
        Self { probes, names, prefilter: gather.build() }
    }

    /// Whether any topic could be spoken to in a text: a plain search, which
    /// most texts do not pass.
    #[must_use]
    pub fn could_match(&self, text: &Plain<'_>) -> bool {
        self.prefilter.could_match(text)
    }
}

/// What the other topics count, by its stems, and this one does not: not what means nearly the same, nor people
/// where these may be its own.
fn other_units(topic: &Topic, claims: &ClaimSet, lexicon: &Lexicon) -> Vec<String> {
    let unit_of = |topic: &'_ Topic| topic.unit.clone().filter(|_| topic.kind == Kind::Count);
    let Some(own) = unit_of(topic) else { return Vec::new() };
    let own_stem = stem(&own);
    let alike = lexicon.synonyms_of(&own_stem);
    let may_be_own = |unit: &String| {
        let of = stem(unit);
        // Anything is done so many times.
        matches!(&*of, "time" | "occas")
            || of == own_stem
            || alike.contains(&&*of)
            || counts_people(unit, lexicon) && counts_people(&own, lexicon)
    };
    let others = claims.topics.iter().filter_map(unit_of).filter(|unit| !may_be_own(unit));
    let mut units: Vec<String> = others.map(|unit| stem(&unit).into_owned()).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// Whether a unit may be one by which people are counted: `miner`, `victim`, `job`.
fn counts_people(unit: &str, lexicon: &Lexicon) -> bool {
    const ENDINGS: [&str; 8] = ["er", "or", "ist", "ant", "ent", "ee", "ian", "man"];
    lexicon.anybody.contains(&stem(unit))
        || lexicon.contrast.people.contains(unit)
        || ENDINGS.iter().any(|ending| unit.ends_with(ending))
}

/// Whether the topic's `articles` and `published` let it look in an article.
#[must_use]
pub fn is_looked_for(topic: &Topic, article: &Article) -> bool {
    let listed = topic.articles.is_empty() || topic.articles.iter().any(|(id, _)| **id == *article.id);
    let Some(wanted) = &topic.published else { return listed };
    let Some(published) = &article.front.published_on else { return false };
    listed && wanted.touches(published, 0)
}

impl TopicProbe {
    fn new(topic: &Topic, names: &Names, lexicon: &Lexicon, gather: &mut Gather) -> Self {
        let compile = |patterns: &[crate::claims::Pattern]| -> Vec<Compiled> {
            patterns.iter().map(|pattern| Compiled::new(pattern, names, lexicon)).collect()
        };
        let mut probes = vec![Probe { point: None, option: None, patterns: compile(&topic.patterns) }];
        let of_options = |point: Option<&str>, options: &[Choice]| -> Vec<Probe> {
            let probe = |option: &Choice| Probe {
                point: point.map(str::to_owned),
                option: Some(option.id.clone()),
                patterns: compile(&option.patterns),
            };
            options.iter().map(probe).collect()
        };
        probes.extend(of_options(None, &topic.options));
        for point in &topic.points {
            let patterns = compile(&point.patterns);
            probes.push(Probe { point: Some(point.id.clone()), option: None, patterns });
            probes.extend(of_options(Some(&point.id), &point.options));
        }
        probes.retain(|probe| !probe.patterns.is_empty());
        let threshold = topic.threshold.unwrap_or(THRESHOLD);
        let needs: Vec<Needs> = probes
            .iter()
            .flat_map(|probe| &probe.patterns)
            .map(|pattern| gather.add(pattern, threshold, names, lexicon))
            .collect();
        let mut quoted = None;
        if let Some(wording) = &topic.wording {
            let folded = fold_str(wording);
            let tokens = Tokens::new(&folded);
            let words: Vec<&str> = (0..tokens.len()).map(|at| tokens.folded(at)).collect();
            quoted = Some(gather.add_words(&words, lexicon));
        }
        let facet = |facet: &crate::claims::Facet| FacetProbe {
            id: facet.id.clone(),
            default: facet.default.clone(),
            options: facet.options.iter().map(|option| (option.id.clone(), compile(&option.patterns))).collect(),
        };
        let variants = || probes.iter().flat_map(|probe| &probe.patterns).flat_map(|pattern| &pattern.variants);
        let any = |asks: fn(&Variant) -> bool| variants().any(asks);
        let is_measure = |variant: &Variant| {
            variant.words_before_slot().is_some_and(|words| lexicon.contrast.measured_by.contains(&words))
        };
        let own = [Some(&topic.question), topic.unit.as_ref()].into_iter().flatten();
        Self {
            facets: topic.facets.iter().map(facet).collect(),
            threshold,
            sides: topic.claimants.iter().filter_map(|id| names.find_id(id)).collect(),
            names: named(&probes),
            asks: Asks {
                parts: any(if topic.kind == Kind::Money {
                    Variant::asks_for_part_of_it
                } else {
                    Variant::asks_for_part
                }),
                of_whom: any(Variant::tells_of_part),
                measures: variants().any(is_measure),
                since: any(Variant::asks_since),
                from: any(Variant::asks_from),
                more: any(Variant::asks_for_more),
            },
            others: Vec::new(),
            events: Vec::new(),
            other_units: Vec::new(),
            own: own.flat_map(|text| words_of(text, lexicon)).collect(),
            counts_things: topic.kind == Kind::Count
                && topic.unit.as_deref().is_some_and(|unit| !counts_people(unit, lexicon)),
            asks_ahead: asks_ahead(topic, lexicon),
            needs,
            quoted,
            probes,
        }
    }
}

/// The names in some patterns.
fn named(probes: &[Probe]) -> Vec<NameId> {
    let variants = probes.iter().flat_map(|probe| &probe.patterns).flat_map(|pattern| &pattern.variants);
    let names = variants.flat_map(|variant| &variant.elements).filter_map(|element| match element {
        Element::Name(id) => Some(*id),
        _ => None,
    });
    let mut names: Vec<NameId> = names.collect();
    names.sort_unstable();
    names.dedup();
    names
}
