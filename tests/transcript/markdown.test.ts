import { expect, test } from "vitest";
import type { UIMessage } from "../../src/client/index.js";
import { fromMarkdown, toMarkdown } from "../../src/transcript/index.js";

const messages: UIMessage[] = [
  {
    id: "q",
    role: "user",
    parts: [
      { type: "text", text: "What is **this**?" },
      {
        type: "file",
        mediaType: "image/png",
        url: "data:image/png;base64,AAAA",
        filename: "cat.png",
      },
    ],
    metadata: { createdAt: Date.UTC(2026, 10, 27, 6, 40) },
  },
  {
    id: "a",
    role: "assistant",
    parts: [
      {
        type: "reasoning",
        text: "A picture.",
        state: "done",
        providerMetadata: { x: { signature: "s" } },
      },
      {
        type: "tool-look",
        toolCallId: "c",
        state: "output-available",
        input: { at: "cat.png" },
        output: "A cat.\nGrey.",
      },
      { type: "text", text: "```js\nconst cat = 1;\n```", state: "done" },
      { type: "source-url", sourceId: "s", url: "https://cats.example/", title: "Cats" },
    ],
    metadata: {
      createdAt: Date.UTC(2026, 10, 27, 6, 41),
      model: "openai/gpt-5",
      status: "complete",
    },
  },
];

test("a transcript is good to read, and its comments are all there is to hide", () => {
  expect(toMarkdown(messages).replaceAll(/<!--.*-->\n\n/g, "")).toBe(`## You, 2026-11-27 06:40 UTC

What is **this**?

[image: cat.png]

## Assistant (openai/gpt-5), 2026-11-27 06:41 UTC

<details>
<summary>Thinking</summary>

A picture.

</details>

<details>
<summary>Tool look: output-available</summary>

\`\`\`json input
{
  "at": "cat.png"
}
\`\`\`

\`\`\`text output
A cat.
Grey.
\`\`\`

</details>

\`\`\`js
const cat = 1;
\`\`\`

[Cats](<https://cats.example/>)
`);
});

test("no bytes of files and nothing that only a provider reads stands in it", () => {
  const text = toMarkdown(messages);
  expect(text).not.toContain("base64");
  expect(text).not.toContain("signature");
});

test("a file that was only named comes back as its name, and words may have been changed", () => {
  const text = toMarkdown(messages).replace("What is **this**?", "What is that?");
  const { messages: read } = fromMarkdown(text);
  expect(read[0]?.parts).toEqual([
    { type: "text", text: "What is that?" },
    { type: "text", text: "[image: cat.png]" },
  ]);
  expect(fromMarkdown(toMarkdown(read))).toEqual({ messages: read });
});

test("a transcript closes what it opens, whatever names say", () => {
  const name = "</summary><script>alert(1)</script>\n# x";
  const text = toMarkdown([
    {
      id: "-->",
      role: "assistant",
      parts: [
        {
          type: "dynamic-tool",
          toolName: name,
          toolCallId: "1",
          state: "input-available",
          input: 1,
        },
        { type: "source-url", sourceId: "s", url: "https://x.example/> \n<b>", title: name },
      ],
      metadata: { model: "a\n# b" },
    },
  ]);
  expect(text).not.toMatch(/<script|<b>|^# /m);
  expect(text.match(/-->/g)).toHaveLength(3);
});
