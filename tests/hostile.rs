//! What an article, a claims file or a disk may do to the program, each with
//! the defence that holds against it. `docs/security.md` lists them.

#[path = "hostile/amounts.rs"]
mod amounts;
#[path = "hostile/faults.rs"]
mod faults;
#[path = "hostile/files.rs"]
mod files;
#[path = "hostile/killed.rs"]
mod killed;
#[path = "authoring/program.rs"]
#[allow(dead_code, reason = "shared with the tests of authoring, which use the rest")]
mod program;
#[path = "hostile/shown.rs"]
mod shown;

/// A claims file that asks how many boats sank.
const CLAIMS: &str = "version = 1
[corpus]
paths = [\"articles\"]
[[claimant]]
id = \"office\"
name = \"the harbour office\"
[[topic]]
id = \"boats\"
question = \"How many boats sank?\"
kind = \"count\"
unit = \"boat\"
match = [\"{value} boats [had] sunk\"]
[[claim]]
id = \"six\"
topic = \"boats\"
value = 6
";

/// An article that says another number than the claim.
const ARTICLE: &str = "The harbour office said that 14 boats had sunk.\n";
