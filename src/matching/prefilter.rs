//! Which topics a text could match at all.
//!
//! Two searches, both by one automaton. The `gate` looks for what no
//! topic can do without: of each pattern only its rarest words, so few that without
//! one of them more would be missing than the threshold forgives. Most text has
//! none, and is read no further. Where the gate opens, a search for all words says
//! which topics could reach their threshold there.
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
//! **Cost.** One pass of Aho-Corasick over the bytes; over those that open the
//! gate a second.

use super::compile::{Compiled, Element, Variant, weight};
use super::float;
use super::forms::{Literal, forms_in_wording, forms_of};
use super::gate::{Gate, Wording};
use super::lexicon::Lexicon;
use super::names::{NameId, Names};
use super::plain::Plain;
use super::rarity::rarity;
use super::search::Search;
use std::collections::{BTreeMap, BTreeSet};

/// The words of many patterns, ready to be searched for.
#[derive(Debug)]
pub struct Prefilter {
    /// What no topic can do without; `None` where one could match any text.
    gate: Option<Gate>,
    all: Search,
    /// The words of wordings alone.
    wordings: Search,
    words: usize,
    /// Each name as its spellings, and these as words that must all be there.
    names: Vec<Vec<Vec<usize>>>,
    /// Whether a name can be meant sentences after it was said.
    carries: Vec<bool>,
}

/// Which words and names a text may have; made by [`Prefilter::search`].
#[derive(Clone, Debug, Default)]
pub struct Present {
    words: Vec<bool>,
    names: Vec<bool>,
}

/// What a pattern needs, of each of its variants: see [`Needs::met`].
#[derive(Clone, Debug, Default)]
pub struct Needs(Vec<Need>);

/// What one variant needs.
#[derive(Clone, Debug)]
struct Need {
    words: Vec<Wanted>,
    /// What the missing words may cost at most, at their lowest.
    most_cost: f64,
    /// What the missing words may weigh at most.
    most_weight: f64,
}

/// What a variant has words or names for, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Word(usize),
    Name(usize),
}

/// A word or name of a variant.
#[derive(Clone, Copy, Debug)]
struct Wanted {
    what: What,
    /// The least that its absence costs.
    cost: f64,
    /// What it weighs.
    weight: f64,
}

/// What must stand there costs more than any variant weighs.
const ALWAYS: f64 = 1e6;
/// Sums of decimals are not exact.
const SLACK: f64 = 1e-6;

/// Gathers the words of patterns before the automata are built.
#[derive(Debug, Default)]
pub struct Gather {
    /// What a word can stand as, by number.
    forms: Vec<Vec<Literal>>,
    numbers: BTreeMap<Vec<Literal>, usize>,
    /// The spellings of names, by number, each as words.
    names: Vec<Vec<Vec<usize>>>,
    /// Whether a name can be meant sentences after it was said.
    carries: Vec<bool>,
    name_numbers: BTreeMap<NameId, usize>,
    needs: Vec<Need>,
    wordings: Vec<Wording>,
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
    pub fn add_words(&mut self, words: &[&str], lexicon: &Lexicon) -> Needs {
        let (reach, words) = (words.len() + super::wording::INTERRUPTION, words.iter().copied());
        let content = words.filter(|word| !lexicon.is_function_word(word) && word.len() > 2);
        let words: BTreeSet<usize> =
            content.map(|folded| self.number(forms_in_wording(folded, &crate::text::stem(folded)))).collect();
        let wanted = words.len().div_ceil(2).min(2);
        let most = float(words.len() - wanted);
        let wording = Wording { words: words.iter().copied().collect(), wanted, reach };
        self.wordings.push(wording);
        let words = words.into_iter().map(|word| Wanted { what: What::Word(word), cost: 1.0, weight: 1.0 }).collect();
        Needs(vec![Need { words, most_cost: most, most_weight: most }])
    }

    fn of_variant(&mut self, variant: &Variant, threshold: f64, names: &Names, lexicon: &Lexicon) -> Need {
        let mut words = Vec::new();
        for (at, element) in variant.elements.iter().enumerate() {
            match element {
                Element::Word(word) if !word.is_function => {
                    let is_counted = variant.slot.is_some_and(|slot| slot + 1 == at);
                    let is_certain = word.is_number || lexicon.is_negation(&word.folded);
                    let cost = match (is_certain, is_counted) {
                        (true, false) => ALWAYS,
                        (_, true) => weight::ELIDED.min(super::loose::EVENT * word.weight),
                        (false, false) => word.weight,
                    };
                    let what = What::Word(self.number(forms_of(word, lexicon)));
                    words.push(Wanted { what, cost, weight: word.weight });
                }
                Element::Name(id) => {
                    words.push(Wanted { what: What::Name(self.name(*id, names, lexicon)), cost: ALWAYS, weight: 0.0 });
                }
                Element::Digits(digits) => {
                    let digits = self.number(vec![Literal::anywhere(digits.as_str())]);
                    words.push(Wanted { what: What::Word(digits), cost: ALWAYS, weight: 0.0 });
                }
                _ => {}
            }
        }
        let most_cost = (1.0 - threshold) * variant.weight + SLACK;
        Need { words, most_cost, most_weight: super::loose::MOST_MISSING * variant.weight + SLACK }
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

    /// Builds the automata.
    #[must_use]
    pub fn build(self) -> Prefilter {
        let words = self.forms.len();
        let gate = self.gate().map(|solo| {
            let solo: Vec<usize> = solo.into_iter().collect();
            let of_wordings = self.wordings.iter().flat_map(|wording| &wording.words);
            let wanted: BTreeSet<usize> = solo.iter().chain(of_wordings).copied().collect();
            Gate::new(Search::new(wanted, &self.forms), words, &solo, self.wordings.clone())
        });
        let of_wordings: BTreeSet<usize> = self.wordings.iter().flat_map(|wording| &wording.words).copied().collect();
        Prefilter {
            gate,
            wordings: Search::new(of_wordings, &self.forms),
            all: Search::new(0..words, &self.forms),
            words,
            names: self.names,
            carries: self.carries,
        }
    }

    /// For every need a few of its words, as rare as can be, that cannot all be
    /// missing; `None` where a need has none.
    fn gate(&self) -> Option<BTreeSet<usize>> {
        let often: Vec<f64> = self.forms.iter().map(|forms| forms.iter().map(rarity).sum()).collect();
        // Of each spelling of a name its rarest word will do.
        let rarest = |words: &Vec<usize>| words.iter().copied().min_by(|a, b| often[*a].total_cmp(&often[*b]));
        let of_name = |spelt: &Vec<Vec<usize>>| spelt.iter().filter_map(rarest).collect::<BTreeSet<usize>>();
        let names: Vec<BTreeSet<usize>> = self.names.iter().map(of_name).collect();
        let words_of = |what: What| match what {
            What::Word(word) => BTreeSet::from([word]),
            What::Name(name) => names[name].clone(),
        };
        let mut chosen: BTreeSet<usize> = BTreeSet::new();
        for need in &self.needs {
            // What others need anyway is looked for at no cost.
            let price = |what: What| words_of(what).difference(&chosen).map(|&word| often[word]).sum::<f64>();
            let mut by_price: Vec<Wanted> = need.words.clone();
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
            chosen.extend(few.iter().flat_map(|wanted| words_of(wanted.what)));
        }
        Some(chosen)
    }
}

impl Prefilter {
    /// Whether any topic could match a text: a plain search.
    #[must_use]
    pub fn could_match(&self, text: &Plain<'_>) -> bool {
        self.gate.as_ref().is_none_or(|gate| gate.opens(text))
    }

    /// Finds which words of wordings a text may have.
    #[must_use]
    pub fn search_wordings(&self, text: &Plain<'_>) -> BTreeSet<usize> {
        let mut present = BTreeSet::new();
        self.wordings.each(text, |word| _ = present.insert(word));
        present
    }

    /// Finds which words a text may have.
    #[must_use]
    pub fn search(&self, text: &Plain<'_>) -> Present {
        let mut present = vec![false; self.words];
        self.all.each(text, |word| present[word] = true);
        let is_named = |spelt: &Vec<Vec<usize>>| spelt.iter().any(|words| words.iter().all(|&word| present[word]));
        let names = self.names.iter().map(is_named).collect();
        Present { words: present, names }
    }

    /// The same of a sentence: its own words, and the names of the whole text.
    #[must_use]
    pub fn search_sentence(&self, sentence: &Plain<'_>, whole: &Present) -> Present {
        let mut words = vec![false; self.words];
        self.all.each(sentence, |word| words[word] = true);
        Present { words, names: whole.names.clone() }
    }

    /// What a sentence has, with those names only that it or the sentences around
    /// it say, and those that carry further.
    #[must_use]
    pub fn with_names_of(&self, sentence: &Present, around: &[Present]) -> Present {
        let is_said = |word: &usize| around.iter().any(|near| near.words[*word]);
        let is_near = |spelt: &Vec<Vec<usize>>| spelt.iter().any(|words| words.iter().all(is_said));
        let stays = |(name, &is_there): (usize, &bool)| is_there && (self.carries[name] || is_near(&self.names[name]));
        Present { words: sentence.words.clone(), names: sentence.names.iter().enumerate().map(stays).collect() }
    }
}

impl Needs {
    /// Whether the text could match: of some variant no more is missing than
    /// the threshold forgives.
    #[must_use]
    pub fn met(&self, present: &Present) -> bool {
        self.0.iter().any(|need| need.may_lack(need.words.iter().filter(|wanted| !present.has(wanted.what))))
    }
}

impl Present {
    fn has(&self, what: What) -> bool {
        match what {
            What::Word(word) => self.words[word],
            What::Name(name) => self.names[name],
        }
    }
}

impl Needs {
    /// Whether words that [`Prefilter::search_wordings`] found are enough.
    #[must_use]
    pub fn met_by(&self, words: &BTreeSet<usize>) -> bool {
        let is_missing = |wanted: &&Wanted| !matches!(wanted.what, What::Word(word) if words.contains(&word));
        self.0.iter().any(|need| need.may_lack(need.words.iter().filter(is_missing)))
    }
}

impl Need {
    fn may_lack<'w>(&self, missing: impl Iterator<Item = &'w Wanted>) -> bool {
        let (cost, weight) = missing.fold((0.0, 0.0), |sum, word| (sum.0 + word.cost, sum.1 + word.weight));
        cost <= self.most_cost && weight <= self.most_weight
    }
}
