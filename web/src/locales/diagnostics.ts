/** What the page says about an error or a note of the engine. */
import type { Diagnostic } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { hasMessage, type MessageArguments, msg } from "./index.js";

export interface DiagnosticWords {
  message: string;
  /** What to do about it; empty when there is nothing to say, or when an argument it needs is not known. */
  hint: string;
  /** Label of the button that applies `diagnostic.fix`; empty without a fix. */
  fix: string;
}

export function diagnosticWords(diagnostic: Diagnostic): DiagnosticWords {
  const id = `diagnostic-${diagnostic.code}`;
  // An embed speaks English, and so does the engine. A newer one may also know a code that this page does not.
  if (!IS_SITE || !hasMessage(id)) return engineWords(diagnostic);
  const args = translated(diagnostic.args);
  return {
    message: msg(id, args),
    hint: diagnostic.hint && hasMessage(`${id}.hint`) ? msg(`${id}.hint`, args) : "",
    fix: fixLabel(diagnostic),
  };
}

function engineWords(diagnostic: Diagnostic): DiagnosticWords {
  const { message, hint, args } = diagnostic;
  const fix = fixLabel(diagnostic);
  if (!hint) return { message: sentence(message, args), hint: "", fix };
  // a message ends with its hint
  return { message: sentence(message.replace(`; ${hint}`, ""), args), hint: sentence(hint, args), fix };
}

/** The engine writes `unknown function 'sinn'`, as compilers do; a page writes sentences. What the program names stays as it is. */
function sentence(text: string, args: Diagnostic["args"]): string {
  const quoted = text.replace(/'(.+?)'(?!')/gs, "“$1”");
  const isNamed = Object.values(args).some((value) => text.startsWith(`${value} `));
  const start = isNamed ? quoted : quoted.replace(/^./su, (letter) => letter.toUpperCase());
  return /[.?]$/.test(start) ? start : `${start}.`;
}

function fixLabel({ fix }: Diagnostic): string {
  if (!fix) return "";
  return fix.text === "" ? msg("fix-remove") : msg("fix-write", { text: fix.text });
}

/** Arguments that the engine gives as a count or in English words; all others are names and texts of the program. */
const COUNTS = ["limit", "expected", "found"];
const PHRASES: Record<string, string> = {
  "an operator": "phrase-operator",
  "a value": "phrase-value",
  "a name": "phrase-name",
  "a whole number": "phrase-whole-number",
  "the end of the line": "phrase-line-end",
  values: "phrase-values",
  connections: "phrase-connections",
  entries: "phrase-entries",
  "an equal share for each": "phrase-equal-share",
  "+Infinity": "phrase-infinity",
  "-Infinity": "phrase-minus-infinity",
};
const WORDED = ["expected", "found", "unit", "chosen", "value"];

function translated(args: Diagnostic["args"]): MessageArguments {
  const entries = Object.entries(args).map(([key, value]) => {
    if (COUNTS.includes(key) && /^\d{1,15}$/.test(String(value))) return [key, Number(value)];
    return [key, WORDED.includes(key) ? phrase(String(value)) : value];
  });
  return Object.fromEntries(entries);
}

/** `'x'` and `',' or ']'` are quoted as the reader's language does it. */
export function phrase(text: string): string {
  const known = Object.hasOwn(PHRASES, text) ? PHRASES[text] : undefined;
  if (known !== undefined) return msg(known);
  const [, first, second] = /^'(.)' or '(.)'$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return msg("phrase-either", { first, second });
  const [, quoted] = /^'(.*)'$/s.exec(text) ?? [];
  return quoted === undefined ? text : msg("phrase-quoted", { text: quoted });
}
