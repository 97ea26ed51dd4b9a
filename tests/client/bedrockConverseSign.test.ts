import { createHash, createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Target, WireRequest } from "../../src/client/protocol.js";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import { streamChat } from "../../src/client/streamChat.js";
import { bodyOf } from "./byteStreams.js";
import { fixture } from "./bedrockConverseFixtures.js";
import { readAnswer } from "./readAnswer.js";

const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  sessionToken: "session-token",
};
const target: Target = {
  provider: "bedrock",
  model: "us.anthropic.claude-3-5-sonnet-20240620-v1:0",
  baseURL: "https://bedrock-runtime.us-east-1.amazonaws.com",
  aws: { region: "us-east-1", credentials },
  headers: { "x-own": "  two  spaces " },
};
const request = {
  model: "m",
  messages: [{ id: "u", role: "user" as const, parts: [{ type: "text" as const, text: "Grüße" }] }],
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2025-08-30T12:36:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

/** Signature Version 4 by its specification, with nothing of the library's. */
function authorization(wire: WireRequest, body: string): string {
  const { host, pathname } = new URL(wire.url);
  const headers: Record<string, string> = { ...wire.headers, host };
  const names = ["host", "x-amz-date", "x-amz-security-token", "x-own"];
  const lines = names.map((name) => `${name}:${headers[name]?.trim().replace(/\s+/g, " ")}`);
  // Each segment of the path is encoded once more than it was sent.
  const path = pathname.split("/").map(encodeURIComponent).join("/");
  const canonical = ["POST", path, "", ...lines, "", names.join(";"), sha256(body)].join("\n");
  const scope = "20250830/us-east-1/bedrock/aws4_request";
  const toSign = ["AWS4-HMAC-SHA256", "20250830T123600Z", scope, sha256(canonical)].join("\n");
  const key = ["20250830", "us-east-1", "bedrock", "aws4_request"].reduce<string | Buffer>(
    (last, part) => hmac(last, part),
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = hmac(key, toSign).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
}

test("what is sent is signed as AWS specifies it, with the time and the session token", async () => {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch = (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: url as string, init });
    return Promise.resolve(new Response(bodyOf(fixture("text").frames)));
  };
  const { signal } = new AbortController();
  const answer = await readAnswer(
    streamChat(bedrockConverse, request, target, { signal, fetch, timeouts: {} }),
  );
  expect(answer.finishReason).toBe("stop");
  const [{ url, init } = { url: "", init: {} }] = sent;
  const headers = init.headers as Record<string, string>;
  expect(headers).toMatchObject({
    "x-amz-date": "20250830T123600Z",
    "x-amz-security-token": "session-token",
  });
  expect(url).toContain("/model/us.anthropic.claude-3-5-sonnet-20240620-v1%3A0/converse-stream");
  expect(headers["authorization"]).toBe(
    authorization({ url, headers, body: undefined }, init.body as string),
  );
});

test("with a bearer key, or without AWS keys, a request stays as it is", async () => {
  for (const other of [
    { ...target, apiKey: "k-1" },
    { ...target, aws: undefined },
  ]) {
    const wire = bedrockConverse.toRequest(request, other);
    expect(await bedrockConverse.sign?.(wire, other)).toBe(wire);
  }
});

test("each repetition is signed anew", async () => {
  const wire = bedrockConverse.toRequest(request, target);
  const first = await bedrockConverse.sign?.(wire, target);
  vi.setSystemTime(new Date("2025-08-30T12:37:00Z"));
  const second = await bedrockConverse.sign?.(wire, target);
  expect([first, second].map((one) => one?.headers["x-amz-date"])).toEqual([
    "20250830T123600Z",
    "20250830T123700Z",
  ]);
  expect(first?.headers["authorization"]).not.toBe(second?.headers["authorization"]);
});
