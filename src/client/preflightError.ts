import { ChatError, type ChatErrorCode } from "./errors.js";
import type { PreflightCode, PreflightFinding } from "./preflight.js";

/** What a provider would have called it. */
const codes: Readonly<Record<PreflightCode, ChatErrorCode>> = {
  vision_unsupported: "vision_unsupported",
  image_type: "image_rejected",
  image_address: "image_rejected",
  image_too_large: "image_rejected",
  too_many_images: "image_rejected",
  request_too_large: "image_rejected",
  file_unsupported: "bad_request",
  file_address: "bad_request",
  file_too_large: "bad_request",
  too_many_files: "bad_request",
  tools_unsupported: "tools_unsupported",
  context_window: "context_window",
  context_may_not_fit: "context_window",
  context_nearly_full: "context_window",
};

/** A finding as the error a provider would have answered with, for code that waits for a request that was not sent. */
export function preflightError({ code, message }: PreflightFinding): ChatError {
  return new ChatError(codes[code], message);
}
