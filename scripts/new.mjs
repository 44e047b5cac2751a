/** `npm run new value-gauge` writes web/src/components/value-gauge.ts and the test that mirrors it. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure, main } from "./lib/run.mjs";

const component = (tag, name) => `/** Shows …: say it in one sentence. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { LocaleController } from "../locales/index.js";

export class ${name} extends LitElement {
  static override properties = {
    label: { type: String },
  };
  declare label: string;

  constructor() {
    super();
    this.label = "";
    new LocaleController(this);
  }

  static override styles = css\`
    :host {
      display: block;
    }
  \`;

  override render(): TemplateResult {
    return html\`<div role="group" aria-label=\${this.label}></div>\`;
  }
}

customElements.define("${tag}", ${name});

declare global {
  interface HTMLElementTagNameMap {
    "${tag}": ${name};
  }
}
`;

const mirroredTest = (tag) => `import { expect, test } from "vitest";
import "../../../web/src/components/${tag}.js";
import { show } from "./support.js";

test("has an accessible name", async () => {
  const { renderRoot } = await show("${tag}", { label: "cost" });
  expect(renderRoot.querySelector("[role=group]")?.getAttribute("aria-label")).toBe("cost");
});
`;

await main(async () => {
  const tag = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag)) throw new Failure("usage: npm run new two-words");
  const name = tag.replace(/(?:^|-)(\w)/g, (_match, letter) => letter.toUpperCase());
  const files = {
    [`web/src/components/${tag}.ts`]: component(tag, name),
    [`tests/web/components/${tag}.test.ts`]: mirroredTest(tag),
  };
  for (const file of Object.keys(files)) if (existsSync(file)) throw new Failure(`${file} exists already`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`new: ${file}`);
  }
});
