import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProviderMetadata, UIMessagePart } from "../../src/client/messages.js";
import {
  assistant,
  call,
  data,
  done,
  file,
  messages,
  text,
  user,
  write,
} from "./bedrockConverseConversation.js";

describe("turns", () => {
  test("messages of one role in a row become one, empty ones are left out", () => {
    expect(
      messages(
        user(text("a")),
        user(text(" ")),
        assistant(text("")),
        user(text("b")),
        assistant(text("c")),
      ),
    ).toEqual([
      { role: "user", content: [{ text: "a" }, { text: "b" }] },
      { role: "assistant", content: [{ text: "c" }] },
    ]);
  });

  test("the user speaks first", () => {
    expect(messages(assistant(text("Hello")), user(text("Hi")))).toEqual([
      { role: "user", content: [{ text: "(The assistant begins.)" }] },
      { role: "assistant", content: [{ text: "Hello" }] },
      { role: "user", content: [{ text: "Hi" }] },
    ]);
  });

  test("an answer to be continued does not end in white space, one in between may", () => {
    const both = messages(
      user(text("a")),
      assistant(text("b \n")),
      user(text("c")),
      assistant(text("d \n")),
    );
    expect(both.map(({ content }) => content[0]?.["text"])).toEqual(["a", "b \n", "c", "d"]);
  });

  test("what the system says, early or late, stands apart, or first where the model has no place for it", () => {
    const request = {
      system: "A",
      messages: [user(text("Hi")), { id: "s", role: "system" as const, parts: [text("B")] }],
    };
    expect(write(request)).toEqual({
      system: [{ text: "A" }, { text: "B" }],
      messages: [{ role: "user", content: [{ text: "Hi" }] }],
    });
    expect(write(request, "amazon.titan-text-express-v1")).toEqual({
      messages: [{ role: "user", content: [{ text: "A" }, { text: "B" }, { text: "Hi" }] }],
    });
  });

  test("data, sources and unknown parts stay at home", () => {
    const said = assistant(
      text("Hello"),
      { type: "data-node", data: 1 },
      { type: "source-url", sourceId: "1", url: "https://a" },
    );
    expect(messages(user(text("Hi")), said)[1]?.content).toEqual([{ text: "Hello" }]);
  });
});

describe("files", () => {
  test("images travel beside the words, in order", () => {
    expect(
      messages(
        user(text("What?"), data("image/png"), file("image/*", "data:image/jpg;base64,BBBB")),
      )[0],
    ).toEqual({
      role: "user",
      content: [
        { text: "What?" },
        { image: { format: "png", source: { bytes: "AAAA" } } },
        { image: { format: "jpeg", source: { bytes: "BBBB" } } },
      ],
    });
  });

  test("so do files in S3, for the models that read them", () => {
    expect(messages(user(file("image/png", "s3://bucket/a.png")))[0]?.content).toEqual([
      { image: { format: "png", source: { s3Location: { uri: "s3://bucket/a.png" } } } },
    ]);
  });

  test("documents have neutral names of their own, and words beside them", () => {
    const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const [{ content } = { content: [] }] = messages(
      user(data("application/pdf", "Über  uns_v2.pdf"), data("text/markdown", "Über  uns_v2.md")),
      user(data(word), data("text/csv")),
    );
    const document = (format: string, name: string): unknown => ({
      document: { format, name, source: { bytes: "AAAA" } },
    });
    const words = { text: "See the attached document." };
    expect(content).toEqual([
      document("pdf", "-ber uns-v2"),
      document("md", "-ber uns-v2 (2)"),
      words,
      document("docx", "document"),
      document("csv", "document (2)"),
      words,
    ]);
    expect(messages(user(text("Read"), data("text/plain", "a.txt")))[0]?.content).toEqual([
      { text: "Read" },
      document("txt", "a"),
    ]);
  });

  test("videos too", () => {
    expect(messages(user(data("video/3gpp")))[0]?.content).toEqual([
      { video: { format: "three_gp", source: { bytes: "AAAA" } } },
    ]);
  });

  test.each<[string, string, string]>([
    ["image/svg+xml", "data:image/svg+xml;base64,AAAA", "image_rejected"],
    ["image/png", "https://a.example/b.png", "image_rejected"],
    ["image/*", "s3://bucket/a", "image_rejected"],
    ["application/pdf", "https://a.example/b.pdf", "bad_request"],
    ["audio/wav", "data:audio/wav;base64,AAAA", "bad_request"],
    ["toString", "data:toString;base64,AAAA", "bad_request"],
  ])("%s from %s is refused by name", (mediaType, url, code) => {
    expect(() => messages(user(file(mediaType, url, "b.x")))).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(/Amazon Bedrock does not take "b.x" .*\. \w/) as string,
      }),
    );
  });

  test("a picture that the model made comes back with what the user says next", () => {
    expect(
      messages(user(text("Draw")), assistant(text("Here"), data("image/png")), user(text("Bluer"))),
    ).toEqual([
      { role: "user", content: [{ text: "Draw" }] },
      { role: "assistant", content: [{ text: "Here" }] },
      {
        role: "user",
        content: [{ image: { format: "png", source: { bytes: "AAAA" } } }, { text: "Bluer" }],
      },
    ]);
    const elsewhere = assistant(text("Here"), file("image/png", "https://a.example/b.png"));
    expect(messages(user(text("Draw")), elsewhere)).toHaveLength(2);
  });
});

describe("reasoning", () => {
  const reasoning = (providerMetadata: ProviderMetadata): UIMessagePart => ({
    type: "reasoning",
    text: "hm ",
    providerMetadata,
  });
  const said = assistant(
    reasoning({ bedrock: { signature: "sig" } }),
    reasoning({ bedrock: { redactedData: "enc" } }),
    reasoning({ bedrock: { redactedContent: "aisdk" } }),
    reasoning({ anthropic: { signature: "other" } }),
    { type: "reasoning", text: "unsigned" },
    text("Yes."),
  );
  const history = { messages: [user(text("Hi")), said] };

  test("of its own goes back unchanged, other reasoning stays at home", () => {
    expect(write(history).messages[1]?.content).toEqual([
      { reasoningContent: { reasoningText: { text: "hm ", signature: "sig" } } },
      { reasoningContent: { redactedContent: "enc" } },
      { reasoningContent: { redactedContent: "aisdk" } },
      { text: "Yes." },
    ]);
  });

  test.each([
    "us.amazon.nova-pro-v1:0",
    "meta.llama3-70b-instruct-v1:0",
    "openai.gpt-oss-120b-1:0",
  ])("is nothing for %s, which signs none", (model) => {
    expect(write(history, model).messages[1]?.content).toEqual([{ text: "Yes." }]);
  });
});

test("whatever the history, turns alternate, begin with the user, and no text is blank", () => {
  const part = fc.oneof(
    fc.string().map(text),
    fc.constantFrom<UIMessagePart>(
      { type: "step-start" },
      done("1", "2"),
      done("2", ""),
      call("3", { state: "input-available", input: {} }),
      data("image/png"),
      { type: "reasoning", text: "x", providerMetadata: { bedrock: { signature: "s" } } },
      { type: "data-x", data: 1 },
    ),
  );
  const message = fc.record({
    id: fc.constant("m"),
    role: fc.constantFrom("user" as const, "assistant" as const, "system" as const),
    parts: fc.array(part, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 8 }), (list) => {
      const turns = messages(...list);
      expect(turns.map(({ role }) => role)).toEqual(
        turns.map((_, index) => (index % 2 === 0 ? "user" : "assistant")),
      );
      for (const { content } of turns) {
        expect(content.length).toBeGreaterThan(0);
        for (const block of content) expect(block["text"] ?? "x").toMatch(/\S/);
      }
      const ids = (kind: string, role: string): unknown[] =>
        turns
          .filter((turn) => turn.role === role)
          .flatMap(({ content }) => content)
          .flatMap((block) => (block[kind] as { toolUseId?: string } | undefined)?.toolUseId ?? []);
      expect(ids("toolResult", "user")).toEqual(ids("toolUse", "assistant"));
    }),
  );
});
