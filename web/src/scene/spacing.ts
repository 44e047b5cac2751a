/**
 * Heights within columns whose order is given: straight where a wire can be straight, in the middle otherwise. Brandes and Köpf,
 * Fast and Simple Horizontal Coordinate Assignment (2001), with columns for layers. Linear in nodes and segments, so that a circuit
 * is laid out within a frame; and it is the only part of a layout library that circuits need, whose columns and order mean something.
 */

/** A gate, or the place where a long wire passes a column. */
export interface Item {
  /** Room to keep free above and below. */
  half: number;
  /** Whether it is a wire passing by: those run as straight as they can. */
  passing: boolean;
}
/** A piece of wire between neighbouring columns, by index into the items. */
export interface Segment {
  from: number;
  to: number;
}

interface Columns {
  columns: readonly (readonly number[])[];
  /** Place of each item within its column. */
  place: readonly number[];
  /** Neighbours of each item in the column before, in order. */
  neighbours: readonly (readonly number[])[];
}

/** Height of every item. `columns` lists them from left to right and top to bottom; segments join neighbouring columns only. */
export function spaced(items: readonly Item[], columns: readonly (readonly number[])[], segments: readonly Segment[]) {
  const crossed = crossingStraight(items, columns, segments);
  const layouts = [false, true].flatMap((fromRight) =>
    [false, true].map((fromBelow) => oneSided(items, columns, segments, crossed, fromRight, fromBelow)),
  );
  const narrowest = extentOf(
    items,
    layouts.reduce((best, next) => (width(items, next) < width(items, best) ? next : best)),
  );
  const shifted = layouts.map((heights, i) => {
    const extent = extentOf(items, heights);
    const shift = i % 2 === 0 ? narrowest.least - extent.least : narrowest.most - extent.most;
    return heights.map((height) => height + shift);
  });
  return items.map((_, i) => {
    const [, second, third] = shifted.map((heights) => heights[i] as number).sort((a, b) => a - b);
    return ((second as number) + (third as number)) / 2;
  });
}

/** The segments that would bend a long wire if they were drawn straight: where both cannot be, the long wire is. */
function crossingStraight(
  items: readonly Item[],
  columns: readonly (readonly number[])[],
  segments: readonly Segment[],
): ReadonlySet<string> {
  const place = placesOf(items.length, columns);
  const columnOf = new Array<number>(items.length).fill(0);
  columns.forEach((column, c) => {
    for (const item of column) columnOf[item] = c;
  });
  const crossed = new Set<string>();
  const between = new Map<number, Segment[]>();
  for (const segment of segments) {
    const column = columnOf[segment.to] as number;
    between.set(column, [...(between.get(column) ?? []), segment]);
  }
  for (const list of between.values()) {
    const inner = list.filter(({ from, to }) => items[from]?.passing && items[to]?.passing);
    for (const { from, to } of list) {
      if (items[from]?.passing && items[to]?.passing) continue;
      const crosses = inner.some(
        (other) =>
          ((place[other.from] as number) - (place[from] as number)) *
            ((place[other.to] as number) - (place[to] as number)) <
          0,
      );
      if (crosses) crossed.add(segmentKey(from, to));
    }
  }
  return crossed;
}

/** One of the four extreme layouts: aligned with the column on one side, pushed to one end. */
function oneSided(
  items: readonly Item[],
  columns: readonly (readonly number[])[],
  segments: readonly Segment[],
  crossed: ReadonlySet<string>,
  fromRight: boolean,
  fromBelow: boolean,
): number[] {
  const directed = fromBelow ? columns.map((column) => [...column].reverse()) : columns;
  const sweep = fromRight ? [...directed].reverse() : directed;
  const place = placesOf(items.length, sweep);
  const joined = items.map(() => new Set<number>());
  for (const { from, to } of segments) joined[fromRight ? from : to]?.add(fromRight ? to : from);
  const neighbours = joined.map((set) => [...set].sort((a, b) => (place[a] as number) - (place[b] as number)));
  const heights = compacted(items, sweep, blocksOf({ columns: sweep, place, neighbours }, crossed));
  return fromBelow ? heights.map((height) => -height) : heights;
}

/** Chains of items to be at one height: each joins its median neighbour, if that is free and no straight wire is crossed. */
function blocksOf({ columns, place, neighbours }: Columns, crossed: ReadonlySet<string>): number[] {
  const root = neighbours.map((_, item) => item);
  const joined = neighbours.map(() => false);
  for (const column of columns) {
    let last = -1;
    for (const item of column) {
      const list = neighbours[item] as readonly number[];
      const middle = (list.length - 1) / 2;
      for (let i = Math.floor(middle); i <= Math.ceil(middle) && root[item] === item; i++) {
        const other = list[i];
        if (other === undefined || joined[other] || (place[other] as number) <= last) continue;
        if (crossed.has(segmentKey(item, other)) || crossed.has(segmentKey(other, item))) continue;
        joined[other] = true;
        root[item] = root[other] as number;
        last = place[other] as number;
      }
    }
  }
  return root;
}

/** Puts blocks as far to the top as the room they need allows, then lets those with slack follow what is below them. */
function compacted(items: readonly Item[], columns: readonly (readonly number[])[], root: readonly number[]): number[] {
  const below = new Map<number, Map<number, number>>();
  const above = new Map<number, Map<number, number>>();
  const keep = (map: typeof below, from: number, to: number, room: number) => {
    const rooms = map.get(from) ?? new Map<number, number>();
    map.set(from, rooms.set(to, Math.max(rooms.get(to) ?? 0, room)));
  };
  for (const column of columns)
    for (let i = 1; i < column.length; i++) {
      const [upper, lower] = [column[i - 1] as number, column[i] as number];
      const room = (items[upper]?.half ?? 0) + (items[lower]?.half ?? 0);
      keep(below, root[upper] as number, root[lower] as number, room);
      keep(above, root[lower] as number, root[upper] as number, room);
    }
  const order = topDown(items.length, root, above, below);
  const height = new Map<number, number>();
  for (const block of order) {
    let least = 0;
    for (const [upper, room] of above.get(block) ?? []) least = Math.max(least, (height.get(upper) as number) + room);
    height.set(block, least);
  }
  for (const block of order.reverse()) {
    let most = Number.POSITIVE_INFINITY;
    for (const [lower, room] of below.get(block) ?? []) most = Math.min(most, (height.get(lower) as number) - room);
    if (most !== Number.POSITIVE_INFINITY) height.set(block, Math.max(height.get(block) as number, most));
  }
  return root.map((block) => height.get(block) as number);
}

/** Every block after all that stand above it. */
function topDown(
  count: number,
  root: readonly number[],
  above: ReadonlyMap<number, ReadonlyMap<number, number>>,
  below: ReadonlyMap<number, ReadonlyMap<number, number>>,
): number[] {
  const waiting = new Map<number, number>();
  for (let item = 0; item < count; item++) if (root[item] === item) waiting.set(item, above.get(item)?.size ?? 0);
  const order = [...waiting.keys()].filter((block) => waiting.get(block) === 0);
  for (const block of order)
    for (const lower of below.get(block)?.keys() ?? []) {
      const left = (waiting.get(lower) as number) - 1;
      waiting.set(lower, left);
      if (left === 0) order.push(lower);
    }
  return order;
}

function placesOf(count: number, columns: readonly (readonly number[])[]): number[] {
  const place = new Array<number>(count).fill(0);
  for (const column of columns)
    column.forEach((item, i) => {
      place[item] = i;
    });
  return place;
}

function extentOf(items: readonly Item[], heights: readonly number[]) {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  heights.forEach((height, i) => {
    const { half } = items[i] as Item;
    least = Math.min(least, height - half);
    most = Math.max(most, height + half);
  });
  return { least, most };
}

function width(items: readonly Item[], heights: readonly number[]): number {
  const { least, most } = extentOf(items, heights);
  return most - least;
}

function segmentKey(from: number, to: number): string {
  return `${from} ${to}`;
}
