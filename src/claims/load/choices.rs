//! The answers of a choice, and the points of a readout.
//!
//! `[[topic.option]]` with `id = "french-side"` and `match = ["at the
//! initiative of the French side"]` is an answer. Its patterns say which answer
//! it is, so a `{value}` in them is told.

use super::ids::Ids;
use super::names::Names;
use super::patterns::{Slot, read_patterns};
use super::problems::Problems;
use super::walk::Table;
use crate::claims::{Choice, Point, keys};

/// The options under `option` or `options`: each an id and how texts say it.
pub(super) fn read_options(table: &Table<'_>, key: &str, names: &Names<'_>, problems: &mut Problems) -> Vec<Choice> {
    let mut ids = Ids::default();
    let options = table.tables(key, "option", problems).into_iter().filter_map(|option| {
        option.check_keys(&keys::OPTION, problems);
        let id = ids.read(&option, problems);
        if option.key("match").is_none() {
            option.missing("match", problems);
        }
        let patterns = read_patterns(&option, "match", Slot::Barred, names, problems);
        Some(Choice { id: id?.to_owned(), patterns, span: option.span })
    });
    options.collect()
}

/// The points of a readout.
pub(super) fn read_points(topic: &Table<'_>, names: &Names<'_>, problems: &mut Problems) -> Vec<Point> {
    let mut ids = Ids::default();
    let points = topic.tables("point", "point", problems).into_iter().filter_map(|point| {
        point.check_keys(&keys::POINT, problems);
        let id = ids.read(&point, problems);
        let question = point.need_text("question", problems);
        let patterns = read_patterns(&point, "match", Slot::Barred, names, problems);
        let options = read_options(&point, "option", names, problems);
        check_answers(&point, problems);
        Some(Point { id: id?.to_owned(), question: question?.text.to_owned(), patterns, options, span: point.span })
    });
    points.collect()
}

/// A point is either there or not, or has several answers.
fn check_answers(point: &Table<'_>, problems: &mut Problems) {
    match (point.key("match"), point.key("option")) {
        (None, None) => {
            let help = "say how texts put it: `match`, or a [[topic.point.option]] for each answer".to_owned();
            problems.error(point.span, "a point that no text can have", "it has no `match`", Some(help));
        }
        (Some(key), Some(_)) => {
            let help = "give each option its own `match`".to_owned();
            problems.error(key, "`match` on a point that has options", "", Some(help));
        }
        _ => {}
    }
}
