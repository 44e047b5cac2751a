/** The one lab of an embed: its element is registered by the import, as scripts/vite/one-lab.ts says. */
declare module "virtual:lab" {
  export const lab: import("./rooms/labs/elements.js").LabName;
}
