import { describe, expect, test } from "vitest";
import { findCrossings, findNamesakes } from "../../scripts/check-layers.mjs";

const crossings = (path, text) => findCrossings(new Map([[path, text]]));

describe("a line that crosses a layer is found", () => {
  test.each([
    ["engine/ops/op.hpp", '#include "engine/graph/graph.hpp"'],
    ["engine/text/parse.cpp", '#  include "engine/diff/forward.hpp"'],
    ["engine/diff/backward.cpp", '#include "engine/text/parse.hpp"'],
    ["engine/explain/explain.cpp", '#include "engine/train/train.hpp"'],
    ["engine/explain/explain.cpp", "#include <nlohmann/json.hpp>"],
    ["wasm_bindings/to_json.cpp", '#include "engine/graph/graph.hpp"'],
    ["web/src/scene/model.ts", 'import { decode } from "../engine/protocol.js";'],
    ["web/src/scene/model.ts", 'import type { Engine } from "../engine/client.js";'],
    ["web/src/scene/circuit.ts", 'import { svg } from "lit";'],
    ["web/src/components/a.ts", 'import {\n  a,\n  b,\n} from "../rooms/b.js";'],
    ["web/src/components/a.ts", 'export * from "../engine/client.js";'],
    ["web/src/components/a.ts", 'const late = await import("../rooms/b.js");'],
    ["web/src/state/url.ts", 'import "../rooms/b.js";'],
    ["web/src/elsewhere/a.ts", 'import "lit";'],
  ])("%s: %s", (path, text) => {
    const [only, ...others] = crossings(path, text);
    expect(only).toMatch(/may not use/);
    expect(others).toEqual([]);
  });

  test("with its file and line", () => {
    const text = '#include <vector>\n\n#include "engine/text/parse.hpp"\n';
    const message = "engine/diff/paths.cpp:3: engine/diff/ may not use engine/text/parse.hpp";
    expect(crossings("engine/diff/paths.cpp", text)).toEqual([message]);
  });

  test("a folder that the table does not know", () => {
    expect(crossings("engine/new/x.cpp", "")).toEqual([expect.stringContaining("lies in no layer")]);
  });
});

describe("a line within the layers is not", () => {
  test.each([
    ["engine/diff/backward.cpp", '#include "engine/graph/graph.hpp"\n#include <vector>'],
    ["engine/diff/backward.cpp", '#include "engine/diff/backward.hpp"'],
    ["wasm_bindings/to_json.cpp", '#include <nlohmann/json.hpp>\n#include "engine/gradcircuit.hpp"'],
    ["web/src/scene/model.ts", 'import type { Step } from "../engine/protocol.js";'],
    ["web/src/components/a.ts", 'import { css } from "lit";\nimport { map } from "lit/directives/map.js";'],
    ["web/src/components/a.ts", 'export type Name = "web/src/rooms/b.js";'],
  ])("%s: %s", (path, text) => {
    expect(crossings(path, text)).toEqual([]);
  });
});

test("two types of one name in one namespace are found, wherever they are", () => {
  const header = (name, namespace = "gradcircuit") =>
    `namespace ${namespace} {\n\nstruct ${name} {\n};\n\n}  // namespace ${namespace}\n`;
  const a = ["engine/explain/a.hpp", header("Run")];
  expect(
    findNamesakes(
      new Map([
        a,
        ["engine/train/b.hpp", `namespace gradcircuit {\n\n${header("Most", "limits")}\nstruct Run : Walk {\n`],
      ]),
    ),
  ).toEqual(["engine/train/b.hpp: gradcircuit::Run is a type of engine/explain/a.hpp, too; give one another name"]);
  const others = [header("Walk"), header("Run", "gradcircuit::ops"), "namespace gradcircuit {\nstruct Run;\n"];
  for (const text of others) expect(findNamesakes(new Map([a, ["engine/train/b.hpp", text]]))).toEqual([]);
});
