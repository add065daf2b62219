//! Whether a sentence could answer a topic that asks for a number, before anything of it is read.
//!
//! Most sentences that have the words of a pattern have no number, or none in a unit that the topic
//! counts in. Some need none, for what they ask is answered in another: questions, headings and
//! the heads of tables. It refuses to lose an answer: what it turns away states nothing.
//!
//! ```text
//! {value} of the fence is built    The fence was built by 2,000 men    no
//!                                  How much of the fence is built?     may be answered
//! ```
//!
//! **Cost.** A few looks at tables for each word of the sentence.

use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::extract::traces::Traces;
use crate::matching::language::lexicon::Lexicon;
use crate::text::Tokens;
use crate::value::Kind;

/// What a sentence has by which it could answer a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answerable {
    traces: Traces,
    /// Words for none and for twice.
    counts: bool,
    /// Words for nothing, and by which a verb is denied.
    denies: bool,
    /// Whether the answer may stand elsewhere.
    leads: bool,
}

impl Answerable {
    /// What a sentence of such a block has.
    pub(super) fn of(sentence: &str, block: BlockKind, lexicon: &Lexicon) -> Self {
        let tokens = Tokens::new(sentence);
        let any = |is: &dyn Fn(&str) -> bool| (0..tokens.len()).any(|at| is(tokens.folded(at)));
        let is_multiple = |word: &str| lexicon.multiples.iter().any(|(multiple, _)| *multiple == word);
        let none = lexicon.none;
        let opens = |word: &str| {
            // `She is asked how many died.`
            let asks = word == "?" || word.starts_with("ask") || matches!(word, "table" | "chart");
            asks || lexicon.figures.disputing.contains(word) || lexicon.questions.leaving_open.contains(word)
        };
        Self {
            traces: Traces::of(&tokens),
            counts: any(&|word| matches!(word, "no" | "not" | "none") || is_multiple(word)),
            denies: any(&|word| word == "no" || none.nothing.contains(word) || none.negating.contains(word)),
            leads: block != BlockKind::Paragraph || any(&opens) || leads_in(sentence),
        }
    }

    /// Whether it could.
    pub(super) fn could_answer(&self, topic: &Topic) -> bool {
        let says_none = match topic.kind {
            Kind::Count => self.counts,
            Kind::Money | Kind::Quantity => self.denies,
            _ => false,
        };
        self.leads || says_none || self.traces.could_be(topic.kind)
    }
}

/// Whether a sentence may lead in a table: `Share of buses that ran, in percent`.
fn leads_in(sentence: &str) -> bool {
    !sentence.trim_end().ends_with(['.', '!', '"', '\u{201d}'])
}
