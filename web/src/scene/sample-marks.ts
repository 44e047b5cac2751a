/** Many marks of one look as one path: a thousand elements would be slow to draw. */
export interface Marked {
  x: number;
  y: number;
  radius: number;
}

/** By shape: square, disc, triangle, diamond, and the same again. */
export function marksPath(marks: readonly Marked[], look: number): string {
  return marks.map((mark) => (SHAPES[look % SHAPES.length] as Shape)(mark)).join("");
}

type Shape = (mark: Marked) => string;
const SHAPES: readonly Shape[] = [
  ({ x, y, radius }) => {
    const r = tenths(0.9 * radius);
    return `M${tenths(x - r)} ${tenths(y - r)}h${2 * r}v${2 * r}h${-2 * r}z`;
  },
  ({ x, y, radius: r }) => `M${tenths(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  ({ x, y, radius: r }) => `M${x} ${tenths(y - 1.3 * r)}l${tenths(1.2 * r)} ${tenths(2.2 * r)}h${tenths(-2.4 * r)}z`,
  ({ x, y, radius }) => {
    const r = tenths(1.4 * radius);
    return `M${x} ${tenths(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
  },
];

function tenths(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
