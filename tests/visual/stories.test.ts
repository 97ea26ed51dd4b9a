import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStories, whyNoPictures, type Stories, type View } from "../../scripts/stories.mjs";
import { keyStories } from "./keyStories.mjs";

const views: View[] = [
  { theme: "light", width: 900 },
  { theme: "dark", width: 360 },
];
/** How many pixels may differ: processors round the edges of curves in their own way. */
const mostPixels = 100;
const updates = process.env["POLYLOGUE_UPDATE_PICTURES"] === "1";
const reason = await whyNoPictures();
if (reason) console.log(`Pictures are not compared: ${reason}`);

/** Pixels that look different from the picture kept; what is new, or wanted anew, is written down. */
function changedPixels(name: string, shot: Buffer): number {
  const kept = `tests/visual/pictures/${name}`;
  if (updates) {
    writeFileSync(kept, shot);
    return 0;
  }
  const before = PNG.sync.read(existsSync(kept) ? readFileSync(kept) : shot);
  const now = PNG.sync.read(shot);
  const { width, height } = before;
  const drawn = new PNG({ width, height });
  const isSameSize = width === now.width && height === now.height;
  const changed =
    !existsSync(kept) || !isSameSize
      ? width * height
      : pixelmatch(before.data, now.data, drawn.data, width, height, { threshold: 0.1 });
  if (changed > 0) {
    mkdirSync("dist-pictures", { recursive: true });
    writeFileSync(`dist-pictures/${name}`, shot);
    writeFileSync(
      `dist-pictures/${name.replace(".png", "-difference.png")}`,
      PNG.sync.write(drawn),
    );
  }
  return changed;
}

test("pictures are compared wherever changes are accepted", () => {
  expect(process.env["CI"] ? reason : undefined).toBeUndefined();
});

test("each picture kept is of a story that is compared, and each such story has its pictures", () => {
  const wanted = keyStories.flatMap((id) => views.map(({ theme }) => `${id}-${theme}.png`));
  expect(readdirSync("tests/visual/pictures").toSorted()).toEqual(wanted.toSorted());
});

describe.skipIf(reason)("looks as it did", () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await openStories();
  });
  afterAll(() => stories.close());

  describe.each(views)("$theme, $width pixels wide", (view) => {
    test.each(keyStories)("%s", async (id) => {
      const name = `${id}-${view.theme}.png`;
      const shot = await stories.shoot(id, view);
      expect(
        changedPixels(name, shot),
        `changed pixels; the two are dist-pictures/${name} and tests/visual/pictures/${name}`,
      ).toBeLessThanOrEqual(mostPixels);
    });
  });
});
