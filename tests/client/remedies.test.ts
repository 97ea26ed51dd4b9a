import { describe, expect, test } from "vitest";
import {
  dropOldestTurns,
  estimateRequest,
  preflight,
  removeFiles,
  type UIMessage,
} from "../../src/client/index.js";
import { message, pngPart, turns } from "./preflightConversations.js";

describe("removing files", () => {
  test("leaves the rest as it was, and a word where there was nothing else", () => {
    const [a, b] = [pngPart(1, 1), pngPart(2, 2)];
    const messages = [
      message("user", [a, "What is this?"]),
      message("assistant", ["A dot."]),
      message("user", [b]),
      message("assistant", ["Another."]),
    ];
    const kept = removeFiles(messages, [a, b]);
    expect(kept[0]).toEqual({ ...messages[0], parts: [{ type: "text", text: "What is this?" }] });
    expect(kept[2]!.parts).toEqual([{ type: "text", text: "[file removed]" }]);
    expect([kept[1], kept[3]]).toEqual([messages[1], messages[3]]);
    expect(kept[1]).toBe(messages[1]);
    expect(messages[0]!.parts).toHaveLength(2);
    expect(removeFiles(messages, [{ ...a }])[0]).toBe(messages[0]);
  });

  test("that a finding speaks of answers it", () => {
    const model = { id: "x", vision: false };
    const messages = [message("user", [pngPart(1, 1), "Hi"]), message("assistant", ["Hello"])];
    const [found] = preflight({ messages, model });
    expect(preflight({ messages: removeFiles(messages, found!.files), model })).toEqual([]);
  });
});

describe("dropping the oldest turns", () => {
  const size = (messages: UIMessage[]): number => estimateRequest({ messages }, "x").tokens;
  const draft = message("user", ["And now?"]);

  test("drops whole turns until 70 % are used, and no more", () => {
    const messages = turns(20, 100);
    const model = { id: "x", maxInputTokens: 2000 };
    const kept = dropOldestTurns({ messages, draft, model, ratio: 1 });
    expect(messages.slice(-kept.length)).toEqual(kept);
    expect(kept[0]!.role).toBe("user");
    expect(kept.length % 2).toBe(0);
    expect(size(kept)).toBeLessThanOrEqual(1400);
    expect(size(messages.slice(-kept.length - 2))).toBeGreaterThan(1300);
    expect(preflight({ messages: kept, draft, model, ratio: 1 })).toEqual([]);
    // Twice the tokens, half the turns.
    const twice = dropOldestTurns({ messages, draft, model, ratio: 2 });
    expect(twice.length).toBeLessThan(kept.length);
  });

  test("keeps system messages, and an answer only with its question", () => {
    const system = message("system", ["Be brief."]);
    const greeting = message("assistant", ["Hello. ".repeat(400)]);
    const step = message("assistant", ["One more step"]);
    const messages = [greeting, system, ...turns(3, 200), step];
    const kept = dropOldestTurns({
      messages,
      draft,
      model: { id: "x", maxInputTokens: 800 },
      ratio: 1,
    });
    expect(kept).toEqual([system, ...messages.slice(-3)]);
  });

  test("keeps the question that is asked, however long it is", () => {
    const messages = turns(3, 900).slice(0, -1);
    const model = { id: "x", maxInputTokens: 100 };
    expect(dropOldestTurns({ messages, model, ratio: 1 })).toEqual(messages.slice(-1));
    expect(dropOldestTurns({ messages, draft, model, ratio: 1 })).toEqual([]);
  });

  test("keeps the last turn while it fits at all", () => {
    const messages = turns(2, 400);
    const of = (maxInputTokens: number) =>
      dropOldestTurns({ messages, draft, model: { id: "x", maxInputTokens }, ratio: 1 });
    expect(of(900)).toEqual(messages.slice(-2));
    expect(of(700)).toEqual([]);
  });

  test("drops nothing that fits, and nothing where the limit is not known", () => {
    const messages = turns(3, 100);
    expect(dropOldestTurns({ messages, model: { id: "x" } })).toEqual(messages);
    expect(dropOldestTurns({ messages, model: { id: "x", maxInputTokens: 100_000 } })).toEqual(
      messages,
    );
  });
});
