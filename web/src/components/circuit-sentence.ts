/** The sentence under the picture: always two lines high, so that nothing jumps; its words point at their nodes. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController } from "../locales/index.js";
import { sentenceParts } from "../locales/words.js";
import { IS_SITE } from "../product.js";
import { type Message, message } from "../scene/message.js";
import type { CircuitState } from "../scene/model.js";
import type { Ops } from "../scene/rules.js";
import { restInForwardMode, type Sentence, sentenceAt } from "../scene/sentence.js";
import { LinkedWordsController, linkedParts } from "./linked-words.js";

export class CircuitSentence extends LitElement {
  static override properties = {
    state: { attribute: false },
    ops: { attribute: false },
    message: { attribute: false },
  };
  declare state: CircuitState | null;
  declare ops: Ops;
  /** Said instead of the step: guidance, the nudge readout, an answer's feedback. Two messages are two lines. */
  declare message: Message | readonly [Message, Message] | null;

  constructor() {
    super();
    this.state = null;
    this.ops = new Map();
    this.message = null;
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = css`
    :host {
      display: block;
      container-type: inline-size;
      color: var(--ink);
      font: 400 18px/28px system-ui, sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    /* What does not fit wraps into a column of its own, out of sight: the aside, never the main line. */
    p {
      display: flex;
      flex-flow: column wrap;
      justify-content: safe center;
      align-content: start;
      margin: 0 auto;
      block-size: 56px;
      max-inline-size: 62ch;
      text-align: center;
      overflow: clip;
    }
    p:has(.aside ~ .main) {
      flex-direction: column-reverse;
    }
    span.line {
      inline-size: 100%;
      text-wrap: balance;
    }
    .aside {
      order: 1;
      color: var(--secondary);
      font-size: 16px;
    }
    .node {
      cursor: pointer;
      border-radius: 3px;
      text-decoration: underline dotted 1px var(--wire);
      text-underline-offset: 4px;
    }
    .linked {
      outline: 2px solid var(--ink);
      outline-offset: 1px;
    }
    @container (max-inline-size: 520px) {
      p {
        font-size: 16px;
        line-height: 24px;
      }
      .said {
        block-size: auto;
        min-block-size: 56px;
      }
      .main ~ .aside,
      .aside:has(~ .main) {
        display: none;
      }
    }
  `;

  protected override render(): TemplateResult {
    const said = this.#said();
    if (said === null) return html`<p></p>`;
    return html`<p class=${this.message && "said"}>
      ${said.lines.map(
        (line, i) =>
          html`${i > 0 ? " " : nothing}<span class="line ${i === said.main ? "main" : "aside"}">${this.#line(line)}</span>`,
      )}
    </p>`;
  }

  #said(): Sentence | null {
    if (this.message !== null) {
      const lines = "id" in this.message ? [this.message] : this.message;
      return { lines, main: 0 };
    }
    if (this.state === null) return null;
    const { explanation, time, covered } = this.state;
    return (
      sentenceAt(explanation, time, { ops: this.ops, covered }) ?? {
        lines: [(IS_SITE && restInForwardMode(explanation)) || message("sentence-rest")],
        main: 0,
      }
    );
  }

  #line(line: Message): unknown {
    return linkedParts(sentenceParts(line), this.state?.linked ?? null);
  }
}
customElements.define("circuit-sentence", CircuitSentence);

declare global {
  interface HTMLElementTagNameMap {
    "circuit-sentence": CircuitSentence;
  }
}
