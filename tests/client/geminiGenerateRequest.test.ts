import { describe, expect, test } from "vitest";
import type { ChatRequest } from "../../src/client/index.js";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";
import { gemini, text, user, write } from "./geminiGenerateBuilders.js";

test("a request names the model in its address, and the key in a header alone", () => {
  const wire = geminiGenerate.toRequest(
    { model: "gemini/gemini-2.0-flash", system: "Be brief.", messages: [user(text("Hi"))] },
    gemini,
  );
  expect(wire).toEqual({
    url: "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:streamGenerateContent?alt=sse",
    headers: { "content-type": "application/json", "x-goog-api-key": "k-1" },
    body: {
      systemInstruction: { parts: [{ text: "Be brief." }] },
      contents: [{ role: "user", parts: [{ text: "Hi" }] }],
    },
  });
});

test.each([
  ["gemini-2.0-flash", "/models/gemini-2.0-flash:generateContent"],
  ["models/gemini-2.0-flash", "/models/gemini-2.0-flash:generateContent"],
  ["tunedModels/my model", "/tunedModels/my%20model:generateContent"],
  ["a?key=b#c", "/models/a%3Fkey%3Db%23c:generateContent"],
])("without a stream, %s is asked at %s", (model, path) => {
  const wire = geminiGenerate.toRequest(
    { model, messages: [] },
    { ...gemini, model },
    { stream: false },
  );
  expect(wire.url).toBe(`${gemini.baseURL}${path}`);
});

test("a key that cannot stand in a header is refused before anything is sent; none is left out", () => {
  const withKey = (apiKey?: string): unknown =>
    geminiGenerate.toRequest({ model: "m", messages: [] }, { ...gemini, apiKey }).headers;
  expect(() => withKey("AIza\nb")).toThrow(expect.objectContaining({ code: "authentication" }));
  expect(withKey(" k-1\n")).toHaveProperty("x-goog-api-key", "k-1");
  expect(withKey(undefined)).not.toHaveProperty("x-goog-api-key");
});

test("headers of the target go over the protocol's own", () => {
  const headers = { authorization: "Bearer t", "x-goog-api-key": "other" };
  const wire = geminiGenerate.toRequest({ model: "m", messages: [] }, { ...gemini, headers });
  expect(wire.headers).toMatchObject(headers);
});

describe("parameters are what the model takes", () => {
  const config = {
    maxTokens: 9,
    temperature: 0.5,
    topP: 0,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: -1,
  };
  const all = {
    maxOutputTokens: 9,
    temperature: 0.5,
    topP: 0,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: -1,
  };
  const { frequencyPenalty: _f, presencePenalty: _p, ...withoutPenalties } = all;

  test("all by the names that Gemini has for them; without any there is no place for them", () => {
    expect(write({}, { config })["generationConfig"]).toEqual(all);
    expect(write({}, { config: { temperature: undefined } })).not.toHaveProperty(
      "generationConfig",
    );
  });

  test("no penalties for Gemini 2.5, except on Vertex AI", () => {
    const sent = (provider: string): unknown => {
      const { thinkingConfig: _t, ...rest } = write(
        { provider, model: "gemini-2.5-flash" },
        { config },
      )["generationConfig"] as Record<string, unknown>;
      return rest;
    };
    expect(sent("gemini")).toEqual(withoutPenalties);
    expect(sent("vertex_ai")).toEqual(all);
  });

  const thinks = { includeThoughts: true };
  test.each<[string, ChatRequest["config"], unknown]>([
    ["gemini-2.0-flash", { reasoningEffort: "high" }, undefined],
    ["gemini-2.5-flash-image", { reasoningEffort: "high" }, undefined],
    ["gemini-2.5-flash-preview-tts", {}, undefined],
    ["gemma-3-27b-it", { reasoningEffort: "high" }, undefined],
    ["gemini-2.5-flash", {}, thinks],
    ["gemini-2.5-flash", { reasoningEffort: "none" }, { thinkingBudget: 0 }],
    ["gemini-2.5-pro", { reasoningEffort: "none" }, { thinkingBudget: 128 }],
    ["gemini-2.5-flash-lite", { reasoningEffort: "low" }, { thinkingBudget: 1024, ...thinks }],
    ["models/gemini-2.5-pro", { reasoningEffort: "medium" }, { thinkingBudget: 8192, ...thinks }],
    ["gemini-2.5-flash", { reasoningEffort: "xhigh" }, { thinkingBudget: 24_576, ...thinks }],
    ["gemini-2.5-pro", { reasoningEffort: "xhigh" }, { thinkingBudget: 32_768, ...thinks }],
    ["gemini-3-pro-preview", {}, thinks],
    ["gemini-3-pro-preview", { reasoningEffort: "none" }, { thinkingLevel: "low" }],
    ["gemini-3-pro-preview", { reasoningEffort: "medium" }, { thinkingLevel: "high", ...thinks }],
    [
      "gemini-3.1-pro-preview",
      { reasoningEffort: "medium" },
      { thinkingLevel: "medium", ...thinks },
    ],
    ["gemini-3-flash-preview", { reasoningEffort: "none" }, { thinkingLevel: "minimal" }],
    ["gemini-3.7-flash", { reasoningEffort: "minimal" }, { thinkingLevel: "low", ...thinks }],
    ["gemini-flash-latest", { reasoningEffort: "xhigh" }, { thinkingLevel: "high", ...thinks }],
    ["gemini-3-pro-image-preview", { reasoningEffort: "low" }, undefined],
  ])("%s thinks, asked for %o, as %o", (model, asked, thinkingConfig) => {
    const sent = write({ model }, { config: asked })["generationConfig"];
    expect(sent).toEqual(thinkingConfig && { thinkingConfig });
  });
});

describe("tools", () => {
  const inputSchema = { type: "object", properties: { city: { type: "string" } } };
  const tools = [{ name: "weather", description: "Of a city", inputSchema }];

  test("are declared with their own schema; without tools nothing is said of them", () => {
    expect(write({}, { tools })).toMatchObject({
      tools: [
        {
          functionDeclarations: [
            { name: "weather", description: "Of a city", parametersJsonSchema: inputSchema },
          ],
        },
      ],
    });
    expect(write({}, { tools })).not.toHaveProperty("toolConfig");
    const without = write({}, { toolChoice: "required" });
    expect(without).not.toHaveProperty("tools");
    expect(without).not.toHaveProperty("toolConfig");
  });

  test.each<[ChatRequest["toolChoice"], object]>([
    ["auto", { mode: "AUTO" }],
    ["none", { mode: "NONE" }],
    ["required", { mode: "ANY" }],
    [{ toolName: "weather" }, { mode: "ANY", allowedFunctionNames: ["weather"] }],
  ])("may be chosen: %o", (toolChoice, functionCallingConfig) => {
    expect(write({}, { tools, toolChoice })["toolConfig"]).toEqual({ functionCallingConfig });
  });
});
