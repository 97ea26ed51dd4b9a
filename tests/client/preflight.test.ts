import { describe, expect, test } from "vitest";
import {
  contextLevels,
  estimateRequest,
  inputLimit,
  preflight,
  type FilePart,
  type ModelInfo,
  type PreflightInput,
} from "../../src/client/index.js";
import { estimateError } from "../../src/client/calibration.js";
import { checkRequest } from "../../src/client/preflight.js";
import { weighRequest } from "../../src/client/requestWeight.js";
import { message, pngPart, turns } from "./preflightConversations.js";

/** What speaks against one question with these parts. */
function check(model: ModelInfo, parts: FilePart[] = [], more: Partial<PreflightInput> = {}) {
  return preflight({ messages: [], draft: message("user", ["Hi", ...parts]), model, ...more });
}

const png = pngPart(640, 480);
const gif: FilePart = { ...png, mediaType: "image/gif", url: "data:image/gif;base64,R0lGODlh" };
const pdf: FilePart = {
  type: "file",
  mediaType: "application/pdf",
  url: "data:application/pdf;base64,JVBERi0=",
  filename: "report.pdf",
};

describe("images", () => {
  test("are refused by a model that is known not to read them, and by that alone", () => {
    const [only, ...others] = check({ id: "ollama/llama3.2", vision: false }, [gif, png]);
    expect(others).toEqual([]);
    expect(only).toEqual({
      code: "vision_unsupported",
      severity: "error",
      message: "llama3.2 can't read images. Choose a model with vision, or send the text alone.",
      model: "llama3.2",
      provider: "Ollama",
      files: [gif, png],
      remedies: ["choose_model", "remove_images"],
    });
    expect(check({ id: "ollama/llama3.2" }, [png])).toEqual([]);
    expect(check({ id: "ollama/llama3.2", vision: false })).toEqual([]);
  });

  test("count wherever a person sent them, and not in answers", () => {
    const model = { id: "x", vision: false };
    expect(preflight({ messages: [message("user", [png])], model })).toHaveLength(1);
    expect(preflight({ messages: [message("assistant", [png])], model })).toEqual([]);
  });

  test.each<[string, ModelInfo, FilePart[], string, string]>([
    [
      "of a type the provider does not take",
      { id: "gemini/gemini-3-pro" },
      [png, gif],
      "image_type",
      "Google Gemini does not take the image (image/gif). Attach it as PNG or JPEG, or choose another model.",
    ],
    [
      "that are addresses where the provider fetches none",
      { id: "bedrock/x" },
      [{ ...png, url: "https://example.com/a.png" }],
      "image_address",
      "Amazon Bedrock does not fetch images from the web. Attach the image itself, or choose another model.",
    ],
    [
      "of too many bytes",
      { id: "anthropic/claude-opus-5" },
      [pngPart(9, 9, 5_300_000, "photo.png"), png],
      "image_too_large",
      "photo.png is too large for Anthropic: 5.3 MB of at most 3.9 MB. Attach a smaller one, or choose another model.",
    ],
    [
      "of too many pixels along a side",
      { id: "anthropic/claude-opus-5" },
      [pngPart(20, 8001, 64, "tall.png")],
      "image_too_large",
      "tall.png is too large for Anthropic: 8,001 pixels on a side, of at most 8,000. Attach a smaller one, or choose another model.",
    ],
    [
      "of too many pixels",
      { id: "groq/x" },
      [pngPart(6000, 6000), pngPart(7000, 7000)],
      "image_too_large",
      "2 images are too large for Groq: 49.0 megapixels of at most 33.2 megapixels. Attach smaller ones, or choose another model.",
    ],
    [
      "that are too many",
      { id: "groq/x" },
      Array.from({ length: 7 }, () => pngPart(9, 9)),
      "too_many_images",
      "Groq takes at most 5 images, and this chat has 7. Remove the oldest, or choose another model.",
    ],
    [
      "that are too much together",
      { id: "groq/x" },
      [pngPart(9, 9, 2_000_000), pngPart(9, 9, 2_000_000)],
      "request_too_large",
      "The images of this chat are too much for Groq: 5.4 MB of at most 4.0 MB. Remove the oldest, or choose another model.",
    ],
  ])("%s are refused", (_name, model, parts, code, words) => {
    const found = check(model, parts);
    expect(found.map((one) => [one.code, one.severity, one.message])).toEqual([
      [code, "error", words],
    ]);
    // Where nothing is known of the provider, none of it speaks against sending.
    expect(check({ id: "somebody" }, parts)).toEqual([]);
  });

  test("may be less large where they are many", () => {
    const many = (count: number) => Array.from({ length: count }, () => pngPart(2500, 20));
    expect(check({ id: "anthropic/x" }, many(20))).toEqual([]);
    expect(check({ id: "anthropic/x" }, many(21))[0]).toMatchObject({
      code: "image_too_large",
      measure: { unit: "side", actual: 2500, most: 2000 },
    });
  });

  test("that would have to go are the oldest, and only as many as are over", () => {
    const parts = Array.from({ length: 7 }, () => pngPart(9, 9));
    expect(check({ id: "groq/x" }, parts)[0]!.files).toEqual(parts.slice(0, 2));
    const big = Array.from({ length: 3 }, () => pngPart(9, 9, 1_200_000));
    expect(check({ id: "groq/x" }, big)[0]!.files).toEqual(big.slice(0, 1));
  });
});

describe("images that are made to fit before they are sent", () => {
  const fitted = (id: string, parts: FilePart[]) => check({ id }, parts, { fitsImages: true });
  const svg: FilePart = {
    ...png,
    mediaType: "image/svg+xml",
    url: "data:image/svg+xml;base64,PHN2",
  };

  test("speak against nothing, in whatever way they are too large", () => {
    expect(fitted("gemini/x", [gif])).toEqual([]);
    expect(fitted("anthropic/x", [pngPart(9, 9, 5_300_000), pngPart(20, 8001)])).toEqual([]);
    expect(fitted("groq/x", [pngPart(7000, 7000)])).toEqual([]);
    expect(fitted("groq/x", [pngPart(9, 9, 2_000_000), pngPart(9, 9, 2_000_000)])).toEqual([]);
  });

  test("are refused where that helps nothing", () => {
    const codes = (id: string, parts: FilePart[]) => fitted(id, parts).map(({ code }) => code);
    expect(codes("anthropic/x", [svg])).toEqual(["image_type"]);
    expect(codes("bedrock/x", [{ ...png, url: "https://x.test/a.png" }])).toEqual([
      "image_address",
    ]);
    expect(
      codes(
        "groq/x",
        Array.from({ length: 6 }, () => png),
      ),
    ).toEqual(["too_many_images"]);
    const one = pngPart(9, 9, 40_000);
    const many = Array.from({ length: 3000 }, () => ({ ...one }));
    expect(codes("gemini/x", many)).toEqual(["request_too_large"]);
  });
});

describe("other files", () => {
  test("are refused where the provider is known not to take them", () => {
    expect(check({ id: "ollama/llama3.2", name: "Llama" }, [pdf])).toMatchObject([
      {
        code: "file_unsupported",
        message:
          "Llama can't read report.pdf (application/pdf). Choose another model, or remove it.",
        remedies: ["choose_model", "remove_files"],
        files: [pdf],
      },
    ]);
    for (const id of ["anthropic/x", "gemini/x", "openai/x", "bedrock/x", "unheard-of/x", "x"])
      expect(check({ id }, [pdf])).toEqual([]);
    expect(check({ id: "x", provider: "groq" }, [pdf])).toHaveLength(1);
    expect(check({ id: "groq/x", responsesOnly: true }, [pdf])).toEqual([]);
  });
});

describe("tools", () => {
  const tools = [{ name: "lookup", inputSchema: {} }];

  test("are refused by a model that is known to use none", () => {
    expect(check({ id: "x", tools: false }, [], { tools })).toMatchObject([
      { code: "tools_unsupported", remedies: ["choose_model"] },
    ]);
    expect(check({ id: "x" }, [], { tools })).toEqual([]);
    expect(check({ id: "x", tools: false }, [], { tools: [] })).toEqual([]);
  });
});

describe("the length", () => {
  const messages = turns(10, 100);
  const used = estimateRequest({ messages }, "x").tokens;
  const against = (share: number, more: Partial<PreflightInput> = {}) =>
    preflight({
      messages,
      model: { id: "x", name: "X", maxInputTokens: Math.round(used / share) },
      ratio: 1,
      ...more,
    });

  test("is no matter below 70 %, a warning from there on and an error far over the limit", () => {
    expect(against(0.69)).toEqual([]);
    expect(against(0.705)).toMatchObject([
      {
        code: "context_nearly_full",
        severity: "warning",
        message:
          "This chat fills 70 % of what X takes. Before it is full, drop the oldest turns or choose a model that takes more.",
      },
    ]);
    expect(against(0.955)).toMatchObject([
      {
        code: "context_nearly_full",
        message:
          "This chat fills 95 % of what X takes. Before the next answers, drop the oldest turns or choose a model that takes more.",
        remedies: ["drop_oldest_turns", "choose_model"],
      },
    ]);
    expect(against(1.2)).toMatchObject([
      {
        code: "context_may_not_fit",
        severity: "warning",
        message: expect.stringMatching(
          /^This chat may not fit X: about [\d,]+ tokens of at most [\d,]+\. Send it nevertheless, drop /,
        ),
        remedies: ["drop_oldest_turns", "choose_model"],
      },
    ]);
    const most = Math.round(used / 1.5);
    expect(against(1.5)).toMatchObject([
      {
        code: "context_window",
        severity: "error",
        message: `This chat is too long for X: about ${used.toLocaleString("en")} tokens of at most ${most.toLocaleString("en")}. Drop the oldest turns, or choose a model that takes more.`,
        measure: { unit: "tokens", actual: used, most },
      },
    ]);
    expect(contextLevels).toEqual({ high: 0.7, critical: 0.9 });
  });

  test("is multiplied by what reported tokens are to estimated ones", () => {
    expect(against(0.69, { ratio: 2 })[0]?.code).toBe("context_window");
    expect(against(1.4, { ratio: 0.6 })[0]?.severity).toBe("warning");
    // Without a ratio, what is known of the family.
    expect(against(0.65, { ratio: undefined })[0]?.severity).toBe("warning");
  });

  test("is refused only where even the fewest tokens it may have are too many", () => {
    const severity = (share: number, isMeasured: boolean) =>
      against(share, { isMeasured })[0]?.severity;
    const { guessed, measured } = estimateError;
    for (const [isMeasured, error] of [
      [false, guessed],
      [true, measured],
    ] as const) {
      expect(severity(0.99 / (1 - error), isMeasured)).toBe("warning");
      expect(severity(1.01 / (1 - error), isMeasured)).toBe("error");
    }
    expect(measured).toBeLessThan(guessed);
  });

  test("is not known against an unknown limit", () => {
    expect(preflight({ messages: turns(3, 9000), model: { id: "x" } })).toEqual([]);
  });

  test("is measured by the input limit, else by the window without the answer", () => {
    const of = (model: Partial<ModelInfo>, maxTokens?: number) =>
      inputLimit({ id: "x", ...model }, maxTokens);
    expect(of({ maxInputTokens: 272_000, contextTokens: 400_000 })).toBe(272_000);
    expect(of({ contextTokens: 200_000 })).toBe(195_904);
    expect(of({ contextTokens: 200_000, maxOutputTokens: 1000 })).toBe(199_000);
    expect(of({ contextTokens: 200_000 }, 50_000)).toBe(150_000);
    expect(of({ contextTokens: 4000 })).toBe(2000);
    expect(of({})).toBeUndefined();
  });
});

test("errors come before warnings", () => {
  const draft = message("user", [png, ...turns(1, 900)[0]!.parts.map((part) => part as FilePart)]);
  const model: ModelInfo = { id: "x", vision: false, maxInputTokens: 1500 };
  const found = preflight({ messages: [], draft, model, ratio: 1 });
  expect(found.map(({ severity }) => severity)).toEqual(["error", "warning"]);
});

test("another model is checked without reading the conversation again", () => {
  const weight = weighRequest({ messages: [message("user", [png])] });
  const codes = (model: ModelInfo) => checkRequest(weight, { model }).map(({ code }) => code);
  expect(codes({ id: "a", vision: false })).toEqual(["vision_unsupported"]);
  expect(codes({ id: "b", contextTokens: 100 })).toEqual(["context_window"]);
  expect(codes({ id: "c" })).toEqual([]);
});
