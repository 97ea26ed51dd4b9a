import type { HistoryError } from "../../client/historyError.js";
import type { ThreadDay } from "./threadDays.js";

/** Every visible or spoken string of `ThreadList`, and of what a chat says of its storage. */
export interface ThreadListLabels {
  /** The accessible name of the list. */
  threads: string;
  newChat: string;
  searchThreads: string;
  noThreads: string;
  noThreadFound: string;
  /** While the texts of the chats are searched and nothing is found yet. */
  searchingThreads: string;
  loadingThreads: string;
  /** What a chat is called that has no words yet. */
  untitled: string;
  threadDay: (day: ThreadDay) => string;
  renameThread: (title: string) => string;
  deleteThread: (title: string) => string;
  /** The name of the field of a new title. */
  threadTitle: string;
  threadDeleted: (title: string) => string;
  undo: string;
  dismiss: string;
  /** Why a chat cannot be kept or read, and what to do. */
  historyFault: (fault: HistoryError) => string;
}

const days: Readonly<Record<ThreadDay, string>> = {
  today: "Today",
  yesterday: "Yesterday",
  week: "Previous 7 days",
  earlier: "Earlier",
};

/** English, the default. */
export const englishThreadLabels: ThreadListLabels = {
  threads: "Chats",
  newChat: "New chat",
  searchThreads: "Search chats",
  noThreads: "No chats yet.",
  noThreadFound: "No chat has these words.",
  searchingThreads: "Searching chats…",
  loadingThreads: "Loading chats…",
  untitled: "Untitled",
  threadDay: (day) => days[day],
  renameThread: (title) => `Rename ${title}`,
  deleteThread: (title) => `Delete ${title}`,
  threadTitle: "Name of the chat",
  threadDeleted: (title) => `“${title}” was deleted.`,
  undo: "Undo",
  dismiss: "Dismiss",
  historyFault: (fault) => fault.message,
};
