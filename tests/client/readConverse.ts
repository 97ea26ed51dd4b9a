import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import { frame } from "./bedrockConverseFixtures.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { type Answer, readAnswer } from "./readAnswer.js";

/** Whose answers are read. */
export const target = {
  provider: "bedrock",
  name: "Amazon Bedrock",
  model: "amazon.nova-lite-v1:0",
  baseURL: "https://bedrock-runtime.us-east-1.amazonaws.com",
};

/** Reads an answer of Bedrock to its end. */
export function read(body: ReadableStream<Uint8Array>): Promise<Answer> {
  return readAnswer(bedrockConverse.readStream(body, target));
}

/** Reads a stream of these events. */
export function readEvents(...events: Record<string, unknown>[]): Promise<Answer> {
  return read(bodyOf(events.map(frame)));
}

/** Reads an answer that is no event stream. */
export function readText(text: string): Promise<Answer> {
  return read(bodyOf([utf8(text)]));
}

/** More of a block. */
export const delta = (contentBlockIndex: number, content: object): Record<string, unknown> => ({
  contentBlockDelta: { contentBlockIndex, delta: content },
});

/** The beginning of a block that is announced. */
export const start = (contentBlockIndex: number, content: object): Record<string, unknown> => ({
  contentBlockStart: { contentBlockIndex, start: content },
});

/** The end of a block. */
export const stop = (contentBlockIndex: number): Record<string, unknown> => ({
  contentBlockStop: { contentBlockIndex },
});

/** The end of the message. */
export const messageStop = (stopReason: string): Record<string, unknown> => ({
  messageStop: { stopReason },
});
