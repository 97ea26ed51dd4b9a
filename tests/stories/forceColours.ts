import type { BrowserCommand } from "vitest/node";

/** For tests in a page: its colours become those of a system with high contrast, or its own again. */
export const forceColours: BrowserCommand<[active: boolean]> = async ({ page }, active) =>
  page.emulateMedia({ forcedColors: active ? "active" : "none" });
