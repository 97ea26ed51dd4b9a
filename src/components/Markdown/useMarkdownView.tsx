"use client";
import { useEffect, useSyncExternalStore, type ReactElement } from "react";
import type { MarkdownViewProps } from "./MarkdownView.js";

type ShowMarkdown = (props: MarkdownViewProps) => ReactElement;

let show: ShowMarkdown | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function load(): Promise<void> {
  const { MarkdownView } = await import("./MarkdownView.js");
  show = (props) => <MarkdownView {...props} />;
  for (const listener of listeners) listener();
}

/**
 * What turns Markdown into elements, fetched when the first text is shown; `undefined` until then, on a server and while a
 * page hydrates. Not `React.lazy`, which older ways of server rendering cannot wait for.
 */
export function useMarkdownView(): ShowMarkdown | undefined {
  useEffect(() => {
    // After a failure (a deploy replaced the file, say) the next text tries again; until then it is shown as it is.
    loading ??= load().catch(() => {
      loading = undefined;
    });
  }, []);
  return useSyncExternalStore(
    subscribe,
    () => show,
    () => undefined,
  );
}
