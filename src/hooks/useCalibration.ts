"use client";
import { useEffect, useState } from "react";
import { learnRatio, type Calibration, type CalibrationSample } from "../client/calibration.js";
import { estimateRequest, type RequestInput } from "../client/requestWeight.js";
import type { ChatState } from "../store/chatState.js";
import type { ChatStore } from "../store/chatStore.js";
import { toUIMessage } from "../store/storedMessage.js";
import { useLatest } from "./useLatest.js";

/** What every request of a chat carries beside its messages. */
export type RequestHead = Pick<RequestInput, "system" | "tools">;

/** What reported tokens are to estimated ones in this chat, learnt at the end of each answer and kept in memory alone. */
export function useCalibration(store: ChatStore, head: RequestHead): Calibration {
  const [calibration, setCalibration] = useState<Calibration>(() => new Map());
  const latest = useLatest(head);
  useEffect(
    () =>
      store.state.subscribe((now, before) => {
        const sample = sampleOf(now, before, latest());
        if (sample) setCalibration((known) => learnRatio(known, sample));
      }),
    [store, latest],
  );
  return calibration;
}

/** What the end of a run teaches; `undefined` where no run ended, or its count is not that of one request. */
function sampleOf(
  now: ChatState,
  before: ChatState,
  head: RequestHead,
): CalibrationSample | undefined {
  const id = before.run?.messageId;
  const answer = now.byId.get(id ?? "");
  if (id === undefined || now.run || !answer) return undefined;
  const { model, usage } = answer.metadata ?? {};
  const isContinued = before.byId.get(id)?.metadata?.status !== undefined;
  const steps = answer.parts.filter(({ type }) => type === "step-start").length;
  if (!model || usage?.inputTokens === undefined || isContinued || steps > 1) return undefined;
  const asked = now.order.slice(0, now.order.indexOf(id)).map((one) => now.byId.get(one)!);
  const messages = asked.map(toUIMessage);
  const estimated = estimateRequest({ ...head, messages }, model).tokens;
  return { model, estimated, reported: usage.inputTokens };
}
