/** Every stage with its shape and the shape of its gradient, and why each is what it is. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Explanation, NodeId, ShapeReason } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { turnedReason } from "../scene/arranged.js";
import type { MatrixLayout } from "../scene/model.js";
import { nodeName } from "../scene/names.js";
import { shapeText } from "../scene/sentence-parts.js";
import { controls } from "./controls.css.js";
import { LinkedWordsController } from "./linked-words.js";

export class ShapeLedger extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    linked: { attribute: false },
    layout: {},
  };
  /** With `shapes`. */
  declare explanation: Explanation | null;
  declare linked: NodeId | null;
  declare layout: MatrixLayout;

  constructor() {
    super();
    this.explanation = null;
    this.linked = null;
    this.layout = "denominator";
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [
    controls,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }
      th,
      td {
        padding: 8px 8px 8px 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
        font-weight: 400;
      }
      thead th {
        font-size: 13px;
        color: var(--secondary);
      }
      tbody th {
        font-weight: 600;
        cursor: pointer;
      }
      .value {
        color: var(--forward);
      }
      .gradient {
        color: var(--backward);
        font-weight: 600;
      }
      small {
        display: block;
        font-size: 13px;
        line-height: 18px;
        color: var(--secondary);
      }
      .linked th {
        outline: 2px solid var(--ink);
        outline-offset: -2px;
      }
      p {
        margin: 12px 0 0;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { explanation } = this;
    if (!explanation?.shapes) return html`<p role="status">${msg("code-writing")}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg("code-shapes")}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg("shapes-stage")}</th>
              <th scope="col">${msg("shapes-value")}</th>
              <th scope="col">${msg("shapes-gradient")}</th>
            </tr>
          </thead>
          <tbody>
            ${named(explanation).map((node) => this.#row(explanation, node))}
          </tbody>
        </table>
      </div>
      ${this.#cost(explanation)}`;
  }

  #row(explanation: Explanation, id: NodeId): TemplateResult {
    const value = explanation.shapes?.values.find(({ node }) => node === id);
    const gradient = explanation.shapes?.gradients.find(({ node }) => node === id);
    const shape = explanation.graph.nodes[id]?.shape ?? [1, 1];
    return html`<tr class=${id === this.linked ? "linked" : ""}>
      <th scope="row" data-node=${id}>${nodeName(explanation, id)}</th>
      <td><span class="value">${shapeText(shape)}</span>${value ? reason(value) : nothing}</td>
      <td>
        ${
          gradient
            ? html`<span class="gradient">${shapeText(gradient[this.layout])}</span>
                ${(gradient.arriving.length > 0 ? gradient.arriving : [gradient]).map((why) => reason(this.#arranged(why)))}`
            : nothing
        }
      </td>
    </tr>`;
  }

  #arranged(why: ShapeReason): Pick<ShapeReason, "code" | "args"> {
    return this.layout === "numerator" ? turnedReason(why) : why;
  }

  /** What all derivatives cost in either mode. */
  #cost({ cost }: Explanation): TemplateResult | typeof nothing {
    if (!cost) return nothing;
    return html`<p>${msg("shapes-cost-reverse", { ...cost.reverse })}</p>
      <p>${msg("shapes-cost-forward", { ...cost.forward })}</p>`;
  }
}

/** Inputs and stages, in the order of the program. */
function named({ inputs, graph }: Explanation): NodeId[] {
  return [...new Set([...inputs.map(({ node }) => node), ...graph.stages.map(({ node }) => node)])].sort(
    (a, b) => a - b,
  );
}

function reason({ code, args }: Pick<ShapeReason, "code" | "args">): TemplateResult {
  return html`<small>${msg(`shape-${code}`, args)}</small>`;
}
customElements.define("shape-ledger", ShapeLedger);

declare global {
  interface HTMLElementTagNameMap {
    "shape-ledger": ShapeLedger;
  }
}
