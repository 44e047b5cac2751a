import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../../../web/cli/gradcircuit.mjs", import.meta.url));

function run(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { input, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("gradcircuit explain", () => {
  it("prints the explanation", () => {
    const { status, stdout, stderr } = run(["explain", "(x+y)*z", "--at", "x=-2,y=5,z=-4"]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const reply = JSON.parse(stdout);
    expect(reply.output.value).toBe(-12);
    expect(reply.inputs.map(({ gradient }: { gradient: number }) => gradient)).toEqual([-4, -4, 3]);
    expect(stdout).toContain('"span": [1, 2]');
  });

  it("takes vectors, an output, what to open and what to include", () => {
    const args = ["--at", "w=[2,-3],x=[-1,-2]", "--output", "z", "--expand", "sigmoid", "--include", "steps,check"];
    const reply = JSON.parse(run(["explain", "z = w.T @ x\nf = sigmoid(z)", ...args]).stdout);
    expect(reply.output.value).toBe(4);
    expect(reply.steps.length).toBeGreaterThan(0);
    expect(Object.keys(reply.check)).toEqual(["w", "x"]);
  });

  it("points at what is wrong", () => {
    const { status, stdout, stderr } = run(["explain", "a = 1\nb = 5x + 3"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: "missing_operator", span: [11, 12] } });
    expect(stderr).toBe("error: an operator is missing; write 5*x + 3\n2 | b = 5x + 3\n  |      ^\n");
  });

  it.each([
    [["explain"], "gradcircuit: explain takes one program, in quotes\n"],
    [["explain", "x", "--at", "x=1e400"], "gradcircuit: --at: '1e400' is not a finite number\n"],
    [["explain", "x", "--at", "2=3"], "gradcircuit: --at: cannot read '2=3'; write name=number\n"],
    [["explain", "x", "--at", "x=[1,"], "gradcircuit: --at: cannot read the matrix '[1,'\n"],
  ])("refuses %j in one line", (args, message) => {
    expect(run(args)).toEqual({ status: 2, stdout: "", stderr: message });
  });
});

it("batch answers line by line, whatever a line holds", () => {
  const lines = [
    JSON.stringify({ call: "explain", request: { program: "x*x", at: { x: 3 } } }),
    "not JSON",
    JSON.stringify({ call: "grade" }),
    '{"call": "explain", "request": {"program": "\\ud800"}}',
    JSON.stringify({ call: "describe" }),
    JSON.stringify({ call: "explain" }),
    JSON.stringify({ call: "train", request: { program: "x^2", optimizer: { name: "gd" }, steps: 2 } }),
  ];
  const { status, stdout } = run(["batch"], `${lines.join("\n")}\n`);
  expect(status).toBe(0);
  const replies = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(replies.map(({ ok }) => ok)).toEqual([true, false, false, false, true, false, true]);
  expect(replies[0].output.value).toBe(9);
  expect(replies[4].ops.length).toBeGreaterThan(50);
  expect(replies[4].training.optimizers[0].name).toBe("gd");
  expect(replies[1].error.message).toBe("line is not JSON");
  expect(replies[6].frames).toHaveLength(3);
});
