import { describe, expect, test } from "vitest";
import { cameraOn } from "../../../web/src/scene/camera.js";

const phone = { width: 320, height: 229 };
const projector = { width: 1872, height: 864 };
const gate = (x: number, y: number) => ({ x, y, width: 180, height: 120 });

/** What of the picture is in the window. */
function seen(
  focus: ReturnType<typeof gate>,
  window: typeof phone,
  picture: typeof phone,
  mode: "phone" | "projector",
) {
  const { x, y, scale } = cameraOn(focus, window, picture, mode);
  const [left, top] = [0 - x / scale, 0 - y / scale];
  return { left, top, right: left + window.width / scale, bottom: top + window.height / scale, scale };
}

describe("a picture that is larger than the window", () => {
  const picture = { width: 1000, height: 500 };

  test("is shown with the gate in the middle", () => {
    expect(seen(gate(400, 200), phone, picture, "phone")).toMatchObject({ left: 330, right: 650, top: 145.5 });
  });

  test("is shown from its edge as long as the gate can be seen: the legend is not cut", () => {
    expect(seen(gate(40, 70), phone, picture, "phone")).toMatchObject({ left: 0, top: 0 });
    expect(seen(gate(790, 370), phone, picture, "phone")).toMatchObject({ right: 1000, bottom: 500 });
  });
});

describe("a picture that just fits", () => {
  test("a projector shows it to the flag and goes without the margin", () => {
    const { left, right, scale } = seen(gate(24, 70), projector, { width: 1043, height: 400 }, "projector");
    expect(left).toBeLessThan(24);
    expect(right).toBeGreaterThan(1043 - 24);
    expect(15 * scale).toBeGreaterThanOrEqual(28);
  });

  test("a small projector shows it to the flag as well, as far as its numbers can be read", () => {
    const small = { width: 736, height: 700 };
    const { left, right, scale } = seen(gate(24, 70), small, { width: 1043, height: 400 }, "projector");
    expect(left).toBeLessThan(24);
    expect(right).toBeGreaterThan(1043 - 24);
    expect(15 * scale).toBeGreaterThanOrEqual(10.9);
    expect(seen(gate(24, 70), small, { width: 4000, height: 400 }, "projector").scale).toBeGreaterThanOrEqual(0.728);
  });
});
