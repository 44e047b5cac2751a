/** The documents of protocol.ts as checks at run time: a field that only the type or only the document has is a failure. */
import { expect } from "vitest";
import type {
  Box,
  Bug,
  CheckReport,
  CodeLine,
  Diagnostic,
  EntryCheck,
  EntryOf,
  Explanation,
  Failure,
  Fix,
  GradientShape,
  GraphNode,
  Group,
  HandedBack,
  InputInfo,
  Jacobian,
  JacobianEntries,
  Layouts,
  LocalCheck,
  ModeCost,
  Check as NumericCheck,
  Path,
  ShapeReason,
  Stage,
  StartStep,
  Step,
  Sweep,
  SweepPoint,
  SymbolicDerivative,
  Symbols,
  TangentStart,
  ValueShape,
} from "../../../web/src/engine/protocol.js";

export type Check = (value: unknown, place: string) => void;
interface Optional {
  optional: Check;
}
type Fields<T> = { [K in keyof Required<T>]: object extends Pick<T, K> ? Optional : Check };

const optional = (check: Check): Optional => ({ optional: check });
const typed =
  (type: string): Check =>
  (value, place) =>
    expect(typeof value, place).toBe(type);
const text = typed("string");
const number = typed("number");
const whole: Check = (value, place) => expect(value, place).toSatisfy(Number.isSafeInteger);
const exactly =
  (...options: unknown[]): Check =>
  (value, place) =>
    expect(options, place).toContain(value);

const list =
  (entry: Check): Check =>
  (value, place) => {
    expect(value, place).toSatisfy(Array.isArray);
    for (const [i, inner] of (value as unknown[]).entries()) entry(inner, `${place}[${i}]`);
  };
const pair: Check = (value, place) => {
  list(whole)(value, place);
  expect(value, place).toHaveLength(2);
};
const nullable =
  (check: Check): Check =>
  (value, place) =>
    value === null || check(value, place);
/** A number where the shape is 1×1, otherwise rows. */
const value: Check = (found, place) => (typeof found === "number" ? null : list(list(number))(found, place));

const record =
  (check: Check): Check =>
  (found, place) => {
    for (const [key, inner] of Object.entries(found as object)) check(inner, `${place}.${key}`);
  };
function object<T>(fields: Fields<T>): Check {
  const known = new Map<string, Check | Optional>(Object.entries(fields));
  return (found, place) => {
    for (const [key, inner] of Object.entries(found as object)) {
      const check = known.get(key);
      if (!check) expect.fail(`${place}: the type has no field ${key}`);
      else (typeof check === "function" ? check : check.optional)(inner, `${place}.${key}`);
    }
    for (const [key, check] of known) if (typeof check === "function") expect(found, place).toHaveProperty(key);
  };
}

const diagnostic = object<Diagnostic>({
  code: text,
  args: record(text),
  span: optional(pair),
  related: optional(list(pair)),
  hint: optional(text),
  fix: optional(object<Fix>({ span: pair, text })),
  node: optional(whole),
  message: text,
});

type StepOf<Phase> = Extract<Step, { phase: Phase }>;
const start = object<StartStep>({ phase: text, node: whole, adjoint: value });
const tangentStart = object<TangentStart>({ phase: text, node: whole, tangent: value });
const steps: Record<Step["phase"], Check> = {
  forward: object<StepOf<"forward">>({ phase: text, node: whole, value }),
  start: (step, place) => ("tangent" in (step as object) ? tangentStart : start)(step, place),
  backward: object<StepOf<"backward">>({
    phase: text,
    node: whole,
    input: whole,
    target: whole,
    adjoint: value,
    partial: optional(value),
    rule: optional(text),
    contribution: value,
    total: value,
    arrived: whole,
    of: whole,
  }),
  tangent: object<StepOf<"tangent">>({
    phase: text,
    node: whole,
    input: whole,
    source: whole,
    tangent: value,
    partial: optional(value),
    rule: optional(text),
    contribution: value,
    total: value,
    arrived: whole,
    of: whole,
  }),
};

const mathTree: Check = (found, place) => {
  const [name, ...children] = found as unknown[];
  text(name, place);
  for (const child of children) if (typeof child !== "string") mathTree(child, `${place}/${name}`);
};
const symbols: Fields<Symbols> = { text: nullable(text), latex: optional(text), mathml: optional(mathTree) };
const derivative = object<SymbolicDerivative>({
  ...symbols,
  staged: optional(object<Symbols>(symbols)),
  nodes: optional(whole),
  value: optional(value),
});
const checkReport = object<CheckReport>({
  entries: record(
    list(
      object<EntryCheck>({
        finding: exactly("agrees", "corner", "jump", "differs", "not_finite"),
        gradient: number,
        numeric: number,
        relative_error: number,
        node: optional(whole),
        left: optional(number),
        right: optional(number),
      }),
    ),
  ),
  sweep: optional(
    object<Sweep>({
      input: text,
      entry: whole,
      points: list(
        object<SweepPoint>({
          h: number,
          slope: number,
          left: number,
          right: number,
          difference: number,
          corner: optional(whole),
        }),
      ),
      best: whole,
      truncation: number,
      rounding: number,
    }),
  ),
});
const bug = object<Bug>({ rule: text, node: whole, breaks: exactly("gate", "sum"), text });
const localCheck = object<LocalCheck>({
  node: whole,
  input: optional(whole),
  entry: whole,
  finding: exactly("agrees", "corner", "jump", "differs", "not_finite"),
  used: number,
  measured: number,
  relative_error: number,
});
const codeLine = object<CodeLine>({
  part: exactly("setup", "forward", "backward"),
  target: optional(whole),
  gates: optional(list(whole)),
  blanks: optional(list(object<{ begin: number; expected: string }>({ begin: whole, expected: text }))),
});

const layouts: Fields<Layouts> = { numerator: pair, denominator: pair };
const entries: Fields<JacobianEntries> = { of: whole, by: whole, entries: value };
const jacobian = object<Jacobian>({
  ...entries,
  ...layouts,
  rows: list(text),
  columns: list(text),
  column_by_column: object<Jacobian["column_by_column"]>({ rows: list(whole), columns: list(whole) }),
  mode: exactly("forward", "reverse"),
  passes: whole,
  multiplications: whole,
  adjoint: nullable(value),
  product: nullable(value),
  chain: list(object<JacobianEntries>(entries)),
});
const reason: Fields<ShapeReason> = { code: text, args: record(text), message: text };
const shapes = object<NonNullable<Explanation["shapes"]>>({
  values: list(object<ValueShape>({ ...reason, node: whole })),
  gradients: list(
    object<GradientShape>({
      ...reason,
      ...layouts,
      node: whole,
      arriving: list(object<HandedBack>({ ...reason, node: whole, input: whole })),
    }),
  ),
});

export const explanation = object<Explanation>({
  version: exactly(1),
  ok: exactly(true),
  graph: object<Explanation["graph"]>({
    nodes: list(
      object<GraphNode>({
        id: whole,
        op: text,
        inputs: list(whole),
        span: pair,
        shape: pair,
        name: optional(text),
        stage: optional(whole),
        group: list(whole),
        index: optional(list(whole)),
        numbers: optional(list(whole)),
      }),
    ),
    stages: list(object<Stage>({ id: whole, name: text, node: whole, span: pair })),
    groups: list(object<Group>({ id: whole, name: text, span: pair, parent: nullable(whole), output: whole })),
  }),
  inputs: list(
    object<InputInfo>({
      name: text,
      node: whole,
      value,
      gradient: nullable(value),
      source: exactly("literal", "at", "default"),
      span: optional(pair),
    }),
  ),
  output: object<Explanation["output"]>({ node: whole, value }),
  primals: list(value),
  adjoints: list(nullable(value)),
  view: object<Explanation["view"]>({
    boxes: list(
      object<Box>({
        node: whole,
        inputs: list(whole),
        partials: list(nullable(value)),
        group: optional(whole),
        stage: optional(whole),
      }),
    ),
  }),
  steps: optional(
    list((step, place) => {
      const { phase } = step as Step;
      exactly(...Object.keys(steps))(phase, place);
      steps[phase](step, place);
    }),
  ),
  paths: optional(record(list(object<Path>({ nodes: list(whole), product: number })))),
  truncated_paths: optional(list(text)),
  check: optional(record(object<NumericCheck>({ numeric: value, relative_error: number }))),
  derivatives: optional(record(derivative)),
  local_derivatives: optional(
    list(
      object<{ node: number; partials: Record<string, SymbolicDerivative> }>({
        node: whole,
        partials: record(derivative),
      }),
    ),
  ),
  code: optional(record(text)),
  code_lines: optional(record(list(codeLine))),
  check_sweep: optional(checkReport),
  jacobian: optional(list(jacobian)),
  shapes: optional(shapes),
  cost: optional(record(object<ModeCost>({ passes: whole, multiplications: whole }))),
  along: optional(object<EntryOf>({ input: text, entry: whole })),
  tangents: optional(list(nullable(value))),
  bug: optional(bug),
  bugs: optional(list(bug)),
  suspects: optional(list(localCheck)),
  examined: optional(list(localCheck)),
  notes: list(diagnostic),
});

export const failure = object<Failure>({ version: exactly(1), ok: exactly(false), error: diagnostic });
