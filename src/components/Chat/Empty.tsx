"use client";
import { type ReactElement } from "react";
import { useChatContext } from "./ChatContext.js";
import { Suggestions } from "./Suggestions.js";

/** What stands where no message is yet. */
export function Empty(): ReactElement {
  const { labels } = useChatContext();
  return (
    <div data-pl-empty="">
      <p data-pl-empty-title="">{labels.emptyTitle}</p>
      <p>{labels.emptyText}</p>
      <Suggestions />
    </div>
  );
}
