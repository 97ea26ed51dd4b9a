"use client";
import { Popover } from "radix-ui";
import { useContext, useState, type ReactElement } from "react";
import { contextLevels } from "../../client/inputLimit.js";
import type { TokenParts } from "../../client/requestWeight.js";
import { useChatUsage } from "../../hooks/useChatUsage.js";
import type { ContextUsage } from "../../hooks/useContextUsage.js";
import { ModelFactsContext, useChatContext } from "./ChatContext.js";
import { ChatPopover } from "./ChatPopover.js";

/** Props of `ContextMeter`. */
export interface ContextMeterProps {
  /** As `useContextUsage` gives it. */
  usage: ContextUsage;
}

/**
 * How full the model's context is: a ring that tells more when it is pressed. Nothing where the limit is not known.
 * @throws Error outside `Chat.Root`.
 */
export function ContextMeter({ usage }: ContextMeterProps): ReactElement | null {
  const { labels } = useChatContext();
  const [place, setPlace] = useState<Element | null>(null);
  const { share } = usage;
  if (share === undefined) return null;
  const percent = Math.min(100, Math.floor(share * 100));
  const words = labels.contextUsed(usage);
  return (
    <Popover.Root>
      <span data-pl-context="" data-level={levelOf(share)}>
        <Popover.Trigger
          ref={setPlace}
          data-pl-context-button=""
          aria-label={labels.contextDetails}
          title={words}
        />
        <span
          role="meter"
          aria-label={labels.context}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={words}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="8" />
            {percent > 0 ? (
              <circle cx="12" cy="12" r="8" pathLength="100" strokeDasharray={`${percent} 100`} />
            ) : null}
          </svg>
        </span>
      </span>
      <ChatPopover
        place={place}
        data-pl-context-panel=""
        aria-label={labels.contextDetails}
        align="end"
        sideOffset={8}
      >
        <Details usage={usage} words={words} />
      </ChatPopover>
    </Popover.Root>
  );
}

const order: readonly (keyof TokenParts)[] = ["system", "tools", "history", "images", "draft"];

function Details({ usage, words }: ContextMeterProps & { words: string }): ReactElement {
  const { store, labels } = useChatContext();
  const used = useChatUsage(store, useContext(ModelFactsContext));
  const shown = order.filter((part) => usage.parts[part] > 0);
  return (
    <>
      <p>
        <strong>{words}</strong>
      </p>
      {shown.length > 0 ? (
        <dl>
          {shown.map((part) => (
            <div key={part}>
              <dt>{labels.contextPart(part)}</dt>
              <dd>{labels.number(usage.parts[part])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {used.tokens > 0 ? <p data-pl-note="">{labels.chatUsage(used)}</p> : null}
    </>
  );
}

function levelOf(share: number): "over" | "critical" | "high" | undefined {
  if (share > 1) return "over";
  if (share >= contextLevels.critical) return "critical";
  return share >= contextLevels.high ? "high" : undefined;
}
