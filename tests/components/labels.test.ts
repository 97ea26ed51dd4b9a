import { expect, test } from "vitest";
import type { TokenParts } from "../../src/client/index.js";
import { englishLabels } from "../../src/components/labels.js";

test("a cost is told with as many digits as say something", () => {
  expect([0, 0.0004, 0.0034, 0.0126, 0.5, 1.239, 12, undefined].map(englishLabels.cost)).toEqual([
    "$0.00",
    "<$0.001",
    "$0.003",
    "$0.013",
    "$0.500",
    "$1.24",
    "$12.00",
    "cost unknown",
  ]);
});

test("what a chat used is told as far as it is known", () => {
  const used = (cost: number | undefined, isWhole: boolean) =>
    englishLabels.chatUsage({ tokens: 1200, cost, isWhole });
  expect(used(0.02, true)).toBe("Used so far: 1,200 tokens, $0.020");
  expect(used(0.02, false)).toBe("Used so far: 1,200 tokens, at least $0.020");
  expect(used(undefined, false)).toBe("Used so far: 1,200 tokens, cost unknown");
});

test("a context is an estimate until the provider has counted", () => {
  const parts: TokenParts = { system: 0, history: 0, images: 0, draft: 0, tools: 0 };
  const used = (tokens: number, isMeasured: boolean, limit: number | undefined = 200_000) =>
    englishLabels.contextUsed({
      tokens,
      limit,
      share: limit && tokens / limit,
      parts,
      isMeasured,
    });
  expect(used(12_400, false)).toBe("≈ 12,400 of 200,000 tokens (6 %)");
  expect(used(12_400, true)).toBe("12,400 of 200,000 tokens (6 %)");
  expect(used(90, true)).toBe("90 of 200,000 tokens (<1 %)");
  expect(used(0, false)).toBe("≈ 0 of 200,000 tokens (0 %)");
  expect(used(250_000, true)).toBe("250,000 of 200,000 tokens (125 %)");
});

test("a button speaks of one file or of several", () => {
  expect(englishLabels.remedy("remove_images", 1)).toBe("Remove image");
  expect(englishLabels.remedy("remove_images", 2)).toBe("Remove images");
  expect(englishLabels.remedy("choose_model", 0)).toBe("Choose a model");
});
