//! The schemas say what the loader knows.

use gainsay::authoring::schema::{claims_schema, front_matter_schema};
use gainsay::claims::keys;
use serde_json::Value;
use std::collections::BTreeSet;

fn keys_of(schema: &Value) -> BTreeSet<String> {
    schema["properties"].as_object().expect("properties").keys().cloned().collect()
}

fn set(keys: &[&str]) -> BTreeSet<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn every_table_has_the_keys_of_the_loader() {
    let schema: Value = serde_json::from_str(&claims_schema()).expect("it is JSON");
    let table = |name: &str| keys_of(&schema["definitions"][name]);
    assert_eq!(keys_of(&schema), set(&keys::FILE));
    for (name, known) in [
        ("CorpusTable", &keys::CORPUS[..]),
        ("NamedTable", &keys::NAMED),
        ("EventTable", &keys::EVENT),
        ("TopicTable", &keys::TOPIC),
        ("FacetTable", &keys::FACET),
        ("OptionTable", &keys::OPTION),
        ("PointTable", &keys::POINT),
        ("ClaimTable", &keys::CLAIM),
        ("RulingTable", &keys::RULING),
    ] {
        assert_eq!(table(name), set(known), "{name}");
    }
}

#[test]
fn front_matter_has_the_keys_of_its_reader() {
    let schema: Value = serde_json::from_str(&front_matter_schema()).expect("it is JSON");
    assert_eq!(keys_of(&schema), set(&gainsay::corpus::front::KEYS));
}

#[test]
fn kinds_and_what_is_needed_are_in_the_schema() {
    let schema: Value = serde_json::from_str(&claims_schema()).expect("it is JSON");
    let topic = &schema["definitions"]["TopicTable"];
    assert!(topic["properties"]["kind"]["enum"].as_array().expect("kinds").contains(&"readout".into()), "{topic}");
    assert_eq!(topic["required"], serde_json::json!(["id", "question", "kind"]));
    assert_eq!(topic["additionalProperties"], false);
}
