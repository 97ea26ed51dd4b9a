import type { StreamPart, UIMessage } from "../../src/client/index.js";
import {
  createChatStore,
  type Backend,
  type ChatStore,
  type ChatStoreOptions,
} from "../../src/hooks/index.js";
import {
  createLockstep,
  createMockClient,
  type Lockstep,
  type MockAnswer,
} from "../../src/testing/index.js";

/** A delta of text. */
export const text = (delta: string): StreamPart => ({ type: "text-delta", delta });
/** A proper end. */
export const finish: StreamPart = { type: "finish", finishReason: "stop" };

export function setUp(answer: MockAnswer, options: Partial<ChatStoreOptions> = {}) {
  const client = createMockClient({ answer });
  const backend: Backend = { model: "openai/gpt-5", client };
  const store = createChatStore({ backend: () => backend, ...options });
  return { client, backend, store };
}

export function texts(messages: readonly UIMessage[]): string[] {
  return messages.map((message) =>
    message.parts.map((part) => ("text" in part ? part.text : part.type)).join("|"),
  );
}

export function last(store: ChatStore): UIMessage {
  return store.getMessages().at(-1)!;
}

/** A store whose answer is given by hand, already asked. */
export async function ask(options: Partial<ChatStoreOptions> = {}) {
  const step: Lockstep<StreamPart> = createLockstep();
  const all = setUp(() => step, options);
  const done = all.store.sendMessage({ text: "Hi" });
  return { ...all, step, done };
}

/** The next macrotask. */
export function setTimeout0(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
