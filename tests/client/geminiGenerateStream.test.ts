import { describe, expect, test } from "vitest";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";
import { allCuts, bodyOf, inPieces, utf8 } from "./byteStreams.js";
import { fixtureOf } from "./protocolFixtures.js";
import { describeFixtures } from "./readerContract.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = {
  provider: "gemini",
  name: "Google Gemini",
  model: "gemini-test",
  baseURL: "https://api.example/v1beta",
};

function read(body: ReadableStream<Uint8Array>): Promise<Answer> {
  return readAnswer(geminiGenerate.readStream(body, target));
}

function readText(text: string): Promise<Answer> {
  return read(bodyOf([utf8(text)]));
}

describeFixtures("gemini-generate", (bytes) => geminiGenerate.readStream(bytes, target));

describe("an answer that is cut at every byte", () => {
  const forms = ["text", "reasoning", "tools", "list", "whole"].flatMap((name) =>
    (["close", "error"] as const).map((end) => ({ ...fixtureOf("gemini-generate", name), end })),
  );
  test.each(forms)(
    "is complete only after the finish reason: $name, $end",
    async ({ name, body, expected, end }) => {
      const bytes = utf8(body);
      // The last object has to be whole, since what it says may be cut anywhere before.
      const finishAt = utf8(body.slice(0, body.lastIndexOf("}") + 1)).length;
      const ends: string[] = [];
      for (let length = 0; length <= bytes.length; length += 1) {
        const answer = await read(bodyOf([bytes.subarray(0, length)], end));
        const isPrefix =
          expected.text.startsWith(answer.text) && expected.reasoning.startsWith(answer.reasoning);
        expect(isPrefix, `${name} at ${length}: ${answer.text}`).toBe(true);
        expect(answer.error?.name ?? "ChatError").toBe("ChatError");
        ends.push(answer.finishReason ?? answer.error?.code ?? "nothing");
      }
      expect(new Set(ends.slice(0, finishAt))).toEqual(new Set(["truncated"]));
      // An event that is not closed by an empty line is lost with the connection, and counts when it ends well.
      const from = end === "error" && name !== "list" && name !== "whole" ? finishAt + 2 : finishAt;
      expect(new Set(ends.slice(from))).toEqual(new Set([expected.finishReason]));
    },
  );
});

describe("an error that Google writes outside of the events", () => {
  const said = '{"candidates":[{"content":{"parts":[{"text":"data: {"}]}}]}';
  const fault = { code: 503, message: "The model is overloaded.", status: "UNAVAILABLE" };
  const error = JSON.stringify({ error: fault }, null, 2);

  test.each([
    ["as it is", error],
    ["in a list", `[${error}]`],
    ["by line ends of its own", error.replaceAll("\n", "\r\n")],
  ])("breaks the answer off with its own words, %s", async (_, tail) => {
    for (const [, chunks] of allCuts(utf8(`data: ${said}\r\n\r\n${tail}\n`))) {
      expect(await read(bodyOf(chunks))).toMatchObject({
        text: "data: {",
        error: { code: "overloaded", status: 503, details: fault.message },
      });
    }
  });

  test("is no more than a cut answer while it is not whole", async () => {
    for (let length = 1; length < error.length; length += 1) {
      const answer = await readText(`data: ${said}\n\n${error.slice(0, length)}`);
      expect(answer).toMatchObject({ text: "data: {", error: { code: "truncated" } });
    }
  });
});

describe("what is not a Gemini answer", () => {
  test("a web page means a wrong base URL, and is not shown", async () => {
    const { error } = await readText("\n<!doctype html><html><body>Welcome</body></html>");
    expect(error?.code).toBe("bad_request");
    expect(error?.message).toContain("base URL");
    expect(error?.message).not.toContain("Welcome");
  });

  test("JSON without candidates says so", async () => {
    expect((await readText('{"status":"ok"}')).error).toMatchObject({ code: "bad_request" });
    expect((await readText('{"detail":"Not authenticated"}')).error?.details).toBe(
      "Not authenticated",
    );
    expect((await readText('[{"id":"a"},{"id":"b"}]')).error?.code).toBe("bad_request");
  });

  test.each(["", "[", "[]", '{"candidates":[{"content":', ": ping\n\n: ping\n\n"])(
    "%o is a cut answer",
    async (text) => {
      expect((await readText(text)).error?.code).toBe("truncated");
    },
  );

  test("small talk and events of unknown kinds between the data lines are skipped", async () => {
    const { body, expected } = fixtureOf("gemini-generate", "text");
    const noisy = `data: ping\n\ndata:\n\nevent: keep-alive\ndata: {"new":{"thing":1}}\n\ndata: [DONE]\n\n${body}`;
    expect((await readText(noisy)).text).toBe(expected.text);
  });
});

test("an unreadable piece ends the answer instead of leaving a hole in it", async () => {
  const answer = await readText(
    `data: {"candidates":[{"content":{"parts":[{"text":"a"}]}}]}\n\ndata: {"cand\n\n${fixtureOf("gemini-generate", "text").body}`,
  );
  expect(answer).toMatchObject({ text: "a", error: { code: "truncated" } });
});

test("a whole answer without a finish reason is complete all the same", async () => {
  const answer = await readText('{"candidates":[{"content":{"parts":[{"text":"a"}]}}]}');
  expect(answer).toMatchObject({ text: "a", finishReason: "unknown", error: undefined });
  const list = await readText('[{"candidates":[{"content":{"parts":[{"text":"a"}]}}]}]');
  expect(list).toMatchObject({ text: "a", error: { code: "truncated" } });
});

test("a byte order mark before JSON is no part of it, even cut in two", async () => {
  const { body, expected } = fixtureOf("gemini-generate", "list");
  expect((await read(bodyOf(inPieces(utf8(`\uFEFF${body}`), 1)))).text).toBe(expected.text);
});

test.each(["text", "list"])("leaving the loop cancels the body: %s", async (name) => {
  let cancelled = false;
  const body = bodyOf(
    inPieces(utf8(fixtureOf("gemini-generate", name).body), 64),
    "hang",
    () => (cancelled = true),
  );
  for await (const part of geminiGenerate.readStream(body, target))
    if (part.type === "text-delta") break;
  expect(cancelled).toBe(true);
});

test("a list is read while it comes", async () => {
  const { body } = fixtureOf("gemini-generate", "list");
  const firstObject = body.slice(0, body.indexOf("\n}") + 2);
  const stream = geminiGenerate.readStream(bodyOf([utf8(firstObject)], "hang"), target);
  expect((await stream.next()).value).toMatchObject({ type: "text-start" });
  expect((await stream.next()).value).toMatchObject({ type: "text-delta" });
});
