import { measureDocument } from "./attachedDocument.js";
import { fileWay, type FileWay } from "./fileTypes.js";
import { fileRules } from "./limits/files.js";
import type { FilePart } from "./messages.js";
import type { PreflightCode, PreflightFinding, PreflightMeasure } from "./preflight.js";
import { finding, nameOf, type About } from "./preflightFinding.js";
import type { RequestWeight } from "./requestWeight.js";
import type { ModelInfo } from "./types.js";

/** What speaks against the files of a request that are no images. */
export function checkFiles(
  { files }: RequestWeight,
  provider: string,
  model: ModelInfo,
  about: About,
): PreflightFinding[] {
  // Responses takes others than Chat Completions, which is what is known of the provider.
  const ways = files.map((file) =>
    model.responsesOnly ? undefined : fileWay(provider, nameOf(model.id), file),
  );
  const going = (way: FileWay): FilePart[] => files.filter((_, index) => ways[index] === way);
  const documents = going("document").filter(
    ({ mediaType }) => !/^(?:audio|video)\//.test(mediaType),
  );
  return [
    ...refuseFiles("file_unsupported", going("refused"), about),
    ...refuseFiles("file_address", going("address_refused"), about),
    ...checkDocuments(documents, provider, model, about),
  ];
}

function refuseFiles(
  code: PreflightCode,
  files: readonly FilePart[],
  about: About,
  measure?: PreflightMeasure,
): PreflightFinding[] {
  if (files.length === 0) return [];
  return [finding("error", { code, ...about, files, measure }, ["choose_model", "remove_files"])];
}

function checkDocuments(
  files: readonly FilePart[],
  provider: string,
  { contextTokens = 0, maxInputTokens = contextTokens }: ModelInfo,
  about: About,
): PreflightFinding[] {
  const rules = fileRules(provider);
  const found: PreflightFinding[] = [];
  const documents = files.map(measureDocument);
  const { maxFileBytes = Infinity, maxFiles = Infinity, long } = rules;
  const larger = documents.filter(({ bytes = 0 }) => bytes > maxFileBytes);
  const actual = Math.max(...larger.map(({ bytes = 0 }) => bytes));
  const largerParts = larger.map(({ part }) => part);
  found.push(
    ...refuseFiles("file_too_large", largerParts, about, {
      unit: "bytes",
      actual,
      most: maxFileBytes,
    }),
  );
  const paged = documents.filter(({ pages }) => pages !== undefined);
  const pages = paged.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  const isLong = long !== undefined && maxInputTokens > long.contextTokens;
  const most = (isLong ? long.maxPages : rules.maxPages) ?? Infinity;
  if (pages > most) {
    const parts = paged.map(({ part }) => part);
    found.push(
      ...refuseFiles("file_too_large", parts, about, { unit: "pages", actual: pages, most }),
    );
  }
  if (files.length > maxFiles) {
    const surplus = files.slice(0, files.length - maxFiles);
    const measure: PreflightMeasure = { unit: "files", actual: files.length, most: maxFiles };
    found.push(...refuseFiles("too_many_files", surplus, about, measure));
  }
  return found;
}
