/** The words of `ChatLauncher`. */
export interface ChatLauncherLabels {
  /** The name of the panel. */
  panel: string;
  /** The name of the button while the panel is closed; `waiting` is the badge's number, 0 for none. */
  openChat: (waiting: number) => string;
  closeChat: string;
  /** The number on the badge, which is small. */
  count: (waiting: number) => string;
}

/** What a `ChatLauncher` says by default. */
export const englishLauncherLabels: ChatLauncherLabels = {
  panel: "Chat panel",
  openChat: (waiting) => (waiting > 0 ? `Open the chat, ${waiting} new` : "Open the chat"),
  closeChat: "Close the chat",
  count: (waiting) => (waiting > 99 ? "99+" : String(waiting)),
};
