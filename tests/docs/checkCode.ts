import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { entries } from "../contract/publicExports.js";
import type { CodeBlock } from "./codeBlocks.js";
import { moduleOf } from "./moduleOf.js";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/documented-code");

/**
 * Checks the types of all `blocks` in one program, with the names of the package leading to its sources, and returns what
 * the compiler says of each: `page:line:column: error …`, by location. An error anywhere else is thrown.
 */
export function checkCode(blocks: readonly CodeBlock[]): Map<string, string[]> {
  const files = new Map(blocks.map((block) => [fileOf(block), block]));
  if (files.size < blocks.length) throw new Error("Two blocks of one page have the same title.");
  writeProgram(files);
  const errors = new Map<string, string[]>();
  for (const { file, line, column, text } of compile()) {
    const block = files.get(file);
    if (!block) throw new Error(`${file}:${line}:${column}: ${text}`);
    const found = errors.get(block.location) ?? [];
    errors.set(block.location, [...found, `${block.path}:${line}:${column}: ${text}`]);
  }
  return errors;
}

/** A folder for each page, so that the files of one page import each other and nothing else. */
function fileOf({ path, line, language, title }: CodeBlock): string {
  return join(path.replaceAll(/\W/g, "-"), title ?? `line-${line}.${language}`);
}

function writeProgram(files: ReadonlyMap<string, CodeBlock>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, block] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, moduleOf(block));
  }
  const names = [...files.keys(), join(relative(folder, root), "docs/given.d.ts"), "styles.d.ts"];
  writeFileSync(join(folder, "styles.d.ts"), stylesheets());
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration(names), null, 2));
}

/** The stylesheets that package.json exports, and no others. */
function stylesheets(): string {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    exports: Record<string, unknown>;
  };
  const sheets = Object.keys(exports).filter((name) => name.endsWith(".css"));
  return sheets.map((name) => `declare module "${name.replace(".", "polylogue")}";\n`).join("");
}

function configuration(files: readonly string[]) {
  const paths = Object.entries(entries).map(([entry, path]) => [entry, [join(root, path)]]);
  return {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      module: "preserve",
      moduleResolution: "bundler",
      declaration: false,
      allowJs: true,
      checkJs: true,
      noUncheckedSideEffectImports: true,
      // Fragments import what they use without saying which names are types.
      verbatimModuleSyntax: false,
      paths: Object.fromEntries(paths),
      types: ["node"],
    },
    include: [],
    files,
  };
}

interface Diagnostic {
  /** Relative to the folder of the program. */
  file: string;
  line: number;
  column: number;
  text: string;
}

function compile(): Diagnostic[] {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [tsc, "-p", folder, "--pretty", "false"],
    { cwd: folder, encoding: "utf8" },
  );
  const found = stdout
    .split(/\n(?=\S)/)
    .map((message) => /^(.+?)\((\d+),(\d+)\): (error [^]*)$/.exec(message.trimEnd()))
    .flatMap((match) => {
      const [, file = "", line, column, text = ""] = match ?? [];
      return match ? { file, line: Number(line), column: Number(column), text } : [];
    });
  if (status !== 0 && found.length === 0) throw new Error(`${stdout}${stderr}`);
  return found;
}
