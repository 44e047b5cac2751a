import { existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { run } from "./run.mjs";

/**
 * Builds one preset of CMakePresets.json, configuring it when that has not been done or was done for another folder.
 * @param {string} preset a build preset
 * @param {string} [configured] the configure preset, if it has another name
 */
export async function cmakeBuild(preset, configured = preset) {
  const folder = resolve("build", configured);
  if (!isConfiguredHere(folder)) {
    rmSync(folder, { recursive: true, force: true });
    await run("cmake", ["--preset", configured], { quiet: true });
  }
  await run("cmake", ["--build", "--preset", preset, "--parallel", String(availableParallelism()), "--", "--quiet"]);
}

/** A checkout that was moved or copied carries the old paths in its cache. */
function isConfiguredHere(folder) {
  const cache = resolve(folder, "CMakeCache.txt");
  if (!existsSync(cache) || !existsSync(resolve(folder, "build.ninja"))) return false;
  return readFileSync(cache, "utf8").includes(`CMAKE_HOME_DIRECTORY:INTERNAL=${process.cwd()}\n`);
}
