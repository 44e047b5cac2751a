/**
 * The picture as a file. An SVG carries the looks the page gives it as attributes; a PNG is painted from the same marks,
 * since the page's policy lets no image of ours be loaded back.
 */
import type { FigureFormat } from "../../components/share-menu.js";

/** What a style sheet decides about marks, with what SVG takes for granted. */
const LOOKS: readonly (readonly [property: string, initial: string])[] = [
  ["fill", ""],
  ["stroke", "none"],
  ["stroke-width", "1px"],
  ["stroke-dasharray", "none"],
  ["stroke-linecap", "butt"],
  ["stroke-linejoin", "miter"],
  ["opacity", "1"],
  ["paint-order", "normal"],
];
const LETTERS: typeof LOOKS = [
  ["font-family", ""],
  ["font-size", ""],
  ["font-weight", "400"],
  ["font-style", "normal"],
  ["text-anchor", "start"],
];
const MARGIN = 16;
const PIXELS = 3;

export async function saveFigure(drawing: SVGSVGElement, format: FigureFormat, name: string): Promise<void> {
  const blob = format === "svg" ? new Blob([toSvg(drawing)], { type: "image/svg+xml" }) : await toPng(drawing);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The marks that can be seen, with their looks; hit areas and focus rings stay behind. */
function visibleMarks(drawing: SVGSVGElement): [SVGGraphicsElement, CSSStyleDeclaration][] {
  return [...drawing.querySelectorAll<SVGGraphicsElement>("path, rect, circle, text")].flatMap((mark) => {
    const looks = getComputedStyle(mark);
    const isPainted = looks.fill !== "none" || looks.stroke !== "none";
    const isSeen = looks.display !== "none" && looks.visibility === "visible" && looks.opacity !== "0";
    return isPainted && isSeen ? [[mark, looks]] : [];
  });
}

/** From a mark's own coordinates to those of the drawing. */
function placeOf(mark: SVGGraphicsElement, drawing: SVGSVGElement): DOMMatrix {
  const outer = drawing.getScreenCTM()?.inverse();
  const own = mark.getScreenCTM();
  return outer && own ? DOMMatrix.fromMatrix(outer).multiply(own) : new DOMMatrix();
}

function bounds(drawing: SVGSVGElement): DOMRect {
  const { x, y, width, height } = drawing.getBBox();
  return new DOMRect(x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN);
}

function paperOf(drawing: SVGSVGElement): string {
  return getComputedStyle(drawing).backgroundColor;
}

function toSvg(drawing: SVGSVGElement): string {
  const { x, y, width, height } = bounds(drawing);
  const figure = document.createElementNS(drawing.namespaceURI, "svg");
  figure.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  figure.setAttribute("width", String(width));
  figure.setAttribute("height", String(height));
  // the halo that keeps a number readable on a wire has the colour of what is behind it
  const paper = document.createElementNS(drawing.namespaceURI, "rect");
  for (const [name, value] of Object.entries({ x, y, width, height, fill: paperOf(drawing) })) {
    paper.setAttribute(name, String(value));
  }
  figure.append(paper);
  for (const [mark, looks] of visibleMarks(drawing)) {
    const copy = mark.cloneNode(true) as SVGGraphicsElement;
    for (const attribute of [...copy.attributes]) {
      if (/^(class|data-|aria-|role|tabindex|transform)/.test(attribute.name)) copy.removeAttribute(attribute.name);
    }
    const { a, b, c, d, e, f, isIdentity } = placeOf(mark, drawing);
    if (!isIdentity) copy.setAttribute("transform", `matrix(${[a, b, c, d, e, f].join(" ")})`);
    for (const [property, initial] of mark instanceof SVGTextElement ? [...LOOKS, ...LETTERS] : LOOKS) {
      const value = looks.getPropertyValue(property);
      if (value !== initial) copy.setAttribute(property, value);
    }
    figure.append(copy);
  }
  return new XMLSerializer().serializeToString(figure);
}

async function toPng(drawing: SVGSVGElement): Promise<Blob> {
  const { x, y, width, height } = bounds(drawing);
  const canvas = new OffscreenCanvas(Math.ceil(width * PIXELS), Math.ceil(height * PIXELS));
  const paper = canvas.getContext("2d");
  if (!paper) throw new Error("this browser has no canvas");
  paper.fillStyle = paperOf(drawing);
  paper.fillRect(0, 0, canvas.width, canvas.height);
  for (const [mark, looks] of visibleMarks(drawing)) {
    paper.setTransform(new DOMMatrix().scale(PIXELS).translate(-x, -y).multiply(placeOf(mark, drawing)));
    paint(paper, mark, looks);
  }
  return canvas.convertToBlob({ type: "image/png" });
}

function paint(paper: OffscreenCanvasRenderingContext2D, mark: SVGGraphicsElement, looks: CSSStyleDeclaration): void {
  paper.globalAlpha = Number(looks.opacity);
  paper.lineWidth = Number.parseFloat(looks.strokeWidth);
  paper.lineCap = looks.strokeLinecap as CanvasLineCap;
  paper.lineJoin = looks.strokeLinejoin as CanvasLineJoin;
  paper.setLineDash(looks.strokeDasharray === "none" ? [] : looks.strokeDasharray.split(",").map(Number.parseFloat));
  paper.fillStyle = looks.fill;
  paper.strokeStyle = looks.stroke;
  if (mark instanceof SVGTextElement) {
    paper.font = `${looks.fontStyle} ${looks.fontWeight} ${looks.fontSize} ${looks.fontFamily}`;
    paper.textAlign =
      ({ start: "left", middle: "center", end: "right" } as const)[looks.textAnchor as "start"] ?? "left";
    const [x = 0, y = 0] = [mark.x.baseVal[0]?.value, mark.y.baseVal[0]?.value];
    if (looks.stroke !== "none") paper.strokeText(mark.textContent ?? "", x, y);
    if (looks.fill !== "none") paper.fillText(mark.textContent ?? "", x, y);
    return;
  }
  const outline = outlineOf(mark);
  if (looks.fill !== "none") paper.fill(outline);
  if (looks.stroke !== "none") paper.stroke(outline);
}

function outlineOf(mark: SVGGraphicsElement): Path2D {
  const outline = new Path2D();
  if (mark instanceof SVGPathElement) return new Path2D(mark.getAttribute("d") ?? "");
  if (mark instanceof SVGCircleElement) {
    outline.arc(mark.cx.baseVal.value, mark.cy.baseVal.value, mark.r.baseVal.value, 0, 2 * Math.PI);
  } else if (mark instanceof SVGRectElement) {
    const { x, y, width, height, rx } = mark;
    outline.roundRect(x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value, rx.baseVal.value);
  }
  return outline;
}
