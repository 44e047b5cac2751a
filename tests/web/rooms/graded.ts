/** A session whose answers the real workbench grades, and what it says of them. */
import { createEngine, createWorkbench } from "../../../web/src/engine/client.js";
import { sentenceText } from "../../../web/src/locales/words.js";
import { Session } from "../../../web/src/rooms/circuit/session.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import type { Verdict } from "../../../web/src/state/answers.js";
import { formatLink, type Link, parseLink } from "../../../web/src/state/url.js";

export const workbench = await createWorkbench();
const engine = await createEngine();

export function gradedSession(link: string | Link): Session {
  const session = new Session(engine, { changed: () => {}, settled: () => {}, workbench: async () => workbench });
  session.open(typeof link === "string" ? parseLink(link) : parseLink(formatLink(link)));
  return session;
}

/** The key of a node by its name: `h`, `h value`. */
export function keyOf(session: Session, place: string): NumberKey {
  const [name, kind = "gradient"] = place.split(" ");
  const node = session.explanation?.graph.nodes.find((candidate) => candidate.name === name)?.id;
  if (node === undefined) throw new Error(`nothing is called ${name}`);
  return `${kind}:${node}` as NumberKey;
}

/** What is said once the engine has looked at it. */
export async function verdictOn(session: Session, key: NumberKey, text: string): Promise<Verdict> {
  session.covers.hide(key);
  session.covers.answer(key, text);
  while (session.covers.verdict?.isPending) await new Promise((resolve) => setTimeout(resolve));
  return session.covers.verdict as Verdict;
}

export async function said(session: Session, key: NumberKey, text: string): Promise<string> {
  const { outcome, message } = await verdictOn(session, key, text);
  return `${outcome}: ${sentenceText(message)}`;
}
