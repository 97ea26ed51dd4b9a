import { afterEach, expect } from "vitest";
import { commands } from "vitest/browser";
import { findLost } from "./findLost.js";

declare module "vitest/browser" {
  interface BrowserCommands {
    /** Makes the page's colours those of a system with high contrast, or gives it its own back. */
    forceColours: (active: boolean) => Promise<void>;
  }
}

// The story stands as it has been played until the next one begins.
afterEach(async () => {
  await commands.forceColours(true);
  try {
    expect(findLost()).toEqual([]);
  } finally {
    await commands.forceColours(false);
  }
});
