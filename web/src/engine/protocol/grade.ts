/** `grade`: an exercise, an answer as it was typed, and what it is worth. */
import type { ExplainRequest } from "./explain.js";
import type { Diagnostic, Failure, NodeId, Value } from "./values.js";

/**
 * What an exercise asks for: by name, or by the ids of the picture that the exercise gives. A partial and a contribution are those
 * of an edge.
 */
export type Asked =
  | { value: string | NodeId }
  | { gradient: string | NodeId }
  /** Of a box by its input number `input`; or of a stage by something that it reads. */
  | { partial: NodeId; input: number }
  | { contribution: NodeId; input: number }
  | { partial: string; by: string }
  | { contribution: string; by: string }
  | { expression: string };
export interface Exercise
  extends Pick<ExplainRequest, "program" | "at" | "output" | "output_adjoint" | "expand" | "zoom" | "closed"> {
  ask: Asked;
  /** A formula holds at every point, a number at this one. */
  form?: "number" | "formula";
  /** To which a number has to be right; otherwise to six digits. */
  decimals?: number;
  /** That a formula may use. */
  names?: string[];
}
export interface GradeRequest {
  exercise: Exercise;
  /** As it was typed. */
  answer: string;
}
export interface Misconception {
  id: string;
  source: "exercise" | "general";
  /** Where it first shows, with the wrong gradient and the right one. */
  name?: string;
  wrong?: number;
  right?: number;
  message: string;
}
export interface Grade {
  version: 1;
  ok: true;
  verdict: "right" | "rounded" | "wrong" | "undecided" | "unreadable";
  /** Of an unreadable answer. */
  error?: Diagnostic;
  remark?: { code: "sign" | "shape" | "transposed" | "entries" | "order" | "here_only"; message: string };
  misconception?: Misconception;
  /** What the answer comes to, and what is right. */
  found?: Value;
  expected?: Value;
  wrong_entries?: (readonly [row: number, column: number])[];
}
export type GradeReply = Grade | Failure;
