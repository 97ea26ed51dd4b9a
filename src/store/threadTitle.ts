import type { UIMessage } from "../client/messages.js";

/** The longest title that is made of a message, in characters. */
const longest = 60;

/** What a conversation is called after: its first question, cut at a word, or the file sent with it. Empty for neither. */
export function threadTitle(messages: readonly UIMessage[]): string {
  const first = messages.find(({ role }) => role === "user");
  const parts = first?.parts ?? [];
  const text = parts.map((part) => (part.type === "text" && "text" in part ? part.text : ""));
  const words = text.join(" ").trim().replaceAll(/\s+/g, " ");
  if (words) return cut(words);
  return parts.map((part) => ("filename" in part ? part.filename : undefined)).find(Boolean) ?? "";
}

function cut(words: string): string {
  if (words.length <= longest) return words;
  const start = words.slice(0, longest);
  // Languages that do not part words with spaces are cut where they are, but not inside a character.
  const end = words[longest] === " " ? longest : start.lastIndexOf(" ");
  const kept = end > longest / 2 ? start.slice(0, end) : start.replace(/[\uD800-\uDBFF]$/, "");
  return `${kept.replace(/[\s,;:.!?–-]+$/u, "")}…`;
}
