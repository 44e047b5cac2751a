/** Circuits of the course as they are drawn: what stands on the picture, what arrives where, what Why says. */
import { expect, test } from "../support/room-fixture.js";

const NEURON = "e=1/(1%2Bexp(-(w0*x0%2Bw1*x1%2Bw2)))&w0=2&x0=-1&w1=-3&x1=-2&w2=-3";

test("the sigmoid neuron: numbers on the drawing, all the digits in Why", async ({ room, site }) => {
  await room.open(await site.address("site", NEURON));
  for (const [input, gradient] of [
    ["w0", "−0.20"],
    ["x0", "0.39"],
    ["w1", "−0.39"],
    ["x1", "−0.59"],
    ["w2", "0.20"],
  ] as const) {
    await expect(room.gradient(input)).toContainText(gradient);
    await expect(room.drawn(gradient).first()).toBeVisible();
  }
  await expect(room.drawn("0.73")).toBeVisible();
  await room.gradient("w2").press("Enter");
  await expect(room.page.getByRole("button", { name: "0.19661193324148188" })).toBeVisible();
});

test("x in (x + y) * z + x is used twice: the second wire adds", async ({ room, site }) => {
  await room.page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site", "e=(x+y)*z%2Bx&x=-2&y=5&z=-4&step=4"));
  await expect(room.gradient("x")).toHaveCount(0);
  await room.timeline.press("ArrowRight");
  const seen: string[] = [];
  for (let step = 0; step < 5; step++) {
    seen.push(`${(await room.row("x").textContent())?.replace(/\s+/g, " ").trim()}`);
    await room.timeline.press("ArrowRight");
  }
  expect(seen.filter((row) => row.includes("1 of 2")).length).toBeGreaterThan(0);
  await expect(room.gradient("x")).toHaveText("Gradient at x −3");
  await expect(room.row("x")).not.toContainText("1 of 2");
  await expect(room.drawn("1 + (−4)")).toBeVisible();
});

test("x*x + x at 3 draws one x whose ledger receives 1, 3, 3 and shows 7", async ({ room, site }) => {
  await room.open(await site.address("site", "e=x*x%2Bx&x=3"));
  await expect(room.drawn("x")).toHaveCount(1);
  await expect(room.drawn("1 + 3 + 3")).toBeVisible();
  await expect(room.gradient("x")).toHaveText("Gradient at x 7");
});

for (const [program, value] of [
  ["-x^2", "−9"],
  ["2^3^2", "512"],
  ["2^-3", "0.125"],
  ["x^-2", "0.1111111111111111"],
] as const) {
  test(`${program} is ${value}`, async ({ room, site }) => {
    await room.open(await site.address("site", `e=f=${program}&x=3`));
    await room.value("f").press("Enter");
    await expect(room.why.getByText(value, { exact: true }).first()).toBeVisible();
  });
}

test("columns stay columns: the course's program has gradients for w, b and x", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.write("s(r) = 1 / (1 + exp(-r)); w = [2, -3]; b = -3; x = [-1, -2]; z = w.T @ x + b; f = s(z)");
  await expect(room.value("f")).toHaveText("Value of f 0.73");
  await expect(room.gradient("w")).toContainText(/−0\.20.*−0\.39/s);
  await expect(room.gradient("x")).toContainText(/0\.39.*−0\.59/s);
  await expect(room.gradient("b")).toContainText("0.20");
  await room.value("f").press("Enter");
  await expect(room.page.getByRole("button", { name: "0.7310585786300049" })).toBeVisible();
});

test("a group closes into one gate with the same numbers around it, and opens again", async ({ room, site }) => {
  await room.open(await site.address("site", "e=s(r)=1/(1%2Bexp(-r));f=s(w*x)&w=2&x=-1"));
  const rows = room.table.getByRole("row");
  const open = await rows.count();
  const gradient = await room.gradient("w").textContent();
  await room.picture.focus();
  await room.page.keyboard.press("-");
  await expect(rows).toHaveCount(open - 3);
  expect(await room.gradient("w").textContent()).toBe(gradient);
  await room.page.keyboard.press("+");
  await expect(rows).toHaveCount(open);
});

test("an error is underlined, explained, and corrected by one click", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.write("5x + 3");
  await expect(room.complaint).toContainText("An operator is missing.");
  await room.complaint.getByRole("button").click();
  await expect(room.program).toHaveText("5*x + 3");
  await expect(room.complaint).toBeEmpty();
});

test("nothing is asked of another host", async ({ room, site }) => {
  const hosts = new Set<string>();
  room.page.on("request", (request) => hosts.add(new URL(request.url()).host));
  const address = await site.address("site");
  await room.open(address);
  await room.program.click();
  await room.button("Examples").click();
  expect([...hosts].filter(Boolean)).toEqual([new URL(address).host]);
});
