import type { Conversation } from "../client/conversation.js";
import { asFields, asList, asNumber, asText, type Fields, isFields } from "../client/looseJSON.js";
import type { MessageMetadata, UIMessage, UIMessagePart, Usage } from "../client/messages.js";
import { onlyDefined } from "../internal/onlyDefined.js";
import { readAssistantUIPart } from "./assistantUIParts.js";
import { noConversation, parseJSON } from "./json.js";
import { readMessages } from "./readParts.js";

/**
 * Reads a conversation of assistant-ui: what `runtime.thread.export()` gives, or a list of its `ThreadMessage`s; as text or
 * parsed. The branch that was shown is what is shown, the others are kept as branches.
 *
 * @throws ChatError `bad_request` where there is no message to be found.
 * @see https://www.assistant-ui.com/docs/runtimes/custom/local
 */
export function fromAssistantUI(json: unknown): Conversation {
  const value = typeof json === "string" ? parseJSON(json) : json;
  const list = Array.isArray(value) ? (value as unknown[]) : asFields(value)["messages"];
  if (!Array.isArray(list)) throw noConversation();
  const items = list.map(asFields);
  const isTree = items.some(({ message }) => isFields(message));
  const read = isTree ? readTree(items, asFields(value)["headId"]) : { shown: items, hidden: [] };
  const taken = new Set<string>();
  const messages = readMessages(read.shown.map(readThreadMessage), taken);
  if (messages.length === 0 && list.length > 0) throw noConversation();
  const branches = readMessages(read.hidden, taken);
  return { messages, ...(branches.length > 0 && { branches }) };
}

/** The messages on the way to the head, and all others under what they follow. */
function readTree(
  items: readonly Fields[],
  headId: unknown,
): { shown: Fields[]; hidden: (UIMessage | undefined)[] } {
  const byId = new Map(items.map((item) => [asFields(item["message"])["id"], item]));
  const shown = new Set<Fields>();
  let item = byId.get(headId) ?? items.at(-1);
  // A message that follows itself ends the way.
  while (item && !shown.has(item)) {
    shown.add(item);
    item = byId.get(item["parentId"]);
  }
  const hidden = items
    .filter((one) => !shown.has(one))
    .map(({ message, parentId }) => {
      const read = readThreadMessage(asFields(message));
      if (!read || typeof parentId !== "string") return read;
      return { ...read, metadata: { ...read.metadata, parentId } };
    });
  return { shown: [...shown].toReversed().map(({ message }) => asFields(message)), hidden };
}

function readThreadMessage(message: Fields): UIMessage | undefined {
  const { id, role, content } = message;
  if (typeof content !== "string" && !Array.isArray(content)) return undefined;
  const attached = asList(message["attachments"]).flatMap((one) =>
    asList(asFields(one)["content"]),
  );
  const parts: UIMessagePart[] =
    typeof content === "string"
      ? [{ type: "text", text: content }]
      : [...(content as unknown[]), ...attached].flatMap((part) =>
          readAssistantUIPart(asFields(part)),
        );
  const metadata = readMetadata(message);
  return {
    id: id as string,
    role: role as UIMessage["role"],
    parts,
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

function readMetadata({ createdAt, status, metadata }: Fields): MessageMetadata {
  const isTime = typeof createdAt === "string" || createdAt instanceof Date;
  return onlyDefined({
    createdAt: asNumber(isTime ? new Date(createdAt).getTime() : createdAt),
    ...readStatus(asFields(status)),
    usage: sumOf(asList(asFields(metadata)["steps"])),
  });
}

function readStatus({ type, reason, error }: Fields): MessageMetadata {
  if (type === "complete") return { status: "complete" };
  if (type === "running") return { status: "stopped" };
  if (type !== "incomplete") return {};
  if (reason === "length") return { status: "length" };
  if (reason !== "error" && reason !== "content-filter") return { status: "stopped" };
  const code = reason === "error" ? "server" : "content_policy";
  const message = asText(error) ?? asText(asFields(error)["message"]) ?? "The answer failed.";
  return { status: "error", error: { code, message } };
}

function sumOf(steps: readonly unknown[]): Usage | undefined {
  const used = steps.map((step) => asFields(asFields(step)["usage"]));
  const sum = (...names: string[]): number | undefined => {
    const counts = used.flatMap((usage) => names.map((name) => asNumber(usage[name])));
    const known = counts.filter((count) => count !== undefined);
    return known.length > 0 ? known.reduce((all, count) => all + count) : undefined;
  };
  const usage = onlyDefined({
    inputTokens: sum("inputTokens", "promptTokens"),
    outputTokens: sum("outputTokens", "completionTokens"),
  });
  return Object.keys(usage).length > 0 ? usage : undefined;
}
