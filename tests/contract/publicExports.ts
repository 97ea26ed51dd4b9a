import type { ESTree } from "rolldown/utils";
import { readModule, resolveSource, type SourceModule } from "./sourceModules.js";

/** The entries of package.json and their sources. */
export const entries = {
  polylogue: "src/index.ts",
  "polylogue/client": "src/client/index.ts",
  "polylogue/hooks": "src/hooks/index.ts",
  "polylogue/gateway": "src/gateway/index.ts",
  "polylogue/markdown": "src/markdown/index.ts",
  "polylogue/transcript": "src/transcript/index.ts",
  "polylogue/cassette": "src/cassette/index.ts",
  "polylogue/devtools": "src/devtools/index.ts",
  "polylogue/testing": "src/testing/index.ts",
  "polylogue/labels": "src/labels/index.ts",
  "polylogue/labels/de": "src/labels/de/index.ts",
  "polylogue/labels/fr": "src/labels/fr/index.ts",
  "polylogue/labels/es": "src/labels/es/index.ts",
  "polylogue/labels/pt-BR": "src/labels/pt-BR/index.ts",
  "polylogue/labels/ja": "src/labels/ja/index.ts",
  "polylogue/labels/zh-CN": "src/labels/zh-CN/index.ts",
  "polylogue/labels/ar": "src/labels/ar/index.ts",
} as const;

/** One name an entry offers, followed to where it is declared. */
export interface PublicExport {
  name: string;
  kind: "value" | "type";
  /** The file that declares it; for a name passed on from a package, the file that does so. */
  path: string;
  /** True when a doc comment stands right above the declaration. */
  isDocumented: boolean;
}

/** Every name an entry exports, by name. */
export function publicExports(path: string): PublicExport[] {
  const found = [...collect(path)].map(([name, { isType, module, localName }]) =>
    describeExport(name, isType, module, localName),
  );
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Origin {
  module: SourceModule;
  localName: string | undefined;
  isType: boolean;
}

/** The exported names of a file with the declaration behind each, through any number of re-exports. */
function collect(path: string): Map<string, Origin> {
  const module = readModule(path);
  const found = new Map<string, Origin>();
  for (const entry of module.parsed.module.staticExports.flatMap(
    (statement) => statement.entries,
  )) {
    const name = entry.exportName.name ?? undefined;
    const target = entry.moduleRequest && resolveSource(path, entry.moduleRequest.value);
    const localName = entry.localName.name ?? undefined;
    if (!target) {
      if (name) found.set(name, { module, localName, isType: entry.isType });
    } else if (name) {
      const origin = collect(target).get(entry.importName.name ?? name);
      if (!origin)
        throw new Error(`${path} exports ${name} from ${target}, which has no such name.`);
      found.set(name, { ...origin, isType: origin.isType || entry.isType });
    } else {
      for (const [passed, origin] of collect(target))
        found.set(passed, { ...origin, isType: origin.isType || entry.isType });
    }
  }
  return found;
}

function describeExport(
  name: string,
  isType: boolean,
  module: SourceModule,
  localName: string | undefined,
): PublicExport {
  const statements = module.parsed.program.body.filter((statement) =>
    declaredNames(statement).includes(localName ?? name),
  );
  const onlyTypes =
    statements.length > 0 &&
    statements.every((statement) => /^TS(Interface|TypeAlias)/.test(declarationOf(statement).type));
  return {
    name,
    kind: isType || onlyTypes ? "type" : "value",
    path: module.path,
    // An overload or an interface beside a constant is documented once.
    isDocumented: statements.some((statement) => hasDocComment(module, statement.start)),
  };
}

function declarationOf(statement: ESTree.Statement | ESTree.ModuleDeclaration): { type: string } {
  const isExport = statement.type === "ExportNamedDeclaration";
  return isExport && statement.declaration ? statement.declaration : statement;
}

function declaredNames(statement: ESTree.Statement | ESTree.ModuleDeclaration): string[] {
  const declaration =
    statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (!declaration) return [];
  if (declaration.type === "VariableDeclaration")
    return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? id.name : []));
  const { id } = declaration as { id?: { name?: string } | null };
  return id?.name ? [id.name] : [];
}

function hasDocComment({ parsed, text }: SourceModule, start: number): boolean {
  return parsed.comments.some(
    ({ type, value, end }) =>
      type === "Block" &&
      value.startsWith("*") &&
      end <= start &&
      text.slice(end, start).trim() === "",
  );
}
