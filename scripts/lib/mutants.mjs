import { RuleReader, tokenise } from "./rule-reader.mjs";

/**
 * Mutants of the derivative rules: every wrong sign, dropped factor, swapped pair of arguments, other constant and other branch
 * that a slip of the pen could write. All are compiled at once, each behind a question that one run answers with yes: `a * b`
 * becomes `(mutant(7) ? (a) : (a * b))`.
 */

/** The functions of engine/ops that say how something is differentiated. */
const RULES = new Set(
  (
    "partial numeric_partial vjp jvp gradient gradient_times_tangent taken indicator where_positive twice_gaussian " +
    "one_minus_square root_of_square_minus_one root_of_one_plus_square target_over sum_of_samples standing"
  ).split(" "),
);

/** Names of the parameters that are numbers or symbols: `x` and `out` of `(const T& x, const T& out)`. */
const parametersIn = (text) => [...text.matchAll(/const [TM]& (\w+)/g)].map(([, name]) => name);

/** The struct around an offset, or an empty text. */
function structAround(text, offset) {
  const last = [...text.slice(0, offset).matchAll(/^struct (\w+)|^}/gm)].at(-1);
  return last?.[1] ?? "";
}

function readRules(text) {
  const tokens = tokenise(text);
  const rules = [];
  for (let i = 0; i < tokens.length; ++i) {
    if (!RULES.has(tokens[i].word) || tokens[i + 1]?.word !== "(") continue;
    const reader = new RuleReader(text, tokens, i + 1, []);
    reader.skipBrackets();
    if (reader.word !== "{") continue;
    reader.parameters = parametersIn(text.slice(tokens[i].start, tokens[reader.at].start));
    const owner = tokens[i - 1].word === "::" ? tokens[i - 2].word : structAround(text, tokens[i].start);
    reader.block();
    rules.push({ name: [owner, tokens[i].word].filter(Boolean).join("::"), sites: reader.sites });
  }
  return rules;
}

/** Source with every site asking whether it is mutated. Sites nest; an alternative is the plain text. */
function rewrite(text, sites) {
  const inside = (outer, { start, end }) => start >= outer.start && end <= outer.end;
  const render = (start, end, within) => {
    let out = "";
    let at = start;
    // of sites that cover the same text, the one that was read last lies outside
    const outermost = within.filter(
      (site, i) => !within.some((other, j) => j !== i && inside(other, site) && (!inside(site, other) || j > i)),
    );
    for (const site of outermost.sort((a, b) => a.start - b.start)) {
      out += text.slice(at, site.start);
      const nested = within.filter((other) => other !== site && inside(site, other));
      out += site.mutants.reduce(
        (inner, { id, alternative }) => site.chosen?.(id) ?? `(mutant(${id}) ? (${alternative}) : ${inner})`,
        site.chosen ? text.slice(site.start, site.end) : `(${render(site.start, site.end, nested)})`,
      );
      at = site.end;
    }
    return out + text.slice(at, end);
  };
  return render(0, text.length, sites);
}

const oneLine = (text) =>
  text
    .replace(/\/\*.*?\*\/|\/\/.*/g, "")
    .replace(/\s+/g, " ")
    .trim();

/**
 * @param {string} text a header of engine/ops
 * @param {number} firstId
 * @returns {{ text: string, mutants: { id: number, rule: string, original: string, mutated: string }[] }}
 */
export function mutate(text, firstId) {
  const mutants = [];
  const seen = new Set();
  const sites = [];
  for (const { name, sites: found } of readRules(text))
    for (const site of found) {
      const [start, end] = site.statement;
      const original = oneLine(text.slice(start, end));
      site.mutants = [];
      for (const alternative of site.alternatives) {
        const mutated = oneLine(text.slice(start, site.start) + alternative + text.slice(site.end, end));
        if (mutated === original || seen.has(`${name} ${mutated}`)) continue;
        seen.add(`${name} ${mutated}`);
        const id = firstId + mutants.length;
        mutants.push({ id, rule: name, original, mutated });
        site.mutants.push({ id, alternative });
      }
      if (site.mutants.length > 0) sites.push(site);
    }
  return { text: rewrite(text, sites), mutants };
}
