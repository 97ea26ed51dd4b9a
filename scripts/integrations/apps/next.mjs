// Next.js: the guide, and README's first example on a page of its own.
import {
  compilerOptions,
  keyFile,
  nodeTypes,
  query,
  react19,
  react19Types,
  showExample,
  typescript,
} from "./everyApp.mjs";

const page = (imports, element) => `${imports}
export default function Page() {
  return ${element};
}
`;

export const nextGuide = {
  title: "Next.js App Router, the guide and the example of README.md",
  folder: "next",
  guide: "docs/guides/nextjs.md",
  dependencies: { ...query, ...react19, next: "16.4.6" },
  devDependencies: { ...react19Types, ...nodeTypes, ...typescript },
  exampleAt: "app/example/Example.tsx",
  files: {
    ".env.local": keyFile,
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
    "app/with-function/page.tsx": page('import { Support } from "../support";', "<Support />"),
    // The example names no boundary of its own, because only some frameworks have one.
    "app/example/boundary.tsx": `"use client";
import type * as React from "react";
${showExample}
export const Boundary = () => <Example />;
`,
    "app/example/page.tsx": page(
      'import { Boundary } from "./boundary";\nexport const dynamic = "force-dynamic";',
      "<Boundary />",
    ),
    "next.config.mjs": `export default {
  devIndicators: false,
  turbopack: { root: import.meta.dirname },
};
`,
  },
  pages: ["", "with-function", "example"],
  // Next.js checks the types itself while it builds.
  build: "next build",
  built: ".next",
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
