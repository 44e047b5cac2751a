/** A file of samples, dropped or chosen: its text, or why it is not read. */
import type { DataProblem } from "../state/csv.js";

/** A larger one is not even opened. */
const FILE_BYTES = 1_000_000;

export async function readFile(file: File): Promise<string | DataProblem> {
  if (file.size > FILE_BYTES) {
    const args = { name: file.name, size: megabytes(file.size), most: megabytes(FILE_BYTES) };
    return { code: "file_too_large", args };
  }
  return file.text().catch((): DataProblem => ({ code: "file_unreadable", args: { name: file.name } }));
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
