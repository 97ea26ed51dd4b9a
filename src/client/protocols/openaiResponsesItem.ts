import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { ProviderMetadata } from "../messages.js";
import type { Target } from "../protocol.js";
import type { StreamPart } from "../streamParts.js";
import { createFunctionCall, type OutputCall } from "./openaiResponsesCall.js";
import { reasoningMetadata } from "./openaiResponsesReasoning.js";
import { createServerCall, isServerCall, type ServerCall } from "./openaiResponsesServerCall.js";
import {
  createItemText,
  type ItemText,
  type PieceMetadata,
  refusalMetadata,
} from "./openaiResponsesText.js";

/** One output item of an answer: a message, thoughts, or a call. */
export interface OutputItem {
  readonly text: ItemText;
  /** What the server says the item is; `undefined` while it has not said so. */
  type(): string | undefined;
  /** The same, or what it looks like as long as the server has not said so. */
  likelyType(): string;
  isEnded(): boolean;
  /** The call of one of the app's tools, begun if need be: its arguments may come before its item does. */
  functionCall(): OutputCall;
  call(): OutputCall | undefined;
  serverCall(): ServerCall | undefined;
  /** Takes the item as it is announced. */
  begin(fields: Fields): Generator<StreamPart, void, undefined>;
  /** Ends the item, with all that the server says of it at the end, if it does. */
  end(fields?: Fields): Generator<StreamPart, void, undefined>;
}

/** Begins an item. `name` is its own within the answer and makes ids; `target` owns the metadata. */
export function createOutputItem(name: string, target: Target): OutputItem {
  let item: Fields = {};
  let isEnded = false;
  // What is encrypted at first is not yet what was thought.
  let isDone = false;
  let call: OutputCall | undefined;
  let server: ServerCall | undefined;

  const metadata: PieceMetadata = (kind, isLast) => {
    if (kind === "text" || kind === "refusal") return messageMetadata(item, kind, target);
    return reasoningMetadata(
      {
        itemId: asText(item["id"]),
        // Once is enough: it may be long.
        encryptedContent: isLast && isDone ? asText(item["encrypted_content"]) : undefined,
        raw: kind === "reasoning",
      },
      target,
    );
  };
  const text = createItemText(name, metadata);
  const type = (): string | undefined => asText(item["type"]);
  const functionCall = (): OutputCall => (call ??= createFunctionCall(`call-${name}`));

  function* begin(fields: Fields): Generator<StreamPart, void, undefined> {
    item = fields;
    const kind = type() ?? "";
    if (kind === "function_call") functionCall();
    else if (isServerCall(kind)) call = server ??= createServerCall(fields, `call-${name}`);
    if (call) yield* call.begin(item);
  }

  function* end(fields?: Fields): Generator<StreamPart, void, undefined> {
    if (isEnded) return;
    isEnded = true;
    if (fields) {
      isDone = true;
      yield* begin(fields);
      yield* settleText();
      const isWordless = !text.has("summary") && !text.has("reasoning");
      const isSealed = type() === "reasoning" && asText(item["encrypted_content"]);
      if (isWordless && isSealed) yield* wordlessThoughts();
    }
    yield* text.end();
    if (call) yield* call.end(item);
  }

  function* settleText(): Generator<StreamPart, void, undefined> {
    for (const [index, piece] of asList(item["summary"]).map(asFields).entries()) {
      yield* text.settle("summary", index, asText(piece["text"]) ?? "");
    }
    for (const [index, piece] of asList(item["content"]).map(asFields).entries()) {
      const refusal = asText(piece["refusal"]);
      const kind = type() === "reasoning" ? "reasoning" : refusal ? "refusal" : "text";
      yield* text.settle(kind, index, refusal ?? asText(piece["text"]) ?? "");
    }
  }

  /** Thoughts without a word still have to be sent back. */
  function* wordlessThoughts(): Generator<StreamPart, void, undefined> {
    const id = `${name}-summary`;
    yield { type: "reasoning-start", id };
    yield { type: "reasoning-end", id, ...metadata("summary", true) };
  }

  return {
    text,
    type,
    likelyType: () =>
      type() ??
      (call ? "function_call" : text.has("text") || text.has("refusal") ? "message" : "reasoning"),
    isEnded: () => isEnded,
    functionCall,
    call: () => call,
    serverCall: () => server,
    begin,
    end,
  };
}

function messageMetadata(
  item: Fields,
  kind: "text" | "refusal",
  target: Target,
): { providerMetadata?: ProviderMetadata } {
  const refusal = kind === "refusal" ? refusalMetadata : {};
  const phase = asText(item["phase"]);
  const own = phase ? { [target.provider]: { ...refusal[target.provider], phase } } : {};
  const providerMetadata: ProviderMetadata = { ...refusal, ...own };
  return Object.keys(providerMetadata).length > 0 ? { providerMetadata } : {};
}
