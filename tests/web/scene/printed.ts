/** Reads printed equations back, with the engine as calculator, and says whether they are true as printed. */
import { engine } from "../explained.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `−4.5×10⁻⁵`, `(−0.6)³`, `|−3|` as the language reads them. */
export function plain(printed: string): string {
  return printed
    .replace(
      /[⁻⁰¹²³⁴-⁹]+/g,
      (power) => `^${[...power].map((glyph) => (glyph === "⁻" ? "-" : SUPERSCRIPTS.indexOf(glyph))).join("")}`,
    )
    .replace(/×10\^(-?\d+)/g, "e$1")
    .replaceAll("−", "-")
    .replaceAll("×", "*")
    .replace(/\|([^|]*)\|/g, "abs($1)")
    .trim();
}

export function numberIn(printed: string): number {
  const reply = engine.explain({ program: plain(printed) });
  if (!reply.ok) throw new Error(`${printed}: ${reply.error.message}`);
  return reply.output.value as number;
}

/** Half a unit in the last printed place. */
export function halfUnit(printed: string): number {
  const [mantissa = "", power = "0"] = plain(printed).split("e");
  return 10 ** (Number(power) - (mantissa.split(".")[1]?.length ?? 0)) / 2;
}

/** The equation if it is false as printed, null if it is true; numbers that are not finite are what they are. */
export function falseEquation(printed: string): string | null {
  const [left = "", relation = "", right = ""] = printed.split(/\s*([=≈])\s*/);
  if (/[?∞N]/.test(printed)) return null;
  const error = Math.abs(numberIn(left) - numberIn(right));
  const scale = Math.abs(numberIn(right));
  const allowed = relation === "=" ? 1e-12 * scale : halfUnit(right) * (1 + 1e-9);
  return error <= allowed ? null : printed;
}
