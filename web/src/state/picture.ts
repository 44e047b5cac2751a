/**
 * Which picture of a program is shown: how far in the zoom is, which groups stand open. A choice is a list as the link
 * has it: `s` says that every group named s is open, `-3` that group 3 is not although its name is. Without a choice,
 * everything is open in a small circuit and closed in a large one.
 */
import type { ExplainRequest, Explanation, Group } from "../engine/protocol.js";
import type { Zoom } from "./url.js";

/** Above this many boxes groups and stages start closed; above the next a group is not opened. */
export const COMFORTABLE_BOXES = 25;
export const MOST_OPEN_BOXES = 100;
/** Above either no circuit is drawn. */
const MOST_DRAWN = { boxes: 300, wires: 1000 };

export interface Choice {
  /** Null until someone chose. */
  zoom: Zoom | null;
  open: readonly string[] | null;
}
export type Picture = Required<Pick<ExplainRequest, "expand" | "closed" | "zoom">>;

/** The built-in functions to put their definition in place of: those a choice names. */
export function expanded(choice: Choice, openable: ReadonlySet<string>): string[] {
  return (choice.open ?? []).filter((name) => openable.has(name));
}

/** The picture by a choice. `whole` is the program with nothing closed, at zoom "gates". */
export function planPicture(whole: Explanation, choice: Choice, openable: ReadonlySet<string>): Picture {
  const { groups, stages } = whole.graph;
  const isLarge = whole.view.boxes.length > COMFORTABLE_BOXES;
  const isOpen = openGroups(choice, !isLarge);
  const closed = groups.filter((group) => !isOpen(group)).map((group) => group.id);
  const boxes = whole.view.boxes.length - hiddenBoxes(whole, new Set(closed));
  const byDefault = boxes > COMFORTABLE_BOXES && stages.length > 1 ? "stages" : "gates";
  const zoom = choice.zoom === "matrices" ? "stages" : (choice.zoom ?? byDefault);
  return { expand: expanded(choice, openable), closed, zoom };
}

function openGroups(choice: Choice, byDefault: boolean): (group: Group) => boolean {
  const { open } = choice;
  if (open === null) return () => byDefault;
  return (group) => open.includes(group.name) && !open.includes(`-${group.id}`);
}

/** What there is to draw: a matrix of many entries is one box with many wires. */
export function sizeOf({ view }: Explanation): typeof MOST_DRAWN {
  return { boxes: view.boxes.length, wires: view.boxes.reduce((sum, { inputs }) => sum + inputs.length, 0) };
}

export function isTooLarge(explanation: Explanation): boolean {
  const { boxes, wires } = sizeOf(explanation);
  return boxes > MOST_DRAWN.boxes || wires > MOST_DRAWN.wires;
}

/** Boxes that disappear when the groups `closed` are drawn as one box each. */
function hiddenBoxes({ graph }: Explanation, closed: ReadonlySet<number>): number {
  const outermost = (path: number[]) => path.find((id) => closed.has(id));
  const inside = graph.nodes.filter((node) => outermost(node.group) !== undefined);
  return inside.length - new Set(inside.map((node) => outermost(node.group))).size;
}

/** The choice after group `id` was opened or closed. */
export function toggleGroup(explanation: Explanation, closed: readonly number[], choice: Choice, id: number): Choice {
  const { groups } = explanation.graph;
  const nowClosed = new Set(closed);
  if (!nowClosed.delete(id)) nowClosed.add(id);
  const open: string[] = [];
  for (const name of new Set(groups.map((group) => group.name))) {
    const namesakes = groups.filter((group) => group.name === name);
    const shut = namesakes.filter((group) => nowClosed.has(group.id));
    // a built-in of which nothing is open any more is a plain gate again
    if (shut.length < namesakes.length) open.push(name, ...shut.map((group) => `-${group.id}`));
  }
  return { ...choice, zoom: "gates", open };
}

/** The choice after a built-in gate was opened into its definition. */
export function expandGate(explanation: Explanation, closed: readonly number[], choice: Choice, op: string): Choice {
  const { groups } = explanation.graph;
  const shut = new Set(closed);
  const open = new Set(groups.filter((group) => !shut.has(group.id)).map((group) => group.name));
  return { ...choice, zoom: "gates", open: [...open, op] };
}
