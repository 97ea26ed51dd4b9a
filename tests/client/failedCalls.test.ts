import { describe, expect, test } from "vitest";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import type { ChatRequest } from "../../src/client/types.js";
import { atGateway, ids, nameOf } from "./historyRoutes.js";
import { writers } from "./historyStreams.js";

/** A history in which one call failed and another was not allowed. */
function history(model: string): ChatRequest {
  const call = (toolCallId: string) => ({
    type: "tool-look" as const,
    toolCallId,
    input: { at: 1 },
  });
  return {
    model,
    messages: [
      { id: "u", role: "user", parts: [{ type: "text", text: "Look." }] },
      {
        id: "a",
        role: "assistant",
        metadata: { model },
        parts: [
          { ...call("call_1"), state: "output-error", errorText: "No light." },
          { ...call("call_2"), state: "output-denied", approval: { id: "p", approved: false } },
          { ...call("call_3"), state: "output-available", output: "A cat." },
        ],
      },
      { id: "v", role: "user", parts: [{ type: "text", text: "Again." }] },
    ],
  };
}

/** How a protocol says that a call failed. */
const flags: Readonly<Record<string, string>> = {
  "anthropic-messages": '"is_error":true',
  "bedrock-converse": '"status":"error"',
  "gemini-generate": '"error":"No light."',
};

describe("a failed call is one to the provider, with a gateway between as without", () => {
  test.each(ids)("%s", async (id) => {
    const { target } = writers[id]!;
    const protocol = await loadProtocol(id);
    const request = history(nameOf(writers[id]!));
    const [direct, carried] = [request, atGateway(request)].map((one) =>
      JSON.stringify(protocol.toRequest(one, target).body),
    );
    expect(carried).toEqual(direct);
    expect(carried!.split(flags[id] ?? "No light.")).toHaveLength(
      id.startsWith("anthropic") || id.startsWith("bedrock") ? 3 : 2,
    );
  });
});
