#!/usr/bin/env node
/** The engine on the command line: the same .wasm that the page runs, the same documents. See `npx gradcircuit --help`. */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openInstance } from "../src/engine/instance.mjs";
import { pointAt } from "./caret.mjs";
import { readAt, UsageError } from "./values.mjs";

const USAGE = `Usage:
  gradcircuit explain PROGRAM [--at x=-2,w=[2,-3]] [--output NAME] [--expand sigmoid,…] [--include steps,paths,check]
      prints the explanation as JSON; on failure the reply goes to standard output, the place to standard error
  gradcircuit batch
      reads {"call": "explain", "request": {…}} from standard input, one a line, and prints one reply a line;
      "grade", "train" and "describe" are called likewise
  gradcircuit describe
      prints every operation, diagnostic and limit`;

/** Modules by name, each opened at its first call. */
const opened = new Map();
function open(module) {
  if (!opened.has(module)) opened.set(module, openModule(module));
  return opened.get(module);
}
async function openModule(module) {
  const generated = new URL("../src/engine/generated/", import.meta.url);
  let factory;
  try {
    factory = await import(new URL(`${module}.mjs`, generated).href);
  } catch {
    throw new UsageError("the engine is not built yet; run: npm run build");
  }
  return openInstance(factory.default, await readFile(new URL(`${module}.wasm`, generated)));
}

async function call(module, name, ...request) {
  const engine = await open(module);
  await engine.ready();
  return engine.call(name, ...request);
}

/** Of both modules in one. */
async function description() {
  const { training } = JSON.parse(await call("training", "describe"));
  return JSON.stringify({ ...JSON.parse(await call("workbench", "describe")), training });
}

/** Indented, but lists of plain values in one line. Strings hold no raw line breaks, so only layout is touched. */
function pretty(json) {
  const text = JSON.stringify(JSON.parse(json), null, 2);
  return text.replaceAll(/\[\n\s*([^[\]{}]*?)\n\s*\]/g, (_list, items) => `[${items.replaceAll(/\n\s*/g, " ")}]`);
}

async function explain(args) {
  const list = { type: "string" };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { at: list, output: list, expand: list, include: list },
  });
  const [program, ...rest] = positionals;
  if (program === undefined || rest.length > 0) throw new UsageError("explain takes one program, in quotes");
  const request = {
    program: program.toWellFormed(),
    ...(values.at && { at: readAt(values.at) }),
    ...(values.output && { output: values.output }),
    ...(values.expand && { expand: values.expand.split(",") }),
    ...(values.include && { include: values.include.split(",") }),
  };
  const reply = await call("workbench", "explain", JSON.stringify(request));
  console.log(pretty(reply));
  const { ok, error } = JSON.parse(reply);
  if (ok) return 0;
  console.error(pointAt(request.program, error));
  return 1;
}

async function answer(line) {
  let document;
  try {
    document = JSON.parse(line);
  } catch {
    return failure("line is not JSON");
  }
  if (document?.call === "describe") return description();
  if (!["explain", "grade", "train"].includes(document?.call))
    return failure(`"call" must be "explain", "grade", "train" or "describe"`);
  const wellFormed = (_key, value) => (typeof value === "string" ? value.toWellFormed() : value);
  const module = document.call === "train" ? "training" : "workbench";
  return call(module, document.call, JSON.stringify(document.request ?? null, wellFormed));
}

function failure(message) {
  return JSON.stringify({ version: 1, ok: false, error: { code: "bad_request", args: {}, message } });
}

async function batch() {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") console.log(await answer(line));
  }
  return 0;
}

async function describe() {
  console.log(pretty(await description()));
  return 0;
}

async function run([command, ...args]) {
  if (command === "explain") return explain(args);
  if (command === "batch") return batch();
  if (command === "describe") return describe();
  console.error(USAGE);
  return command === "--help" || command === "help" ? 0 : 2;
}

// `gradcircuit … | head` closes the pipe early; that is no error.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && error.code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
  console.error(`gradcircuit: ${error.message}`);
  process.exitCode = 2;
}
