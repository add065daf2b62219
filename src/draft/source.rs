//! Who in the ledger says something, in which words, and where.

use crate::check::Checked;
use crate::compare::words::list_in_words;
use crate::compare::{Position, TopicResult};
use crate::value::{Amount, Moment, Value};

/// A position of the ledger, as a draft is told of it.
pub(super) struct Source<'r> {
    position: &'r Position,
    /// The claimant, or the outlets that say it in their own voice.
    pub(super) who: String,
    /// Its words, where an article has them.
    pub(super) words: Option<String>,
    /// Where it stands: `ap-open-line:5`, or the claim that has it.
    pub(super) place: String,
}

impl<'r> Source<'r> {
    /// Of a position, without what the article with an index, the draft, says.
    pub(super) fn new(checked: &Checked, result: &'r TopicResult, position: &'r Position, draft: usize) -> Self {
        let article = |at: usize| &checked.corpus.articles[at];
        let mention = position.mentions.iter().map(|&at| &result.mentions[at]).find(|mention| mention.article != draft);
        let claim = position.claims.first().map(|&at| &checked.claims.claims[at]);
        let words = mention.map(|mention| mention.span.of(&article(mention.article).body));
        let words = words.or_else(|| claim?.quote.as_ref().map(|(quote, _)| quote.as_str()));
        let place = match (mention, claim) {
            (Some(of), _) => format!("{}:{}", article(of.article).id, article(of.article).place(of.span.start).line.0),
            (None, Some(claim)) => format!("claim {}", claim.id),
            (None, None) => position.articles.first().map(|&at| article(at).id.to_string()).unwrap_or_default(),
        };
        Self {
            position,
            who: who(checked, position, draft),
            words: words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")),
            place,
        }
    }

    pub(super) fn value(&self) -> &'r Value {
        &self.position.value
    }

    pub(super) fn amount(&self) -> Option<&'r Amount> {
        if let Value::Amount(amount) = &self.position.value { Some(amount) } else { None }
    }

    pub(super) fn date(&self) -> Option<&'r Moment> {
        if let Value::Date(moment) = &self.position.value { Some(moment) } else { None }
    }
}

/// Whether some names are one voice, for the verb after them.
pub(super) fn is_one_voice(people: &[String]) -> bool {
    people.len() == 1 && !people[0].contains(" and ")
}

fn who(checked: &Checked, position: &Position, draft: usize) -> String {
    if let Some(claimant) = &position.claimant {
        return checked.claims.display(claimant).to_owned();
    }
    if let Some(speaker) = &position.speaker {
        return format!("“{speaker}” (not listed)");
    }
    let outlets = position.articles.iter().filter(|&&at| at != draft).map(|&at| {
        let article = &checked.corpus.articles[at];
        article.front.outlet.clone().unwrap_or_else(|| article.id.to_string())
    });
    let mut outlets: Vec<String> = outlets.collect();
    outlets.dedup();
    if outlets.is_empty() { "the ledger".to_owned() } else { list_in_words(&outlets, 3) }
}
