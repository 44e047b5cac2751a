/** Samples of a person's own, read from a table: the columns that go in, and the one that is to come out. */
import { typedNumber } from "../scene/typed.js";
import { CSV_LIMITS, type CsvRow, type DataProblem, readRows } from "./csv.js";

export interface OwnData {
  /** Of the inputs, and of the target. */
  names: string[];
  target: string;
  /** A row a sample. Of more than two classes, a row of targets has a 1 in the column of its class. */
  inputs: number[][];
  targets: number[][];
  /** By number; null where targets are numbers to be met. */
  classes: string[] | null;
}
export interface OwnReading {
  /** Names of all columns; null for one that has none. */
  columns: (string | null)[];
  /** Index of the column that is the target. */
  target: number;
  /** Null where something has to be mended first. */
  data: OwnData | null;
  problems: DataProblem[];
  /** How many more there are than are listed. */
  more: number;
}

export const MOST_CLASSES = 8;
/** More are not read by anybody. */
const LISTED = 12;
const NAME_LENGTH = 40;
/** Beyond it no picture has an axis, and no net learns anything. */
const LARGEST = 1e12;
/** Where units of usual weights saturate, and usual learning rates are too large. */
const LARGE = 20;

/** `chosen` is the column of the target, the last one unless there is such a column. */
export function readOwn(text: string, chosen: number | null = null): OwnReading {
  const rows = readRows(text);
  if (!Array.isArray(rows)) return refused([rows]);
  const [first] = rows as [CsvRow];
  const isHeader = rows.length > 1 && first.cells.every((cell) => Number.isNaN(typedNumber(cell)) && !isInfinite(cell));
  const samples = isHeader ? rows.slice(1) : rows;
  const width = first.cells.length;
  const columns = first.cells.map((cell) => (isHeader && cell !== "" ? cell.slice(0, NAME_LENGTH) : null));
  const target = chosen !== null && chosen < width ? chosen : width - 1;
  if (samples.length > CSV_LIMITS.rows)
    return refused([{ code: "too_many_rows", args: { most: String(CSV_LIMITS.rows) } }], columns, target);
  return new Table(columns, target, samples, first).reading();
}

function refused(problems: DataProblem[], columns: (string | null)[] = [], target = 0): OwnReading {
  return {
    columns,
    target,
    data: null,
    problems: problems.slice(0, LISTED),
    more: Math.max(0, problems.length - LISTED),
  };
}

class Table {
  readonly columns: (string | null)[];
  readonly target: number;
  readonly samples: readonly CsvRow[];
  readonly first: CsvRow;
  readonly #problems: DataProblem[] = [];
  readonly #names: string[];

  constructor(columns: (string | null)[], target: number, samples: readonly CsvRow[], first: CsvRow) {
    this.columns = columns;
    this.target = target;
    this.samples = samples;
    this.first = first;
    this.#names = columns.map((name, i) => name ?? (i === target ? "y" : `x${i < target ? i + 1 : i}`));
  }

  reading(): OwnReading {
    const { columns, target } = this;
    const whole = this.samples.filter((sample) => this.#isWhole(sample));
    const labels = this.#labels(whole);
    const rows = whole.map((sample) => ({
      sample,
      numbers: sample.cells.map((cell, i) => this.#number(sample, cell, i, labels)),
    }));
    const classes = labels ?? classesOf(rows.map(({ numbers }) => numbers[target] ?? Number.NaN));
    this.#checkClasses(labels);
    // in the order of the rows, whatever was looked at first
    if (this.#problems.length > 0) return refused(this.#problems.sort(byRow), columns, target);
    const data: OwnData = {
      names: this.#names.filter((_, i) => i !== target),
      target: this.#names[target] ?? "y",
      inputs: rows.map(({ numbers }) => numbers.filter((_, i) => i !== target)),
      targets: rows.map(({ numbers }) => spreadOut(numbers[target] as number, classes?.length ?? 0)),
      classes,
    };
    return { columns, target, data, problems: [], more: 0 };
  }

  #complain(code: string, row: CsvRow | null, args: Record<string, string>): void {
    this.#problems.push({ code, args: { ...(row && { row: String(row.row) }), ...args } });
  }

  #isWhole(sample: CsvRow): boolean {
    const [found, wanted] = [sample.cells.length, this.columns.length];
    if (found === wanted) return true;
    const args = { found: String(found), wanted: String(wanted), first: String(this.first.row) };
    this.#complain("ragged", sample, args);
    return false;
  }

  /** In alphabetical order; null where most targets are numbers, so that texts among them are mistakes. */
  #labels(samples: readonly CsvRow[]): string[] | null {
    const cells = samples.map(({ cells }) => cells[this.target] ?? "").filter((cell) => cell !== "");
    const texts = cells.filter((cell) => Number.isNaN(typedNumber(cell)) && !isInfinite(cell));
    if (2 * texts.length <= cells.length) return null;
    return [...new Set(cells)].sort();
  }

  #number(sample: CsvRow, cell: string, i: number, labels: readonly string[] | null): number {
    const column = this.#names[i] ?? "";
    const text = cell.length > NAME_LENGTH ? `${cell.slice(0, NAME_LENGTH)}…` : cell;
    if (cell === "") this.#complain("empty_cell", sample, { column });
    else if (labels && i === this.target) return labels.indexOf(cell);
    const number = typedNumber(cell);
    if (Math.abs(number) <= LARGEST || cell === "") return number;
    const code = isInfinite(cell) ? "not_finite" : Number.isNaN(number) ? "no_number" : "too_large";
    this.#complain(code, sample, { column, text });
    return number;
  }

  #checkClasses(labels: readonly string[] | null): void {
    if (!labels) return;
    const args = { column: this.#names[this.target] ?? "", found: String(labels.length) };
    if (labels.length > MOST_CLASSES) this.#complain("too_many_classes", null, { ...args, most: String(MOST_CLASSES) });
    if (labels.length === 1) this.#complain("one_class", null, { ...args, text: labels[0] ?? "" });
  }
}

/** NaN and the infinities in the spellings of programs. */
function isInfinite(cell: string): boolean {
  return /^[+−-]?(nan|inf|infinity|∞)$/i.test(cell);
}

/** Targets that are all 0 or 1 are classes without a name of their own. */
function classesOf(targets: readonly number[]): string[] | null {
  return targets.every((target) => target === 0 || target === 1) ? ["0", "1"] : null;
}

function spreadOut(target: number, classes: number): number[] {
  return classes > 2 ? Array.from({ length: classes }, (_, i) => (i === target ? 1 : 0)) : [target];
}

function byRow(one: DataProblem, other: DataProblem): number {
  return Number(one.args.row ?? 0) - Number(other.args.row ?? 0);
}

/** Columns with mean 0 and standard deviation 1, to six digits; classes stay as they are, and so does a column that says the same everywhere. */
export function standardised(data: OwnData): OwnData {
  const { inputs, targets, classes } = data;
  return { ...data, inputs: columnwise(inputs), targets: classes ? targets : columnwise(targets) };
}

function columnwise(rows: readonly number[][]): number[][] {
  const scales = (rows[0] ?? []).map((_, i) => {
    const column = rows.map((row) => row[i] as number);
    const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
    const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  return rows.map((row) =>
    row.map((x, i) => {
      const { mean = 0, deviation = 1 } = scales[i] ?? {};
      return Number(((x - mean) / deviation).toPrecision(6)) + 0;
    }),
  );
}

/** The name of the first column that is larger than nets like; null where all are about as large as they should be. */
export function largeColumn({ names, target, inputs, targets, classes }: OwnData): string | null {
  const isLarge = (rows: readonly number[][], i: number) => rows.some((row) => Math.abs(row[i] as number) > LARGE);
  return names.find((_, i) => isLarge(inputs, i)) ?? (classes === null && isLarge(targets, 0) ? target : null);
}

/** As a table with a header, commas and the target last: what `readOwn` makes the same data of. */
export function writeOwn({ names, target, inputs, targets, classes }: OwnData): string {
  const targetOf = (row: readonly number[]) => {
    if (!classes) return String(row[0]);
    return classes[row.length > 1 ? row.indexOf(1) : (row[0] ?? 0)] ?? "";
  };
  const rows = inputs.map((row, i) => [...row.map(String), targetOf(targets[i] ?? [])]);
  return [[...names, target], ...rows].map((row) => row.map(quoted).join(",")).join("\n");
}

function quoted(cell: string): string {
  return /[",;\s]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
