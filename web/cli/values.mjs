/** Values on the command line: `x=-2,w=[2,-3],W=[[1,2],[3,4]]`. */

export class UsageError extends Error {}

/** The `at` of a request. Throws a UsageError that names what could not be read. */
export function readAt(text) {
  return Object.fromEntries(splitOutsideBrackets(text).map(readAssignment));
}

function readAssignment(text) {
  const match = /^\s*([A-Za-z_]\w*)\s*=\s*(.+?)\s*$/s.exec(text);
  if (!match) throw new UsageError(`--at: cannot read '${text}'; write name=number`);
  const [, name, value] = match;
  return [name, readValue(value)];
}

function readValue(text) {
  if (text.startsWith("[")) {
    try {
      return JSON.parse(text);
    } catch {
      throw new UsageError(`--at: cannot read the matrix '${text}'`);
    }
  }
  const number = Number(text);
  if (!Number.isFinite(number)) throw new UsageError(`--at: '${text}' is not a finite number`);
  return Object.is(number, -0) ? "-0" : number;
}

function splitOutsideBrackets(text) {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "[") depth++;
    if (letter === "]") depth--;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.filter((part) => part.trim() !== "");
}
