//! `gainsay values --jsonl`: lines in, lines out, in the same order. What one
//! read of the input brings is answered on all cores before the next, so that
//! memory stays bounded and a slow writer gets its answers as it goes.

use super::progress::Progress;
use super::status::Status;
use super::stream::Streams;
use gainsay::diagnostic::{Diagnostic, Severity, Source};
use gainsay::extract::Setting;
use gainsay::report::values_line::{LANGUAGE, TextLine, write_answer};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::sync::Arc;

/// How much is read and answered at once.
const CHUNK: usize = 1 << 18;

/// A line over this many bytes is refused.
const LONGEST_LINE: usize = 64 << 20;

/// Answers every line of standard input.
pub(super) fn answer_lines(setting: &Setting, streams: &Streams) -> anyhow::Result<Status> {
    let mut run = Run { lines: Lines::new(), bad: false, foreign: BTreeMap::new(), progress: Progress::new() };
    let mut unreadable = None;
    streams.write(|out| {
        loop {
            let lines = match run.lines.next() {
                Ok(lines) => lines,
                Err(error) => {
                    unreadable = Some(error);
                    return Ok(());
                }
            };
            if lines.is_empty() {
                return Ok(());
            }
            let answers: Vec<Answer> = lines.par_iter().map(|line| answer(line, setting)).collect();
            run.tell(answers, streams, out)?;
        }
    })?;
    run.progress.clear();
    if let Some(error) = unreadable {
        anyhow::bail!("cannot read standard input: {error}");
    }
    for (language, count) in &run.foreign {
        let texts = if *count == 1 { "1 text" } else { &format!("{count} texts") };
        let source = Arc::new(Source::new("-", ""));
        let message = format!("there are no tables for `{language}`: {texts} read as `{LANGUAGE}`");
        streams.show(&[Diagnostic::new(Severity::Warning, &source, None, message)]);
    }
    Ok(if run.bad { Status::BadInput } else { Status::Clean })
}

struct Run {
    lines: Lines,
    bad: bool,
    /// How many texts are in languages without tables.
    foreign: BTreeMap<String, usize>,
    progress: Progress,
}

/// What became of a line.
struct Answer {
    number: u64,
    said: Result<Vec<u8>, String>,
    foreign: Option<String>,
}

fn answer(line: &Line, setting: &Setting) -> Answer {
    let mut foreign = None;
    let said = if line.too_long {
        Err(format!("is longer than the limit of {} MiB", LONGEST_LINE >> 20))
    } else {
        TextLine::parse(&line.bytes).and_then(|text| {
            foreign = text.foreign_language().map(str::to_owned);
            let mut out = Vec::with_capacity(1024);
            write_answer(&text, setting, &mut out).map_err(|error| error.to_string())?;
            Ok(out)
        })
    };
    Answer { number: line.number, said, foreign }
}

impl Run {
    fn tell(&mut self, answers: Vec<Answer>, streams: &Streams, out: &mut dyn Write) -> io::Result<()> {
        for answer in answers {
            match answer.said {
                Ok(line) => out.write_all(&line)?,
                Err(message) => {
                    self.bad = true;
                    self.progress.clear();
                    streams.complain(&format!("line {}: {message}", answer.number));
                }
            }
            if let Some(language) = answer.foreign {
                *self.foreign.entry(language).or_default() += 1;
            }
        }
        let lines = self.lines.number;
        self.progress.show(|| format!("{lines} texts read"));
        out.flush()
    }
}

/// One line of the input, without its end.
struct Line {
    number: u64,
    bytes: Vec<u8>,
    too_long: bool,
}

/// The lines of standard input, as they come.
struct Lines {
    input: BufReader<io::Stdin>,
    number: u64,
}

impl Lines {
    fn new() -> Self {
        Self { input: BufReader::with_capacity(CHUNK, io::stdin()), number: 0 }
    }

    /// The lines that can be had without waiting once there is one; none at
    /// the end. Empty lines are passed over.
    fn next(&mut self) -> io::Result<Vec<Line>> {
        let mut lines = Vec::new();
        while lines.is_empty() || !self.input.buffer().is_empty() {
            let Some(line) = self.line()? else { break };
            if !line.bytes.iter().all(u8::is_ascii_whitespace) || line.too_long {
                lines.push(line);
            }
        }
        Ok(lines)
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { number: self.number + 1, bytes: Vec::new(), too_long: false };
        let mut any = false;
        loop {
            let (taken, ended) = match self.input.fill_buf() {
                Ok([]) => break,
                Ok(buffer) => {
                    let end = buffer.iter().position(|&byte| byte == b'\n');
                    let taken = end.unwrap_or(buffer.len());
                    line.too_long |= line.bytes.len() + taken > LONGEST_LINE;
                    if line.too_long {
                        line.bytes = Vec::new();
                    } else {
                        line.bytes.extend_from_slice(&buffer[..taken]);
                    }
                    (taken + usize::from(end.is_some()), end.is_some())
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            any = true;
            self.input.consume(taken);
            if ended {
                break;
            }
        }
        self.number += u64::from(any);
        Ok(any.then_some(line))
    }
}
