import { expect, test } from "vitest";
import { literals, matches, messageIds, pageSources, visibleWords } from "./sources.js";

const ids = messageIds("en");
const sources = pageSources().map((source) => ({ ...source, literals: literals(source.text) }));

test("every message that the page asks for exists", () => {
  const missing = sources.flatMap(({ path, literals }) =>
    literals
      .filter(({ pattern, isMessageId }) => isMessageId && !ids.some((id) => matches(pattern, id)))
      .map(({ pattern, line }) => `${path}:${line} asks for “${pattern}”`),
  );
  expect(missing).toEqual([]);
});

test("every message that exists is asked for", () => {
  const asked = new Set(sources.flatMap(({ literals }) => literals.map(({ pattern }) => pattern)));
  const open = [...asked].filter((pattern) => pattern.includes("*") && pattern.replaceAll("*", "").length >= 4);
  const isAsked = (id: string) => asked.has(id) || open.some((pattern) => matches(pattern, id));
  expect(ids.filter((id) => !isAsked(id))).toEqual([]);
});

test("no message is defined twice", () => {
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test("no template holds words of its own", () => {
  const words = sources.flatMap(({ path, text }) =>
    visibleWords(text).map(({ words, line }) => `${path}:${line} “${words}”`),
  );
  expect(words).toEqual([]);
});

test("the checks see what they are there for", () => {
  const text =
    'msg("no-such-message"); html`<p title="Spoken">§{msg(`room-§{x}`)} Seen</p>`; gate.message(a ? "b-c" : "d-e")'.replaceAll(
      "§",
      "$",
    );
  expect(
    literals(text)
      .filter(({ isMessageId }) => isMessageId)
      .map(({ pattern }) => pattern),
  ).toEqual(["no-such-message", "room-*", "b-c", "d-e"]);
  expect(visibleWords(text).map(({ words }) => words)).toEqual(["Spoken", "Seen"]);
  expect(matches("room-*", "room-undo")).toBe(true);
  expect(matches("room-*", "cover-turn")).toBe(false);
});
