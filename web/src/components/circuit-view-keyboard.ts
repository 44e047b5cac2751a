/** The picture is one Tab stop: arrows walk along its wires, Enter asks why, + and − open and close, a digit is typed into an input. */
import type { NodeId } from "../engine/protocol.js";
import type { Layout } from "../scene/layout.js";
import type { Scene } from "../scene/marks.js";
import type { CircuitState } from "../scene/model.js";
import { type Direction, walk } from "../scene/walk.js";
import type { PointerHost } from "./circuit-view-pointer.js";

export interface KeyHost extends Pick<PointerHost, "send" | "openField"> {
  readonly state: CircuitState | null;
  readonly layout: Layout | null;
  readonly scene: Scene | null;
}

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

export class KeyControl {
  readonly #host: KeyHost;

  constructor(host: KeyHost) {
    this.#host = host;
  }

  /** The node the keyboard is at: what is linked, else what is selected, else the output. */
  get current(): NodeId {
    const { state, layout } = this.#host;
    const node = state?.linked ?? state?.selected;
    return node != null && layout?.at.has(node) ? node : (layout?.flag.node ?? 0);
  }

  readonly down = (event: KeyboardEvent) => {
    const { layout } = this.#host;
    if (layout === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.current;
    const direction = ARROWS[event.key];
    if (direction !== undefined) this.#host.send("node-link", { node: walk(layout, node, direction) });
    else if (event.key === "Enter") this.#host.send("node-select", { node });
    else if (event.key === "+") this.#toggle(node, false);
    else if (event.key === "-" || event.key === "−") this.#toggle(node, true);
    else if (event.key === "F2") this.#type(node);
    else if (/^\d$/.test(event.key)) this.#type(node, event.key);
    else return;
    event.preventDefault();
  };

  /** The mouse points for itself. */
  readonly focus = (event: FocusEvent) => {
    if ((event.target as Element).matches(":focus-visible")) this.#host.send("node-link", { node: this.current });
  };

  readonly blur = () => this.#host.send("node-link", { node: null });

  #toggle(node: NodeId, isOpen: boolean): void {
    const hit = this.#host.scene?.hits.find(
      (each) => each.on === "toggle" && each.node === node && each.open === isOpen,
    );
    if (hit?.on === "toggle") this.#host.send("group-toggle", { node, group: hit.group });
  }

  #type(node: NodeId, typed?: string): void {
    if (this.#host.layout?.at.get(node)?.shape === "pill") this.#host.openField(node, [0, 0], typed);
  }
}
