/** The policy holds wherever a circuit or a lab is met, and its refusals are seen: else "no complaints" would say nothing. */
import { expect, test } from "../support/fixtures.js";
import { LABS } from "../support/labs.js";
import { PLACES, type Place } from "../support/site.js";
import type { Tab } from "../support/tab.js";

const REFUSED_SCRIPT = expect.stringContaining("policy: script-src-elem refused inline");
const REFUSED_MARKUP = expect.stringContaining("policy: require-trusted-types-for refused");
const REFUSED_CODE = expect.stringContaining("policy: require-trusted-types-for refused trusted-types-sink");

interface Outcome {
  script: boolean;
  markup: boolean;
  code: boolean;
}

/** What an attacker would try; true is what worked. */
function attack(tab: Tab): Promise<Outcome> {
  return tab.run(async () => {
    // later, since a debugger's own call stack is exempt from the rules on eval
    await new Promise((later) => setTimeout(later));
    const works = (attempt: () => void) => {
      try {
        attempt();
        return true;
      } catch {
        return false;
      }
    };
    const paragraph = document.createElement("p");
    return {
      script: "intruded" in window,
      markup: works(() => {
        paragraph.innerHTML = "<b>bold</b>";
      }),
      code: works(() => Reflect.apply(Reflect.get(window, "eval"), window, ["1 + 1"])),
    };
  });
}

/** Whatever is one page with a policy of its own. */
const PAGES: [place: Place, page?: string][] = [
  ...PLACES.map((place): [Place] => [place]),
  ...LABS.map((lab): [Place, string] => ["embed", `embed/${lab}.html`]),
];

for (const [place, page] of PAGES) {
  const where = page ?? place;
  test(`${where}: a script that got in does not run, and text does not become markup or code`, async ({ visit }) => {
    const tab = await visit(place, "", { intruder: true }, page);
    expect(await attack(tab)).toEqual({ script: false, markup: false, code: false });
    expect(await tab.complaints()).toEqual(expect.arrayContaining([REFUSED_SCRIPT, REFUSED_MARKUP, REFUSED_CODE]));
  });

  test(`${where}: without the policy all of that works`, async ({ visit }) => {
    const tab = await visit(place, "", { intruder: true, unprotected: true }, page);
    expect(await attack(tab)).toEqual({ script: true, markup: true, code: true });
  });
}
