import { describe, expect, test } from "vitest";
import { pointedAt } from "../../../web/src/scene/cells.js";
import { layoutCircuit } from "../../../web/src/scene/layout.js";
import { around } from "../../../web/src/scene/marks.js";
import { overlap, type Rect } from "../../../web/src/scene/metrics.js";
import { pictureOf } from "../../../web/src/scene/picture.js";
import { gridRect } from "../../../web/src/scene/places.js";
import { stateOf } from "../components/support.js";
import { explained } from "../explained.js";
import { WORDS } from "./words.js";

const HEAT = "W = [[1, 2, 3, 4, 5, 6], [0.5, 0, -3, 1, 1, 1], [1, 1, 1, 1, 1, 1]]; v = [1, 2]; f = sum(W * W) + sum(v)";

function pointed(node: number, row: number, column: number) {
  const explanation = explained(HEAT);
  const layout = layoutCircuit(explanation);
  const picture = pictureOf(stateOf(explanation), layout, { words: WORDS });
  const over = pointedAt(picture, { node, row, column }, () => "here");
  const mark = (key: string) => over?.marks.find((each) => each.key === key) as (Rect & { text: string }) | undefined;
  return { layout, over, mark };
}

describe("an entry that is pointed at", () => {
  test("of a heat tile: a cell on both sides, and what it holds, on a plate that hides nothing", () => {
    const { layout, mark } = pointed(0, 1, 2);
    const gate = layout.at.get(0) as NonNullable<ReturnType<typeof layout.at.get>>;
    for (const side of ["value", "gradient"] as const) {
      const tile = gridRect(gate, side);
      expect(mark(`pointed-${side}`)).toMatchObject({
        width: expect.closeTo(64 / 6, 1),
        height: expect.closeTo(64 / 6, 1),
      });
      expect(mark(`pointed-${side}`)?.x).toBeCloseTo(tile.x + 2 * (64 / 6), 0);
      expect(mark(`pointed-${side}`)?.y).toBeCloseTo(tile.y + 64 / 6, 0);
      expect(overlap(mark("pointed-plate") as Rect, tile)).toBe(false);
    }
    expect(overlap(mark("pointed-plate") as Rect, layout.legend)).toBe(false);
    const others = layout.gates.filter(({ node }) => node !== 0);
    const shapes = others.map(({ x, y, width, height }) => around({ x, y }, width, height));
    expect(shapes.filter((shape) => overlap(mark("pointed-plate") as Rect, shape))).toEqual([]);
    expect([0, 1, 2].map((i) => mark(`pointed-${i}`)?.text)).toEqual(["here", "value −3", "gradient ∂f/∂· −6"]);
  });

  test("of a grid: its cells alone, as the numbers can be read", () => {
    expect(pointed(1, 1, 0).over?.marks.map(({ key }) => key)).toEqual(["pointed-value", "pointed-gradient"]);
  });

  test("of a number: nothing", () => {
    const { layout } = pointed(0, 0, 0);
    expect(pointed(layout.flag.node, 0, 0).over).toBeNull();
  });
});
