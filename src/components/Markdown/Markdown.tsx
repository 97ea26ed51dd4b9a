"use client";
import {
  forwardRef,
  useCallback,
  useSyncExternalStore,
  type ComponentPropsWithoutRef,
  type Ref,
} from "react";
import type { AppendLogReader } from "../../store/appendLog.js";
import { useMarkdownView } from "./useMarkdownView.js";

/** The words `Markdown` itself writes. */
export interface MarkdownLabels {
  /** On the chip that stands for a remote image. */
  showImage: (host: string) => string;
  /** The name of a table that scrolls. */
  table: string;
}

const english: MarkdownLabels = { showImage: (host) => `Show image from ${host}`, table: "Table" };

/** Props of `Markdown`: either `source` or text as children. */
export interface MarkdownProps extends Omit<ComponentPropsWithoutRef<"div">, "children"> {
  /** A text that is still growing. */
  source?: AppendLogReader | undefined;
  /** A finished text. */
  children?: string | undefined;
  /** Default: English. */
  labels?: MarkdownLabels | undefined;
}

const nothing = (): (() => void) => () => {};

/**
 * Markdown (CommonMark and GFM), finished or still growing. Raw HTML is shown as text, links open without a referrer, and a
 * remote image is a chip with the host's name until somebody asks for it.
 */
export const Markdown: React.ForwardRefExoticComponent<
  MarkdownProps & React.RefAttributes<HTMLDivElement>
> = forwardRef(function Markdown(
  { source, children = "", labels = english, ...props }: MarkdownProps,
  ref: Ref<HTMLDivElement>,
) {
  const show = useMarkdownView();
  const subscribe = useCallback(
    (listener: () => void) => (source ? source.subscribe(listener) : nothing()),
    [source],
  );
  const length = useSyncExternalStore(
    subscribe,
    () => source?.length ?? 0,
    () => source?.length ?? 0,
  );
  const text = source ? source.since(0).slice(0, length) : children;
  return (
    <div data-pl-markdown="" dir="auto" {...props} ref={ref}>
      {show ? show({ text, labels }) : <p data-pl-plain="">{text}</p>}
    </div>
  );
});
