/**
 * A planted bug: one rule broken at one gate, on purpose. While it is there the larger engine says what the circuit
 * shows, for only that one can break a rule; and the reader looks for the gate.
 */
import type { BugCommand, Game } from "../../components/bug-panel.js";
import type { Engine } from "../../engine/client.js";
import type { Box, ExplainRequest, Explanation, GraphNode, LocalCheck, NodeId } from "../../engine/protocol.js";
import type { BugLink } from "../../state/url.js";
import type { Session } from "./session.js";

interface Planted {
  rule: string;
  node: NodeId;
  /** What stood there, to know the gate again in a program that was changed. */
  mark: Mark;
}
interface Mark {
  op: string;
  text: string;
}

const NO_GAME: Game = { isSecret: false, number: null, compared: 0, isAccusing: false, accused: null };

export class Bugs {
  game: Game = NO_GAME;
  /** Whether somebody looks through the list of what can be planted. */
  isChoosing = false;
  failed = false;
  #planted: Planted | null = null;
  #engine: Engine | null = null;
  /** Only the last wish counts when the engine arrives. */
  #wish = 0;
  readonly #session: Session;
  readonly #open: () => Promise<Engine>;

  constructor(session: Session, open: () => Promise<Engine>) {
    this.#session = session;
    session.circuit.amend = this.#amend;
    this.#open = open;
  }

  /** As a request says it. */
  get planted(): ExplainRequest["bug"] | null {
    return this.#planted && { rule: this.#planted.rule, node: this.#planted.node };
  }
  get link(): BugLink | null {
    return this.#planted && { rule: this.#planted.rule, node: this.#planted.node, isSecret: this.game.isSecret };
  }

  handle(command: BugCommand): void {
    switch (command.do) {
      case "plant":
        return void this.plant({ ...command.bug, isSecret: false });
      case "surprise":
        return void this.surprise(command.number);
      case "remove":
        return this.remove();
      case "choose":
        this.isChoosing = command.isOn;
        return this.#session.explain();
      case "next":
        return this.#compare(this.game.compared + 1);
      case "rest":
        return this.#compare(this.#firstDifference() + 1);
      case "accuse":
        this.game = { ...this.game, isAccusing: command.isOn };
        return this.#session.changed();
    }
  }

  async plant({ rule, node, isSecret }: BugLink, number: number | null = null): Promise<void> {
    if (!(await this.#arrive())) return;
    const found = this.#session.explanation?.graph.nodes[node];
    if (found === undefined) return this.#session.changed();
    this.#planted = { rule, node, mark: markOf(found, this.#session.circuit.document.program) };
    this.game = { ...NO_GAME, isSecret, number };
    this.isChoosing = false;
    this.#changed();
  }

  /** The same number plants the same bug in the same circuit. */
  async surprise(number: number): Promise<void> {
    if (!(await this.#arrive())) return;
    this.forget();
    const reply = this.#engine?.explain({ ...this.#session.circuit.request, include: ["bugs"] });
    const bugs = reply?.ok ? (reply.bugs ?? []) : [];
    const bug = bugs[scrambled(number) % bugs.length];
    if (bug !== undefined) return this.plant({ rule: bug.rule, node: bug.node, isSecret: true }, number);
    this.isChoosing = true;
    this.#session.explain();
  }

  remove(): void {
    this.forget();
    this.#changed();
  }

  /** The explanation of the same request under the bug; the right one where there is none, or its gate is gone. */
  readonly #amend = (right: Explanation, request: ExplainRequest): Explanation => {
    if (this.#planted === null || this.#engine === null) return right;
    const node = find(this.#planted, right, request.program);
    if (node === null) {
      this.forget();
      return right;
    }
    this.#planted = { ...this.#planted, node };
    const reply = this.#engine.explain({ ...request, bug: { rule: this.#planted.rule, node } });
    if (reply.ok) return reply;
    this.forget();
    return right;
  };

  /** A gate was pointed out as the broken one. Whether that was asked for. */
  accuse(node: NodeId): boolean {
    if (!this.game.isAccusing || this.#planted === null) return false;
    const { explanation } = this.#session;
    const isRight = explanation !== null && node === shownAt(explanation, this.#planted.node);
    this.game = { ...this.game, accused: { node, isRight }, isAccusing: !isRight };
    this.#session.point(node);
    this.#session.changed();
    return true;
  }

  /** Nothing is asked or guided while gradients are wrong. */
  #changed(): void {
    const { covers, drag, firstMinute } = this.#session;
    drag.forget();
    covers.verdict = null;
    firstMinute?.end();
    if (this.#planted) covers.start("off");
    this.#session.explain();
    this.#session.settled();
  }

  /** Another circuit opens: what was planted was of the old one. */
  forget(): void {
    this.#planted = null;
    this.#wish++;
    this.game = NO_GAME;
  }

  /** Whether the engine is there, and nothing else has been wished for meanwhile. */
  async #arrive(): Promise<boolean> {
    const wish = ++this.#wish;
    try {
      this.#engine = await this.#open();
      this.failed = false;
    } catch (error) {
      console.error(error);
      this.failed = true;
      this.#session.changed();
    }
    return wish === this.#wish && !this.failed;
  }

  get #examined(): readonly LocalCheck[] {
    return this.#session.workbench?.explanation?.examined ?? [];
  }

  #firstDifference(): number {
    const first = this.#examined.findIndex(({ finding }) => finding === "differs");
    return first < 0 ? this.#examined.length - 1 : first;
  }

  /** Up to the first difference: what lies behind it was compared with what it handed on. */
  #compare(count: number): void {
    const compared = Math.min(count, this.#firstDifference() + 1);
    this.game = { ...this.game, compared, isAccusing: false };
    const { explanation } = this.#session;
    const last = this.#examined[compared - 1];
    this.#session.point(explanation && last ? shownAt(explanation, last.node) : null);
    this.#session.changed();
  }
}

/** The box that a gate is drawn as, or that hides it. */
function shownAt({ graph, view }: Explanation, node: NodeId): NodeId {
  if (view.boxes.some((box) => box.node === node)) return node;
  const { group, stage } = graph.nodes[node] as GraphNode;
  const holds = (box: Box) =>
    box.group === undefined ? box.stage !== undefined && box.stage === stage : group.includes(box.group);
  return view.boxes.find(holds)?.node ?? node;
}

function markOf({ op, span }: GraphNode, program: string): Mark {
  return { op, text: program.slice(...span) };
}

/** The gate where it was, or elsewhere if that alone is written as it was. */
function find({ node, mark }: Planted, { graph }: Explanation, program: string): NodeId | null {
  const isSame = (candidate: GraphNode) => {
    const { op, text } = markOf(candidate, program);
    return op === mark.op && text === mark.text;
  };
  const here = graph.nodes[node];
  if (here && isSame(here)) return node;
  const elsewhere = graph.nodes.filter(isSame);
  if (elsewhere.length === 1) return elsewhere[0]?.id ?? null;
  return here?.op === mark.op ? node : null;
}

/** Neighbouring numbers give bugs that have nothing to do with each other. After the finaliser of MurmurHash3. */
function scrambled(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
