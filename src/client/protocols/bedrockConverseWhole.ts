import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { ConverseEvent } from "./bedrockConverseAnswer.js";

/** A whole answer as the events that would have brought it in a stream. */
export function* eventsOfWhole(answer: Fields): Generator<ConverseEvent, void, undefined> {
  const content = asList(asFields(asFields(answer["output"])["message"])["content"]).map(asFields);
  for (const [contentBlockIndex, block] of content.entries()) {
    yield { type: "contentBlockStart", fields: { contentBlockIndex, start: block } };
    for (const delta of deltasOf(block)) {
      yield { type: "contentBlockDelta", fields: { contentBlockIndex, delta } };
    }
    yield { type: "contentBlockStop", fields: { contentBlockIndex } };
  }
  yield { type: "messageStop", fields: answer };
  yield { type: "metadata", fields: answer };
}

/** What a finished block says, in the shape of deltas: most have it already. */
function deltasOf(block: Fields): Fields[] {
  if ("reasoningContent" in block) {
    const { reasoningText, ...rest } = asFields(block["reasoningContent"]);
    return [{ reasoningContent: { ...asFields(reasoningText), ...rest } }];
  }
  if ("toolResult" in block) return [{ toolResult: asFields(block["toolResult"])["content"] }];
  if ("citationsContent" in block) {
    const cited = asFields(block["citationsContent"]);
    const texts = asList(cited["content"]).map((item) => asText(asFields(item)["text"]) ?? "");
    return [
      { text: texts.join("") },
      ...asList(cited["citations"]).map((citation) => ({ citation })),
    ];
  }
  return [block];
}
