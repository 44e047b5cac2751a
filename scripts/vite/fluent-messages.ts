import {
  type Expression,
  FluentParser,
  Junk,
  Message,
  type Pattern,
  Placeable,
  SelectExpression,
  StringLiteral,
  type SyntaxNode,
  VariableReference,
  type Variant,
} from "@fluent/syntax";
import type { Plugin } from "vite";

/** What web/src/locales/bundle.ts cannot do, and where that stands. */
class Mistake extends Error {
  readonly node: SyntaxNode;
  constructor(message: string, node: SyntaxNode) {
    super(message);
    this.node = node;
  }
}

/**
 * Imports of `.ftl` files give their messages as one text, in the shape that web/src/locales/bundle.ts describes: no parser is
 * shipped, and arguments, plurals and choices are all it has to know. A mistake, or a feature beyond those, stops the build.
 */
export function fluentMessages(): Plugin {
  return {
    name: "gradcircuit:fluent-messages",
    transform(code, id) {
      if (!id.endsWith(".ftl")) return null;
      try {
        return { code: `export default ${JSON.stringify(compile(code))}`, map: null };
      } catch (mistake) {
        if (!(mistake instanceof Mistake)) throw mistake;
        this.error({ id, message: mistake.message, pos: mistake.node.span?.start ?? 0 });
      }
    },
  };
}

function compile(text: string): string {
  const lines = new FluentParser().parse(text).body.flatMap((entry) => {
    if (entry instanceof Junk) throw new Mistake(entry.annotations[0]?.message ?? "not a message", entry);
    if (entry.type === "Term") throw new Mistake("terms are not supported", entry);
    if (!(entry instanceof Message)) return [];
    const { id, value, attributes } = entry;
    return [
      ...(value ? [`${id.name}=${pattern(value)}`] : []),
      ...attributes.map((attribute) => `${id.name}.${attribute.id.name}=${pattern(attribute.value)}`),
    ];
  });
  return lines.join("\n");
}

function pattern({ elements }: Pattern): string {
  return elements
    .map((element) => (element instanceof Placeable ? placeable(element.expression) : plain(element.value, element)))
    .join("");
}

/** A line break in a message is a space, as on the page. */
function plain(text: string, node: SyntaxNode): string {
  if (/[{}|]/.test(text)) throw new Mistake("{, } and | are not supported in a text", node);
  return text.replaceAll("\n", " ");
}

function placeable(expression: Expression | Placeable): string {
  if (expression instanceof StringLiteral) return plain(expression.parse().value, expression);
  if (expression instanceof VariableReference) return `{${expression.id.name}}`;
  if (!(expression instanceof SelectExpression)) throw new Mistake(`${expression.type} is not supported`, expression);
  const { selector, variants } = expression;
  if (!(selector instanceof VariableReference)) throw new Mistake(`${selector.type} is not supported`, selector);
  const others = variants.filter((variant) => !variant.default);
  const first = variants.filter((variant) => variant.default).map(choice);
  return `{${[selector.id.name, ...first, ...others.flatMap((variant) => [key(variant), choice(variant)])].join("|")}}`;
}

function choice({ value }: Variant): string {
  const text = pattern(value);
  if (text.includes("|")) throw new Mistake("a choice within a choice is not supported", value);
  return text;
}

function key({ key }: Variant): string {
  return key.type === "Identifier" ? key.name : key.value;
}
