import { expect, test } from "vitest";
import { entries, publicExports } from "./publicExports.js";

// A change here is a change of what users may rely on: update with `npm run test:unit -- -u` and write it into CHANGELOG.md.
test("the exported names are those of the snapshot", async () => {
  const surface = Object.entries(entries).map(([entry, path]) => {
    const lines = publicExports(path).map(({ name, kind }) => `  ${kind.padEnd(5)} ${name}`);
    return [entry, ...lines].join("\n");
  });
  await expect(`${surface.join("\n\n")}\n`).toMatchFileSnapshot("publicSurface.snap.txt");
});
