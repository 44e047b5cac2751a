/** The labs there are, in the order in which they are offered, each in a script of its own. */
export interface Lab extends HTMLElement {
  /** What the address says of it, without `#`; set when somebody opens or goes back to one. */
  fragment: string;
  /** What the address should say. The lab sends `link-change` at the end of a gesture that changes it. */
  readonly currentFragment: string;
}

export const LABS = {
  network: () => import("../grad-network.js"),
  start: () => import("../grad-init-lab.js"),
  descent: () => import("../grad-descent.js"),
};
export type LabName = keyof typeof LABS;

/** By which element a lab is shown: those that a page of somebody else may embed. */
export const ELEMENTS: Record<LabName, string> = {
  network: "grad-network",
  start: "grad-init-lab",
  descent: "grad-descent",
};

export function labOf(name: string): LabName | null {
  return Object.hasOwn(LABS, name) ? (name as LabName) : null;
}
