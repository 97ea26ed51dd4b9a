import { DefaultChatTransport as Transport5, type UIMessage as UIMessage5 } from "ai-5";
import type { UIMessageChunk as Chunk5 } from "ai-5";
import { DefaultChatTransport as Transport6, type UIMessage as UIMessage6 } from "ai";
import type { UIMessageChunk as Chunk6 } from "ai";
import { DefaultChatTransport as Transport7, type UIMessage as UIMessage7 } from "ai-7";
import type { UIMessageChunk as Chunk7 } from "ai-7";
import type { UseChatHelpers as Helpers5 } from "@ai-sdk/react-5";
import type { UseChatHelpers as Helpers6 } from "@ai-sdk/react";
import type { UseChatHelpers as Helpers7 } from "@ai-sdk/react-7";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  fromTransport,
  useChat,
  type AnyUIMessage,
  type ChatProps,
  type StreamPart,
  type UIMessage,
  type UIMessagePart,
  type UseChatOptions,
  type UseChatResult,
} from "../../src/index.js";

// `npm run typecheck` is what runs these: `toExtend` asks whether the one is accepted where the other is expected.

/** What an app of its own makes of the AI SDK's message. */
type Facts = { seen: boolean };
type Data = { weather: { celsius: number } };
type Tools = { add: { input: { a: number; b: number }; output: number } };

/** What version 7 has and no other: kept as they came, and not among the parts that have a type of ours. */
type OnlyIn7 = { type: "custom" | "reasoning-file" | "steering-message" };
/** What only the wire of a backend has; the readers turn these into a throw, or leave them out. */
type OnlyOnTheWire = OnlyIn7 | { type: "error" | "abort" | "tool-approval-response" };
/** Version 7 has one reason more, `interrupted`; it is passed on. */
type Finish = { type: "finish" };

describe("a message", () => {
  test("of the AI SDK is one of ours", () => {
    expectTypeOf<UIMessage5>().toExtend<UIMessage<unknown>>();
    expectTypeOf<UIMessage6>().toExtend<UIMessage<unknown>>();
    expectTypeOf<Exclude<UIMessage7["parts"][number], OnlyIn7>>().toExtend<UIMessagePart>();
  });

  test("of ours is one of the AI SDK's, since it has approvals", () => {
    expectTypeOf<UIMessage>().toExtend<UIMessage6>();
    expectTypeOf<UIMessage>().toExtend<UIMessage7>();
  });

  test("of ours is one of version 5 but for the states of approval, which are not known there", () => {
    type Part5 = UIMessage5["parts"][number];
    type Asked = { state: "approval-requested" | "approval-responded" | "output-denied" };
    // There a call that streams has its `input` at once, be it undefined.
    type Streaming = { state: "input-streaming" };
    expectTypeOf<Exclude<UIMessagePart, Asked | Streaming>>().toExtend<Part5>();
  });

  test("of any version and any types of the app's is what a conversation begins with", () => {
    expectTypeOf<UIMessage5<Facts, Data, Tools>>().toExtend<AnyUIMessage>();
    expectTypeOf<UIMessage6<Facts, Data, Tools>>().toExtend<AnyUIMessage>();
    expectTypeOf<UIMessage7<Facts, Data, Tools>>().toExtend<AnyUIMessage>();
    expectTypeOf<UIMessage7[]>().toExtend<NonNullable<UseChatOptions["messages"]>>();
    expectTypeOf<UIMessage7[]>().toExtend<NonNullable<ChatProps["defaultMessages"]>>();
  });
});

describe("a chunk of a stream", () => {
  test("of the AI SDK is one of ours", () => {
    expectTypeOf<Exclude<Chunk5<object>, OnlyOnTheWire>>().toExtend<StreamPart>();
    expectTypeOf<Exclude<Chunk6<object>, OnlyOnTheWire>>().toExtend<StreamPart>();
    expectTypeOf<Exclude<Chunk7<object>, OnlyOnTheWire | Finish>>().toExtend<StreamPart>();
  });
});

describe("our useChat", () => {
  test("is taken where the AI SDK's is expected", () => {
    expectTypeOf<UseChatResult>().toExtend<Helpers6<UIMessage6>>();
    expectTypeOf<UseChatResult>().toExtend<Helpers7<UIMessage7>>();
    expectTypeOf(useChat<UIMessage5>).returns.toExtend<Helpers5<UIMessage5>>();
  });

  test("is taken there with the app's own types, which are named as in the AI SDK", () => {
    type Message5 = UIMessage5<Facts, Data, Tools>;
    type Message6 = UIMessage6<Facts, Data, Tools>;
    type Message7 = UIMessage7<Facts, Data, Tools>;
    expectTypeOf(useChat<Message5>).returns.toExtend<Helpers5<Message5>>();
    expectTypeOf(useChat<Message6>).returns.toExtend<Helpers6<Message6>>();
    expectTypeOf(useChat<Message7>).returns.toExtend<Helpers7<Message7>>();
  });
});

describe("the AI SDK's useChat", () => {
  test("is taken by <Chat>", () => {
    type Taken = NonNullable<ChatProps["chat"]>;
    expectTypeOf<Helpers5<UIMessage5>>().toExtend<Taken>();
    expectTypeOf<Helpers6<UIMessage6>>().toExtend<Taken>();
    expectTypeOf<Helpers7<UIMessage7>>().toExtend<Taken>();
    expectTypeOf<Helpers5<UIMessage5<Facts, Data, Tools>>>().toExtend<Taken>();
    expectTypeOf<Helpers6<UIMessage6<Facts, Data, Tools>>>().toExtend<Taken>();
    expectTypeOf<Helpers7<UIMessage7<Facts, Data, Tools>>>().toExtend<Taken>();
    expectTypeOf<UseChatResult>().toExtend<Taken>();
    expectTypeOf<UseChatResult<UIMessage5<Facts, Data, Tools>>>().toExtend<Taken>();
  });

  test("is not taken without what <Chat> needs", () => {
    expectTypeOf<Omit<Helpers6<UIMessage6>, "regenerate">>().not.toExtend<
      NonNullable<ChatProps["chat"]>
    >();
  });
});

test("a transport of any version is a client", () => {
  for (const transport of [new Transport5(), new Transport6(), new Transport7()])
    expect(fromTransport(transport).id).toBe("ai-sdk-transport");
});
