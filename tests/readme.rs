//! What the README shows is what the program prints.

use std::process::Command;

/// The `$ gainsay …` commands of the README's console blocks, each with the
/// lines below it. Commands that need a shell are left to its reader.
fn sessions(readme: &str) -> Vec<(String, String)> {
    let mut sessions: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ") {
            sessions.push((command.to_owned(), String::new()));
        } else if inside && let Some((_, output)) = sessions.last_mut() {
            output.push_str(line);
            output.push('\n');
        }
    }
    let plain = |command: &str| command.starts_with("gainsay ") && !command.contains(['|', '<', '\'']);
    sessions.retain(|(command, output)| plain(command) && !output.is_empty());
    sessions
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let readme = std::fs::read_to_string("README.md").expect("the README is there");
    let sessions = sessions(&readme);
    let shown: Vec<&str> = sessions.iter().map(|(command, _)| command.as_str()).collect();
    assert_eq!(shown, ["gainsay check --topic macron-putin-calls", "gainsay show elysee-6"]);
    for (command, shown) in &sessions {
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
            .args(command.split_whitespace().skip(1))
            .env_remove("COLUMNS")
            .output()
            .expect("the program runs");
        let printed = String::from_utf8(output.stdout).expect("it prints UTF-8");
        let trimmed: Vec<&str> = printed.lines().map(str::trim_end).collect();
        assert_eq!(trimmed.join("\n").trim_end(), shown.trim_end(), "the README's `{command}`");
    }
}
