/** By which element a lab is shown, in the order in which labs are offered; its file is rooms/<element>.ts. A page of somebody else may embed it. */
export const ELEMENTS = {
  network: "grad-network",
  start: "grad-init-lab",
  descent: "grad-descent",
} as const;
export type LabName = keyof typeof ELEMENTS;

/** What those elements have in common. */
export interface Lab extends HTMLElement {
  /** What the address says of it, without `#`; set when somebody opens or goes back to one. */
  fragment: string;
  /** What the address should say. The lab sends `link-change` at the end of a gesture that changes it. */
  readonly currentFragment: string;
}
