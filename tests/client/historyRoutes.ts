import { expect } from "vitest";
import type { Protocol, Target } from "../../src/client/protocol.js";
import { openaiChat } from "../../src/client/protocols/openaiChat.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import type { ChatClient, ChatRequest } from "../../src/client/types.js";
import { readMessages } from "../../src/gateway/readMessages.js";
import { toChunks } from "../../src/gateway/toChunks.js";
import { toCompletion } from "../../src/gateway/wholeAnswer.js";
import { bodyOf, inPieces, utf8 } from "./byteStreams.js";
import { type Writer, writers } from "./historyStreams.js";
import { type Piece, readers } from "./sentTurns.js";

/** An image that every protocol takes, in base64. */
export const image = "iVBORw0KGgo=";

/** The ids of all protocols, and each with each: who wrote a history, and who reads it. */
export const ids = Object.keys(writers);
export const pairs = ids.flatMap((from) => ids.map((to) => [from, to] as const));

type Parts = AsyncGenerator<StreamPart, void, undefined>;
/** How the bytes of an answer reach the store. */
export type Route = (protocol: Protocol, bytes: Uint8Array, writer: Writer) => Parts;

/** As the provider sends it. */
export const directly: Route = (protocol, bytes, { target }) =>
  protocol.readStream(bodyOf(inPieces(bytes, 7)), target);

/** As a gateway passes it on, in its own words. */
export async function* throughGateway(...[protocol, bytes, writer]: Parameters<Route>): Parts {
  const head = { id: "chatcmpl-1", created: 1, model: writer.target.model };
  let events = "";
  for await (const chunk of toChunks(directly(protocol, bytes, writer), head, {
    includeUsage: false,
  })) {
    events += `data: ${JSON.stringify(chunk)}\n\n`;
  }
  yield* openaiChat.readStream(bodyOf([utf8(events)]), gateway("m"));
}

/** The same as one JSON text. */
export async function* throughGatewayWhole(...[protocol, bytes, writer]: Parameters<Route>): Parts {
  const head = { id: "chatcmpl-1", created: 1, model: writer.target.model };
  const chunks = toChunks(directly(protocol, bytes, writer), head, { includeUsage: true });
  const body = utf8(JSON.stringify(await toCompletion(chunks, head)));
  yield* openaiChat.readStream(bodyOf([body]), gateway("m"));
}

/** A gateway, as the client sees it. */
export function gateway(model: string): Target {
  return { provider: "gateway", model, baseURL: "https://gateway.example/v1" };
}

/** What a model is called. */
export function nameOf({ target }: Writer): string {
  return `${target.provider}/${target.model}`;
}

/** A client that does nothing but stream. */
export function client(stream: ChatClient["stream"]): ChatClient {
  return { id: "scripted", stream };
}

/** What a protocol sends of a history, none of it signed for another. */
export function bodyFor(to: string, protocol: Protocol, request: ChatRequest): Piece[] {
  const { body } = protocol.toRequest(request, writers[to]!.target);
  const foreign = ids.filter((id) => id !== to && JSON.stringify(body).includes(`sig-${id}-`));
  expect(foreign).toEqual([]);
  return readers[to]!(body as Record<string, unknown>);
}

/** What a gateway makes of the request that `createGatewayClient` sends for it. */
export function atGateway(request: ChatRequest): ChatRequest {
  const { body } = openaiChat.toRequest(request, gateway(request.model));
  const { messages } = JSON.parse(JSON.stringify(body)) as { messages: unknown };
  return { model: request.model, ...readMessages(messages, request.model) };
}
