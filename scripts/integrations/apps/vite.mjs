// Vite: README's first example with React 18.2 in front of any OpenAI-compatible server, and the guide with React 19.
import {
  compilerOptions,
  keyInShell,
  nodeTypes,
  query,
  react19,
  react19Types,
  showExample,
  typescript,
  vite,
} from "./everyApp.mjs";

const plugin = { "@vitejs/plugin-react": "6.3.0" };
const check = "tsc --noEmit";
const build = "vite build --logLevel error";
const at = (port) => `--host 127.0.0.1 --strictPort --port ${port}`;

const indexHTML = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Chat</title><link rel="icon" href="data:,"></head>
  <body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body>
</html>
`;

const main = (component) => `import * as React from "react";
import { createRoot } from "react-dom/client";
${component}
const root = document.getElementById("root");
if (root) createRoot(root).render(<React.StrictMode><Example /></React.StrictMode>);
`;

const tsconfig = (include, types) =>
  JSON.stringify({ compilerOptions: { ...compilerOptions, types, skipLibCheck: false }, include });

export const viteExample = {
  title: "Vite, React 18.2, the example of README.md",
  folder: "vite-react-18",
  dependencies: { ...query, react: "18.2.0", "react-dom": "18.2.0" },
  devDependencies: {
    "@types/react": "^18.2.0",
    "@types/react-dom": "^18.2.0",
    ...typescript,
    ...vite,
    ...plugin,
  },
  exampleAt: "src/Example.tsx",
  files: {
    "tsconfig.json": tsconfig(["src"], []),
    "index.html": indexHTML,
    "src/css.d.ts": 'declare module "*.css";\n',
    "src/main.tsx": main(showExample),
    "vite.config.mjs": `import react from "@vitejs/plugin-react";
const proxy = {
  "/api/polylogue": {
    target: process.env.OPENAI_BASE_URL,
    rewrite: (path) => path.replace("/api/polylogue", ""),
  },
};
export default { plugins: [react()], preview: { proxy }, server: { proxy } };
`,
  },
  check,
  build,
  servers: [
    { title: "the built page", command: (port) => `vite preview ${at(port)}` },
    { title: "development", command: (port) => `vite ${at(port)}` },
  ],
};

export const viteGuide = {
  title: "Vite, React 19, the guide",
  folder: "vite-react-19",
  guide: "docs/guides/vite.md",
  dependencies: { ...query, ...react19 },
  devDependencies: { ...react19Types, ...nodeTypes, ...typescript, ...vite, ...plugin },
  files: {
    // The declarations of Vite itself do not pass.
    "tsconfig.json": tsconfig(["src", "vite.config.ts"], ["node"]),
    "index.html": indexHTML,
    "src/main.tsx": main('import Example from "./App";\n'),
    // The web server that stands before the gateway, and passes on the name it was called by.
    "webServer.mjs": `export default {
  preview: { proxy: { "/api/polylogue": { target: process.env.GATEWAY_URL, changeOrigin: false } } },
};
`,
  },
  env: keyInShell,
  check,
  build,
  built: "dist",
  servers: [
    {
      title: "the built page and the gateway beside it",
      gateway: "node server.mjs",
      command: (port) => `vite preview --config webServer.mjs ${at(port)}`,
    },
    // The guide has no session there: the gateway answers its own machine.
    { title: "development", command: (port) => `vite ${at(port)}`, isOpen: true },
  ],
};
