/** The module with everything, in a file of its own so that it loads only when it is asked for. */
export { wasmBytes } from "virtual:wasm/workbench";
export { default as createModule } from "./generated/workbench.mjs";
