import { generator } from "../scene/random.js";

/** Small random programs: two to four stages over three inputs, with reuse, literals and functions. The same for a seed. */
export function randomProgram(seed: number): string {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const names = ["x", "y", "z"];
  const expression = (depth: number): string => {
    if (depth === 0 || random() < 0.2) return random() < 0.8 ? pick(names) : String(1 + Math.floor(random() * 9) / 4);
    if (random() < 0.3) return `${pick(["tanh", "exp", "sin", "s", "sigmoid"])}(${expression(depth - 1)})`;
    if (random() < 0.15) return `max(${expression(depth - 1)}, ${expression(depth - 1)})`;
    if (random() < 0.1) return `-(${expression(depth - 1)})`;
    return `(${expression(depth - 1)} ${pick(["+", "-", "*"])} ${expression(depth - 1)})`;
  };
  const lines = ["s(r) = r * r + 0.5", `x = ${Math.round(random() * 40 - 20) / 10}`];
  const stages = 2 + Math.floor(random() * 3);
  for (let i = 0; i < stages; i++) {
    lines.push(`a${i} = ${expression(2)} * ${pick(names)}`);
    names.push(`a${i}`);
  }
  return lines.join("\n");
}
