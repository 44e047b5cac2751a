import { spawn } from "node:child_process";

/**
 * Runs a program with this terminal; resolves when it ends well, rejects with a one-line reason otherwise.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `env` is added to this process's; `quiet` drops
 *   what goes to standard output
 */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", quiet ? "ignore" : "inherit", "inherit"];
    const child = spawn(program, args, { stdio, env: { ...process.env, ...env } });
    child.on("error", () => reject(new Failure(`${program} could not be started; run: scripts/setup.sh test`)));
    child.on("exit", (code, signal) => {
      if (code === 0) resolve(undefined);
      else reject(new Failure(`${[program, ...args.slice(0, 3)].join(" ")} … ended with ${signal ?? code}`));
    });
  });
}

/** A program of an npm package. */
export const bin = (name) => `node_modules/.bin/${name}`;

/** What went wrong has been printed, or is the message: no stack trace wanted. */
export class Failure extends Error {}

/**
 * @template T
 * @param {() => Promise<T> | T} action
 * @returns {Promise<{ result: T, seconds: number }>}
 */
export async function timed(action) {
  const started = performance.now();
  const result = await action();
  return { result, seconds: (performance.now() - started) / 1000 };
}

/**
 * Runs a script's body and turns a failure into one line and an exit code.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
