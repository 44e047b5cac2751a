import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { ELEMENTS, type LabName } from "../../web/src/rooms/labs/elements.js";

const ROOMS = new URL("../../web/src/rooms/", import.meta.url);
const ID = "virtual:lab";

/** Makes `virtual:lab` the lab of that name, without the others. */
export function oneLab(name: string): Plugin {
  return {
    name: "gradcircuit:one-lab",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const element = ELEMENTS[name as LabName];
      if (element === undefined) this.error(`there is no lab ${name}`);
      const file = fileURLToPath(new URL(`${element}.ts`, ROOMS));
      return `import ${JSON.stringify(file)}; export const lab = ${JSON.stringify(name)};`;
    },
  };
}
