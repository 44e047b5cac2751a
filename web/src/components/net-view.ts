/**
 * <net-view>: a net as neurons. Every line belongs to one weight, by its id; what is pointed at is said in `net-link`, what is chosen in
 * `net-choose`. Everything in it stands in the table of the same page as well.
 */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Layer } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { spokenValue } from "../locales/words.js";
import { isEditableIn, isKnown, type Net, type NetId, placeOf } from "../scene/net.js";
import type { NetAnswer } from "../scene/net-answer.js";
import { type EdgeMark, type NetPicture, type NeuronMark, netPicture, RADIUS } from "../scene/net-picture.js";
import { columnsOf, walked } from "../scene/net-walk.js";
import { controls } from "./controls.css.js";
import { NetLinks } from "./net-links.js";
import { netStyles } from "./net-view.css.js";
import { above, besideOf, legend } from "./net-view-marks.js";
import { SidewaysDrag } from "./sideways-drag.js";

export class NetView extends LitElement {
  static override properties = {
    net: { attribute: false },
    answer: { attribute: false },
    done: { attribute: false },
    sample: { attribute: false },
    moved: { attribute: false },
    lines: {},
    linked: { attribute: false },
    chosen: {},
    width: { state: true },
    current: { state: true },
  };
  declare net: Net | null;
  declare answer: NetAnswer | null;
  /** Stages of the update that are done. */
  declare done: number;
  declare sample: number;
  /** The weights that the update leads to, once it is made. */
  declare moved: readonly Layer[] | null;
  declare lines: "weights" | "gradients";
  declare linked: NetId | null;
  declare chosen: NetId;
  declare width: number;
  /** Where the arrow keys have come to. */
  declare private current: NetId;
  readonly #drag = new SidewaysDrag((value, gesture) => this.#send("net-edit", { id: this.#held, value, gesture }));
  /** The number in the hand. */
  #held: NetId = "";
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    this.net = null;
    this.answer = null;
    this.done = 0;
    this.sample = 0;
    this.moved = null;
    this.lines = "weights";
    this.linked = null;
    this.chosen = "";
    this.width = 720;
    this.current = "X[0][0]";
    new LocaleController(this);
    new NetLinks(this);
  }

  static override styles = [controls, netStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }
  #measure(): void {
    if (this.clientWidth > 0) this.width = this.clientWidth;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { net, answer, done, sample, moved, lines, width } = this;
    if (!net || !answer) return nothing;
    const picture = netPicture(net, answer, { width, sample, done, after: moved, lines });
    const label = msg("network-picture", {
      sizes: net.sizes.join(", "),
      sample: String(sample + 1),
      samples: String(net.inputs.length),
    });
    // what is pointed at lies over the others
    const isFront = (id: NetId) => id === this.linked || id === this.chosen;
    const edges = picture.edges.toSorted((a, b) => Number(isFront(a.id)) - Number(isFront(b.id)));
    return html`<div class="scroll" tabindex=${picture.width > width ? "0" : nothing}>
        <svg
          class="net"
          width=${picture.width}
          height=${picture.height}
          viewBox="0 0 ${picture.width} ${picture.height}"
          role="application"
          aria-roledescription=${msg("picture-role")}
          aria-label=${label}
          aria-activedescendant="now"
          tabindex="0"
          @keydown=${this.#key}
          @focus=${() => this.#send("net-link", { id: this.current })}
          @blur=${() => this.#send("net-link", { id: null })}
          @pointerdown=${this.#down}
          @pointermove=${this.#drag.move}
          @pointerup=${this.#drag.end}
          @pointercancel=${this.#drag.end}
        >
          ${this.#spoken(answer, net)}
          ${picture.targets.map(({ path }) => svg`<path class="toLoss" d=${path} />`)}
          ${edges.map((edge) => this.#line(edge))}
          ${edges.map((edge) => this.#numbers(edge, picture.isRoomy))}
          ${picture.targets.map(({ id, x, y, value }) => this.#target(id, x, y, value, picture))}
          ${picture.neurons.map((neuron) => this.#neuron(neuron, picture))}
          ${this.#loss(picture)}
        </svg>
      </div>
      ${legend()}`;
  }

  /** An element of its own for each number: a voice says where it has come to. */
  #spoken(answer: NetAnswer, { layers }: Net): unknown {
    const { current, done } = this;
    const name = placeOf(current)?.name ?? "";
    const say = (side: "value" | "gradient") =>
      isKnown(name, side, done, layers.length)
        ? spokenValue(answer[side](current) ?? Number.NaN)
        : msg("picture-not-computed");
    const words = msg("network-spoken", { id: current, value: say("value"), gradient: say("gradient") });
    return keyed(current, svg`<g id="now" role="img" aria-label=${words}></g>`);
  }

  #key(event: KeyboardEvent): void {
    const { net, sample, current } = this;
    if (!net || event.ctrlKey || event.altKey || event.metaKey) return;
    const id = event.key === "Enter" ? current : walked(columnsOf(net, sample), current, event.key);
    if (id === null) return;
    event.preventDefault();
    this.current = id;
    this.#send(event.key === "Enter" ? "net-choose" : "net-link", { id });
  }

  /** What a student sets is dragged sideways, as the values of a circuit are. */
  #down(event: PointerEvent): void {
    const id = (event.target as Element).closest("[data-id]")?.getAttribute("data-id") ?? "";
    const value = this.answer?.value(id);
    if (id !== "") this.current = id;
    if (event.button !== 0 || value == null || !this.net || !isEditableIn(this.net, id)) return;
    this.#held = id;
    // a hand that holds it leaves no click
    this.#send("net-choose", { id });
    this.#drag.begin(event, value);
  }
  #send(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** A whole matrix that is pointed at points at all of its entries. */
  #look(id: NetId): string {
    const { linked, chosen } = this;
    const isLinked = linked !== null && (id === linked || id.startsWith(`${linked}[`));
    return `${isLinked ? "linked" : ""} ${id === chosen ? "chosen" : ""}`;
  }

  #line({ id, path, stroke, sign, phase }: EdgeMark): TemplateResult {
    return svg`<g class="edge ${sign} ${phase ?? ""} ${this.#look(id)}" data-id=${id}>
      <path class="halo" d=${path} stroke-width=${stroke + 8} />
      <path class="line" d=${path} stroke-width=${stroke} />
      <path class="hit" d=${path} />
    </g>`;
  }

  #numbers(edge: EdgeMark, isRoomy: boolean): TemplateResult | typeof nothing {
    const { id, x, y } = edge;
    const isShown = edge.isLabelled || id === this.linked || (isRoomy && id === this.chosen);
    const value = isShown ? edge.value : null;
    if (value === null) return nothing;
    const beside = besideOf(edge);
    const width = 8 * (value.length + (beside ? beside.text.length + 1 : 0)) + 12;
    // clear of the numbers over and under the neurons at both ends
    const left = Math.max(Math.min(x - width / 2, edge.right - 28 - width), edge.left + 4);
    return svg`<g class="number ${this.#look(id)}" data-id=${id}>
      <rect class="plate" x=${left} y=${y - 11} width=${width} height="22" rx="4" />
      <text class="weight" x=${left + width / 2} y=${y + 5}
        ><tspan>${value}</tspan>${beside ? svg`<tspan class=${beside.look} dx="6">${beside.text}</tspan>` : nothing}</text>
    </g>`;
  }

  #neuron(neuron: NeuronMark, { isRoomy }: NetPicture): TemplateResult {
    const { id, x, y, layer, name, bias, phase } = neuron;
    return svg`<g class="neuron ${layer === 0 ? "input" : ""} ${phase ?? ""} ${this.#look(id)}" data-id=${id}>
        <circle class="halo" cx=${x} cy=${y} r=${RADIUS + 5} />
        <circle class="body" cx=${x} cy=${y} r=${RADIUS} />
        <text class="name ${name.length > 3 ? "small" : ""}" x=${x} y=${y}>${name}</text>
        ${above(neuron)}
      </g>
      ${bias === null || !isRoomy ? nothing : this.#bias(bias, x, y + RADIUS + 38)}`;
  }

  #bias(bias: NonNullable<NeuronMark["bias"]>, x: number, y: number): TemplateResult {
    const { id, value } = bias;
    const beside = besideOf(bias);
    return svg`<g class="number ${this.#look(id)}" data-id=${id}>
      <rect class="plate" x=${x - 44} y=${y - 13} width="88" height="18" rx="4" />
      <text class="small" x=${x} y=${y}
        ><tspan class="secondary">${msg("network-bias-short")}</tspan><tspan dx="4">${value ?? ""}</tspan
        >${beside ? svg`<tspan class=${beside.look} dx="5">${beside.text}</tspan>` : nothing}</text>
    </g>`;
  }

  #target(id: NetId, x: number, y: number, value: string, { isRoomy }: NetPicture): TemplateResult {
    const words = isRoomy ? msg("network-target", { value }) : value;
    const width = 8 * words.length + 8;
    return svg`<g class="number ${this.#look(id)}" data-id=${id}>
      <rect class="plate" x=${x - width / 2} y=${y - 11} width=${width} height="22" rx="4" />
      <text class="weight" x=${x} y=${y + 5}>${words}</text>
    </g>`;
  }

  #loss({ loss }: NetPicture): TemplateResult {
    const { x, y, phase } = loss;
    return svg`<g class="loss ${phase ?? ""} ${this.#look("L")}" data-id="L">
      <rect class="halo" x=${x - RADIUS - 5} y=${y - RADIUS - 5} width=${2 * RADIUS + 10} height=${2 * RADIUS + 10} rx="12" />
      <rect class="body" x=${x - RADIUS} y=${y - RADIUS} width=${2 * RADIUS} height=${2 * RADIUS} rx="8" />
      <text class="name" x=${x} y=${y}>L</text>
      ${above(loss)}
    </g>`;
  }
}
customElements.define("net-view", NetView);

declare global {
  interface HTMLElementTagNameMap {
    "net-view": NetView;
  }
}
