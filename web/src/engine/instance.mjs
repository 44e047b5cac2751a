/**
 * One running copy of the engine, shared by the page and the command line. Plain JavaScript, so that Node reads it as it is.
 *
 * A trap (unreachable code, memory out of bounds, an exhausted stack) leaves the memory of a WebAssembly instance in an
 * unknown state. The instance is then dropped, and the call that met the trap is answered with a failure like any other.
 */

/** @param {unknown} reason */
function isTrap(reason) {
  return reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError;
}

function trapped() {
  const message = "the engine had to restart; the input asked for more than it can do";
  return JSON.stringify({ version: 1, ok: false, error: { code: "engine_trapped", args: {}, message } });
}

/**
 * @param {import("./instance.mjs").ModuleFactory} createModule
 * @param {BufferSource} bytes
 */
export async function openInstance(createModule, bytes) {
  const compiled = await WebAssembly.compile(bytes);

  // With the module compiled, instantiation is synchronous in a browser: `module` carries the functions when this returns.
  const start = () => {
    /** @type {Record<string, any>} */
    const module = {};
    const options = Object.assign(module, {
      instantiateWasm(imports, receive) {
        const instance = new WebAssembly.Instance(compiled, imports);
        receive(instance, compiled);
        return instance.exports;
      },
    });
    return { module, ready: createModule(options) };
  };

  let running = start();
  await running.ready;

  return {
    call(name, ...request) {
      if (!running.module[name]) return trapped();
      try {
        return running.module[name](...request);
      } catch (reason) {
        if (!isTrap(reason)) throw reason;
        running = start();
        return trapped();
      }
    },
    numbers() {
      return running.module.numbers;
    },
    async ready() {
      await running.ready;
    },
  };
}
