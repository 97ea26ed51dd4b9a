import { asFields, asList, asNumber, asText, type Fields } from "../looseJSON.js";
import type { ProviderMetadata } from "../messages.js";
import type { StreamPart } from "../streamParts.js";
import { readCarriedFacts } from "./carriedFacts.js";
import { callEnd } from "./callEnd.js";
import { isRunByAnthropic } from "./liteLLMServerCalls.js";
import { signedByGemini } from "./signatures.js";

interface Call {
  index: number | undefined;
  /** The server's own id; `undefined` where it gave none. */
  told: string | undefined;
  /** Its id in this answer. */
  id: string;
  name: string;
  input: string;
  metadata?: ProviderMetadata | undefined;
}

/** The tool calls of one answer, put together from their deltas. */
export interface ToolCalls {
  /** Reads the calls of one delta. `answerId` makes ids for servers that give none. */
  read(delta: Fields, answerId: string): Generator<StreamPart, void, undefined>;
  /** The finished calls, in order. */
  end(): Generator<StreamPart, void, undefined>;
  /** How many there are for the app to run. */
  count(): number;
}

/**
 * Begins with no call.
 *
 * @param provider Whose word it is that Anthropic ran a call, as in `Target`.
 */
export function createToolCalls(provider = "gateway"): ToolCalls {
  const calls: Call[] = [];

  function* read(delta: Fields, answerId: string): Generator<StreamPart, void, undefined> {
    for (const item of asList(delta["tool_calls"]).map(asFields)) yield* readOne(item, answerId);
    const legacy = asFields(delta["function_call"]);
    if (legacy["name"] || legacy["arguments"])
      yield* readOne({ index: 0, function: legacy }, answerId);
  }

  function* readOne(item: Fields, answerId: string): Generator<StreamPart, void, undefined> {
    const { name: rawName, arguments: rawInput } = asFields(item["function"]);
    const name = asText(rawName);
    const id = asText(item["id"]);
    let call = find(asNumber(item["index"]), id, name);
    if (!call) {
      // A call without a name is none: some servers send an empty one with every answer.
      if (!name) return;
      const index = asNumber(item["index"]);
      const wanted = id ?? `call-${answerId}-${calls.length}`;
      // Some servers call all of them "call_0". Their ends come together, so that nobody else can tell them apart.
      const isTaken = calls.some((other) => other.id === wanted);
      const own = isTaken ? `${wanted}-${calls.length + 1}` : wanted;
      call = { index, told: id, id: own, name, input: "" };
      calls.push(call);
      yield { type: "tool-input-start", toolName: name, ...factsOf(call.id) };
    }
    const said = { ...signedByGemini(item), ...readCarriedFacts("call", item) };
    if (Object.keys(said).length > 0) call.metadata ??= said;
    const inputTextDelta =
      typeof rawInput === "object" && rawInput !== null
        ? JSON.stringify(rawInput)
        : asText(rawInput);
    if (!inputTextDelta) return;
    call.input += inputTextDelta;
    yield { type: "tool-input-delta", toolCallId: call.id, inputTextDelta };
  }

  /** Which call a delta goes on with: by index, where that is missing by id, and where both are, the last one. */
  function find(
    index: number | undefined,
    id: string | undefined,
    name: string | undefined,
  ): Call | undefined {
    const found =
      index !== undefined
        ? calls.findLast((call) => call.index === index)
        : id
          ? calls.find((call) => call.told === id)
          : name
            ? undefined
            : calls.at(-1);
    // Some servers give every call the same index: a new id with a name is a new call all the same.
    return found?.told !== undefined && id && name && found.told !== id ? undefined : found;
  }

  function* end(): Generator<StreamPart, void, undefined> {
    for (const { id, name: toolName, input, metadata } of calls) {
      const block = isRunByAnthropic(id) && { [provider]: { block: "server_tool_use" } };
      yield callEnd(
        { toolName, ...factsOf(id) },
        input,
        block ? { ...metadata, ...block } : metadata,
      );
    }
  }

  return { read, end, count: () => calls.filter(({ id }) => !isRunByAnthropic(id)).length };
}

function factsOf(toolCallId: string): { toolCallId: string; providerExecuted?: boolean } {
  return { toolCallId, ...(isRunByAnthropic(toolCallId) && { providerExecuted: true }) };
}
