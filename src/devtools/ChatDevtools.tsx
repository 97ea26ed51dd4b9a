"use client";
import {
  forwardRef,
  useId,
  useMemo,
  useSyncExternalStore,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import type { Recorder } from "../cassette/createRecorder.js";
import { saveFile } from "../transcript/saveFile.js";
import { englishDevtoolsLabels, type DevtoolsLabels } from "./devtoolsLabels.js";
import { ExchangeView } from "./ExchangeView.js";

/** Props of `<ChatDevtools>`: those of a `<section>`, and the recorder. */
export interface ChatDevtoolsProps extends Omit<ComponentPropsWithoutRef<"section">, "children"> {
  /** What listens in on the chat: its `fetch` is the client's. */
  recorder: Recorder;
  /** The name of the file that is saved. Default: `chat.cassette.json`. */
  fileName?: string | undefined;
  /** Words of yours in the place of the English ones. */
  labels?: Partial<DevtoolsLabels> | undefined;
}

/**
 * What a chat sends and gets, for developers: each request with its status, the time to its first token, its pace, tokens
 * and cost, the raw request and answer, the command that sends it again, and all of it as a cassette. It shows no keys.
 *
 * @example
 * const recorder = createRecorder();
 * const client = createGatewayClient({ fetch: recorder.fetch });
 * <Chat client={client} />
 * <ChatDevtools recorder={recorder} />
 */
export const ChatDevtools: ForwardRefExoticComponent<
  ChatDevtoolsProps & RefAttributes<HTMLElement>
> = forwardRef(function ChatDevtools(
  { recorder, fileName = "chat.cassette.json", labels: given, ...props }: ChatDevtoolsProps,
  ref: Ref<HTMLElement>,
): ReactElement {
  const labels = useMemo(() => ({ ...englishDevtoolsLabels, ...given }), [given]);
  const titleId = useId();
  const read = (): Recorder["exchanges"] => recorder.exchanges;
  const exchanges = useSyncExternalStore(recorder.subscribe, read, read);
  const isEmpty = exchanges.length === 0;
  return (
    <section data-pl-root="" data-pl-devtools="" aria-labelledby={titleId} {...props} ref={ref}>
      <header>
        <strong id={titleId}>{labels.title}</strong>
        <button
          type="button"
          data-pl-button=""
          disabled={isEmpty}
          onClick={() =>
            saveFile(fileName, JSON.stringify(recorder.cassette(), null, 2), "application/json")
          }
        >
          {labels.save}
        </button>
        <button type="button" data-pl-button="" disabled={isEmpty} onClick={recorder.clear}>
          {labels.clear}
        </button>
      </header>
      {isEmpty ? (
        <p>{labels.empty}</p>
      ) : (
        <ol>
          {exchanges.map((exchange, index) => (
            // Requests are added at the end and go all at once.
            // oxlint-disable-next-line react/no-array-index-key
            <ExchangeView key={`${exchange.startedAt} ${index}`} {...{ exchange, labels }} />
          ))}
        </ol>
      )}
    </section>
  );
});
