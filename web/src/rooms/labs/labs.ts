/** The labs there are, each in a script of its own. */
import { ELEMENTS, type LabName } from "./elements.js";

export const LABS: Record<LabName, () => Promise<unknown>> = {
  network: () => import("../grad-network.js"),
  start: () => import("../grad-init-lab.js"),
  descent: () => import("../grad-descent.js"),
};

export function labOf(name: string): LabName | null {
  return Object.hasOwn(ELEMENTS, name) ? (name as LabName) : null;
}
