import { expect, test } from "vitest";
import "../../../web/src/components/data-source.js";
import "../../../web/src/locales/data.js";
import { changeData, type DataChange, type DataSet, firstChoice, usedOf } from "../../../web/src/state/data-choice.js";
import { listen, show, textOf } from "./support.js";

const SETS: DataSet[] = [
  {
    name: "circle",
    samples: 200,
    inputs: 2,
    classes: true,
    formula: "radius 1 and 4",
    summary: "a ring around a disc",
  },
  { name: "new_one", samples: 50, inputs: 1, classes: false, formula: "x", summary: "something new" },
];

/** As a lab has it: what the element asks for comes back as its data. */
async function opened() {
  let choice = firstChoice(SETS[0] as DataSet);
  const element = await show("data-source", { sets: SETS, choice, used: usedOf(choice, SETS) });
  const heard = listen(element, "data-change");
  element.addEventListener("data-change", (event) => {
    choice = changeData(choice, (event as CustomEvent<DataChange>).detail, SETS);
    Object.assign(element, { choice, used: usedOf(choice, SETS) });
  });
  const find = <Found extends Element>(selector: string) => element.renderRoot.querySelector(selector) as Found;
  const write = async (text: string, type = "change", more: object = {}) => {
    const field = find<HTMLTextAreaElement>("textarea");
    field.value = text;
    field.dispatchEvent(Object.assign(new Event(type), more));
    await element.updateComplete;
  };
  const ownPressed = async () => {
    (element.renderRoot.querySelectorAll(".kinds button")[1] as HTMLElement).click();
    await element.updateComplete;
  };
  const problems = () => [...element.renderRoot.querySelectorAll(".problems li")].map(textOf);
  return { element, heard, find, write, ownPressed, problems, choice: () => choice };
}

test("the engine's data sets, in the page's words where there are some, else in the engine's", async () => {
  const { element, find, heard } = await opened();
  expect([...element.renderRoot.querySelectorAll("option")].map(textOf)).toEqual(["ring around a disc", "new_one"]);
  expect(textOf(find(".hint"))).toBe("a ring around a disc (radius 1 and 4)");
  const list = find<HTMLSelectElement>("select");
  list.value = "new_one";
  list.dispatchEvent(new Event("change"));
  await element.updateComplete;
  expect(heard.map(({ detail }) => detail)).toEqual([{ made: { name: "new_one" } }]);
  expect([...element.renderRoot.querySelectorAll("number-field")].map(({ value }) => value)).toEqual([50, 0, 1]);
});

test("what is wrong with a table is said row by row, and nothing is lost", async () => {
  const { element, find, write, ownPressed, problems } = await opened();
  await ownPressed();
  await write("x1,x2,y\n1,2,0\n3,4,1");
  expect(problems()).toEqual([]);
  await write("x1,x2,y\n1,abc,0\n3,4\n5,,1");
  expect(problems()).toEqual([
    "Row 2: “abc” is no number in column x2.",
    "Row 3 has 2 columns, row 1 has 3.",
    "Row 4: column x2 is empty.",
  ]);
  expect(textOf(find("#problems"))).toContain("Until that is mended, the last good samples stay in use.");
  expect(find<HTMLTextAreaElement>("textarea").value).toBe("x1,x2,y\n1,abc,0\n3,4\n5,,1");
  expect(find("textarea").getAttribute("aria-invalid")).toBe("true");
  expect(element.used?.names).toEqual(["x1", "x2"]);
});

test("what is pasted is read at once, what is typed when the field is left, and is not lost before", async () => {
  const { element, heard, find, write, ownPressed } = await opened();
  await ownPressed();
  await write("1,2,0\n3,4,1", "input", { inputType: "insertFromPaste" });
  expect(heard.at(-1)?.detail).toEqual({ text: "1,2,0\n3,4,1" });
  const before = heard.length;
  await write("1,2,0\n3,4,", "input", { inputType: "insertText" });
  element.samples = { inputs: [[1, 2]], targets: [[0]] };
  await element.updateComplete;
  expect([heard.length, find<HTMLTextAreaElement>("textarea").value]).toEqual([before, "1,2,0\n3,4,"]);
});

test("another column can be what the net should give", async () => {
  const { element, write, ownPressed, heard } = await opened();
  await ownPressed();
  await write("kind,x\na,1\nb,2");
  const list = element.renderRoot.querySelector("select") as HTMLSelectElement;
  expect([...list.options].map(({ text, selected }) => [text.trim(), selected])).toEqual([
    ["kind", false],
    ["x", true],
  ]);
  list.selectedIndex = 0;
  list.dispatchEvent(new Event("change"));
  await element.updateComplete;
  expect(heard.at(-1)?.detail).toEqual({ text: "kind,x\na,1\nb,2", target: 0 });
  expect(element.used).toMatchObject({ target: "kind", classes: ["a", "b"] });
});

test("a file is read like a paste; one that is too large is not read at all", async () => {
  const { element, heard, find, ownPressed, problems } = await opened();
  await ownPressed();
  const pick = async (file: object) => {
    const input = find<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", { value: [file], configurable: true });
    input.dispatchEvent(new Event("change"));
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  };
  await pick({ name: "a.csv", size: 11, text: async () => "1,2,0\n3,4,1" });
  expect(heard.at(-1)?.detail).toEqual({ text: "1,2,0\n3,4,1" });
  const before = heard.length;
  await pick({ name: "big.csv", size: 3_400_000, text: () => expect.unreachable("read") });
  expect(problems()).toEqual(["big.csv has 3.4 MB; there may be 1.0 MB."]);
  expect(heard).toHaveLength(before);
});

test("says where a link does not carry the samples", async () => {
  const { element, write, ownPressed } = await opened();
  await ownPressed();
  await write("1,2,0\n3,4,1");
  expect(textOf(element)).not.toContain("too many for a link");
  element.linked = false;
  await element.updateComplete;
  expect(textOf(element)).toContain("These samples are too many for a link.");
});

test("a column that is too large for nets is named, with a way to mend it", async () => {
  const { element, heard, find, write, ownPressed } = await opened();
  await ownPressed();
  await write("area,price\n100,200000\n50,100000");
  expect(textOf(element)).not.toContain("beyond 20");
  element.large = "area";
  await element.updateComplete;
  expect(textOf(element)).toContain("Column area has numbers beyond 20.");
  const button = [...element.renderRoot.querySelectorAll("button")].find((one) => textOf(one).startsWith("Bring"));
  button?.click();
  await element.updateComplete;
  expect(heard.at(-1)?.detail).toEqual({ isStandard: true });
  expect(find<HTMLTextAreaElement>("textarea").value).toBe("area,price\n1,1\n-1,-1");
});
