/**
 * <circuit-view>: the circuit of a state as SVG. It lays out when the structure changes, draws when anything does, and
 * says in the events of scene/model.ts what is pointed at, dragged, typed and asked for. It changes nothing itself.
 */
import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Explanation, NodeId } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { spokenValue } from "../locales/words.js";
import { cameraOn } from "../scene/camera.js";
import { circuitScene } from "../scene/circuit.js";
import { type Layout, layoutCircuit, layoutKey } from "../scene/layout.js";
import type { Hit, Scene } from "../scene/marks.js";
import type { CircuitEvents, CircuitState, NumberKey } from "../scene/model.js";
import { nodeName } from "../scene/names.js";
import { type Direction, walk } from "../scene/walk.js";
import { looks } from "./circuit-view.css.js";
import { answerField, valueField } from "./circuit-view-field.js";
import { drawHits, drawMarks } from "./circuit-view-marks.js";
import { overview } from "./circuit-view-overview.js";
import { type Entry, entryOf, PointerControl, type PointerHost } from "./circuit-view-pointer.js";

const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

export class CircuitView extends LitElement implements PointerHost {
  static override properties = {
    state: { attribute: false },
    ops: { attribute: false },
    atGrip: { attribute: false },
    asked: { attribute: false },
    camera: { reflect: true },
    still: { type: Boolean },
    field: { state: true },
  };
  static override styles = looks;

  declare state: CircuitState | null;
  /** What `describe` says of each operation: gates that have a definition can be opened. */
  declare ops: ReadonlyMap<string, { definition?: string }>;
  /** The explanation when the drag began: what has changed since is underlined. */
  declare atGrip: Explanation | null;
  /** The covered number whose slot is a field. */
  declare asked: NumberKey | null;
  declare camera: "full" | "phone" | "projector";
  /** Rest frames only. Always so where the reader asks for less motion. */
  declare still: boolean;
  /** The input entry being typed. */
  declare private field: { node: NodeId; entry: Entry } | null;

  readonly #pointer = new PointerControl(this);
  readonly #sizes = new ResizeObserver(() => this.camera !== "full" && this.requestUpdate());
  readonly #lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  #layout: { key: string; layout: Layout } | null = null;
  #openable: ReadonlySet<string> = new Set();
  #scene: Scene | null = null;
  #hits = new Map<string, Hit>();

  constructor() {
    super();
    this.state = null;
    this.ops = new Map();
    this.atGrip = null;
    this.asked = null;
    this.camera = "full";
    this.still = false;
    this.field = null;
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("ops"))
      this.#openable = new Set([...this.ops].filter(([, op]) => op.definition !== undefined).map(([name]) => name));
    const { state } = this;
    if (state === null) {
      this.#scene = null;
      return;
    }
    this.#scene = circuitScene(state, this.#layoutOf(state.explanation), {
      words: {
        value: msg("picture-value"),
        gradient: msg("picture-gradient"),
        arrived: (arrived, of) => msg("picture-arrived", { arrived, of }),
        sumOf: (count) => msg("picture-sum-of", { count }),
        first: (what) => msg("picture-first", { what }),
      },
      still: this.still || this.#lessMotion.matches,
      openable: this.#openable,
      before: this.atGrip,
      asked: this.asked,
    });
    this.#hits = new Map(this.#scene.hits.map((hit) => [hit.key, hit]));
  }

  #layoutOf(explanation: Explanation): Layout {
    const compact = this.camera === "phone";
    const key = `${compact} ${layoutKey(explanation)}`;
    if (this.#layout?.key !== key) this.#layout = { key, layout: layoutCircuit(explanation, { compact }) };
    return this.#layout.layout;
  }

  protected override render(): TemplateResult | typeof nothing {
    const scene = this.#scene;
    const layout = this.#layout?.layout;
    if (scene === null || layout === undefined || this.state === null) return nothing;
    return html`${this.camera === "phone" ? overview(layout, scene.focus) : nothing}
      <div class="viewport">
        <svg
          role="application"
          aria-roledescription=${msg("picture-role")}
          aria-label=${msg("picture-label")}
          aria-activedescendant="current"
          tabindex="0"
          @pointerdown=${this.#pointer.down}
          @pointermove=${this.#pointer.move}
          @pointerup=${this.#pointer.up}
          @pointercancel=${this.#pointer.cancel}
          @pointerleave=${this.#pointer.leave}
          @click=${this.#pointer.click}
          @keydown=${this.#key}
          @focus=${() => this.#point(this.#current)}
          @blur=${() => this.send("node-link", { node: null })}
        >
          <g id="current" role="img" aria-label=${this.#spoken(this.state, scene)}></g>
          <g class="camera">
            ${guard([scene.ground], () => svg`${drawMarks(scene.ground)}`)} ${drawMarks(scene.wires)}
            ${guard([scene.boxes], () => svg`${drawMarks(scene.boxes)}`)} ${drawMarks(scene.marks)} ${drawHits(scene.hits)}
          </g>
        </svg>
      </div>
      ${this.#field()}`;
  }

  // ---- sizes are set here, not in the template: the page's policy allows no style attributes

  protected override updated(changed: PropertyValues): void {
    const drawing = this.renderRoot.querySelector<SVGSVGElement>(".viewport svg");
    const scene = this.#scene;
    if (drawing === null || scene === null) return;
    if (this.camera === "full") this.#showWhole(drawing, scene);
    else this.#follow(drawing, scene, this.camera);
    this.#placeField();
    if (changed.has("field") && this.field !== null)
      this.renderRoot.querySelector<HTMLInputElement>(".field:not(.answer)")?.select();
  }

  #showWhole(drawing: SVGSVGElement, { width, height }: Scene): void {
    this.#frame(drawing, width, height);
    drawing.style.setProperty("--natural", `${width}px`);
    (drawing.querySelector(".camera") as SVGGElement).style.transform = "";
  }

  /** Even an unchanged viewBox would make the browser lay out the whole drawing again. */
  #frame(drawing: SVGSVGElement, width: number, height: number): void {
    const viewBox = `0 0 ${width} ${height}`;
    if (drawing.getAttribute("viewBox") !== viewBox) drawing.setAttribute("viewBox", viewBox);
  }

  #follow(drawing: SVGSVGElement, scene: Scene, mode: "phone" | "projector"): void {
    const { clientWidth: width, clientHeight: height } = drawing.parentElement as Element;
    if (width === 0 || height === 0) return;
    this.#frame(drawing, width, height);
    const { x, y, scale } = cameraOn(scene.focus, { width, height }, scene, mode);
    (drawing.querySelector(".camera") as SVGGElement).style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  // ---- typing

  #field(): TemplateResult | typeof nothing {
    const { state, field, asked } = this;
    if (state === null) return nothing;
    if (field !== null) {
      const { node, entry } = field;
      return valueField({
        name: nodeName(state.explanation, node),
        value: this.entryValue(node, entry),
        change: (value, gesture) => this.send("input-change", { node, entry, value, gesture }),
        close: () => this.#closeField(),
      });
    }
    if (asked === null || !this.#hits.has(`hit-${asked}`)) return nothing;
    return answerField(
      msg("picture-answer"),
      (text) => this.send("cover-answer", { key: asked, text }),
      () => this.send("cover-reveal", { key: asked }),
    );
  }

  #closeField(): void {
    this.field = null;
    this.renderRoot.querySelector<SVGSVGElement>(".viewport svg")?.focus();
  }

  #placeField(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>(".field");
    const { field, asked } = this;
    if (input === null) return;
    const key =
      field === null
        ? `hit-${asked}`
        : this.#hits.has(`hit-entry${field.node}.${field.entry.join(".")}`)
          ? `hit-entry${field.node}.${field.entry.join(".")}`
          : `hit${field.node}`;
    const place = this.renderRoot.querySelector(`[data-hit="${key}"]`)?.getBoundingClientRect();
    if (place === undefined) return;
    const frame = this.getBoundingClientRect();
    input.style.left = `${place.x + place.width / 2 - frame.x}px`;
    input.style.top = `${place.y + place.height / 2 - frame.y}px`;
  }

  openField(hit: Hit): void {
    this.field = { node: hit.node, entry: hit.on === "entry" ? hit.entry : [0, 0] };
  }

  // ---- keyboard

  get #current(): NodeId {
    const { state } = this;
    const layout = this.#layout?.layout;
    const node = state?.linked ?? state?.selected;
    return node != null && layout?.at.has(node) ? node : (layout?.flag.node ?? 0);
  }

  readonly #key = (event: KeyboardEvent) => {
    const layout = this.#layout?.layout;
    if (layout === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.#current;
    const gate = layout.at.get(node);
    const direction = ARROWS[event.key];
    if (direction !== undefined) this.#point(walk(layout, node, direction));
    else if (event.key === "Enter") this.send("node-select", { node });
    else if (event.key === "+" || event.key === "-") this.#toggle(node, gate?.group ?? null, event.key === "+");
    else if ((event.key === "F2" || /^\d$/.test(event.key)) && gate?.shape === "pill")
      this.field = { node, entry: [0, 0] };
    else return;
    event.preventDefault();
  };

  #toggle(node: NodeId, group: number | null, opens: boolean): void {
    const frame = this.#layout?.layout.frames.find((candidate) => candidate.node === node);
    const hit = this.#scene?.hits.find(
      (candidate) => candidate.on === "toggle" && !candidate.open && candidate.node === node,
    );
    if (opens && hit) this.send("group-toggle", { node, group });
    if (!opens && frame) this.send("group-toggle", { node, group: frame.group });
  }

  #point(node: NodeId): void {
    this.send("node-link", { node });
  }

  /** What the current node is, for a voice that does not see the picture. */
  #spoken({ explanation, covered }: CircuitState, { moment }: Scene): string {
    const node = this.#current;
    const known = moment.nodes[node];
    const say = (key: NumberKey, value: number | number[][] | null | undefined) =>
      covered.has(key) ? msg("picture-covered") : value == null ? msg("picture-not-computed") : spokenValue(value);
    return msg("picture-node", {
      name: nodeName(explanation, node),
      value: say(`value:${node}`, known?.value),
      gradient: say(`gradient:${node}`, known?.gradient),
    });
  }

  // ---- PointerHost

  hitAt(key: string): Hit | undefined {
    return this.#hits.get(key);
  }
  entryValue(node: NodeId, entry: Entry): number {
    return entryOf(this.state?.explanation.primals[node], entry);
  }
  send<Name extends keyof CircuitEvents>(name: Name, detail: CircuitEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
customElements.define("circuit-view", CircuitView);

declare global {
  interface HTMLElementTagNameMap {
    "circuit-view": CircuitView;
  }
}
