/** A formula of the engine as MathML, which browsers set and screen readers read. */
import type { MathTree } from "../engine/protocol.js";

const MATHML = "http://www.w3.org/1998/Math/MathML";

/** In the line, with fractions at full size. */
export function mathElement(tree: MathTree): Element {
  const math = document.createElementNS(MATHML, "math");
  math.setAttribute("displaystyle", "true");
  math.append(element(tree));
  return math;
}

function element([name, ...children]: MathTree): Element {
  const made = document.createElementNS(MATHML, name);
  made.append(...children.map((child) => (typeof child === "string" ? child : element(child))));
  return made;
}
