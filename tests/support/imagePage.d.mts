import type { Page } from "playwright";

export interface ImagePage {
  /** `globalThis.engine` on it holds `workshop`, `processImage` and `preparedTarget`. */
  page: Page;
  /** What nobody caught on the page. */
  problems: string[];
  close: () => Promise<void>;
}
export function openImagePage(): Promise<ImagePage>;
