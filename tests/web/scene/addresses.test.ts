import { expect, test } from "vitest";
import { addressOf, placeOf } from "../../../web/src/scene/addresses.js";

test("on a host a page is a directory, its state the fragment", () => {
  expect(placeOf({ pathname: "/gc/labs/start/", hash: "#seed=3" }, false)).toEqual({
    path: "/gc/labs/start/",
    fragment: "seed=3",
  });
  expect(addressOf("../../", "labs/start/", "seed=3", false)).toBe("../../labs/start/#seed=3");
  expect(addressOf("../", "", "", false)).toBe("../");
  expect(addressOf("../../", "", "e=x*y", false)).toBe("../../#e=x*y");
});

test.each([
  ["", "#/", "/", ""],
  ["", "#e=x/y?&x=2", "/", "e=x/y?&x=2"],
  ["labs/start/", "#/labs/start/", "/labs/start/", ""],
  ["labs/start/", "#/labs/start/?seed=3&by=1/2?", "/labs/start/", "seed=3&by=1/2?"],
  ["reference/", "#/reference/", "/reference/", ""],
])("in a single file both are the fragment: %s %s", (path, hash, there, fragment) => {
  expect(addressOf("../../", path, fragment, true)).toBe(hash);
  expect(placeOf({ pathname: "/home/gradcircuit.html", hash }, true)).toEqual({ path: there, fragment });
});

test("a single file without a fragment shows the first page", () => {
  expect(placeOf({ pathname: "/home/gradcircuit.html", hash: "" }, true)).toEqual({ path: "/", fragment: "" });
});
