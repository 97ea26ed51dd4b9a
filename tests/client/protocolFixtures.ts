import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Fixture } from "./openaiChatFixtures.js";

/** Every fixture of one folder of `tests/fixtures`: a body and an `.expected.json` beside it. */
export function fixturesOf(folder: string): Fixture[] {
  const dir = fileURLToPath(new URL(`../fixtures/${folder}/`, import.meta.url));
  return readdirSync(dir)
    .filter((file) => !file.endsWith(".expected.json"))
    .map((file) => {
      const name = file.replace(/\.\w+$/, "");
      const expected: unknown = JSON.parse(readFileSync(`${dir}${name}.expected.json`, "utf8"));
      return {
        name,
        body: readFileSync(dir + file, "utf8"),
        expected: expected as Fixture["expected"],
      };
    });
}
