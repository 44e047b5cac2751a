/**
 * A picture of every circuit of the gallery, all steps done, in both themes: tests/web/gallery/pictures. After a change to
 * a scene, `UPDATE_GOLDEN=1 npm run test:browsers` writes them anew, and somebody looks at them.
 */
import { GALLERY } from "../../../../web/src/scene/gallery.js";
import { formatLink } from "../../../../web/src/state/url.js";
import { expect, test } from "../support/room-fixture.js";

/** So many pixels may differ by more than a fifth in colour: less than a digit, more than the edge of a letter. */
const TOLERANCE = { maxDiffPixels: 20, threshold: 0.2 };

// enough for the largest circuit to be seen whole
test.use({ viewport: { width: 1800, height: 1400 } });

for (const theme of ["light", "dark"] as const) {
  test(`the gallery, ${theme}`, async ({ room, site }) => {
    test.setTimeout(120_000);
    await room.page.emulateMedia({ reducedMotion: "reduce" });
    for (const { id, program, at, expand } of GALLERY) {
      await test.step(id, async () => {
        const link = formatLink({
          program,
          at: new Map(Object.entries(at)),
          theme,
          ...(expand && { open: [...expand] }),
        });
        await room.open(await site.address("site", link));
        await room.clearPicture();
        await expect.soft(room.picture).toHaveScreenshot(`${id}-${theme}.png`, TOLERANCE);
      });
    }
  });
}
