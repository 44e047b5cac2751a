/**
 * Tables as people paste them, cut into rows of cells. A separator is a comma, a semicolon, a tab or white space, whichever makes the most
 * numbers; a cell in quotes may hold it, and line breaks. What these rows mean is for own-data.ts to say.
 */
import { typedNumber } from "../scene/typed.js";

/** Refused before anything is allocated. `rows` are samples. */
export const CSV_LIMITS = { characters: 200_000, rows: 2_000, columns: 32 } as const;

/** Something a person can mend. `data-problem-<code>` says it, with the arguments. */
export interface DataProblem {
  code: string;
  args: Record<string, string>;
}
export interface CsvRow {
  /** Its line, counted from 1 as in an editor. */
  row: number;
  cells: string[];
}

const SEPARATORS = ["\t", ";", ",", " "] as const;
type Separator = (typeof SEPARATORS)[number];

/** Lines that a separator is judged by. */
const JUDGED = 20;

/** Or why there are none. Empty lines are no rows. */
export function readRows(text: string): CsvRow[] | DataProblem {
  const { characters, rows: most } = CSV_LIMITS;
  if (text.length > characters)
    return problem("too_long", { characters: String(text.length), most: String(characters) });
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { rows, failure } = rowsOf(plain, separatorOf(plain), most + 1);
  if (failure) return failure;
  if (rows.length === 0) return problem("empty");
  if (rows.every(({ cells }) => cells.length < 2)) return problem("one_column", { row: String(rows[0]?.row) });
  return rows;
}

function problem(code: string, args: Record<string, string> = {}): DataProblem {
  return { code, args };
}

/** The one that makes the most numbers of cells and the most rows of one length; of equals, the first. */
function separatorOf(text: string): Separator {
  const judged = SEPARATORS.map((separator) => score(rowsOf(text, separator, JUDGED).rows));
  return SEPARATORS[judged.indexOf(Math.max(...judged))] as Separator;
}

function score(rows: readonly CsvRow[]): number {
  const widths = rows.map(({ cells }) => cells.length);
  const sorted = [...widths].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (usual < 2) return -1;
  const cells = rows.flatMap((row) => row.cells);
  const numbers = cells.filter((cell) => !Number.isNaN(typedNumber(cell))).length / cells.length;
  return numbers * (widths.filter((width) => width === usual).length / widths.length);
}

/** At most so many; more, or a row that is too long, is a failure. */
function rowsOf(text: string, separator: Separator, most: number): { rows: CsvRow[]; failure: DataProblem | null } {
  const rows: CsvRow[] = [];
  let [at, line] = [0, 1];
  const isBlank = (letter: string | undefined) => letter === " " || (letter === "\t" && separator !== "\t");
  const isEnd = () => at >= text.length || text[at] === "\n";
  const isSeparator = (letter: string | undefined) => (separator === " " ? isBlank(letter) : letter === separator);
  const skipBlanks = () => {
    while (isBlank(text[at])) at++;
  };
  while (at < text.length) {
    const row = line;
    const cells: string[] = [];
    for (skipBlanks(); ; at++) {
      if (separator === " ") skipBlanks();
      if (separator === " " && isEnd()) break;
      let cell = "";
      skipBlanks();
      if (text[at] === '"') {
        const close = closing(text, at);
        if (close < 0) return { rows, failure: problem("open_quote", { row: String(row) }) };
        cell = text.slice(at + 1, close).replaceAll('""', '"');
        line += cell.split("\n").length - 1;
        at = close + 1;
      }
      const rest = at;
      while (!isEnd() && !isSeparator(text[at])) at++;
      cells.push(cell + text.slice(rest, at).trim());
      const { columns } = CSV_LIMITS;
      if (cells.length > columns)
        return { rows, failure: problem("too_many_columns", { row: String(row), most: String(columns) }) };
      if (isEnd()) break;
    }
    at++;
    line++;
    if (cells.every((cell) => cell === "")) continue;
    if (rows.length === most) return { rows, failure: problem("too_many_rows", { most: String(CSV_LIMITS.rows) }) };
    rows.push({ row, cells });
  }
  return { rows, failure: null };
}

/** Where the quote that opens at `open` is closed; two in a row stand for one. Negative where it never is. */
function closing(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
