import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRecorder, toCurl } from "../../src/cassette/index.js";
import { chatWith, clientOf, keys, serverOf } from "./recordChat.js";

/** The words a shell hands to curl, with these variables set. */
function wordsOf(command: string, variables: Record<string, string> = {}): string[] {
  // In a file of its own name: `curl` itself must not be asked.
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { PATH: process.env["PATH"], ...variables };
  const { stdout, status, stderr } = spawnSync("sh", ["-c", script], { env, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\0").slice(0, -1);
}

/** The value that follows an option. */
const valueOf = (words: string[], option: string): string | undefined =>
  words[words.indexOf(option) + 1];

const request = {
  method: "POST",
  url: "https://api.openai.com/v1/chat/completions",
  headers: { authorization: "Bearer [redacted]", "content-type": "application/json" },
  body: '{"model":"gpt-5"}',
};

test("a key is the variable of its provider", () => {
  expect(toCurl(request)).toBe(
    [
      "curl --globoff",
      "--request 'POST'",
      "--url 'https://api.openai.com/v1/chat/completions'",
      `--header 'authorization: Bearer '"$OPENAI_API_KEY"`,
      "--header 'content-type: application/json'",
      `--data-raw '{"model":"gpt-5"}'`,
    ].join(" \\\n  "),
  );
  const words = wordsOf(toCurl(request), { OPENAI_API_KEY: "a 'b' $c" });
  expect(valueOf(words, "--header")).toBe("authorization: Bearer a 'b' $c");
});

test("a key in the address is one too", () => {
  const url = "https://generativelanguage.googleapis.com/v1beta/models/m:g?key=[redacted]&alt=sse";
  const words = wordsOf(toCurl({ ...request, url }), { GEMINI_API_KEY: "g-key" });
  expect(valueOf(words, "--url")).toBe(url.replace("[redacted]", "g-key"));
});

test("a request signed for AWS is signed anew", async () => {
  const recorder = createRecorder({ fetch: serverOf("bedrock-converse") });
  await chatWith("bedrock-converse", clientOf("bedrock-converse", recorder.fetch));
  const words = wordsOf(toCurl(recorder.exchanges[0]!.request), {
    AWS_ACCESS_KEY_ID: "id",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: "token",
  });
  expect(valueOf(words, "--user")).toBe("id:secret");
  expect(valueOf(words, "--aws-sigv4")).toBe("aws:amz:eu-west-1:bedrock");
  expect(words).toContain("x-amz-security-token: token");
  expect(words.filter((word) => /^(?:authorization|x-amz-date)/.test(word))).toEqual([]);
  expect(words.join(" ")).not.toContain(keys.accessKeyId);
});

describe("a shell runs nothing of what a request holds", () => {
  const hostile = [
    "'; touch /tmp/owned; '",
    '"; echo owned; "',
    "$(echo owned) `echo owned` ${HOME} $OPENAI_API_KEY",
    "\\'\\",
    "a\nb\r\n\tc",
    "@/etc/passwd",
    "--output /tmp/owned",
    "{a,b}[1-3]*?~!#&|<>()",
    "[redacted]",
    "it's 'quoted' \"twice\" — ümläut 🔑",
  ];

  test.each(hostile)("%j", (text) => {
    const words = wordsOf(toCurl({ ...request, method: text, body: text }), { HOME: "/home/x" });
    expect(valueOf(words, "--request")).toBe(text);
    expect(valueOf(words, "--data-raw")).toBe(text);
    const url = `https://x.example/${text}`;
    const header = wordsOf(toCurl({ ...request, url, headers: { [text]: text } }), {
      API_KEY: "k",
    });
    expect(valueOf(header, "--url")).toBe(url.replace("[redacted]", "k"));
    expect(valueOf(header, "--header")).toBe(`${text}: ${text}`.replaceAll("[redacted]", "k"));
  });

  test("any text at all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "binary-ascii" }),
        (one, two) => {
          const body = `${one}${two}`.replaceAll("\0", "");
          expect(valueOf(wordsOf(toCurl({ ...request, body })), "--data-raw")).toBe(body);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a character no shell can hold is left out", () => {
    expect(valueOf(wordsOf(toCurl({ ...request, body: "a\0b" })), "--data-raw")).toBe("ab");
  });
});
