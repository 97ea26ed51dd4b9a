import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync, type ParseResult } from "rolldown/utils";

/** The repository. */
export const root: string = resolve(import.meta.dirname, "../..");

/** One file of src/, parsed. */
export interface SourceModule {
  /** Relative to the repository: "src/client/errors.ts". */
  path: string;
  text: string;
  parsed: ParseResult;
  imports: SourceImport[];
}

/** One `import`, `export … from` or `import()` of a file. */
export interface SourceImport {
  specifier: string;
  /** For a relative specifier the file it means ("src/client/errors.ts"), else undefined. */
  target: string | undefined;
  /** The name of the npm package for a bare specifier ("@tanstack/react-query"), else undefined. */
  packageName: string | undefined;
  /** True when nothing of it is left after compilation. */
  isType: boolean;
}

/** The file a relative specifier such as "./errors.js" means; undefined when there is none. */
export function resolveSource(from: string, specifier: string): string | undefined {
  const base = join(dirname(from), specifier);
  if (base.endsWith(".json")) return existsSync(join(root, base)) ? base : undefined;
  return [".ts", ".tsx"]
    .map((extension) => base.replace(/\.js$/, extension))
    .find((path) => path !== base && existsSync(join(root, path)));
}

function toImport(from: string, specifier: string, isType: boolean): SourceImport {
  const isRelative = specifier.startsWith(".");
  const parts = specifier.split("/");
  return {
    specifier,
    target: isRelative ? resolveSource(from, specifier) : undefined,
    packageName: isRelative
      ? undefined
      : parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/"),
    isType,
  };
}

function importsOf(path: string, text: string, { module }: ParseResult): SourceImport[] {
  const fixed = module.staticImports.map(({ moduleRequest, entries }) =>
    toImport(
      path,
      moduleRequest.value,
      entries.length > 0 && entries.every(({ isType }) => isType),
    ),
  );
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [toImport(path, moduleRequest.value, isType)] : [],
    ),
  );
  const lazy = module.dynamicImports.map(({ moduleRequest }) =>
    toImport(path, text.slice(moduleRequest.start + 1, moduleRequest.end - 1), false),
  );
  return [...fixed, ...passedOn, ...lazy];
}

const parsedBefore = new Map<string, SourceModule>();

/** Reads and parses one file, given relative to the repository. */
export function readModule(path: string): SourceModule {
  const known = parsedBefore.get(path);
  if (known) return known;
  const text = readFileSync(join(root, path), "utf8");
  const parsed = parseSync(path, text, { lang: path.endsWith("x") ? "tsx" : "ts" });
  const [error] = parsed.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const read = { path, text, parsed, imports: importsOf(path, text, parsed) };
  parsedBefore.set(path, read);
  return read;
}

/** Every file below a folder, relative to the repository, in a fixed order. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** The modules of src/ that are published: no stories. */
export const sourceModules = (): SourceModule[] =>
  filesBelow("src", /\.tsx?$/)
    .filter((path) => !path.endsWith(".stories.tsx"))
    .map(readModule);
