/** The lab without its page: its five parts, which of them is open, and the link to where it is. */

import { DESCENT_KEYS, type DescentLink, type PartName } from "../../state/descent-link.js";
import { readKeys, writeKeys } from "../../state/link.js";
import { Fog } from "./fog.js";
import { BOWLS, type BowlName, HILL_NAMES, type HillName } from "./hills.js";
import { Maps } from "./map.js";
import { RACE_USUAL, Race } from "./race.js";
import { Rates } from "./rates.js";
import { Signs } from "./signs.js";
import { SURFACE_NAMES, type SurfaceName } from "./surfaces.js";
import type { Engine } from "./walks.js";

export class Session {
  part: PartName = "fog";
  readonly fog: Fog;
  readonly rates: Rates;
  readonly map: Maps;
  readonly race: Race;
  readonly signs: Signs;
  readonly #changed: () => void;

  constructor(engine: Engine, changed: () => void) {
    this.#changed = changed;
    this.fog = new Fog(engine, changed);
    this.rates = new Rates(engine, changed);
    this.map = new Maps(engine, changed);
    this.race = new Race(engine, changed);
    this.signs = new Signs(engine, changed);
  }

  open(part: PartName): void {
    this.part = part;
    this.#changed();
  }

  /** Of the part that is open. */
  get link(): Partial<DescentLink> {
    const { part } = this;
    if (part === "fog") {
      const { hill, start, rate, updates, isFoggy } = this.fog.state;
      return { part, hill, start, rate, updates, ...(!isFoggy && { fog: "off" }) };
    }
    if (part === "rate") {
      const { bowl, rate, tried, isTold } = this.rates.state;
      return { part, bowl, rate, ...(tried.length > 0 && { tried }), ...(isTold && { told: "yes" }) };
    }
    if (part === "map") {
      const { surface, x, y, rate, ownRate: own } = this.map.state;
      return { part, surface, x, y, rate, own };
    }
    if (part === "race") {
      const { rate, x, y } = this.race.state;
      return {
        part,
        ...(rate !== RACE_USUAL.rate && { rate }),
        ...(x !== RACE_USUAL.x && { x }),
        ...(y !== RACE_USUAL.y && { y }),
      };
    }
    return { part };
  }
  get fragment(): string {
    return writeKeys(DESCENT_KEYS, this.link);
  }

  /** What a link does not say is as it was at first. */
  visit(fragment: string): void {
    const { part = "fog", ...link } = readKeys(DESCENT_KEYS, fragment);
    this.part = part;
    const rate = link.rate !== undefined && { rate: link.rate };
    if (part === "fog")
      this.fog.restore({
        ...(isOneOf(HILL_NAMES, link.hill) && { hill: link.hill as HillName }),
        ...(link.start !== undefined && { start: link.start }),
        ...rate,
        ...(link.updates !== undefined && { updates: link.updates }),
        ...(link.fog && { isFoggy: false }),
      });
    if (part === "rate")
      this.rates.restore({
        ...(isOneOf(BOWLS, link.bowl) && { bowl: link.bowl as BowlName }),
        ...rate,
        ...(link.tried && { tried: link.tried }),
        isTold: link.told === "yes",
      });
    if (part === "race")
      this.race.restore({
        ...rate,
        ...(link.x !== undefined && { x: link.x }),
        ...(link.y !== undefined && { y: link.y }),
      });
    if (part === "map")
      this.map.restore({
        ...(isOneOf(SURFACE_NAMES, link.surface) && { surface: link.surface as SurfaceName }),
        ...(link.x !== undefined && { x: link.x }),
        ...(link.y !== undefined && { y: link.y }),
        ...rate,
        ...(link.own !== undefined && { ownRate: link.own }),
      });
  }
}

function isOneOf(names: readonly string[], name: string | undefined): boolean {
  return name !== undefined && names.includes(name);
}
