//! The results as Markdown.

use super::machine::Machine;
use super::rows::{Results, Row, megabytes};
use super::scene::Plan;
use std::fmt::Write as _;

/// The whole page.
#[must_use]
pub fn write(plan: &Plan, machine: &Machine, results: &Results) -> String {
    let mut out = "# Results\n\n".to_owned();
    let versions = machine.versions.join(", ");
    push(
        &mut out,
        format_args!(
            "{}, {} cores ({}), {}, load {} at the start. {versions}. Seed {}, {} rounds in turns, files in memory.\n",
            machine.date, machine.cores, machine.model, machine.memory, machine.load, plan.seed, plan.rounds
        ),
    );
    out.push_str("Made by `bench/run`; [README.md](README.md) says how to read it.\n\n");
    out.push_str(&goals(results));
    out.push_str("\n## Times\n\n| corpus | command | best | median | MB/s | processors | peak memory | runs |\n|---|---|---|---|---|---|---|---|\n");
    results.rows.iter().for_each(|row| write_row(&mut out, row));
    out.push_str("\n## Recall\n\n| corpus | known | found | right value | extra |\n|---|---|---|---|---|\n");
    for (corpus, verdict) in &results.verdicts {
        match verdict {
            Some(verdict) => push(
                &mut out,
                format_args!(
                    "| {corpus} | {} | {} ({:.2}%) | {} | {} |\n",
                    verdict.known,
                    verdict.found,
                    100.0 * verdict.recall(),
                    verdict.right,
                    verdict.extra
                ),
            ),
            None => push(&mut out, format_args!("| {corpus} | stopped | | | |\n")),
        }
    }
    out.push_str("\n## Corpora\n\n| corpus | articles | size | known mentions |\n|---|---|---|---|\n");
    for scene in &results.scenes {
        let made = &scene.made;
        push(
            &mut out,
            format_args!("| {} | {} | {} | {} |\n", scene.name, made.articles, megabytes(made.bytes), made.known),
        );
    }
    out
}

fn goals(results: &Results) -> String {
    let mut out = "| work | at least | measured | |\n|---|---|---|---|\n".to_owned();
    for goal in &results.goals {
        let holds = if goal.holds { "reached" } else { "**not yet**" };
        push(&mut out, format_args!("| {} | {} | {} | {holds} |\n", goal.work, goal.bound, goal.measured));
    }
    out
}

const BEGIN: &str = "<!-- bench/run writes this table -->\n";
const END: &str = "<!-- until here -->\n";

/// A page with the first table of the results between its two marks; `None`
/// where it has no marks, or the results no table.
#[must_use]
pub fn quote(page: &str, results: &str) -> Option<String> {
    let table: Vec<&str> =
        results.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|')).collect();
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    let table = Some(table.join("\n")).filter(|table| !table.is_empty())?;
    Some(format!("{before}{BEGIN}{table}\n{END}{after}"))
}

fn write_row(out: &mut String, row: &Row) {
    let times = &row.times;
    let stopped = if times.stopped { " (stopped)" } else { "" };
    let rate = row.bytes as f64 / 1e6 / times.best();
    let rate = if row.bytes == 0 { String::new() } else { format!("{rate:.1}") };
    push(
        out,
        format_args!(
            "| {} | {} | {}{stopped} | {} | {rate} | {} | {} | {} |\n",
            row.corpus,
            row.command,
            seconds(times.best()),
            seconds(times.median()),
            seconds(times.cpu()),
            megabytes(times.peak()),
            times.runs()
        ),
    );
}

fn seconds(time: f64) -> String {
    if time < 1.0 { format!("{:.1} ms", time * 1e3) } else { format!("{time:.2} s") }
}

fn push(out: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a string never fails.
    let _ = out.write_fmt(what);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_quotes_the_first_table() {
        let page = format!("before\n{BEGIN}| old |\n{END}after\n");
        let quoted = quote(&page, "# Results\n\n| new |\n|---|\n\n| other |\n");
        assert_eq!(quoted, Some(format!("before\n{BEGIN}| new |\n|---|\n{END}after\n")));
        assert_eq!(quote("no marks", "| new |\n"), None);
        assert_eq!(quote(&page, "no table"), None);
    }
}
