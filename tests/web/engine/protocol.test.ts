import { describe, expect, it } from "vitest";
import { decodeReply, encodeRequest } from "../../../web/src/engine/protocol.js";

describe("numbers that JSON has no word for", () => {
  it("are decoded where numbers stand, and only there", () => {
    const reply = decodeReply<Record<string, unknown>>(
      '{"value":"NaN","primals":["-0",[["Infinity","-Infinity"]],2],"name":"NaN","args":{"value":"-0"}}',
    );
    expect(reply).toEqual({
      value: Number.NaN,
      primals: [-0, [[Infinity, -Infinity]], 2],
      name: "NaN",
      args: { value: "-0" },
    });
  });

  it("change nothing about a reply without them", () => {
    expect(decodeReply('{"value":1.5,"name":"Infinity and beyond"}')).toEqual({
      value: 1.5,
      name: "Infinity and beyond",
    });
  });

  it("are encoded in requests", () => {
    expect(encodeRequest({ at: { x: -0, y: Number.NaN, w: [[Infinity], [-Infinity]], z: 0 } })).toBe(
      '{"at":{"x":"-0","y":"NaN","w":[["Infinity"],["-Infinity"]],"z":0}}',
    );
  });
});

it("sends lone surrogates as one replacement character each, so that spans still fit", () => {
  const program = "a\ud800 + \udc00";
  const sent = JSON.parse(encodeRequest({ program })).program;
  expect(sent).toBe("a\ufffd + \ufffd");
  expect(sent).toHaveLength(program.length);
});
