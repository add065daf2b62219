//! How fast values are read from running text, in bytes per second on one
//! core, and against `text2num` on the same text.
//!
//! ```console
//! $ cargo bench --bench extract
//! ```
//!
//! The text is made up by the bench: sentences of a news story, of which four
//! in ten state a value of some kind, drawn by a fixed seed. `text2num` reads
//! number words and nothing else; it is named because it is the one crate that
//! searches running text for any of these kinds.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use gainsay::extract::moment::find_moments;
use gainsay::extract::number::find_numbers;
use gainsay::extract::{Setting, extract};
use gainsay::text::Tokens;
use gainsay::value::edtf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// About as much as a morning's wire copy.
const LENGTH: usize = 1 << 20;

static TEXT: LazyLock<String> = LazyLock::new(|| Writer { state: 0x2022_0224 }.write(LENGTH));

fn main() {
    divan::main();
    if std::env::args().skip(1).any(|argument| argument.starts_with(char::is_alphabetic)) {
        return;
    }
    let ours = rate(|paragraph| drop(black_box(extract(paragraph, &setting(), &[]))));
    let english = text2num::Language::english();
    let theirs = rate(|paragraph| drop(black_box(text2num::replace_numbers_in_text(paragraph, &english, 0.0))));
    let said = format!("all kinds {ours:.1} MB/s, text2num {theirs:.1} MB/s: ratio {:.2}\n", ours / theirs);
    let _ = std::io::Write::write_all(&mut std::io::stdout(), said.as_bytes());
}

fn setting() -> Setting {
    Setting { reference: edtf::parse_date("2022-03-07").ok(), ..Setting::default() }
}

/// Megabytes a second over the paragraphs of the text: the best of many runs.
fn rate(mut read: impl FnMut(&str)) -> f64 {
    let began = Instant::now();
    let mut best = Duration::MAX;
    while began.elapsed() < Duration::from_secs(3) {
        let run = Instant::now();
        TEXT.lines().for_each(&mut read);
        best = best.min(run.elapsed());
    }
    TEXT.len() as f64 / 1e6 / best.as_secs_f64()
}

fn bench_paragraphs(bencher: Bencher<'_, '_>, read: impl Fn(&str) + Sync) {
    let bencher = bencher.counter(BytesCount::of_str(&**TEXT));
    bencher.bench(|| TEXT.lines().for_each(&read));
}

#[divan::bench]
fn all_kinds(bencher: Bencher<'_, '_>) {
    let setting = setting();
    bench_paragraphs(bencher, |paragraph| drop(black_box(extract(paragraph, &setting, &[]))));
}

#[divan::bench]
fn peer_text2num(bencher: Bencher<'_, '_>) {
    let english = text2num::Language::english();
    bench_paragraphs(bencher, |paragraph| drop(black_box(text2num::replace_numbers_in_text(paragraph, &english, 0.0))));
}

#[divan::bench]
fn stage_tokens(bencher: Bencher<'_, '_>) {
    bench_paragraphs(bencher, |paragraph| drop(black_box(Tokens::new(paragraph))));
}

#[divan::bench]
fn stage_numbers(bencher: Bencher<'_, '_>) {
    bench_paragraphs(bencher, |paragraph| drop(black_box(find_numbers(&Tokens::new(paragraph)))));
}

#[divan::bench]
fn stage_moments(bencher: Bencher<'_, '_>) {
    let setting = setting();
    bench_paragraphs(bencher, |paragraph| drop(black_box(find_moments(&Tokens::new(paragraph), &setting, &[]))));
}

/// Makes up a story, always the same one.
struct Writer {
    state: u64,
}

const WHO: &[&str] = &[
    "The harbour master",
    "A spokeswoman for the ministry",
    "The opposition",
    "Mrs. Lindqvist",
    "The fishermen's union",
    "An aide to the governor",
    "The insurers",
    "Residents of the old town",
    "The port’s chief engineer",
    "Witnesses",
];
const DID: &[&str] = &[
    "said",
    "told reporters",
    "denied",
    "insisted",
    "wrote in a letter to the court",
    "made it clear",
    "said in a statement",
    "conceded under questioning",
    "has repeatedly claimed",
];
const PLAIN: &[&str] = &[
    "that the barrier had never been tested in heavy seas",
    "that nobody had warned the crews of the storm",
    "that talks with the owners of the shipyard would go on behind closed doors",
    "that the plans were drawn up without any regard for the people who live along the quay",
    "that the minister was “not amused” by the way the story had been reported abroad",
    "that the inquiry must look at the maintenance of the cranes as well as at the weather",
];
const STATED: &[&str] = &[
    "that more than # boats had been lost",
    "that the repairs would cost €#.# million",
    "that nearly # per cent of the roofs were damaged",
    "that the sea wall had been finished on # March 2021",
    "that the call lasted two hours and # minutes",
    "that between # and forty-five people were still missing",
    "that # tonnes of gravel arrived last week",
    "that the gale blew at 1## km/h shortly after 11.30pm on Tuesday",
    "that at least a dozen families had left since January",
    "that this was the third flood in five years",
    "that some #,#00 homes were without power until late February",
    "that the fund had grown from $# million to half a billion dollars",
    "that twenty-# inspectors would be hired by the end of 2024",
];
const AFTER: &[&str] = &[
    "",
    ", according to minutes seen by this newspaper",
    ", without giving further details",
    " and called for patience",
    ", a claim that the company rejects",
    " while the clean-up continued",
];

impl Writer {
    fn next(&mut self, below: usize) -> usize {
        // xorshift64: small, and the same on every machine.
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state % below as u64).unwrap_or(0)
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.next(from.len())]
    }

    fn write(&mut self, length: usize) -> String {
        let mut text = String::with_capacity(length + 1024);
        while text.len() < length {
            let sentences = 3 + self.next(4);
            for _ in 0..sentences {
                self.sentence(&mut text);
            }
            text.push('\n');
        }
        text
    }

    fn sentence(&mut self, text: &mut String) {
        let said = if self.next(10) < 4 { self.pick(STATED) } else { self.pick(PLAIN) };
        let (who, did, after) = (self.pick(WHO), self.pick(DID), self.pick(AFTER));
        text.extend([who, " ", did, " "]);
        for character in said.chars() {
            match character {
                '#' => text.push(char::from(b'1' + u8::try_from(self.next(9)).unwrap_or(0))),
                other => text.push(other),
            }
        }
        text.extend([after, ". "]);
    }
}
