/** One message of the conversation a contender begins with. */
export interface Turn {
  id: string;
  role: "user" | "assistant";
  text: string;
  isStreaming?: boolean;
}

/** A chat on the page, driven from outside. */
export interface MountedChat {
  /** Begins a new answer that is still being written. */
  begin(): void | Promise<void>;
  push(delta: string): void;
  end(): void;
  /** Where a person types, where there is such a place. */
  composer(): HTMLElement | null;
  /** What holds the messages; a shadow root where that is what the chat uses. */
  root(): ParentNode & Node;
}

/** One way to show a chat. */
export interface Contender {
  mount(place: HTMLElement, history: Turn[]): MountedChat | Promise<MountedChat>;
}
