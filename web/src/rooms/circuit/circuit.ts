/** The circuit of a room: a document, the picture chosen of it, and what the engine says of both. */
import type { Engine } from "../../engine/client.js";
import type {
  Diagnostic,
  EntryOf,
  ExplainReply,
  ExplainRequest,
  Explanation,
  InputInfo,
  NodeId,
  OpDescription,
  Part,
  Value,
} from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import { type Choice, expanded, type Picture, planPicture } from "../../state/picture.js";
import { type CircuitDocument, History } from "../../state/undo.js";
import { entries, writeInput } from "./inputs.js";

export const EMPTY: CircuitDocument = { program: "", at: new Map(), output: null, outputAdjoint: null };

export class Circuit {
  /** Gestures; its present is the last finished one, `document` may be ahead of it. */
  readonly history = new History<CircuitDocument>(EMPTY);
  document: CircuitDocument = EMPTY;
  /** What was opened, for reset. */
  original: CircuitDocument = EMPTY;
  choice: Choice = { zoom: null, open: null };
  picture: Picture = { expand: [], closed: [], zoom: "gates" };
  /** The last program that could be explained, while `error` says what is wrong with the one being written. */
  explanation: Explanation | null = null;
  error: Diagnostic | null = null;
  /** While forward mode is on: what moves, and the engine that plays it. */
  forward: { engine: Engine; along: EntryOf } | null = null;
  /** Inputs in the hand of the student: they win over text and document until released. */
  readonly held = new Map<string, Value>();

  /** On the site: what a planted bug makes of a right explanation. */
  declare amend?: (right: Explanation, request: ExplainRequest) => Explanation;

  readonly ops: readonly OpDescription[];
  readonly #engine: Engine;
  readonly #openable: ReadonlySet<string>;
  /** Program, output and choice for which `picture` was planned; values do not change a picture. */
  #planned = "";

  constructor(engine: Engine) {
    this.#engine = engine;
    this.ops = engine.describe().ops;
    this.#openable = new Set(this.ops.filter((op) => op.definition !== undefined).map((op) => op.name));
  }

  /** Whether a gate of this operation can be opened into its definition. */
  isOpenable(op: string): boolean {
    return this.#openable.has(op);
  }

  open(opened: CircuitDocument, choice: Choice): void {
    const document = this.#folded(opened);
    this.history.restart(document);
    this.original = document;
    this.choice = choice;
    this.document = document;
    this.explanation = null;
    this.held.clear();
    this.explain();
  }

  /** The text is the one truth: values that a link gives to inputs with a literal are written into it. */
  #folded(document: CircuitDocument): CircuitDocument {
    if (document.at.size === 0) return document;
    const reply = this.#engine.explain({ program: document.program });
    if (!reply.ok) return document;
    const written = reply.inputs.filter(({ name, source }) => source === "literal" && document.at.has(name));
    // from the end, so that the spans before stay true
    written.sort((a, b) => (b.span?.[0] ?? 0) - (a.span?.[0] ?? 0));
    const folded = written.reduce((text, input) => {
      const value = document.at.get(input.name) as Value;
      return entries(value).length === entries(input.value).length ? writeInput(text, input, value) : text;
    }, document);
    const names = new Set(written.map(({ name }) => name));
    return { ...folded, at: new Map([...document.at].filter(([name]) => !names.has(name))) };
  }

  /** Asks the engine again. Returns whether there is a new explanation. */
  explain(parts: Part[] = ["steps"]): boolean {
    const reply = this.#reply(parts);
    if (!reply.ok) {
      this.error = reply.error;
      return false;
    }
    if (IS_SITE && this.forward && reply.along === undefined) {
      // the input that moved has gone from the program, and forward mode with it
      this.forward = null;
      return this.explain(parts);
    }
    this.error = null;
    this.explanation =
      IS_SITE && this.amend && reply.along === undefined
        ? this.amend(reply, this.#request(this.picture, parts))
        : reply;
    return true;
  }

  /** What `explanation` answers. */
  get request(): ExplainRequest {
    return this.#request(this.picture, ["steps"]);
  }
  /** Another question to the same engine; the circuit stays as it is. */
  readonly explainOther = (request: ExplainRequest): ExplainReply => this.#engine.explain(request);

  /** Ends a gesture: what the document is now becomes one entry of the undo stack, unless it cannot be explained. */
  commit(): void {
    if (this.error === null && this.isAhead) this.history.push(this.document);
  }

  /** Whether there is something that no entry of the undo stack holds. */
  get isAhead(): boolean {
    return !isSame(this.history.present, this.document);
  }

  inputAt(node: NodeId): InputInfo | undefined {
    return this.explanation?.inputs.find((input) => input.node === node);
  }

  /** A picture is planned from the whole, which most often is the picture. */
  #reply(parts: Part[]): ExplainReply {
    const { program, output } = this.document;
    const key = JSON.stringify([program, output, this.choice]);
    if (key !== this.#planned) {
      const whole: Picture = { expand: expanded(this.choice, this.#openable), closed: [], zoom: "gates" };
      const reply = this.#ask(whole, parts);
      if (!reply.ok) return reply;
      this.picture = planPicture(reply, this.choice, this.#openable);
      this.#planned = key;
      if (this.picture.closed.length === 0 && this.picture.zoom === "gates") return reply;
    }
    return this.#ask(this.picture, parts);
  }

  #ask(picture: Picture, parts: Part[]): ExplainReply {
    if (!IS_SITE || !this.forward) return this.#engine.explain(this.#request(picture, parts));
    const { engine, along } = this.forward;
    return engine.explain({ ...this.#request(picture, [...parts, "tangents"]), along });
  }

  #request(picture: Picture, include: Part[]): ExplainRequest {
    const { program, at, output, outputAdjoint } = this.document;
    return {
      program,
      at: Object.fromEntries([...at, ...this.held]),
      ...(output !== null && { output }),
      ...(outputAdjoint !== null && { output_adjoint: outputAdjoint }),
      ...picture,
      include,
    };
  }
}

function isSame(a: CircuitDocument, b: CircuitDocument): boolean {
  const text = (document: CircuitDocument) => JSON.stringify({ ...document, at: [...document.at] });
  return text(a) === text(b);
}
