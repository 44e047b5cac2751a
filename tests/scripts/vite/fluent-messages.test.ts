import { expect, test } from "vitest";
import { fluentMessages } from "../../../scripts/vite/fluent-messages.js";

function compile(text: string, id = "cover.ftl"): { code: string } | null {
  const { transform } = fluentMessages() as {
    transform(this: object, code: string, id: string): { code: string } | null;
  };
  const context = {
    error({ message, pos }: { message: string; pos: number }): never {
      throw new Error(`${message} at ${pos}`);
    },
  };
  return transform.call(context, text, id);
}

test("messages arrive parsed", () => {
  expect(compile("turn = Your turn: { $question }\n")?.code).toBe(
    'export default [{"id":"turn","value":["Your turn: ",{"type":"var","name":"question"}],"attributes":{}}]',
  );
  expect(compile("const x = 1;", "scene.ts")).toBeNull();
});

test("a message that cannot be read stops the build where it stands", () => {
  expect(() => compile("turn = Your turn\nask = the value of { $node\n")).toThrow(/^Expected token: "}" at 17$/);
});
