import type { UIMessage } from "../../client/messages.js";

/** A small chart, as somebody would attach it. */
export const chartImage: string =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAASgAAADQCAMAAACDbwzrAAAAD1BMVEXp7f++xvhyguxPY+eQnfH0Hp43AAABwElEQVR42u3dO27DQBBEQYnU/c/s1IE+swAX27OsF0/QLjgiSOjxkCRJkiRJkiRJkiRJkiRJki7peZzvOp6rh4X1Oj/1Wj0tquf5Of9T/zq+QB2rxyV1fmv1uKRAFQNVDFQxUMVAFQNVDFQxUMVAFQNV7OZQ9WdM94YaeMZ0a6iRZ0y3hhp5xnRrqJE/HhQoUKBAhQYKFChQyYECBQpUcqBAgQKVHChQoH405x3v/aAmveO9HdSsd7y3g5r1jvd2ULNGggIFChQoUKBAgQIFChQoUKBAgQIFChQoUKBAgQIF6lfrv+ftARXwPW8LqITveVtAJXzP2wIqYWTChhYjEza0GJmwocXIhA0tRiZsaDEyYUOLkQkbWoxM2NBiZMKGFiMTNrQYmbChxciEDQtHznnOtR/UpOdc20HNes61HdSs51zbQSXcggIFClTyLShQoEAl34ICBQpU8i0oUKBAJd+CAgUKVPItKFCgQCXfggIFClTyLShQoEAl34ICBQpU8i0oUKBAJd+CAgUKVPItKFCgQCXfXtrIl5rdbi9t5NvfbrfXNvIrjN1ur23kdz273UqSJEmSJEmSJEmSJEnatD9PGqfQy/vdogAAAABJRU5ErkJggg==";

const answer = `**EMEA** grew fastest: it climbs from about 41% to 87% of the axis, roughly **+112%** over five quarters, while APAC dips in Q3.

| Region | Q1 | Q5 | Growth |
| --- | ---: | ---: | ---: |
| EMEA | 1.2 M | 2.5 M | +112% |
| APAC | 0.9 M | 1.4 M | +58% |

\`\`\`sql
SELECT region,
       sum(amount) FILTER (WHERE quarter = '2026-Q3') -- latest
     / nullif(sum(amount) FILTER (WHERE quarter = '2025-Q3'), 0) - 1 AS growth
FROM sales GROUP BY region;
\`\`\`

The \`FILTER\` clause keeps it to one pass over \`sales\`.`;

/** A question with an image and its answer. */
export const conversation: UIMessage[] = [
  {
    id: "q1",
    role: "user",
    parts: [
      { type: "file", mediaType: "image/png", url: chartImage, filename: "chart.png" },
      {
        type: "text",
        text: "Which region grew fastest in this chart? Give me the query I’d run to check it.",
      },
    ],
  },
  {
    id: "a1",
    role: "assistant",
    parts: [
      {
        type: "reasoning",
        text: "The bars of EMEA rise the most. I compare first and last.",
        state: "done",
      },
      { type: "text", text: answer, state: "done" },
      {
        type: "source-url",
        sourceId: "s1",
        url: "https://example.com/numbers",
        title: "Quarterly numbers",
      },
    ],
    metadata: {
      model: "anthropic/claude-opus-5",
      provider: "anthropic",
      status: "complete",
      usage: { totalTokens: 1284 },
      durationMs: 3100,
    },
  },
];

/** Long words, long lines, right-to-left text and hostile names in one conversation. */
export const difficult: UIMessage[] = [
  {
    id: "d1",
    role: "user",
    parts: [
      {
        type: "text",
        text: `${"Donaudampfschifffahrtsgesellschaft".repeat(6)}\n\n<script>alert(1)</script>`,
      },
    ],
  },
  {
    id: "d2",
    role: "assistant",
    parts: [
      {
        type: "text",
        text: `مرحبا! كيف يمكنني مساعدتك اليوم؟\n\n\`${"a_very_long_identifier_".repeat(8)}\`\n\n| ${"column | ".repeat(14)}\n|${" --- |".repeat(14)}\n|${" a value |".repeat(14)}\n\n![chart](https://tracker.example/pixel.png)\n\n[a link](https://example.com)`,
      },
    ],
    metadata: {
      model: `openrouter/${"very-long-vendor-name/".repeat(3)}a-very-long-model-name-preview-2026-11-23`,
      provider: "openrouter",
      status: "length",
    },
  },
  { id: "d3", role: "user", parts: [{ type: "text", text: "שלום, מה שלומך?" }] },
  {
    id: "d4",
    role: "assistant",
    parts: [{ type: "text", text: "Half an ans" }],
    metadata: { model: "groq/llama", provider: "groq", status: "stopped" },
  },
];

const words = "The first quarter was quiet, the second was not. ";

/** A conversation of so many messages, questions and answers of different lengths. */
export function longConversation(count: number): UIMessage[] {
  return Array.from({ length: count }, (_, index) => {
    const isQuestion = index % 2 === 0;
    const text = isQuestion
      ? `What about week ${index / 2 + 1}?`
      : `**Week ${(index + 1) / 2}.** ${words.repeat(1 + ((index * 7) % 5))}`;
    return {
      id: `w${index}`,
      role: isQuestion ? "user" : "assistant",
      parts: [{ type: "text", text }],
      ...(!isQuestion && {
        metadata: { model: "anthropic/claude-opus-5", provider: "anthropic", status: "complete" },
      }),
    } satisfies UIMessage;
  });
}
