"use client";
import {
  forwardRef,
  useCallback,
  useMemo,
  useSyncExternalStore,
  type ComponentPropsWithoutRef,
  type ReactElement,
  type Ref,
} from "react";
import type { AppendLogReader } from "../../store/appendLog.js";
import type { MarkdownComponents } from "./markdownComponents.js";
import { englishMarkdownLabels, type MarkdownLabels } from "./markdownLabels.js";
import type { MarkdownViewProps } from "./MarkdownView.js";
import { createLazy, useLazy } from "./useLazy.js";

/** Props of `Markdown`: either `source` or text as children. */
export interface MarkdownProps extends Omit<ComponentPropsWithoutRef<"div">, "children"> {
  /** A text that is still growing. Its deltas cost the same however long it is. */
  source?: AppendLogReader | undefined;
  /** A finished text. */
  children?: string | undefined;
  /** Words of yours; keep the object outside the component, or memoise it. Default: English. */
  labels?: Partial<MarkdownLabels> | undefined;
  /** Components of yours in the place of elements; keep the object outside the component, or memoise it. */
  components?: MarkdownComponents | undefined;
  /**
   * Whether text from `source` appears evenly, a little in each frame, instead of as it arrives. What has arrived is shown
   * within a few frames, and at once when the text ends, in a hidden tab and where motion is reduced. Default `false`.
   */
  smooth?: boolean | undefined;
}

const view = createLazy(async () => {
  const { MarkdownView } = await import("./MarkdownView.js");
  return (props: MarkdownViewProps) => <MarkdownView {...props} />;
});
const noComponents: MarkdownComponents = {};

/**
 * Markdown, finished or still growing. Raw HTML is shown as text, links name their host and open without a referrer, and a
 * remote image is a chip with the host's name until somebody asks for it.
 */
export const Markdown: React.ForwardRefExoticComponent<
  MarkdownProps & React.RefAttributes<HTMLDivElement>
> = forwardRef(function Markdown(
  {
    source,
    children = "",
    labels,
    components = noComponents,
    smooth = false,
    ...props
  }: MarkdownProps,
  ref: Ref<HTMLDivElement>,
) {
  const show = useLazy(view);
  const words = useMemo(() => ({ ...englishMarkdownLabels, ...labels }), [labels]);
  return (
    <div data-pl-markdown="" {...props} ref={ref}>
      {show ? (
        show({
          source,
          text: children,
          labels: words,
          components,
          smooth,
          hasOwnDirections: props.dir === undefined,
        })
      ) : (
        <PlainText source={source} text={children} />
      )}
    </div>
  );
});

/** The text as it was written, until there is more to show it with. */
function PlainText({
  source,
  text,
}: {
  source: AppendLogReader | undefined;
  text: string;
}): ReactElement {
  const subscribe = useCallback(
    (listener: () => void) => source?.subscribe(listener) ?? (() => {}),
    [source],
  );
  const length = (): number => source?.length ?? 0;
  const arrived = useSyncExternalStore(subscribe, length, length);
  return (
    <p data-pl-plain="" dir="auto">
      {source ? source.since(0).slice(0, arrived) : text}
    </p>
  );
}
