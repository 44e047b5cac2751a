/** Runs every benchmark: the C++ ones natively and as WebAssembly under Node, then those of the page (tests/bench/*.mjs). */
import { cmakeBuild } from "./lib/cmake.mjs";
import { main, run } from "./lib/run.mjs";
import { sources } from "./lib/sources.mjs";

await main(async () => {
  if (sources(/\.cpp$/, ["tests/bench"]).length > 0) {
    console.log("── native");
    await cmakeBuild("bench");
    await run("build/bench/gradcircuit_bench", []);
    console.log("\n── WebAssembly");
    await cmakeBuild("bench-wasm");
    await run(process.execPath, ["build/bench-wasm/gradcircuit_bench.js"]);
  }
  for (const file of sources(/^tests\/bench\/[^/]+\.mjs$/, ["tests/bench"])) {
    console.log(`\n── ${file}`);
    await run(process.execPath, [file]);
  }
});
