import { asFields, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** The tools of one answer that Google runs itself: code execution, search and their like. */
export interface GeminiServerTools {
  /** Reads one part of an answer; other parts than these tools' give nothing. `answerId` makes ids. */
  read(part: Fields, answerId: string): Generator<StreamPart, void, undefined>;
}

/** Begins with no call. */
export function createGeminiServerTools(): GeminiServerTools {
  let count = 0;
  let last: string | undefined;

  function* read(part: Fields, answerId: string): Generator<StreamPart, void, undefined> {
    const code = part["executableCode"];
    const call = part["toolCall"];
    if (code || call) {
      const asked = asFields(code ?? call);
      last = asText(asked["id"]) ?? `server-${answerId}-${count}`;
      count += 1;
      const toolName = code
        ? "code_execution"
        : (asText(asked["toolType"])?.toLowerCase() ?? "tool");
      const input = code ? withoutId(asked) : (asked["args"] ?? {});
      yield {
        type: "tool-input-available",
        toolCallId: last,
        toolName,
        input,
        providerExecuted: true,
      };
      return;
    }
    const result = part["codeExecutionResult"] ?? part["toolResponse"];
    const told = asFields(result);
    const toolCallId = asText(told["id"]) ?? last;
    if (!result || !toolCallId) return;
    const output = part["toolResponse"] ? (told["response"] ?? {}) : withoutId(told);
    yield { type: "tool-output-available", toolCallId, output, providerExecuted: true };
  }

  return { read };
}

function withoutId({ id: _id, ...fields }: Fields): Fields {
  return fields;
}
