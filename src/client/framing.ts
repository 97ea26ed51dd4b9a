import type { StreamPart } from "./streamParts.js";

/** Parts that only frame an answer; a server may send them long before it has anything to say. */
const framing =
  /^(?:start|(?:start|finish)-step|(?:text|reasoning)-(?:start|end)|message-metadata)$/;

/** Whether a part shows nothing by itself: it frames the answer, or is an empty delta. */
export function isFraming(part: StreamPart): boolean {
  if (part.type === "text-delta" || part.type === "reasoning-delta")
    return !("delta" in part && part.delta !== "");
  return framing.test(part.type);
}

/** Whether a part is for the moment alone and never kept in a message. */
export function isTransient(part: StreamPart): boolean {
  return "transient" in part && part.transient === true;
}
