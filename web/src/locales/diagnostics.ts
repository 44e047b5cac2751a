/** What the page says about an error or a note of the engine. */
import type { Diagnostic } from "../engine/protocol.js";
import { hasMessage, msg } from "./index.js";

export interface DiagnosticWords {
  message: string;
  /** What to do about it; empty when there is nothing to say, or when an argument it needs is not known. */
  hint: string;
  /** Label of the button that applies `diagnostic.fix`; empty without a fix. */
  fix: string;
}

export function diagnosticWords(diagnostic: Diagnostic): DiagnosticWords {
  const id = `diagnostic-${diagnostic.code}`;
  // A newer engine may know a code that this page does not: its own English is better than nothing.
  if (!hasMessage(id)) return { message: diagnostic.message, hint: "", fix: fixLabel(id, diagnostic) };
  const hinted = diagnostic.hint !== undefined && diagnostic.hint !== "" && hasMessage(`${id}.hint`);
  return {
    message: msg(id, diagnostic.args),
    hint: hinted ? msg(`${id}.hint`, diagnostic.args) : "",
    fix: fixLabel(id, diagnostic),
  };
}

function fixLabel(id: string, { fix, args }: Diagnostic): string {
  if (!fix) return "";
  if (hasMessage(`${id}.fix`)) return msg(`${id}.fix`, args);
  return fix.text === "" ? msg("fix-remove") : msg("fix-write", { text: fix.text });
}
