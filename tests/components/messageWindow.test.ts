import { describe, expect, test } from "vitest";
import {
  emptyWindow,
  lastTurn,
  nextWindow,
  wholeUpTo,
  type MessageWindow,
  type WindowFacts,
} from "../../src/components/Chat/messageWindow.js";
import { stateOf } from "../../src/store/chatState.js";

const ids = (count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, index) => `m${first + index}`);

const after = (before: MessageWindow, order: string[], facts: Partial<WindowFacts> = {}) =>
  nextWindow(before, {
    order,
    turn: Math.max(0, order.length - 2),
    atEnd: true,
    held: [],
    ...facts,
  });

describe("the last turn", () => {
  const turnOf = (...roles: ("user" | "assistant")[]): number =>
    lastTurn(stateOf(roles.map((role, index) => ({ id: `${index}`, role, parts: [] }))));

  test("begins with the last question", () => {
    expect(turnOf("user", "assistant", "user", "assistant", "assistant")).toBe(2);
    expect(turnOf("user", "assistant", "user")).toBe(2);
    expect(turnOf()).toBe(0);
  });

  test("is no longer than twenty messages", () => {
    expect(turnOf("user", ...Array.from({ length: 30 }, () => "assistant" as const))).toBe(11);
  });
});

describe("a conversation", () => {
  test("of a hundred messages is whole", () => {
    expect(after(emptyWindow, ids(wholeUpTo)).first).toBeUndefined();
  });

  test("that is longer keeps its last turn whole", () => {
    expect(after(emptyWindow, ids(wholeUpTo + 1)).first).toBe("m99");
  });

  test("stays the same object while nothing changes", () => {
    const order = ids(500);
    const window = after(emptyWindow, order);
    expect(after(window, order)).toBe(window);
    const whole = after(emptyWindow, order.slice(0, 5));
    expect(after(whole, whole.order as string[])).toBe(whole);
  });

  test("that grows long is divided when its end is in view", () => {
    const whole = after(emptyWindow, ids(wholeUpTo));
    const away = after(whole, ids(wholeUpTo + 2), { atEnd: false });
    expect(away.first).toBeUndefined();
    expect(after(away, ids(wholeUpTo + 2)).first).toBe("m100");
  });

  test("passes a turn on to the older ones when the next begins, but not under the reader's hands", () => {
    const window = after(emptyWindow, ids(500));
    expect(window.first).toBe("m498");
    expect(after(window, ids(502)).first).toBe("m500");
    expect(after(window, ids(502), { atEnd: false }).first).toBe("m498");
    expect(after(window, ids(502), { held: ["m499"] }).first).toBe("m498");
    expect(after(window, ids(502), { held: ["m10"] }).first).toBe("m500");
  });

  test("windows what is put before it, and leaves the rest as it is", () => {
    const whole = after(emptyWindow, ids(wholeUpTo, 500), { atEnd: false });
    const grown = after(whole, ids(wholeUpTo + 50, 450), { atEnd: false });
    expect(grown.first).toBe("m500");
    // Below the limit there is nothing to window.
    const small = after(emptyWindow, ids(20, 500), { atEnd: false });
    expect(after(small, ids(50, 470), { atEnd: false }).first).toBeUndefined();
  });

  test("becomes whole again when it has become short, once the end is in view", () => {
    const window = after(emptyWindow, ids(wholeUpTo + 1));
    const away = after(window, ids(wholeUpTo), { atEnd: false });
    expect(away.first).toBe("m99");
    expect(after(away, ids(wholeUpTo)).first).toBeUndefined();
  });

  test("that is replaced is divided anew", () => {
    const window = after(emptyWindow, ids(500));
    expect(after(window, ids(300, 1000), { atEnd: false }).first).toBe("m1298");
    expect(after(window, []).first).toBeUndefined();
  });
});
