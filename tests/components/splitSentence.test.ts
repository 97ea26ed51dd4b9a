import { expect, test } from "vitest";
import { splitSentence } from "../../src/components/Chat/splitSentence.js";

test.each([
  ["GPT-4.5 said no. Try again.", "GPT-4.5 said no.", " Try again."],
  ["接続できません。再試行してください。", "接続できません。", "再試行してください。"],
  ["هل انقطع الاتصال؟ أعِد المحاولة.", "هل انقطع الاتصال؟", " أعِد المحاولة."],
  ["No end", "No end", ""],
])("%s", (message, headline, rest) => {
  expect(splitSentence(message)).toEqual([headline, rest]);
});
