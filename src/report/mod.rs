//! What was found, as people and programs read it.
//!
//! [`Report`] is the one sorted model. A file a format renders it: formats
//! never sort, count or decide, so that the table, the JSON and every later
//! format cannot disagree. All text that comes from articles passes through
//! [`visible`](visible::visible) before it reaches a terminal.
//!
//! ```text
//! let report = Report::new(&checked);
//! (find_format("table")?.write)(&report, &Layout::wide(80), &mut out)?;
//! ```

pub mod article;
pub mod changes;
pub mod diagnostics;
pub mod draft;
pub mod escaped;
pub mod evidence;
pub mod excerpt;
pub mod formats;
pub mod heard;
pub mod links;
pub mod matrix;
pub mod page;
pub mod paragraph;
pub mod says;
pub mod schema;
pub mod sites;
pub mod style;
pub mod suggestions;
pub mod together;
pub mod told;
pub mod uri;
pub mod values;
pub mod values_json;
pub mod values_line;
pub mod values_list;
pub mod values_table;
pub mod view;
pub mod visible;
pub mod why;
pub mod wrap;

mod arrange;
mod beside;
mod footing;
mod row;
mod sentence;
mod since;
mod typed;

pub use view::Report;

/// The space a text format may fill, and how much it is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the terminal, or of the page.
    pub width: u16,
    /// How places become links; `None` where nobody could follow them.
    pub links: Option<links::Links>,
    /// How much the table tells.
    pub detail: Detail,
}

/// How much the table tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// The closing line alone.
    Quiet,
    /// Rows, findings and what the rows do not tell.
    #[default]
    Normal,
    /// Also every line of evidence, and the words behind every row.
    Verbose,
}

impl Layout {
    /// Narrower than this, text is cut up more than it is read.
    pub const NARROWEST: u16 = 40;

    /// A layout of some width, at least [`Layout::NARROWEST`].
    #[must_use]
    pub fn wide(width: u16) -> Self {
        Self { width: width.max(Self::NARROWEST), links: None, detail: Detail::Normal }
    }
}
