import { applyRows, type RuleRow } from "./rows.js";

/** Media types that are text, as beginnings: their words can be sent to every model. */
export const textTypes: readonly string[] = [
  "text/",
  "application/json",
  "application/xml",
  "application/javascript",
  "application/yaml",
  "application/x-yaml",
  "application/toml",
  "application/sql",
  "application/x-sh",
];

/** What a provider takes in the way of documents. A missing number means that no limit is known. */
export interface FileRules {
  /** Most documents in one request. */
  maxFiles?: number | undefined;
  /** Most bytes of one document, before base64. */
  maxFileBytes?: number | undefined;
  /** Most pages of one PDF. */
  maxFilePages?: number | undefined;
  /** Most pages of all PDFs in one request. */
  maxPages?: number | undefined;
  /** How many pages they may be for a model that reads at least so many tokens. */
  long?: { contextTokens: number; maxPages: number } | undefined;
  /** Media types that it fetches itself from an `https:` address, in Chat Completions, as beginnings. */
  remote: readonly string[];
}

const MB = 1_000_000;
const PDF = ["application/pdf"];

/**
 * Which providers have limits, by id.
 *
 * @see https://developers.openai.com/api/docs/guides/file-inputs each file under 50 MB, and all of them together
 * @see https://platform.claude.com/docs/en/build-with-claude/pdf-support 600 pages, 100 where less than 1M tokens are read
 * @see https://ai.google.dev/gemini-api/docs/document-processing a PDF of up to 50 MB and 1,000 pages
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html 5 documents of 4.5 MB
 * @see https://docs.mistral.ai/capabilities/document_ai/document_qna a file of up to 50 MB and 1,000 pages, or its address
 * @see https://openrouter.ai/docs/guides/overview/multimodal/pdfs addresses, with any model
 */
const rows: readonly RuleRow<FileRules>[] = [
  [/^(?:openai|azure)$/, { maxFileBytes: 50 * MB }],
  [/^anthropic$/, { maxPages: 100, long: { contextTokens: 1_000_000, maxPages: 600 } }],
  [/^gemini$/, { maxFileBytes: 50 * MB, maxFilePages: 1000 }],
  [/^bedrock$/, { maxFiles: 5, maxFileBytes: 4.5 * MB }],
  [/^openrouter$/, { remote: PDF }],
  [/^mistral$/, { maxFileBytes: 50 * MB, maxFilePages: 1000, remote: PDF }],
];

/** Addresses that Gemini fetches although it fetches no others: files it keeps itself, and videos it knows. */
export const geminiAddresses: RegExp =
  /^https:\/\/(?:generativelanguage\.googleapis\.com\/v\w+\/files\/|(?:www\.)?youtube\.com\/watch\?|youtu\.be\/)/;

/** What a provider takes in the way of documents; for an unknown one no limits. */
export function fileRules(provider: string): FileRules {
  return applyRows({ remote: [] }, rows, provider);
}

/** Whether a provider that speaks Chat Completions fetches a file from its address itself. */
export function isFetchedFile(
  provider: string,
  { mediaType, url }: { readonly mediaType: string; readonly url: string },
): boolean {
  const { remote } = fileRules(provider);
  return /^https:/i.test(url) && remote.some((type) => mediaType.startsWith(type));
}
