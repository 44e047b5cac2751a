/**
 * What only the larger engine can say of the circuit. It is asked when a panel that shows it is open and the hand rests;
 * until the answer is there, and if there is none, the panels show what they have.
 */
import type { Workbench as Engine } from "../../engine/client.js";
import type {
  EntryOf,
  ExplainRequest,
  Explanation,
  Jacobian,
  NodeId,
  Part,
  SymbolicDerivative,
} from "../../engine/protocol.js";
import { boxAt, type Place, placeOf } from "../../scene/keys.js";
import type { CodeView, Dependence } from "../../scene/model.js";
import type { Question as Answered, Verdict } from "../../state/answers.js";
import { gradedVerdict, gradeRequest } from "../../state/grading.js";
import type { Session } from "./session.js";
import { Worksheet } from "./worksheet.js";

/** What is asked besides the program. */
interface Ask {
  include: Part[];
  of?: NodeId;
  by?: NodeId[];
  order?: number;
  check_of?: EntryOf;
  bug?: NonNullable<ExplainRequest["bug"]>;
}

export class Workbench {
  /** The larger engine did not arrive: a page left open while the network went away. */
  failed = false;
  /** How often Why differentiates. */
  order = 1;
  /** What Code shows; null for the program itself. */
  codeView: CodeView | null = null;
  /** The two nodes whose Jacobian is open. */
  dependence: Dependence | null = null;
  readonly worksheet: Worksheet;
  #checkOf: EntryOf | null = null;
  readonly #session: Session;
  readonly #engine: () => Promise<Engine>;
  readonly #panel = new Question();
  readonly #pair = new Question();

  constructor(session: Session, engine: () => Promise<Engine>) {
    this.#session = session;
    this.#engine = engine;
    this.worksheet = new Worksheet(session, engine);
  }

  /** What was answered for the open panel. */
  get explanation(): Explanation | null {
    return this.#panel.answer;
  }

  /** Of the two nodes that were chosen. */
  get jacobian(): Jacobian | null {
    const found = this.dependence && this.#pair.answer?.jacobian?.[0];
    return found && found.of === this.dependence?.of && found.by === this.dependence.by ? found : null;
  }

  /** The entry whose step widths Check shows: the one that was chosen, while there is one, or the first. */
  get checkOf(): EntryOf | null {
    const inputs = (this.#session.explanation?.inputs ?? []).filter(({ gradient }) => gradient !== null);
    const chosen = inputs.find(({ name }) => name === this.#checkOf?.input);
    if (chosen && this.#checkOf && this.#checkOf.entry < [chosen.value].flat(2).length) return this.#checkOf;
    return inputs[0] ? { input: inputs[0].name, entry: 0 } : null;
  }
  set checkOf(entry: EntryOf | null) {
    this.#checkOf = entry;
  }

  /** The formula behind the number that Why is about: a gradient, or the local derivative of a closed box. */
  get derivative(): SymbolicDerivative | null {
    const { asked } = this.#session;
    if (asked === null || this.explanation === null) return null;
    const place = placeOf(asked);
    // what stands below a stem is then another number
    if (place.kind === "gradient" && this.#session.circuit.forward) return null;
    if (place.kind === "gradient") return this.explanation.derivatives?.[place.node] ?? null;
    return place.kind === "value" ? null : localDerivative(this.explanation, place);
  }

  /** What a panel is to show. */
  choose(shown: Partial<Pick<Workbench, "order" | "codeView" | "dependence" | "checkOf">>): void {
    Object.assign(this, shown);
    this.consult();
    this.#session.changed();
  }

  /** Asks what the open panel wants to know, unless that is known. */
  consult(): void {
    const { circuit, drag, tab } = this.#session;
    if (circuit.error !== null || drag.input !== null) return;
    void this.#ask(this.#panel, this.#partsOfPanel());
    const pair = tab === "why" ? this.dependence : null;
    void this.#ask(this.#pair, pair && { include: ["jacobian"], of: pair.of, by: [pair.by] });
  }

  /** What is to be said of an answer after a closer look; null where nothing more can be said than at the first. */
  async grade(question: Answered, text: string, first: Verdict): Promise<Verdict | null> {
    try {
      const request = gradeRequest(question, text, first);
      return request && gradedVerdict(question, (await this.#engine()).grade(request), first);
    } catch (error) {
      console.error(error);
      return null;
    }
  }

  #partsOfPanel(): Ask | null {
    const { tab, asked } = this.#session;
    if (tab === "code") return { include: this.codeView === "shapes" ? ["shapes", "cost"] : ["code"] };
    if (tab === "check" && this.checkOf !== null) return this.#partsOfCheck(this.checkOf);
    if (tab !== "why" || asked === null) return null;
    return { include: ["derivatives"], by: [placeOf(asked).node], order: this.order };
  }

  /** Under a bug every gate is measured too; what can be planted is asked when somebody looks. */
  #partsOfCheck(check_of: EntryOf): Ask {
    const { planted, isChoosing } = this.#session.bugs ?? {};
    const include: Part[] = ["check_sweep", "cost"];
    if (planted) return { include: [...include, "suspects"], check_of, bug: planted };
    return { include: isChoosing ? [...include, "bugs"] : include, check_of };
  }

  async #ask(question: Question, ask: Ask | null): Promise<void> {
    if (ask === null) return;
    const { request } = this.#session.circuit;
    const isAnswered = await question.put({ ...request, ...ask }, this.#engine);
    if (isAnswered === null) return;
    this.failed = !isAnswered;
    if (question.answer?.code) this.worksheet.show(question.answer);
    this.#session.changed();
  }
}

/** One question at a time: a later one makes the answer to an earlier one worthless. */
class Question {
  answer: Explanation | null = null;
  #put = "";
  #program = "";

  /** Whether there is an answer; null when there is nothing new, or another question came meanwhile. */
  async put(request: ExplainRequest, engine: () => Promise<Engine>): Promise<boolean | null> {
    const text = JSON.stringify(request);
    if (text === this.#put) return null;
    this.#put = text;
    // ids of nodes mean something else in another program
    if (request.program !== this.#program) this.answer = null;
    this.#program = request.program;
    try {
      const opened = await engine();
      if (text !== this.#put) return null;
      const reply = opened.explain(request);
      this.answer = reply.ok ? reply : null;
      return true;
    } catch (error) {
      console.error(error);
      this.#put = "";
      return false;
    }
  }
}

/** Constants are part of the formula: it is taken by the other inputs only. */
function localDerivative(explanation: Explanation, { node, input }: Place): SymbolicDerivative | null {
  const isConstant = (id: NodeId) => explanation.graph.nodes[id]?.op === "constant";
  const before = boxAt(explanation, node).inputs.slice(0, input);
  const found = explanation.local_derivatives?.find((box) => box.node === node);
  return Object.values(found?.partials ?? {})[before.filter((id) => !isConstant(id)).length] ?? null;
}
