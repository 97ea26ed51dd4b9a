"use client";
import { useEffect, useMemo, useState } from "react";
import type { UIMessage } from "../client/messages.js";
import { isWeighed, weighMessage } from "../client/messageWeight.js";

/** So many messages that were not weighed yet are weighed in one go. */
const slice = 250;

/**
 * Whether all messages have been weighed, so that what they weigh together costs a sum. A few are for whoever asks; a long
 * conversation that was loaded is weighed in slices once it has been shown, and is answered for with false until then.
 */
export function useWeighing(messages: readonly UIMessage[]): boolean {
  const [weighed, setWeighed] = useState<readonly UIMessage[]>();
  const waiting = useMemo(() => messages.filter((message) => !isWeighed(message)), [messages]);
  const isFew = waiting.length <= slice;
  useEffect(() => {
    if (isFew) return;
    let done = 0;
    function weighSome(): void {
      for (const message of waiting.slice(done, done + slice)) weighMessage(message);
      done += slice;
      if (done < waiting.length) timer = setTimeout(weighSome);
      else setWeighed(messages);
    }
    let timer = setTimeout(weighSome);
    return () => clearTimeout(timer);
  }, [messages, waiting, isFew]);
  return isFew || weighed === messages;
}
