/** Real explanations for tests, from the shipped engine. */
import { createEngine } from "../../web/src/engine/client.js";
import type { ExplainRequest, Explanation } from "../../web/src/engine/protocol.js";
import type { Ops } from "../../web/src/scene/rules.js";

export const engine = await createEngine();
export const ops: Ops = new Map(engine.describe().ops.map((op) => [op.name, op]));

export function explained(program: string, request: Omit<ExplainRequest, "program"> = {}): Explanation {
  const reply = engine.explain({ include: ["steps"], ...request, program });
  if (!reply.ok) throw new Error(`${program}: ${reply.error.message}`);
  return reply;
}

/** (x + y) * z at −2, 5, −4, the circuit of the first minute. */
export const FIRST = "x = -2; y = 5; z = -4; q = x + y; f = q * z";
