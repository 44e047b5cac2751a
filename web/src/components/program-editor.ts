/** The program line's editor: CodeMirror with highlighting, matching brackets and the marks of errors and links. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import type { Span } from "../engine/protocol.js";
import type { Editor, EditorOptions, Marks } from "./program-line.js";

// No colours: on this page they mean a direction.
const TOKENS: [className: string, pattern: string][] = [
  ["comment", "#.*"],
  ["function", String.raw`[A-Za-z_]\w*(?=\s*\()`],
  ["operator", String.raw`[-+*/^@=<>!·×÷−]+|\.T\b`],
];
const TOKEN = new RegExp(TOKENS.map(([, pattern]) => `(${pattern})`).join("|"), "gu");

const highlighter = new MatchDecorator({
  regexp: TOKEN,
  decoration: (match) => {
    const kind = TOKENS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? "";
    return Decoration.mark({ class: `token-${kind}` });
  },
});
const highlighting = ViewPlugin.define(
  (view) => ({
    decorations: highlighter.createDeco(view),
    update(update: ViewUpdate) {
      this.decorations = highlighter.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

const setMarks = StateEffect.define<Marks>();
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return decorate(effect.value, transaction.newDoc.length);
    }
    return shown.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate({ error, related, linked }: Marks, length: number): DecorationSet {
  const marked = (kind: string) => (span: Span) => {
    const end = Math.min(Math.max(span[1], span[0] + 1), length);
    const begin = Math.min(span[0], Math.max(0, end - 1));
    return begin < end ? [Decoration.mark({ class: `mark-${kind}` }).range(begin, end)] : [];
  };
  const errors = error ? [error, ...related].flatMap(marked("error")) : [];
  const links = linked && !error ? marked("linked")(linked) : [];
  return Decoration.set([...errors, ...links], true);
}

const mono = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';
const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: mono, fontSize: "16px", lineHeight: "24px", overflow: "visible" },
  ".cm-content": {
    padding: "var(--line-padding) 12px",
    minHeight: "38px",
    boxSizing: "border-box",
    caretColor: "var(--ink)",
  },
  ".cm-line": { padding: "0" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    background: "var(--hover)",
    outline: "1px solid var(--line)",
  },
  ".token-comment": { color: "var(--secondary)", fontStyle: "italic" },
  ".token-function": { fontWeight: "600" },
  ".token-operator": { color: "var(--secondary)" },
  ".mark-error": {
    textDecoration: "wavy underline 1.5px var(--error)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "4px",
  },
  ".mark-linked": { boxShadow: "0 2px 0 var(--ink)" },
});

/** Text over a selection: a browser would keep the look of what it replaces in a style attribute, which the policy forbids. */
function typeOver(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== "insertText" || event.data === null || view.state.selection.main.empty) return false;
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

export function createEditor(options: EditorOptions): Editor {
  const label = new Compartment();
  const labelled = (text: string) => label.of(EditorView.contentAttributes.of({ "aria-label": text }));
  // A change that the page makes (a drag, a fix, undo) is not reported back to it.
  let isShowing = false;

  const view = new EditorView({
    root: options.root,
    state: EditorState.create({
      doc: options.program,
      selection: options.selection,
      extensions: [
        history(),
        bracketMatching(),
        highlighting,
        marks,
        theme,
        EditorView.lineWrapping,
        labelled(options.label),
        EditorView.contentAttributes.of({
          spellcheck: "false",
          autocapitalize: "off",
          dir: "ltr",
          "aria-describedby": "complaint",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isShowing) options.edited(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => options.committed(), beforeinput: typeOver }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
      ],
    }),
  });

  return {
    element: view.dom,
    show(program, shown) {
      const old = view.state.doc.toString();
      isShowing = true;
      view.dispatch({
        ...(old !== program && { changes: difference(old, program) }),
        effects: setMarks.of(shown),
      });
      isShowing = false;
    },
    relabel(text) {
      view.dispatch({ effects: label.reconfigure(EditorView.contentAttributes.of({ "aria-label": text })) });
    },
    focus() {
      view.focus();
    },
  };
}

/** The one change between two texts, so that the caret stays where it is. */
function difference(from: string, to: string): { from: number; to: number; insert: string } {
  let begin = 0;
  while (begin < Math.min(from.length, to.length) && from[begin] === to[begin]) begin++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - begin && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return { from: begin, to: from.length - tail, insert: to.slice(begin, to.length - tail) };
}
