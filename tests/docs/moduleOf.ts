import { entries, publicExports } from "../contract/publicExports.js";
import type { CodeBlock } from "./codeBlocks.js";

/** Where a fragment gets its names from: the first entry that has them, and React. */
const sources = new Map<string, string>(
  [
    ...["useEffect", "useMemo", "useRef", "useState"].map((name) => [name, "react"] as const),
    ...Object.entries(entries).flatMap(([entry, path]) =>
      publicExports(path).map(({ name }) => [name, entry] as const),
    ),
  ].toReversed(),
);

/**
 * A block as a module in which its lines have the numbers they have on the page. One that imports or exports stands as it
 * is: it has to be complete. Any other is a fragment: it may use what the package and React export without an import, and
 * stands in a generator, where `await` and `yield` are allowed.
 */
export function moduleOf({ code, line }: CodeBlock): string {
  if (/^(?:import|export)\b/m.test(code)) return `${"\n".repeat(line - 1)}${code}\n`;
  const before = `${importsOf(code)} async function* fragment(): AsyncGenerator<FunctionModelYield<ReactNode>> {`;
  return `${before}${"\n".repeat(line - 1)}${joinElements(code)}\n}\nexport { fragment };\n`;
}

function importsOf(code: string): string {
  const used = new Set(code.match(/[A-Za-z]\w*/g));
  const imports = Array.from(sources)
    .filter(([name]) => used.has(name) && !isDeclared(code, name))
    .map(([name, source]) => `import { ${name} } from "${source}";`);
  const own = `import type { FunctionModelYield } from "polylogue"; import type { ReactNode } from "react";`;
  return [...imports, own].join(" ");
}

function isDeclared(code: string, name: string): boolean {
  return new RegExp(`\\b(?:const|let|function|class|type|interface)\\s+${name}\\b`).test(code);
}

/** Elements below one another, as one reads them in a page, are children of one fragment. */
function joinElements(code: string): string {
  const lines = code.split("\n");
  const isElement = (text: string) => /^<[A-Za-z>]/.test(text);
  const isStatement = (text: string) =>
    /^(?:const|let|function|async|type|interface|\/\/)/.test(text);
  let inElements = false;
  const joined = lines.map((text) => {
    const begins = !inElements && isElement(text);
    const ends = inElements && isStatement(text);
    inElements = begins || (inElements && !ends);
    return begins ? `<>${text}` : ends ? `</>; ${text}` : text;
  });
  return joined.join("\n") + (inElements ? "</>;" : "");
}
