/** One page in one of the three browsers: the little that the tests of all three need. */

/** What a person looks for: a control by its role and its name, wherever on the page it is. */
export interface Target {
  role: string;
  name: string | RegExp;
}

export interface Tab {
  /** Opens an address; `framed` makes the first frame in it what everything below speaks of. */
  open(address: string, framed: boolean): Promise<void>;
  /** Runs a function of the page, which must not use anything around it; argument and result travel as JSON. */
  run<Result, Argument = undefined>(
    script: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  click(target: Target): Promise<void>;
  focus(target: Target): Promise<void>;
  /** A key by its name, `ArrowRight`, or with a modifier held, `Control+a`. */
  press(key: string): Promise<void>;
  /** Key by key, to whatever has the focus. */
  type(text: string): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** Every message, error and refusal since `open`. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Driver {
  /** Whether it can run the probe before an untouched page; if not, the page has to bring it (variant.ts). */
  readonly probes: boolean;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

const PATIENCE = 10_000;

/** What `look` finds, as soon as it finds something. */
export async function eventually<Found>(what: string, look: () => Promise<Found | null | false>): Promise<Found> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE / 1000} s for ${what}`);
    await new Promise((later) => setTimeout(later, 25));
  }
}
