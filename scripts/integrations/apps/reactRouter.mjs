// React Router in framework mode: the guide in what its template makes of an empty project.
import {
  compilerOptions,
  keyInShell,
  nodeTypes,
  query,
  react19,
  react19Types,
  typescript,
  vite,
} from "./everyApp.mjs";

export const reactRouterGuide = {
  title: "React Router, the guide",
  folder: "react-router",
  guide: "docs/guides/react-router.md",
  dependencies: {
    ...query,
    ...react19,
    "@react-router/node": "7.18.4",
    "@react-router/serve": "7.18.4",
    isbot: "5.2.3",
    "react-router": "7.18.4",
  },
  devDependencies: {
    ...react19Types,
    ...nodeTypes,
    ...typescript,
    ...vite,
    "@react-router/dev": "7.18.4",
  },
  files: {
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        ...compilerOptions,
        types: ["node"],
        rootDirs: [".", "./.react-router/types"],
        skipLibCheck: true,
      },
      include: ["app", ".react-router/types/**/*"],
    }),
    "app/root.tsx": `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "react-router";
import type { ReactNode } from "react";

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
`,
  },
  env: keyInShell,
  pages: ["", "chats/first"],
  check: "react-router typegen && tsc --noEmit",
  build: "react-router build --logLevel error",
  built: "build",
  rendersOnServer: true,
  servers: [
    {
      title: "production",
      command: () => "react-router-serve ./build/server/index.js",
    },
    {
      title: "development",
      command: (port) => `react-router dev --host 127.0.0.1 --strictPort --port ${port}`,
    },
  ],
};
