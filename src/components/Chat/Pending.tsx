"use client";
import { useEffect, useState, type ReactElement } from "react";
import type { RetryNotice } from "../../client/streamParts.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useChatContext } from "./ChatContext.js";
import { ModelMark } from "./ModelMark.js";

/** Stands for an answer that has not begun: three dots, or why it takes longer. */
export function Pending(): ReactElement | null {
  const { store, labels, nameOf } = useChatContext();
  const run = useChatState(store, (state) =>
    state.status === "submitted" ? state.run : undefined,
  );
  const retry = useChatState(store, (state) => state.retry);
  if (!run || run.messageId !== undefined) return null;
  const author = nameOf(run.model) ?? labels.assistant;
  return (
    <div data-pl-message="" data-role="assistant" data-status="submitted">
      <header data-pl-author="">
        <ModelMark name={run.provider ?? author} />
        <bdi data-pl-author-name="">{author}</bdi>
      </header>
      {retry ? (
        <RetryCountdown key={`${run.id} ${retry.attempt} ${retry.message}`} notice={retry} />
      ) : (
        <span data-pl-dots="" aria-hidden="true" />
      )}
    </div>
  );
}

function RetryCountdown({ notice }: { notice: RetryNotice }): ReactElement {
  const { labels } = useChatContext();
  const [seconds, setSeconds] = useState(() => Math.ceil(notice.delayMs / 1000));
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return <p data-pl-note="">{labels.retrying(notice.attempt, seconds)}</p>;
}
