/**
 * The labs in Chromium, training off the main thread: frames a second while One network plays its default net, and how long the free
 * lab takes for all it compares, six ways to start of 20 seeds each (2-6-3-1, 300 updates, 100 points). Prints and asserts
 * nothing. Budgets: 60 frames a second, 2 s.
 */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { preview } from "vite";

const SECONDS = 5;
const ROUNDS = 5;

function quantile(times, q) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

async function frames(page, address) {
  // with the first gradient guessed, updates may be played
  await page.goto(`${address}labs/network/#guess=negative&stage=5`);
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(2000);
  return page.evaluate(
    (seconds) =>
      new Promise((measured) => {
        const times = [];
        const begin = performance.now();
        const frame = (now) => {
          times.push(now);
          if (performance.now() - begin < 1000 * seconds) requestAnimationFrame(frame);
          else measured(times.slice(1).map((time, i) => time - times[i]));
        };
        requestAnimationFrame(frame);
      }),
    SECONDS,
  );
}

/** From the free lab's link to the last seed of the last way to start. */
async function compared(page, address) {
  await page.goto("about:blank");
  await page.goto(`${address}labs/start/#lab=zero`);
  await page.locator("grad-init-lab").getByRole("heading", { level: 2 }).waitFor();
  return page.locator("grad-init-lab").evaluate(
    (element) =>
      new Promise((done) => {
        const begin = performance.now();
        element.fragment = "lab=free";
        const look = () => {
          const regions = [...element.shadowRoot.querySelectorAll("decision-region")];
          const isDrawn = regions.length === 6 && regions.every(({ answers }) => answers.length > 0);
          const isUnderWay = (element.shadowRoot.querySelector(".progress .hint")?.textContent ?? "").trim() !== "";
          if (isDrawn && !isUnderWay) done(performance.now() - begin);
          else setTimeout(look, 4);
        };
        look();
      }),
  );
}

if (!existsSync("dist/labs")) throw new Error("dist/labs is not there; run npm run build");
const server = await preview({ logLevel: "silent", preview: { port: 4273 } });
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const gaps = await frames(page, address);
  const perSecond = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
  console.log(
    `One network, its default net, playing         ${perSecond.toFixed(1)} frames a second; between two: median ` +
      `${quantile(gaps, 0.5).toFixed(1)} ms, p95 ${quantile(gaps, 0.95).toFixed(1)} ms`,
  );
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await compared(page, address));
  console.log(
    `free lab, 6 ways to start of 20 seeds          median ${(quantile(times, 0.5) / 1000).toFixed(2)} s, slowest ${(Math.max(...times) / 1000).toFixed(2)} s   (${ROUNDS} times)`,
  );
} finally {
  await browser.close();
  await server.close();
}
