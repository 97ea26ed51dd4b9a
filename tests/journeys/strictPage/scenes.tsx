import type { ReactElement } from "react";
import { scripted } from "../../../src/components/ModelPicker/storyClient.js";
// The build of this page takes these from `dist`; the source has their types.
import { Chat, ChatLauncher, Markdown, ModelPicker } from "../../../src/index.js";
import { everyMessage } from "../../support/everyMessage.js";

const client = scripted({ refused: ["gemini"], testError: { error: "No.", details: "401" } });

/**
 * Everything that can be mounted, by name. What is new belongs here; its buttons that open something are found by
 * `aria-expanded` and `aria-haspopup`.
 */
export const scenes: Record<string, (portalContainer: HTMLElement | undefined) => ReactElement> = {
  chat: (portalContainer) => (
    <Chat
      client={client}
      defaultModel="openai/gpt-6-sol"
      defaultMessages={everyMessage}
      prompts={["Translate {{text}}", "Summarize"]}
      showConfigurationControls
      portalContainer={portalContainer}
    />
  ),
  "empty chat": (portalContainer) => (
    <Chat
      client={client}
      defaultModel="openai/gpt-6-sol"
      suggestions={["Plan a weekend"]}
      portalContainer={portalContainer}
    />
  ),
  picker: (portalContainer) => (
    <ModelPicker
      client={client}
      value=""
      onChange={() => {}}
      variant="cascade"
      portalContainer={portalContainer}
    />
  ),
  markdown: () => <Markdown>{"# Alone\n\n`code` and $x^2$\n\n```js\nlet a = 1;\n```"}</Markdown>,
  launcher: (portalContainer) => (
    <ChatLauncher badge={1}>
      <Chat client={client} model="openai/gpt-5" portalContainer={portalContainer} />
    </ChatLauncher>
  ),
};
