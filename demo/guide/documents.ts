import readme from "../../README.md?raw";
import type { GuideDocument } from "./sections.js";

const docs = import.meta.glob<string>("../../docs/**/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The documentation of this checkout, put into the demo when it is built. */
export const documents: readonly GuideDocument[] = [
  { path: "README.md", markdown: readme },
  ...Object.entries(docs).map(([file, markdown]) => ({
    path: file.replace("../../", ""),
    markdown,
  })),
];
