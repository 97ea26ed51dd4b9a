"use client";
import { Fragment, type ReactElement, type ReactNode } from "react";
import type { StoredPart } from "../../store/storedMessage.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { FilePartView } from "./FilePartView.js";
import { ReasoningPartView } from "./ReasoningPartView.js";
import { Sources } from "./Sources.js";
import { TextPartView } from "./TextPartView.js";
import { ToolPartView } from "./ToolPartView.js";

/**
 * The parts of an answer in their order, sources gathered at the end. Parts of unknown types are kept in the message and
 * not shown.
 */
export function MessageParts({ parts }: { parts: readonly StoredPart[] }): ReactElement {
  const { components } = useChatContext();
  const { Text = TextPartView, Reasoning = ReasoningPartView, File = FilePartView } = components;
  const { Tool = ToolPartView } = components;

  function show(part: StoredPart): ReactNode {
    switch (part.type) {
      case "text":
        return <Text part={part} />;
      case "reasoning":
        return <Reasoning part={part} />;
      case "file":
        return <File part={part} />;
      case "data-node":
        return (part as { data: unknown }).data as ReactNode;
      default:
        // A tool is known by its call: its type is its name.
        return "toolCallId" in part ? <Tool part={part} /> : null;
    }
  }

  return (
    <>
      {parts.map((part, index) => (
        // Parts are only ever added at the end, so the index is the part's identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>{show(part)}</Fragment>
      ))}
      <Sources
        parts={parts.filter(
          (part) => part.type === "source-url" || part.type === "source-document",
        )}
      />
    </>
  );
}
