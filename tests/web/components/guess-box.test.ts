import { expect, test } from "vitest";
import "../../../web/src/components/guess-box.js";
import "../../../web/src/locales/start.js";
import { listen, show, textOf } from "./support.js";

const box = {
  question: "How many?",
  choices: [
    { name: "one", text: "One" },
    { name: "two", text: "Two" },
  ],
  right: "two",
};

test("a choice is a button, in a group named by the question", async () => {
  const element = await show("guess-box", box);
  const heard = listen(element, "guess");
  expect(textOf(element.renderRoot.querySelector("fieldset > legend"))).toBe("How many?");
  element.renderRoot.querySelectorAll("button")[0]?.click();
  expect(heard.map(({ detail }) => detail)).toEqual([{ choice: "one" }]);
});

test("after the guess the choices say which was true and which was made, and can't be made again", async () => {
  const element = await show("guess-box", { ...box, guess: "one" });
  expect(element.renderRoot.querySelector("button")).toBeNull();
  expect([...element.renderRoot.querySelectorAll("li")].map(textOf)).toEqual(["One your guess", "True: Two"]);
});
