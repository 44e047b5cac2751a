import { expect, test } from "vitest";
import { fluentMessages } from "../../../scripts/vite/fluent-messages.js";

function compile(text: string, id = "cover.ftl"): unknown {
  const { transform } = fluentMessages() as {
    transform(this: object, code: string, id: string): { code: string } | null;
  };
  const context = {
    error({ message, pos }: { message: string; pos: number }): never {
      throw new Error(`${message} at ${pos}`);
    },
  };
  const code = transform.call(context, text, id)?.code;
  return code === undefined ? null : JSON.parse(code.replace(/^export default /, ""));
}

test("messages arrive compiled, attributes with them, comments not", () => {
  expect(compile('# a comment\nturn = Your turn: { $question }{" "}\n    .hint = Type\n     it.\n')).toBe(
    "turn=Your turn: {question} \nturn.hint=Type it.",
  );
  expect(compile("const x = 1;", "scene.ts")).toBeNull();
});

test("a choice has its default first", () => {
  const text = "sum = adds { $count ->\n    [0] nothing\n    [one] one\n   *[other] all { $count }\n}!\n";
  expect(compile(text)).toBe("sum=adds {count|all {count}|0|nothing|one|one}!");
});

test("a message that cannot be read stops the build where it stands", () => {
  expect(() => compile("turn = Your turn\nask = the value of { $node\n")).toThrow(/^Expected token: "}" at 17$/);
});

test.each([
  ["a = { NUMBER($x) }\n", "FunctionReference is not supported at 6"],
  ["a = { b }\nb = b\n", "MessageReference is not supported at 6"],
  ["-b = b\n", "terms are not supported at 0"],
  ["a = |x|\n", "{, } and | are not supported in a text at 4"],
  ["a = { $x ->\n   *[one] { $y ->\n       *[one] z\n    }\n}\n", "a choice within a choice is not supported at 22"],
])("what the page cannot write stops the build: %j", (text, mistake) => {
  expect(() => compile(text)).toThrow(mistake);
});
