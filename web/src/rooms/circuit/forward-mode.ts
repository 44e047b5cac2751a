/** Forward mode in a room: what moves while it is on, and the larger engine, which alone can play it. */
import type { Engine } from "../../engine/client.js";
import type { EntryOf } from "../../engine/protocol.js";
import { type Message, message } from "../../scene/message.js";
import type { Session } from "./session.js";

/** What has been asked for while the engine loads. */
interface Asked {
  along: EntryOf;
  /** Steps done; all unless said otherwise. */
  step: number | null;
}

export class ForwardMode {
  /** The engine did not arrive. */
  failed = false;
  /** Said in the place of the step, until something else happens. */
  notice: Message | null = null;
  #chosen: EntryOf | null = null;
  #asked: Asked | null = null;
  readonly #session: Session;
  readonly #engine: () => Promise<Engine>;

  constructor(session: Session, engine: () => Promise<Engine>) {
    this.#session = session;
    this.#engine = engine;
  }

  get isOn(): boolean {
    return this.#along !== null;
  }

  get #along(): EntryOf | null {
    return this.#session.circuit.forward?.along ?? null;
  }

  /** For the link, also while the engine loads. */
  get link(): { along?: EntryOf; step?: number } {
    const along = this.#asked?.along ?? this.#along;
    const step = this.#asked?.step ?? null;
    return { ...(along !== null && { along }), ...(step !== null && { step }) };
  }

  /** What the panel has chosen to move: what does, or what was chosen while there is such an entry, or the first. */
  get chosen(): EntryOf | null {
    const inputs = this.#session.explanation?.inputs ?? [];
    const wanted = this.#along ?? this.#chosen;
    const input = inputs.find(({ name }) => name === wanted?.input);
    if (wanted && input && wanted.entry < [input.value].flat(2).length) return wanted;
    return inputs[0] ? { input: inputs[0].name, entry: 0 } : null;
  }

  /** Of the panel. While forward mode is on, it goes along with the choice. */
  choose(along: EntryOf): void {
    this.#chosen = along;
    if (this.isOn) void this.begin(along);
    else this.#session.changed();
  }

  async play(along: EntryOf): Promise<void> {
    if (!(await this.begin(along, 0))) return;
    this.#session.command("play");
  }

  /** Shows forward mode at a step, by default at its end. Returns whether it does. */
  async begin(along: EntryOf, step: number | null = null): Promise<boolean> {
    const asked = { along, step };
    this.#asked = asked;
    this.failed = false;
    try {
      const engine = await this.#engine();
      if (this.#asked !== asked) return false;
      this.#asked = null;
      this.#show({ engine, along }, step);
      return this.isOn;
    } catch (error) {
      console.error(error);
      this.#asked = null;
      this.failed = true;
      this.#session.changed();
      return false;
    }
  }

  /** Back to backprop, both passes filled in. */
  end(): void {
    this.#asked = null;
    this.#show(null, null);
  }

  /** Another circuit is opened. */
  forget(): void {
    this.#asked = null;
    this.notice = null;
    this.#session.circuit.forward = null;
  }

  /** The circuit in forward mode or in backprop, with `step` steps done or all of them. */
  #show(forward: Session["circuit"]["forward"], step: number | null): void {
    const { circuit, covers, drag, firstMinute, pictures, playback } = this.#session;
    firstMinute?.end();
    covers.start("off");
    drag.forget();
    pictures.refused = null;
    this.notice = null;
    circuit.forward = forward;
    this.#session.explain();
    playback.clock.reset(Math.min(step ?? Number.POSITIVE_INFINITY, playback.steps));
    this.#session.settled();
  }

  /** Something new begins. */
  quiet(): void {
    this.notice = null;
  }

  refuseCover(): void {
    this.notice = message("forward-no-cover");
  }
}
