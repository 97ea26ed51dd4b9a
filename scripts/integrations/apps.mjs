// The apps the packed package is tried in: what they depend on, their files, and how they are built and served.
const TYPESCRIPT = "5.9.3";

/** Strict, and of the app's own types alone, not those of the project around it. */
const compilerOptions = {
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

/** Shows whatever component the example exports. */
const showExample = `import * as example from "./Example";
const Example = Object.values(example)[0] as () => React.ReactElement;
`;

function viteApp({ title, folder, react, types }) {
  return {
    title,
    folder,
    dependencies: { "@tanstack/react-query": "5.108.0", react, "react-dom": react },
    devDependencies: {
      "@types/react": types,
      "@types/react-dom": types,
      typescript: TYPESCRIPT,
      vite: "8.3.8",
      "@vitejs/plugin-react": "6.3.0",
    },
    exampleAt: "src/Example.tsx",
    files: {
      "tsconfig.json": JSON.stringify({
        compilerOptions: { ...compilerOptions, types: [], skipLibCheck: false },
        include: ["src"],
      }),
      "index.html": `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Chat</title><link rel="icon" href="data:,"></head>
  <body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body>
</html>
`,
      "src/css.d.ts": 'declare module "*.css";\n',
      "src/main.tsx": `import * as React from "react";
import { createRoot } from "react-dom/client";
${showExample}
const root = document.getElementById("root");
if (root) createRoot(root).render(<React.StrictMode><Example /></React.StrictMode>);
`,
      "vite.config.mjs": `import react from "@vitejs/plugin-react";
const proxy = {
  "/api/polylogue": {
    target: process.env.GATEWAY_URL,
    rewrite: (path) => path.replace("/api/polylogue", "/v1"),
  },
};
export default { plugins: [react()], preview: { proxy }, server: { proxy } };
`,
    },
    check: "tsc --noEmit",
    build: "vite build --logLevel warn",
    servers: [
      {
        title: "the built page",
        command: (port) => `vite preview --host 127.0.0.1 --strictPort --port ${port}`,
      },
      {
        title: "development",
        command: (port) => `vite --host 127.0.0.1 --strictPort --port ${port}`,
      },
    ],
  };
}

function nextApp({ title, folder }) {
  return {
    title,
    folder,
    dependencies: {
      "@tanstack/react-query": "5.108.0",
      next: "16.4.6",
      react: "19.3.1",
      "react-dom": "19.3.1",
    },
    devDependencies: {
      "@types/node": "20.19.43",
      "@types/react": "19.3.0",
      "@types/react-dom": "19.3.0",
      typescript: TYPESCRIPT,
    },
    exampleAt: "app/Example.tsx",
    files: {
      // The declarations of Next.js itself do not pass, and these are the settings it would write.
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          ...compilerOptions,
          allowJs: true,
          incremental: true,
          plugins: [{ name: "next" }],
          resolveJsonModule: true,
          skipLibCheck: true,
        },
        include: ["app", ".next/types/**/*.ts", ".next/dev/types/**/*.ts"],
        exclude: ["node_modules"],
      }),
      "app/css.d.ts": 'declare module "*.css";\n',
      "app/layout.tsx": `import type { ReactNode } from "react";
export const metadata = { title: "Chat", icons: { icon: "data:," } };
export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
      // The example names no boundary of its own, because only some frameworks have one.
      "app/boundary.tsx": `"use client";
import type * as React from "react";
${showExample}
export const Boundary = () => <Example />;
`,
      "app/page.tsx": `import { Boundary } from "./boundary";
export const dynamic = "force-dynamic";
export default function Page() {
  return <Boundary />;
}
`,
      "next.config.mjs": `export default {
  compress: false,
  devIndicators: false,
  turbopack: { root: import.meta.dirname },
  rewrites: async () => [
    { source: "/api/polylogue/:path*", destination: process.env.GATEWAY_URL + "/v1/:path*" },
  ],
};
`,
    },
    check: "",
    // Next.js checks the types itself while it builds.
    build: "next build",
    rendersOnServer: true,
    servers: [
      {
        title: "production",
        command: (port) => `next start --hostname 127.0.0.1 --port ${port}`,
      },
      // Only a development build reports every mismatch of the hydration.
      {
        title: "development",
        command: (port) => `next dev --hostname 127.0.0.1 --port ${port}`,
      },
    ],
  };
}

export const apps = [
  viteApp({
    title: "Vite, React 18.2",
    folder: "vite-react-18",
    react: "18.2.0",
    types: "^18.2.0",
  }),
  viteApp({ title: "Vite, React 19", folder: "vite-react-19", react: "19.3.1", types: "19.3.0" }),
  nextApp({ title: "Next.js App Router", folder: "next" }),
];
