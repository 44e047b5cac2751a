/**
 * <grad-init-lab>: why not start at zero? Five experiments, each a guess and two runs side by side, and a free lab. `fragment` is
 * what a link says, `currentFragment` what it should say now; `link-change` says when.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { article } from "../components/article.css.js";
import { controls } from "../components/controls.css.js";
import { KeptFocus } from "../components/kept-focus.js";
import "../components/guess-box.js";
import * as icons from "../components/icons.js";
import "../components/update-timeline.js";
import { createTrainer } from "../engine/trainer.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/data.js";
import "../locales/start.js";
import { type ExperimentName, PAGES, type PageName, readStart, writeStart } from "../state/start-link.js";
import { breakForm } from "./start/break-form.js";
import { closer } from "./start/closer.js";
import type { Experiment } from "./start/experiments.js";
import { freeStyles } from "./start/free.css.js";
import { freeLab } from "./start/free-lab.js";
import { FreeSession } from "./start/free-session.js";
import { pictures } from "./start/pictures.js";
import { proof } from "./start/proof.js";
import { nextPage, StartSession } from "./start/session.js";
import { styles } from "./start/styles.css.js";
import { moves, verdict } from "./start/verdict.js";

export class GradInitLab extends LitElement {
  static override properties = {
    fragment: {},
    session: { state: true },
    free: { state: true },
    failed: { state: true },
  };
  declare fragment: string;
  declare private session: StartSession | null;
  declare private free: FreeSession | null;
  declare private failed: boolean;
  #clock = 0;
  #written = "";

  static override styles = [controls, article, styles, freeStyles];

  constructor() {
    super();
    this.fragment = "";
    this.session = null;
    this.free = null;
    this.failed = false;
    new LocaleController(this);
    new KeptFocus(this, (root) => root.querySelector("h2"));
    void this.#start();
  }

  get currentFragment(): string {
    const { session, free } = this;
    if (!session || !free) return this.fragment;
    return writeStart(session.page === "free" ? { ...session.link, ...free.link } : session.link);
  }

  async #start(): Promise<void> {
    this.failed = false;
    try {
      const trainer = await createTrainer();
      this.free = new FreeSession(trainer, () => this.#changed());
      this.session = new StartSession(trainer.train, () => this.#changed());
      this.#visit();
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  #visit(): void {
    const link = readStart(this.fragment);
    this.session?.visit(link);
    if (link.page === "free") this.free?.visit(link);
  }

  #open(page: PageName): void {
    this.session?.open(page);
    if (page === "free") void this.free?.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#clock);
    this.#clock = 0;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("fragment") && this.fragment !== this.#written) this.#visit();
  }

  get #player(): Pick<StartSession, "isPlaying" | "tick"> | null {
    return this.session?.page === "free" ? (this.free?.player ?? null) : this.session;
  }
  get #isComputing(): boolean {
    return (this.session?.page === "free" ? this.free : this.session)?.isComputing ?? true;
  }

  /** Something of a session. A link is told of when it has come to rest. */
  #changed(): void {
    this.requestUpdate();
    const player = this.#player;
    if (!player) return;
    if (player.isPlaying) {
      this.#clock ||= requestAnimationFrame((now) => this.#play(now));
    } else if (!this.#isComputing && this.currentFragment !== this.#written) {
      this.#written = this.currentFragment;
      this.dispatchEvent(new CustomEvent("link-change", { bubbles: true, composed: true }));
    }
  }

  #play(before: number): void {
    this.#clock = requestAnimationFrame((now) => {
      this.#clock = 0;
      const player = this.#player;
      player?.tick(now - before);
      cancelAnimationFrame(this.#clock);
      this.#clock = 0;
      if (player?.isPlaying) this.#play(now);
    });
  }

  protected override render(): TemplateResult {
    if (this.failed)
      return html`<div role="alert">
        <p>${msg("start-failed")}</p>
        <button @click=${() => void this.#start()}>${msg("start-again")}</button>
      </div>`;
    const { session, free } = this;
    if (!session || !free) return html`<p class="hint" role="status">${msg("start-loading")}</p>`;
    return html`${this.#pages(session)}
    ${session.page === "free" ? freeLab(free) : this.#experiment(session, session.page)}`;
  }

  #pages(session: StartSession): TemplateResult {
    return html`<nav aria-label=${msg("start-pages")}>
      <ol>
        ${PAGES.map(
          (page, i) => html`<li>
            <button aria-current=${page === session.page ? "step" : nothing} @click=${() => this.#open(page)}>
              ${page === "free" ? nothing : html`<span class="number">${i + 1}</span>`} ${msg(`start-${page}`)}
              ${
                page !== "free" && session.guesses[page]
                  ? html`${icons.check}<span class="visually-hidden">${msg("start-guessed")}</span>`
                  : nothing
              }
            </button>
          </li>`,
        )}
      </ol>
    </nav>`;
  }

  #experiment(session: StartSession, page: ExperimentName): TemplateResult {
    const experiment = session.experiment as Experiment;
    const { runs, guess } = session;
    const isOpen = guess !== null && runs !== null;
    return html`
      <h2 tabindex="-1">${msg(`start-${page}`)}</h2>
      <p class="intro">${msg(`start-${page}.intro`)}</p>
      ${experiment.controls === "break" ? breakForm(session) : nothing}
      <guess-box
        question=${msg(`start-${page}.question`)}
        .choices=${experiment.choices.map((name) => ({ name, text: msg(`start-${page}-${name}`) }))}
        right=${experiment.right}
        guess=${guess ?? ""}
        @guess=${(event: CustomEvent<{ choice: string }>) => void this.#guess(session, event.detail.choice)}
      ></guess-box>
      ${session.failure === null ? nothing : html`<p role="alert">${msg("start-refused", { why: session.failure })}</p>`}
      ${pictures(session, experiment)}
      <update-timeline
        .at=${isOpen ? session.update : 0}
        .last=${session.last}
        ?playing=${session.isPlaying}
        ?disabled=${!isOpen}
        @update-change=${(event: CustomEvent<{ update: number }>) => session.show(event.detail.update)}
        @play-change=${(event: CustomEvent<{ playing: boolean }>) =>
          event.detail.playing ? session.play() : session.show(session.update)}
      ></update-timeline>
      <div class="row foot">
        <p class="hint">${msg(experiment.picture === "layers" ? "start-bars-legend" : "start-legend")}</p>
        ${this.#choices(session, experiment)}
      </div>
      <div role="status">${isOpen ? verdict(page, experiment, guess, runs, session.setting) : nothing}</div>
      ${isOpen && page === "zero" ? moves(experiment, runs) : nothing}
      ${isOpen && page === "constant" && runs[0] ? proof(runs[0], session.update) : nothing}
      ${
        isOpen
          ? closer(
              experiment.runs.map(({ name }) => name),
              session.frames,
            )
          : nothing
      }
      ${guess === null ? nothing : this.#next(page)}
    `;
  }

  /** A choice made with reduced motion shows the end at once. */
  async #guess(session: StartSession, choice: string): Promise<void> {
    session.make(choice, matchMedia("(prefers-reduced-motion: reduce)").matches);
    await this.updateComplete;
    const timeline = this.renderRoot.querySelector("update-timeline");
    await timeline?.updateComplete;
    timeline?.focusPlay();
  }

  #choices(session: StartSession, { controls: control }: Experiment): TemplateResult {
    const { seed, units } = session.setting;
    const choose = (event: Event) =>
      session.change({ units: (event.target as HTMLSelectElement).value === "tanh" ? "tanh" : "relu" });
    return html`<div class="seeds">
      ${
        control === "units" && session.guess !== null
          ? html`<label
              >${msg("start-xavier-units")}
              <select @change=${choose}>
                ${["relu", "tanh"].map((name) => html`<option value=${name} ?selected=${name === units}>${name}</option>`)}
              </select>
            </label>`
          : nothing
      }
      <span>${msg("start-seed", { seed: String(seed) })}</span>
      <button @click=${() => session.newSeed()}>${msg("start-new-seed")}</button>
      <button class="quiet" @click=${() => session.reset()}>${icons.undo}${msg("start-reset")}</button>
    </div>`;
  }

  #next(page: ExperimentName): TemplateResult {
    const next = nextPage(page);
    return html`<p>
      <button class="primary" @click=${() => void this.#goOn(next)}>
        ${msg("start-next-page", { title: msg(`start-${next}`) })}
      </button>
    </p>`;
  }

  async #goOn(page: PageName): Promise<void> {
    this.#open(page);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("nav [aria-current]")?.focus();
  }
}
customElements.define("grad-init-lab", GradInitLab);

declare global {
  interface HTMLElementTagNameMap {
    "grad-init-lab": GradInitLab;
  }
}
