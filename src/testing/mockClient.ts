import { abortable } from "../internal/abortable.js";
import type { ChatClient, ChatRequest, ModelInfo, StreamOptions } from "../client/types.js";
import type { StreamPart } from "../client/streamParts.js";

/** What a mock client answers: the text, the parts, or whatever a function makes of the request. */
export type MockAnswer =
  | string
  | readonly StreamPart[]
  | AsyncIterable<StreamPart>
  | ((request: ChatRequest, options: StreamOptions) => MockAnswer);

/** Options of a mock client. */
export interface MockClientOptions {
  /** Default: "mock". */
  id?: string | undefined;
  /** Default: "Hello". */
  answer?: MockAnswer | undefined;
  models?: readonly ModelInfo[] | undefined;
}

/** A client that needs no network and remembers what it was asked. */
export interface MockClient extends ChatClient {
  readonly requests: readonly ChatRequest[];
  /** The signals of those requests, in the same order. */
  readonly signals: readonly AbortSignal[];
}

/** Makes a mock client. A text is streamed word by word and finished with `stop`. */
export function createMockClient({
  id = "mock",
  answer = "Hello",
  models = [],
}: MockClientOptions = {}): MockClient {
  const requests: ChatRequest[] = [];
  const signals: AbortSignal[] = [];
  return {
    id,
    requests,
    signals,
    stream(request, options) {
      requests.push(request);
      signals.push(options.signal);
      return toParts(answer, request, options);
    },
    listModels: () => Promise.resolve([...models]),
  };
}

async function* toParts(
  answer: MockAnswer,
  request: ChatRequest,
  options: StreamOptions,
): AsyncGenerator<StreamPart, void, undefined> {
  if (typeof answer === "function")
    return yield* toParts(answer(request, options), request, options);
  if (typeof answer !== "string")
    return yield* abortable(isAsync(answer) ? answer : toAsync(answer), options.signal);
  for (const delta of answer.match(/\S+\s*|\s+/g) ?? []) yield { type: "text-delta", delta };
  yield { type: "finish", finishReason: "stop" };
}

function isAsync<T>(values: Iterable<T> | AsyncIterable<T>): values is AsyncIterable<T> {
  return Symbol.asyncIterator in values;
}

async function* toAsync<T>(values: Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* values;
}
