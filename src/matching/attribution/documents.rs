//! Texts that are what somebody gave out: whose statement, speech or press release the lines at its head say it is.
//!
//! ```text
//! Transcript: Anna Voss's statement          Voss, from here on
//! NORDWELL RAIL – PRESS RELEASE              Nordwell
//! Drivers' union statement                   the union
//! Transcript shows error, ministry says      nobody: it tells of one
//! Union answers Nordwell's press release     nobody: of two
//! Press release / Nordwell strike: update    nobody: it is about Nordwell
//! ```

use super::Attributed;
use super::questions::block_of;
use super::saying::{skip_back, skip_titles};
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId};
use std::ops::Range;

/// How many lines stand at the head of a text: what it is, whose, and a day.
const HEAD: usize = 4;
/// How many tokens such a line has at the most.
const LONGEST: usize = 16;
/// In how many tokens a line is labelled with whoever speaks.
const LABEL: usize = 5;
/// How far up the end of such a text is looked for, in sentences.
const BODY: usize = 400;

/// Whoever gave out the text, for what no sentence of it ascribes to anybody.
pub(super) fn gave_out(passage: &Passage<'_>, claimants: &[NameId], sentence: usize) -> Option<Attributed> {
    // Whoever the front matter names has the text already.
    let is_known = passage.article.front.claimant.is_some();
    if is_known || passage.sentences[sentence].kind != BlockKind::Paragraph {
        return None;
    }
    let head = passage.sentences.iter().take(HEAD).take_while(|line| {
        let last = passage.tokens.folded(line.tokens.end - 1);
        line.kind != BlockKind::Row && line.tokens.len() <= LONGEST && !matches!(last, "." | "?" | "\"")
    });
    let lines: Vec<Range<usize>> = head.map(|line| line.tokens.clone()).collect();
    if sentence < lines.len() {
        return None;
    }
    // `REPORTER: The toll is 40.`
    let block = block_of(passage, sentence);
    let opening = passage.sentences[block.start].tokens.clone().take(LABEL);
    if opening.into_iter().any(|at| passage.tokens.folded(at) == ":") {
        return None;
    }
    let named = || {
        let names = lines.iter().flat_map(|line| passage.names_in(line.clone()));
        names.filter(|name| claimants.contains(&name.id))
    };
    let name = named().next().filter(|first| named().all(|other| other.id == first.id))?;
    let own = |line: &&Range<usize>| named().any(|name| line.contains(&name.tokens.start));
    let is_document = lines.iter().filter(own).any(|line| is_title(passage, line));
    (is_document && !is_below_end(passage, lines.len().max(sentence.saturating_sub(BODY))..sentence))
        .then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `Transcript: …`, `Full text of …`, `… – PRESS RELEASE`, and not a sentence that tells of one.
fn is_title(passage: &Passage<'_>, line: &Range<usize>) -> bool {
    let words = passage.lexicon.voices.documents;
    let word = |at: usize| if line.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = line.start + line.clone().take_while(|&at| matches!(word(at), "the" | "*" | "#" | "_")).count();
    let titles = || words.titles.iter();
    let is_piece = |at: usize| {
        let voices = passage.lexicon.voices;
        words.nouns.contains(word(at)) || voices.writings.contains(word(at)) && !voices.aimed.contains(word(at))
    };
    // `Full text of Voss's letter`, `statement by Voss on the strike`; not `transcript of the Voss hearing`.
    let gives = |at: usize| {
        let passes = |word: &str| word == "the" || passage.lexicon.titles.contains(word);
        let start = at + (at..line.end).take_while(|&at| passes(word(at))).count();
        let name = passage.names_in(start..line.end).find(|name| name.tokens.start <= start);
        name.is_some_and(|name| {
            let next = name.tokens.end;
            if matches!(word(next), "'s" | "'") {
                return (next + 1..line.end).any(is_piece);
            }
            next >= line.end || !passage.carries(next) || is_piece(next)
        })
    };
    let opens = |title: &&[&str]| {
        let behind = first + title.len();
        passage.reads(first..line.end, title) && words.of.contains(word(behind)) && gives(behind + 1)
    };
    let ends = |title: &&[&str]| {
        let start = line.end.saturating_sub(title.len()).max(line.start);
        let before =
            skip_back(passage, line, start, |word| matches!(word, "'s" | "'" | "-" | "–" | "—" | ":" | "official"));
        // `Halden: police statement`, and not `anger over police statement`.
        let opens = |name: &NameAt| {
            let start = skip_titles(passage, line, name.tokens.start);
            start <= first || matches!(word(start - 1), ":" | "-" | "–" | "—" | "|" | ".")
        };
        let mut names = passage.names_in(line.clone());
        passage.reads(start..line.end, title) && names.any(|name| name.tokens.end == before && opens(name))
    };
    let tells = line.clone().any(|at| passage.lexicon.says(&passage.stems[at]) && !words.nouns.contains(word(at)));
    !tells && (titles().any(opens) || titles().any(ends))
}

/// Whether the text that was given out ends before: `ENDS`, `Notes to editors`.
fn is_below_end(passage: &Passage<'_>, above: Range<usize>) -> bool {
    let words = passage.lexicon.voices.documents;
    above.into_iter().any(|at| {
        let tokens = &passage.sentences[at].tokens;
        words.ends.iter().any(|end| {
            let behind = tokens.start + end.len();
            passage.reads(tokens.clone(), end) && (behind == tokens.end || passage.tokens.folded(behind) == ":")
        })
    })
}
