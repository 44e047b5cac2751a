import { beforeEach, describe, expect, it } from "vitest";
import { type Instance, openInstance } from "../../../web/src/engine/instance.mjs";

/** (module (func (export "trap") unreachable)) */
const TRAPPING = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0],
  ...[7, 8, 1, 4, 0x74, 0x72, 0x61, 0x70, 0, 0, 10, 5, 1, 3, 0, 0, 0x0b],
);

let started = 0;

/** Stands in for Emscripten's glue: counts its calls, traps, overflows the stack or fails on request. */
async function createModule(options: object): Promise<object> {
  started++;
  let calls = 0;
  const overflow = (depth: number): number => overflow(depth + 1) + 1;
  const instantiate = (
    options as { instantiateWasm(imports: object, done: (instance: WebAssembly.Instance) => void): void }
  ).instantiateWasm;
  instantiate({}, (instance) => {
    Object.assign(options, {
      explain(request: string) {
        calls++;
        if (request === "trap") (instance.exports.trap as () => void)();
        if (request === "overflow") overflow(0);
        if (request === "bug") throw new TypeError("a mistake in the page");
        return String(calls);
      },
    });
  });
  return options;
}

describe("an instance of the engine", () => {
  let instance: Instance;
  beforeEach(async () => {
    started = 0;
    instance = await openInstance(createModule, TRAPPING);
  });

  it("is one and the same from call to call", () => {
    expect(instance.call("explain", "a")).toBe("1");
    expect(instance.call("explain", "b")).toBe("2");
    expect(started).toBe(1);
  });

  it.each(["trap", "overflow"])("is dropped after a %s, which is answered as a failure", (request) => {
    instance.call("explain", "a");
    const reply = JSON.parse(instance.call("explain", request));
    expect(reply).toMatchObject({ version: 1, ok: false, error: { code: "engine_trapped", args: {} } });
    expect(instance.call("explain", "b")).toBe("1");
    expect(started).toBe(2);
  });

  it("does not hide mistakes that are not traps", () => {
    expect(() => instance.call("explain", "bug")).toThrow("a mistake in the page");
  });
});
