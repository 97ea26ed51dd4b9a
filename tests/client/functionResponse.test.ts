import { describe, expect, test } from "vitest";
import { allCuts, bodyOf, utf8 } from "./byteStreams.js";
import { run } from "./runModel.js";
import { json } from "./scriptedFetch.js";
import { fixtureOf } from "./protocolFixtures.js";

describe("a Response is told by its bytes", () => {
  const { body, expected } = fixtureOf("openai-chat", "text");

  test.each(allCuts(utf8(`: hello\n\n${body}`)))(
    "an OpenAI stream, whatever it calls itself, %s",
    async (_cut, chunks) => {
      const headers = { "content-type": "text/plain" };
      const fromResponse = await run(() => new Response(bodyOf(chunks), { headers }));
      expect(fromResponse).toMatchObject({ text: expected.text, finishReason: "stop" });
      expect((await run(() => bodyOf(chunks))).text).toBe(expected.text);
    },
  );

  test("a whole OpenAI answer", async () => {
    expect(await run(() => new Response(fixtureOf("openai-chat", "whole").body))).toMatchObject({
      text: "All at once.",
      finishReason: "tool-calls",
    });
  });

  const uiStream =
    'data: {"type":"start"}\n\ndata: {"type":"text-delta","id":"1","delta":"abc"}\n\ndata: {"type":"finish"}\n\ndata: [DONE]\n\n';

  test.each(allCuts(utf8(uiStream)))("an AI SDK stream, %s", async (_cut, chunks) => {
    expect((await run(() => new Response(bodyOf(chunks)))).text).toBe("abc");
  });

  const misleading = [
    "{not json",
    '{"a":1}',
    "[a link](https://a)",
    ": colon",
    "data without a colon",
    "event: of the year",
    "data: mining is fun",
    " leading space",
    "<b>bold</b>",
  ];
  const misleadingCuts = misleading.flatMap((text) =>
    allCuts(utf8(text)).map(([cut, chunks]) => ({ text, cut, chunks })),
  );

  test.each(misleadingCuts)(
    "text that looks like something else: $text, $cut",
    async ({ text, chunks }) => {
      expect(await run(() => new Response(bodyOf(chunks)))).toMatchObject({
        text,
        finishReason: "stop",
      });
    },
  );

  test("a cut OpenAI stream is not complete, a cut connection never is", async () => {
    expect((await run(() => new Response(fixtureOf("openai-chat", "cut").body))).error?.code).toBe(
      "truncated",
    );
    expect((await run(() => new Response(bodyOf([utf8("abc")], "error")))).error).toBeDefined();
  });

  test("a refusal has its code, a web page says what it means", async () => {
    expect((await run(() => json({ error: { message: "slow" } }, 429))).error).toMatchObject({
      code: "rate_limit",
      status: 429,
    });
    const page = new Response("<html></html>", {
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    expect((await run(() => page)).error?.code).toBe("bad_request");
  });
});
