/** The third part: optimisers on a map, all from one place that is dragged, with a bet on which of them gets lowest. */
import type { Point } from "../../scene/metrics.js";
import { type Surface, surfaceOf } from "../../scene/surface.js";
import { SURFACES, type SurfaceChoice, type SurfaceName } from "./surfaces.js";
import { type Engine, standing, walk } from "./walks.js";

/** In the order of their lines. The first ones go as far as the slope is steep, the others have a length of their own. */
export const OPTIMIZERS = ["gd", "momentum", "adam", "nesterov", "rmsprop", "adagrad"] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];
export const BETS = ["gd", "momentum", "adam"] as const satisfies readonly OptimizerName[];
export const MAP_UPDATES = 200;
const BY_SLOPE: readonly OptimizerName[] = ["gd", "momentum", "nesterov"];
const SIDE = 81;

export interface Track {
  name: OptimizerName;
  /** Places after each update, as far as there are numbers. */
  places: Point[];
  losses: number[];
  /** It ended early: after so many updates there was no number. */
  stopped: number | null;
}
export interface MapState {
  surface: SurfaceName;
  x: number;
  y: number;
  rate: number;
  ownRate: number;
}

export class Maps implements MapState {
  surface: SurfaceName = "bowl";
  x = 0;
  y = 0;
  rate = 0.1;
  ownRate = 0.1;
  bet: OptimizerName | null = null;
  shown: ReadonlySet<OptimizerName> = new Set(BETS);
  readonly #engine: Engine;
  readonly #changed: () => void;
  #drawn: { name: SurfaceName; surface: Surface } | null = null;
  #tracks: { key: string; known: Map<OptimizerName, Track> } | null = null;

  constructor(engine: Engine, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
    this.restore({});
  }

  get choice(): SurfaceChoice {
    return SURFACES[this.surface];
  }
  get drawn(): Surface {
    if (this.#drawn?.name !== this.surface) this.#drawn = { name: this.surface, surface: this.#sample() };
    return this.#drawn.surface;
  }
  #sample(): Surface {
    const { program, x, y } = this.choice;
    const axis = (input: string, [from, to]: SurfaceChoice["x"]) => ({ input, entry: 0, from, to, count: SIDE });
    const reply = this.#engine.sample({ program, axes: [axis("x", x), axis("y", y)], include: ["gradient"] });
    if (!reply.ok) throw new Error(reply.error.message);
    return surfaceOf(reply, x, y);
  }

  /** Where all begin, with height and slope. */
  get start(): { x: number; y: number; value: number; gradient: readonly [number, number] } {
    const { x, y } = this;
    const { output, gradients } = standing(this.#engine, this.choice.program, { x, y });
    return { x, y, value: output, gradient: [Number(gradients.x), Number(gradients.y)] };
  }

  /** None before the bet. */
  get tracks(): readonly Track[] {
    if (this.bet === null) return [];
    const key = JSON.stringify(this.state);
    if (this.#tracks?.key !== key) this.#tracks = { key, known: new Map() };
    const { known } = this.#tracks;
    return [...this.shown].map((name) => {
      const track = known.get(name) ?? this.#track(name);
      known.set(name, track);
      return track;
    });
  }
  #track(name: OptimizerName): Track {
    const { frames, stopped } = this.#walk(name);
    const there = frames.filter(
      ({ loss, parameters }) => Number.isFinite(loss) && Number.isFinite(Number(parameters?.x)),
    );
    return {
      name,
      places: there.map(({ parameters }) => ({ x: Number(parameters?.x), y: Number(parameters?.y) })),
      losses: there.map(({ loss }) => loss),
      stopped: stopped?.step ?? null,
    };
  }
  #walk(name: OptimizerName) {
    const { x, y, rate, ownRate } = this;
    const optimizer = { name, learning_rate: BY_SLOPE.includes(name) ? rate : ownRate };
    return walk(this.#engine, { program: this.choice.program, at: { x, y }, optimizer, steps: MAP_UPDATES });
  }

  place(bet: OptimizerName): void {
    this.bet ??= bet;
    this.#changed();
  }
  move(x: number, y: number): void {
    Object.assign(this, { x, y });
    this.#changed();
  }
  set(change: Partial<Pick<MapState, "rate" | "ownRate">>): void {
    Object.assign(this, change);
    this.#changed();
  }
  show(name: OptimizerName, isShown: boolean): void {
    this.shown = new Set(OPTIMIZERS.filter((one) => (one === name ? isShown : this.shown.has(one))));
    this.#changed();
  }
  choose(surface: SurfaceName): void {
    this.restore({ surface });
    this.#changed();
  }
  again(): void {
    this.choose(this.surface);
  }

  get state(): MapState {
    const { surface, x, y, rate, ownRate } = this;
    return { surface, x, y, rate, ownRate };
  }
  restore(state: Partial<MapState>): void {
    const { start, rate, ownRate } = SURFACES[state.surface ?? "bowl"];
    Object.assign(this, { surface: "bowl", x: start[0], y: start[1], rate, ownRate, ...state });
    this.bet = null;
    this.shown = new Set(BETS);
  }
}
