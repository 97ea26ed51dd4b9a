// What a page pays for one contender, React included: its JavaScript at once and later, and its styles, after gzip.
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** @returns kilobytes (1,000 bytes) by kind */
export async function bundle(contender, file) {
  const entry = `import c from ${JSON.stringify(file)}; c.mount(document.body, []);`;
  const { output } = await build({
    root: import.meta.dirname,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "virtual:entry" ? id : undefined),
        load: (id) => (id === "virtual:entry" ? entry : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: "virtual:entry" },
    },
  });
  const chunks = new Map(
    output.filter(({ type }) => type === "chunk").map((one) => [one.fileName, one]),
  );
  const initial = new Set([...chunks.values()].filter(({ isEntry }) => isEntry));
  // A Set visits what is added while it is walked.
  for (const chunk of initial) for (const name of chunk.imports) initial.add(chunks.get(name));
  const weigh = (files) =>
    files.reduce((sum, one) => sum + gzipSync(one.code ?? one.source).length, 0) / 1000;
  return {
    initial: weigh([...initial]),
    lazy: weigh([...chunks.values()].filter((one) => !initial.has(one))),
    css: weigh(output.filter(({ fileName }) => fileName.endsWith(".css"))),
  };
}
