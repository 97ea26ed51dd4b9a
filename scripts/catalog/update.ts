import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogFile, CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { mergeRows } from "./mergeRows.js";
import { type CatalogProvider, furtherProviders, mainProviders } from "./providers.js";
import { liteLLMSource, mainSource, type MainSource, type Source } from "./sources.js";

/** What the best known providers may weigh in bytes, as the file is. */
const mostBytes = 30_000;

/** Writes the files of the catalogue anew, out of the sources and of what the files say now. @param folder Where they are. */
export async function updateCatalog(folder: string): Promise<void> {
  const main = await mainSource();
  const more = await liteLLMSource();
  const sources = more ? [main, more] : [main];
  const files = [
    ["main", mainProviders] as const,
    ...furtherProviders.map((provider) => [provider.id, [provider]] as const),
  ];
  for (const [name, providers] of files) {
    const path = join(folder, `${name}.json`);
    const old = existsSync(path) ? readFile(path) : undefined;
    const file: CatalogFile = {
      asOf: main.asOf,
      sources: sources.map(({ label }) => label),
      models: Object.fromEntries(
        providers.map((provider) => [provider.id, rowsOf(provider, { main, more }, old)]),
      ),
    };
    const text = format(file);
    const count = Object.values(file.models).reduce((sum, rows) => sum + rows.length, 0);
    console.log(`${name.padEnd(13)} ${String(count).padStart(4)} models ${text.length} bytes`);
    if (name === "main" && text.length > mostBytes) {
      throw new Error(
        `The main file of the catalogue would be ${text.length} bytes, and ${mostBytes} is the most. Take old models out of it first.`,
      );
    }
    writeFileSync(path, text);
  }
}

interface Sources {
  main: MainSource;
  more: Source | undefined;
}

function rowsOf(
  provider: CatalogProvider,
  sources: Sources,
  old: CatalogFile | undefined,
): CatalogRow[] {
  const { main, more } = sources;
  const { id, only, most, addLiteLLM = false } = provider;
  const fits = (row: CatalogRow): boolean => only?.test(row.id) ?? true;
  return mergeRows(
    [
      { rows: main.rows(provider).filter(fits), adds: true },
      { rows: more?.rows(provider).filter(fits) ?? [], adds: addLiteLLM },
      // What the sources have dropped is still asked about: models retired of late above all.
      { rows: old?.models[id]?.filter(fits) ?? [], adds: true },
      { rows: namesAndDates(provider.kin, sources), adds: false },
    ],
    most,
  );
}

function namesAndDates(kin: string | undefined, { main, more }: Sources): CatalogRow[] {
  const provider = [...mainProviders, ...furtherProviders].find(({ id }) => id === kin);
  if (!provider) return [];
  const lists = [main.rows(provider), more?.rows(provider) ?? []];
  const rows = mergeRows(lists.map((list) => ({ rows: list, adds: true })));
  return rows.map(({ id, n, d }) => ({ id, n, d }));
}

/** One model a line, so that a change of one is a change of one line. */
function format({ asOf, sources, models }: CatalogFile): string {
  const lists = Object.entries(models).map(
    ([provider, rows]) =>
      `${JSON.stringify(provider)}:[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`,
  );
  return `{"asOf":${JSON.stringify(asOf)},\n"sources":${JSON.stringify(sources)},\n"models":{${lists.join(",\n")}}}\n`;
}

function readFile(path: string): CatalogFile {
  return JSON.parse(readFileSync(path, "utf8")) as CatalogFile;
}
