import type { ComponentType, ReactElement } from "react";

/** The plain page an example stands in. */
export function exampleFrame(Story: ComponentType): ReactElement {
  return (
    <main style={{ padding: 24, maxInlineSize: 640, color: "light-dark(#222, #ddd)" }}>
      <Story />
    </main>
  );
}

const sources = import.meta.glob<string>(["./*/*.tsx", "!./*/*.stories.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Parameters that show the file of an example below it, open, so that it can be copied: `hooks/UseChat.tsx`, say. */
export function withSource(file: string) {
  const code = sources[`./${file}`];
  if (code === undefined) throw new Error(`There is no example ${file}.`);
  return {
    docs: { source: { code, language: "tsx" }, canvas: { sourceState: "shown" } },
    controls: { exclude: ["client"] },
  } as const;
}
