/** Every line of a net carries the number of its own weight, and leads from where that weight reads to where it adds. */
import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import { textWidth } from "../../../web/src/scene/metrics.js";
import type { Net } from "../../../web/src/scene/net.js";
import { idOf } from "../../../web/src/scene/net.js";
import { NetAnswer } from "../../../web/src/scene/net-answer.js";
import { type NetPicture, netPicture, RADIUS } from "../../../web/src/scene/net-picture.js";
import { programOf } from "../../../web/src/scene/net-program.js";
import { formatCell, formatNumber } from "../../../web/src/scene/numbers.js";

const workbench = await createWorkbench();

/** No two weights are alike, so that a wrong one would show. */
function netOf(sizes: number[]): Net {
  let next = 0;
  const number = () => {
    next += 1;
    return (next % 2 ? 1 : -1) * (next / 100);
  };
  return {
    sizes,
    activations: [...sizes.slice(2).map(() => "tanh"), "sigmoid"],
    bias: true,
    loss: "mse",
    layers: sizes.slice(1).map((units, i) => ({
      W: Array.from({ length: units }, () => Array.from({ length: sizes[i] as number }, number)),
      b: Array.from({ length: units }, () => [number()]),
    })),
    inputs: [sizes.slice(0, 1).flatMap((inputs) => Array.from({ length: inputs }, number))],
    targets: [Array.from({ length: sizes.at(-1) as number }, number)],
  };
}

function pictureOf(
  net: Net,
  view: Partial<Parameters<typeof netPicture>[2]> = {},
): { picture: NetPicture; answer: NetAnswer } {
  const reply = workbench.explain({ program: programOf(net) });
  if (!reply.ok) throw new Error(reply.error.message);
  const answer = new NetAnswer(reply);
  return { picture: netPicture(net, answer, { width: 900, sample: 0, done: 99, lines: "weights", ...view }), answer };
}

for (const sizes of [
  [2, 2, 1],
  [3, 4, 2],
  [1, 1],
  [2, 8, 8, 3],
  [5, 1, 5],
]) {
  test(`${sizes.join("-")}: no line shows another's number`, () => {
    const net = netOf(sizes);
    const { picture, answer } = pictureOf(net);
    const at = new Map(picture.neurons.map(({ layer, id, x, y }) => [id, { layer, x, y }]));
    const count = sizes.slice(1).reduce((sum, units, i) => sum + units * (sizes[i] as number), 0);
    expect(new Set(picture.edges.map(({ id }) => id)).size).toBe(count);
    for (const [i, { W }] of net.layers.entries())
      for (const [unit, row] of W.entries())
        for (const [source, weight] of row.entries()) {
          const edge = picture.edges.find(({ id }) => id === `W${i + 1}[${unit}][${source}]`);
          const from = at.get(idOf(i === 0 ? "X" : `A${i}`, source, 0));
          const to = at.get(idOf(`A${i + 1}`, unit, 0));
          expect(edge?.path).toBe(`M${(from?.x ?? 0) + RADIUS} ${from?.y}L${(to?.x ?? 0) - RADIUS} ${to?.y}`);
          expect(edge?.value).toBe(formatNumber(weight));
          expect(edge?.gradient).toBe(formatCell(answer.gradient(`W${i + 1}[${unit}][${source}]`) as number));
          expect(edge?.sign).toBe(weight < 0 ? "negative" : "positive");
        }
  });
}

test("numbers on lines do not lie on each other", () => {
  for (const sizes of [
    [2, 2, 1],
    [3, 3, 3],
    [2, 4, 1],
    [1, 4, 2],
    [4, 4, 4],
  ]) {
    const { picture } = pictureOf(netOf(sizes));
    const labels = picture.edges.filter(({ isLabelled }) => isLabelled);
    expect(labels.length).toBeGreaterThan(0);
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1)) {
        const isApart = Math.abs(a.y - b.y) >= 22 || Math.abs(a.x - b.x) >= 100;
        expect(isApart, `${sizes}: ${a.id} and ${b.id}`).toBe(true);
      }
  }
});

test("widths stand on one scale: what is twice as large is drawn twice as much wider, until the end of it", () => {
  const net = netOf([2, 1]);
  const strokes = [0, 0.5, 1, 2.5, 40, -1].map((weight) => {
    const { picture } = pictureOf({ ...net, layers: [{ W: [[weight, 1]], b: [[0]] }] });
    return picture.edges[0]?.stroke;
  });
  expect(strokes).toEqual([1, 2, 3, 6, 6, 3]);
});

test("nothing is shown before it is computed", () => {
  const net = netOf([2, 2, 1]);
  const shown = (done: number) => {
    const { picture } = pictureOf(net, { done });
    return {
      outputs: picture.neurons.filter(({ value }) => value !== null).length,
      loss: picture.loss.value !== null,
      gradients: picture.edges.filter(({ gradient }) => gradient !== null).length,
      phases: picture.neurons.map(({ phase }) => phase),
    };
  };
  expect(shown(0)).toEqual({ outputs: 2, loss: false, gradients: 0, phases: [null, null, null, null, null] });
  expect(shown(1)).toEqual({ outputs: 4, loss: false, gradients: 0, phases: [null, null, "forward", "forward", null] });
  expect(shown(3)).toMatchObject({ outputs: 5, loss: true, gradients: 0 });
  expect(shown(4)).toMatchObject({ gradients: 2, phases: [null, null, null, null, "backward"] });
  expect(shown(5)).toMatchObject({ gradients: 6 });
});

test("a narrow picture is as wide as there is room, without numbers on its lines", () => {
  const { picture } = pictureOf(netOf([2, 2, 1]), { width: 288 });
  expect(picture.width).toBeLessThanOrEqual(288);
  expect(picture.edges.every(({ isLabelled }) => !isLabelled)).toBe(true);
});

test("where columns are close, numbers are short enough to stand beside each other", () => {
  const net = netOf([2, 2, 1]);
  net.inputs = [[-0.001_23, 123_456]];
  const measured = (width: number) => {
    const { neurons } = pictureOf(net, { width }).picture;
    const [first = 0, second = 0] = new Set(neurons.map(({ x }) => x));
    const texts = neurons.flatMap(({ value, gradient }) => [value ?? "", gradient ?? ""]);
    return { apart: second - first, longest: Math.max(...texts.map((text) => textWidth(text, 15))) };
  };
  const narrow = measured(288);
  expect(narrow.longest).toBeLessThan(narrow.apart);
  expect(measured(900).longest).toBeGreaterThan(narrow.apart);
});

test("an update shows where it leads, on the line of each weight", () => {
  const net = netOf([2, 2, 1]);
  const after = net.layers.map(({ W, b = [] }) => ({
    W: W.map((row) => row.map((w) => w + 1)),
    b: b.map(([w = 0]) => [w + 1]),
  }));
  const { picture } = pictureOf(net, { after });
  expect(picture.edges.map(({ after }) => after)).toEqual(after.flatMap(({ W }) => W.flat()).map(formatNumber));
  expect(picture.neurons.map(({ bias }) => bias?.after ?? null).filter((text) => text !== null)).toEqual(
    after.flatMap(({ b }) => b.flat()).map(formatNumber),
  );
});
