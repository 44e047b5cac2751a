/**
 * Runs every fuzzer of tests/fuzz on its seeds: shortly and the same each time, or `npm run fuzz -- 10` for ten minutes each, going
 * on from what was found before. `npm run fuzz -- 10 modes` runs one of them. A finding is kept in build/fuzz/findings.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cmakeBuild } from "./lib/cmake.mjs";
import { Failure, main } from "./lib/run.mjs";
import { sources } from "./lib/sources.mjs";

const FOLDER = "build/fuzz";
const WORDS = `${FOLDER}/words.dict`;
const SHORT_RUNS = { print: 20_000, modes: 6_000, simplify: 6_000, from_json: 6_000, train: 6_000 };
/** By fuzzer; the others begin with programs. */
const SEEDS = { from_json: "requests", train: "training" };
const LIMITS = ["-max_len=600", "-timeout=20", "-rss_limit_mb=3000"];
const PUNCTUATION = "\n|; | = |[[|], [|]]|.T| @ |**|<=|>=|==|!=|e-300|1e300".split("|");

/** What the language and the requests are made of: names of ops, and words that the readers of requests know. */
function writeWords() {
  const all = (...source) =>
    sources(...source)
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
  const ops = all(/\.hpp$/, ["engine/ops"]).matchAll(/\.(?:name|aliases) = "([^"]+)"/g);
  const names = [...ops].flatMap(([, name]) => name.split(" "));
  const known = [...all(/(json|request)\.cpp$/, ["wasm_bindings"]).matchAll(/"\w+"/g)].map(([word]) => word);
  const escaped = [...new Set([...names, ...known, ...PUNCTUATION])].map((word) =>
    [...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
  );
  writeFileSync(WORDS, escaped.map((word) => `"${word}"\n`).join(""));
}

function fuzz(name, minutes) {
  const corpus = `${FOLDER}/${minutes ? "corpus" : "short"}/${name}`;
  if (!minutes) rmSync(corpus, { recursive: true, force: true });
  mkdirSync(corpus, { recursive: true });
  const seeds = `tests/fuzz/seeds/${SEEDS[name] ?? "programs"}`;
  const length = minutes ? [`-max_total_time=${minutes * 60}`] : [`-runs=${SHORT_RUNS[name]}`, "-seed=1"];
  const args = [...length, ...LIMITS, `-dict=${WORDS}`, `-artifact_prefix=${FOLDER}/findings/`, "-print_final_stats=1"];
  const started = performance.now();
  const { status, stderr } = spawnSync(`${FOLDER}/fuzz_${name}`, [...args, corpus, seeds], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const runs = stderr.match(/number_of_executed_units: (\d+)/)?.[1] ?? "?";
  const coverage = [...stderr.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? "?";
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`  ${name.padEnd(10)} ${runs.padStart(9)} runs, ${coverage} edges, ${seconds} s`);
  if (status !== 0) throw new Failure(`${stderr.split("\n").slice(-60).join("\n")}\nfuzz_${name} found something`);
}

await main(async () => {
  await cmakeBuild("fuzz");
  mkdirSync(`${FOLDER}/findings`, { recursive: true });
  writeWords();
  const [minutes, ...only] = process.argv.slice(2);
  const names = Object.keys(SHORT_RUNS).filter((name) => only.length === 0 || only.includes(name));
  for (const name of names) fuzz(name, Number(minutes ?? 0));
});
