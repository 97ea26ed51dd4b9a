"use client";
import { type ReactElement } from "react";
import { bytesOf } from "../../internal/dataURL.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import { hostOf } from "../Markdown/hostOf.js";
import { kindOfFile } from "./fileFacts.js";
import type { FilePartProps } from "./partProps.js";
import { canSave, saveFile } from "./saveFile.js";

/** A file by its name, kind and size: a button that saves it, or a link to the server that has it. */
export function FileCard({ part }: FilePartProps): ReactElement {
  const { labels } = useChatContext();
  const name = part.filename || labels.file;
  const bytes = bytesOf(part.url);
  const host = hostOf(part.url);
  const facts = [kindOfFile(part), bytes !== undefined && labels.fileSize(bytes), host];
  const content = (
    <>
      <Icon name="file" />
      <span data-pl-file-name="">
        <bdi>{name}</bdi>
        <span>{facts.filter(Boolean).join(" · ")}</span>
      </span>
    </>
  );
  if (canSave(part)) {
    return (
      <button
        type="button"
        data-pl-file=""
        title={labels.download(name)}
        onClick={() => saveFile(part, labels.file)}
      >
        {content}
        <Icon name="download" />
      </button>
    );
  }
  if (host === undefined) return <span data-pl-file="">{content}</span>;
  return (
    <a data-pl-file="" href={part.url} target="_blank" rel="noopener noreferrer nofollow">
      {content}
      <Icon name="link" />
    </a>
  );
}
