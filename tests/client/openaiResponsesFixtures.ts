import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { StreamPart } from "../../src/client/streamParts.js";
import type { Fixture } from "./openaiChatFixtures.js";
import type { Answer } from "./readAnswer.js";

const dir = fileURLToPath(new URL("../fixtures/openai-responses/", import.meta.url));

/** Every fixture of `tests/fixtures/openai-responses`: a body and an `.expected.json` beside it. */
export const responsesFixtures: Fixture[] = readdirSync(dir)
  .filter((file) => /\.(?:sse|json)$/.test(file) && !file.endsWith(".expected.json"))
  .map((file) => {
    const name = file.replace(/\.\w+$/, "");
    const expected = readFileSync(`${dir}${name}.expected.json`, "utf8");
    return {
      name,
      body: readFileSync(dir + file, "utf8"),
      expected: JSON.parse(expected) as Fixture["expected"],
    };
  });

/** The fixture of that name. */
export function responsesFixture(name: string): Fixture {
  const found = responsesFixtures.find((one) => one.name === name);
  if (!found) throw new Error(`There is no fixture "${name}".`);
  return found;
}

/** One event of a Responses stream. */
export type ResponseEvent = { type: string } & Record<string, unknown>;

/** Events as a stream of them. */
export function stream(...events: ResponseEvent[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}

/** A delta of text, of the first piece of the first item unless told otherwise. */
export function say(delta: string, at: object = {}): ResponseEvent {
  return { type: "response.output_text.delta", output_index: 0, content_index: 0, delta, ...at };
}

/** An item announced, or done. */
export function item(phase: "added" | "done", output_index: number, fields: object): ResponseEvent {
  return { type: `response.output_item.${phase}`, output_index, item: fields };
}

/** The end of a stream. */
export function completed(response: object = {}): ResponseEvent {
  return { type: "response.completed", response: { status: "completed", ...response } };
}

/** The parts of one type. */
export function partsOfType<Type extends StreamPart["type"]>(
  { parts }: Answer,
  type: Type,
): (StreamPart & { type: Type })[] {
  return parts.filter((part): part is StreamPart & { type: Type } => part.type === type);
}
