//! What the reader of moments passes over without trying a rule: a text has few words that
//! begin a date, and fewer that join two.

use super::reader::Reader;
use super::tests::setting;
use crate::text::Tokens;

#[test]
fn most_of_a_text_is_passed_over_at_once() {
    let may_begin = |text: &str| {
        let tokens = Tokens::new(text);
        let reader = Reader::new(&tokens, &[], &setting("2022-07-08"));
        let at = (0..tokens.len()).filter(|&at| reader.may_begin(at));
        at.map(|at| tokens.raw(at).to_owned()).collect::<Vec<_>>().join(" ")
    };
    for (text, begins) in [
        ("20 people marched", ""),
        ("(20) came", ""),
        ("20% of them", ""),
        ("20? No", ""),
        ("20! No", ""),
        ("20”", ""),
        ("20, 30 came", ""),
        ("20; 30", "30"),
        ("$20", ""),
        ("$ 20", "20"),
        ("20.5 came", "20"),
        ("2022 people", "2022"),
        ("20th of them", "20"),
        ("20 May", "20 May"),
        ("20-22", "20 22"),
        ("in a long week", ""),
        ("in weeks", "in"),
        ("in week", "in"),
        ("week", ""),
        ("of late", ""),
        ("at about nine", "at"),
        ("at the ’20s", "at the ’ 20"),
        ("’20", "’ 20"),
        ("’twas", ""),
        ("the first", "the first"),
        ("in the next", "in the"),
        ("first) in", "first"),
        ("first, in May", "first in May"),
        ("on Monday", "Monday"),
        ("for the at in from a man", "for the"),
    ] {
        assert_eq!(may_begin(text), begins, "{text}");
    }
}

#[test]
fn a_range_is_looked_for_where_its_ends_could_be_joined() {
    let has_joint = |text: &str| {
        let tokens = Tokens::new(text);
        Reader::new(&tokens, &[], &setting("2022-07-08")).has_joint(0)
    };
    for joined in ["May to June", "May – June", "May - 7", "May for June"] {
        assert!(has_joint(joined), "{joined}");
    }
    for apart in ["May to people", "May of June", "to June", "May 2 3", "May and dogs", "May x 7"] {
        assert!(!has_joint(apart), "{apart}");
    }
    let far = |words: usize| has_joint(&format!("May {} to June", "x ".repeat(words)));
    assert!(far(23) && !far(24), "the first end of a range has 24 words at most");
}

#[test]
fn what_was_read_last_is_not_read_again() {
    let tokens = Tokens::new("on Monday");
    let reader = Reader::new(&tokens, &[], &setting("2022-07-08"));
    let last = std::cell::RefCell::new(None);
    let times = std::cell::Cell::new(0);
    let ask = |at: usize, strong: bool| {
        reader.once(&last, at, strong, || {
            times.set(times.get() + 1);
            None
        })
    };
    for (at, strong, so_often) in [(1, false, 1), (1, false, 1), (1, true, 2), (0, true, 3), (0, true, 3)] {
        assert!(ask(at, strong).is_none());
        assert_eq!(times.get(), so_often, "{at} {strong}");
    }
    // Within other rules depth counts, and nothing is kept.
    assert!(reader.nested(|| ask(0, true)).is_none());
    assert_eq!(times.get(), 4);
}
