/** What was last asked about updates of a run; older answers are asked again. */
import type { Run } from "./run.js";

const KEPT = 8;

export class Recent<Answer> {
  #kept: { run: Run; update: number; answer: Answer }[] = [];

  of(run: Run, update: number, ask: () => Answer): Answer {
    const known = this.#kept.find((kept) => kept.run === run && kept.update === update);
    if (known) return known.answer;
    const answer = ask();
    this.#kept = [{ run, update, answer }, ...this.#kept.slice(0, KEPT - 1)];
    return answer;
  }
}
