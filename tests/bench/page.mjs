/**
 * The page in Chromium: main-thread time of a drag event in a circuit of 200 nodes, and of parse + layout + draw of one of
 * 15 nodes. Prints and asserts nothing, since figures depend on the machine. Budgets: 16 ms (95th percentile) and 50 ms.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const FILE = resolve(process.env.GRADCIRCUIT_DIST ?? "dist", "gradcircuit.html");
const DRAGS = 100;
const OPENINGS = 30;

/** One statement, so that nothing is folded into stages; four nodes a term: a constant, ×, tanh and +. */
function program(nodes) {
  return Array.from({ length: Math.round(nodes / 4) }, (_, i) => `tanh(x*${i + 2})`).join("+");
}

function quantile(times, q) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

function print(label, times) {
  const [median, p95] = [0.5, 0.95].map((q) => quantile(times, q).toFixed(1).padStart(6));
  console.log(`${label.padEnd(44)} median ${median} ms   p95 ${p95} ms   (${times.length} times)`);
}

async function open(page, link) {
  await page.goto("about:blank");
  await page.goto(`${pathToFileURL(FILE).href}#${link}`);
  await page.getByRole("application").waitFor();
}

/** Milliseconds of main-thread tasks, from the drag event to the frame that shows it. */
async function dragTimes(page, session) {
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
  const frame = () => page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  const spent = async (act) => {
    const before = await busy();
    await act();
    await frame();
    return (await busy()) - before;
  };
  const pill = page.getByRole("application").getByText("x", { exact: true }).first();
  await pill.scrollIntoViewIfNeeded();
  const box = await pill.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y);
  const idle = [];
  const times = [];
  for (let i = 0; i < DRAGS; i++) {
    idle.push(await spent(async () => {}));
    times.push(await spent(() => page.mouse.move(x + 8 * (2 + (i % 40)), y)));
  }
  await page.mouse.up();
  const value = Number(await page.getByRole("spinbutton", { name: "New value of x" }).inputValue());
  if (value < 1) throw new Error(`x was not dragged: ${value}`);
  const overhead = quantile(idle, 0.5);
  return times.map((time) => Math.max(0, time - overhead));
}

/** Opens one program after the other in the same room: engine, layout and SVG, up to the browser's own layout. */
function openingTimes(page, programs) {
  return page.evaluate(async (texts) => {
    const room = document.querySelector("grad-site").shadowRoot.querySelector("grad-circuit");
    const times = [];
    for (const text of texts) {
      const begin = performance.now();
      room.link = { program: text, at: new Map() };
      await room.updateComplete;
      const view = room.shadowRoot.querySelector("circuit-view");
      await view.updateComplete;
      view.shadowRoot.querySelector("svg").getBoundingClientRect();
      times.push(performance.now() - begin);
    }
    return times;
  }, programs);
}

if (!existsSync(FILE)) throw new Error(`${FILE} is not there; run npm run build`);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const session = await page.context().newCDPSession(page);
  // the thread's own time, whatever else runs on the machine
  await session.send("Performance.enable", { timeDomain: "threadTicks" });

  for (const nodes of [16, 200]) {
    await open(page, `mode=gates&x=0.01&e=${encodeURIComponent(program(nodes))}`);
    print(`drag, ${nodes} nodes (main thread per event)`, await dragTimes(page, session));
  }
  await open(page, "e=x*y&x=1");
  // each has a structure of its own, so that nothing is kept from the one before
  const shapes = Array.from({ length: OPENINGS }, (_, i) => {
    const gate = ["tanh", "exp", "sin", "cos", "sigmoid"][i % 5];
    return `${gate}(x${i}*y+z)*w+${gate}(x${i}*z)*y-max(w,y*z)+w*${i}`;
  });
  print("parse + layout + draw, 15 nodes", await openingTimes(page, shapes));
} finally {
  await browser.close();
}
