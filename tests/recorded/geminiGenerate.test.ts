import { describe, expect, test } from "vitest";
import { errorFromResponse } from "../../src/client/failures.js";
import { asFields, asList, asText, type Fields, isFields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { allCuts, bodyOf, utf8 } from "../client/byteStreams.js";
import { readAnswer } from "../client/readAnswer.js";
import { callsIn, judged, recording, recordingsOf, wanted } from "./judge.js";

const names = recordingsOf("gemini");
const isError = (name: string): boolean => name.startsWith("gemini.error.");

describe.skipIf(names.length === 0)("recorded answers of Gemini", () => {
  test.each(names.filter((name) => !isError(name)))("%s", async (name) => {
    const recorded = recording(name);
    const { bytes, expected, meta, target } = recorded;
    const lines = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
    const bodies = [bytes, utf8(lines), utf8(lines.replaceAll("\n", "\r\n"))];
    // The same chunks as the list that comes without `alt=sse`.
    if (meta.kind === "stream") bodies.push(utf8(asJSONList(lines)));
    const answers = await Promise.all(
      bodies
        .flatMap(allCuts)
        .map(([, chunks]) => readAnswer(geminiGenerate.readStream(bodyOf(chunks), target))),
    );
    const all = (value: unknown): unknown[] => answers.map(() => value);
    expect(answers.map((answer) => judged(answer, recorded))).toEqual(all(wanted(recorded)));
    const served = (expected.serverToolCalls ?? []).map((call) => call.name);
    const codeRuns = answers.map((answer) =>
      callsIn(answer, true).flatMap((call) => (call.name === "code_execution" ? [call.name] : [])),
    );
    expect(codeRuns).toEqual(all(served));
  });

  test.each(names.filter(isError))("%s", async (name) => {
    const { meta, expected, bytes, target } = recording(name);
    const error = await errorFromResponse(new Response(bytes, { status: meta.status }), target);
    expect(error).toMatchObject({
      code: "not_found",
      status: meta.status,
      details: expected.message,
    });
  });
});

describe.skipIf(names.length === 0)("recorded requests to Gemini", () => {
  const sent = names.flatMap((name) => {
    const { request, target } = recording(name);
    return request ? ([[name, camelCased(request), target]] as const) : [];
  });
  test.each(sent)("%s", (_name, request, target) => {
    const wire = geminiGenerate.toRequest(conversationOf(asFields(request)), {
      ...target,
      model: "gemini-2.5-flash",
    });
    expect(regular(asFields(wire.body))).toEqual(regular(asFields(request)));
  });
});

function asJSONList(events: string): string {
  const chunks = events.split("\n").filter((line) => line.startsWith("data: "));
  return `[${chunks.map((line) => line.slice("data: ".length)).join("\n,\n")}\n]`;
}

/** Gemini takes `inline_data` and `inlineData` alike; what an app put into arguments and results is its own. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!isFields(value)) return value;
  const isOpaque = (name: string): boolean => /^(?:args|response|parameters.*)$/.test(name);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
      return [name, isOpaque(name) ? inner : camelCased(inner)];
    }),
  );
}

/** The conversation that a `generateContent` request says. */
function conversationOf(body: Fields): ChatRequest {
  const turns = asList(body["contents"]).map(asFields);
  const results = new Map(
    turns.flatMap(partsOf).flatMap(({ functionResponse }) => {
      const { id, response } = asFields(functionResponse);
      return functionResponse ? [[String(id), response]] : [];
    }),
  );
  return {
    model: "gemini-2.5-flash",
    system: partsOf(asFields(body["systemInstruction"]))
      .map(({ text }) => String(text))
      .join("\n\n"),
    messages: turns.map((turn, index): UIMessage => ({
      id: `${index}`,
      role: turn["role"] === "user" ? "user" : "assistant",
      parts: partsOf(turn).flatMap((part) => toUIPart(part, results)),
    })),
    tools: declarations(body).map((tool) => ({
      name: String(tool["name"]),
      description: asText(tool["description"]),
      inputSchema: asFields(tool["parametersJsonSchema"]),
    })),
    toolChoice: toolChoiceOf(asFields(asFields(body["toolConfig"])["functionCallingConfig"])),
  };
}

function toUIPart(part: Fields, results: ReadonlyMap<string, unknown>): UIMessagePart[] {
  const { id, args, ...call } = asFields(part["functionCall"]);
  const { mimeType, ...inline } = asFields(part["inlineData"]);
  const { mimeType: remoteType, ...remote } = asFields(part["fileData"]);
  const name = asText(call["name"]);
  const data = asText(inline["data"]);
  const fileUri = asText(remote["fileUri"]);
  const thoughtSignature = asText(part["thoughtSignature"]);
  const providerMetadata = thoughtSignature ? { google: { thoughtSignature } } : {};
  if (name) {
    return [
      {
        type: `tool-${name}`,
        toolCallId: String(id),
        state: "output-available",
        input: args,
        output: results.get(String(id)),
        callProviderMetadata: providerMetadata,
      },
    ];
  }
  if (data) {
    return [
      {
        type: "file",
        mediaType: String(mimeType),
        url: `data:${String(mimeType)};base64,${data}`,
      },
    ];
  }
  if (fileUri) return [{ type: "file", mediaType: String(remoteType), url: fileUri }];
  if (part["functionResponse"]) return [];
  return [{ type: "text", text: String(part["text"]), providerMetadata }];
}

function toolChoiceOf({ mode, allowedFunctionNames }: Fields): ToolChoice | undefined {
  const allowed = asList(allowedFunctionNames);
  if (mode === "ANY" && allowed.length === 1) return { toolName: String(allowed[0]) };
  return { AUTO: "auto", NONE: "none", ANY: "required" }[String(mode)] as ToolChoice | undefined;
}

/** What both bodies say, without the freedom of saying it, and without what only one of Google's own tools has. */
function regular(body: Fields): unknown {
  const { mode } = asFields(asFields(body["toolConfig"])["functionCallingConfig"]);
  return {
    system: partsOf(asFields(body["systemInstruction"])).map(({ text }) => text),
    contents: asList(body["contents"])
      .map(asFields)
      .flatMap((turn) => partsOf(turn).map((part) => [turn["role"], regularPart(part)])),
    tools: declarations(body).map(({ name, description, parametersJsonSchema }) => ({
      name,
      description: asText(description),
      parametersJsonSchema,
    })),
    mode: mode === "VALIDATED" ? undefined : mode,
  };
}

/** A result's pictures have no place in a message. */
function regularPart(part: Fields): unknown {
  const { parts: _pictures, ...result } = asFields(part["functionResponse"]);
  return part["functionResponse"] ? { functionResponse: result } : part;
}

function partsOf(turn: Fields): Fields[] {
  return asList(turn["parts"]).filter(isFields);
}

function declarations(body: Fields): Fields[] {
  return asList(body["tools"])
    .map(asFields)
    .flatMap((tool) => asList(tool["functionDeclarations"]))
    .filter(isFields);
}
