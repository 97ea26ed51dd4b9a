"use client";
import { useId, useState, type ReactElement } from "react";
import type { SourceDocumentPart, SourceUrlPart } from "../../client/messages.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import { shortHostOf } from "../Markdown/hostOf.js";
import type { SourcesProps } from "./partProps.js";

const safeURL = /^(https?:|[./#]|[\w-]+(\/|\.|#|$))/i;
/** How many hosts are named before the list is opened. */
const namedHosts = 2;

/** What an answer rests on: how much it is and where from, and all of it as a numbered list when it is asked for. */
export function Sources({ parts }: SourcesProps): ReactElement {
  const { labels } = useChatContext();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const hosts = [...new Set(parts.flatMap((part) => hostOfSource(part) ?? []))];
  const more = hosts.length - namedHosts;
  return (
    <div data-pl-sources="">
      <button
        type="button"
        data-pl-chip=""
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="link" />
        <span data-pl-source-count="">{labels.sourceCount(parts.length)}</span>
        {hosts.length > 0 ? (
          <bdi>
            {hosts.slice(0, namedHosts).join(", ")}
            {more > 0 ? ` ${labels.moreHosts(more)}` : null}
          </bdi>
        ) : null}
        <Icon name="chevronDown" />
      </button>
      {isOpen ? (
        <ol id={listId} aria-label={labels.sources}>
          {parts.map((part, index) => (
            // Providers give one id to several sources; they are only ever added at the end, so the index is the identity.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Source part={part} />
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

function Source({ part }: { part: SourceUrlPart | SourceDocumentPart }): ReactElement {
  const title = part.title || (part.type === "source-url" ? part.url : part.filename);
  const place = part.type === "source-url" ? hostOfSource(part) : part.filename;
  return (
    <>
      {part.type === "source-url" && safeURL.test(part.url) ? (
        <a href={part.url} target="_blank" rel="noopener noreferrer nofollow">
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
      {part.title && place && place !== title ? <bdi data-pl-source-place="">{place}</bdi> : null}
    </>
  );
}

function hostOfSource(part: SourceUrlPart | SourceDocumentPart): string | undefined {
  return part.type === "source-url" ? shortHostOf(part.url) : undefined;
}
