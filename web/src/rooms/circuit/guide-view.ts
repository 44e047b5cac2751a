/** What the sentence line says besides the steps: the first minute, questions, feedback. */
import { html, nothing, type TemplateResult } from "lit";
import { msg } from "../../locales/index.js";
import { IS_SITE } from "../../product.js";
import { keyWords } from "../../scene/keys.js";
import { type Message, message } from "../../scene/message.js";
import { nodeWords } from "../../scene/names.js";
import { formatValue } from "../../scene/numbers.js";
import { sentenceAt } from "../../scene/sentence.js";
import { resultKey } from "../../state/cover.js";
import type { Session } from "./session.js";

export type Said = Message | readonly [Message, Message];

/** Null where the sentence of the step is all there is to say. */
export function said(session: Session): Said | null {
  const { explanation, firstMinute, covers, playback } = session;
  if (!explanation) return null;
  const asking = question(session);
  const verdict = covers.verdict?.message;
  if (asking) return verdict ? [verdict, asking] : [asking, message("guide-ask-hint")];
  if (verdict) return verdict;
  // nothing is asked at the end, where a cover is mostly put on
  if (playback.isAtEnd && covers.mode !== "off" && covers.covered().size > 0) return message("cover-play");
  if (!IS_SITE || !firstMinute) return null;
  const { now } = firstMinute;
  switch (now.stage) {
    case "drag":
      return playback.isAtEnd ? message("guide-drag", { input: nodeWords(explanation, now.input) }) : null;
    case "answered":
      return arrivalSentence(session, now.input);
    default:
      return null;
  }
}

/** "Your turn", while a number waits for its answer. */
function question({ explanation, covers }: Session): Message | null {
  const { asking } = covers;
  if (!explanation || asking === null) return null;
  const { id, args } = keyWords(explanation, asking);
  return message("cover-turn", { question: message(`cover-ask-${id}`, args) });
}

/** The sentence of the step that made a gradient final: what an answer, once revealed, should have been. */
function arrivalSentence({ explanation, ops }: Session, node: number): Message | null {
  const step = explanation?.steps?.findLastIndex((candidate) => resultKey(candidate) === `gradient:${node}`) ?? -1;
  if (!explanation || step < 0) return null;
  const sentence = sentenceAt(explanation, step + 1, { ops, covered: new Set() });
  return sentence?.lines[sentence.main] ?? null;
}

/** The one button that the moment offers. */
export function offered(
  session: Session,
  wonder: () => void,
  typeYourOwn: () => void,
): TemplateResult | typeof nothing {
  const { explanation, drag, firstMinute, covers } = session;
  if (!IS_SITE || !explanation || !firstMinute || drag.input !== null) return nothing;
  const { answered, verdict } = covers;
  if (answered !== null && verdict?.outcome === "wrong") {
    return html`<button class="offer" @click=${() => session.ask(answered)}>${msg("cover-why")}</button>`;
  }
  const { now } = firstMinute;
  if (now.stage === "wonder") {
    const gradient = explanation.adjoints[now.input] ?? 0;
    return html`<button class="primary offer" @click=${wonder}>
      ${msg("guide-wonder", { gradient: formatValue(gradient) })}
    </button>`;
  }
  if (now.stage === "answered") {
    return html`<button class="primary offer" @click=${typeYourOwn}>${msg("guide-type")}</button>`;
  }
  return nothing;
}
