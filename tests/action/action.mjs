// action.yml, read: its steps as a workflow for actionlint, and each step as
// what a shell gets, with the expressions of its `env` worked out.

import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";

export const root = new URL("../../", import.meta.url);
export const action = parse(readFileSync(new URL("action.yml", root), "utf8"));

/** A workflow that has the steps of the action, and takes its inputs. */
export function asWorkflow(of = action) {
  const inputs = Object.fromEntries(
    // The default of an input may be an expression there, and none here.
    Object.entries(of.inputs).map(([name, input]) => [name, { description: input.description, type: "string" }]),
  );
  return stringify({
    on: { workflow_call: { inputs } },
    jobs: { action: { "runs-on": "ubuntu-latest", steps: of.runs.steps } },
  });
}

/** The text of an expression, or of a text with expressions in it. */
export function evaluate(text, { inputs, github }) {
  const format = (template, ...values) => template.replace(/\{(\d+)\}/g, (_, at) => values[at]);
  // What this action says of its contexts means the same in both languages.
  const value = (expression) => new Function("inputs", "github", "format", `return ${expression}`)(named(inputs), github, format);
  return String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => value(expression.replace(/inputs\.([\w-]+)/g, 'inputs("$1")')) ?? "");
}

function named(inputs) {
  return (name) => {
    if (!(name in inputs)) throw new Error(`there is no input ${name}`);
    return inputs[name];
  };
}

/** The inputs as a workflow gives them; the others have their defaults. */
export function inputsWith(given, github) {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, evaluate(input.default, { inputs: {}, github })]);
  return { ...Object.fromEntries(defaults), ...given };
}
