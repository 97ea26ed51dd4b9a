"use client";
import { Popover } from "radix-ui";
import { useContext, useState, type ReactElement } from "react";
import type { MessageMetadata } from "../../client/messages.js";
import { costOfAnswer, tokensOf, useChatUsage } from "../../hooks/useChatUsage.js";
import type { ModelFacts } from "../../hooks/useModelFacts.js";
import type { StoredMessage } from "../../store/storedMessage.js";
import type { ChatLabels } from "../labels.js";
import type { AnswerFact } from "./answerLabels.js";
import { ModelFactsContext, useChatContext, type ChatContextValue } from "./ChatContext.js";
import { ChatPopover } from "./ChatPopover.js";

/** How an answer ended, its tokens, cost and time. Pressed, it tells more, and what the chat has used. Nothing where nothing is known. */
export function AnswerFacts({ message }: { message: StoredMessage }): ReactElement | null {
  const { labels } = useChatContext();
  const [place, setPlace] = useState<Element | null>(null);
  const factsOf = useContext(ModelFactsContext);
  const metadata = message.metadata ?? {};
  const words = wordsOf(metadata, labels, factsOf);
  if (!words) return null;
  if (tokensOf(metadata) === undefined) return <span data-pl-facts="">{words}</span>;
  return (
    <Popover.Root>
      <Popover.Trigger
        ref={setPlace}
        data-pl-facts=""
        data-pl-facts-button=""
        title={labels.answerDetails}
      >
        {words}
      </Popover.Trigger>
      <ChatPopover
        place={place}
        data-pl-context-panel=""
        aria-label={labels.answerDetails}
        align="start"
        sideOffset={6}
      >
        <Details metadata={metadata} />
      </ChatPopover>
    </Popover.Root>
  );
}

/** Mounted while it is open: the sum of a chat is not worth adding up for each answer. */
function Details({ metadata }: { metadata: MessageMetadata }): ReactElement {
  const { store, labels, nameOf } = useChatContext();
  const factsOf = useContext(ModelFactsContext);
  const used = useChatUsage(store, factsOf);
  return (
    <>
      <dl>
        {figuresOf(metadata, { labels, nameOf }, factsOf).map(([fact, value]) => (
          <div key={fact}>
            <dt>{labels.answerFact(fact)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p data-pl-note="">{labels.chatUsage(used)}</p>
    </>
  );
}

/** What is known, and nothing in the place of what is not. */
function figuresOf(
  metadata: MessageMetadata,
  { labels, nameOf }: Pick<ChatContextValue, "labels" | "nameOf">,
  factsOf: ModelFacts,
): [fact: AnswerFact, value: string][] {
  const { model, usage = {}, firstTokenMs, durationMs } = metadata;
  const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens, totalTokens } = usage;
  const isSplit = inputTokens !== undefined || outputTokens !== undefined;
  const cost = costOfAnswer(metadata, factsOf);
  const count = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : labels.number(value);
  const time = (ms: number | undefined): string | undefined =>
    ms === undefined ? undefined : labels.seconds(ms / 1000);
  const figures: [AnswerFact, string | undefined][] = [
    ["model", nameOf(model)],
    ["inputTokens", count(inputTokens)],
    ["cachedInputTokens", count(cachedInputTokens || undefined)],
    ["outputTokens", count(outputTokens)],
    ["reasoningTokens", count(reasoningTokens || undefined)],
    ["totalTokens", isSplit ? undefined : count(totalTokens)],
    ["cost", cost === undefined ? undefined : labels.cost(cost)],
    ["firstToken", time(firstTokenMs)],
    ["duration", time(durationMs)],
  ];
  return figures.filter((figure): figure is [AnswerFact, string] => figure[1] !== undefined);
}

function wordsOf(metadata: MessageMetadata, labels: ChatLabels, factsOf: ModelFacts): string {
  const { status, durationMs } = metadata;
  const ending =
    status &&
    { complete: "", stopped: labels.stopped, error: labels.cutOff, length: labels.lengthLimit }[
      status
    ];
  const tokens = tokensOf(metadata);
  const cost = costOfAnswer(metadata, factsOf);
  return [
    ending,
    tokens && labels.tokens(tokens),
    cost !== undefined && labels.cost(cost),
    durationMs && labels.seconds(durationMs / 1000),
  ]
    .filter(Boolean)
    .join(" · ");
}
