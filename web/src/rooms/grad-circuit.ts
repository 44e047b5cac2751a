/**
 * <grad-circuit>: a program, its circuit, and backpropagation on it. Attribute `link` is a circuit as a link writes it,
 * `embedded` leaves out what only the site has. It sends `link-change` at the end of each gesture.
 */
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { controls } from "../components/controls.css.js";
import type { ExampleGroup } from "../components/gallery-menu.js";
import { createEngine, createWorkbench, type Workbench } from "../engine/client.js";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import { isGuided, rememberGuided } from "../state/guidance.js";
import type { Speech } from "../state/settings.js";
import { carriesCircuit, formatLink, type Link, parseLink } from "../state/url.js";
import { EVENTS } from "./circuit/events.js";
import { type Form, FormController } from "./circuit/form.js";
import { GripHintController } from "./circuit/grip-hint.js";
import { actionOf } from "./circuit/keyboard.js";
import { FIRST_CIRCUIT } from "./circuit/link.js";
import { backToBackprop, COVERS } from "./circuit/picture-tools.js";
import { PrintController } from "./circuit/print.js";
import { QuestionFocusController } from "./circuit/question-focus.js";
import { Session } from "./circuit/session.js";
import { styles } from "./circuit/styles.css.js";
import * as view from "./circuit/view.js";

export class GradCircuit extends LitElement {
  static override properties = {
    link: { converter: { fromAttribute: (text: string | null) => parseLink(text ?? "") } },
    embedded: { type: Boolean, reflect: true },
    projector: { type: Boolean, reflect: true },
    speech: {},
    address: {},
    embedAddress: {},
    examples: { attribute: false },
    failed: { state: true },
    showsTable: { state: true },
  };
  /** Opens a circuit; reading it gives what was opened, `currentLink` what it has become. */
  declare link: Link;
  declare embedded: boolean;
  declare projector: boolean;
  declare speech: Speech;
  /** The page that shared links lead to; empty where there is none. */
  declare address: string;
  /** The page that embed snippets frame; empty where there is none. */
  declare embedAddress: string;
  /** What the menu of examples offers; none, no menu. */
  declare examples: readonly ExampleGroup[];
  declare failed: boolean;
  declare showsTable: boolean;
  session: Session | null = null;
  readonly printing = IS_SITE ? new PrintController(this) : null;
  readonly #form = new FormController(this);

  static override styles = [controls, styles];

  constructor() {
    super();
    this.link = { at: new Map() };
    this.embedded = false;
    this.projector = false;
    this.speech = "short";
    this.address = "";
    this.embedAddress = "";
    this.examples = [];
    this.failed = false;
    this.showsTable = false;
    new LocaleController(this);
    new QuestionFocusController(this);
    for (const [name, handle] of Object.entries(EVENTS)) {
      this.addEventListener(
        name,
        (event) => this.session && handle(this.session, (event as CustomEvent<never>).detail),
      );
    }
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("projector-toggle", () => this.toggleProjector());
    this.addEventListener("table-toggle", () => (this.showsTable = !this.showsTable));
    if (IS_SITE) this.#beOnSite();
    void this.#start();
  }

  #beOnSite(): void {
    new GripHintController(this);
    for (const ends of ["program-edit", "circuit-open"]) this.addEventListener(ends, rememberGuided);
    this.addEventListener("plot-change", (event) => this.session?.plots?.change((event as CustomEvent).detail));
    this.addEventListener("bug-command", (event) => this.session?.bugs?.handle((event as CustomEvent).detail));
    this.addEventListener("share-worksheet", () => void this.printing?.print());
  }

  get form(): Form {
    return this.projector ? "below" : this.#form.form;
  }
  get currentLink(): Link {
    return this.session?.link() ?? this.link;
  }

  async #start(): Promise<void> {
    try {
      const engine = await createEngine();
      this.session = new Session(engine, {
        changed: () => this.requestUpdate(),
        ...(IS_SITE && { workbench: openWorkbench, plots: openPlots }),
        settled: () => this.dispatchEvent(new CustomEvent("link-change", { bubbles: true, composed: true })),
      });
      this.requestUpdate("link");
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { session } = this;
    if (!session) return;
    session.playback.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (changed.has("link")) this.#open(session);
  }

  #open(session: Session): void {
    const isShared = carriesCircuit(this.link);
    session.open(isShared ? this.link : { ...FIRST_CIRCUIT, ...this.link, at: FIRST_CIRCUIT.at });
    if (IS_SITE && !isShared && !this.embedded && !isGuided()) session.guide(true);
  }

  /** The last undo disables its button. */
  protected override updated(): void {
    if (this.shadowRoot?.activeElement?.matches(":disabled")) this.focus();
  }

  protected override render(): TemplateResult {
    if (this.failed) return html`<p class="placeholder" role="alert">${msg("room-failed")}</p>`;
    return html`${this.session ? view.room(this, this.session) : view.loading(this)}`;
  }

  /** The first minute once more, from the first circuit. */
  showAgain(): void {
    this.session?.open(FIRST_CIRCUIT);
    this.session?.guide(true);
  }

  toggleProjector(): void {
    this.projector = !this.projector;
    // a clicker's keys arrive wherever the focus happens to be
    if (this.projector) window.addEventListener("keydown", this.#keyAnywhere);
    else window.removeEventListener("keydown", this.#keyAnywhere);
    this.dispatchEvent(new CustomEvent("projector-change", { bubbles: true, composed: true }));
  }

  override focus(): void {
    this.drawing?.focus();
  }

  /** The button that asked has gone: the focus waits in the picture for the question that follows. */
  wonder(): void {
    this.focus();
    this.session?.wonder();
  }

  typeYourOwn(): void {
    this.session?.guide(false);
    rememberGuided();
    this.renderRoot.querySelector("program-line")?.focus();
  }

  readonly #keyAnywhere = (event: KeyboardEvent) => {
    if (!event.composedPath().includes(this)) this.#key(event);
  };

  #key(event: KeyboardEvent): void {
    const { session } = this;
    if (!session) return;
    if (event.key === "Escape" && this.projector) return this.toggleProjector();
    if (event.key === "Escape" && session.tab !== null && event.composedPath().includes(this.drawing as EventTarget)) {
      return session.show(null);
    }
    if (IS_SITE && event.key === "Escape" && session.forward?.isOn && isInPlayer(event, this.renderRoot)) {
      return backToBackprop(this);
    }
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action(session, {
      cycleCover: () =>
        session.covers.choose(COVERS[(COVERS.indexOf(session.covers.mode) + 1) % COVERS.length] ?? "off"),
      toggleProjector: () => this.toggleProjector(),
    });
  }

  /** The circuit as it stands, on the page that links lead to and on the one that snippets frame. */
  readonly addresses = () => {
    const fragment = formatLink(this.currentLink);
    const on = (page: string) => page && `${page}#${fragment}`;
    return { link: on(this.address), embed: on(this.embedAddress) };
  };

  /** The picture as it is drawn now. */
  get drawing(): SVGSVGElement | null {
    const view = this.renderRoot.querySelector("circuit-view");
    return view?.renderRoot.querySelector<SVGSVGElement>("svg[role=application]") ?? null;
  }
}

async function openWorkbench(): Promise<Workbench> {
  const [workbench] = await Promise.all([createWorkbench(), import("./circuit/workbench-panels.js")]);
  return workbench;
}

/** What draws them comes with what samples them. */
async function openPlots(): Promise<Workbench> {
  const [workbench] = await Promise.all([createWorkbench(), import("../components/input-plots.js")]);
  return workbench;
}
customElements.define("grad-circuit", GradCircuit);

/** In what shows and plays the steps; elsewhere Escape closes something of its own. */
function isInPlayer(event: Event, root: ParentNode): boolean {
  const player = [...root.querySelectorAll(".picture, timeline-bar")];
  const path = event.composedPath();
  return player.some((part) => path.includes(part)) && !path.some((part) => (part as Element).localName === "pop-menu");
}

declare global {
  interface HTMLElementTagNameMap {
    "grad-circuit": GradCircuit;
  }
}
