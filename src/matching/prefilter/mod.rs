//! Which topics a text could match at all.
//!
//! Two searches. The `gate` looks for what no
//! topic can do without: of each pattern only its rarest words, so few that without
//! one of them more would be missing than the threshold forgives. Most text has
//! none, and is read no further. Where the gate opens, a search for all words says
//! where, and which topics could reach their threshold in a paragraph or a sentence there.
//!
//! A word is looked for by its `forms`; what is searched is the text
//! as it is, without regard to case, and folded only where it has letters beyond
//! ASCII. It refuses to lose a mention: what a word costs when it is missing is
//! taken at its lowest.
//!
//! ```text
//! {macron} spoke {value} times on the phone with {putin}    may lack 1.9 of 6.6
//!   gate: macron, or the élysée; all words: speak…, phone…, macron, putin
//! ```
//!
//! **Cost.** One pass over the words; over those of paragraphs that open the gate a second.

mod answerable;
pub(super) mod beginnings;
pub mod chances;
pub(super) mod forms;
pub(super) mod gate;
mod likely;
mod needs;
pub mod plain;
mod present;
mod rarity;
mod search;

use super::float;
use super::language::lexicon::Lexicon;
use super::passage::names::{NameId, Names};
use super::patterns::compile::{Compiled, Element, Variant};
use super::patterns::loose::{ALWAYS, MOST_MISSING, SLACK, least_cost};
use forms::{Literal, forms_in_wording, forms_of};
use gate::{Gate, Wording};
pub use needs::Needs;
use needs::{Need, Wanted, What};
use plain::Plain;
use present::{Among, Hit, Hits, Present};
use rarity::rarity;
use search::Search;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The words of many patterns, ready to be searched for.
#[derive(Debug)]
pub struct Prefilter {
    /// What no topic can do without; `None` where one could match any text.
    gate: Option<Gate>,
    /// The names that words of the gate are of.
    gate_names: Vec<usize>,
    /// What other words of the gate are of, and these words.
    gate_needs: Vec<(Need, Vec<usize>)>,
    all: Search,
    /// Each name as its spellings, and these as words that must all be there.
    names: Vec<Vec<Vec<usize>>>,
    /// By word, the spellings of names of which it is the rarest word: name, and which of its spellings.
    spelt_with: Vec<Vec<(usize, usize)>>,
    /// The names of signs alone, which are always there.
    always: Vec<usize>,
    /// Whether a name can be meant sentences after it was said.
    carries: Vec<bool>,
    /// The words that a pronoun may stand for.
    subjects: Among,
}

/// Gathers the words of patterns before the searches are built.
#[derive(Debug, Default)]
pub struct Gather {
    /// What a word can stand as, by number.
    forms: Vec<Vec<Literal>>,
    numbers: BTreeMap<Vec<Literal>, usize>,
    /// The spellings of names, by number, each as words.
    names: Vec<Vec<Vec<usize>>>,
    /// Whether a name can be meant sentences after it was said.
    carries: Vec<bool>,
    /// The words that a pronoun may stand for.
    subjects: Among,
    name_numbers: BTreeMap<NameId, usize>,
    needs: Vec<Need>,
    wordings: Vec<Wording>,
}

/// What the gate looks for.
#[derive(Debug, Default)]
struct Chosen {
    words: BTreeSet<usize>,
    /// The names that some of the words are of.
    names: BTreeSet<usize>,
    /// What others are of, and these.
    needs: Vec<(Need, Vec<usize>)>,
}

impl Gather {
    /// Takes in a pattern whose matches must reach a score.
    pub fn add(&mut self, pattern: &Compiled, threshold: f64, names: &Names, lexicon: &Lexicon) -> Needs {
        let needs = pattern.variants.iter().map(|variant| self.of_variant(variant, threshold, names, lexicon));
        let needs = Needs(needs.collect());
        self.needs.extend(needs.0.iter().cloned());
        needs
    }

    /// Takes in a wording. A quotation of it has two of its words that carry
    /// meaning, or half of them where there are fewer than four.
    pub(super) fn add_words(&mut self, words: &[&str], lexicon: &Lexicon) -> (Needs, Wording) {
        let (reach, words) = (words.len() + super::wording::INTERRUPTION, words.iter().copied());
        let content = words.filter(|word| !lexicon.is_function_word(word) && word.len() > 2);
        let words: BTreeSet<usize> =
            content.map(|folded| self.number(forms_in_wording(folded, &crate::text::stem(folded)))).collect();
        let wanted = words.len().div_ceil(2).min(2);
        let most = float(words.len() - wanted);
        let wording = Wording { words: words.iter().copied().collect(), wanted, reach };
        self.wordings.push(wording.clone());
        let words = words.into_iter().map(|word| Wanted { what: What::Word(word), cost: 1.0, weight: 1.0 }).collect();
        (Needs(vec![Need { words, most_cost: most, most_weight: most }]), wording)
    }

    fn of_variant(&mut self, variant: &Variant, threshold: f64, names: &Names, lexicon: &Lexicon) -> Need {
        let mut words: Vec<Wanted> = Vec::new();
        for (at, element) in variant.elements.iter().enumerate() {
            match element {
                Element::Word(word) if !word.is_function => {
                    let cost = least_cost(variant, at, word, lexicon);
                    let number = self.number(forms_of(word, lexicon));
                    if word.is_subject {
                        self.subjects.add(number);
                    }
                    words.push(Wanted { what: What::Word(number), cost, weight: word.weight });
                }
                Element::Name(id) => {
                    words.push(Wanted { what: What::Name(self.name(*id, names, lexicon)), cost: ALWAYS, weight: 0.0 });
                }
                Element::Digits(digits) => {
                    let digits = self.number(vec![Literal::beginning(digits.as_str())]);
                    words.push(Wanted { what: What::Word(digits), cost: ALWAYS, weight: 0.0 });
                }
                _ => {}
            }
        }
        // What costs most is asked first.
        words.sort_by(|a, b| b.cost.total_cmp(&a.cost));
        let most_cost = (1.0 - threshold) * variant.weight + SLACK;
        Need { words, most_cost, most_weight: MOST_MISSING * variant.weight + SLACK }
    }

    fn number(&mut self, forms: Vec<Literal>) -> usize {
        let next = self.forms.len();
        let number = *self.numbers.entry(forms.clone()).or_insert(next);
        if number == next {
            self.forms.push(forms);
        }
        number
    }

    fn name(&mut self, id: NameId, names: &Names, lexicon: &Lexicon) -> usize {
        if let Some(known) = self.name_numbers.get(&id) {
            return *known;
        }
        let spelt: Vec<Vec<usize>> =
            names.spellings(id).map(|words| words.into_iter().map(|forms| self.number(forms)).collect()).collect();
        self.names.push(spelt);
        self.carries.push(names.is_body(id, lexicon));
        self.name_numbers.insert(id, self.names.len() - 1);
        self.names.len() - 1
    }

    /// Builds the searches.
    #[must_use]
    pub fn build(self) -> Prefilter {
        let words = self.forms.len();
        let often: Vec<f64> = self.forms.iter().map(|forms| forms.iter().map(rarity).sum()).collect();
        let chosen = self.gate(&often);
        let gate = chosen.as_ref().map(|chosen| {
            let of_wordings = self.wordings.iter().flat_map(|wording| &wording.words);
            let wanted: BTreeSet<usize> = chosen.words.iter().chain(of_wordings).copied().collect();
            Gate::new(Search::new(wanted, &self.forms), words, &chosen.words, self.wordings.clone())
        });
        let mut spelt_with = vec![Vec::new(); words];
        let mut always = Vec::new();
        for (name, spellings) in self.names.iter().enumerate() {
            for (which, of) in spellings.iter().enumerate() {
                match rarest(of, &often) {
                    Some(word) => spelt_with[word].push((name, which)),
                    None => always.push(name),
                }
            }
        }
        let Chosen { names: gate_names, needs: gate_needs, .. } = chosen.unwrap_or_default();
        Prefilter {
            gate,
            gate_names: gate_names.into_iter().collect(),
            gate_needs,
            all: Search::new(0..words, &self.forms),
            names: self.names,
            spelt_with,
            always,
            carries: self.carries,
            subjects: self.subjects,
        }
    }

    /// For every need a few of its words, as rare as can be, that cannot all be
    /// missing; `None` where there are none. It is told how often each word stands in news.
    fn gate(&self, often: &[f64]) -> Option<Chosen> {
        // Of each spelling of a name its rarest word will do.
        let of_name = |spelt: &Vec<Vec<usize>>| {
            spelt.iter().filter_map(|words| rarest(words, often)).collect::<BTreeSet<usize>>()
        };
        let names: Vec<BTreeSet<usize>> = self.names.iter().map(of_name).collect();
        let words_of = |what: What| match what {
            What::Word(word) => BTreeSet::from([word]),
            What::Name(name) => names[name].clone(),
        };
        // A name of signs alone cannot be searched for.
        let is_sought = |what: What| !matches!(what, What::Name(name) if self.names[name].iter().any(Vec::is_empty));
        // `To be or not to be` has no word that is worth a search.
        if self.wordings.iter().any(|wording| wording.wanted == 0) {
            return None;
        }
        let mut chosen = Chosen::default();
        for need in &self.needs {
            // What others need anyway is looked for at no cost.
            let price = |what: What| words_of(what).difference(&chosen.words).map(|&word| often[word]).sum::<f64>();
            let mut by_price: Vec<Wanted> =
                need.words.iter().filter(|wanted| is_sought(wanted.what)).copied().collect();
            by_price.sort_by(|a, b| price(a.what).total_cmp(&price(b.what)).then(a.what.cmp(&b.what)));
            let enough = (1..=by_price.len()).find(|&few| !need.may_lack(by_price[..few].iter()))?;
            let mut few = by_price[..enough].to_vec();
            // A cheap word may have become needless by a dearer one.
            for at in (0..few.len()).rev() {
                let rest = || few.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, wanted)| wanted);
                if !need.may_lack(rest()) {
                    few.remove(at);
                }
            }
            chosen.words.extend(few.iter().flat_map(|wanted| words_of(wanted.what)));
            chosen.names.extend(few.iter().filter_map(|wanted| wanted.what.name()));
            let words: Vec<usize> = few.iter().filter_map(|wanted| wanted.what.word()).collect();
            if !words.is_empty() {
                chosen.needs.push((need.clone(), words));
            }
        }
        Some(chosen)
    }
}

/// The rarest of some words, told by how often each stands in news.
fn rarest(words: &[usize], often: &[f64]) -> Option<usize> {
    words.iter().copied().min_by(|a, b| often[*a].total_cmp(&often[*b]))
}

impl Prefilter {
    /// Whether any topic could match a text: a plain search.
    #[must_use]
    pub fn could_match(&self, text: &Plain<'_>) -> bool {
        let opens = |paragraph| self.opens(&self.present(self.all.within(text, paragraph).all()));
        self.gate.as_ref().is_none_or(|gate| gate.opens(text, opens))
    }

    /// Whether a paragraph has a whole name of the gate, or enough words around a word of it;
    /// what has neither has nothing that a topic can do without.
    fn opens(&self, paragraph: &Present) -> bool {
        let fits = |(need, words): &(Need, Vec<usize>)| {
            // Its names may stand in other paragraphs.
            let is_missing = |wanted: &&Wanted| wanted.what.word().is_some_and(|word| !paragraph.words.has(word));
            words.iter().any(|&word| paragraph.words.has(word)) && need.may_lack(need.words.iter().filter(is_missing))
        };
        self.gate_names.iter().any(|&name| paragraph.names.has(name)) || self.gate_needs.iter().any(fits)
    }

    /// Finds every word that a text may have.
    fn search(&self, text: &Plain<'_>) -> Hits {
        self.all.within(text, 0..text.bytes().len())
    }

    /// The words that were found, and the names that these spell.
    fn present(&self, hits: &[Hit]) -> Present {
        let words = self.words_of(hits);
        let mut names = Among::default();
        self.always.iter().for_each(|&name| names.add(name));
        for &(name, which) in words.all().flat_map(|word| &self.spelt_with[word]) {
            if self.names[name][which].iter().all(|&word| words.has(word)) {
                names.add(name);
            }
        }
        Present { words, names: Rc::new(names) }
    }

    /// The words of a part of a text, with the names of the whole of it.
    fn with_names_of(&self, hits: &[Hit], whole: &Present) -> Present {
        Present { words: self.words_of(hits), names: Rc::clone(&whole.names) }
    }

    /// What a sentence has, with those names only that it or the sentences around
    /// it say, and those that carry further.
    fn with_names_near(&self, sentence: &Present, around: &[Present]) -> Present {
        let is_said = |word: &usize| around.iter().any(|near| near.words.has(*word));
        let is_near = |spelt: &Vec<Vec<usize>>| spelt.iter().any(|words| words.iter().all(is_said));
        let mut names = Among::default();
        for name in sentence.names.all() {
            if self.carries[name] || is_near(&self.names[name]) {
                names.add(name);
            }
        }
        Present { words: sentence.words.clone(), names: Rc::new(names) }
    }

    /// What a sentence has with the words of those before it that its pronoun may stand for, where they have such.
    fn with_subjects_of(&self, sentence: &Present, before: &[Present]) -> Option<Present> {
        let said = before.iter().flat_map(|before| before.words.all());
        let mut said = said.filter(|&word| self.subjects.has(word)).peekable();
        said.peek()?;
        let mut words = sentence.words.clone();
        said.for_each(|word| words.add(word));
        Some(Present { words, names: Rc::clone(&sentence.names) })
    }

    fn words_of(&self, hits: &[Hit]) -> Among {
        let mut words = Among::default();
        hits.iter().for_each(|hit| words.add(hit.word));
        words
    }
}
