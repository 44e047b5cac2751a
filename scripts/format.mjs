/** Formats every source in place; `--check` only says which are not formatted. */
import { bin, main, run } from "./lib/run.mjs";
import { CPP, sources } from "./lib/sources.mjs";

await main(async () => {
  const check = process.argv.includes("--check");
  const cpp = sources(CPP);
  if (cpp.length > 0)
    await run("clang-format-19", [...(check ? ["--dry-run", "-Werror", "--ferror-limit=20"] : ["-i"]), ...cpp]);
  await run(bin("biome"), [check ? "format" : "check", ...(check ? [] : ["--write", "--linter-enabled=false"]), "."]);
});
