/** A file of samples: the button that chooses one, one that is dropped, and its text, or why it is not read. */
import { css, html, type TemplateResult } from "lit";
import { msg } from "../locales/index.js";
import type { DataProblem } from "../state/csv.js";

/** A larger one is not even opened. */
const FILE_BYTES = 1_000_000;

export const fileStyles = css`
  /* its label is what is seen of it */
  #file {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  #file:focus-visible + .button {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
`;

export function fileButton(open: (file: File) => void): TemplateResult {
  const pick = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // the same file may be chosen again once it has been mended
    input.value = "";
    if (file) open(file);
  };
  return html`<input type="file" id="file" accept=".csv,.tsv,.txt,text/*" @change=${pick} />
    <label for="file" class="button">${msg("data-file")}</label>`;
}

/** A browser would leave the page for a file that nobody takes. */
export function takeDropped(event: DragEvent, open: (file: File) => void): void {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  open(file);
}

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
