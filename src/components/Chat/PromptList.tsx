"use client";
import { useEffect, useRef, type ReactElement } from "react";
import { useChatContext } from "./ChatContext.js";
import type { PromptMenu } from "./usePromptMenu.js";

/** The prompts that fit, above the input, which keeps the focus. */
export function PromptList({ menu }: { menu: PromptMenu }): ReactElement {
  const { labels } = useChatContext();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[menu.active]?.scrollIntoView({ block: "nearest" });
  }, [menu.active]);
  return (
    <div data-pl-prompts="" role="listbox" id={menu.listId} aria-label={labels.prompts} ref={list}>
      {menu.shown.map((prompt, index) => (
        // The input holds the focus, and its keys choose.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={prompt}
          id={menu.optionId(index)}
          data-pl-prompt=""
          role="option"
          tabIndex={-1}
          aria-selected={index === menu.active}
          dir="auto"
          onPointerMove={() => menu.setActive(index)}
          // The input would lose the focus, and the list would close before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => menu.choose(prompt)}
        >
          {prompt.split(/(\{\{\s*\w+\s*\}\})/).map((piece, at) =>
            // oxlint-disable-next-line react/no-array-index-key
            at % 2 === 1 ? <var key={at}>{piece.replace(/[{}\s]/g, "")}</var> : piece,
          )}
        </div>
      ))}
    </div>
  );
}
