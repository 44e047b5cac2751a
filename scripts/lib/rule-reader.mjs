/**
 * Reads the C++ that derivative rules are written in, and says of every piece of an expression what might stand there by mistake.
 */

const TOKEN =
  /\/\/.*|\/\*.*?\*\/|"(?:[^"\\]|\\.)*"|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[A-Za-z_]\w*|::|->|\+\+|--|[-+*/%=!<>]=|&&|\|\||\S/g;
const CLOSING = { "(": ")", "[": "]", "{": "}", "<": ">" };
/** Functions whose name is followed by types in angle brackets. */
const TEMPLATES = new Set(["call", "call_with", "create", "static_cast", "vjp", "jvp", "partial", "Number"]);
const LEVELS = [
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];
const OTHER_OPERATORS = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["/"],
  "==": ["!="],
  "!=": ["=="],
  ">": [">="],
  "<": ["<="],
};
const OTHER_CALLS = {
  Sin: "Cos",
  Cos: "Sin",
  Sinh: "Cosh",
  Cosh: "Sinh",
  Less: "LessEqual",
  LessEqual: "Less",
  Greater: "GreaterEqual",
  Equal: "NotEqual",
  Ones: "Zeros",
  Zeros: "Ones",
  Eye: "Ones",
  LogSoftmax: "Softmax",
  less: "less_equal",
};
/** Swapping what they take changes nothing. */
const COMMUTATIVE = new Set(["Equal", "NotEqual", "Max", "equal", "hypot", "taken"]);

/** Words, numbers and operators with their places; comments are left out. */
export function tokenise(text) {
  return [...text.matchAll(TOKEN)]
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
    .filter(({ word }) => !word.startsWith("//") && !word.startsWith("/*"));
}

/** Reads the body of one rule and collects its mutants: pieces of source with what may stand in their place. */
export class RuleReader {
  /** @param {string} text @param {{ word: string, start: number, end: number }[]} tokens */
  constructor(text, tokens, at, parameters) {
    Object.assign(this, { text, tokens, at, parameters });
    /** @type {{ start: number, end: number, statement: [number, number], alternatives: string[] }[]} */
    this.sites = [];
  }

  get word() {
    return this.tokens[this.at].word;
  }
  source(node) {
    return this.text.slice(node.start, node.end);
  }
  take(word) {
    if (this.word !== word)
      throw new Error(`expected ${word} before: ${this.text.slice(this.tokens[this.at].start).split("\n", 1)}`);
    return this.tokens[this.at++];
  }
  skip(word) {
    if (this.word !== word) return false;
    this.at++;
    return true;
  }
  /** From an opening bracket to behind its closing one. */
  skipBrackets() {
    const open = this.word;
    for (let depth = 0; ; this.at++) {
      if (this.word === open) depth++;
      if (this.word === CLOSING[open] && --depth === 0) break;
    }
    this.at++;
  }
  skipTo(word) {
    while (this.word !== word) this.at++;
  }

  mutate(node, alternatives) {
    if (alternatives.length > 0) this.sites.push({ ...node, statement: this.statement, alternatives });
  }

  // ---- statements

  block() {
    this.take("{");
    while (this.word !== "}") this.anyStatement();
    this.take("}");
  }

  anyStatement() {
    const { start } = this.tokens[this.at];
    const end = this.tokens.slice(this.at).find(({ word }) => word === ";").end;
    const outer = this.statement;
    this.statement = [start, end];
    this.statementOf(this.word);
    this.statement = outer;
  }

  statementOf(first) {
    if (first === "{") this.block();
    else if (first === "if") this.conditional();
    else if (first === "for") {
      this.at++;
      this.skipBrackets();
      this.anyStatement();
    } else if (first === "using") this.skipTo(";");
    else if (first === "return") this.returned();
    else this.declaration();
    this.skip(";");
  }

  conditional() {
    this.take("if");
    const chosenByCompiler = this.skip("constexpr");
    this.take("(");
    const keywordStart = this.tokens[this.at - (chosenByCompiler ? 2 : 1)].start;
    const known = this.sites.length;
    const condition = this.expression();
    this.take(")");
    const text = this.source(condition);
    const ofTypes = /Number|is_number/.test(text);
    if (chosenByCompiler) this.sites.length = known;
    if (!ofTypes && chosenByCompiler)
      this.sites.push({
        start: keywordStart,
        end: condition.end + 1,
        statement: [this.statement[0], condition.end + 1],
        alternatives: [`constexpr (!(${text}))`],
        chosen: (id) => `((${text}) != mutant(${id}))`,
      });
    else if (!ofTypes) this.mutate(condition, [`!(${text})`]);
    this.anyStatement();
    if (this.skip("else")) this.anyStatement();
  }

  returned() {
    this.take("return");
    const result = this.expression();
    this.mutate(result, [`-(${this.source(result)})`]);
  }

  /** `const T a = …;` `out = …;` `T series(1);` */
  declaration() {
    while (!["=", ";", "("].includes(this.word)) this.at++;
    if (this.word === "(") this.arguments();
    else if (this.skip("=")) this.expression();
  }

  // ---- expressions

  expression(level = -1) {
    if (level === -1) return this.choice();
    if (level === LEVELS.length) return this.unary();
    let left = this.expression(level + 1);
    while (LEVELS[level].includes(this.word)) {
      const operator = this.tokens[this.at++].word;
      const right = this.expression(level + 1);
      const node = { start: left.start, end: right.end };
      this.mutate(node, this.otherwise(operator, this.source(left), this.source(right)));
      left = node;
    }
    return left;
  }

  otherwise(operator, left, right) {
    const found = (OTHER_OPERATORS[operator] ?? []).map((other) => `${left} ${other} ${right}`);
    const closed = left.includes(" ") ? `(${left})` : left;
    if (operator === "-" || operator === "/") found.push(`${right} ${operator} ${closed}`);
    if ("+-*/".includes(operator)) found.push(left);
    if ("+*".includes(operator)) found.push(right);
    return found;
  }

  choice() {
    const condition = this.expression(0);
    if (!this.skip("?")) return condition;
    const yes = this.expression();
    this.take(":");
    const no = this.expression();
    const node = { start: condition.start, end: no.end };
    this.mutate(node, [`${this.source(condition)} ? ${this.source(no)} : ${this.source(yes)}`]);
    return node;
  }

  unary() {
    const { word, start } = this.tokens[this.at];
    if (word !== "-" && word !== "!") return this.postfix();
    this.at++;
    const operand = this.unary();
    const node = { start, end: operand.end };
    this.mutate(node, [this.source(operand)]);
    return node;
  }

  postfix() {
    const { start } = this.tokens[this.at];
    let node = this.primary();
    for (;;) {
      if (this.word === "[") {
        this.at++;
        this.expression();
        node = { start, end: this.take("]").end };
      } else if (this.skip(".")) {
        node = { start, end: this.tokens[this.at++].end };
      } else if (this.word === "(") {
        const name = this.source(node);
        const parts = this.arguments(name === "constant");
        node = { start, end: this.tokens[this.at - 1].end };
        this.mutate(node, this.otherCalls(name, parts));
      } else return node;
    }
  }

  primary() {
    const { word, start, end } = this.tokens[this.at];
    if (word === "(") {
      this.at++;
      this.expression();
      return { start, end: this.take(")").end };
    }
    if (word === "[") return this.lambda(start);
    if (word === "{") {
      this.fields();
      return { start, end: this.tokens[this.at - 1].end };
    }
    this.at++;
    const node = { start, end };
    if (/^[\d.]/.test(word)) {
      this.mutate(node, [String(Number(word) + 1)]);
      return node;
    }
    if (this.parameters.includes(word) && this.word !== "(")
      this.mutate(
        node,
        this.parameters.filter((other) => other !== word),
      );
    return this.nameFrom(start);
  }

  /** The rest of `Op::template vjp<M>` or `Attributes{.shape = x}`, whose first word has been read. */
  nameFrom(start) {
    for (;;) {
      const before = this.tokens[this.at - 1].word;
      if (this.word === "::" || before === "::" || before === "template") this.at++;
      else break;
    }
    if (this.word === "<" && TEMPLATES.has(this.tokens[this.at - 1].word)) this.skipBrackets();
    if (this.word === "{") this.fields();
    return { start, end: this.tokens[this.at - 1].end };
  }

  /** `{.shape = {}, .row = 1}` */
  fields() {
    this.take("{");
    while (!this.skip("}")) {
      if (this.skip(".")) this.at += 2; // the name and its =
      this.expression();
      this.skip(",");
    }
  }

  lambda(start) {
    this.skipBrackets();
    this.skipBrackets();
    const { statement } = this;
    this.block();
    this.statement = statement;
    return { start, end: this.tokens[this.at - 1].end };
  }

  /** Of a constant only the first counts: the second says what type it has. */
  arguments(onlyFirst = false) {
    this.take("(");
    const parts = [];
    while (!this.skip(")")) {
      const known = this.sites.length;
      parts.push(this.source(this.expression()));
      if (onlyFirst && parts.length > 1) this.sites.length = known;
      this.skip(",");
    }
    return parts;
  }

  otherCalls(name, parts) {
    const called = name.match(/^(?:call|call_with|create)<(?:ops::)?(\w+)>$/)?.[1] ?? name.replace(/^math::/, "");
    if (name === "constant" || /^(T|double|zeros)$|static_cast|::count$|[.]/.test(name)) return [];
    const found = [];
    if (OTHER_CALLS[called]) found.push(`${name.replace(called, OTHER_CALLS[called])}(${parts.join(", ")})`);
    if (parts.length === 1 && !name.startsWith("create")) found.push(parts[0]);
    if (parts.length === 2 && !COMMUTATIVE.has(called) && !/create|call_with|gradient/.test(name))
      found.push(`${name}(${parts[1]}, ${parts[0]})`);
    if (parts.length === 3 && /where|If/.test(called)) found.push(`${name}(${parts[0]}, ${parts[2]}, ${parts[1]})`);
    return found;
  }
}
