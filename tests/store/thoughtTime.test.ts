import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ReasoningPart, StreamPart, UIMessage } from "../../src/client/index.js";
import { createChatStore } from "../../src/store/chatStore.js";
import { thoughtMs } from "../../src/store/storedMessage.js";
import { createLockstep, createMockClient, type Lockstep } from "../../src/testing/index.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const think = (delta: string): StreamPart => ({ type: "reasoning-delta", delta });
const say = (delta: string): StreamPart => ({ type: "text-delta", delta });
const finish: StreamPart = { type: "finish", finishReason: "stop" };

function begin() {
  const steps: Lockstep<StreamPart>[] = [];
  const answer = (): Lockstep<StreamPart> => {
    const step = createLockstep<StreamPart>();
    steps.push(step);
    return step;
  };
  const client = { ...createMockClient({ answer }), resume: answer };
  const store = createChatStore({ backend: () => ({ client, model: "m" }) });
  return { store, steps };
}

const thoughts = (messages: UIMessage[]): ReasoningPart[] =>
  messages.at(-1)!.parts.filter((part) => part.type === "reasoning");

test("each thought is given how long it took, and text nothing", async () => {
  const { store, steps } = begin();
  const done = store.sendMessage({ text: "Hi" });
  const step = steps[0]!;
  await step.push(think("Hm"));
  vi.advanceTimersByTime(4_000);
  await step.push(think(", so"));
  expect(thoughtMs(thoughts(store.getMessages())[0]!)).toBeUndefined();
  vi.advanceTimersByTime(8_000);
  await step.push(say("Well,"));
  vi.advanceTimersByTime(5_000);
  await step.push(think("Or"));
  await step.push(say(" no."));
  await step.push(finish);
  await done;
  expect(thoughts(store.getMessages()).map(thoughtMs)).toEqual([12_000, 0]);
  const text = store
    .getMessages()
    .at(-1)!
    .parts.find((part) => part.type === "text");
  expect(text).toEqual({ type: "text", text: "Well,", state: "done" });
});

test("what its provider wants back stays beside it", async () => {
  const { store, steps } = begin();
  const done = store.sendMessage({ text: "Hi" });
  const signed = { anthropic: { signature: "s" } };
  await steps[0]!.push({ type: "reasoning-start", id: "r" });
  await steps[0]!.push({ type: "reasoning-delta", id: "r", delta: "Hm" });
  vi.advanceTimersByTime(1_500);
  await steps[0]!.push({ type: "reasoning-end", id: "r", providerMetadata: signed });
  await steps[0]!.push(finish);
  await done;
  expect(thoughts(store.getMessages())[0]?.providerMetadata).toEqual({
    ...signed,
    polylogue: { durationMs: 1_500 },
  });
});

test("a thought that is stopped took as long as it lasted", async () => {
  const { store, steps } = begin();
  void store.sendMessage({ text: "Hi" });
  await steps[0]!.push(think("Hm"));
  vi.advanceTimersByTime(3_000);
  store.stop();
  expect(thoughts(store.getMessages()).map(thoughtMs)).toEqual([3_000]);
});

test("an answer that is told once more does not say how long it took", async () => {
  const { store, steps } = begin();
  const done = store.resumeStream();
  await steps[0]!.push(think("Hm"));
  vi.advanceTimersByTime(3_000);
  await steps[0]!.push(say("Yes."));
  await steps[0]!.push(finish);
  await done;
  expect(thoughts(store.getMessages()).map(thoughtMs)).toEqual([undefined]);
});

test.each([undefined, {}, { polylogue: {} }, { polylogue: { durationMs: "12" } }])(
  "a history that says %j does not say how long it took",
  (providerMetadata) => {
    const part = { type: "reasoning", text: "Hm", ...(providerMetadata && { providerMetadata }) };
    expect(thoughtMs(part as ReasoningPart)).toBeUndefined();
  },
);
