/**
 * <circuit-view>: the circuit of a state as SVG. It lays out when the structure changes, draws when anything does, and
 * says in the events of scene/model.ts what is pointed at, dragged, typed and asked for. It changes nothing itself.
 */
import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Explanation, NodeId, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { speakable, spokenValue } from "../locales/words.js";
import { IS_LAB_EMBED, IS_SITE } from "../product.js";
import { circuitScene } from "../scene/circuit.js";
import { alongName, isForwardMode } from "../scene/forward-mode.js";
import { type Layout, layoutCircuit, layoutKey } from "../scene/layout.js";
import type { Hit, Scene } from "../scene/marks.js";
import type { CircuitEvents, CircuitState, NumberKey } from "../scene/model.js";
import { nodeName } from "../scene/names.js";
import type { PictureOptions, PictureWords } from "../scene/picture.js";
import { looks, onPaper } from "./circuit-view.css.js";
import { CameraControl, type CameraMode } from "./circuit-view-camera.js";
import type { CellControl, CellHost } from "./circuit-view-cells.js";
import { answerField, ValueField } from "./circuit-view-field.js";
import { KeyControl, type KeyHost } from "./circuit-view-keyboard.js";
import { drawMarks, hitMark } from "./circuit-view-marks.js";
import { overview } from "./circuit-view-overview.js";
import { type Entry, entryOf, PointerControl, type PointerHost } from "./circuit-view-pointer.js";
import { DragSight } from "./circuit-view-sight.js";

export class CircuitView extends LitElement implements PointerHost, KeyHost, CellHost {
  static override properties = {
    state: { attribute: false },
    ops: { attribute: false },
    atGrip: { attribute: false },
    asked: { attribute: false },
    camera: { reflect: true },
    still: { type: Boolean },
    paper: { type: Boolean, reflect: true },
    field: { state: true },
  };
  /** The site's: what a picture with matrices has besides. */
  static loadMatrices: (() => Promise<typeof import("./circuit-view-matrices.js")>) | null = null;
  static override styles = IS_SITE ? [looks, onPaper()] : looks;

  declare state: CircuitState | null;
  /** What `describe` says of each operation: gates that have a definition can be opened. */
  declare ops: ReadonlyMap<string, { definition?: string }>;
  /** The explanation when the drag began: what has changed since is underlined. */
  declare atGrip: Explanation | null;
  /** The covered number whose slot is a field. */
  declare asked: NumberKey | null;
  declare camera: CameraMode;
  /** Rest frames only. Always so where the reader asks for less motion. */
  declare still: boolean;
  /** For print: no trace of the last step, nothing to grip, slots to write in. */
  declare paper: boolean;
  /** The site's: whose gradients they are, where the backward pass began before this circuit; its output's unless given. */
  declare gradientsOf?: string;
  /** The input being typed. */
  declare field: ValueField | null;

  layout: Layout | null = null;
  scene: Scene | null = null;
  /** The site's: what a drag may leave as it is. */
  declare readonly sight?: DragSight;
  readonly #pointer = new PointerControl(this);
  readonly #keys = new KeyControl(this);
  /** Once a matrix has been seen. Guarded wherever they are used, so that an embed carries none of it. */
  #cells: CellControl | null = null;
  #grids: PictureOptions["grids"];
  #loading: unknown;
  readonly #camera = new CameraControl();
  readonly #sizes = new ResizeObserver(() => this.requestUpdate("camera"));
  readonly #lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  #layoutKey = "";

  constructor() {
    super();
    this.state = null;
    this.ops = new Map();
    this.atGrip = null;
    this.asked = null;
    this.camera = "full";
    this.still = false;
    this.paper = false;
    this.field = null;
    new LocaleController(this);
    if (IS_SITE) this.sight = new DragSight(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(): void {
    const { state } = this;
    this.scene = null;
    if (state === null) return;
    this.scene = circuitScene(state, this.#layOut(state.explanation), {
      words: IS_SITE || IS_LAB_EMBED ? wordsFor(this.gradientsOf) : pictureWords(),
      still: this.still || this.#lessMotion.matches,
      ops: this.ops,
      before: this.atGrip,
      asked: this.asked,
      traceless: this.paper,
      ...(IS_SITE && this.sight && { labels: this.sight.labels() }),
      ...(IS_SITE && { ...(this.#cells && { over: this.#cells.drawn }), ...(this.#grids && { grids: this.#grids }) }),
    });
  }

  #layOut(explanation: Explanation): Layout {
    const compact = this.camera === "phone";
    const key = `${compact} ${layoutKey(explanation)}`;
    if (this.layout === null || key !== this.#layoutKey) this.layout = layoutCircuit(explanation, { compact });
    this.#layoutKey = key;
    if (IS_SITE && this.layout.gates.some(({ matrix }) => matrix !== null)) this.#loading ??= this.#loadMatrices();
    return this.layout;
  }

  async #loadMatrices(): Promise<void> {
    const loaded = await CircuitView.loadMatrices?.();
    if (!loaded) return;
    this.#cells = new loaded.CellControl(this);
    this.#grids = loaded.grids;
    this.#cells.listen(this.renderRoot);
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scene, layout, state } = this;
    if (scene === null || layout === null || state === null) return nothing;
    return html`${this.camera === "phone" ? overview(layout, scene.focus) : nothing}
      <div class="viewport">
        <svg
          role="application"
          aria-roledescription=${msg("picture-role")}
          aria-label=${msg("picture-label")}
          aria-activedescendant=${this.#currentId}
          tabindex="0"
          @pointerdown=${this.#pointer.down}
          @pointermove=${this.#pointer.move}
          @pointerup=${this.#pointer.up}
          @pointercancel=${this.#pointer.cancel}
          @pointerleave=${this.#pointer.leave}
          @click=${this.#pointer.click}
          @keydown=${this.#keys.down}
          @focus=${this.#keys.focus}
          @blur=${this.#keys.blur}
        >
          ${this.#current(state, scene)}
          <g class="camera" @transitionend=${this.#placeField}>
            <g ${drawMarks(scene.ground)}></g>
            <g ${drawMarks(scene.wires)}></g>
            <g ${drawMarks(scene.boxes)}></g>
            <g ${drawMarks(scene.marks)}></g>
            <g ${drawMarks(scene.hits.map(hitMark))}></g>
          </g>
        </svg>
      </div>
      ${this.#field(state)}`;
  }

  /** An element of its own for each node: a voice says where it has come to, not that a name has changed. */
  #current(state: CircuitState, scene: Scene): unknown {
    const id = this.#currentId;
    return keyed(id, svg`<g id=${id} role="img" aria-label=${this.#spoken(state, scene)}></g>`);
  }

  get #currentId(): string {
    return `node${this.current}${(IS_SITE && this.#cells?.id) || ""}`;
  }

  get #drawing(): SVGSVGElement | null {
    return this.renderRoot.querySelector<SVGSVGElement>(".viewport svg");
  }

  protected override updated(changed: PropertyValues): void {
    const drawing = this.#drawing;
    if (drawing === null || this.scene === null) return;
    if (IS_SITE) this.toggleAttribute("forward-mode", this.state !== null && isForwardMode(this.state.explanation));
    if (!IS_SITE || this.sight?.moves(this.scene, changed.has("camera"))) {
      this.#camera.show(drawing, this.scene, this.camera, !this.#lessMotion.matches);
    }
    this.#placeField();
    if (changed.has("field") && this.field !== null) this.field.begin(this.renderRoot.querySelector("input"));
  }

  // ---- typing

  #field({ explanation }: CircuitState): TemplateResult | typeof nothing {
    const { field, asked } = this;
    if (field !== null) {
      const name = nodeName(explanation, field.node);
      return field.render((IS_SITE && this.#cells?.fieldName(name, field.entry, field.node)) || name);
    }
    if (asked === null || !this.hitAt(`hit-${asked}`)) return nothing;
    return answerField(
      msg("picture-answer"),
      (text) => this.send("cover-answer", { key: asked, text }),
      () => this.send("cover-reveal", { key: asked }),
    );
  }

  openField(node: NodeId, entry: Entry, typed?: string): void {
    this.field = new ValueField(
      node,
      entry,
      this.entryValue(node, entry),
      (value, gesture) => this.send("input-change", { node, entry, value, gesture }),
      () => this.#closeField(),
      typed,
    );
  }

  #closeField(): void {
    const node = this.field?.node;
    this.field = null;
    this.#drawing?.focus();
    if (node !== undefined) this.send("node-link", { node });
  }

  /** Over the pill, the entry or the slot it is for. */
  #placeField(): void {
    const { field, asked } = this;
    const input = field === null && asked === null ? null : this.renderRoot.querySelector("input");
    if (input === null) return;
    const entry = `hit-entry${field?.node}.${field?.entry.join(".")}`;
    const key =
      field === null
        ? `hit-${asked}`
        : this.hitAt(entry)
          ? entry
          : (IS_SITE && this.#cells?.tileOf(field.node)) || `hit${field.node}`;
    const place = this.renderRoot.querySelector(`[data-hit="${key}"]`)?.getBoundingClientRect();
    if (place === undefined) return;
    const frame = this.getBoundingClientRect();
    input.style.left = `${place.x + place.width / 2 - frame.x}px`;
    input.style.top = `${place.y + place.height / 2 - frame.y}px`;
  }

  /** What the current node is, for a voice that does not see the picture. */
  #spoken({ explanation, covered }: CircuitState, { moment }: Scene): string {
    const node = this.current;
    const known = moment.nodes[node];
    const say = (key: NumberKey, value: string | null) =>
      covered.has(key) ? msg("picture-covered") : (value ?? msg("picture-not-computed"));
    if (IS_SITE && this.#cells?.cell && known) return this.#cells.spoken(say, known, explanation);
    const spoken = (value: Value | null | undefined) => (value == null ? null : spokenValue(value));
    const name = speakable(nodeName(explanation, node));
    const value = say(`value:${node}`, spoken(known?.value));
    const gradient = say(`gradient:${node}`, spoken(known?.gradient));
    return IS_SITE && isForwardMode(explanation)
      ? msg("picture-node-tangent", { name, value, tangent: gradient, along: speakable(alongName(explanation)) })
      : msg("picture-node", { name, value, gradient });
  }

  // ---- for the pointer and the keyboard

  /** The node the picture is at: that of the field while one is open. */
  get current(): NodeId {
    return this.field?.node ?? this.#keys.current;
  }
  hitAt(key: string): Hit | undefined {
    return this.scene?.hits.find((hit) => hit.key === key);
  }
  entryValue(node: NodeId, entry: Entry): number {
    return entryOf(this.state?.explanation.primals[node], entry);
  }
  send<Name extends keyof CircuitEvents>(name: Name, detail: CircuitEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
if (IS_SITE || IS_LAB_EMBED) CircuitView.createProperty("gradientsOf");
customElements.define("circuit-view", CircuitView);

function wordsFor(output: string | undefined): PictureWords {
  const words = pictureWords();
  return output === undefined ? words : { ...words, gradient: (_output, isTurned) => words.gradient(output, isTurned) };
}

function pictureWords(): PictureWords {
  return {
    value: msg("picture-value"),
    gradient: (output, isTurned) => msg(isTurned ? "picture-gradient-turned" : "picture-gradient", { output }),
    ...(IS_SITE && { tangent: (along: string) => msg("picture-tangent", { along }) }),
    arrived: (arrived, of) => msg("picture-arrived", { arrived, of }),
    sumOf: (count) => msg("picture-sum-of", { count }),
    first: (what) => msg("picture-first", { what }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "circuit-view": CircuitView;
  }
}
