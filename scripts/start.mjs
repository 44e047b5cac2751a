/** Builds the site and serves it on a loopback address: port 4173, or the next that is free. */
import { preview } from "vite";
import { main, run } from "./lib/run.mjs";

await main(async () => {
  await run(process.execPath, ["scripts/build.mjs", "--site"]);
  const server = await preview({ logLevel: "error" });
  console.log(`\nGradcircuit is at ${server.resolvedUrls?.local[0]}   (Ctrl+C ends it)`);
});
