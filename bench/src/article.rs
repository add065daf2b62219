//! One article, a function of the seed and its number.
//!
//! A silent article may name the subjects of a topic, as the archive of a
//! paper does; what it says of them answers no question.

use crate::prose::{MONTHS, Prose, Template};
use crate::random::{Random, Zipf};
use crate::statement::{Known, Speaker};
use crate::subjects::{ENTITIES, EVENTS};
use crate::topic::{Topic, topics};

/// How many articles speak to a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// One of a hundred.
    Sparse,
    /// All.
    Dense,
}

/// One article.
#[derive(Debug)]
pub struct Article {
    /// Its id, the stem of its file.
    pub id: String,
    /// The first line.
    pub title: String,
    /// Who prints it.
    pub outlet: &'static str,
    /// The day of publication.
    pub published: String,
    /// Title and paragraphs.
    pub body: String,
    /// What it says on topics.
    pub known: Vec<Known>,
}

/// Writes articles.
#[derive(Debug)]
pub struct Writer {
    seed: u64,
    density: Density,
    /// The questions.
    pub topics: Vec<Topic>,
    prose: Prose,
    speaker: Speaker,
    popularity: Zipf,
    asides: Vec<Template>,
}

const OUTLETS: [&str; 8] = [
    "The Harlen Courier",
    "Daily Meridian",
    "Agence Littoral",
    "The Brackwater Post",
    "Nordkurier Online",
    "Gazette de Brévent",
    "The Evening Standardbearer",
    "Tribune of Sandholm",
];

/// Sentences that name a subject and state nothing.
const ASIDES: [&str; 6] = [
    "The {N} also touched on {x}, which has {V} the {A} {NS} of {L} ever since.",
    "{S} recalled {x} and called for a {A} {N}.",
    "Nobody in {L} has forgotten {x}, said the {N} of the {N}.",
    "A {N} on {x} is being {V} by the {N}.",
    "The {NS} were {V} together with {x} in a {A} {N}.",
    "As with {x}, the {N} has {V} the {A} {N} {ADV}.",
];

impl Writer {
    /// For a seed.
    #[must_use]
    pub fn new(seed: u64, density: Density) -> Self {
        let topics = topics(seed);
        let popularity = Zipf::new(topics.len());
        let speaker = Speaker::new(topics[0].sayings.len());
        let asides = ASIDES.iter().map(|aside| Template::new(aside)).collect();
        Self { seed, density, topics, prose: Prose::new(), speaker, popularity, asides }
    }

    /// The article of a number.
    #[must_use]
    pub fn article(&self, number: usize) -> Article {
        let mut random = Random::new(self.seed, number as u64);
        let speaks = match self.density {
            Density::Sparse => random.in_hundred(1),
            Density::Dense => true,
        };
        let (year, month, day) = (random.between(2023, 2024), random.between(1, 12), random.between(1, 28));
        let mut article = Article {
            id: format!("{}-{number:07}", MONTHS[month as usize - 1].to_lowercase()),
            title: self.prose.headline(&mut random),
            outlet: random.word(&OUTLETS),
            published: format!("{year}-{month:02}-{day:02}"),
            body: String::new(),
            known: Vec::new(),
        };
        article.body = article.title.clone();
        let mut statements = if speaks { self.statements(&mut random) } else { Vec::new() };
        self.write_paragraphs(&mut article, &mut statements, &mut random);
        article
    }

    /// What the article is to say, by the sentence after which it says it.
    fn statements(&self, random: &mut Random) -> Vec<(usize, usize)> {
        let topic = self.popularity.draw(random);
        let mut planned: Vec<(usize, usize)> = (0..=random.below(3)).map(|_| (random.below(12), topic)).collect();
        if random.in_hundred(25) {
            planned.push((random.below(12), self.popularity.draw(random)));
        }
        planned.sort_unstable_by(|a, b| b.cmp(a));
        planned
    }

    fn write_paragraphs(&self, article: &mut Article, statements: &mut Vec<(usize, usize)>, random: &mut Random) {
        let length = length(random);
        let aside = random.in_hundred(5).then(|| random.below(length));
        let (mut left, mut written) = (0, 0);
        while written < length || !statements.is_empty() {
            if left == 0 {
                left = random.between(1, 4);
                article.body.push_str("\n\n");
            } else {
                article.body.push(' ');
            }
            left -= 1;
            if let Some((_, topic)) = statements.pop_if(|(after, _)| *after <= written) {
                self.state(topic, article, random);
            } else if aside == Some(written) {
                self.mention_in_passing(article, random);
                written += 1;
            } else {
                self.prose.sentence(random, &mut article.body);
                written += 1;
            }
        }
        article.body.push('\n');
    }

    fn state(&self, topic: usize, article: &mut Article, random: &mut Random) {
        let mut made = self.speaker.state(&self.topics[topic], &self.prose, random);
        let points = |text: &str| text.chars().count();
        made.known.article.clone_from(&article.id);
        made.known.start = points(&article.body) + points(&made.sentence[..made.at.start]);
        made.known.end = made.known.start + points(&made.known.quote);
        article.body.push_str(&made.sentence);
        article.known.push(made.known);
    }

    fn mention_in_passing(&self, article: &mut Article, random: &mut Random) {
        let named = random.pick(&EVENTS);
        let name = if random.in_hundred(50) { named.name } else { random.pick(&ENTITIES).name };
        let mut sentence = String::new();
        self.prose.fill(random.pick(&self.asides), random, &mut sentence);
        let mut sentence = sentence.replace("{x}", name);
        crate::prose::capitalise(&mut sentence, 0);
        article.body.push_str(&sentence);
    }
}

/// Sentences of an article: most are short, a few very long.
fn length(random: &mut Random) -> usize {
    match random.below(100) {
        0..15 => 5 + random.below(8),
        15..65 => 14 + random.below(24),
        65..96 => 36 + random.below(48),
        _ => 80 + random.below(160),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_cut_out_the_statement() {
        let writer = Writer::new(2, Density::Dense);
        for article in (0..300).map(|number| writer.article(number)) {
            assert!(!article.known.is_empty());
            for known in &article.known {
                let cut: String = article.body.chars().skip(known.start).take(known.end - known.start).collect();
                assert_eq!(cut, known.quote);
            }
        }
    }

    #[test]
    fn one_article_of_a_hundred_speaks() {
        let writer = Writer::new(2, Density::Sparse);
        let speaking = (0..10_000).filter(|&number| !writer.article(number).known.is_empty()).count();
        assert!((60..140).contains(&speaking), "{speaking}");
    }
}
