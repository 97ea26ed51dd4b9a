import type { ChatProps } from "./Chat.js";

/** What Storybook shows of a prop, and how it is changed there. */
export interface StoryControl {
  control: "boolean" | "object" | "select" | "text" | false;
  options?: readonly string[];
  description: string;
}

/** What can be changed on the pages of the chat. Storybook finds none by itself: the props are made of several types. */
export const chatControls: Partial<Record<keyof ChatProps, StoryControl>> = {
  model: {
    control: "text",
    description: "Who answers: a name, a bound model or a function. Without it a picker is shown.",
  },
  defaultModel: { control: "text", description: "Where the choice begins without `model`." },
  compare: {
    control: "object",
    description: "Two to four models that answer each question side by side.",
  },
  systemMessage: { control: "text", description: "Sent before the messages." },
  suggestions: {
    control: "object",
    description: "Messages that can be sent with one click while the chat is empty.",
  },
  prompts: {
    control: "object",
    description: "Prompts behind a button and `/`, with or without `{{variables}}`.",
  },
  showConfigurationControls: {
    control: "boolean",
    description: "Whether a person may change the parameters of `config`.",
  },
  allowAttachments: {
    control: "object",
    description: "Whether files can be attached, which types, or limits and an upload.",
  },
  whileBusy: {
    control: "select",
    options: ["queue", "drop", "interrupt"],
    description: "What a message does that is sent while an answer arrives.",
  },
  sendOn: {
    control: "select",
    options: ["enter", "mod+enter"],
    description: "The key that sends.",
  },
  maxHeight: { control: "text", description: "The greatest height, in pixels or as a CSS length." },
  disabled: { control: "boolean", description: "Nothing can be sent or changed." },
  labels: { control: "object", description: "Words of yours in the place of the English ones." },
  dir: { control: "select", options: ["ltr", "rtl"], description: "The direction of the text." },
  client: { control: false, description: "Who is asked for a model given by name." },
};
