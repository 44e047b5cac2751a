import { readFile } from "node:fs/promises";
import { FluentParser, type Message, TextElement } from "@fluent/syntax";
import type { SubPage } from "./sub-pages.js";

const TEXTS = new URL("../../web/locales/en/labs.ftl", import.meta.url);

/** A page for each lab: whatever has a title in labs.ftl. */
export async function labPages(): Promise<SubPage[]> {
  const { body } = new FluentParser().parse(await readFile(TEXTS, "utf8"));
  const messages = body.filter((entry): entry is Message => entry.type === "Message");
  return messages.flatMap((message) => {
    const title = attribute(message, "title");
    const description = attribute(message, "question");
    return title && description ? [{ name: message.id.name.replace(/^labs-/, ""), title, description }] : [];
  });
}

function attribute({ attributes }: Message, name: string): string | undefined {
  const found = attributes.find(({ id }) => id.name === name);
  return found?.value.elements.map((element) => (element instanceof TextElement ? element.value : "")).join("");
}
