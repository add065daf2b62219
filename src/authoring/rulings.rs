//! A ruling in the place of an older one: its table stays where it is, with
//! every comment.

use super::edit::{comments, edit};
use super::stanza::NewRuling;
use toml_edit::{Item, Table};

/// The text with a new ruling where there was one on another, or the same,
/// finding; all else stays.
#[must_use]
pub fn replace_ruling(text: &str, finding: &str, ruling: &NewRuling) -> String {
    let changed = edit(text, |document| {
        let rulings = document.get_mut("ruling").and_then(Item::as_array_of_tables_mut);
        let old = rulings
            .into_iter()
            .flat_map(|rulings| rulings.iter_mut())
            .find(|ruling| ruling.get("finding").and_then(Item::as_str) == Some(finding));
        if let Some(old) = old {
            replace_keys(old, &ruling.table());
        }
    });
    changed.unwrap_or_else(|_| text.to_owned())
}

fn replace_keys(old: &mut Table, new: &Table) {
    let gone: Vec<String> = old.iter().map(|(key, _)| key.to_owned()).filter(|key| !new.contains_key(key)).collect();
    let mut orphans = Vec::new();
    for key in gone {
        let Some((key, item)) = old.remove_entry(&key) else { continue };
        orphans.extend(comments(key.leaf_decor()));
        orphans.extend(item.as_value().map(|value| comments(value.decor())).unwrap_or_default());
    }
    for (key, item) in new {
        match (old.get_mut(key).and_then(Item::as_value_mut), item.as_value()) {
            (Some(there), Some(value)) => {
                let decor = there.decor().clone();
                *there = value.clone();
                *there.decor_mut() = decor;
            }
            _ => drop(old.insert(key, item.clone())),
        }
    }
    if !orphans.is_empty() {
        let above = old.decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
        let above = if above.is_empty() || above.ends_with('\n') { above } else { format!("{above}\n") };
        old.decor_mut().set_prefix(format!("{above}{}\n", orphans.join("\n")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_and_the_place_too() {
        let text = "version = 1\n\n# on the boats\n[[ruling]]\nfinding = \"aa\"\nverdict = \"upheld\" # by both\nby = \"A\"\n\
                    on = 2024-01-01\n# until the report\nuntil = 2024-02-01 # or so\n\n[[ruling]]\nfinding = \"bb\"\n";
        let ruling = NewRuling {
            finding: "cc".into(),
            verdict: "explained".into(),
            by: "B".into(),
            on: "2024-03-01".parse().ok(),
            ..NewRuling::default()
        };
        assert_eq!(
            replace_ruling(text, "aa", &ruling),
            "version = 1\n\n# on the boats\n# until the report\n# or so\n[[ruling]]\nfinding = \"cc\"\nverdict = \"explained\" # by both\n\
             by = \"B\"\non = 2024-03-01\n\n[[ruling]]\nfinding = \"bb\"\n"
        );
    }
}
