/** What the build puts beside the sources: Emscripten's glue, and the bytes of the .wasm by whatever way the page has them. */
declare module "*/generated/gradcircuit.mjs" {
  const createModule: import("./instance.mjs").ModuleFactory;
  export default createModule;
}
declare module "virtual:gradcircuit-wasm" {
  export function wasmBytes(): Promise<Uint8Array<ArrayBuffer>>;
}
