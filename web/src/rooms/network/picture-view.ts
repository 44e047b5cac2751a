/** The same net in four ways, each with the number that is pointed at in any of them. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/circuit-sentence.js";
import "../../components/circuit-view.js";
import * as icons from "../../components/icons.js";
import "../../components/net-matrices.js";
import "../../components/net-view.js";
import "../../components/timeline-bar.js";
import type { Explanation, NodeId } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { IS_SITE } from "../../product.js";
import { addressOf } from "../../scene/addresses.js";
import type { CircuitState, NumberKey } from "../../scene/model.js";
import { idOf } from "../../scene/net.js";
import { NetAnswer } from "../../scene/net-answer.js";
import { programOf } from "../../scene/net-program.js";
import { timeAt } from "../../scene/net-time.js";
import { VIEWS, type ViewName } from "../../state/network-link.js";
import { formatLink } from "../../state/url.js";
import type { LayerPlayer } from "./layer.js";
import type { NetworkSession } from "./session.js";

/** A circuit with more boxes is not read. */
const MOST_BOXES = 40;

export interface PictureHost {
  session: NetworkSession;
  player: LayerPlayer;
  /** By which the page is left for another one. */
  root: string;
}

export function picture(host: PictureHost): TemplateResult {
  const { session } = host;
  return html`<div class="tools">
      <div role="group" aria-label=${msg("network-views")} class="views">
        ${VIEWS.map(
          (view) =>
            html`<button aria-pressed=${session.views.includes(view) ? "true" : "false"} @click=${() => session.toggle(view)}>${msg(`network-view-${view}`)}</button>`,
        )}
      </div>
      ${session.views.includes("neurons") ? lines(session) : nothing} ${samples(session)} ${history(session)}
    </div>
    ${session.answer ? VIEWS.filter((view) => session.views.includes(view)).map((view) => html`<div class="view">${SHOWN[view](host)}</div>`) : html`<p role="alert">${msg("network-nothing")}</p>`}`;
}

const SHOWN: Record<ViewName, (host: PictureHost) => TemplateResult> = {
  neurons: ({ session }) => html`<net-view
    .net=${session.net}
    .answer=${session.answer}
    .done=${session.stage}
    .sample=${session.sample}
    .moved=${session.after}
    lines=${session.lines}
    .linked=${session.linked}
    chosen=${session.chosen}
    @net-edit=${({ detail }: CustomEvent) => session.changes.edit(detail.id, detail.value, detail.gesture)}
  ></net-view>`,
  matrices: ({ session }) => html`<net-matrices
    .net=${session.net}
    .answer=${session.answer}
    .done=${session.stage}
    .linked=${session.linked}
    chosen=${session.chosen}
    ?playing=${session.isPlaying}
  ></net-matrices>`,
  circuit,
  layer,
};

function lines(session: NetworkSession): TemplateResult {
  return html`<label class="inline"
    >${msg("network-lines")}
    <select @change=${(event: Event) => session.look({ lines: (event.target as HTMLSelectElement).value === "gradients" ? "gradients" : "weights" })}>
      ${(["weights", "gradients"] as const).map((name) => html`<option value=${name} ?selected=${name === session.lines}>${msg(`network-lines-${name}`)}</option>`)}
    </select>
  </label>`;
}

function history({ undoing }: NetworkSession): TemplateResult {
  const button = (name: "undo" | "redo", icon: TemplateResult, isPossible: boolean) => html`<button
    class="icon quiet"
    aria-label=${msg(`room-${name}`)}
    title=${msg(`room-${name}`)}
    ?disabled=${!isPossible}
    @click=${() => undoing[name]()}
  >
    ${icon}
  </button>`;
  return html`<div class="history" role="group" aria-label=${msg("room-tools")}>
    ${button("undo", icons.undo, undoing.canUndo)} ${button("redo", icons.redo, undoing.canRedo)}
  </div>`;
}

/** Neurons stand for one sample of the batch. */
function samples(session: NetworkSession): TemplateResult | typeof nothing {
  const { sample, views, net } = session;
  const count = net.inputs.length;
  if (count === 1 || !views.includes("neurons")) return nothing;
  const to = (step: number) => session.look({ sample: (sample + step + count) % count });
  return html`<div class="samples">
    <button class="icon quiet" aria-label=${msg("network-sample-previous")} title=${msg("network-sample-previous")} @click=${() => to(-1)}>${icons.back}</button>
    <span aria-live="polite">${msg("network-sample", { sample: String(sample + 1), samples: String(count) })}</span>
    <button class="icon quiet" aria-label=${msg("network-sample-next")} title=${msg("network-sample-next")} @click=${() => to(1)}>${icons.next}</button>
  </div>`;
}

function circuit({ session, root }: PictureHost): TemplateResult {
  const answer = session.answer as NetAnswer;
  const { explanation } = answer;
  const fragment = formatLink({ program: programOf(session.net), at: new Map(), zoom: "matrices" });
  return html`${
    explanation.view.boxes.length > MOST_BOXES
      ? html`<p class="hint">${msg("network-circuit-large")}</p>`
      : circuitView(session, answer, timeAt(explanation, session.stage, session.layers))
  }
    ${IS_SITE ? html`<p class="actions"><a class="button" href=${addressOf(root, "", fragment)}>${msg("network-open-circuit")}</a></p>` : nothing}`;
}

function layer({ session, player }: PictureHost): TemplateResult {
  const { explanation, playback } = player;
  if (!explanation) return html`<p role="alert">${msg("network-nothing")}</p>`;
  const state = stateOf(explanation, playback.time, null);
  return html`<div class="tools">
      <label class="inline"
        >${msg("network-column-layer")}
        <select @change=${(event: Event) => player.open(Number((event.target as HTMLSelectElement).value))}>
          ${session.net.layers.map((_, i) => html`<option value=${i + 1} ?selected=${i + 1 === player.layer}>${i + 1}</option>`)}
        </select>
      </label>
      <p class="hint">${msg("network-layer-hint")}</p>
    </div>
    ${circuitView(session, new NetAnswer(explanation), playback.time)}
    <circuit-sentence .state=${{ ...state, time: Math.ceil(playback.time) }}></circuit-sentence>
    <timeline-bar
      .steps=${explanation.steps ?? []}
      .time=${playback.time}
      .playing=${playback.clock.playing}
      .speed=${playback.clock.speed}
      @timeline-command=${(event: CustomEvent) => playback.command(event.detail.command)}
      @time-change=${(event: CustomEvent) => playback.clock.go(event.detail.time)}
      @speed-change=${(event: CustomEvent) => (playback.clock.speed = event.detail.speed)}
    ></timeline-bar>`;
}

/** Its nodes are the net's matrices, by their names. */
function circuitView(session: NetworkSession, answer: NetAnswer, time: number): TemplateResult {
  const { linked, chosen } = session;
  const named = (node: NodeId, [row, column]: readonly [number, number] = [0, 0]) => {
    const name = answer.nameOf(node);
    return name === null ? null : name === "L" ? "L" : idOf(name, row, column);
  };
  return html`<circuit-view
    class="circuit"
    .gradientsOf=${"L"}
    .state=${stateOf(answer.explanation, time, answer.nodeOf(linked ?? chosen))}
    @node-link=${({ detail }: CustomEvent) => session.point(detail.node === null ? null : answer.nameOf(detail.node))}
    @node-select=${({ detail }: CustomEvent) => {
      const id = named(detail.node);
      if (id !== null) session.choose(id);
    }}
    @input-change=${({ detail }: CustomEvent) => {
      const id = named(detail.node, detail.entry);
      if (id !== null) session.changes.edit(id, detail.value, detail.gesture);
    }}
  ></circuit-view>`;
}

const NOTHING: ReadonlySet<NumberKey> = new Set();

function stateOf(explanation: Explanation, time: number, linked: NodeId | null): CircuitState {
  return { explanation, time, covered: NOTHING, selected: null, linked, dragged: null };
}
