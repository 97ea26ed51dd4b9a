import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MarkdownParser, parseMarkdown } from "../../src/markdown/index.js";
import { corporaDir } from "../data.js";
import { unsafeAddresses } from "../markdown/addresses.js";

const dir = corporaDir();
const read = <Entry>(file: string): Entry[] =>
  dir ? (JSON.parse(readFileSync(join(dir, "xss", file), "utf8")) as Entry[]) : [];

const payloads = [
  ...read<string>("payloads.json"),
  ...read<{ payload: string }>("dompurify-expect.json").map(({ payload }) => payload),
];

/** Where an address may stand. */
const places: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `[a](${payload})`,
  (payload) => `[a](<${payload}>)`,
  (payload) => `![a](${payload} "t")`,
  (payload) => `<${payload}>`,
  (payload) => `[a]\n\n[a]: ${payload}\n`,
  (payload) => `| a |\n|---|\n| [a](${payload}) |`,
];

describe.skipIf(!dir)("an address that runs code", () => {
  test("is in no tree", () => {
    expect(payloads.length).toBeGreaterThan(2_400);
    const found = payloads.flatMap((payload) =>
      places.flatMap((place) => unsafeAddresses(parseMarkdown(place(payload)))),
    );
    expect(found).toEqual([]);
  });

  test("is in none while the text arrives", () => {
    const found = payloads.flatMap((payload) => {
      const parser = new MarkdownParser();
      return Array.from(`[a](${payload})`).flatMap((character) =>
        parser.append(character).flatMap((block) => unsafeAddresses(block)),
      );
    });
    expect(found).toEqual([]);
  });
});
