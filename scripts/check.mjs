/**
 * Every check, fastest complaint first; stops at the first that fails. With names, only those: `npm run check -- lint vitest`.
 */
import { mkdirSync } from "node:fs";
import { cmakeBuild } from "./lib/cmake.mjs";
import { bin, Failure, main, run, timed } from "./lib/run.mjs";

const node = (...args) => run(process.execPath, args);

const CHECKS = [
  { name: "format", what: "clang-format and Biome agree", run: () => node("scripts/format.mjs", "--check") },
  { name: "layers", what: "no #include or import crosses a layer", run: () => node("scripts/check-layers.mjs") },
  { name: "lock", what: "package-lock.json serves every machine", run: () => node("scripts/check-lock.mjs") },
  { name: "types", what: "TypeScript, strict; scenes without a DOM", run: types },
  { name: "lint", what: "Biome, ESLint for Lit and accessibility, knip", run: lint },
  { name: "tidy", what: "g++ 12 and clang-tidy over engine and bindings", run: () => cmakeBuild("gcc") },
  { name: "native", what: "C++ tests, clang 19, address and undefined sanitizers", run: native },
  { name: "fuzz", what: "a short run of every fuzzer over its seeds", run: () => node("scripts/fuzz.mjs") },
  { name: "wasm", what: "the module that ships", run: () => cmakeBuild("wasm") },
  { name: "wasm-tests", what: "the same C++ tests as WebAssembly under Node", run: wasmTests },
  { name: "vitest", what: "page logic and components", run: () => run(bin("vitest"), ["run", "--reporter=dot"]) },
  { name: "build", what: "dist/, sizes within budget", run: () => node("scripts/build.mjs") },
  {
    name: "browsers",
    what: "Chromium, Firefox and WebKitGTK on the built pages",
    run: () => run(bin("playwright"), ["test"]),
  },
];

async function types() {
  for (const config of ["tsconfig.json", "tsconfig.scene.json", "tsconfig.tools.json"])
    await run(bin("tsc"), ["-p", config]);
}

async function lint() {
  await run(bin("biome"), ["lint", "--error-on-warnings", "."]);
  mkdirSync("build", { recursive: true });
  await run(bin("eslint"), ["--max-warnings=0", "--cache", "--cache-location=build/eslint", "web/src"]);
  await run(bin("knip"), []);
}

async function native() {
  await cmakeBuild("native");
  await run("build/native/gradcircuit_tests", [], { env: { UBSAN_OPTIONS: "print_stacktrace=1" } });
}

async function wasmTests() {
  await cmakeBuild("wasm-tests", "wasm");
  await node("build/wasm/gradcircuit_tests.js", "--colour-mode=none");
}

function choose(names) {
  const known = CHECKS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Failure(`no check ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  return names.length > 0 ? CHECKS.filter(({ name }) => names.includes(name)) : CHECKS;
}

async function failureOf(action) {
  try {
    await action();
    return null;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** @returns {Promise<{ name: string, verdict: string, seconds: number }>} */
async function perform({ name, what, run }) {
  console.log(`\n── ${name}: ${what}`);
  const { result: failure, seconds } = await timed(() => failureOf(run));
  if (failure) console.error(failure.message);
  return { name, verdict: failure ? "failed" : "passed", seconds };
}

async function performAll(checks) {
  const rows = [];
  for (const check of checks) {
    const failed = rows.some(({ verdict }) => verdict === "failed");
    rows.push(failed ? { name: check.name, verdict: "not run", seconds: 0 } : await perform(check));
  }
  return rows;
}

function report(rows) {
  console.log("");
  for (const { name, verdict, seconds } of rows) {
    console.log(`${name.padEnd(12)} ${verdict.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
  const failed = rows.find(({ verdict }) => verdict === "failed");
  if (failed) console.log(`\nTo repeat what failed: npm run check -- ${failed.name}`);
  const skipped = count("not run") > 0 ? `, ${count("not run")} not run` : "";
  const total = rows.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`\n${count("passed")} passed, ${count("failed")} failed${skipped} in ${total.toFixed(0)} s`);
  process.exitCode = failed ? 1 : 0;
}

await main(async () => report(await performAll(choose(process.argv.slice(2)))));
