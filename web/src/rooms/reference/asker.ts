/** What the Reference room asks the engine: about one op alone, or about an example. Nothing is computed here. */
import type { TriedRules } from "../../components/rule-tables.js";
import type { Workbench } from "../../engine/client.js";
import type { ExplainRequest, Explanation, OpDescription, Shape, SymbolicDerivative } from "../../engine/protocol.js";
import { type CurvePoint, curveOf, DEAD_BELOW, type Sampler, sampledOf } from "../../scene/curve.js";
import { DERIVATIVE_RULES, exampleOf, MATRIX_RULES, RULE_NUMBERS } from "../../scene/derivative-rules.js";
import { LANGUAGES, type OpPage, type Spelling } from "../../scene/op-page.js";
import { hasCurve, operandsOf, programOf } from "../../scene/operands.js";

/** Where the point lies at first, if the op is defined there. */
const START = 0.5;

export class Asker {
  readonly #engine: Workbench;
  readonly #written = new Map<OpDescription, Pick<OpPage, "formulas" | "spellings">>();
  #curve: { key: string; curve: OpPage["curve"] } | null = null;

  constructor(engine: Workbench) {
    this.#engine = engine;
  }

  get ops(): OpDescription[] {
    return this.#engine.describe().ops;
  }

  /** `chosen` are values of operands by name; the others are those of the op's first sample. */
  page(op: OpDescription, chosen: ReadonlyMap<string, number>): OpPage {
    if (!hasCurve(op)) return { op, at: new Map(), curve: null, point: null, ...this.#writtenFor(op) };
    const at = this.#operands(op, chosen);
    const point = this.#pointAt(op, at);
    return { op, at, curve: this.#curveOf(op, at), point, ...this.#writtenFor(op, at) };
  }

  #operands(op: OpDescription, chosen: ReadonlyMap<string, number>): Map<string, number> {
    const sample = op.samples[0] ?? [];
    const at = new Map(operandsOf(op).map((name, i) => [name, chosen.get(name) ?? sample[i] ?? 1]));
    const [first = ""] = at.keys();
    if (chosen.has(first)) return at;
    const { value } = this.#pointAt(op, new Map(at).set(first, START));
    return Number.isFinite(value) ? at.set(first, START) : at;
  }

  /** The same while only the point moves. */
  #curveOf(op: OpDescription, at: ReadonlyMap<string, number>): OpPage["curve"] {
    const key = [op.name, ...[...at.values()].slice(1)].join(" ");
    if (this.#curve?.key !== key) this.#curve = { key, curve: curveOf(this.#sampler(op, at)) };
    return this.#curve.curve;
  }

  #pointAt(op: OpDescription, at: ReadonlyMap<string, number>): CurvePoint {
    const [[first, x] = ["", Number.NaN]] = at;
    const { output, inputs } = this.#explain({ program: programOf(op), at: Object.fromEntries(at) });
    const slope = inputs.find(({ name }) => name === first)?.gradient ?? 0;
    return { x, value: [output.value].flat(2)[0] ?? Number.NaN, slope: [slope].flat(2)[0] ?? Number.NaN };
  }

  #sampler(op: OpDescription, at: ReadonlyMap<string, number>): Sampler {
    const [input = ""] = at.keys();
    return (range, count, marked) => {
      const reply = this.#engine.sample({
        program: programOf(op),
        at: Object.fromEntries(at),
        axes: [{ input, from: range[0], to: range[1], count }],
        include: marked ? ["gradient", "breaks", "corners"] : ["gradient"],
        ...(marked && { dead_below: DEAD_BELOW }),
      });
      if (!reply.ok) throw new Error(`${op.name}: ${reply.error.message}`);
      return sampledOf(reply, range);
    };
  }

  /** Formulas are of numbers: those of matrices are the rules themselves. */
  #writtenFor(op: OpDescription, at?: ReadonlyMap<string, number>): Pick<OpPage, "formulas" | "spellings"> {
    const known = this.#written.get(op);
    if (known) return known;
    const reply = this.#engine.explain({ ...aloneOf(op, at), include: ["derivatives", "code"] });
    const formulas = reply.ok && at ? [...at.keys()].map((name) => reply.derivatives?.[name] ?? null) : [];
    const written = { formulas, spellings: reply.ok ? spellings(op, reply) : [] };
    this.#written.set(op, written);
    return written;
  }

  rules(): TriedRules {
    return {
      derivatives: DERIVATIVE_RULES.map((rule) => this.#try(exampleOf(rule), "x", { ...RULE_NUMBERS, x: START })),
      matrices: MATRIX_RULES.map(({ program, by, at }) => this.#try(program, by, at)),
    };
  }

  #try(program: string, by: string, at: Required<ExplainRequest>["at"]): SymbolicDerivative {
    const { derivatives } = this.#explain({ program, at, by: [by], include: ["derivatives"] });
    return derivatives?.[by] as SymbolicDerivative;
  }

  /** The programs are the engine's own and ours: that one of them fails is a mistake here. */
  #explain(request: ExplainRequest): Explanation {
    const reply = this.#engine.explain(request);
    if (!reply.ok) throw new Error(`${request.program}: ${reply.error.message}`);
    return reply;
  }
}

/** The op as a program of its own. */
export function aloneOf(op: OpDescription, at?: ReadonlyMap<string, number>): Pick<ExplainRequest, "program" | "at"> {
  if (op.kind === "comparison") return { program: programOf(op), at: { a: 1, b: 2 } };
  if (!op.example) return { program: programOf(op), at: Object.fromEntries(at ?? []) };
  const operands = Object.entries(op.example.operands).map(([name, shape]) => [name, filled(shape, op.kind)]);
  return { program: op.example.program, at: Object.fromEntries(operands) };
}

/** 1, 2, 3 …, or what a probability may be. */
function filled([rows, columns]: Shape, kind: OpDescription["kind"]): number[][] {
  const entry = (row: number, column: number) => (kind === "loss" ? 0.5 : row * columns + column + 1);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => entry(row, column)));
}

/** From the one line that computes something in each language. */
function spellings(op: OpDescription, { code, code_lines }: Explanation): Spelling[] {
  return LANGUAGES.flatMap((language) => {
    const lines = code?.[language].split("\n") ?? [];
    const computes = code_lines?.[language].findIndex(({ part, gates }) => part === "forward" && gates !== undefined);
    const [, text] = /=\s*(.*?);?$/.exec(lines[computes ?? -1] ?? "") ?? [];
    const isDefined = new RegExp(`^(def|[\\w<>:, ]+) ${op.name}\\(`, "m").test(code?.[language] ?? "");
    return text ? [{ language, text, isDefined }] : [];
  });
}
