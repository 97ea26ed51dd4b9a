import { expect, test } from "vitest";
import { ChatError, type FilePart, type UIMessage } from "../../src/client/index.js";
import { rejectedBy } from "../../src/client/fileNotes.js";
import { keepOriginal, originalOf } from "../../src/client/originals.js";
import { finish, setUp, text } from "./setUp.js";

const image = (name: string): FilePart => ({
  type: "file",
  mediaType: "image/png",
  url: "data:image/png;base64,AAAA",
  filename: name,
});

const refusal = new ChatError("image_rejected", "OpenAI could not read an image.", { status: 400 });

function holds(messages: readonly UIMessage[], name: string): boolean {
  return messages.some(({ parts }) =>
    parts.some((part) => part.type === "file" && part.filename === name),
  );
}

/** A provider that refuses every request with this image in it. */
function refusing(name: string) {
  return setUp(({ messages }) => {
    if (holds(messages, name)) throw refusal;
    return [text("Fine."), finish];
  });
}

test("an image that the provider refused is not sent with later turns, and stays in the conversation", async () => {
  const { store, client } = refusing("bad.png");
  await store.sendMessage({ text: "What is this?", files: [image("bad.png")] });
  expect(store.state.getState().error?.code).toBe("image_rejected");
  await store.sendMessage({ text: "And without it?" });
  expect(store.state.getState().status).toBe("ready");
  expect(client.requests[1]!.messages[0]!.parts).toEqual([
    { type: "text", text: "[An image was left out. openai/gpt-5 did not take it.]" },
    { type: "text", text: "What is this?" },
  ]);
  expect(holds(store.getMessages(), "bad.png")).toBe(true);
});

test("its untouched original is still there to be saved", async () => {
  const { store } = refusing("bad.png");
  const [part, original] = [image("bad.png"), new Blob(["untouched"])];
  keepOriginal(part, original);
  await store.sendMessage({ text: "What is this?", files: [part] });
  const [marked] = store.getMessages()[0]!.parts as [FilePart];
  expect(rejectedBy(marked)).toEqual(["openai/gpt-5"]);
  expect(originalOf(marked)).toBe(original);
});

test("asked again, the question goes with its image, for whoever presses that means it", async () => {
  const { store, client } = refusing("bad.png");
  await store.sendMessage({ text: "What is this?", files: [image("bad.png")] });
  await store.regenerate();
  expect(holds(client.requests[1]!.messages, "bad.png")).toBe(true);
});

test("another model gets it", async () => {
  const { store, client, backend } = refusing("bad.png");
  await store.sendMessage({ text: "What is this?", files: [image("bad.png")] });
  backend.model = "anthropic/claude-opus-5";
  await store.sendMessage({ text: "And you?" });
  expect(holds(client.requests[1]!.messages, "bad.png")).toBe(true);
});

test("where an older image is the one refused, question by question loses its images until the answer comes", async () => {
  const old: UIMessage[] = [
    { id: "1", role: "user", parts: [image("old.png")] },
    { id: "2", role: "assistant", parts: [{ type: "text", text: "Seen by another model." }] },
    { id: "3", role: "user", parts: [image("new.png")] },
  ];
  const { store } = refusing("old.png");
  store.setMessages(old);
  await store.sendMessage({ text: "One" });
  await store.sendMessage({ text: "Two" });
  await store.sendMessage({ text: "Three" });
  expect(store.state.getState().status).toBe("ready");
  const [first] = store.getMessages()[0]!.parts as [FilePart];
  expect(rejectedBy(first)).toEqual(["openai/gpt-5"]);
});

test("another failure marks nothing", async () => {
  const { store } = setUp(() => {
    throw new ChatError("overloaded", "Busy.");
  });
  await store.sendMessage({ files: [image("good.png")] });
  expect(rejectedBy(store.getMessages()[0]!.parts[0] as FilePart)).toEqual([]);
});
