/** What the build puts beside the sources: Emscripten's glue, and the bytes of a .wasm by whatever way the page has them. */
declare module "*/generated/gradcircuit.mjs" {
  const createModule: import("./instance.mjs").ModuleFactory;
  export default createModule;
}
declare module "*/generated/workbench.mjs" {
  const createModule: import("./instance.mjs").ModuleFactory;
  export default createModule;
}
declare module "*/generated/training.mjs" {
  const createModule: import("./instance.mjs").ModuleFactory;
  export default createModule;
}
declare module "virtual:wasm/*" {
  export function wasmBytes(): Promise<Uint8Array<ArrayBuffer>>;
}
/** The address of a script that runs as a worker. */
declare module "*?worker&url" {
  const url: string;
  export default url;
}
