/** WebKitGTK, driven by its own WebDriver, plain W3C, under a virtual display. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Readable } from "node:stream";
import { findElement, sought } from "./find.js";
import { type Driver, eventually, type Tab, type Target } from "./tab.js";

const CAPABILITIES = {
  alwaysMatch: {
    "webkitgtk:browserOptions": {
      binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
      args: ["--automation"],
    },
  },
};

/** Keys that are no letters, as WebDriver numbers them. */
const KEYS: Record<string, string> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  F2: "\uE032",
};

/** An element as WebDriver writes one down. */
type ElementReference = Record<string, string>;
type Session = <Result>(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<Result>;

export async function openWebKit(): Promise<Driver> {
  const started: ChildProcess[] = [];
  const close = async () => {
    for (const child of started.reverse()) child.kill();
  };
  try {
    const display = await startDisplay(started);
    const port = await freePort();
    const environment = { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1" };
    started.push(await start("WebKitWebDriver", [`--port=${port}`], { env: environment, stdio: "ignore" }));
    const driver = `http://127.0.0.1:${port}`;
    await eventually("WebKitWebDriver", async () => {
      const reply = await fetch(`${driver}/status`).catch(() => null);
      return reply?.ok ?? null;
    });
    return { probes: false, newTab: () => webkitTab(driver), close };
  } catch (reason) {
    await close();
    throw reason;
  }
}

async function start(command: string, args: string[], options: Parameters<typeof spawn>[2]): Promise<ChildProcess> {
  const child = spawn(command, args, options);
  await once(child, "spawn");
  return child;
}

async function startDisplay(started: ChildProcess[]): Promise<string> {
  const args = ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
  const child = await start("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  started.push(child);
  const [number] = await once(child.stdio[3] as Readable, "data");
  return `:${String(number).trim()}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}

async function call<Result>(address: string, method: string, body?: object): Promise<Result> {
  const reply = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await reply.json();
  if (!reply.ok) throw new Error(`${method} ${new URL(address).pathname}: ${value.error}: ${value.message}`);
  return value;
}

async function webkitTab(driver: string): Promise<Tab> {
  const { sessionId } = await call<{ sessionId: string }>(`${driver}/session`, "POST", { capabilities: CAPABILITIES });
  const session: Session = (method, path, body) => call(`${driver}/session/${sessionId}${path}`, method, body);
  await session("POST", "/window/rect", { width: 1280, height: 900 });

  const execute = <Result>(script: (argument: never) => unknown, argument: unknown): Promise<Result> =>
    session("POST", "/execute/sync", { script: `return (${script})(arguments[0])`, args: [argument ?? null] });
  const keys = (strokes: { type: string; value: string }[]) =>
    session<void>("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions: strokes }] });

  const press = (place: { origin: ElementReference; x: number; y: number }) => {
    const move = { type: "pointerMove", duration: 0, ...place };
    const button = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    return session<void>("POST", "/actions", {
      actions: [{ type: "pointer", id: "mouse", actions: [move, ...button] }],
    });
  };

  const control = (target: Target) =>
    eventually(`${target.role} ${target.name}`, () => execute<ElementReference | null>(findElement, sought(target)));
  return {
    async open(address, framed) {
      // a change of the fragment alone would not load the page again
      await session("POST", "/url", { url: "about:blank" });
      await session("POST", "/url", { url: address });
      if (!framed) return;
      const frame = await execute<ElementReference>(() => document.querySelector("iframe"), null);
      // a frame has the keyboard once it was clicked: here at its upper edge
      await press({ origin: frame, x: 0, y: -318 });
      await session("POST", "/frame", { id: frame });
    },
    run: (script, argument) => execute(script, argument),
    // not "element click", which takes an element in nested shadow roots for one that is covered by its host
    async click(target) {
      const origin = await control(target);
      await execute((element: Element) => element.scrollIntoView({ block: "nearest" }), origin);
      await press({ origin, x: 0, y: 0 });
    },
    focus: async (target) => execute((element: HTMLElement) => element.focus(), await control(target)),
    async press(key) {
      const chord = key.split("+").map((name) => KEYS[name] ?? name);
      const down = chord.map((value) => ({ type: "keyDown", value }));
      await keys([...down, ...down.map(({ value }) => ({ type: "keyUp", value })).reverse()]);
    },
    type: (text) =>
      keys(
        [...text].flatMap((letter) => {
          const value = letter === "\n" ? (KEYS.Enter as string) : letter;
          return [
            { type: "keyDown", value },
            { type: "keyUp", value },
          ];
        }),
      ),
    screenshot: async () => Buffer.from(await session<string>("GET", "/screenshot"), "base64"),
    complaints: () => execute(() => window.complaints, null),
    close: () => session("DELETE", ""),
  };
}
