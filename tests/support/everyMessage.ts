import { chartImage, conversation } from "../../src/components/Chat/storyConversations.js";
import * as texts from "../../src/components/Markdown/storyTexts.js";
import type { ToolPart, UIMessage } from "../../src/client/messages.js";

const call = (id: string, rest: object): ToolPart => ({
  type: "tool-weather",
  toolCallId: id,
  state: "input-available",
  input: { city: "Lisbon" },
  ...rest,
});

/** A conversation with one of each thing that a message can hold. A new kind of part belongs here too. */
export const everyMessage: UIMessage[] = [
  ...conversation,
  { id: "q2", role: "user", parts: [{ type: "text", text: "And the rest?" }] },
  {
    id: "a2",
    role: "assistant",
    metadata: {
      model: "openai/gpt-5",
      provider: "openai",
      warnings: [
        {
          code: "parameter_left_out",
          message: "Temperature was left out.",
          parameter: "temperature",
        },
      ],
    },
    parts: [
      { type: "reasoning", text: "One of each.", state: "done" },
      ...[
        texts.headings,
        texts.lists,
        texts.code,
        texts.formulas,
        texts.links,
        texts.footnotes,
        texts.images,
        texts.html,
        texts.rightToLeft,
        "`code`, **strong**, *emphasis*, ~~gone~~\n\n> A quotation\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |",
      ].map((text) => ({ type: "text" as const, text, state: "done" as const })),
      call("1", { state: "approval-requested", approval: { id: "p1" } }),
      call("2", { state: "output-available", output: { days: ["sunny"] } }),
      call("3", { state: "output-error", errorText: "The weather service did not answer." }),
      { type: "file", mediaType: "image/png", url: chartImage, filename: "chart.png" },
      {
        type: "file",
        mediaType: "application/pdf",
        url: "data:application/pdf,",
        filename: "a.pdf",
      },
    ],
  },
];
