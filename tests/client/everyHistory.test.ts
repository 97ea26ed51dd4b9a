import { describe, expect, test } from "vitest";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import type { Target } from "../../src/client/protocol.js";
import { openaiChat } from "../../src/client/protocols/openaiChat.js";
import type { ChatRequest } from "../../src/client/types.js";
import { createChatStore } from "../../src/hooks/index.js";
import {
  atGateway,
  bodyFor,
  client,
  directly,
  gateway,
  ids,
  image,
  nameOf,
  pairs,
  type Route,
  throughGateway,
  throughGatewayWhole,
} from "./historyRoutes.js";
import { said, writers } from "./historyStreams.js";
import type { Piece } from "./sentTurns.js";

/** What the store sends to the model `to` after a conversation with the model `from`. */
async function historyOf(from: string, to: string, route: Route): Promise<ChatRequest> {
  const writer = writers[from]!;
  const protocol = await loadProtocol(from);
  const sent: ChatRequest[] = [];
  let backend = {
    model: nameOf(writer),
    client: client((request) => {
      sent.push(request);
      return route(protocol, sent.length === 1 ? writer.call : writer.answer, writer);
    }),
  };
  const store = createChatStore({ backend: () => backend });
  const files = [
    { type: "file" as const, mediaType: "image/png", url: `data:image/png;base64,${image}` },
  ];
  await store.sendMessage({ text: "Is this Oslo, and is it cold?", files });
  store.setMessages((messages) =>
    messages.map((message) => ({
      ...message,
      parts: message.parts.map((part) =>
        "toolCallId" in part
          ? { ...part, state: "output-available" as const, output: { celsius: 4 } }
          : part,
      ),
    })),
  );
  await store.sendMessage();
  expect(store.state.getState().error).toBeUndefined();
  backend = {
    model: nameOf(writers[to]!),
    // eslint-disable-next-line require-yield
    client: client(async function* (request) {
      sent.push(request);
    }),
  };
  await store.sendMessage({ text: "And tomorrow?" });
  return sent[2]!;
}

const proof = (from: string, step: number) => ({ proof: `sig-${from}-${step}` });
const noSignature = { proof: "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=" };

/** What the ids of calls may look like, where a provider is particular. */
const idPatterns: Readonly<Record<string, RegExp>> = {
  "anthropic-messages": /^[\w-]+$/,
  "bedrock-converse": /^[\w-]{1,64}$/,
};

/** What of its own thinking each protocol gets back: before the first text, with the call, before and with the second. */
interface Own {
  first?: Piece[];
  plan?: Piece[];
  call?: { proof: string };
  second?: Piece[];
  text?: { proof: string };
}

function ownOf(id: string): Own {
  const [one, two] = said.thoughts;
  switch (id) {
    case "anthropic-messages":
      return {
        first: [{ thought: one, ...proof(id, 0) }],
        second: [{ thought: two, ...proof(id, 1) }, { hidden: `sig-${id}-hidden` }],
      };
    case "openai-responses":
    case "bedrock-converse":
      return {
        first: [{ thought: one, ...proof(id, 0) }],
        second: [{ thought: two, ...proof(id, 1) }],
      };
    case "gemini-generate":
      return { call: proof(id, 0), text: proof(id, 1) };
    case "openai-chat":
      // DeepSeek wants to see what it thought beside its calls alone.
      return { first: [{ thought: one }] };
    case "ollama-chat":
      return { first: [{ thought: one }], second: [{ thought: two }] };
    case "cohere-chat":
      return {
        first: [{ thought: one }],
        plan: [{ hidden: `sig-${id}-plan` }],
        second: [{ thought: two }],
      };
    default:
      return {};
  }
}

function conversation(to: string, own: Own): unknown[] {
  const { first = [], plan = [], second = [], text = {} } = own;
  const call = own.call ?? (to === "gemini-generate" ? noSignature : {});
  const id = expect.stringMatching(idPatterns[to] ?? /^.{1,40}$/) as string;
  return [
    { image },
    { user: "Is this Oslo, and is it cold?" },
    ...first,
    { text: said.texts[0] },
    ...plan,
    { call: "weather", input: said.input, id, ...call },
    { result: { celsius: 4 }, id },
    ...second,
    { text: said.texts[1], ...text },
    { user: "And tomorrow?" },
  ];
}

function expectPaired(pieces: readonly Piece[]): void {
  const call = pieces.find((piece) => "call" in piece);
  const result = pieces.find((piece) => "result" in piece);
  expect(result?.id).toBe(call?.id);
}

test.each(ids)("%s: the history is what was streamed", async (from) => {
  const { messages } = await historyOf(from, from, directly);
  expect(messages.map(({ role }) => role)).toEqual(["user", "assistant", "assistant", "user"]);
  const parts = messages.flatMap((message) => message.parts);
  expect(
    parts.flatMap((part) => (part.type === "reasoning" && part.text ? [part.text] : [])),
  ).toEqual(said.thoughts);
  // Ollama has no sources.
  expect(parts.some((part) => part.type === "source-url" && part.url === said.source)).toBe(
    from !== "ollama-chat",
  );
});

describe("a history goes to the next model", () => {
  test.each(pairs)("%s to %s", async (from, to) => {
    const pieces = bodyFor(to, await loadProtocol(to), await historyOf(from, to, directly));
    expect(pieces).toEqual(conversation(to, from === to ? ownOf(from) : {}));
    expectPaired(pieces);
  });
});

describe("a history goes to the next model through a gateway", () => {
  test.each(pairs)("%s to %s", async (from, to) => {
    const request = atGateway(await historyOf(from, to, directly));
    const pieces = bodyFor(to, await loadProtocol(to), request);
    expect(pieces).toEqual(conversation(to, from === to ? ownOf(from) : {}));
    expectPaired(pieces);
  });
});

describe.each([
  ["streamed", throughGateway],
  ["whole", throughGatewayWhole],
])("a history written through a gateway goes back through it, %s", (_, route) => {
  test.each(pairs)("%s to %s", async (from, to) => {
    const request = atGateway(await historyOf(from, to, route));
    const pieces = bodyFor(to, await loadProtocol(to), request);
    expect(pieces).toEqual(conversation(to, from === to ? ownOf(from) : {}));
    expectPaired(pieces);
  });
});

describe("a history written through a gateway goes on without it", () => {
  test.each(pairs)("%s to %s", async (from, to) => {
    const pieces = bodyFor(to, await loadProtocol(to), await historyOf(from, to, throughGateway));
    expect(pieces).toEqual(conversation(to, from === to ? ownOf(from) : {}));
    expectPaired(pieces);
  });
});

test("signatures go to gateways alone, and not along with another model", async () => {
  const request = await historyOf("anthropic-messages", "anthropic-messages", directly);
  const messages = (target: Target, model = request.model): string =>
    JSON.stringify(openaiChat.toRequest({ ...request, model }, target).body);
  const blocks = [
    { type: "thinking", thinking: said.thoughts[0], signature: "sig-anthropic-messages-0" },
  ];
  expect(messages(gateway("m"))).toContain(
    `"reasoning_content":"${said.thoughts[0]}","thinking_blocks":${JSON.stringify(blocks)}`,
  );
  expect(messages({ ...gateway("m"), provider: "litellm_proxy" })).toContain("thinking_blocks");
  expect(messages({ ...gateway("m"), provider: "groq" })).not.toMatch(/thinking_blocks|sig-/);
  expect(messages(gateway("m"), "groq/llama")).not.toMatch(/thinking_blocks|sig-/);
});

describe("what a provider wants to see again goes to gateways alone, and not along with another model", () => {
  const fields = /thinking_blocks|reasoning_|provider_specific_fields|images|sig-/;

  test.each(ids)("%s", async (from) => {
    for (const route of [directly, throughGateway]) {
      const request = await historyOf(from, from, route);
      const bodyTo = (provider: string, model = request.model): string =>
        JSON.stringify(openaiChat.toRequest({ ...request, model }, { ...gateway("m"), provider }));
      for (const provider of ["openai", "groq", "mistral", "openrouter", "hosted_vllm"]) {
        expect(bodyTo(provider)).not.toMatch(fields);
      }
      expect(bodyTo("gateway", "groq/llama")).not.toMatch(fields);
      expect(bodyTo("gateway")).toMatch(fields);
      expect(bodyTo("litellm_proxy")).toMatch(fields);
    }
  });
});
