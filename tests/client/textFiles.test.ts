import { describe, expect, test } from "vitest";
import { fileWay } from "../../src/client/fileTypes.js";
import { findProvider, preflight, type FilePart, type ModelInfo } from "../../src/client/index.js";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import { wrappedTextOf } from "../../src/client/protocols/attachedFiles.js";

function filePart(mediaType: string, data: string, filename: string): FilePart {
  return { type: "file", mediaType, url: `data:${mediaType};base64,${btoa(data)}`, filename };
}

const notes = filePart("text/x-python", "print(1)", "notes.py");
const pdf = filePart("application/pdf", "%PDF-1.4", "report.pdf");
const wrapped = '<document name="notes.py">\nprint(1)\n</document>';

/** The body of the request that asks about a file. */
async function bodyFor(provider: string, model: string, part: FilePart, protocol?: string) {
  const writer = await loadProtocol(protocol ?? findProvider(provider)!.protocol);
  const parts = [part, { type: "text" as const, text: "What is it?" }];
  const messages = [{ id: "1", role: "user" as const, parts }];
  const target = { provider, model, baseURL: "https://example.com" };
  return writer.toRequest({ model, messages }, target).body;
}

/** The text of a request, wherever in it the words stand. */
async function textFor(...asked: Parameters<typeof bodyFor>): Promise<string> {
  return JSON.stringify(await bodyFor(...asked));
}

describe("a text file is sent", () => {
  test.each([
    ["openai", "gpt-5"],
    ["groq", "llama-3.3-70b"],
    ["mistral", "mistral-large-latest"],
    ["deepseek", "deepseek-chat"],
    ["openrouter", "x/y"],
    ["ollama", "llama3"],
    ["ollama_chat", "llama3"],
    ["bedrock", "amazon.nova-lite-v1:0"],
  ])("to %s as words, under its name", async (provider, model) => {
    expect(await textFor(provider, model, notes)).toContain(JSON.stringify(wrapped).slice(1, -1));
  });

  test("in a plain string where all is text", async () => {
    const body = (await bodyFor("groq", "llama", notes)) as { messages: { content: string }[] };
    expect(body.messages[0]!.content).toBe(`${wrapped}\nWhat is it?`);
  });

  test("as a document where text documents are taken", async () => {
    expect(await textFor("anthropic", "claude-opus-5", notes)).toContain(
      '{"type":"document","source":{"type":"text","media_type":"text/plain","data":"print(1)"},"title":"notes.py"}',
    );
    expect(await textFor("gemini", "gemini-3-pro", notes)).toContain('"mimeType":"text/x-python"');
    expect(await textFor("cohere", "command-a", notes)).toContain(
      '"documents":[{"data":{"text":"print(1)","title":"notes.py"}}]',
    );
    expect(
      await textFor("bedrock", "amazon.nova-lite-v1:0", filePart("text/csv", "a,b", "numbers.csv")),
    ).toContain('{"format":"csv","name":"numbers"');
    expect(await textFor("openai", "gpt-5", notes, "openai-responses")).toContain(
      '"type":"input_file"',
    );
  });

  test("as words where a protocol takes no text documents", async () => {
    expect(await textFor("xai", "grok-4", notes, "openai-responses")).toContain(
      '{"type":"input_text","text":"<document name=',
    );
    const json = filePart("application/json", "{}", "a.json");
    expect(await textFor("gemini", "gemini-3-pro", json)).toContain('{"text":"<document name=');
  });

  test("under a name that cannot end it", () => {
    expect(wrappedTextOf({ ...notes, filename: 'a">\n<b' })).toMatch(/^<document name="a____b">/);
  });
});

describe("a PDF is sent", () => {
  test.each([
    ["openai", "gpt-5", '"file":{"file_data":"data:application/pdf;base64,'],
    ["openrouter", "x/y", '"file":{"file_data":"data:application/pdf;base64,'],
    ["mistral", "mistral-large-latest", '{"type":"document_url","document_url":"data:application'],
    [
      "anthropic",
      "claude-opus-5",
      '"type":"document","source":{"type":"base64","media_type":"appl',
    ],
    ["gemini", "gemini-3-pro", '"inlineData":{"mimeType":"application/pdf"'],
    ["bedrock", "amazon.nova-lite-v1:0", '{"format":"pdf","name":"report"'],
  ])("to %s %s", async (provider, model, words) => {
    expect(await textFor(provider, model, pdf)).toContain(words);
  });

  test.each(["groq", "ollama_chat", "cohere", "deepseek"])("to %s never", async (provider) => {
    await expect(bodyFor(provider, "x", pdf)).rejects.toMatchObject({ code: "bad_request" });
  });

  const remote: FilePart = { ...pdf, url: "https://files.example.com/report.pdf" };
  test.each([
    ["mistral", '"document_url":"https://files.example.com/report.pdf"'],
    ["openrouter", '"file_data":"https://files.example.com/report.pdf"'],
    ["anthropic", '{"type":"url","url":"https://files.example.com/report.pdf"}'],
  ])("as an address to %s, which fetches it", async (provider, words) => {
    expect(await textFor(provider, "x", remote)).toContain(words);
    expect(fileWay(provider, "x", remote)).toBe("address");
  });

  test.each(["openai", "gemini", "bedrock"])("as an address to %s never", async (provider) => {
    await expect(bodyFor(provider, "x", remote)).rejects.toMatchObject({ code: "bad_request" });
    expect(fileWay(provider, "x", remote)).toBe("address_refused");
  });
});

describe("before anything is sent", () => {
  const check = (model: Partial<ModelInfo> & { id: string }, ...parts: FilePart[]) =>
    preflight({ messages: [{ id: "1", role: "user", parts }], model });
  const pages = (count: number): FilePart =>
    filePart("application/pdf", `%PDF-1.4\n1 0 obj <</Type /Pages /Count ${count}>>`, "book.pdf");

  test("a text file speaks against no model, and a PDF against those that take none", () => {
    expect(check({ id: "groq/llama" }, notes)).toEqual([]);
    expect(check({ id: "groq/llama" }, pdf)).toMatchObject([
      {
        code: "file_unsupported",
        message:
          "llama can't read report.pdf (application/pdf). Choose another model, or remove it.",
        remedies: ["choose_model", "remove_files"],
      },
    ]);
  });

  test("an address speaks against who fetches none", () => {
    expect(check({ id: "openai/gpt-5" }, { ...pdf, url: "https://a.example/b.pdf" })).toMatchObject(
      [{ code: "file_address", severity: "error" }],
    );
  });

  test("too many pages of all PDFs together, where they say how many", () => {
    expect(check({ id: "anthropic/claude-haiku-4-5" }, pages(60))).toEqual([]);
    expect(check({ id: "anthropic/claude-haiku-4-5" }, pages(60), pages(41))).toMatchObject([
      { code: "file_too_large", measure: { unit: "pages", actual: 101, most: 100 } },
    ]);
    expect(check({ id: "anthropic/claude-opus-5", maxInputTokens: 1_000_000 }, pages(600))).toEqual(
      [],
    );
    expect(
      check({ id: "anthropic/claude-opus-5", maxInputTokens: 500_000 }, pages(101)),
    ).toMatchObject([{ code: "file_too_large" }]);
  });

  test.each(["gemini/gemini-3-pro", "mistral/mistral-large-latest"])(
    "too many pages of one PDF to %s, which counts each by itself",
    (id) => {
      expect(check({ id }, pages(600), pages(600))).toEqual([]);
      expect(check({ id }, pages(10), pages(1001))).toMatchObject([
        { code: "file_too_large", files: { length: 1 }, measure: { actual: 1001, most: 1000 } },
      ]);
    },
  );

  test("too large a document, too many, and too much for a request", () => {
    const model = { id: "bedrock/amazon.nova-lite-v1:0" };
    const large = { ...pdf, url: `data:application/pdf;base64,${"A".repeat(6_000_004)}` };
    expect(check(model, large)[0]).toMatchObject({
      code: "file_too_large",
      message:
        "report.pdf is too large for Amazon Bedrock: 4.6 MB of at most 4.5 MB. Attach less, or choose another model.",
    });
    expect(check(model, ...Array.from({ length: 6 }, () => ({ ...pdf })))).toMatchObject([
      { code: "too_many_files", files: { length: 1 } },
    ]);
    const huge = { ...pdf, url: `data:application/pdf;base64,${"A".repeat(33_000_000)}` };
    expect(check({ id: "anthropic/claude-opus-5" }, huge)).toMatchObject([
      { code: "request_too_large", remedies: ["remove_files", "choose_model"] },
    ]);
  });

  test("a name that turns text round turns no more than itself", () => {
    const [finding] = check({ id: "groq/llama" }, { ...pdf, filename: "r\u202efdp.exe \u0639" });
    expect(finding!.message).toContain("read \u2068rfdp.exe \u0639\u2069 (application/pdf)");
  });
});
