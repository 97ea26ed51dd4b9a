import { liteLLMClass, type ChatErrorCode, type FilePart } from "../../src/client/index.js";
import { HistoryError } from "../../src/client/historyError.js";
import type { HistoryErrorCode } from "../../src/client/historyError.js";
import type { AttachmentRefusal } from "../../src/client/attachmentRefusal.js";
import type { AnswerWarning, DynamicToolPart, ToolState } from "../../src/client/messages.js";
import type { PreflightCode, PreflightMeasure } from "../../src/client/preflight.js";
import type { ErrorFacts } from "../../src/components/errorFacts.js";
import type { LabelSet } from "../../src/labels/index.js";

/** The labels that are functions. */
export type Spoken = {
  [Key in keyof LabelSet]: LabelSet[Key] extends (...given: never[]) => string ? Key : never;
}[keyof LabelSet];

/** What a label is called with. */
export type Samples = { readonly [Key in Spoken]: readonly Parameters<LabelSet[Key]>[] };

/** Numbers of every plural category, Arabic's six among them. */
export const counts = [0, 1, 2, 3, 11, 100, 1.5, 1_000_000];

const counted = counts.map((count): [number] => [count]);
const named: [string][] = [["x1"]];
const countedOf = counts.map((count): [string, number] => ["x1", count]);
const positions = counts.map((count): [number, number] => [count, 12_400]);

const image = (filename?: string): FilePart => ({
  type: "file",
  mediaType: "image/png",
  url: "data:image/png;base64,",
  ...(filename && { filename }),
});
const file: FilePart = { ...image(), mediaType: "application/pdf" };
const measure = (unit: PreflightMeasure["unit"]): PreflightMeasure => ({
  unit,
  actual: 12_400_000,
  most: 8_000_000,
});
const findings: Record<PreflightCode, PreflightMeasure["unit"][]> = {
  vision_unsupported: [],
  image_type: [],
  image_address: [],
  image_too_large: ["bytes", "side", "pixels"],
  too_many_images: ["images"],
  request_too_large: ["bytes"],
  file_unsupported: [],
  file_address: [],
  file_too_large: ["bytes", "pages"],
  too_many_files: ["files"],
  tools_unsupported: [],
  context_window: ["tokens"],
  context_may_not_fit: ["tokens"],
  context_nearly_full: ["tokens"],
};
const preflights = Object.entries(findings).flatMap(([code, units]) =>
  [[image()], [image("x1")], [image(), image()], [file], [file, file, file]].flatMap((files) =>
    (units.length > 0 ? units : [undefined]).map((unit): Parameters<LabelSet["preflight"]> => [
      {
        code: code as PreflightCode,
        model: "x2",
        provider: "x3",
        files,
        ...(unit && { measure: measure(unit) }),
      },
    ]),
  ),
);

const facts: Partial<ErrorFacts>[] = [
  {},
  { provider: "x3", model: "x2" },
  { provider: "x3", model: "x2", details: "x1", retryAfterMs: 130_000 },
];
const codes = Object.keys(liteLLMClass) as ChatErrorCode[];

const refusals: AttachmentRefusal[] = [
  { reason: "empty" },
  { reason: "unreadable" },
  { reason: "not_an_image" },
  { reason: "failed" },
  { reason: "unsupported_type", mediaType: "x4" },
  { reason: "not_accepted", mediaType: "x4", accept: ["image/*", "text/plain"] },
  { reason: "too_many_files", maxFiles: 1 },
  { reason: "too_many_files", maxFiles: 8 },
  { reason: "upload_failed", message: undefined },
  { reason: "upload_failed", message: "x4" },
  { reason: "too_large", bytes: 12_400_000, maxBytes: 8_000_000 },
  { reason: "too_many_pixels", width: 9000, height: 9000, maxPixels: 40_000_000 },
  { reason: "aspect_ratio", width: 9000, height: 9, maxRatio: 200 },
];

const warnings: AnswerWarning[] = [
  { code: "parameter_left_out", message: "English", parameter: "x1" },
  { code: "parameter_renamed", message: "English", parameter: "x1", replacement: "x2" },
  { code: "reasoning_left_out", message: "English" },
  { code: "not_streamed", message: "English" },
];

const toolStates: Record<ToolState, true> = {
  "input-streaming": true,
  "input-available": true,
  "approval-requested": true,
  "approval-responded": true,
  "output-available": true,
  "output-error": true,
  "output-denied": true,
};
const callIn = (state: string, preliminary = false) =>
  ({
    type: "dynamic-tool",
    toolName: "x1",
    toolCallId: "1",
    state,
    preliminary,
  }) as DynamicToolPart;

const historyCodes: Record<HistoryErrorCode, true> = {
  quota: true,
  denied: true,
  unreadable: true,
  newer: true,
  conflict: true,
  failed: true,
};

const range = (min: number, max?: number) => ({ min, max, step: 1, isRefused: false });
const parts = { system: 1, history: 2, images: 3, draft: 4, tools: 5 };
const sent = { bytes: 80_000, width: 500, height: 400, tokens: 1560 } as const;
const photo = { bytes: 1_000_000, width: 4000, height: 3000 };

/** Calls of every label that is a function. */
export const samples: Samples = {
  messageName: countedOf,
  fellBack: [
    ["x1", "x2", undefined],
    ["x1", "x2", "x3"],
  ],
  warning: warnings.map((one) => [one]),
  retrying: counts.map((count) => [count, count]),
  number: counted,
  tokens: counted,
  seconds: counted,
  cost: [[undefined], [0], [0.0004], [0.003], [1.239], [1200]],
  preflight: preflights,
  remedy: (
    ["choose_model", "remove_images", "remove_files", "shrink_images", "drop_oldest_turns"] as const
  ).flatMap((remedy) => [
    [remedy, 1],
    [remedy, 2],
  ]),
  contextUsed: [
    [{ tokens: 12_400, limit: undefined, share: undefined, parts, isMeasured: true }],
    [{ tokens: 12_400, limit: 200_000, share: 0.062, parts, isMeasured: false }],
    [{ tokens: 1, limit: 200_000, share: 0.000_005, parts, isMeasured: true }],
  ],
  contextPart: (["system", "history", "images", "draft", "tools"] as const).map((part) => [part]),
  chatUsage: [
    [{ tokens: 1200, cost: 0.02, isWhole: true }],
    [{ tokens: 1200, cost: 0.02, isWhole: false }],
    [{ tokens: 1200, cost: undefined, isWhole: false }],
  ],
  toolName: named,
  toolState: [
    ...Object.keys(toolStates).map((state): [DynamicToolPart] => [callIn(state)]),
    [callIn("output-available", true)],
  ],
  toolQuestion: named,
  configName: (
    ["maxTokens", "temperature", "topP", "topK", "frequencyPenalty", "presencePenalty"] as const
  ).map((name) => [name]),
  configHint: [
    ["maxTokens", undefined],
    ["maxTokens", range(1)],
    ["temperature", range(0, 2)],
    ["topP", range(0, 1)],
    ["topK", range(1)],
    ["frequencyPenalty", range(-2, 2)],
    ["presencePenalty", range(-2, 2)],
  ],
  configRefused: [[undefined], ["x1"]],
  unread: counted,

  sendWhileBusy: [["queue"], ["interrupt"], ["drop"]],
  sendKey: [
    ["enter", true],
    ["mod+enter", true],
    ["mod+enter", false],
  ],
  queuedFiles: counted,
  editQueued: named,
  sendQueuedNow: named,
  removeQueued: named,
  version: positions,
  versionShown: positions,
  answerFact: (
    [
      "model",
      "inputTokens",
      "cachedInputTokens",
      "outputTokens",
      "reasoningTokens",
      "totalTokens",
      "cost",
      "firstToken",
      "duration",
    ] as const
  ).map((fact) => [fact]),
  announceCompared: counted,

  threadDay: (["today", "yesterday", "week", "earlier"] as const).map((day) => [day]),
  renameThread: named,
  deleteThread: named,
  threadDeleted: named,
  historyFault: (Object.keys(historyCodes) as HistoryErrorCode[]).map((code) => [
    new HistoryError(code),
  ]),
  openChat: counted,
  count: counted,

  removeAttachment: named,
  attachmentReading: named,
  attachmentProcessing: named,
  attachmentUploading: named,
  attachmentOptions: named,
  attachmentRefused: refusals.map((refusal) => ["x1", refusal]),
  attachmentOutcome: [
    [{ ...photo, isFirstFrame: false, sent: undefined }],
    ...counts.map((tokens): Parameters<LabelSet["attachmentOutcome"]> => [
      { ...photo, isFirstFrame: true, sent: { ...sent, tokens } },
    ]),
  ],
  attachmentFile: [
    ["application/pdf", 912],
    ["text/plain", 1_200_000],
    ["x1", 12_000],
  ],
  attachmentMoved: counts.map((count) => ["x1", count, 12]),
  imageRejected: [[["x1"]], [["x1", "x2"]], [["x1", "x2", "x3"]]],
  thoughtFor: [[0], [4200], [72_000]],
  sourceCount: counted,
  moreHosts: counted,
  fileSize: [[0], [912], [1_240_000], [3_000_000_000]],
  showImage: named,
  footnote: counted,
  backToText: counted,
  openImage: named,
  imagePosition: positions,
  zoomLevel: [[25], [100], [800]],
  zoomToFit: [[25], [100], [800]],
  download: named,

  searchModels: counted,
  modelsFound: counted,
  modelSection: (
    ["chosen", "recent", "favourites", "latest", "earlier", "models", "retired"] as const
  ).map((id) => [id]),
  showRetired: counted,
  hideRetired: counted,
  customModel: named,
  providerState: (["connected", "untested", "missing_key", "refused", "unreachable"] as const).map(
    (state) => [state],
  ),
  modelReleased: [[Date.UTC(2025, 2, 5)]],
  modelContext: [[512], [8192], [200_000], [1_048_576]],
  modelPrice: [
    [0.075, 3],
    [0.15, 12.5],
  ],
  modelVersions: counts.flatMap((count) => [
    [count, true],
    [count, false],
  ]),
  addFavourite: named,
  removeFavourite: named,
  showWithoutVision: counted,
  showAllModels: counted,
  allHidden: countedOf,
  noModelsOf: named,
  noneFound: named,
  loadingModelsOf: named,
  error: codes.flatMap((code) =>
    facts.map((known): [ErrorFacts] => [{ code, message: "x0", ...known }]),
  ),
  askingProvider: named,
  needsKey: named,
  keyTitle: named,
  keyField: named,
  serverLacksKey: [
    ["x1", []],
    ["x1", ["X2"]],
    ["x1", ["X2", "X3"]],
  ],
  providerUnreachable: named,
  testDuration: [[0], [812], [12_400]],
};
