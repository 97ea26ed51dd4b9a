"use client";
import { type ReactElement } from "react";
import type { SourceDocumentPart, SourceUrlPart } from "../../client/messages.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";

const safeURL = /^(https?:|[./#]|[\w-]+(\/|\.|#|$))/i;

/** What an answer rests on, as a row of links. */
export function Sources({
  parts,
}: {
  parts: readonly (SourceUrlPart | SourceDocumentPart)[];
}): ReactElement | null {
  const { labels } = useChatContext();
  if (parts.length === 0) return null;
  return (
    <ul data-pl-sources="" aria-label={labels.sources}>
      {parts.map((part, index) => (
        // Providers give one id to several sources; they are only ever added at the end, so the index is the identity.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {part.type === "source-url" && safeURL.test(part.url) ? (
            <a data-pl-chip="" href={part.url} target="_blank" rel="noopener noreferrer nofollow">
              <Icon name="link" />
              <bdi>{part.title ?? part.url}</bdi>
            </a>
          ) : (
            <span data-pl-chip="">
              <bdi>{part.title}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
