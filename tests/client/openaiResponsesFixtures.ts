import type { StreamPart } from "../../src/client/streamParts.js";
import type { Answer } from "./readAnswer.js";

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
