"use client";
import { Fragment, type ReactElement, type ReactNode } from "react";
import type { DataPart } from "../../client/messages.js";
import type { StoredPart } from "../../store/storedMessage.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { TextPartContext } from "../Lightbox/imagesContext.js";
import { FilePartView } from "./FilePartView.js";
import { ReasoningPartView } from "./ReasoningPartView.js";
import { Sources } from "./Sources.js";
import { TextPartView } from "./TextPartView.js";
import { ToolPartView } from "./ToolPartView.js";

/**
 * The parts of an answer in their order, sources gathered at the end. Parts of unknown types, and data that no component is
 * given for, are kept in the message and not shown.
 */
export function MessageParts({ parts }: { parts: readonly StoredPart[] }): ReactElement {
  const { components } = useChatContext();
  const { Text = TextPartView, Reasoning = ReasoningPartView, File = FilePartView } = components;
  const { Tool = ToolPartView, Sources: SourceList = Sources } = components;

  function show(part: StoredPart): ReactNode {
    switch (part.type) {
      case "text":
        return withImages(part, <Text part={part} />);
      case "reasoning":
        return withImages(part, <Reasoning part={part} />);
      case "file":
        return <File part={part} />;
      default:
        // A tool is known by its call: its type is its name.
        if ("toolCallId" in part) return <Tool part={part} />;
        return isData(part) ? showData(part) : null;
    }
  }

  function showData(part: DataPart): ReactNode {
    const Data = components[part.type];
    if (Data) return <Data part={part} />;
    return part.type === "data-node" ? (part.data as ReactNode) : null;
  }

  const sources = parts.filter(isSource);
  return (
    <>
      {parts.map((part, index) => (
        // Parts are only ever added at the end, so the index is the part's identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>{show(part)}</Fragment>
      ))}
      {sources.length > 0 ? <SourceList parts={sources} /> : null}
    </>
  );
}

/** Lets the images of a text know which text of the conversation it is. */
function withImages(part: StoredPart, shown: ReactElement): ReactElement {
  return <TextPartContext.Provider value={part}>{shown}</TextPartContext.Provider>;
}

/** Whether a part holds a value of the app's own. */
export function isData(part: StoredPart): part is DataPart {
  return part.type.startsWith("data-");
}

function isSource(
  part: StoredPart,
): part is Extract<StoredPart, { type: "source-url" | "source-document" }> {
  return part.type === "source-url" || part.type === "source-document";
}
