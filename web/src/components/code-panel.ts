/** The program, line by line, each linked to what it computes; from here it goes to paper. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Explanation, NodeId, Span } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import { LinkedWordsController } from "./linked-words.js";

export class CodePanel extends LitElement {
  static override properties = {
    program: {},
    explanation: { attribute: false },
    linked: { attribute: false },
    paperless: { type: Boolean },
  };
  declare program: string;
  declare explanation: Explanation | null;
  declare linked: NodeId | null;
  /** Where nothing can be printed. */
  declare paperless: boolean;

  constructor() {
    super();
    this.program = "";
    this.explanation = null;
    this.linked = null;
    this.paperless = false;
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [
    controls,
    css`
      p {
        margin: 0 0 12px;
        max-inline-size: 62ch;
      }
      ol {
        margin: 0 0 16px;
        padding: 0;
        list-style: none;
        font: 15px/28px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        overflow-x: auto;
      }
      li {
        padding-inline: 8px;
        border-radius: 4px;
        white-space: pre;
        min-inline-size: max-content;
      }
      .stage {
        cursor: pointer;
      }
      .linked {
        outline: 2px solid var(--ink);
        outline-offset: -2px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <p>${msg("room-code-intro")}</p>
      <ol tabindex="0" aria-label=${msg("room-program")}>
        ${codeLines(this.program, this.explanation).map((line) => this.#line(line))}
      </ol>
      ${IS_SITE && !this.paperless ? this.#worksheet() : nothing}
    `;
  }

  #worksheet(): TemplateResult {
    const ask = () => this.dispatchEvent(new CustomEvent("share-worksheet", { bubbles: true, composed: true }));
    return html`<button @click=${ask}>${icons.printer} ${msg("room-worksheet")}</button>`;
  }

  #line({ text, node }: CodeLine): TemplateResult {
    if (node === null) return html`<li>${text || "\u00A0"}</li>`;
    return html`<li class="stage ${node === this.linked ? "linked" : ""}" data-node=${node}>${text}</li>`;
  }
}

interface CodeLine {
  text: string;
  /** What the line computes; null for comments, functions and blank lines. */
  node: NodeId | null;
}

/** The lines of the program, each with the stage or the input that begins in it. */
export function codeLines(program: string, explanation: Explanation | null): CodeLine[] {
  let begin = 0;
  return program.split("\n").map((text) => {
    const end = begin + text.length;
    const starts = (span: Span | undefined) => span !== undefined && span[0] >= begin && span[0] <= end;
    const stage = explanation?.graph.stages.find(({ span }) => starts(span));
    const input = explanation?.inputs.find(({ span }) => starts(span));
    begin = end + 1;
    return { text, node: stage?.node ?? input?.node ?? null };
  });
}
customElements.define("code-panel", CodePanel);
