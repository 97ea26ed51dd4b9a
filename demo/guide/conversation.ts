import type { FilePart, UIMessage } from "../../src/client/index.js";
import { termsOf } from "./words.js";

/** What the person asks now, and what came before it. */
export interface Question {
  text: string;
  files: FilePart[];
  /** The question before, where this one leans on it. */
  context: string | undefined;
  /** Whether it only asks to go on. */
  more: boolean;
  /** URLs of the sections that earlier answers cited. */
  cited: ReadonlySet<string>;
}

const onlyMore =
  /^(?:(?:tell me|show me|and)\s+)?(?:more|go on|continue|what else)(?:\s+about\s+(?:it|that|this))?(?:,?\s+please)?[\s.!?]*$/i;

/** Reads the last question of a conversation. */
export function readQuestion(messages: readonly UIMessage[]): Question {
  const asked = messages.filter((message) => message.role === "user");
  const last = asked.at(-1);
  const text = last ? textOf(last) : "";
  const more = onlyMore.test(text);
  return {
    text,
    files: last?.parts.filter((part) => part.type === "file") ?? [],
    context: more || leansBack(text) ? lastTopic(asked.slice(0, -1)) : undefined,
    more,
    cited: new Set(
      messages.flatMap((message) =>
        message.parts.flatMap((part) => (part.type === "source-url" ? [part.url] : [])),
      ),
    ),
  };
}

function textOf(message: UIMessage): string {
  return message.parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("\n")
    .trim();
}

/** "And with Next.js?", "What about errors?", "Why is that?", "In the browser?" */
function leansBack(text: string): boolean {
  return (
    /^(?:and|but|or|also|then|so|what about|how about|with|in|for|on)\b/i.test(text) ||
    (/\b(?:it|its|that|this|them|those|these)\b/i.test(text) && termsOf(text).length < 4)
  );
}

/** The latest question that stands on its own. */
function lastTopic(asked: readonly UIMessage[]): string | undefined {
  const texts = asked.map(textOf).filter((text) => termsOf(text).length > 0);
  return texts.findLast((text) => !leansBack(text)) ?? texts.at(-1);
}
