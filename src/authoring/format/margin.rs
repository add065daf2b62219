//! What stands around keys, items and tables: comments and blank lines.
//!
//! `"\n\n  # a note   \n\n\n"` before a key is `"\n# a note\n\n"`: never more
//! than one blank line, and none at the end of a line.

/// What the comments stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The header of a table: a blank line comes first.
    Table,
    /// The first key of a table: no blank line comes first.
    FirstKey,
    /// Another key: a blank line only where a comment follows it.
    Key,
}

/// The lines above something, as they should be.
pub(super) fn margin(raw: &str, before: Before) -> String {
    // What follows the last line break is the indent of the thing itself.
    let raw = raw.trim_end_matches([' ', '\t']);
    let lines: Vec<&str> = raw.lines().map(str::trim).collect();
    let has_comment = lines.iter().any(|line| !line.is_empty());
    let begins_blank = lines.first().is_some_and(|line| line.is_empty());
    let mut margin = match before {
        Before::Table => "\n".to_owned(),
        Before::Key if has_comment && begins_blank => "\n".to_owned(),
        Before::Key | Before::FirstKey => String::new(),
    };
    if has_comment {
        let mut blank = true;
        for line in lines {
            if !(blank && line.is_empty()) {
                margin.push_str(line);
                margin.push('\n');
            }
            blank = line.is_empty();
        }
    }
    margin
}

/// The comment at the end of a line, with its space; empty without one.
pub(super) fn beside(raw: &str) -> String {
    let comment = raw.lines().next().unwrap_or_default().trim();
    if comment.is_empty() { String::new() } else { format!(" {comment}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_one_or_none() {
        assert_eq!(margin("", Before::Table), "\n");
        assert_eq!(margin("\n\n\n", Before::Key), "");
        assert_eq!(margin("\n\n  # a note   \n\n\n", Before::Key), "\n# a note\n\n");
        assert_eq!(margin("\n# one\n\n\n# two\n  ", Before::FirstKey), "# one\n\n# two\n");
    }
}
