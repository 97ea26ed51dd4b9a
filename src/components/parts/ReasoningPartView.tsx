"use client";
import { useState, type ReactElement } from "react";
import { thoughtMs } from "../../store/storedMessage.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import type { ReasoningPartProps } from "./partProps.js";
import { TextPartView } from "./TextPartView.js";

/** What the model thought: open while it thinks, folded after, unless a person chose otherwise. */
export function ReasoningPartView({ part }: ReasoningPartProps): ReactElement | null {
  const { labels } = useChatContext();
  const [chosen, setChosen] = useState<boolean>();
  const running = "log" in part;
  const open = chosen ?? running;
  // Some providers keep the thoughts to themselves and send only what they need to get back.
  if (!running && part.text === "") return null;
  const durationMs = thoughtMs(part);
  return (
    <div data-pl-reasoning="" data-open={open ? "" : undefined}>
      <button
        type="button"
        data-pl-disclosure=""
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >
        <Icon name="chevronRight" />
        {running
          ? labels.thinking
          : durationMs === undefined
            ? labels.thought
            : labels.thoughtFor(durationMs)}
      </button>
      {open ? <TextPartView part={part} /> : null}
    </div>
  );
}
