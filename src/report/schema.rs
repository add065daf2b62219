//! The published schema of the machine output, made from its types: what
//! `docs/schema/report.schema.json` holds.
//!
//! Keys may be added to a report: no object of the schema is closed.

use super::formats::json::Document;
use schemars::generate::SchemaSettings;

/// The schema as an indented document with a line end.
///
/// # Panics
/// Never: a schema is plain JSON.
#[must_use]
pub fn report_schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Document<'static>>();
    format!("{:#}\n", schema.as_value())
}
