import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UIMessage } from "../../src/client/index.js";
import { fromJSON, fromMarkdown, toJSON, toMarkdown } from "../../src/transcript/index.js";
import { anyMessages, anyText, outcomeOf, outcomes } from "./anyMessage.js";

describe("what is exported and imported is what it was", () => {
  test("as JSON", () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        expect(fromJSON(toJSON(messages))).toEqual({ messages });
        expect(fromJSON(toJSON({ messages }))).toEqual({ messages });
      }),
    );
  });

  test("as JSON with branches", () => {
    fc.assert(
      fc.property(anyMessages, fc.nat(), (all, at) => {
        const messages = all.slice(0, at % (all.length + 1));
        const branches = all.slice(messages.length);
        const whole = { messages, ...(branches.length > 0 && { branches }) };
        expect(fromJSON(toJSON(whole))).toEqual(whole);
      }),
    );
  });

  test("as Markdown", () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        expect(fromMarkdown(toMarkdown(messages))).toEqual({ messages });
      }),
      { numRuns: 400 },
    );
  });

  test("as Markdown that an editor has given other line ends", () => {
    const messages: UIMessage[] = [
      { id: "1", role: "user", parts: [{ type: "text", text: "a\n\n```js\nb\n```" }] },
      { id: "2", role: "assistant", parts: [{ type: "reasoning", text: "c\nd" }] },
    ];
    const text = toMarkdown(messages).replaceAll("\n", "\r\n");
    expect(fromMarkdown(text)).toEqual({ messages });
  });
});

describe("a bare list of the AI SDK", () => {
  const list = [
    { id: "1", role: "user", parts: [{ type: "text", text: "Hi" }], metadata: { mine: [1] } },
    {
      id: "2",
      role: "assistant",
      parts: [
        { type: "step-start" },
        { type: "reasoning", text: "Hm", state: "done", providerMetadata: { openai: { id: "r" } } },
        { type: "tool-a", toolCallId: "c", state: "output-available", input: {}, output: 1 },
        // One of a version to come.
        {
          type: "tool-b",
          toolCallId: "d",
          state: "output-later",
          resultProviderMetadata: { x: {} },
        },
        { type: "custom", kind: "x" },
        { type: "data-weather", id: "w", data: { t: 4 } },
      ],
    },
  ];

  test("loads and saves unchanged", () => {
    expect(fromJSON(JSON.stringify(list))).toEqual({ messages: list });
    expect(JSON.parse(toJSON(fromJSON(list)))).toEqual(list);
    expect(fromJSON({ id: "chat", messages: list })).toEqual({ messages: list });
    expect(fromJSON(list).messages[1]).toBe(list[1]);
  });
});

describe("whatever a file holds, it is read or refused in a sentence", () => {
  const readers = { fromJSON, fromMarkdown };
  test.each(Object.entries(readers))("%s", (_name, read) => {
    const readable = (value: unknown): void => {
      expect(outcomes).toContain(outcomeOf((input) => read(input as string), value));
    };
    fc.assert(fc.property(fc.oneof(anyText, fc.json(), fc.string()), readable), { numRuns: 300 });
    const damaged = fc
      .tuple(anyMessages, fc.nat(), fc.nat(), anyText)
      .map(([messages, at, much, words]) => {
        const text = read === fromMarkdown ? toMarkdown(messages) : toJSON(messages);
        const from = at % (text.length + 1);
        return text.slice(0, from) + words + text.slice(from + (much % 40));
      });
    fc.assert(fc.property(damaged, readable), { numRuns: 300 });
  });

  test("any JSON at all", () => {
    const key = fc.constantFrom(
      "id",
      "role",
      "parts",
      "messages",
      "branches",
      "type",
      "text",
      "__proto__",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(null, 0, "text", "user", "assistant", ""),
        fc.array(tie("any")),
        fc.dictionary(key, tie("any")),
      ),
    })).any;
    fc.assert(
      fc.property(value, (input) => {
        expect(outcomes).toContain(outcomeOf(fromJSON, input));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["{", "not valid JSON"],
    ["{}", "no conversation in this file"],
    ["[1,2]", "no conversation in this file"],
    ['{"polylogue":2,"messages":[]}', "a later version"],
  ])("%s: %s", (json, words) => {
    expect(() => fromJSON(json)).toThrow(words);
  });

  test("a text that is no transcript, and one whose marks are damaged", () => {
    expect(() => fromMarkdown("# Shopping\n\n- milk")).toThrow("not a transcript");
    expect(() => fromMarkdown("<!-- polylogue:message {oops} -->\n\nHi\n")).toThrow("damaged");
    expect(fromMarkdown("")).toEqual({ messages: [] });
    const { messages } = fromMarkdown(
      '<!-- polylogue:message {"id":"1","role":"user"} -->\n\n## You\n\n<!-- polylogue:part {oops} -->\n\nHi\n',
    );
    expect(messages[0]?.parts).toEqual([{ type: "text", text: "Hi" }]);
  });

  test("of a damaged message as much is kept as can be shown, and ids are made to differ", () => {
    const part = { type: "text", text: "Hi" };
    const { messages } = fromJSON([
      {
        id: "1",
        role: "user",
        parts: [part, null, { type: "text" }, { type: "tool-a" }],
        metadata: 1,
      },
      { id: "1", role: "user", parts: [part] },
      { role: "assistant", parts: [part] },
      { id: "2", role: "tool", parts: [part] },
      { id: "3", role: "user" },
    ]);
    expect(messages.map(({ parts }) => parts)).toEqual([[part], [part], [part]]);
    expect(messages[0]).not.toHaveProperty("metadata");
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
  });
});

test("what is no plain data is described, and never stops an export", () => {
  const loop: Record<string, unknown> = { n: 1n };
  loop["self"] = loop;
  let deep: unknown = "end";
  for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
  const node = { type: "data-node", data: { $$typeof: Symbol("react"), _owner: loop } };
  const call = (output: unknown) =>
    ({ type: "tool-a", toolCallId: "c", state: "output-available", input: {}, output }) as const;
  const messages = [
    { id: "1", role: "assistant" as const, parts: [node, call(loop), call(deep)] },
  ] as unknown as UIMessage[];
  const json = toJSON(messages);
  const [back, called] = fromJSON(json).messages[0]!.parts;
  expect(back).toEqual({ type: "data-node", data: "[rich output]" });
  expect(called).toMatchObject({ output: { n: "1", self: "[circular]" } });
  expect(toMarkdown(messages)).toContain("[rich output]");
  expect(fromMarkdown(toMarkdown(messages)).messages[0]!.parts[0]).toEqual(back);
  const refusing = {
    get text(): string {
      throw new Error("no");
    },
    type: "text",
  };
  expect(() => toJSON([{ id: "1", role: "user", parts: [refusing] }])).toThrow("cannot be written");
});
