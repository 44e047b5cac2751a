/**
 * Marks as SVG. Every mark keeps its element from scene to scene, and only what differs is written: a drag changes texts
 * and little else, while templates would have each attribute of a thousand marks compared, wrapped and collected.
 */
import { noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";
import type { Hit, Mark } from "../scene/marks.js";
import { once } from "../scene/once.js";

/** A field of a mark and the attribute that shows it. */
type Shown = readonly [field: string, attribute: string];

const EVERY: readonly Shown[] = [
  ["role", "class"],
  ["opacity", "opacity"],
];
const PLACE: readonly Shown[] = ["x", "y"].map((name) => [name, name]);
const SHOWN: Record<Mark["kind"], readonly Shown[]> = {
  text: [...EVERY, ...PLACE],
  path: [...EVERY, ["d", "d"]],
  rect: [...EVERY, ...PLACE, ["width", "width"], ["height", "height"], ["radius", "rx"], ["hit", "data-hit"]],
  circle: [...EVERY, ["x", "cx"], ["y", "cy"], ["radius", "r"]],
};

type Fields = Readonly<Record<string, string | number | undefined>>;

class MarksDirective extends Directive {
  #marks: readonly Mark[] = [];
  #elements: readonly SVGElement[] = [];

  render(_marks: readonly Mark[]): unknown {
    return noChange;
  }

  override update({ element: layer }: ElementPart, [marks]: [readonly Mark[]]): unknown {
    const [before, elements] = [this.#marks, this.#elements];
    if (marks === before) return noChange;
    const isSameOrder = marks.length === before.length && marks.every(({ key }, i) => key === before[i]?.key);
    const places = isSameOrder ? null : new Map(before.map(({ key }, i) => [key, i]));
    this.#marks = marks;
    this.#elements = marks.map((mark, i) => {
      const place = places === null ? i : (places.get(mark.key) ?? -1);
      return drawn(mark, before[place], elements[place]);
    });
    if (places !== null) arrange(layer, this.#elements);
    return noChange;
  }
}

/** `<g ${drawMarks(marks)}></g>`: the group holds these marks, in this order. */
export const drawMarks = directive(MarksDirective);

/** The element of a mark: the one of `before`, which had its key, with what is different written to it. */
function drawn(mark: Mark, before: Mark | undefined, element: SVGElement | undefined): SVGElement {
  if (before === undefined || element?.localName !== mark.kind) {
    return write(document.createElementNS("http://www.w3.org/2000/svg", mark.kind), mark, {});
  }
  if (mark === before) return element;
  return write(element, mark, before as unknown as Fields);
}

function write(element: SVGElement, mark: Mark, before: Fields): SVGElement {
  const now = mark as unknown as Fields;
  for (const [field, attribute] of SHOWN[mark.kind]) {
    const value = now[field];
    if (value === before[field]) continue;
    if (value === undefined) element.removeAttribute(attribute);
    else element.setAttribute(attribute, String(value));
  }
  if (mark.kind === "text" && mark.text !== before.text) {
    // a new text node would cost the browser far more than new text in the old one
    if (element.firstChild === null) element.append(mark.text);
    else (element.firstChild as Text).data = mark.text;
  }
  return element;
}

function arrange(layer: Element, elements: readonly SVGElement[]): void {
  const kept = new Set<Node>(elements);
  for (const child of [...layer.childNodes]) if (!kept.has(child)) child.remove();
  let place = layer.firstChild;
  for (const element of elements) {
    if (element === place) place = place.nextSibling;
    else layer.insertBefore(element, place);
  }
}

/** The place of a scene that can be pointed at, as a rectangle that names what it is for. */
export const hitMark = once((hit: Hit): Mark & { hit: string } => {
  const { key, x, y, width, height } = hit;
  return { kind: "rect", key, hit: key, role: isDragged(hit) ? "hit drag" : "hit", x, y, width, height, radius: 0 };
});

export function isDragged(hit: Hit): boolean {
  return hit.on === "entry" || (hit.on === "node" && hit.draggable);
}
