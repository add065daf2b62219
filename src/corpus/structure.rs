//! The body of an article to its blocks: headline, headings, paragraphs, rows
//! and captions, each with its place.
//!
//! Both ways that texts come in are read: paragraphs wrapped over several
//! lines, and a line a paragraph. Spans leave out list and heading marks and
//! refer to the body as it is, emphasis marks and all; no word of the body is
//! left out. It refuses to judge what the words mean.
//!
//! ```
//! use gainsay::corpus::{BlockKind, structure::blocks};
//! let body = "Sixty calls\n\n- Macron : 60\n\n[Source : The Kremlin]\n";
//! let found = blocks(body, Some("Sixty calls"));
//! assert_eq!(found[0].kind, BlockKind::Headline);
//! assert_eq!((found[1].kind, found[1].span.of(body)), (BlockKind::Row, "Macron : 60"));
//! assert_eq!(found[1].caption, Some(2));
//! ```

use super::article::{Block, BlockKind};
use super::pieces::{Piece, UNMARKED, bare_title, is_title, pieces};
use crate::text::{fold_str, sentence::sentences};

/// Cuts a body into its blocks, in order.
#[must_use]
pub fn blocks(body: &str, title: Option<&str>) -> Vec<Block> {
    let title = title.map(bare_title).filter(|title| !title.is_empty());
    let mut pieces = pieces(body, title.as_deref());
    raise_colons(body, &mut pieces);
    find_headline(body, title.as_deref(), &mut pieces);
    let headings = headings(&pieces);
    let captions = captions(body, &pieces);
    let links = headings.into_iter().zip(captions);
    pieces.iter().zip(links).map(|(piece, (heading, caption))| block(body, piece, heading, caption)).collect()
}

fn block(body: &str, piece: &Piece, heading: Option<usize>, caption: Option<usize>) -> Block {
    let sentences = match piece.kind {
        BlockKind::Paragraph => sentences(body, piece.span),
        _ => vec![piece.span],
    };
    Block { kind: piece.kind, span: piece.span, sentences, heading, caption }
}

/// A single line ending in `:` heads the rows below it.
fn raise_colons(body: &str, made: &mut [Piece]) {
    for at in 1..made.len() {
        let rows = made[at].kind == BlockKind::Row;
        let above = &mut made[at - 1];
        let text = above.span.of(body);
        let colon = text.len() <= 200 && text.trim_end_matches('*').ends_with(':') && !text.contains('\n');
        if rows && colon && above.kind == BlockKind::Paragraph {
            above.kind = BlockKind::Heading;
        }
    }
}

/// The first block that is the title; else a first line that reads as one
/// and heads no rows.
fn find_headline(body: &str, title: Option<&str>, made: &mut [Piece]) {
    let named = title.and_then(|title| {
        let is_title = |piece: &Piece| is_title(piece.span.of(body), title);
        made.iter().position(|piece| piece.kind != BlockKind::Row && is_title(piece))
    });
    let opens = made.first().filter(|first| {
        let text = first.span.of(body);
        let heads_rows = made.get(1).is_some_and(|next| next.kind == BlockKind::Row);
        let numbered = !body.trim_start().trim_start_matches('\u{FEFF}').starts_with(text) && first.level == UNMARKED;
        first.kind == BlockKind::Heading && !heads_rows && !numbered && !text.ends_with(':')
    });
    if let Some(at) = named.or(opens.map(|_| 0)) {
        made[at].kind = BlockKind::Headline;
    }
}

/// For each piece the heading above it; a heading's own is the one above it
/// of a higher level. What stands above the headline heads nothing below it.
fn headings(pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut above: Vec<usize> = Vec::new();
    let heading_of = |(at, piece): (usize, &Piece)| {
        if piece.kind == BlockKind::Headline {
            above.clear();
        }
        if piece.kind != BlockKind::Heading {
            return above.last().copied();
        }
        while above.last().is_some_and(|&last| pieces[last].level >= piece.level) {
            above.pop();
        }
        let own = above.last().copied();
        above.push(at);
        own
    };
    pieces.iter().enumerate().map(heading_of).collect()
}

/// For each row the caption below its run that names a source, else the one
/// right above.
fn captions(body: &str, pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut captions = vec![None; pieces.len()];
    let (mut at, mut taken) = (0, 0);
    while at < pieces.len() {
        let run = pieces[at..].iter().take_while(|piece| piece.kind == BlockKind::Row).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let end = at + run;
        let is_caption = |&other: &usize| pieces[other].kind == BlockKind::Caption;
        let names_source = |&other: &usize| names_source(&pieces[other], body);
        let below = (end..pieces.len()).take_while(is_caption).find(names_source);
        let above = || (taken..at).rev().take_while(is_caption).find(names_source);
        let caption = below.or_else(above);
        captions[at..end].fill(caption);
        taken = below.map_or(end, |below| below + 1);
        at = end;
    }
    captions
}

/// Whether a caption says whose figures they are: `© …` and photo credits do
/// not.
fn names_source(piece: &Piece, body: &str) -> bool {
    let folded = fold_str(piece.span.of(body));
    let labelled = ["source", "sources", "data", "quelle"].iter().any(|label| {
        folded.match_indices(label).any(|(at, _)| folded[at + label.len()..].trim_start().starts_with(':'))
    });
    piece.dash || labelled || folded.contains("according to")
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Caption, Heading, Headline, Paragraph, Row};

    fn kinds<'b>(body: &'b str, title: Option<&str>) -> Vec<(BlockKind, &'b str)> {
        blocks(body, title).iter().map(|block| (block.kind, block.span.of(body))).collect()
    }

    /// The texts of a row's heading and caption.
    fn links<'b>(body: &'b str, row: &str) -> (Option<&'b str>, Option<&'b str>) {
        let found = blocks(body, Some("a title"));
        let at = found.iter().find(|block| block.span.of(body) == row).unwrap();
        let text = |link: Option<usize>| link.map(|at| found[at].span.of(body));
        (text(at.heading), text(at.caption))
    }

    #[test]
    fn the_headline_is_the_title_or_a_first_short_line() {
        let body = "Join our channel and get news!\n\nSecret Élysée call leaked\n\nIt leaked in June.\n";
        let found = kinds(body, Some("Secret Elysee call  leaked"));
        assert_eq!(found[1], (Headline, "Secret Élysée call leaked"));
        assert_eq!(kinds("# Calls\n\nMany.", None)[0], (Headline, "Calls"));
        assert_eq!(kinds("He called twice.\n\nThen no more.", None)[0].0, Paragraph);
        assert_eq!(
            kinds("Sixty calls\nMacron called\nsixty times.", Some("Sixty calls"))[0],
            (Headline, "Sixty calls")
        );
    }

    #[test]
    fn what_stands_above_the_headline_heads_nothing_below_it() {
        let found = blocks("Politics\n\nSixty calls\n\nHe called.", Some("Sixty calls"));
        assert_eq!(found.iter().map(|block| block.heading).collect::<Vec<_>>(), [None; 3]);
    }

    #[test]
    fn headings_are_short_and_have_no_stop() {
        for line in ["What did Macron tell Putin?", "## Calls", "1. Calls since the war", "Calls\n-----", "**Calls**"] {
            let body = format!("He called.\n\n{line}\n\nHe called again.");
            assert_eq!(kinds(&body, None)[1].0, Heading, "{line}");
        }
        for line in [
            "“We must prevent it”",
            "See also  Netanyahu released",
            "Macron warns Putin [INSIGHT]",
            "July 08, 2022",
            "He left.",
            "said the president",
            "[Read this](https://example.org)",
            "Macron said:",
            "Act now!",
        ] {
            let body = format!("He called.\n\n{line}\n\nHe called again.");
            assert_eq!(kinds(&body, None)[1], (Paragraph, line), "{line}");
        }
    }

    #[test]
    fn below_a_bare_hour_stands_a_heading() {
        let found = kinds("Soon more.\n\n22.05 GMT\nCrowds gather\n\nThey came late.", None);
        assert_eq!(found[1..3], [(Heading, "22.05 GMT"), (Heading, "Crowds gather")]);
        let found = kinds("Soon more.\n\n22.05\nThe gates were shut.\n\nThey came late.", None);
        assert!(found.iter().all(|(kind, _)| *kind != Heading));
    }

    #[test]
    fn a_heading_stands_below_the_one_of_a_higher_level() {
        let found = blocks("He called.\n\n# War\n\n## Calls\n\nTwenty.\n\n# Peace\n\nNone.", None);
        let headings: Vec<_> = found.iter().map(|block| block.heading).collect();
        assert_eq!(headings, [None, None, Some(1), Some(2), None, Some(4)]);
    }

    #[test]
    fn rows_know_their_heading_and_the_source_below_them() {
        let body = "A title\n\n1. Calls before the war\n \n\n- Macron : 60\n- May : 1\n\n© Facts 2022\n\n\
            [Source : The Kremlin]\n\n2. Calls since\n\n* Truss : 0\n\n© Facts 2022\n";
        assert_eq!(links(body, "Macron : 60"), (Some("Calls before the war"), Some("[Source : The Kremlin]")));
        assert_eq!(links(body, "May : 1"), links(body, "Macron : 60"));
        assert_eq!(links(body, "Truss : 0"), (Some("Calls since"), None));
    }

    #[test]
    fn a_source_above_the_rows_speaks_for_them_unless_other_rows_have_it() {
        assert_eq!(links("Source: Kremlin\n\n• Macron: 60", "Macron: 60").1, Some("Source: Kremlin"));
        let body = "- Macron: 60\n\nSource: Kremlin\n\n- Scholz: 4";
        assert_eq!((links(body, "Macron: 60").1, links(body, "Scholz: 4").1), (Some("Source: Kremlin"), None));
    }

    #[test]
    fn tables_and_lines_of_figures_are_rows() {
        let body = "Calls by leader:\n\n| who | calls |\n|---|--:|\n| Macron | 60 |\n";
        let expected = [(Heading, "Calls by leader:"), (Row, "who | calls"), (Row, "Macron | 60")];
        assert_eq!(kinds(body, None), expected);
        let bare = "Killed | Union | Police\n---|---|---\nMen | 9 | 7\nWomen | 2 | 1";
        assert_eq!(kinds(bare, None), [(Row, "Killed | Union | Police"), (Row, "Men | 9 | 7"), (Row, "Women | 2 | 1")]);
        assert_eq!(kinds("Macron: 60\nMay: 1", None), [(Row, "Macron: 60"), (Row, "May: 1")]);
    }

    #[test]
    fn lines_that_begin_with_dates_are_rows() {
        let body = "How it came\n3 March: Talks begin\nin Oslo\n9 May 2024 – Talks end";
        let expected =
            [(Heading, "How it came"), (Row, "3 March: Talks begin\nin Oslo"), (Row, "9 May 2024 – Talks end")];
        assert_eq!(kinds(body, None), expected);
        let years = "1974: The pit opens\n1998: The pit closes";
        assert_eq!(kinds(years, None), [(Row, "1974: The pit opens"), (Row, "1998: The pit closes")]);
        // One date may stand at the start of a line by chance.
        assert_eq!(kinds("They met on\n3 March: it was\na short talk.", None).len(), 1);
    }

    #[test]
    fn lines_that_begin_anew_are_not_one_paragraph() {
        let list = "Key events\n3.40pm Police: 40 dead\n11.30am Crash reported";
        let expected = [(Heading, "Key events"), (Row, "3.40pm Police: 40 dead"), (Row, "11.30am Crash reported")];
        assert_eq!(kinds(&format!("It rained.\n\n{list}"), None)[1..], expected);
        let asked = "REPORTER: How many died?\nVOSS: Forty died.";
        assert_eq!(kinds(asked, None), [(Paragraph, "REPORTER: How many died?"), (Paragraph, "VOSS: Forty died.")]);
        let said = "Union: ‘40 died’\nPolice: ‘31 died’";
        assert_eq!(kinds(said, None), [(Row, "Union: ‘40 died’"), (Row, "Police: ‘31 died’")]);
        let deck = "RAIL CRASH KILLS 40\nBrightline says sorry";
        assert_eq!(kinds(deck, None), [(Headline, "RAIL CRASH KILLS 40"), (Paragraph, "Brightline says sorry")]);
        let signed = "It rained.\n\n“Safety comes first”\nCarla Reyes";
        assert_eq!(kinds(signed, None)[1..], [(Paragraph, "“Safety comes first”"), (Caption, "Carla Reyes")]);
        for wrapped in ["He met the\nPolice: 40 died, they\nSaid.", "A loss of\n15.40 Euros, and of\n3.20 Francs."] {
            assert_eq!(kinds(wrapped, None), [(Paragraph, wrapped)]);
        }
    }

    #[test]
    fn a_dash_credits_lists_or_carries_on() {
        let credit = "– Letter to the minister, 9am, 3 Jan 2020, according to the union";
        let found = blocks(&format!("“The parties agreed.”\n\n{credit}"), None);
        assert_eq!((found[1].kind, found[1].span.start), (Caption, "“The parties agreed.”\n\n– ".len()));
        assert_eq!(kinds("Calls were made.\n\n– Macron 60\n– May 1", None)[1..], [(Row, "Macron 60"), (Row, "May 1")]);
        assert_eq!(kinds("Crimea was lost\n– in 2014. It stayed so.", None).len(), 1);
        assert_eq!(kinds("They spoke on February\n24. It was brief.", None).len(), 1);
        assert_eq!(kinds("The calls\n– the first\n– the last", None)[1..], [(Row, "the first"), (Row, "the last")]);
    }

    #[test]
    fn captions_and_credits() {
        for line in [
            "[Source : The Kremlin]",
            "Source: AFP",
            "© Facts 2022",
            "(Photo: AFP)",
            "Photo by: AFP",
            "Macron and Putin (AP Photo/Name)",
            "*Source: AFP*",
        ] {
            assert_eq!(kinds(&format!("He called.\n\n{line}"), None)[1], (Caption, line));
        }
        assert_eq!(kinds("He called.\n\nSources said he left.", None)[1].0, Paragraph);
        assert_eq!(kinds("He gave the new\ndata: 20 calls, to\nread more into.", None).len(), 1);
    }

    #[test]
    fn wrapped_lines_join_and_long_lines_stand_alone() {
        let wrapped =
            "Macron called Putin on Thursday. He said that\nthey had spoken for 90 minutes.\nNothing came of it.";
        assert_eq!(kinds(wrapped, None), [(Paragraph, wrapped)]);
        let long = "Macron called Putin on Thursday, and they spoke for 90 minutes about Ukraine, grain and the plant at Zaporizhzhia.";
        let body = format!("{long}\nWhat was said\n{long}\n“He called.”\n{long}");
        let expected = [
            (Paragraph, long),
            (Heading, "What was said"),
            (Paragraph, long),
            (Paragraph, "“He called.”"),
            (Paragraph, long),
        ];
        assert_eq!(kinds(&body, None), expected);
    }

    #[test]
    fn wrapped_headings_items_and_credits_are_one_block() {
        let heading = "Letters to the minister since the vote was held, up to the day of\nthe strike";
        assert_eq!(kinds(&format!("2. {heading}\n\n- Macron : 60"), Some("a title"))[0], (Heading, heading));
        let heading = "The Kremlin has published its records and they reveal some rather\nDisturbing facts";
        assert_eq!(kinds(&format!("He called.\n\n{heading}\n\nHe left."), None)[1], (Heading, heading));
        let credit = "Letter to the minister, 9am, 3 Jan 2020 (strike day),\naccording to the union";
        assert_eq!(kinds(&format!("“They agreed.”\n\n– {credit}\n\nHe left."), None)[1], (Caption, credit));
    }

    #[test]
    fn a_list_item_keeps_its_indented_lines() {
        let body = "Calls:\r\n- Macron called\r\n  60 times\r\n- May called once\r\n";
        assert_eq!(kinds(body, None)[1..], [(Row, "Macron called\r\n  60 times"), (Row, "May called once")]);
    }
}
