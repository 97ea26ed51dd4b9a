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
  const { maxFileBytes = Infinity, maxFilePages = Infinity, maxFiles = Infinity, long } = rules;
  const larger = documents.filter(({ bytes = 0 }) => bytes > maxFileBytes);
  found.push(
    ...refuseFiles("file_too_large", larger.map(partOf), about, {
      unit: "bytes",
      actual: Math.max(...larger.map(({ bytes = 0 }) => bytes)),
      most: maxFileBytes,
    }),
  );
  const longer = documents.filter(({ pages = 0 }) => pages > maxFilePages);
  found.push(
    ...refuseFiles("file_too_large", longer.map(partOf), about, {
      unit: "pages",
      actual: Math.max(...longer.map(({ pages = 0 }) => pages)),
      most: maxFilePages,
    }),
  );
  const paged = documents.filter(({ pages }) => pages !== undefined);
  const pages = paged.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  const isLong = long !== undefined && maxInputTokens >= long.contextTokens;
  const most = (isLong ? long.maxPages : rules.maxPages) ?? Infinity;
  if (pages > most) {
    const measure: PreflightMeasure = { unit: "pages", actual: pages, most };
    found.push(...refuseFiles("file_too_large", paged.map(partOf), about, measure));
  }
  if (files.length > maxFiles) {
    const surplus = files.slice(0, files.length - maxFiles);
    const measure: PreflightMeasure = { unit: "files", actual: files.length, most: maxFiles };
    found.push(...refuseFiles("too_many_files", surplus, about, measure));
  }
  return found;
}

function partOf({ part }: { part: FilePart }): FilePart {
  return part;
}
