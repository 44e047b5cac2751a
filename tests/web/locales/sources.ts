/** What the sources of the page say about messages, read from their syntax trees. */
import { readdirSync, readFileSync } from "node:fs";
import { FluentParser, Message } from "@fluent/syntax";
import ts from "typescript";

export const LOCALES = "web/locales";

/** Every message and attribute of a language, or of some of its files: `cover-turn`, `diagnostic-superscript.hint`. */
export function messageIds(language: string, files = readdirSync(`${LOCALES}/${language}`)): string[] {
  return files.flatMap((file) => {
    const { body } = new FluentParser().parse(readFileSync(`${LOCALES}/${language}/${file}`, "utf8"));
    return body.flatMap((entry) => {
      if (!(entry instanceof Message)) return [];
      const { id, value, attributes } = entry;
      return [
        ...(value === null ? [] : [id.name]),
        ...attributes.map((attribute) => `${id.name}.${attribute.id.name}`),
      ];
    });
  });
}

export function pageSources(): { path: string; text: string }[] {
  return readdirSync("web/src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => ({ path: `web/src/${path}`, text: readFileSync(`web/src/${path}`, "utf8") }));
}

/** A text of the source: literal, or with anything in place of `*`. */
export interface Literal {
  pattern: string;
  /** Whether it is, or is part of, the first argument of msg(), message(), hasMessage() or a method of that name. */
  isMessageId: boolean;
  line: number;
}

const MESSAGE_CALLS = new Set(["msg", "message", "hasMessage"]);

export function literals(text: string): Literal[] {
  const file = ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node, isMessageId: boolean): void => {
    if (ts.isStringLiteralLike(node)) found.push({ pattern: node.text, isMessageId, line: lineOf(file, node) });
    if (ts.isTemplateExpression(node)) {
      const pattern = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("*");
      found.push({ pattern, isMessageId, line: lineOf(file, node) });
    }
    ts.forEachChild(node, (child) => visit(child, isIdOf(node, child) || (isMessageId && isChoice(node, child))));
  };
  visit(file, false);
  return found;
}

function isIdOf(node: ts.Node, child: ts.Node): boolean {
  if (!ts.isCallExpression(node) || node.arguments[0] !== child) return false;
  const { expression } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(name) && MESSAGE_CALLS.has(name.text);
}

/** Both ends of `a ? b : c` are ids, its condition is not. */
function isChoice(node: ts.Node, child: ts.Node): boolean {
  return ts.isParenthesizedExpression(node) || (ts.isConditionalExpression(node) && child !== node.condition);
}

export function matches(pattern: string, id: string): boolean {
  if (!pattern.includes("*")) return pattern === id;
  const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`).test(id);
}

/** Words that a reader would see and no translator: text and spoken attributes of Lit templates. */
export function visibleWords(text: string): { words: string; line: number }[] {
  const file = ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
  const found: { words: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ["html", "svg"].includes(node.tag.getText(file))) {
      const line = lineOf(file, node);
      for (const words of wordsOf(markup(node.template))) found.push({ words, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const HOLE = "\u0000";
function markup(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join(HOLE);
}

const SPOKEN_ATTRIBUTE = /\b(?:aria-label|aria-description|aria-valuetext|title|placeholder|alt|label)="([^"]*)"/g;
const WORD = /\p{L}{2,}/u;

function wordsOf(html: string): string[] {
  const spoken = [...html.matchAll(SPOKEN_ATTRIBUTE)].map(([, value]) => value ?? "");
  const shown = html
    .replace(/<!--.*?-->/gs, HOLE)
    .replace(/<[^>]*>/g, HOLE)
    .split(HOLE);
  return [...spoken, ...shown].map((part) => part.trim()).filter((part) => WORD.test(part));
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
