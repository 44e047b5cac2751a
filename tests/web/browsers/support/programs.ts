/** Random programs as students write them: a few inputs, a few named stages, everything that the page can draw. */
import { generator } from "../../scene/random.js";

export interface RandomProgram {
  program: string;
  at: Record<string, number>;
}

/** The same programs on every run. */
export function randomPrograms(count: number, seed = 1): RandomProgram[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => randomProgram(random));
}

const INPUTS = ["x", "y", "z"];
const UNARY = ["tanh", "sigmoid", "relu", "softplus", "sin", "exp", "abs", "g"];

function randomProgram(random: () => number): RandomProgram {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Choice>(choices: readonly Choice[]) => choices[below(choices.length)] as Choice;
  const number = () => (below(17) - 8) / 4;
  const names = INPUTS.slice(0, 1 + below(INPUTS.length));

  function expression(depth: number): string {
    if (depth === 0) return random() < 0.85 ? pick(names) : String(Math.abs(number()));
    switch (below(8)) {
      case 0:
      case 1:
        return `(${expression(depth - 1)} + ${expression(depth - 1)})`;
      case 2:
      case 3:
        return `${expression(depth - 1)} * ${expression(depth - 1)}`;
      case 4:
        return `(${expression(depth - 1)} - ${expression(depth - 1)})`;
      case 5:
        return `max(${expression(depth - 1)}, ${expression(depth - 1)})`;
      case 6:
        return `(-${pick(names)})^${2 + below(2)}`;
      default:
        return `${pick(UNARY)}(${expression(depth - 1)})`;
    }
  }

  const at = Object.fromEntries(names.map((name) => [name, number()]));
  const literal = random() < 0.3 ? [`v = [${number()}, ${number()}]`, "u = [[1, -2], [0.5, 3]] @ v"] : [];
  const stages = Array.from({ length: below(2) }, (_, index) => `h${index} = ${expression(1)}`);
  const last = [literal.length > 0 ? "sum(u)" : "", stages.length > 0 ? "h0" : "", expression(2)].filter(Boolean);
  return { program: ["g(t) = t / (1 + t * t)", ...literal, ...stages, last.join(" + ")].join("\n"), at };
}
