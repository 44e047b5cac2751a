import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Value } from "../../../web/src/engine/protocol.js";
import { hasMessage } from "../../../web/src/locales/index.js";
import { circuitScene } from "../../../web/src/scene/circuit.js";
import { GALLERY, type GalleryCircuit } from "../../../web/src/scene/gallery.js";
import { layoutCircuit } from "../../../web/src/scene/layout.js";
import { explained } from "../explained.js";
import { faults } from "./geometry.js";
import { WORDS } from "./words.js";

interface ScalarRecord {
  item: string;
  point: Record<string, number>;
  value: number;
  grad: Record<string, number>;
}
const curriculum = JSON.parse(readFileSync(new URL("../../data/curriculum.json", import.meta.url), "utf8")) as {
  scalar: ScalarRecord[];
};
const byName = GALLERY.map((circuit) => [circuit.id, circuit] as const);
const explain = ({ program, at, expand = [] }: GalleryCircuit) =>
  explained(program, { at: { ...at }, expand: [...expand] });

test("there are enough circuits, each with its own name, and the first two are the ones of the first minute", () => {
  expect(GALLERY.length).toBeGreaterThanOrEqual(24);
  expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length);
  expect(GALLERY.slice(0, 2).map(({ id }) => id)).toEqual(["product", "sigmoid-circuit"]);
  for (const { id, group } of GALLERY) {
    expect(hasMessage(`gallery-${id}`), id).toBe(true);
    expect(hasMessage(`gallery-group-${group}`), group).toBe(true);
  }
});

test.each(byName)("%s is from the curriculum", (_, { item }) => {
  expect(curriculum.scalar.map((record) => record.item)).toContain(item);
});

describe("agrees with the curriculum where that has the same point", () => {
  const compared: string[] = [];
  test.each(byName)("%s", (id, circuit) => {
    const { inputs, output } = explain(circuit);
    const record = curriculum.scalar.find(
      ({ item, point, value }) => item === circuit.item && sameNumbers(point, circuit.at) && near(value, output.value),
    );
    if (record === undefined) return;
    compared.push(id);
    for (const { name, gradient } of inputs)
      if (name in record.grad) expect(near(record.grad[name] as number, gradient), name).toBe(true);
  });
  test("and most have", () => expect(compared.length).toBeGreaterThanOrEqual(20));
});

function sameNumbers(a: Record<string, number>, b: Readonly<Record<string, number>>): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value)
  );
}
function near(expected: number, value: Value | null): boolean {
  return typeof value === "number" && Math.abs(value - expected) <= 1e-12 * Math.max(1e-300, Math.abs(expected));
}

describe("nothing overlaps", () => {
  test.each(byName)("%s", (_, circuit) => {
    for (const zoom of ["gates", "stages"] as const) {
      const explanation = explained(circuit.program, {
        at: { ...circuit.at },
        expand: [...(circuit.expand ?? [])],
        zoom,
      });
      const steps = explanation.steps?.length ?? 0;
      for (const compact of [false, true]) {
        const layout = layoutCircuit(explanation, { compact });
        for (let time = 0; time <= steps; time++) {
          const state = { explanation, time, covered: new Set<never>(), selected: null, linked: null, dragged: null };
          const scene = circuitScene(state, layout, {
            words: WORDS,
            ops: new Map([["sigmoid", { definition: "1/(1 + exp(-x))" }]]),
          });
          expect(faults(scene, layout), `${zoom}${compact ? ", compact" : ""}, t = ${time}`).toEqual([]);
        }
      }
    }
  });
});
