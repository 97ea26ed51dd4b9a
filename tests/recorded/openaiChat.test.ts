import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorFromResponse, openaiChat, type Target } from "../../src/client/index.js";
import { allCuts, bodyOf, utf8 } from "../client/byteStreams.js";
import { type Answer, readAnswer } from "../client/readAnswer.js";
import { recordedDir } from "../data.js";

interface Meta {
  id: string;
  protocol: string;
  kind: "stream" | "json" | "error" | "models";
  provider: string;
  status: number;
  sdkDisagrees?: string[];
}

interface Expected {
  text: string;
  reasoning: string;
  refusal: string;
  toolCalls: { id: string | null; name: string; args: unknown }[];
  citations: string[];
  finishReason: string | null;
  usage: Record<"input" | "output" | "total" | "cacheRead" | "reasoning", number | null> | null;
  error: unknown;
  message: string;
}

const dir = recordedDir();
const cases = dir ? readdirSync(dir).filter((name) => name.startsWith("openai-chat.")) : [];

function load(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(dir ?? "", name, file), "utf8"));
}

/** Everything known of one recording. */
function recording(name: string): {
  meta: Meta;
  expected: Expected;
  bytes: Uint8Array<ArrayBuffer>;
  target: Target;
} {
  const meta = load(name, "response.meta.json") as Meta;
  const expected = load(name, "expected.json") as Expected;
  const bytes = new Uint8Array(readFileSync(join(dir ?? "", name, "response.body")));
  const target = { provider: meta.provider, model: "m", baseURL: "https://example.com/v1" };
  return { meta, expected, bytes, target };
}

/** An answer in the words of the recordings, without the fields on which readers may differ. */
function judged(answer: Answer, skip: readonly string[]): Record<string, unknown> {
  const { usage } = answer;
  const fields: Record<string, unknown> = {
    text: answer.text,
    reasoning: answer.reasoning,
    refusal: answer.refusal,
    tools: answer.toolCalls.map(({ name, args }) => ({ name, args })),
    citations: answer.sources,
    finish: answer.error ? "error" : (answer.finishReason?.replace("-", "_") ?? null),
    usage: usage
      ? {
          input: usage.inputTokens ?? null,
          output: usage.outputTokens ?? null,
          total: usage.totalTokens ?? null,
          cacheRead: usage.cachedInputTokens ?? null,
          reasoning: usage.reasoningTokens ?? null,
        }
      : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !skip.includes(name)));
}

/** What the recording says. xAI's output leaves its reasoning out, which `Usage.outputTokens` includes by definition. */
function wanted(
  expected: Expected,
  provider: string,
  skip: readonly string[],
): Record<string, unknown> {
  const fields: Record<string, unknown> = {
    text: expected.text,
    reasoning: expected.reasoning,
    refusal: expected.refusal,
    // A call without arguments is a call with none: the recordings write null for some of these.
    tools: expected.toolCalls.map(({ name, args }) => ({ name, args: args ?? {} })),
    citations: expected.citations,
    finish: expected.finishReason,
    usage: expected.usage && {
      input: expected.usage.input,
      output:
        (expected.usage.output ?? 0) + (provider === "xai" ? (expected.usage.reasoning ?? 0) : 0),
      total: expected.usage.total,
      cacheRead: expected.usage.cacheRead,
      reasoning: expected.usage.reasoning,
    },
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !skip.includes(name)));
}

describe.skipIf(!dir)("recorded answers of the OpenAI Chat family", () => {
  const isError = (name: string): boolean => name.startsWith("openai-chat.error.");

  test.each(cases.filter((name) => !isError(name)))("%s", async (name) => {
    const { meta, expected, bytes, target } = recording(name);
    const skip = meta.sdkDisagrees ?? [];
    const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
    const crlf = utf8(text.replaceAll("\n", "\r\n"));
    const answers = await Promise.all(
      [...allCuts(bytes), ...allCuts(crlf)].map(([, chunks]) =>
        readAnswer(openaiChat.readStream(bodyOf(chunks), target)),
      ),
    );
    expect(answers.map((answer) => judged(answer, skip))).toEqual(
      answers.map(() => wanted(expected, meta.provider, skip)),
    );
  });

  test.each(cases.filter(isError))("%s", async (name) => {
    const { meta, expected, bytes, target } = recording(name);
    const error = await errorFromResponse(new Response(bytes, { status: meta.status }), target);
    expect(error).toMatchObject({ status: meta.status, details: expected.message });
  });
});
