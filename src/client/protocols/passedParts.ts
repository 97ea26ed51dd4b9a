import { asFields, asList, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** The parts OpenAI's format has no word for: what the provider's own tools do, documents, and files that are no images. */
export type PassedPart = Extract<
  StreamPart,
  { type: "source-document" | "file" | `tool-${"input" | "output"}-${string}` }
>;

/** The fields without which a part says nothing: text, all of them. */
const needed: Readonly<Record<PassedPart["type"], readonly string[]>> = {
  "source-document": ["sourceId", "mediaType", "title"],
  file: ["url", "mediaType"],
  "tool-input-start": ["toolCallId", "toolName"],
  "tool-input-delta": ["toolCallId", "inputTextDelta"],
  "tool-input-available": ["toolCallId", "toolName"],
  "tool-input-error": ["toolCallId", "toolName", "errorText"],
  "tool-output-available": ["toolCallId"],
  "tool-output-error": ["toolCallId", "errorText"],
  "tool-output-denied": ["toolCallId"],
};

/** The parts a gateway has passed on as they were, out of the `provider_specific_fields` of a delta or a message. */
export function readPassedParts(holder: Fields): PassedPart[] {
  const chunks = asList(asFields(holder["provider_specific_fields"])["ui_message_chunks"]);
  return chunks.filter((chunk): chunk is PassedPart => {
    const fields = asFields(chunk);
    const type = String(fields["type"]);
    return (
      Object.hasOwn(needed, type) &&
      needed[type as PassedPart["type"]].every((name) => typeof fields[name] === "string")
    );
  });
}
