"use client";
import { type ReactElement } from "react";
import { useChatContext } from "../Chat/ChatContext.js";
import { Markdown } from "../Markdown/Markdown.js";
import type { ReasoningPartProps, TextPartProps } from "./partProps.js";

/** Text of the model, as Markdown. */
export function TextPartView({ part }: TextPartProps | ReasoningPartProps): ReactElement {
  const { labels } = useChatContext();
  return "log" in part ? (
    <Markdown source={part.log} labels={labels} data-streaming="" />
  ) : (
    <Markdown labels={labels}>{part.text}</Markdown>
  );
}
