import type { Conversation } from "../client/conversation.js";
import { ChatError } from "../client/errors.js";
import { asFields } from "../client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../client/messages.js";
import { type AnyConversation, messagesOf } from "./anyConversation.js";
import { readPart, writePart } from "./markdownParts.js";
import { escapeMarks, type Mark, readMarks, writeMark } from "./marks.js";
import { readMessage, readMessages } from "./readParts.js";

const names: Readonly<Record<UIMessage["role"], string>> = {
  user: "You",
  assistant: "Assistant",
  system: "System",
};

/**
 * Writes what is shown of a conversation as a transcript in Markdown: who said what, with which model and when, code and
 * tables as they are, reasoning and calls of tools folded. Attached files are named and not kept, a node to show is
 * "[rich output]", and other branches are left out. Comments between the words let `fromMarkdown` read it again.
 */
export function toMarkdown(conversation: AnyConversation): string {
  const blocks = messagesOf(conversation).flatMap((message) => writeMessage(message as UIMessage));
  return blocks
    .map((block) => `${block}\n\n`)
    .join("")
    .replace(/\n$/, "");
}

function writeMessage({ id, role, parts, metadata }: UIMessage): string[] {
  return [
    writeMark("message", { id, role, metadata }),
    `## ${heading(role, asFields(metadata))}`,
    ...parts.flatMap((part, index) => {
      const { facts, words } = writePart(part);
      const isBare = part.type === "text" && Object.keys(facts).length === 1 && words !== "";
      const mark = index === 0 && isBare ? [] : [writeMark("part", facts)];
      return [...mark, escapeMarks(words)];
    }),
  ];
}

function heading(
  role: UIMessage["role"],
  { model, createdAt }: Readonly<Record<string, unknown>>,
): string {
  const name = names[role];
  const said = typeof model === "string" ? ` (${model.replace(/\s+/g, " ")})` : "";
  const date = new Date(typeof createdAt === "number" ? createdAt : Number.NaN);
  const at = Number.isNaN(date.getTime())
    ? ""
    : `, ${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `${name}${said}${at}`;
}

/**
 * Reads a transcript that `toMarkdown` wrote, also one whose words were changed since. A file that was only named comes
 * back as its name.
 *
 * @throws ChatError `bad_request` for any other text.
 */
export function fromMarkdown(text: string): Conversation {
  // Some editors and version controls write both.
  const isWindows = /^<!-- polylogue:.* -->\r\n/m.test(text);
  const marks = readMarks(`${isWindows ? text.replaceAll("\r\n", "\n") : text}\n`);
  const messages: UIMessage[] = [];
  for (const mark of marks) {
    const last = messages.at(-1);
    if (mark.kind === "message") messages.push(beginMessage(mark));
    else last?.parts.push(partOf(mark));
  }
  if (messages.length === 0 && text.trim() !== "") {
    throw new ChatError(
      "bad_request",
      "This text is not a transcript of a chat. Choose a file that was exported as Markdown.",
    );
  }
  return { messages: readMessages(messages) };
}

function beginMessage({ facts, text }: Mark): UIMessage {
  const message = readMessage({ ...facts, parts: [] });
  if (!message) {
    throw new ChatError(
      "bad_request",
      "A comment of the transcript that says who wrote a message is damaged. Export the conversation again.",
    );
  }
  const words = wordsIn(text.replace(/^\s*## [^\n]*/, ""));
  if (words) message.parts.push({ type: "text", text: words });
  return message;
}

function partOf({ facts, text }: Mark): UIMessagePart {
  const words = wordsIn(text);
  if (!facts) return { type: "text", text: words };
  return readPart({ facts, words });
}

/** The words without the lines that hold them apart. */
function wordsIn(text: string): string {
  return text.replace(/^\n{0,2}/, "").replace(/\n{1,2}$/, "");
}
