/** The function that Emscripten's glue exports; it fills and returns the object it is given. */
export type ModuleFactory = (options: object) => Promise<object>;

export interface Instance {
  /** Calls an engine function with one JSON document, or none, and returns its reply as JSON. */
  call(name: "explain" | "describe" | "sample" | "grade" | "train", ...request: string[]): string;
  /** What the last call left beside its reply. */
  numbers(): Float64Array;
  /** Resolves when calls are answered again after a trap; at once in a browser, a moment later in Node. */
  ready(): Promise<void>;
}

export function openInstance(createModule: ModuleFactory, bytes: BufferSource): Promise<Instance>;
