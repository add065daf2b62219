//! Articles made up by a seed, of which it is known who copied whom.
//!
//! The words are no words, but they fall as words do: a few everywhere, most
//! of them rare, stock phrases in every other sentence. Stories on one event
//! share its names, its statements between quotation marks and, some of them, a
//! standing paragraph, and are independent all the same. Outlets add a footer
//! and a call for their newsletter. Copies are whole, cut, edited in up to one
//! word of twelve, or stand among paragraphs of the paper's own; roundups carry
//! two or three stories whole.
//!
//! ```text
//! Generator::new(1, 2_000).for_each(|made| …)   // the same articles each time
//! ```

use std::collections::VecDeque;

/// Whose text an article is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// Of this family: the original or a copy.
    Family(usize),
    /// Put together of the originals of these.
    Roundup(Vec<usize>),
}

/// One article.
pub(crate) struct Made {
    /// A name that tells nothing.
    pub(crate) id: String,
    /// The whole file.
    pub(crate) text: String,
    /// Whose text it is.
    pub(crate) truth: Truth,
}

/// A fixed stream of numbers.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `low` to `high`, both included.
    fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    fn in_hundred(&mut self, chance: u64) -> bool {
        self.next() % 100 < chance
    }

    /// One of them, the first ones far more often.
    fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        let at = (items.len() as f64).powf(self.unit()) as usize - 1;
        &items[at.min(items.len() - 1)]
    }
}

/// What articles are made of.
struct Language {
    small: Vec<String>,
    words: Vec<String>,
    phrases: Vec<String>,
}

impl Language {
    fn new(random: &mut Random) -> Self {
        const SYLLABLES: [&str; 40] = [
            "ba", "be", "bor", "ca", "cen", "da", "der", "do", "en", "er", "fa", "fo", "gan", "ge", "ha", "in", "ka",
            "la", "li", "lo", "ma", "men", "mi", "na", "nor", "or", "pa", "per", "ra", "re", "sa", "sen", "ta", "te",
            "ti", "tor", "un", "va", "ver", "wa",
        ];
        let mut word = |from: usize, to: usize| -> String {
            (0..random.between(from, to)).map(|_| SYLLABLES[random.between(0, 39)]).collect()
        };
        let small = (0..60).map(|_| word(1, 1)).collect();
        let words = (0..8_000).map(|_| word(2, 4)).collect();
        let mut language = Self { small, words, phrases: Vec::new() };
        language.phrases = (0..300).map(|_| language.run(random, 4, 9)).collect();
        language
    }

    /// Words in a row.
    fn run(&self, random: &mut Random, from: usize, to: usize) -> String {
        let count = random.between(from, to);
        let words = (0..count).map(|_| self.word(random));
        words.collect::<Vec<_>>().join(" ")
    }

    fn word(&self, random: &mut Random) -> String {
        match random.between(0, 19) {
            0..=8 => random.pick(&self.small).clone(),
            9 => random.between(2, 900).to_string(),
            _ => random.pick(&self.words).clone(),
        }
    }

    fn sentence(&self, random: &mut Random, event: Option<&Event>) -> String {
        let mut parts = vec![self.run(random, 3, 11)];
        if random.in_hundred(50) {
            parts.push(random.pick(&self.phrases).clone());
        }
        if let Some(event) = event.filter(|_| random.in_hundred(25)) {
            parts.push(event.names[random.between(0, event.names.len() - 1)].clone());
        }
        parts.push(self.run(random, 3, 11));
        let mut sentence = parts.join(" ");
        sentence[..1].make_ascii_uppercase();
        sentence + "."
    }

    fn paragraph(&self, random: &mut Random, event: Option<&Event>) -> String {
        let count = random.between(2, 4);
        (0..count).map(|_| self.sentence(random, event)).collect::<Vec<_>>().join(" ")
    }
}

/// What several independent stories are about.
struct Event {
    names: Vec<String>,
    statements: Vec<String>,
    standing: String,
    day: usize,
}

struct Outlet {
    name: String,
    footer: Option<String>,
    call: Option<String>,
}

/// The original of a family.
#[derive(Clone)]
struct Story {
    family: usize,
    outlet: usize,
    day: usize,
    paragraphs: Vec<String>,
}

/// Makes articles one by one.
pub(crate) struct Generator {
    random: Random,
    language: Language,
    outlets: Vec<Outlet>,
    event: Event,
    /// The originals made last, for roundups.
    recent: VecDeque<Story>,
    ready: Vec<Made>,
    families: usize,
    left: usize,
}

impl Generator {
    /// The same articles for the same seed.
    pub(crate) fn new(seed: u64, articles: usize) -> Self {
        let mut random = Random(seed);
        let language = Language::new(&mut random);
        let outlet = |at: usize, random: &mut Random, language: &Language| Outlet {
            name: format!("Outlet {at}"),
            footer: random.in_hundred(70).then(|| language.run(random, 15, 70) + "."),
            call: random.in_hundred(40).then(|| language.run(random, 12, 25) + "."),
        };
        let outlets = (0..300).map(|at| outlet(at, &mut random, &language)).collect();
        let event = Event { names: vec!["na".to_owned()], statements: vec![], standing: String::new(), day: 0 };
        let (recent, ready) = (VecDeque::new(), Vec::new());
        Self { random, language, outlets, event, recent, ready, families: 0, left: articles }
    }

    /// One story with its copies, and now and then a roundup.
    fn make_family(&mut self) {
        if self.families.is_multiple_of(30) {
            self.event = self.make_event();
        }
        let story = self.make_story();
        self.put(&story.paragraphs.clone(), story.outlet, story.day, Truth::Family(story.family));
        let copies = if self.random.in_hundred(55) { 0 } else { self.random.between(1, 8) };
        for _ in 0..copies {
            self.copy(&story);
        }
        self.recent.push_back(story);
        if self.recent.len() > 20 {
            self.recent.pop_front();
            if self.random.in_hundred(4) {
                self.gather();
            }
        }
    }

    fn make_event(&mut self) -> Event {
        let Self { random, language, .. } = self;
        Event {
            names: (0..6).map(|_| language.run(random, 5, 12)).collect(),
            statements: (0..4).map(|_| language.run(random, 15, 60)).collect(),
            standing: language.run(random, 30, 50) + ".",
            day: random.between(0, 2_000),
        }
    }

    fn make_story(&mut self) -> Story {
        let Self { random, language, event, .. } = self;
        let brief = random.in_hundred(8);
        let wanted = if brief { random.between(45, 110) } else { random.between(150, 700) };
        let mut paragraphs: Vec<String> = Vec::new();
        let mut words = 0;
        while words < wanted {
            let paragraph = if !brief && random.in_hundred(18) {
                let said = language.run(random, 2, 6);
                format!("“{}”, {said}.", event.statements[random.between(0, event.statements.len() - 1)])
            } else {
                language.paragraph(random, Some(event))
            };
            words += count(&paragraph);
            paragraphs.push(paragraph);
        }
        if !brief && random.in_hundred(20) {
            paragraphs.push(event.standing.clone());
        }
        self.families += 1;
        let (outlet, day) = (random.between(0, self.outlets.len() - 1), event.day + random.between(0, 20));
        Story { family: self.families - 1, outlet, day, paragraphs }
    }

    fn copy(&mut self, story: &Story) {
        let kind = self.random.between(0, 99);
        let mut paragraphs = story.paragraphs.clone();
        if (30..55).contains(&kind) || kind >= 90 {
            let share = self.random.between(35, 85);
            let mut keep = (paragraphs.len() * share).div_ceil(100);
            while keep < paragraphs.len() && paragraphs[..keep].iter().map(|text| count(text)).sum::<usize>() < 40 {
                keep += 1;
            }
            paragraphs.truncate(keep);
        }
        if (55..75).contains(&kind) || kind >= 90 {
            let rate = self.random.between(2, 8);
            paragraphs.iter_mut().for_each(|text| *text = self.edit(text, rate));
        }
        if (75..90).contains(&kind) {
            let own = paragraphs.len() * self.random.between(20, 100) / 100;
            for _ in 0..own {
                let at = self.random.between(0, paragraphs.len());
                let paragraph = self.language.paragraph(&mut self.random, Some(&self.event));
                paragraphs.insert(at, paragraph);
            }
        }
        let outlet = self.random.between(0, self.outlets.len() - 1);
        let later = if self.random.in_hundred(50) { 0 } else { self.random.between(1, 2) };
        self.put(&paragraphs, outlet, story.day + later, Truth::Family(story.family));
    }

    /// Changes, drops or adds words, `rate` in a hundred.
    fn edit(&mut self, text: &str, rate: usize) -> String {
        let mut words: Vec<String> = Vec::new();
        for word in text.split(' ') {
            if self.random.between(0, 99) >= rate {
                words.push(word.to_owned());
                continue;
            }
            match self.random.between(0, 2) {
                0 => {}
                1 => words.push(self.language.word(&mut self.random)),
                _ => words.extend([word.to_owned(), self.language.word(&mut self.random)]),
            }
        }
        words.join(" ")
    }

    /// A roundup of two or three of the last stories.
    fn gather(&mut self) {
        let mut stories: Vec<Story> = Vec::new();
        while stories.len() < 2 || stories.len() < 3 && self.random.in_hundred(40) {
            let story = self.recent[self.random.between(0, self.recent.len() - 1)].clone();
            if stories.iter().all(|known| known.family != story.family) {
                stories.push(story);
            }
        }
        let mut paragraphs = vec![self.language.paragraph(&mut self.random, Some(&self.event))];
        stories.iter().for_each(|story| paragraphs.extend(story.paragraphs.iter().cloned()));
        let day = stories.iter().map(|story| story.day).max().unwrap_or_default();
        let outlet = self.random.between(0, self.outlets.len() - 1);
        self.put(&paragraphs, outlet, day, Truth::Roundup(stories.iter().map(|story| story.family).collect()));
    }

    /// An article as its outlet prints it.
    fn put(&mut self, paragraphs: &[String], outlet: usize, day: usize, truth: Truth) {
        let mut paragraphs = paragraphs.to_vec();
        let outlet = &self.outlets[outlet];
        if let Some(call) = &outlet.call {
            let at = self.random.between(1, paragraphs.len());
            paragraphs.insert(at, call.clone());
        }
        paragraphs.extend(outlet.footer.clone());
        let (year, month, date) = (2015 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let published = match self.random.between(0, 99) {
            0..=5 => String::new(),
            6..=10 => format!("published = \"{year}-{month:02}\"\n"),
            _ => format!("published = \"{year}-{month:02}-{date:02}\"\n"),
        };
        let title = self.language.run(&mut self.random, 5, 9);
        let body = paragraphs.join("\n\n");
        let text = format!("+++\noutlet = \"{}\"\n{published}+++\n{title}\n\n{body}\n", outlet.name);
        self.ready.push(Made { id: format!("{:016x}", self.random.next()), text, truth });
    }
}

impl Iterator for Generator {
    type Item = Made;

    fn next(&mut self) -> Option<Made> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        while self.ready.is_empty() {
            self.make_family();
            self.ready.reverse();
        }
        self.ready.pop()
    }
}

fn count(text: &str) -> usize {
    text.split(' ').count()
}
