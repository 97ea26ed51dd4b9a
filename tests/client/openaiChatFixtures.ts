import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Answer } from "./readAnswer.js";

/** A hand-made answer and what a reader must make of it. */
export interface Fixture {
  name: string;
  body: string;
  expected: Omit<Answer, "error" | "parts"> & { error: string | null };
}

const dir = fileURLToPath(new URL("../fixtures/openai-chat/", import.meta.url));

/** Every fixture of `tests/fixtures/openai-chat`: a body and an `.expected.json` beside it. */
export const fixtures: Fixture[] = readdirSync(dir)
  .filter((file) => /\.(?:sse|json)$/.test(file) && !file.endsWith(".expected.json"))
  .map((file) => {
    const name = file.replace(/\.\w+$/, "");
    return {
      name,
      body: readFileSync(dir + file, "utf8"),
      expected: JSON.parse(
        readFileSync(`${dir}${name}.expected.json`, "utf8"),
      ) as Fixture["expected"],
    };
  });

/** The fixture of that name. */
export function fixture(name: string): Fixture {
  const found = fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`There is no fixture "${name}".`);
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
