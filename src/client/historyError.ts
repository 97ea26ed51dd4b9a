/**
 * Why a conversation could not be kept or read: the storage is full (`quota`) or closed to the page (`denied`), what it
 * holds is damaged (`unreadable`) or of a newer version (`newer`), somebody else saved in between (`conflict`), or anything
 * else (`failed`).
 */
export type HistoryErrorCode = "quota" | "denied" | "unreadable" | "newer" | "conflict" | "failed";

const words: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "The browser’s storage is full, so the latest messages are not saved: delete old chats to make room.",
  denied:
    "This browser does not let the page save anything, so this chat ends with its tab: allow this site to store data, or leave private browsing, to keep it.",
  unreadable:
    "What was saved of this chat is damaged and is left as it is, so nothing is saved here: begin a new chat to have it saved.",
  newer:
    "This chat was saved by a newer version of this page, so it is left as it is: reload the page to open it.",
  conflict:
    "This chat was changed in another tab too: what was written there is kept as another branch.",
  failed:
    "This chat could not be saved. It goes on, and saving is tried again with the next change.",
};

/** A fault of where conversations are kept. `message` is one sentence for people: what happened and what to do. */
export class HistoryError extends Error {
  override readonly name = "HistoryError";

  constructor(
    readonly code: HistoryErrorCode,
    options?: ErrorOptions,
  ) {
    super(words[code], options);
  }
}

const codes: Readonly<Record<string, HistoryErrorCode>> = {
  QuotaExceededError: "quota",
  // What Firefox throws for a full `localStorage`.
  NS_ERROR_DOM_QUOTA_REACHED: "quota",
  SecurityError: "denied",
  InvalidStateError: "denied",
  NotAllowedError: "denied",
  VersionError: "newer",
  NotFoundError: "unreadable",
};

/** Whatever a storage threw, as a `HistoryError`. The browser's own faults are known by their names. */
export function toHistoryError(thrown: unknown): HistoryError {
  if (thrown instanceof HistoryError) return thrown;
  const name = thrown instanceof Error || isNamed(thrown) ? thrown.name : "";
  return new HistoryError(codes[name] ?? "failed", { cause: thrown });
}

/** Errors of another realm, such as a frame, are no `Error` of this one. */
function isNamed(value: unknown): value is { name: string } {
  return typeof value === "object" && value !== null && "name" in value;
}
