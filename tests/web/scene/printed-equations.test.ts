import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { ExplainRequest, Explanation } from "../../../web/src/engine/protocol.js";
import { GALLERY } from "../../../web/src/scene/gallery.js";
import type { Words } from "../../../web/src/scene/message.js";
import { sentenceAt } from "../../../web/src/scene/sentence.js";
import { spokenAt } from "../../../web/src/scene/spoken.js";
import { whyOf } from "../../../web/src/scene/why.js";
import { engine, ops } from "../explained.js";
import { falseEquation } from "./printed.js";

const covered = new Set<never>();

/** Every equation in every sentence and in the Why of every gradient. Linked names are left out, their numbers stay. */
function equations(explanation: Explanation): string[] {
  const steps = explanation.steps ?? [];
  const said = steps.flatMap((_, step) => {
    const lines = sentenceAt(explanation, step + 1, { ops, covered })?.lines ?? [];
    return lines.flatMap(({ args }) => (args.equation === undefined ? [] : [withoutNames(args.equation)]));
  });
  const why = explanation.view.boxes.flatMap(({ node }) => {
    const { contributions, sum } = whyOf(explanation, `gradient:${node}`, { ops, covered });
    return [...contributions.map(({ equation }) => equation), sum].filter((equation) => equation !== null);
  });
  return [...said, ...why].filter((equation) => /[=≈]/.test(equation) && !equation.includes("·"));
}

function withoutNames(words: Words): string {
  if (typeof words === "string") return words;
  return Array.isArray(words) ? words.map((part) => (typeof part === "string" ? part : "")).join("") : "";
}

/** The course's scalar circuits whose functions exist, each at its point. */
const COURSE: { expr: string; point: Record<string, number> }[] = JSON.parse(
  readFileSync("tests/data/curriculum.json", "utf8"),
).scalar;

/** Every function of one number, at every sample that it brings along. */
const FUNCTIONS = [...ops.values()]
  .filter(({ name, notation, arity }) => arity === 1 && notation === `${name}(x)`)
  .flatMap(({ notation, samples }) => samples.map(([x = 0]) => ({ program: notation, at: { x } })));

const CIRCUITS: ExplainRequest[] = [
  ...FUNCTIONS,
  ...COURSE.map(({ expr, point }) => ({ program: expr, at: point })),
  ...GALLERY.map(({ program, at }) => ({ program, at: { ...at } })),
  ...GALLERY.map(({ program, at }) => ({ program, at: { ...at }, zoom: "stages" as const })),
  ...GALLERY.map(({ program, at }) => ({ program, at: { ...at }, expand: ["sigmoid", "tanh", "relu", "softplus"] })),
];

test("every equation that is printed is true as printed, or says ≈", { timeout: 30_000 }, () => {
  const printed = new Set<string>();
  for (const circuit of CIRCUITS) {
    const reply = engine.explain({ ...circuit, include: ["steps"] });
    if (!reply.ok) throw new Error(`${circuit.program}: ${reply.error.message}`);
    for (const equation of equations(reply)) printed.add(equation);
  }
  expect([...printed].map(falseEquation).filter((equation) => equation !== null)).toEqual([]);
  expect(printed.size).toBeGreaterThan(500);
});

test("nothing that is said under a bug is false: equations are arithmetic, and no rule is claimed", {
  timeout: 60_000,
}, async () => {
  const workbench = await createWorkbench();
  const printed = new Set<string>();
  const ids = new Set<string>();
  let planted = 0;
  for (const { program, at, expand = [] } of GALLERY) {
    const request = { program, at: { ...at }, expand: [...expand] };
    const all = workbench.explain({ ...request, include: ["bugs"] });
    for (const { rule, node } of (all.ok && all.bugs) || []) {
      const reply = workbench.explain({ ...request, include: ["steps"], bug: { rule, node } });
      if (!reply.ok) throw new Error(`${program}: ${reply.error.message}`);
      planted++;
      for (const equation of equations(reply)) printed.add(equation);
      for (const [index, step] of (reply.steps ?? []).entries()) {
        if (step.phase !== "backward") continue;
        const lines = sentenceAt(reply, index + 1, { ops, covered })?.lines ?? [];
        for (const { id, args } of lines) {
          ids.add(id);
          // a linked name in an equation would say that the name is what was used
          expect(
            typeof (args.equation ?? "") === "string" ||
              (args.equation as unknown[]).every((part) => typeof part === "string"),
          ).toBe(true);
        }
        const detail = spokenAt(reply, index + 1, covered)?.detail;
        if (detail) ids.add(detail.id);
      }
    }
  }
  expect(planted).toBeGreaterThan(500);
  expect([...printed].map(falseEquation).filter((equation) => equation !== null)).toEqual([]);
  expect([...ids].sort()).toEqual([
    "backward-hands",
    "bug-arrives",
    "bug-aside",
    "bug-first",
    "bug-hands",
    "bug-keeps",
    "spoken-bug-entries",
    "spoken-bug-product",
  ]);
});

test("a false equation would be seen", () => {
  expect(falseEquation("0.20 × 2 ≈ 0.39")).toBe("0.20 × 2 ≈ 0.39");
  expect(falseEquation("0.1966 × 2 ≈ 0.3932")).toBeNull();
  expect(falseEquation("0.3333 × 3 = 1")).toBe("0.3333 × 3 = 1");
  expect(falseEquation("(−0.6)³ ≈ −0.22")).toBeNull();
  expect(falseEquation("4.5×10⁻⁵ × 2 = 9×10⁻⁵")).toBeNull();
});
