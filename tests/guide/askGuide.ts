import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createGuideModel } from "../../demo/guide/guideModel.js";
import type { GuideDocument } from "../../demo/guide/sections.js";
import { documentPaths } from "../docs/codeBlocks.js";
import type { FilePart, SourceUrlPart, StreamPart, UIMessage } from "../../src/client/index.js";

const root = join(import.meta.dirname, "../..");

/** The README and docs of this checkout. */
export const documents: GuideDocument[] = documentPaths().map((path) => ({
  path,
  markdown: readFileSync(join(root, path), "utf8"),
}));

const guide = createGuideModel({ documents, delayMs: 0 });

/** Everything the guide yields for a conversation, in order. */
export async function streamOf(messages: UIMessage[]): Promise<(string | StreamPart)[]> {
  const parts: (string | StreamPart)[] = [];
  const { signal } = new AbortController();
  const answer = guide(messages, { config: {}, signal }) as AsyncIterable<string | StreamPart>;
  for await (const part of answer) parts.push(part);
  return parts;
}

/** The answer to `text` after the questions of `earlier`: its text, and the sections it cites, best first. */
export async function ask(
  text: string,
  { files = [], earlier = [] }: { files?: FilePart[]; earlier?: UIMessage[] } = {},
): Promise<{ text: string; cites: string[]; messages: UIMessage[] }> {
  const question = userMessage(text, files);
  const parts = await streamOf([...earlier, question]);
  const sources = parts.flatMap((part) =>
    typeof part === "object" && part.type === "source-url" ? [part as SourceUrlPart] : [],
  );
  const answer = parts.filter((part) => typeof part === "string").join("");
  const message: UIMessage = {
    id: `answer ${earlier.length}`,
    role: "assistant",
    parts: [{ type: "text", text: answer }, ...sources],
  };
  return {
    text: answer,
    cites: sources.map(({ url }) => url),
    messages: [...earlier, question, message],
  };
}

/** A message a person wrote. */
export function userMessage(text: string, files: FilePart[] = []): UIMessage {
  return {
    id: text,
    role: "user",
    parts: [...files, ...(text ? [{ type: "text" as const, text }] : [])],
  };
}
