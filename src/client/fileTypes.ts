import { parameterRules } from "./limits.js";
import { findProvider } from "./providers.js";

/** What each protocol takes beside images: IANA media types, or their beginnings. */
const byProtocol: Readonly<Record<string, readonly string[]>> = {
  "anthropic-messages": ["application/pdf", "application/json", "text/"],
  "gemini-generate": ["application/pdf", "text/", "audio/", "video/"],
  "bedrock-converse": [
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.ms-excel",
    "text/csv",
    "text/html",
    "text/plain",
    "text/markdown",
    "video/",
  ],
  "cohere-chat": ["application/json", "text/"],
  "ollama-chat": [],
};

/**
 * The files a model's provider takes beside images, as media types or their beginnings; `undefined` where that is not known.
 *
 * @param provider A prefix of model names.
 * @param model The name without that prefix.
 */
export function fileTypes(provider: string, model: string): readonly string[] | undefined {
  const row = findProvider(provider);
  if (!row) return undefined;
  return byProtocol[row.protocol] ?? parameterRules(row.id, model).files;
}
