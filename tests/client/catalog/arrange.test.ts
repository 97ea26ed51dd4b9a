import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangeModels, type ModelRow } from "../../../src/client/catalog/arrange.js";
import { visionCapable } from "../../../src/client/catalog/chatModels.js";
import type { ModelInfo } from "../../../src/client/types.js";

const now = Date.UTC(2026, 9, 1);
const day = (text: string): number => Date.parse(text);

function arrange(models: (string | ModelInfo)[], current?: string): ModelRow[] {
  const infos = models.map((model) => (typeof model === "string" ? { id: model } : model));
  return arrangeModels(infos, { now, current });
}
const ids = (rows: readonly ModelRow[]): string[] => rows.map(({ model }) => model.id);
const folded = (rows: readonly ModelRow[]): string[][] =>
  rows.map(({ model, variants }) => [model.id, ...variants.map(({ id }) => id)]);

describe("versions of a model are one row", () => {
  test("snapshots behind the alias, the newest first, whichever are dated", () => {
    const rows = arrange(["gpt-4o-2024-05-13", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06"]);
    expect(folded(rows)).toEqual([
      ["gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13"],
    ]);
  });

  test("without an alias the newest snapshot speaks for them", () => {
    expect(folded(arrange(["x-1-20250101", "x-1-20260101", "x-1-20250601"]))).toEqual([
      ["x-1-20260101", "x-1-20250601", "x-1-20250101"],
    ]);
  });

  test("the newest of those that name a day without its year, too", () => {
    const rows = arrange(["g-3-preview-03-25", "g-3-preview-06-05", "g-3-preview-05-06"]);
    expect(folded(rows)).toEqual([["g-3-preview-06-05", "g-3-preview-05-06", "g-3-preview-03-25"]]);
  });

  test("a preview behind its stable twin, and alone where it has none", () => {
    const rows = arrange(["a-2-preview", "a-2", "b-3-preview"]);
    expect(folded(rows)).toContainEqual(["a-2", "a-2-preview"]);
    expect(folded(rows)).toContainEqual(["b-3-preview"]);
  });

  test("regions of Bedrock behind the one that runs anywhere", () => {
    const provider = "bedrock";
    const models = ["us.", "", "eu.", "global."].map((region) => ({
      id: `bedrock/${region}anthropic.claude-opus-5-v1:0`,
      provider,
    }));
    const [row] = arrange(models);
    expect(row?.model.id).toBe("bedrock/global.anthropic.claude-opus-5-v1:0");
    expect(row?.variants).toHaveLength(3);
  });

  test("names that differ, where the catalogue says what they are", () => {
    const models = [
      { id: "gpt-4-turbo", snapshots: ["gpt-4-vision-preview"] },
      { id: "gpt-4-vision-preview" },
    ];
    expect(folded(arrange(models))).toEqual([["gpt-4-turbo", "gpt-4-vision-preview"]]);
  });

  test("models of different sizes are not", () => {
    expect(arrange(["gpt-4o", "gpt-4o-mini", "openai/gpt-4o"])).toHaveLength(3);
  });

  test("an id that comes twice counts once, the first one", () => {
    const rows = arrange([
      { id: "a", name: "First" },
      { id: "a", name: "Second" },
    ]);
    expect(rows.map(({ model }) => model.name)).toEqual(["First"]);
  });
});

describe("the newest comes first", () => {
  test("by the date of the list, else by the date in the name; undated ones follow", () => {
    const rows = arrange([
      "undated-thing",
      { id: "a", createdAt: day("2026-01-01") },
      "b-2026-02-01",
      { id: "c-2020-01-01", createdAt: day("2026-03-01") },
    ]);
    expect(ids(rows)).toEqual(["c-2020-01-01", "b-2026-02-01", "a", "undated-thing"]);
  });

  test("an undated name has the date of its newest snapshot", () => {
    const rows = arrange(["flash", "flash-2026-02-01", { id: "b", createdAt: day("2026-01-01") }]);
    expect(folded(rows)).toEqual([["flash", "flash-2026-02-01"], ["b"]]);
  });

  test("an undated version stands by those that only their names for people tell", () => {
    const rows = arrange([
      { id: "mistral-large-2512", name: "Mistral Large 3" },
      { id: "mistral-large-2603", name: "Mistral Large 9 (2026-03-01)" },
      "mistral-large-3",
      "mistral-large-4",
    ]);
    expect(folded(rows)).toEqual([
      ["mistral-large-4"],
      ["mistral-large-2603", "mistral-large-2512"],
      ["mistral-large-3"],
    ]);
  });

  test("of a day, the stable before the preview, then the larger, then the higher version", () => {
    const createdAt = day("2026-05-01");
    const rows = arrange(
      ["m-2-nano", "m-2-mini", "m-2", "m-2-pro", "m-3-preview", "m-1", "m-4"].map((id) => ({
        id,
        createdAt,
      })),
    );
    expect(ids(rows)).toEqual([
      "m-2-pro",
      "m-4",
      "m-2",
      "m-1",
      "m-2-mini",
      "m-2-nano",
      "m-3-preview",
    ]);
  });

  test("a preview is not buried: it comes before older stable ones", () => {
    const rows = arrange([
      { id: "g-3-pro-preview", createdAt: day("2026-02-01") },
      { id: "g-2-pro", createdAt: day("2025-06-01") },
    ]);
    expect(ids(rows)[0]).toBe("g-3-pro-preview");
  });

  test("new is what came in the last 30 days, and what is newer than all that is known", () => {
    const rows = arrange([
      "gpt-7",
      { id: "gpt-6", createdAt: day("2026-09-20") },
      { id: "gpt-5", createdAt: day("2026-08-20") },
      "gpt-4",
    ]);
    expect(rows.map(({ model, isNew }) => [model.id, isNew])).toEqual([
      ["gpt-7", true],
      ["gpt-6", true],
      ["gpt-5", false],
      ["gpt-4", false],
    ]);
  });
});

describe("names that move on by themselves", () => {
  test("stand on top, one of each family: that of the highest version", () => {
    const rows = arrange([
      { id: "gpt-6", createdAt: day("2026-09-22") },
      { id: "gpt-5.2-chat-latest", createdAt: day("2025-12-11") },
      { id: "gpt-5.3-chat-latest", createdAt: day("2026-03-03") },
      { id: "gpt-5.1-chat-latest", createdAt: day("2025-11-13") },
      { id: "gemini-flash-latest", createdAt: day("2026-08-13") },
      "gemini-pro-latest",
    ]);
    expect(rows.map(({ model, isLatestAlias }) => [model.id, isLatestAlias])).toEqual([
      ["gemini-flash-latest", true],
      ["gpt-5.3-chat-latest", true],
      ["gemini-pro-latest", true],
      ["gpt-6", false],
      ["gpt-5.2-chat-latest", false],
      ["gpt-5.1-chat-latest", false],
    ]);
  });

  test("are as new as the newest model they may lead to, whatever day they began on", () => {
    const rows = arrange([
      { id: "mistral-large-latest", createdAt: day("2024-11-01") },
      { id: "mistral-medium-latest", createdAt: day("2026-04-29") },
      "mistral-large-2608",
    ]);
    expect(rows.map(({ model, isLatestAlias }) => [model.id, isLatestAlias])).toEqual([
      ["mistral-large-latest", true],
      ["mistral-medium-latest", true],
      ["mistral-large-2608", false],
    ]);
  });

  test("do not when they are of a family nobody continues", () => {
    const rows = arrange([
      { id: "gpt-6", createdAt: day("2026-09-22") },
      { id: "pixtral-large-latest", createdAt: day("2024-11-18") },
      "chatgpt-4o-latest",
    ]);
    expect(ids(rows)[0]).toBe("gpt-6");
    expect(rows.some(({ isLatestAlias }) => isLatestAlias)).toBe(false);
  });

  test("are rows of their own on top, and head their snapshots where they do not belong there", () => {
    const fresh = arrange(["mistral-large-latest", "mistral-large-2512", "mistral-large-2411"]);
    expect(folded(fresh)).toEqual([
      ["mistral-large-latest"],
      ["mistral-large-2512", "mistral-large-2411"],
    ]);
    const stale = arrange([
      { id: "claude-3-7-sonnet-latest", createdAt: day("2025-02-19") },
      "claude-3-7-sonnet-20250219",
      { id: "claude-opus-5-5", createdAt: day("2026-09-22") },
      { id: "claude-opus-4-latest", createdAt: day("2025-06-01") },
      { id: "claude-opus-4", createdAt: day("2025-05-01") },
    ]);
    expect(folded(stale)[1]).toEqual(["claude-opus-4", "claude-opus-4-latest"]);
    expect(folded(stale)[2]).toEqual(["claude-3-7-sonnet-latest", "claude-3-7-sonnet-20250219"]);
  });

  test("of Ollama's tags none is one", () => {
    expect(arrange(["llama3:latest"])[0]?.isLatestAlias).toBe(false);
  });
});

describe("what answers no more", () => {
  test("comes last, and is neither new nor on top", () => {
    const rows = arrange([
      { id: "a-latest", createdAt: day("2026-09-20"), retiresAt: day("2026-09-25") },
      { id: "b", createdAt: day("2026-09-20"), retiresAt: 0 },
      { id: "c", createdAt: day("2020-09-20"), retiresAt: day("2026-12-01") },
      "d",
    ]);
    expect(rows.map(({ model, isRetired, isNew }) => [model.id, isRetired, isNew])).toEqual([
      ["c", false, false],
      ["d", false, false],
      ["a-latest", true, false],
      ["b", true, false],
    ]);
    expect(rows.some(({ isLatestAlias }) => isLatestAlias)).toBe(false);
  });

  test("does not speak for versions that do", () => {
    const rows = arrange([{ id: "a-1", retiresAt: 0 }, "a-1-2026-01-01"]);
    expect(folded(rows)).toEqual([["a-1-2026-01-01", "a-1"]]);
    expect(rows[0]?.isRetired).toBe(false);
  });
});

describe("what does not chat", () => {
  const others = [
    "text-embedding-3-small",
    "whisper-1",
    "gpt-4o-mini-tts",
    "gpt-4o-audio-preview",
    "gpt-realtime",
    "gemini-live-2.5-flash",
    "gpt-4o-transcribe",
    "dall-e-3",
    "gpt-image-2",
    "imagen-4",
    "sora-2",
    "veo-3",
    "lyria-3",
    "omni-moderation-latest",
    "cohere/rerank-v3.5",
    "meta-llama/llama-guard-4-12b",
    "mistral-ocr-latest",
    "gemini-robotics-er-2",
    "computer-use-preview",
    "o3-deep-research",
    "gpt-4o-search-preview",
    "davinci-002",
    "amazon.nova-canvas-v1:0",
    "gemini-3.1-pro-preview-customtools",
    "ft:gpt-4o-2024-08-06",
    "gpt-3.5-turbo-instruct-0914",
    "gpt-6-luna-decisions",
    "amazon.nova-2-sonic-v1:0",
    "stability.stable-outpaint-v1:0",
    "grok-voice-3.0",
    "grok-stt",
    "qwen3-asr-flash",
    "speech-02-hd",
    "scribe-v2",
    "wan3.0-video",
    "wan2.7-t2v",
    "seedance-2.5",
    "seedream-5.0-pro",
    "kling-v3.0-motion-control",
    "recraft-v4.1",
    "voyage-4-large",
    "intfloat/e5-mistral-7b-instruct",
    "thenlper/gte-large",
  ];
  test("is not listed", () => {
    expect(ids(arrange([...others, "gpt-5"]))).toEqual(["gpt-5"]);
  });

  test("unless it is known to, or is chosen", () => {
    const known = { id: "sonar-deep-research", price: { input: 2, output: 8 } };
    expect(ids(arrange([known]))).toEqual(["sonar-deep-research"]);
    expect(ids(arrange(others, "whisper-1"))).toEqual(["whisper-1"]);
  });

  test("a tuned model of an organisation is listed", () => {
    expect(arrange(["ft:gpt-4o-2024-08-06:acme::abc"])).toHaveLength(1);
  });
});

test("a model may read images unless it is known not to", () => {
  expect([true, undefined, false].map((vision) => visionCapable({ id: "a", vision }))).toEqual([
    true,
    true,
    false,
  ]);
});

describe("whatever the list is", () => {
  const part = fc.constantFrom("gpt", "claude", "opus", "4", "5", "5.1", "mini", "pro", "preview");
  const end = fc.constantFrom(
    "",
    "-latest",
    "-2026-01-02",
    "-20250101",
    "-0613",
    "-preview",
    "-2411",
  );
  const date = fc.option(fc.integer({ min: day("2023-01-01"), max: day("2026-12-31") }), {
    nil: undefined,
  });
  const model: fc.Arbitrary<ModelInfo> = fc.record({
    id: fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), end)
      .map(([parts, suffix]) => parts.join("-") + suffix),
    createdAt: date,
    retiresAt: fc.option(fc.constantFrom(0, day("2026-01-01"), day("2027-01-01")), {
      nil: undefined,
    }),
    preview: fc.option(fc.boolean(), { nil: undefined }),
  });
  const list = fc.uniqueArray(model, { selector: ({ id }) => id, maxLength: 25 });
  const flat = (rows: readonly ModelRow[]): ModelInfo[] =>
    rows.flatMap(({ model: head, variants }) => [head, ...variants]);

  test("nothing is lost, doubled or changed", () => {
    fc.assert(
      fc.property(list, (models) => {
        const shown = flat(arrangeModels(models, { now }));
        expect(new Set(shown)).toEqual(new Set(models));
        expect(shown).toHaveLength(models.length);
      }),
    );
  });

  test("its order makes no difference, and to arrange it again changes nothing", () => {
    fc.assert(
      fc.property(
        list.chain((models) =>
          fc.tuple(fc.constant(models), fc.shuffledSubarray(models, { minLength: models.length })),
        ),
        ([models, shuffled]) => {
          const rows = arrangeModels(models, { now });
          expect(arrangeModels(shuffled, { now })).toEqual(rows);
          expect(arrangeModels(flat(rows), { now })).toEqual(rows);
        },
      ),
    );
  });

  test("five thousand models are arranged without comparing each with each", () => {
    let read = 0;
    const models = Array.from({ length: 5000 }, (_, at) => {
      const info = { createdAt: day("2026-01-01") + ((at * 7919) % 5000) * 3_600_000 };
      return Object.defineProperty(info, "id", {
        enumerable: true,
        get() {
          read += 1;
          return `vendor/model-${at % 19}.${at}-x`;
        },
      }) as ModelInfo;
    });
    expect(arrangeModels(models, { now }).length).toBeGreaterThan(0);
    // A comparison reads two ids at most: sorting 5,000 takes some 60,000 comparisons, all pairs would be 12 million.
    expect(read).toBeLessThan(500_000);
  });
});
