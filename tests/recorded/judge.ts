import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "../../src/client/protocol.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import type { Answer } from "../client/readAnswer.js";
import { recordedDir } from "../data.js";

/** What is known of a recorded answer beside its bytes. */
export interface RecordedMeta {
  id: string;
  kind: "stream" | "json" | "error" | "models";
  provider: string;
  status: number;
  /** The fields that others read differently: they are not judged. */
  sdkDisagrees?: string[];
}

/** What a reader must make of a recorded answer; of an error, its words. */
export interface RecordedExpectation {
  text: string;
  reasoning: string;
  refusal: string;
  toolCalls: { id: string | null; name: string; args: unknown }[];
  serverToolCalls?: { name: string; args: unknown }[];
  citations: string[];
  finishReason: string | null;
  /** `inputTotal` and `outputTotal` stand where `input` and `output` are but a part. */
  usage: Partial<Record<string, number | null>> | null;
  message: string;
}

/** One recorded answer. */
export interface Recording {
  meta: RecordedMeta;
  expected: RecordedExpectation;
  bytes: Uint8Array<ArrayBuffer>;
  target: Target;
  /** The body that had been sent, where it is known. */
  request: Record<string, unknown> | undefined;
}

const dir = recordedDir();

/** The names of the recordings of one protocol; none where there is no data. */
export function recordingsOf(protocol: string): string[] {
  return dir ? readdirSync(dir).filter((name) => name.startsWith(`${protocol}.`)) : [];
}

/** Everything known of one recording. */
export function recording(name: string): Recording {
  const path = (file: string): string => join(dir ?? "", name, file);
  const load = (file: string): unknown => JSON.parse(readFileSync(path(file), "utf8"));
  const meta = load("response.meta.json") as RecordedMeta;
  return {
    meta,
    expected: load("expected.json") as RecordedExpectation,
    bytes: new Uint8Array(readFileSync(path("response.body"))),
    target: { provider: meta.provider, model: "m", baseURL: "https://example.com/v1" },
    request: existsSync(path("request.json"))
      ? (load("request.json") as Record<string, unknown>)
      : undefined,
  };
}

/** An answer in the words of the recordings, as far as `expected` speaks of it and readers agree. */
export function judged(answer: Answer, { expected, meta }: Recording): Record<string, unknown> {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens, totalTokens } =
    answer.usage ?? {};
  const usage = answer.usage && {
    inTok: inputTokens ?? null,
    outTok: outputTokens ?? null,
    cacheRead: cachedInputTokens ?? 0,
    reasoningTok: reasoningTokens ?? 0,
    total: totalTokens ?? null,
  };
  const known = usageWanted(expected);
  return judgedFields(meta, {
    text: answer.text,
    reasoning: answer.reasoning,
    refusal: answer.refusal,
    tools: callsIn(answer, false),
    citations: answer.sources,
    finish: answer.error ? "error" : (answer.finishReason?.replace("-", "_") ?? null),
    hasUsage: usage !== undefined,
    ...Object.fromEntries(Object.entries(usage ?? {}).filter(([name]) => name in known)),
  });
}

/** What the recording says, in the same words. Each source is told once, and a call without arguments has none. */
export function wanted({ expected, meta }: Recording): Record<string, unknown> {
  return judgedFields(meta, {
    text: expected.text,
    reasoning: expected.reasoning,
    refusal: expected.refusal,
    tools: expected.toolCalls.map(({ name, args }) => ({ name, args: args ?? {} })),
    citations: [...new Set(expected.citations)],
    finish: expected.finishReason,
    hasUsage: expected.usage !== null,
    ...usageWanted(expected),
  });
}

function usageWanted({ usage }: RecordedExpectation): Record<string, number | null> {
  if (!usage) return {};
  const { input, inputTotal, output, outputTotal, cacheRead, reasoning, total } = usage;
  return {
    inTok: inputTotal ?? input ?? null,
    outTok: outputTotal ?? output ?? null,
    ...(cacheRead !== undefined && { cacheRead: cacheRead ?? 0 }),
    ...(reasoning !== undefined && { reasoningTok: reasoning ?? 0 }),
    ...(total !== undefined && { total }),
  };
}

function judgedFields(meta: RecordedMeta, fields: object): Record<string, unknown> {
  const skip = meta.sdkDisagrees ?? [];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !skip.includes(name)));
}

/** The finished calls of an answer, those of the app or those the provider ran itself. */
export function callsIn(
  { parts }: Answer,
  providerExecuted: boolean,
): { name: string; args: unknown }[] {
  return parts.filter(isCall).flatMap((part) => {
    const isServed = part.providerExecuted === true;
    return isServed === providerExecuted ? [{ name: part.toolName, args: part.input }] : [];
  });
}

type Call = Extract<StreamPart, { type: "tool-input-available" | "tool-input-error" }>;

function isCall(part: StreamPart): part is Call {
  return part.type === "tool-input-available" || part.type === "tool-input-error";
}
