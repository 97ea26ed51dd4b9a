import type { StreamParser } from "@codemirror/streamparser";
import { createLazy, type Lazy } from "../useLazy.js";

type Language = StreamParser<unknown>;

const clike = () => import("@codemirror/legacy-modes/mode/clike");
const script = () => import("@codemirror/legacy-modes/mode/javascript");
const markup = () => import("@codemirror/legacy-modes/mode/xml");
const styles = () => import("@codemirror/legacy-modes/mode/css");

const languages: Readonly<Record<string, Lazy<Language>>> = {
  c: createLazy(async () => (await clike()).c),
  cpp: createLazy(async () => (await clike()).cpp),
  csharp: createLazy(async () => (await clike()).csharp),
  css: createLazy(async () => (await styles()).css),
  dart: createLazy(async () => (await clike()).dart),
  diff: createLazy(async () => (await import("@codemirror/legacy-modes/mode/diff")).diff),
  dockerfile: createLazy(
    async () => (await import("@codemirror/legacy-modes/mode/dockerfile")).dockerFile,
  ),
  go: createLazy(async () => (await import("@codemirror/legacy-modes/mode/go")).go),
  html: createLazy(async () => (await markup()).html),
  java: createLazy(async () => (await clike()).java),
  javascript: createLazy(async () => (await script()).javascript),
  json: createLazy(async () => (await script()).json),
  kotlin: createLazy(async () => (await clike()).kotlin),
  lua: createLazy(async () => (await import("@codemirror/legacy-modes/mode/lua")).lua),
  php: createLazy(async () => (await import("./php.js")).php),
  powershell: createLazy(
    async () => (await import("@codemirror/legacy-modes/mode/powershell")).powerShell,
  ),
  python: createLazy(async () => (await import("@codemirror/legacy-modes/mode/python")).python),
  r: createLazy(async () => (await import("@codemirror/legacy-modes/mode/r")).r),
  ruby: createLazy(async () => (await import("@codemirror/legacy-modes/mode/ruby")).ruby),
  rust: createLazy(async () => (await import("@codemirror/legacy-modes/mode/rust")).rust),
  scala: createLazy(async () => (await clike()).scala),
  scss: createLazy(async () => (await styles()).sCSS),
  shell: createLazy(async () => (await import("@codemirror/legacy-modes/mode/shell")).shell),
  sql: createLazy(async () => (await import("@codemirror/legacy-modes/mode/sql")).pgSQL),
  swift: createLazy(async () => (await import("@codemirror/legacy-modes/mode/swift")).swift),
  toml: createLazy(async () => (await import("@codemirror/legacy-modes/mode/toml")).toml),
  typescript: createLazy(async () => (await script()).typescript),
  xml: createLazy(async () => (await markup()).xml),
  yaml: createLazy(async () => (await import("@codemirror/legacy-modes/mode/yaml")).yaml),
};

/** Other names of the same. */
const aliases: Readonly<Record<string, string>> = {
  "c++": "cpp",
  "c#": "csharp",
  bash: "shell",
  cc: "cpp",
  console: "shell",
  cs: "csharp",
  docker: "dockerfile",
  golang: "go",
  h: "c",
  hpp: "cpp",
  htm: "html",
  js: "javascript",
  json5: "javascript",
  jsonc: "javascript",
  jsonl: "json",
  jsx: "javascript",
  kt: "kotlin",
  less: "scss",
  mjs: "javascript",
  node: "javascript",
  patch: "diff",
  ps1: "powershell",
  py: "python",
  python3: "python",
  rb: "ruby",
  rs: "rust",
  sh: "shell",
  svg: "xml",
  ts: "typescript",
  tsx: "typescript",
  vue: "html",
  yml: "yaml",
  zsh: "shell",
};

/** A language by what stands behind the opening fence; `undefined` for one we do not know. */
export function languageNamed(name: string): Lazy<Language> | undefined {
  const given = name.toLowerCase();
  const known = Object.hasOwn(aliases, given) ? (aliases[given] as string) : given;
  return Object.hasOwn(languages, known) ? languages[known] : undefined;
}
