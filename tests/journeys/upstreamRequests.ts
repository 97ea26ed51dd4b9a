import type { RecordedRequest, ScriptedUpstream } from "../support/scriptedUpstream.mjs";

/** What the upstream was asked to complete, oldest first; the lists of models left out. */
export function completions(upstream: ScriptedUpstream): RecordedRequest[] {
  return upstream.requests().filter(({ path }) => path === "/v1/chat/completions");
}

/** A part of a message in OpenAI's words. */
export type ContentPart =
  | { type: "text"; text: string }
  | { type: "image_url"; image_url: { url: string } };

/** One message as OpenAI's protocol writes it. */
export interface WireMessage {
  role: string;
  content: string | ContentPart[];
}

/** The messages a request carried. */
export function messagesOf(request: RecordedRequest | undefined): WireMessage[] {
  return (request?.body as { messages: WireMessage[] } | undefined)?.messages ?? [];
}
