import fc from "fast-check";
import {
  type Conversation,
  isChatError,
  type UIMessage,
  type UIMessagePart,
} from "../../src/client/index.js";

/** Text of all kinds, the marks and fences of a transcript among it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "```",
        "````",
        "```json input",
        "<!-- polylogue:message {} -->",
        '<!-- polylogue:part {"type":"text"} -->',
        "\\<!-- polylogue:",
        "-->",
        "--",
        "<details>",
        "</details>",
        "## You",
        "  ",
        "[x](<y>)",
        "…",
        "🔑",
      ),
      { maxLength: 6 },
    )
    .map((pieces) => pieces.join("")),
);

// JSON has no negative zero.
const json = fc
  .json({ maxDepth: 2 })
  .map((text) => JSON.parse(text.replace(/-0(?![.\de])/g, "0")) as unknown);
const word = fc.stringMatching(/^[a-z]{1,8}$/);

const call = fc
  .tuple(fc.boolean(), word, word, json, fc.oneof(json, anyText), anyText)
  .chain(([isDynamic, name, toolCallId, input, output, words]) => {
    const head = isDynamic ? { type: "dynamic-tool", toolName: name } : { type: `tool-${name}` };
    const facts = { ...head, toolCallId, input };
    return fc.constantFrom(
      { ...facts, state: "input-streaming", rawInput: words },
      { ...facts, state: "input-available" },
      { ...facts, state: "approval-requested", approval: { id: "a" } },
      {
        ...facts,
        state: "approval-responded",
        approval: { id: "a", approved: true, reason: words },
      },
      { ...facts, state: "output-available", output, providerExecuted: true },
      { ...facts, state: "output-error", errorText: words, title: words },
      { ...facts, state: "output-denied", approval: { id: "a", approved: false } },
    );
  });

/** A part that a transcript can hold as it is. */
const part = fc.oneof(
  fc.record({ type: fc.constant("text"), text: anyText }),
  fc.record({ type: fc.constant("text"), text: anyText, state: fc.constant("streaming") }),
  fc.record({ type: fc.constant("reasoning"), text: anyText }),
  call,
  fc.constant({ type: "step-start" }),
  fc.record({
    type: fc.constant("file"),
    mediaType: fc.constantFrom("image/png", "application/pdf"),
    url: anyText.map((path) => `https://x.example/${path}`),
    filename: anyText,
  }),
  fc.record({ type: fc.constant("source-url"), sourceId: word, url: anyText, title: anyText }),
  fc.record({
    type: fc.constant("source-document"),
    sourceId: word,
    mediaType: word,
    title: anyText,
    filename: anyText,
  }),
  fc.record({ type: word.map((name) => `data-x${name}`), id: word, data: json }),
  fc.record({ type: word.map((name) => `later-${name}`), anything: json }),
);

/** Messages of every shape a transcript can hold as it is, each with an id of its own. */
export const anyMessages: fc.Arbitrary<UIMessage[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 8 }),
      role: fc.constantFrom("user", "assistant", "system"),
      parts: fc.array(part, { maxLength: 5 }) as fc.Arbitrary<UIMessagePart[]>,
      metadata: fc.record(
        {
          model: anyText,
          createdAt: fc.integer({ min: 0, max: 4e12 }),
          status: fc.constantFrom("complete", "stopped", "length"),
          usage: fc.record({ inputTokens: fc.nat(), outputTokens: fc.nat() }),
          custom: json,
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["id", "role", "parts"] },
  ),
  { selector: ({ id }) => id, maxLength: 5 },
);

/** What comes of reading a value: a conversation, the code of a refusal, or a fault of ours, which no value may cause. */
export function outcomeOf(read: (value: unknown) => Conversation, value: unknown): string {
  try {
    const { messages, branches = [] } = read(value);
    const all = [...messages, ...branches];
    const isSound = all.every(
      ({ id, parts }) =>
        typeof id === "string" && parts.every(({ type }) => typeof type === "string"),
    );
    return isSound ? "a conversation" : "broken messages";
  } catch (error) {
    return isChatError(error) ? error.code : String(error);
  }
}

/** What a reader may make of any value. */
export const outcomes = ["a conversation", "bad_request"];
