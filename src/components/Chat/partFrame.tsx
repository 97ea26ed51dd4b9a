import type { ComponentType, ReactElement } from "react";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";

const client = createMockClient({ answer: "Done." });

/** A chat around one part of it, for the stories of the parts. */
export function partFrame(Story: ComponentType): ReactElement {
  return (
    <Chat.Root client={client} model="openai/gpt-5" style={{ padding: 24 }}>
      <Story />
    </Chat.Root>
  );
}
