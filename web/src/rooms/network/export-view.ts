/** The net as code in several languages and as the documents of `train`, to copy and to keep; and the link to it. */
import { html, nothing, type TemplateResult } from "lit";
import * as icons from "../../components/icons.js";
import type { Workbench } from "../../engine/client.js";
import type { Explanation } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { IS_LAB_EMBED, IS_ONE_FILE, IS_SITE } from "../../product.js";
import { addressOf } from "../../scene/addresses.js";
import type { CodeView } from "../../scene/model.js";
import { programOf } from "../../scene/net-program.js";
import { writeNetwork } from "../../state/network-link.js";
import type { NetworkSession } from "./session.js";

/** What is written only for those who look. */
export class Exports {
  view: CodeView | null = null;
  isOpen = false;
  /** Which text was copied last. */
  copied = "";
  /** What writes the code could not be loaded. */
  hasFailed = false;
  #workbench: Workbench | null = null;
  #asked = "";
  #explanation: Explanation | null = null;
  readonly #changed: () => void;
  readonly #load: (() => Promise<Workbench>) | null;

  /** @param load the engine that writes code, with what shows it; null where there is none */
  constructor(changed: () => void, load: (() => Promise<Workbench>) | null) {
    this.#changed = changed;
    this.#load = load;
  }

  open(isOpen: boolean): void {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    this.#changed();
    if (isOpen && !this.#workbench) void this.#loaded();
  }
  async #loaded(): Promise<void> {
    try {
      this.hasFailed = false;
      this.#workbench = (await this.#load?.()) ?? null;
    } catch (error) {
      console.error(error);
      this.hasFailed = true;
    }
    this.#changed();
  }
  show(view: CodeView | null): void {
    this.view = view;
    this.#changed();
  }

  /** The engine's code of the net as it stands; null while that engine is on its way. */
  explanation({ net, isPlaying }: NetworkSession): Explanation | null {
    // nobody reads code that changes many times a second
    if (isPlaying && this.#explanation) return this.#explanation;
    const program = programOf(net);
    if (program === this.#asked || !this.#workbench) return this.#explanation;
    this.#asked = program;
    const reply = this.#workbench.explain({ program, include: ["code", "shapes", "cost"] });
    this.#explanation = reply.ok ? reply : null;
    return this.#explanation;
  }

  async copy(name: string, text: string): Promise<void> {
    // without permission the text can still be downloaded, or selected where that is not allowed either
    this.copied = await navigator.clipboard.writeText(text).then(
      () => name,
      () => "",
    );
    this.#changed();
  }
}

const LANGUAGES = ["pytorch", "jax", "numpy"] as const;

/** With what `train` needs to make the same updates, and to go on. */
export function runDocument({ run }: NetworkSession): string {
  return `${JSON.stringify({ request: run.request, state: run.state }, null, 2)}\n`;
}

export function exportView(session: NetworkSession, exports: Exports): TemplateResult {
  return html`<details ?open=${exports.isOpen} @toggle=${(event: Event) => exports.open((event.target as HTMLDetailsElement).open)}>
    <summary>${msg("network-code")}</summary>
    ${exports.isOpen ? opened(session, exports) : nothing}
  </details>`;
}

function opened(session: NetworkSession, exports: Exports): TemplateResult {
  return html`${IS_SITE ? html`<p class="hint">${msg("network-code-hint")}</p>` : nothing}
    ${IS_SITE ? code(session, exports) : written(session)}
    <h3>${msg("network-export")}</h3>
    ${IS_SITE ? files(exports.explanation(session)) : nothing}
    <p class="hint">${msg("network-export-json")}</p>
    <div class="actions">
      ${
        IS_LAB_EMBED
          ? nothing
          : html`<button @click=${() => save("network.json", runDocument(session))}>${icons.download}${msg("network-download-json")}</button>`
      }
      ${copyButton(exports, "json", msg("network-copy-json"), () => runDocument(session))}
      ${copyButton(exports, "link", msg("network-copy-link"), () => address(session))}
      <span role="status">${exports.copied === "" ? "" : msg("network-copied")}</span>
    </div>
    ${IS_LAB_EMBED ? inFrame(session) : nothing}
    <label class="link"
      >${msg("network-link")}
      <input type="text" readonly .value=${address(session)} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
    </label>`;
}

/** Many frames may neither save files nor write to the clipboard: the text is there to be selected. */
function inFrame(session: NetworkSession): TemplateResult {
  return html`<label class="link"
    >${msg("network-json")}
    <textarea
      readonly
      rows="4"
      .value=${runDocument(session)}
      @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
    ></textarea>
  </label>`;
}

/** In the language, which is all that an embed has. */
function written({ net }: NetworkSession): TemplateResult {
  return html`<pre class="program code" tabindex="0">${programOf(net)}</pre>`;
}

function code(session: NetworkSession, exports: Exports): TemplateResult {
  const { linked, chosen, answer } = session;
  return html`<generated-code
    .explanation=${exports.explanation(session)}
    .view=${exports.view}
    ?failed=${exports.hasFailed}
    .linked=${answer?.nodeOf(linked ?? chosen) ?? null}
    @code-view=${(event: CustomEvent) => exports.show(event.detail.view)}
    @node-link=${({ detail }: CustomEvent) => session.point(detail.node === null ? null : (answer?.nameOf(detail.node) ?? null))}
    >${written(session)}</generated-code
  >`;
}

function files(explanation: Explanation | null): TemplateResult {
  return html`<div class="actions">
    ${LANGUAGES.map(
      (
        target,
      ) => html`<button ?disabled=${!explanation} @click=${() => save(`network_${target}.py`, explanation?.code?.[target] ?? "")}>
        ${icons.download}${msg("network-download-code", { language: msg(`code-${target}`) })}
      </button>`,
    )}
  </div>`;
}

function copyButton(exports: Exports, name: string, label: string, text: () => string): TemplateResult {
  return html`<button @click=${() => void exports.copy(name, text())}>${exports.copied === name ? icons.check : icons.copy}${label}</button>`;
}

function address(session: NetworkSession): string {
  const fragment = writeNetwork(session.link);
  return new URL(IS_ONE_FILE ? addressOf("", "labs/network/", fragment) : `#${fragment}`, location.href).href;
}

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
