import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createCohere } from "@ai-sdk/cohere";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { describe, expect, test } from "vitest";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import { bodyOf } from "../client/byteStreams.js";
import { readAnswer } from "../client/readAnswer.js";
import { recording, type Recording, recordingsOf } from "./judge.js";

type Model = ReturnType<ReturnType<typeof createAnthropic>>;
type Content = Awaited<ReturnType<Model["doGenerate"]>>["content"][number];
type Stream = Awaited<ReturnType<Model["doStream"]>>["stream"];
type SDKPart = Content | (Stream extends ReadableStream<infer Part> ? Part : never);

/** An official provider package and the protocol that reads the same bytes. */
interface Peer {
  /** How the names of the recordings begin. */
  prefix: string;
  protocol: string;
  /** The services whose own package this is; what others answer in this protocol, it may refuse. */
  owners: string[];
  /** Where it is not that of SSE. */
  streamType?: string;
  /** What this package never reads, so that there is nothing to agree with. */
  unread?: keyof Reading;
  model(settings: { apiKey: string; fetch: typeof fetch }): Model;
}

const peers: Peer[] = [
  {
    prefix: "openai-chat",
    protocol: "openai-chat",
    owners: ["openai", "azure"],
    unread: "reasoning",
    model: (settings) => createOpenAI(settings).chat("m"),
  },
  {
    prefix: "openai-responses",
    protocol: "openai-responses",
    owners: ["openai", "azure"],
    model: (settings) => createOpenAI(settings).responses("m"),
  },
  {
    prefix: "anthropic",
    protocol: "anthropic-messages",
    owners: ["anthropic"],
    model: (settings) => createAnthropic(settings)("m"),
  },
  {
    prefix: "gemini",
    protocol: "gemini-generate",
    owners: ["gemini", "vertex_ai"],
    model: (settings) => createGoogleGenerativeAI(settings)("m"),
  },
  {
    prefix: "bedrock-converse",
    protocol: "bedrock-converse",
    owners: ["bedrock"],
    streamType: "application/vnd.amazon.eventstream",
    model: (settings) => createAmazonBedrock({ ...settings, region: "us-east-1" })("m"),
  },
  {
    prefix: "cohere-v2",
    protocol: "cohere-chat",
    owners: ["cohere"],
    unread: "cacheRead",
    model: (settings) => createCohere(settings)("m"),
  },
];

/** What both readers must say alike, in the words of `sdkDisagrees`. */
interface Reading {
  text: string;
  reasoning: string;
  tools: Call[];
  finish: string | undefined;
  inTok: number | undefined;
  outTok: number | undefined;
  cacheRead: number | undefined;
  reasoningTok: number | undefined;
}

/** A finished call of one of the app's tools; one that came without an id has none here, though both readers make one up. */
interface Call {
  id: string | null;
  name: string;
  args: unknown;
}

const cases = peers.flatMap((peer) =>
  recordingsOf(peer.prefix)
    .filter((name) => !name.includes(".error."))
    .map((name) => ({ name, peer })),
);

describe.skipIf(cases.length === 0)("recorded answers beside the AI SDK", () => {
  test.for(cases)("$name", async ({ name, peer }, context) => {
    const recorded = recording(name);
    const { meta } = recorded;
    const { parts, refusal } = await readTheirs(peer, recorded);
    const mayRefuse =
      !peer.owners.includes(meta.provider) || meta.sdkDisagrees?.includes("error") === true;
    context.skip(refusal !== undefined && mayRefuse, `The AI SDK refuses it: ${refusal}`);
    expect(refusal).toBeUndefined();
    const theirs = reading(parts, recorded);
    expect(peer.unread && theirs[peer.unread]).toBe(peer.unread && nothing[peer.unread]);
    const judged = (read: Reading): unknown =>
      without([...(meta.sdkDisagrees ?? []), ...(peer.unread ? [peer.unread] : [])], read);
    expect(judged(await readOurs(peer, recorded))).toEqual(
      judged(inOurTerms(theirs, peer, meta.provider)),
    );
  });
});

async function readOurs(peer: Peer, recorded: Recording): Promise<Reading> {
  const protocol = await loadProtocol(peer.protocol);
  const answer = await readAnswer(protocol.readStream(bodyOf([recorded.bytes]), recorded.target));
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens } = answer.usage ?? {};
  return {
    text: answer.text,
    reasoning: answer.reasoning,
    tools: answer.parts.flatMap((part) => {
      const isCall = part.type === "tool-input-available" || part.type === "tool-input-error";
      if (!isCall || part.providerExecuted) return [];
      return [callOf(part.toolCallId, part.toolName, part.input, recorded)];
    }),
    finish: answer.error ? "error" : answer.finishReason,
    inTok: inputTokens,
    outTok: outputTokens,
    cacheRead: cachedInputTokens,
    reasoningTok: reasoningTokens,
  };
}

/** What the AI SDK makes of the recorded bytes; `refusal` where it cannot read them at all or gives up on the way. */
async function readTheirs(
  peer: Peer,
  { bytes, meta }: Recording,
): Promise<{ parts: SDKPart[]; refusal?: string }> {
  const streamType = peer.streamType ?? "text/event-stream";
  const headers = { "content-type": meta.kind === "json" ? "application/json" : streamType };
  const answered = (): Promise<Response> => Promise.resolve(new Response(bytes, { headers }));
  const model = peer.model({ apiKey: "k", fetch: answered });
  const call: Parameters<Model["doStream"]>[0] = {
    prompt: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
  };
  const parts: SDKPart[] = [];
  try {
    if (meta.kind === "json") {
      const { content, finishReason, usage } = await model.doGenerate(call);
      return { parts: [...content, { type: "finish", finishReason, usage }] };
    }
    const reader = (await model.doStream(call)).stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
    }
  } catch (thrown) {
    return { parts, refusal: String(thrown) };
  }
  const invalid = parts.find((part) => part.type === "error" && part.error instanceof Error);
  return invalid ? { parts, refusal: "an event of the stream" } : { parts };
}

/** The parts of the AI SDK put together. */
function reading(parts: readonly SDKPart[], recorded: Recording): Reading {
  const all: Reading = { ...nothing, tools: [] };
  for (const part of parts) {
    if (part.type === "text") all.text += part.text;
    else if (part.type === "text-delta") all.text += part.delta;
    else if (part.type === "reasoning") all.reasoning += part.text;
    else if (part.type === "reasoning-delta") all.reasoning += part.delta;
    else if (part.type === "tool-call" && !part.providerExecuted) {
      all.tools.push(callOf(part.toolCallId, part.toolName, parsed(part.input), recorded));
    } else if (part.type === "finish") {
      all.finish = part.finishReason.unified;
      all.inTok = part.usage.inputTokens.total;
      all.outTok = part.usage.outputTokens.total;
      all.cacheRead = part.usage.inputTokens.cacheRead;
      all.reasoningTok = part.usage.outputTokens.reasoning;
    }
  }
  return all;
}

const nothing: Reading = {
  text: "",
  reasoning: "",
  tools: [],
  finish: undefined,
  inTok: undefined,
  outTok: undefined,
  cacheRead: undefined,
  reasoningTok: undefined,
};

function callOf(id: string, name: string, args: unknown, { bytes }: Recording): Call {
  return { id: new TextDecoder().decode(bytes).includes(id) ? id : null, name, args };
}

function parsed(input: string): unknown {
  try {
    return JSON.parse(input) as unknown;
  } catch {
    return input;
  }
}

/** The AI SDK's reading where our contract is another one by definition. */
function inOurTerms(theirs: Reading, { prefix }: Peer, provider: string): Reading {
  // xAI counts the thoughts apart from the answer in Chat: our `outputTokens` has both.
  const thoughts = prefix === "openai-chat" && provider === "xai" ? (theirs.reasoningTok ?? 0) : 0;
  return {
    ...theirs,
    outTok: theirs.outTok === undefined ? undefined : theirs.outTok + thoughts,
  };
}

/** The fields to be compared. A part of the tokens that the provider does not mention is 0 to the AI SDK. */
function without(skipped: readonly string[], read: Reading): unknown {
  const { cacheRead = 0, reasoningTok = 0 } = read;
  return Object.fromEntries(
    Object.entries({ ...read, cacheRead, reasoningTok }).filter(
      ([field]) => !skipped.includes(field),
    ),
  );
}
