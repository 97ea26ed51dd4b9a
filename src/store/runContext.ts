import type { StoreApi } from "zustand/vanilla";
import type { ChatError } from "../client/errors.js";
import type { UIMessage } from "../client/messages.js";
import type { ChatState } from "./chatState.js";
import type { FinishEvent } from "./finishEvent.js";
import type { FrameScheduler } from "./frame.js";

/** What a run needs of the store it writes to. */
export interface RunContext {
  readonly chatId: string;
  readonly state: StoreApi<ChatState>;
  readonly frames: FrameScheduler;
  getMessages(): UIMessage[];
  /** Names of tools that a person has allowed for this conversation. */
  readonly allowed: Set<string>;
  /** Text has arrived in a log. */
  onText(): void;
  onEnd(event: FinishEvent, error: ChatError | undefined): void;
}
