import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createEngine, createWorkbench } from "../../../web/src/engine/client.js";
import { hasMessage } from "../../../web/src/locales/index.js";
import { Session } from "../../../web/src/rooms/circuit/session.js";
import { formatLink, parseLink } from "../../../web/src/state/url.js";

const engine = await createEngine();
const larger = await createWorkbench();
const STAGED = "e=g=x%2By;h=g*z;f=h%2Bx&x=-2&y=5&z=-4";

function sessionOf(fragment = STAGED): Session {
  const session = new Session(engine, { changed: () => {}, settled: () => {}, workbench: async () => larger });
  session.open(parseLink(fragment));
  return session;
}
const answered = () => new Promise((resolve) => setTimeout(resolve));
const gradients = (session: Session) => session.explanation?.inputs.map(({ gradient }) => gradient);
const nodeOf = (session: Session, name: string) =>
  session.explanation?.graph.nodes.findIndex((node) => node.name === name) ?? -1;

async function planted(rule = "own_factor", name = "h", fragment = STAGED): Promise<Session> {
  const session = sessionOf(fragment);
  session.show("check");
  session.bugs?.handle({ do: "plant", bug: { rule, node: nodeOf(session, name) } });
  await answered();
  return session;
}

test("a planted bug makes picture, table and check wrong, and goes again", async () => {
  const session = await planted();
  expect(gradients(session)).toEqual([4, 3, -4]);
  await answered();
  expect(session.workbench?.explanation?.check_sweep?.entries.x?.[0]?.finding).toBe("differs");
  expect(session.workbench?.explanation?.suspects?.map(({ node }) => node)).toEqual([
    nodeOf(session, "h"),
    nodeOf(session, "h"),
  ]);
  session.bugs?.handle({ do: "remove" });
  expect(gradients(session)).toEqual([-3, -4, 3]);
  expect(session.explanation?.bug).toBeUndefined();
});

test("the search stops at the broken gate and points at it", async () => {
  const session = await planted();
  await answered();
  session.bugs?.handle({ do: "next" });
  expect(session.linked).toBe(nodeOf(session, "f"));
  session.bugs?.handle({ do: "rest" });
  expect(session.linked).toBe(nodeOf(session, "h"));
  expect(session.bugs?.game.compared).toBe(3);
  session.bugs?.handle({ do: "next" });
  expect(session.bugs?.game.compared).toBe(3);
});

test("a suspect is taken at its word only while one is asked for", async () => {
  const session = await planted();
  session.bugs?.handle({ do: "accuse", isOn: true });
  session.select(nodeOf(session, "g"));
  expect(session.bugs?.game.accused).toEqual({ node: nodeOf(session, "g"), isRight: false });
  expect(session.tab).toBe("check");
  session.select(nodeOf(session, "h"));
  expect(session.bugs?.game).toMatchObject({ accused: { isRight: true }, isAccusing: false });
  session.select(nodeOf(session, "g"));
  expect(session.tab).toBe("why");
});

test("a closed box stands for the gates that it hides", async () => {
  const session = sessionOf("e=g=3*exp(2*x);f=g%2Bx&x=0.5&mode=stages");
  const nodes = session.explanation?.graph.nodes ?? [];
  const exp = nodes.findIndex(({ op }) => op === "exp");
  const box = nodeOf(session, "g");
  expect(box).toBeGreaterThan(exp);
  session.show("check");
  session.bugs?.handle({ do: "plant", bug: { rule: "forgets_outside", node: exp } });
  await answered();
  await answered();
  session.bugs?.handle({ do: "rest" });
  expect(session.linked).toBe(box);
  session.bugs?.handle({ do: "accuse", isOn: true });
  session.select(box);
  expect(session.bugs?.game.accused).toEqual({ node: box, isRight: true });
});

test("a surprise is the same for the same number, and another one for others", async () => {
  const session = sessionOf();
  const links = new Set<string>();
  for (const number of [1, 2, 3, 4, 1]) {
    session.bugs?.handle({ do: "surprise", number });
    await answered();
    expect(session.bugs?.game).toMatchObject({ isSecret: true, number });
    links.add(formatLink(session.link()));
  }
  expect(links.size).toBe(4);
});

test("the link carries the bug, and whether it is a secret", async () => {
  const link = formatLink((await planted()).link());
  expect(link).toContain("&bug=own_factor.4");
  const session = sessionOf(`${link}.secret`);
  await answered();
  expect(gradients(session)).toEqual([4, 3, -4]);
  expect(session.bugs?.game.isSecret).toBe(true);
  for (const wrong of ["bug=own_factor", "bug=<b>.4", "bug=none.4", "bug=own_factor.99"]) {
    const other = sessionOf(`${STAGED}&${wrong}`);
    await answered();
    expect(gradients(other)).toEqual([-3, -4, 3]);
    expect(other.explanation?.bug).toBeUndefined();
    expect(formatLink(other.link())).not.toContain("bug=");
  }
});

test("a bug follows its gate through edits, undo and redo, and goes when the gate is gone", async () => {
  const session = await planted();
  session.edit("k = 2*y\ng = x + y\nh = g*z\nf = h + x + k");
  session.commit();
  expect(session.explanation?.bug?.node).toBe(nodeOf(session, "h"));
  session.undo();
  expect(session.explanation?.bug?.node).toBe(nodeOf(session, "h"));
  session.edit("x + y + z");
  session.commit();
  expect(session.explanation?.bug).toBeUndefined();
  session.undo();
  expect(session.explanation?.bug).toBeUndefined();
  expect(gradients(session)).toEqual([-3, -4, 3]);
});

test("another circuit has no bug, and nobody is asked for a wrong number", async () => {
  const session = await planted();
  session.covers.choose("gradients");
  expect(session.bugs?.planted).toBeNull();
  session.bugs?.handle({ do: "plant", bug: { rule: "own_factor", node: nodeOf(session, "h") } });
  await answered();
  expect(session.covers.mode).toBe("off");
  session.visit("e=x*y");
  expect(session.explanation?.bug).toBeUndefined();
});

test("without the larger engine nothing is planted, and that is known", async () => {
  const log = console.error;
  console.error = () => {};
  const session = new Session(engine, {
    changed: () => {},
    settled: () => {},
    workbench: () => Promise.reject(new Error("offline")),
  });
  session.open(parseLink(`${STAGED}&bug=own_factor.4`));
  await answered();
  console.error = log;
  expect(session.bugs?.failed).toBe(true);
  expect(gradients(session)).toEqual([-3, -4, 3]);
});

test("every rule that can be broken at one gate has its words", () => {
  const source = readFileSync("engine/diff/wrong_rules.cpp", "utf8");
  const ids = [...source.matchAll(/\.id = "(\w+)"/g)].map(([, id]) => id as string);
  const elsewhere = new Set(["forgets_inside", "no_activation", "summed", "transposed"]);
  expect(ids.length).toBeGreaterThan(45);
  expect(ids.filter((id) => !elsewhere.has(id) && !hasMessage(`bug-rule-${id}`))).toEqual([]);
});
