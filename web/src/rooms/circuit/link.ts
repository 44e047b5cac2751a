/** A session as a link says it, and back. */
import type { Value } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import type { Choice } from "../../state/picture.js";
import type { CircuitDocument } from "../../state/undo.js";
import type { Link } from "../../state/url.js";
import type { Session } from "./session.js";

/** What opens when nothing else is asked for. */
export const FIRST_CIRCUIT: Link = {
  program: "(x + y) * z",
  at: new Map([
    ["x", -2],
    ["y", 5],
    ["z", -4],
  ]),
};

/** What a link writes down, and the picture of it that it wants. */
export function read(link: Link): { document: CircuitDocument; choice: Choice } {
  const { program = FIRST_CIRCUIT.program as string, at, output = null, outputAdjoint = null } = link;
  return {
    document: { program, at, output, outputAdjoint },
    choice: { zoom: link.zoom ?? null, open: link.open ?? null },
  };
}

export function linkOf(session: Session): Link {
  const { circuit, playback, covers, layout } = session;
  const { program, output, outputAdjoint } = circuit.document;
  const { zoom, open } = circuit.choice;
  return {
    program,
    at: usedAt(session),
    ...(output !== null && { output }),
    ...(outputAdjoint !== null && { outputAdjoint }),
    ...(zoom !== null && { zoom }),
    ...(open !== null && { open: [...open] }),
    ...(!playback.isAtEnd && { step: playback.clock.rest }),
    cover: covers.mode,
    ...(IS_SITE && session.site?.link),
    ...(IS_SITE && layout !== "denominator" && { layout }),
  };
}

/** Only inputs that the program reads and does not define. */
function usedAt({ circuit, explanation }: Session): Map<string, Value> {
  const { document, error } = circuit;
  if (!explanation || error) return new Map(document.at);
  const inputs = new Set(explanation.inputs.map((input) => input.name));
  return new Map([...document.at].filter(([name]) => inputs.has(name)));
}
