import { describe, expect, test } from "vitest";
import { isChatError } from "../../src/client/errors.js";
import { openaiResponses } from "../../src/client/protocols/openaiResponses.js";
import { bodyOf, inPieces, utf8 } from "./byteStreams.js";
import {
  completed,
  item,
  partsOfType,
  type ResponseEvent,
  say,
  stream,
} from "./openaiResponsesFixtures.js";
import { fixtureOf, comparable } from "./protocolFixtures.js";
import { describeFixtures } from "./readerContract.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = { provider: "openai", model: "gpt-test", baseURL: "https://api.example/v1" };

function read(body: ReadableStream<Uint8Array>): Promise<Answer> {
  return readAnswer(openaiResponses.readStream(body, target));
}

function readText(text: string): Promise<Answer> {
  return read(bodyOf([utf8(text)]));
}

function types({ parts }: Answer): string[] {
  return parts.map(({ type }) => type);
}

describeFixtures("openai-responses", (bytes) => openaiResponses.readStream(bytes, target));

describe("a stream that is cut at every byte", () => {
  const cases = ["text", "tools", "reasoning", "refusal"].flatMap((name) =>
    (["close", "error"] as const).map((end) => ({ name, end })),
  );
  test.each(cases)("$name, by $end, is complete only after its end", async ({ name, end }) => {
    const { body, expected } = fixtureOf("openai-responses", name);
    const bytes = utf8(body);
    // The last line of data is the end; where its closing brace has come, nothing is missing.
    const completeAt = utf8(body.trimEnd()).length;
    const ends: string[] = [];
    for (let length = 0; length <= bytes.length; length += 1) {
      const answer = await read(bodyOf([bytes.subarray(0, length)], end));
      const isPrefix =
        expected.text.startsWith(answer.text) &&
        expected.reasoning.startsWith(answer.reasoning) &&
        expected.refusal.startsWith(answer.refusal);
      if (answer.error && !isChatError(answer.error)) ends.push("another error");
      else if (!isPrefix) ends.push(`wrong text: ${answer.text}`);
      else ends.push(answer.finishReason ?? answer.error?.code ?? "nothing");
    }
    expect(new Set(ends.slice(0, completeAt))).toEqual(new Set(["truncated"]));
    expect(ends.at(-1)).toBe(expected.finishReason);
  });

  test("a connection that breaks after the end is forgiven, and one that stays open is not waited for", async () => {
    const bytes = utf8(fixtureOf("openai-responses", "text").body);
    expect((await read(bodyOf([bytes], "error"))).finishReason).toBe("stop");
    expect((await read(bodyOf([bytes], "hang"))).finishReason).toBe("stop");
  });

  test("a whole answer that is cut is none", async () => {
    const bytes = utf8(fixtureOf("openai-responses", "whole").body.trimEnd());
    for (let length = 0; length < bytes.length; length += 1) {
      const answer = await read(bodyOf([bytes.subarray(0, length)]));
      expect(answer).toMatchObject({ text: "", error: { code: "truncated" } });
    }
  });
});

describe("what is sent back later", () => {
  test("thoughts carry their item and, once, what is encrypted at the end", async () => {
    const answer = await readText(fixtureOf("openai-responses", "reasoning").body);
    expect(partsOfType(answer, "reasoning-end").map((part) => part.providerMetadata)).toEqual([
      { openai: { itemId: "rs_1" } },
      { openai: { itemId: "rs_1", encryptedContent: "late" } },
    ]);
    expect(types(answer).slice(0, 5)).toEqual([
      "reasoning-start",
      "reasoning-delta",
      "reasoning-delta",
      "reasoning-end",
      "reasoning-start",
    ]);
    expect(partsOfType(answer, "text-end")[0]).toMatchObject({
      providerMetadata: { openai: { phase: "final_answer" } },
    });
  });

  test("thoughts that come whole carry it once as well, and each of them ends once", async () => {
    const summary = ["a", "b", "c"].map((text) => ({ type: "summary_text", text }));
    const thoughts = { type: "reasoning", id: "rs", summary, encrypted_content: "sealed" };
    const answer = await readText(JSON.stringify({ status: "completed", output: [thoughts] }));
    expect(partsOfType(answer, "reasoning-end").map((part) => part.providerMetadata)).toEqual([
      { openai: { itemId: "rs" } },
      { openai: { itemId: "rs" } },
      { openai: { itemId: "rs", encryptedContent: "sealed" } },
    ]);
  });

  test("thoughts without a word are kept if they are encrypted", async () => {
    const thought = { type: "reasoning", id: "rs", summary: [], encrypted_content: "sealed" };
    const answer = await readText(stream(item("done", 0, thought), completed()));
    expect(answer.parts).toMatchObject([
      { type: "reasoning-start" },
      {
        type: "reasoning-end",
        providerMetadata: { openai: { itemId: "rs", encryptedContent: "sealed" } },
      },
      { type: "finish" },
    ]);
    const { encrypted_content: _encrypted, ...open } = thought;
    expect(types(await readText(stream(item("done", 0, open), completed())))).toEqual(["finish"]);
    const compacted = { ...thought, type: "compaction" };
    expect(types(await readText(stream(item("done", 0, compacted), completed())))).toEqual([
      "finish",
    ]);
  });

  test("what is encrypted at first is never taken for the end", async () => {
    const thought = { type: "reasoning", id: "rs", encrypted_content: "early" };
    const summary = {
      type: "response.reasoning_summary_text.delta",
      summary_index: 0,
      delta: "Hm",
    };
    const answer = await readText(stream(item("added", 0, thought), summary, completed()));
    expect(partsOfType(answer, "reasoning-end")[0]?.providerMetadata).toEqual({
      openai: { itemId: "rs" },
    });
  });

  test("open thoughts are marked as such, and facts belong to who gave them", async () => {
    const { body } = fixtureOf("openai-responses", "raw-reasoning");
    const deepseek = { ...target, provider: "deepseek" };
    const answer = await readAnswer(openaiResponses.readStream(bodyOf([utf8(body)]), deepseek));
    expect(partsOfType(answer, "reasoning-end")[0]?.providerMetadata).toEqual({
      deepseek: { itemId: "rs_tmp", raw: true },
    });
  });

  test("a refusal is marked where every reader looks for it", async () => {
    const part = { type: "refusal", refusal: "No." };
    const said = { type: "message", phase: "final_answer", content: [part] };
    for (const provider of ["openai", "azure"]) {
      const body = bodyOf([utf8(stream(item("done", 0, said), completed()))]);
      const answer = await readAnswer(openaiResponses.readStream(body, { ...target, provider }));
      for (const type of ["text-start", "text-end"] as const) {
        expect(partsOfType(answer, type)[0]).toMatchObject({
          providerMetadata: { openai: { refusal: true } },
        });
      }
      expect(partsOfType(answer, "text-end")[0]).toMatchObject({
        providerMetadata: { [provider]: { phase: "final_answer" } },
      });
    }
  });
});

describe("servers that say less, or otherwise", () => {
  test("text that comes only with its end is not lost, and never doubled", async () => {
    const content = [{ type: "output_text", text: "Hello" }];
    const done = { type: "response.output_text.done", output_index: 0, text: "Hello" };
    const message = { type: "message", content };
    const bodies = [
      stream(done, item("done", 0, message), completed()),
      stream(item("added", 0, { type: "message" }), item("done", 0, message), completed()),
      stream(item("done", 0, message), completed({ output: [message] })),
      stream(say("Hello"), done, item("done", 0, message), item("done", 0, message), completed()),
      stream(completed({ output: [message] })),
      stream(item("added", 0, { type: "message" }), completed({ output: [message] })),
      stream(say("Hello"), completed({ output: [{ type: "reasoning", summary: [] }, message] })),
      stream({ type: "response.done", response: { status: "completed", output: [message] } }),
      stream(say("Hel"), item("added", 0, { type: "message" }), say("lo"), completed()),
      stream(
        say("Hello"),
        item("added", 0, { type: "message" }),
        item("done", 0, message),
        completed(),
      ),
    ];
    for (const body of bodies) {
      expect(await readText(body)).toMatchObject({ text: "Hello", finishReason: "stop" });
    }
  });

  test("what is told only with the end is not lost, and what was told before is not told again", async () => {
    const message = { type: "message", content: [{ type: "output_text", text: "Hello" }] };
    const call = { type: "function_call", call_id: "c", name: "f", arguments: "{}" };
    const delta = { type: "response.function_call_arguments.delta", output_index: 1, delta: "{}" };
    for (const events of [
      [say("Hello"), item("done", 0, message)],
      [say("Hello"), item("done", 0, message), delta],
      [say("Hello"), item("added", 1, { ...call, arguments: "" }), delta],
      [item("added", 1, call), item("done", 0, message), item("done", 1, call)],
    ]) {
      const answer = await readText(stream(...events, completed({ output: [message, call] })));
      expect(answer).toMatchObject({ text: "Hello", finishReason: "tool-calls" });
      expect(answer.toolCalls).toEqual([{ id: "c", name: "f", args: {} }]);
    }
  });

  test("items that share an index are told apart by what they are", async () => {
    const message = { type: "message", content: [{ type: "output_text", text: "a" }] };
    const call = { type: "function_call", call_id: "c", name: "f", arguments: "{}" };
    const answer = await readText(
      stream(
        item("added", 0, { type: "message" }),
        say("a"),
        item("added", 0, { ...call, arguments: "" }),
        item("done", 0, message),
        item("done", 0, call),
        completed(),
      ),
    );
    expect(answer).toMatchObject({ text: "a", finishReason: "tool-calls" });
    expect(answer.toolCalls).toEqual([{ id: "c", name: "f", args: {} }]);
  });

  test("an index that is used again is another item", async () => {
    const message = (text: string): ResponseEvent[] => [
      item("added", 0, { type: "message" }),
      say(text),
      item("done", 0, { type: "message", content: [{ type: "output_text", text }] }),
    ];
    const answer = await readText(stream(...message("a"), ...message("b"), completed()));
    expect(answer.text).toBe("ab");
    expect(types(answer).filter((type) => type === "text-start")).toHaveLength(2);
    const afterUnknown = [item("done", 0, {}), item("added", 0, { type: "message" }), say("a")];
    expect((await readText(stream(...afterUnknown, completed()))).text).toBe("a");
  });

  test("deltas of two items may come in turn", async () => {
    const answer = await readText(
      stream(
        say("a", { output_index: 0 }),
        say("1", { output_index: 1 }),
        say("b", { output_index: 0 }),
        say("x", { output_index: 1, content_index: 1 }),
        say("2", { output_index: 1 }),
        completed(),
      ),
    );
    const texts = new Map<string | undefined, string>();
    for (const { id, delta } of partsOfType(answer, "text-delta")) {
      texts.set(id, (texts.get(id) ?? "") + delta);
    }
    expect([...texts.values()]).toEqual(["ab", "12", "x"]);
  });

  test("a call that is told only at its end, whole or in deltas, is a call", async () => {
    const call = { type: "function_call", call_id: "c", name: "f", arguments: '{"a":1}' };
    const delta = {
      type: "response.function_call_arguments.delta",
      output_index: 0,
      delta: '{"a":1}',
    };
    const done = { ...delta, type: "response.function_call_arguments.done", arguments: '{"a":1}' };
    const added = item("added", 0, { ...call, arguments: "" });
    for (const events of [
      [item("done", 0, call)],
      [delta, item("done", 0, call)],
      [added, delta],
      [added, done],
      [item("done", 0, { ...call, arguments: { a: 1 } })],
    ]) {
      const answer = await readText(stream(...events, completed()));
      expect(answer.toolCalls).toEqual([{ id: "c", name: "f", args: { a: 1 } }]);
      expect(partsOfType(answer, "tool-input-delta").map((part) => part.inputTextDelta)).toEqual([
        '{"a":1}',
      ]);
      expect(answer.finishReason).toBe("tool-calls");
    }
  });

  test("the arguments at the end count, and nothing is added after it", async () => {
    const call = { type: "function_call", call_id: "c", name: "f" };
    const delta = {
      type: "response.function_call_arguments.delta",
      output_index: 0,
      delta: '{"a":9',
    };
    const done = item("done", 0, { ...call, arguments: '{"a":1}' });
    const answer = await readText(
      stream(item("added", 0, call), delta, done, delta, done, completed()),
    );
    expect(answer.toolCalls).toEqual([{ id: "c", name: "f", args: { a: 1 } }]);
    expect(partsOfType(answer, "tool-input-delta")).toHaveLength(1);
  });

  test("a call without a name is none, and arguments may be encoded twice", async () => {
    const nameless = { type: "function_call", call_id: "c", name: "", arguments: "{}" };
    const twice = { ...nameless, name: "f", arguments: '"{\\"a\\":1}"' };
    const answer = await readText(
      stream(item("done", 0, nameless), item("done", 1, twice), completed()),
    );
    expect(answer.toolCalls).toEqual([{ id: "c", name: "f", args: { a: 1 } }]);
  });

  test("thoughts under two names are told once", async () => {
    const piece = { output_index: 0, delta: "Hm." };
    const thought = {
      type: "reasoning",
      summary: [{ text: "Hm." }],
      content: [{ type: "reasoning_text", text: "Hm." }],
    };
    const answer = await readText(
      stream(
        { type: "response.reasoning_text.delta", content_index: 0, ...piece },
        { type: "response.reasoning_summary_text.delta", summary_index: 0, ...piece },
        item("done", 0, thought),
        item("done", 1, thought),
        completed(),
      ),
    );
    expect(answer.reasoning).toBe("Hm.Hm.");
  });
});

describe("how an answer ends", () => {
  const whole = (fields: object): Promise<Answer> =>
    readText(JSON.stringify({ object: "response", output: [], ...fields }));

  test.each([
    [{ status: "completed" }, "stop"],
    [{ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } }, "length"],
    [{ status: "incomplete", incomplete_details: { reason: "content_filter" } }, "content-filter"],
    [{ status: "incomplete", incomplete_details: { reason: "new" } }, "other"],
    [{ status: "completed", incomplete_details: { reason: "max_output_tokens" } }, "length"],
    [{ status: "complete" }, "other"],
    [{}, "unknown"],
  ])("%j is %s", async (fields, finishReason) => {
    expect(await whole(fields)).toMatchObject({ finishReason, error: undefined });
  });

  test.each([
    [{ status: "failed", error: { code: "server_error", message: "Oh no" } }, "server"],
    [{ status: "failed", error: null }, "server"],
    [{ status: "cancelled" }, "server"],
    [{ status: "in_progress" }, "truncated"],
    [{ status: "queued" }, "truncated"],
  ])("%j is a failure, %s", async (fields, code) => {
    expect(await whole(fields)).toMatchObject({ finishReason: undefined, error: { code } });
  });

  test("a failure comes after the text before it", async () => {
    const output = [{ type: "message", content: [{ type: "output_text", text: "So far" }] }];
    expect(await whole({ status: "failed", output })).toMatchObject({
      text: "So far",
      error: { code: "server" },
    });
  });

  test("an error without a type is one all the same, and its wait is kept", async () => {
    const answer = await readText(
      `${stream(say("a"))}data: {"error":{"code":429,"message":"Slow down"}}\n\n`,
    );
    expect(answer).toMatchObject({ text: "a", error: { code: "rate_limit", status: 429 } });
    const flat = await readText(fixtureOf("openai-responses", "error-flat").body);
    expect(flat.error?.retryAfterMs).toBe(3000);
  });

  test("what it cost is told where the provider says it", async () => {
    const [finish] = partsOfType(
      await readText(fixtureOf("openai-responses", "raw-reasoning").body),
      "finish",
    );
    expect(finish?.messageMetadata?.cost).toBe(0.0002);
  });
});

describe("what is no response", () => {
  test("a web page means a wrong base URL, and is not shown", async () => {
    const { error } = await readText("\n<!doctype html><html><body>Welcome</body></html>");
    expect(error).toMatchObject({ code: "bad_request" });
    expect(error?.message).toContain("base URL");
    expect(error?.message).not.toContain("Welcome");
  });

  test("JSON without output says so, unless it is an error in some shape", async () => {
    expect((await readText('{"choices":[]}')).error).toMatchObject({ code: "bad_request" });
    expect((await readText('{"detail":"Not authenticated"}')).error?.details).toBe(
      "Not authenticated",
    );
    expect((await readText('[{"error":{"code":503,"message":"overloaded"}}]')).error?.code).toBe(
      "overloaded",
    );
  });

  test.each(["", '{"output":[', ": ping\n\n: ping\n\n", "data: [DONE]\n\n"])(
    "%o is a cut answer",
    async (text) => {
      expect((await readText(text)).error?.code).toBe("truncated");
    },
  );

  test("small talk, unknown events and what follows the end are skipped", async () => {
    const { body, expected } = fixtureOf("openai-responses", "text");
    const noise = `data: ping\n\n: hi\n\n${stream({ type: "response.new", output_index: 0, delta: "x" })}`;
    const answer = await readText(`${noise}${body}${stream(say("late"))}`);
    expect(comparable(answer)).toEqual(expected);
  });

  test("an unreadable piece ends the answer instead of leaving a hole in it", async () => {
    const answer = await readText(
      `${stream(say("a"))}data: {"type":\n\n${stream(say("c"), completed())}`,
    );
    expect(answer).toMatchObject({ text: "a", error: { code: "truncated" } });
  });
});

test.each(["text-delta", "tool-input-start"])(
  "leaving the loop at %s cancels the body",
  async (type) => {
    let cancelled = false;
    const body = utf8(fixtureOf("openai-responses", type === "text-delta" ? "text" : "tools").body);
    const bytes = bodyOf(inPieces(body, 64), "hang", () => (cancelled = true));
    for await (const part of openaiResponses.readStream(bytes, target))
      if (part.type === type) break;
    expect(cancelled).toBe(true);
  },
);
