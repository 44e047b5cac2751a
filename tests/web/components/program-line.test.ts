import { afterEach, describe, expect, test, vi } from "vitest";
import { type Editor, type EditorOptions, type Marks, ProgramLine } from "../../../web/src/components/program-line.js";
import type { Diagnostic } from "../../../web/src/engine/protocol.js";
import { listen, show, textOf } from "./support.js";

const missing: Diagnostic = {
  code: "missing_operator",
  args: { suggestion: "5*x" },
  span: [1, 2],
  hint: "write 5*x",
  fix: { span: [0, 2], text: "5*x" },
  message: "an operator is missing; write 5*x",
};

function type(line: ProgramLine, text: string): void {
  const field = line.renderRoot.querySelector("textarea") as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event("input"));
}

afterEach(() => {
  ProgramLine.loadEditor = null;
  vi.useRealTimers();
});

test("every letter is an edit, a pause is the end of the gesture", async () => {
  vi.useFakeTimers();
  const line = (await show("program-line", { program: "x" })) as ProgramLine;
  const heard = listen(line, "program-edit", "program-commit");
  type(line, "x*");
  type(line, "x*y");
  vi.advanceTimersByTime(999);
  expect(heard.map(({ name }) => name)).toEqual(["program-edit", "program-edit"]);
  vi.advanceTimersByTime(1);
  expect(heard.at(-1)).toEqual({ name: "program-commit", detail: null });
  expect(heard[1]?.detail).toEqual({ program: "x*y" });
});

describe("an error", () => {
  test("is underlined where it is, said, and fixed by one click", async () => {
    const line = (await show("program-line", { program: "5x + 3", error: missing })) as ProgramLine;
    const heard = listen(line, "program-edit", "program-commit");
    expect(line.renderRoot.querySelector("mark.error")?.textContent).toBe("x");
    expect(textOf(line.renderRoot.querySelector(".complaint"))).toBe("An operator is missing. Write 5*x");
    line.renderRoot.querySelector<HTMLElement>(".complaint button")?.click();
    expect(heard).toEqual([
      { name: "program-edit", detail: { program: "5*x + 3" } },
      { name: "program-commit", detail: null },
    ]);
  });

  test("at the end of the text has something to stand under, and so has its related place", async () => {
    const error: Diagnostic = { code: "expected", args: {}, span: [3, 3], related: [[0, 1]], message: "…" };
    const line = (await show("program-line", { program: "(x+", error })) as ProgramLine;
    expect([...line.renderRoot.querySelectorAll("mark.error")].map((mark) => mark.textContent)).toEqual([
      "(",
      "\u00A0",
    ]);
  });

  test("is tied to the field for those who hear it", async () => {
    const line = (await show("program-line", { program: "5x", error: missing })) as ProgramLine;
    const field = line.renderRoot.querySelector("textarea");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    expect(line.renderRoot.querySelector(`#${field?.getAttribute("aria-describedby")}`)?.textContent).toContain(
      "missing",
    );
  });
});

test("a page with an editor gets it at the first touch, with program, caret and marks", async () => {
  const shown: { program: string; marks: Marks }[] = [];
  let options: EditorOptions | null = null;
  const editor: Editor = {
    element: document.createElement("div"),
    show: (program, marks) => shown.push({ program, marks }),
    relabel: () => {},
    focus: () => {},
  };
  ProgramLine.loadEditor = async () => ({
    createEditor: (given) => {
      options = given;
      return editor;
    },
  });
  const line = (await show("program-line", { program: "5x", error: missing })) as ProgramLine;
  line.renderRoot.querySelector("textarea")?.setSelectionRange(1, 2);
  line.renderRoot.querySelector("textarea")?.focus();
  await vi.waitFor(() => expect(editor.element.isConnected).toBe(true));
  expect(options).toMatchObject({ program: "5x", label: "Program", selection: { anchor: 1, head: 2 } });
  line.program = "5*x";
  line.error = null;
  await line.updateComplete;
  expect(shown.at(-1)).toEqual({ program: "5*x", marks: { error: null, related: [], linked: null } });
});
