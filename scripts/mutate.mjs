/**
 * Breaks every derivative rule in every way that lib/mutants.mjs knows, and holds the tests to noticing. A mutant that lives fails
 * this script, unless tests/data/equivalent_mutants.json proves that it computes the same.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { cmakeBuild } from "./lib/cmake.mjs";
import { mutate } from "./lib/mutants.mjs";
import { Failure, main, timed } from "./lib/run.mjs";
import { sources } from "./lib/sources.mjs";

const REWRITTEN = "build/mutated/engine/ops";
const TESTS = "build/mutants/gradcircuit_mutants";
const EQUIVALENT = "tests/data/equivalent_mutants.json";
/** A mutant that loops for ever is noticed too. */
const PATIENCE = 60_000;

const SWITCH = `#pragma once
#include <cstdlib>
namespace gradcircuit {
inline const int chosen_mutant = [] {
  const char* id = std::getenv("GRADCIRCUIT_MUTANT");
  return id == nullptr ? 0 : std::atoi(id);
}();
inline bool mutant(int id) { return id == chosen_mutant; }
}  // namespace gradcircuit
`;

/** Writes a file only when it changes, so that nothing is compiled again for nothing. */
function update(path, text) {
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // not written yet
  }
  writeFileSync(path, text);
}

function rewriteOps() {
  mkdirSync(REWRITTEN, { recursive: true });
  update(`${REWRITTEN}/mutant.hpp`, SWITCH);
  const mutants = [];
  for (const path of sources(/\.hpp$/, ["engine/ops"])) {
    const found = mutate(readFileSync(path, "utf8"), mutants.length + 1);
    update(
      `${REWRITTEN}/${basename(path)}`,
      found.text.replace("#pragma once", '#pragma once\n#include "engine/ops/mutant.hpp"'),
    );
    mutants.push(...found.mutants);
  }
  return mutants;
}

/** Whether all tests pass; the first that fails ends the run. */
function survives(id) {
  return new Promise((resolve) => {
    const child = spawn(TESTS, ["--abort", "--order", "decl"], {
      env: { ...process.env, GRADCIRCUIT_MUTANT: String(id) },
      stdio: "ignore",
      timeout: PATIENCE,
    });
    child.on("exit", (code) => resolve(code === 0));
  });
}

async function survivorsOf(mutants) {
  const waiting = [...mutants];
  const survivors = [];
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift())
      if (await survives(mutant.id)) survivors.push(mutant);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return survivors.sort((a, b) => a.id - b.id);
}

const isSame = (a) => (b) => a.rule === b.rule && a.mutated === b.mutated;

await main(async () => {
  const mutants = rewriteOps();
  const { seconds: compiling } = await timed(() => cmakeBuild("mutants"));
  if (!(await survives(0))) throw new Failure("the tests fail before anything is broken; run: npm run check -- native");
  const { result: survivors, seconds } = await timed(() => survivorsOf(mutants));

  const equivalent = JSON.parse(readFileSync(EQUIVALENT, "utf8"));
  const alive = survivors.filter((mutant) => !equivalent.some(isSame(mutant)));
  const stale = equivalent.filter((entry) => !survivors.some(isSame(entry)));
  for (const { rule, original, mutated } of alive) console.log(`lives: ${rule}\n    ${original}\n    ${mutated}`);
  for (const { rule, mutated } of stale) console.log(`not equivalent, or no mutant: ${rule}\n    ${mutated}`);
  console.log(
    `${mutants.length} mutants: ${mutants.length - survivors.length} killed, ${survivors.length - alive.length} equivalent, ` +
      `${alive.length} alive; ${compiling.toFixed(0)} s compiling, ${seconds.toFixed(0)} s running`,
  );
  if (alive.length > 0) throw new Failure(`write a test that notices, or prove the mutant equivalent in ${EQUIVALENT}`);
  if (stale.length > 0) throw new Failure(`take these out of ${EQUIVALENT}`);
});
