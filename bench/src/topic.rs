//! The fifty topics: families with their subjects put in, the values that
//! sources state on each, and how a pattern becomes a sentence.

use crate::random::Random;
use crate::subjects::{CLAIMANTS, ENTITIES, EVENTS, FAMILIES, Family, Figures, Named};
use crate::value::Stated;

/// One question.
#[derive(Debug)]
pub struct Topic {
    /// Its id in `claims.toml`.
    pub id: String,
    /// The family it belongs to.
    pub family: &'static Family,
    /// `x`, and `y` where there are two.
    pub subjects: Vec<&'static Named>,
    /// As `claims.toml` has them, with names of subjects in braces; of a
    /// choice, those of all options.
    pub patterns: Vec<Pattern>,
    /// The words of a quotation.
    pub wording: Option<&'static str>,
    /// What sources state, the most frequent first.
    pub sayings: Vec<Saying>,
}

/// A pattern, and the option that it stands for.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// In the pattern language.
    pub text: String,
    /// Of a choice.
    pub option: Option<&'static str>,
}

/// Who states what.
#[derive(Clone, Debug)]
pub struct Saying {
    /// `None` is the outlet in its own voice.
    pub claimant: Option<&'static Named>,
    /// The value; of a choice it is in the pattern, of a quotation the words.
    pub stated: Option<Stated>,
}

/// How many different statements a topic draws.
const SAYINGS: usize = 9;

/// All topics, their values fixed by the seed.
#[must_use]
pub fn topics(seed: u64) -> Vec<Topic> {
    let pairs = FAMILIES.iter().flat_map(|family| family.subjects.iter().enumerate().map(move |at| (family, at)));
    pairs
        .enumerate()
        .map(|(number, (family, (at, ids)))| {
            let mut random = Random::new(seed, u64::MAX - number as u64);
            topic(family, at, ids, &mut random)
        })
        .collect()
}

fn topic(family: &'static Family, at: usize, ids: &[&str], random: &mut Random) -> Topic {
    let subjects: Vec<&Named> = ids.iter().map(|id| find(id)).collect();
    let put = |text: &str| put_subjects(text, &subjects, |named| format!("{{{}}}", named.id));
    let patterns = match family.figures {
        Figures::Options(options) => options
            .iter()
            .flat_map(|(option, patterns)| {
                patterns.iter().map(|text| Pattern { text: put(text), option: Some(*option) })
            })
            .collect(),
        _ => family.patterns.iter().map(|text| Pattern { text: put(text), option: None }).collect(),
    };
    let wording = match family.figures {
        Figures::Wording(wordings) => Some(wordings[at]),
        _ => None,
    };
    let truth = Stated::base(&family.figures, random);
    let sayings = (0..SAYINGS)
        .map(|_| Saying {
            claimant: random.in_hundred(60).then(|| random.pick(&CLAIMANTS)),
            stated: truth.map(|truth| Stated::near(&family.figures, truth, random)),
        })
        .collect();
    Topic { id: format!("{}-{}", ids.join("-"), family.id), family, subjects, patterns, wording, sayings }
}

impl Topic {
    /// The question, with the subjects' names.
    #[must_use]
    pub fn question(&self) -> String {
        put_subjects(self.family.question, &self.subjects, |named| named.name.to_owned())
    }
}

impl Pattern {
    /// Its words, with their slots: one of each `(a|b)`, each `[a]` or not.
    #[must_use]
    pub fn words(&self, random: &mut Random) -> String {
        choose(&self.text, random)
    }
}

/// Words with `value` in its slot and one of the names in each other.
#[must_use]
pub fn fill_slots(words: &str, value: &str, random: &mut Random) -> String {
    let mut text = words.replace("{value}", value);
    while let Some((start, end)) = text.find('{').zip(text.find('}')) {
        let name = name_of(find(&text[start + 1..end]), random);
        text.replace_range(start..=end, &name);
    }
    text
}

/// One of the names; sometimes without its accents, as agencies write.
fn name_of(named: &Named, random: &mut Random) -> String {
    let name = if named.aliases.is_empty() || random.in_hundred(50) { named.name } else { *random.pick(named.aliases) };
    if random.in_hundred(25) { name.replace('ö', "o") } else { name.to_owned() }
}

/// The claimant, entity or event of an id.
///
/// # Panics
/// When the tables of `subjects.rs` have none.
#[must_use]
pub fn find(id: &str) -> &'static Named {
    let all = EVENTS.iter().chain(&ENTITIES).chain(&CLAIMANTS);
    let mut found = all.filter(|named| named.id == id);
    found.next().unwrap_or_else(|| panic!("`{id}` is in no table of subjects.rs"))
}

fn put_subjects(text: &str, subjects: &[&'static Named], shown: impl Fn(&Named) -> String) -> String {
    let with = |text: String, (slot, named): (&str, &&'static Named)| text.replace(slot, &shown(named));
    ["{x}", "{y}"].into_iter().zip(subjects).fold(text.to_owned(), with)
}

/// One of each `(a|b)`; each `[a]` or not.
fn choose(pattern: &str, random: &mut Random) -> String {
    let mut text = pattern.to_owned();
    while let Some((start, end)) = text.find('(').zip(text.find(')')) {
        let options: Vec<&str> = text[start + 1..end].split('|').collect();
        let chosen = (*random.pick(&options)).to_owned();
        text.replace_range(start..=end, &chosen);
    }
    while let Some((start, end)) = text.find('[').zip(text.find(']')) {
        let chosen = if random.in_hundred(50) { text[start + 1..end].to_owned() } else { String::new() };
        text.replace_range(start..=end, &chosen);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_fifty_topics_and_three_hundred_patterns() {
        let topics = topics(1);
        let phrases: usize =
            topics.iter().map(|topic| topic.patterns.len() + usize::from(topic.wording.is_some())).sum();
        assert_eq!((topics.len(), phrases), (50, 300));
    }

    #[test]
    fn a_choice_of_words_is_made() {
        let chosen = choose("{x} (was|were) [just] here", &mut Random::new(1, 1));
        assert!(["{x} was here", "{x} were here", "{x} was just here", "{x} were just here"].contains(&&*chosen));
    }
}
