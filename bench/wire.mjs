// How fast the protocol readers of dist/ read recorded answers, beside the AI SDK's provider packages, in one run.
// node bench/wire.mjs [--dist=dist] [--recorded=../shared/recorded] [--rounds=9]
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createCohere } from "@ai-sdk/cohere";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    recorded: { type: "string", default: process.env.POLYLOGUE_RECORDED || "../shared/recorded" },
    rounds: { type: "string", default: "9" },
  },
});
const rounds = Number(options.rounds);
/** How long each reader reads in a round, at least, in milliseconds. */
const LEAST_TIME = 80;
/** What a network packet holds, in bytes: a body comes in such pieces. */
const PIECE = 1_400;

const { loadProtocol } = await import(
  pathToFileURL(resolve(options.dist, "client/loadProtocol.js")).href
).catch((error) => {
  console.error(
    `There is no built library in ${options.dist}: run npm run build. (${error.message})`,
  );
  process.exit(1);
});

const sse = "text/event-stream";
const PEERS = [
  ["openai-chat", "openai-chat", sse, (settings) => createOpenAI(settings).chat("m")],
  [
    "openai-responses",
    "openai-responses",
    sse,
    (settings) => createOpenAI(settings).responses("m"),
  ],
  ["anthropic", "anthropic-messages", sse, (settings) => createAnthropic(settings)("m")],
  ["gemini", "gemini-generate", sse, (settings) => createGoogleGenerativeAI(settings)("m")],
  [
    "bedrock-converse",
    "bedrock-converse",
    "application/vnd.amazon.eventstream",
    (settings) => createAmazonBedrock({ ...settings, region: "us-east-1" })("m"),
  ],
  ["cohere-v2", "cohere-chat", sse, (settings) => createCohere(settings)("m")],
  // The AI SDK has no package for it.
  ["ollama", "ollama-chat", "application/x-ndjson"],
];
const CALL = { prompt: [{ role: "user", content: [{ type: "text", text: "Hello" }] }] };
const DELTAS = new Set(["text-delta", "reasoning-delta", "tool-input-delta"]);

/** The recorded bytes as the answer of a server. */
function answer(bytes, type) {
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += PIECE)));
    },
  });
  return new Response(body, { headers: { "content-type": type } });
}

/** Both readers give the deltas of one stream and the milliseconds since its answer was there. */
function ourReader(protocol, provider, type) {
  const target = { provider, model: "m", baseURL: "https://example.com/v1" };
  return async (bytes) => {
    const { body } = answer(bytes, type);
    const start = performance.now();
    let deltas = 0;
    for await (const part of protocol.readStream(body, target))
      if (DELTAS.has(part.type)) deltas += 1;
    return { deltas, ms: performance.now() - start };
  };
}

/** The clock starts in `fetch`, so that the AI SDK is not charged for making the request. */
function theirReader(createModel, type) {
  let bytes;
  let start;
  const fetch = async () => {
    const response = answer(bytes, type);
    start = performance.now();
    return response;
  };
  const model = createModel({ apiKey: "k", fetch });
  return async (asked) => {
    bytes = asked;
    const reader = (await model.doStream(CALL)).stream.getReader();
    let deltas = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (next.value.type === "error") throw new Error("The AI SDK refuses an event.");
      if (DELTAS.has(next.value.type)) deltas += 1;
    }
    return { deltas, ms: performance.now() - start };
  };
}

/** One round: both readers pass over all streams by turns, so that a busy moment of the machine hits both. */
async function measure(readers, streams) {
  const sums = readers.map(() => ({ ms: 0, bytes: 0, deltas: 0 }));
  while (sums.some(({ ms }) => ms < LEAST_TIME)) {
    for (const [index, read] of readers.entries()) {
      for (const bytes of streams) {
        const { deltas, ms } = await read(bytes);
        sums[index].ms += ms;
        sums[index].deltas += deltas;
        sums[index].bytes += bytes.length;
      }
    }
  }
  return sums.map(({ ms, bytes, deltas }) => ({
    mb: bytes / 1_000 / ms,
    deltas: (deltas / ms) * 1_000,
  }));
}

/** The recorded streams of a protocol that both readers read to their end. */
async function streamsOf(prefix, readers) {
  const names = readdirSync(options.recorded).filter((name) =>
    name.startsWith(`${prefix}.stream.`),
  );
  const streams = [];
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(join(options.recorded, name, "response.body")));
    try {
      for (const read of readers) await read(bytes);
      streams.push(bytes);
    } catch {
      // One that ends in an error says nothing of speed, and one that the AI SDK refuses has no other side.
    }
  }
  return streams;
}

const round = (number, digits) => Number(number.toFixed(digits));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare([prefix, id, type, createModel]) {
  const readers = [ourReader(await loadProtocol(id), prefix, type)];
  if (createModel) readers.push(theirReader(createModel, type));
  const streams = await streamsOf(prefix, readers);
  if (streams.length === 0) return { protocol: prefix, streams: 0 };
  const results = [];
  // The first round only warms up.
  for (let done = 0; done <= rounds; done += 1) results.push(await measure(readers, streams));
  results.shift();
  const of = (who, what) => median(results.map((result) => result[who][what]));
  const row = {
    protocol: prefix,
    streams: streams.length,
    kB: Math.round(streams.reduce((sum, { length }) => sum + length, 0) / 1_000),
    "MB/s": round(of(0, "mb"), 1),
    "deltas/s": round(of(0, "deltas"), 0),
  };
  if (!createModel) return row;
  const ratios = results.map(([ours, theirs]) => ours.mb / theirs.mb);
  return {
    ...row,
    "AI SDK MB/s": round(of(1, "mb"), 1),
    "AI SDK deltas/s": round(of(1, "deltas"), 0),
    ratio: round(median(ratios), 2),
    least: round(Math.min(...ratios), 2),
    most: round(Math.max(...ratios), 2),
  };
}

const rows = [];
for (const peer of PEERS) rows.push(await compare(peer));
console.log(
  `Medians of ${rounds} rounds; ratio: our MB/s to the AI SDK's of the same round, and the least and the most of them.`,
);
console.table(rows);
