import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Answer } from "./readAnswer.js";

/** A hand-made answer and what a reader must make of it. */
export interface Fixture {
  name: string;
  body: string;
  expected: Omit<Answer, "error" | "parts"> & { error: string | null };
}

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

/** The fixture of that name. */
export function fixtureOf(folder: string, name: string): Fixture {
  const found = fixturesOf(folder).find((one) => one.name === name);
  if (!found) throw new Error(`There is no fixture "${folder}/${name}".`);
  return found;
}

/** An answer with nothing but what the expectations speak of; what is missing is null there. */
export function comparable({ parts: _parts, error, ...answer }: Answer): unknown {
  return JSON.parse(
    JSON.stringify({
      ...answer,
      finishReason: answer.finishReason ?? null,
      usage: answer.usage ?? null,
      error: error?.code ?? null,
    }),
  );
}
