import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";
import { callEnd } from "./callEnd.js";
import { addPartialArguments } from "./geminiGenerateArguments.js";

/** The function calls of one answer. */
export interface GeminiToolCalls {
  /** Reads a `functionCall` part: usually a whole call, on Vertex AI perhaps a piece of one. `answerId` makes ids. */
  read(part: Fields, answerId: string): Generator<StreamPart, void, undefined>;
  /** Finishes a call whose end was not announced. */
  end(): Generator<StreamPart, void, undefined>;
  count(): number;
}

interface Call {
  id: string;
  name: string;
  input: Record<string, unknown>;
  signature: string | undefined;
}

/** Begins with no call. */
export function createGeminiToolCalls(): GeminiToolCalls {
  let count = 0;
  let open: Call | undefined;

  function* read(part: Fields, answerId: string): Generator<StreamPart, void, undefined> {
    const call = asFields(part["functionCall"]);
    const name = asText(call["name"]);
    const signature = asText(part["thoughtSignature"]);
    if (name) {
      yield* end();
      const id = asText(call["id"]) ?? `call-${answerId}-${count}`;
      count += 1;
      yield { type: "tool-input-start", toolCallId: id, toolName: name };
      if (!isPiece(call)) return yield* whole({ id, name, signature }, call["args"]);
      open = { id, name, input: {}, signature };
    }
    if (!open) return;
    open.signature ??= signature;
    addPartialArguments(open.input, call["partialArgs"]);
    const goesOn = [call, ...asList(call["partialArgs"])].map(asFields);
    if (!goesOn.some(({ willContinue }) => willContinue === true)) yield* end();
  }

  function* end(): Generator<StreamPart, void, undefined> {
    if (!open) return;
    const { input, ...call } = open;
    open = undefined;
    yield* whole(call, input);
  }

  return { read, end, count: () => count };
}

function isPiece({ partialArgs, willContinue }: Fields): boolean {
  return Array.isArray(partialArgs) || willContinue === true;
}

function* whole(
  { id: toolCallId, name: toolName, signature }: Omit<Call, "input">,
  args: unknown,
): Generator<StreamPart, void, undefined> {
  const inputTextDelta = typeof args === "string" ? args : JSON.stringify(args ?? {});
  yield { type: "tool-input-delta", toolCallId, inputTextDelta };
  const metadata = signature ? { google: { thoughtSignature: signature } } : undefined;
  yield callEnd({ toolCallId, toolName }, inputTextDelta, metadata);
}
