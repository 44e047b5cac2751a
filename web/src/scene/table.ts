/** The rows of the gate table at a moment. */
import type { Explanation, NodeId, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { isOfForwardMode } from "./forward-mode.js";
import { boxAt } from "./keys.js";
import { type Message, message } from "./message.js";
import type { CircuitState } from "./model.js";
import { gateFormula, isNamed, nodeAt, nodeName } from "./names.js";
import { stepAt } from "./sentence.js";
import { gateName } from "./spoken.js";
import { momentAt } from "./timeline.js";

export interface TableRow {
  node: NodeId;
  name: string;
  /** What it is: an input, a constant, or a gate and its formula. */
  rule: Message;
  isInput: boolean;
  /** Null while it is not computed. */
  value: Value | null | "covered";
  gradient: Value | null | "covered";
  /** False for what depends on constants only. */
  hasGradient: boolean;
  arrived: number;
  of: number;
  users: NodeId[];
  /** Set where the current step puts its number. */
  phase: "forward" | "backward" | null;
}

/** A longer table helps nobody, and costs a browser seconds. */
const MOST_ROWS = 300;

/** How many boxes of a large program have no row. */
export function rowsLeftOut({ explanation }: CircuitState): number {
  return Math.max(0, listed(explanation).length - MOST_ROWS);
}

function listed(explanation: Explanation): NodeId[] {
  return explanation.view.boxes
    .map(({ node }) => node)
    .filter((node) => nodeAt(explanation, node).op !== "constant" || nodeAt(explanation, node).name !== undefined)
    .sort((a, b) => a - b);
}

export function tableRows({ explanation, time, covered }: CircuitState): TableRow[] {
  const moment = momentAt(explanation, time);
  const users = usersOf(explanation);
  const current = currentNode(explanation, time);
  return listed(explanation)
    .slice(0, MOST_ROWS)
    .map((node) => {
      const { value = null, gradient = null, arrivals = [], of = 0 } = moment.nodes[node] ?? {};
      return {
        node,
        name: nodeName(explanation, node),
        rule: ruleText(explanation, node),
        isInput: nodeAt(explanation, node).op === "input",
        value: covered.has(`value:${node}`) ? "covered" : value,
        gradient: covered.has(`gradient:${node}`) ? "covered" : gradient,
        hasGradient: explanation.adjoints[node] !== null,
        arrived: arrivals.length,
        of,
        users: users.get(node) ?? [],
        phase: node === current?.node ? current.phase : null,
      };
    });
}

function usersOf(explanation: Explanation): Map<NodeId, NodeId[]> {
  const users = new Map<NodeId, NodeId[]>();
  for (const { node, inputs } of explanation.view.boxes) {
    for (const input of new Set(inputs)) {
      const known = users.get(input);
      if (known) known.push(node);
      else users.set(input, [node]);
    }
  }
  return users;
}

function currentNode(explanation: Explanation, time: number): { node: NodeId; phase: "forward" | "backward" } | null {
  const index = stepAt(explanation, time);
  const step = index === null ? undefined : explanation.steps?.[index];
  if (step === undefined) return null;
  if (step.phase === "backward") return { node: step.target, phase: "backward" };
  const isForward = step.phase === "forward" || (IS_SITE && isOfForwardMode(step));
  return { node: step.node, phase: isForward ? "forward" : "backward" };
}

function ruleText(explanation: Explanation, node: NodeId): Message {
  const { op } = nodeAt(explanation, node);
  if (op === "input") return message("table-input");
  if (op === "constant") return message("table-constant");
  const gate = gateName(explanation, boxAt(explanation, node));
  return isNamed(explanation, node) ? message("table-gate", { gate, formula: gateFormula(explanation, node) }) : gate;
}
