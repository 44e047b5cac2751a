import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * The project's files below some paths, committed or not, without what git ignores.
 * @param {RegExp} ending
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function sources(ending, paths = ["."]) {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", ...paths];
  const listed = execFileSync("git", args, { encoding: "utf8", maxBuffer: 1 << 26 });
  return listed.split("\n").filter((path) => ending.test(path) && existsSync(path));
}

export const CPP = /\.[ch]pp$/;
