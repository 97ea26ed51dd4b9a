import { describe, expect, test, vi } from "vitest";
import {
  ChatError,
  type FunctionModel,
  runFunctionModel,
  type StreamPart,
} from "../../src/client/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { type Loose, run } from "./runModel.js";

async function* async3(): AsyncGenerator<string> {
  yield "a";
  yield "b";
  yield "c";
}

function* sync3(): Generator {
  yield "a";
  yield Promise.resolve("b");
  yield "c";
}

function streamOf(...chunks: unknown[]): ReadableStream<unknown> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

describe("whatever a function returns becomes text, and one finish", () => {
  test.each<[string, Loose]>([
    ["a string", () => "abc"],
    ["a promise", async () => "abc"],
    ["a generator", sync3],
    ["an async generator", async3],
    ["a promise of an async generator", async () => async3()],
    ["a list", () => ["a", "bc"]],
    ["a stream of strings", () => streamOf("a", "b", "c")],
    ["a stream of bytes", () => streamOf(utf8("a"), utf8("bc"))],
    [
      "a stream of parts",
      () =>
        streamOf(
          { type: "text-delta", id: "1", delta: "ab" },
          { type: "text-delta", id: "1", delta: "c" },
        ),
    ],
    ["parts of the AI SDK's full stream", () => [{ type: "text-delta", id: "1", text: "abc" }]],
    ["a Response of text", () => new Response(bodyOf([utf8("a"), utf8("bc")]))],
    [
      "parts and strings mixed",
      () => ["a", { type: "text-start", id: "x" }, { type: "text-delta", id: "x", delta: "bc" }],
    ],
    ["nothing beside the text", () => [null, "a", undefined, false, true, "", "bc"]],
  ])("%s", async (_name, model) => {
    const answer = await run(model);
    expect(answer).toMatchObject({ text: "abc", finishReason: "stop", error: undefined });
    expect(answer.parts.filter(({ type }) => type === "finish")).toHaveLength(1);
  });

  test("numbers are text, nothing is nothing", async () => {
    expect((await run(() => [1, 0, 2n])).text).toBe("102");
    for (const nothing of [undefined, null, "", [], true]) {
      expect((await run(() => nothing)).parts).toEqual([{ type: "finish", finishReason: "stop" }]);
    }
  });

  test("its own finish part ends it", async () => {
    const answer = await run(() => ["a", { type: "finish", finishReason: "length" }, "b"]);
    expect(answer).toMatchObject({ text: "a", finishReason: "length" });
    expect(answer.parts.at(-1)?.type).toBe("finish");
  });

  test("what may be shown is passed on untouched", async () => {
    const element = { $$typeof: Symbol.for("react.element"), type: "div", props: {} };
    const looksLikeAPart = { $$typeof: Symbol.for("react.element"), type: "finish", props: {} };
    const { parts } = await run(() => [element, looksLikeAPart, { type: "div" }, { any: 1 }]);
    expect(parts.slice(0, 4)).toEqual([
      { type: "data-node", data: element },
      { type: "data-node", data: looksLikeAPart },
      { type: "data-node", data: { type: "div" } },
      { type: "data-node", data: { any: 1 } },
    ]);
    expect((await run(() => element)).parts[0]).toEqual({ type: "data-node", data: element });
  });

  test("data and source parts are parts", async () => {
    const given: StreamPart[] = [
      { type: "data-chart", data: [1] },
      { type: "source-url", sourceId: "1", url: "https://a" },
      { type: "start-step" },
    ];
    expect((await run(() => given)).parts.slice(0, 3)).toEqual(given);
  });

  test("a delta without text is dropped", async () => {
    expect(
      (await run(() => [{ type: "text-delta" }, { type: "text-delta", delta: 5 }, "a"])).text,
    ).toBe("a");
  });
});

describe("failing", () => {
  test.each<[string, Loose]>([
    [
      "at once",
      () => {
        throw new Error("Out of ideas");
      },
    ],
    [
      "later",
      async () => {
        throw new Error("Out of ideas");
      },
    ],
    ["by its own hand", () => [{ type: "error", errorText: "Out of ideas" }]],
    [
      "with a value that is no Error",
      () => {
        throw "Out of ideas";
      },
    ],
  ])("%s keeps its own words, with code server", async (_name, model) => {
    expect((await run(model)).error).toMatchObject({ code: "server", message: "Out of ideas" });
  });

  test("with a ChatError is that error; keys are masked in any other", async () => {
    const error = new ChatError("rate_limit", "Wait.");
    expect(
      (
        await run(() => {
          throw error;
        })
      ).error,
    ).toBe(error);
    const leak = await run(() => {
      throw new Error("used sk-abcdefghijklmnop");
    });
    expect(leak.error?.message).toBe("used [redacted]");
  });

  test("keeps the text so far", async () => {
    const answer = await run(function* () {
      yield "half";
      throw new Error("x");
    });
    expect(answer).toMatchObject({ text: "half", finishReason: undefined });
  });
});

describe("stopping", () => {
  test("runs a generator's finally and shows nothing more", async () => {
    const controller = new AbortController();
    let cleaned = false;
    const answer = await run(async function* () {
      try {
        yield "a";
        controller.abort();
        yield "b";
      } finally {
        cleaned = true;
      }
    }, controller.signal);
    expect(answer).toMatchObject({ text: "a", error: { code: "aborted" } });
    expect(cleaned).toBe(true);
  });

  test.each<[string, (onClose: () => void) => unknown]>([
    ["a promise", () => new Promise(() => {})],
    [
      "an iterator that never answers",
      (onClose) => ({
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise(() => {}),
          return: async () => {
            onClose();
            return { done: true, value: undefined };
          },
        }),
      }),
    ],
    ["a stream", (onClose) => new ReadableStream({ cancel: onClose })],
    ["a Response", (onClose) => new Response(new ReadableStream({ cancel: onClose }))],
  ])("ends %s that pays no attention, and closes it", async (name, make) => {
    const controller = new AbortController();
    const onClose = vi.fn();
    const running = run(() => make(onClose), controller.signal);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect((await running).error?.code).toBe("aborted");
    expect(onClose).toHaveBeenCalledTimes(name === "a promise" ? 0 : 1);
  });

  test("a function that returns cleanly when it is stopped is stopped, not complete", async () => {
    const controller = new AbortController();
    const answer = await run(async function* (_messages, { signal }) {
      yield "a";
      controller.abort();
      if (signal.aborted) return;
    }, controller.signal);
    expect(answer).toMatchObject({
      text: "a",
      finishReason: undefined,
      error: { code: "aborted" },
    });
  });

  test("before the start calls nothing", async () => {
    const model = vi.fn(() => "a");
    expect((await run(model, AbortSignal.abort())).error?.code).toBe("aborted");
    expect(model).not.toHaveBeenCalled();
  });

  test("by leaving the loop closes the iterator", async () => {
    let cleaned = false;
    const model: FunctionModel = async function* () {
      try {
        yield "a";
        yield "b";
      } finally {
        cleaned = true;
      }
    };
    const context = { config: {}, signal: new AbortController().signal };
    for await (const part of runFunctionModel(model, [], context))
      if (part.type === "text-delta") break;
    expect(cleaned).toBe(true);
  });
});

test("a function may change the list it is given without changing the conversation", async () => {
  const messages = [{ id: "1", role: "user" as const, parts: [] }];
  const model: FunctionModel = (given) => String(given.splice(0).length);
  const answer = await readAnswer(
    runFunctionModel(model, messages, { config: {}, signal: new AbortController().signal }),
  );
  expect(answer.text).toBe("1");
  expect(messages).toHaveLength(1);
});
