import type { ComponentType, ReactElement } from "react";
import { Chat } from "./Chat.js";

const done = (): string => "Done.";

/** A chat around one part of it, for the stories of the parts. */
export function storyPartFrame(Story: ComponentType): ReactElement {
  return (
    <Chat.Root model={done} style={{ padding: 24 }}>
      <Story />
    </Chat.Root>
  );
}
