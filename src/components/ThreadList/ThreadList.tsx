"use client";
import {
  forwardRef,
  useId,
  useMemo,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import type { UseThreadsResult } from "../../hooks/useThreads.js";
import { Icon } from "../icons.js";
import { KeepingNotice } from "../KeepingNotice.js";
import { groupByDay } from "./threadDays.js";
import { englishThreadLabels, type ThreadListLabels } from "./threadLabels.js";
import { ThreadRow } from "./ThreadRow.js";
import { UndoBar } from "./UndoBar.js";
import { useRowFocus } from "./useRowFocus.js";

/** Props of `ThreadList`, and those of a `nav`. */
export interface ThreadListProps extends Omit<ComponentPropsWithoutRef<"nav">, "children"> {
  /** What `useThreads` returned. */
  threads: UseThreadsResult;
  /** Strings of yours; those of the chat will do. Default: English. */
  labels?: Partial<ThreadListLabels> | undefined;
}

/**
 * The conversations that are kept, by day: to open, name, search and delete, with the pointer or the keys (arrows, Home, End,
 * F2, Delete). What was deleted can be brought back.
 *
 * @example
 * const threads = useThreads({ persistence });
 * <ThreadList threads={threads} />
 * <Chat id={threads.activeId} onNewChat={threads.create} persistence={persistence} />
 */
export const ThreadList: ForwardRefExoticComponent<ThreadListProps & RefAttributes<HTMLElement>> =
  forwardRef(function ThreadList(
    { threads: list, labels, ...props }: ThreadListProps,
    ref: Ref<HTMLElement>,
  ): ReactElement {
    const words = { ...englishThreadLabels, ...labels };
    const { threads, activeId } = list;
    const groups = useMemo(() => groupByDay(threads), [threads]);
    const ids = groups.flatMap((group) => group.threads.map(({ id }) => id));
    const newButton = useRef<HTMLButtonElement>(null);
    const rows = useRowFocus(ids, activeId, () => newButton.current);
    const [renaming, setRenaming] = useState<string>();
    const headingId = useId();

    function remove(id: string): void {
      const at = ids.indexOf(id);
      rows.focus(ids[at + 1] ?? ids[at - 1]);
      void list.remove(id);
    }

    function onRowKeyDown(event: KeyboardEvent, id: string): void {
      const at = ids.indexOf(id);
      const targets: Record<string, number> = {
        ArrowDown: Math.min(at + 1, ids.length - 1),
        ArrowUp: Math.max(at - 1, 0),
        Home: 0,
        End: ids.length - 1,
      };
      const { key } = event;
      if (targets[key] !== undefined) rows.focus(ids[targets[key]]);
      else if (key === "F2") setRenaming(id);
      else if (key === "Delete") remove(id);
      else return;
      event.preventDefault();
    }

    function onSearchKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      if (event.key === "ArrowDown" && ids.length > 0) rows.focus(ids[0]);
      else if (event.key === "Escape" && list.search) list.setSearch("");
      else return;
      event.preventDefault();
    }

    return (
      <nav aria-label={words.threads} data-pl-root="" data-pl-threads="" {...props} ref={ref}>
        <button type="button" data-pl-thread-new="" ref={newButton} onClick={list.create}>
          <Icon name="plus" />
          {words.newChat}
        </button>
        {list.count > 0 ? (
          <label data-pl-thread-search="">
            <Icon name="search" />
            <input
              type="search"
              data-pl-search=""
              dir="auto"
              aria-label={words.searchThreads}
              placeholder={words.searchThreads}
              value={list.search}
              onChange={(event) => list.setSearch(event.currentTarget.value)}
              onKeyDown={onSearchKeyDown}
            />
          </label>
        ) : null}
        <KeepingNotice fault={list.error} labels={words} onDismiss={list.clearError} />
        <div data-pl-thread-groups="">
          {groups.map(({ day, threads: found }) => (
            <section key={day} aria-labelledby={`${headingId}-${day}`}>
              <p data-pl-thread-day="" id={`${headingId}-${day}`}>
                {words.threadDay(day)}
              </p>
              <ul>
                {found.map((thread) => (
                  <ThreadRow
                    key={thread.id}
                    thread={thread}
                    search={list.search.trim()}
                    labels={words}
                    isActive={thread.id === activeId}
                    isRenaming={thread.id === renaming}
                    isTabStop={thread.id === rows.tabStop}
                    openRef={rows.rowRef(thread.id)}
                    onOpen={() => list.select(thread.id)}
                    onFocus={() => rows.setTabStop(thread.id)}
                    onKeyDown={(event) => onRowKeyDown(event, thread.id)}
                    onRename={() => setRenaming(thread.id)}
                    onRenamed={(title, isByKey) => {
                      setRenaming(undefined);
                      if (isByKey) rows.focus(thread.id);
                      if (title !== undefined) void list.rename(thread.id, title);
                    }}
                    onDelete={() => remove(thread.id)}
                  />
                ))}
              </ul>
            </section>
          ))}
          {ids.length === 0 ? (
            <p data-pl-note="">
              {list.isLoading
                ? words.loadingThreads
                : list.count === 0
                  ? words.noThreads
                  : list.isSearching
                    ? words.searchingThreads
                    : words.noThreadFound}
            </p>
          ) : null}
        </div>
        <UndoBar
          removed={list.removed}
          labels={words}
          onUndo={(id) => {
            rows.focus(id);
            void list.undoRemove();
          }}
          onDismiss={() => {
            rows.focus(rows.tabStop);
            list.forgetRemoved();
          }}
        />
      </nav>
    );
  });
