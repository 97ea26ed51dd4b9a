import { describe, expect, test } from "vitest";
import { openaiResponses } from "../../src/client/protocols/openaiResponses.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import {
  completed,
  item,
  partsOfType,
  type ResponseEvent,
  say,
  stream,
} from "./openaiResponsesFixtures.js";
import { fixtureOf } from "./protocolFixtures.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = { provider: "openai", model: "gpt-test", baseURL: "https://api.example/v1" };

function readText(text: string): Promise<Answer> {
  return readAnswer(openaiResponses.readStream(bodyOf([utf8(text)]), target));
}

describe("the provider's own tools", () => {
  test("are shown at work and with what they found", async () => {
    const { parts } = await readText(fixtureOf("openai-responses", "server-tools").body);
    const calls = parts.filter((part) => "toolCallId" in part && part.type !== "tool-input-delta");
    expect(calls).toMatchObject([
      { type: "tool-input-start", toolCallId: "mcpl_1", toolName: "mcp_list_tools" },
      { type: "tool-input-available", toolCallId: "mcpl_1" },
      { type: "tool-output-available", output: [{ name: "find" }] },
      { type: "tool-input-start", toolCallId: "mcp_1", toolName: "mcp.find" },
      { type: "tool-input-available", input: { q: "x" } },
      { type: "tool-output-available", toolCallId: "mcp_1", output: "found" },
      { type: "tool-input-start", toolCallId: "ci_1" },
      { type: "tool-input-available", input: { code: "print(1)" } },
      { type: "tool-output-available", output: [{ type: "logs", logs: "1\n" }] },
      { type: "tool-input-start", toolCallId: "sh_1", toolName: "shell" },
      { type: "tool-input-available", toolCallId: "sh_1" },
      { type: "tool-output-available", toolCallId: "sh_1", output: [{ stdout: "a.txt" }] },
      { type: "tool-input-start", toolCallId: "mcp_2" },
      { type: "tool-input-available", toolCallId: "mcp_2" },
      { type: "tool-output-error", toolCallId: "mcp_2", errorText: "403 Forbidden" },
    ]);
    for (const part of calls) expect(part).toHaveProperty("providerExecuted", true);
    expect(
      parts.flatMap((part) => (part.type === "tool-input-delta" ? [part.inputTextDelta] : [])),
    ).toEqual(['{"q":', '"x"}', "print(", "1)", "ls"]);
  });

  test("a search without an id is answered by the outcome that follows", async () => {
    const search = { type: "tool_search_call", id: "tsc", call_id: null, arguments: { q: 1 } };
    const found = { type: "tool_search_output", id: "tso", call_id: null, tools: ["t"] };
    const answer = await readText(
      stream(item("done", 0, search), item("done", 1, found), completed()),
    );
    expect(partsOfType(answer, "tool-output-available")).toMatchObject([
      { toolCallId: "tsc", output: ["t"] },
    ]);
    expect(answer.finishReason).toBe("stop");
  });

  test("outcomes find their calls: by id, and without one in their order", async () => {
    const search = (id: string, at: number): ResponseEvent[] => [
      item("done", at, { type: "tool_search_call", id, call_id: null }),
      item("done", at + 1, { type: "tool_search_output", call_id: null, tools: [id] }),
    ];
    const shell = (call_id: string): object => ({ type: "shell_call", id: call_id, call_id });
    const outcome = (call_id: string): object => ({
      type: "shell_call_output",
      call_id,
      output: call_id,
    });
    const answer = await readText(
      stream(
        ...search("s1", 0),
        ...search("s2", 2),
        item("done", 4, shell("a")),
        item("done", 5, shell("b")),
        item("done", 6, outcome("b")),
        item("done", 7, outcome("a")),
        completed(),
      ),
    );
    const told = partsOfType(answer, "tool-output-available");
    expect(told.map(({ toolCallId, output }) => [toolCallId, output])).toEqual([
      ["s1", ["s1"]],
      ["s2", ["s2"]],
      ["b", "b"],
      ["a", "a"],
    ]);
  });

  test("one that is done with an error has failed", async () => {
    const failed = { type: "mcp_call", id: "m", status: "completed", name: "f", arguments: "{" };
    const errors = ["No such page", { message: "No such page" }];
    for (const error of errors) {
      const answer = await readText(stream(item("done", 0, { ...failed, error }), completed()));
      expect(answer.toolCalls).toEqual([{ id: "m", name: "mcp.f", args: "{" }]);
      expect(partsOfType(answer, "tool-output-error")).toMatchObject([
        { toolCallId: "m", errorText: "No such page", providerExecuted: true },
      ]);
    }
    const silent = item("done", 0, { type: "web_search_call", id: "w", status: "failed" });
    const [said] = partsOfType(await readText(stream(silent, completed())), "tool-output-error");
    expect(said?.errorText).toBe('The tool "web_search" failed.');
  });

  test("an unknown one is shown by the name of its type, and one that is not done has no outcome", async () => {
    const known = { type: "x_search_call", id: "x", status: "completed", query: "cats" };
    const running = { type: "web_search_call", id: "w", status: "searching" };
    const answer = await readText(
      stream(item("done", 0, known), item("added", 1, running), completed()),
    );
    expect(answer.toolCalls).toEqual([
      { id: "x", name: "x_search", args: { query: "cats" } },
      { id: "w", name: "web_search", args: {} },
    ]);
    expect(partsOfType(answer, "tool-output-available")).toMatchObject([
      { toolCallId: "x", output: { status: "completed" } },
    ]);
  });

  test("a generated image is a file, by its own type", async () => {
    const { body } = fixtureOf("openai-responses", "image");
    const [png] = partsOfType(await readText(body), "file");
    expect(png).toMatchObject({ mediaType: "image/png" });
    expect(png?.url).toMatch(/^data:image\/png;base64,iVBOR/);
    const [jpeg] = partsOfType(await readText(body.replaceAll("iVBORw0K", "/9j/4AAQ")), "file");
    expect(jpeg?.mediaType).toBe("image/jpeg");
  });

  test("a citation counts as soon as it is told", async () => {
    const annotation = { type: "url_citation", url: "https://a.example", title: "A" };
    const told = { type: "response.output_text.annotation.added", output_index: 0, annotation };
    const answer = await readText(stream(say("a"), told, say("b"), completed()));
    expect(answer.parts.map(({ type }) => type).slice(0, 4)).toEqual([
      "text-start",
      "text-delta",
      "source-url",
      "text-delta",
    ]);
  });

  test("a cited file is a document, told once", async () => {
    const answer = await readText(fixtureOf("openai-responses", "sources").body);
    expect(partsOfType(answer, "source-document")).toMatchObject([
      { title: "notes.md", filename: "notes.md" },
    ]);
  });
});
