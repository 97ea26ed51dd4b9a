// What the apps share. Versions are exact: a run depends on what is committed here, not on its day.

export const query = { "@tanstack/react-query": "5.108.0" };
export const react19 = { react: "19.3.1", "react-dom": "19.3.1" };
export const react19Types = { "@types/react": "19.3.0", "@types/react-dom": "19.3.0" };
export const nodeTypes = { "@types/node": "20.19.43" };
export const typescript = { typescript: "5.9.3" };
export const vite = { vite: "8.3.8" };

/** Strict, and of the app's own types alone, not those of the project around it. */
export const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "bundler",
  jsx: "react-jsx",
  strict: true,
  noEmit: true,
  esModuleInterop: true,
  isolatedModules: true,
  typeRoots: ["./node_modules/@types"],
};

/** The key a guide tells to set. It may be in no file that is built. */
export const key = "sk-of-the-integrations-and-of-nobody-else";
/** Where a guide has it in a file. */
export const keyFile = `OPENAI_API_KEY=${key}\n`;
/** Where a guide has it in the environment of the server. */
export const keyInShell = { OPENAI_API_KEY: key };

/** Shows whatever component README's example exports; beside a module named `Example`. */
export const showExample = `import * as example from "./Example";
const Example = Object.values(example)[0] as () => React.ReactElement;
`;
