"use client";
import { type KeyboardEvent, type ReactElement, type Ref } from "react";
import type { ListedThread } from "../../hooks/useThreads.js";
import { IconButton } from "../IconButton.js";
import type { ThreadListLabels } from "./threadLabels.js";
import { TitleField } from "./TitleField.js";

/** Props of `ThreadRow`. */
export interface ThreadRowProps {
  thread: ListedThread;
  /** What is searched for, to be marked in the excerpt. */
  search: string;
  isActive: boolean;
  isRenaming: boolean;
  /** Whether Tab leads to this one: to one row of the list. */
  isTabStop: boolean;
  labels: ThreadListLabels;
  openRef: Ref<HTMLButtonElement>;
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onRename: () => void;
  /** Renaming ends: with a title, or without one to leave it; and whether a key ended it. */
  onRenamed: (title: string | undefined, isByKey: boolean) => void;
  onDelete: () => void;
}

/** One thread: a button that opens it, and two beside it that are shown where the pointer or the focus is. */
export function ThreadRow({
  thread,
  search,
  isActive,
  isRenaming,
  isTabStop,
  labels,
  openRef,
  onOpen,
  onFocus,
  onKeyDown,
  onRename,
  onRenamed,
  onDelete,
}: ThreadRowProps): ReactElement {
  const title = thread.title || labels.untitled;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <li data-pl-thread="" data-active={isActive ? "" : undefined}>
      {isRenaming ? (
        <TitleField title={thread.title} label={labels.threadTitle} onEnd={onRenamed} />
      ) : (
        <>
          <button
            type="button"
            data-pl-thread-open=""
            title={title}
            aria-current={isActive ? "true" : undefined}
            tabIndex={tabIndex}
            ref={openRef}
            onClick={onOpen}
            onDoubleClick={onRename}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
          >
            <bdi>{title}</bdi>
            {thread.excerpt === undefined ? null : (
              <Excerpt text={thread.excerpt} search={search} />
            )}
          </button>
          <IconButton
            icon="edit"
            label={labels.renameThread(title)}
            tabIndex={tabIndex}
            onClick={onRename}
          />
          <IconButton
            icon="trash"
            label={labels.deleteThread(title)}
            tabIndex={tabIndex}
            onClick={onDelete}
          />
        </>
      )}
    </li>
  );
}

/** Some words of a conversation, with what was searched for marked. */
function Excerpt({ text, search }: { text: string; search: string }): ReactElement {
  const at = text.toLocaleLowerCase().indexOf(search.toLocaleLowerCase());
  const end = at + search.length;
  return (
    <span data-pl-thread-excerpt="" dir="auto">
      {/* What was found earlier is still shown while more of the word is typed. */}
      {at < 0 ? text : text.slice(0, at)}
      {at < 0 ? null : <mark>{text.slice(at, end)}</mark>}
      {at < 0 ? null : text.slice(end)}
    </span>
  );
}
