// Makes the pages that the tests open: what the program writes for the shipped
// files, for the hostile run, and for a thousand articles made up here.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = resolve(root, process.env.GAINSAY ?? "target/release/gainsay");
const folder = mkdtempSync(join(tmpdir(), "gainsay-pages-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The page of a claims file, as a path. */
export function page(name, claims) {
  const path = join(folder, `${name}.html`);
  const ran = spawnSync(program, ["report", "--claims", claims, "--output", path], { cwd: root, encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`gainsay report ended with ${ran.status}: ${ran.stderr}`);
  return path;
}

export const shipped = () => page("shipped", "claims.toml");
export const hostile = () => page("hostile", "tests/formats/fixture/claims.toml");

/** A thousand articles that speak to five hundred topics, each in conflict. */
export function large() {
  const claims = join(folder, "claims.toml");
  mkdirSync(join(folder, "articles"));
  const names = Array.from({ length: 500 }, (_, at) => place(at));
  const topics = names.map(
    (name, at) => `[[topic]]
id = "boats-${name.toLowerCase()}"
question = "How many boats left the harbour of ${name} before the storm of the night of 3 March?"
kind = "count"
unit = "boat"
during = "2023-03-03"
match = ["{value} boats left ${name}"]
`,
  );
  const claimants = ["office", "union"].map((id) => `[[claimant]]\nid = "${id}"\nname = "the ${id}"\n`);
  writeFileSync(claims, `version = 1\n\n[corpus]\npaths = ["articles"]\n\n${claimants.join("\n")}\n${topics.join("\n")}`);
  for (let at = 0; at < 1000; at += 1) {
    const told = [0, 1].map((step) => {
      const topic = (at + step * 137) % 500;
      const [who, count] = (Math.floor(at / 500) + step) % 2 ? ["office", 20 + (topic % 30)] : ["union", 60 + (topic % 30)];
      return `According to the ${who}, ${count} boats left ${names[topic]} before the storm. ${own(at * 2 + step)}`;
    });
    const front = `+++\ntitle = "The night at ${names[at % 500]}, part ${at}"\noutlet = "Outlet ${at % 40}"\npublished = "2023-03-04"\nurl = "https://outlet-${at % 40}.example/${at}"\n+++\n`;
    writeFileSync(join(folder, "articles", `night-${String(at).padStart(4, "0")}.txt`), `${front}${told.join("\n\n")}\n`);
  }
  return page("large", claims);
}

/** Words that no other text has, so that nobody has copied anybody. */
function own(at) {
  const words = Array.from({ length: 14 }, (_, word) => `${place((at * 7 + word * 31) % 1000)}${(at * 30 + word + 1296).toString(36).replace(/\d/g, "x")}`);
  return `${words.join(" ").toLowerCase()}.`;
}

/** A name of syllables, another for each number. */
function place(at) {
  const syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"];
  const name = [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100)].map((digit) => syllables[digit]).join("") + "ster";
  return name[0].toUpperCase() + name.slice(1);
}

/** What the program counts for a claims file. */
export function counted(claims) {
  const ran = spawnSync(program, ["check", "--claims", claims, "--format", "json"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(ran.stdout);
}

export const chromium = () =>
  process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], { encoding: "utf8" }).trim();
