/**
 * <grad-network>: one network and one training update: as neurons, as matrices, as a circuit and as code, all of one answer of the engine.
 * `fragment` is what a link says, `currentFragment` what it should say now; `link-change` says when.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { article } from "../components/article.css.js";
import { CircuitView } from "../components/circuit-view.js";
import { controls } from "../components/controls.css.js";
import { fileStyles } from "../components/data-file.js";
import "../components/net-stages.js";
import "../components/net-table.js";
import { KeptFocus } from "../components/kept-focus.js";
import { Sight } from "../components/sight.js";
import "../components/update-timeline.js";
import { createWorkbench, type Workbench } from "../engine/client.js";
import { createTrainingEngine } from "../engine/training.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/network.js";
import { IS_SITE } from "../product.js";
import { stagesOf } from "../scene/net.js";
import { readNetwork, writeNetwork } from "../state/network-link.js";
import { historyAction, TYPING } from "./circuit/keyboard.js";
import { charts } from "./network/charts-view.js";
import { Exports, exportView } from "./network/export-view.js";
import { LayerPlayer } from "./network/layer.js";
import { numberCard } from "./network/number-card.js";
import { picture } from "./network/picture-view.js";
import { NetworkSession } from "./network/session.js";
import { settings } from "./network/settings-view.js";
import { styles } from "./network/styles.css.js";
import { sentence, takenWords, undoneWords } from "./network/words.js";

/** Updates that a button makes at once. */
const MANY = [10, 100];
/** From the page of a lab to the Circuit room. */
const CIRCUIT = "../../";

/** What shows code comes with what writes it, once somebody asks. */
async function openCode(): Promise<Workbench> {
  const [workbench] = await Promise.all([createWorkbench(), import("../components/generated-code.js")]);
  return workbench;
}

export class GradNetwork extends LitElement {
  static override properties = { fragment: {}, session: { state: true }, failed: { state: true } };
  declare fragment: string;
  declare private session: NetworkSession | null;
  declare private failed: boolean;
  readonly #player = new LayerPlayer(() => this.requestUpdate());
  readonly #exports = new Exports(() => this.requestUpdate(), IS_SITE ? openCode : null);
  readonly #lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  #clock = 0;
  #charts: TemplateResult | null = null;
  /** The update that was drawn last, and whether its charts are still to be. */
  #drawn = 0;
  #isLate = false;
  readonly #sight = new Sight(() => this.requestUpdate());
  #written = "";

  static override styles = [controls, article, fileStyles, styles];

  constructor() {
    super();
    this.fragment = "";
    this.session = null;
    this.failed = false;
    if (IS_SITE) CircuitView.loadMatrices ??= () => import("../components/circuit-view-matrices.js");
    new LocaleController(this);
    void this.#start();
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("net-link", (event) => this.session?.point((event as CustomEvent).detail.id));
    this.addEventListener("net-choose", (event) => this.session?.choose((event as CustomEvent).detail.id));
    // the last undo disables its button; redo is beside it
    new KeptFocus(this, (_, lost) => lost.parentElement?.querySelector<HTMLElement>(":enabled") ?? null);
  }

  get currentFragment(): string {
    return this.session ? writeNetwork(this.session.link) : this.fragment;
  }

  async #start(): Promise<void> {
    this.failed = false;
    try {
      const session = new NetworkSession(await createTrainingEngine(), () => this.#changed());
      session.visit(readNetwork(this.fragment));
      this.session = session;
      if (session.isBehind) this.#run(performance.now());
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#clock);
    this.#clock = 0;
    this.#sight.watch(null);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("fragment") && this.fragment !== this.#written) this.session?.visit(readNetwork(this.fragment));
    if (this.session?.views.includes("layer")) {
      this.#player.playback.still = this.#lessMotion.matches;
      this.#player.consult(this.session);
    }
  }

  #key(event: KeyboardEvent): void {
    const action = event.defaultPrevented ? null : historyAction(event);
    const isTyped = event.composedPath().some((target) => target instanceof Element && target.matches(TYPING));
    if (!action || isTyped || !this.session) return;
    event.preventDefault();
    action(this.session.undoing);
  }

  protected override updated(): void {
    this.#sight.watch(this.renderRoot.querySelector(".charts"));
  }

  /** Something of the session. A link is told of when it has come to rest. */
  #changed(): void {
    this.requestUpdate();
    const { session } = this;
    if (!session) return;
    if (session.isPlaying || session.isBehind) {
      if (this.#clock === 0) this.#run(performance.now());
    } else if (this.currentFragment !== this.#written) {
      this.#written = this.currentFragment;
      this.dispatchEvent(new CustomEvent("link-change", { bubbles: true, composed: true }));
    }
  }

  /** From frame to frame, while something is played or still to be made. */
  #run(before: number): void {
    this.#clock = requestAnimationFrame((now) => {
      const { session } = this;
      if (this.#isLate) this.requestUpdate();
      if (session?.isBehind) session.catchUp();
      else session?.tick(now - before);
      if (session?.isPlaying || session?.isBehind) this.#run(now);
      else this.#clock = 0;
    });
  }

  protected override render(): TemplateResult {
    if (this.failed)
      return html`<div role="alert">
        <p>${msg("network-failed")}</p>
        <button @click=${() => void this.#start()}>${msg("network-retry")}</button>
      </div>`;
    const { session } = this;
    if (!session) return html`<p class="hint" role="status">${msg("network-loading")}</p>`;
    return html`<p class="visually-hidden" role="status">${undoneWords(session)}</p>
      <div class="main">
        <section class="picture">
          ${picture({ session, player: this.#player, root: CIRCUIT })} ${this.#update(session)} ${this.#updates(session)}
        </section>
        <aside>
          ${numberCard(session, () => void this.#goOn())}
          <p class="hint">${msg("network-hint")}</p>
        </aside>
      </div>
      <div class="charts">${this.#chartsOf(session)}</div>
      ${settings(session)}
      <h2>${msg("network-table")}</h2>
      <net-table
        .net=${session.net}
        .answer=${session.answer}
        .done=${session.stage}
        .sample=${session.sample}
        .rows=${session.run.batchAt(session.at).rows}
        .linked=${session.linked}
        chosen=${session.chosen}
        ?playing=${session.isPlaying}
        @sample-add=${() => session.changes.addSample()}
        @sample-remove=${({ detail }: CustomEvent) => session.changes.removeSample(detail.sample)}
        @net-edit=${({ detail }: CustomEvent) => session.changes.edit(detail.id, detail.value, detail.gesture)}
      ></net-table>
      ${exportView(session, this.#exports)}`;
  }

  /** While updates are played costs and plane are drawn a frame after the net, since both at once would hold up the page; out of sight, not at all. */
  #chartsOf(session: NetworkSession): TemplateResult | null {
    if (session.isPlaying && this.#charts && !this.#sight.isIn) return this.#charts;
    this.#isLate = session.isPlaying && session.at !== this.#drawn && !this.#isLate;
    this.#drawn = session.at;
    if (!this.#isLate) this.#charts = charts(session);
    return this.#charts;
  }

  #update(session: NetworkSession): TemplateResult {
    const stages = stagesOf(session.net);
    const phase = stages[session.stage - 1]?.phase ?? "";
    return html`<div
        class="now is-${phase === "loss" ? "forward" : phase}"
        role="status"
        aria-live=${session.isPlaying ? "off" : "polite"}
      >
        <p>${sentence(session)}</p>
      </div>
      <net-stages
        .stages=${stages}
        .done=${session.stage}
        .allowed=${session.isLocked ? session.layers + 1 : Number.POSITIVE_INFINITY}
        ?first=${session.at === session.run.first}
        @stage-next=${() => session.next()}
        @stage-back=${() => session.back()}
        @stage-change=${(event: CustomEvent<{ stage: number }>) => session.goTo(event.detail.stage)}
      ></net-stages>
      ${session.isLocked ? html`<p class="hint">${msg("network-locked")}</p>` : nothing}`;
  }

  #updates(session: NetworkSession): TemplateResult {
    const { run, at, isLocked } = session;
    return html`<div class="updates">
        <update-timeline
          .at=${at}
          .first=${run.first}
          .last=${run.last}
          ?playing=${session.isPlaying}
          ?disabled=${isLocked}
          ?endless=${run.stopped === null && run.failure === null}
          @update-change=${(event: CustomEvent<{ update: number }>) => session.show(event.detail.update)}
          @play-change=${(event: CustomEvent<{ playing: boolean }>) => session.play(event.detail.playing)}
        ></update-timeline>
        ${MANY.map(
          (count) =>
            html`<button ?disabled=${isLocked || run.stopped !== null} @click=${() => session.show(at + count)}>${msg("network-more", { count })}</button>`,
        )}
      </div>
      ${session.run.batches === 1 ? nothing : html`<p class="hint">${takenWords(session)}</p>`}
      ${run.stopped === null ? nothing : html`<p class="wrong" role="alert">${msg("network-stopped", { update: String(run.last), why: run.stopped })}</p>`}`;
  }

  /** After a guess the keyboard goes on where the next stage is. */
  async #goOn(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector("net-stages")?.focusNext();
  }
}
customElements.define("grad-network", GradNetwork);

declare global {
  interface HTMLElementTagNameMap {
    "grad-network": GradNetwork;
  }
}
