import { expect, test } from "vitest";
import { redact } from "../../src/client/index.js";

const planted = [
  "sk-abcdefghijklmnopqrstuvwx",
  "sk-proj-AbCd_1234-efGH5678ijkl",
  "sk-ant-api03-AbCdEf-123456_zzz",
  "sk-or-v1-0123456789abcdef0123",
  "AIzaSyA1234567890abcdefghijklmnopqrstuv",
  "gsk_abcdefghijklmnopqrstuvwxyz012345",
  "xai-abcdefghijklmnop1234",
  "AKIAIOSFODNN7EXAMPLE",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
];

test.each(planted)("%s is masked wherever it stands", (key) => {
  for (const text of [
    key,
    `Incorrect API key provided: ${key}. See`,
    `"${key}"`,
    `{"key":"${key}"}`,
  ]) {
    const masked = redact(text);
    expect(masked).not.toContain(key);
    expect(masked).not.toContain(key.slice(-8));
  }
});

test("a key shown in part by the provider is masked too", () => {
  expect(redact("Incorrect API key provided: sk-abcd***********wxyz.")).not.toContain("wxyz");
});

test.each([
  ["Authorization: Bearer abc.def-123", "abc.def-123"],
  ["https://x.example/v1?key=plain123&alt=sse", "plain123"],
  ["https://x.example/v1?a=1&api_key=plain123", "plain123"],
  ['{"x-api-key": "plain123"}', "plain123"],
  ["api-key: plain123", "plain123"],
])("what follows in %s is masked", (text, secret) => {
  expect(redact(text)).not.toContain(secret);
  expect(redact(text)).toContain("[redacted]");
});

test("the very keys in use are masked, whatever they look like, also when they are encoded", () => {
  const key = "my secret/key+1";
  expect(redact(`a ${key} b ${encodeURIComponent(key)} c`, [key])).toBe(
    "a [redacted] b [redacted] c",
  );
});

test("ordinary words are left alone", () => {
  const text =
    "The task-based disk-usage of risk-free desk-tops is 5 keys: bearer of news, ask-me.";
  expect(redact(text, ["", undefined, "is"])).toBe(text);
});
