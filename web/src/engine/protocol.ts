/**
 * The documents between the engine and everything that shows them: types, a file a document, and the one decoder.
 * ARCHITECTURE.md describes them in prose.
 */
export type * from "./protocol/checks.js";
export type * from "./protocol/derivatives.js";
export type * from "./protocol/describe.js";
export type * from "./protocol/explain.js";
export type * from "./protocol/grade.js";
export type * from "./protocol/graph.js";
export type * from "./protocol/sample.js";
export type * from "./protocol/steps.js";
export type * from "./protocol/train.js";
export type * from "./protocol/values.js";

function decodeNumber(wire: unknown): unknown {
  switch (wire) {
    case "NaN":
      return Number.NaN;
    case "Infinity":
      return Number.POSITIVE_INFINITY;
    case "-Infinity":
      return Number.NEGATIVE_INFINITY;
    case "-0":
      return -0;
    default:
      return wire;
  }
}

/** The fields that hold numbers. Only these are decoded, so that a name or text "NaN" stays what it is. */
const NUMERIC = new Set([
  "value",
  "gradient",
  "primals",
  "adjoints",
  "partials",
  "adjoint",
  "partial",
  "contribution",
  "total",
  "product",
  "numeric",
  "relative_error",
  "h",
  "slope",
  "left",
  "right",
  "difference",
  "tangent",
  "tangents",
  "truncation",
  "rounding",
  "samples",
  "at",
  "dead_zones",
  "wrong",
  "right",
]);

function decodeNumbers(wire: unknown): unknown {
  return Array.isArray(wire) ? wire.map(decodeNumbers) : decodeNumber(wire);
}

const WIRE_NUMBER = /"(?:NaN|-?Infinity|-0)"/;

/** Parses a reply of the engine; the only place where wire numbers become numbers. */
export function decodeReply<T>(json: string): T {
  const reply = JSON.parse(json);
  // most replies have nothing to decode
  if (WIRE_NUMBER.test(json)) decodeFields(reply);
  return reply as T;
}

/** In place. The arguments of a message are texts, whatever they are called. */
function decodeFields(document: Record<string, unknown> | unknown[]): void {
  for (const [key, field] of Object.entries(document)) {
    if (NUMERIC.has(key)) (document as Record<string, unknown>)[key] = decodeNumbers(field);
    else if (key !== "args" && typeof field === "object" && field !== null) decodeFields(field as unknown[]);
  }
}

/** Serialises a request. Lone surrogates become U+FFFD, one for one, so spans still fit the text. */
export function encodeRequest(request: object): string {
  return JSON.stringify(request, (_key, value) => {
    if (typeof value === "string") return value.toWellFormed();
    if (typeof value !== "number") return value;
    if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : value;
    return String(value);
  });
}
