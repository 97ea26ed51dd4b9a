import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Fixture } from "./openaiChatFixtures.js";

const dir = fileURLToPath(new URL("../fixtures/anthropic-messages/", import.meta.url));

/** Every fixture of `tests/fixtures/anthropic-messages`: a body and an `.expected.json` beside it. */
export const fixtures: Fixture[] = readdirSync(dir)
  .filter((file) => /\.(?:sse|json)$/.test(file) && !file.endsWith(".expected.json"))
  .map((file) => {
    const name = file.replace(/\.\w+$/, "");
    const expected: unknown = JSON.parse(readFileSync(`${dir}${name}.expected.json`, "utf8"));
    return {
      name,
      body: readFileSync(dir + file, "utf8"),
      expected: expected as Fixture["expected"],
    };
  });

/** The fixture of that name. */
export function fixture(name: string): Fixture {
  const found = fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`There is no fixture "${name}".`);
  return found;
}
