/** tests/golden as the page reads it. The C++ tests hold the same files against the engine. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createEngine, createWorkbench } from "../../../web/src/engine/client.js";
import {
  decodeReply,
  type ExplainReply,
  type ExplainRequest,
  type Explanation,
  encodeRequest,
} from "../../../web/src/engine/protocol.js";
import { explanation, failure } from "./documents.js";

const folder = new URL("../../golden/", import.meta.url);
const golden = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, ...JSON.parse(readFileSync(new URL(file, folder), "utf8")) })) as {
  file: string;
  request: ExplainRequest;
  reply: unknown;
}[];

/** The same document, its numbers to nine digits. */
function nearly(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(nearly);
  if (typeof document === "number" && Number.isFinite(document) && !Number.isInteger(document))
    return expect.closeTo(document, 9);
  if (typeof document !== "object" || document === null) return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, nearly(value)]));
}

test("there are enough of them", () => {
  expect(golden.length).toBeGreaterThanOrEqual(15);
});

describe.each(golden)("$file", ({ file, request, reply }) => {
  const decoded = decodeReply<ExplainReply>(JSON.stringify(reply));

  test("the reply is of the protocol's types", () => {
    (decoded.ok ? explanation : failure)(decoded, "reply");
  });

  test("what is decoded encodes to the same document", () => {
    expect(JSON.parse(encodeRequest(decoded))).toEqual(reply);
    expect(JSON.parse(encodeRequest(request))).toEqual(request);
  });

  test("the engine that ships gives this reply", async () => {
    const engine = await (file.startsWith("workbench/") ? createWorkbench() : createEngine());
    expect(engine.explain(request)).toEqual(nearly(decoded));
  });
});

test("a document with a field too many, too few or of another type is noticed", () => {
  const decoded = golden.map(({ reply }) => decodeReply<ExplainReply>(JSON.stringify(reply))).find(({ ok }) => ok);
  const { notes, ...rest } = decoded as Explanation;
  expect(() => explanation({ ...rest, notes }, "reply")).not.toThrow();
  expect(() => explanation(rest, "reply")).toThrow("notes");
  expect(() => explanation({ ...rest, notes, extra: 1 }, "reply")).toThrow("the type has no field extra");
  expect(() => explanation({ ...rest, notes: [{ code: 1, args: {}, message: "" }] }, "reply")).toThrow("notes[0].code");
});

test("numbers without a JSON form come out as numbers", () => {
  const notANumber = golden.find(({ file }) => file === "not-a-number.json");
  const decoded = decodeReply<ExplainReply>(JSON.stringify(notANumber?.reply));
  expect(decoded.ok && decoded.output.value).toBeNaN();
  const negativeZero = golden.find(({ file }) => file === "negative-zero.json");
  const zero = decodeReply<ExplainReply>(JSON.stringify(negativeZero?.reply));
  expect(zero.ok && zero.output.value).toBe(-0);
});

test("every number goes into the engine and comes back as the same bits", async () => {
  const engine = await createEngine();
  const words = new BigUint64Array(2000);
  let state = 1n;
  for (let i = 0; i < words.length; i++) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    words[i] = i % 2 === 0 ? state : (state >> 12n) | 0x3fe0000000000000n; // any bits, then a number from 1/2 to 2
  }
  const numbers = [...new Float64Array(words.buffer)].concat(-0, Number.NaN, Number.POSITIVE_INFINITY, 5e-324);
  const reply = engine.explain({ program: "sum(w)", at: { w: numbers } });
  expect(reply.ok && reply.inputs[0]?.value).toEqual(numbers.map((number) => [number]));
});

describe("describe", () => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

  test("names every limit there is", async () => {
    const declared = [...read("engine/base/limits.hpp").matchAll(/^inline constexpr .* (\w+) = /gm)].map(
      ([, name]) => name,
    );
    const { limits } = (await createEngine()).describe();
    expect(declared.length).toBeGreaterThan(10);
    expect(Object.keys(limits).sort()).toEqual(declared.sort());
  });

  test("names the version of the package", async () => {
    expect((await createEngine()).describe().engine).toBe(JSON.parse(read("package.json")).version);
  });
});
